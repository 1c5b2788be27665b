import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.js';
import { library } from '../support/content.js';

/** When everybody's question is due: a Tuesday at 8.00 in Copenhagen. */
export const slot = new Date('2026-11-24T07:00:00Z');

/** What each of so many people who get questions has: a plan, an address, a profile, and some questions that were seen. */
export async function fillPeople({ db, kind }: Database, due: number, tenants: number): Promise<void> {
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
