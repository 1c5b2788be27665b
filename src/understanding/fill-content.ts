/**
 * Questions about what stands in the frameworks, whoever it is said to: a theme, what all share, a topic, a document, a
 * question to think about.
 */
import { levels } from '../content/framework.js';
import { type Framework, hasCommon, newerEdition, newestFrameworks, themeOf } from '../content/library.js';
import { isHyphened, sayWords } from '../language/text.js';
import { numberOf } from '../language/times/words.js';
import { type Evidence, findEvidence } from './evidence.js';
import type { Filled } from './filled.js';
import type { Mentions } from './mentions.js';
import { several, strengths } from './policy.js';
import { mostCompared, mostPrompts, type PlainQuestion } from './question.js';
import type { Reading } from './reading.js';
import { sharedOf } from './shared.js';
import type { ThemeRef } from './slots.js';
import { placeOf, rebuild } from './transfer.js';

/** "hvad er samskabende ledelse": what a theme or a term means. */
export function fillDefinition(mentions: Mentions): Filled | undefined {
  const [term] = mentions.slots.terms;
  const before = mentions.before && placeOf(mentions.before);
  if (term) return { question: { intent: 'definition', framework: term.framework.id, term: term.term } };
  const defined = define(
    mentions,
    mentions.slots.themes.filter((theme) => theme.framework.themeKind === 'theme'),
  );
  if (defined) return defined;
  if (!before?.theme || !before.framework || mentions.rest.length > 0) return fillTopic(mentions);
  return { question: { intent: 'definition', framework: before.framework, theme: before.theme } };
}

/** What themes mean: one question where one framework fits, a choice where several do; undefined where none is named. */
export function define({ vocabulary, slots }: Mentions, themes: readonly ThemeRef[]): Filled | undefined {
  const byFramework = new Map<Framework, ThemeRef>();
  for (const theme of themes)
    if (!byFramework.has(theme.framework) || (theme.label && !byFramework.get(theme.framework)?.label))
      byFramework.set(theme.framework, theme);
  const home = slots.home && byFramework.get(slots.home);
  // By an everyday name a theme of another framework than one's own is not meant.
  if (slots.home && !home && themes.every(({ label }) => !label)) return undefined;
  const literal = [...byFramework.values()].filter((theme) => theme.label);
  const fitting = home ? [home] : literal.length > 0 ? literal : [...byFramework.values()];
  const current = fitting.filter((theme) => !newerEdition(vocabulary.library, theme.framework));
  const kept = current.length > 0 ? current : fitting;
  const [first] = kept;
  if (!first) return undefined;
  if (kept.length === 1) return { question: definitionOf(first) };
  const subject = themeOf(first.framework, first.theme)?.label.text ?? '';
  return { question: { intent: 'ambiguous', about: 'framework', subject, choices: kept.map(definitionOf) } };
}

function definitionOf({ framework, theme, subtheme }: ThemeRef): PlainQuestion {
  return { intent: 'definition', framework: framework.id, theme, ...(subtheme && { subtheme }) };
}

/** "hvad er fælles for alle ledere": what all share; a choice where no document is meant. */
export function fillCommon({ vocabulary: { library }, reading, slots, themes }: Mentions): Filled {
  const spoken = new Set(slots.common.filter((each) => !newerEdition(library, each)));
  const only = spoken.size === 1 ? [...spoken][0] : undefined;
  // "det vi er fælles om" is a title as well.
  const isOnlyTitle = slots.places.every(({ from, to }) =>
    reading.cues.some((hit) => hit.cue === 'common' && hit.from < to && hit.to > from),
  );
  const home = isOnlyTitle ? (slots.asker ?? slots.home) : slots.home;
  const framework = home ?? themes.find((theme) => theme.label)?.framework ?? library.fallback ?? only;
  if (!framework) {
    const choices = newestFrameworks(library).map(sharedOf);
    return { question: { intent: 'ambiguous', about: 'framework', subject: '', choices } };
  }
  if (!hasCommon(framework)) return { question: sharedOf(framework) };
  const theme = themes.find(
    (candidate) =>
      candidate.framework === framework && framework.common.statements.some((statement) => statement.theme === candidate.theme),
  );
  return { question: { intent: 'common', framework: framework.id, ...(theme && { theme: theme.theme }) } };
}

