/**
 * The message extension in Microsoft's own test client: searching, a question to insert, asking about a message, links.
 * The pictures are in out/browser.
 */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardJson } from '../../src/cards/message.js';
import type { Chat } from './chat.js';
import { draw } from './drawing.js';
import { meetMembers } from './members.js';
import { openPlayground, type Playground } from './playground.js';
import type { Product } from './product.js';

const host = 'https://kompas.example.dk';

describe('the message extension in the playground', () => {
  let playground: Playground;
  let product: Product;
  let browser: Browser;
  let chat: Chat;

  beforeAll(async () => {
    playground = await openPlayground({ PUBLIC_URL: host });
    ({ product, browser, chat } = playground);
    await chat.welcome();
  });
  afterAll(() => playground?.close());

  /** Opens one of the kinds of extension that the playground knows; it reads no manifest. */
  async function trigger(kind: string): Promise<void> {
    await chat.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await chat.page.getByRole('menuitem', { name: kind }).click();
  }
  async function openDialog(command: string): Promise<Locator> {
    const dialog = chat.page.getByRole('dialog').last();
    await dialog.getByPlaceholder('Input command id').fill(command);
    await dialog.getByRole('button', { name: 'Create' }).click();
    return dialog;
  }
  /** In one's own chat the playground tells the bot of an inserted card, and it answers; Teams does not. */
  const send = () => chat.after(() => chat.page.getByRole('button', { name: 'Send Message' }).click());
  const composer = () => chat.page.locator('[data-lexical-editor="true"]').first();

  it('searches while one types, and inserts what is chosen', async () => {
    await trigger('Search Command');
    const panel = chat.page.locator('.fui-PopoverSurface');
    await panel.getByText('Specify Command ID or Parameter').click();
    await panel.getByPlaceholder('Command ID').fill('search');
    await panel.getByPlaceholder('Parameter name').fill('query');
    await panel.getByText('Specify Command ID or Parameter').click();
    const term = panel.getByPlaceholder('Enter a search term');
    await term.pressSequentially('trivsel');
    await panel.getByText('med god trivsel og høj social kapital').first().waitFor();
    await chat.picture('extension-1-search');
    await term.fill('');
    await term.pressSequentially('qqqq');
    await panel.getByText('Der står ikke noget om »qqqq« i ledelsesgrundlaget.').waitFor();
    await term.fill('');
    await term.pressSequentially('kontorchef');
    await panel.getByText('14 udsagn om, hvad der forventes').waitFor();
    await panel.getByRole('heading', { name: 'Kontorchefer', exact: true }).click();
    await composer().getByText('Jeg skal lykkes med').waitFor();
    await send();
    await chat.page.locator('.ac-adaptiveCard', { hasText: 'Jeg skal lykkes med' }).last().waitFor();
    await chat.picture('extension-2-inserted');
  });

  it('finds a question in a dialog, and inserts it with a line', async () => {
    await trigger('Action Command');
    const dialog = await openDialog('sharePrompt');
    const asked = dialog.locator('.ac-adaptiveCard');
    await asked.getByText('Til eftertanke').waitFor();
    await chat.picture('extension-3-dialog');
    const first = await asked.innerText();
    await dialog.getByRole('button', { name: 'Giv mig et andet spørgsmål' }).click();
    await expect.poll(() => asked.innerText(), { timeout: 10_000 }).not.toBe(first);
    await dialog.getByRole('textbox', { name: 'Din egen linje (valgfri)' }).fill('Kan vi tage den på mandag?');
    await dialog.getByRole('button', { name: 'Indsæt' }).click();
    await composer().getByText('Kan vi tage den på mandag?').waitFor();
    await chat.picture('extension-4-line');
    await send();
  });

  it('says what stands about a message, to the asker alone', async () => {
    await chat.say('hvordan skaber jeg trivsel');
    // Each message has one; the last is that of the bot's answer.
    const more = chat.page.getByRole('button', { name: 'Show more information' });
    await more.nth((await more.count()) - 2).click();
    await chat.page.getByRole('menuitem', { name: 'Action Command' }).click();
    const dialog = await openDialog('askAboutMessage');
    await dialog.getByText('Kun du ser svaret. Beskeden bliver ikke gemt.').waitFor();
    await chat.picture('extension-5-message');
    await chat.page.keyboard.press('Escape');
  });

  it('shows what is behind a link, with the app and without it', async () => {
    const members = meetMembers(product.url);
    const cards: Record<string, CardJson> = {};
    for (const name of ['queryLink', 'anonymousQueryLink']) {
      const answer = await members.invoke(1, 'personal', `composeExtension/${name}`, {
        url: `${host}/del/aarhus-bu-2024/kontorchef/lykkes-med`,
      });
      const { composeExtension } = answer as { composeExtension: { attachments: { content: CardJson }[] } };
      cards[name] = composeExtension.attachments[0]?.content as CardJson;
    }
    expect(cards['anonymousQueryLink']).toEqual(cards['queryLink']);
    await draw(browser, 'extension-6-link', cards);
  });

  it('met no fault of the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
