/**
 * Messages that only make sense after the one before: "og hvad skal jeg kunne?", "samme for Holstebro", "den anden".
 */

import { levels } from '../content/framework.js';
import { type Framework, type Library, newerEdition, olderEdition, type Role, roleOf } from '../content/library.js';
import { moveTo, placeOf, rebuild } from './carry.js';
import type { PlainQuestion, Question } from './question.js';
import type { Reading } from './read.js';
import type { Scene } from './scene.js';
import { neighbours } from './slots.js';
import { readTimes } from './times.js';

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
  return (
    findConfirmed(scene, question) ??
    findRetimed(scene, question) ??
    findSideBySide(scene, question, context.earlier) ??
    findLanguage(scene, question) ??
    findAnother(scene, question, context.prompt) ??
    findNumbered(scene, context) ??
    findChanged(scene, question)
  );
}

/** "ja" to being asked whether everything is to be deleted. */
function findConfirmed({ reading }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (question.intent !== 'delete-data' || !reading.has('yes')) return undefined;
  return { question: { intent: 'delete-data', confirmed: true }, because: 'a yes to the last question' };
}

/** "nej hellere ni" after a reminder was spoken of: a bare number is a time then. */
function findRetimed({ reading, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (!question.intent.startsWith('nudge-') || rest.some((item) => item.strength > 0.5)) return undefined;
  const times =
    reading.times.time || reading.times.days
      ? reading.times
      : readTimes(`kl. ${reading.text.replace(/^(nej|hellere|no|rather|eller|så|gerne|\s|,)+/i, '')}`);
  if (!times.time && !times.days) return undefined;
  return {
    question: {
      intent: 'nudge-time',
      ...(times.time && { time: times.time }),
      ...(times.days && { days: [...times.days] }),
      ...(times.unclear && { unclear: true }),
    },
    because: 'another time for the reminder',
  };
}

/** "stil dem op ved siden af hinanden": the last two roles. */
function findSideBySide({ reading, slots }: Scene, question: PlainQuestion, earlier: PlainQuestion | undefined): FollowUp | undefined {
  if (!reading.has('side-by-side') || slots.roles.length > 0 || !earlier) return undefined;
  const [a, b] = [placeOf(earlier), placeOf(question)];
  if (!a.framework || !a.role || !b.framework || !b.role || (a.framework === b.framework && a.role === b.role)) return undefined;
  const theme = b.theme ?? a.theme;
  const sides = [
    { framework: a.framework, role: a.role },
    { framework: b.framework, role: b.role },
  ];
  return {
    question: { intent: 'compare-roles', sides, ...(theme && a.framework === b.framework && { theme }) },
    because: 'the last two roles',
  };
}

/** "den anden", "2", "Holstebro", "chefen" after a choice. */
function findChoice({ reading, slots, role, vocabulary }: Scene, choices: readonly PlainQuestion[]): FollowUp | undefined {
  const content = reading.tokens.filter((_, at) => !reading.isFiller(at)).length;
  if (content > SHORT || reading.has('wants-answer.strict')) return undefined;
  const at = ordinalOf(reading, choices.length);
  const numbered = at === undefined ? undefined : choices[at];
  if (numbered) return { question: numbered, because: 'the choice by its number' };
  const named = slots.frameworks.map((framework) => framework.id);
  const byFramework = choices.filter((choice) => 'framework' in choice && named.includes(choice.framework ?? ''));
  if (byFramework.length === 1 && byFramework[0]) return { question: byFramework[0], because: 'the choice by its framework' };
  const roles =
    role.how === 'named' ? slots.roles.flatMap((mention) => mention.refs.map((ref) => `${ref.framework.id}/${ref.role.id}`)) : [];
  const byRole = choices.filter(
    (choice) => 'role' in choice && 'framework' in choice && roles.includes(`${choice.framework}/${choice.role}`),
  );
  if (byRole.length === 1 && byRole[0]) return { question: byRole[0], because: 'the choice by its role' };
  if (named.length !== 1) return undefined;
  const moved = choices[0] && moveTo(vocabulary.library, choices[0], slots.frameworks[0] as Framework);
  return moved && { question: moved, because: 'another framework than those offered' };
}

const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'forste', 'first', 'en', 'et', 'one', 'overste'],
  ['2', 'anden', 'andet', 'second', 'to', 'two'],
  ['3', 'tredje', 'third', 'tre', 'three'],
  ['4', 'fjerde', 'fourth', 'fire', 'four'],
];

