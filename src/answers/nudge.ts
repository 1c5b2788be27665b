/**
 * The question that comes by itself: why it comes, the statement behind it, and how to stop it.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, type Element, oneLine, paragraph, run } from '../cards/elements.js';
import { roleName } from '../cards/names.js';
import { agreementButtons, noteField, saveButtons } from '../cards/note-field.js';
import type { Library } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { chooseForPerson, chooseForTeam } from '../nudges/rules/next-prompt.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import type { PlainQuestion } from '../understanding/question.js';
import { nastyName, somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { askReflect } from './next.js';
import { cadenceOf, ownPlan, teamPlan } from './plan.js';
import { type PromptPlace, promptBody, subjectOfPrompt } from './reflect.js';

/** A question that comes by itself, and the plan that asks for it. */
export type NudgeShown = PromptPlace & {
  readonly prompt: Prompt;
  readonly plan: NudgePlan;
  readonly another: PlainQuestion;
  readonly group: boolean;
  readonly maker?: string | undefined;
  /** True where it is of the person's focus. */
  readonly fromFocus?: boolean | undefined;
};

/** The daily question. */
export type NudgeAnswer = Answered<'nudge', NudgeShown>;

/** The kind of {@link NudgeAnswer}. */
export const nudgeKind: Kind<NudgeAnswer> = {
  name: 'nudge',
  card: nudgeCard,
  subject: subjectOfPrompt,
  exhibits: ({ library }) => [...ownExamples(library), ...teamExamples(library)],
};

/** One question, to a person with a field for a private note, or to a shared conversation without. */
function nudgeCard(answer: NudgeAnswer, desk: Desk): Draft {
  const { role, theme, group } = answer;
  const { t, view } = desk;
  const name = role && roleName(role, view.language);
  const whom = group ? (role?.label ?? theme?.label.text) : name ? t.reflectFor(name) : t.reflectForAll;
  const title = group ? t.nudge.teamTitle : t.nudge.title;
  return {
    summary: group ? t.nudge.teamTitle : name ? t.nudge.summary(name) : t.nudge.title,
    head: { title, under: [whom, answer.framework.name] },
    body: [...promptBody(answer, group ? [] : noteField(desk), desk), why(answer, desk)],
    actions: group ? teamActions(answer, desk) : ownActions(answer, desk),
  };
}

/** Whoever gets it is told why, and how to get no more. */
function why({ plan, group, maker, fromFocus }: NudgeAnswer, desk: Desk): Element {
  const { t } = desk;
  const cadence = cadenceOf(plan, desk);
  const own = fromFocus ? t.focus.why(cadence) : t.nudge.why(cadence);
  const reason = !group ? [own] : maker ? t.nudge.whyTeam(oneLine(maker), cadence) : [t.nudge.whySomeTeam(cadence)];
  const lines = [...reason, ` ${group ? t.nudge.stopTeam : t.nudge.stop}`];
  return paragraph(
    lines.map((part) => run(part, { size: 'Small', isSubtle: true })),
    { spacing: 'Small' },
  );
}

/** "Del kortet" comes beside these, as on every card that can be shared. */
function ownActions({ prompt, statement, another }: NudgeAnswer, desk: Desk): CardAction[] {
  const { t, ask, press } = desk;
  return [
    ...saveButtons(desk, prompt.id, statement?.id),
    ...agreementButtons(desk, prompt.id, statement?.id),
    ask(another, t.nudge.another),
    press('plan', { act: 'not-today' }, t.nudge.notToday, 'alone'),
    ask({ intent: 'nudge-time' }, t.plan.settings),
  ];
}

function teamActions({ another }: NudgeAnswer, { t, ask }: Desk): CardAction[] {
  return [ask(another, t.nudge.another), ask({ intent: 'nudge-off' }, t.plan.stopTeam)];
}

function ownExamples(library: Library): NudgeAnswer[] {
  const { framework, role } = somebody(library);
  const own = { framework: framework.id, role: role.id };
  return [own, {}].flatMap((profile): NudgeAnswer[] => {
    const choice = chooseForPerson(library, profile, { seen: [], seed: 'gallery' });
    if (!choice) return [];
    const another = askReflect(choice.framework, choice.role, undefined, choice.prompt.id);
    const isOwn = profile === own;
    return [{ kind: 'nudge', ...choice, plan: ownPlan.plan, another, group: false, ...(isOwn && { fromFocus: true }), next: [] }];
  });
}

function teamExamples(library: Library): NudgeAnswer[] {
  const { framework } = somebody(library);
  const theme = framework.themes[0]?.id;
  return [{}, { framework: framework.id, theme }].flatMap((subject, at): NudgeAnswer[] => {
    const choice = chooseForTeam(library, subject, { seen: [], seed: 'gallery' });
    if (!choice) return [];
    const another = askReflect(choice.framework, choice.role, undefined, choice.prompt.id);
    return [{ kind: 'nudge', ...choice, plan: teamPlan.plan, another, group: true, ...(at === 0 && { maker: nastyName }), next: [] }];
  });
}
