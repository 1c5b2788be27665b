/**
 * Finds adopted wording in a document as it was received, whatever line breaks, hyphens, bullets, markup or a reading machine did
 * to it; and what of the document no wording was made of.
 */
import type { Fault, Path } from './found.js';
import type { FrameworkFile, Wording } from './framework.js';
import { isMuchLike, nearestPassage } from './passage.js';

/** How often, and where, a text stands in a document. */
export type Source = {
  count(text: string): number;
  /** Stretches of lines, from 1, that hold words and none of these texts, each with its words. */
  linesWithout(texts: readonly string[]): readonly Stretch[];
  /** What the document says instead of a text that does not stand in it; undefined where nothing is like it, or a machine read it. */
  like(text: string): string | undefined;
};

/** Lines of a document that follow each other. */
export type Stretch = { readonly from: number; readonly to: number; readonly text: string };

/** How a machine printed a letter that it could not read. */
const misread: Readonly<Record<string, string>> = {
  æ: '(?:ae|ee|ze|se|sa|xe|za|eae|ese|axe|aes|a|e)',
  ø: '(?:ø|g@|@d|g|o|@|0)',
  å: '(?:a|ad|aA|d|3|&|é|)',
  l: '[lI|1]',
  i: '[iíï]',
};

/** A line is left out where less than this of its letters are in what was found. */
const enough = 0.5;
/** Shorter lines are page numbers and what a page adds. */
const fewestLetters = 12;

/** Opens a document as received. */
export function openSource(raw: string, { ocr, slips }: Pick<FrameworkFile['source'], 'ocr' | 'slips'>): Source {
  const clean = (text: string) => (ocr ? unquote(bare(text)) : bare(text));
  const mend = (text: string) => Object.entries(slips).reduce((mended, [wrong, right]) => mended.replaceAll(wrong, right), text);
  const page = mend(clean(raw));
  const places = (text: string): [number, number][] =>
    ocr
      ? [...page.matchAll(new RegExp([...clean(text)].map(toPattern).join(''), 'g'))].map((hit) => [hit.index, hit.index + hit[0].length])
      : placesOf(page, clean(text));
  return {
    count: (text) => places(text).length,
    linesWithout: (texts) => {
      const left = linesWithout(raw, page, (text) => mend(clean(text)), texts.flatMap(places));
      // What is there in another copy, that the machine could read, was not left out.
      return ocr ? left.filter(({ text }) => !texts.some((each) => isMuchLike(text, each))) : left;
    },
    like: (text) => (ocr ? undefined : nearestPassage(raw, text)),
  };
}