/** "hvad siger grundlaget om fejl": what is said about something; undefined where no word says about what. */
export function fillTopic(mentions: Mentions): Filled | undefined {
  const { slots, role, themes } = mentions;
  const asked = tellingOf(mentions, mentions.evidence);
  // "Trivsel i gruppen. Hvad er mit ansvar?": where the part that asks says nothing of it, what was told before does.
  const telling = asked.some(({ strength }) => strength > 0) ? asked : tellingOf(mentions, evidenceOfAll(mentions));
  const text = textOf(
    mentions,
    telling.map((item) => item.at),
  );
  if (text === '') return askedLast(mentions) ?? goOn(mentions);
  if (mentions.reading.has('everywhere') && !slots.named && slots.roles.length === 0) return acrossAll(mentions, text);
  const target = role.refs[0];
  // Whoever has told their framework and no role asks about that one.
  const framework = target?.framework ?? (slots.named ? slots.home : slots.own ? undefined : slots.asker);
  const theme = themes.find((candidate) => candidate.label && candidate.framework.themeKind === 'theme');
  return {
    question: {
      intent: 'topic',
      text,
      ...(framework && { framework: framework.id }),
      ...(target && { role: target.role.id }),
      ...(theme && { theme: theme.theme }),
    },
  };
}

/** "hvad siger de andre kommuner om trivsel": every document on the same, one's own first. */
function acrossAll({ vocabulary: { library }, slots: { asker } }: Mentions, topic: string): Filled {
  const newest = newestFrameworks(library);
  const own = newest.filter((framework) => framework === asker);
  const all = [...own, ...newest.filter((framework) => framework !== asker)].slice(0, mostCompared);
  return { question: { intent: 'compare-frameworks', frameworks: all.map(({ id }) => id), topic } };
}

/** "hvad siger grundlaget om mod": a word that carries no meaning elsewhere is asked about where it stands last. */
function askedLast({ reading, slots }: Mentions): Filled | undefined {
  const last = reading.tokens.at(-1);
  const isAsked = /^(om|about)$/.test(reading.tokens.at(-2)?.word ?? '') && reading.has('topic');
  if (!last || !isAsked || slots.roles.length > 0 || slots.themes.length > 0) return undefined;
  return { question: { intent: 'topic', text: last.raw } };
}

/** "og socialchefen?", "i den nye": what was asked before, of another role or framework; undefined where there is nothing to change. */
export function goOn({ before, role, slots, themes }: Mentions): Filled | undefined {
  const [target] = role.refs;
  const framework = target?.framework ?? slots.home;
  if (!before || !framework) return undefined;
  const [theme] = themes;
  const question = rebuild(before, framework, target?.role.id, theme && { theme: theme.theme, subtheme: theme.subtheme });
  return { question };
}

/** The words that surely name a topic, as they were written; empty where there are none. */
export function topicText(mentions: Mentions): string {
  const telling = tellingOf(mentions, mentions.evidence).filter(
    ({ topic, strength }) => topic !== undefined || strength >= strengths.telling,
  );
  return textOf(
    mentions,
    telling.map(({ at }) => at),
  );
}

/** The words that say what is asked about, as they were written; empty where there are none. */
export function topicWords(mentions: Mentions): string {
  const telling = tellingOf(mentions, mentions.evidence).filter(({ strength }) => strength > 0);
  return textOf(
    mentions,
    telling.map(({ at }) => at),
  );
}

function tellingOf({ reading }: Mentions, evidence: readonly Evidence[]): Evidence[] {
  const cued = new Set(reading.cues.flatMap((hit) => hit.used));
  return evidence.filter((item) => item.topic !== undefined || !cued.has(item.at));
}

function evidenceOfAll({ vocabulary, reading, slots }: Mentions): Evidence[] {
  return findEvidence(vocabulary, { ...reading, asking: { from: 0, to: reading.text.length } }, slots);
}

