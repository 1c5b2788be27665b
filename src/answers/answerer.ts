/**
 * From a question to its answer.
 */
import type { Language } from '../content/language.js';
import type { Library } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Search } from '../search/search.js';
import type { Question } from '../understanding/question.js';
import type { Shareable } from '../understanding/shareable.js';
import type { Asker, Context } from './asker.js';
import { type Answer, askedOf, kinds } from './kinds.js';
import { answerPlace } from './place.js';
import { findSharedPlace, subjectOf } from './sharing.js';
import { isShown, type PlaceAnswer, type ShownAnswer } from './shown.js';
import { answerAttachment, answerGone, answerSorry, answerWelcome, type Trouble } from './simple.js';

/** Commands: they change something for a person, so the bot carries them out instead of answering them. */
export type Command = (typeof commands)[number];

const commands = [
  'set-role',
  'profile',
  'reflections',
  'export-data',
  'delete-data',
  'nudge-on',
  'nudge-time',
  'nudge-off',
  'nudge-pause',
  'remind',
  'agree',
  'agreements',
  'look-back',
  'focus',
  'share',
  'to-editor',
] as const satisfies readonly Question['intent'][];

/** A question that content alone answers. */
export type AnswerableQuestion = Exclude<Question, { intent: Command }>;

/** What the bot says without being asked. */
export type Occasion = 'welcome' | 'attachment' | Trouble;

/** Answers questions, and says what there is to say on an occasion. Pure but for the asker's `random`. */
export type Answerer = {
  (question: AnswerableQuestion, asker: Asker): Answer;
  on(occasion: Occasion, asker: Asker): Answer;
  /** The answer that shows a place, the same for everybody. */
  at(place: Place, language: Language): PlaceAnswer;
  /** The answer that shows what is shared, the same for everybody; undefined where the content has it no more. */
  shown(subject: Shareable, language: Language): ShownAnswer | undefined;
  /** Answers of every kind for the gallery, kind by kind. */
  exhibits(): readonly Answer[];
};

/** True for questions that content alone answers; the rest are commands. */
export function isAnswerable(question: Question): question is AnswerableQuestion {
  return !(commands as readonly Question['intent'][]).includes(question.intent);
}

/** Makes the answerer for loaded content. A question that names what the content no longer has gets a `gone` answer. */
export function createAnswerer({ library, search }: { library: Library; search: Search }): Answerer {
  const answer = (question: AnswerableQuestion, asker: Asker): Answer => {
    const context = { library, search, asker };
    return askedOf(question)?.find?.(context, question) ?? answerGone(context);
  };
  const on = (occasion: Occasion, asker: Asker): Answer => {
    const context = { library, search, asker };
    return occasion === 'welcome' ? answerWelcome(context) : occasion === 'attachment' ? answerAttachment(context) : answerSorry(occasion);
  };
  const at = (place: Place, language: Language) => answerPlace({ library, search }, place, language);
  const shown = (subject: Shareable, language: Language): ShownAnswer | undefined => {
    const place = findSharedPlace(library, subject);
    if (place) return at(place, language);
    if (!('question' in subject) || !isAnswerable(subject.question)) return undefined;
    const found = answer(subject.question, { group: true, random: () => 0, language });
    // What would not be offered for sharing is not shared because a card says so.
    return isShown(found) && subjectOf(found) ? found : undefined;
  };
  const exhibits = () => {
    const context: Context = { library, search, asker: { group: false, random: () => 0, language: 'da' } };
    return kinds.flatMap((kind): readonly Answer[] => kind.exhibits(context));
  };
  return Object.assign(answer, { on, at, shown, exhibits });
}
