import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, heading, paragraph, plainText, run, textBlock } from '../cards/elements.js';
import { sourcesNote } from '../cards/frame.js';
import { firstFitting, organisationOf, shortRole, shortTheme } from '../cards/names.js';
import { adopted, definitionLine, statementItems, subthemeLabel } from '../cards/statements.js';
import type { Strings } from '../cards/strings/da.js';
import { type Level, levels } from '../content/framework.js';
import { type Framework, newestFrameworks, type Theme, themeOf } from '../content/library.js';
import { partsOf, statementsIn, subpartsOf } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type Context, findOwnRole } from './asker.js';
import { type Side, sideFold } from './compare-roles.js';
import { type CompareTopicAnswer, compareOn } from './compare-topic.js';
import { listSaid, type TopicHit } from './find-topic.js';
import type { Answered, Asking, Kind } from './kind.js';
import { leadOn } from './next.js';
import { listing } from './topic.js';

type FrameworksQuestion = Asking<'compare-frameworks'>;

/** Documents side by side, and what each says that the theme means. */
export type CompareFrameworksAnswer = Answered<
  'compare-frameworks',
  {
    /** What was asked, for whoever is shown the same. */
    readonly asked: FrameworksQuestion;
    readonly theme: string | undefined;
    readonly sides: readonly (Side & { readonly said?: readonly TopicHit[] })[];
    readonly definitions: readonly { readonly framework: Framework; readonly theme: Theme }[];
  }
>;

/** The kind of {@link CompareFrameworksAnswer}. */
export const compareFrameworksKind: Kind<CompareFrameworksAnswer, CompareFrameworksAnswer | CompareTopicAnswer> = {
  name: 'compare-frameworks',
  screens: () => 2,
  asked: { 'compare-frameworks': { find: answerCompareFrameworks, title } },
  card: compareFrameworksCard,
  subject: ({ asked }) => ({ question: asked }),
  facts: ({ sides, definitions }) => ({
    frameworks: sides.map(({ framework }) => framework),
    roles: sides.flatMap(({ role }) => (role ? [role.label] : [])),
    theme: definitions[0]?.theme ?? sides[0]?.parts[0]?.theme,
    statements: sides.flatMap(({ parts, said = [] }) => [
      ...statementsIn(parts),
      ...said.slice(0, mostMatched).map(({ statement }) => statement),
    ]),
  }),
  exhibits: (context) =>
    examples(context).flatMap((question) => {
      const answer = answerCompareFrameworks(context, question);
      return answer?.kind === 'compare-frameworks' ? [answer] : [];
    }),
};

/**
 * Several documents side by side. With a level: their roles of that level; with a theme: what each says about it;
 * with neither: what each consists of. Undefined when fewer than two of them exist.
 */
function answerCompareFrameworks(context: Context, question: FrameworksQuestion): CompareFrameworksAnswer | CompareTopicAnswer | undefined {
  const frameworks = question.frameworks.flatMap((id) => context.library.framework(id) ?? []);
  if (frameworks.length < 2) return undefined;
  const level = levels.find((each) => each === question.level);
  const { topic, ...whole } = question;
  if (topic)
    return compareOn(context, { topic, asked: question }, placesOf(frameworks, level), [
      whole,
      ...frameworks.map(({ id }) => ({ intent: 'topic', text: topic, framework: id }) as const),
    ]);
  const definitions = frameworks.flatMap((framework) => {
    const theme = themeOf(framework, question.theme);
    return theme ? [{ framework, theme }] : [];
  });
  const theme = definitions.length > 0 ? question.theme : undefined;
  const sides = frameworks
    .flatMap((framework) => sidesOf(framework, theme, level).map((side) => ({ ...side, ...matchedBy(context, side, definitions) })))
    .sort((a, b) => rung(b) - rung(a));
  return {
    kind: 'compare-frameworks',
    asked: question,
    theme,
    sides,
    definitions,
    next: nextOf(context, question, frameworks, theme, level),
  };
}

/** What a document without a theme of that name says of what the theme is about. */
function matchedBy(
  context: Context,
  { framework, parts }: Side,
  definitions: CompareFrameworksAnswer['definitions'],
): { readonly said?: readonly TopicHit[] } {
  const [first] = definitions;
  return first && parts.length === 0 ? { said: listSaid(context, first.theme.label.text, framework) } : {};
}

