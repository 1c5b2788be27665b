/**
 * The third step of understanding: of all that a message might name, what it names here, said by this person.
 */

import type { Ask } from '../content/asks.js';
import { newestFrameworks, type RoleRef, roleOf } from '../content/library.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { contentOf, type Likeness, type Neighbour } from '../search/likeness.js';
import type { Evidence } from './evidence.js';
import { strengths } from './policy.js';
import type { PlainQuestion } from './question.js';
import type { Reading } from './reading.js';
import { neighbours, type RoleMention, rolesByLevel, type Slots, type ThemeRef } from './slots.js';

/** What the rules look at. */
export type Mentions = {
  readonly vocabulary: Vocabulary;
  readonly reading: Reading;
  readonly slots: Slots;
  readonly evidence: readonly Evidence[];
  /** Content words that neither a role, nor a theme, nor a cue explains. */
  readonly rest: readonly Evidence[];
  readonly role: RoleChoice;
  readonly themes: readonly ThemeRef[];
  /** Questions with known answers, nearest first. */
  readonly asks: readonly Neighbour<Ask>[];
  /** How near the first of them is, 0 to 1. */
  readonly near: number;
  /** What was asked just before, where the message may go on from it. */
  readonly before?: PlainQuestion | undefined;
};

/** True when a message has a telling word besides what it names and asks with: it stands by itself then. */
export function saysMore({ rest }: Pick<Mentions, 'rest'>): boolean {
  return rest.some((item) => item.strength > strengths.more);
}

/** Whose expectations are asked for. */
export type RoleChoice = {
  readonly refs: readonly RoleRef[];
  readonly how: 'named' | 'own' | 'title' | 'above' | 'below' | 'none';
  readonly said: string;
  readonly others: readonly RoleRef[];
};

/** The same where somebody is asked about for sure: an everyday title ("chef", "medarbejder") is a role then. */
export function withSomebody(mentions: Mentions): Mentions {
  const { role, reading, slots } = mentions;
  const isOpen = role.how === 'none' || (role.how === 'own' && !reading.has('self'));
  const [mention] = slots.roles;
  if (!isOpen || !mention) return mentions;
  const somebody: RoleChoice = { refs: prefer(mention.refs, slots), how: 'named', said: said(reading, mention.span), others: [] };
  return { ...mentions, role: somebody, themes: chooseThemes(slots, somebody) };
}

/** Which of the words that name something name it here. */
export function findMentions(
  vocabulary: Vocabulary,
  likeness: Likeness,
  reading: Reading,
  slots: Slots,
  evidence: readonly Evidence[],
): Mentions {
  // A phrase that asks ("sat i verden for") is no topic, though its words may be.
  // "i hverdagen" beside a role only colours the question.
  const isColour = (cue: string) => cue === 'everyday' && slots.roles.length > 0;
  const asked = new Set(
    reading.cues
      .filter((hit) => EDITIONS.has(hit.cue) || isColour(hit.cue) || (ASKING.has(hit.cue) && hit.used.length > 1))
      .flatMap((hit) => range(hit.from, hit.to)),
  );
  const plain = evidence.filter((item) => !asked.has(item.at));
  const role = chooseRole(vocabulary, reading, slots, plain);
  const themes = chooseThemes(slots, role);
  const covered = new Set([...themes, ...slots.terms].flatMap(({ span }) => range(span.from, span.to)));
  const cued = new Set(reading.cues.flatMap((hit) => hit.used));
  // "stil mig et spørgsmål" asks for one; it is not about asking.
  const wished = new Set(reading.cues.filter((hit) => hit.cue === 'reflect').flatMap((hit) => hit.used));
  const rest = plain.filter((item) => !covered.has(item.at) && !wished.has(item.at) && !(cued.has(item.at) && item.topic === undefined));
  const asks = likeness.asks(contentOf(vocabulary, reading.tokens.map((token) => token.word).join(' ')), NEIGHBOURS);
  return { vocabulary, reading, slots, evidence: plain, rest, role, themes, asks, near: asks[0]?.likeness ?? 0 };
}

