/**
 * What a document says where somebody wrote something else.
 */

/** A passage is meant where it shares so much of its words with what was written. */
const leastShared = 0.6;
/** Words at either end that a passage may have more than what was written. */
const slack = 2;

type Word = { readonly raw: string; readonly key: string };

/** The passage of a document most like a text, in one line; undefined where none is much like it. */
export function nearestPassage(document: string, text: string): string | undefined {
  const theirs = wordsOf(document);
  const ours = wordsOf(text).map(({ key }) => key);
  const wanted = new Set(ours);
  let best = { at: 0, length: 0, score: 0 };
  for (let at = 0; at < theirs.length; at += 1) {
    if (!wanted.has(theirs[at]?.key ?? '')) continue;
    for (let length = Math.max(1, ours.length - slack); length <= ours.length + slack; length += 1) {
      const score = shared(ours, theirs.slice(at, at + length));
      if (score > best.score) best = { at, length, score };
    }
  }
  if (best.score < leastShared) return undefined;
  return theirs
    .slice(best.at, best.at + best.length)
    .map(({ raw }) => raw)
    .join(' ');
}

/** Whether a text is much like a part of another, as a machine may have read it. */
export function isMuchLike(text: string, whole: string): boolean {
  const [part, all] = [wordsOf(text), wordsOf(whole)];
  return (
    shared(
      part.map(({ key }) => key),
      all,
    ) *
      (part.length + all.length) >=
    2 * leastShared * part.length
  );
}

/** The share of words that two texts have in common, in the order of both. */
function shared(ours: readonly string[], theirs: readonly Word[]): number {
  let row = new Array<number>(theirs.length + 1).fill(0);
  for (const word of ours) {
    const next = [0];
    theirs.forEach(({ key }, at) => {
      next.push(key === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return (2 * (row.at(-1) ?? 0)) / (ours.length + theirs.length || 1);
}

/** The words of a text as written; those that a line's end parted are whole again, and bullets and markup are none. */
function wordsOf(text: string): Word[] {
  return text
    .normalize('NFC')
    .replace(/<[^>]+>/g, ' ')
    .replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/[\u00ad\ufffd]|\*\*|^#+/gm, '')
    .split(/\s+/)
    .map((raw) => ({ raw, key: raw.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') }))
    .filter(({ key }) => key !== '');
}