/** The documents, or their roles of a rung where each has any. */
function placesOf(frameworks: readonly Framework[], level: Level | undefined): Pick<Side, 'framework' | 'role'>[] {
  return frameworks.flatMap((framework): Pick<Side, 'framework' | 'role'>[] => {
    const roles = framework.roles.filter((role) => role.level === level);
    return roles.length > 0 ? roles.map((role) => ({ framework, role })) : [{ framework, role: undefined }];
  });
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

/** Up to so many statements stand open. */
const OPEN = 8;

/** Documents one under the other: what they consist of, what they say of a theme, or to roles of a level. */
function compareFrameworksCard(answer: CompareFrameworksAnswer, desk: Desk): Draft {
  const { sides, definitions, next } = answer;
  const { t } = desk;
  const frameworks = [...new Set(sides.map((side) => side.framework))];
  const statements = sides.flatMap((side) => statementsIn(side.parts));
  const theme = definitions[0]?.theme;
  const levels = [...new Set(sides.flatMap(({ role }) => role?.level ?? []))];
  const [level] = levels;
  const about = theme?.label.text ?? (level && levels.length === 1 ? t.level[level] : undefined);
  const wordings = [...(desk.room.folds ? statements : []), ...definitions.flatMap((each) => each.theme.definition ?? [])];
  return {
    summary: t.compareFrameworksSummary(frameworks.map(({ name }) => name).join(', ')),
    head: {
      title: about ?? t.compareFrameworks,
      under: [about && t.compareFrameworks, theme && level && levels.length === 1 && t.level[level]],
    },
    body: [
      ...explanations(answer, desk),
      ...(statements.length === 0 && !theme
        ? frameworks.flatMap((framework) => outline(framework, desk))
        : sideList(sides, Boolean(theme), desk)),
      ...sourcesNote(frameworks, undefined, wordings, desk),
    ],
    actions: desk.lead(next, { theme }),
  };
}

function explanations({ definitions }: CompareFrameworksAnswer, { t }: Desk): Element[] {
  const explained = definitions.filter(({ theme }) => theme.definition);
  if (explained.length === 0) return [];
  return [
    heading(t.definition, { spacing: 'Large' }),
    ...explained.flatMap(({ framework, theme }) => [
      plainText(framework.name, { weight: 'Bolder', size: 'Small' }, { spacing: 'Medium' }),
      adopted(definitionLine(theme)),
    ]),
  ];
}

function sideList(sides: CompareFrameworksAnswer['sides'], themed: boolean, desk: Desk): Element[] {
  const total = sides.flatMap((side) => statementsIn(side.parts)).length;
  return sides.flatMap((side, at) => {
    if (side.parts.length === 0) return missing(side, themed, desk);
    return total <= OPEN && desk.room.rows > 0 ? openSide(side, desk) : sideFold(`side-${at}`, side, desk);
  });
}

function openSide({ framework, role, parts }: Side, desk: Desk): Element[] {
  return [
    heading(role ? `${role.label}, ${framework.name}` : framework.name, { spacing: 'Large' }),
    adopted(statementsIn(parts).flatMap((statement) => statementItems(statement, desk, subthemeLabel(framework)))),
  ];
}

/** A document without a theme of that name, with what it says of it all the same; or without a role of that rung. */
function missing({ framework, said = [] }: CompareFrameworksAnswer['sides'][number], themed: boolean, desk: Desk): Element[] {
  const { t } = desk;
  const note = themed ? (said.length > 0 ? t.themeElsewhere : t.noSuchTheme) : t.noSuchLevel;
  const items = said.length > 0 ? [listing({ hits: said.slice(0, mostMatched) }, desk)] : [];
  return [heading(framework.name, { spacing: 'Large' }), textBlock(note, { spacing: 'Small' }), ...items];
}

/** So much is shown of what a document without the theme says of it. */
const mostMatched = 3;

/** What a document consists of, in four lines. */
function outline(framework: Framework, { t, view, room }: Desk): Element[] {
  const { roles, themes, themeNames, statements, common } = framework;
  const kind = themeNames[view.language][themes.length === 1 ? 0 : 1];
  const rows: [string, string][] = [
    ...(room.rows > 0 ? [[t.aboutFacts.by, organisationOf(framework) ?? t.unknownBy] as [string, string]] : []),
    [t.aboutFacts.roles, roles.map(shortRole).join(', ')],
    [t.aboutThemes(themes.length, kind), themes.map(({ label }) => label.text).join(', ')],
    [t.aboutFacts.statements, t.aboutStatements(statements.length, common.statements.length)],
  ];
  return [
    heading(framework.name, { spacing: 'Large' }),
    ...rows.map(([label, value]) => paragraph([run(`${label}: `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' })),
  ];
}

function title({ frameworks, theme: id, level }: FrameworksQuestion, here: Here, { library, t }: Voice): string {
  if (level && level in t.level) return t.button.compareLevel(t.level[level as keyof Strings['level']]);
  const theme = frameworks
    .map((framework) => library.framework(framework))
    .flatMap((framework) => (framework && themeOf(framework, id)) ?? [])[0];
  return theme && theme.id !== here.theme?.id
    ? firstFitting(t.button.compareTheme(shortTheme(theme)), t.button.compareFrameworks)
    : t.button.compareFrameworks;
}

function examples({ library }: Context): FrameworksQuestion[] {
  const newest = newestFrameworks(library).slice(0, 5);
  const all = newest.map(({ id }) => id);
  const themes = newest.flatMap((framework) =>
    framework.themeKind === 'theme' ? framework.themes.map(({ id }) => ({ framework: framework.id, id })) : [],
  );
  const shared = themes.find(({ id }, at) => themes.findIndex((other) => other.id === id) !== at)?.id;
  const two = shared ? themes.filter(({ id }) => id === shared).map(({ framework }) => framework) : [];
  const intent = 'compare-frameworks';
  return [
    { intent, frameworks: all },
    { intent, frameworks: all, level: levels[3] },
    ...(shared
      ? ([
          { intent, frameworks: two, theme: shared },
          { intent, frameworks: two, theme: shared, level: levels[2] },
        ] as const)
      : []),
  ];
}
