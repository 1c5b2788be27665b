/**
 * Everything that can be found and inserted: roles, themes, statements and prompts, ranked for what somebody is typing.
 */

import MiniSearch from 'minisearch';
import { COMMON } from '../content/framework.js';
import { allStatements, type Framework, hasCommon, type Library, newestFrameworks, statementsOf } from '../content/library.js';
import { once } from '../content/once.js';
import { findPlace, type Place, type Subject, subjectOfStatement } from '../content/place.js';
import { tokenize } from '../language/text.js';
import { typing } from './policy.js';
import type { Search } from './search.js';

/** What a find is. */
export type FindKind = 'common' | 'role' | 'theme' | 'statement' | 'prompt';

/** One find, best first where there are several. */
export type Find = { readonly kind: FindKind; readonly place: Place };

/** Whose search it is: ids of their framework and role, where known. */
export type Seeker = { readonly framework?: string | undefined; readonly role?: string | undefined };

/** What can be found. */
export type Catalogue = {
  /** Finds about a text that may still be being typed, the finder's own framework first; empty when nothing fits. */
  find(text: string, finder: Seeker): readonly Find[];
  /** What is worth a look before a word is typed: the finder's own role, the prompt of the day, what is common. `day` counts days. */
  begin(finder: Seeker, day: number): readonly Find[];
};

type Entry = { readonly id: number; readonly kind: FindKind; readonly subject: Subject; readonly name: string; readonly text: string };

/** As much of a text as is looked for. */
const longestText = 300;
/** As many finds as are ever paged through. */
const mostFinds = 200;

/** Creates the catalogue, indexed for the first look: some 40 ms for five frameworks. `ignored` are folded words that tell nothing. */
export function createCatalogue(library: Library, search: Search, ignored: ReadonlySet<string> = new Set()): Catalogue {
  const indexed = once(() => indexEntries(library, ignored));
  const superseded = new Set(library.frameworks.flatMap(({ supersedes }) => supersedes ?? []));
  const place = ({ kind, subject }: Entry): Find[] => {
    const found = findPlace(library, subject);
    return found ? [{ kind, place: found }] : [];
  };
  return {
    find(text, finder) {
      const { entries, byStatement, index } = indexed();
      const asked = text.slice(0, longestText);
      const scores = new Map<number, number>();
      for (const { id, score } of index.search(asked, { prefix: isBegun, fuzzy: fuzzOf })) scores.set(id as number, score);
      addMeaning(scores, search(asked).hits, byStatement);
      const rank = (entry: Entry) => rankOf(entry, finder, superseded);
      return [...scores]
        .flatMap(([id, score]) => (entries[id] ? [{ entry: entries[id], score }] : []))
        .sort((a, b) => rank(a.entry) - rank(b.entry) || b.score - a.score)
        .slice(0, mostFinds)
        .flatMap(({ entry }) => place(entry));
    },
    begin: (finder, day) => listBeginning(library, finder, day),
  };
}

function indexEntries(library: Library, ignored: ReadonlySet<string>) {
  const wordsOf = (text: string) => {
    const tokens = tokenize(text);
    const telling = tokens.filter(({ word }) => !ignored.has(word));
    return (telling.length > 0 ? telling : tokens).flatMap(({ word, stem }) => (word === stem ? [word] : [word, stem]));
  };
  const entries = library.frameworks.flatMap((framework) => listEntries(library, framework)).map((entry, id): Entry => ({ ...entry, id }));
  const byStatement = new Map(
    entries.flatMap((entry) => (entry.kind === 'statement' ? [[entry.subject.statement ?? '', entry.id] as const] : [])),
  );
  const index = new MiniSearch<Entry>({
    fields: ['name', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { name: typing.name, text: 1 }, boostDocument: (id) => weightOf(entries[id as number]) },
  });
  index.addAll(entries);
  return { entries, byStatement, index };
}

/** The last word may not be typed to its end yet: it, and its stem, find what begins so. */
function isBegun(term: string, at: number, terms: readonly string[]): boolean {
  return at >= terms.length - 2 && (term.length >= typing.begunFrom || terms.length <= 2);
}

function fuzzOf(term: string): number | false {
  return term.length >= typing.fuzzyFrom ? typing.fuzzy : false;
}

function weightOf(entry: Entry | undefined): number {
  return entry ? typing.kinds[entry.kind] : 1;
}

