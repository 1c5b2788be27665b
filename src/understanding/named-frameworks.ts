/**
 * Which documents a message names, and in which edition.
 */
import { type Framework, type Library, newerEdition, newestFrameworks, olderEdition } from '../content/library.js';
import { pickNames } from '../language/names.js';
import { stem } from '../language/text.js';
import type { Reading, Span } from './reading.js';

/** Which edition the words or the years of a message mean. */
export function findEdition(library: Library, reading: Reading, years: readonly number[]): 'old' | 'new' | undefined {
  if (years.length > 0) {
    const replaced = library.frameworks.filter((framework) => newerEdition(library, framework));
    if (replaced.some((framework) => years.includes(framework.edition ?? 0))) return 'old';
    if (replaced.some((framework) => years.includes(newerEdition(library, framework)?.edition ?? 0))) return 'new';
  }
  if (reading.has('edition.old')) return 'old';
  return reading.has('edition.new') ? 'new' : undefined;
}

/** A run of words that names documents, and the frameworks it may mean. */
export type Named = { readonly span: Span; readonly frameworks: readonly Framework[] };

/** Finds where documents are named. */
export function findDocuments(library: Library, reading: Reading): Named[] {
  return reading.spans.flatMap((span) => {
    const frameworks = namedAt(library, reading, span);
    return frameworks.length > 0 ? [{ span, frameworks }] : [];
  });
}

/** The documents named, each in the edition meant. */
export function findFrameworks(
  library: Library,
  named: readonly Named[],
  asker: Framework | undefined,
  years: readonly number[],
  edition: 'old' | 'new' | undefined,
): Framework[] {
  const documents = new Map<string, Framework>();
  for (const framework of named.flatMap(({ frameworks }) => frameworks)) {
    const root = newest(library, framework);
    documents.set(root.id, chooseEdition(library, root, asker, years, edition));
  }
  return [...documents.values()];
}

function namedAt(library: Library, reading: Reading, span: Span): Framework[] {
  const named = pickNames(span.names, 'framework').flatMap(({ framework }) => library.framework(framework) ?? []);
  return named.filter((framework) => framework.titled || !isPlainWord(reading, span, framework));
}

/** A title of ours that is an everyday word ("Sammen") names its framework only after "i", "fra" …, before "grundlaget", or compared with another. */
function isPlainWord(reading: Reading, span: Span, framework: Framework): boolean {
  const [token] = reading.tokens.slice(span.from, span.to);
  const title = framework.title.toLowerCase();
  if (span.to - span.from > 1 || !token || token.stem !== stem(title)) return false;
  if (token.word !== title) return true;
  if (reading.tokens.length === 1) return false;
  const before = reading.tokens[span.from - 1]?.word ?? '';
  const after = reading.tokens[span.to]?.stem ?? '';
  const quoted = /["”“'»]/.test(reading.text[(reading.tokens[span.from]?.start ?? 0) - 1] ?? '');
  const { raw = '', start = 0 } = reading.tokens[span.from] ?? {};
  const proper = /^\p{Lu}\p{Ll}/u.test(raw) && /[\p{Ll},]\s$/u.test(reading.text.slice(0, start));
  return !(
    quoted ||
    proper ||
    isCompared(reading, span) ||
    ['i', 'fra', 'in', 'from', 'efter', 'the', 'til', 'hedder', 'kaldes', 'called', 'ifolge', 'jf', 'under'].includes(before) ||
    /^(grundlag|framework|dokument|model|udgav|tema|papir)/.test(after)
  );
}

/** "sammenlign sammen og socialafdelingen": joined to what names another document. */
function isCompared(reading: Reading, { from, to }: Span): boolean {
  const isJoined = (at: number) =>
    ['og', 'med', 'eller', 'kontra', 'and', 'with', 'or', 'versus', 'vs'].includes(reading.tokens[at]?.word ?? '');
  const isDocument = (at: (span: Span) => boolean) =>
    reading.spans.some((span) => at(span) && span.from !== from && pickNames(span.names, 'framework').length > 0);
  return (
    reading.has('compare') &&
    ((isJoined(to) && isDocument((span) => span.from === to + 1)) || (isJoined(from - 1) && isDocument((span) => span.to === from - 1)))
  );
}

/** The newest edition of a document. */
export function newest(library: Library, framework: Framework): Framework {
  const newer = newerEdition(library, framework);
  return newer ? newest(library, newer) : framework;
}

function chooseEdition(
  library: Library,
  root: Framework,
  asker: Framework | undefined,
  years: readonly number[],
  edition: 'old' | 'new' | undefined,
): Framework {
  const older = olderEdition(library, root);
  if (!older) return root;
  if (years.includes(older.edition ?? 0) && !years.includes(root.edition ?? 0)) return older;
  if (edition === 'old' && years.length === 0) return older;
  if (edition === undefined && asker && newest(library, asker) === root) return asker;
  return root;
}

/** The edition meant where no document is named: of the asker's document, else of the only one that has two. */
export function editioned(library: Library, asker: Framework | undefined, edition: 'old' | 'new'): Framework | undefined {
  const root = asker ? newest(library, asker) : newestFrameworks(library).find((framework) => olderEdition(library, framework));
  const older = root && olderEdition(library, root);
  return older && root ? (edition === 'old' ? older : root) : undefined;
}
