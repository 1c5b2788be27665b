import { columnsOf, isPerson, type PersonKey, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db } from './tables.js';

/** Whether a person is there to be reached; retention counts from the times noted here. */
export type People = {
  /** Notes that a person wrote: they are here, whatever was noted before. Written at most once an hour while nothing changes. */
  seen(person: PersonKey, now: Date): Promise<void>;
  /**
   * Notes that a person is still there who did not write in their own chat: they wrote among others, or Teams took a message to
   * them. Nothing is noted of whoever is not known. Written at most once an hour.
   */
  glimpsed(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a message could not be delivered for good. The first time counts; nothing is noted of whoever is not known. */
  unreachable(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a person took the bot away. As with {@link People.unreachable}. */
  removed(person: PersonKey, now: Date): Promise<void>;
  /** What is noted; undefined for people who are not known. */
  load(person: PersonKey): Promise<Presence | undefined>;
  /** People whose last days have begun and who were not told yet, the longest silent first. */
  listUntold(most: number): Promise<readonly Silent[]>;
  /** Notes that a silent person is told now. False when they were told before, or came back: then they must not be. */
  claimTelling(person: PersonKey, now: Date): Promise<boolean>;
  /** They were not told after all; nothing reached them. */
  untell(person: PersonKey): Promise<void>;
};

/** When a person was last seen (exact to an hour), and since when they are away. */
export type Presence = { readonly lastSeen: Date; readonly unreachableSince: Date | undefined; readonly removedAt: Date | undefined };

/** A person who has not been seen for long, and when their last days began. */
export type Silent = { readonly person: PersonKey; readonly lastSeen: Date; readonly noticeAt: Date };

const hourMs = 3_600_000;

/** Creates the port. */
export function createPeople(db: Db): People {
  const find = prepare(db, personNames, (of) =>
    db
      .selectFrom('people')
      .selectAll()
      .where(isPerson(personOf(of))),
  );
  const isFresh = (row: { last_seen: string; notice_at: string | null }, now: Date) =>
    row.last_seen > new Date(now.getTime() - hourMs).toISOString() && row.notice_at === null;
  return {
    async seen(person, now) {
      const [known] = (await find(columnsOf(person))).rows;
      if (known && isFresh(known, now) && known.unreachable_since === null && known.removed_at === null) return;
      const present = { last_seen: now.toISOString(), unreachable_since: null, removed_at: null, notice_at: null, told_at: null };
      await db
        .insertInto('people')
        .values({ ...columnsOf(person), ...present })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id']).doUpdateSet(present))
        .execute();
    },
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
    listUntold: (most) => listUntold(db, most),
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

async function listUntold(db: Db, most: number): Promise<readonly Silent[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('notice_at', 'is not', null)
    .where('told_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('unreachable_since', 'is', null)
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

function toDate(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
