/**
 * What people are told while a pilot group alone is answered, and while what comes by itself rests.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantDefaults } from '../../src/config.js';
import { createTenants, tenantsSchema } from '../../src/tenants/tenants.js';
import { findMessageFaults } from '../cards/rules.js';
import { createOutside } from '../support/outside.js';
import { openProduct, type Product, readConfig } from '../support/product.js';
import { buttonOf, textOf, type Visitor, visit } from '../support/visitor.js';

const aarhus = '11111111-1111-4111-8111-111111111111';
const [anne, bo, editor] = [
  'aaaaaaaa-0000-4000-8000-000000000001',
  'aaaaaaaa-0000-4000-8000-000000000002',
  'eeeeeeee-0000-4000-8000-0000000000ed',
];
/** A Monday, 9:00 in Copenhagen. */
const monday = new Date('2026-11-30T08:00:00Z');
const line = 'Lige nu bliver det prøvet af en mindre gruppe i Aarhus Kommune.';

const outside = createOutside();
let product: Product;
let tests = 0;

beforeAll(async () => {
  const file = tenantsSchema.parse({ tenants: [{ id: aarhus, name: 'Aarhus Kommune', editor }] });
  product = await openProduct(undefined, { outside, now: monday, tenants: createTenants(file, tenantDefaults(readConfig({}))) });
});
afterAll(() => product.close());
/** People of their own for each test. */
let [inGroup, outsider]: Visitor[] = [];
beforeEach(async () => {
  tests += 1;
  const of = (id: string) => `${id.slice(0, -4)}${String(tests).padStart(3, '0')}${id.slice(-1)}`;
  product.now = monday;
  await product.storage.switches.turnOn('nudges', undefined);
  await product.storage.switches.turnOn('limited', aarhus);
  await product.refresh();
  [inGroup, outsider] = [anne, bo].map((id) => visit(product, of(id), aarhus));
});

const limit = async () => {
  await product.storage.switches.limit(aarhus, [inGroup?.key.entraId ?? ''], monday);
  await product.refresh();
};
const say = async (who: Visitor | undefined, text: string, more = {}) => {
  const reply = (await who?.say(text, more)) ?? [];
  expect(reply.flatMap(findMessageFaults)).toEqual([]);
  return reply;
};
const address = { address: { serviceUrl: 'https://smba.example/', conversation: 'a:own' } };

