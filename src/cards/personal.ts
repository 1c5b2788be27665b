/**
 * What the bot knows of a person, and where they change it. These cards stand in the personal chat only.
 */
import { fields } from '../answers/acts.js';
import type { AnswerOf } from '../answers/answer.js';
import { askReflect, askRole } from '../answers/next.js';
import type { Suggestion } from '../answers/personal.js';
import { newerEdition } from '../content/library.js';
import type { Desk, Draft } from './desk.js';
import { choiceField, type Element, paragraph, run, type SubmitAction, textBlock } from './elements.js';
import { chatButtons, editionNote, header } from './frame.js';
import { roleName } from './names.js';
import { planLine } from './plan.js';

/** Choose a framework, then a role of it: two small steps work in every client. */
export function roleFormCard({ frameworks, framework, own, suggestion, missing }: AnswerOf<'role-form'>, desk: Desk): Draft {
  const { t, press } = desk;
  const keep = own?.framework === framework ? own?.role.id : undefined;
  const field = framework
    ? choiceField(
        fields.role,
        t.role.roleLabel(framework.name),
        framework.roles.map(({ id, label }) => ({ title: label, value: id })),
        { spacing: 'Medium', placeholder: t.role.choose, ...(keep && { value: keep }) },
      )
    : choiceField(
        fields.framework,
        t.role.frameworkLabel,
        frameworks.map(({ id, name }) => ({ title: name, value: id })),
        { spacing: 'Medium', placeholder: t.role.choose, ...(own && { value: own.framework.id }) },
      );
  const remark = missing
    ? [textBlock(framework ? t.role.roleMissing : t.role.frameworkMissing, { weight: 'Bolder', spacing: 'Medium' })]
    : [];
  return {
    summary: t.role.formTitle,
    body: [...header(t.role.formTitle, [!framework && t.role.formNote]), ...suggestionNote(suggestion, desk), ...remark, field],
    actions: [
      ...(framework
        ? [press('act', { act: 'pick-role', framework: framework.id }, t.role.save)]
        : [press('act', { act: 'pick-framework' }, t.role.next)]),
      ...suggestionButtons(suggestion, desk),
      ...(framework && frameworks.length > 1 ? [press('act', { act: 'other-framework' }, t.role.otherFramework, 'alone')] : []),
    ],
  };
}

/** What the person's title suggests, and that it is theirs to say. */
export function suggestionNote(suggestion: Suggestion | undefined, { t, view }: Desk): Element[] {
  if (!suggestion) return [];
  const { title, role, framework } = suggestion;
  const parts = t.role.suggestion(title, roleName(role, view.language), framework.name);
  return [
    paragraph(
      parts.map((part) => run(part)),
      { spacing: 'Medium' },
    ),
  ];
}

/** The yes to a suggestion. */
export function suggestionButtons(suggestion: Suggestion | undefined, { t, ask }: Desk): SubmitAction[] {
  if (!suggestion) return [];
  return [ask({ intent: 'set-role', framework: suggestion.framework.id, role: suggestion.role.id }, t.role.yes)];
}

/** The role is set; what one can do with it. */
export function roleSetCard({ framework, role }: AnswerOf<'role-set'>, desk: Desk): Draft {
  const { t, view, ask, library } = desk;
  const said = t.role.set(roleName(role, view.language), framework.name);
  return {
    summary: t.role.setTitle,
    body: [
      ...header(t.role.setTitle),
      paragraph(
        said.map((part) => run(part)),
        { spacing: 'Small' },
      ),
      ...editionNote({ framework, newer: newerEdition(library, framework) }, desk),
    ],
    actions: [
      ask(askRole(framework, role), t.role.expected),
      // A role that was only taken to be meant is easily put right.
      view.reading?.assumed ? ask({ intent: 'set-role' }, t.button.changeRole) : ask(askReflect(framework, role), t.button.reflect),
      ask({ intent: 'nudge-on' }, t.button.nudgeOn),
      ask({ intent: 'profile' }, t.button.profile),
    ],
  };
}

/** The role is forgotten. */
export function roleForgottenCard(_: AnswerOf<'role-forgotten'>, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.role.forgottenTitle,
    body: [...header(t.role.forgottenTitle), textBlock(t.role.forgotten, { spacing: 'Small' })],
    actions: desk.lead([{ intent: 'set-role' }, { intent: 'profile' }], {}),
  };
}

/** Everything the person set, and buttons to change it. */
export function profileCard({ own, language, reminders, changed }: AnswerOf<'profile'>, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const facts: [string, string][] = [
    [t.profile.role, own?.role.label ?? t.profile.unset],
    [t.profile.framework, own?.framework.name ?? t.profile.unset],
    [t.profile.reminders, remindersLine(reminders, desk)],
  ];
  const languages = (['auto', 'da', 'en'] as const).map((value) => ({ title: t.profile.languages[value], value }));
  const remind = reminders?.on ? ({ intent: 'nudge-time' } as const) : ({ intent: 'nudge-on' } as const);
  return {
    summary: t.profile.title,
    body: [
      ...header(t.profile.title),
      ...(changed ? [textBlock(t.profile.changed[changed], { spacing: 'Small' })] : []),
      ...facts.map(([name, value]) => paragraph([run(`${name}: `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' })),
      choiceField(fields.speech, t.profile.language, languages, { value: language ?? 'auto', spacing: 'Medium' }),
    ],
    actions: [
      press('act', { act: 'pick-language' }, t.profile.saveLanguage),
      ask({ intent: 'set-role' }, own ? t.button.changeRole : t.button.setRole),
      ...(own ? [ask({ intent: 'set-role', forget: true }, t.button.forgetRole)] : []),
      ...desk.lead([remind, { intent: 'reflections' }, { intent: 'privacy' }], {}),
    ],
  };
}

function remindersLine(reminders: AnswerOf<'profile'>['reminders'], desk: Desk): string {
  const { t } = desk;
  if (!reminders?.on) return t.profile.remindersOff;
  return reminders.shown ? planLine(reminders.shown, desk) : t.profile.remindersOn(reminders.days, reminders.time);
}

/** Why something personal is not done here, and the way there. */
export function notHereCard({ why }: AnswerOf<'not-here'>, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.notHere[why];
  return {
    summary: title,
    body: [...header(title), textBlock(text, { spacing: 'Small' })],
    actions: [...(why === 'group' ? chatButtons(desk) : []), ...desk.lead([{ intent: 'help' }], {})],
  };
}
