/**
 * The short of a role or a document: adopted wording is not shortened, so it is what it is about, each part a tap away.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { askRow } from '../cards/fold.js';
import { roleHead, roleNote } from '../cards/frame.js';
import { shortRole, themeGloss } from '../cards/names.js';
import { type Framework, type Role, roleOf } from '../content/library.js';
import { type Part, partsOf } from '../content/parts.js';
import type { Context } from './asker.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askCommon, askPart, askReflect, askRole, leadOn } from './next.js';

/** What a role is about, part by part; without a role what a document has. */
export type OutlineAnswer = Answered<
  'outline',
  { readonly framework: Framework; readonly role: Role | undefined; readonly parts: readonly Part[] }
>;

/** The kind of {@link OutlineAnswer}. */
export const outlineKind: Kind<OutlineAnswer> = {
  name: 'outline',
  fixed: () => true,
  asked: { outline: { find: answerOutline, title: (_, __, { t }) => t.button.outline } },
  card: outlineCard,
  subject: ({ framework, role }) => ({ framework: framework.id, ...(role && { role: role.id }) }),
  facts: ({ framework, role }) => ({ frameworks: [framework], roles: role ? [role.label] : [], statements: [] }),
  exhibits: (context) =>
    context.library.frameworks.flatMap((framework) => [toOutline(framework, longestRole(framework)), toOutline(framework, undefined)]),
};

function answerOutline({ library }: Context, question: Asking<'outline'>): OutlineAnswer | undefined {
  const framework = library.framework(question.framework);
  return framework && toOutline(framework, roleOf(framework, question.role));
}

function toOutline(framework: Framework, role: Role | undefined): OutlineAnswer {
  const next = role
    ? leadOn(askRole(framework, role), askReflect(framework, role))
    : leadOn(askCommon(framework), { intent: 'about', framework: framework.id });
  return { kind: 'outline', framework, role, parts: role ? partsOf(framework, role.id) : [], next };
}

function outlineCard({ framework, role, parts, next }: OutlineAnswer, desk: Desk): Draft {
  const { t, view, room } = desk;
  const ofRole = parts.flatMap(({ theme, statements }) =>
    role && theme
      ? [
          askRow(
            theme.label.text,
            t.showStatements(statements.length),
            desk.ask(askPart(framework, role, theme), t.button.part(theme.label.text)),
            themeGloss(theme, view.language),
          ),
        ]
      : [],
  );
  const ofRoles = framework.roles.map((each) =>
    askRow(each.label, t.seeRole, desk.ask(askRole(framework, each), t.button.role(shortRole(each)))),
  );
  const ofThemes = framework.themes.map((theme) =>
    askRow(
      theme.label.text,
      t.seeRole,
      desk.ask({ intent: 'definition', framework: framework.id, theme: theme.id }, t.button.definition(theme.label.text)),
      themeGloss(theme, view.language),
    ),
  );
  return {
    summary: t.outlineSummary(role?.label ?? framework.name),
    head: role ? roleHead({ framework, role }, desk) : { title: framework.name },
    body: [
      ...(role ? roleNote(role, desk) : []),
      ...(room.rows > 0 ? [textBlock(t.outlineNote, { spacing: 'Small' })] : []),
      ...(role ? ofRole : framework.themeKind === 'section' ? ofRoles : ofThemes),
    ],
    actions: desk.lead(next, { framework, role }),
  };
}
