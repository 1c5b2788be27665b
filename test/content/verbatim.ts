/**
 * Finds adopted wording in the documents as received, whatever line breaks, hyphens, bullets, markup or a
 * reading machine did to them.
 */
import { readFileSync } from 'node:fs';
import type { Framework } from '../../src/content/library.js';

/** How often a text stands in the source of its framework. */
export type Source = { count(text: string): number };

/** Opens the source document of a framework in `content/sources/`. */
export function openSource(framework: Framework): Source {
  const raw = readFileSync(`content/sources/${framework.source.file}`, 'utf8');
  return framework.source.ocr ? openMachineRead(raw) : openPlain(raw);
}

/** Text without what a page adds: white space, hyphens of any kind, bullets, markup. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|^#+/gm, '')
    .replace(/[\s\u00ad\u2010-\u2012-]|[•\ufffd]/g, '');
}

function openPlain(raw: string): Source {
  const page = bare(raw);
  return { count: (text) => page.split(bare(text)).length - 1 };
}

/** Places where the machine misread or doubled letters in one copy, beyond what happened to æ, ø and å. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['ssmmen', 'sammen'],
  ['sasammen', 'sammen'],
  ['fremmme', 'fremme'],
  ['medbvirker', 'medvirker'],
  ['lovgivhing', 'lovgivning'],
  ['Falgersystematisk', 'Følgersystematisk'],
  ['0gservice', 'ogservice'],
];

/** How the machine printed a letter that it could not read. */
const MISREAD: Record<string, string> = {
  æ: '(?:ae|ee|ze|se|sa|xe|za|eae|ese|axe|aes|a|e)',
  ø: '(?:ø|g@|@d|g|o|@|0)',
  å: '(?:a|ad|aA|d|3|&|é|)',
  l: '[lI|1]',
  i: '[iíï]',
};

function openMachineRead(raw: string): Source {
  const page = SLIPS.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), unquote(bare(raw)));
  return { count: (text) => [...page.matchAll(new RegExp([...unquote(bare(text))].map(toPattern).join(''), 'g'))].length };
}

function toPattern(letter: string): string {
  if (letter === 'I') return '[Il|]';
  return MISREAD[letter] ?? letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
}

function unquote(text: string): string {
  return text.replace(/["”“„'’‘´`]/g, '');
}
