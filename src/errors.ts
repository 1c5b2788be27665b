import { TimeOver } from './clock.js';

/** What may be logged of an error: which one it was, never what it says. */
export type ErrorTrace = { readonly name: string; readonly code?: string | number };

const safeWord = /^[\w.-]{1,60}$/;

/**
 * Describes an error for the log by its name and code only. Messages are left out because they may quote what a
 * person wrote, a name or a token; a name or code that is not a plain word is left out for the same reason.
 */
export function traceError(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { name: typeof error };
  const name = safeWord.test(error.name) ? error.name : 'Error';
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'number') return { name, code };
  return typeof code === 'string' && safeWord.test(code) ? { name, code } : { name };
}

/**
 * What is remembered cannot be reached: the database is gone, silent, locked by somebody else or full. `code` is its own
 * word for it. Who can do without it does; whoever can't says so.
 */
export class MemoryGone extends Error {
  override readonly name = 'MemoryGone';
  constructor(readonly code: string) {
    super('the database cannot be used now');
  }
}

/** Whether an error means that what is remembered could not be reached in time. */
export function isMemoryGone(error: unknown): boolean {
  return error instanceof MemoryGone || error instanceof TimeOver;
}
