import type { Section } from '../cards/sections.js';

/** What a page says. */
export type Document = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  /** Words of ours beside adopted ones, after the sections but the last. */
  readonly box?: { readonly title: string; readonly text: string; readonly note: string };
  /** The page's whole address, for those who show a preview of a link (Open Graph protocol). */
  readonly address?: string;
};
