/**
 * A question shared with a group in Microsoft's own test client: who sees what, and what they answer. The playground
 * shows one person's card; those of the others are asked for by its routes and drawn. The pictures are in out/browser.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardJson } from '../../src/cards/message.js';
import { textOfCard } from '../../src/cards/plain.js';
import type { Chat } from './chat.js';
import { draw } from './drawing.js';
import { type Member, type Members, meetMembers } from './members.js';
import { openPlayground, type Playground } from './playground.js';

type Button = { readonly title: string; readonly verb?: string; readonly data?: object };

const [mette, lars, anne] = [1, 2, 3] as const;
const mettes = 'Mandagsmødet. Det kan klares på mail.';
const larses = 'Budgetmødet, når tallene alligevel er låst.';

describe('sharing in the playground', () => {
  let playground: Playground;
  let browser: Browser;
  let chat: Chat;
  let members: Members;
  let shared: { readonly id: string; readonly card: CardJson };

  beforeAll(async () => {
    playground = await openPlayground({ PUBLIC_URL: 'https://kompas.example.dk' });
    ({ browser, chat } = playground);
    members = meetMembers(playground.product.url);
    await chat.welcome();
  });
  afterAll(() => playground?.close());

  const buttonOf = (card: CardJson, title: string) => (card['actions'] as Button[]).find((each) => each.title === title);
  /** Presses a button of the shared card as a member, and gives the card that they see then. */
  async function press(member: Member, button: Button | undefined, fields: object = {}): Promise<CardJson> {
    const action = { type: 'Action.Execute', title: button?.title, verb: button?.verb, data: { ...button?.data, ...fields } };
    const answer = await members.invoke(member, 'group', 'adaptiveCard/action', { action, trigger: 'manual' }, shared.id);
    return (answer as { value: CardJson }).value;
  }
  const view = (member: Member) => press(member, (shared.card['refresh'] as { action: Button }).action);

  it('answers in a group when mentioned, and keeps personal matters to one’s own chat', async () => {
    await chat.say('jeg er kontorchef i Aarhus');
    await chat.after(() => chat.goTo('Ledergruppen'));
    const card = await chat.mention('hvad forventes der af en kontorchef?');
    await card.getByText('Kontorchefer', { exact: true }).waitFor();
    for (const text of ['mine refleksioner', 'mind mig hver dag kl 8'])
      await (await chat.mention(text)).getByText('Det hører til i din private chat').waitFor();
    await chat.picture('sharing-1-group');
    await (await chat.mention('giv os et spørgsmål')).getByText(/^Til alle ledere/).waitFor();
  });

  it('shares a question from one’s own chat into the group', async () => {
    await chat.goTo('Personal Chat');
    await chat.say('giv mig et spørgsmål til en kontorchef');
    const form = await chat.say('del');
    await form.getByRole('combobox', { name: 'Samtale' }).click();
    await chat.page.getByRole('option', { name: /^med .+ og \d+ andre$/ }).click();
    await chat.choose(form, 'Må teamet svare på kortet?', 'Ja, saml korte svar, som alle i samtalen kan se');
    await form.getByRole('textbox', { name: 'Din egen linje (valgfri)' }).fill('Kan vi tage den på mandag?');
    await chat.picture('sharing-2-form');
    await chat.change(form, 'Del i samtalen', 'Det er delt. Kortet står nu i ');
    await chat.goTo('Ledergruppen');
    const card = chat.page.locator('.ac-adaptiveCard', { hasText: 'Kan vi tage den på mandag?' }).last();
    await card.getByText('Mette Sørensen').waitFor();
    await card.scrollIntoViewIfNeeded();
    await chat.picture('sharing-3-shared');
    const message = chat.newest()?.message;
    shared = { id: message?.messageId ?? '', card: message?.attachments?.[0]?.content as CardJson };
  });

  it('shows each their own role, and invites who has none', async () => {
    await members.write(lars, 'jeg er forvaltningschef i Aarhus');
    await expect.poll(async () => textOfCard(await view(lars)), { timeout: 10_000 }).toContain('For dig som forvaltningschef');
    const cards = { Mette: await view(mette), Lars: await view(lars), Anne: await view(anne) };
    expect(textOfCard(cards.Mette)).toContain('For dig som kontorchef');
    expect(textOfCard(cards.Lars)).not.toContain('For dig som kontorchef');
    expect(textOfCard(cards.Anne)).toContain('Jeg kender ikke din rolle.');
    await draw(browser, 'sharing-4-views', cards);
  });

  it('collects answers that each can take back, until the sharer closes', async () => {
    const answer = buttonOf(shared.card, 'Send svar, som alle her kan se');
    const onPage = chat.page.locator('.ac-adaptiveCard', { hasText: 'Kan vi tage den på mandag?' }).last();
    await press(mette, answer, { answer: mettes });
    const answered = await press(lars, answer, { answer: larses });
    await onPage.getByText(larses).waitFor();
    await chat.picture('sharing-5-answers');
    const nobody = await press(anne, answer, { answer: ' ' });
    expect(textOfCard(nobody)).toContain('Skriv noget, før du svarer.');
    expect(buttonOf(nobody, 'Slet mit svar')).toBeUndefined();
    const deleted = await press(lars, buttonOf(answered, 'Slet mit svar'));
    expect(textOfCard(deleted)).not.toContain(larses);
    expect(buttonOf(await view(lars), 'Luk for svar')).toBeUndefined();
    const closed = await press(mette, buttonOf(await view(mette), 'Luk for svar'));
    const late = await press(anne, answer, { answer: 'For sent' });
    expect(textOfCard(late)).toContain('Der er lukket for svar, så dit blev ikke gemt.');
    await draw(browser, 'sharing-6-round', {
      'Lars svarer': answered,
      'Lars sletter': deleted,
      'Mette lukker': closed,
      'Anne er sent ude': late,
    });
    await onPage.getByText('Der er lukket for svar.').waitFor();
    expect(await onPage.innerText()).toContain(mettes);
    await chat.picture('sharing-7-closed');
  });

  it('met no fault of the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