/** As many known questions are looked at. */
const NEIGHBOURS = 30;
const EDITIONS = new Set(['edition.old', 'edition.new']);
const ASKING = new Set(['expect', 'define', 'compare', 'change', 'help', 'topic']);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The role asked about: named, a title's, the level above or below, or the asker's own. */
function chooseRole(vocabulary: Vocabulary, reading: Reading, slots: Slots, evidence: readonly Evidence[]): RoleChoice {
  const none: RoleChoice = { refs: [], how: 'none', said: '', others: [] };
  const here = slots.roles.filter((mention) => isRoleHere(reading, slots, mention, evidence));
  // What is told before the question names others than whom it is about.
  const asked = here.filter(({ span }) => (reading.tokens[span.from]?.start ?? 0) >= reading.asking.from);
  const named = asked.length > 0 ? asked : here;
  const mention = negated(reading, named) ? named.at(-1) : (expectedOf(reading, named) ?? named.find((each) => !each.generic) ?? named[0]);
  const home = slots.home;
  if (mention && reading.has('above') && isOwn(reading, mention)) {
    const [first] = prefer(mention.refs, slots);
    const over = first ? neighbours(first.framework, first.role, 1).map((role) => ({ framework: first.framework, role })) : [];
    if (over.length > 0) return { ...none, refs: over, how: 'above' };
  }
  if (mention && home && !mention.refs.some((ref) => ref.framework === home) && (slots.named || !mention.label)) {
    const roles = rolesByLevel(home, [mention.refs[0]?.role.level ?? 'chef']).map((role) => ({ framework: home, role }));
    return { refs: roles.slice(0, 1), how: 'title', said: said(reading, mention.span), others: roles.slice(1) };
  }
  if (mention) return { ...none, refs: prefer(mention.refs, slots), how: 'named', said: said(reading, mention.span) };
  const title = slots.titles.find((each) => isTitleHere(reading, each.span));
  if (title) {
    const { levels } = vocabulary.lexicon.titles[title.title] ?? { levels: [] };
    const place = home ?? vocabulary.library.fallback;
    if (!place) {
      const refs = newestFrameworks(vocabulary.library).flatMap((framework) =>
        rolesByLevel(framework, levels)
          .slice(0, 1)
          .map((role) => ({ framework, role })),
      );
      return { ...none, refs, how: 'title', said: said(reading, title.span) };
    }
    const roles = rolesByLevel(place, levels);
    const refs = roles.map((role) => ({ framework: place, role }));
    const others = levels
      .flatMap((level) => place.roles.filter((role) => role.level === level))
      .filter((role) => role !== roles[0])
      .map((role) => ({ framework: place, role }));
    if (refs[0])
      return { refs: [refs[0]], how: 'title', said: said(reading, title.span), others: [...refs.slice(1), ...others].slice(0, 3) };
  }
  const { own } = slots;
  if (own && home === own.framework) {
    if (reading.has('above'))
      return { ...none, refs: neighbours(home, own.role, 1).map((role) => ({ framework: home, role })), how: 'above' };
    if (reading.has('below') && reading.has('expect') && !reading.has('self.do'))
      return { ...none, refs: neighbours(home, own.role, -1).map((role) => ({ framework: home, role })), how: 'below' };
    return { ...none, refs: [own], how: 'own' };
  }
  if (own && home) {
    const same = rolesByLevel(home, [own.role.level]);
    const twin = roleOf(home, own.role.id) ?? same[0];
    if (twin) return { ...none, refs: [{ framework: home, role: twin }], how: 'own' };
  }
  return none;
}

function said(reading: Reading, span: { from: number; to: number }): string {
  return reading.text.slice(reading.tokens[span.from]?.start ?? 0, reading.tokens[span.to - 1]?.end ?? 0);
}

/** "hvad kan vi medarbejdere forvente af socialchefen": of several roles the one that something is expected of. */
function expectedOf(reading: Reading, mentions: readonly RoleMention[]): RoleMention | undefined {
  if (mentions.length < 2) return undefined;
  // "my own boss, a kontorchef": the second says who the first is.
  const over = reading.cues.filter((hit) => hit.cue === 'above');
  const others = mentions.filter(({ span, generic }) => !(generic && over.some((hit) => hit.from < span.to && hit.to > span.from)));
  if (others.length === 1) return others[0];
  return others.find(({ span }) =>
    reading.tokens.slice(Math.max(0, span.from - 3), span.from).some((token) => ['af', 'of', 'fra', 'from'].includes(token.word)),
  );
}

