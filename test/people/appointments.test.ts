/**
 * Reminders for once and agreements with oneself, from the sentence to the answer.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { personal } from '../../src/conversation/person.js';
import { findMessageFaults } from '../cards/rules.js';
import { library } from '../support/content.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';

/** Monday, 10:00 in Copenhagen. */
const monday = new Date('2026-11-30T09:00:00Z');
const local = (date: string, time: string) => new Date(`${date}T${time}:00+01:00`);

let outside: Outside;
let product: Product;
let mette: Visitor;

async function open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  outside = createOutside();
  product = await openProduct(undefined, { outside, now: monday, settings });
  mette = visit(product);
}

beforeEach(() => open());
afterEach(() => product.close());

/** Says something, from where messages find the way back; cards that break a rule fail the test. */
async function say(text: string): Promise<readonly Message[]> {
  const reply = await mette.say(text, {
    at: product.now,
    address: { serviceUrl: 'https://smba.example/', conversation: 'chat', userId: '29:mette' },
  });
  expect(reply.flatMap(findMessageFaults)).toEqual([]);
  return reply;
}

const press = (reply: readonly Message[], title: string, typed: Record<string, string> = {}) =>
  mette.press(reply, title, typed, { at: product.now });
const submit = (reply: readonly Message[], title: string, typed: Record<string, string> = {}) =>
  mette.submit(reply, title, typed, { at: product.now });
const titles = (reply: readonly Message[]) => buttonsOf(reply).map(({ title }) => title);

/** A pass at a time; what came by itself. */
async function pass(date: string, time: string): Promise<readonly Message[]> {
  product.now = local(date, time);
  outside.sent = [];
  await product.nudging.dispatcher.runPass(product.now);
  return outside.sent.map(({ message }) => message);
}

const plan = () => product.nudging.plans.load(personal(mette.key), product.now);

