/**
 * Whether an answer is right: the judge of labelled questions in `test/questions/`.
 */
import { z } from 'zod';
import { fold } from '../../language/text.js';

const list = z.array(z.string()).default([]);

/** What a right answer shows; see test/questions/README.md. */
const expectSchema = z.object({
  framework: list,
  role: list,
  theme: z.string().nullable().default(null),
  section: z.string().nullable().default(null),
  /** Fragments that must all be shown. */
  contains: list,
  /** Fragments of which one must be shown. */
  contains_any: list,
  slots: z.object({ time: z.string().optional(), days: z.array(z.string()).optional(), pause: z.string().optional() }).default({}),
  /** Frameworks that must be offered. */
  choices: list,
});

const profile = z.object({ framework: z.string().nullable(), role: z.string().nullable() }).default({ framework: null, role: null });

/** A labelled question. */
export const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  style: z.string().default('plain'),
  context: profile,
  intent: z.string(),
  intent_also: list,
  expect: expectSchema.prefault({}),
});

/** A labelled conversation: each turn follows the one before. */
export const conversationSchema = z.object({
  id: z.string(),
  context: profile,
  turns: z.array(lineSchema.omit({ id: true, context: true })).min(1),
});

/** A labelled question as parsed. */
export type Line = z.output<typeof lineSchema>;

/** What the bot made of a question. */
export type Given = {
  readonly intent: string;
  readonly framework: readonly string[];
  readonly role: readonly string[];
  readonly theme: string | null;
  readonly section: string | null;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly text: string;
};

/** What was wrong with an outcome; empty when it is right. */
export function findFaults(line: Pick<Line, 'intent' | 'intent_also' | 'expect'>, outcome: Given): string[] {
  const { expect } = line;
  if (![line.intent, ...line.intent_also].includes(outcome.intent)) return [`intent ${outcome.intent}`];
  if (outcome.intent === 'out-of-scope') return [];
  // Offering the readings is right where the label allows it; nothing is shown yet.
  if (outcome.intent === 'ambiguous' && line.intent !== 'ambiguous') return [];
  const all = outcome.intent === 'compare-editions' || outcome.intent === 'compare-frameworks';
  const faults: string[] = [];
  const check = (right: boolean, fault: string) => {
    if (!right) faults.push(fault);
  };
  check(
    expect.framework.length === 0 ||
      (all
        ? expect.framework.every((id) => outcome.framework.includes(id))
        : expect.framework.some((id) => outcome.framework.includes(id))),
    'framework',
  );
  check(
    expect.role.length === 0 ||
      outcome.intent === 'common' ||
      outcome.intent === 'compare-frameworks' ||
      expect.role.some((role) => outcome.role.includes(role)),
    'role',
  );
  check(expect.theme === null || outcome.theme === null || outcome.theme === expect.theme, 'theme');
  check(expect.section === null || outcome.section === null || outcome.section === expect.section, 'section');
  check(
    expect.contains.every((fragment) => shows(outcome.text, fragment)),
    'contains',
  );
  check(expect.contains_any.length === 0 || expect.contains_any.some((fragment) => shows(outcome.text, fragment)), 'contains any');
  check(
    expect.choices.every((id) => (outcome.slots['choices'] as string[] | undefined)?.includes(id)),
    'choices',
  );
  check(expect.slots.time === undefined || outcome.slots['time'] === expect.slots.time, 'time');
  check(expect.slots.days === undefined || JSON.stringify(outcome.slots['days']) === JSON.stringify(expect.slots.days), 'days');
  check(expect.slots.pause === undefined || outcome.slots['pause'] !== undefined, 'pause');
  return faults;
}

function shows(text: string, fragment: string): boolean {
  return bare(text).includes(bare(fragment));
}

function bare(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, ' ');
}