/** Best is as good as the best of the other index, so that neither hides the other. */
function addMeaning(scores: Map<number, number>, hits: ReturnType<Search>['hits'], byStatement: ReadonlyMap<string, number>): void {
  const best = hits[0]?.score ?? 0;
  for (const { statement, score } of hits) {
    const id = byStatement.get(statement.id);
    if (id !== undefined) scores.set(id, (scores.get(id) ?? 0) + (typing.meaning * score) / best);
  }
}

/** The finder's framework first, replaced editions last. */
function rankOf({ subject }: Entry, finder: Seeker, superseded: ReadonlySet<string>): number {
  if (subject.framework === finder.framework) return 0;
  return superseded.has(subject.framework) ? 2 : 1;
}

function listEntries(library: Library, framework: Framework): Omit<Entry, 'id'>[] {
  const { id, common } = framework;
  const statements = allStatements(framework);
  const labelOf = (theme: string | undefined) => framework.themes.find((each) => each.id === theme)?.label.text ?? '';
  return [
    ...(hasCommon(framework)
      ? [{ kind: 'common' as const, subject: { framework: id }, name: words(common.heading, ...common.aliases), text: '' }]
      : []),
    ...framework.roles.map(({ id: role, label, name, aliases }) => ({
      kind: 'role' as const,
      subject: { framework: id, role },
      name: words(label, name.da, name.en, ...aliases),
      text: '',
    })),
    ...framework.themes.map(({ id: theme, label, en, aliases, definition, subthemes }) => ({
      kind: 'theme' as const,
      subject: { framework: id, theme },
      name: words(label.text, en, ...aliases),
      text: words(definition?.text, ...subthemes.map((each) => each.label.text)),
    })),
    ...statements.map((statement) => ({
      kind: 'statement' as const,
      subject: subjectOfStatement(statement),
      name: '',
      text: words(statement.text, labelOf(statement.theme)),
    })),
    ...library.prompts.filter((prompt) => prompt.framework === id).map((prompt) => toPromptEntry(library, prompt)),
  ];
}

function toPromptEntry(library: Library, prompt: Library['prompts'][number]): Omit<Entry, 'id'> {
  const statement = prompt.statements.map((each) => library.statement(each)).find((each) => each?.framework === prompt.framework);
  const subject = statement
    ? subjectOfStatement(statement, prompt)
    : { framework: prompt.framework, ...(prompt.theme && { theme: prompt.theme }), prompt: prompt.id };
  return { kind: 'prompt', subject, name: '', text: words(prompt.da, prompt.en) };
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' . ');
}

function listBeginning(library: Library, finder: Seeker, day: number): Find[] {
  const home = library.framework(finder.framework ?? '') ?? library.fallback;
  const frameworks = home ? [home] : newestFrameworks(library);
  const role = home?.roles.find(({ id }) => id === finder.role);
  const own = role && home ? toFinds(library, 'role', { framework: home.id, role: role.id }) : [];
  const prompt = frameworks.slice(0, 1).flatMap((framework) => promptOfDay(library, framework, role?.id, day));
  const shared = frameworks.flatMap((framework) => toFinds(library, 'common', { framework: framework.id }));
  const themes = (home?.themes ?? []).flatMap((theme) =>
    toFinds(library, 'theme', {
      framework: home?.id ?? '',
      ...(role && hasPart(home, role.id, theme.id) && { role: role.id }),
      theme: theme.id,
    }),
  );
  return [...own, ...prompt, ...shared, ...themes];
}

function hasPart(framework: Framework | undefined, role: string, theme: string): boolean {
  return framework !== undefined && statementsOf(framework, role, theme).length > 0;
}

function promptOfDay(library: Library, framework: Framework, role: string | undefined, day: number): Find[] {
  const statements = statementsOf(framework, role ?? COMMON);
  const prompted = statements.flatMap((statement) =>
    library.promptsFor(statement.id).map((prompt) => subjectOfStatement(statement, prompt)),
  );
  const subject = prompted[Math.abs(day) % Math.max(1, prompted.length)];
  return subject ? toFinds(library, 'prompt', subject) : [];
}

function toFinds(library: Library, kind: FindKind, subject: Subject): Find[] {
  const place = findPlace(library, subject);
  return place ? [{ kind, place }] : [];
}
