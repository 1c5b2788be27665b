import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { keys } from '../../src/content/strings/keys-da.js';
import { schemaFiles, schemasPart } from '../../src/storage/content-schemas.js';

const schemas = schemaFiles();
const ajv = new Ajv({ strict: false });
const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join('content', name), 'utf8') }));

/** The schema that a file names in its first line, by its own name. */
function schemaOf({ name, text }: (typeof files)[number]): string {
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
  return relative(join('content', schemasPart), join('content', dirname(name), named));
}

type Node = { description?: string; properties?: Record<string, Node>; items?: Node; anyOf?: Node[]; additionalProperties?: Node };

/** Keys of a schema without a word on what they mean. */
function silent(node: Node, path = ''): string[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, each]) => [
    ...(each.description ? [] : [`${path}.${name}`]),
    ...silent(each, `${path}.${name}`),
  ]);
  return [...own, ...(node.items ? silent(node.items, path) : []), ...(node.anyOf ?? []).flatMap((each) => silent(each, path))];
}

describe('the schemas that an editor’s program completes by', () => {
  it('stand in the content as they are made: npm run check-content -- --schemas', () => {
    const stored = readdirSync(join('content', schemasPart)).map((name) => [
      name,
      readFileSync(join('content', schemasPart, name), 'utf8'),
    ]);
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(schemas));
  });

  it('are named in the first line of every content file, and take it', () => {
    const validators = new Map([...schemas].map(([name, text]) => [name, ajv.compile(JSON.parse(text))]));
    const refused = files.filter((file) => !validators.get(schemaOf(file))?.(parse(file.text)));
    expect(files.length).toBeGreaterThan(90);
    expect(refused.map(({ name }) => name)).toEqual([]);
  });

  it('say in Danish what every key means', () => {
    for (const [name, text] of schemas) expect([name, silent(JSON.parse(text))]).toEqual([name, []]);
  });

  it('give examples that they take themselves', () => {
    expect(
      Object.values(keys)
        .flatMap((each) => Object.values(each))
        .filter(({ says }) => says === ''),
    ).toEqual([]);
    for (const [name, text] of schemas)
      for (const [key, node] of Object.entries(JSON.parse(text).properties as Record<string, { examples?: unknown[] }>))
        for (const example of node.examples ?? []) expect([name, key, ajv.validate(node, example)]).toEqual([name, key, true]);
  });

  it('notice a misspelt key', () => {
    const [sammen] = files.filter(({ name }) => name === join('frameworks', 'sammen.yaml'));
    const data = parse((sammen?.text ?? '').replace('themeKind:', 'themeKinds:'));
    expect(ajv.validate(JSON.parse(schemas.get('framework.json') ?? ''), data)).toBe(false);
  });
});
