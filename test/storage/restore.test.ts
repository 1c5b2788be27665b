/**
 * The restore drill of `manifest/OPERATING.md`, with its own commands: a copy is made while a process writes, put back
 * elsewhere, opened with the keys and without.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/conversation/person.js';
import type { DatabaseOptions } from '../../src/storage/database.js';
import { openStorage } from '../../src/storage/storage.js';
import { type Compiled, compile } from './compiled.js';
import { keysOf, type Place, postgres, type Store, somebody, sqlite } from './stores.js';

/** A way to make a copy of a running service's database and to put it into an empty place. */
type Drill = {
  readonly name: string;
  readonly store: Store;
  readonly tool: string;
  copy(from: DatabaseOptions, to: DatabaseOptions): void;
};

const fileOf = ({ dataDir }: DatabaseOptions) => join(dataDir, 'ledelseskompas.db');

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  expect(status, `${command}: ${stderr}`).toBe(0);
}

const drills: readonly Drill[] = [
  {
    name: 'SQLite with "vacuum into" from Node',
    store: sqlite,
    tool: process.execPath,
    copy(from, to) {
      mkdirSync(to.dataDir, { mode: 0o700 });
      const script = "new (require('libsql'))(process.argv[1]).prepare('vacuum into ?').run(process.argv[2])";
      run(process.execPath, '-e', script, fileOf(from), fileOf(to));
    },
  },
  {
    name: 'SQLite with "vacuum into" from sqlite3',
    store: sqlite,
    tool: 'sqlite3',
    copy(from, to) {
      mkdirSync(to.dataDir, { mode: 0o700 });
      run('sqlite3', fileOf(from), `vacuum into '${fileOf(to)}'`);
    },
  },
  {
    name: 'PostgreSQL with pg_dump and pg_restore',
    store: postgres,
    tool: 'pg_dump',
    copy(from, to) {
      const file = resolve(`out/restore-${process.pid}.dump`);
      run('pg_dump', '--format=custom', '--no-owner', '--no-privileges', `--file=${file}`, from.databaseUrl ?? '');
      run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${to.databaseUrl}`, file);
    },
  },
];

const isInstalled = (tool: string) => spawnSync(tool, ['--version']).status === 0;
for (const { name, tool } of drills.filter((drill) => !isInstalled(drill.tool))) console.warn(`SKIPPED: ${name}. Install ${tool}.`);

let compiled: Compiled;
beforeAll(() => {
  compiled = compile('src/storage/storage.ts');
}, 60_000);
afterAll(() => compiled?.remove());

type Writer = { readonly process: ChildProcess; next(): Promise<string> };

/** A process that keeps one note after the other and says the id of each. */
function write(options: DatabaseOptions, person: object): Writer {
  const args = ['test/storage/child.mjs', join(compiled.dist, 'storage/storage.js'), 'write', JSON.stringify({ options, person })];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, next: async () => String((await lines.next()).value) };
}

type Notes = { readonly fault: string | undefined; readonly ids: readonly string[]; readonly faults: readonly string[] };

async function openNotes(options: DatabaseOptions, person: PersonKey, ...keys: string[]): Promise<Notes> {
  const opened = await openStorage({ ...options, reflectionKeys: keysOf(...keys) });
  if (!opened.ok) return { fault: opened.fault, ids: [], faults: [] };
  const { total } = await opened.storage.notes.list(person);
  const pages = await Promise.all(
    Array.from({ length: Math.ceil(total / 100) }, (_, page) => opened.storage.notes.list(person, { page, size: 100 })),
  );
  await opened.storage.close();
  const notes = pages.flatMap((page) => page.notes);
  return { fault: undefined, ids: notes.map(({ id }) => id), faults: notes.flatMap(({ text }) => (text.ok ? [] : [text.fault])) };
}

describe.each(drills)('a copy of $name, made while the service writes', ({ store, tool, copy }) => {
  describe.skipIf(!store.isHere || !isInstalled(tool))('', () => {
    const person = somebody();
    const before: string[] = [];
    let from: Place;
    let to: Place;
    let writer: Writer;

    beforeAll(async () => {
      [from, to] = await Promise.all([store.create(), store.create()]);
      writer = write(from.options, person);
      while (before.length < 20) before.push(await writer.next());
      copy(from.options, to.options);
      // It went on meanwhile.
      for (let more = 0; more < 5; more += 1) expect(await writer.next()).toMatch(/^[\da-f-]{36}$/);
    });
    afterAll(async () => {
      writer?.process.kill('SIGKILL');
      await Promise.all([from?.drop(), to?.drop()]);
    });

    it('holds every note that was acknowledged before, and each opens with the keys', async () => {
      const { fault, ids, faults } = await openNotes(to.options, person, 'k1');
      expect({ fault, faults }).toEqual({ fault: undefined, faults: [] });
      expect(before.filter((id) => !ids.includes(id))).toEqual([]);
    });

    it('does not open without the keys, and says which one is missing', async () => {
      const { fault } = await openNotes(to.options, person, 'k2');
      expect(fault).toMatch(/"k1" is missing in REFLECTION_KEYS/);
    });
  });
});

describe('a copy of the SQLite file alone, made while the service runs', () => {
  it('is no copy: the newest notes are in the write-ahead log beside it', async () => {
    const [from, to] = await Promise.all([sqlite.create(), sqlite.create()]);
    const person = somebody();
    const opened = await openStorage({ ...from.options, reflectionKeys: keysOf('k1') });
    if (!opened.ok) throw new Error(opened.fault);
    await opened.storage.notes.add(person, { prompt: 'p', framework: 'f' }, 'nyeste', new Date(0));
    mkdirSync(to.options.dataDir);
    cpSync(fileOf(from.options), fileOf(to.options));
    expect((await openNotes(to.options, person, 'k1')).ids).toEqual([]);
    await opened.storage.close();
    await Promise.all([from.drop(), to.drop()]);
  });
});
