import type { Desk, Draft } from '../cards/desk.js';
import { sourceNote } from '../cards/frame.js';
import { placeLine } from '../cards/names.js';
import { adopted, statementItems, subthemeLabel } from '../cards/statements.js';
import { newestFrameworks, type Statement } from '../content/library.js';
import { type Place, subjectOfStatement } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import { statementPlace } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { leadFrom } from './next.js';
import type { PromptPlace } from './reflect.js';

/** One statement by itself. */
export type StatementAnswer = Answered<'statement', PromptPlace & { readonly statement: Statement; readonly prompt?: Prompt }>;

/** The kind of {@link StatementAnswer}. */
export const statementKind: Kind<StatementAnswer> = {
  name: 'statement',
  fixed: () => true,
  card: statementCard,
  subject: ({ statement }) => subjectOfStatement(statement),
  sections: ({ statement }) => [{ quotes: [statement.text] }],
  exhibits: ({ library }) => newestFrameworks(library).flatMap((framework) => answerStatement(statementPlace(library, framework)) ?? []),
};

/** The answer for the place of a statement; undefined for every other place. */
export function answerStatement(place: Place): StatementAnswer | undefined {
  const { framework, role, theme, statement } = place;
  return statement && { kind: 'statement', framework, role, theme, statement, next: leadFrom(place) };
}

/** One statement by itself. */
function statementCard(answer: StatementAnswer, desk: Desk): Draft {
  const { framework, role, theme, statement, next } = answer;
  return {
    summary: desk.t.statementSummary,
    head: { title: role?.label ?? framework.common.heading, under: [theme?.label.text, framework.name] },
    body: [
      adopted(statementItems(statement, desk, subthemeLabel(framework)), 'Medium'),
      ...sourceNote(framework, placeLine(answer), [statement], desk),
    ],
    actions: desk.lead(next, { framework, role, theme }),
  };
}
