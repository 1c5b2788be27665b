/**
 * What a person wants to know: readings of a message as a question about the frameworks.
 */
import { type Framework, newerEdition, newestFrameworks, themeOf } from '../content/library.js';
import { type ContentCandidate, expectations, isSectionWord, partOfRole, topic } from './about-roles.js';
import { type Comparison, findComparison } from './comparing.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion } from './question.js';
import type { ThemeRef } from './slots.js';

/** All readings of a message as a question about content. */
export function findContent(mentions: Mentions): ContentCandidate[] {
  const compared = compare(mentions);
  const found = [
    compared,
    reflect(mentions),
    guide(mentions),
    about(mentions),
    define(mentions),
    ...[common(mentions), partOfRole(mentions), expectations(mentions)].map(
      (one) => one && { ...one, score: one.score - (compared ? ONE_SIDED : 0) },
    ),
    topic(mentions),
  ];
  return found.filter((candidate): candidate is ContentCandidate => candidate !== undefined);
}

/** What a reading with one side costs where two are named. */
const ONE_SIDED = 0.2;

function compare(mentions: Mentions): ContentCandidate | undefined {
  const comparison: Comparison | undefined = findComparison(mentions);
  return comparison && { question: comparison.question, score: comparison.score, because: comparison.because };
}

function reflect({ reading, slots, role, themes, rest, votes }: Mentions): ContentCandidate | undefined {
  // "send mig noget at tænke over hver fredag" is a reminder.
  if (reading.times.days && reading.has('nudge.remind')) return undefined;
  if (reading.has('compare') || (!reading.has('reflect') && !votes.leans('reflect'))) return undefined;
  const target = role.refs[0];
  const theme = themes.find((candidate) => candidate.framework === (target?.framework ?? candidate.framework) && !isSectionWord(candidate));
  const framework = target?.framework ?? theme?.framework ?? slots.frameworks[0];
  const words = rest.filter((item) => item.strength >= 0.5);
  const text = words.map((item) => reading.tokens[item.at]?.raw).join(' ');
  return {
    question: {
      intent: 'reflect',
      ...(framework && { framework: framework.id }),
      ...(target && { role: target.role.id }),
      ...(theme && { theme: theme.theme }),
      ...(!theme && text && { text }),
    },
    score: 0.9,
    because: 'a question to think about',
  };
}

function guide({ reading, role, votes }: Mentions): ContentCandidate | undefined {
  const cued = reading.cues.some((hit) => hit.cue === 'guide' && (reading.tokens[hit.from]?.start ?? 0) >= reading.asking.from);
  if (!(cued || votes.leans('guide')) || reading.has('define', 'about')) return undefined;
  const target = role.refs[0];
  const occasion = reading.has('guide.onboarding')
    ? 'onboarding'
    : reading.has('guide.team')
      ? 'team'
      : reading.has('guide.sparring')
        ? 'sparring'
        : 'review';
  return {
    question: { intent: 'guide', ...(target && { framework: target.framework.id, role: target.role.id }), occasion },
    score: 0.88,
    because: 'to prepare a conversation',
  };
}

function about({ vocabulary, reading, slots, rest, role, themes, votes }: Mentions): ContentCandidate | undefined {
  if (!reading.has('about') && !votes.leans('about')) return undefined;
  const framework = slots.home ?? vocabulary.library.fallback;
  const asked = new Set(reading.cues.filter((hit) => hit.cue === 'about').flatMap((hit) => hit.used));
  const distracted =
    rest.filter((item) => item.strength >= 0.5 && !asked.has(item.at)).length * 0.2 +
    (framework ? 0 : 0.1) +
    (role.how === 'named' ? 0.25 : 0) +
    (themes.some((theme) => theme.label) ? 0.35 : 0);
  return {
    question: { intent: 'about', ...(framework && { framework: framework.id }) },
    score: 0.84 - distracted,
    because: 'about a framework',
  };
}

