/**
 * Examples of an agreement with oneself in `content/agreements/<framework>.yaml`: our own words, never the municipality's.
 */
import { z } from 'zod';
import type { Language } from './language.js';

/** Characters that fit a field of the form on a phone. */
const LONGEST = 80;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id-form');

/** Words that go on from an opening, which the form writes itself. */
function goingOnFrom(opening: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(LONGEST)
    .regex(/(?<![.!?…])$/u, 'full-stop')
    .refine((text) => !text.toLowerCase().startsWith(`${opening} `), { error: 'opening', params: { opening } });
}

/** An abbreviation keeps its capitals ("MED-udvalget mødes"); English needs one after "When" ("I arrive", "Monday begins"). */
const small = /^(?!\p{Lu}\P{Lu})/u;
const SMALL = 'capital';

const example = {
  /** A moment of a working day. */
  when: z.strictObject({ da: goingOnFrom('når').regex(small, SMALL), en: goingOnFrom('when') }),
  /** One small thing that they do themselves and others can see. */
  will: z.strictObject({ da: goingOnFrom('jeg vil').regex(small, SMALL), en: goingOnFrom('i will').regex(small, SMALL) }),
};

/** The schema of a file of agreements. */
export const agreementsSchema = z.strictObject({
  framework: id,
  /** For what stands under no theme. */
  common: z.strictObject(example).optional(),
  examples: z.array(z.strictObject({ theme: id, ...example })),
});

/** A file of agreements as parsed. */
export type AgreementFile = z.output<typeof agreementsSchema>;

/** What an agreement with oneself may say: both go on from "Når …, vil jeg …" and "When …, I will …", with no full stop. */
export type AgreementExample = {
  readonly when: Readonly<Record<Language, string>>;
  readonly will: Readonly<Record<Language, string>>;
};

/** Examples by {@link exampleKey}. */
export function toAgreementExamples(files: readonly AgreementFile[]): ReadonlyMap<string, AgreementExample> {
  return new Map(
    files.flatMap(({ framework, common, examples }) => [
      ...(common ? [[exampleKey(framework, undefined), common] as const] : []),
      ...examples.map(({ theme, when, will }) => [exampleKey(framework, theme), { when, will }] as const),
    ]),
  );
}

/** What an example is kept by: the ids of its framework and theme; without a theme it is for what stands under none. */
export function exampleKey(framework: string, theme: string | undefined): string {
  return `${framework}/${theme ?? ''}`;
}
