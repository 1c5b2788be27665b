/**
 * The product, a browser, and the playground's page open in it.
 */
import type { Browser } from 'playwright-core';
import { type Chat, openChat } from './chat.js';
import { launchBrowser } from './chromium.js';
import { type Product, startProduct } from './product.js';

/** All that a walk needs; `close` ends all of it. */
export type Playground = { readonly product: Product; readonly browser: Browser; readonly chat: Chat; close(): Promise<void> };

/** Starts the product with these settings and opens the page. What was started is ended when the rest fails. */
export async function openPlayground(settings: Readonly<Record<string, string>> = {}): Promise<Playground> {
  const [started, launched] = await Promise.allSettled([startProduct(settings), launchBrowser()]);
  const close = async () => {
    // Its pages end with it.
    if (launched.status === 'fulfilled') await launched.value.close();
    if (started.status === 'fulfilled') await started.value.close();
  };
  try {
    if (started.status === 'rejected') throw started.reason;
    if (launched.status === 'rejected') throw launched.reason;
    const [product, browser] = [started.value, launched.value];
    return { product, browser, chat: await openChat(browser, product.url), close };
  } catch (error) {
    await close();
    throw error;
  }
}