describe('while a pilot group alone is answered', () => {
  it('who is in it is, and everybody else is told so kindly, of whom nothing is noted', async () => {
    await limit();
    expect(textOf(await say(inGroup, 'hvad forventes der af en kontorchef'))).toContain('Kontorchef');
    const before = await product.rows();
    for (const text of [
      'hvad forventes der af en kontorchef',
      'mind mig hver hverdag kl. 8',
      'jeg er kontorchef',
      'hej',
      'stop',
      'mine noter',
    ])
      expect(textOf(await say(outsider, text)), text).toContain(line);
    expect(await outsider?.happen({ kind: 'installed' })).toEqual([]);
    expect(await product.rows()).toEqual(before);
    expect(textOf(await visit(product, undefined, aarhus).say('hej'))).toContain(line);
    expect(textOf(await visit(product, editor, aarhus).say('hvad forventes der af en kontorchef'))).toContain('Kontorchef');
  });

  it('who used it before stops, sees and deletes what is kept of them as ever', async () => {
    await say(outsider, 'send mig et spørgsmål hver dag præcis kl. 9', address);
    await say(outsider, 'jeg er kontorchef i Aarhus');
    await outsider?.act({ act: 'save-note', prompt: 'aarhus-bu-2024/kontorchef-1' }, { note: 'min note' });
    await limit();
    expect(textOf(await say(outsider, 'jeg er skoleleder'))).toContain(line);
    expect(textOf(await say(outsider, 'hvem kan se mine noter'))).toContain('noter');
    expect(textOf(await say(outsider, 'mine noter'))).not.toContain(line);
    expect(textOf(await say(outsider, 'eksportér mine data'))).toContain('Kontorchef');
    expect(textOf(await say(outsider, 'stop'))).not.toContain(line);
    expect((await product.nudging.plans.find({ kind: 'person', person: outsider?.key ?? { tenant: '', entraId: '' } }))?.plan.on).toBe(
      false,
    );
    const asked = await say(outsider, 'slet mine data');
    const gone = (await outsider?.press(asked, 'Ja, slet alt om mig')) ?? [];
    expect(textOf(gone)).not.toContain(line);
    expect(await product.storage.profiles.load(outsider?.key ?? { tenant: '', entraId: '' })).toEqual({});
  });

  it('who keeps their data by the button of the last word, or writes, does not end', async () => {
    await say(outsider, 'hej');
    await limit();
    product.now = new Date(monday.getTime() + 30 * 86_400_000);
    const later = visit(product, outsider?.key.entraId, aarhus);
    expect(textOf(await say(later, 'hej'))).toContain(line);
    expect((await product.storage.people.load(later.key))?.lastSeen).toEqual(monday);
    expect(textOf(await later.act({ act: 'keep-data' }))).not.toContain(line);
    expect((await product.storage.people.load(later.key))?.lastSeen).toEqual(product.now);
  });

  it('who is not well is shown where there are people, in words and in a field of an old card', async () => {
    await limit();
    const told = textOf(await say(outsider, 'jeg har det så dårligt, at jeg ikke orker at leve mere'));
    expect(told).toContain('Livslinien');
    expect(told).not.toContain(line);
    const pressed = await outsider?.act({ act: 'save-note', prompt: 'x' }, { note: 'jeg orker ikke at leve mere' });
    expect(textOf(pressed ?? [])).toContain('Livslinien');
    expect(textOf(pressed ?? [])).toContain(line);
  });

  it('a group is told once a day, and whoever presses a button every time', async () => {
    await limit();
    const among = { conversation: { id: `19:group-${tests}`, kind: 'groupChat' as const } };
    const first = await say(outsider, 'hvad forventes der af en kontorchef', among);
    expect(textOf(first)).toContain('Derfor er det ikke alle her, jeg svarer.');
    expect(textOf(first)).not.toContain('slet mine data');
    expect(await say(outsider, 'hallo?', among)).toEqual([]);
    const { data } = buttonOf(await say(inGroup, 'hvad forventes der af en kontorchef', among), 'Vis det fælles for alle');
    const pressed = await outsider?.happen({ kind: 'action', data, invoke: true }, among);
    expect(textOf(pressed ?? [])).toContain(line);
    expect(textOf(await say(inGroup, 'hvad forventes der af en kontorchef', among))).toContain('Kontorchef');
    const tomorrow = { ...among, at: new Date(monday.getTime() + 86_400_001) };
    expect(textOf(await say(outsider, 'hallo?', tomorrow))).toContain(line);
  });

  it('finds in the message extension for the group alone, and nobody new is noted', async () => {
    await limit();
    const before = await product.rows();
    const search = async (who: Visitor | undefined) =>
      JSON.stringify(
        await product.invokes(
          'composeExtension/query',
          { commandId: 'search', parameters: [{ name: 'query', value: 'kontorchef' }] },
          {
            ...{ person: { tenant: aarhus, entraId: who?.key.entraId, channelId: '29:x' }, conversation: { id: 'c', kind: 'personal' } },
            ...{ locale: 'da', timeZone: undefined, at: monday },
          },
        ),
      );
    expect(await search(inGroup)).toContain('Kontorchef');
    expect(await search(outsider)).toContain('en mindre gruppe');
    expect(await product.rows()).toEqual(before);
  });

  it('nothing comes by itself to anybody else, nor to a team whose questions they asked for', async () => {
    outside.sent = [];
    for (const who of [inGroup, outsider]) {
      const own = { address: { serviceUrl: 'https://smba.example/', conversation: `a:${who?.key.entraId}` } };
      await say(who, 'send mig et spørgsmål hver dag præcis kl. 9', own);
      const id = `19:team-${who?.key.entraId}`;
      const team = { conversation: { id, kind: 'channel' as const }, address: { serviceUrl: 'https://smba.example/', conversation: id } };
      await say(who, 'send et spørgsmål hver dag præcis kl. 9', team);
    }
    await limit();
    product.now = new Date('2026-12-01T08:00:30Z');
    const lines = await product.nudging.dispatcher.runPass(product.now);
    expect(outside.sent.map(({ address: to }) => to.conversation).sort()).toEqual(
      [`19:team-${inGroup?.key.entraId}`, `a:${inGroup?.key.entraId}`].sort(),
    );
    expect(lines).toContainEqual({ state: 'skipped', reason: 'limited', people: 1, conversations: 1 });
  });
});

