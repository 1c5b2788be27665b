import { createHash } from 'node:crypto';

/** Stands for ids that are compared and never read: the SHA-256 of a text, in base64url. Nothing can be read from it. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
