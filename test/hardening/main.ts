/**
 * `npm run hardening [-- words …]`: plays attacks and outages against the service as it was built, as a process of its
 * own with everything around it on loopback, and prints what each one does now beside what the first version did.
 * With words only the rows whose theme or name has one of them. Exit code 1 when a row is not as it should be.
 * Needs a PostgreSQL where databases may be created: TEST_DATABASE_URL, else the one of this machine.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clocks } from './clocks.js';
import { database } from './database.js';
import { door } from './door.js';
import { forgetting } from './forgetting.js';
import { keys } from './keys.js';
import { limits } from './limits.js';
import { outages } from './outages.js';
import { settings } from './settings.js';
import { stopping } from './stopping.js';
import { printTable, type Verdict } from './table.js';
import { createWorld, type Row, type Seen } from './world.js';

const themes: Readonly<Record<string, readonly Row[]>> = { door, settings, limits, outages, database, stopping, clocks, keys, forgetting };

/** So many rows wait at once; most of what they do is waiting, and the machine has other work. */
const atOnce = 4;
/** A row that takes longer hangs; on a machine with other work the longest takes a minute. */
const rowMs = 120_000;

const running = new Set<() => Promise<void>>();

/** A package as an operator has it after the build: no `.env`, no data. */
function installPackage(): string {
  if (!existsSync('dist/service.js')) throw new Error('there is no dist/service.js. Run "npm run build" first');
  const folder = mkdtempSync(join(tmpdir(), 'kompas-hardening-package-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['dist', 'package.json', 'content']) cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

async function play(row: Row, packageFolder: string): Promise<Seen> {
  const { world, end } = createWorld(packageFolder);
  running.add(end);
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<Seen>((done) => {
    timer = setTimeout(() => done({ now: `did not come to an end within ${rowMs / 1000} s`, ok: false }), rowMs);
  });
  try {
    return await Promise.race([row.play(world), hanging]);
  } catch (error) {
    return { now: `could not be played: ${(error as Error).message}`, ok: false };
  } finally {
    clearTimeout(timer);
    await end();
    running.delete(end);
  }
}

type Wanted = { readonly theme: string; readonly row: Row };

function chooseRows(words: readonly string[]): Wanted[] {
  const all = Object.entries(themes).flatMap(([theme, rows]) => rows.map((row) => ({ theme, row })));
  return all.filter(
    ({ theme, row }) => words.length === 0 || words.some((word) => (word in themes ? theme === word : row.name.includes(word))),
  );
}

async function playAll(wanted: readonly Wanted[], packageFolder: string): Promise<Verdict[]> {
  const seen = new Map<Row, Verdict>();
  const take = async ({ theme, row }: Wanted) => {
    const begin = performance.now();
    const first = await play(row, packageFolder);
    const { now, ok } = row.timed && !first.ok ? await play(row, packageFolder) : first;
    const seconds = (performance.now() - begin) / 1_000;
    seen.set(row, { theme, name: row.name, before: row.before, now, ok });
    process.stderr.write(`${ok ? 'ok   ' : 'FAULT'} ${row.name} (${seconds.toFixed(1)} s)\n`);
  };
  const waiting = wanted.filter(({ row }) => !row.timed);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await take(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const one of wanted.filter(({ row }) => row.timed)) await take(one);
  return wanted.flatMap(({ row }) => seen.get(row) ?? []);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([...running].map((end) => end())).finally(() => process.exit(1)));

const wanted = chooseRows(process.argv.slice(2));
if (wanted.length === 0) {
  process.stderr.write(`There is no such row. Themes: ${Object.keys(themes).join(', ')}\n`);
  process.exit(1);
}
const begin = performance.now();
const verdicts = await playAll(wanted, installPackage());
const faults = printTable(verdicts, (performance.now() - begin) / 1_000);
process.exit(faults > 0 ? 1 : 0);