describe('while what comes by itself rests', () => {
  const rest = async (until?: string) => {
    await product.storage.switches.turnOff('nudges', until ? { until } : {}, monday);
    await product.refresh();
  };

  it('a plan can be made, and says from when it comes', async () => {
    await rest('2026-12-27');
    const text = textOf(await say(inGroup, 'send mig et spørgsmål hver hverdag kl. 8'));
    expect(text).toContain('Næste: mandag 28. december.');
    expect(text).toContain('De holder pause for alle i kommunen og begynder igen søndag 27. december.');
  });

  it('a reminder for a day of the pause is kept, and it is said that it comes later', async () => {
    await rest('2026-12-27');
    const text = textOf(await say(inGroup, 'mind mig på torsdag kl. 10 om at ringe til Lise'));
    expect(text).toContain('torsdag 3. december');
    expect(text).toContain('så det her kommer tidligst søndag 27. december.');
    expect(textOf(await say(inGroup, 'mind mig den 4. januar kl. 10 om at ringe til Lise'))).not.toContain('tidligst');
  });

  it('what was ordered for the pause comes after it, and the questions of the pause do not', async () => {
    outside.sent = [];
    const own = { address: { serviceUrl: 'https://smba.example/', conversation: `a:${inGroup?.key.entraId}` } };
    await say(inGroup, 'send mig et spørgsmål hver hverdag præcis kl. 9', own);
    await say(inGroup, 'mind mig på torsdag kl. 10 om at ringe til Lise');
    await rest('2026-12-07');
    for (const day of ['01', '02', '03', '04', '06'])
      for (const time of ['08:00:10', '09:00:10', '11:30:00']) {
        product.now = new Date(`2026-12-${day}T${time}Z`);
        await product.nudging.dispatcher.runPass(product.now);
      }
    expect(outside.sent.filter(({ address: to }) => to.conversation === `a:${inGroup?.key.entraId}`)).toEqual([]);
    for (const time of ['07:10:00', '08:00:10', '08:30:00', '12:00:00']) {
      product.now = new Date(`2026-12-07T${time}Z`);
      await product.nudging.dispatcher.runPass(product.now);
    }
    const mine = outside.sent.filter(({ address: to }) => to.conversation === `a:${inGroup?.key.entraId}`);
    const words = mine.map(({ message }) => textOf([message]));
    expect(words.filter((each) => each.includes('Lise'))).toHaveLength(1);
    expect(words.filter((each) => !each.includes('Lise'))).toHaveLength(1);
    const skipped = (await product.storage.outbox.report('2026-12-01')).filter(({ reason }) => reason === 'closed');
    expect(skipped.map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-12-01', '2026-12-04']));
  });

  it('without an end nothing is promised, and a plan that is shown says so', async () => {
    await say(inGroup, 'send mig et spørgsmål hver hverdag kl. 8');
    await rest();
    expect(textOf(await say(inGroup, 'mind mig hver hverdag kl. 7'))).toContain('Det er slået fra i din kommune');
    const shown = textOf(await say(inGroup, 'hvornår får jeg mine spørgsmål'));
    expect(shown).toContain('Lige nu er de slået fra for alle i kommunen');
    expect(shown).not.toContain('Næste:');
  });
});
