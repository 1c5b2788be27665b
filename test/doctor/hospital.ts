/**
 * A registered bot's whole installation on this machine, in good health: a database with somebody's note in it, stand-ins for Microsoft
 * on loopback, the service's own pages at its public address, and an app package. A test breaks one thing, and puts it right again.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RawBuilder } from 'kysely';
import { type DoctorOverrides, main } from '../../src/commands/doctor.js';
import { packApp } from '../../src/commands/package-app.js';
import { en } from '../../src/commands/strings/en.js';
import type { LookId, Verdict } from '../../src/doctor/outcomes.js';
import { createServer } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { openAsItIs } from '../../src/storage/database.js';
import { createStorage, openChecked } from '../../src/storage/storage.js';
import type { Db } from '../../src/storage/tables.js';
import { loadWorld } from '../answers/world.js';
import { startModelServer } from '../azure/support/model-server.js';
import { listen } from '../commands/terminal.js';
import { keysOf, type Place, type Store, somebody } from '../storage/stores.js';
import { startIssuer } from '../teams/issuer.js';
import { startLogin } from '../teams/login.js';
import { appId, keys as issuerKeys, tenant } from '../teams/registered.js';

/** What stands in somebody's note, and in no finding. */
export const secretNote = 'Jeg sov dårligt i nat';
/** Nobody listens there; port 1 itself is one that `fetch` does not ask. */
export const nowhere = 'http://127.0.0.1:2';

/** A finding as `--json` prints it. */
export type Told = {
  readonly look: LookId;
  readonly verdict: Verdict;
  readonly outcome: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly remedy?: string;
  readonly details?: readonly string[];
};

/** What the doctor said. */
export type Visit = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly findings: readonly Told[];
  /** What is wrong, and how: `database.away`. */
  readonly bad: readonly string[];
  find(look: LookId): Told | undefined;
};

/** How a visit differs from one to a healthy installation. */
export type Ailment = {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly parts?: DoctorOverrides;
};

const keyText = (...ids: string[]) => ids.map((id) => `${id}:${keysOf(id).get(id)?.toString('base64')}`).join(',');
/** REFLECTION_KEYS with made-up keys of these names. */
export const reflectionKeys = keyText;

/** Opens it on a database. */
export async function openHospital(store: Store) {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-doctor-'));
  symlinkSync(resolve('content'), join(folder, 'content'));
  const place = await store.create();
  const dataDir = place.options.databaseUrl ? join(folder, 'data') : place.options.dataDir;
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  const [login, issuer, connector, model, face] = await Promise.all([
    startLogin(),
    startIssuer([issuerKeys.good]),
    startHost((_request, response) => {
      response.statusCode = 404;
      response.end();
    }),
    startModelServer(),
    startFace(),
  ]);
  model.respond = (response) => {
    response.writeHead(400);
    response.end('{"error":{"code":"empty_array","param":"messages"}}');
  };
  const person = somebody(tenant);
  await fill(place, dataDir, person);
  const packageFile = join(folder, 'app.zip');
  await pack(packageFile, appId);
  const env = {
    ...{ NODE_ENV: 'production', MicrosoftAppId: appId, MicrosoftAppPassword: 'hemmeligt', MicrosoftAppTenantId: tenant },
    ...{ ALLOWED_TENANTS: tenant, REFLECTION_KEYS: keyText('k1'), DATA_DIR: dataDir, ALLOWED_SERVICE_HOSTS: '127.0.0.1' },
    ...{ OPENID_METADATA_URL: issuer.metadataUrl, PUBLIC_URL: face.url, GRAPH: 'on' },
    ...{ SECOND_READER: 'unsure', AZURE_OPENAI_ENDPOINT: model.endpoint, AZURE_OPENAI_DEPLOYMENT: 'kompas' },
    ...(place.options.databaseUrl && { DATABASE_URL: place.options.databaseUrl }),
  };
  const parts: DoctorOverrides = {
    ...{ packageFolder: folder, packageFile, node: '24.11.1', loadSettings: () => undefined },
    login: login.options,
    addressOf: () => connector.url,
    // Whatever else this machine does meanwhile.
    limits: { slowMs: 5_000 },
  };
  async function visit(ailment: Ailment = {}): Promise<Visit> {
    const to = listen();
    const limits = { ...parts.limits, ...ailment.parts?.limits };
    const code = await main([...(ailment.args ?? []), '--json'], { ...env, ...ailment.env }, to, { ...parts, ...ailment.parts, limits });
    const { findings } = JSON.parse(to.out) as { findings: Told[] };
    const bad = findings.filter(({ verdict }) => verdict === 'warn' || verdict === 'fail');
    return {
      ...{ code, out: to.out, err: to.err, findings },
      bad: bad.map(({ look, outcome }) => `${look}.${outcome}`),
      find: (look) => findings.find((each) => each.look === look),
    };
  }
  /** Works on the database as it is, which the service would refuse. */
  async function read<T>(task: (db: Db) => Promise<T>): Promise<T> {
    const opened = await openAsItIs({ ...place.options, dataDir }, true);
    if (!opened.ok) throw new Error(opened.code);
    return await task(opened.database.db).finally(() => opened.database.close());
  }
  return {
    ...{ place, folder, dataDir, env, parts, login, model, face, person, visit, read },
    raw: (statement: RawBuilder<unknown>) => read((db) => statement.execute(db)),
    /** A package for another bot, or another host. */
    async packOther(bot: string, host?: string) {
      const file = join(folder, `other-${bot.slice(0, 4)}-${host ?? ''}.zip`);
      await pack(file, bot, host);
      return file;
    },
    async close() {
      await Promise.all([login.close(), issuer.close(), connector.close(), model.close(), face.close()]);
      await place.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An installation that can be broken. */
export type Hospital = Awaited<ReturnType<typeof openHospital>>;

/** Starts a host that answers as it is told. */
export async function startHost(answer: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createHttpServer(answer);
  // As in teams/login.ts.
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The service's own server with its pages, which may be told that its database is gone. */
async function startFace() {
  const { library, answerer: answer } = loadWorld();
  const face = { url: '', isReady: true, isLearned: true, close: () => server.stop(0) };
  const server = createServer({
    receive: async () => ({ status: 401 }),
    keeping: { in: 'database', retentionDays: 30, inactiveDays: 400, notesIn: 'dialog', reader: false },
    pagesAt: () => ({ library, answer, origin: face.url }),
    local: false,
    isReady: () => face.isReady,
    isLearned: () => face.isLearned,
    log: createLog('silent'),
  });
  face.url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return face;
}

async function fill(place: Place, dataDir: string, person: ReturnType<typeof somebody>): Promise<void> {
  const opened = await openChecked({ ...place.options, dataDir, reflectionKeys: keysOf('k1'), mode: 'registered' });
  if (!opened.ok) throw new Error(opened.fault);
  const storage = createStorage(opened.database, opened.keys);
  await storage.notes.add(person, { prompt: 'p', framework: 'f' }, secretNote, new Date());
  await storage.inspection.noteBackup(new Date());
  await storage.close();
}

async function pack(file: string, botId: string, host = '127.0.0.1'): Promise<void> {
  const packed = await packApp({ botId, appId: botId, host, version: '1.2.3' }, en);
  if (!packed.ok) throw new Error(packed.faults.join('\n'));
  writeFileSync(file, packed.zip);
}
