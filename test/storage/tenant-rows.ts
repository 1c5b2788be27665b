/**
 * Tenants with something in every table, for tests of what becomes of all of it.
 */
import type { Claim } from '../../src/nudges/ports.js';
import type { Database } from '../../src/storage/database.js';
import type { Storage } from '../../src/storage/storage.js';
import { walledTables } from '../../src/storage/wall.js';
import { type Caller, calls } from './calls.js';
import { at } from './stores.js';

/** The people of a tenant that {@link fillTenant} filled. */
export const peopleOf = ['anne', 'bo/../../x'];

/** Puts something of a person, and of a conversation, into every table. */
export async function fillTenant(storage: Storage, tenant: string): Promise<void> {
  for (const [who, entraId] of peopleOf.entries()) {
    const person = { tenant, entraId };
    const callerAt = (minute: number): Caller => ({
      ...{ person, mark: `mark-${tenant}`, conversation: `19:team-${who}`, share: `share-${who}`, id: 'no-id', nudge: undefined },
      at: at(minute),
    });
    // A person's own matters have an even minute, a conversation's an odd one; see `calls.ts`.
    for (const minute of [0, 1]) {
      await calls.visits.keep(storage, callerAt(minute));
      await calls.nudgePlans.save(storage, callerAt(minute));
    }
    for (const port of [
      calls.profiles.save,
      calls.focuses.save,
      calls.notes.add,
      calls.appointments.add,
      calls.nudgePlans.saveMaker,
      calls.tallies.add,
      calls.letters.add,
      calls.switches.limit,
    ])
      await port(storage, callerAt(0));
    for (const port of [calls.talks.note, calls.shares.add, calls.shares.noteActivity, calls.shares.answer])
      await port(storage, callerAt(0));
    await storage.installations.claimWelcome({ tenant, conversation: `a:${entraId}`, person }, at(0));
    await storage.installations.claimWelcome({ tenant, conversation: `19:team-${who}` }, at(0));
    await calls.nudgePlans.takeDue(storage, callerAt(1));
    (await calls.outbox.claim(storage, callerAt(2))) as Claim;
  }
}

/** How many rows of a tenant each table has. */
export async function rowsByTable({ db }: Database, tenant: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of walledTables)
    counts[table] = (
      await db
        .selectFrom(table as 'people')
        .select('tenant')
        .where('tenant', '=', tenant)
        .execute()
    ).length;
  return counts;
}
