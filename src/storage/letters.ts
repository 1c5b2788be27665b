import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { letterReasons } from '../cards/acts.js';
import type { Letter, LetterHead, Letters } from '../people/ports.js';
import type { Cipher } from './encryption.js';
import { toStorableText } from './parameters.js';
import type { Db, Tables } from './tables.js';

type Row = Selectable<Tables['letters']>;

/** Creates the port. Words and name are sealed with the cipher's first key. */
export function createLetters(db: Db, cipher: Cipher): Letters {
  const open = (tenant: string) => db.selectFrom('letters').where('tenant', '=', tenant.toLowerCase()).where('done_at', 'is', null);
  return {
    async add(tenant, { framework, reason, words, name }, now) {
      const id = randomUUID();
      const of = tenant.toLowerCase();
      const said = JSON.stringify({ words: toStorableText(words), ...(name && { name: toStorableText(name) }) });
      await db
        .insertInto('letters')
        .values({
          ...{ tenant: of, id, framework, reason },
          words: cipher.seal(said, placeOfLetter(of, id)),
          sent_at: now.toISOString(),
          done_at: null,
          reminded_at: null,
        })
        .execute();
    },
    async list(tenant, page) {
      const { count } = await open(tenant)
        .select((is) => is.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const ordered = open(tenant).selectAll().orderBy('sent_at').orderBy('id');
      const rows = await (page ? ordered.limit(page.size).offset(page.page * page.size) : ordered).execute();
      return { letters: rows.map((row) => toLetter(row, cipher)), total: Number(count) };
    },
    async listHeads(tenant) {
      const rows = await open(tenant)
        .select(['id', 'framework', 'reason', 'sent_at', 'reminded_at'])
        .orderBy('sent_at')
        .orderBy('id')
        .execute();
      return rows.map(toHead);
    },
    async finish(tenant, ids, now) {
      if (ids.length === 0) return 0;
      const { numUpdatedRows } = await db
        .updateTable('letters')
        .set({ done_at: now.toISOString() })
        .where('tenant', '=', tenant.toLowerCase())
        .where('id', 'in', ids)
        .where('done_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    async remind(tenant, ids, now) {
      if (ids.length === 0) return;
      await db
        .updateTable('letters')
        .set({ reminded_at: now.toISOString() })
        .where('tenant', '=', tenant.toLowerCase())
        .where('id', 'in', ids)
        .execute();
    },
  };
}

/** The tenants that have letters which are not done, in the order of their ids. */
export async function listLetterTenants(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('letters').select('tenant').distinct().where('done_at', 'is', null).orderBy('tenant').execute();
  return rows.map(({ tenant }) => tenant);
}

/** Where the words of a letter belong; see {@link Cipher}. */
export function placeOfLetter(tenant: string, id: string): readonly string[] {
  return ['letter', tenant, id];
}

function toHead({ id, framework, reason, sent_at, reminded_at }: Omit<Row, 'tenant' | 'words' | 'done_at'>): LetterHead {
  return {
    ...{ id, framework },
    reason: letterReasons.find((each) => each === reason) ?? 'asked',
    sentAt: new Date(sent_at),
    ...(reminded_at !== null && { remindedAt: new Date(reminded_at) }),
  };
}

function toLetter(row: Row, cipher: Cipher): Letter {
  const opened = cipher.open(row.words, placeOfLetter(row.tenant, row.id));
  return { ...toHead(row), said: opened.ok ? { ok: true, ...(JSON.parse(opened.text) as { words: string; name?: string }) } : opened };
}
