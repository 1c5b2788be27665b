/**
 * Pages in a real browser, from a server of their own. Where there is no browser that is said once, and nothing is seen.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import type { Page } from '../../src/web/page.js';
import { findBrowserFault, launchBrowser } from '../browser/chromium.js';

const fault = findBrowserFault();
if (fault) console.warn(`SKIPPED: the pages were not seen by a browser. ${fault}`);

/** Whether there is a browser to see pages with. */
export const canBrowse = fault === undefined;

/** A page that somebody looks at; `complaints` is what the browser said of it, and what it asked for besides the page. */
export type Look = { readonly tab: Tab; readonly complaints: readonly string[]; close(): Promise<void> };

/** A browser, and the pages it can open. */
export type Browsing = {
  readonly origin: string;
  open(path: string, options?: BrowserContextOptions): Promise<Look>;
  close(): Promise<void>;
};

/** Starts a browser and a server of the pages that `find` knows; `language` is what the address asks for. */
export async function startBrowsing(find: (url: URL, language: 'da' | 'en') => Page | undefined): Promise<Browsing> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const page = find(url, url.searchParams.get('sprog') === 'en' ? 'en' : 'da');
    response.writeHead(page?.status ?? 404, page?.headers).end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  return {
    origin,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      const tab = await context.newPage();
      const complaints: string[] = [];
      tab.on('console', (message) => complaints.push(message.text()));
      tab.on('request', (request) => {
        if (!request.url().startsWith('data:') && request.url() !== origin + path) complaints.push(`asked for ${request.url()}`);
      });
      await tab.goto(origin + path);
      return { tab, complaints, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What axe finds wrong with a page. */
export async function violationsOf(page: Tab): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
