/**
 * What an editor's own program completes and checks by while they type: a JSON schema for each kind of content file, made of the
 * schemas that the files are read by, with what each key means in Danish.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { agreementsSchema } from '../content/agreements.js';
import { asksSchema } from '../content/asks.js';
import { frameworkSchema } from '../content/framework.js';
import { promptsSchema } from '../content/prompts.js';
import { type FileKind, keyAt } from '../content/strings/keys-da.js';
import { lexiconSchema } from '../language/lexicon.js';
import { saidSchema } from '../language/said.js';

/** The folder of a content folder that holds the schemas. */
export const schemasPart = 'schemas';

type Kind = { readonly schema: z.ZodType; readonly keys: FileKind };

const lexicon = (...parts: (keyof typeof lexiconSchema.shape)[]): Kind => ({
  schema: z.strictObject(Object.fromEntries(parts.map((part) => [part, lexiconSchema.shape[part]]))),
  keys: 'lexicon',
});

/** Kinds of files by the name of their schema. */
const kinds: Readonly<Record<string, Kind>> = {
  framework: { schema: frameworkSchema, keys: 'framework' },
  prompts: { schema: promptsSchema, keys: 'prompts' },
  questions: { schema: asksSchema, keys: 'questions' },
  agreements: { schema: agreementsSchema, keys: 'agreements' },
  topics: lexicon('topics'),
  titles: lexicon('titles'),
  cues: lexicon('cues'),
  refusals: lexicon('cues'),
  spoken: lexicon('spoken'),
  post: lexicon('mail', 'dictated', 'asking'),
  words: lexicon('words'),
  said: { schema: saidSchema, keys: 'said' },
};

/** A JSON schema, as far as it is looked into here. */
type Node = {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Node>;
  items?: Node | Node[];
  additionalProperties?: Node | boolean;
  anyOf?: Node[];
};

/** The text of each schema file, by its name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).map(([name, { schema, keys }]) => {
      const node = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'inline' }) as Node;
      return [`${name}.json`, `${JSON.stringify(describe(node, keys, []), undefined, 1)}\n`];
    }),
  );
}

/** Writes them into a content folder, and gives how many there are. */
export async function writeSchemas(folder: string): Promise<number> {
  mkdirSync(join(folder, schemasPart), { recursive: true });
  const files = schemaFiles();
  for (const [name, text] of files) writeFileSync(join(folder, schemasPart, name), text);
  return files.size;
}

/** A schema with the words for each of its keys. */
function describe(node: Node, kind: FileKind, path: readonly string[]): Node {
  const key = keyAt(kind, path);
  const inner = (each: Node) => describe({ ...each }, kind, path);
  const { properties, items, additionalProperties, anyOf, ...rest } = node;
  return {
    ...(key && { description: key.says }),
    ...(key?.example !== undefined && path.length > 0 && { examples: [key.example] }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, describe(each, kind, [...path, name])])),
    }),
    ...(items && { items: Array.isArray(items) ? items : bare(inner(items)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? describe(additionalProperties, kind, [...path, '*']) : additionalProperties,
    }),
    ...(anyOf && { anyOf: anyOf.map((each) => bare(inner(each))) }),
  };
}

/** What a list holds, and each of several shapes, has the words of the whole already. */
function bare({ description: _, examples: __, ...node }: Node): Node {
  return node;
}
