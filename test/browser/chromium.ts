/**
 * The browser that these tests drive: Debian's Chromium, or the one that CHROMIUM names.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to do where there is no browser, in one line; undefined where there is one. */
export function findBrowserFault(): string | undefined {
  if (existsSync(executablePath)) return undefined;
  const remedy = 'Install it (apt-get install -y chromium), or name another in CHROMIUM';
  return `The browser tests need Chromium, and there is none at ${executablePath}. ${remedy}.`;
}

/** Starts a browser that asks the network for nothing of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet });
}
