/**
 * A person's role: chosen, set, forgotten. These cards stand in the personal chat only.
 */
import { fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { choiceField, type Element, paragraph, plainText, run, type SubmitAction, textBlock } from '../cards/elements.js';
import { editionNote, header } from '../cards/frame.js';
import { roleName } from '../cards/names.js';
import { type Framework, type Library, newerEdition, newestFrameworks, type RoleRef } from '../content/library.js';
import { somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { askReflect, askRole } from './next.js';

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

/** The role is set. */
export type RoleSetAnswer = Answered<'role-set', RoleRef>;

/** The role is forgotten. */
export type RoleForgottenAnswer = Answered<'role-forgotten'>;

/** The kind of {@link RoleFormAnswer}. */
export const roleFormKind: Kind<RoleFormAnswer> = {
  name: 'role-form',
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

/** The kind of {@link RoleSetAnswer}. */
export const roleSetKind: Kind<RoleSetAnswer> = {
  name: 'role-set',
  card: roleSetCard,
  exhibits: ({ library }) => [{ kind: 'role-set', ...somebody(library), next: [] }],
};

/** The kind of {@link RoleForgottenAnswer}. */
export const roleForgottenKind: Kind<RoleForgottenAnswer> = {
  name: 'role-forgotten',
  card: roleForgottenCard,
  exhibits: () => [{ kind: 'role-forgotten', next: [] }],
};

/** Choose a framework, then a role of it: two small steps work in every client. */
function roleFormCard({ frameworks, framework, own, suggestion, missing, switched }: RoleFormAnswer, desk: Desk): Draft {
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
    body: [
      ...(switched && framework ? [plainText(t.role.switched(framework.name))] : []),
      ...header(t.role.formTitle, [!framework && t.role.formNote]),
      ...suggestionNote(suggestion, desk),
      ...remark,
      field,
    ],
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
function roleSetCard({ framework, role }: RoleSetAnswer, desk: Desk): Draft {
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
function roleForgottenCard(_: RoleForgottenAnswer, desk: Desk): Draft {
  const { t } = desk;
  return {
    summary: t.role.forgottenTitle,
    body: [...header(t.role.forgottenTitle), textBlock(t.role.forgotten, { spacing: 'Small' })],
    actions: desk.lead([{ intent: 'set-role' }, { intent: 'profile' }], {}),
  };
}

/** A suggestion for the person made up. */
export function someSuggestion(library: Library): Suggestion {
  const own = somebody(library);
  return { ...own, title: `${own.role.name.da}, Område Midt` };
}
