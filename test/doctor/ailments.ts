/**
 * Installations with one thing wrong each, and what the doctor should find: that, and nothing else because of it.
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { loadSettings } from '../../src/config.js';
import type { LookId } from '../../src/doctor/outcomes.js';
import { markBackup } from '../../src/storage/marks.js';
import { migrations } from '../../src/storage/migrations.js';
import { keysOf } from '../storage/stores.js';
import { startIdentityHost } from '../teams/login.js';
import { type Ailment, type Hospital, nowhere, reflectionKeys, startHost } from './hospital.js';

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
const onDatabase: readonly LookId[] = ['schema', 'mode', 'keys', 'notes', 'nudges', 'backup', 'switches'];
const onSchema: readonly LookId[] = ['mode', 'keys', 'notes', 'nudges', 'backup', 'switches'];
const onSettings: readonly LookId[] = [
  ...(['disk', 'room', 'rights', 'registration', 'content', 'tenants', 'database', 'schema', 'mode', 'clock', 'keys', 'notes'] as const),
  ...([
    'nudges',
    'backup',
    'switches',
    'token',
    'connector',
    'keyHost',
    'graph',
    'model',
    'certificate',
    'public',
    'ready',
    'unfurl',
  ] as const),
  'package',
];

/** The content of one framework, and what one writer says: all of it takes seconds to read. */
function copySmall(contentDir: string): void {
  const isLeftOut = /(aarhus|holstebro|social|ord-)[^/]*$|\/sources\b|\/said\/(?!ejer)/;
  cpSync('content', contentDir, { recursive: true, filter: (file) => !isLeftOut.test(file) });
}

const book = sql.table('ledelseskompas_migrations');
const lastStep = migrations.at(-1)?.name ?? '';

