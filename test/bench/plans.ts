import pg from 'pg';
import { personal } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import { createNudging } from '../../src/nudges/assemble.js';
import type { Database } from '../../src/storage/database.js';
import { createStorage } from '../../src/storage/storage.js';
import { keysOf, open, type Place, postgres } from '../storage/stores.js';
import { library } from '../support/content.js';
import { fillPeople, slot } from './many-people.js';
import { printTable, short } from './measure.js';

/** How many old nudges the database holds: a quarter of a year of some 98 municipalities. `BENCH_DELIVERIES` says less or more. */
const wanted = Number(process.env['BENCH_DELIVERIES'] ?? 1_000_000);
const due = 2_000;
const tenants = 98;
const days = 88;
const config = {
  nudgeGraceMinutes: 120,
  nudgeRate: 25,
  closingDays: { municipal: false, extra: [] },
  retentionDays: 30,
  inactiveDays: 365,
  notesIn: 'chat' as const,
};

/** What PostgreSQL tells of one statement that it ran: `auto_explain` in JSON. */
type Told = { readonly 'Query Text': string; readonly Plan: Plan };
type Plan = {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
};
type Statement = { readonly ms: number; readonly text: string; readonly reads: readonly string[]; readonly discarded: number };

/** How PostgreSQL runs what nudges and their upkeep ask of it, beside many old nudges: its own account of each statement. */
export async function benchPlans(): Promise<void> {
  if (!postgres.isHere)
    return void process.stdout.write('\nHow statements run: needs TEST_DATABASE_URL, whose user may load auto_explain.\n');
  const place = await postgres.create();
  const database = await open(place.options);
  await fillPeople(database, due, tenants);
  await database.close();
  await fillDeliveries(place.options);
  const statements = await watch(place.options, async (watched) => await useAll(watched));
  await place.drop();
  printTable(
    `Statements that read nudges, beside ${wanted} old ones`,
    ['statement', 'times', 'worst ms', 'rows read in vain', 'how it finds nudges'],
    summarise(statements).map(({ text, times, ms, discarded, reads }) => [text, String(times), short(ms), String(discarded), reads]),
  );
}

/**
 * The indexes that no constraint needs are made afterwards: that is much faster than keeping them while rows arrive. The
 * product's own connections give a statement up that takes as long as these do.
 */
async function fillDeliveries({ databaseUrl }: Place['options']): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: indexes } = await client.query<{ name: string; made: string }>(`
    select indexname as name, indexdef as made from pg_indexes
    where tablename = 'deliveries' and indexname not in (select conname from pg_constraint)
  `);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(
    `
      insert into deliveries
        (id, tenant, recipient, entra_id, local_date, slot, due_at, state, not_before, token, attempts, tried_at, prompt)
      select 'old-' || lpad(n::text, 9, '0'), 'tenant-' || (n / $2 % $3), 'person person-' || n / $2, 'person-' || n / $2,
        left(due, 10), 'day', due, 'sent', due, md5(n::text), 1, due, 'prompt'
      from generate_series(0, $1::int - 1) as n,
        to_char($4::timestamptz - (1 + n % $2) * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.000Z') as due
    `,
    [wanted, days, tenants, slot.toISOString()],
  );
  for (const { made } of indexes) await client.query(made);
  await client.query('vacuum analyze deliveries');
  await client.end();
}

/** Opens the database so that its server tells of every statement it runs meanwhile. */
async function watch(options: Place['options'], run: (database: Database) => Promise<void>) {
  const statements: Statement[] = [];
  const connect = pg.Client.prototype.connect as (this: pg.Client, ...of: unknown[]) => unknown;
  pg.Client.prototype.connect = function (this: pg.Client, ...of: unknown[]) {
    this.on('notice', ({ message }) => {
      const told = message && toStatement(message);
      if (told) statements.push(told);
    });
    return connect.apply(this, of);
  } as never;
  const url = new URL(options.databaseUrl ?? '');
  const settings = ['log_min_duration=0', 'log_analyze=on', 'log_format=json'].map((each) => `-c auto_explain.${each}`);
  url.searchParams.set('options', ['-c session_preload_libraries=auto_explain', ...settings, '-c client_min_messages=log'].join(' '));
  const database = await open({ ...options, databaseUrl: url.href });
  await run(database);
  await database.close();
  pg.Client.prototype.connect = connect as never;
  return statements;
}

function toStatement(message: string): Statement | undefined {
  const [, ms, json] = /^duration: ([\d.]+) ms {2}plan:\s*(\{.*)$/s.exec(message) ?? [];
  if (json === undefined) return undefined;
  const told = JSON.parse(json) as Told;
  const nodes = flatten(told.Plan);
  const read = nodes.filter((node) => node['Relation Name'] === 'deliveries' || node['Index Name']?.startsWith('deliveries'));
  return {
    ms: Number(ms),
    text: told['Query Text']
      .replace(/\$\d+(, \$\d+)+/g, '$…')
      .replaceAll('"', '')
      .replace(/\s+/g, ' ')
      .trim(),
    reads: read.filter((node) => node['Node Type'].includes('Scan')).map((node) => node['Index Name'] ?? node['Node Type']),
    discarded: read.reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'], 0),
  };
}

function flatten(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}

/** The slowest of each kind that reads nudges, slowest first. */
function summarise(statements: readonly Statement[]) {
  const kinds = new Map<string, Statement[]>();
  for (const each of statements.filter(({ reads }) => reads.length > 0)) kinds.set(each.text, [...(kinds.get(each.text) ?? []), each]);
  return [...kinds.values()]
    .map((each) => ({
      text: `${each[0]?.text.slice(0, 90)}`,
      times: each.length,
      ms: Math.max(...each.map(({ ms }) => ms)),
      discarded: Math.max(...each.map(({ discarded }) => discarded)),
      reads: [...new Set(each.flatMap(({ reads }) => reads))].join(', '),
    }))
    .sort((one, other) => other.ms - one.ms);
}

/** A morning's pass, an operator's look, a change of plan, what a person is given, and what ends by itself. */
async function useAll(database: Database): Promise<void> {
  const storage = createStorage(database, keysOf('k1'));
  const messenger = { send: async () => ({ kind: 'sent' as const }) };
  const log = createLog('error', { write: (line) => process.stderr.write(line) });
  const nudging = createNudging({ config, storage, library, messenger, clock: () => slot, log });
  await nudging.dispatcher.runPass(new Date(slot.getTime() + 60_000), 30 * 60_000);
  await nudging.dispatcher.preview(slot);
  await storage.outbox.report('2026-11-17');
  const person = { tenant: 'tenant-1', entraId: 'person-1' };
  await storage.outbox.listOpen(personal(person));
  await storage.sweep(slot, config);
  await storage.sweep(new Date(slot.getTime() + 5 * 86_400_000), config);
  await storage.forgetPerson(person);
}