/** Text without what a page adds: white space, hyphens of any kind, bullets, markup. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|^#+/gm, '')
    .replace(/[\s\u00ad\u2010-\u2012-]|[•\ufffd]/g, '');
}

function unquote(text: string): string {
  return text.replace(/["”“„'’‘´`]/g, '');
}

function toPattern(letter: string): string {
  if (letter === 'I') return '[Il|]';
  return misread[letter] ?? letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
}

function placesOf(page: string, text: string): [number, number][] {
  const places: [number, number][] = [];
  if (text === '') return places;
  for (let at = page.indexOf(text); at >= 0; at = page.indexOf(text, at + text.length)) places.push([at, at + text.length]);
  return places;
}

/** Lines are found in the page one after the other; one that is not, since markup goes over several, is passed over. */
function linesWithout(raw: string, page: string, clean: (text: string) => string, found: readonly [number, number][]): Stretch[] {
  const used = new Uint8Array(page.length);
  for (const [from, to] of found) used.fill(1, from, to);
  let at = 0;
  const left = raw.split(/\r?\n/).map((text) => {
    const line = clean(text);
    const from = page.indexOf(line, at);
    if (line === '' || from < 0) return undefined;
    at = from + line.length;
    const isUsed = used.subarray(from, at).reduce((sum, each) => sum + each, 0) >= line.length * enough;
    return isUsed ? false : text.trim();
  });
  return toStretches(left).filter(({ text }) => (text.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters);
}

/** `left` has the words of a line that nothing was made of, false for another line, and undefined for an empty one. */
function toStretches(left: readonly (string | false | undefined)[]): Stretch[] {
  const stretches: Stretch[] = [];
  let isOpen = false;
  left.forEach((text, index) => {
    if (text === undefined) return;
    const last = stretches.at(-1);
    if (text === false) isOpen = false;
    else if (isOpen && last) stretches[stretches.length - 1] = { ...last, to: index + 1, text: `${last.text} ${text}` };
    else {
      stretches.push({ from: index + 1, to: index + 1, text });
      isOpen = true;
    }
  });
  return stretches;
}

/** A piece of adopted wording: where it stands in the file and at which key (empty in a list), and how the document spells it. */
type Adopted = { readonly path: Path; readonly text: string; readonly key: string };

/** What differs between a framework and its document: every line of each statement, and what else is given as the document's own words. */
export function findWordingFaults(file: FrameworkFile, source: Source): Fault[] {
  const { copies } = file.source;
  const once = [...commonWordings(file), ...otherWordings(file)].flatMap((adopted) => findDifference(adopted, source, 1));
  const statements = roleWordings(file);
  const faults = statements.flatMap((adopted) => findDifference(adopted, source, copies));
  return [...once, ...oneOfCopies(faults, statements.length)];
}

/** A statement of several lines has each for itself: the document may part them. */
function findDifference({ path, text, key }: Adopted, source: Source, wanted: number): Fault[] {
  const found = source.count(text);
  if (found >= wanted) return [];
  if (found > 0) return [{ id: 'copies', path, facts: { stands: text, found, wanted } }];
  const like = source.like(text);
  return [{ id: 'wording', path, facts: { stands: text, write: like === undefined ? undefined : asWritten(key, like) } }];
}

/** A text as a line of the file, in quotes where some of its signs would mean something else. */
function asWritten(key: string, text: string): string {
  const value = /: |:$| #|^[^\p{L}\p{N}]/u.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
  return `${key === '' ? '-' : `${key}:`} ${value}`;
}

/** Where most statements lack a copy, the number is wrong and not the wording. */
function oneOfCopies(faults: readonly Fault[], all: number): Fault[] {
  const short = faults.filter(({ id }) => id === 'copies');
  const [first] = short;
  if (!first || short.length * 2 <= all) return [...faults];
  return [...faults.filter(({ id }) => id !== 'copies'), { ...first, path: ['source', 'copies'] }];
}

function roleWordings({ statements }: FrameworkFile): Adopted[] {
  return statements.flatMap(({ items }, at) =>
    items.flatMap((item, i) => {
      const adopted = toAdopted(item, ['statements', at, 'items', i]);
      return adopted.text.split('\n').map((text) => ({ ...adopted, text }));
    }),
  );
}

function commonWordings({ common }: FrameworkFile): Adopted[] {
  return common.statements.flatMap((item, at) => [
    toAdopted(item, ['common', 'statements', at]),
    ...(item.short ? [toAdopted(item.short, ['common', 'statements', at, 'short'])] : []),
  ]);
}

function otherWordings({ preface, common, themes, terms }: FrameworkFile): Adopted[] {
  return [
    ...preface.flatMap(({ heading, paragraphs }, at) => [
      ...(heading ? [{ path: ['preface', at, 'heading'], text: heading, key: 'heading' }] : []),
      ...paragraphs.map((each, i) => toAdopted(each, ['preface', at, 'paragraphs', i])),
    ]),
    ...(['lead', 'close'] as const).flatMap((key) => (common[key] ? [toAdopted(common[key], ['common', key])] : [])),
    ...themes.flatMap(({ definition, subthemes }, at) => [
      ...(definition ? [toAdopted(definition, ['themes', at, 'definition'])] : []),
      ...subthemes.map(({ label }, i) => toAdopted(label, ['themes', at, 'subthemes', i, 'label'])),
    ]),
    ...terms.flatMap(({ text, items }, at) => [
      toAdopted(text, ['terms', at, 'text']),
      ...items.map((each, i) => toAdopted(each, ['terms', at, 'items', i])),
    ]),
  ];
}

/** The spelling that the document has. */
function toAdopted({ text, original }: Pick<Wording, 'text'> & { readonly original?: string | undefined }, path: Path): Adopted {
  if (original !== undefined) return { path: [...path, 'original'], text: original, key: 'original' };
  const last = path.at(-1);
  const isListed = typeof last === 'number';
  const isStatement = isListed && ['items', 'statements'].includes(`${path.at(-2)}`) && path[0] !== 'terms';
  return { path: [...path, 'text'], text, key: isStatement ? 'text' : isListed ? '' : `${last}` };
}

/** More places are counted and no longer listed. */
const mostPlaces = 20;

/** What of the document no wording was made of, and no heading or name either: remarks, by the line they begin at. */
export function findUnused(
  file: FrameworkFile,
  source: Source,
): { readonly line: number; readonly found: Extract<Fault, { id: 'unused' | 'unused-more' }> }[] {
  const names = [
    file.title,
    ...file.groups.flatMap(({ label, short }) => [label.original ?? label.text, ...(short ? [short] : [])]),
    ...file.themes.map(({ label }) => label.original ?? label.text),
    ...file.terms.flatMap(({ label, heading }) => [label, ...(heading ? [heading] : [])]),
    ...file.roles.flatMap(({ label, adopted, group }) => [label, ...(adopted ? [adopted] : []), ...(group ? [group] : [])]),
    file.common.heading,
  ];
  const adopted = [...roleWordings(file), ...commonWordings(file), ...otherWordings(file)].map(({ text }) => text);
  const stretches = source.linesWithout([...adopted, ...names, ...names.map((name) => name.toUpperCase())]);
  const shown = stretches.slice(0, mostPlaces).map(({ from, to, text }) => ({
    line: from,
    found: { id: 'unused' as const, path: [], facts: { from, to, stands: text } },
  }));
  const more = stretches.length - shown.length;
  return more > 0 ? [...shown, { line: 1, found: { id: 'unused-more', path: [], facts: { places: more } } }] : shown;
}
