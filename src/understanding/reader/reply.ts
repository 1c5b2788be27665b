/**
 * What the second reader may say: one question about the documents, a choice of some, or that nothing is asked of them. Every
 * id is looked up; a reply with one that is not there is no reply.
 */
import { z } from 'zod';
import { levels } from '../../content/framework.js';
import { documentIntents, type Intent } from '../../content/intents.js';
import { type Framework, findRoleRef, type Library, olderEdition, termOf, themeOf } from '../../content/library.js';
import { once } from '../../content/once.js';
import { findPlace, type Subject } from '../../content/place.js';
import { reader } from '../policy.js';
import { type AmbiguousQuestion, type PlainQuestion, questionSchema } from '../question.js';
import { wantedBy } from '../wanted.js';

/** What the reader made of a message; `other` where it asks nothing of the documents. */
export type Read = { readonly kind: 'question'; readonly question: PlainQuestion | AmbiguousQuestion } | { readonly kind: 'other' };

/** Whether a question is about the documents, and may be read; an honest no may be given too. */
export function isOfDocuments(intent: PlainQuestion['intent']): boolean {
  return (documentIntents as readonly Intent[]).includes(wantedBy({ intent } as PlainQuestion));
}

/** Why the reader may say no: its no is one of the product's own. */
export const refusals = ['unknown', 'terms', 'people', 'writing'] as const;

/** Slots that chance, a button or a person's own words fill, and that no reader may. */
const notTheirs = ['text', 'topic', 'brief', 'after', 'page', 'not', 'prompts', 'items'];

/** Far longer than any reply that fits the schema, in UTF-16 units. */
const longest = 20_000;

type Shape = Record<string, z.ZodType>;

/** The schema of a reply, made when it is first needed: a start without a reader needs none. */
const schema = once(() => {
  const options = questionSchema.options.filter((option) => namesOf(option).some((name) => name === 'out-of-scope' || isOfDocuments(name)));
  /** The questions of {@link questionSchema} that may be chosen, each without the slots that are not the reader's. */
  const chosen = z.discriminatedUnion(
    'intent',
    options.map((option) => {
      const shape: Shape = { ...option.shape };
      for (const slot of notTheirs) delete shape[slot];
      if (namesOf(option).includes('out-of-scope')) shape['reason'] = z.enum(refusals);
      return z.strictObject(shape);
    }) as unknown as [z.ZodObject<{ intent: z.ZodLiteral }>, ...z.ZodObject<{ intent: z.ZodLiteral }>[]],
  );
  const reading = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('question'), question: chosen }),
    z.strictObject({ kind: z.literal('choice'), choices: z.array(chosen).min(2).max(reader.mostChoices) }),
    z.strictObject({ kind: z.literal('other') }),
  ]);
  return z.strictObject({ reading });
});

/** The names that an option of the union goes by. */
function namesOf({ shape: { intent } }: { readonly shape: { readonly intent: z.ZodType } }): readonly PlainQuestion['intent'][] {
  const { const: one, enum: several } = z.toJSONSchema(intent) as {
    const?: PlainQuestion['intent'];
    enum?: PlainQuestion['intent'][];
  };
  return one === undefined ? (several ?? []) : [one];
}

/**
 * The schema of a reply in the part of JSON Schema that strict structured output takes: every slot required, null where it is
 * left out, nothing beside them, and no bounds, which {@link parseReply} checks (OpenAI and Azure OpenAI, "Structured outputs").
 */
export const replyJsonSchema = once(
  () => strict(z.toJSONSchema(schema(), { reused: 'ref', io: 'input' })) as Readonly<Record<string, unknown>>,
);

const kept = ['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'enum', '$ref', '$defs'];

type Node = { readonly [key: string]: unknown };

function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const { const: only, oneOf, properties, required = [], ...rest } = node as Node;
  const plain: Node = {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => kept.includes(key))),
    ...(only !== undefined && { enum: [only] }),
    ...(oneOf !== undefined && { anyOf: oneOf }),
  };
  const mapped: Node = Object.fromEntries(
    Object.entries(plain).map(([key, value]) => [key, key === '$defs' ? mapValues(value as Node, strict) : strict(value)]),
  );
  if (properties === undefined) return mapped;
  const needed = new Set(required as string[]);
  return {
    ...mapped,
    properties: Object.fromEntries(
      Object.entries(properties as Node).map(([name, value]) => [name, needed.has(name) ? strict(value) : orNull(strict(value))]),
    ),
    required: Object.keys(properties as Node),
    additionalProperties: false,
  };
}

