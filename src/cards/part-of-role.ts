import type { AnswerOf } from '../answers/answer.js';
import { statementsIn } from '../content/parts.js';
import type { Desk, Draft } from './desk.js';
import { editionNote, promptBox, roleHeader, sourceNote } from './frame.js';
import { themeGloss } from './names.js';
import { flagOf, openHeading, section, subthemeLabel, subthemeLabelsOf } from './statements.js';

/** One section or theme of a role. */
export function partOfRoleCard(answer: AnswerOf<'part-of-role'>, desk: Desk): Draft {
  const { framework, role, theme, parts, prompt, next } = answer;
  const statements = statementsIn(parts);
  return {
    summary: desk.t.partSummary(theme.label.text, role.label),
    body: [
      ...roleHeader(answer, desk),
      ...editionNote(answer, desk),
      ...openHeading(theme.label.text, themeGloss(theme, desk.view.language), 'Medium'),
      ...flagOf(framework, { theme }, desk),
      ...section('part', statements, desk, subthemeLabel(framework)),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, `${role.label}: ${theme.label.text}`, [...statements, ...subthemeLabelsOf(parts), theme.label], desk),
    ],
    actions: desk.lead(next, { framework, role, theme }),
  };
}
