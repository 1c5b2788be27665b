/**
 * A document's plain text in pieces, and the runs of them that adopted words of an earlier edition have become.
 */
import { likeness as likenessOf } from '../answers/edition-changes.js';
import { wordsOf } from '../content/prompt-rules.js';
import { bare } from '../content/source.js';

/** A text to look for: its words as they were, and whose they were, as an index of {@link headingsIn}. */
export type Sought = { readonly text: string; readonly under?: string | undefined };

/** Where a sought text was found: the pieces from `first` to `last`, their words, and how like they are, 0 to 1. */
export type Run = { readonly first: number; readonly last: number; readonly text: string; readonly likeness: number };

/** So many pieces at most are one text: a reader of PDF breaks a long statement into a line every 60 characters. */
const MOST_PIECES = 14;
/** So many of the likeliest runs of each text are weighed against those of others. */
const KEPT = 6;
/** What a heading in common is worth where two runs are equally like: less than one word of a long statement. */
const SAME_HEADING = 0.02;

/** The pieces of a document: its lines, divided where a sentence ends or a table has a bar, without bullets and blank ones. */
export function piecesOf(document: string): string[] {
  return document
    .normalize('NFC')
    .split(/\r?\n|\||<\/?(?:br|td|th|tr|table|p|li|ul|ol|div|h\d)\b[^>]*>/)
    .flatMap((line) => line.split(/(?<=[.!?]["”»]?)\s+(?=\p{Lu})/u))
    .map((piece) =>
      piece
        .replace(/<[^>]+>|\*\*|\u00ad/g, '')
        .replace(/^[\s#>]*(?:[•\ufffd▪●○–-]\s*)*(?=\S)/u, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

/** What makes two headings one: neither capitals nor a colon after it. */
export function headingKey(text: string): string {
  return bare(text).toLowerCase().replace(/:$/, '');
}

/** Which of some headings each piece stands under: the last one that was printed alone before it. */
export function headingsIn(pieces: readonly string[], headings: readonly string[]): (string | undefined)[] {
  const known = new Map(headings.map((heading) => [headingKey(heading), heading]));
  let under: string | undefined;
  return pieces.map((piece) => {
    under = known.get(headingKey(piece)) ?? under;
    return under;
  });
}

/** Pieces as one text: a word that was divided at the end of a line is whole again. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const divided = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(piece) && !/^(og|eller|samt)\b/.test(piece);
    return text === '' ? piece : divided ? text.slice(0, -1) + piece : `${text} ${piece}`;
  }, '');
}

/**
 * The run that each sought text has become, in the same order; undefined where none is as like as `least`. Each piece is part of one run
 * only, and the likeliest come first.
 */
export function findRuns(
  pieces: readonly string[],
  sought: readonly Sought[],
  under: readonly (string | undefined)[],
  least: number,
): (Run | undefined)[] {
  const bags = pieces.map(wordsOf);
  const possible = sought.flatMap((each, at) =>
    runsLike(each, pieces, bags, under, least).map((run) => ({ at, run: run.run, worth: run.worth })),
  );
  possible.sort((one, other) => other.worth - one.worth || one.at - other.at || one.run.first - other.run.first);
  const taken = new Set<number>();
  const found: (Run | undefined)[] = sought.map(() => undefined);
  for (const { at, run } of possible) {
    const places = Array.from({ length: run.last - run.first + 1 }, (_, step) => run.first + step);
    if (found[at] || places.some((place) => taken.has(place))) continue;
    found[at] = run;
    for (const place of places) taken.add(place);
  }
  return found;
}

function runsLike(
  { text, under: home }: Sought,
  pieces: readonly string[],
  bags: readonly (readonly string[])[],
  under: readonly (string | undefined)[],
  least: number,
): { readonly run: Run; readonly worth: number }[] {
  const wanted = new Set(wordsOf(text));
  const exact = bare(text);
  const found: { run: Run; worth: number }[] = [];
  for (let first = 0; first < pieces.length; first += 1) {
    if (!bags[first]?.some((word) => wanted.has(word))) continue;
    const seen = new Set<string>();
    let both = 0;
    for (let last = first; last < Math.min(pieces.length, first + MOST_PIECES); last += 1) {
      for (const word of bags[last] ?? []) {
        if (!seen.has(word) && wanted.has(word)) both += 1;
        seen.add(word);
      }
      const likeness = both / (wanted.size + seen.size - both || 1);
      if (likeness < least) continue;
      const whole = joinPieces(pieces.slice(first, last + 1));
      // A word that the page divides counts as two until it is whole.
      const run = { first, last, text: whole, likeness: Math.max(likeness, likenessOf(text, whole)) };
      const isSame = bare(run.text) === exact;
      const worth = (isSame ? 2 : likeness) + (home !== undefined && under[first] === home ? SAME_HEADING : 0);
      found.push({ run: isSame ? { ...run, text, likeness: 1 } : run, worth });
    }
  }
  return found.sort((one, other) => other.worth - one.worth).slice(0, KEPT);
}