function mapValues(node: Node, change: (value: unknown) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value)]));
}

function orNull(node: unknown): unknown {
  return { anyOf: [node, { type: 'null' }] };
}

/**
 * What a reply says; undefined for anything but a reading whose every id the library has. `topic` are the words that the message
 * itself asks about, since the reader gives none.
 */
export function parseReply(library: Library, text: string, topic: string): Read | undefined {
  const { data } = schema().safeParse(withoutNulls(parseJson(text)));
  if (!data) return undefined;
  const { reading } = data;
  if (reading.kind === 'other') return reading;
  const read = (reading.kind === 'question' ? [reading.question] : reading.choices).map((chosen) => toQuestion(library, chosen, topic));
  const questions = read.flatMap((question) => question ?? []);
  if (questions.length < read.length) return undefined;
  const distinct = questions.filter((one, at) => questions.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
  const [first] = distinct;
  if (!first) return undefined;
  if (distinct.length === 1) return { kind: 'question', question: first };
  // An honest no is nothing to choose.
  if (distinct.some(({ intent }) => intent === 'out-of-scope')) return undefined;
  return { kind: 'question', question: { intent: 'ambiguous', about: 'reading', subject: '', choices: distinct } };
}

function parseJson(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Strict output writes what is left out as null. */
function withoutNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNulls);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNulls(value)]),
  );
}

/** A chosen question with the words that only the message has; undefined where something in it is not there, or it asks nothing. */
function toQuestion(library: Library, chosen: unknown, topic: string): PlainQuestion | undefined {
  const intent = (chosen as { intent: string }).intent;
  const words = {
    ...(intent === 'topic' && { text: topic, ...placeOf(library, chosen) }),
    ...((intent === 'compare-roles' || intent === 'compare-frameworks') && !hasTheme(chosen) && topic && { topic }),
  };
  const question = questionSchema.safeParse({ ...(chosen as object), ...words }).data;
  return question && isThere(library, question) ? question : undefined;
}

/** The document that all chosen statements are of, so that the next message can go on from it. */
function placeOf(library: Library, chosen: unknown): { readonly framework?: string } {
  const { framework, statements = [] } = chosen as { readonly framework?: string; readonly statements?: readonly string[] };
  const [first, ...others] = new Set(statements.map((id) => library.statement(id)?.framework));
  return framework === undefined && first !== undefined && others.length === 0 ? { framework: first } : {};
}

function hasTheme(chosen: unknown): boolean {
  return (chosen as { theme?: string }).theme !== undefined;
}

function isThere(library: Library, question: PlainQuestion): boolean {
  switch (question.intent) {
    case 'compare-roles':
      return (
        question.sides.every(({ framework, role }) => findRoleRef(library, framework, role) !== undefined) &&
        hasThemeIn(library, question.sides, question.theme)
      );
    case 'compare-editions': {
      const { older, newer, role, theme } = question;
      const framework = library.framework(newer);
      const isOlder = framework !== undefined && olderEdition(library, framework)?.id === older;
      return isOlder && findPlace(library, { framework: newer, role, theme }) !== undefined;
    }
    case 'compare-frameworks':
      return (
        question.frameworks.every((id) => library.framework(id)) &&
        (question.level === undefined || (levels as readonly string[]).includes(question.level)) &&
        hasThemeIn(
          library,
          question.frameworks.map((framework) => ({ framework })),
          question.theme,
        )
      );
    case 'topic':
      return (
        areThere(library, question) &&
        (question.text !== '' || (question.statements ?? []).length > 0) &&
        (question.statements ?? []).every((id) => library.statement(id))
      );
    default:
      return areThere(library, question);
  }
}

function hasThemeIn(library: Library, sides: readonly { readonly framework: string }[], theme: string | undefined): boolean {
  return theme === undefined || sides.some(({ framework }) => themeOf(library.framework(framework) as Framework, theme) !== undefined);
}

/** Whether all that a question names within one framework is there, and belongs together. */
function areThere(library: Library, question: PlainQuestion): boolean {
  const { framework: id, role, theme, subtheme, statement, term } = question as Partial<Subject> & { readonly term?: string };
  if (id === undefined) return [role, theme, subtheme, statement, term].every((slot) => slot === undefined);
  const framework = library.framework(id);
  const isTerm = term === undefined || (framework !== undefined && termOf(framework, term) !== undefined);
  // A statement may be chosen without its role.
  const isStatement = statement === undefined || library.statement(statement)?.framework === id;
  return isTerm && isStatement && findPlace(library, { framework: id, role, theme, subtheme }) !== undefined;
}
