/**
 * What people think of answers, in counts: a thumb under one, or words about the one before. Never who, and no word of it.
 */
import { isAnswerable } from '../answers/answerer.js';
import { countedAs } from '../answers/counted.js';
import type { Answer } from '../answers/kinds.js';
import type { AnswerAbout } from '../cards/message.js';
import type { Library } from '../content/library.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Question } from '../understanding/question.js';
import { createAfterwards } from './afterwards.js';
import type { Compass } from './compass.js';
import type { Incoming, Reaction } from './incoming.js';
import { type Counting, type RatedAnswers, type SentAnswer, unknownKind } from './ports.js';
import type { Speaker } from './speaker.js';

/** Counts what is thought of answers. */
export type Ratings = {
  /** Notes what a sent answer was about; returns at once, and what fails costs a count. */
  note(answer: SentAnswer, about: AnswerAbout, at: Date): void;
  /** Counts a thumb, and gives what it was about; the same under one answer counts once, whoever presses it again. */
  press(pressed: Extract<Incoming['what'], { kind: 'rated' }>, incoming: Incoming): Promise<AnswerAbout | undefined>;
  /** Counts what was said about an answer in words. */
  say(tenant: string, about: AnswerAbout, reaction: Reaction, at: Date): void;
  /** Resolves when all is noted. */
  settle(): Promise<void>;
};

const measures = { like: 'liked', dislike: 'disliked' } as const satisfies Record<Reaction, string>;

/** What counting thumbs needs. */
export type RatingParts = { readonly ratedAnswers: RatedAnswers; readonly counting: Counting; readonly log: Pick<Log, 'warn'> };

/** Creates it. */
export function createRatings({ ratedAnswers, counting, log }: RatingParts): Ratings {
  const afterwards = createAfterwards(log);
  const count = (tenant: string, about: AnswerAbout, reaction: Reaction, at: Date) =>
    counting.add([{ tenant, measure: measures[reaction], ...about }], at);
  return {
    note(answer, about, at) {
      const noted = afterwards.add(answer.conversation, () => ratedAnswers.note(answer, about, at));
      noted.catch((error: unknown) => log.warn({ error: traceError(error) }, 'an answer was not noted'));
    },
    async press({ reaction, answer, sent }, { person: { tenant }, conversation, at }) {
      if (answer === undefined) {
        // A client that does not say which answer presses once and sends once: what is sent counts.
        if (sent !== undefined) count(tenant, { kind: unknownKind, framework: '', theme: '' }, reaction, at);
        return undefined;
      }
      await afterwards.settle(conversation.id);
      const { about, isNew } = await ratedAnswers.rate({ tenant, conversation: conversation.id, activity: answer }, reaction, at);
      if (isNew) count(tenant, about, reaction, at);
      return about;
    },
    say: count,
    settle: () => afterwards.settle(),
  };
}

/** The kind under which every honest no is liked or not: which no it was is counted when it is given. */
const refusalKind = 'refusal';

/**
 * What is counted when an answer to a question is liked, or not: what the question counts as. Undefined where nobody is asked what they
 * think: where nothing is counted (somebody who is not well, talk, a question back), and of all that people do for themselves.
 */
export function aboutOf(library: Library, question: Question, answer: Answer): AnswerAbout | undefined {
  const counted = isAnswerable(question) ? countedAs(library, question, [answer]) : undefined;
  if (!counted) return undefined;
  const { framework = '', theme = '' } = counted;
  return { kind: counted.measure === 'refused' ? refusalKind : counted.kind, framework, theme };
}

/** What was answered before, as far as it is still known: the answer is made again, since only its question is kept. */
export function lastAbout(
  { context, asker, missed }: Speaker,
  { library, answer }: Pick<Compass, 'library' | 'answer'>,
): AnswerAbout | undefined {
  if (missed) return { kind: refusalKind, framework: '', theme: '' };
  const question = context?.question;
  return question && isAnswerable(question) ? aboutOf(library, question, answer(question, asker)) : undefined;
}
