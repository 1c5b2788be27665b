/**
 * Puts the service together and starts it. A wrong configuration, faulty content or a taken port ends with one line
 * per fault on stderr and exit code 1.
 */
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from './clock.js';
import { once } from './content/once.js';
import { assembleConversation } from './conversation/assemble.js';
import { traceError } from './errors.js';
import { createOperatorServer, type OperatorRoutes } from './http/operator.js';
import { createServer } from './http/server.js';
import { createLog } from './log.js';
import { other } from './metrics.js';
import { createNudging } from './nudges/assemble.js';
import { loadSettings, parseConfig, readVersion } from './settings/config.js';
import { openTenants } from './settings/tenancy.js';
import { loadCare, loadOwn } from './storage/care-file.js';
import { loadThroughCopy } from './storage/content-copy.js';
import { learnAside } from './storage/learner.js';
import { readSaid } from './storage/said-files.js';
import { openStorage } from './storage/storage.js';
import { followSwitches } from './storage/switches.js';
import { createAdapter } from './teams/adapter.js';
import { isAllowedServiceUrl, type Policy } from './teams/guard.js';
import { createLimiter, createSharedLimit } from './teams/limits.js';
import { createReceiver, type Receive } from './teams/messages.js';
import { createMessenger } from './teams/messenger.js';
import { createRooms } from './teams/room.js';
import { openTelemetry } from './telemetry/telemetry.js';

/** Whatever hangs, the process is gone by then; whoever stops it waits at least five seconds. */
const exitMs = 4_000;
/** Running turns and nudges have so long; then what is left is closed. */
const stopDeadlineMs = 3_000;
/** A collector that does not take the last numbers is not waited for longer. */
const lastNumbersMs = 500;
const prepareAfterMs = 1_000;
const reloadMs = 60_000;
/** What an operator turns off holds within a minute, also where a read fails once. */
const refreshMs = 20_000;
const codeFolder = fileURLToPath(new URL('.', import.meta.url));
const packageFolder = resolve(codeFolder, '..');

function refuseToStart(faults: readonly string[]): never {
  for (const fault of faults) process.stderr.write(`Ledelseskompas cannot start: ${fault}\n`);
  process.exit(1);
}

const settingsFault = loadSettings(packageFolder);
if (settingsFault) refuseToStart([settingsFault]);
const parsed = parseConfig(process.env);
if (!parsed.ok) refuseToStart(parsed.faults);
const { config } = parsed;

const contentFolder = resolve(packageFolder, config.contentDir);
if (!existsSync(contentFolder))
  refuseToStart([`the content folder "${contentFolder}" is missing. Set CONTENT_DIR to a folder that holds frameworks/`]);
const selection = { frameworks: config.frameworks, fallback: config.defaultFramework };
const content = await loadThroughCopy(contentFolder, selection, codeFolder);
if (!content.ok) refuseToStart(content.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`));
let model = content.learned();
const said = model ? undefined : readSaid(contentFolder);
if (said && !said.ok) refuseToStart(said.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`));
const learned = () => model;

const loadedCare = loadCare(packageFolder);
if (!loadedCare.ok) refuseToStart([loadedCare.fault]);
const { care } = loadedCare;
const loadedOwn = config.secondReader ? loadOwn(packageFolder) : undefined;
if (loadedOwn && !loadedOwn.ok) refuseToStart([loadedOwn.fault]);

