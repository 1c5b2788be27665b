/**
 * Everything there is of a person, in whatever table: given to them, and deleted for them. What ends by itself: `sweep.ts`.
 */
import type { PersonKey } from '../conversation/person.js';
import type { ExportedTable, Forgotten, PersonalTable, Row, SharedCard } from '../people/ports.js';
import type { StoredId } from '../web/stored.js';
import { placeOfAppointment } from './appointments.js';
import { placeOfContext } from './contexts.js';
import type { Cipher } from './encryption.js';
import { columnsOf, isPerson } from './keys.js';
import { placeOfLetter } from './letters.js';
import { placeOfNote } from './notes.js';
import type { Db, Tables } from './tables.js';

/** The tables that have a column for whose a row is: they must be those that people are told of. */
type KeyedTable = { [Table in keyof Tables]: 'entra_id' extends keyof Tables[Table] ? Table : never }[keyof Tables];

type Sealed = { readonly column: string; readonly place: (person: PersonKey, row: Row) => readonly string[] };

/** What is promised of a table with personal data. Export, deletion and moving go by the table; the rest is said here. */
export type TableCare = {
  /** What ends its rows without anybody asking: with the person, after its time, or both. */
  readonly ends: readonly ('with-person' | 'after-its-time')[];
  /** What the privacy page says of it. */
  readonly privacy: StoredId;
  /** The column that is sealed, for the export to open and for a new key to seal again. */
  readonly sealed?: Sealed;
};

/** Every table with personal data: a new one does not compile without its care, and a test looks whether the care is taken. */
export const tableCare: Readonly<Record<PersonalTable | KeyedTable, TableCare>> = {
  // First, since whoever notes how a nudge ended holds its row: what they write about the person is here to be deleted then.
  deliveries: { ends: ['with-person', 'after-its-time'], privacy: 'deliveries' },
  people: { ends: ['with-person'], privacy: 'person' },
  profiles: { ends: ['with-person'], privacy: 'profile' },
  installations: { ends: ['with-person'], privacy: 'greeting' },
  contexts: {
    ends: ['with-person', 'after-its-time'],
    privacy: 'question',
    sealed: { column: 'question', place: (person, row) => placeOfContext(person, String(row['conversation'])) },
  },
  seen_prompts: { ends: ['with-person'], privacy: 'seen' },
  nudge_plans: { ends: ['with-person'], privacy: 'plan' },
  focuses: { ends: ['with-person', 'after-its-time'], privacy: 'focus' },
  // Those whose person is not known have a time of their own; see `sweep.ts`.
  plan_makers: { ends: ['with-person'], privacy: 'planMaker' },
  addresses: { ends: ['with-person'], privacy: 'address' },
  talks: { ends: ['with-person', 'after-its-time'], privacy: 'talks' },
  sharers: { ends: ['with-person', 'after-its-time'], privacy: 'shares' },
  round_answers: { ends: ['with-person', 'after-its-time'], privacy: 'roundAnswers' },
  reflections: {
    ends: ['with-person'],
    privacy: 'notes',
    sealed: { column: 'note', place: (person, row) => placeOfNote(person, String(row['id'])) },
  },
  // Drafts and reminders that came have a time of their own.
  appointments: {
    ends: ['with-person', 'after-its-time'],
    privacy: 'appointments',
    sealed: { column: 'words', place: (person, row) => placeOfAppointment(person, String(row['id'])) },
  },
};

/** Which column of each of these tables is sealed. */
export const personalTables = Object.fromEntries(Object.entries(tableCare).map(([table, { sealed }]) => [table, sealed])) as Readonly<
  Record<PersonalTable, Sealed | undefined>
>;

/** Every other table, and why nobody's data is in it. */
export const impersonalTables: Readonly<Record<Exclude<keyof Tables, PersonalTable>, string>> = {
  activities: 'digests, from which nothing can be read',
  budgets: 'a time for each tenant',
  paces: 'digests, from which nothing can be read, and a time for each',
  tallies: 'how often something was answered in a week, with no column for who asked; shown only where there are some',
  seals: 'a made-up text for each key',
  marks: 'what is true of the whole database',
  switches: 'what the operator turned off, for a tenant or for all',
  // An operator's list: who deletes their data would else be turned away.
  pilots: 'digests of whom the operator lets try it, from which nothing can be read; all of them end with the limit',
  rated_answers: 'digests, from which nothing can be read, and what an answer was about; never who pressed',
  letters: 'what people chose to send, sealed, without an id of theirs; a name where they put it there themselves',
  shares: 'what of the content stands in which conversation; who shared it is in sharers',
};

/** A column of a table that is nobody's and is sealed all the same; the rows of a tenant are told apart by `id`. */
export const impersonalSeals = {
  letters: { column: 'words', place: (tenant: string, id: string) => placeOfLetter(tenant, id), privacy: 'letters' },
} as const;

const tableNames = Object.keys(personalTables) as PersonalTable[];

/** Reads everything stored about a person, newest notes last; a sealed text that no key opens is replaced by why. */
export async function exportPerson(db: Db, cipher: Cipher, person: PersonKey): Promise<readonly ExportedTable[]> {
  const exported: ExportedTable[] = [];
  for (const table of tableNames) {
    const rows: Row[] = await db
      .selectFrom(table as 'people')
      .selectAll()
      .where(isPerson(person))
      .execute();
    if (rows.length > 0) exported.push({ table, rows: rows.map((row) => openRow(row, personalTables[table], cipher, person)).sort(byAge) });
  }
  return exported;
}

function openRow({ tenant: _, entra_id: __, ...row }: Row, sealed: Sealed | undefined, cipher: Cipher, person: PersonKey): Row {
  const body = sealed && row[sealed.column];
  if (!sealed || typeof body !== 'string') return row;
  const opened = cipher.open(body, sealed.place(person, row));
  return { ...row, [sealed.column]: opened.ok ? opened.text : `(${opened.fault})` };
}

function byAge(one: Row, other: Row): number {
  const age = (row: Row) => String(row['created_at'] ?? row['shown_at'] ?? '');
  return age(one) < age(other) ? -1 : Number(age(one) > age(other));
}

/**
 * Deletes a person's rows from every table. Their shared cards are noted as stale: in Teams they show what was deleted until
 * they are changed. To be called in a transaction, so that all of it is gone or nothing.
 */
export async function deletePerson(trx: Db, person: PersonKey): Promise<Forgotten> {
  const cards = await markCards(trx, person);
  const rows: { [Table in PersonalTable]?: number } = {};
  for (const table of tableNames) {
    const { numDeletedRows } = await trx
      .deleteFrom(table as 'people')
      .where(isPerson(person))
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) rows[table] = Number(numDeletedRows);
  }
  return { rows, cards };
}

/** The cards that a person shared or answered on. */
async function markCards(trx: Db, person: PersonKey): Promise<SharedCard[]> {
  const { tenant } = columnsOf(person);
  const shared = trx.selectFrom('sharers').select('share').where(isPerson(person));
  const answered = trx.selectFrom('round_answers').select('share').where(isPerson(person));
  const marked = await trx
    .updateTable('shares')
    .set({ is_stale: 1 })
    .where('tenant', '=', tenant)
    .where((is) => is.or([is('share', 'in', shared), is('share', 'in', answered)]))
    .returning(['share', 'conversation'])
    .execute();
  return marked.map(({ share, conversation }) => ({ tenant, share, conversation }));
}
