import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { findMessageFaults } from '../cards/rules.js';
import { inTeam } from '../nudges/talking.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

let outside: Outside;
let product: Product;
let mette: Visitor;
/** A Monday, 9:00 in Copenhagen. */
const now = new Date('2026-11-30T08:00:00Z');
const framework = 'holstebro-sos-2021';

beforeEach(async () => {
  outside = createOutside();
  product = await openProduct(undefined, { outside, now });
  mette = visit(product);
  await mette.ask({ intent: 'set-role', framework, role: 'chef' });
});
afterEach(() => product.close());

const mine = () => product.storage.focuses.load(mette.key);
const say = async (text: string) => {
  const reply = await mette.say(text);
  expect(reply.flatMap(findMessageFaults)).toEqual([]);
  return reply;
};

describe('a focus', () => {
  it.each([
    ['mit fokus skal være tværgående ledelse i tre uger', 'tvaergaende-ledelse', '2026-12-20'],
    ['jeg vil arbejde med personaleledelse den næste måned', 'personaleledelse', '2026-12-27'],
    ['sæt fokus på forandringsledelse', 'forandringsledelse', '2026-12-27'],
    ['focus on serviceledelse for the next two weeks', 'serviceledelse', '2026-12-13'],
  ])('is set by saying "%s"', async (text, theme, lastDay) => {
    const reply = await say(text);
    expect(await mine()).toEqual({ framework, theme, lastDay, madeAt: now });
    expect(reply[0]?.summary).toMatch(/^(Dit fokus|Your focus): /);
  });

  it('on the words of a topic is on the theme that speaks of it, or the two that do are offered', async () => {
    const reply = await say('jeg vil arbejde med feedback den næste måned');
    const kept = await mine();
    if (!kept) await mette.press(reply, buttonsOf(reply)[0]?.title ?? '');
    expect(await mine()).toMatchObject({ framework, lastDay: '2026-12-27', theme: expect.any(String) });
  });

  it('on what nothing is said of is kept nowhere, and that is said with the themes there are', async () => {
    const reply = await mette.ask({ intent: 'focus', framework, text: 'rumrejser' });
    expect(textOf(reply)).toContain('Jeg finder ikke et tema om »rumrejser«');
    expect(await mine()).toBeUndefined();
    expect(reply.flatMap(findMessageFaults)).toEqual([]);
  });

  it.each([
    ['en uge', { kind: 'length', count: 1, unit: 'week' }, 'Ja, to uger', '2026-12-13'],
    ['tre måneder', { kind: 'length', count: 3, unit: 'month' }, 'Ja, seks uger', '2027-01-10'],
    ['indtil ferien', { kind: 'until', point: { kind: 'unknown' }, included: false }, 'Ja, fire uger', '2026-12-27'],
  ] as const)('for "%s" is kindly refused, and the nearest length is a button', async (_, period, title, lastDay) => {
    const reply = await mette.ask({ intent: 'focus', framework, theme: 'serviceledelse', period });
    expect(reply[0]?.summary).toBe('Et fokus varer fra to til seks uger');
    expect(await mine()).toBeUndefined();
    await mette.press(reply, title);
    expect(await mine()).toMatchObject({ theme: 'serviceledelse', lastDay });
  });

  it('is chosen on a card, and a card without a theme stays and says so', async () => {
    const form = await say('vælg et nyt fokus');
    expect(textOf(await mette.press(form, 'Begynd', { weeks: '2' }))).toContain('Vælg et tema.');
    const reply = await mette.press(form, 'Begynd', { focus: `${framework}/driftsledelse`, weeks: '5' });
    expect(reply[0]?.summary).toBe('Dit fokus: Driftsledelse, til og med 3. januar 2027');
    expect(textOf(await mette.press(form, 'Begynd', { focus: 'nowhere/nothing', weeks: '99' }))).toContain('Vælg et tema.');
    expect(await mine()).toMatchObject({ theme: 'driftsledelse', lastDay: '2027-01-03' });
  });

  it('is shown, replaced and stopped', async () => {
    expect((await say('hvad er mit fokus'))[0]?.summary).toBe('Du har ikke et fokus');
    await say('mit fokus skal være tværgående ledelse i tre uger');
    expect((await say('hvad er mit fokus'))[0]?.summary).toBe('Dit fokus: Tværgående ledelse, til og med 20. december');
    expect(textOf(await say('skift fokus til personaleledelse'))).toContain('Det afløser dit fokus på »Tværgående ledelse«.');
    expect((await say('stop mit fokus'))[0]?.summary).toBe('Dit fokus er stoppet');
    expect(await mine()).toBeUndefined();
    expect((await say('stop mit fokus'))[0]?.summary).toBe('Du har ikke et fokus');
  });

  it('is on what was just spoken of', async () => {
    await mette.ask({ intent: 'competency', framework, role: 'chef', theme: 'serviceledelse' });
    await say('det vil jeg arbejde med de næste fire uger');
    expect(await mine()).toMatchObject({ framework, theme: 'serviceledelse' });
  });

  it('offers daily questions to whoever has none, and weekly ones beside them', async () => {
    const titles = buttonsOf(await say('mit fokus skal være tværgående ledelse')).map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(['Få faste spørgsmål', 'Hver tirsdag omkring kl. 10']);
    await mette.ask({ intent: 'nudge-on' });
    expect(buttonsOf(await say('hvad er mit fokus')).map(({ title }) => title)).toEqual(['Skift fokus', 'Stop fokus']);
  });

  it('belongs in the private chat', async () => {
    const reply = await mette.ask({ intent: 'focus', framework, theme: 'serviceledelse' }, inTeam);
    expect(reply[0]?.summary).toBe('Det hører til i din private chat');
    expect(await mine()).toBeUndefined();
  });

  it('that is over is none any more', async () => {
    await say('mit fokus skal være tværgående ledelse i to uger');
    product.now = new Date('2026-12-14T08:00:00Z');
    expect((await mette.ask({ intent: 'focus', wish: 'show' }))[0]?.summary).toBe('Du har ikke et fokus');
  });

  it('is told in the export, and is gone with everything', async () => {
    await say('mit fokus skal være tværgående ledelse i tre uger');
    await product.storage.seenPrompts.add(mette.key, 'focus.closing', now);
    const told = textOf(await mette.ask({ intent: 'export-data' }));
    expect(told).toContain('Tværgående ledelse, til og med 20. december 2026');
    expect(told).toContain('Afslutningen på dit fokus');
    await mette.ask({ intent: 'delete-data', confirmed: true });
    expect(await mine()).toBeUndefined();
  });
});

