import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, plainText, textBlock } from '../cards/elements.js';
import { askRow, foldUnderHeading } from '../cards/fold.js';
import { header, sourcesNote } from '../cards/frame.js';
import { firstFitting, shortRole, shortTheme, themeGloss, whoseName } from '../cards/names.js';
import { adopted, openHeading, section, statementItems } from '../cards/statements.js';
import {
  type Framework,
  findRoleRef,
  newestFrameworks,
  type Role,
  type RoleRef,
  roleOf,
  type Statement,
  type Theme,
  themeOf,
} from '../content/library.js';
import { type Part, partsOf, statementsIn, subpartsOf } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askRole, leadOn } from './next.js';

type RolesQuestion = Asking<'compare-roles'>;

/** One side of a comparison. */
export type Side = { readonly framework: Framework; readonly role: Role | undefined; readonly parts: readonly Part[] };

/** Roles side by side; `shared` are the first side's statements that stand word for word in every side. */
export type CompareRolesAnswer = Answered<
  'compare-roles',
  { readonly theme: Theme | undefined; readonly sides: readonly Side[]; readonly shared: readonly Statement[] }
>;

/** The kind of {@link CompareRolesAnswer}. */
export const compareRolesKind: Kind<CompareRolesAnswer> = {
  name: 'compare-roles',
  asked: { 'compare-roles': { find: answerCompareRoles, title } },
  card: compareRolesCard,
  facts: ({ sides, theme }) => ({
    frameworks: sides.map(({ framework }) => framework),
    roles: sides.map(({ framework, role }) => whoseName(framework, role)),
    theme,
    statements: sides.flatMap(({ parts }) => statementsIn(parts)),
  }),
  exhibits: (context) =>
    newestFrameworks(context.library).flatMap(({ id, roles, themes }) => {
      const pair = { intent: 'compare-roles', sides: roles.slice(-2).map((role) => ({ framework: id, role: role.id })) } as const;
      return [pair, { ...pair, theme: themes[0]?.id ?? '' }].flatMap((question) => answerCompareRoles(context, question) ?? []);
    }),
};

/** Two to four roles side by side, for one theme or for all. Undefined when fewer than two of them exist. */
function answerCompareRoles({ library }: Context, question: RolesQuestion): CompareRolesAnswer | undefined {
  const places = question.sides.flatMap((side): RoleRef[] => {
    const framework = library.framework(side.framework);
    const role = framework && roleOf(framework, side.role);
    return framework && role ? [{ framework, role }] : [];
  });
  const [first, ...others] = places;
  if (!first || others.length === 0) return undefined;
  const theme = themeOf(first.framework, question.theme);
  const sides = places.map((place) => toSide(place, theme));
  const next = leadOn(...otherThemes(first, theme, question), ...places.map(({ framework, role }) => askRole(framework, role)));
  return { kind: 'compare-roles', theme, sides, shared: findShared(sides), next };
}

function toSide({ framework, role }: RoleRef, theme: Theme | undefined): Side {
  const own = theme && themeOf(framework, theme.id);
  const parts = theme ? (own ? subpartsOf(framework, role.id, own) : []) : partsOf(framework, role.id);
  return { framework, role, parts };
}

/** From one theme to all of them. */
function otherThemes({ framework }: RoleRef, theme: Theme | undefined, { intent, sides }: RolesQuestion): PlainQuestion[] {
  if (!theme) return [];
  const following = framework.themes[(framework.themes.indexOf(theme) + 1) % framework.themes.length];
  return [{ intent, sides }, ...(following && following !== theme ? [{ intent, sides, theme: following.id }] : [])];
}

/** Statements of the first side that every other side has in the same words. */
function findShared(sides: readonly Side[]): Statement[] {
  const [first, ...others] = sides.map((side) => statementsIn(side.parts));
  const texts = others.map((statements) => new Set(statements.map(({ text }) => text)));
  return (first ?? []).filter(({ text }) => texts.every((set) => set.has(text)));
}

/** Roles one under the other, theme by theme, so that both sides stay readable on a phone. */
function compareRolesCard(answer: CompareRolesAnswer, desk: Desk): Draft {
  const { sides, theme, next } = answer;
  const [first] = sides;
  const names = sides.map((side) => (side.role ? shortRole(side.role) : side.framework.name));
  const title = [names.slice(0, -1).join(', '), names.at(-1)].join(` ${desk.t.and} `);
  const frameworks = [...new Set(sides.map((side) => side.framework))];
  const statements = sides.flatMap((side) => statementsIn(side.parts));
  return {
    summary: desk.t.compareRolesSummary(title),
    body: [
      ...header(title, [theme?.label.text, theme && themeGloss(theme, desk.view.language), ...frameworks.map(({ name }) => name)]),
      ...(theme ? themeBlock('theme', answer, theme, desk) : frameworks.length === 1 ? allThemes(answer, desk) : sideList(answer, desk)),
      ...sourcesNote(frameworks, frameworks.length === 1 ? names.join(', ') : undefined, statements, desk),
    ],
    actions: desk.lead(next, { framework: first?.framework, theme }),
  };
}

