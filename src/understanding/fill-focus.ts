/**
 * A focus for some weeks: on a theme or a statement, on what was just spoken of, or on the words of a topic.
 */
import { newerEdition, themeOf } from '../content/library.js';
import { topicText } from './fill-content.js';
import type { Filled } from './filled.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion } from './question.js';
import type { ThemeRef } from './slots.js';
import { placeOf } from './transfer.js';

type FocusQuestion = Extract<PlainQuestion, { intent: 'focus' }>;

/** "jeg vil arbejde med feedback den næste måned", "hvad er mit fokus", "stop mit fokus". */
export function fillFocus(mentions: Mentions): Filled {
  const { reading, slots } = mentions;
  if (reading.has('focus.stop')) return { question: { intent: 'focus', wish: 'stop' } };
  const { period } = reading.times;
  const length = period && { period };
  const themes = findThemes(mentions);
  if (themes.length > 1) {
    const choices = themes.map((theme): PlainQuestion => ({ ...askOn(theme), ...length }));
    const subject = themeOf(themes[0]?.framework as ThemeRef['framework'], themes[0]?.theme)?.label.text ?? '';
    return { question: { intent: 'ambiguous', about: 'framework', subject, choices } };
  }
  const [theme] = themes;
  if (theme) return { question: { ...askOn(theme), ...length } };
  // "det vil jeg arbejde med": where no topic is named, what was just spoken of is meant, and not the words around it.
  const same = mentions.evidence.some(({ topic }) => topic !== undefined) ? {} : sameSubject(mentions);
  if (Object.keys(same).length > 0) return { question: { intent: 'focus', ...same, ...length } };
  const text = textOf(mentions);
  const framework = slots.home && { framework: slots.home.id };
  if (text) return { question: { intent: 'focus', text, ...framework, ...length } };
  if (reading.has('focus.show')) return { question: { intent: 'focus', wish: 'show' } };
  return { question: { intent: 'focus', ...length } };
}

function askOn({ framework, theme }: ThemeRef): FocusQuestion {
  return { intent: 'focus', framework: framework.id, theme };
}

/** The theme that is named: of one's own framework, or by its adopted name; one for each framework where none is one's own. */
function findThemes({ vocabulary: { library }, slots, themes }: Mentions): ThemeRef[] {
  // By everyday words ("opgaver") a section is not meant.
  const named = themes.filter(({ label, framework }) => label || framework.themeKind === 'theme');
  const home = slots.home && named.find(({ framework }) => framework === slots.home);
  if (home) return [home];
  const literal = named.filter(({ label }) => label);
  const fitting = slots.home || literal.length > 0 ? literal : named;
  const current = fitting.filter(({ framework }) => !newerEdition(library, framework));
  const kept = current.length > 0 ? current : fitting;
  return kept.filter((theme, at) => kept.findIndex(({ framework }) => framework === theme.framework) === at);
}

/** What it is to be on, in the writer's words; the words that ask for a focus are none of them. */
function textOf(mentions: Mentions): string {
  const { reading } = mentions;
  const asked = new Set(reading.cues.flatMap(({ cue, used }) => (/^focus/.test(cue) ? used : [])));
  return topicText({ ...mentions, evidence: mentions.evidence.filter(({ at }) => !asked.has(at)) });
}

/** "det vil jeg arbejde med": what was spoken of before. */
function sameSubject({ before }: Mentions): Pick<FocusQuestion, 'framework' | 'theme' | 'statement' | 'text'> {
  if (!before) return {};
  const { framework, theme } = placeOf(before);
  const statement = 'statement' in before ? before.statement : undefined;
  if (framework && (theme ?? statement)) return { framework, ...(theme && { theme }), ...(statement && { statement }) };
  return before.intent === 'topic' ? { text: before.text, ...(framework && { framework }) } : {};
}
