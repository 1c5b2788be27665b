import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createLog } from '../../src/log.js';
import { createNudging } from '../../src/nudges/assemble.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { administer, keysOf, open, type Store, stores } from '../storage/stores.js';
import { library } from '../support/content.js';
import { printTable } from './measure.js';

/** How many are due, and of how many tenants: 98 municipalities on PostgreSQL, one on SQLite. `BENCH_NUDGES` says less or more. */
const wanted = Number(process.env['BENCH_NUDGES'] ?? 60_000);
const sizes = { PostgreSQL: { due: wanted, tenants: 98 }, SQLite: { due: Math.round(wanted / 6), tenants: 1 } } as const;
/** What a tenant gets unless the operator says otherwise. */
const rate = 25;
/** How long Teams takes to answer. */
const connectorMs = 20;
const slot = new Date('2026-11-24T07:00:00Z');

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
  await fill(database, due, tenants);
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

/** What a person who gets questions has: a plan, an address, a profile, and some questions that were seen. */
async function fill({ db, kind }: Database, due: number, tenants: number): Promise<void> {
  const series = kind === 'postgres' ? sql`generate_series(1, ${sql.lit(due)}) as n` : sql`numbers`;
  const head =
    kind === 'postgres'
      ? sql``
      : sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(due)})`;
  const tenant = sql`'tenant-' || (n % ${sql.lit(tenants)})`;
  const person = sql`'person-' || n`;
  const then = sql.lit('2026-10-01T08:00:00.000Z');
  const insert = (table: string, columns: string, values: ReturnType<typeof sql>) =>
    kind === 'postgres'
      ? sql`insert into ${sql.raw(table)} (${sql.raw(columns)}) select ${values} from ${series}`.execute(db)
      : sql`insert into ${sql.raw(table)} (${sql.raw(columns)}) ${head} select ${values} from ${series}`.execute(db);
  await insert(
    'nudge_plans',
    'tenant, recipient, entra_id, conversation, is_on, days, time, zone, language, pauses, seen, next_at, made_at',
    sql`${tenant}, 'person ' || ${person}, ${person}, null, 1, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[]', '[]', ${sql.lit(slot.toISOString())}, ${then}`,
  );
  await insert(
    'addresses',
    'tenant, recipient, entra_id, conversation, service_url, updated_at',
    sql`${tenant}, 'person ' || ${person}, ${person}, 'a:' || ${person}, 'https://smba.example/', ${then}`,
  );
  await insert(
    'profiles',
    'tenant, entra_id, framework, role, language, updated_at',
    sql`${tenant}, ${person}, 'aarhus-bu-2024', 'kontorchef', 'da', ${then}`,
  );
  await insert('people', 'tenant, entra_id, last_seen', sql`${tenant}, ${person}, ${then}`);
  const [framework] = library.frameworks;
  for (const [at, { id }] of library.prompts
    .filter((prompt) => prompt.framework === framework?.id)
    .slice(0, 5)
    .entries())
    await insert(
      'seen_prompts',
      'tenant, entra_id, prompt, shown_at',
      sql`${tenant}, ${person}, ${sql.lit(id)}, ${sql.lit(`2026-11-0${at + 1}T08:00:00.000Z`)}`,
    );
  if (kind === 'postgres') await sql`analyze`.execute(db);
}

/** Transactions that the server counts for a database, alone statements too; not a number on SQLite. */
async function commitsOf(url: string | undefined): Promise<number> {
  if (url === undefined) return Number.NaN;
  // The server sums up a second later.
  await wait(1_500);
  const name = new URL(url).pathname.slice(1);
  const [row] = await administer(`select xact_commit::int as commits from pg_stat_database where datname = '${name}'`);
  return Number(row?.['commits']);
}
