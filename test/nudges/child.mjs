// An instance of the service as far as nudges go: passes over and over on a database until told to stop, or killed.
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const [, , dist, taskText] = process.argv;
const { options, at, rate, timeoutMs, shiftMs } = JSON.parse(taskText);
const load = (name) => import(`${dist}/${name}.js`);
const [{ openStorage }, { createLibrary }, { createAdapter }, { createMessenger }, { createDispatcher }, { createLog }, { sleepUnless }] =
  await Promise.all(
    ['storage/storage', 'content/library', 'teams/adapter', 'teams/messenger', 'nudges/dispatch', 'log', 'nudges/ticking'].map(load),
  );

const item = (id) => ({ id, text: id });
const framework = {
  id: 'f',
  name: 'f',
  themes: [],
  roles: [],
  common: { heading: 'f', aliases: [], statements: [item('a'), item('b')] },
  statements: [],
};
const prompts = ['a', 'b'].map((id) => ({ id: `f/${id}`, framework: 'f', statements: [`f/${id}`], da: id, en: id }));

const opened = await openStorage({ ...options, reflectionKeys: new Map([['k1', Buffer.alloc(32, 'k1')]]) });
if (!opened.ok) throw new Error(opened.fault);
const { storage } = opened;
const adapter = createAdapter({
  credentials: undefined,
  openIdMetadataUrl: '',
  openIdRefreshMinutes: 60,
  timeoutMs,
  isAllowed: (url) => url.startsWith('http://127.0.0.1:'),
});
const text = ({ prompt }) => ({ summary: prompt.da, card: { type: 'AdaptiveCard', version: '1.5', body: [] } });
const stopping = new AbortController();
const closedDays = async () => () => false;
const dispatcher = createDispatcher({
  storage,
  library: createLibrary([framework], prompts),
  messenger: createMessenger({ adapter, appId: '' }),
  renderers: { renderNudge: text, renderTeamNudge: text, renderAppointments: () => text({ prompt: { da: 'x' } }) },
  closedDays,
  clock: () => new Date(Date.now() + shiftMs),
  elapsed: () => performance.now(),
  chance: Math.random,
  log: createLog('error', { write: (line) => process.stderr.write(line) }),
  sleep: (ms) => sleepUnless(stopping.signal, ms),
  graceMinutes: 120,
  rate,
});

const lines = createInterface({ input: process.stdin });
lines.on('line', () => {
  void dispatcher.stop(10_000);
  stopping.abort();
});
// Whoever started this instance is gone.
lines.on('close', () => {
  if (!stopping.signal.aborted) process.exit(1);
});
while (!stopping.signal.aborted) {
  await dispatcher.runPass(new Date(at));
  await wait(200);
}
await dispatcher.stop(10_000);
await storage.close();
process.exit(0);
