/**
 * What the buttons of cards do. Whose notes, plan or share that touches is never in here: that is for the activity to say.
 */
import { z } from 'zod';
import { subjectSchema } from '../content/place.js';
import { clockSchema, pastPeriodSchema } from '../language/times/when.js';
import type { PlainQuestion } from '../understanding/question.js';
import { shareableSchema } from '../understanding/shareable.js';

const id = z.string().min(1).max(80);
const fullId = z.string().min(1).max(200);

/** What a note is about. */
const about = { statement: fullId.optional(), framework: id.optional(), theme: id.optional() };

const acts = [
  /** `framework` and `theme` stand beside the prompt that closes a focus, which is none of the content's. */
  z.strictObject({ act: z.literal('save-note'), prompt: fullId, ...about }),
  z.strictObject({ act: z.literal('undo-note'), note: id, prompt: fullId, ...about }),
  /**
   * `search` is what was looked for before; a search field on the card wins. `seen` is the local date on which `period` was
   * said, so that "sidste uge" is the same week on every page.
   */
  z.strictObject({
    act: z.literal('list-notes'),
    page: z.int().min(0).max(10_000).optional(),
    search: z.string().max(200).optional(),
    theme: id.optional(),
    period: pastPeriodSchema.optional(),
    seen: z.iso.date().optional(),
    wish: z.enum(['themes', 'summary']).optional(),
  }),
  z.strictObject({ act: z.literal('open-note'), note: id, mode: z.enum(['read', 'edit', 'delete']) }),
  z.strictObject({ act: z.literal('edit-note'), note: id }),
  z.strictObject({ act: z.literal('delete-note'), note: id }),
  /** One part, counted from 1, of all that is stored about the person. */
  z.strictObject({ act: z.literal('read-data'), part: z.int().min(1).max(10_000) }),
  /** `pick-framework` without a chosen one is asked again; `other-framework` goes back to the first step. */
  z.strictObject({ act: z.enum(['pick-framework', 'other-framework']) }),
  z.strictObject({ act: z.literal('pick-role'), framework: id }),
  z.strictObject({ act: z.literal('pick-language') }),
  /** Takes the focus that was chosen. */
  z.strictObject({ act: z.literal('pick-focus') }),
  /** Nothing is deleted after all. */
  z.strictObject({ act: z.literal('keep-data') }),
] as const;

const planActs = [
  z.strictObject({ act: z.enum(['open-plan', 'show-plan', 'save-plan', 'not-today', 'resume', 'keep-zone', 'keep-plan']) }),
  z.strictObject({ act: z.literal('use-zone'), zone: z.string().min(1).max(80) }),
] as const;

const shareActs = [
  /** Opens the form. */
  z.strictObject({ act: z.literal('share'), subject: shareableSchema }),
  z.strictObject({ act: z.literal('post'), subject: shareableSchema }),
  /** Shows a shared card as the presser sees it; `auto` when their client asks by itself. */
  z.strictObject({ act: z.literal('own'), share: id, auto: z.literal(true).optional() }),
  z.strictObject({ act: z.enum(['answer', 'unanswer', 'close']), share: id }),
] as const;

const appointmentActs = [
  z.strictObject({ act: z.literal('list-appointments'), page: z.int().min(0).max(10_000).optional() }),
  z.strictObject({ act: z.literal('open-appointment'), appointment: id, mode: z.enum(['read', 'edit']) }),
  /** Opens the form of a new agreement, made under a question. */
  z.strictObject({ act: z.literal('new-agreement'), prompt: fullId.optional(), statement: fullId.optional() }),
  /** Keeps what stands in the form: of a new agreement, or of the appointment. */
  z.strictObject({
    act: z.literal('save-appointment'),
    appointment: id.optional(),
    prompt: fullId.optional(),
    statement: fullId.optional(),
  }),
  /** At one of the times that were proposed. */
  z.strictObject({ act: z.literal('set-appointment'), appointment: id, date: z.iso.date(), time: clockSchema }),
  z.strictObject({ act: z.literal('put-off'), appointment: id, by: z.enum(['hour', 'day', 'week']) }),
  z.strictObject({
    act: z.literal('answer-appointment'),
    appointment: id,
    how: z.enum(['done', 'partly', 'not-yet', 'drop', 'take-back']),
  }),
  z.strictObject({ act: z.literal('delete-appointment'), appointment: id }),
] as const;

