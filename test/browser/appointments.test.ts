/**
 * What comes back to a person, in Microsoft's own test client: a reminder for once, agreements with oneself made under a question,
 * put off and done, and the look back on the week. The pictures are in out/browser.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextOpenDay } from '../../src/nudges/rules/appointments.js';
import { daysLater, instantOf, localDate } from '../../src/nudges/rules/cadence.js';
import { loadClosedDays } from '../../src/nudges/rules/holidays.js';
import type { Chat } from './chat.js';
import { openPlayground, type Playground } from './playground.js';
import { type Product, zone } from './product.js';

describe('what comes back, in the playground', () => {
  let playground: Playground;
  let product: Product;
  let chat: Chat;

  beforeAll(async () => {
    playground = await openPlayground();
    ({ product, chat } = playground);
    await chat.welcome();
  });
  afterAll(() => playground?.close());

  /** Lets nine o'clock of a day come, without waiting for it, and gives the card that is sent. */
  const arrive = (date: string) => chat.after(() => product.sendNudges(instantOf(date, '09:00', zone)));
  const today = () => localDate(new Date(), zone);
  const openDay = async (ahead: number) => {
    const isClosed = (await loadClosedDays())({ municipal: true });
    return nextOpenDay(daysLater(today(), ahead), { kind: 'agreement' }, { isClosed, pauses: [] });
  };
  const agree = async (will: string, ahead: string): Promise<Locator> => {
    const form = await chat.change(await chat.say('giv mig noget at tænke over'), 'Gør det til en aftale', 'En aftale med dig selv');
    await form.getByRole('textbox', { name: 'Når …' }).fill('jeg åbner mandagens møde');
    await form.getByRole('textbox', { name: 'vil jeg …' }).fill(will);
    await chat.choose(form, 'Hvornår skal jeg spørge, hvordan det gik?', ahead);
    await chat.picture(`appointments-form-${ahead.length}`);
    return chat.change(form, 'Gem aftalen', `Når jeg åbner mandagens møde, vil jeg ${will}`);
  };

  it('is a reminder, once, that is answered', async () => {
    const made = await chat.say('mind mig i morgen kl. 9 om at ringe til Lise');
    await made.getByText('Ringe til Lise').waitFor();
    await chat.picture('appointments-1-reminder');
    const due = await arrive(daysLater(today(), 1));
    await due.getByText('Din påmindelse').waitFor();
    await due.getByText('Ringe til Lise').waitFor();
    await chat.picture('appointments-2-arrived');
    await chat.change(due, 'Det er gjort', 'krydset af');
  });

  it('is an agreement, that is put off', async () => {
    await agree('spørge, før jeg svarer', 'Om en uge');
    const due = await arrive(await openDay(7));
    await due.getByText('Hvordan gik det?').waitFor();
    await chat.picture('appointments-3-agreement');
    await chat.change(due, 'Ikke endnu', 'Jeg spørger igen');
  });

  it('is an agreement, that is done, with a line', async () => {
    await agree('lytte', 'Om to uger');
    const due = await arrive(await openDay(14));
    await due.getByRole('textbox').fill('Det gik bedre, end jeg troede.');
    await chat.change(due, 'Gjort', 'Godt.');
    const list = await chat.say('mine aftaler');
    await list.getByText('Når jeg åbner mandagens møde, vil jeg lytte').waitFor();
    await chat.picture('appointments-4-list');
  });

  it('is the look back on the week', async () => {
    const shown = await chat.say('ugens tilbageblik');
    await shown.getByText('Til sidst').waitFor();
    await chat.picture('appointments-5-look-back');
    await (await chat.say('send mig ugens tilbageblik hver fredag kl. 13')).getByText('Det kommer hver fredag kl. 13.00').waitFor();
    expect(chat.faults).toEqual([]);
  });
});
