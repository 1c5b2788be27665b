/**
 * What stands on a page for browsers, in sections.
 */
import type { Part } from '../content/parts.js';

/** Where a text leads. Only addresses that we wrote ourselves. */
export type Link = { readonly text: string; readonly href: string };

/** A paragraph, or a point of a list. */
export type Text = string | readonly (string | Link)[];

/** One thing with its facts: a small heading, and pairs of a word and what it is. */
export type Entry = { readonly title: string; readonly facts: readonly (readonly [string, string])[] };

/** A heading with what stands under it, in this order. */
export type Section = {
  readonly title?: string;
  /** Adopted words, each beside a line; line breaks are kept. */
  readonly quotes?: readonly string[];
  readonly paragraphs?: readonly Text[];
  readonly points?: readonly Text[];
  readonly entries?: readonly Entry[];
};

/** A part under its heading, as a section. */
export function partSection({ theme, subtheme, statements }: Part): Section {
  const title = subtheme?.label.text ?? theme?.label.text;
  return { ...(title && { title }), quotes: statements.map(({ text }) => text) };
}
