/**
 * The question that comes by itself: why it comes, the statement behind it, and how to stop it.
 */

import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { type CardAction, type Element, oneLine, paragraph, plainText, run, textBlock } from './elements.js';
import { foldUnderHeading } from './fold.js';
import { promptBox } from './frame.js';
import { roleName } from './names.js';
import { noteField, saveButtons } from './note-field.js';
import { cadenceOf } from './plan.js';
import { promptBody } from './reflect.js';
import { adopted, statementItems, subthemeLabel } from './statements.js';

type Nudge = AnswerOf<'nudge'>;

/** One question, to a person with a field for a private note, or to a shared conversation without. */
export function nudgeCard(answer: Nudge, desk: Desk): Draft {
  const { role, theme, prompt, group } = answer;
  const { t, view } = desk;
  const name = role && roleName(role, view.language);
  const whom = group ? (role?.label ?? theme?.label.text) : name ? t.reflectFor(name) : t.reflectForAll;
  const title = group ? t.nudge.teamTitle : t.nudge.title;
  const shown = [...why(answer, desk), ...behind(answer, desk), ...promptBox(prompt, desk)];
  return {
    summary: group ? t.nudge.teamTitle : name ? t.nudge.summary(name) : t.nudge.title,
    body: promptBody(answer, { title, whom, shown, note: group ? [] : noteField(desk) }, desk),
    actions: group ? teamActions(answer, desk) : ownActions(answer, desk),
  };
}

/** Whoever gets it is told why, and how to get no more, before anything else. */
function why({ plan, group, maker }: Nudge, desk: Desk): Element[] {
  const { t } = desk;
  const cadence = cadenceOf(plan, desk);
  const reason = !group ? [t.nudge.why(cadence)] : maker ? t.nudge.whyTeam(oneLine(maker), cadence) : [t.nudge.whySomeTeam(cadence)];
  return [
    paragraph(
      reason.map((part) => run(part)),
      { spacing: 'Small' },
    ),
    textBlock(group ? t.nudge.stopTeam : t.nudge.stop, { size: 'Small', isSubtle: true, spacing: 'None' }),
  ];
}

/** The statement is short enough to stand there; a theme's definition is folded. */
function behind({ framework, statement, theme }: Nudge, desk: Desk): Element[] {
  if (statement) return [adopted(statementItems(statement, desk, subthemeLabel(framework)), 'Medium')];
  if (!theme?.definition) return [];
  const words = [adopted([plainText(theme.definition.text)])];
  return foldUnderHeading({ id: 'behind', label: theme.label.text, show: desk.t.showBehind, spacing: 'Medium' }, words, desk.t);
}

/** "Del kortet" comes beside these, as on every card that can be shared. */
function ownActions({ prompt, statement, another }: Nudge, desk: Desk): CardAction[] {
  const { t, ask, press } = desk;
  return [
    ...saveButtons(desk, prompt.id, statement?.id),
    ask(another, t.nudge.another),
    press('plan', { act: 'not-today' }, t.nudge.notToday, 'alone'),
    ask({ intent: 'nudge-time' }, t.plan.settings),
  ];
}

function teamActions({ another }: Nudge, { t, ask }: Desk): CardAction[] {
  return [ask(another, t.nudge.another), ask({ intent: 'nudge-off' }, t.plan.stopTeam)];
}
