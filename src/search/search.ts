/**
 * One ranked search over all statements: MiniSearch's BM25 over our own reading of Danish.
 *
 * A word is indexed as itself, as its stem, as the parts of its compound and as the topics it belongs to, so
 * that "budgetopfølgning" finds what is said of økonomi, and an English word the Danish statement.
 */

import MiniSearch from 'minisearch';
import type { Wording } from '../content/framework.js';
import { allStatements, type Framework, type Statement, type Theme, themeOf } from '../content/library.js';
import { once } from '../content/once.js';
import { createTokenizer, type Tokenize, tokenize } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { contentOf, createLikeness, type Likeness } from './likeness.js';
import { policy } from './policy.js';
import { headTopics, type Subject, saidTerms, subjectsOf, termsOf, writtenTerm } from './subject.js';

/** Why a statement was found: it speaks of what was asked about, or it is only near it. */
export type Why = 'speaks' | 'near';

/** A statement and how well it fits; scores compare only within one search. */
export type Hit = { readonly statement: Statement; readonly score: number; readonly why: Why };

/** What a document says outside of its statements: how it explains a theme, or its foreword where no theme is given. */
export type Passage = { readonly framework: Framework; readonly theme: Theme | undefined; readonly wording: Wording };

/** What a search found, best first, and what was asked about, as far as that can be told; passages only where they speak of it. */
export type Finding = { readonly hits: readonly Hit[]; readonly passages: readonly Passage[]; readonly subject: Subject | undefined };

/** Narrows a search to a framework, and lifts a role's and a theme's own statements. */
export type SearchScope = {
  readonly framework?: string | undefined;
  readonly role?: string | undefined;
  readonly theme?: string | undefined;
};

/** Finds statements about a text, best first; empty when no word of it is known. */
export type Search = (text: string, scope?: SearchScope) => Finding;

type Document = { id: string; text: string; about: string; said: string };

/** The statements as they are searched, which of them have a term, and which passages. */
type Index = {
  readonly ranked: MiniSearch<Document>;
  readonly having: ReadonlyMap<string, ReadonlySet<string>>;
  readonly passages: readonly { readonly passage: Passage; readonly terms: ReadonlySet<string> }[];
};

/** Creates the search; the statements are indexed for the first one: some 60 ms for five frameworks. */
export function createSearch(
  vocabulary: Vocabulary,
  likeness: Likeness = createLikeness(vocabulary),
  split: Tokenize = createTokenizer(),
): Search {
  const { library } = vocabulary;
  const index = once(() => indexStatements(vocabulary, split));

  return (text, scope = {}) => {
    const tokens = tokenize(text);
    const terms = new Map<string, number>();
    for (const [term, weight] of [...termsOf(vocabulary, tokens), ...saidTerms(vocabulary, tokens)]) {
      terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    }
    if (terms.size === 0) return { hits: [], passages: [], subject: undefined };
    const isInScope = (id: string) => scope.framework === undefined || id.startsWith(`${scope.framework}/`);
    const found = index().ranked.search([...terms.keys()].join(' '), {
      boostTerm: (term) => terms.get(term) ?? 1,
      filter: (result) => isInScope(String(result.id)),
    });
    const scores = new Map(found.map(({ id, score }) => [String(id), score]));
    const wanted = contentOf(vocabulary, text);
    const asked = new Map<string, number>();
    for (const { of, likeness: near } of likeness.asks(wanted, policy.asks)) {
      if (of.statement !== undefined && isInScope(of.statement)) asked.set(of.statement, Math.max(asked.get(of.statement) ?? 0, near));
    }
    // One word alone is in too many questions to tell which is meant.
    const isLone = wanted.filter((feature) => !feature.startsWith('#')).length <= 1;
    const known = isLone ? policy.known * policy.lone : policy.known;
    for (const [id, near] of asked) scores.set(id, (scores.get(id) ?? 0) + known * near);
    const isShort = wanted.filter((feature) => !feature.startsWith('#')).length <= policy.name;
    const sameFrom = isShort ? policy.sameWord : policy.sameQuestion;
    const sorted = [...scores]
      .flatMap(([id, score]) => {
        const statement = library.statement(id);
        return statement ? [{ statement, score: score * lift(statement, scope) }] : [];
      })
      .sort((a, b) => b.score - a.score);
    const { having } = index();
    const subject = findSubject(subjectsOf(vocabulary, text), having, sorted);
    const speaking = speakersOf(subject, having);
    const best = sorted[0]?.score ?? 0;
    const hits = sorted
      .filter(({ score }) => score >= best * policy.tail)
      .map((hit): Hit => {
        const isSpeaking = speaking.has(hit.statement.id) || (asked.get(hit.statement.id) ?? 0) >= sameFrom;
        return { ...hit, why: isSpeaking ? 'speaks' : 'near' };
      });
    const passages = index().passages.flatMap(({ passage, terms: its }) =>
      isInScope(`${passage.framework.id}/`) && subject?.terms.some((term) => its.has(term)) ? [passage] : [],
    );
    return { hits, passages, subject };
  };
}

