/**
 * What known messages say of the one at hand: a second opinion beside the rules, for words that no rule has.
 */
import type { Ask } from '../content/asks.js';
import type { Intent } from '../content/intents.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { contentOf, featuresOf, type Likeness, type Neighbour } from '../search/likeness.js';
import type { Reading } from './reading.js';
import type { Slots } from './slots.js';

/** The opinion of the nearest known messages. */
export type Votes = {
  /** An intent's share of the votes, 0 to 1. */
  share(intent: Intent): number;
  /** True when most neighbours agree on an intent and the nearest is near. */
  leans(intent: Intent): boolean;
  /** The nearest example, for the explanation. */
  readonly nearest: Neighbour<Intent> | undefined;
  /** Questions with known answers, nearest first. */
  readonly asks: readonly Neighbour<Ask>[];
};

const NEIGHBOURS = 12;
/** A lean needs this share of the votes and this likeness of the nearest. */
const LEAN = { share: 0.5, likeness: 0.12 };

/** Asks the nearest known messages. */
export function takeVotes(vocabulary: Vocabulary, likeness: Likeness, reading: Reading, slots: Slots): Votes {
  const neighbours = likeness.intents(featuresOf(vocabulary, mask(reading, slots)), NEIGHBOURS);
  const sums = new Map<Intent, number>();
  for (const { of, likeness: near } of neighbours) sums.set(of, (sums.get(of) ?? 0) + near ** 2);
  const total = [...sums.values()].reduce((sum, vote) => sum + vote, 0);
  const share = (intent: Intent) => (total === 0 ? 0 : (sums.get(intent) ?? 0) / total);
  const near = neighbours[0]?.likeness ?? 0;
  return {
    share,
    leans: (intent) => share(intent) >= LEAN.share && near >= LEAN.likeness,
    nearest: neighbours[0],
    asks: likeness.asks(contentOf(vocabulary, reading.tokens.map((token) => token.word).join(' ')), 30),
  };
}

/** The message with what it names masked, as examples are written. */
function mask(reading: Reading, slots: Slots): string {
  const masks = new Map<number, { to: number; name: string }>();
  const put = (span: { from: number; to: number }, name: string) => {
    if (!masks.has(span.from)) masks.set(span.from, { to: span.to, name });
  };
  for (const { span } of slots.roles) put(span, 'role');
  for (const { span } of slots.titles) put(span, 'role');
  for (const { span, label, framework } of slots.themes) if (label) put(span, framework.themeKind === 'section' ? 'section' : 'theme');
  for (const span of slots.places) put(span, 'framework');
  const words: string[] = [];
  const first = Math.max(
    0,
    reading.tokens.findIndex((token) => token.end > reading.asking.from),
  );
  for (let at = first; at < reading.tokens.length; at += 1) {
    const hidden = masks.get(at);
    words.push(hidden ? `<${hidden.name}>` : timeMask(reading, at));
    if (hidden) at = hidden.to - 1;
  }
  return words.filter((word, at) => !(word.startsWith('<') && word === words[at - 1])).join(' ');
}

function timeMask(reading: Reading, at: number): string {
  const token = reading.tokens[at];
  if (!token) return '';
  const timed = reading.times.spans.some((span) => token.start < span.end && token.end > span.start);
  if (!timed) return token.word;
  return reading.times.time !== undefined && /\d/.test(token.word)
    ? '<time>'
    : reading.times.days
      ? '<day>'
      : reading.times.pause
        ? '<pause>'
        : '<time>';
}
