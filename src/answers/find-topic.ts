/**
 * What stands about a topic, and what may be said of it: that it stands there, that it is not named and what is nearest, or
 * that there is nothing.
 */
import { COMMON } from '../content/framework.js';
import { type Framework, type Role, type RoleRef, roleOf, type Statement, type Theme, themeOf } from '../content/library.js';
import { levelDistance } from '../content/parts.js';
import type { Finding, Hit, Passage, Search } from '../search/search.js';
import type { Subject } from '../search/subject.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import type { Asking } from './kind.js';

/** A sentence with everybody of its framework to whom it is said; no role where it is said to all. */
export type TopicHit = {
  readonly statement: Statement;
  readonly roles: readonly Role[];
  readonly theme: Theme | undefined;
  /** Where it is no statement: how the document explains a theme, or its foreword. */
  readonly passage?: 'definition' | 'preface';
};

/** What a framework says about a topic, best first. */
export type TopicGroup = { readonly framework: Framework; readonly hits: readonly TopicHit[] };

/** What was found about a topic. */
export type TopicFound = {
  /** `stands`: the groups speak of it. `chosen`: they were chosen for it. `near`: nothing does, and these are nearest. `none`: there is nothing. */
  readonly how: 'stands' | 'chosen' | 'near' | 'none';
  readonly subject: Subject | undefined;
  /** One for each framework, the person's own first. */
  readonly groups: readonly TopicGroup[];
  /** What is near it beside what stands there. */
  readonly beside: readonly TopicHit[];
  /** The framework that is silent, where one was asked. */
  readonly silent?: Framework | undefined;
  /** Other frameworks that speak of it where that one is silent, with how many statements. */
  readonly elsewhere: readonly { readonly framework: Framework; readonly count: number }[];
  /** The role that was asked about, where nothing of it is said to that role. */
  readonly lacking?: Role | undefined;
};

/** At most so many statements of one framework: a card has to stay readable. */
const mostHits = 9;
/** So many are shown of what is only near. */
const mostNear = 2;
const mostBeside = 3;

/** Finds what stands about a topic: the role asked about (or the asker's own) first, then its neighbours in the ladder. */
export function findTopic(context: Context, question: Asking<'topic'>): TopicFound {
  const { library, search } = context;
  if (question.statements) return findChosen(context, question.statements);
  const place = placeOf(context, question);
  const home = library.framework(question.framework ?? '') ?? place?.framework ?? findHome(context);
  const scope = { role: place?.role.id, theme: question.theme };
  const everywhere = search(question.text, { ...scope, framework: question.framework });
  const speaking = group(context, everywhere, place, 'speaks');
  const own = home && speaking.find(({ framework }) => framework === home);
  const { subject } = everywhere;
  if (speaking.length > 0 && (own || !home)) {
    const asked = question.role !== undefined ? place?.role : undefined;
    const isSaid = speaking[0]?.hits.some(({ roles }) => roles.length === 0 || (asked && roles.includes(asked)));
    const first = speaking[0]?.framework;
    const beside = group(context, everywhere, place, 'near').find(({ framework }) => framework === first)?.hits ?? [];
    return {
      how: 'stands',
      subject,
      groups: speaking,
      beside: beside.slice(0, mostBeside),
      elsewhere: [],
      lacking: asked && !isSaid ? asked : undefined,
    };
  }
  const others = question.framework === undefined ? speaking : listOthers(context, question, search, home);
  // What others say must not hide what is near at home.
  const there = home && question.framework === undefined ? search(question.text, { ...scope, framework: home.id }) : everywhere;
  const near = group(context, there, place, 'near')
    .filter(({ framework }) => framework === home || !home)
    .slice(0, 1)
    .map(({ framework, hits }) => ({ framework, hits: hits.slice(0, mostNear) }));
  const elsewhere = others.map(({ framework, hits }) => ({ framework, count: hits.length }));
  return { how: near.length > 0 ? 'near' : 'none', subject, groups: near, beside: [], silent: home, elsewhere };
}

/** Statements that were chosen, in the order in which they were; one that is no longer there is left out. */
function findChosen({ library }: Context, ids: readonly string[]): TopicFound {
  const statements = ids.flatMap((id) => library.statement(id) ?? []);
  const frameworks = [...new Set(statements.map(({ framework }) => framework))].flatMap((id) => library.framework(id) ?? []);
  const groups = frameworks.map((framework) => ({
    framework,
    hits: mergeEqual(
      statements
        .filter((statement) => statement.framework === framework.id)
        .map((statement) => ({ statement, role: roleOf(framework, statement.role), theme: themeOf(framework, statement.theme) })),
    ),
  }));
  return { how: groups.length > 0 ? 'chosen' : 'none', subject: undefined, groups, beside: [], elsewhere: [] };
}

