import { type RoleRef, roleOf, type Statement, type Theme, themeOf } from '../content/library.js';
import { partsOf, statementsIn, subpartsOf } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf, Side } from './answer.js';
import type { Context } from './asker.js';
import { askRole, leadOn } from './next.js';

type RolesQuestion = Extract<PlainQuestion, { intent: 'compare-roles' }>;

/** Two to four roles side by side, for one theme or for all. Undefined when fewer than two of them exist. */
export function answerCompareRoles({ library }: Context, question: RolesQuestion): AnswerOf<'compare-roles'> | undefined {
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
