/**
 * What people are told while a pilot group alone is answered, and while what comes by itself rests.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantDefaults } from '../../src/settings/config.js';
import { createTenants, tenantsSchema } from '../../src/tenants/tenants.js';
import { findMessageFaults } from '../cards/rules.js';
import { library } from '../support/content.js';
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

const prompt = library.prompts[0]?.id ?? '';

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
const agree = async (who: Visitor | undefined) => {
  await say(who, 'når mandagens møde begynder, vil jeg lytte først. Spørg mig igen om 7 dage');
  await submitAgreement(who, 'lytte først');
  const [kept] = await product.storage.appointments.list(who?.key ?? nobody);
  return kept?.id ?? 'none';
};
/** Keeps what stands in the form of an agreement: of the one with this id, or of a new one. */
const submitAgreement = async (who: Visitor | undefined, will: string, appointment?: string) =>
  (await who?.happen({
    kind: 'action',
    data: {
      ...{ do: 'appointment', act: { act: 'save-appointment', ...(appointment && { appointment }) }, language: 'da' },
      ...{ when: 'mødet begynder', will, ahead: '7' },
    },
    invoke: true,
  })) ?? [];
const nobody = { tenant: '', entraId: '' };
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
    await outsider?.act({ act: 'save-note', prompt }, { note: 'min note' });
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

  it('who used it before puts right what is kept of them: no form is shown whose words would be lost', async () => {
    await outsider?.act({ act: 'save-note', prompt }, { note: 'min note' });
    const [note] = (await product.storage.notes.list(outsider?.key ?? nobody)).notes;
    const kept = note?.id ?? 'none';
    const agreement = await agree(outsider);
    await limit();
    const taken = await outsider?.act({ act: 'undo-note', note: kept, prompt });
    expect(textOf(taken ?? [])).toContain(line);
    const edit = (await outsider?.act({ act: 'open-note', note: kept, mode: 'edit' })) ?? [];
    expect(JSON.stringify(edit)).toContain('"value":"min note"');
    await outsider?.act({ act: 'edit-note', note: kept }, { note: 'min rettede note' });
    expect((await product.storage.notes.get(outsider?.key ?? nobody, kept))?.text).toMatchObject({ text: 'min rettede note' });
    expect(textOf(await submitAgreement(outsider, 'spørge dem først', agreement))).toContain('spørge dem først');
    expect(textOf(await submitAgreement(outsider, 'noget nyt'))).toContain(line);
    const press = async (how: 'drop' | 'take-back' | 'done') => {
      const act = { act: 'answer-appointment', appointment: agreement, how };
      return textOf((await outsider?.happen({ kind: 'action', data: { do: 'appointment', act, language: 'da' }, invoke: true })) ?? []);
    };
    expect(await press('drop')).not.toContain(line);
    expect(await press('take-back')).not.toContain(line);
    expect((await product.storage.appointments.get(outsider?.key ?? nobody, agreement))?.state).toBe('asked');
    expect(await press('done')).toContain(line);
    expect(textOf((await outsider?.act({ act: 'pick-language' }, { speech: 'en' })) ?? [])).not.toContain(line);
  });

  it('a button with data that nobody of us made is answered as any other', async () => {
    await limit();
    for (const data of [
      { do: 'ask', question: { intent: 'ambiguous' } },
      { do: 'ask', question: { intent: 'ambiguous', choices: [null] } },
      { do: 'appointment', act: null },
    ])
      expect(textOf((await outsider?.happen({ kind: 'action', data, invoke: true })) ?? [])).toContain(line);
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

describe('while everything is stopped', () => {
  it('the message extension says that all is off, and nothing of a group, and asks for it within a pilot group alike', async () => {
    const search = async () =>
      JSON.stringify(
        await product.invokes(
          'composeExtension/query',
          { commandId: 'search', parameters: [{ name: 'query', value: 'kontorchef' }] },
          {
            ...{ person: { tenant: aarhus, entraId: bo, channelId: '29:x' }, conversation: { id: 'c', kind: 'personal' } },
            ...{ locale: 'da', timeZone: undefined, at: monday },
          },
        ),
      );
    await product.storage.switches.turnOff('served', { tenant: aarhus }, monday);
    for (const isLimited of [false, true]) {
      if (isLimited) await limit();
      await product.refresh();
      expect(await search()).toContain('Ledelseskompas er slået fra i din kommune lige nu.');
      expect(await search()).not.toContain('en mindre gruppe');
    }
    await product.storage.switches.turnOn('served', aarhus);
  });
});

describe('while a pilot group alone is answered, and notes are read in dialogs', () => {
  it('whoever was never there sees that nothing is kept of them', async () => {
    const dialogs = await openProduct(undefined, {
      ...{ outside, now: monday, settings: { NOTES_IN: 'dialog' } },
      tenants: createTenants(tenantsSchema.parse({ tenants: [{ id: aarhus, name: 'Aarhus Kommune' }] }), tenantDefaults(readConfig({}))),
    });
    await dialogs.storage.switches.limit(aarhus, [anne], monday);
    await dialogs.refresh();
    const stranger = visit(dialogs, bo, aarhus);
    const door = await stranger.say('eksportér mine data');
    const opened = await stranger.press(door, 'Åbn');
    expect(textOf(opened)).not.toContain(line);
    const read = await stranger.happen({
      ...{ kind: 'action', data: { do: 'act', act: { act: 'read-data', part: 1 }, language: 'da' } },
      ...{ invoke: true, dialog: true },
    });
    expect(textOf(read)).not.toContain(line);
    expect(await dialogs.rows()).toEqual({ switches: 1, pilots: 1 });
    await dialogs.close();
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
    expect(shown).toContain('Lige nu er de slået fra, så der kommer ingen.');
    expect(shown).not.toContain('Næste:');
    const profile = textOf(await say(inGroup, 'min profil'));
    expect(profile).toContain('Lige nu er de slået fra, så der kommer ingen.');
    expect(profile).not.toContain('Næste:');
  });

  it('without an end what is kept can still be put right, and nothing new be ordered', async () => {
    const agreement = await agree(inGroup);
    await rest();
    const saved = await submitAgreement(inGroup, 'spørge dem først', agreement);
    expect(textOf(saved)).toContain('spørge dem først');
    expect(textOf(saved)).toContain('kommer, når det er slået til igen');
    expect(textOf(await submitAgreement(inGroup, 'noget nyt'))).toContain('Det er slået fra i din kommune');
  });
});
