/**
 * A new edition of a draft that somebody made of its document: the draft's words stay, and get the ids of those that they were before.
 */
import { type Document, isSeq } from 'yaml';
import { likeness } from '../answers/edition-changes.js';
import { COMMON, type FrameworkFile } from '../content/framework.js';
import { bare } from '../content/source.js';
import { fold } from '../language/text.js';
import { aliasesFor, type Carried, CLOSE, type Edition, type Said, saidIn } from './edition.js';
import { yearIn } from './id.js';
import type { Newcomer } from './template.js';

/** Stands after the id of a new statement whose own id meant something else before. */
const ANEW = '-ny';

type Named = { readonly id: string; readonly aliases: readonly string[]; readonly label: string | { readonly text: string } };

/**
 * Gives a draft the ids of the edition before, in the draft's own YAML: its comments stay. `draft` is what the document says, checked.
 * Nothing is taken out: what only the old edition has is told as gone.
 */
export function editionFromDraft(older: FrameworkFile, document: Document, draft: FrameworkFile, newcomer: Newcomer): Edition {
  const roles = pairNames(older.roles, draft.roles);
  const themes = pairNames(older.themes, draft.themes);
  const [before, after] = [saidIn(older), saidIn(draft)];
  const pairs = pairStatements(before, after, roles);
  const ids = newIds(before, after, pairs);
  rename(document, { roles, themes, statements: ids });
  fill(document, older, draft, { roles, themes }, newcomer);
  const carried = after.flatMap((now): Carried[] => {
    const pair = pairs.get(now);
    return pair ? [{ before: pair.then, now: now.text, likeness: pair.alike }] : [];
  });
  const kept = new Set(carried.map((each) => each.before.id));
  const fresh = after.flatMap((now, at) => (pairs.has(now) ? [] : [{ text: now.text, after: ids.get(after[at - 1]?.id ?? '') }]));
  return { framework: document.toJS() as FrameworkFile, carried, fresh, gone: before.filter(({ id }) => !kept.has(id)), doubts: [] };
}

/** Ids of the draft with the ids that the same name had before: by id, by label, or by what people call it. */
function pairNames(older: readonly Named[], draft: readonly Named[]): ReadonlyMap<string, string> {
  const namesOf = ({ id, label, aliases }: Named) => [id, typeof label === 'string' ? label : label.text, ...aliases].map(fold);
  const free = new Set(older);
  const pairs = new Map<string, string>();
  // A label says more than an alias, of which the first are the most telling.
  for (const most of [2, Number.POSITIVE_INFINITY])
    for (const now of draft) {
      if (pairs.has(now.id)) continue;
      const names = new Set(namesOf(now).slice(0, most));
      const then = [...free].find((each) =>
        namesOf(each)
          .slice(0, most)
          .some((name) => names.has(name)),
      );
      if (!then) continue;
      pairs.set(now.id, then.id);
      free.delete(then);
    }
  // What is new gets no id that meant something else: two would become one.
  const taken = new Set([...older, ...draft].map(({ id }) => id));
  for (const { id } of draft) {
    if (pairs.has(id) || !older.some((each) => each.id === id)) continue;
    let own = id;
    while (taken.has(own)) own += ANEW;
    taken.add(own);
    pairs.set(id, own);
  }
  return pairs;
}

function pairStatements(before: readonly Said[], after: readonly Said[], roles: ReadonlyMap<string, string>) {
  const possible = after.flatMap((now) => {
    const role = now.role === COMMON ? COMMON : roles.get(now.role);
    return before
      .filter((then) => then.role === role)
      .map((then) => ({ now, then, alike: bare(now.text) === bare(then.text) ? 1 : Math.min(likeness(now.text, then.text), 0.99) }))
      .filter(({ alike }) => alike >= CLOSE);
  });
  possible.sort((one, other) => other.alike - one.alike);
  const pairs = new Map<Said, { readonly then: Said; readonly alike: number }>();
  const used = new Set<Said>();
  for (const { now, then, alike } of possible) {
    if (pairs.has(now) || used.has(then)) continue;
    pairs.set(now, { then, alike });
    used.add(then);
  }
  return pairs;
}

/** What each statement of the draft is called now; one that is new never gets an id that meant something else. */
function newIds(
  before: readonly Said[],
  after: readonly Said[],
  pairs: ReadonlyMap<Said, { readonly then: Said }>,
): ReadonlyMap<string, string> {
  const taken = new Set(before.map(({ id }) => id));
  return new Map(
    after.map((now) => {
      const pair = pairs.get(now);
      if (pair) return [now.id, pair.then.id];
      let id = now.id;
      while (taken.has(id)) id += ANEW;
      taken.add(id);
      return [now.id, id];
    }),
  );
}

type Renames = Readonly<Record<'roles' | 'themes' | 'statements', ReadonlyMap<string, string>>>;

function rename(document: Document, { roles, themes, statements }: Renames): void {
  const change = (path: readonly (string | number)[], names: ReadonlyMap<string, string>) => {
    const id = names.get(`${document.getIn(path)}`);
    if (id !== undefined) document.setIn(path, id);
  };
  const each = (path: readonly (string | number)[], work: (at: readonly (string | number)[]) => void) => {
    const list = document.getIn(path);
    if (isSeq(list)) for (const at of list.items.keys()) work([...path, at]);
  };
  each(['roles'], (at) => change([...at, 'id'], roles));
  each(['themes'], (at) => change([...at, 'id'], themes));
  each(['common', 'statements'], (at) => {
    change([...at, 'id'], statements);
    change([...at, 'theme'], themes);
  });
  each(['statements'], (at) => {
    change([...at, 'role'], roles);
    change([...at, 'theme'], themes);
    each([...at, 'items'], (item) => change([...item, 'id'], statements));
  });
}

/** What was written by hand for the edition before, and holds for this one too. */
function fill(
  document: Document,
  older: FrameworkFile,
  draft: FrameworkFile,
  { roles, themes }: Pick<Renames, 'roles' | 'themes'>,
  { id, name }: Newcomer,
): void {
  const set = (path: readonly (string | number)[], value: unknown) => document.setIn(path, document.createNode(value));
  set(['id'], id);
  set(['name'], name);
  set(['supersedes'], older.id);
  set(['edition'], draft.edition ?? yearIn(name));
  set(['aliases'], [...new Set([...aliasesFor(older, name), ...draft.aliases])]);
  if (older.contact && !draft.contact) set(['contact'], older.contact);
  const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  draft.roles.forEach((role, at) => {
    const then = older.roles.find((each) => each.id === roles.get(role.id));
    if (!then) return;
    set(['roles', at, 'level'], then.level);
    set(['roles', at, 'name'], then.name);
    set(['roles', at, 'aliases'], union(then.aliases, role.aliases));
  });
  draft.themes.forEach((theme, at) => {
    const then = older.themes.find((each) => each.id === themes.get(theme.id));
    if (!then) return;
    set(['themes', at, 'en'], then.en);
    set(['themes', at, 'aliases'], union(then.aliases, theme.aliases));
  });
}
