/**
 * What stands on a button, typed: people copy what they see.
 */
import { isAnswerable } from '../answers/answerer.js';
import type { Asker } from '../answers/asker.js';
import { askedByLabel, comparable, formLabelIn } from '../cards/labels.js';
import type { CardJson, Message } from '../cards/message.js';
import type { Language } from '../content/language.js';
import type { LastTurn } from '../understanding/follow-up.js';
import { type PlainQuestion, questionSchema } from '../understanding/question.js';
import type { Compass } from './compass.js';

/** What a button asks, and the language in which it says so. */
export type Typed = { readonly question: PlainQuestion; readonly language: Language };

/** No button says more, in UTF-16 units; what is longer is not compared. */
const longestLabel = 80;

/** What pressing the button of these words would ask: one of the card shown last, or of a form; undefined where no button says so. */
export function findTyped(text: string, asker: Asker, compass: Compass, context?: LastTurn): Typed | undefined {
  const said = text.length > longestLabel ? '' : comparable(text);
  if (said === '') return undefined;
  const asked = (context && ofLastCard(said, asker, compass, context)) ?? askedByLabel(text);
  if (asked) return asked;
  const language = formLabelIn(text);
  return language && { question: { intent: 'service', about: 'label' }, language };
}

/** The card shown last is made anew, in the language that was spoken: it is not kept, and what stands on it follows from what was asked. */
function ofLastCard(said: string, asker: Asker, { answer, cards }: Compass, { question, prompt }: LastTurn): Typed | undefined {
  if (!isAnswerable(question)) return undefined;
  const { language, group } = asker;
  const found = buttonSaying(said, cards(answer(question, asker), { language, group }));
  // "Another question" is another than the one that was shown.
  const isOther = found?.intent === 'reflect' && found.not && prompt;
  return found && { question: isOther ? { ...found, not: prompt } : found, language };
}

/** The questions of a card's buttons by their comparable words; a card that is the same for many is looked through once. */
const known = new WeakMap<CardJson, ReadonlyMap<string, PlainQuestion>>();

function buttonSaying(said: string, { card }: Message): PlainQuestion | undefined {
  const buttons =
    known.get(card) ??
    new Map(
      buttonsOf(card)
        .map(({ title, question }) => [comparable(title), question] as const)
        .toReversed(),
    );
  known.set(card, buttons);
  return buttons.get(said);
}

/** The buttons of a card that ask something, rows that are one included. */
function buttonsOf(card: CardJson): { readonly title: string; readonly question: PlainQuestion }[] {
  const find = (node: unknown): { title: string; question: PlainQuestion }[] => {
    if (Array.isArray(node)) return node.flatMap(find);
    if (typeof node !== 'object' || node === null) return [];
    const { title, data, ...rest } = node as { title?: unknown; data?: { question?: unknown } };
    const question = questionSchema.safeParse(data?.question).data;
    return [...(typeof title === 'string' && question ? [{ title, question }] : []), ...Object.values(rest).flatMap(find)];
  };
  return find(card);
}