/**
 * What is asked about before all else: a topic before a word, and of several what fewest statements speak of; a word that
 * nothing is known of only where nothing else is asked. Who tells a story asks about the topic of it that the best fitting
 * statements speak of.
 */
function findSubject(
  subjects: readonly Subject[],
  having: Index['having'],
  sorted: readonly Pick<Hit, 'statement'>[],
): Subject | undefined {
  const known = subjects.map((subject) => ({ subject, speakers: speakersOf(subject, having) }));
  const spoken = known.filter(({ speakers }) => speakers.size > 0).sort((a, b) => a.speakers.size - b.speakers.size);
  const named = spoken.filter(({ subject }) => subject.topic);
  const plain = named.filter(({ subject }) => !subject.isIdiom);
  const topics = plain.length > 0 ? plain : named;
  if (subjects.length <= policy.short) return (topics[0] ?? spoken[0] ?? known[0])?.subject;
  const first = sorted.slice(0, policy.first).map(({ statement }) => statement.id);
  return first.flatMap((id) => topics.find(({ speakers }) => speakers.has(id)) ?? [])[0]?.subject;
}

function speakersOf(subject: Subject | undefined, having: Index['having']): ReadonlySet<string> {
  return new Set((subject?.terms ?? []).flatMap((term) => [...(having.get(term) ?? [])]));
}

function indexStatements(vocabulary: Vocabulary, split: Tokenize): Index {
  const { library } = vocabulary;
  const having = new Map<string, Set<string>>();
  const note = (id: string, terms: readonly (readonly [string, number])[]) => {
    for (const [term] of terms) having.set(term, (having.get(term) ?? new Set()).add(id));
    return terms.map(([term]) => term);
  };
  const ranked = new MiniSearch<Document>({
    fields: ['text', 'about', 'said'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { text: 1, about: policy.heading, said: policy.said } },
  });
  ranked.addAll(
    library.frameworks.flatMap((framework) =>
      allStatements(framework).map((statement) => ({
        id: statement.id,
        text: note(statement.id, textTerms(vocabulary, split(statement.text)))
          .filter((term) => !term.startsWith("'"))
          .join(' '),
        about: termsOf(vocabulary, split(aboutOf(framework, statement)))
          .map(([term]) => term)
          .join(' '),
        said: library
          .wordsFor(statement.id)
          .flatMap((phrase) => note(statement.id, saidTerms(vocabulary, split(phrase), true)))
          .join(' '),
      })),
    ),
  );
  return { ranked, having, passages: passagesOf(vocabulary, split) };
}

function passagesOf(vocabulary: Vocabulary, split: Tokenize): Index['passages'] {
  return vocabulary.library.frameworks.flatMap((framework) => {
    const explained = framework.themes.flatMap((theme) => (theme.definition ? [{ framework, theme, wording: theme.definition }] : []));
    const forewords = framework.preface.flatMap(({ paragraphs }) =>
      paragraphs.map((wording) => ({ framework, theme: undefined, wording })),
    );
    return [...explained, ...forewords].map((passage) => ({
      passage,
      terms: new Set(textTerms(vocabulary, split(passage.wording.text)).map(([term]) => term)),
    }));
  });
}

/** The terms of a statement, and its words as they are written. */
function textTerms(vocabulary: Vocabulary, tokens: ReturnType<Tokenize>): (readonly [string, number])[] {
  return [
    ...termsOf(vocabulary, tokens),
    ...tokens.flatMap((token) => headTopics(vocabulary, token).map((term) => [term, 0] as const)),
    ...tokens.map((token) => [writtenTerm(token), 0] as const),
  ];
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
