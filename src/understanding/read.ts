/**
 * The first step of understanding: a message as corrected words, the names they may mean, and cues.
 */
import { findCues } from '../language/cues.js';
import { keysOf, LIGHT, type Name, spacedKey } from '../language/names.js';
import { distance, fold, READ_LIMIT, stem, type Token, tokenize } from '../language/text.js';
import { readTimes } from '../language/times/times.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { findAskingPart } from './asking-part.js';
import type { Reading, Span } from './reading.js';

/** Reads a message. Looks at its first {@link READ_LIMIT} characters only. */
export function read(vocabulary: Vocabulary, message: string): Reading {
  const text = message.normalize('NFKC').slice(0, READ_LIMIT);
  const times = readTimes(text);
  const corrections: { from: string; to: string }[] = [];
  const tokens = joinSplit(vocabulary, tokenize(text)).flatMap((token) => {
    // What was understood as a time was understood as it stands ("fortnight", "slutningen af måneden").
    if (isInside(token, times.spans)) return [token];
    return partShort(vocabulary, token) ?? [correct(vocabulary, token, text[token.end] === '.', corrections)];
  });
  const isFillerToken = (token: Token) => vocabulary.fillers.has(token.word);
  const cues = findCues(vocabulary.cues, tokens, (token) => isFillerToken(token) && !NEGATIONS.has(token.word));
  const spans = findSpans(vocabulary, tokens);
  const found = new Set(cues.map((hit) => hit.cue));
  const reading: Omit<Reading, 'asking'> = {
    text,
    tokens,
    corrections: onceEach(corrections),
    spans,
    cues,
    times,
    language: languageOf(tokens.filter((_, at) => !spans.some((span) => isAdopted(span) && at >= span.from && at < span.to))),
    has: (...wanted) => wanted.some((cue) => found.has(cue)),
    isFiller: (at) => isFillerToken(tokens[at] as Token),
    isFrame: (at) => vocabulary.frame.has(tokens[at]?.word ?? '') || vocabulary.frameStems.has(tokens[at]?.stem ?? ''),
  };
  return { ...reading, asking: findAskingPart(reading) };
}

function isInside(token: Token, spans: Reading['times']['spans']): boolean {
  return spans.some(({ start, end }) => token.start < end && token.end > start);
}

/** A word that is wrong in the same way again is told once. */
function onceEach(corrections: Reading['corrections']): Reading['corrections'] {
  const isSame = (one: Reading['corrections'][number], other: typeof one) =>
    one.to === other.to && one.from.toLowerCase() === other.from.toLowerCase();
  return corrections.filter((each, at) => corrections.findIndex((other) => isSame(each, other)) === at);
}

/** "implemen tering" is one word that a phone has parted: two unknown halves of a known whole. */
function joinSplit(vocabulary: Vocabulary, tokens: readonly Token[]): Token[] {
  const { spelling, fillers } = vocabulary;
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const word = before ? before.word + token.word : '';
    const strange =
      before && !fillers.has(before.word) && !fillers.has(token.word) && !(spelling.isKnown(before.word) && spelling.isKnown(token.word));
    const whole = !(before && strange) ? undefined : spelling.isFieldWord(word) ? word : spelling.soundsLike(word);
    if (before && whole !== undefined) {
      joined[joined.length - 1] = {
        raw: vocabulary.written.get(whole) ?? before.raw + token.raw,
        word: whole,
        stem: stem(whole),
        start: before.start,
        end: token.end,
      };
    } else joined.push(token);
  }
  return joined;
}

/** "afdleder" is "afd leder": a name with what it is short for before it, joined as titles are. */
function partShort({ spelling, lexicon, written }: Vocabulary, token: Token): Token[] | undefined {
  if (spelling.isKnown(token.word)) return undefined;
  const said = token.raw.toLowerCase();
  for (let length = said.length - SHORT_BEFORE; length >= SHORT_FROM; length -= 1) {
    const whole = lexicon.spoken.get(said.slice(0, length));
    const rest = fold(said.slice(length));
    if (whole === undefined || !spelling.isName(rest)) continue;
    const middle = token.start + length;
    return [
      { raw: written.get(whole) ?? whole, word: whole, stem: stem(whole), start: token.start, end: middle },
      { raw: token.raw.slice(length), word: rest, stem: stem(rest), start: middle, end: token.end },
    ];
  }
  return undefined;
}

/** Letters of a short form, and of the name that it stands before, at least. */
const SHORT_FROM = 3;
const SHORT_BEFORE = 4;

/** `dotted`: a full stop comes right after it, as after an abbreviation. */
function correct(vocabulary: Vocabulary, token: Token, dotted: boolean, corrections: { from: string; to: string }[]): Token {
  const { spelling, lexicon } = vocabulary;
  const spoken = lexicon.spoken.get(token.raw.toLowerCase());
  if (spoken !== undefined) return { ...token, raw: vocabulary.written.get(spoken) ?? spoken, word: spoken, stem: stem(spoken) };
  if (spelling.isKnown(token.word)) return token;
  const whole = dotted ? spelling.expand(token.word) : undefined;
  const word = whole ?? spelling.correct(token.word) ?? cutShort(vocabulary, token.word);
  if (word === undefined) return token;
  // A compound of known words is more likely meant than misspelt, unless one letter makes it a name.
  if (whole === undefined && spelling.split(token.word).length > 0 && !(spelling.isName(word) && isNear(word, token.word))) return token;
  const to = vocabulary.written.get(word) ?? word;
  corrections.push({ from: token.raw, to });
  return { ...token, raw: to, word, stem: stem(word) };
}

