/**
 * The id of a framework, as somebody may write it who has only its name.
 */

/** Letters that Danish names have and ids have not. */
const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'u', ß: 'ss' };

/** Files, addresses and buttons carry an id; no name of a document needs more. */
export const LONGEST_ID = 60;

/** An id made of a name: "Nordkøbing 2026" gives `nordkoebing-2026`; empty where no letter of it and no digit can be used. */
export function suggestId(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåäöüß]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
}

/** Whether a text is an id as it stands. */
export function isId(text: string): boolean {
  return text.length <= LONGEST_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** The year that a name ends or begins with, as "Nordkøbing 2026" does; null where there is none. */
export function yearIn(name: string): number | null {
  const year = /(?<!\d)(19[7-9]\d|20\d\d)(?!\d)/.exec(name)?.[1];
  return year ? Number(year) : null;
}
