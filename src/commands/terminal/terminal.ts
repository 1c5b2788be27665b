/**
 * How a command speaks: where its words go, in which language, and with which exit code.
 */
import { da, type Texts } from '../strings/da.js';
import { en } from '../strings/en.js';

/** Where a command writes to: its result, and what it has to say beside that. */
export type Terminal = { print(text: string): void; complain(text: string): void };

/** Standard output and standard error. */
export const terminal: Terminal = { print: (text) => process.stdout.write(text), complain: (text) => process.stderr.write(text) };

const languages = new Map<string, Texts>([
  ['--da', da],
  ['--en', en],
]);

/** What a command speaks, and the rest of its line. */
export type Speech = { readonly say: Texts; readonly language: 'da' | 'en'; readonly rest: readonly string[] };

/**
 * The texts in the language that a command line asks for, and the rest of that line: `--da` for Danish, `--en` for English,
 * the last one counts, and English, or what is told, without any. After `--` everything is left as it is.
 */
export function readSpeech(args: readonly string[], otherwise: '--da' | '--en' = '--en'): Speech {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const options = args.slice(0, end);
  const asked = options.filter((arg) => languages.has(arg)).at(-1) ?? otherwise;
  return {
    say: languages.get(asked) ?? en,
    language: asked === '--da' ? 'da' : 'en',
    rest: [...options.filter((arg) => !languages.has(arg)), ...args.slice(end)],
  };
}

/** Says what was done, a line each, and gives the exit code for it. */
export function tell(lines: readonly string[], to: Terminal): number {
  to.print(`${lines.join('\n')}\n`);
  return 0;
}

/** Says what is wrong, a line each, and gives the exit code for it. */
export function refuse(lines: readonly string[], to: Terminal): number {
  to.complain(`${lines.join('\n')}\n`);
  return 1;
}
