/**
 * What the papers know of each table besides its words: how long its rows stay and whether something in them is sealed, by the same
 * list that the privacy page is written from.
 */
import { type End, listStored } from '../web/stored.js';
import type { Installation } from './installation.js';
import { endWords } from './strings/retention.js';
import type { TableWords } from './strings/table.js';

/** Every table by its name, with what the papers say of it; `storage/paper-tables.ts` has them all. */
export type PaperTables = Readonly<Record<string, TableWords>>;

/** A table as the papers tell of it. */
export type DescribedTable = TableWords & { readonly name: string; readonly sealed: boolean; readonly ends: string };

/** Every table, what belongs to people first. */
export function describeTables(tables: PaperTables, installation: Installation): readonly DescribedTable[] {
  const { retentionDays, inactiveDays } = installation;
  const stored = listStored({ in: 'database', retentionDays, inactiveDays });
  return Object.entries(tables).map(([name, words]) => {
    const listed = stored.find(({ table }) => table === name);
    const besides = typeof words.besides === 'function' ? words.besides(installation.times) : words.besides;
    const ends = [...(listed ? [endOf(listed.ends, installation)] : []), words.kept, besides].filter((text) => text !== undefined);
    return { ...words, name, sealed: listed?.sealed === true, ends: ends.join(' ') };
  });
}

function endOf(ends: End, installation: Installation): string {
  if (typeof ends === 'string') return endWords[ends](installation);
  if ('minutes' in ends) return endWords.minutes(ends.minutes);
  return ends.nobodys ? endWords.daysOfNobody(ends.days) : endWords.days(ends.days);
}
