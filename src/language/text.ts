/**
 * Danish as people type it, made comparable: folding, tokens, light stems.
 *
 * Measured on this domain: a full Danish stemmer gains nothing once typos are handled, and over-stems
 * ("leder", "ledere" and "ledelse" become one). So only inflectional endings are taken off here.
 */

/** Only this many characters are read in detail; nobody asks a question in more. Of a longer message the part that asks is read. */
export const READ_LIMIT = 500;

/** Longest text that is looked at, in UTF-16 units: some two pages. A question is one line. */
export const LONGEST = 4_000;

/** One word of a message. */
export type Token = {
  /** As written, for showing: "kontorhcef". */
  readonly raw: string;
  /** {@link fold}ed. */
  readonly word: string;
  /** {@link stem} of `word`. */
  readonly stem: string;
  /** Offsets in the text given to {@link tokenize}. */
  readonly start: number;
  readonly end: number;
};

const LETTERS: Record<string, string> = { æ: 'a', ä: 'a', ø: 'o', ö: 'o', å: 'a', é: 'e', è: 'e', ü: 'u', ß: 'ss', ð: 'd', þ: 't' };

/**
 * Makes spellings one: lower case, composed Unicode, and one letter for æ/ae/ä, for ø/oe/ö and for å/aa/a,
 * so that "pædagogisk", "paedagogisk" and "padagogisk" compare equal.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return isPlain(lower) ? lower : foldLetters(text);
}

/** Most words are: ASCII, with no two letters that may stand for one. */
function isPlain(lower: string): boolean {
  return /^[ -~]*$/.test(lower) && !/aa|ae|oe/.test(lower);
}

function foldLetters(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // "ændre" must not become "andre".
      .replace(/(?:æ|ä|ae)ndr/g, 'endr')
      .replace(/[æäøöåéèüßðþ]/g, (letter) => LETTERS[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/([mg])ae(r|rne|rnes|t|ts|n|ns)\b/g, '$1aX$2')
      .replace(/ae|aa/g, 'a')
      .replaceAll('X', 'e')
      .replace(/oe/g, 'o')
  );
}

/** What is compared of a word. */
type Forms = Pick<Token, 'word' | 'stem'>;

/** Splits a text in words; see {@link tokenize}. */
export type Tokenize = (text: string) => Token[];

/** Splits the readable part of a text in words; hyphens part words, apostrophes do not. Keeps nothing of it. */
export function tokenize(text: string): Token[] {
  return split(text, formsOf);
}

/**
 * A tokenizer that remembers each word's forms, several times as fast for content, which says the same few thousand
 * words over and over. For building only: what people write is never kept.
 */
export function createTokenizer(): Tokenize {
  const known = new Map<string, Forms>();
  const remember = (raw: string): Forms => {
    const before = known.get(raw);
    if (before) return before;
    const forms = formsOf(raw);
    known.set(raw, forms);
    return forms;
  };
  return (text) => split(text, remember);
}

function formsOf(raw: string): Forms {
  const word = fold(raw).replace(/[^a-z0-9]/g, '');
  return { word, stem: stem(word) };
}

function split(text: string, forms: (raw: string) => Forms): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(0, READ_LIMIT).matchAll(/[\p{L}\p{N}\p{M}]+(?:['’´`][\p{L}\p{M}]+)*/gu)) {
    const [raw] = match;
    const made = forms(raw);
    if (made.word !== '') tokens.push({ raw, ...made, start: match.index, end: match.index + raw.length });
  }
  return tokens;
}

/** Whether two words that follow each other are one with a hyphen: "it-sikkerhed". */
export function isHyphened(text: string, first: Token, second: Token): boolean {
  return text.slice(first.end, second.start) === '-';
}

/** Words of a text as they were written, with the hyphens between them; what else stood there is left out. */
export function sayWords(text: string, words: readonly Token[]): string {
  return words.reduce((said, token, at) => {
    const before = words[at - 1];
    return before ? `${said}${isHyphened(text, before, token) ? '-' : ' '}${token.raw}` : token.raw;
  }, '');
}

const ENDINGS = ['ernes', 'erne', 'edes', 'ende', 'enes', 'ede', 'ene', 'ens', 'ets', 'ers', 'en', 'et', 'er', 'es', 'e', 's'];

/** Words that only look inflected; a wrong cut here would make them another word. */
const WHOLE = new Set([
  'viden',
  'videre',
  'presse',
  'krise',
  'intern',
  'interne',
  'alene',
  'andet',
  'budget',
  'data',
  'drift',
  'egne',
  'hele',
  'mode',
  'noget',
  'nogen',
  'service',
  'teams',
  'team',
  'vores',
  'unges',
  'uden',
  'under',
  'efter',
  'over',
  'eller',
  'chance',
  'finde',
]);

/**
 * Takes inflectional endings off a folded word (-en, -ernes, -ede …) until none is left, never below three
 * letters. "kontorchefernes" and "kontorchef" get the same stem.
 */
export function stem(word: string): string {
  let rest = word;
  for (let round = 0; round < 4 && !WHOLE.has(rest); round += 1) {
    const next = cut(rest);
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

function cut(word: string): string {
  // Every ending below has one of these last.
  if (!/[emnrst]$/.test(word)) return word;
  if (/ium(met|s)?$/.test(word)) return word.replace(/um(met|s)?$/, '');
  if (/[^s]slen$/.test(word)) return `${word.slice(0, -3)}el`;
  if (/.{3}(igt|rne|[bdgklmnprsv]te)$/.test(word)) return word.slice(0, word.endsWith('igt') ? -1 : -2);
  if (/(mm|tt|nn|ll|pp|kk|gg|ss)et?$/.test(word) && word.length > 6) return word.replace(/(.)\1et?$/, '$1');
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return undouble(word.slice(0, -ending.length));
  }
  return word;
}

function undouble(word: string): string {
  return word.length > 4 && /([bdfgklmnprst])\1$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * How a folded word sounds, roughly: silent letters dropped, and letters that Danes mix up made one (b/p, d/t, g/k,
 * a/e, s/c/z, ks/x). "sjefen" and "chefen" sound alike, so do "bedyder" and "betyder".
 */
export function soundOf(word: string): string {
  return word
    .replace(/^h(?=[vj])/, '')
    .replace(/sj|ch|sh|tj/g, 's')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/[cqg]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/([nl])d/g, '$1')
    .replace(/d/g, 't')
    .replace(/b/g, 'p')
    .replace(/y/g, 'i')
    .replace(/[ea]+/g, 'e')
    .replace(/(.)\1+/g, '$1');
}

/**
 * Damerau-Levenshtein distance (optimal string alignment) of two words, or `limit + 1` as soon as it is
 * sure to be larger.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}
