/**
 * What a message shows of what its writer wants: its words with the names in it masked, pieces of its words, and facts of
 * what it names. No list of phrases stands behind any of it.
 */
import { findErrand } from '../language/errand.js';
import { type Feature, weigh } from '../learning/features.js';
import type { Mentions } from './mentions.js';
import { lengths, strengths } from './policy.js';

/** Pieces of words are so many letters long; the ends of a word count as one. */
const pieces = [3, 4, 5] as const;

/** One place of a masked message: a word, or what stands for a name ("<role>"). */
type Masked = { readonly mask: string } | { readonly word: string; readonly stem: string };

/** The features of a message. `after` is what was wanted before, where it goes on from something. */
export function featuresOf(mentions: Mentions, after?: string): Feature[] {
  return groupsOf(mentions, after).flatMap(({ names, length }) => weigh(names, length));
}

/** The features of a message with their names, for explanations. */
export function namesOf(mentions: Mentions, after?: string): { readonly name: string; readonly feature: Feature }[] {
  return groupsOf(mentions, after).flatMap(({ names, length }) => {
    const distinct = [...new Set(names)];
    return weigh(distinct, length).flatMap((feature, at) => ({ name: distinct[at] ?? '', feature }));
  });
}

function groupsOf(mentions: Mentions, after?: string): { readonly names: readonly string[]; readonly length: number }[] {
  const { reading } = mentions;
  const errand = findErrand(reading.text, reading.times.places);
  const masked = mask(mentions, errand);
  const facts = factsOf(errand ? without(mentions, errand) : mentions, after);
  return [
    { names: listNeighbours(masked), length: lengths.words },
    { names: listPieces(masked), length: lengths.pieces },
    { names: facts, length: lengths.fact * Math.sqrt(facts.length) },
  ];
}

type Errand = ReturnType<typeof findErrand>;
type Place = { readonly start: number; readonly end: number };

function isIn(one: Place, other: Place): boolean {
  return one.start < other.end && one.end > other.start;
}

/** The same without what its errand says. */
function without(mentions: Mentions, errand: Place): Mentions {
  const isOutside = ({ at }: { readonly at: number }) => {
    const token = mentions.reading.tokens[at];
    return !token || !isIn(token, errand);
  };
  return { ...mentions, rest: mentions.rest.filter(isOutside), evidence: mentions.evidence.filter(isOutside) };
}

/** The message with what it names masked, so that what is learned of one role holds for all. */
function mask({ reading, slots }: Mentions, errand: Errand): Masked[] {
  const masks = new Map<number, { readonly to: number; readonly name: string }>();
  const put = (span: { readonly from: number; readonly to: number }, name: string) => {
    if (!masks.has(span.from)) masks.set(span.from, { to: span.to, name });
  };
  for (const { span, generic } of slots.roles) put(span, generic ? 'plain-role' : 'role');
  for (const { span } of slots.titles) put(span, 'role');
  for (const { span, label, framework } of slots.themes) if (label) put(span, framework.themeKind === 'section' ? 'section' : 'theme');
  for (const span of slots.places) put(span, 'framework');
  const masked: Masked[] = [];
  const add = (name: string) => {
    const last = masked.at(-1);
    if (!(last && 'mask' in last && last.mask === name)) masked.push({ mask: name });
  };
  const { places, pause } = reading.times;
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const token = reading.tokens[at];
    const hidden = masks.get(at);
    if (!token) continue;
    if (places.some((place) => isIn(token, place))) {
      add(pause ? 'pause' : 'time');
    } else if (errand && isIn(token, errand)) {
      // What somebody is to be reminded of may be anything.
      add('errand');
    } else if (hidden) {
      add(hidden.name);
      at = hidden.to - 1;
    } else if (/^(19|20)\d\d$/.test(token.word)) {
      add('year');
    } else masked.push({ word: token.word, stem: token.stem });
  }
  return masked;
}

/** Words alone, in twos and threes, and in twos with one between. */
function listNeighbours(masked: readonly Masked[]): string[] {
  const words = masked.map((each) => ('mask' in each ? `<${each.mask}>` : each.stem));
  const all = ['^', ...words, '$'];
  return all.flatMap((word, at) => {
    const [second, third] = [all[at + 1], all[at + 2]];
    const alone = at > 0 && at < all.length - 1 ? [`w${word}`] : [];
    if (second === undefined) return alone;
    if (third === undefined) return [...alone, `w${word} ${second}`];
    return [...alone, `w${word} ${second}`, `w${word} ${second} ${third}`, `w${word} _ ${third}`];
  });
}

function listPieces(masked: readonly Masked[]): string[] {
  return masked.flatMap((each) => {
    if ('mask' in each) return [`c<${each.mask}>`];
    const bound = `_${each.word}_`;
    return pieces.flatMap((length) =>
      Array.from({ length: Math.max(0, bound.length - length + 1) }, (_, at) => `c${bound.slice(at, at + length)}`),
    );
  });
}

/** Facts of what is named, by whom, and how much else is said; in words, so that an explanation can show them. */
function factsOf({ reading, slots, role, themes, rest, evidence, near }: Mentions, after: string | undefined): string[] {
  const count = (name: string, many: number, most = 3) => `${name}=${Math.min(many, most)}`;
  const labels = slots.themes.filter((theme) => theme.label).length;
  const strong = rest.filter(({ strength }) => strength >= strengths.telling).length;
  const weak = rest.filter(({ strength }) => strength > 0 && strength < strengths.telling).length;
  const unknown = rest.filter(({ strength }) => strength === 0).length;
  const words = reading.tokens.length;
  const roles = new Set(slots.roles.map(({ refs }) => refs[0]?.role.id)).size;
  return [
    count('roles', roles),
    count('titles', slots.titles.length, 1),
    count('labels', labels, 2),
    count('by-alias', slots.themes.length - labels, 1),
    count('sections', themes.some(({ framework }) => framework.themeKind === 'section') ? 1 : 0),
    count('terms', slots.terms.length, 1),
    count('frameworks', slots.frameworks.length, 2),
    count('common', slots.common.length, 1),
    `edition=${slots.edition ?? 'none'}`,
    `both-editions=${slots.bothEditions}`,
    `whose=${role.how}`,
    `own-known=${slots.own !== undefined}`,
    `framework-known=${slots.asker !== undefined}`,
    `mark=${reading.text.includes('?')}`,
    `language=${reading.language ?? 'none'}`,
    `time=${reading.times.time !== undefined}`,
    `days=${reading.times.days !== undefined}`,
    `pause=${reading.times.pause !== undefined}`,
    `every=${reading.times.every === true}`,
    `words=${words <= 2 ? 'one or two' : words <= 5 ? 'few' : words <= 12 ? 'some' : 'many'}`,
    count('telling', strong),
    count('half-telling', weak),
    count('unknown', unknown, 4),
    count('topics', evidence.filter(({ topic }) => topic !== undefined).length),
    `known-question=${Math.round(5 * near)}`,
    `whose=${role.how} telling=${Math.min(strong, 1)} labels=${Math.min(labels, 1)}`,
    `roles=${Math.min(roles, 2)} telling=${Math.min(strong, 2)}`,
    `unknown=${Math.min(unknown, 3)} telling=${Math.min(strong, 2)}`,
    `after=${after ?? 'nothing'}`,
    ...(after
      ? [
          `after=${after} words=${words <= 3 ? 'few' : 'more'}`,
          `after=${after} names=${Math.min(1, roles + labels + slots.frameworks.length)}`,
        ]
      : []),
  ];
}
