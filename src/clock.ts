/** Tells the time. Code that needs "now" takes a clock or a Date as an argument, so that tests move it by hand. */
export type Clock = () => Date;

/** The machine's own time. */
export const systemClock: Clock = () => new Date();

/** Milliseconds since some moment. For ages, waits and pauses: unlike a {@link Clock} it never jumps. */
export type Elapsed = () => number;

/** Runs on whatever becomes of the machine's time. */
export const systemElapsed: Elapsed = () => performance.now();
