/**
 * A person at the playground's page: types, presses, unfolds, and waits for what the bot does.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

/** A card that the bot sent or changed, as the page heard of it. */
export type Heard = {
  readonly action: string;
  readonly message: { readonly summary?: string; readonly attachments?: readonly { readonly content?: unknown }[] };
};

/** The chat with the bot. */
export type Chat = {
  readonly page: Page;
  /** Faults that the page itself met. */
  readonly faults: readonly string[];
  /** The card of the welcome. */
  welcome(): Promise<Locator>;
  /** Types a message key by key and gives the card of the answer. */
  say(text: string): Promise<Locator>;
  /** Presses a button of a card and gives the card of the answer. */
  press(card: Locator, button: string): Promise<Locator>;
  /** Keeps a picture of the page in out/browser. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

const pictures = 'out/browser';
const PATIENCE = 60_000;

/** Opens the playground's page. Nothing but this machine is reachable from it. */
export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'da-DK', reducedMotion: 'reduce' });
  await context.route(
    (address) => !['127.0.0.1', 'localhost'].includes(address.hostname),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const answers = listen(page);
  await page.goto(url);
  mkdirSync(pictures, { recursive: true });
  const heard = async (act: () => Promise<void>) => {
    const before = answers.count();
    await act();
    return cardOf(page, await answers.after(before));
  };
  return {
    page,
    faults,
    welcome: async () => cardOf(page, await answers.after(0)),
    say: (text) =>
      heard(async () => {
        const composer = page.locator('[data-lexical-editor="true"]').first();
        await composer.click();
        await composer.pressSequentially(text);
        await composer.press('Enter');
      }),
    press: (card, button) => heard(() => card.getByRole('button', { name: button, exact: true }).click()),
    picture: async (name) => {
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** Collects the bot's cards from the page's own websocket; the page repeats every text elsewhere, the socket does not. */
function listen(page: Page) {
  const cards: Heard[] = [];
  let wake = () => {};
  page.on('websocket', (socket) => {
    if (!socket.url().includes('_ws_conversation')) return;
    socket.on('framereceived', ({ payload }) => {
      const heard = JSON.parse(String(payload)) as Heard;
      if (heard.action !== 'createMessage' || !heard.message.attachments?.length) return;
      cards.push(heard);
      wake();
    });
  });
  const after = (count: number) =>
    new Promise<Heard>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`The bot did not answer within ${PATIENCE / 1000} s.`)), PATIENCE);
      wake = () => {
        const heard = cards[count];
        if (!heard) return;
        clearTimeout(patience);
        resolve(heard);
      };
      wake();
    });
  return { count: () => cards.length, after };
}

/** The newest card on the page, once it is the one that was heard of. */
async function cardOf(page: Page, { message }: Heard): Promise<Locator> {
  const [title = ''] = textsOf(message.attachments?.[0]?.content);
  const card = page.locator('.ac-adaptiveCard').last();
  await card.filter({ hasText: title }).waitFor();
  await card.scrollIntoViewIfNeeded();
  return card;
}

/** The texts of a card in their order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!value || typeof value !== 'object') return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [
    ...own,
    ...Object.values(value)
      .filter((each) => typeof each === 'object')
      .flatMap(textsOf),
  ];
}
