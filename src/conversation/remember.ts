import type { Answer } from '../answers/answer.js';
import { isAnswerable } from '../answers/answerer.js';
import { askRole } from '../answers/next.js';
import { summarise } from '../answers/summary.js';
import type { Library } from '../content/library.js';
import type { Speaker } from '../people/speaker.js';
import type { Context } from '../questions/follow-up.js';
import type { Question } from '../questions/question.js';
import type { BotParts } from './bot.js';

/** So many of the statements shown can be named by their number. */
const NUMBERED = 10;

/** Keeps what the next message may follow, and which prompts were shown. After everything was deleted: nothing. */
export async function remember(
  question: Question,
  answers: readonly Answer[],
  { incoming, context, asker }: Speaker,
  { mind, turns }: Pick<BotParts, 'mind' | 'turns'>,
): Promise<void> {
  const { person, conversation, at } = incoming;
  const after = findContext(mind.library, question, answers, context);
  if (after) await turns.save(person, conversation, { context: after, language: asker.language }, at);
  for (const each of answers) {
    const prompt = 'prompt' in each ? each.prompt?.id : undefined;
    if (prompt) await turns.shown(person, conversation, prompt, at);
  }
}

/** What the next message may follow, given what was asked and answered; undefined leaves what was there before. */
export function findContext(
  library: Library,
  question: Question,
  answers: readonly Answer[],
  before: Context | undefined,
): Context | undefined {
  const [answer] = answers;
  const followed = answer && findFollowed(question, answer);
  if (!answer || !followed) return undefined;
  return {
    question: followed,
    statements: summarise(library, followed, answer).statements.slice(0, NUMBERED),
    prompt: 'prompt' in answer ? answer.prompt?.id : undefined,
    earlier: before && before.question.intent !== 'ambiguous' ? before.question : undefined,
  };
}

/**
 * The question that a follow-up changes. An offered choice can be typed; once the role is set, "og for chefer?" asks what
 * is expected and does not set another. Small talk, notes, data and an honest no are nothing to go on from.
 */
function findFollowed(question: Question, answer: Answer): Question | undefined {
  if (answer.kind === 'care' || answer.kind === 'refusal' || answer.kind === 'smalltalk' || answer.kind === 'not-here') return undefined;
  if (answer.kind === 'choice') return { intent: 'ambiguous', about: answer.about, subject: answer.subject, choices: answer.choices };
  if (answer.kind === 'role-set') return askRole(answer.framework, answer.role);
  const isAsked = answer.kind === 'delete-data' && !answer.done;
  return isAnswerable(question) || question.intent.startsWith('nudge-') || isAsked ? question : undefined;
}
