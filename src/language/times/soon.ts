/** Times counted in hours and minutes from now: "om en time", "om et kvarter", "in half an hour". */
import { numberOf, phrase, type Range, type Word } from './words.js';

const hour = 60;

/** Amounts that are said in words of their own, with the minutes they are. */
const named: readonly (readonly [said: RegExp, minutes: number, words: number])[] = [
  [/^halvanden time\b/, 90, 2],
  [/^en halv times? tid\b/, 30, 4],
  [/^en halv time\b/, 30, 3],
  [/^halv time\b/, 30, 2],
  [/^en times tid\b/, hour, 3],
  [/^et par timer\b/, 2 * hour, 3],
  [/^et kvarters tid\b/, 15, 3],
  [/^et kvarter\b/, 15, 2],
  [/^kvarter\b/, 15, 1],
  [/^tre kvarter\b/, 45, 2],
  [/^et ojeblik\b/, 15, 2],
  [/^half an hour\b/, 30, 3],
  [/^an hour and a half\b/, 90, 5],
  [/^an hour\b/, hour, 2],
  [/^a couple of hours\b/, 2 * hour, 4],
];

/** Minutes in a unit; "t" and "m" alone are no units. */
function unitOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^(time|timer|timers|hour|hours|hrs)$/.test(word)) return hour;
  return /^(min|minut|minutter|minutters|minute|minutes|mins)$/.test(word) ? 1 : undefined;
}

/** So many minutes are a day; what is longer is said in days. */
const longest = 24 * hour;

/** Reads "om" or "in" and an amount of hours or minutes, and half an hour more ("om en time og et kvarter" is an hour and 15). */
export function readSoon(words: readonly Word[], at: number): (Range & { readonly minutes: number }) | undefined {
  if (!/^(om|in)$/.test(words[at]?.word ?? '')) return undefined;
  const begin = /^(ca|cirka|omkring|about|around)$/.test(words[at + 1]?.word ?? '') ? at + 2 : at + 1;
  const first = readAmount(words, begin);
  if (!first) return undefined;
  const more = /^(og|and)$/.test(words[first.to]?.word ?? '') ? readAmount(words, first.to + 1) : undefined;
  const minutes = first.minutes + (more?.minutes ?? 0);
  return minutes < 1 || minutes > longest ? undefined : { from: at, to: more?.to ?? first.to, minutes };
}

function readAmount(words: readonly Word[], at: number): { readonly to: number; readonly minutes: number } | undefined {
  const said = phrase(words, at, 5);
  const known = named.find(([shape]) => shape.test(said));
  if (known) return { to: at + known[2], minutes: known[1] };
  const count = numberOf(words[at]?.word);
  const unit = unitOf(words[at + 1]?.word);
  return count === undefined || unit === undefined ? undefined : { to: at + 2, minutes: count * unit };
}