describe('a reminder for once', () => {
  it.each(['næ lav den kl 14 i stedet', 'nej hellere kl. 14', 'ret den til kl 14', 'nej kl 14 istedet'])(
    'is moved by "%s" right after it was made, and no plan is',
    async (text) => {
      await say('mind mig om ledermødet på torsdag');
      expect(textOf(await say(text))).toContain('torsdag 3. december kl. 14.00');
      expect(await plan()).toBeUndefined();
    },
  );

  it.each(['hver dag kl 14', 'send dem kl 14 i stedet'])('is not moved by "%s", which is about the questions that come', async (text) => {
    await say('mind mig om ledermødet på torsdag');
    await say(text);
    expect(await plan()).toMatchObject({ plan: { on: true, time: '14:00' } });
    expect(textOf(await say('mine aftaler'))).toContain('torsdag 3. december kl. 9.00');
  });

  it.each([
    ['husk mig på i morgen kl 9 at give feedback', 'Jeg minder dig tirsdag 1. december kl. 9.00', 'Give feedback'],
    ['mind mig om at tale med Lise på torsdag kl. 10', 'Jeg minder dig torsdag 3. december kl. 10.00', 'Tale med Lise'],
    ['mind mig om en time om at lukke sagen', 'Jeg minder dig mandag 30. november kl. 11.00', 'Lukke sagen'],
    ['mind mig mandag i uge 51 om APV', 'Jeg minder dig mandag 14. december kl. 9.00', 'APV'],
    ['mind mig om lønsamtaler når jeg er tilbage den 4. januar', 'Jeg minder dig mandag 4. januar 2027 kl. 9.00', 'Lønsamtaler'],
    ['remind me tomorrow at 9 to call Lise', 'I will remind you on Tuesday 1 December at 09:00', 'Call Lise'],
  ])('"%s" is repeated back, with its words', async (text, title, words) => {
    const said = textOf(await say(text));
    expect(said).toContain(title);
    expect(said).toContain(words);
    expect(await plan()).toBeUndefined();
  });

  it('comes once, and can be put off', async () => {
    await say('mind mig i morgen kl. 9 om at ringe til Lise');
    const [due] = await pass('2026-12-01', '09:00');
    expect(due?.summary).toBe('Din påmindelse');
    expect(textOf(due ? [due] : [])).toContain('Ringe til Lise');
    expect(textOf(await press(due ? [due] : [], 'Om en time'))).toContain('Flyttet til tirsdag 1. december kl. 10.00');
    expect(await pass('2026-12-01', '09:30')).toEqual([]);
    const again = await pass('2026-12-01', '10:00');
    expect(textOf(again)).toContain('Ringe til Lise');
    expect(textOf(await press(again, 'Det er gjort'))).toContain('Gjort');
    expect(await pass('2026-12-02', '10:00')).toEqual([]);
  });

  it('changes no plan, and takes its time where none is said', async () => {
    await say('mind mig hver mandag kl. 8');
    const before = (await plan())?.plan;
    expect(textOf(await say('husk mig på i morgen kl 9 at ringe til Lise'))).toContain('tirsdag 1. december kl. 9.00');
    expect(textOf(await say('mind mig på torsdag om APV'))).toContain('så jeg bruger tiden for dine faste spørgsmål, kl. 8.00.');
    expect((await plan())?.plan).toEqual(before);
  });

  it('that was just made is moved by what is said next, and no plan is', async () => {
    await say('mind mig hver mandag kl. 8');
    await say('mind mig på torsdag kl. 10 om at tale med Lise');
    expect(textOf(await say('nej kl. 11'))).toContain('Flyttet til torsdag 3. december kl. 11.00');
    expect((await plan())?.plan.time).toBe('08:00');
  });

  it('offers the same every week where one weekday was named', async () => {
    const made = await say('mind mig på torsdag kl. 10 om at tale med Lise');
    expect(textOf(await press(made, 'Hver torsdag kl. 10'))).toContain('Hver torsdag');
  });

  it('is taken back by one press', async () => {
    const made = await say('mind mig i morgen kl. 9 om X-møde');
    expect(textOf(await press(made, 'Fortryd'))).toContain('Den er slettet');
    expect(await pass('2026-12-01', '09:00')).toEqual([]);
  });

  it.each([
    ['mind mig den 31. november om status', 'Den dag kan jeg ikke finde i kalenderen', 'tirsdag 1. december kl. 9.00'],
    ['mind mig på fredag kl. 3 om status', 'Der er to muligheder', 'fredag 4. december kl. 15.00'],
    ['mind mig i dag kl. 8 om status', 'Det tidspunkt er forbi', 'mandag 30. november kl. 11.00'],
  ])('"%s" is asked about, with two proposals that keep the words', async (text, words, proposal) => {
    const asked = await say(text);
    expect(textOf(asked)).toContain(words);
    expect(titles(asked)).toHaveLength(4);
    const made = await press(asked, proposal);
    expect(textOf(made)).toContain(`Jeg minder dig ${proposal}`);
    expect(textOf(made)).toContain('Status');
  });

  it('of "det her" brings back the question that it was said to', async () => {
    const asked = await say('giv mig noget at tænke over');
    const [prompt] = library.prompts.filter(({ da }) => textOf(asked).includes(da));
    await say('mind mig om det her om en uge');
    expect(textOf(await pass('2026-12-07', '09:00'))).toContain(prompt?.da);
  });

  it('of an answer leads back to it', async () => {
    await say('hvad forventes der af en kontorchef i Aarhus Børn og Unge 2024?');
    await say('mind mig om det her i morgen');
    const due = await pass('2026-12-01', '09:00');
    expect(textOf(await press(due, 'Vis det igen'))).toContain('Kontorchefer');
  });

  it('is only offered where somebody tells of something', async () => {
    const told = await say('på torsdag har vi ledermøde kl. 10');
    expect(textOf(told)).not.toContain('Jeg minder dig');
    expect(await product.storage.appointments.list(mette.key)).toEqual([]);
  });

  it('is nobody’s in a group chat', async () => {
    const reply = await mette.say('mind mig på torsdag kl. 10 om at tale med Lise', { conversation: { id: 'team', kind: 'groupChat' } });
    expect(textOf(reply)).toContain('Det hører til i din private chat');
  });
});

