import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { container, type Element, plainText, textBlock } from './elements.js';
import { foldUnderHeading } from './fold.js';
import { header, sourceNote } from './frame.js';
import { roleName } from './names.js';
import { noteField, saveButtons } from './note-field.js';
import { adopted, statementItems, subthemeLabel } from './statements.js';

type Reflect = AnswerOf<'reflect'>;

/** A reflection question; the statement behind it is folded underneath. */
export function reflectCard(answer: Reflect, desk: Desk): Draft {
  const { framework, role, theme, statement, prompt, another, draft, remark, next } = answer;
  const { t, view } = desk;
  const whom = role && (view.inserted || view.group) ? role.label : role ? t.reflectFor(roleName(role, view.language)) : t.reflectForAll;
  const box = [
    plainText(prompt[view.language], { size: 'Medium' }),
    textBlock(t.promptNote, { size: 'Small', isSubtle: true, spacing: 'Medium' }),
  ];
  const place = role ? [role.label, theme?.label.text].filter(Boolean).join(': ') : (theme?.label.text ?? framework.common.heading);
  return {
    summary: t.reflectSummary,
    body: [
      ...header(t.prompt, [whom, framework.name]),
      container(box, { style: 'emphasis', spacing: 'Medium' }),
      ...behind(answer, desk),
      ...sourceNote(
        framework,
        place,
        [statement ?? theme?.definition].flatMap((each) => each ?? []),
        desk,
      ),
      ...noteField(desk, draft, remark),
    ],
    // Four buttons are enough; one of them is taken where a note can be kept.
    actions: [
      ...saveButtons(desk, prompt.id, statement?.id),
      desk.ask(another, t.another),
      ...desk.lead(next.slice(0, view.notes ? 2 : next.length), { framework, role }),
    ],
  };
}

/** What the question was written for: a statement, or a theme's definition. */
function behind({ framework, statement, theme }: Reflect, desk: Desk): Element[] {
  const { t } = desk;
  const words = statement
    ? statementItems(statement, desk, subthemeLabel(framework))
    : theme?.definition
      ? [plainText(theme.definition.text)]
      : [];
  if (words.length === 0) return [];
  const label = theme?.label.text ?? t.reflectStatementTitle;
  return foldUnderHeading({ id: 'behind', label, show: t.showBehind, spacing: 'Medium' }, [adopted(words)], t);
}
