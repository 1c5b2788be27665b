import type { AnswerOf } from '../answers/answer.js';
import { COMMON } from '../content/framework.js';
import type { Desk, Draft } from './desk.js';
import { type CardAction, container, type Element, heading, paragraph, run, textBlock } from './elements.js';
import { foldRest } from './fold.js';
import { header, sourceNote } from './frame.js';
import { adopted, statementItems } from './statements.js';

type Guide = AnswerOf<'guide'>;

const SHOWN = 3;

/** A conversation guide: what it is for, statements with a question each, and the next step. */
export function guideCard({ framework, role, occasion, items, next }: Guide, desk: Desk): Draft {
  const { t } = desk;
  const rest = items.slice(SHOWN);
  const place = items.every(({ statement }) => statement.role === COMMON) ? framework.common.heading : role.label;
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
        place,
        items.map(({ statement }) => statement),
        desk,
      ),
    ],
    actions: [...desk.lead(next, { framework, role }), ...printButton(occasion, framework.id, role.id, desk)],
  };
}

/** The way to the sheet to print, which there is for a review. */
function printButton(occasion: Guide['occasion'], framework: string, role: string, { t, links }: Desk): CardAction[] {
  if (!links.pages || occasion !== 'review') return [];
  return [{ type: 'Action.OpenUrl', title: t.share.print, url: `${links.pages}/guide/${framework}/${role}` }];
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
