import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import { type Weekday, weekdays } from '../language/times/words.js';
import type { AppointmentKind, AppointmentState, AppointmentWords } from '../nudges/rules/appointments.js';
import type { Appointment, AppointmentChange, Appointments } from '../people/ports.js';
import type { Cipher } from './encryption.js';
import { columnsOf, isPerson } from './keys.js';
import { toStorableText } from './parameters.js';
import type { Db, Tables } from './tables.js';

type Row = Selectable<Tables['appointments']>;

/** So many appointments that are still to come are kept of one person: more than anybody keeps in mind. */
export const mostAppointments = 200;

/** Creates the port. Words are sealed with the cipher's first key, also when changed. */
export function createAppointments(db: Db, cipher: Cipher): Appointments {
  const select = (person: PersonKey) => db.selectFrom('appointments').selectAll().where(isPerson(person));
  return {
    async add(person, { kind, words, date, time, zone, weekday, language, nextAt }, now) {
      const { count } = await db
        .selectFrom('appointments')
        .select((is) => is.fn.countAll<number>().as('count'))
        .where(isPerson(person))
        .where('state', 'in', ['open', 'draft'])
        .executeTakeFirstOrThrow();
      if (count >= mostAppointments) return undefined;
      const id = randomUUID();
      await db
        .insertInto('appointments')
        .values({
          ...columnsOf(person),
          ...{ id, kind, date, time, zone, language },
          state: nextAt ? 'open' : 'draft',
          words: seal(cipher, person, id, words),
          weekday: weekday ?? null,
          rounds: 0,
          next_at: nextAt?.toISOString() ?? null,
          delivery: null,
          made_at: now.toISOString(),
          updated_at: now.toISOString(),
        })
        .execute();
      return id;
    },
    async get(person, id) {
      const row = await select(person).where('id', '=', id).executeTakeFirst();
      return row && toAppointment(row, cipher);
    },
    async list(person) {
      const rows = await select(person).where('state', 'not in', ['draft', 'dropped']).execute();
      return rows.sort(nextFirst).map((row) => toAppointment(row, cipher));
    },
    async change(person, id, change, now) {
      const { numUpdatedRows } = await db
        .updateTable('appointments')
        .set({ ...toColumns(change, (words) => seal(cipher, person, id, words)), updated_at: now.toISOString() })
        .where(isPerson(person))
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n ? 'changed' : 'unknown';
    },
    async remove(person, id) {
      const { numDeletedRows } = await db.deleteFrom('appointments').where(isPerson(person)).where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows === 1n ? 'removed' : 'unknown';
    },
  };
}

/** Where the words of an appointment belong; see {@link Cipher}. */
export function placeOfAppointment(person: PersonKey, id: string): readonly string[] {
  const { tenant, entra_id } = columnsOf(person);
  return ['appointment', tenant, entra_id, id];
}

/** An appointment as its columns have it. */
export function toAppointment(row: Row, cipher: Cipher): Appointment {
  const { id, date, time, zone, rounds } = row;
  const weekday = weekdays.find((day) => day === row.weekday);
  return {
    ...{ id, date, time, zone, rounds },
    kind: row.kind as AppointmentKind,
    state: row.state as AppointmentState,
    words: open(cipher, row),
    language: row.language === 'en' ? 'en' : 'da',
    madeAt: new Date(row.made_at),
    ...(weekday && { weekday: weekday as Weekday }),
  };
}

function open(cipher: Cipher, { tenant, entra_id, id, words }: Row): Appointment['words'] {
  if (words === null) return { ok: true };
  const opened = cipher.open(words, placeOfAppointment({ tenant, entraId: entra_id }, id));
  return opened.ok ? { ok: true, ...(JSON.parse(opened.text) as AppointmentWords) } : opened;
}

function seal(cipher: Cipher, person: PersonKey, id: string, words: AppointmentWords): string | null {
  const said = Object.entries(words).flatMap(([name, text]) => (text === undefined ? [] : [[name, toStorableText(text)]]));
  return said.length === 0 ? null : cipher.seal(JSON.stringify(Object.fromEntries(said)), placeOfAppointment(person, id));
}

function toColumns({ words, nextAt, ...plain }: AppointmentChange, sealed: (words: AppointmentWords) => string | null): Partial<Row> {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Partial<Row>;
  return {
    ...given,
    ...(words && { words: sealed(words) }),
    // What became of an earlier delivery says nothing about the next.
    ...(nextAt !== undefined && { next_at: nextAt?.toISOString() ?? null, delivery: null }),
  };
}

function nextFirst(one: Row, other: Row): number {
  const key = ({ state, date, time, made_at }: Row) => (state === 'open' ? `0 ${date} ${time}` : `1 ${invert(made_at)}`);
  return key(one) < key(other) ? -1 : 1;
}

/** Sorts a later instant before an earlier one. */
function invert(instant: string): string {
  return String(Number.MAX_SAFE_INTEGER - Date.parse(instant));
}
