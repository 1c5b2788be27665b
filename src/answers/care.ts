import type { Desk, Draft } from '../cards/desk.js';
import { plainText, textBlock } from '../cards/elements.js';
import type { Answered, Kind } from './kind.js';
import { leadOn } from './next.js';

/** To somebody who is not well: nothing but where there are people. `rests` when today's question is left out. */
export type CareAnswer = Answered<
  'care',
  { readonly written: 'message' | 'note' | 'round' | 'letter' | 'letter-sent' | 'letter-kept'; readonly rests: boolean }
>;

/** The kind of {@link CareAnswer}. */
export const careKind: Kind<CareAnswer> = {
  name: 'care',
  card: careCard,
  exhibits: () => [
    answerCare('message'),
    answerCare('message', true),
    answerCare('note'),
    answerCare('round'),
    answerCare('letter'),
    answerCare('letter-sent'),
  ],
};

/** To somebody who is not well: no statement, no question to think about, no example; one way back. */
export function answerCare(written: CareAnswer['written'], rests = false): CareAnswer {
  return { kind: 'care', written, rests, next: leadOn({ intent: 'help' }) };
}

/** To somebody who is not well: the person first, then where there are people, and one quiet way back. */
function careCard({ written, rests, next }: CareAnswer, desk: Desk): Draft {
  const { care } = desk.t;
  const quiet = [care[written], ...(rests ? [care.rests] : [])].join(' ');
  return {
    summary: care.summary,
    head: { title: care.title },
    body: [
      ...[care.you, care.people, care.urgent].map((text) => textBlock(text, { spacing: 'Medium' })),
      plainText(quiet, { size: 'Small', isSubtle: true }, { spacing: 'Medium' }),
    ],
    actions: next.slice(0, 1).map((question) => desk.ask(question, care.back)),
  };
}
