/**
 * Readings of a message as a question about a role: all that is expected of it, one theme of it, or what is said
 * about a topic.
 */
import { olderEdition, type RoleRef } from '../content/library.js';
import type { Vocabulary } from '../language/vocabulary.js';
import type { Candidate } from './commands.js';
import { confidence } from './evidence.js';
import type { Mentions, RoleChoice } from './mentions.js';
import type { AmbiguousQuestion, PlainQuestion } from './question.js';
import type { Reading } from './reading.js';
import { rolesByLevel, type ThemeRef } from './slots.js';

/** A title that no document names, the role it was taken for, and others it may mean. */
export type Assumption = { readonly said: string; readonly role: RoleRef; readonly others: readonly RoleRef[] };

/** A reading as a question about content; several frameworks may fit. */
export type ContentCandidate = Omit<Candidate, 'question'> & {
  readonly question: PlainQuestion | AmbiguousQuestion;
  readonly assumed?: Assumption;
};

/** "personaleledelse som chef": one theme, or one section, of a role. */
export function partOfRole(mentions: Mentions): ContentCandidate | undefined {
  const { reading, role, themes, rest } = mentions;
  const theme = themes[0];
  if (!theme || role.refs.length === 0) return undefined;
  const target = role.refs.find((ref) => ref.framework === theme.framework) ?? crossed(role, theme);
  if (!target) return undefined;
  const section = theme.framework.themeKind === 'section';
  const strong = rest.filter((item) => item.strength >= 0.6).length;
  const weakAlias = theme.label ? 0 : section ? 0.02 + (isLeadIn(reading, theme) ? 0.12 : 0) : 0.04;
  const named = role.how === 'named' || reading.has('self') || role.how === 'above' || role.how === 'title' ? 0.03 : 0;
  const score = 0.84 + named - weakAlias - strong * (theme.label && !section ? 0.06 : 0.14);
  const subtheme =
    theme.subtheme ??
    themes.find((other) => other.theme === theme.theme && other.framework === theme.framework && other.subtheme)?.subtheme;
  const question: PlainQuestion = {
    intent: section ? 'section' : 'competency',
    framework: target.framework.id,
    role: target.role.id,
    theme: theme.theme,
    ...(subtheme && { subtheme }),
  };
  // "hvad skal en direktør kunne": only one of the frameworks has sections, but others have directors.
  const others =
    section && !theme.label && role.how === 'named'
      ? onePerDocument(mentions.vocabulary, role.refs).filter((ref) => ref.framework !== target.framework)
      : [];
  if (others.length === 0) return { question, score, because: 'a theme of a role', ...assumption(role) };
  const whole = others.map((ref): PlainQuestion => ({ intent: 'expectations', framework: ref.framework.id, role: ref.role.id }));
  return {
    question: { intent: 'ambiguous', about: 'framework', subject: target.role.label, choices: [question, ...whole] },
    score,
    because: 'a section of a role of several frameworks',
  };
}

/** A section word told before the question ("med ansvar for indskolingen – hvad forventer I"). */
function isLeadIn(reading: Reading, theme: ThemeRef): boolean {
  const end = reading.tokens[theme.span.to - 1]?.end ?? 0;
  return reading.cues.some((hit) => {
    const start = reading.tokens[hit.from]?.start ?? 0;
    return hit.cue === 'expect.strong' && start > end && /[,.;:–—-]/.test(reading.text.slice(end, start));
  });
}

/** The asker's own level in the framework whose theme was named. */
function crossed(role: RoleChoice, theme: ThemeRef): RoleRef | undefined {
  const level = role.refs[0]?.role.level;
  const twin = level && rolesByLevel(theme.framework, [level])[0];
  return twin ? { framework: theme.framework, role: twin } : undefined;
}

/** "hvad forventes der af en kontorchef": everything about a role. */
export function expectations(mentions: Mentions): ContentCandidate | undefined {
  const { vocabulary, reading, role, rest, themes } = mentions;
  if (role.refs.length === 0) return undefined;
  const strong = rest.filter((item) => item.strength >= 0.6).length;
  const weak = rest.filter((item) => item.strength > 0 && item.strength < 0.6).length;
  const unknown = rest.filter((item) => item.strength === 0).length;
  const asks = (reading.has('expect') ? 0.06 : 0) + (isAsked(mentions) ? 0.06 : 0);
  const nearby = (role.how === 'above' || role.how === 'below') && (asks > 0 || rest.length === 0);
  const base =
    role.how === 'named' || role.how === 'title' || nearby
      ? 0.78
      : role.how === 'above' || role.how === 'below' || (asks > 0 && reading.has('self', 'expect'))
        ? 0.6
        : 0;
  if (base === 0) return undefined;
  // "socialchefens mobilnummer" is no question about what is expected.
  const [theme] = themes;
  const themed = theme === undefined ? 0 : theme.label ? 0.15 : isLeadIn(reading, theme) ? 0 : 0.12;
  const strange = asks > 0 ? unknown * 0.03 : Math.min(0.45, unknown * 0.17);
  const score = Math.min(0.88, base + asks) - strong * 0.11 - weak * 0.05 - strange - themed;
  const choices = onePerDocument(vocabulary, role.refs);
  const make = (ref: RoleRef): PlainQuestion => ({ intent: 'expectations', framework: ref.framework.id, role: ref.role.id });
  const first = choices[0] as RoleRef;
  if (choices.length === 1) return { question: make(first), score, because: 'what is expected of a role', ...assumption(role) };
  return {
    question: {
      intent: 'ambiguous',
      about: new Set(choices.map((ref) => ref.framework)).size > 1 ? 'framework' : 'role',
      subject: first.role.label,
      choices: choices.map(make),
    },
    score,
    because: 'a role of several frameworks',
  };
}

