import { readdirSync, readFileSync } from 'node:fs';
import { type AskedProfile, findProfile } from '../../src/commands/ask.js';
import type { Library } from '../../src/content/library.js';

/** A question that a person labelled: who asks, and words of which the statement shown must have one (`any`) or all. */
export type Labelled = {
  readonly file: string;
  readonly text: string;
  readonly profile: { readonly framework?: string; readonly role?: string };
  readonly intent: string;
  readonly fragments: readonly string[];
};

type Line = {
  readonly text: string;
  readonly intent: string;
  readonly context: AskedProfile;
  readonly expect: { readonly contains?: readonly string[]; readonly contains_any?: readonly string[] };
};

/** All labelled single questions of the tests. */
export function loadLabelled(library: Library): Labelled[] {
  const files = readdirSync('test/questions', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return files.flatMap((file) =>
    readFileSync(`test/questions/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Line)
      .filter(({ expect }) => expect !== undefined)
      .map(({ text, intent, context, expect }) => ({
        file,
        text,
        profile: findProfile(library, context),
        intent,
        fragments: [...(expect.contains ?? []), ...(expect.contains_any ?? [])],
      })),
  );
}