function common({ vocabulary, reading, slots, themes, role, rest, votes }: Mentions): ContentCandidate | undefined {
  const cued = reading.has('common') || votes.leans('common');
  if (!cued && slots.common.length === 0) return undefined;
  const spoken = slots.common.filter((each) => !newerEdition(vocabulary.library, each));
  const only = new Set(spoken).size === 1 ? spoken[0] : undefined;
  const framework = slots.home ?? themes.find((theme) => theme.label)?.framework ?? vocabulary.library.fallback ?? only;
  const theme = themes.find(
    (candidate) =>
      candidate.framework === framework && framework?.common.statements.some((statement) => statement.theme === candidate.theme),
  );
  // "et fælles ledelsesgrundlag" is one that all share.
  const document = reading.has('about') && slots.common.length > 0 ? 0.1 : 0;
  const score =
    0.9 - document - (role.how === 'named' ? (cued ? 0.2 : 0.3) : 0) - 0.07 * rest.filter((item) => item.strength >= 0.6).length;
  if (framework)
    return {
      question: { intent: 'common', framework: framework.id, ...(theme && { theme: theme.theme }) },
      score,
      because: 'what all share',
    };
  const choices = newestFrameworks(vocabulary.library).map((each): PlainQuestion => ({ intent: 'common', framework: each.id }));
  return {
    question: { intent: 'ambiguous', about: 'framework', subject: '', choices },
    score,
    because: 'what all share, in several frameworks',
  };
}

function define(mentions: Mentions): ContentCandidate | undefined {
  const { reading, slots, role, rest } = mentions;
  const said = reading.has('topic') && rest.length === 0 && role.how === 'none';
  const asks = said || reading.has('define') || (reading.has('whatis') && role.how !== 'named');
  const term = slots.terms[0];
  if (term && (asks || rest.length <= 1)) {
    const score = (asks ? 0.9 : 0.78) - (reading.has('about') && slots.named ? 0.12 : 0);
    return { question: { intent: 'definition', framework: term.framework.id, term: term.term }, score, because: 'a term' };
  }
  const themes = slots.themes.filter((theme) => theme.framework.themeKind === 'theme' && (theme.label || asks));
  if (themes.length === 0) return undefined;
  const stray = rest.filter((item) => item.strength >= 0.6).length * 0.15;
  const target = role.how === 'own' && !asks ? 0.2 : role.how === 'named' ? 0.25 : 0;
  const personal = reading.has('self') && role.how === 'own' ? 0.2 : 0;
  const alias = themes.some((theme) => theme.label) ? 0 : 0.15;
  return inFrameworks(
    themes,
    (theme) => ({
      intent: 'definition',
      framework: theme.framework.id,
      theme: theme.theme,
      ...(theme.subtheme && { subtheme: theme.subtheme }),
    }),
    (asks ? 0.89 : 0.72) - target - stray - alias - personal,
    'what a theme means',
    mentions,
  );
}

/** One question where one framework fits; a choice where several do. */
function inFrameworks(
  themes: readonly ThemeRef[],
  make: (theme: ThemeRef) => PlainQuestion,
  score: number,
  because: string,
  { vocabulary, slots }: Mentions,
): ContentCandidate {
  const byFramework = new Map<Framework, ThemeRef>();
  for (const theme of themes)
    if (!byFramework.has(theme.framework) || (theme.label && !byFramework.get(theme.framework)?.label))
      byFramework.set(theme.framework, theme);
  const home = slots.home && byFramework.get(slots.home);
  const literal = [...byFramework.values()].filter((theme) => theme.label);
  const choices = home ? [home] : literal.length > 0 ? literal : [...byFramework.values()];
  const current = choices.filter((theme) => !newerEdition(vocabulary.library, theme.framework));
  const kept = current.length > 0 ? current : choices;
  const first = kept[0] as ThemeRef;
  if (kept.length === 1) return { question: make(first), score, because };
  return {
    question: {
      intent: 'ambiguous',
      about: 'framework',
      subject: themeOf(first.framework, first.theme)?.label.text ?? '',
      choices: kept.map(make),
    },
    score,
    because,
  };
}
