import { actSchema } from '../../src/cards/acts.js';

/** What buttons of personal cards do, by name. */
export const actNames: readonly string[] = actSchema.options.flatMap(({ shape: { act } }): readonly string[] =>
  'options' in act ? act.options : [...act.values],
);
