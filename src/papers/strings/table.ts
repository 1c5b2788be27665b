/**
 * What the papers say of a table.
 */
import type { Times } from '../installation.js';

/** Whose the rows of a table are. */
export type Whom = 'leader' | 'conversation' | 'both' | 'sender' | 'nobody';

/** Who sees what stands in a table by using the bot, besides those who run it. */
export type Seen = 'self' | 'either' | 'conversation' | 'editor' | 'owner' | 'nobody';

/** What the papers say of one table. */
export type TableWords = {
  readonly title: string;
  readonly whom: Whom;
  readonly why: string;
  readonly seen: Seen;
  /** Where the privacy page has no entry of its own for the table: how long its rows stay. */
  readonly kept?: string;
  /** What must be said of the end besides. */
  readonly besides?: string | ((times: Times) => string);
  readonly columns: Readonly<Record<string, string>>;
};