function ordinalOf(reading: Reading, most: number): number | undefined {
  const words = reading.tokens.map((token) => token.word);
  if (words.some((word) => ['sidste', 'nederste', 'last'].includes(word))) return most - 1;
  const at = ORDINALS.findIndex((forms, place) =>
    words.some((word) => forms.includes(word) && (forms.indexOf(word) < 3 || words.length === 1 || place > 0)),
  );
  return at >= 0 && at < most ? at : undefined;
}

function findLanguage({ reading, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (rest.some((item) => item.strength > 0.5)) return undefined;
  if (reading.has('in-english')) return { question, language: 'en', because: 'the same in English' };
  if (reading.has('in-danish')) return { question, language: 'da', because: 'the same in Danish' };
  return undefined;
}

/** "et andet spørgsmål", "en til" after a reflection question. */
function findAnother({ reading, slots, rest }: Scene, question: PlainQuestion, prompt: string | undefined): FollowUp | undefined {
  const plain =
    slots.roles.length === 0 && slots.themes.every((theme) => !theme.label) && rest.filter((item) => item.strength > 0.5).length === 0;
  if (!reading.has('another') || !plain) return undefined;
  if (question.intent === 'reflect')
    return { question: { ...question, ...(prompt && { not: prompt }) }, because: 'another question to think about' };
  if (!reading.has('reflect')) return undefined;
  const place = placeOf(question);
  return { question: { intent: 'reflect', ...place, ...(prompt && { not: prompt }) }, because: 'a question about the same' };
}

/** "uddyb nr. 2": one of the statements shown. */
function findNumbered({ reading }: Scene, { statements }: Context): FollowUp | undefined {
  if (!reading.has('elaborate')) return undefined;
  const at = ordinalOf(reading, statements.length);
  const statement = at === undefined ? undefined : statements[at];
  return statement === undefined ? undefined : { question: { intent: 'reflect', statement }, because: 'one statement of those shown' };
}

/** The last question with another role, theme, framework or edition. */
function findChanged(scene: Scene, question: PlainQuestion): FollowUp | undefined {
  const { reading, slots, role, themes, rest, vocabulary } = scene;
  const { library } = vocabulary;
  const before = placeOf(question);
  if (before.framework === undefined) return undefined;
  const lead = reading.has('follow', 'step.up', 'step.down', 'step.top');
  const bare =
    reading.tokens.filter((_, at) => !reading.isFiller(at) && !reading.isFrame(at)).length <= SHORT &&
    rest.every((item) => item.strength < 0.5);
  const asks = reading.has('wants-answer.strict', 'about', 'define', 'common', 'compare', 'reflect');
  const onlyPlace = !asks && slots.named && slots.roles.length === 0 && themes.length === 0 && rest.length === 0;
  if (!(bare && (lead || onlyPlace))) return undefined;
  const current = library.framework(before.framework);
  const target = slots.named && slots.home ? slots.home : slots.edition && current ? edition(library, current, slots.edition) : current;
  if (!target || !current) return undefined;
  const moved = target === current ? question : moveTo(library, question, target);
  if (!moved) return undefined;
  const named =
    steppedRole(scene, target, before.role) ??
    slots.roles.flatMap((mention) => mention.refs).find((ref) => ref.framework === target)?.role ??
    (role.how === 'named' || role.how === 'title' ? role.refs.find((ref) => ref.framework === target)?.role : undefined);
  const theme =
    slots.themes.find((candidate) => candidate.framework === target) ?? themes.find((candidate) => candidate.framework === target);
  if (!named && !theme && target === current) return undefined;
  return {
    question: rebuild(moved, target, named?.id, theme && { theme: theme.theme, subtheme: theme.subtheme }),
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
