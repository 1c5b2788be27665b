/** Tells the time. Code that needs "now" takes a clock or a Date as an argument, so that tests move it by hand. */
export type Clock = () => Date;

/** The machine's own time. */
export const systemClock: Clock = () => new Date();
