import type { AnswerOf } from '../answers/answer.js';
import { askCommon } from '../answers/next.js';
import type { Statement } from '../content/library.js';
import { statementsIn } from '../content/parts.js';
import type { Desk, Draft } from './desk.js';
import { type Element, heading, plainText } from './elements.js';
import { foldUnderHeading } from './fold.js';
import { editionNote, header, promptBox, sourceNote } from './frame.js';
import { adopted, foldLong, partList, section, statementItems } from './statements.js';

/** What everybody shares: the short version first where the document has one. */
export function commonCard(answer: AnswerOf<'common'>, desk: Desk): Draft {
  const { framework, parts, prompt, next } = answer;
  const { heading: title, lead, close } = framework.common;
  const statements = statementsIn(parts);
  const wordings = [...statements, ...statements.flatMap(({ short }) => short ?? []), ...[lead, close].flatMap((each) => each ?? [])];
  return {
    summary: desk.t.commonSummary(framework.name),
    body: [
      ...header(title, [framework.name]),
      ...editionNote(answer, desk),
      ...(lead ? [adopted([plainText(lead.text)], 'Medium')] : []),
      ...(parts.some(({ theme }) => theme)
        ? partList(framework, parts, (theme) => ({ ...askCommon(framework), theme: theme.id }), desk)
        : plainList(statements, close?.text, desk)),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, title, wordings, desk),
    ],
    actions: desk.lead(next, { framework }),
  };
}

/** The short version with the full one folded under it, and the words that close the list. */
function plainList(statements: readonly Statement[], close: string | undefined, desk: Desk): Element[] {
  const { t } = desk;
  const closing = close ? [adopted([plainText(close)], 'Medium')] : [];
  if (!statements.some(({ short }) => short)) return [...section('common', statements, desk, undefined, 'Medium'), ...closing];
  const briefly = statements.map((statement) => statementItems(statement, desk, undefined, statement.short?.text ?? statement.text));
  const whole = [adopted(statements.flatMap((statement) => statementItems(statement, desk))), ...closing];
  return [
    heading(t.short, { spacing: 'Medium' }),
    ...foldLong('short', briefly, desk),
    ...foldUnderHeading({ id: 'long', label: t.longTitle, show: t.showStatements(statements.length) }, whole, t),
  ];
}
