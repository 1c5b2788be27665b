/**
 * The closed list of what a message may want.
 */

/** Intents of questions about the documents. */
export const documentIntents = [
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
] as const;

/** Those of whoever writes: their role, plans, notes and data, and what they think of an answer. */
export const personalIntents = [
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
] as const;

/** Those of talk, and of what is none of ours. */
const talkIntents = ['more', 'restart', 'language', 'help', 'smalltalk', 'out-of-scope'] as const;

/** The names of all intents; editors' files and labelled questions name them too. A model's columns stand in this order. */
export const intents = [...documentIntents, ...personalIntents, ...talkIntents] as const;

/** What a message may want. `part` is one section or one theme of a role: which of them, the theme decides. */
export type Intent = (typeof intents)[number];
