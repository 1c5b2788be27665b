import { actSchema } from '../../src/answers/acts.js';

/** What buttons of personal cards do, by name. */
export const actNames: readonly string[] = actSchema.options.map(({ shape }) => shape.act.value);
