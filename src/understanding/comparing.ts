/**
 * Readings of a message as a comparison: of roles, of editions, or of frameworks.
 */
import { areEditions, editionsOf, type Framework, type RoleRef, roleOf } from '../content/library.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion } from './question.js';
import { neighbours, rolesByLevel } from './slots.js';

/** A comparison and how sure the reading is. */
export type Comparison = { readonly question: PlainQuestion; readonly score: number; readonly because: string };

/** Finds the comparison that a message asks for, if any. */
export function findComparison(mentions: Mentions): Comparison | undefined {
  return editions(mentions) ?? frameworks(mentions) ?? roles(mentions);
}

function editions({ vocabulary, reading, slots, role, themes }: Mentions): Comparison | undefined {
  const { library } = vocabulary;
  const asks =
    slots.bothEditions || reading.has('change') || (reading.has('compare') && slots.edition !== undefined && roleMentions(slots) < 2);
  if (!asks || slots.frameworks.length > 1) return undefined;
  const settled = slots.home !== undefined && slots.edition === undefined && !slots.bothEditions;
  const own = slots.home && editionsOf(library, slots.home);
  if (settled && !own) return undefined;
  // The editions meant: of the asker's document, else of the only document that has two.
  const [some] = library.frameworks.flatMap((framework) => editionsOf(library, framework) ?? []);
  const both = own ?? some;
  if (!both) return undefined;
  const { older, newer } = both;
  const named = role.how !== 'none' && !reading.has('common');
  const target = named ? role.refs.find((ref) => ref.framework === newer || ref.framework === older) : undefined;
  const theme = themes.find((candidate) => candidate.framework === newer || candidate.framework === older);
  return {
    question: {
      intent: 'compare-editions',
      older: older.id,
      newer: newer.id,
      ...(target && roleOf(newer, target.role.id) && { role: target.role.id }),
      ...(target && theme && { theme: theme.theme }),
    },
    score: slots.bothEditions || reading.has('compare') ? 0.93 : 0.88,
    because: 'two editions',
  };
}

function roleMentions(slots: Mentions['slots']): number {
  return new Set(slots.roles.map((mention) => mention.refs[0]?.role.id)).size;
}

function frameworks({ reading, slots, role, themes, vocabulary }: Mentions): Comparison | undefined {
  const named = [...slots.frameworks];
  const own = slots.asker;
  const withOwn =
    named.length === 1 &&
    own &&
    named[0] !== own &&
    !areEditions(vocabulary.library, named[0] as Framework, own) &&
    (reading.has('us') || reading.has('compare'));
  const involved = named.length > 1 ? named : withOwn ? [own, named[0] as Framework] : implied(slots, reading.has('compare'));
  if (involved.length < 2) return undefined;
  if (named.length < 2 && !reading.has('compare')) return undefined;
  const theme =
    themes.find((candidate) => candidate.framework.themeKind === 'theme') ??
    slots.themes.find((candidate) => candidate.framework.themeKind === 'theme');
  const level = role.how === 'named' || role.how === 'title' || role.how === 'own' ? role.refs[0]?.role.level : undefined;
  return {
    question: {
      intent: 'compare-frameworks',
      frameworks: involved.map((framework) => framework.id),
      ...(theme && { theme: theme.theme }),
      ...(level && role.how !== 'own' && { level }),
    },
    score: reading.has('compare') ? 0.92 : 0.8,
    because: 'two frameworks',
  };
}

/** Two roles of two different frameworks compare the frameworks. */
function implied(slots: Mentions['slots'], compares: boolean): Framework[] {
  if (!compares || slots.roles.length < 2) return [];
  const sides = slots.roles.map((mention) => new Set(mention.refs.map((ref) => ref.framework)));
  const shared = [...(sides[0] ?? [])].some((framework) => sides[1]?.has(framework));
  return shared
    ? []
    : [slots.roles[0]?.refs[0]?.framework, slots.roles[1]?.refs[0]?.framework].filter(
        (framework): framework is Framework => framework !== undefined,
      );
}

function roles({ reading, slots, role, themes, vocabulary }: Mentions): Comparison | undefined {
  const mentions = slots.roles.filter(
    (mention, at) => slots.roles.findIndex((other) => other.refs[0]?.role.id === mention.refs[0]?.role.id) === at,
  );
  const compares =
    (reading.has('compare') && !reading.has('unequal')) ||
    (mentions.length > 1 && reading.text.includes('/')) ||
    (slots.own && reading.has('each.of-us'));
  if (!compares && !(mentions.length > 1 && reading.has('or'))) return undefined;
  const framework = sharedFramework(
    mentions.map((mention) => mention.refs),
    slots,
    themes,
  );
  if (!framework) return undefined;
  const sides = mentions.flatMap((mention) => mention.refs.find((ref) => ref.framework === framework) ?? []);
  for (const { title } of slots.titles) {
    const found = rolesByLevel(framework, vocabulary.lexicon.titles[title]?.levels ?? [])[0];
    if (found && !sides.some((side) => side.role === found)) sides.push({ framework, role: found });
  }
  const { own } = slots;
  if (sides.length === 1 && own && own.framework === framework && own.role !== sides[0]?.role) sides.push(own);
  if (sides.length === 0 && own && own.framework === framework && (role.how === 'above' || role.how === 'below'))
    sides.push(own, ...role.refs);
  if (sides.length === 1 && reading.has('above', 'below'))
    sides.push(
      ...neighbours(framework, (sides[0] as RoleRef).role, reading.has('above') ? 1 : -1).map((found) => ({ framework, role: found })),
    );
  if (sides.length < 2) return undefined;
  const theme = themes.find((candidate) => candidate.framework === framework);
  return {
    question: {
      intent: 'compare-roles',
      sides: sides.slice(0, 4).map((side) => ({ framework: side.framework.id, role: side.role.id })),
      ...(theme && { theme: theme.theme }),
    },
    score: 0.9,
    because: 'two roles',
  };
}

function sharedFramework(
  sides: readonly (readonly RoleRef[])[],
  slots: Mentions['slots'],
  themes: Mentions['themes'],
): Framework | undefined {
  const [first, ...others] = sides;
  if (!first) return slots.own?.framework;
  const shared = first
    .map((ref) => ref.framework)
    .filter((framework) => others.every((refs) => refs.some((ref) => ref.framework === framework)));
  return (
    shared.find((framework) => framework === slots.home) ??
    shared.find((framework) => themes.some((theme) => theme.framework === framework && theme.label)) ??
    shared[0]
  );
}
