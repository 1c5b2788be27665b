import { sql } from 'kysely';
import type { LookId } from '../../src/doctor/outcomes.js';
import { markBackup } from '../../src/storage/marks.js';
import { migrations } from '../../src/storage/migrations.js';
import { keysOf } from '../storage/stores.js';
import { type Ailment, type Hospital, reflectionKeys } from './hospital.js';

/** What is broken, what is found, the remedy's words, what is not looked at because of it, and how bad all of it is. */
export type Case = {
  /** Breaks it, and says how to visit it and how to mend it. */
  readonly fall: (hospital: Hospital) => Promise<Ailment & { readonly mend?: () => unknown }>;
  readonly found: string;
  readonly remedy: RegExp;
  readonly blocked?: readonly LookId[];
};

const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();
const days = (n: number) => minutes(n * 1_440);
const onSchema: readonly LookId[] = ['mode', 'keys', 'notes', 'nudges', 'backup', 'switches'];

const book = sql.table('ledelseskompas_migrations');
const lastStep = migrations.at(-1)?.name ?? '';

/** A question of a tenant `t` that came to be due 40 minutes ago, unless told. */
export const delivery = (id: string, values: object) => ({
  ...{ tenant: 't', recipient: id, entra_id: id, conversation: null, id, local_date: '2026-11-24', slot: 'plan', due_at: minutes(-40) },
  ...{ state: 'due', reason: null, not_before: minutes(-40), lease_until: null, token: null, attempts: 0, tried_at: null, prompt: null },
  ...values,
});
/** Puts questions into the outbox; what it gives takes all out again. */
export const withDeliveries = async (hospital: Hospital, ...rows: ReturnType<typeof delivery>[]) => {
  await hospital.read((db) => db.insertInto('deliveries').values(rows).execute());
  return () => hospital.read((db) => db.deleteFrom('deliveries').execute());
};

/** What can be wrong with a database, on either kind of it. */
export const ofDatabase: Readonly<Record<string, Case>> = {
  'tables of a newer version': {
    async fall(hospital) {
      await hospital.raw(sql`insert into ${book} (name) values ('099-of-tomorrow')`);
      return { mend: () => hospital.raw(sql`delete from ${book} where name = '099-of-tomorrow'`) };
    },
    found: 'schema.newer',
    remedy: /^Start den nyere version, eller gå tilbage til en kopi/,
    blocked: onSchema,
  },
  'tables of an older version': {
    async fall(hospital) {
      await hospital.raw(sql`delete from ${book} where name = ${lastStep}`);
      return { mend: () => hospital.raw(sql`insert into ${book} (name) values (${lastStep})`) };
    },
    found: 'schema.older',
    remedy: /^Tag en kopi, og start tjenesten/,
    blocked: onSchema,
  },
  'a database of local mode': {
    async fall(hospital) {
      const mark = (value: string) => hospital.read((db) => db.updateTable('marks').set({ value }).where('name', '=', 'mode').execute());
      await mark('local');
      return { mend: () => mark('registered') };
    },
    found: 'mode.other',
    remedy: /^Sæt DATA_DIR til en anden mappe/,
    blocked: ['keys', 'notes'],
  },
  'a key that sealed, and is not given': {
    fall: async () => ({ env: { REFLECTION_KEYS: reflectionKeys('k2') } }),
    found: 'keys.faulty',
    remedy: /^Sæt den ind efter den første i REFLECTION_KEYS.* --lost k1$/,
    blocked: ['notes'],
  },
  'another key under the same name': {
    fall: async () => ({ env: { REFLECTION_KEYS: `k1:${keysOf('k9').get('k9')?.toString('base64')}` } }),
    found: 'keys.faulty',
    remedy: /^Hent den rigtige/,
    blocked: ['notes'],
  },
  'a changed canary': {
    async fall(hospital) {
      const row = await hospital.read((db) => db.selectFrom('seals').selectAll().executeTakeFirstOrThrow());
      const set = (canary: string | null) => hospital.read((db) => db.updateTable('seals').set({ canary }).execute());
      await set('k1.Ym9ndXM');
      return { mend: () => set(row.canary) };
    },
    found: 'keys.faulty',
    remedy: /^Hent den rigtige/,
    blocked: ['notes'],
  },
  'a note that does not open': {
    async fall(hospital) {
      const row = await hospital.read((db) => db.selectFrom('reflections').selectAll().executeTakeFirstOrThrow());
      const set = (id: string) => hospital.read((db) => db.updateTable('reflections').set({ id }).execute());
      await set('moved');
      return { mend: () => set(row.id) };
    },
    found: 'notes.closed',
    remedy: /hent dem fra en kopi/,
  },
  'plans that no pass looks at': {
    async fall(hospital) {
      const plan = {
        ...{ tenant: 't', recipient: 'r', entra_id: 'r', conversation: null, is_on: 1, days: 'man', time: '08:00', is_exact: 0, zone: 'x' },
        ...{
          language: 'da',
          pauses: '[]',
          framework: null,
          theme: null,
          stopped: null,
          asked_zone: null,
          seen: '[]',
          next_at: minutes(-90),
        },
        made_at: days(-9),
      };
      await hospital.read((db) => db.insertInto('nudge_plans').values(plan).execute());
      return { mend: () => hospital.read((db) => db.deleteFrom('nudge_plans').execute()) };
    },
    found: 'nudges.stuck',
    remedy: /^Kører tjenesten\?/,
  },
  'questions that somebody took and left': {
    fall: async (hospital) => ({ mend: await withDeliveries(hospital, delivery('a', { state: 'sending', lease_until: minutes(-30) })) }),
    found: 'nudges.stuck',
    remedy: /Intet bliver sendt to gange/,
  },
  'questions that have not left': {
    fall: async (hospital) => ({ mend: await withDeliveries(hospital, delivery('a', {}), delivery('b', {})) }),
    found: 'nudges.waiting',
    remedy: /»nudges cannot leave«/,
  },
  'questions that wait for a token': {
    async fall(hospital) {
      const mend = await withDeliveries(hospital, delivery('a', {}));
      hospital.login.behaviour = 'expired';
      return {
        async mend() {
          hospital.login.behaviour = 'tokens';
          await mend();
        },
      };
    },
    found: 'token.expired',
    remedy: /^Lav en ny i Azure/,
    blocked: ['nudges', 'graph', 'model'],
  },
  'a copy of twelve days ago': {
    async fall(hospital) {
      await hospital.read((db) => markBackup(db, new Date(days(-12))));
      return { mend: () => hospital.read((db) => markBackup(db, new Date())) };
    },
    found: 'backup.old',
    remedy: /--backed-up$/,
  },
  'no copy at all': {
    async fall(hospital) {
      await hospital.read((db) => db.deleteFrom('marks').where('name', '=', 'backed-up').execute());
      return { mend: () => hospital.read((db) => markBackup(db, new Date())) };
    },
    found: 'backup.none',
    remedy: /^Tag en kopi .* --backed-up$/,
  },
  'a clock that is ten minutes fast': {
    fall: async () => ({ parts: { clock: () => new Date(Date.now() + 600_000) } }),
    found: 'clock.wrong',
    remedy: /\(NTP\)/,
  },
};
