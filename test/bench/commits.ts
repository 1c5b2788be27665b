import { setTimeout as wait } from 'node:timers/promises';
import { administer } from '../storage/stores.js';

/** Transactions that the server counts for a database, alone statements too; not a number on SQLite. */
export async function commitsOf(url: string | undefined): Promise<number> {
  if (url === undefined) return Number.NaN;
  // The server sums up a second later.
  await wait(1_500);
  const name = new URL(url).pathname.slice(1);
  const [row] = await administer(`select xact_commit::int as commits from pg_stat_database where datname = '${name}'`);
  return Number(row?.['commits']);
}
