/**
 * Daily questions in Microsoft's own test client: agreed, changed, sent by themselves, answered, paused and stopped, for
 * a person and for a team. The pictures are in out/browser.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Weekday } from '../../src/language/times/words.js';
import { nextDue } from '../../src/nudges/rules/cadence.js';
import { loadClosedDays } from '../../src/nudges/rules/holidays.js';
import { spreadMinutes } from '../../src/nudges/rules/policy.js';
import type { Chat } from './chat.js';
import { openPlayground, type Playground } from './playground.js';
import { type Product, zone } from './product.js';

const answer = 'Jeg bytter mandagsmødet ud.';

describe('daily questions in the playground', () => {
  let playground: Playground;
  let product: Product;
  let chat: Chat;

  beforeAll(async () => {
    playground = await openPlayground();
    ({ product, chat } = playground);
    await chat.welcome();
  });
  afterAll(() => playground?.close());

  /** Lets the time of a plan come and all its spread, without waiting for it, and gives the card that it sends. */
  const arrive = async (days: readonly Weekday[], time: string) => {
    const isClosed = (await loadClosedDays())({ municipal: true });
    const due = nextDue({ days, time, zone, pauses: [] }, new Date(), isClosed);
    return chat.after(() => product.sendNudges(new Date((due?.at.getTime() ?? 0) + spreadMinutes * 60_000)));
  };

  it('are repeated back', async () => {
    await chat.say('jeg er kontorchef i Aarhus');
    const plan = await chat.say('mind mig hver hverdag kl. 8');
    await plan.getByText('Mandag til fredag omkring kl. 8. Næste:').waitFor();
    await chat.picture('nudges-1-agreed');
  });

  it('are changed and paused in the settings', async () => {
    const plan = await chat.say('mind mig hver hverdag kl. 8');
    const form = await chat.change(plan, 'Indstillinger', 'Indstil dine faste spørgsmål');
    await chat.picture('nudges-2-settings');
    for (const day of ['Tirsdag', 'Onsdag', 'Fredag']) await form.getByRole('checkbox', { name: day }).uncheck({ force: true });
    await chat.choose(form, 'Tidspunkt', '9.30');
    await form.getByRole('checkbox', { name: 'Præcis på minuttet' }).check({ force: true });
    const changed = await chat.change(form, 'Gem indstillinger', 'Mandag og torsdag kl. 9.30.');
    const again = await chat.change(changed, 'Indstillinger', 'Indstil dine faste spørgsmål');
    await again.getByRole('combobox', { name: 'Hold pause til og med' }).click();
    await chat.page.locator('[role="dialog"] [aria-current="date"]').click();
    const paused = await chat.change(again, 'Gem indstillinger', 'Dine spørgsmål holder pause');
    await chat.picture('nudges-3-paused');
    await chat.change(paused, 'Slut pausen nu', 'Pausen er slut');
  });

  it('come by themselves, are answered, and the answer is found again', async () => {
    const nudge = await arrive(['man', 'tor'], '09:30');
    await nudge.getByText('Du får det mandag og torsdag kl. 9.30, fordi du har bedt om det.').waitFor();
    await chat.picture('nudges-4-arrived');
    const prompt = await nudge.getByText(/\?$/).first().innerText();
    const other = await chat.press(nudge, 'Et andet spørgsmål');
    expect(await other.innerText()).not.toContain(prompt);
    const sent = chat.page.locator('.ac-adaptiveCard', { hasText: 'Dagens spørgsmål' });
    await sent.getByRole('textbox').fill(answer);
    await chat.change(sent, 'Gem', 'Din note er gemt.');
    const list = await chat.say('mine refleksioner');
    await list.getByText(answer).waitFor();
    await list.getByText(prompt).waitFor();
    await chat.picture('nudges-5-found');
  });

  it('are left out today, paused, and stopped by a word', async () => {
    await (await chat.say('ikke i dag')).getByText(/^Pause /).waitFor();
    await (await chat.say('hold pause i to uger')).getByText(/^Pause til og med/).waitFor();
    await (await chat.say('stop')).getByText('Der kommer ikke flere.').waitFor();
    await chat.picture('nudges-6-stopped');
  });

  it('come to a team, are for all of it, and are stopped there', async () => {
    await chat.after(() => chat.goTo('Ledergruppen'));
    const plan = await chat.mention('send et spørgsmål hver onsdag kl. 9');
    await plan.getByText('Hver onsdag omkring kl. 9. Næste:').waitFor();
    await chat.picture('nudges-7-team-agreed');
    const nudge = await arrive(['ons'], '09:00');
    await nudge.getByText('Mette Sørensen har bedt om det. Det kommer hver onsdag omkring kl. 9.').waitFor();
    await chat.picture('nudges-8-team-arrived');
    const other = await chat.press(nudge, 'Et andet spørgsmål');
    expect(await other.innerText()).not.toMatch(/kontorchef/i);
    const stopped = await chat.mention('stop spørgsmålene');
    await stopped.getByText('Spørgsmålene her er stoppet').waitFor();
    expect(chat.faults).toEqual([]);
  });
});
