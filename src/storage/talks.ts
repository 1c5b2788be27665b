import type { Selectable } from 'kysely';
import { hourMs } from '../clock.js';
import type { PersonKey } from '../conversation/person.js';
import type { StoredTalk, Talks } from '../sharing/ports.js';
import { columnsOf, isPerson } from './keys.js';
import type { Db, Tables } from './tables.js';

/** As many conversations of one person are remembered. */
export const mostTalks = 25;
const longestName = 100;

/** Whether a talk need not be noted once more: it was within the hour, and its name is known where there is one. */
export function isTalkFresh(
  row: Pick<Selectable<Tables['talks']>, 'name' | 'talked_at'> | null,
  { name }: Pick<StoredTalk, 'name'>,
  now: Date,
): boolean {
  if (row === null || (row.name === null && name !== undefined)) return false;
  return row.talked_at > new Date(now.getTime() - hourMs).toISOString();
}

/** Creates the port. */
export function createTalks(db: Db): Talks {
  return {
    async note(person, { id: conversation, kind, name: given }, now) {
      const name = given?.slice(0, longestName) ?? null;
      const change = { kind, ...(name !== null && { name }), talked_at: now.toISOString() };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('talks')
        .values({ ...columnsOf(person), conversation, kind, name, talked_at: now.toISOString() })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'entra_id', 'conversation'])
            .doUpdateSet(change)
            .where((is) =>
              is.or([
                is('talks.talked_at', '<=', new Date(now.getTime() - hourMs).toISOString()),
                ...(name === null ? [] : [is('talks.name', 'is', null)]),
              ]),
            ),
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) await prune(db, person);
    },
    async list(person) {
      const rows = await db
        .selectFrom('talks')
        .selectAll()
        .where(isPerson(person))
        .orderBy('talked_at', 'desc')
        .orderBy('conversation')
        .limit(mostTalks)
        .execute();
      return rows.map(({ conversation, kind, name, talked_at }) => ({
        id: conversation,
        kind: kind === 'channel' ? 'channel' : 'groupChat',
        name: name ?? undefined,
        talkedAt: new Date(talked_at),
      }));
    },
    async leave(tenant, conversation) {
      await db.deleteFrom('talks').where('tenant', '=', tenant.toLowerCase()).where('conversation', '=', conversation).execute();
    },
  };
}

async function prune(db: Db, person: PersonKey): Promise<void> {
  const rows = await db.selectFrom('talks').select('conversation').where(isPerson(person)).orderBy('talked_at', 'desc').execute();
  for (const { conversation } of rows.slice(mostTalks))
    await db.deleteFrom('talks').where(isPerson(person)).where('conversation', '=', conversation).execute();
}
