/** How exactly a time is meant: "præcis kl. 8", "kl. 8 på slaget", "8 sharp", or "ved 8-tiden", "cirka kl. 8", "around 8". */
import { wordsIn } from './mood.js';
import { any, means, one, type Rule } from './rules.js';
import { phrase, type Range, type Word, wordSet } from './words.js';

/** How exactly, and the words that say so: on the minute, or about the time. */
export type How = Range & { readonly exact: boolean };

const exactly = one(
  'pracis pracist prasis prasist precis precist presis presist precise pa_slaget slaget pa_minuttet pa_minutten pa_prikken pa_klokkeslaget nojagtig nojagtigt punktlig punktligt eksakt prompt skarp skarpt exact exactly precisely sharp on_the_dot on_the_minute on_the_hour',
);
/** What stands before a time. "Ved" and "about" behind one begin what it is about. */
const around = one(
  'omkring omkr omring omking cirka ca circa sirka cirke cirka_ved ca_ved ved ved_ca ved_cirka omtrent nogenlunde sadan_ved sadan_cirka sadan_omkring around about at_about at_around roughly approximately approx circa_at',
);
const orSo = one(
  'cirka ca circa sirka sadan_cirka sadan_ca omtrent nogenlunde deromkring eller_deromkring eller_sa or_so ish or_thereabouts roughly',
);

/** What may stand between "kl." and the hour. */
export const howWord: Rule<boolean> = any(means(exactly, true), means(around, false));

/** Words that lead over from a time to how exactly it is meant: "kl. 8, og det skal være præcist". */
const between = wordSet('og men det den de skal ma gerne helst helt meget lige vare komme tak please and it should must be come at');
const mostWords = 4;

/** How exactly a time that was read is meant; `known` are the days and parts of the day beside it, which may stand between. */
export function readHow(words: readonly Word[], time: Range, known: readonly Range[]): How | undefined {
  const found = readInside(words, time) ?? readBefore(words, time.from, howWord) ?? readAt(words, time.to) ?? readApart(words, time, known);
  if (!found) return undefined;
  const isDenied = [found.from, time.from].some((at) => denied.test(phrase(words, Math.max(0, at - mostWords), Math.min(mostWords, at))));
  return isDenied ? { ...found, exact: !found.exact } : found;
}

/** "det behøver ikke være præcis kl. 8" */
const denied = /(^| )(ikke|ikk|ik|ej|not|dont|t)( (at|vare|be|komme|come|lige|helt|sa|nodvendigvis|necessarily))*$/;

/** "omkring 8", "kl. ca. 8", "ottetiden", "8ish" */
function readInside(words: readonly Word[], { from, to }: Range): How | undefined {
  for (let at = from; at < to; at += 1) {
    const how = howWord(words, at);
    if (how && how.to <= to) return { from: at, to: how.to, exact: how.value };
    if (/tid(en)?$|^ish$/.test(words[at]?.word ?? '')) return { from: at, to: at + 1, exact: false };
  }
  return undefined;
}

/** What ends at a word. */
function readBefore(words: readonly Word[], end: number, rule: Rule<boolean>): How | undefined {
  for (let from = Math.max(0, end - mostWords); from < end; from += 1) {
    const how = rule(words, from);
    if (how?.to === end) return { from, to: end, exact: how.value };
  }
  return undefined;
}

const behind = any(means(exactly, true), means(orSo, false));

function readAt(words: readonly Word[], from: number): How | undefined {
  const how = behind(words, from);
  return how && { from, to: how.to, exact: how.value };
}

/** "kl. 8 hver dag præcis", "præcis hver morgen kl. 8": only what is exact can stand apart, for "omkring" says more than that. */
function readApart(words: readonly Word[], { from, to }: Range, known: readonly Range[]): How | undefined {
  const isBetween = (at: number, taken: ReadonlySet<number>) => taken.has(at) || between.has(words[at]?.word ?? '');
  const taken = wordsIn(known);
  let after = to;
  while (after < words.length && isBetween(after, taken)) after += 1;
  let before = from;
  while (before > 0 && isBetween(before - 1, taken)) before -= 1;
  const exact = exactly(words, after);
  if (exact) return { from: after, to: exact.to, exact: true };
  return readBefore(words, before, means(exactly, true));
}
