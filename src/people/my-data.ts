/**
 * A person's right to see and to delete everything that is stored about them.
 */
import type { Answer } from '../answers/answer.js';
import type { Library } from '../content/library.js';
import type { PlainQuestion } from '../questions/question.js';
import type { Storage } from '../storage/storage.js';
import { cutParts, writeExport } from './export.js';
import type { Owner } from './speaker.js';

/** What exporting and deleting need. */
export type MyDataParts = { readonly library: Library; readonly storage: Pick<Storage, 'exportPerson' | 'forgetPerson'> };

/** A part with its frame stays under 20 KB, and a conversation takes so many at once. */
const partBytes = 18_000;
const mostParts = 20;

/** Everything, in numbered parts; what does not fit is left out from the end, where the oldest stands, and said to be. */
export async function exportData({ library, storage }: MyDataParts, { key, asker }: Owner): Promise<readonly Answer[]> {
  const all = cutParts(writeExport(await storage.exportPerson(key), library, asker.language), partBytes);
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

/** Asks once; then everything goes. */
export async function deleteData(
  { storage }: MyDataParts,
  { confirmed }: Extract<PlainQuestion, { intent: 'delete-data' }>,
  { key }: Owner,
): Promise<readonly Answer[]> {
  if (!confirmed) return [{ kind: 'delete-data', done: false, next: [] }];
  await storage.forgetPerson(key);
  return [{ kind: 'delete-data', done: true, next: [] }];
}
