import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { findMessageFaults, findPackageFaults } from '../cards/rules.js';
import { type FakeConnector, startConnector } from './connector.js';
import { activityFor } from './fuzzing.js';
import { measureHeap } from './memory.js';
import { type Served, serveProduct } from './served.js';

/** FUZZ_RUNS=20000 is the whole run; FUZZ_SEED repeats one. */
const runs = Number(process.env['FUZZ_RUNS'] || 600);
const seed = Number(process.env['FUZZ_SEED'] || 20_261_123);
const folder = mkdtempSync(join(tmpdir(), 'kompas-fuzz-'));
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
const statuses = new Map<number, number>();
let replies = 0;
let serial = 0;
let connector: FakeConnector;
let served: Served;

beforeAll(async () => {
  process.on('unhandledRejection', note);
  [connector, served] = await Promise.all([startConnector(), serveProduct({ dataDir: folder }, () => new Date())]);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await Promise.all([served.stop(), connector.close()]);
  rmSync(folder, { recursive: true, force: true });
});

type Sent = {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly value?: unknown;
  readonly attachments?: readonly { readonly content: unknown }[];
};

/** A message holds one card that keeps our rules, or text. */
function findSentFaults(sent: Sent): string[] {
  if (sent.type === 'invokeResponse') return findBodyFaults((sent.value as { body?: unknown }).body);
  replies += 1;
  const cards = sent.attachments ?? [];
  if (cards.length === 0) return typeof sent.text === 'string' && sent.text !== '' ? [] : ['a message is empty'];
  return cards.flatMap(({ content }) => findMessageFaults({ card: content, summary: sent.summary ?? '' } as Message));
}

type Held = { readonly content: unknown };
type Extension = { readonly type?: string; readonly attachments?: readonly Held[]; readonly text?: string };
type InvokeBody = {
  readonly value?: unknown;
  readonly composeExtension?: Extension;
  readonly task?: { readonly value?: { readonly card?: Held } | string };
};

/** The answer to an invoke: a card, words, search results, or a dialog with a card or words. */
function findBodyFaults(body: unknown): string[] {
  const { value, composeExtension, task } = (body ?? {}) as InvokeBody;
  if (task) return typeof task.value === 'string' ? [] : findPackageFaults(task.value?.card?.content as never);
  if (composeExtension) return findExtensionFaults(composeExtension);
  if (typeof value !== 'object' || value === null)
    return value === '' || value === undefined ? [] : [`an invoke got ${JSON.stringify(value)}`];
  replies += 1;
  return findMessageFaults({ card: value, summary: 'a button has none' } as Message);
}

/** A result may be empty: past the last row, and for a link that leads nowhere, pasted by somebody without the app. */
function findExtensionFaults({ type, attachments = [], text }: Extension): string[] {
  if (attachments.length === 0 && !text && type !== 'result') return ['a search got nothing'];
  replies += 1;
  return attachments.flatMap(({ content }) => findPackageFaults(content as never));
}

async function send(activity: Record<string, unknown>): Promise<string[]> {
  serial += 1;
  const { status, text } = await served.post({ ...activity, id: `fuzz-${serial}` });
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const answered = text === '' ? undefined : (JSON.parse(text) as { activities?: readonly Sent[] });
  const heard = [
    ...connector.calls.splice(0).flatMap(({ method, body }) => (method === 'GET' ? [] : [body as Sent])),
    ...(answered?.activities ?? []),
  ];
  const isKnown = [200, 400, 403].includes(status) || (status === 501 && activity['type'] === 'invoke');
  return [
    ...(isKnown ? [] : [`status ${status}`]),
    ...heard.flatMap(findSentFaults),
    ...(answered && !answered.activities ? findBodyFaults(answered) : []),
    ...served.errors.splice(0),
    ...unhandled.splice(0).map((error) => `unhandled: ${String(error)}`),
  ];
}

async function run(count: number, from: number): Promise<void> {
  const property = fc.asyncProperty(activityFor(connector.url), async (activity) => {
    const faults = await send(activity);
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
  });
  await fc.assert(property, { numRuns: count, seed: from, endOnFailure: true });
}

it(`answers ${runs} random and mutated activities with a card or a word, and stays as it was`, async () => {
  const third = Math.ceil(runs / 3);
  await run(third, seed);
  const before = await measureHeap();
  await run(runs - third, seed + 1);
  const grown = (await measureHeap()) - before;
  const counts = [...statuses].map(([status, count]) => `${count} x ${status}`).join(', ');
  console.log(
    `${runs} activities: ${counts}; ${replies} replies; heap ${before.toFixed(1)} MB after a third, ${grown >= 0 ? '+' : ''}${grown.toFixed(2)} MB after all`,
  );
  expect(grown).toBeLessThan(12);
  expect((await fetch(`${served.url}/livez`)).status).toBe(200);
}, 1_800_000);
