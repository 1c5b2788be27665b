/**
 * What is wrong with the shape of a file, as an editor would be told: one fault for each cause, with what to write.
 */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Fault, Found, Path, Wanted } from '../content/found.js';
import { meant, toId } from '../content/near.js';
import { type FileKind, keyAt } from '../content/strings/keys-da.js';

type Issue = z.core.$ZodIssue;

/** How zod begins what it says itself; what a schema says for itself begins otherwise. */
const ofZod = /^(Too small|Too big|Invalid|Unrecognized)/;

/** Explains what a schema found in the data of a file. `kind` gives examples of what to write. */
export function explain(issues: readonly Issue[], data: unknown, schema: z.ZodType, kind: FileKind | undefined): Fault[] {
  if (data === null || data === undefined) return [{ id: 'empty-file', path: [], facts: {} }];
  const flat = flatten(issues);
  const isMissing = ({ code, path }: Issue) => /^invalid_(type|value)$/.test(code) && valueAt(data, path as Path) === undefined;
  const missing = flat.filter(isMissing);
  const unknown = flat.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [toUnknownKey(issue, schema)] : []));
  // A key that is misspelt is missing too: that is one mistake.
  const misspelt = unknown.map(({ path, nearest }) => JSON.stringify([...path, nearest]));
  const absent = missing.filter(({ path }) => !misspelt.includes(JSON.stringify(path)));
  const wrong = flat.filter((issue) => !isMissing(issue) && issue.code !== 'unrecognized_keys');
  return [
    ...unknown.map(({ path, keys, nearest }): Fault => ({ id: 'unknownKey', path: [...path, keys[0] ?? ''], facts: { keys, nearest } })),
    ...toMissing(absent, kind),
    ...firstOfEachPlace(wrong).map(
      (issue): Fault => ({ ...toFound(issue, valueAt(data, issue.path as Path), kind), path: issue.path as Path }),
    ),
  ];
}

function firstOfEachPlace(issues: readonly Issue[]): Issue[] {
  const places = issues.map(({ path }) => JSON.stringify(path));
  return issues.filter((_, at) => places.indexOf(places[at] ?? '') === at);
}

/** Takes the most telling branch of each union, so that an editor reads one fault and not all that might have been. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const deepest = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? [];
    return flatten(deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue));
  });
}

function toUnknownKey(issue: Extract<Issue, { code: 'unrecognized_keys' }>, schema: z.ZodType) {
  const path = issue.path as Path;
  const nearest = issue.keys.length === 1 ? meant(issue.keys[0] ?? '', keysAt(schema, path)) : undefined;
  return { path, keys: issue.keys, nearest };
}

/** The keys that may stand at a place: those of the schema there, whatever of it is optional or has a default. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  type Node = { properties?: Record<string, Node>; items?: Node | Node[]; additionalProperties?: Node; anyOf?: Node[] };
  const stepInto = (node: Node, part: string | number): Node[] => [
    ...(node.anyOf ?? []).flatMap((each) => stepInto(each, part)),
    ...(typeof part === 'number' ? [node.items ?? []].flat() : [node.properties?.[part] ?? node.additionalProperties ?? []].flat()),
  ];
  let nodes = [z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node];
  for (const part of path) nodes = nodes.flatMap((node) => stepInto(node, part));
  return nodes.flatMap((node) => [node, ...(node.anyOf ?? [])]).flatMap(({ properties = {} }) => Object.keys(properties));
}

/** What one thing lacks is one fault: the lines to add. */
function toMissing(missing: readonly Issue[], kind: FileKind | undefined): Fault[] {
  const parents = new Map<string, Issue[]>();
  for (const issue of missing) {
    const parent = JSON.stringify(issue.path.slice(0, -1));
    parents.set(parent, [...(parents.get(parent) ?? []), issue]);
  }
  return [...parents.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const written = group.map(({ path }) => exampleLines(path as Path, kind));
    return [
      {
        id: 'missing' as const,
        path: first.path.slice(0, -1) as Path,
        facts: {
          keys: group.map(({ path }) => `${String(path.at(-1))}`),
          wanted: wantedOf(first),
          write: written.some((lines) => lines.length === 0) ? [] : written.flat(),
        },
      },
    ];
  });
}

/** A key with an example of what may stand there, as lines; none where nobody wrote one. */
function exampleLines(path: Path, kind: FileKind | undefined): string[] {
  const example = kind && keyAt(kind, path)?.example;
  const key = path.findLast((part) => typeof part === 'string');
  return example === undefined || key === undefined
    ? []
    : stringify({ [key]: example }, { lineWidth: 0 })
        .trimEnd()
        .split('\n');
}

function wantedOf(issue: Issue): Wanted {
  const expected = issue.code === 'invalid_type' ? `${issue.expected}` : 'string';
  const wanted: Readonly<Record<string, Wanted>> = { array: 'list', tuple: 'list', object: 'lines', record: 'lines', boolean: 'truth' };
  return wanted[expected] ?? (/int|number/.test(expected) ? 'number' : 'text');
}

/** A value that is wrong in itself. */
function toFound(issue: Issue, value: unknown, kind: FileKind | undefined): Found {
  const key = `${String(issue.path.findLast((part) => typeof part === 'string') ?? '')}`;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const write = exampleLines(issue.path as Path, kind);
  const own: Readonly<Record<string, () => Found>> = {
    'id-form': () => ({ id: 'id-form', facts: { key, given, suggested: toId(given) } }),
    'source-name': () => ({ id: 'source-name', facts: { given } }),
    'full-stop': () => ({ id: 'full-stop', facts: { key } }),
    capital: () => ({ id: 'capital', facts: { key, write: `${key}: "${given.charAt(0).toLowerCase()}${given.slice(1)}"` } }),
    opening: () => ({ id: 'opening', facts: { key, opening: `${issue.code === 'custom' ? issue.params?.['opening'] : ''}` } }),
  };
  const found = own[issue.message];
  if (found) return found();
  if (issue.code === 'invalid_key') return { id: 'id-form', facts: { key, given: key, suggested: toId(key) } };
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return { id: 'one-of', facts: { key, given, allowed, nearest: meant(given, allowed) } };
  }
  if (!ofZod.test(issue.message)) return { id: 'plain', facts: { words: `"${key}" ${issue.message}` } };
  if (issue.code === 'invalid_type')
    return value === null ? { id: 'empty', facts: { key } } : { id: 'shape', facts: { key, wanted: wantedOf(issue), write } };
  if (issue.code === 'too_small' && issue.origin === 'string') return { id: 'empty', facts: { key } };
  if (issue.code === 'too_small' && issue.origin === 'array') return { id: 'empty-list', facts: { key, write } };
  if (issue.code === 'too_big' && issue.origin === 'string') return { id: 'too-long', facts: { key, most: Number(issue.maximum) } };
  return { id: 'shape', facts: { key, wanted: wantedOf(issue), write } };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined),
    data,
  );
}
