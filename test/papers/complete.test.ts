/**
 * Whether the papers tell of everything: each table and column, each host that is called, each package. A failure here means: something
 * was added, and its words are missing in the file of src/papers/strings/ that the failure names.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentioned, outgoing } from '../../src/papers/hosts.js';
import { dependencyWords } from '../../src/papers/strings/dependencies.js';
import { describeTables } from '../../src/papers/tables.js';
import { configKeys } from '../../src/settings/environment.js';
import { paperTables } from '../../src/storage/paper-tables.js';
import { impersonalSeals, personalTables } from '../../src/storage/personal-data.js';
import { open, sqlite } from '../storage/stores.js';
import { large } from './installations.js';

describe('every table', () => {
  it('does not compile without its words, nor does a column', () => {
    const { talks, ...others } = paperTables;
    const { name: _, ...columns } = talks.columns;
    // @ts-expect-error a table is missing
    const lacking: typeof paperTables = others;
    // @ts-expect-error a column is missing
    const half: typeof paperTables.talks = { ...talks, columns };
    expect([lacking, half]).toHaveLength(2);
  });

  it('is told of with the columns that it has, and no table that is gone', async () => {
    const place = await sqlite.create();
    const database = await open(place.options);
    const tables = (await database.db.introspection.getTables()).filter(({ name }) => name !== 'ledelseskompas_migrations');
    await database.close();
    await place.drop();
    const told = Object.entries(paperTables).map(([name, { columns }]) => [name, Object.keys(columns).sort()] as const);
    const there = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(there));
  });

  it('says of each column that is sealed that it is, and of no other', () => {
    const sealed: Record<string, string | undefined> = {
      ...Object.fromEntries(Object.entries(personalTables).map(([name, seal]) => [name, seal?.column])),
      letters: impersonalSeals.letters.column,
    };
    for (const { name, columns, sealed: isSealed } of describeTables(paperTables, large)) {
      const said = Object.entries(columns).flatMap(([column, words]) => (words.includes('(krypteret)') ? [column] : []));
      expect([name, said]).toEqual([name, sealed[name] === undefined ? [] : [sealed[name]]]);
      expect([name, isSealed]).toEqual([name, sealed[name] !== undefined]);
    }
  });

  it('has an end', () => {
    expect(describeTables(paperTables, large).filter(({ ends }) => ends === '')).toEqual([]);
  });
});

/** The sources that run in production, without comments; their strings for people have addresses too. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('commands/') && !name.startsWith('papers/'))
  .map((name) => ({ name, code: withoutComments(readFileSync(join('src', name), 'utf8')) }));

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const known = [...Object.values(outgoing).flatMap(({ hosts }) => hosts), ...Object.keys(mentioned)];

/** Hosts in code that the list lacks: whole addresses, and names of Microsoft's and others' services without one. Examples are nobody. */
function unknownHosts(code: string): string[] {
  const addresses = [...code.matchAll(/(?:https?|postgres(?:ql)?|grpc):\/\/(?:[^\s/'"`@]*@)?([a-z\d*-]+(?:\.[a-z\d-]+)+)/gi)].map(
    ([, host = '']) => host,
  );
  const names = [...code.matchAll(/['"`](\*?[a-z\d.-]+\.(?:com|net|org|io|dk|eu|cloud|dev))['"`:/]/gi)].map(([, host = '']) => host);
  return [...new Set([...addresses, ...names])].filter(
    (host) => !known.includes(host) && !/(^|\.)example(\.|$)|^127\.|^localhost$/.test(host),
  );
}

/** What opens a connection to somebody else, or loads what does. Types do not. */
const packages = [
  '@azure/identity',
  'openai',
  'pg',
  'undici',
  'axios',
  '@opentelemetry/[\\w-]+',
  'node:(?:https|http2|tls|dgram|dns)',
].join('|');
const calling = new RegExp(
  [
    String.raw`\b(?:fetch|(?:https?|http2)\.(?:request|get|connect)|net\.(?:connect|createConnection)|new (?:Socket|WebSocket))\(`,
    `import\\(\\s*'(?:${packages})'`,
    `^import (?!type)[^;]*'(?:${packages})'`,
  ].join('|'),
  'm',
);

describe('every host', () => {
  it('in the sources is on the list in src/papers/hosts.ts', () => {
    expect(sources.flatMap(({ name, code }) => unknownHosts(code).map((host) => `${name}: ${host}`))).toEqual([]);
  });

  it.each([
    `const url = 'https://api.firma.dk/v1';`,
    `await fetch(\`https://tal.firma.com/\${id}\`);`,
    `const host = 'maaling.firma.io';`,
    `postgres://u:p@db.firma.net:5432/x`,
  ])('that is planted is noticed: %s', (code) => {
    expect(unknownHosts(code)).toHaveLength(1);
  });

  it('is called from the files that the list names, and from no other', () => {
    const callers = sources.filter(({ code }) => calling.test(code)).map(({ name }) => name);
    expect(callers.sort(), 'name the file in src/papers/hosts.ts, under whom it calls').toEqual(
      [...new Set(Object.values(outgoing).flatMap(({ files }) => files))].sort(),
    );
  });

  it.each([
    `const answer = await fetch(address);`,
    `import { Pool } from 'pg';`,
    `const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');`,
    `import * as https from 'node:https';`,
    `http.request(address);`,
  ])('that is called is noticed: %s', (code) => {
    expect(calling.test(code)).toBe(true);
  });

  it.each([`import type { Pool } from 'pg';`, `import * as http from 'node:http';`])('that is not called is none: %s', (code) => {
    expect(calling.test(code)).toBe(false);
  });

  it('that a setting names is on the list with it', () => {
    const settings = Object.values(outgoing).flatMap((each) => each.settings);
    expect(configKeys.filter((key) => /URL$|ENDPOINT$|HOSTS$/.test(key) && !settings.includes(key))).toEqual([]);
  });

  it('is named in the README, with the setting that turns it on', () => {
    const readme = readFileSync('README.md', 'utf8');
    const here = Object.values(outgoing).flatMap(({ hosts, settings }) => [
      ...hosts.filter((host) => !['smba.trafficmanager.net', '*.botframework.com'].includes(host)),
      ...settings.filter((setting) => configKeys.includes(setting) && !setting.startsWith('Microsoft')),
    ]);
    expect(here.filter((name) => !readme.includes(name))).toEqual([]);
  });
});

describe('every package', () => {
  it('of package.json has its words in src/papers/strings/dependencies.ts', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => !Object.hasOwn(dependencyWords, name))).toEqual([]);
  });
});
