/**
 * A whole message: of a long one the part that asks is understood, wherever it stands; of several questions the first,
 * and the others are kept to be offered.
 */
import { READ_LIMIT } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { createFindParts, type Part } from './parts.js';
import { bounds, policy } from './policy.js';
import type { Question } from './question.js';
import { type Besides, holdsWords, isCommand, type Understand, type Understanding } from './understand.js';

/** A part of a message with what it asks by itself. */
type Heard = Pick<Understanding, 'question' | 'likelihood' | 'explanation'> & { readonly part: Part };

/** Builds the understanding of whole messages from that of short ones. A short message with one question is read as it stands. */
export function createUnderstandWhole(vocabulary: Vocabulary, understand: Understand): Understand {
  const findParts = createFindParts(vocabulary);
  return (message, profile, context) => {
    const text = message.normalize('NFKC');
    const isLong = text.length > READ_LIMIT;
    const parts = findParts(text);
    const meant = findMeant(parts);
    if (!isLong && meant.length < 2) return understand(message, profile, context);
    const hear = (part: Part): Heard => ({ ...understand(part.text, profile), part });
    const own = meant.map(hear).filter((heard) => (heard.part.asks && standsAlone(heard)) || (heard.part.tells && isTold(heard)));
    const others = findOthers(own);
    const also = others.length > 0 ? { also: others.slice(0, bounds.also) } : {};
    if (!isLong && others.length <= bounds.also)
      return { ...understand((others.length > 0 && own[0]?.part.text) || message, profile, context), ...also };
    const part = (own[0] ?? findClear(parts, hear))?.part.text ?? joinLast(parts) ?? '';
    const found = understand(part || message, profile, context);
    // Nor is a part of it quoted that is kept.
    return holdsWords(found.question) ? found : { ...found, part, ...also };
  };
}

/** The parts that may be meant for the bot: those that ask, and what is to be done at either end. The last ones of too many. */
function findMeant(parts: readonly Part[]): Part[] {
  const isEnd = (at: number) => at < bounds.ends || at >= parts.length - bounds.ends;
  return parts.filter(({ asks, tells }, at) => asks || (tells && isEnd(at))).slice(-bounds.parts);
}

/** Whether a part is a question of its own: it is clear what it wants, and it says of what, or wants something done. */
function standsAlone({ question, likelihood = 0, explanation: { words, names } }: Heard): boolean {
  // "… og hvornår" goes on from what stands before it.
  return likelihood >= policy.alone && !isTalk(question) && words.length > 1 && (isDoing(question) || names.length > 0);
}

function isTold({ question, likelihood = 0 }: Heard): boolean {
  return likelihood >= policy.sure && !isTalk(question) && isDoing(question);
}

function isTalk({ intent }: Question): boolean {
  return intent === 'out-of-scope' || intent === 'smalltalk' || intent === 'help' || intent === 'set-role';
}

/** What is done and not looked up. */
function isDoing(question: Question): boolean {
  return isCommand(question) || question.intent === 'reflect' || question.intent === 'reflections';
}

/** The questions after the first that differ from it and from each other. */
function findOthers([first, ...rest]: readonly Heard[]): Besides[] {
  const seen = new Set([JSON.stringify(first?.question)]);
  return rest.flatMap(({ question, part: { text: said } }) => {
    const key = JSON.stringify(question);
    // What a person said goes on no button as it was said.
    if (question.intent === 'ambiguous' || holdsWords(question) || seen.has(key)) return [];
    seen.add(key);
    return [{ question, said }];
  });
}

/** What a long message asks less clearly, or looks up without asking: "jeg vil gerne vide, hvad grundlaget siger om feedback". */
function findClear(parts: readonly Part[], hear: (part: Part) => Heard): Heard | undefined {
  const pick = (isMeant: (part: Part) => boolean, least: number) =>
    parts
      .filter(isMeant)
      .slice(0, bounds.parts)
      .map(hear)
      .find(({ question, likelihood = 0, explanation }) => {
        return likelihood >= least && !isTalk(question) && !isDoing(question) && explanation.names.length > 0;
      });
  return pick(({ asks }) => asks, policy.act) ?? pick(({ asks, wishes }) => wishes && !asks, policy.sure);
}

/** The last part that asks though it is not clear what, with the sentence before it, which it may go on from. */
function joinLast(parts: readonly Part[]): string | undefined {
  const at = parts.findLastIndex(({ asks }) => asks);
  const [before, last] = [parts[at - 1], parts[at]];
  if (!last) return undefined;
  const both = before ? `${before.text} ${last.text}` : last.text;
  return both.length <= READ_LIMIT ? both : last.text;
}