function allThemes(answer: CompareRolesAnswer, desk: Desk): Element[] {
  const { t, view } = desk;
  const { sides } = answer;
  const used = (sides[0]?.framework.themes ?? []).filter((theme) => sides.some((side) => side.parts.some((part) => part.theme === theme)));
  return used.flatMap((theme, at) => {
    const label = theme.label.text;
    const under = themeGloss(theme, view.language);
    const many = sides.flatMap((side) => statementsIn(side.parts)).filter((statement) => statement.theme === theme.id).length;
    if (at === 0) return [...openHeading(label, under, 'Medium'), ...themeBlock(`theme-${at}`, answer, theme, desk)];
    if (desk.roomy)
      return foldUnderHeading(
        { id: `theme-${at}`, label, ...(under && { under }), show: t.showStatements(many) },
        themeBlock(`theme-${at}`, answer, theme, desk),
        t,
      );
    return [askRow(label, t.showStatements(many), desk.ask(narrow(sides, theme), t.button.compareTheme(theme.label.text)), under)];
  });
}

function narrow(sides: readonly Side[], theme: Theme): PlainQuestion {
  return {
    intent: 'compare-roles',
    sides: sides.flatMap(({ framework, role }) => (role ? [{ framework: framework.id, role: role.id }] : [])),
    theme: theme.id,
  };
}

/** One theme: subtheme by subtheme where it has any, else side by side; what is the same comes last. */
function themeBlock(id: string, { sides, shared }: CompareRolesAnswer, theme: Theme, desk: Desk): Element[] {
  const texts = new Set(shared.map(({ text }) => text));
  const rows = sides.map((side) => {
    const statements = statementsIn(side.parts).filter((statement) => statement.theme === theme.id);
    return { side, statements: statements.filter(({ text }) => !texts.has(text)), silent: statements.length === 0 };
  });
  const known = theme.subthemes.map((subtheme) => subtheme.id);
  const loose = rows.map((row) => ({ ...row, statements: row.statements.filter(({ subtheme }) => !known.includes(subtheme ?? '')) }));
  const same = shared.filter((statement) => statement.theme === theme.id);
  return [
    ...loose.flatMap((row, at) => sideBlock(`${id}-${at}`, row, desk)),
    ...theme.subthemes.flatMap((subtheme) => bySubtheme(subtheme, rows, desk)),
    ...(same.length > 0 ? [textBlock(desk.t.shared, { weight: 'Bolder', spacing: 'Medium' }), ...section(`${id}-shared`, same, desk)] : []),
  ];
}

type Row = { readonly side: Side; readonly statements: readonly Statement[]; readonly silent: boolean };

/** One side under its name; a side that only has what is the same needs no word of its own. */
function sideBlock(id: string, { side, statements, silent }: Row, desk: Desk): Element[] {
  if (statements.length > 0) return [sideName(side), ...section(id, statements, desk)];
  return silent ? [sideName(side), textBlock(desk.t.nothingHere, { isSubtle: true, spacing: 'Small' })] : [];
}

function bySubtheme(subtheme: Theme['subthemes'][number], rows: readonly Row[], desk: Desk): Element[] {
  const items = rows.flatMap(({ side, statements }) =>
    statements
      .filter((statement) => statement.subtheme === subtheme.id)
      .flatMap((statement) => statementItems(statement, desk, () => side.role?.label)),
  );
  return items.length > 0 ? [plainText(subtheme.label.text, { weight: 'Bolder' }, { spacing: 'Large' }), adopted(items)] : [];
}

function sideName(side: Side): Element {
  return plainText(side.role?.label ?? side.framework.name, { weight: 'Bolder' }, { spacing: 'Medium' });
}

/** Roles of different documents have no themes in common: each stands whole, folded under its name. */
function sideList({ sides }: CompareRolesAnswer, desk: Desk): Element[] {
  return sides.flatMap((side, at) => sideFold(`side-${at}`, side, desk));
}

/** One side under its name: folded where it fits, else a tap away. */
export function sideFold(id: string, side: Side, desk: Desk): Element[] {
  const { framework, role } = side;
  const statements = statementsIn(side.parts);
  const label = role?.label ?? framework.name;
  if (role && !desk.roomy) {
    return [
      askRow(
        label,
        desk.t.showStatements(statements.length),
        desk.ask(askRole(framework, role), desk.t.button.roleIn(shortRole(role), framework.name)),
        framework.name,
      ),
    ];
  }
  const names = new Map(framework.themes.map((theme) => [theme.id, theme.label.text]));
  const items = statements.flatMap((statement) => statementItems(statement, desk, ({ theme }) => names.get(theme ?? '')));
  return foldUnderHeading(
    { id, label, ...(role && { under: framework.name }), show: desk.t.showStatements(statements.length) },
    [adopted(items)],
    desk.t,
  );
}

function title({ sides, theme: id }: RolesQuestion, here: Here, { library, t }: Voice): string {
  const framework = library.framework(sides[0]?.framework ?? '');
  const theme = framework && themeOf(framework, id);
  if (here.theme && !theme) return t.button.compareAll;
  if (theme && theme !== here.theme) return firstFitting(t.button.compareTheme(shortTheme(theme)), t.button.compareAll);
  const others = sides.flatMap((side) => {
    const role = findRoleRef(library, side.framework, side.role)?.role;
    return role && role !== here.role ? [shortRole(role)] : [];
  });
  return firstFitting(t.button.compareRoles(others[0] ?? ''), t.button.compareTwo);
}
