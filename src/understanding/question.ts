/**
 * What a person asked, once understood: an intent and its slots, every id known to the library.
 *
 * A question is also what a button carries in its data, so that an old card still works; there it is
 * untrusted and parsed again with {@link questionSchema}.
 */
import { z } from 'zod';
import { dayParts } from '../language/times/dayparts.js';
import { findPeriod } from '../language/times/periods.js';
import { clockSchema, pastPeriodSchema, periodSchema, pointSchema } from '../language/times/when.js';
import { weekdays } from '../language/times/words.js';

const id = z.string().min(1).max(80);
const fullId = z.string().min(1).max(200);

/** Tones of small talk that have an answer of their own. */
const tones = ['hello', 'thanks', 'bye', 'how-are-you', 'praise', 'complaint', 'who-are-you'] as const;

/** Why a question is not answered from a framework; each has a text of its own. `unclear` where not even its words are known. */
const refusals = [
  'unknown',
  'unclear',
  'terms',
  'people',
  'boss',
  'writing',
  'rude',
  'injection',
  'language',
  'distress',
  'time',
  'links',
] as const;

/** What is said to the bot about a conversation itself; each has an answer of its own. */
const services = ['restart', 'nothing-before', 'nothing-more', 'print', 'contact', 'label'] as const;

/** What differs between the readings of a question; `title` where no document names who was asked about, `focus` the theme. */
export const ambiguities = ['framework', 'role', 'reading', 'title', 'focus'] as const;

/** So many documents stand side by side. */
export const mostCompared = 5;

/** So many statements stand in a guide. */
export const mostItems = 6;

/** So many questions to think about are given at once. */
export const mostPrompts = 5;

/** So many statements can be chosen for a topic. */
export const mostChosen = 6;

const days = z.array(z.enum(weekdays)).optional();
/**
 * When; `exact` on the minute, or false where "omkring" was said, and left out where neither was; `forMe` where the person speaks
 * of themselves alone, also among others; `offer` where nobody asked for it, so that it is only proposed.
 */
const offer = z.literal(true).optional();
const exact = z.boolean().optional();
const timing = { time: clockSchema.optional(), exact, days, unclear: z.boolean().optional(), forMe: z.boolean().optional(), offer };
/** A period; cards from before carry it in the person's words. */
const saidPeriod = z.preprocess(
  (said) => (typeof said === 'string' ? (findPeriod(said) ?? { kind: 'during', point: { kind: 'unknown' } }) : said),
  periodSchema,
);
/** The longest that a reminder or an agreement keeps, in UTF-16 units. */
export const mostSaid = 1_000;
const said = z.string().max(mostSaid).optional();
/** One coming time, as it was said; `soon` in minutes from now, `unclear` where it can't be meant as it stands. */
const once = {
  on: pointSchema.optional(),
  period: periodSchema.optional(),
  time: clockSchema.optional(),
  exact,
  part: z.enum(dayParts).optional(),
  soon: z.int().min(1).max(1_440).optional(),
  unclear: z.boolean().optional(),
};
const roleRef = z.strictObject({ framework: id, role: id });

