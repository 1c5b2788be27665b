import { type Level, levels } from '../content/framework.js';
import { type Framework, themeOf } from '../content/library.js';
import { partsOf, subpartsOf } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf, Side } from './answer.js';
import { type Context, findOwnRole } from './asker.js';
import { leadOn } from './next.js';

type FrameworksQuestion = Extract<PlainQuestion, { intent: 'compare-frameworks' }>;

/**
 * Several documents side by side. With a level: their roles of that level; with a theme: what each says about it;
 * with neither: what each consists of. Undefined when fewer than two of them exist.
 */
export function answerCompareFrameworks(context: Context, question: FrameworksQuestion): AnswerOf<'compare-frameworks'> | undefined {
  const frameworks = question.frameworks.flatMap((id) => context.library.framework(id) ?? []);
  if (frameworks.length < 2) return undefined;
  const level = levels.find((each) => each === question.level);
  const definitions = frameworks.flatMap((framework) => {
    const theme = themeOf(framework, question.theme);
    return theme ? [{ framework, theme }] : [];
  });
  const theme = definitions.length > 0 ? question.theme : undefined;
  const sides = frameworks.flatMap((framework) => sidesOf(framework, theme, level)).sort((a, b) => rung(b) - rung(a));
  return { kind: 'compare-frameworks', theme, sides, definitions, next: nextOf(context, question, frameworks, theme, level) };
}

/** Roles of one rung stand together, from the top; a framework without any comes last. */
function rung({ role }: Side): number {
  return role ? levels.indexOf(role.level) : -1;
}

function sidesOf(framework: Framework, theme: string | undefined, level: Level | undefined): Side[] {
  const own = themeOf(framework, theme);
  const nothing: Side[] = [{ framework, role: undefined, parts: [] }];
  if (!theme && !level) return nothing;
  const roles = framework.roles.filter((role) => !level || role.level === level);
  if (roles.length === 0 || (theme && !own)) return nothing;
  return roles.map((role) => ({ framework, role, parts: own ? subpartsOf(framework, role.id, own) : partsOf(framework, role.id) }));
}

function nextOf(
  context: Context,
  { intent, frameworks: ids }: FrameworksQuestion,
  frameworks: readonly Framework[],
  theme: string | undefined,
  level: Level | undefined,
): PlainQuestion[] {
  const own = findOwnRole(context)?.role.level;
  const shared = levels.filter((each) => frameworks.every(({ roles }) => roles.some((role) => role.level === each)));
  const others = shared.filter((each) => each !== level).sort((a, b) => nearness(a, level ?? own) - nearness(b, level ?? own));
  const [first] = frameworks;
  const sameThemes = (first?.themes ?? []).filter(({ id }) => id !== theme && frameworks.every((framework) => themeOf(framework, id)));
  const asked = ids.filter((id) => frameworks.some((framework) => framework.id === id));
  return leadOn(
    ...others.slice(0, 2).map((each): PlainQuestion => ({ intent, frameworks: asked, ...(theme && { theme }), level: each })),
    ...(frameworks.every(({ themeKind }) => themeKind === 'theme')
      ? sameThemes.slice(0, 1).map((each): PlainQuestion => ({ intent, frameworks: asked, theme: each.id }))
      : []),
    first && { intent: 'about', framework: first.id },
    frameworks[1] && { intent: 'about', framework: frameworks[1].id },
  );
}

/** Levels near the one at hand come first; without one, leaders of employees, of whom there are most. */
function nearness(level: Level, from: Level = 'leder-af-medarbejdere'): number {
  return Math.abs(levels.indexOf(level) - levels.indexOf(from));
}