const delivery = (id: string, values: object) => ({
  ...{ tenant: 't', recipient: id, entra_id: id, conversation: null, id, local_date: '2026-11-24', slot: 'plan', due_at: minutes(-40) },
  ...{ state: 'due', reason: null, not_before: minutes(-40), lease_until: null, token: null, attempts: 0, tried_at: null, prompt: null },
  ...values,
});
const withDeliveries = async (hospital: Hospital, ...rows: ReturnType<typeof delivery>[]) => {
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

/** What can be wrong elsewhere, whatever the database. */
export const elsewhere: Readonly<Record<string, Case>> = {
  'an old Node': { fall: async () => ({ parts: { node: '20.20.2' } }), found: 'node.ending', remedy: /^Skift til Node 24/ },
  'a Node that nobody tried': { fall: async () => ({ parts: { node: '23.1.0' } }), found: 'node.untried', remedy: /^Brug Node 24/ },
  'settings with two faults': {
    fall: async () => ({ env: { MicrosoftAppPassword: '', NUDGE_RATE: 'mange' } }),
    found: 'settings.faulty',
    remedy: /^Ret i \.env/,
    blocked: onSettings,
  },
  'a .env that cannot be read': {
    async fall({ folder }) {
      // A folder of that name: root reads every file.
      mkdirSync(join(folder, 'sealed/.env'), { recursive: true });
      return { parts: { loadSettings: () => loadSettings(join(folder, 'sealed')) } };
    },
    found: 'settings.unreadable',
    remedy: /chown.*chmod 600/,
    blocked: onSettings,
  },
  'a bot that is not in production': {
    fall: async () => ({ env: { NODE_ENV: 'development' } }),
    found: 'registration.trial',
    remedy: /^Sæt NODE_ENV=production/,
  },
  'content with a fault': {
    async fall({ folder }) {
      const contentDir = join(folder, 'broken');
      copySmall(contentDir);
      const file = join(contentDir, 'prompts/sammen.yaml');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nvrøvl: 1\n`);
      return { env: { CONTENT_DIR: contentDir } };
    },
    found: 'content.faulty',
    remedy: /npm run check-content/,
    blocked: ['unfurl'],
  },
  'content that was not learned': {
    async fall({ folder }) {
      const contentDir = join(folder, 'new');
      copySmall(contentDir);
      const file = join(contentDir, 'prompts/sammen.yaml');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n# ny\n`);
      return { env: { CONTENT_DIR: contentDir } };
    },
    found: 'content.unlearned',
    remedy: /^Kør npm run build/,
  },
  'a file of tenants with a fault': {
    async fall({ folder }) {
      const file = join(folder, 'tenants.yaml');
      writeFileSync(file, 'tenants:\n  - id: nej\n    name: Nordkøbing Kommune\n');
      return { env: { TENANTS_FILE: file, ALLOWED_TENANTS: '' } };
    },
    found: 'tenants.faulty',
    remedy: /npm run tenants/,
    blocked: ['keys', 'notes', 'unfurl'],
  },
  'little room': {
    fall: async () => ({ parts: { limits: { roomBytes: { low: Number.MAX_SAFE_INTEGER, full: 0 } } } }),
    found: 'room.low',
    remedy: /^Ryd op/,
  },
  'a full disk': {
    fall: async () => ({ parts: { limits: { roomBytes: { low: Number.MAX_SAFE_INTEGER, full: Number.MAX_SAFE_INTEGER } } } }),
    found: 'room.full',
    remedy: /^Skaf plads nu/,
  },
  'a network drive': {
    fall: async () => ({ parts: { disk: async () => ({ type: 0x6969, bavail: 1_000_000, bsize: 4_096 }) } }),
    found: 'disk.network',
    remedy: /DATABASE_URL/,
  },
  'a folder that others may read': {
    async fall({ dataDir }) {
      chmodSync(dataDir, 0o755);
      return { mend: () => chmodSync(dataDir, 0o700) };
    },
    found: 'rights.open',
    remedy: /chmod go-rwx \//,
  },
  'a database that is away': {
    fall: async () => ({ env: { DATABASE_URL: 'postgres://bot:hemmeligt@127.0.0.1:1/kompas' } }),
    found: 'database.away',
    remedy: /DATABASE_URL, firewallen/,
    blocked: onDatabase,
  },
  'a damaged file': {
    async fall({ folder }) {
      const dataDir = join(folder, 'damaged');
      mkdirSync(dataDir, { mode: 0o700 });
      writeFileSync(join(dataDir, 'ledelseskompas.db'), 'noget helt andet'.repeat(200), { mode: 0o600 });
      return { env: { DATA_DIR: dataDir } };
    },
    found: 'database.damaged',
    remedy: /læg den seneste kopi/,
    blocked: onDatabase,
  },
  'a slow database': {
    fall: async () => ({ parts: { limits: { slowMs: -1 } } }),
    found: 'database.slow',
    remedy: /nærmere tjenesten/,
  },
  'an ended secret': {
    fall: withLogin('expired'),
    found: 'token.expired',
    remedy: /Value ind i MicrosoftAppPassword/,
    blocked: ['graph', 'model'],
  },
  'a wrong secret': {
    fall: withLogin('wrong'),
    found: 'token.wrongSecret',
    remedy: /^Er det Secret ID/,
    blocked: ['graph', 'model'],
  },
  'a registration that does not know the identity which vouches for it': {
    fall: vouchedBy('44444444-4444-4444-8444-444444444444', 'stranger'),
    found: 'token.vouchedRefused',
    remedy: /^Har registreringen en federated credential/,
    blocked: ['graph', 'model'],
  },
  // Another identity: the login library keeps the tokens of one for the whole process.
  'an identity that the machine does not have': {
    fall: vouchedBy('55555555-5555-4555-8555-555555555555', 'nobody'),
    found: 'token.vouchedAway',
    remedy: /^Tildel identiteten i MicrosoftAppIdentity/,
    blocked: ['graph', 'model'],
  },
  'a login that is away': {
    fall: async ({ login }) => ({ parts: { login: { ...login.options, authorityHost: 'https://127.0.0.1:1' } } }),
    found: 'token.unreached',
    remedy: /^Åbn firewallen til login\.microsoftonline\.com/,
    blocked: ['graph', 'model'],
  },
  'a way to Teams that is closed': {
    fall: async () => ({ parts: { addressOf: () => nowhere } }),
    found: 'connector.unreached',
    remedy: /^Åbn firewallen til 127\.0\.0\.1/,
  },
  'no keys of Teams': {
    fall: async () => ({ env: { OPENID_METADATA_URL: `${nowhere}/keys` } }),
    found: 'keyHost.unreached',
    remedy: /^Åbn firewallen til 127\.0\.0\.1:2/,
  },
  'a page in the place of Teams’ keys': {
    fall: async ({ face }) => ({ env: { OPENID_METADATA_URL: `${face.url}/om` } }),
    found: 'keyHost.strange',
    remedy: /^Fjern OPENID_METADATA_URL/,
  },
  'a language model that is not there': {
    async fall({ model }) {
      const before = model.respond;
      model.respond = (response) => {
        response.writeHead(404);
        response.end('{}');
      };
      return {
        mend: () => {
          model.respond = before;
        },
      };
    },
    found: 'model.unknown',
    remedy: /^Tjek AZURE_OPENAI_DEPLOYMENT/,
  },
  'somebody else’s page at the address': {
    async fall() {
      const other = await startHost((_request, response) => response.end('<h1>Velkommen til nginx</h1>'));
      return { env: { PUBLIC_URL: other.url }, mend: other.close };
    },
    found: 'public.other',
    remedy: /^Tjek PUBLIC_URL/,
    blocked: ['ready', 'unfurl'],
  },
  'nothing at the address': {
    fall: async () => ({ env: { PUBLIC_URL: nowhere } }),
    found: 'public.unreached',
    remedy: /^Kører tjenesten, og proxyen/,
    blocked: ['ready', 'unfurl'],
  },
  'a service that has lost its database': {
    fall: withFace('isReady'),
    found: 'ready.database',
    remedy: /samme DATABASE_URL/,
  },
  'a service that is learning': { fall: withFace('isLearned'), found: 'ready.learning', remedy: /^Vent/ },
  'links whose page is not there': {
    async fall() {
      const other = await startHost((request, response) => {
        response.statusCode = request.url?.startsWith('/del/') ? 404 : 200;
        response.end(request.url === '/om' ? 'Ledelseskompas' : '{"status":"ok"}');
      });
      return { env: { PUBLIC_URL: other.url }, mend: other.close };
    },
    found: 'unfurl.missing',
    remedy: /^Genstart tjenesten/,
  },
  'a package for another bot': {
    fall: async (hospital) => ({ args: ['--package', await hospital.packOther('33333333-3333-4333-8333-333333333333')] }),
    found: 'package.otherBot',
    remedy: /--bot-id 22222222-/,
  },
  'a package for another host': {
    fall: async (hospital) => ({
      args: ['--package', await hospital.packOther('22222222-2222-4222-8222-222222222222', 'gammel.example.dk')],
    }),
    found: 'package.otherHost',
    remedy: /--host 127\.0\.0\.1/,
  },
  'a package that is none': {
    fall: async () => ({ args: ['--package', 'package.json'] }),
    found: 'package.unreadable',
    remedy: /npm run package-app/,
  },
};

/** A bot without a secret, on a machine that has the identity unless it is nobody's. */
function vouchedBy(identity: string, trouble: 'stranger' | 'nobody'): Case['fall'] {
  return async ({ login }) => {
    const host = await startIdentityHost(trouble === 'nobody' ? trouble : identity);
    for (const [name, value] of Object.entries(host.env)) vi.stubEnv(name, value);
    login.behaviour = trouble === 'stranger' ? trouble : 'tokens';
    return {
      env: { MicrosoftAppPassword: '', MicrosoftAppIdentity: identity },
      mend: async () => {
        login.behaviour = 'tokens';
        vi.unstubAllEnvs();
        await host.close();
      },
    };
  };
}

function withLogin(behaviour: 'expired' | 'wrong'): Case['fall'] {
  return async ({ login }) => {
    login.behaviour = behaviour;
    return {
      mend: () => {
        login.behaviour = 'tokens';
      },
    };
  };
}

function withFace(what: 'isReady' | 'isLearned'): Case['fall'] {
  return async ({ face }) => {
    face[what] = false;
    return {
      mend: () => {
        face[what] = true;
      },
    };
  };
}