/** What a framework says about a text, to a role and to all where one is given; empty only where the search finds that it is silent. */
export function listSaid(context: Context, text: string, framework: Framework, role?: Role): readonly TopicHit[] {
  const found = context.search(text, { framework: framework.id, role: role?.id });
  const [said] = group(context, found, role && { framework, role }, 'speaks');
  return (said?.hits ?? []).filter(({ roles, passage }) => !role || (!passage && roles.length === 0) || roles.includes(role));
}

/** The frameworks besides the silent one that speak of it; older editions are none. */
function listOthers(context: Context, question: Asking<'topic'>, search: Search, home: Framework | undefined): TopicGroup[] {
  return group(context, search(question.text), undefined, 'speaks').filter(({ framework }) => framework !== home);
}

/** Whose statements come first: those of the role asked about, or the asker's own. */
function placeOf(context: Context, question: Asking<'topic'>): RoleRef | undefined {
  const framework = context.library.framework(question.framework ?? '');
  const role = framework && roleOf(framework, question.role);
  if (framework && role) return { framework, role };
  const own = findOwnRole(context);
  return !framework || own?.framework === framework ? own : undefined;
}

/** Hits by framework: the asker's own first, replaced editions last and without what the newer one says in the same words. */
function group({ library }: Context, { hits, passages }: Finding, place: RoleRef | undefined, why: Hit['why']): TopicGroup[] {
  const kept = hits.filter((hit) => hit.why === why);
  const beside = why === 'speaks' ? passages.map(hitOf) : [];
  const superseded = new Set(library.frameworks.map(({ supersedes }) => supersedes));
  const order = (framework: Framework) => (framework === place?.framework ? -1 : superseded.has(framework.id) ? 1 : 0);
  const frameworks = [...new Set([...kept, ...beside].map(({ statement }) => statement.framework))].flatMap(
    (id) => library.framework(id) ?? [],
  );
  const said = new Set<string>();
  return frameworks
    .sort((a, b) => order(a) - order(b))
    .flatMap((framework) => {
      const there = beside.filter(({ statement }) => statement.framework === framework.id);
      const own = [...mergeEqual(rank(framework, kept, place)), ...there].filter(({ statement }) => !said.has(plain(statement.text)));
      for (const { statement } of own) said.add(plain(statement.text));
      return own.length > 0 ? [{ framework, hits: own.slice(0, mostHits) }] : [];
    });
}

/** A passage beside the statements: like what is said to all, and under no id that leads anywhere. */
function hitOf({ framework, theme, wording }: Passage, at: number): TopicHit {
  const statement = {
    ...wording,
    id: `${framework.id}/passage ${at}`,
    framework: framework.id,
    role: COMMON,
    ...(theme && { theme: theme.id }),
  };
  return { statement, roles: [], theme, passage: theme ? 'definition' : 'preface' };
}

function rank(framework: Framework, hits: readonly Hit[], place: RoleRef | undefined) {
  return hits
    .filter(({ statement }) => statement.framework === framework.id)
    .map(({ statement, score }) => ({
      statement,
      score,
      role: roleOf(framework, statement.role),
      theme: themeOf(framework, statement.theme),
    }))
    .sort((a, b) => (place ? distance(place, a.role) - distance(place, b.role) : 0) || b.score - a.score);
}

/** The same sentence said to several roles stands once, under the first of them. */
function mergeEqual(
  ranked: readonly { readonly statement: Statement; readonly role: Role | undefined; readonly theme: Theme | undefined }[],
): TopicHit[] {
  const byText = new Map<string, TopicHit>();
  for (const { statement, role, theme } of ranked) {
    const key = plain(statement.text);
    const before = byText.get(key);
    byText.set(
      key,
      before ? { ...before, roles: [...before.roles, ...(role ? [role] : [])] } : { statement, roles: role ? [role] : [], theme },
    );
  }
  return [...byText.values()];
}

const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The asker's own role is nearest, then what all share, then another role of the same level. */
function distance(place: RoleRef, role: Role | undefined): number {
  if (!role) return SHARED;
  return levelDistance(place.role, role) + (role === place.role ? 0 : 0.25);
}

/** How far away what all share counts: it holds for the asker too, another role's statements do not. */
const SHARED = 0.2;
