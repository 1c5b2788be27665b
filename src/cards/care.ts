import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { plainText, textBlock } from './elements.js';
import { header } from './frame.js';

/** To somebody who is not well: the person first, then where there are people, and one quiet way back. */
export function careCard({ written, rests, next }: AnswerOf<'care'>, desk: Desk): Draft {
  const { care } = desk.t;
  const quiet = [care[written], ...(rests ? [care.rests] : [])].join(' ');
  return {
    summary: care.summary,
    body: [
      ...header(care.title),
      ...[care.you, care.people, care.urgent].map((text) => textBlock(text, { spacing: 'Medium' })),
      plainText(quiet, { size: 'Small', isSubtle: true }, { spacing: 'Medium' }),
    ],
    actions: next.slice(0, 1).map((question) => desk.ask(question, care.back)),
  };
}
