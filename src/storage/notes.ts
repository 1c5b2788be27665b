import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import type { Note, NoteFault, NoteRange, Notes, NoteTally } from '../people/ports.js';
import type { Cipher } from './encryption.js';
import { columnsOf, isPerson } from './keys.js';
import { toStorableText } from './parameters.js';
import type { Db, Tables } from './tables.js';

/** The longest note, in UTF-16 units as a text field counts them. */
export const maxNoteLength = 4_000;

const defaultSize = 5;
const maxSize = 100;

/** Creates the port. Notes are sealed with the cipher's first key, also when edited. */
export function createNotes(db: Db, cipher: Cipher): Notes {
  const toReflection = (person: PersonKey, row: Selectable<Tables['reflections']>): Note => ({
    id: row.id,
    prompt: row.prompt,
    framework: row.framework,
    ...(row.theme !== null && { theme: row.theme }),
    text: cipher.open(row.note, placeOfNote(person, row.id)),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  });
  return {
    async add(person, { prompt, framework, theme }, text, now) {
      const fault = findNoteFault(text);
      if (fault) return { ok: false, fault };
      const id = randomUUID();
      const at = now.toISOString();
      const note = cipher.seal(toStorableText(text), placeOfNote(person, id));
      await db
        .insertInto('reflections')
        .values({ ...columnsOf(person), id, prompt, framework, theme: theme ?? null, note, created_at: at, updated_at: at })
        .execute();
      return { ok: true, id };
    },
    async list(person, filter = {}) {
      const size = clamp(filter.size ?? defaultSize, 1, maxSize);
      const found = selectNotes(db, person, filter);
      const { total } = await found.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
      const rows = await found
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(size)
        .offset(clamp(filter.page ?? 0, 0, 100_000) * size)
        .execute();
      return { notes: rows.map((row) => toReflection(person, row)), total };
    },
    tally: (person, range = {}) => tallyNotes(db, person, range),
    async get(person, id) {
      const row = await db.selectFrom('reflections').selectAll().where(isPerson(person)).where('id', '=', id).executeTakeFirst();
      return row && toReflection(person, row);
    },
    async edit(person, id, text, now) {
      const fault = findNoteFault(text);
      if (fault) return fault;
      const change = { note: cipher.seal(toStorableText(text), placeOfNote(person, id)), updated_at: now.toISOString() };
      const { numUpdatedRows } = await db
        .updateTable('reflections')
        .set(change)
        .where(isPerson(person))
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n ? 'edited' : 'unknown';
    },
    async remove(person, id) {
      const { numDeletedRows } = await db.deleteFrom('reflections').where(isPerson(person)).where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows === 1n ? 'removed' : 'unknown';
    },
  };
}

async function tallyNotes(db: Db, person: PersonKey, range: NoteRange): Promise<readonly NoteTally[]> {
  const rows = await selectNotes(db, person, range)
    .select((is) => ['framework', 'theme', is.fn.countAll<number>().as('count')])
    .groupBy(['framework', 'theme'])
    .orderBy('count', 'desc')
    .orderBy('framework')
    .orderBy('theme')
    .execute();
  return rows.map(({ framework, theme, count }) => ({ framework, ...(theme !== null && { theme }), count }));
}

/** Where a note belongs; see {@link Cipher}. */
export function placeOfNote(person: PersonKey, id: string): readonly string[] {
  const { tenant, entra_id } = columnsOf(person);
  return ['reflection', tenant, entra_id, id];
}

function selectNotes(db: Db, person: PersonKey, { framework, theme, prompts, from, until }: NoteRange) {
  return (
    db
      .selectFrom('reflections')
      .where(isPerson(person))
      .$if(framework !== undefined, (query) => query.where('framework', '=', framework ?? ''))
      .$if(theme !== undefined, (query) => query.where('theme', '=', theme ?? ''))
      // An empty list is a syntax error in PostgreSQL; no prompt has an empty id.
      .$if(prompts !== undefined, (query) => query.where('prompt', 'in', ['', ...(prompts ?? [])]))
      .$if(from !== undefined, (query) => query.where('created_at', '>=', from?.toISOString() ?? ''))
      .$if(until !== undefined, (query) => query.where('created_at', '<', until?.toISOString() ?? ''))
  );
}

function findNoteFault(text: string): NoteFault | undefined {
  if (text.trim() === '') return 'empty';
  return text.length > maxNoteLength ? 'too-long' : undefined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.trunc(value) || least, least), most);
}
