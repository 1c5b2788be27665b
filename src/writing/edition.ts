/**
 * What a new edition has of the one before: each statement that goes on with its id, in the same words or in new ones, what is new, and
 * what is gone. Ids carry prompts, notes and cards from one edition to the next.
 */
import { SAME } from '../answers/edition-changes.js';
import { COMMON, type FrameworkFile } from '../content/framework.js';

/** A statement of an edition, with whose it is in words. */
export type Said = {
  readonly id: string;
  readonly role: string;
  readonly theme: string | undefined;
  readonly whose: string;
  readonly text: string;
};

/** A statement that goes on: `likeness` is the share of words that the editions have in common, 1 where all are the same. */
export type Carried = { readonly before: Said; readonly now: string; readonly likeness: number };

/** What a new edition is made of the one before, and what only people can decide. */
export type Edition = {
  readonly framework: FrameworkFile;
  readonly carried: readonly Carried[];
  /** Words of the new edition that no statement of the old one became; `after` is the id of the statement printed before them. */
  readonly fresh: readonly { readonly text: string; readonly after: string | undefined }[];
  readonly gone: readonly Said[];
  /** Headings and other words of the old edition that the new text does not have, and that were kept all the same. */
  readonly doubts: readonly string[];
};

/** Texts that have less than this in common are two texts. */
export const CLOSE = SAME;

/** All statements of a file, with whose they are. */
export function saidIn(file: FrameworkFile): Said[] {
  const label = (role: string) => file.roles.find(({ id }) => id === role)?.label ?? role;
  return [
    ...file.common.statements.map(({ id, text, theme }) => ({ id, role: COMMON, theme, whose: file.common.heading, text })),
    ...file.statements.flatMap(({ role, theme, items }) => items.map(({ id, text }) => ({ id, role, theme, whose: label(role), text }))),
  ];
}

/** Names of a document without the ones that name the year of the edition before. */
export function aliasesFor(older: FrameworkFile, name: string): string[] {
  const year = older.edition === null ? undefined : `${older.edition}`;
  const lasting = older.aliases.filter((alias) => year === undefined || !alias.includes(year));
  return [...new Set([name.toLowerCase(), ...lasting])];
}