const simple = [
  z.strictObject({ intent: z.literal('expectations'), framework: id, role: id }),
  /** One section of a role (frameworks whose themes are sections), or one theme of a role (all others). */
  z.strictObject({
    intent: z.enum(['section', 'competency']),
    framework: id,
    role: id,
    theme: id,
    subtheme: id.optional(),
    /** Full id of the one statement that more is wanted about. */
    statement: fullId.optional(),
    /** The theme that was shown in full just before, by whoever wants more. */
    after: id.optional(),
  }),
  /** A theme as a whole, a subtheme, or a term. */
  z.strictObject({ intent: z.literal('definition'), framework: id, theme: id.optional(), subtheme: id.optional(), term: id.optional() }),
  z.strictObject({ intent: z.literal('common'), framework: id, theme: id.optional() }),
  z.strictObject({ intent: z.literal('about'), framework: id.optional() }),
  /** What is said about `text` (folded words and concept ids); without a framework, in all. `statements` were chosen for it, by full id. */
  z.strictObject({
    intent: z.literal('topic'),
    text: z.string().max(500),
    statements: z.array(fullId).min(1).max(mostChosen).optional(),
    framework: id.optional(),
    role: id.optional(),
    theme: id.optional(),
    /** Only the best of it. */
    brief: z.literal(true).optional(),
  }),
  /** `topic`: only what each side says about it, in the words of whoever asks. */
  z.strictObject({
    intent: z.literal('compare-roles'),
    sides: z.array(roleRef).min(2).max(4),
    theme: id.optional(),
    topic: z.string().max(500).optional(),
  }),
  z.strictObject({
    intent: z.literal('compare-editions'),
    older: id,
    newer: id,
    role: id.optional(),
    theme: id.optional(),
    page: z.int().min(0).max(20).optional(),
  }),
  z.strictObject({
    intent: z.literal('compare-frameworks'),
    frameworks: z.array(id).min(2).max(mostCompared),
    theme: id.optional(),
    topic: z.string().max(500).optional(),
    level: id.optional(),
  }),
  /** A reflection question, or `count` of them; `not` is the prompt just shown. `statement` pins one statement. */
  z.strictObject({
    intent: z.literal('reflect'),
    framework: id.optional(),
    role: id.optional(),
    theme: id.optional(),
    text: z.string().max(500).optional(),
    statement: fullId.optional(),
    not: fullId.optional(),
    count: z.int().min(2).max(mostPrompts).optional(),
    /** Prompts that chance chose for somebody, for whoever is shown the same. */
    prompts: z.array(fullId).min(1).max(mostPrompts).optional(),
  }),
  z.strictObject({
    intent: z.literal('guide'),
    framework: id.optional(),
    role: id.optional(),
    occasion: z.enum(['review', 'onboarding', 'team', 'sparring']).optional(),
    /** What chance chose for somebody, for whoever is shown the same: statements, each with its prompt. */
    items: z
      .array(z.strictObject({ statement: fullId, prompt: fullId.optional() }))
      .max(mostItems)
      .optional(),
  }),
  z.strictObject({ intent: z.literal('set-role'), framework: id.optional(), role: id.optional(), forget: z.boolean().optional() }),
  /** `wish`: only to be told what is agreed, or to end a pause. */
  z.strictObject({ intent: z.literal('nudge-on'), ...timing, wish: z.enum(['show', 'resume']).optional() }),
  z.strictObject({ intent: z.literal('nudge-time'), ...timing }),
  z.strictObject({ intent: z.literal('nudge-off') }),
  /** `pause` is the period as it was said; `nudges/` turns it into dates. */
  z.strictObject({ intent: z.literal('nudge-pause'), pause: saidPeriod.optional(), offer }),
  /** A theme, a statement (its full id) or the words of a topic for some weeks. Without any: what it is now, or a choice. */
  z.strictObject({
    intent: z.literal('focus'),
    framework: id.optional(),
    theme: id.optional(),
    statement: fullId.optional(),
    text: z.string().max(500).optional(),
    period: saidPeriod.optional(),
    wish: z.enum(['show', 'change', 'stop']).optional(),
  }),
  z.strictObject({ intent: z.literal('share') }),
  /** What is known of the person: role, language, reminders. */
  z.strictObject({ intent: z.literal('profile') }),
  /**
   * The person's private notes; `text` is what to look for in them, `theme` a theme's id, `period` when they were written.
   * `wish`: how many there are of each theme, or, of a summary, that beside the notes.
   */
  z.strictObject({
    intent: z.literal('reflections'),
    text: z.string().max(500).optional(),
    theme: id.optional(),
    period: pastPeriodSchema.optional(),
    wish: z.enum(['themes', 'summary']).optional(),
  }),
  z.strictObject({ intent: z.literal('export-data') }),
  /** `confirmed` once the person has said yes to it. */
  z.strictObject({ intent: z.literal('delete-data'), confirmed: z.boolean().optional() }),
  /**
   * A reminder for once. `what` it is for, in the person's own words; `this`: for what was just spoken of. `days` holds the weekday
   * where one was said, which might be meant every week. `appointment` is the one that was just made, to be moved.
   */
  z.strictObject({
    intent: z.literal('remind'),
    ...once,
    days,
    what: said,
    this: z.literal(true).optional(),
    offer,
    appointment: id.optional(),
  }),
  /** An agreement with oneself: what the person will do, and when, in their own words; the rest is when to ask how it went. */
  z.strictObject({ intent: z.literal('agree'), ...once, when: said, will: said, offer }),
  /** The person's reminders and agreements. */
  z.strictObject({ intent: z.literal('agreements') }),
  /** The look back on the week: shown, or to come every week at this day and time; `off` when no more. */
  z.strictObject({
    intent: z.literal('look-back'),
    wish: z.enum(['on', 'off']).optional(),
    day: z.enum(weekdays).optional(),
    time: clockSchema.optional(),
  }),
  /** Something is to be written to whoever stands behind the documents. */
  z.strictObject({ intent: z.literal('to-editor') }),
  z.strictObject({ intent: z.literal('help') }),
  /** What a role, or a whole document, is about, without its wording. */
  z.strictObject({ intent: z.literal('outline'), framework: id, role: id.optional() }),
  /** `seen`: only who can see something: one's notes, a card that was shared, or what is written here. */
  z.strictObject({ intent: z.literal('privacy'), seen: z.enum(['note', 'card', 'all']).optional() }),
  /** Of the conversation itself; a place for what is to be printed. */
  z.strictObject({ intent: z.literal('service'), about: z.enum(services), framework: id.optional(), role: id.optional() }),
  z.strictObject({ intent: z.literal('smalltalk'), tone: z.enum(tones) }),
  /** `text` is what was looked for, where the words were understood. */
  z.strictObject({ intent: z.literal('out-of-scope'), reason: z.enum(refusals), text: z.string().max(500).optional() }),
] as const;

/** The schema of every question but `ambiguous`, which offers questions of these. */
export const questionSchema = z.discriminatedUnion('intent', simple);

/** A question that has one reading. */
export type PlainQuestion = z.output<typeof questionSchema>;

/** Several readings fit; the person chooses. `about` names what differs. */
export type AmbiguousQuestion = {
  readonly intent: 'ambiguous';
  readonly about: (typeof ambiguities)[number];
  /** What the choices have in common, in the adopted words: "Direktør", "Tværgående ledelse"; of a title, as it was said. */
  readonly subject: string;
  readonly choices: readonly PlainQuestion[];
};

/** What a person asked. */
export type Question = PlainQuestion | AmbiguousQuestion;

/** True where a message was not understood, or asks for what is not there; every other no is an answer. */
export function isMissed(question: Question): boolean {
  return question.intent === 'out-of-scope' && (question.reason === 'unknown' || question.reason === 'unclear');
}

/** Why a question is refused. */
export type Refusal = (typeof refusals)[number];

/** What is said about the conversation itself. */
export type Service = (typeof services)[number];

/** The tone of small talk. */
export type Tone = (typeof tones)[number];
