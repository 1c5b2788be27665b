/**
 * Installations with one thing wrong around the database each: see `ailments.ts`.
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { LookId } from '../../src/doctor/outcomes.js';
import { loadSettings } from '../../src/settings/config.js';
import { startIdentityHost } from '../teams/login.js';
import type { Case } from './ailments.js';
import { nowhere, startHost } from './hospital.js';

const onDatabase: readonly LookId[] = ['schema', 'mode', 'keys', 'notes', 'nudges', 'backup', 'switches'];
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
  'a database that wants a token, and a login that gives none': {
    async fall() {
      const server = await startAsking();
      // The one login of the library that asks nobody: it throws at once.
      vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'EnvironmentCredential');
      return {
        env: { DATABASE_URL: `postgres://bot@127.0.0.1:${server.port}/kompas`, DATABASE_AUTH: 'entra' },
        async mend() {
          vi.unstubAllEnvs();
          await server.close();
        },
      };
    },
    found: 'database.noToken',
    remedy: /^Tildel identiteten i MicrosoftAppIdentity/,
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

/** A server that asks whoever comes for a password (PostgreSQL, "Message Formats"), and says nothing else. */
async function startAsking(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(Buffer.from([...Buffer.from('R'), 0, 0, 0, 8, 0, 0, 0, 3])));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

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
