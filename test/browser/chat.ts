/**
 * A person at the playground's page: types, presses, unfolds, and waits for what the bot does.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { zone } from './product.js';

/** A card that the bot sent or changed, as the page heard of it. */
export type Heard = {
  readonly action: string;
  readonly message: {
    readonly messageId: string;
    readonly summary?: string;
    readonly attachments?: readonly { readonly content?: unknown }[];
  };
};

/** The playground's page, one of its chats open; at first the person's own. */
export type Chat = {
  readonly page: Page;
  /** Faults that the page itself met. */
  readonly faults: readonly string[];
  /** How many cards the bot has sent since the page was opened, in all chats. */
  count(): number;
  /** The newest card that the bot sent, in whichever chat. */
  newest(): Heard | undefined;
  /** The card of the welcome. */
  welcome(): Promise<Locator>;
  /** Types a message key by key and gives the card of the answer. */
  say(text: string): Promise<Locator>;
  /** The same to the bot in a group chat, where it answers only when mentioned. */
  mention(text: string): Promise<Locator>;
  /** Opens another chat by its name in the list. */
  goTo(name: string): Promise<void>;
  /** Presses a button of a card and gives the card of the answer. */
  press(card: Locator, button: string): Promise<Locator>;
  /** Presses a button that changes the card it stands on, and waits until the newest card says `text`. */
  change(card: Locator, button: string | RegExp, text: string): Promise<Locator>;
  /** Opens a list on a card and chooses what it holds under that name. */
  choose(card: Locator, list: string, option: string): Promise<void>;
  /** Does something, and gives the card that the bot sends then. */
  after(act: () => Promise<unknown>): Promise<Locator>;
  /** Keeps a picture of the page in out/browser. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

const pictures = 'out/browser';
const PATIENCE = 60_000;

/** Opens the playground's page. Nothing but this machine is reachable from it. */
export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'da-DK', timezoneId: zone, reducedMotion: 'reduce' });
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
  // Until the page has told the bot that it is there, it forgets what is typed.
  await page.getByText('installationUpdate 200').last().waitFor();
  mkdirSync(pictures, { recursive: true });
  const after = async (act: () => Promise<unknown>) => {
    const before = answers.count();
    await act();
    return cardOf(page, await answers.after(before));
  };
  const write = (text: string, mention?: string) => after(() => type(page, text, mention));
  return {
    page,
    faults,
    count: answers.count,
    newest: answers.newest,
    after,
    welcome: async () => cardOf(page, await answers.after(0)),
    say: (text) => write(text),
    mention: (text) => write(` ${text}`, 'Ledelseskompas'),
    goTo: (name) => page.getByRole('treeitem', { name, exact: true }).click(),
    press: (card, button) => after(() => pressButton(page, card, button)),
    async change(card, button, text) {
      await (typeof button === 'string' ? pressButton(page, card, button) : card.getByRole('button', { name: button }).click());
      const changed = page.locator('.ac-adaptiveCard', { hasText: text }).last();
      await changed.waitFor();
      await changed.scrollIntoViewIfNeeded();
      return changed;
    },
    async choose(card, list, option) {
      await card.getByRole('combobox', { name: list }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    picture: async (name) => {
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** A card that is being changed has its new buttons within so many milliseconds. */
const SOON = 3_000;

/** Presses a button of a card, also one that stands behind "...", which the test client calls "More options". */
async function pressButton(page: Page, card: Locator, name: string): Promise<void> {
  const button = card.getByRole('button', { name, exact: true });
  const isShown = await button.waitFor({ timeout: SOON }).then(
    () => true,
    () => false,
  );
  if (isShown) return button.click();
  await card.getByRole('button', { name: 'More options', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Types a message key by key, after the mention of somebody in the chat, and sends it. */
async function type(page: Page, text: string, mention?: string): Promise<void> {
  const composer = page.locator('[data-lexical-editor="true"]').first();
  await composer.click();
  if (mention) {
    await composer.pressSequentially(`@${mention.slice(0, 4)}`);
    const names = page.getByRole('listbox', { name: 'Typeahead menu' });
    await names.getByRole('menuitem', { name: mention }).first().click();
  }
  await composer.pressSequentially(text);
  await composer.press('Enter');
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
  return { count: () => cards.length, newest: () => cards.at(-1), after };
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
