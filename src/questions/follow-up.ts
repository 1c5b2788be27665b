/**
 * Messages that only make sense after the one before: "og hvad skal jeg kunne?", "samme for Holstebro", "den anden".
 */
import { levels } from '../content/framework.js';
import { areEditions, type Framework, type Library, newerEdition, olderEdition, type Role, roleOf, themeOf } from '../content/library.js';
import { moveTo, placeOf, rebuild } from './carry.js';
import { findChoice } from './follow-up-choice.js';
import { findCorrected } from './follow-up-correction.js';
import { findMore } from './follow-up-more.js';
import type { PlainQuestion, Question } from './question.js';
import { type Scene, saysMore } from './scene.js';
import { neighbours } from './slots.js';

/** What is kept of the last question: no text that anybody wrote. */
export type Context = {
  readonly question: Question;
  /** Full ids of the statements shown, in their order. */
  readonly statements: readonly string[];
  /** The prompt shown, if any. */
  readonly prompt?: string | undefined;
  /** The question before that one, for "stil dem op ved siden af hinanden". */
  readonly earlier?: PlainQuestion | undefined;
};

/** A message read as a follow-up; `language` when only another language was asked for. */
export type FollowUp = { readonly question: PlainQuestion; readonly language?: 'da' | 'en'; readonly because: string };

/** Words that may stand in a follow-up besides what it changes. */
const SHORT = 4;

/** Reads a message as a follow-up of `context`, or undefined when it stands by itself. */
export function findFollowUp(scene: Scene, context: Context): FollowUp | undefined {
  const { question } = context;
  if (question.intent === 'ambiguous') return findChoice(scene, question.choices);
  return findCorrected(scene, question) ?? findMore(scene, question, context) ?? findChanged(scene, question);
}

/** The last question with another role, theme, framework or edition. */
function findChanged(scene: Scene, question: PlainQuestion): FollowUp | undefined {
  const { reading, slots, role, themes, rest, vocabulary } = scene;
  const { library } = vocabulary;
  const before = placeOf(question);
  if (before.framework === undefined && question.intent !== 'topic') return undefined;
  const lead = reading.has('follow', 'there', 'step.up', 'step.down', 'step.top');
  const bare = reading.tokens.filter((_, at) => !reading.isFiller(at) && !reading.isFrame(at)).length <= SHORT && !saysMore({ rest });
  const asks = reading.has('wants-answer.strict', 'about', 'define', 'common', 'compare', 'reflect');
  const labelled = slots.themes.some((theme) => theme.label);
  const onlyPlace = slots.named && slots.roles.length === 0 && themes.length === 0 && rest.length === 0;
  const onlyTheme = !slots.named && slots.roles.length === 0 && labelled && before.role !== undefined;
  const onlyRole = !slots.named && slots.roles.length === 1 && !labelled && rest.length === 0;
  if (!(bare && (lead || (!asks && (onlyPlace || onlyTheme || onlyRole))))) return undefined;
  const current = library.framework(before.framework ?? '');
  const target = slots.named && slots.home ? slots.home : slots.edition && current ? edition(library, current, slots.edition) : current;
  if (!target) return undefined;
  const moved = target === current ? question : moveTo(library, question, target);
  if (!moved) return undefined;
  const named =
    steppedRole(scene, target, before.role) ??
    slots.roles.flatMap((mention) => mention.refs).find((ref) => ref.framework === target)?.role ??
    (role.how === 'named' || role.how === 'title' ? role.refs.find((ref) => ref.framework === target)?.role : undefined);
  // The themes of two editions have the same ids.
  const theme = [...slots.themes, ...themes].find(
    (candidate) =>
      candidate.framework === target || (areEditions(library, candidate.framework, target) && themeOf(target, candidate.theme)),
  );
  if (!named && !theme && target === current)
    return slots.named && lead ? { question, because: 'the last question, once more' } : undefined;
  return {
    question: rebuild(moved, target, named?.id, theme && { theme: theme.theme, subtheme: theme.subtheme }, slots.own?.role.id),
    because: 'the last question, changed',
  };
}

/** "et trin op", "og min egen leder?": a rung up or down from the role before. */
function steppedRole({ reading }: Scene, framework: Framework, before: string | undefined): Role | undefined {
  if (reading.has('step.top')) return [...framework.roles].sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
  const step = reading.has('step.up', 'above') ? 1 : reading.has('step.down', 'below') ? -1 : undefined;
  const role = roleOf(framework, before);
  return step && role ? neighbours(framework, role, step)[0] : undefined;
}

function edition(library: Library, framework: Framework, wanted: 'old' | 'new'): Framework {
  return (wanted === 'old' ? olderEdition(library, framework) : newerEdition(library, framework)) ?? framework;
}