const log = createLog(config.logLevel);
const frameworks = content.library.frameworks.map(({ id }) => id);
const tenantsFile = config.tenantsFile && resolve(packageFolder, config.tenantsFile);
const tenancy = openTenants({ config: { ...config, tenantsFile }, frameworks, env: process.env, log });
if (!tenancy.ok) refuseToStart(tenancy.faults);
const { tenantKeys, reload } = tenancy;
const version = readVersion(codeFolder);
const namesNow = tenancy.tenants.list().flatMap(({ name }) => name ?? []);
const telemetry = await openTelemetry({
  isRead: config.operatorPort !== undefined,
  collector: config.collector,
  version,
  nameOf: (id) => tenancy.tenants.find(id)?.name ?? (config.tenantsFile ? other : 'all'),
  tenants: config.tenantsFile ? namesNow : ['all'],
  log,
});
const metrics = telemetry?.metrics;
const policy: Policy = {
  local: !config.credentials,
  isOurs: (id) => tenancy.tenants.find(id) !== undefined,
  allowedServiceHosts: config.allowedServiceHosts,
};
const opened = await openStorage({
  ...config,
  dataDir: resolve(packageFolder, config.dataDir),
  tenantKeys,
  mode: policy.local ? 'local' : 'registered',
  metrics,
  log,
});
if (!opened.ok) refuseToStart([opened.fault]);
const { storage } = opened;
const { tenants, refresh } = followSwitches({ tenants: tenancy.tenants, switches: storage.switches, clock: systemClock, log });
const adapter = createAdapter({ ...config, isAllowed: (address) => isAllowedServiceUrl(address, policy), metrics, log });
const messenger = createMessenger({ adapter, appId: config.credentials?.appId ?? '' });
const nudging = createNudging({
  config,
  storage,
  library: content.library,
  select: content.select,
  tenants,
  isKnown: refresh,
  messenger,
  clock: systemClock,
  metrics,
  log,
});
const rooms = createRooms({ adapter, appId: config.credentials?.appId ?? '', log });
const talking = assembleConversation({
  version,
  config,
  tenants,
  content: { ...content, learned },
  care,
  own: loadedOwn?.own,
  storage,
  plans: nudging.plans,
  rooms,
  random: randomInt,
  metrics,
  log,
});
const { bot, sorry, invokes, noteSent } = talking;
const limit = createLimiter(config);
const shared = createSharedLimit(config, storage.paces);
const answer = createReceiver({
  ...{ adapter, bot, sorry, invokes, noteSent, policy, limit, shared, metrics, log },
  claims: storage.claims,
  clock: systemClock,
});
const receive: Receive = async (request) => (model ? answer(request) : { status: 503 });
if (!config.publicUrl) log.info('PUBLIC_URL is not set: no pages to share, and no links to them');
if (config.secondReader) log.info({ mode: config.secondReader.mode }, 'a language model may be asked what a message means');
const { retentionDays, inactiveDays, notesIn } = config;
const keeping = { in: 'database', retentionDays, inactiveDays, notesIn, reader: config.secondReader !== undefined } as const;
const server = createServer({
  receive,
  keeping,
  pagesAt: config.publicUrl ? talking.pagesAt : undefined,
  local: policy.local,
  isReady: storage.health.isUp,
  isLearned: () => model !== undefined,
  metrics,
  log,
});
const doctor = once(async () => {
  const { assembleForService } = await import('./doctor/assemble.js');
  const isLearned = () => model !== undefined;
  const { library } = content;
  const { tokens } = adapter;
  const switches = () => storage.switches.list(systemClock());
  return assembleForService({ config, version, library, isLearned, storage, tokens, env: process.env, packageFolder, switches });
});
const routes: OperatorRoutes = {
  '/metrics': async () => {
    const { text = '', contentType = '' } = (await telemetry?.read?.()) ?? {};
    return { status: 200, contentType, body: text };
  },
  '/doctor': async (accept) => (await doctor())(accept),
};
const operator = config.operatorPort === undefined ? undefined : createOperatorServer(routes, log);

const stopping = new AbortController();
// Before listening: whoever sees the service listen may stop it at once.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    log.error({ error: traceError(error) }, event);
    process.exit(1);
  });
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), exitMs);
    stopping.abort();
    operator?.stop();
    const stopped = Promise.all([server.stop(stopDeadlineMs), nudging.stop(stopDeadlineMs)]);
    void stopped
      .then(() => Promise.all([talking.settle(), telemetry?.stop(lastNumbersMs)]))
      .then(() => storage.close())
      .finally(() => process.exit(0));
  });
}

/** For content that was not built with the service: messages are taken again once it is there, which takes some seconds. */
async function learnNow(): Promise<void> {
  log.warn('the content was not built with the service: what people say of it is being learned');
  const made = await learnAside(contentFolder, new URL('.', import.meta.url)).catch((error: unknown) =>
    refuseToStart([
      `what people say of "${contentFolder}" could not be learned (${traceError(error).name}). Run "npm run build" with CONTENT_DIR set, and start again`,
    ]),
  );
  if (content.ok) content.keep(made);
  model = made;
  log.info('learned');
}

/** One after the other, with a pause for whoever writes meanwhile. */
function prepareSoon(): void {
  setTimeout(() => talking.prepare() && prepareSoon(), prepareAfterMs).unref();
}

/** The file of tenants is read again every minute, and at once when somebody says so. */
function keepUp(): void {
  const readAgain = () => {
    reload();
    prepareSoon();
  };
  setInterval(readAgain, reloadMs).unref();
  process.on('SIGHUP', readAgain);
}

/** Before the port of messages is open: whoever sees that one may look here as well. */
async function listenToOperators(): Promise<void> {
  if (!operator || config.operatorPort === undefined) return;
  try {
    log.info({ operatorPort: await operator.listen(config.operatorPort) }, 'listening to operators, on this machine alone');
  } catch (error) {
    const { code } = traceError(error);
    const why = code === 'EADDRINUSE' ? 'is taken. Stop what uses it, or set' : `cannot be opened on this machine (${code}). Set`;
    refuseToStart([`port ${config.operatorPort} ${why} OPERATOR_PORT to another one`]);
  }
}

// Before anybody is answered: it may be that nobody is to be.
await refresh();
setInterval(refresh, refreshMs).unref();

try {
  await listenToOperators();
  const port = await server.listen(config.port, config.host);
  log.info(
    { version, port, local: policy.local, tenants: config.tenantsFile ? tenants.list().length : config.allowedTenants.length },
    'listening',
  );
  if (policy.local) log.warn('no registration (MicrosoftAppId): anybody on this machine is believed to be whoever they say');
  void storage.health.watch(stopping.signal);
  nudging.start(talking.refreshCards);
  if (!model) await learnNow();
  // After whoever waits for the start has been answered.
  prepareSoon();
  if (config.tenantsFile) keepUp();
} catch (error) {
  const { code } = traceError(error);
  refuseToStart([
    code === 'EADDRINUSE'
      ? `port ${config.port} is taken. Stop what uses it, or set PORT to another one`
      : `port ${config.port} cannot be opened on ${config.host} (${code}). Set PORT to another one, or HOST to an address of this machine`,
  ]);
}
