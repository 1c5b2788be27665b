import type { Database } from '../../src/storage/database.js';
import { createOutbox } from '../../src/storage/outbox.js';
import { open, type Store, stores } from '../storage/stores.js';
import { printTable } from './measure.js';

const count = 2_000;
/** Above every real limit, so that the database is measured and not our own brake; the clock is moved by hand. */
const rate = 1_000;
const tenant = 'tenant';
const due = new Date('2026-11-24T08:00:00Z');

/** Nudges claimed and recorded in a second, beside a plain loop of single-row updates on the same table. */
export async function benchOutbox(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const store of stores.filter(({ isHere }) => isHere)) rows.push(...(await benchStore(store)));
  printTable(`${count} nudges`, ['database and what is done', 'nudges/s', 'statements each', 'of the plain loop'], rows);
}

async function benchStore({ name, create }: Store): Promise<(string | number)[][]> {
  const place = await create();
  const database = await open(place.options);
  await fill(database);
  const plain = await timeRate(() => updatePlainly(database));
  const whole = await timeRate(() => deliverAll(database));
  await database.close();
  await place.drop();
  return [
    [`${name}: one update for each row`, plain, '1', 1],
    [`${name}: claim, begin, settle`, whole, '2 and a share of the claim', whole / plain],
  ];
}

async function timeRate(run: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await run();
  return (count * 1_000) / (performance.now() - begin);
}

async function fill({ db }: Database): Promise<void> {
  const rowOf = (at: number) => ({
    id: `nudge-${at}`,
    tenant,
    recipient: `person-${at}`,
    entra_id: `person-${at}`,
    local_date: '2026-11-24',
    slot: 'day',
    due_at: due.toISOString(),
    not_before: due.toISOString(),
    state: 'due',
    attempts: 0,
  });
  for (let from = 0; from < count; from += 100)
    await db
      .insertInto('deliveries')
      .values(Array.from({ length: 100 }, (_, at) => rowOf(from + at)) as never)
      .execute();
}

async function updatePlainly({ db }: Database): Promise<void> {
  for (let at = 0; at < count; at++)
    await db.updateTable('deliveries').set({ prompt: null, state: 'due' }).where('id', '=', `nudge-${at}`).execute();
}

/** What a pass does to the database for each nudge, without sending. */
async function deliverAll(database: Database): Promise<void> {
  const outbox = createOutbox(database);
  for (let now = due.getTime() + 1_000, left = count; left > 0; now += 1_000) {
    const claim = await outbox.claim({ tenant, dueUntil: due, now: new Date(now), rate });
    if (claim.kind !== 'claimed') throw new Error(`a claim gave ${claim.kind}`);
    for (const nudge of claim.nudges) {
      await outbox.begin(nudge, 'prompt', new Date(now));
      await outbox.settle(nudge, { state: 'sent', seen: 'prompt' }, new Date(now));
    }
    left -= claim.nudges.length;
  }
}
