/**
 * What a reader of any format makes of a document: its pieces in reading order, with the facts of style that structure is read from.
 */

/** Why a piece is left out before anybody looks at what it says. */
export type Noise = 'page-number' | 'running' | 'header' | 'navigation' | 'empty-mark';

/** Where in a table a piece stands, counted from 0; a table's pieces share its number. */
export type Cell = { readonly table: number; readonly row: number; readonly column: number };

/** One paragraph, heading, item of a list or paragraph of a cell. `text` has the document's own words, lines joined. */
export type Unit = {
  readonly text: string;
  /** Counted from 1; where a format has no pages, wide gaps part them. */
  readonly page: number;
  /** The level of a heading, where the format says that it is one; 1 is the highest. */
  readonly heading?: number;
  /** All of it is bold. */
  readonly bold?: boolean;
  /** The bold words that it begins with, where the rest is not bold. */
  readonly runIn?: string;
  /** An item of a list. */
  readonly item?: boolean;
  /** Points of the letters, where the format knows. */
  readonly size?: number;
  readonly cell?: Cell;
  readonly noise?: Noise;
  /** Lines were joined: within a word, over an empty line, or before a capital that may begin something new. */
  readonly joined?: 'hyphen' | 'gap' | 'capital';
};

/** One printed line, before lines are joined to pieces. */
export type Line = {
  readonly text: string;
  readonly page: number;
  /** Empty lines before it. */
  readonly blanks: number;
  readonly bold?: boolean;
  readonly runIn?: string;
  readonly size?: number;
  /** Its first word would have fitted on the line before: whoever wrote it began a new one. */
  readonly isForced?: boolean;
};

/** Text without what a page adds: white space, hyphens of any kind, bullets. Two texts of the same words have the same. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b\ufeff\u2010-\u2015\u2212-]/g, '')
    .replace(BULLETS, '');
}

/** Marks that begin an item of a list; Word's own stand in the private area of Unicode. */
export const BULLETS = /[•◦‣⁃∙●○▪▫■□◆◇►▸➢➤✓✔–—·*\ufffd\uf0a7\uf0b7\uf0d8\uf0fc]/gu;
