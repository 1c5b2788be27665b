import type { AnswerOf } from '../answers/answer.js';
import { roleOf } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import { buttonTitle } from './buttons.js';
import type { Desk, Draft } from './desk.js';
import { textBlock } from './elements.js';
import { askRow } from './fold.js';
import { header } from './frame.js';
import { shortRole } from './names.js';

/** At most this many choices are buttons, beside "none"; more become rows. */
const BUTTONS = 5;

/** Several readings: the person chooses one, by a tap or by typing it. */
export function choiceCard({ about, subject, choices }: AnswerOf<'choice'>, desk: Desk): Draft {
  const { t } = desk;
  const title = about === 'framework' ? t.choice.framework(subject, choices.length) : t.choice[about](subject);
  const none = desk.ask({ intent: 'help' }, t.button.none);
  const labels = choices.map((choice) => labelOf(choice, about, desk));
  const actions = choices.map((choice, at) => desk.ask(choice, labels[at] ?? ''));
  const hint = textBlock(t.choiceHint, { isSubtle: true, spacing: 'Small' });
  if (choices.length <= BUTTONS) return { summary: title, body: [...header(title), hint], actions: [...actions, none] };
  const rows = actions.map((action) => askRow(action.title, t.seeRole, action));
  return { summary: title, body: [...header(title), hint, ...rows], actions: [none] };
}

/** What differs between the choices: the framework, the role, or the whole question. */
function labelOf(choice: PlainQuestion, about: AnswerOf<'choice'>['about'], { library, t }: Desk): string {
  const framework = 'framework' in choice ? library.framework(choice.framework ?? '') : undefined;
  const role = framework && 'role' in choice ? roleOf(framework, choice.role) : undefined;
  if (about === 'framework' && framework) return framework.name;
  if (about === 'role' && role) return shortRole(role);
  return buttonTitle(choice, {}, library, t);
}
