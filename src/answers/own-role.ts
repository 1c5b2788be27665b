/**
 * A person's role: chosen, set, forgotten. These cards stand in the personal chat only.
 */
import { fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, choiceField, type Element, heading, paragraph, run, type SubmitAction, textBlock } from '../cards/elements.js';
import { editionNote } from '../cards/frame.js';
import { roleName } from '../cards/names.js';
import { partList } from '../cards/statements.js';
import { type Framework, type Library, newerEdition, newestFrameworks, type RoleRef } from '../content/library.js';
import { type Part, partsOf } from '../content/parts.js';
import { personalDefaults, weeklyDefaults } from '../nudges/rules/plan.js';
import { somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { askPart, askReflect, askRole } from './next.js';
import { askWeekly } from './plan.js';

/** A role that the person's title suggests; theirs only once they say yes. */
export type Suggestion = RoleRef & { readonly title: string };

/** Choose a framework, then a role of it. */
export type RoleFormAnswer = Answered<
  'role-form',
  {
    readonly frameworks: readonly Framework[];
    /** The one chosen; undefined in the first step. */
    readonly framework?: Framework;
    readonly own?: RoleRef;
    readonly suggestion?: Suggestion;
    /** True when it was sent on with nothing chosen. */
    readonly missing?: boolean;
    /** True where that framework has just become theirs. */
    readonly switched?: true;
  }
>;

/** The role is set; `asked`: questions come by themselves already. */
export type RoleSetAnswer = Answered<'role-set', RoleRef & { readonly parts: readonly Part[]; readonly asked: boolean }>;

/** The role is forgotten. */
export type RoleForgottenAnswer = Answered<'role-forgotten'>;

/** The kind of {@link RoleFormAnswer}. */
export const roleFormKind: Kind<RoleFormAnswer> = {
  name: 'role-form',
  screens: () => 2,
  asked: { 'set-role': { title: ({ forget }, _, { t }) => (forget ? t.button.forgetRole : t.button.setRole) } },
  card: roleFormCard,
  exhibits: ({ library }) => {
    const frameworks = newestFrameworks(library);
    const own = somebody(library);
    return [
      { kind: 'role-form', frameworks, suggestion: someSuggestion(library), next: [] },
      { kind: 'role-form', frameworks, missing: true, next: [] },
      ...frameworks.slice(0, 2).map(
        (framework, at): RoleFormAnswer => ({
          kind: 'role-form',
          frameworks,
          framework,
          own,
          ...(at === 1 && { switched: true }),
          next: [],
        }),
      ),
    ];
  },
};

/** The answer to whoever has set a role. */
export function answerRoleSet({ framework, role }: RoleRef, asked: boolean): RoleSetAnswer {
  return { kind: 'role-set', framework, role, parts: partsOf(framework, role.id), asked, next: [] };
}

/** The kind of {@link RoleSetAnswer}. */
export const roleSetKind: Kind<RoleSetAnswer> = {
  name: 'role-set',
  card: roleSetCard,
  exhibits: ({ library }) => [answerRoleSet(somebody(library), false), answerRoleSet(somebody(library), true)],
};

/** The kind of {@link RoleForgottenAnswer}. */
export const roleForgottenKind: Kind<RoleForgottenAnswer> = {
  name: 'role-forgotten',
  card: roleForgottenCard,
  exhibits: () => [{ kind: 'role-forgotten', next: [] }],
};

/** Choose a framework, then a role of it: two small steps work in every client. */
function roleFormCard({ missing, switched, ...step }: RoleFormAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { framework } = step;
  const remark = missing
    ? [textBlock(framework ? t.role.roleMissing : t.role.frameworkMissing, { weight: 'Bolder', spacing: 'Medium' })]
    : [];
  return {
    summary: t.role.formTitle,
    head:
      switched && framework
        ? { title: t.role.switched(framework.name) }
        : { title: t.role.formTitle, under: [!framework && t.role.formNote] },
    body: [...(switched ? [heading(t.role.formTitle)] : []), ...suggestionNote(step.suggestion, desk), ...remark, roleField(step, desk)],
    actions: roleButtons(step, desk),
  };
}

/** One step of choosing a role: of one framework, or first which framework. */
export type RoleStep = Pick<RoleFormAnswer, 'frameworks' | 'framework' | 'own' | 'suggestion'>;

/** The field of a step. */
export function roleField({ frameworks, framework, own }: RoleStep, { t }: Desk): Element {
  if (!framework)
    return choiceField(
      fields.framework,
      t.role.frameworkLabel,
      frameworks.map(({ id, name }) => ({ title: name, value: id })),
      { spacing: 'Medium', placeholder: t.role.choose, ...(own && { value: own.framework.id }) },
    );
  const keep = own?.framework === framework ? own.role.id : undefined;
  return choiceField(
    fields.role,
    t.role.roleLabel(framework.name),
    framework.roles.map(({ id, label }) => ({ title: label, value: id })),
    { spacing: 'Medium', placeholder: t.role.choose, ...(keep && { value: keep }) },
  );
}

/** The buttons of a step. */
export function roleButtons({ frameworks, framework, suggestion }: RoleStep, desk: Desk): CardAction[] {
  const { t, press } = desk;
  return [
    ...suggestionButtons(suggestion, desk),
    ...(framework
      ? [press('act', { act: 'pick-role', framework: framework.id }, t.role.save)]
      : [press('act', { act: 'pick-framework' }, t.role.next)]),
    ...(framework && frameworks.length > 1 ? [press('act', { act: 'other-framework' }, t.role.otherFramework, 'alone')] : []),
  ];
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
function suggestionButtons(suggestion: Suggestion | undefined, { t, ask }: Desk): SubmitAction[] {
  if (!suggestion) return [];
  return [ask({ intent: 'set-role', framework: suggestion.framework.id, role: suggestion.role.id }, t.role.yes)];
}

/** The role is set: what is expected of it in short, and the offer of a question that comes by itself. */
function roleSetCard({ framework, role, parts, asked }: RoleSetAnswer, desk: Desk): Draft {
  const { t, view, ask, library } = desk;
  const offers = [
    ask({ intent: 'nudge-on' }, t.role.offer(personalDefaults.days, personalDefaults.time, personalDefaults.exact)),
    askWeekly(desk, t.role.offer(weeklyDefaults.days, weeklyDefaults.time, weeklyDefaults.exact)),
  ];
  return {
    summary: t.role.setTitle,
    head: { title: t.role.setTitle, under: [roleName(role, view.language), framework.name] },
    body: [
      ...editionNote({ framework, newer: newerEdition(library, framework) }, desk),
      ...partList(framework, parts, (theme) => askPart(framework, role, theme), desk),
      ...(asked ? [] : [textBlock(t.role.offerTitle, { weight: 'Bolder', spacing: 'Medium' })]),
    ],
    actions: [
      ...(asked ? [] : offers),
      ask(askRole(framework, role), t.button.whole),
      // A role that was only taken to be meant is easily put right.
      view.reading?.assumed ? ask({ intent: 'set-role' }, t.button.changeRole) : ask(askReflect(framework, role), t.button.reflect),
      ask({ intent: 'profile' }, t.button.profile),
    ],
  };
}

/** The role is forgotten. */
function roleForgottenCard(_: RoleForgottenAnswer, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.role.forgotten,
    brief: true,
    body: [textBlock(t.role.forgotten)],
    actions: [],
  };
}

/** A suggestion for the person made up. */
export function someSuggestion(library: Library): Suggestion {
  const own = somebody(library);
  return { ...own, title: `${own.role.name.da}, Område Midt` };
}
