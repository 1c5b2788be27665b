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
