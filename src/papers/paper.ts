/**
 * A paper as data: sections as pages have them, with tables, fields that only the municipality can fill in, and facts in pairs.
 */
import type { Section } from '../cards/sections.js';

/** The share of a column's width, in percent; the stylesheet knows these. */
export type Width = 10 | 15 | 20 | 25 | 30 | 35 | 40 | 50 | 60;

/** Rows under headings. The first cell of a row is its name. */
export type PaperTable = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly widths: readonly Width[];
  readonly rows: readonly (readonly string[])[];
};

/** What only the municipality knows: what is asked, and whether the answer takes lines of its own. */
export type Field = { readonly label: string; readonly lines?: number };

/** A section of a paper: what a page's has, then its tables, then its fields. */
export type PaperSection = Section & { readonly tables?: readonly PaperTable[]; readonly fields?: readonly Field[] };

/** The names of the papers, which are their files' without the ending, in the order in which they are read. */
export const paperIds = ['fortegnelse', 'konsekvensanalyse', 'sletning', 'komponenter', 'tilgaengelighed', 'orientering'] as const;

/** One of {@link paperIds}. */
export type PaperId = (typeof paperIds)[number];

/** One paper. */
export type Paper = {
  readonly id: PaperId | 'index';
  readonly title: string;
  readonly lead: string;
  /** Who decides, where the paper says it in its own words. */
  readonly decides?: string;
  readonly sections: readonly PaperSection[];
};
