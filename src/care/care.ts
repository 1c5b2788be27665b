/**
 * The first reading of every message: whether whoever wrote it is not well. It comes before all understanding and knows
 * nothing of questions, so that nothing else that stands in a message hides it.
 */
import { plainWords, readParts } from './features.js';
import { judgeYes, type YesNoModel } from './model.js';
import { policy } from './policy.js';
import type { CareQuestion, OwnQuestion } from './questions.js';

/** What a message tells: its writer is in danger, not well, or may not be; it is about others who are not, or perhaps about both; or none of it. */
export type Condition = 'acute' | 'unwell' | 'unsure' | 'others' | 'both' | 'well';

/** Whether a message is surely of somebody who is not well. */
export function isUnwell(condition: Condition): boolean {
  return condition === 'acute' || condition === 'unwell';
}

/** Reads a message in Danish or English; some 0.1 ms for a line, 1 ms for a page. Keeps and counts nothing. */
export type Care = (text: string) => Condition;

/** Creates the reading. `acute` are words of somebody in danger, as {@link plainWords} gives them: they count whatever is likely. */
export function createCare(model: YesNoModel<CareQuestion>, acute: readonly string[]): Care {
  return (text) => {
    const words = ` ${plainWords(text)} `;
    if (acute.some((phrase) => words.includes(` ${phrase} `))) return 'acute';
    const parts = readParts(text);
    const others = judgeYes(model, 'others', parts);
    const alone = judgeYes(model, 'unwell', parts);
    const unwell = weighUnwell(alone, others);
    if (unwell >= policy.unwell) return 'unwell';
    if (toLikelihood(others) >= policy.others) return toLikelihood(alone) >= policy.unsure ? 'both' : 'others';
    return unwell >= policy.unsure ? 'unsure' : 'well';
  };
}

/** How likely the writer is not well, where the same words may be about others. */
export function weighUnwell(unwell: number, others: number): number {
  return toLikelihood(unwell - policy.discount * Math.max(0, others));
}

/** From log-odds to a likelihood. */
export function toLikelihood(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** For those who need no reading: everybody is well. */
export const carefree: Care = () => 'well';

/**
 * How likely a message is to be about its writer, by the sentence that says so most, 0 to 1: how they are, what they noted or agreed
 * with themself, what they think of the bot. Such a message is nobody else's.
 */
export type Own = (text: string) => number;

/** Creates that reading. */
export function createOwn(model: YesNoModel<OwnQuestion>): Own {
  return (text) => toLikelihood(judgeYes(model, 'own', readParts(text)));
}
