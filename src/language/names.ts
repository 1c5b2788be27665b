/**
 * The table of names: every way to name a role, a theme, a framework, a term or a topic, as one look-up
 * from a run of words to what it may mean.
 */
import { type Framework, hasCommon, type Library, newerEdition } from '../content/library.js';
import type { Lexicon } from './lexicon.js';
import { createTokenizer, type Token, type Tokenize } from './text.js';

/** What a run of words may name. `exact` is false for aliases that are everyday words as well. */
export type Name =
  | { readonly kind: 'role'; readonly framework: string; readonly role: string; readonly generic: boolean; readonly label: boolean }
  | {
      readonly kind: 'theme';
      readonly framework: string;
      readonly theme: string;
      readonly subtheme: string | undefined;
      readonly label: boolean;
    }
  | { readonly kind: 'term'; readonly framework: string; readonly term: string }
  | { readonly kind: 'common'; readonly framework: string }
  | { readonly kind: 'framework'; readonly framework: string }
  | { readonly kind: 'title'; readonly title: number }
  | { readonly kind: 'topic'; readonly topic: string };

/** Names by key; see {@link keysOf}. */
export type PhraseTable = {
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** Stems with a space between: the runs that are written as they were given, not joined by chance ("mellem leder"). */
  readonly spaced: ReadonlySet<string>;
  readonly longest: number;
};

/** Words that may stand, or be missing, inside any name: "hvad skal (jeg) kunne", "leder (i) dagtilbud". */
export const LIGHT: ReadonlySet<string> = new Set(
  'jeg man du vi i mig dig os lige egentlig altsa nu sa jo da det den de der the a an my your our et en'.split(' '),
);

/** Titles so general that they are a role only where somebody is spoken of as one ("som chef"). */
const GENERIC = new Set(['chef', 'leder', 'medarbejder', 'ansat', 'manager', 'employee', 'boss', 'staff', 'personale', 'kollega']);

/**
 * The keys of a run of words: its stems joined, and its words joined with the last one stemmed. Joining makes
 * "kontor chefen", "kontor-chef" and "kontorchefs" one.
 */
export function keysOf(tokens: readonly Token[]): string[] {
  const last = tokens.at(-1);
  if (!last) return [];
  const stems = tokens.map((token) => token.stem).join('');
  const words =
    tokens
      .slice(0, -1)
      .map((token) => token.word)
      .join('') + last.stem;
  return stems === words ? [stems] : [stems, words];
}

/** The key of a run as it stands, word by word. */
export function spacedKey(tokens: readonly Token[]): string {
  return tokens.map((token) => token.stem).join(' ');
}

/** Builds the table for all loaded content. */
export function createPhraseTable(library: Library, lexicon: Lexicon, tokenize: Tokenize = createTokenizer()): PhraseTable {
  const names = new Map<string, Name[]>();
  const spaced = new Set<string>();
  const known = new Set<string>();
  let longest = 1;
  const add = (phrase: string, name: Name) => {
    const tokens = tokenize(phrase);
    const heavy = tokens.filter((token) => !LIGHT.has(token.word));
    const meaning = JSON.stringify({ ...name, label: 0 });
    longest = Math.max(longest, tokens.length);
    spaced.add(spacedKey(tokens));
    spaced.add(spacedKey(heavy));
    for (const key of new Set([...keysOf(tokens), ...keysOf(heavy)])) {
      if (known.has(`${key} ${meaning}`)) continue;
      known.add(`${key} ${meaning}`);
      const same = names.get(key);
      if (same) same.push(name);
      else names.set(key, [name]);
    }
  };
  for (const framework of library.frameworks) addFramework(framework, newerEdition(library, framework) !== undefined, add, tokenize);
  lexicon.titles.forEach(({ title, aliases }, at) => {
    for (const phrase of [title, ...aliases]) add(phrase, { kind: 'title', title: at });
  });
  for (const { id, words } of lexicon.topics) for (const word of words) add(word, { kind: 'topic', topic: id });
  return { names, spaced, longest: Math.min(longest, 8) };
}

function addFramework(framework: Framework, hasNewer: boolean, add: (phrase: string, name: Name) => void, tokenize: Tokenize): void {
  const { id } = framework;
  const own: Name = { kind: 'framework', framework: id };
  for (const phrase of [framework.title, framework.name, ...framework.aliases]) add(phrase, own);
  for (const phrase of [framework.organisation.name, framework.organisation.unit]) if (phrase) add(phrase, own);
  if (framework.edition && hasNewer) add(`${framework.edition}`, own);
  const shared = hasCommon(framework) ? framework.common.aliases.concat(framework.common.heading) : [];
  for (const phrase of shared) add(phrase, { kind: 'common', framework: id });
  for (const role of framework.roles) {
    const labelled = new Set([role.name.da, ...partsOf(role.label)].flatMap((phrase) => keysOf(tokenize(phrase))));
    for (const phrase of [role.label, role.name.da, role.name.en, ...(role.adopted ? [role.adopted] : []), ...role.aliases]) {
      const first = tokenize(phrase);
      const generic = first.length === 1 && GENERIC.has(first[0]?.word ?? '');
      add(phrase, { kind: 'role', framework: id, role: role.id, generic, label: keysOf(first).some((key) => labelled.has(key)) });
    }
  }
  for (const theme of framework.themes) {
    const labelled = [theme.label.text, theme.label.original ?? theme.label.text, theme.en];
    for (const phrase of [...labelled, ...theme.aliases]) {
      add(phrase, { kind: 'theme', framework: id, theme: theme.id, subtheme: undefined, label: labelled.includes(phrase) });
    }
    for (const subtheme of theme.subthemes) {
      for (const phrase of [subtheme.label.text, ...subtheme.aliases]) {
        add(phrase, { kind: 'theme', framework: id, theme: theme.id, subtheme: subtheme.id, label: phrase === subtheme.label.text });
      }
    }
  }
  for (const term of framework.terms)
    for (const phrase of [term.label, ...term.aliases]) add(phrase, { kind: 'term', framework: id, term: term.id });
}

/** The titles joined in one label: "Dagtilbuds-, skole- og UngiAarhus-ledere" names three. */
function partsOf(label: string): string[] {
  const parts = label
    .replace(/ m\.fl\.?/, '')
    .split(/,| og (?=[a-zæøåA-ZÆØÅ]+-)/)
    .map((part) => part.trim());
  const head = label.match(/-([a-zæøå]+)$/)?.[1] ?? '';
  return [label, ...parts.map((part) => (part.endsWith('-') ? part + head : part))];
}

/** The names of one kind. */
export function pickNames<K extends Name['kind']>(names: readonly Name[], kind: K): Extract<Name, { kind: K }>[] {
  return names.filter((name): name is Extract<Name, { kind: K }> => name.kind === kind);
}
