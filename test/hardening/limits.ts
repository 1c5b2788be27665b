import { randomUUID } from 'node:crypto';
import { buttonsOf, createPerson, findButton, inGroup, mentioning, type Person, type Read } from './talk.js';
import { until } from './time.js';
import type { Row, Seen, World } from './world.js';

/** What Teams' clients do by themselves, and what people's names and cards do. */
export const limits: readonly Row[] = [
  {
    name: 'a shared card that refreshes itself 25 times',
    before: 'the 21st got 429; the person\u2019s next question no answer at all',
    play: playRefreshes,
  },
  {
    name: 'a refresh by itself while its viewer is over the limit',
    before: '429, which Teams shows on the card',
    play: playRefreshOverLimit,
  },
  { name: 'a refresh by itself of an older edition\u2019s card', before: 'the card was replaced by the help card', play: playOldRefresh },
  { name: 'a press on an older edition\u2019s card', before: 'the help card, without a word why', play: playOldPress },
  { name: 'feedback and dialogs of other apps\u2019 messages', before: '501, which Teams shows as a fault', play: playForeignInvokes },
  { name: 'a bot renamed "Kompas B\u00f8rn & Unge"', before: 'read "B\u00f8rn amp Unge" as the question', play: playRenamed },
  { name: 'a message with 1,300 blank mentions', before: 'the event loop stood still for 9.1 s', timed: true, play: playMentions },
  { name: 'a press of a button that is pressed too often', before: '429 and a word, the card stays', play: playBusyPress },
];

const busy = { MESSAGES_PER_MINUTE: '20', MESSAGES_PER_SECOND: '50' };
const refreshes = 25;

/** The body of an invoke's answer. */
function invokeBody({ body }: Read): { statusCode?: number; type?: string; value?: unknown } {
  return (body ?? {}) as { statusCode?: number; type?: string; value?: unknown };
}

/** 200 and an empty message: the card stays as it is. */
function leavesCard(answer: Read): boolean {
  const { statusCode, value } = invokeBody(answer);
  return answer.status === 200 && statusCode === 200 && value === '';
}

async function playRefreshOverLimit(world: World): Promise<Seen> {
  const { refresh, viewer, group } = await shareCard(world, busy);
  for (let each = 0; each < Number(busy.MESSAGES_PER_MINUTE) + 2; each++) await viewer.say('hjælp');
  const answer = await viewer.press(refresh, inGroup(group), 'automatic');
  const { statusCode, value } = invokeBody(answer);
  const now = `statusCode ${statusCode}, ${value === '' ? 'the card left as it is' : 'with a body'}`;
  return { now, ok: answer.status === 200 && statusCode === 200 };
}

async function playRefreshes(world: World): Promise<Seen> {
  const { refresh, viewer, group } = await shareCard(world, busy);
  const codes = new Map<number | undefined, number>();
  for (let each = 0; each < refreshes; each++) {
    const { statusCode } = invokeBody(await viewer.press(refresh, inGroup(group), 'automatic'));
    codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1);
  }
  const { status, cards } = await viewer.say('hvad forventes der af en kontorchef');
  const now = `${[...codes].map(([code, count]) => `${count} times ${code}`).join(', ')}; then their question: ${status} with ${cards.length} card`;
  return { now, ok: codes.get(200) === refreshes && cards.length > 0 };
}

/** A card that one person shared into a chat of several, and another who looks at it. */
async function shareCard(world: World, settings: Readonly<Record<string, string>>) {
  const connector = await world.connector();
  const service = await world.start({ settings });
  const sharer = createPerson({ service, connector });
  const viewer = createPerson({ service, connector, name: 'Bo Prøve' });
  for (const { channelId } of [sharer, viewer]) connector.members.set(channelId, 'Navn');
  const group = `19:${randomUUID()}@thread.v2`;
  await sharer.send('<at>Ledelseskompas</at> hjælp', { ...inGroup(group), ...mentioning('Ledelseskompas') });
  const form = await sharer.say('hvad forventes der af en kontorchef');
  const { act } = findButton(form, 'share') as { act: { subject: unknown } };
  await sharer.press({ do: 'share', act: { act: 'post', subject: act.subject }, language: 'da', conversation: group });
  const shared = () => connector.calls.find((call) => JSON.stringify(call.body).includes('"refresh"'));
  await until(() => shared() !== undefined, 5_000);
  const refresh = buttonsOf(shared()?.body).find((data) => (data['act'] as { act?: unknown } | undefined)?.act === 'own');
  if (!refresh) throw new Error('no card with a refresh was shared');
  return { refresh, viewer, group };
}

