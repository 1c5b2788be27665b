import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../src/log.js';
import { createNudging } from '../../src/nudges/assemble.js';
import { createStorage } from '../../src/storage/storage.js';
import { keysOf, open, type Store, stores } from '../storage/stores.js';
import { library } from '../support/content.js';
import { commitsOf } from './commits.js';
import { fillPeople, slot } from './many-people.js';
import { printTable } from './measure.js';

/** How many are due, and of how many tenants: 98 municipalities on PostgreSQL, one on SQLite. `BENCH_NUDGES` says less or more. */
const wanted = Number(process.env['BENCH_NUDGES'] ?? 60_000);
const sizes = { PostgreSQL: { due: wanted, tenants: 98 }, SQLite: { due: Math.round(wanted / 6), tenants: 1 } } as const;
/** What a tenant gets unless the operator says otherwise. */
const rate = 25;
/** How long Teams takes to answer. */
const connectorMs = 20;

/** All of a morning's nudges in one pass: when the first leaves, how long all take, and what each costs. */
export async function benchNudges(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const store of stores.filter(({ isHere }) => isHere)) rows.push(await benchStore(store));
  printTable(
    `A morning, ${rate} a second for each tenant, answers after ${connectorMs} ms`,
    ['database, nudges and tenants', 'first after s', 'all after s', 'by the rate s', 'commits each', 'CPU ms each'],
    rows,
  );
}

async function benchStore({ name, create }: Store): Promise<(string | number)[]> {
  const { due, tenants } = sizes[name];
  const place = await create();
  const database = await open(place.options);
  await fillPeople(database, due, tenants);
  const storage = createStorage(database, keysOf('k1'));
  const sentAt: number[] = [];
  const messenger = {
    async send() {
      sentAt.push(performance.now());
      await wait(connectorMs);
      return { kind: 'sent' as const };
    },
  };
  const config = {
    nudgeGraceMinutes: 120,
    nudgeRate: rate,
    closingDays: { municipal: false, extra: [] },
    retentionDays: 30,
    inactiveDays: 365,
    notesIn: 'chat' as const,
  };
  const log = createLog('error', { write: (line) => process.stderr.write(line) });
  const nudging = createNudging({ config, storage, library, messenger, clock: () => new Date(), log });
  await nudging.dispatcher.preview(new Date(0));
  const before = await commitsOf(place.options.databaseUrl);
  const cpu = process.cpuUsage();
  const begin = performance.now();
  await nudging.dispatcher.runPass(new Date(slot.getTime() + 60_000), 30 * 60_000);
  const took = (performance.now() - begin) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const commits = (await commitsOf(place.options.databaseUrl)) - before;
  await database.close();
  await place.drop();
  if (sentAt.length !== due) throw new Error(`${sentAt.length} of ${due} were sent`);
  const first = ((sentAt[0] ?? Number.NaN) - begin) / 1_000;
  return [`${name}: ${due} of ${tenants}`, first, took, due / tenants / rate, commits / due, (user + system) / 1_000 / due];
}
