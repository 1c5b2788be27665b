import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { completion, json, startModelServer } from '../azure/support/model-server.js';
import { sqlite } from '../storage/stores.js';
import { type Child, startChild } from './children.js';
import { asked, connections, load, nextBody, people, post, settingsFor } from './http.js';
import { median, printTable, summariseTimes, type Timing } from './measure.js';

/** So long the language model thinks, in milliseconds. */
const modelMs = 800;
const deployment = 'bench';
/** So many at a time ask what the bot is unsure of. */
const others = 16;
const warmUp = 600;
const turns = 2_000;
const rounds = 5;

/**
 * What the bot is unsure of, as `npm run ask -- --explain` shows: read with a probability below 0.8, offered beside another
 * reading, or refused as unknown. A number at the end changes none of that.
 */
const unsure = [
  'hvad skulle direktøren kunne ifølge 2021-udgaven',
  'leder i sundhedsplejen i aarhus, hvad står der om sådan en som mig',
  'hvor går snittet mellem chefen og mig når noget skal laves om',
  'ligner vores implementeringsledelse den de har i Holstebro',
  'sektionsleder i fællesfunktionerne, hvad kræves der',
  'hvor mange indbyggere er der i kommunen',
  'hvor mange SFO-ledere er der i Aarhus',
  'hvornår har vi næste personalemøde',
];
let serial = people;

/**
 * One such question, in words of its own: readings are kept for a day, and the same words would be asked about once. It comes
 * from somebody new: what goes on from a question before may be sure.
 */
function nextUnsure(): string {
  serial += 1;
  return nextBody(`${unsure[serial % unsure.length]} (${serial})`, undefined, serial);
}

const modes = ['off', 'unsure'] as const;
type Mode = (typeof modes)[number];
type Contender = { readonly mode: Mode; readonly isMixed: boolean };
const contenders: readonly Contender[] = [false, true].flatMap((isMixed) => modes.map((mode) => ({ mode, isMixed })));

/**
 * What one of them did in a round: the sure questions; processor time for each message of either kind; the milliseconds of the
 * unsure ones, and how many there were; what the model got.
 */
type Round = Timing & {
  readonly cpuMs: number;
  readonly times: readonly number[];
  readonly asked: number;
  readonly requests: number;
  readonly atOnce: number;
};

/**
 * What a second reader costs those who need none: the product with SECOND_READER off and unsure, in turns so that both have the
 * same weather, asked only what it is sure of, and the same while others ask what it is unsure of. With off, which answers
 * those at once, they ask at the same pace.
 */
export async function benchReader(): Promise<void> {
  const model = await startModel();
  const places = { off: await sqlite.create(), unsure: await sqlite.create() };
  const children = {
    off: await startChild('product', settingsFor(places.off.options)),
    unsure: await startChild('product', { ...settingsFor(places.unsure.options), ...readerSettings(model.endpoint) }),
  };
  const run = async ({ mode, isMixed }: Contender, count: number): Promise<Round> => {
    const pauseMs = mode === 'off' ? modelMs : 0;
    const done = await ask(children[mode], count, isMixed ? pauseMs : undefined);
    return { ...done, ...model.take() };
  };
  const results = contenders.map((): Round[] => []);
  const order = [...contenders.keys()];
  for (const each of contenders) await run(each, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const at of round % 2 === 0 ? order : [...order].reverse())
      results[at]?.push(await run(contenders[at] as Contender, turns / rounds));
  await Promise.all(modes.map((mode) => children[mode].stop()));
  await model.close();
  await Promise.all(modes.map((mode) => places[mode].drop()));
  print(results);
}

/** The settings of a service that asks the model as often as it likes. The key is made up. */
function readerSettings(endpoint: string): Record<string, string> {
  return {
    SECOND_READER: 'unsure',
    SECOND_READER_PER_MINUTE: '10000',
    SECOND_READER_PER_DAY: '1000000',
    AZURE_OPENAI_ENDPOINT: endpoint,
    AZURE_OPENAI_DEPLOYMENT: deployment,
    AZURE_OPENAI_API_KEY: 'bench',
  };
}

/** A model that thinks, and says that nothing is asked of the documents; `take` tells what it was asked since the last time. */
async function startModel() {
  const server = await startModelServer();
  const reply = json(200, completion('{"reading":{"kind":"other"}}'));
  let atOnce = 0;
  server.respond = (response) => {
    atOnce = Math.max(atOnce, server.open());
    setTimeout(() => reply(response), modelMs);
  };
  const take = () => {
    const path = `/openai/deployments/${deployment}/chat/completions?api-version=`;
    const requests = server.requests.filter(({ method, url }) => method === 'POST' && url?.startsWith(path)).length;
    const taken = { requests, atOnce };
    // Each holds whole documents.
    server.requests.length = 0;
    atOnce = 0;
    return taken;
  };
  return { endpoint: server.endpoint, take, close: () => server.close() };
}

