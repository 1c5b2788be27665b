/**
 * Choosing among what was offered or shown: "den anden", "2", "Holstebro".
 */
import type { Framework } from '../content/library.js';
import { moveTo } from './carry.js';
import type { FollowUp } from './follow-up.js';
import type { PlainQuestion } from './question.js';
import type { Reading } from './read.js';
import type { Scene } from './scene.js';

/** Words that may stand in a choice besides the choice itself. */
const SHORT = 4;

/** "den anden", "2", "Holstebro", "chefen" after a choice. */
export function findChoice({ reading, slots, role, vocabulary }: Scene, choices: readonly PlainQuestion[]): FollowUp | undefined {
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

/** The place of what is named by its number, from 0; undefined when no number is, or none so high. */
export function ordinalOf(reading: Reading, most: number): number | undefined {
  const words = reading.tokens.map((token) => token.word);
  if (words.some((word) => ['sidste', 'nederste', 'last'].includes(word))) return most - 1;
  const at = ORDINALS.findIndex((forms, place) =>
    words.some((word) => forms.includes(word) && (forms.indexOf(word) < 3 || words.length === 1 || place > 0)),
  );
  return at >= 0 && at < most ? at : undefined;
}