/** "jeg er jo selv leder af leder": the role is the speaker's. */
function isOwn(reading: Reading, { span }: RoleMention): boolean {
  const before = reading.tokens.slice(Math.max(0, span.from - 4), span.from).map((token) => token.word);
  return before.includes('er') && before.includes('jeg');
}

function negated(reading: Reading, mentions: readonly RoleMention[]): boolean {
  const first = mentions[0];
  return (
    mentions.length > 1 &&
    first !== undefined &&
    ['ikke', 'ik', 'not', 'no', 'nej', 'glem'].some((word) =>
      reading.tokens.slice(Math.max(0, first.span.from - 4), first.span.from).some((token) => token.word === word),
    )
  );
}

/** A title that is a subject as well ("tillidsrepræsentanterne") is a role only where somebody is one. */
function isTitleHere(reading: Reading, span: { from: number; to: number }): boolean {
  const subject = reading.spans.some(
    (other) => other.from === span.from && other.to === span.to && other.names.some((name) => name.kind === 'topic'),
  );
  return !subject || ['som', 'as', 'er', 'jeg', 'en', 'a', 'an', 'im'].includes(reading.tokens[span.from - 1]?.word ?? '');
}

/** Everyday titles ("medarbejder", "chef") are a role only where somebody is spoken of as one. */
function isRoleHere(reading: Reading, slots: Slots, mention: RoleMention, evidence: readonly Evidence[]): boolean {
  if (!mention.generic) return true;
  // "ansat som chef": the role comes after.
  if (
    ['som', 'as'].includes(reading.tokens[mention.span.to]?.word ?? '') &&
    slots.roles.some((other) => other.span.from === mention.span.to + 1)
  )
    return false;
  const token = reading.tokens[mention.span.from];
  if (!token) return false;
  const before = reading.tokens.slice(Math.max(0, mention.span.from - 2), mention.span.from).map((other) => other.word);
  const plural = /(ere|erne|erer|ers|ees|chefer|cheferne)$/.test(token.word);
  if (slots.roles.length > 1 && reading.has('compare')) return true;
  if (reading.has('reflect') && before.some((word) => ['til', 'for', 'to', 'vores'].includes(word))) return true;
  if (evidence.filter((item) => item.strength > 0 && (item.at < mention.span.from || item.at >= mention.span.to)).length === 0) return true;
  const said = reading.cues.some((hit) => hit.cue === 'expect' && hit.to === mention.span.from);
  if (said) return true;
  if (plural && slots.themes.some((theme) => theme.label) && before.some((word) => ['for', 'til', 'hos', 'af'].includes(word))) return true;
  if (plural)
    return (
      reading.has('expect') &&
      before.some((word) => ['til', 'af', 'for', 'of', 'fra', 'som'].includes(word)) &&
      evidence.every((item) => item.strength < strengths.telling)
    );
  if (slots.themes.some((theme) => theme.label)) return true;
  if (/(ens|s)$/.test(token.word)) return true;
  return before.some((word) =>
    ['som', 'as', 'en', 'et', 'a', 'an', 'the', 'min', 'vores', 'our', 'my', 'for', 'er', 'vs', 'ikke'].includes(word),
  );
}

function prefer(refs: readonly RoleRef[], slots: Slots): readonly RoleRef[] {
  const home = refs.filter((ref) => ref.framework === slots.home);
  if (home.length > 0) return home;
  const themed = refs.filter((ref) => slots.themes.some((theme) => theme.framework === ref.framework && theme.label));
  return themed.length > 0 ? themed : refs;
}

/** Themes that stand in a framework the role, or the asker, belongs to; longest and most literal first. */
function chooseThemes(slots: Slots, role: RoleChoice): ThemeRef[] {
  const frameworks = new Set(role.how === 'none' ? [] : role.refs.map((ref) => ref.framework));
  const inRole = slots.themes.filter((theme) => frameworks.size === 0 || frameworks.has(theme.framework));
  const fitting =
    inRole.length > 0
      ? inRole
      : role.how === 'own' && !slots.named
        ? slots.themes.filter((theme) => theme.label && theme.framework.themeKind === 'theme')
        : [];
  const length = (theme: ThemeRef) => theme.span.to - theme.span.from;
  return [...fitting].sort(
    (a, b) =>
      Number(b.label) - Number(a.label) || length(b) - length(a) || Number(a.subtheme !== undefined) - Number(b.subtheme !== undefined),
  );
}