/** "medarb", "forventn": the beginning of a name, written without its full stop. */
function cutShort({ spelling }: Vocabulary, head: string): string | undefined {
  const whole = head.length >= CUT_FROM ? spelling.expand(head) : undefined;
  return whole !== undefined && spelling.isName(whole) ? whole : undefined;
}

/** Shortest beginning of a name that is read without a full stop. */
const CUT_FROM = 6;

/** One letter apart, endings aside. */
function isNear(a: string, b: string): boolean {
  return distance(a, b, 1) === 1 || distance(stem(a), stem(b), 1) === 1;
}

/** Every longest run of words that names something; a run inside a longer named run is dropped. */
function findSpans(vocabulary: Vocabulary, tokens: readonly Token[]): Span[] {
  const heavy = tokens.flatMap((token, at) => (LIGHT.has(token.word) ? [] : [at]));
  const all = tokens.map((_, at) => at);
  const spans = [...namedRuns(vocabulary, tokens, all), ...(heavy.length < all.length ? namedRuns(vocabulary, tokens, heavy) : [])];
  const strong = spans.filter((span) => span.names.some((name) => name.kind !== 'topic'));
  const longest = spans.filter(
    (span) =>
      // "medarbejdere i Socialafdelingen" names a role and its framework.
      (span.names.some((name) => name.kind === 'framework') && ['i', 'hos', 'in', 'fra'].includes(tokens[span.from - 1]?.word ?? '')) ||
      !strong.some((other) => other.to - other.from > span.to - span.from && other.from <= span.from && other.to >= span.to),
  );
  return longest.filter((span, at) => longest.findIndex((other) => other.from === span.from && other.to === span.to) === at);
}

/** Runs over the given places of the message. */
function namedRuns(vocabulary: Vocabulary, tokens: readonly Token[], places: readonly number[]): Span[] {
  const { names, longest, spaced } = vocabulary.phrases;
  const spans: Span[] = [];
  for (let first = 0; first < places.length; first += 1) {
    for (let length = Math.min(longest, places.length - first); length > 0; length -= 1) {
      const run = places.slice(first, first + length).map((at) => tokens[at] as Token);
      const found = keysFor(run, spaced, vocabulary.fillers).flatMap((key) => names.get(key) ?? []);
      const inside = found.length === 0 && length === 1 ? namesInCompound(vocabulary, run[0] as Token) : found;
      if (inside.length > 0)
        spans.push({ from: places[first] as number, to: (places[first + length - 1] as number) + 1, names: [...new Set(inside)] });
    }
  }
  return spans;
}

/**
 * The keys under which a run may be named. Words may be joined to one ("kontor chefen"), but not where the first is
 * inflected ("økonomien, chefen") or a small word ("mellem leder").
 */
function keysFor(run: readonly Token[], spaced: ReadonlySet<string>, fillers: ReadonlySet<string>): string[] {
  if (run.length === 1 || spaced.has(spacedKey(run))) return keysOf(run);
  return fillers.has(run[0]?.word ?? '') ? [] : keysOf(run).slice(-1);
}

/** "chefrollen", "direktørniveau", "resultattemaet", "personaleledelsesmæssigt": a name with a frame word or an ending joined on. */
function namesInCompound(vocabulary: Vocabulary, token: Token): readonly Name[] {
  if (token.word.length < 7) return [];
  const bare = token.word.replace(/s?massigt?e?$/, '');
  const { names } = vocabulary.phrases;
  if (bare !== token.word) return names.get(stem(bare)) ?? [];
  for (let at = token.word.length - 3; at >= 4; at -= 1) {
    const rest = stem(token.word.slice(at));
    if (!vocabulary.frameStems.has(rest) && !COMPOUND_TAILS.has(rest)) continue;
    const head = token.word.slice(0, at);
    const found = names.get(stem(head)) ?? names.get(stem(head.replace(/s$/, '')));
    if (found) return found.filter((name) => name.kind !== 'topic');
  }
  return [];
}

/** Small words that turn a cue into its opposite, so that no cue reads past them. */
const NEGATIONS = new Set(['ikke', 'ej', 'not', 'dont', 'never', 'aldrig', 'ingen', 'uden']);

const COMPOUND_TAILS = new Set([
  'tema',
  'delen',
  'del',
  'spor',
  'niveau',
  'roll',
  'opgav',
  'ansvar',
  'job',
  'stilling',
  'krav',
  'gruppe',
  'grupp',
  'profil',
  'beskriv',
  'beskrivels',
  'kolonn',
  'spalt',
]);

const ENGLISH = new Set(
  'the what is are of for a an my i me to in do does how who should as you your can and with about at be it that this give show tell between on does whats im have from all we our next when where which why would could please'.split(
    ' ',
  ),
);
const DANISH = new Set(
  'hej hjalp tak farvel hvad er der af en et jeg mig min mit som og i til hvordan hvem skal hvilke den det de du kan vi os for med om pa hva ik ikke mine dig nar hvor hvis fra eller hver uge uger dag dage maned maneder to at skift rolle igen ikke giv vis vil har blev bliver hos ved efter uden lige nu ja nej tilbage'.split(
    ' ',
  ),
);

/** Words that a document has in that form tell nothing of the language they are quoted in. */
function isAdopted({ names }: Span): boolean {
  return names.some((name) => (name.kind === 'theme' || name.kind === 'role') && name.label);
}

function languageOf(tokens: readonly Token[]): 'da' | 'en' | undefined {
  const count = (words: ReadonlySet<string>) => tokens.filter((token) => words.has(token.word)).length;
  const english = count(ENGLISH);
  const danish = count(DANISH) + tokens.filter((token) => /[æøå]/i.test(token.raw)).length;
  if (english === danish) return undefined;
  return english > danish ? 'en' : 'da';
}
