/**
 * What people said and what they wanted by it: the lines that the understanding is trained on, a file for each writer.
 */
import { z } from 'zod';
import { type Intent, intents } from '../content/intents.js';
import { LONGEST } from './text.js';

/** What may be wanted. `section` and `competency` are the same here: a part of a role. */
const wanted = z
  .enum([...intents, 'section', 'competency'])
  .transform((intent): Intent => (intent === 'section' || intent === 'competency' ? 'part' : intent));

/** One line. `{role}`, `{theme}`, `{section}`, `{framework}`, `{word}`, `{time}`, `{day}` and `{pause}` stand for any. */
const lineSchema = z.strictObject({
  say: z.string().trim().min(1).max(LONGEST),
  /** What is wanted. */
  intent: wanted,
  /** Who says it: a framework's id, and a role by its label. */
  as: z.strictObject({ framework: z.string(), role: z.string().optional() }).optional(),
  /** What was wanted just before, where the line goes on from it. */
  after: wanted.optional(),
  /** True for English. */
  en: z.boolean().optional(),
});

/** The schema of a file in `lexicon/said/`. */
export const saidSchema = z.strictObject({ said: z.array(lineSchema).default([]) });

/** One line that somebody said. */
export type Said = z.output<typeof lineSchema>;

/** The lines of one writer, by the name of their file. */
export type Writer = { readonly name: string; readonly said: readonly Said[] };
