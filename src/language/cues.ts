/**
 * Cue phrases: small patterns of words that tell what a person wants ("hvad betyder", "giv * spørgsmål").
 */
import type { Lexicon } from './lexicon.js';
import { stem, type Token, type Tokenize, tokenize } from './text.js';

/** One step of a pattern: any of these words (or stems), or a gap of up to four words. */
type Step =
  | {
      readonly words: ReadonlySet<string>;
      readonly stems: ReadonlySet<string>;
      /** How a longer word begins or ends: "løn~", "~beskeder". */
      readonly heads: readonly string[];
      readonly tails: readonly string[];
    }
  | 'gap'
  | 'start'
  | 'end';

type Pattern = { readonly cue: string; readonly steps: readonly Step[] };

/** Patterns by the words that can open them, and those that open with a part of a word. */
export type CueTable = { readonly byWord: ReadonlyMap<string, readonly Pattern[]>; readonly byPart: readonly Pattern[] };

/** A cue found: tokens `from` up to but not including `to`; `used` are the tokens that the pattern names. */
export type CueHit = { readonly cue: string; readonly from: number; readonly to: number; readonly used: readonly number[] };

const GAP = 4;
const FILLERS = 2;

/** Compiles the cues of a lexicon. `løn~` is any word that begins so, `~beskeder` any longer one that ends so; `^` at the beginning and `$` at the end of a phrase bind it to the message's ends. */
export function createCueTable(lexicon: Lexicon, split: Tokenize = tokenize): CueTable {
  const table = new Map<string, Pattern[]>();
  const byPart: Pattern[] = [];
  for (const [cue, phrases] of lexicon.cues) {
    for (const phrase of phrases) {
      const steps = phrase
        .trim()
        .split(/\s+/)
        .map((part) => toStep(part, split));
      const first = steps.find((step) => typeof step === 'object');
      if (typeof first !== 'object') continue;
      if (first.heads.length + first.tails.length > 0) byPart.push({ cue, steps });
      for (const opening of new Set([...first.words, ...first.stems])) {
        table.set(opening, [...(table.get(opening) ?? []), { cue, steps }]);
      }
    }
  }
  return { byWord: table, byPart };
}

function toStep(part: string, split: Tokenize): Step {
  if (part === '*') return 'gap';
  if (part === '^') return 'start';
  if (part === '$') return 'end';
  const wordsOf = (parts: readonly string[]) => parts.flatMap((word) => split(word).map((token) => token.word));
  const alternatives = part.split('|');
  const words = wordsOf(alternatives.filter((word) => !word.includes('~')));
  return {
    words: new Set(words),
    stems: new Set(words.map(stem).filter((key) => key.length > 3)),
    heads: wordsOf(alternatives.filter((word) => word.endsWith('~'))),
    tails: wordsOf(alternatives.filter((word) => word.startsWith('~'))),
  };
}

/** All words that cues name, those of refusals apart: nobody is corrected to what is refused. */
export function cueWords(lexicon: Lexicon, refusals: boolean): string[] {
  return [...lexicon.cues]
    .filter(([id]) => id.startsWith('refuse.') === refusals)
    .flatMap(([, phrases]) => phrases)
    .flatMap((phrase) =>
      phrase
        .split(/[\s|*^$]+/)
        .filter((word) => !word.includes('~'))
        .filter(Boolean),
    );
}

/** Finds every cue in a message; words for which `isFiller` is true may stand between the words of a pattern. */
export function findCues(table: CueTable, tokens: readonly Token[], isFiller: (token: Token) => boolean): CueHit[] {
  const hits: CueHit[] = [];
  tokens.forEach((token, from) => {
    const patterns = new Set([...(table.byWord.get(token.word) ?? []), ...(table.byWord.get(token.stem) ?? []), ...table.byPart]);
    for (const { cue, steps } of patterns) {
      const opening = steps[0] === 'start' ? 1 : 0;
      if (opening === 1 && !tokens.slice(0, from).every(isFiller)) continue;
      const used = match(steps, opening, tokens, from, isFiller);
      if (used) hits.push({ cue, from, to: (used.at(-1) ?? from) + 1, used });
    }
  });
  return hits;
}

function isStep({ words, stems, heads, tails }: Extract<Step, object>, { word, stem: key }: Token): boolean {
  return (
    words.has(word) ||
    stems.has(key) ||
    heads.some((head) => word.startsWith(head)) ||
    tails.some((tail) => word.length > tail.length && word.endsWith(tail))
  );
}

/** The tokens a pattern uses from `at` on, or undefined. Bounded by pattern length x gap. */
function match(
  steps: readonly Step[],
  step: number,
  tokens: readonly Token[],
  at: number,
  isFiller: (token: Token) => boolean,
): number[] | undefined {
  const wanted = steps[step];
  if (wanted === undefined) return [];
  if (wanted === 'end') return tokens.slice(at).every(isFiller) ? [] : undefined;
  if (wanted === 'start') return undefined;
  if (wanted === 'gap') {
    for (let skip = 0; skip <= GAP && at + skip <= tokens.length; skip += 1) {
      const rest = match(steps, step + 1, tokens, at + skip, isFiller);
      if (rest) return rest;
    }
    return undefined;
  }
  const first = step === 0 || steps[step - 1] === 'start';
  for (let skip = 0; skip <= (first ? 0 : FILLERS); skip += 1) {
    const token = tokens[at + skip];
    if (!token) return undefined;
    if (isStep(wanted, token)) {
      const rest = match(steps, step + 1, tokens, at + skip + 1, isFiller);
      if (rest) return [at + skip, ...rest];
    }
    if (!isFiller(token)) return undefined;
  }
  return undefined;
}
