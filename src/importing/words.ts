/**
 * The general vocabulary of Danish leadership: what a role, what all share, and a rung of the ladder are called.
 * No word of it comes from one document; it is kept small, since every other word is read from how a document is set.
 */
import type { Level } from '../content/framework.js';

/** Titles that a role's last word ends in. Machines that read pages print ø as o or g. */
const TITLE =
  '(?:(?:dag)?ledere?|chef|direkt(?:ø|o|oe|g)r|medarbejdere?|koordinator|forstander|rektor|inspektør|borgmester|konsulent|mentor|ansatte?|souschef|afdelingssygeplejerske)(?:en|ne|erne|er|e)?';
const OF = `lede?re?(?:n|ne)? (?:af|for) (?:andre )?(?:ledere?|medarbejdere?|med ?-? ?arbejdere?|teams?|institutioner|afdelinger|enheder)(?:ne)?`;
const ONE = `(?:${OF}|(?:[\\p{L}/]+[- ]){0,3}[\\p{L}-]*${TITLE})`;
const MARK = '(?:\\d+(?:\\.\\d+)*\\.? )?(?:(?:rolle(?:beskrivelse)?|niveau|ledelsesniveau|rollen som|som)(?: ?\\d+)? ?:? ?)?';
const MORE = '(?:[,/] ?(?:samt |og )?|,? (?:og|eller|samt|/|&|-|–) )';
const HALF = '(?:[\\p{L}]+-(?:,| og|/) ?)*';
const ROLE = new RegExp(
  `^${MARK}(?:fx |f\\.eks\\. |du er |jeg er |for )?(?:${HALF}${ONE}(?:${MORE}${HALF}${ONE})*)(?: m\\.?(?:fl|m)\\.?)?(?: \\([^)]*\\))?[.:]?$`,
  'iu',
);
const COLUMN = new RegExp(
  `^(?:fælles|alle|${OF}|(?:[\\p{L}-]*?)(?:medarbejdere?|chef(?:er)?|direktør(?:er)?|ledere?))(?=[\\s\\p{L}/|,]|$)`,
  'iu',
);
/** A role's name is no longer than this. */
const LONGEST_ROLE = 130;
/** Words that make a sentence of what looks like a role. */
const VERB = /\b(?:er|har|skal|kan|vil|skaber|sikrer|tager|leder|sætter|arbejder|bidrager|som|der|at|vi|jeg|du)\b/iu;

/** The words without a number or "Rolle:" before them, and without a mark after them. */
export function plainLabel(text: string): string {
  return text
    .trim()
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/u, '')
    .replace(/[\s:]+$/u, '');
}

/** The name of a role without what announces one. */
export function roleLabel(text: string): string {
  const announced = /^(?:(?:rolle(?:beskrivelse)?|niveau|ledelsesniveau)(?: ?\d+)? ?[:–-] ?|(?:rollen som|som|du er|jeg er) )/iu;
  return plainLabel(plainLabel(text).replace(announced, ''));
}

/** True for words that name a role and nothing else. */
export function isRole(text: string, titles: ReadonlySet<string> = NONE): boolean {
  const label = text.trim().replace(/\s+/g, ' ');
  if (label === '' || label.length > LONGEST_ROLE || isCommon(label)) return false;
  if (titles.has(roleLabel(label).toLowerCase())) return true;
  if (!ROLE.test(label)) return false;
  const named = roleLabel(label)
    .replace(new RegExp(OF, 'giu'), '')
    .replace(/^(?:fx|for|du er|jeg er|som) /iu, '');
  return !VERB.test(named.replace(/\bleder\b/giu, ''));
}

const NONE: ReadonlySet<string> = new Set();

/** True for words over what a document expects of everybody. */
export function isCommon(text: string): boolean {
  const label = plainLabel(text).toLowerCase();
  if (label.length > LONGEST_ROLE || /[.!?]$/.test(label)) return false;
  return (
    /^f[æaez]{1,2}lles(?:t?r[æaez]{1,2}k\b| for\b| ved\b| forventninger|$)/u.test(label) ||
    /^(?:for |til )?(?:os )?alle(?: (?:ledere|medarbejdere|ansatte|niveauer|roller)\b|$)/u.test(label) ||
    /^(?:det,? )?(?:der )?g[æaez]{1,2}lder (?:for )?alle/u.test(label)
  );
}

/** The roles that one line of column heads names, run together or not; undefined for every other line. */
export function columnHeads(text: string): string[] | undefined {
  const heads: string[] = [];
  let rest = text.trim().replace(/\s+/g, ' ');
  while (rest !== '') {
    const [head] = COLUMN.exec(rest) ?? splitGlued(rest) ?? [];
    if (!head) return undefined;
    heads.push(head);
    rest = rest.slice(head.length).replace(/^[\s|/,]+/u, '');
  }
  return heads.length >= 2 ? heads : undefined;
}

