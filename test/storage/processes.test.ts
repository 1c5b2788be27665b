/**
 * What several processes and a sudden death do to a database. `KILL_ROUNDS=50` and `START_ROUNDS=20` are the full
 * proof; by default the kills are fewer.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStorage } from '../../src/storage/storage.js';
import { type Compiled, compile } from './compiled.js';
import { keysOf, open, somebody, stores } from './stores.js';

const killRounds = Number(process.env['KILL_ROUNDS'] ?? 6);
const startRounds = Number(process.env['START_ROUNDS'] ?? 20);
const child = resolve('test/storage/child.mjs');
let compiled: Compiled;
let storageFile: string;

beforeAll(() => {
  compiled = compile('src/storage/storage.ts');
  storageFile = join(compiled.dist, 'storage/storage.js');
}, 60_000);

afterAll(() => compiled?.remove());

type Talker = { readonly process: ChildProcess; next(): Promise<string | undefined> };

function talk(args: readonly string[]): Talker {
  const process_ = spawn(process.execPath, [child, storageFile, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  return { process: process_, next: async () => (await lines.next()).value };
}

/** Kills a writer at a random moment after its first note; gives the ids it acknowledged. */
async function writeUntilKilled(task: object, delayMs: number): Promise<string[]> {
  const writer = talk(['write', JSON.stringify(task)]);
  const said: string[] = [];
  for (let line = await writer.next(); line !== undefined; line = await writer.next()) {
    if (said.push(line) === 1) setTimeout(() => writer.process.kill('SIGKILL'), delayMs);
  }
  return said;
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`processes on ${store.name}`, () => {
    it(`create, migrate and use one database at once (${startRounds} times)`, { timeout: 120_000 }, async () => {
      const starters = [talk(['open']), talk(['open'])];
      for (const starter of starters) expect(await starter.next()).toBe('ready');
      for (let round = 0; round < startRounds; round += 1) {
        const place = await store.create();
        const person = somebody();
        for (const {
          process: { stdin },
        } of starters)
          stdin?.write(`${JSON.stringify({ options: place.options, person })}\n`);
        expect(await Promise.all(starters.map((starter) => starter.next())), `round ${round}`).toEqual(['ok', 'ok']);
        const database = await open(place.options);
        expect((await createStorage(database, keysOf('k1')).notes.list(person)).total).toBe(2);
        await database.close();
        await place.drop();
      }
      for (const {
        process: { stdin },
      } of starters)
        stdin?.end();
    });

    it(`lose nothing that was acknowledged when killed while writing (${killRounds} times)`, { timeout: 300_000 }, async () => {
      const place = await store.create();
      let acknowledged = 0;
      let unacknowledged = 0;
      for (let round = 0; round < killRounds; round += 1) {
        const person = somebody();
        const said = await writeUntilKilled({ options: place.options, person }, (round * 37) % 150);
        const database = await open(place.options);
        const rows = await database.db.selectFrom('reflections').select('id').where('entra_id', '=', person.entraId).execute();
        const kept = new Set(rows.map(({ id }) => id));
        expect(
          said.filter((id) => !kept.has(id)),
          `round ${round}`,
        ).toEqual([]);
        const { notes } = await createStorage(database, keysOf('k1')).notes.list(person, { size: 100 });
        expect(notes.every(({ text }) => text.ok)).toBe(true);
        if (store.name === 'SQLite')
          expect((await sql`pragma integrity_check`.execute(database.db)).rows).toEqual([{ integrity_check: 'ok' }]);
        await database.close();
        acknowledged += said.length;
        unacknowledged += kept.size - said.length;
      }
      console.info(
        `${store.name}: ${killRounds} kills, ${acknowledged} notes acknowledged, 0 lost, ${unacknowledged} kept without having been acknowledged`,
      );
      expect(acknowledged).toBeGreaterThanOrEqual(killRounds);
      expect(unacknowledged).toBeLessThanOrEqual(killRounds);
      await place.drop();
    });
  });
}
