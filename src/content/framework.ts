/**
 * The shape of one adopted document (a *ledelsesgrundlag*) in `content/frameworks/<id>.yaml`.
 *
 * The schema checks each value on its own; what must agree between values (a statement's role exists,
 * ids are unique) is checked by `findFrameworkFaults` in `faults.ts`, so that every fault of a file
 * is listed at once.
 */
import { z } from 'zod';
import type { Path } from './found.js';

/** The rungs that make roles of different documents comparable, lowest first. */
export const levels = ['medarbejder', 'leder-af-medarbejdere', 'leder-af-ledere', 'chef', 'direktor'] as const;

/** One rung of the ladder of leadership; see {@link levels}. */
export type Level = (typeof levels)[number];

/** The pseudo-role of statements that a document addresses to everybody it covers. */
export const COMMON = 'common';

/** The heading of what a document without anything in common would have in common: nothing stands under it. */
const EVERYBODY = 'Fælles';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id-form');
const text = z.string().trim().min(1);

/** Adopted words. `original` is the document's own spelling where `text` mends an evident typo. */
const wording = z
  .union([text, z.strictObject({ text, original: text })])
  .transform((value): Wording => (typeof value === 'string' ? { text: value } : value));

const bilingual = z.strictObject({ da: text, en: text });
const aliases = z.array(text).default([]);

const statement = z.strictObject({
  /** Readable and stable: it names the content, not the position. Unique within the framework. */
  id,
  /** Several lines where the document sets several expectations in one cell. */
  text,
  /** The document's spelling where `text` mends an evident typo. */
  original: text.optional(),
  /** The document's short version of the same statement, where it has one. */
  short: wording.optional(),
  theme: id.optional(),
  subtheme: id.optional(),
  /** The column that the statement may belong to instead, where the source does not show it clearly: a role's label, or what all share. */
  uncertain: text.optional(),
});

const theme = z.strictObject({
  id,
  label: wording,
  /** What English readers call it. */
  en: text,
  /** The id of an entry of `groups`. */
  group: id.optional(),
  definition: wording.optional(),
  aliases,
  subthemes: z.array(z.strictObject({ id, label: wording, aliases })).default([]),
});

const role = z.strictObject({
  id,
  /** As the document prints it, ready to show: "Kontorchefer". */
  label: text,
  /** The whole of the document's own heading where `label` shortens it. */
  adopted: text.optional(),
  /** The heading over several roles ("Chefteamet"), where the document has one. */
  group: text.optional(),
  level: z.enum(levels),
  /** The role in the singular, in running text: "kontorchef" / "head of office". */
  name: bilingual,
  aliases,
});

const common = z.strictObject({
  heading: text,
  lead: wording.optional(),
  close: wording.optional(),
  aliases,
  statements: z
    .array(statement)
    .nullish()
    .transform((given) => given ?? []),
});

/** The schema of a framework file. Unknown keys are faults, so that a misspelt key is found. */
export const frameworkSchema = z.strictObject({
  id,
  title: text,
  /** What cards and buttons call it: "Aarhus Børn og Unge 2024". */
  name: text,
  /** False where the document bears no title and `title` is ours. */
  titled: z.boolean().default(true),
  organisation: z.strictObject({ name: text.nullable(), unit: text.nullable() }),
  /** Year of the edition; null where the document does not say. */
  edition: z.int().min(1970).max(2100).nullable(),
  /** The id of the edition that this one replaces. */
  supersedes: id.optional(),
  source: z.strictObject({
    /** File name in `content/sources/`, and no way to elsewhere. */
    file: text.regex(/^[^./\\][^/\\]*$/, 'source-name'),
    /** True where the text was read by a machine and lost æ, ø and å. */
    ocr: z.boolean().default(false),
    /** How many times the document prints each role statement. */
    copies: z.int().min(1).default(1),
    /** What the machine misread or doubled in this one document, and what stands there. */
    slips: z.record(z.string(), z.string()).default({}),
  }),
  /** What people call the document, its municipality and its department. */
  aliases,
  /** Whom to ask about the document; shown by help, about and "not found". */
  contact: text.optional(),
  /** `section`: the themes are the same headings for every role ("Jeg skal lykkes med"). */
  themeKind: z.enum(['section', 'theme']),
  /** What the document calls its themes: "ledelseskompetence", "ledelseskompetencer". */
  themeNames: z.strictObject({ da: z.tuple([text, text]), en: z.tuple([text, text]) }),
  preface: z.array(z.strictObject({ heading: text.nullable(), paragraphs: z.array(wording).min(1) })).default([]),
  /** Headings over several themes (hjørneflag). `label` is the sentence, `short` the heading on the role pages. */
  groups: z.array(z.strictObject({ id, label: wording, short: text.optional(), aliases })).default([]),
  themes: z.array(theme).min(1),
  /** Named notions of the document that people ask about: "ledestjernen", "kerneopgaven". */
  terms: z
    .array(z.strictObject({ id, label: text, heading: text.nullable(), text: wording, items: z.array(wording).default([]), aliases }))
    .default([]),
  /** What the document expects of everybody; it may be without. */
  common: common.nullish().transform((given): z.output<typeof common> => given ?? { heading: EVERYBODY, aliases: [], statements: [] }),
  roles: z.array(role).min(1),
  statements: z.array(z.strictObject({ role: id, theme: id, items: z.array(statement.omit({ theme: true, short: true })).min(1) })).min(1),
});

/** A framework as its file says it, after defaults. */
export type FrameworkFile = z.output<typeof frameworkSchema>;

/** Adopted words and, where we mended a typo, the document's own spelling. */
export type Wording = { readonly text: string; readonly original?: string };

/** The ids of all statements of a file, the document's order, and where each stands. */
export function statementIds(file: FrameworkFile): [string, Path][] {
  return [
    ...file.common.statements.map((item, at): [string, Path] => [item.id, ['common', 'statements', at, 'id']]),
    ...file.statements.flatMap((block, at) =>
      block.items.map((item, i): [string, Path] => [item.id, ['statements', at, 'items', i, 'id']]),
    ),
  ];
}
