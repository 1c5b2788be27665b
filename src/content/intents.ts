/**
 * The closed list of what a message may want.
 */

/** The names of all intents; editors' files and labelled questions name them too. */
export const intents = [
  'expectations',
  'part',
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
  'nudge-show',
  'nudge-resume',
  'reminder-once',
  'agreement',
  'agreements',
  'focus',
  'look-back',
  'notes',
  'profile',
  'privacy',
  'export',
  'delete',
  'share',
  'feedback',
  'to-editor',
  'more',
  'restart',
  'language',
  'help',
  'smalltalk',
  'out-of-scope',
] as const;

/** What a message may want. `part` is one section or one theme of a role: which of them, the theme decides. */
export type Intent = (typeof intents)[number];
