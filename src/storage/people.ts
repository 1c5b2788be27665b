import { columnsOf, isPerson, type PersonKey, personNames, personOf } from './keys.js';
import { prepare } from './prepared.js';
import type { Db } from './tables.js';

/** Whether a person is there to be reached; retention counts from the times noted here. */
export type People = {
  /** Notes that a person wrote: they are here, whatever was noted before. Written at most once an hour while nothing changes. */
  seen(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a message could not be delivered for good. The first time counts. */
  unreachable(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a person took the bot away. The first time counts. */
  removed(person: PersonKey, now: Date): Promise<void>;
  /** What is noted; undefined for people who are not known. */
  load(person: PersonKey): Promise<Presence | undefined>;
};

/** When a person was last seen (exact to an hour), and since when they are away. */
export type Presence = { readonly lastSeen: Date; readonly unreachableSince: Date | undefined; readonly removedAt: Date | undefined };

const hourMs = 3_600_000;

/** Creates the port. */
export function createPeople(db: Db): People {
  const find = prepare(db, personNames, (of) =>
    db
      .selectFrom('people')
      .selectAll()
      .where(isPerson(personOf(of))),
  );
  return {
    async seen(person, now) {
      const anHourAgo = new Date(now.getTime() - hourMs).toISOString();
      const [known] = (await find(columnsOf(person))).rows;
      if (known && known.last_seen > anHourAgo && known.unreachable_since === null && known.removed_at === null) return;
      const present = { last_seen: now.toISOString(), unreachable_since: null, removed_at: null };
      await db
        .insertInto('people')
        .values({ ...columnsOf(person), ...present })
        .onConflict((conflict) => conflict.columns(['tenant', 'entra_id']).doUpdateSet(present))
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
  };
}

/** Makes the row when there is none: whoever has data must also have a clock that ends it. */
async function noteOnce(db: Db, column: 'unreachable_since' | 'removed_at', person: PersonKey, now: Date): Promise<void> {
  const at = now.toISOString();
  await db
    .insertInto('people')
    .values({ ...columnsOf(person), last_seen: at, [column]: at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'entra_id'])
        .doUpdateSet({ [column]: at })
        .where(`people.${column}`, 'is', null),
    )
    .execute();
}

function toDate(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
