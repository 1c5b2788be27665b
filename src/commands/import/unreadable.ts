/**
 * Files that cannot be read, and why.
 */

/** What a file cannot be read for. */
export class Unreadable extends Error {
  constructor(readonly why: 'broken' | 'encrypted' | 'too-large' | 'scanned' | 'unknown' | 'empty') {
    super(why);
  }
}
