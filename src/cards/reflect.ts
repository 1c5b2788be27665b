import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { container, type Element, plainText, textBlock } from './elements.js';
import { foldUnderHeading } from './fold.js';
import { header, sourceNote } from './frame.js';
import { placeLine, roleName } from './names.js';
import { noteField, saveButtons } from './note-field.js';
import { adopted, statementItems, subthemeLabel } from './statements.js';

type Reflect = AnswerOf<'reflect'>;

/** A reflection question; the statement behind it is folded underneath. */
export function reflectCard(answer: Reflect, desk: Desk): Draft {
  const { framework, role, statement, prompt, another, draft, remark, next } = answer;
  const { t, view } = desk;
  const whom = role && (view.inserted || view.group) ? role.label : role ? t.reflectFor(roleName(role, view.language)) : t.reflectForAll;
  const box = [
    plainText(prompt[view.language], { size: 'Medium' }),
    textBlock(t.promptNote, { size: 'Small', isSubtle: true, spacing: 'Medium' }),
  ];
  const shown = [container(box, { style: 'emphasis', spacing: 'Medium' }), ...behind(answer, desk)];
  return {
    summary: t.reflectSummary,
    body: promptBody(answer, { title: t.prompt, whom, shown, note: noteField(desk, draft, remark) }, desk),
    // Four buttons are enough; one of them is taken where a note can be kept.
    actions: [
      ...saveButtons(desk, prompt.id, statement?.id),
      desk.ask(another, t.another),
      ...desk.lead(next.slice(0, view.notes ? 2 : next.length), { framework, role }),
    ],
  };
}

/** What a card with a question says: whom it is for, the question with what it was written for, and where that stands. */
export function promptBody(
  { framework, role, theme, statement }: Pick<Reflect, 'framework' | 'role' | 'theme' | 'statement'>,
  {
    title,
    whom,
    shown,
    note,
  }: {
    readonly title: string;
    readonly whom: string | undefined;
    readonly shown: readonly Element[];
    readonly note: readonly Element[];
  },
  desk: Desk,
): Element[] {
  const wording = statement ?? theme?.definition;
  return [
    ...header(title, [whom, framework.name]),
    ...shown,
    ...sourceNote(framework, placeLine({ framework, role, theme }), wording ? [wording] : [], desk),
    ...note,
  ];
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
