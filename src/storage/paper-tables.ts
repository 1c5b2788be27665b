/**
 * The tables as the papers for a data protection officer describe them.
 */
import type { TableWords } from '../papers/strings/table.js';
import { tableWords } from '../papers/strings/tables.js';
import type { Tables } from './tables.js';

/** What the papers must say: something of every table, and of every column of it. */
type Described = {
  readonly [Table in keyof Tables]: TableWords & { readonly columns: { readonly [Column in keyof Tables[Table]]: string } };
};

/** The words of every table. If this does not compile, a table or a column lacks its words: write them in `papers/strings/tables.ts`. */
export const paperTables: Described = tableWords;
