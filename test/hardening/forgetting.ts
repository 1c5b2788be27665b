import { randomUUID } from 'node:crypto';
import { findBytes, findTables, readRows } from './file.js';
import type { Connector } from './hosts.js';
import { aheadOf, atEight, makePlans } from './nudges.js';
import { createPerson, findButton, inGroup, mentioning, type Person } from './talk.js';
import { until } from './time.js';
import type { Row, Seen, World } from './world.js';

/** What is left of people who want to be forgotten, or should have been. */
export const forgetting: readonly Row[] = [
  {
    name: 'a shared card, after its sharer deleted everything',
    before: '0 updates: name, line and answer stood there still',
    play: playSharer,
  },
  {
    name: 'a shared card, after somebody who answered deleted everything',
    before: '0 updates: name and answer stood there still',
    play: playAnswerer,
  },
  { name: 'bytes of what was deleted, in database and log', before: 'nowhere', play: playBytes },
  { name: 'bytes of an answer that was taken back', before: 'its text stood in the log', play: playTakenBack },
  { name: 'deleting while a daily question is on its way', before: '1 row of seen_prompts came back, for ever', play: playUnderWay },
  {
    name: 'somebody whose account is gone, ten years later',
    before: 'people, seen_prompts, addresses, notes for ever',
    play: playLongGone,
  },
  { name: 'who set a team\u2019s question, ten years later', before: 'plan_makers with id and name for ever', play: playMaker },
];

const name = 'Dorthe Forsvindende';
const line = 'En linje om Grønlandsvej';
const answer = 'Et svar om Kaffestuen';

/** A round that one person shared into a chat of several. */
async function shareRound(world: World) {
  const DATA_DIR = world.folder();
  const connector = await world.connector();
  const service = await world.start({ settings: { DATA_DIR } });
  const group = `19:${randomUUID()}@thread.v2`;
  const join = (as: string) => {
    const person = createPerson({ service, connector, name: as });
    connector.members.set(person.channelId, as);
    return person;
  };
  const sharer = join(name);
  await sharer.send('<at>Ledelseskompas</at> hjælp', { ...inGroup(group), ...mentioning('Ledelseskompas') });
  const asked = await sharer.say('giv mig et refleksionsspørgsmål som kontorchef');
  const { act } = findButton(asked, 'share') as { act: { subject: unknown } };
  await sharer.press({ do: 'share', act: { act: 'post', subject: act.subject }, language: 'da', conversation: group, line, round: 'yes' });
  const share = String(readRows(DATA_DIR, 'select share from shares')[0]?.['share']);
  if (share === 'undefined') throw new Error('nothing was shared');
  const act2 = (person: Person, what: 'answer' | 'unanswer', text = '') =>
    person.press({ do: 'share', act: { act: what, share }, language: 'da', answer: text }, inGroup(group));
  return { DATA_DIR, connector, service, sharer, join, act: act2 };
}

const updateMs = 5_000;
const updates = ({ calls }: Connector) => calls.filter(({ method }) => method === 'PUT');
const lastUpdate = (connector: Connector) => JSON.stringify(updates(connector).at(-1)?.body ?? {});

/** Asks for everything to be deleted and says yes. */
async function deleteAll(person: Person): Promise<void> {
  const asked = await person.say('slet mine data');
  if (!asked.text) throw new Error('deleting was not asked about');
  await person.press({ do: 'ask', question: { intent: 'delete-data', confirmed: true }, language: 'da' });
}

async function playSharer(world: World): Promise<Seen> {
  const { connector, sharer, act } = await shareRound(world);
  await act(sharer, 'answer', answer);
  await until(() => lastUpdate(connector).includes(answer), updateMs);
  return playForgotten(connector, sharer);
}

async function playAnswerer(world: World): Promise<Seen> {
  const { connector, join, act } = await shareRound(world);
  const answerer = join('Ejner Eftersvarende');
  await act(answerer, 'answer', answer);
  await until(() => lastUpdate(connector).includes(answer), updateMs);
  return playForgotten(connector, answerer, 'Ejner Eftersvarende', []);
}

async function playForgotten(connector: Connector, person: Person, as = name, more = [line]): Promise<Seen> {
  const before = updates(connector).length;
  await deleteAll(person);
  await until(() => updates(connector).length > before && !lastUpdate(connector).includes(answer), updateMs);
  const count = updates(connector).length - before;
  const left = [as, answer, ...more].filter((text) => lastUpdate(connector).includes(text));
  const now = `${count} update${count === 1 ? '' : 's'} of the card; left on it: ${left.length === 0 ? 'nothing' : left.join(', ')}`;
  return { now, ok: count > 0 && left.length === 0 };
}

