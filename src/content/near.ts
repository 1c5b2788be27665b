/**
 * What somebody may have meant: texts that are like the one written, and ids made of words.
 */

/** So many ids are read at a glance; of more only the few likest are told. */
export const GLANCE = 12;
/** See {@link GLANCE}. */
export const FEW = 5;

/** The few texts most like the one written, the most alike first: what somebody may have meant. */
export function nearest(given: string, known: readonly string[], most = 1): string[] {
  const like = new Map(known.map((each) => [each, distance(given.toLowerCase(), each.toLowerCase())]));
  return [...known].sort((one, other) => (like.get(one) ?? 0) - (like.get(other) ?? 0)).slice(0, most);
}

/** One that is so like it that it is meant, or undefined: at most a third of its letters are others. */
export function meant(given: string, known: readonly string[]): string | undefined {
  const [first] = nearest(given, known);
  return first !== undefined && distance(given.toLowerCase(), first.toLowerCase()) * 3 <= Math.max(given.length, first.length)
    ? first
    : undefined;
}

/** How many letters are to be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  [...one].forEach((letter, down) => {
    const next = [down + 1];
    [...other].forEach((theirs, across) => {
      const changed = (row[across] ?? 0) + (letter === theirs ? 0 : 1);
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

const plain: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', ä: 'ae', ö: 'o', ü: 'u', é: 'e', ß: 'ss' };

/** An id made of a text: "Nordkøbing 2026" becomes "nordkobing-2026". Empty where the text holds no letter and no digit. */
export function toId(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => plain[letter] ?? letter)
    .join('')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