/** Asks so many sure questions; where there is a pause, others ask unsure ones before, meanwhile, and not after. */
async function ask(child: Child, count: number, pauseMs: number | undefined) {
  const end = new AbortController();
  const agent = await connect(child.port);
  const cpu = child.cpuMs();
  const asking = pauseMs === undefined ? Promise.resolve([]) : askUnsure(child.port, pauseMs, end.signal);
  // From then on so many of them wait as ever will.
  if (pauseMs !== undefined) await wait(modelMs);
  const begin = performance.now();
  const timing = await load(child.port, count, asked.role, undefined, connections, agent).finally(() => end.abort());
  const answered = await asking;
  return {
    ...timing,
    cpuMs: (child.cpuMs() - cpu) / (count + answered.length),
    times: answered.filter(({ at }) => at >= begin).map(({ ms }) => ms),
    asked: answered.length,
  };
}

/** A busy process takes a new connection now and then: opened with the first questions, they would be all there is to see at p99. */
async function connect(port: number): Promise<Agent> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  await Promise.all(Array.from({ length: connections }, () => post(port, agent, nextBody(asked.hi))));
  return agent;
}

/** Over each connection the next one is asked a pause after the answer to the last; gives when each was asked, and the milliseconds it took. */
async function askUnsure(port: number, pauseMs: number, end: AbortSignal) {
  const agent = new Agent({ keepAlive: true, maxSockets: others });
  const answered: { readonly at: number; readonly ms: number }[] = [];
  const work = async (_: unknown, which: number) => {
    // All at once they would come in waves.
    await wait((which * modelMs) / others);
    while (!end.aborted) {
      const at = performance.now();
      answered.push({ at, ms: await post(port, agent, nextUnsure()) });
      await wait(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: others }, work));
  agent.destroy();
  return answered;
}

function print(results: readonly (readonly Round[])[]): void {
  const rows = contenders.map((each, at) => ({ ...each, ...sumUp(results[at] ?? []) }));
  const find = (mode: Mode, isMixed: boolean) => rows.find((row) => row.mode === mode && row.isMixed === isMixed);
  const { asked: unsureAsked = 0, requests = 0 } = find('unsure', true) ?? {};
  if (requests < 0.9 * unsureAsked) throw new Error(`of ${unsureAsked} unsure questions the model got ${requests}`);
  const nameOf = ({ mode, isMixed }: Contender) => `${mode}${isMixed ? `, beside ${others} who ask unsure ones` : ''}`;
  printTable(
    `"${asked.role}" over HTTP on SQLite, ${connections} connections, answers in the response, median of ${rounds} rounds`,
    [
      ...['SECOND_READER', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms'],
      ...['turns/s of off’s', 'p50 of off’s', 'p99 of off’s', 'CPU of off’s', 'p50 of without them', 'p99 of without them'],
    ],
    rows.map((row) => {
      const [off, alone] = [find('off', row.isMixed), find(row.mode, false)];
      return [
        nameOf(row),
        ...measures.map((key) => row[key]),
        ...measures.map((key) => row[key] / (off?.[key] ?? Number.NaN)),
        ...(['p50', 'p99'] as const).map((key) => row[key] / (alone?.[key] ?? Number.NaN)),
      ];
    }),
  );
  printTable(
    `What those others asked, and what the model got, which takes ${modelMs} ms`,
    ['SECOND_READER', 'unsure asked', 'p50 ms', 'p99 ms', 'model asked', 'at most at a time'],
    rows.map((row) => {
      const { p50, p99 } = summariseTimes(row.times);
      const times = row.isMixed ? [p50, p99] : ['-', '-'];
      return [nameOf(row), String(row.asked), ...times, String(row.requests), String(row.atOnce)];
    }),
  );
}

const measures = ['perSecond', 'p50', 'p99', 'cpuMs'] as const;

/** The middle of the rounds, and all that was asked in them. */
function sumUp(all: readonly Round[]) {
  const middle = (key: (typeof measures)[number]) => median(all.map((round) => round[key]));
  const total = (key: 'asked' | 'requests') => all.reduce((sum, round) => sum + round[key], 0);
  return {
    perSecond: middle('perSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    cpuMs: middle('cpuMs'),
    times: all.flatMap(({ times }) => times),
    asked: total('asked'),
    requests: total('requests'),
    atOnce: Math.max(...all.map(({ atOnce }) => atOnce)),
  };
}