/** Why somebody writes to an editor: what they asked is not there, was not understood, the answer was no good, or of their own accord. */
export const letterReasons = ['silent', 'unclear', 'disliked', 'asked'] as const;

/** See {@link letterReasons}. */
export type LetterReason = (typeof letterReasons)[number];

/** The longest letter, in UTF-16 units: a question and what it is about, and no case. */
export const maxLetter = 1_000;

const letterAbout = { reason: z.enum(letterReasons), framework: id.optional() };
const letterActs = [
  /** Opens the form; `said` is what the person asked, to begin with. */
  z.strictObject({ act: z.literal('open-letter'), ...letterAbout, said: z.string().max(maxLetter).optional() }),
  z.strictObject({ act: z.literal('send-letter'), ...letterAbout }),
  /** For the editor alone. */
  z.strictObject({ act: z.literal('list-letters'), page: z.int().min(0).max(10_000).optional() }),
  z.strictObject({ act: z.literal('finish-letter'), letter: id, page: z.int().min(0).max(10_000).optional() }),
] as const;

/** The schema of what a button of a personal card does; a key too many is a fault. */
export const actSchema = z.discriminatedUnion('act', acts);

/** The ids of the fields on personal cards: what a person typed or chose there comes back under these names. */
export const fields = {
  note: 'note',
  search: 'search',
  framework: 'framework',
  role: 'role',
  speech: 'speech',
  focus: 'focus',
  weeks: 'weeks',
} as const;

/** The ids of the fields of the settings of daily questions. */
export const planFields = { on: 'on', days: 'days', time: 'time', exact: 'exact', until: 'until' } as const;

/** The ids of the fields about appointments. */
export const appointmentFields = {
  what: 'what',
  when: 'when',
  will: 'will',
  ahead: 'ahead',
  date: 'date',
  time: 'time',
  comment: 'comment',
} as const;

/** The ids of the fields on cards about sharing. */
export const shareFields = {
  conversation: 'conversation',
  line: 'line',
  round: 'round',
  answer: 'answer',
  framework: 'framework',
  about: 'about',
} as const;

/** The ids of the fields of a letter. */
export const letterFields = { words: 'letter', signed: 'signed' } as const;

/** The longest search that is looked for. */
export const maxSearch = 200;
/** The longest line that goes with what is shared, and the longest answer of a round, in UTF-16 units. */
export const maxLine = 200;
/** See {@link maxLine}. */
export const maxRoundAnswer = 280;

/** The data of pressed buttons of one sort: what they do, the card's language, and the fields of the card; untrusted. */
function pressedWith<D extends string, A extends z.ZodType, F extends z.ZodRawShape>(sort: D, act: A, typed: F) {
  return z.object({ do: z.literal(sort), act, language: z.enum(['da', 'en']).catch('da'), ...typed });
}

/** What stands in a field; longer than a client lets people type counts as nothing. */
function typed(longest: number) {
  return z.string().max(longest).optional().catch(undefined);
}

/** A pressed button of a personal card. */
export const pressedSchema = pressedWith('act', actSchema, {
  note: typed(100_000),
  search: typed(100_000),
  framework: typed(100_000),
  role: typed(100_000),
  speech: z.enum(['da', 'en', 'auto']).optional().catch(undefined),
  focus: typed(500),
  weeks: typed(10),
});

/** A pressed button about daily questions, with the fields of the settings. */
export const planPressedSchema = pressedWith('plan', z.discriminatedUnion('act', planActs), {
  on: typed(200),
  days: typed(200),
  time: typed(200),
  exact: typed(200),
  until: typed(200),
});

