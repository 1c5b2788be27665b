import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { container, type Element, heading, paragraph, run, textBlock } from './elements.js';
import { foldRest } from './fold.js';
import { header, sourceNote } from './frame.js';
import { adopted, statementItems } from './statements.js';

type Guide = AnswerOf<'guide'>;

const SHOWN = 3;

/** A conversation guide: what it is for, statements with a question each, and the next step. */
export function guideCard({ framework, role, occasion, items, next }: Guide, desk: Desk): Draft {
  const { t } = desk;
  const rest = items.slice(SHOWN);
  return {
    summary: t.guideSummary(t.guideTitle[occasion], role.label),
    body: [
      ...header(t.guideTitle[occasion], [role.label, framework.name]),
      textBlock(t.guidePurpose[occasion], { spacing: 'Medium' }),
      textBlock(t.guideHow[occasion], { spacing: 'Small' }),
      ...items.slice(0, SHOWN).flatMap((item) => pair(item, desk)),
      ...(rest.length > 0
        ? foldRest(
            { id: 'rest', label: '', show: t.guideMore(rest.length), spacing: 'Medium' },
            rest.flatMap((item) => pair(item, desk)),
            t,
          )
        : []),
      heading(t.guideNext, { spacing: 'Large' }),
      textBlock(t.guideNextStep[occasion], { spacing: 'Small' }),
      ...sourceNote(
        framework,
        role.label,
        items.map(({ statement }) => statement),
        desk,
      ),
    ],
    actions: desk.lead(next, { framework, role }),
  };
}

/** A statement and, in our own frame, the question to ask about it. */
function pair({ statement, theme, prompt }: Guide['items'][number], desk: Desk): Element[] {
  const { t, view } = desk;
  const words = adopted(
    statementItems(statement, desk, () => theme?.label.text),
    'Large',
  );
  if (!prompt) return [words];
  return [
    words,
    container([paragraph([run(`${t.guideAsk}: `, { weight: 'Bolder' }), run(prompt[view.language])])], {
      style: 'emphasis',
      spacing: 'Small',
    }),
  ];
}