const oldData = [{ v: 1, do: 'refresh' }, { do: 'act', act: { act: 'gone-since' } }, undefined] as const;

async function playOldRefresh(world: World): Promise<Seen> {
  const service = await world.start({ settings: { MESSAGES_PER_MINUTE: '2' } });
  const person = createPerson({ service });
  const answers: Read[] = [];
  for (const data of oldData) answers.push(await person.press(data, {}, 'automatic'));
  const left = answers.filter(leavesCard).length;
  return { now: `${left} of ${oldData.length} left the card as it is`, ok: left === oldData.length };
}

async function playOldPress(world: World): Promise<Seen> {
  const person = createPerson({ service: await world.start() });
  const texts: string[] = [];
  for (const data of oldData) texts.push((await person.press(data)).text);
  const told = texts.filter((text) => /ældre udgave/i.test(text)).length;
  return { now: `${told} of ${oldData.length} say so; first words: "${texts[0]?.split('\n')[0] ?? ''}"`, ok: told === oldData.length };
}

async function playForeignInvokes(world: World): Promise<Seen> {
  const person = createPerson({ service: await world.start() });
  const answers: string[] = [];
  for (const name of ['message/submitAction', 'message/fetchTask']) {
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } };
    const { status, body } = await person.press(undefined, { name, value });
    answers.push(`${name}: ${status}${body === undefined || JSON.stringify(body) === '{}' ? '' : ' with a body'}`);
  }
  return { now: answers.join(', '), ok: answers.every((answer) => / 200$/.test(answer)) };
}

async function playRenamed(world: World): Promise<Seen> {
  const person = createPerson({ service: await world.start() });
  const group = inGroup('19:hardening@thread.v2');
  const plain = await person.say('<at>Kompas</at> hjælp', { ...group, ...mentioning('Kompas') });
  const [raw, escaped] = ['Kompas Børn & Unge', 'Kompas Børn &amp; Unge'];
  const ways = [
    { text: escaped, mention: mentioning(raw, '') },
    { text: escaped, mention: mentioning(raw, `<at>${escaped}</at>`) },
    { text: raw, mention: mentioning(raw, '') },
    { text: escaped, mention: mentioning(escaped, '') },
  ];
  const answers: Read[] = [];
  for (const { text, mention } of ways) answers.push(await person.say(`<at>${text}</at> hjælp`, { ...group, ...mention }));
  const same = answers.filter(({ text }) => text === plain.text).length;
  return { now: `${same} of ${ways.length} forms of the mention understood`, ok: same === ways.length && plain.text !== '' };
}

/** What one message may keep others waiting for, on a machine that has other work. */
const mostBlockMs = 500;

async function playMentions(world: World): Promise<Seen> {
  const service = await world.start();
  const person: Person = createPerson({ service });
  await person.say('hjælp');
  const [mention] = mentioning('Ledelseskompas', ' ').entities;
  const text = `${' '.repeat(90_000)}hjælp`;
  let reply: Read | undefined;
  const longest = await service.watchLoop(async () => {
    reply = await person.say(text, { entities: Array.from({ length: 1_300 }, () => mention) });
  });
  return {
    now: `${reply?.status} in ${reply?.ms} ms, the loop stood still for ${longest} ms`,
    ok: reply?.status === 200 && longest < mostBlockMs,
  };
}

async function playBusyPress(world: World): Promise<Seen> {
  const person = createPerson({ service: await world.start({ settings: { MESSAGES_PER_MINUTE: '2' } }) });
  const question = { do: 'ask', question: { intent: 'help' }, language: 'da' };
  const codes: (number | undefined)[] = [];
  for (let each = 0; each < 3; each++) codes.push(invokeBody(await person.press(question)).statusCode);
  return { now: `answers: ${codes.join(', ')}`, ok: codes.join() === '200,200,429' };
}