describe('what comes in the place of a question', () => {
  /** The one message that a pass at nine on a day sends. */
  async function sentOn(day: string) {
    product.now = new Date(`${day}T08:00:00Z`);
    const before = outside.sent.length;
    await product.nudging.dispatcher.runPass(product.now);
    return outside.sent.slice(before).map(({ message }) => message);
  }

  beforeEach(async () => {
    const address = { serviceUrl: 'https://smba.example/', conversation: 'chat-t1-mette' };
    await mette.ask({ intent: 'nudge-on', time: '08:00', exact: true }, { address });
  });

  it('closes a focus with a question that a note can be written under', async () => {
    await say('mit fokus skal være tværgående ledelse i to uger');
    const [first] = await sentOn('2026-12-01');
    expect(textOf([first as never])).toContain('Fra dit fokus.');
    const closing = await sentOn('2026-12-14');
    expect(closing[0]?.summary).toBe('Dit fokus er slut');
    expect(textOf(closing)).toContain('Hvad har dit fokus på »Tværgående ledelse« ændret');
    const saved = await mette.press(closing, 'Gem', { note: 'Jeg spørger først nu' });
    expect(saved.flatMap(findMessageFaults)).toEqual([]);
    expect(textOf(await mette.ask({ intent: 'reflections' }))).toContain('Hvad har dit fokus på »Tværgående ledelse« ændret');
    expect(textOf(await mette.press(saved, 'Fortryd'))).toContain('Hvad har dit fokus på »Tværgående ledelse« ændret');
    expect((await sentOn('2026-12-15'))[0]?.summary).toContain('Dagens spørgsmål');
  });

  it.each([
    ['Hver tirsdag omkring kl. 10', { days: ['tir'], time: '10:00', on: true }],
    ['Behold dem, som de er', { days: ['man', 'tir', 'ons', 'tor', 'fre'], on: true }],
    ['Stop dem', { on: false }],
  ])('asks once whether the questions suit: "%s"', async (title, plan) => {
    let last: Awaited<ReturnType<typeof sentOn>> = [];
    for (const day of ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14', '15']) last = await sentOn(`2026-12-${day}`);
    expect(last[0]?.summary).toBe('Passer spørgsmålene dig?');
    expect(last.flatMap(findMessageFaults)).toEqual([]);
    await mette.press(last, title);
    expect((await product.nudging.plans.find(personal(mette.key)))?.plan).toMatchObject(plan);
    expect((await sentOn('2026-12-16')).map(({ summary }) => summary)).not.toContain('Passer spørgsmålene dig?');
  });
});

describe('questions a week', () => {
  it.each(['stop', 'vis mine faste spørgsmål'])('are offered beside one a day to whoever has none: "%s"', async (text) => {
    const titles = buttonsOf(await mette.say(text)).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Få faste spørgsmål', 'Hver tirsdag omkring kl. 10']));
  });

  it('are a button where one a day has just begun', async () => {
    const reply = await mette.ask({ intent: 'nudge-on' });
    await mette.press(reply, 'Hver tirsdag omkring kl. 10');
    expect((await product.nudging.plans.find(personal(mette.key)))?.plan).toMatchObject({ days: ['tir'], time: '10:00', exact: false });
  });
});
