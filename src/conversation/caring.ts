/**
 * What is done when somebody who is not well writes: they are told where there are people, and nobody else is told anything.
 */

import { z } from 'zod';
import { answerCare, type CareAnswer } from '../answers/care.js';
import type { Answer } from '../answers/kinds.js';
import { isUnwell } from '../care/care.js';
import type { Question } from '../understanding/question.js';
import type { BotParts } from './doers.js';
import { attempt } from './recall.js';
import type { Speaker } from './speaker.js';

/** What a person typed into a card. */
const text = z.string().optional().catch(undefined);
const writtenSchema = z.object({
  note: text,
  answer: text,
  letter: text,
  act: z.object({ said: text }).optional().catch(undefined),
});

/** Whether a message is of somebody who is not well. */
export function isDistress(question: Question): boolean {
  return question.intent === 'out-of-scope' && question.reason === 'distress';
}

/** All that a person wrote into the fields of a card; its data is untrusted. */
export function readWritten(data: unknown): readonly string[] {
  const { note, answer, letter, act } = writtenSchema.safeParse(data).data ?? {};
  return [note, answer, letter, act?.said].filter((each) => each !== undefined);
}

/** What a person wrote into a field of a card is read as a message is. */
export async function careAbout(
  data: unknown,
  written: Exclude<CareAnswer['written'], 'message'>,
  speaker: Speaker,
  parts: BotParts,
): Promise<readonly Answer[]> {
  const { note, answer: said, letter, act } = writtenSchema.safeParse(data).data ?? {};
  const text = { note, round: said, letter: act?.said, 'letter-sent': letter, 'letter-kept': letter }[written];
  return text && isUnwell(parts.compass.care(text)) ? careFor(written, speaker, parts) : [];
}

/** To somebody who is not well, and to nobody else. Nothing of it is remembered but that today's question is left out. */
export async function careFor(written: CareAnswer['written'], speaker: Speaker, parts: BotParts): Promise<readonly Answer[]> {
  const { key, asker, incoming, forgetful } = speaker;
  const { nudges, whisper, compass } = parts;
  const rests = key && !forgetful ? await attempt(async () => nudges?.rest(key, incoming.at), parts) : false;
  const care = answerCare(written, rests);
  if (!asker.group) return [care];
  const message = compass.cards(care, { language: asker.language, group: false });
  const isTold = key && (await attempt(async () => whisper?.(key, message), parts));
  return isTold || written === 'round' ? [] : [{ kind: 'not-here', why: 'group', next: [] }];
}
