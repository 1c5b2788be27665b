/**
 * Comparisons: of roles, of editions, or of frameworks.
 */
import { levels } from '../content/framework.js';
import { areEditions, editionsOf, type Framework, newestFrameworks, type Role, type RoleRef, roleOf, themeOf } from '../content/library.js';
import { fold } from '../language/text.js';
import { topicText } from './fill-content.js';
import type { Filled } from './filled.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion, Question } from './question.js';
import { neighbours, rolesByLevel, type ThemeRef } from './slots.js';

/** Two editions of a document: of the asker's, else of the only document that has two. */
export function fillCompareEditions({ vocabulary, reading, slots, role, themes }: Mentions): Filled | undefined {
  const { library } = vocabulary;
  const own = slots.home && editionsOf(library, slots.home);
  const [some] = library.frameworks.flatMap((framework) => editionsOf(library, framework) ?? []);
  const both = own ?? (slots.named ? undefined : some);
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
  };
}

/** Two frameworks or more: those named, the one named beside the asker's own, or those of two roles. */
export function fillCompareFrameworks(mentions: Mentions): Filled | undefined {
  const { slots, role, themes, vocabulary } = mentions;
  const named = [...slots.frameworks];
  const [first] = named;
  const own = slots.asker;
  const withOwn = named.length === 1 && first && own && first !== own && !areEditions(vocabulary.library, first, own);
  const involved = named.length > 1 ? named : withOwn ? [own, first] : implied(slots);
  if (involved.length < 2 && named.length === 0 && slots.roles.length === 0 && themes.length === 0)
    return {
      question: {
        intent: 'compare-frameworks',
        frameworks: newestFrameworks(vocabulary.library).map(({ id }) => id),
        ...aboutOf(mentions, []),
      },
    };
  if (involved.length < 2) return undefined;
  const about = aboutOf(
    mentions,
    [...themes, ...slots.themes].filter(({ framework }) => framework.themeKind === 'theme'),
  );
  const level = role.how === 'named' || role.how === 'title' || role.how === 'own' ? role.refs[0]?.role.level : undefined;
  return {
    question: {
      intent: 'compare-frameworks',
      frameworks: involved.map((framework) => framework.id),
      ...about,
      ...(level && role.how !== 'own' && { level }),
    },
  };
}

/** Two roles of two different frameworks compare the frameworks. */
function implied(slots: Mentions['slots']): Framework[] {
  if (slots.roles.length < 2) return [];
  const sides = slots.roles.map((mention) => new Set(mention.refs.map((ref) => ref.framework)));
  const shared = [...(sides[0] ?? [])].some((framework) => sides[1]?.has(framework));
  return shared
    ? []
    : [slots.roles[0]?.refs[0]?.framework, slots.roles[1]?.refs[0]?.framework].filter(
        (framework): framework is Framework => framework !== undefined,
      );
}

/** Two roles or more of one framework; the asker's own is the second where only one is named. */
export function fillCompareRoles(all: Mentions): Filled | undefined {
  const { reading, slots, role, themes, vocabulary } = all;
  const mentions = slots.roles.filter(
    (mention, at) => slots.roles.findIndex((other) => other.refs[0]?.role.id === mention.refs[0]?.role.id) === at,
  );
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
  if (sides.length === 0 && own && own.framework === framework && themes.length === 0) return { question: offerPairs(own) };
  if (sides.length < 2) return undefined;
  return {
    question: {
      intent: 'compare-roles',
      sides: sides.slice(0, 4).map((side) => ({ framework: side.framework.id, role: side.role.id })),
      ...aboutOf(
        all,
        themes.filter((candidate) => candidate.framework === framework),
      ),
    },
  };
}

/**
 * What is compared: a theme by its name or a word of it ("innovation" of Innovationsledelse), else the topic that is spoken of
 * ("trivsel", which is no theme's name), else a theme that it goes by as well.
 */
function aboutOf(mentions: Mentions, themes: readonly ThemeRef[]): { readonly theme?: string; readonly topic?: string } {
  const { tokens } = mentions.reading;
  const isNamed = ({ framework, theme: id, span, label }: ThemeRef) => {
    const name = fold(themeOf(framework, id)?.label.text ?? '');
    return label || tokens.slice(span.from, span.to).some(({ word, stem }) => word.length >= leastOfName && name.includes(stem));
  };
  const theme = themes.find(isNamed) ?? themes[0];
  const topic = theme && isNamed(theme) ? '' : topicText(mentions);
  return topic ? { topic } : theme ? { theme: theme.theme } : {};
}

/** Shorter words are in too many names by chance. */
const leastOfName = 4;

/** So many pairs are offered. */
const mostPairs = 4;

/** Two roles are to be compared and none is named: the asker's own beside those nearest to it. */
function offerPairs({ framework, role: own }: RoleRef): Question {
  const rungOf = (role: Role) => levels.indexOf(role.level);
  const others = framework.roles
    .filter((role) => role !== own)
    .sort((one, other) => Math.abs(rungOf(one) - rungOf(own)) - Math.abs(rungOf(other) - rungOf(own)));
  const choices = others.slice(0, mostPairs).map((other): PlainQuestion => {
    return { intent: 'compare-roles', sides: [other, own].map((role) => ({ framework: framework.id, role: role.id })) };
  });
  return { intent: 'ambiguous', about: 'role', subject: '', choices };
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
