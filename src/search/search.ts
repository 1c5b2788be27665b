/**
 * One ranked search over all statements: MiniSearch's BM25 over our own reading of Danish.
 *
 * A word is indexed as itself, as its stem, as the parts of its compound and as the topics it belongs to, so
 * that "budgetopfølgning" finds what is said of økonomi, and an English word the Danish statement.
 */

import MiniSearch from 'minisearch';
import { allStatements, type Statement, themeOf } from '../content/library.js';
import { once } from '../content/once.js';
import { keysOf, LIGHT } from '../language/names.js';
import { createTokenizer, type Token, type Tokenize, tokenize } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { contentOf, createLikeness, type Likeness } from './likeness.js';
import { policy } from './policy.js';

/** A statement and how well it fits; scores compare only within one search. */
export type Hit = { readonly statement: Statement; readonly score: number };

/** Narrows a search to a framework, and lifts a role's and a theme's own statements. */
export type SearchScope = {
  readonly framework?: string | undefined;
  readonly role?: string | undefined;
  readonly theme?: string | undefined;
};

/** Finds statements about a text, best first; empty when no word of it is known. */
export type Search = (text: string, scope?: SearchScope) => readonly Hit[];

type Document = { id: string; text: string; about: string };

/** Creates the search; the statements are indexed for the first one: some 60 ms for five frameworks. */
export function createSearch(
  vocabulary: Vocabulary,
  likeness: Likeness = createLikeness(vocabulary),
  split: Tokenize = createTokenizer(),
): Search {
  const { library } = vocabulary;
  const index = once(() => indexStatements(vocabulary, split));

  return (text, scope = {}) => {
    const terms = new Map<string, number>();
    for (const [term, weight] of termsOf(vocabulary, tokenize(text))) {
      terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    }
    if (terms.size === 0) return [];
    const asked = new Map<string, number>();
    const found = index().search([...terms.keys()].join(' '), {
      boostTerm: (term) => terms.get(term) ?? 1,
      filter: (result) => scope.framework === undefined || String(result.id).startsWith(`${scope.framework}/`),
    });
    const scores = new Map(found.map(({ id, score }) => [String(id), score]));
    const wanted = contentOf(vocabulary, text);
    for (const { of, likeness: near } of likeness.asks(wanted, policy.asks)) {
      const { statement: id } = of;
      if (id === undefined || (scope.framework !== undefined && of.framework !== scope.framework)) continue;
      asked.set(id, Math.max(asked.get(id) ?? 0, near));
    }
    // One word alone is in too many questions to tell which is meant.
    const known = wanted.filter((feature) => !feature.startsWith('#')).length > 1 ? policy.known : policy.known * policy.lone;
    for (const [id, near] of asked) scores.set(id, (scores.get(id) ?? 0) + known * near);
    const hits = [...scores].flatMap(([id, score]) => {
      const statement = library.statement(id);
      return statement ? [{ statement, score: score * lift(statement, scope) }] : [];
    });
    const sorted = hits.sort((a, b) => b.score - a.score);
    const best = sorted[0]?.score ?? 0;
    return sorted.filter((hit) => hit.score >= best * policy.tail);
  };
}

function indexStatements(vocabulary: Vocabulary, split: Tokenize): MiniSearch<Document> {
  const index = new MiniSearch<Document>({
    fields: ['text', 'about'],
    tokenize: (text, field) => (field === undefined ? text.split(' ') : termsOf(vocabulary, split(text)).map(([term]) => term)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { text: 1, about: policy.heading } },
  });
  index.addAll(
    vocabulary.library.frameworks.flatMap((framework) =>
      allStatements(framework).map((statement) => ({ id: statement.id, text: statement.text, about: aboutOf(framework, statement) })),
    ),
  );
  return index;
}

function lift(statement: Statement, scope: SearchScope): number {
  return (scope.role === statement.role ? policy.ownRole : 1) * (scope.theme && scope.theme === statement.theme ? policy.ownTheme : 1);
}

function aboutOf(framework: Parameters<typeof allStatements>[0], statement: Statement): string {
  const theme = themeOf(framework, statement.theme);
  if (!theme || framework.themeKind === 'section') return '';
  const subtheme = theme.subthemes.find((other) => other.id === statement.subtheme);
  return [theme.label.text, theme.en, subtheme?.label.text ?? '', ...(subtheme?.aliases ?? [])].join(' . ');
}

/** The terms a run of words is indexed and searched by, with their weights. */
function termsOf(vocabulary: Vocabulary, tokens: readonly Token[]): [string, number][] {
  return [...tokens.flatMap((token) => wordTerms(vocabulary, token)), ...topicTerms(vocabulary, tokens)];
}

function wordTerms(vocabulary: Vocabulary, token: Token): [string, number][] {
  if (vocabulary.fillers.has(token.word) || vocabulary.frame.has(token.word) || token.word.length < 3) return [];
  const parts = vocabulary.spelling.split(token.word).flatMap((part): [string, number][] => {
    const [inner] = tokenize(part);
    return inner
      ? [[inner.stem, policy.part], ...topicTerms(vocabulary, [inner]).map(([term]): [string, number] => [term, policy.part])]
      : [];
  });
  return [[`=${token.word}`, policy.word], [token.stem, policy.stem], ...parts];
}

/** Topics named by runs of up to five words, with or without the light words between. */
function topicTerms(vocabulary: Vocabulary, all: readonly Token[]): [string, number][] {
  const heavy = all.filter((token) => !LIGHT.has(token.word));
  return [...topicRuns(vocabulary, all), ...(heavy.length < all.length ? topicRuns(vocabulary, heavy) : [])];
}

function topicRuns(vocabulary: Vocabulary, tokens: readonly Token[]): [string, number][] {
  const { names } = vocabulary.phrases;
  return tokens.flatMap((_, from) =>
    [1, 2, 3, 4, 5].flatMap((length) => {
      const run = tokens.slice(from, from + length);
      if (run.length < length) return [];
      const topics = keysOf(run)
        .flatMap((key) => names.get(key) ?? [])
        .flatMap((name) => (name.kind === 'topic' ? [name.topic] : []));
      return [...new Set(topics)].map((topic): [string, number] => [`#${topic}`, policy.topic]);
    }),
  );
}