/** The words at these places, each with what it is joined to by a hyphen, and the small words of the idioms they belong to. */
function textOf({ reading, slots }: Mentions, places: readonly number[]): string {
  const idioms = slots.topics.filter(({ span }) => places.some((at) => at >= span.from && at < span.to));
  const shown = new Set([
    ...places,
    ...idioms.flatMap(({ span }) => Array.from({ length: span.to - span.from }, (_, step) => span.from + step)),
  ]);
  const { tokens, text } = reading;
  return sayWords(
    text,
    tokens.filter((token, at) => {
      const next = tokens[at + 1];
      // "it-sikkerhed" is another thing than sikkerhed.
      return shown.has(at) || (next !== undefined && shown.has(at + 1) && isHyphened(text, token, next));
    }),
  );
}

/** "giv mig noget at tænke over": a reflection question, about a role, a theme or words. */
export function fillReflect({ reading, slots, role, themes, rest, evidence, before }: Mentions): Filled | undefined {
  // "noget om pensionsalder" looks something up.
  const isLookUp =
    reading.has('topic') && !reading.has('reflect') && evidence.length > 0 && evidence.every(({ strength }) => strength === 0);
  if (isLookUp) return undefined;
  const [target] = role.refs;
  const theme = themes.find(
    (candidate) => candidate.framework === (target?.framework ?? candidate.framework) && candidate.framework.themeKind === 'theme',
  );
  const framework = target?.framework ?? theme?.framework ?? slots.frameworks[0];
  const same = before && rest.length === 0 ? sameSubject(before) : undefined;
  // "til ledermødet" says what it is for, not what it is about.
  const occasions = new Set(reading.cues.flatMap(({ cue, used }) => (cue === 'occasion' ? used : [])));
  const text = rest
    .filter((item) => (item.topic !== undefined || item.strength > 0) && !occasions.has(item.at))
    .map((item) => reading.tokens[item.at]?.raw)
    .join(' ');
  return {
    question: {
      intent: 'reflect',
      ...(framework && { framework: framework.id }),
      ...(target && { role: target.role.id }),
      ...(theme && { theme: theme.theme }),
      ...(!theme && text && { text }),
      ...(!theme && !text && same),
      ...countOf(reading),
    },
  };
}

/** "giv os tre spørgsmål": how many are wanted, where it is more than one. */
function countOf(reading: Reading): { readonly count?: number } {
  const hit = reading.cues.find(({ cue }) => cue === 'several');
  if (!hit) return {};
  // The "et" of "et par" is no number.
  const said = hit.used.map((at) => numberOf(reading.tokens[at]?.word) ?? 0).find((number) => number > 1);
  return { count: Math.min(said ?? several, mostPrompts) };
}

/** What was spoken of before, for a question to think about "det". */
function sameSubject(before: PlainQuestion): { readonly theme?: string; readonly text?: string } {
  const { theme } = placeOf(before);
  return theme ? { theme } : before.intent === 'topic' ? { text: before.text } : {};
}

/** "forbered en udviklingssamtale": a conversation guide. */
export function fillGuide({ reading, role, slots: { own } }: Mentions): Filled {
  const [named] = role.refs;
  // Whoever talks with somebody above them prepares their own part.
  const isAbove = named && (own ? levels.indexOf(named.role.level) > levels.indexOf(own.role.level) : reading.has('above'));
  const target = isAbove ? own : named;
  const occasion = (['onboarding', 'team', 'sparring'] as const).find((each) => reading.has(`guide.${each}`)) ?? 'review';
  return { question: { intent: 'guide', ...(target && { framework: target.framework.id, role: target.role.id }), occasion } };
}

/** "hvad er ledelsesgrundlaget": a document; which there are, where none is meant. */
export function fillAbout({ vocabulary, reading, slots }: Mentions): Filled {
  const all = reading.has('about.all') && !slots.named;
  const framework = all ? undefined : (slots.home ?? vocabulary.library.fallback);
  return { question: { intent: 'about', ...(framework && { framework: framework.id }) } };
}
