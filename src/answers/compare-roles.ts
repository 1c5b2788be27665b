import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, plainText, textBlock } from '../cards/elements.js';
import { askRow, foldUnderHeading } from '../cards/fold.js';
import { sourcesNote } from '../cards/frame.js';
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
import { type CompareTopicAnswer, compareOn } from './compare-topic.js';
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
export const compareRolesKind: Kind<CompareRolesAnswer, CompareRolesAnswer | CompareTopicAnswer> = {
  name: 'compare-roles',
  fixed: () => true,
  screens: () => 2,
  asked: { 'compare-roles': { find: answerCompareRoles, title } },
  card: compareRolesCard,
  subject: ({ sides, theme }) => ({
    question: {
      intent: 'compare-roles',
      sides: sides.flatMap(({ framework, role }) => (role ? [{ framework: framework.id, role: role.id }] : [])),
      ...(theme && { theme: theme.id }),
    },
  }),
  facts: ({ sides, theme }) => ({
    frameworks: sides.map(({ framework }) => framework),
    roles: sides.map(({ framework, role }) => whoseName(framework, role)),
    theme,
    statements: sides.flatMap(({ parts }) => statementsIn(parts)),
  }),
  exhibits: (context) =>
    newestFrameworks(context.library).flatMap(({ id, roles, themes }) => {
      const pair = { intent: 'compare-roles', sides: roles.slice(-2).map((role) => ({ framework: id, role: role.id })) } as const;
      return [pair, { ...pair, theme: themes[0]?.id ?? '' }].flatMap((question) => {
        const answer = answerCompareRoles(context, question);
        return answer?.kind === 'compare-roles' ? [answer] : [];
      });
    }),
};

/** Two to four roles side by side, for one theme or for all. Undefined when fewer than two of them exist. */
function answerCompareRoles(context: Context, question: RolesQuestion): CompareRolesAnswer | CompareTopicAnswer | undefined {
  const { library } = context;
  const places = question.sides.flatMap((side): RoleRef[] => {
    const framework = library.framework(side.framework);
    const role = framework && roleOf(framework, side.role);
    return framework && role ? [{ framework, role }] : [];
  });
  const [first, ...others] = places;
  if (!first || others.length === 0) return undefined;
  const { topic, ...whole } = question;
  if (topic)
    return compareOn(context, { topic, asked: question }, places, [
      whole,
      ...places.map(({ framework, role }) => askRole(framework, role)),
    ]);
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
    head: { title, under: [theme?.label.text, theme && themeGloss(theme, desk.view.language), ...frameworks.map(({ name }) => name)] },
    body: [
      ...sameBlock(answer, desk),
      ...(theme ? themeBlock('theme', answer, theme, desk) : allThemes(answer, desk)),
      ...sourcesNote(frameworks, frameworks.length === 1 ? names.join(', ') : undefined, statements, desk),
    ],
    actions: desk.lead(next, { framework: first?.framework, theme }),
  };
}

/** What is the same comes first, in one line to unfold: what differs is what was asked about. */
function sameBlock({ shared }: CompareRolesAnswer, desk: Desk): Element[] {
  if (shared.length === 0) return [];
  const { t } = desk;
  return foldUnderHeading(
    { id: 'same', label: t.shared, show: t.showStatements(shared.length), spacing: 'Medium' },
    section('same', shared, desk),
    t,
  );
}

/** Theme by theme; what only one of several documents has follows under its role. */
function allThemes(answer: CompareRolesAnswer, desk: Desk): Element[] {
  const { t, view } = desk;
  const { sides, shared } = answer;
  const used = sharedThemes(sides);
  const same = new Set(shared.map(({ text }) => text));
  const all = sides.flatMap((side) => statementsIn(side.parts)).filter(({ text }) => !same.has(text));
  const differing = used.filter(({ id }) => all.some(({ theme }) => theme === id));
  const blocks = differing.map((theme, at): Element[] => {
    const label = theme.label.text;
    const under = themeGloss(theme, view.language);
    const many = all.filter((statement) => statement.theme === theme.id).length;
    if (at === 0) return [...openHeading(label, under, 'Medium'), ...themeBlock(`theme-${at}`, answer, theme, desk)];
    if (desk.room.folds)
      return foldUnderHeading(
        { id: `theme-${at}`, label, ...(under && { under }), show: t.showStatements(many) },
        themeBlock(`theme-${at}`, answer, theme, desk),
        t,
      );
    return [askRow(label, t.showStatements(many), desk.ask(narrow(sides, theme), t.button.compareTheme(theme.label.text)), under)];
  });
  const [first = [], ...others] = blocks;
  const rest = [...others.flat(), ...restBlock(answer, used, desk)];
  if (others.length <= 1 || desk.room.rows > 0) return [...first, ...rest];
  const names = differing.slice(1).map(({ label }) => label.text);
  return [
    ...first,
    ...foldUnderHeading({ id: 'parts', label: t.moreThemes(others.length), under: names.join(', '), show: t.show }, rest, t),
  ];
}