async function playBytes(world: World): Promise<Seen> {
  const { DATA_DIR, sharer, act } = await shareRound(world);
  await act(sharer, 'answer', answer);
  const texts = [name, line, answer, sharer.entraId];
  const before = texts.filter((text) => findBytes(DATA_DIR, text).length > 0).length;
  await deleteAll(sharer);
  const found = () => texts.flatMap((text) => findBytes(DATA_DIR, text).map((file) => `"${text}" in ${file}`));
  await until(() => found().length === 0, updateMs);
  return {
    now: `${before} texts there before; after: ${found().join(', ') || 'nowhere'}`,
    ok: before === texts.length && found().length === 0,
  };
}

async function playTakenBack(world: World): Promise<Seen> {
  const { DATA_DIR, sharer, act } = await shareRound(world);
  await act(sharer, 'answer', answer);
  const before = findBytes(DATA_DIR, answer).length;
  await act(sharer, 'unanswer');
  await until(() => findBytes(DATA_DIR, answer).length === 0, updateMs);
  const left = findBytes(DATA_DIR, answer);
  return { now: `in ${before} files before; after: ${left.join(', ') || 'nowhere'}`, ok: before > 0 && left.length === 0 };
}

async function playUnderWay(world: World): Promise<Seen> {
  const connector = await world.connector();
  const settings = { DATA_DIR: world.folder() };
  const [person] = await makePlans(world, { count: 1, connector, settings });
  if (!person) throw new Error('no plan was made');
  connector.respond = () => 'silence';
  const clock = atEight(5);
  const service = await world.start({ settings, clock });
  await until(() => connector.calls.length === 1, 5_000);
  await deleteAll(createPerson({ service, connector, entraId: person.entraId, ahead: aheadOf(clock) }));
  const between = findTables(settings.DATA_DIR, person.entraId);
  connector.respond = () => 'take';
  connector.release();
  await until(() => findTables(settings.DATA_DIR, person.entraId).length > 0, 2_000);
  const left = findTables(settings.DATA_DIR, person.entraId);
  const now = `after deleting: ${between.join(', ') || 'nothing'}; after the question had arrived: ${left.join(', ') || 'nothing'}`;
  return { now, ok: between.length === 0 && left.length === 0 };
}

/** Ten years later, and once more when whoever was given notice has had three months. */
const tenYearsLater = ['2036-11-24T08:00:30+01:00', '2037-02-24T08:00:30+01:00'];

/** Starts the service then, without anybody writing to it, and lets its daily sweep come. */
async function sweepLater(world: World, DATA_DIR: string): Promise<void> {
  for (const clock of tenYearsLater) {
    const service = await world.start({ settings: { DATA_DIR }, clock });
    await until(() => service.log().some(({ msg }) => msg === 'swept'), 10_000);
    await service.stop();
  }
}

async function playLongGone(world: World): Promise<Seen> {
  const DATA_DIR = world.folder();
  const service = await world.start({ settings: { DATA_DIR } });
  const person = createPerson({ service, name });
  await person.say('jeg er kontorchef');
  const asked = await person.say('giv mig et refleksionsspørgsmål som kontorchef');
  await person.press({ ...findButton(asked, 'save-note'), note: 'En tanke' });
  await service.stop();
  const before = findTables(DATA_DIR, person.entraId).length;
  await sweepLater(world, DATA_DIR);
  const left = findTables(DATA_DIR, person.entraId);
  return { now: `in ${before} tables before; ten years later: ${left.join(', ') || 'nothing'}`, ok: before > 3 && left.length === 0 };
}

async function playMaker(world: World): Promise<Seen> {
  const DATA_DIR = world.folder();
  const connector = await world.connector();
  const service = await world.start({ settings: { DATA_DIR } });
  const maker = createPerson({ service, connector, name });
  connector.members.set(maker.channelId, name);
  const group = `19:${randomUUID()}@thread.v2`;
  await maker.send('<at>Ledelseskompas</at> giv os et spørgsmål hver hverdag præcis kl. 8', {
    ...inGroup(group),
    ...mentioning('Ledelseskompas'),
  });
  await maker.send('<at>Ledelseskompas</at> mind os hver hverdag præcis kl. 8', { ...inGroup(group), ...mentioning('Ledelseskompas') });
  await service.stop();
  const before = findTables(DATA_DIR, maker.entraId);
  await sweepLater(world, DATA_DIR);
  const left = findTables(DATA_DIR, maker.entraId);
  return {
    now: `before: ${before.join(', ')}; ten years later: ${left.join(', ') || 'nothing'}`,
    ok: before.includes('plan_makers') && left.length === 0,
  };
}
