/**
 * Statements under their headings.
 */
import { levels } from './framework.js';
import { type Framework, type Role, type Statement, statementsOf, type Theme } from './library.js';
import { oncePer } from './once.js';

/** A heading with statements under it. */
export type Part = {
  readonly theme: Theme | undefined;
  /** Set where the part is one subtheme. */
  readonly subtheme: Theme['subthemes'][number] | undefined;
  readonly statements: readonly Statement[];
};

/** What a role is expected to do, a part per theme in the document's order; `role` may be `common`. */
export function partsOf(framework: Framework, role: string, theme?: string): readonly Part[] {
  return theme === undefined ? wholeOf(framework, role) : partsIn(framework, role, theme);
}

const wholeOf = oncePer((framework: Framework, role) => partsIn(framework, role));

function partsIn(framework: Framework, role: string, theme?: string): Part[] {
  const loose = statementsOf(framework, role).filter((statement) => statement.theme === undefined);
  const unthemed = theme === undefined && loose.length > 0 ? [{ theme: undefined, subtheme: undefined, statements: loose }] : [];
  const themed = framework.themes
    .filter(({ id }) => theme === undefined || theme === id)
    .map((each): Part => ({ theme: each, subtheme: undefined, statements: statementsOf(framework, role, each.id) }));
  return [...unthemed, ...themed.filter(({ statements }) => statements.length > 0)];
}

/** One theme of a role: a part per subtheme where the theme has any, else a single part. */
export function subpartsOf(framework: Framework, role: string, theme: Theme, only?: string): Part[] {
  const statements = statementsOf(framework, role, theme.id);
  const parts = theme.subthemes
    .filter(({ id }) => only === undefined || id === only)
    .map((subtheme): Part => ({ theme, subtheme, statements: statements.filter((statement) => statement.subtheme === subtheme.id) }))
    .filter((part) => part.statements.length > 0);
  const loose = only === undefined ? statements.filter(({ subtheme }) => subtheme === undefined) : [];
  return loose.length > 0 ? [{ theme, subtheme: undefined, statements: loose }, ...parts] : parts;
}

/** All statements of some parts. */
export function statementsIn(parts: readonly Part[]): Part['statements'] {
  return parts.flatMap((part) => part.statements);
}

/** How many rungs of the ladder lie between two roles; statements common to all count as half a rung away. */
export function levelDistance(from: Role, to: Role | undefined): number {
  return to ? Math.abs(levels.indexOf(from.level) - levels.indexOf(to.level)) : 0.5;
}

/** The other roles of a framework, nearest in the ladder first and upwards before downwards. */
export function neighboursOf(framework: Framework, role: Role): Role[] {
  const rank = (other: Role) => levelDistance(role, other) - (levels.indexOf(other.level) > levels.indexOf(role.level) ? 0.1 : 0);
  return framework.roles.filter((other) => other !== role).sort((a, b) => rank(a) - rank(b));
}
