/**
 * The closed list of what a message may want.
 */

/** The names of all kinds of questions; the lexicon's files name them too. */
export const intents = [
  'expectations',
  'section',
  'competency',
  'definition',
  'common',
  'topic',
  'compare-roles',
  'compare-editions',
  'compare-frameworks',
  'reflect',
  'guide',
  'about',
  'set-role',
  'nudge-on',
  'nudge-time',
  'nudge-off',
  'nudge-pause',
  'share',
  'profile',
  'reflections',
  'export-data',
  'delete-data',
  'help',
  'privacy',
  'smalltalk',
  'ambiguous',
  'out-of-scope',
] as const;

/** The name of a kind of question. */
export type Intent = (typeof intents)[number];
