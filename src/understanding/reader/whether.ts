/**
 * Whether a second reader is asked: only about the documents, only where it may help, and never with what is its writer's own.
 */
import { policy, reader } from '../policy.js';
import { isMissed, type PlainQuestion, type Question } from '../question.js';
import type { Understanding } from '../understand.js';
import { isOfDocuments, refusals } from './reply.js';

/** When a reader is asked: where the bot is unsure, or always. */
export type ReaderMode = 'unsure' | 'always';

/** `ask`, or why not: the bot is sure, it is no question on the documents, or it is likely to be about its writer. */
export type Whether = 'ask' | 'sure' | 'other' | 'private';

/** A message as it was understood here, and how likely it is to be about its writer, 0 to 1; looked at only where all else speaks for asking. */
export type Weighed = Pick<Understanding, 'question' | 'likelihood' | 'personal' | 'also' | 'aboutOthers' | 'mayBeUnwell'> & {
  readonly own: () => number;
  /** True where it is a topic of which the document that is asked does not speak. */
  readonly silent?: () => boolean;
};

/** Decides. What goes on from the question before by rule has no likelihood: that is sure. `sure` is the policy's unless told. */
export function whetherToAsk(
  { question, likelihood, personal, own, silent = () => false, also, aboutOthers, mayBeUnwell }: Weighed,
  mode: ReaderMode,
  sure: number = reader.sure,
): Whether {
  if (aboutOthers || mayBeUnwell) return 'private';
  if (also || !isReadable(question)) return 'other';
  const isWorth = isUnsure(question, likelihood, sure) || (mode === 'always' && likelihood !== undefined) || silent();
  if (!isWorth) return 'sure';
  return personal > reader.mostPersonal || own() > reader.mostOwn ? 'private' : 'ask';
}

/** Questions on the documents, what was not understood, and what was turned away for words that say little ("hvem leder dem"). */
function isReadable(question: Question): boolean {
  if (question.intent === 'out-of-scope') return isMissed(question) || (refusals as readonly string[]).includes(question.reason);
  const asked: readonly PlainQuestion[] = question.intent === 'ambiguous' ? question.choices : [question];
  return asked.every(({ intent }) => isOfDocuments(intent));
}

/** Offered, refused, or done though it was not likely enough to be sure of. */
function isUnsure(question: Question, likelihood: number | undefined, sure: number): boolean {
  if (question.intent === 'ambiguous') return question.about === 'reading';
  return isMissed(question) || (likelihood !== undefined && likelihood < Math.max(sure, policy.act));
}
