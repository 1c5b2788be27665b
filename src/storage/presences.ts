import type { Selectable } from 'kysely';
import type { Conversation, PersonKey } from '../conversation/person.js';
import { activityMs } from '../nudges/rules/policy.js';
import type { Presences, Silent } from '../people/ports.js';
import { columnsOf, isPerson, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db, Tables } from './tables.js';

/** Who was seen within this long is not noted as seen again, and who was active not as active. */
export const freshMs = activityMs;

/** Creates the port. */
export function createPresences(db: Db): Presences {
  const find = prepare(db, personNames, (of) =>
    db
      .selectFrom('people')
      .selectAll()
      .where(isPerson(personOf(of))),
  );
  return {
    async glimpsed(person, now) {
      const [known] = (await find(columnsOf(person))).rows;
      if (!known || isFresh(known, now)) return;
      const last_seen = now.toISOString();
      await db
        .updateTable('people')
        .set({ last_seen, notice_at: null, told_at: null })
        .where(isPerson(person))
        .where('last_seen', '<', last_seen)
        .execute();
    },
    unreachable: (person, now) => noteOnce(db, 'unreachable_since', person, now),
    removed: (person, now) => noteOnce(db, 'removed_at', person, now),
    async load(person) {
      const [row] = (await find(columnsOf(person))).rows;
      return (
        row && { lastSeen: new Date(row.last_seen), unreachableSince: toDate(row.unreachable_since), removedAt: toDate(row.removed_at) }
      );
    },
    listUntold: (most, tenants) => listUntold(db, most, tenants),
    async claimTelling(person, now) {
      const { numUpdatedRows } = await db
        .updateTable('people')
        .set({ told_at: now.toISOString() })
        .where(isPerson(person))
        .where('notice_at', 'is not', null)
        .where('told_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async untell(person) {
      await db.updateTable('people').set({ told_at: null }).where(isPerson(person)).execute();
    },
  };
}

/** Makes no row where there is none: who was just deleted must not come back because a message to them fails. */
async function noteOnce(db: Db, column: 'unreachable_since' | 'removed_at', person: PersonKey, now: Date): Promise<void> {
  await db
    .updateTable('people')
    .set({ [column]: now.toISOString() })
    .where(isPerson(person))
    .where(column, 'is', null)
    .execute();
}

async function listUntold(db: Db, most: number, tenants: readonly string[] = []): Promise<readonly Silent[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('notice_at', 'is not', null)
    .where('told_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('unreachable_since', 'is', null)
    .$if(tenants.length > 0, (query) => query.where('tenant', 'in', tenants))
    .orderBy('last_seen')
    .orderBy('entra_id')
    .limit(most)
    .execute();
  return rows.map(({ tenant, entra_id, last_seen, notice_at }) => ({
    person: { tenant, entraId: entra_id },
    lastSeen: new Date(last_seen),
    noticeAt: new Date(notice_at ?? last_seen),
  }));
}

/** A person as far as it tells whether they were just seen. */
type Sighting = Pick<Selectable<Tables['people']>, 'last_seen' | 'active_at' | 'notice_at' | 'unreachable_since' | 'removed_at'>;

/**
 * Whether nothing is to be noted of somebody who writes: in their own chat they are known, lately seen and reached; among others
 * whoever is not known stays so.
 */
export function isThere(row: Sighting | undefined, where: Conversation['kind'], now: Date): boolean {
  if (where !== 'personal') return row === undefined || (isFresh(row, now) && isActive(row, now));
  return row !== undefined && isFresh(row, now) && isActive(row, now) && row.unreachable_since === null && row.removed_at === null;
}

function isFresh(row: Pick<Sighting, 'last_seen' | 'notice_at'>, now: Date): boolean {
  return row.last_seen > new Date(now.getTime() - freshMs).toISOString() && row.notice_at === null;
}

/** A nudge that Teams took makes nobody active, only seen. */
function isActive({ active_at }: Pick<Sighting, 'active_at'>, now: Date): boolean {
  return active_at !== null && active_at > new Date(now.getTime() - freshMs).toISOString();
}

function toDate(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
