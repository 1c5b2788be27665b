/**
 * Deleting a person while the process is killed: all of it or nothing. `KILL_ROUNDS=25` is the full proof.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonKey, personal } from '../../src/conversation/person.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { type Compiled, compile } from './compiled.js';
import { at, keysOf, open, somebody, stores } from './stores.js';
import { heard } from './visits.js';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 8);
const notes = 60;
let compiled: Compiled;

beforeAll(() => {
  compiled = compile('src/storage/storage.ts');
}, 60_000);
afterAll(() => compiled?.remove());

/** Everything that counts of a person, in one number. */
async function countRows(database: Database, person: PersonKey): Promise<number> {
  const exported = await createStorage(database, keysOf('k1')).exportPerson(person);
  return exported.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function fill(database: Database, person: PersonKey): Promise<number> {
  const storage = createStorage(database, keysOf('k1'));
  const { profiles, notes: kept, seenPrompts, talks } = storage;
  await profiles.save(person, { role: 'leder', framework: 'sammen' }, at(0));
  await heard(storage, personal(person), { serviceUrl: 'https://smba.example/', conversation: 'a:1' }, at(0));
  await talks.note(person, { id: '19:team', kind: 'groupChat', name: 'Team' }, at(0));
  for (let each = 0; each < notes; each += 1) {
    await kept.add(person, { prompt: 'p', framework: 'f' }, `note ${each}`, at(each));
    await seenPrompts.add(person, `p${each}`, at(each));
  }
  return countRows(database, person);
}

/** Lets a process delete, kills it some time after it began, or as soon as it says that it is done; gives whether it said so. */
async function deleteUntilKilled(task: object, delayMs: number | undefined): Promise<boolean> {
  const args = ['test/storage/forget-child.mjs', join(compiled.dist, 'storage/storage.js'), JSON.stringify(task)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (bytes) => {
    if (said === '' && delayMs !== undefined) setTimeout(() => child.kill('SIGKILL'), delayMs);
    said += String(bytes);
    if (said.includes('done')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(said).toContain('begins');
  return said.includes('done');
}

describe.each(stores)('deleting a person on $name', (store) => {
  it.skipIf(!store.isHere)(`is whole or not at all when the process is killed (${rounds} times)`, { timeout: 300_000 }, async () => {
    const place = await store.create();
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const person = somebody();
      const before = await open(place.options);
      const all = await fill(before, person);
      expect(all).toBeGreaterThan(2 * notes);
      await before.close();
      const isDone = await deleteUntilKilled({ options: place.options, person }, round % 2 === 0 ? (round * 3) % 25 : undefined);
      const after = await open(place.options);
      const left = await countRows(after, person);
      expect([0, all], `round ${round}`).toContain(left);
      if (isDone) expect(left, `round ${round}`).toBe(0);
      acknowledged += Number(isDone);
      await after.close();
    }
    console.info(`${store.name}: ${rounds} kills while deleting, 0 half, ${acknowledged} acknowledged and gone`);
    expect(acknowledged).toBeGreaterThanOrEqual(Math.floor(rounds / 2));
    await place.drop();
  });
});
