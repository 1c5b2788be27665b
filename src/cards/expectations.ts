import type { AnswerOf } from '../answers/answer.js';
import { askPart } from '../answers/next.js';
import { statementsIn } from '../content/parts.js';
import type { Desk, Draft } from './desk.js';
import { editionNote, promptBox, roleHeader, sourceNote } from './frame.js';
import { partList, subthemeLabelsOf } from './statements.js';

/** All that is expected of a role. */
export function expectationsCard(answer: AnswerOf<'expectations'>, desk: Desk): Draft {
  const { framework, role, parts, prompt, next } = answer;
  return {
    summary: desk.t.expectationsSummary(role.label, framework.name),
    body: [
      ...roleHeader(answer, desk),
      ...editionNote(answer, desk),
      ...partList(framework, parts, (theme) => askPart(framework, role, theme), desk),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, role.label, [...statementsIn(parts), ...subthemeLabelsOf(parts)], desk),
    ],
    actions: desk.lead(next, { framework, role }),
  };
}
