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

/** Those of questions about the documents. */
export const documentIntents: readonly Intent[] = [
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
];

/** Those that concern neither the documents nor whoever writes: talk, and what is none of ours. */
export const talkIntents: readonly Intent[] = ['more', 'restart', 'language', 'help', 'smalltalk', 'out-of-scope'];

/** What a message may want. `part` is one section or one theme of a role: which of them, the theme decides. */
export type Intent = (typeof intents)[number];