function splitGlued(text: string): RegExpExecArray | null {
  return /^(?:fælles|medarbejder|chef|direktør)/iu.exec(text);
}

/** The rung of a role by its name, and whether the name says so by itself. */
export function levelOf(
  label: string,
  titles: ReadonlyMap<string, Level> = new Map(),
): { readonly level: Level; readonly isSure: boolean } {
  const name = roleLabel(label).toLowerCase();
  if (/lede?re? (?:af|for) (?:andre )?lede/u.test(name)) return { level: 'leder-af-ledere', isSure: true };
  if (/lede?re? (?:af|for) (?:med|team)/u.test(name)) return { level: 'leder-af-medarbejdere', isSure: true };
  const known = titles.get(singular(name)) ?? titles.get(name);
  if (/direkt(?:ø|o|oe|g)r/u.test(name)) return { level: 'direktor', isSure: true };
  if (/^(?:medarbejder|ansat)/u.test(name) || /medarbejdere?$/u.test(name)) return { level: 'medarbejder', isSure: true };
  if (known) return { level: known, isSure: true };
  if (/chef/u.test(name)) return { level: 'chef', isSure: true };
  return { level: 'leder-af-medarbejdere', isSure: /^(?:team|gruppe|afdelings|daglig|funktions)/u.test(name) };
}

/** A role's name in the singular, in small letters. */
export function singular(label: string): string {
  return roleLabel(label)
    .toLowerCase()
    .replace(/(leder|medarbejder)(?:en|e|ne|ere|erne)\b/gu, '$1')
    .replace(/(chef|direktør|koordinator|konsulent|forstander)(?:en|er|erne|ne|e)\b/gu, '$1');
}

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/leder af leder/u, 'leader of leaders'],
  [/leder af medarbejder/u, 'leader of employees'],
  [/direktør/u, 'director'],
  [/chef/u, 'head of department'],
  [/medarbejder/u, 'employee'],
];

/** What English readers may call a role: a proposal. */
export function englishOf(label: string): string {
  return ENGLISH.find(([is]) => is.test(singular(label)))?.[1] ?? 'leader';
}

/** How leaders of each rung are talked about: whom they lead, and which rooms they sit in. Used where columns were lost. */
export const CUES: Readonly<Record<Level, readonly RegExp[]>> = {
  medarbejder: [/\bkolleg/u, /\bmin leder\b/u, /\bmin(?:e)? opgaver?\b/u],
  'leder-af-medarbejdere': [/\b(?:mine )?medarbejdere?(?:n|ne)?\b/u, /\bpersonale/u],
  'leder-af-ledere': [/\b(?:lederteam|ledelsesteam|ledergruppe)/u, /\bmine ledere\b/u, /\bledere af medarbejdere/u, /\bbudget/u],
  chef: [/\bchefgruppe/u, /\bmit område|min afdeling/u, /\btværgående|på tværs af (?:forvaltning|områder)/u],
  direktor: [/\bdirektion/u, /\bforvaltningens\b/u, /\bpolitiske (?:niveau|mål|udvalg)|politisk(?:e)? udvalg/u, /\bsamlede\b/u],
};

/** Words that no sentence ends in: after them a text goes on, whatever stands between. */
export const GOES_ON =
  /(?:^|\s)(?:og|i|på|af|til|eller|som|der|at|den|det|de|en|et|med|for|om|ved|fra|samt|hvor|hvad|hvordan|inden|under|mellem|mod|over|gennem|er|har|så|men|hele|vores|min|mine|mit|pa)$/iu;

/** True where a text is set in capitals only. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** An id made of words: small letters a–z, digits and single hyphens; at most so many words, those that say little left out. */
export function idOf(text: string, words: number): string {
  const all = plainLabel(text)
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const telling = all.filter((word) => !LITTLE.has(word));
  return (telling.length > 0 ? telling : all).slice(0, words).join('-') || 'uden-navn';
}

const LITTLE = new Set(
  'at jeg vi du er og i pa af til eller som der den det de en et med for om ved fra samt skal kan har min mine mit vores'.split(' '),
);

/** How alike two texts are, from 0 to 1, by their pairs of letters: a machine that reads pages spells the same words differently. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  if (a.length === 0 || b.length === 0) return one === other ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) {
      shared++;
      left.set(pair, count - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

function pairs(text: string): string[] {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [...letters.slice(1)].map((letter, at) => `${letters[at]}${letter}`);
}