/** "hvad skal en kontorchef": the words that ask stand right before the role. */
function isAsked({ reading, slots }: Mentions): boolean {
  return slots.roles.some((mention) =>
    reading.cues.some((hit) => hit.cue === 'expect' && mention.span.from - hit.to >= 0 && mention.span.from - hit.to <= 2),
  );
}

/** "hvad siger grundlaget om fejl": what is said about something. */
export function topic(mentions: Mentions): ContentCandidate | undefined {
  const { reading, slots, role, evidence, themes, votes } = mentions;
  const cued = new Set(reading.cues.flatMap((hit) => hit.used));
  const words = evidence.filter((item) => item.topic !== undefined || !cued.has(item.at) || item.strength >= 0.6);
  if (words.length === 0) return undefined;
  const near =
    votes.asks.find(
      ({ of }) => of.statement !== undefined && (role.refs.length === 0 || role.refs.some((ref) => ref.framework.id === of.framework)),
    )?.likeness ?? 0;
  const sure = Math.max(confidence(words), near >= NEAR ? 0.5 + 0.6 * near : 0);
  const text = textOf(
    mentions,
    words.filter((item) => item.strength > 0 || near >= NEAR).map((item) => item.at),
  );
  if (text === '') return undefined;
  const target = role.refs[0];
  const framework = target?.framework ?? (slots.named ? slots.home : undefined);
  const theme = themes.find((candidate) => candidate.label && !isSectionWord(candidate));
  const [named] = themes;
  const only = named !== undefined && words.every((item) => item.strength < 0.6 || (item.at >= named.span.from && item.at < named.span.to));
  const asks = reading.has('topic') ? 0.06 : 0;
  return {
    question: {
      intent: 'topic',
      text,
      ...(framework && { framework: framework.id }),
      ...(target && { role: target.role.id }),
      ...(theme && { theme: theme.theme }),
    },
    score:
      Math.min(0.82, sure * 0.85) -
      (role.how === 'title' ? 0.05 : 0) +
      asks -
      (only ? themeCost(named, asks > 0) : 0) -
      (role.how === 'named' && reading.has('expect') ? 0.1 : 0) -
      (reading.has('fact') && words.every((item) => item.topic === undefined) ? FACT : 0),
    because: 'something said in the statements',
  };
}

/**
 * Words that only name a theme are better answered by the theme: surely by its adopted label or as a section, and by
 * an everyday name unless what is said about it is asked.
 */
function themeCost(theme: ThemeRef, asksWhatIsSaid: boolean): number {
  if (theme.label) return 0.25;
  if (isSectionWord(theme)) return 0.18;
  return asksWhatIsSaid ? 0 : 0.12;
}

/** What a question of when, where or how many costs, where no subject of the frameworks is named. */
const FACT = 0.2;

/** The words at these places, and the small words of the idioms they belong to. */
function textOf({ reading, slots }: Mentions, places: readonly number[]): string {
  const idioms = slots.topics.filter(({ span }) => places.some((at) => at >= span.from && at < span.to));
  const shown = new Set([
    ...places,
    ...idioms.flatMap(({ span }) => Array.from({ length: span.to - span.from }, (_, step) => span.from + step)),
  ]);
  return reading.tokens.flatMap((token, at) => (shown.has(at) ? [token.raw] : [])).join(' ');
}

/** From this likeness on, a known question says that this one can be answered. */
const NEAR = 0.35;

/** True for themes that are sections: the same headings for every role. */
export function isSectionWord(theme: ThemeRef): boolean {
  return theme.framework.themeKind === 'section';
}

/** Tells when a title that no document names was taken for a role. */
export function assumption(role: RoleChoice): Pick<ContentCandidate, 'assumed'> {
  const [first] = role.refs;
  return role.how === 'title' && first ? { assumed: { said: role.said, role: first, others: role.others } } : {};
}

/** Editions of one document count as one: the newest, unless the asker's own edition is among them. */
function onePerDocument(vocabulary: Vocabulary, refs: readonly RoleRef[]): RoleRef[] {
  const { library } = vocabulary;
  return refs.filter((ref) => !refs.some((other) => olderEdition(library, other.framework) === ref.framework));
}