describe('an agreement with oneself', () => {
  const agree = async (typed: Record<string, string> = {}) => {
    const form = await press(await say('giv mig noget at tænke over'), 'Gør det til en aftale');
    return press(form, 'Gem aftalen', { when: 'jeg åbner mødet', will: 'spørge først', ahead: '3', ...typed });
  };

  it('leaves the ways from a question to its role on the card', async () => {
    const shown = titles(await say('giv mig et spørgsmål til en kontorchef'));
    expect(shown).toEqual(
      expect.arrayContaining(['Gem', 'Gør det til en aftale', 'Giv mig et andet spørgsmål', 'Vis hele rollen', 'Del kortet']),
    );
  });

  it('is made under a question, with an example of its theme', async () => {
    const form = await press(await say('giv mig noget at tænke over som kontorchef i Aarhus Børn og Unge 2024'), 'Gør det til en aftale');
    expect(JSON.stringify(form)).toMatch(/for eksempel: /);
    const made = await press(form, 'Gem aftalen', { when: 'jeg åbner mødet', will: 'spørge først', ahead: '3' });
    expect(textOf(made)).toContain('Jeg spørger dig torsdag 3. december kl. 9.00');
    expect(textOf(made)).toContain('Når jeg åbner mødet, vil jeg spørge først');
  });

  it('loses nothing that was written where something is missing', async () => {
    const again = await agree({ will: '' });
    expect(textOf(again)).toContain('Skriv, hvad du vil gøre, før du gemmer.');
    expect(fieldOf(again, 'when')).toBe('jeg åbner mødet');
    // Today is late, and 31 February is no date.
    for (const date of ['2026-11-30', '2027-02-31']) {
      const other = await agree({ ahead: 'date', date });
      expect(textOf(other)).toContain('Vælg en dato fra i morgen');
      expect(fieldOf(other, 'will')).toBe('spørge først');
    }
  });

  it('comes back, is put off three times, and then rests', async () => {
    await agree();
    const dates = ['2026-12-03', '2026-12-10', '2026-12-28', '2027-01-11'];
    for (const [at, date] of dates.entries()) {
      const due = await pass(date, '09:00');
      expect(due.map(({ summary }) => summary)).toEqual(['Din aftale']);
      expect(textOf(due)).toContain('Når jeg åbner mødet, vil jeg spørge først');
      const later = textOf(await press(due, 'Ikke endnu'));
      expect(later).toContain(at < 3 ? 'Jeg spørger igen' : 'Nu spørger jeg ikke flere gange');
    }
    expect(await pass('2027-01-25', '09:00')).toEqual([]);
    expect(textOf(await say('mine aftaler'))).toContain('Hviler');
  });

  it('is done, with a line that is kept', async () => {
    await agree();
    const done = await press(await pass('2026-12-03', '09:00'), 'Gjort', { comment: 'Lise blev glad' });
    expect(textOf(done)).toContain('Godt.');
    const one = await press(await say('mine aftaler'), 'Åbn aftalen');
    expect(textOf(one)).toContain('Lise blev glad');
  });

  it('that is dropped can be taken back, and comes no more', async () => {
    await agree();
    const dropped = await press(await pass('2026-12-03', '09:00'), 'Drop den');
    expect(textOf(dropped)).toContain('Aftalen er droppet');
    expect(textOf(await say('mine aftaler'))).toContain('Du har ingen aftaler endnu');
    expect(textOf(await press(dropped, 'Fortryd'))).toContain('Aftalen er her igen');
    expect(textOf(await say('mine aftaler'))).toContain('Når jeg åbner mødet');
  });

  it('can be made in words, and its form is shown where no day is said', async () => {
    const made = textOf(await say('jeg vil give Lise feedback inden fredag'));
    expect(made).toContain('Jeg spørger dig fredag 4. december kl. 9.00');
    expect(made).toContain('Jeg vil give Lise feedback');
  });

  it('is edited and deleted from the list', async () => {
    await agree();
    const one = await press(await say('mine aftaler'), 'Åbn aftalen');
    const form = await press(one, 'Ret');
    expect(fieldOf(form, 'will')).toBe('spørge først');
    const saved = await press(form, 'Gem aftalen', { when: '', will: 'lytte', ahead: 'date', date: '2026-12-08' });
    expect(textOf(saved)).toContain('Flyttet til tirsdag 8. december');
    expect(textOf(saved)).toContain('Jeg vil lytte');
    await press(await press(await say('mine aftaler'), 'Åbn aftalen'), 'Slet');
    expect(await product.storage.appointments.list(mette.key)).toEqual([]);
  });

  it('is told in the export, and gone with everything else', async () => {
    await agree();
    expect(textOf(await say('eksportér mine data'))).toContain('Når jeg åbner mødet, vil jeg spørge først');
    await product.storage.forgetPerson(mette.key);
    expect(await product.storage.appointments.list(mette.key)).toEqual([]);
  });
});

describe('where notes are read in dialogs', () => {
  beforeEach(async () => {
    await product.close();
    await open({ NOTES_IN: 'dialog' });
  });

  it('the chat holds when, and the dialog what', async () => {
    const made = await say('mind mig i morgen kl. 9 om at ringe til Lise');
    expect(JSON.stringify(made)).not.toContain('Lise');
    expect(textOf(made)).toContain('Din egen besked bliver stående i chatten.');
    expect(fieldOf(await press(made, 'Åbn'), 'what')).toBe('ringe til Lise');
    const due = await pass('2026-12-01', '09:00');
    expect(JSON.stringify(due)).not.toContain('Lise');
    expect(textOf(await press(due, 'Åbn'))).toContain('Ringe til Lise');
  });

  it('an agreement is written, and answered, in a dialog', async () => {
    const form = await press(await say('giv mig noget at tænke over'), 'Gør det til en aftale');
    const made = await submit(form, 'Gem aftalen', { when: 'jeg møder Lise', will: 'lytte', ahead: '3' });
    expect(textOf(made)).toContain('Når jeg møder Lise, vil jeg lytte');
    const due = await pass('2026-12-03', '09:00');
    expect(JSON.stringify(due)).not.toContain('Lise');
    expect(textOf(due)).toContain('Du har en aftale med dig selv');
    const opened = await press(due, 'Åbn');
    expect(textOf(opened)).toContain('Når jeg møder Lise, vil jeg lytte');
    expect((await submit(opened, 'Lidt'))[0]?.dialogTitle).toBe('Lidt er også noget');
  });
});
