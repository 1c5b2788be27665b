/**
 * What the buttons about sharing do. Who presses, and where, is never in here: that is for the activity to say.
 */
import { z } from 'zod';
import { subjectSchema } from '../content/place.js';

const id = z.string().min(1).max(80);

const shareActs = [
  /** Opens the form. */
  z.strictObject({ act: z.literal('share'), subject: subjectSchema }),
  z.strictObject({ act: z.literal('post'), subject: subjectSchema }),
  /** Shows a shared card as the presser sees it; `auto` when their client asks by itself. */
  z.strictObject({ act: z.literal('own'), share: id, auto: z.literal(true).optional() }),
  z.strictObject({ act: z.enum(['answer', 'unanswer', 'close']), share: id }),
] as const;

const shareActSchema = z.discriminatedUnion('act', shareActs);

/** One thing that a button about sharing does. */
export type ShareAct = z.output<typeof shareActSchema>;

const typed = z.string().max(10_000).optional().catch(undefined);

/** The data of a pressed button about sharing, with the fields of its card; untrusted. */
export const sharePressedSchema = z.object({
  do: z.literal('share'),
  act: shareActSchema,
  language: z.enum(['da', 'en']).catch('da'),
  conversation: typed,
  line: typed,
  round: typed,
  answer: typed,
});

/** A pressed button about sharing. */
export type SharePressed = z.output<typeof sharePressedSchema>;

/** The schema of what the dialog with a prompt sends; untrusted. */
export const promptPressedSchema = z.object({
  do: z.literal('prompt'),
  step: z.enum(['another', 'insert']),
  /** What was shown: a framework, and a prompt as a {@link Subject}. */
  subject: subjectSchema,
  language: z.enum(['da', 'en']).catch('da'),
  framework: z.string().max(200).optional().catch(undefined),
  about: z.string().max(200).optional().catch(undefined),
  line: z.string().max(10_000).optional().catch(undefined),
});

/** A pressed button of the dialog with a prompt. */
export type PromptPressed = z.output<typeof promptPressedSchema>;
