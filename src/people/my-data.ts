/**
 * A person's right to see and to delete everything that is stored about them.
 */

import type { Answer } from '../answers/kinds.js';
import type { CardCounts } from '../answers/my-data.js';
import { within } from '../clock.js';
import type { Library } from '../content/library.js';
import type { Owner } from '../conversation/speaker.js';
import type { PlainQuestion } from '../understanding/question.js';
import { cutParts } from './export.js';
import type { PeopleStorage, SharedCard } from './ports.js';
import { tellStored } from './told.js';

/** Changes the cards in conversations that showed something of a person: how far it is, and when it is over. */
export type RefreshCards = (cards: readonly SharedCard[]) => { counts(): CardCounts; readonly done: Promise<void> };

/** What exporting and deleting need. */
export type MyDataParts = {
  readonly library: Library;
  readonly storage: Pick<PeopleStorage, 'exportPerson' | 'forgetPerson'>;
  /** Nobody's cards can be changed when left out. */
  readonly refreshCards?: RefreshCards | undefined;
  /** How long a person who deletes everything waits for their cards, in milliseconds. Default {@link cardsMs}. */
  readonly cardsMs?: number | undefined;
};

/** A part with its frame stays under 20 KB, and a conversation takes so many at once. */
const partBytes = 18_000;
const mostParts = 20;
/** Enough for some ten cards and a hiccup; Teams shows that the bot is at it for longer. */
export const cardsMs = 5_000;

/** One part of everything, counted from 1, to be read by itself; one that is not there (any more) is the last. */
export async function readData({ library, storage }: MyDataParts, part: number, { key, asker }: Owner): Promise<readonly Answer[]> {
  const all = cutParts(tellStored(await storage.exportPerson(key), library, asker.language), partBytes);
  const at = Math.min(part, all.length);
  return [{ kind: 'export', part: at, parts: all.length, lines: all[at - 1] ?? [], rest: false, alone: true, next: [] }];
}

/** Everything, in numbered parts; what does not fit is left out from the end, where the oldest stands, and said to be. */
export async function exportData({ library, storage }: MyDataParts, { key, asker }: Owner): Promise<readonly Answer[]> {
  const all = cutParts(tellStored(await storage.exportPerson(key), library, asker.language), partBytes);
  const parts = all.slice(0, mostParts);
  return parts.map((lines, at) => ({
    kind: 'export',
    part: at + 1,
    parts: parts.length,
    lines,
    rest: all.length > parts.length && at === parts.length - 1,
    next: [],
  }));
}

/** Asks once; then everything goes, also from the cards that others see. Those that take long are changed after the answer. */
export async function deleteData(
  { storage, refreshCards = cannotRefresh, cardsMs: patience = cardsMs }: MyDataParts,
  { confirmed }: Extract<PlainQuestion, { intent: 'delete-data' }>,
  { key }: Owner,
): Promise<readonly Answer[]> {
  if (!confirmed) return [{ kind: 'delete-data', done: false, next: [] }];
  const { rows, cards } = await storage.forgetPerson(key);
  const refreshing = refreshCards(cards);
  await within(patience, () => refreshing.done).catch(() => undefined);
  const { reflections: notes = 0, ...others } = rows;
  const done = { notes, kinds: Object.keys(others).length, isTeamAsked: 'plan_makers' in rows, cards: refreshing.counts() };
  return [{ kind: 'delete-data', done, next: [] }];
}

const cannotRefresh: RefreshCards = (cards) => ({
  counts: () => ({ changed: 0, failed: cards.length, pending: 0 }),
  done: Promise.resolve(),
});