/** The themes that roles of one document have; of several documents those of the same name. */
function sharedThemes(sides: readonly Side[]): Theme[] {
  const [first, ...others] = sides;
  const isOne = others.every(({ framework }) => framework === first?.framework);
  const has = ({ parts }: Side, { id }: Theme) => parts.some(({ theme }) => theme?.id === id);
  return (first?.framework.themes ?? []).filter((theme) =>
    isOne ? sides.some((side) => has(side, theme)) : sides.every((side) => has(side, theme)),
  );
}

/** What stands in themes that only one of the documents has: folded under its role. */
function restBlock({ sides }: CompareRolesAnswer, used: readonly Theme[], desk: Desk): Element[] {
  const known = new Set(used.map(({ id }) => id));
  return sides.flatMap((side, at) => {
    const parts = side.parts.filter(({ theme }) => !theme || !known.has(theme.id));
    return statementsIn(parts).length > 0 ? sideFold(`side-${at}`, { ...side, parts }, desk) : [];
  });
}

function narrow(sides: readonly Side[], theme: Theme): PlainQuestion {
  return {
    intent: 'compare-roles',
    sides: sides.flatMap(({ framework, role }) => (role ? [{ framework: framework.id, role: role.id }] : [])),
    theme: theme.id,
  };
}

/** One theme: subtheme by subtheme where it has any, else side by side. */
function themeBlock(id: string, { sides, shared }: CompareRolesAnswer, theme: Theme, desk: Desk): Element[] {
  const texts = new Set(shared.map(({ text }) => text));
  const rows = sides.map((side) => {
    const statements = statementsIn(side.parts).filter((statement) => statement.theme === theme.id);
    return { side, statements: statements.filter(({ text }) => !texts.has(text)), silent: statements.length === 0 };
  });
  const known = theme.subthemes.map((subtheme) => subtheme.id);
  const isMixed = new Set(sides.map(({ framework }) => framework)).size > 1;
  const loose = rows.map((row) => ({ ...row, statements: row.statements.filter(({ subtheme }) => !known.includes(subtheme ?? '')) }));
  return [
    ...loose.flatMap((row, at) => sideBlock(`${id}-${at}`, row, isMixed, desk)),
    ...theme.subthemes.flatMap((subtheme) => bySubtheme(subtheme, rows, isMixed, desk)),
  ];
}

type Row = { readonly side: Side; readonly statements: readonly Statement[]; readonly silent: boolean };

/** One side under its name; a side that only has what is the same needs no word of its own. */
function sideBlock(id: string, { side, statements, silent }: Row, isMixed: boolean, desk: Desk): Element[] {
  if (statements.length > 0) return [sideName(side, isMixed), ...section(id, statements, desk)];
  return silent ? [sideName(side, isMixed), textBlock(desk.t.nothingHere, { isSubtle: true, spacing: 'Small' })] : [];
}

function bySubtheme(subtheme: Theme['subthemes'][number], rows: readonly Row[], isMixed: boolean, desk: Desk): Element[] {
  const items = rows.flatMap(({ side, statements }) =>
    statements
      .filter((statement) => statement.subtheme === subtheme.id)
      .flatMap((statement) => statementItems(statement, desk, () => nameOf(side, isMixed))),
  );
  return items.length > 0 ? [plainText(subtheme.label.text, { weight: 'Bolder' }, { spacing: 'Large' }), adopted(items)] : [];
}

/** A role; where several documents stand side by side, in which. */
function nameOf({ role, framework }: Side, isMixed: boolean): string {
  return role ? [role.label, isMixed && framework.name].filter(Boolean).join(', ') : framework.name;
}

function sideName(side: Side, isMixed: boolean): Element {
  return plainText(nameOf(side, isMixed), { weight: 'Bolder' }, { spacing: 'Medium' });
}

/** One side under its name: folded where it fits, else a tap away. */
export function sideFold(id: string, side: Side, desk: Desk): Element[] {
  const { framework, role } = side;
  const statements = statementsIn(side.parts);
  const label = role?.label ?? framework.name;
  if (role && !desk.room.folds) {
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