/** A pressed button about what comes back to the person. */
export const appointmentPressedSchema = pressedWith('appointment', z.discriminatedUnion('act', appointmentActs), {
  what: typed(100_000),
  when: typed(100_000),
  will: typed(100_000),
  ahead: typed(200),
  date: typed(200),
  time: typed(200),
  comment: typed(100_000),
});

/** A pressed button about a letter to an editor. */
export const letterPressedSchema = pressedWith('letter', z.discriminatedUnion('act', letterActs), {
  letter: typed(100_000),
  signed: typed(10),
});

/** A pressed button about sharing. */
export const sharePressedSchema = pressedWith('share', z.discriminatedUnion('act', shareActs), {
  conversation: typed(10_000),
  line: typed(10_000),
  round: typed(10_000),
  answer: typed(10_000),
});

/** The schema of what the dialog with a prompt sends; untrusted. */
export const promptPressedSchema = z.object({
  do: z.literal('prompt'),
  step: z.enum(['another', 'insert']),
  /** What was shown: a framework, and a prompt as a {@link Subject}. */
  subject: subjectSchema,
  language: z.enum(['da', 'en']).catch('da'),
  framework: typed(200),
  about: typed(200),
  line: typed(10_000),
});

/** A pressed button of a personal card. */
export type Pressed = z.output<typeof pressedSchema>;

/** A pressed button about daily questions. */
export type PlanPressed = z.output<typeof planPressedSchema>;

/** A pressed button about what comes back to the person. */
export type AppointmentPressed = z.output<typeof appointmentPressedSchema>;

/** A pressed button about a letter to an editor. */
export type LetterPressed = z.output<typeof letterPressedSchema>;

/** A pressed button about sharing. */
export type SharePressed = z.output<typeof sharePressedSchema>;

/** A pressed button of the dialog with a prompt. */
export type PromptPressed = z.output<typeof promptPressedSchema>;

/** One thing that a button of a personal card does. */
export type Act = Pressed['act'];

/** What a button does, and of which sort it is: for the person, about sharing, daily questions, what comes back, or letters. */
export type Doing = {
  [P in Pressed | PlanPressed | AppointmentPressed | LetterPressed | SharePressed as P['do']]: Readonly<Pick<P, 'do' | 'act'>>;
}['act' | 'plan' | 'appointment' | 'letter' | 'share'];

const doingSchema = z.discriminatedUnion('do', [
  pressedSchema,
  planPressedSchema,
  appointmentPressedSchema,
  letterPressedSchema,
  sharePressedSchema,
]);

/** What the button does whose data these are, whatever sort it is of; undefined for other data. */
export function readDoing(data: unknown): Doing | undefined {
  const pressed = doingSchema.safeParse(data).data;
  return pressed && ({ do: pressed.do, act: pressed.act } as Doing);
}

/** What leads on: an act of a button, or a question. */
export type Leading = Doing | PlainQuestion;

/** The acts whose answers hold words that a person wrote. Where those are read in a dialog, a button that does one opens it at once. */
const privateActs: readonly Doing['act']['act'][] = [
  'list-notes',
  'open-note',
  'undo-note',
  'read-data',
  'list-appointments',
  'open-appointment',
  'new-agreement',
  'open-letter',
  'list-letters',
];

/** The same of questions, by their intents. */
const privateIntents: readonly PlainQuestion['intent'][] = ['reflections', 'export-data', 'agreements', 'to-editor'];

/** Whether the answer holds words that a person wrote, and is read where nobody else may look. */
export function isPrivate(leading: Leading): boolean {
  if (!('intent' in leading)) return privateActs.includes(leading.act.act);
  // Turned on or off it shows nothing.
  if (leading.intent === 'look-back') return leading.wish === undefined;
  return privateIntents.includes(leading.intent);
}
