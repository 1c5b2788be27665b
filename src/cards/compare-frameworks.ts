import type { AnswerOf, Side } from '../answers/answer.js';
import type { Framework } from '../content/library.js';
import { statementsIn } from '../content/parts.js';
import { sideFold } from './compare-roles.js';
import type { Desk, Draft } from './desk.js';
import { type Element, heading, paragraph, plainText, run, textBlock } from './elements.js';
import { header, sourcesNote } from './frame.js';
import { organisationOf, shortRole } from './names.js';
import { adopted, definitionLine, statementItems, subthemeLabel } from './statements.js';

type CompareFrameworks = AnswerOf<'compare-frameworks'>;

/** Up to so many statements stand open. */
const OPEN = 8;

/** Documents one under the other: what they consist of, what they say of a theme, or to roles of a level. */
export function compareFrameworksCard(answer: CompareFrameworks, desk: Desk): Draft {
  const { sides, definitions, next } = answer;
  const { t } = desk;
  const frameworks = [...new Set(sides.map((side) => side.framework))];
  const statements = sides.flatMap((side) => statementsIn(side.parts));
  const theme = definitions[0]?.theme;
  const levels = [...new Set(sides.flatMap(({ role }) => role?.level ?? []))];
  const [level] = levels;
  const about = theme?.label.text ?? (level && levels.length === 1 ? t.level[level] : undefined);
  const wordings = [...(desk.roomy ? statements : []), ...definitions.flatMap((each) => each.theme.definition ?? [])];
  return {
    summary: t.compareFrameworksSummary(frameworks.map(({ name }) => name).join(', ')),
    body: [
      ...header(about ?? t.compareFrameworks, [about && t.compareFrameworks, theme && level && levels.length === 1 && t.level[level]]),
      ...explanations(answer, desk),
      ...(statements.length === 0 && !theme
        ? frameworks.flatMap((framework) => outline(framework, desk))
        : sideList(sides, Boolean(theme), desk)),
      ...sourcesNote(frameworks, undefined, wordings, desk),
    ],
    actions: desk.lead(next, { theme }),
  };
}

function explanations({ definitions }: CompareFrameworks, { t }: Desk): Element[] {
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

function sideList(sides: readonly Side[], themed: boolean, desk: Desk): Element[] {
  const total = sides.flatMap((side) => statementsIn(side.parts)).length;
  return sides.flatMap((side, at) => {
    if (side.parts.length === 0) return missing(side, themed, desk);
    return total <= OPEN ? openSide(side, desk) : sideFold(`side-${at}`, side, desk);
  });
}

function openSide({ framework, role, parts }: Side, desk: Desk): Element[] {
  return [
    heading(role ? `${role.label}, ${framework.name}` : framework.name, { spacing: 'Large' }),
    adopted(statementsIn(parts).flatMap((statement) => statementItems(statement, desk, subthemeLabel(framework)))),
  ];
}

function missing({ framework }: Side, themed: boolean, { t }: Desk): Element[] {
  return [heading(framework.name, { spacing: 'Large' }), textBlock(themed ? t.noSuchTheme : t.noSuchLevel, { spacing: 'Small' })];
}

/** What a document consists of, in four lines. */
function outline(framework: Framework, { t, view }: Desk): Element[] {
  const { roles, themes, themeNames, statements, common } = framework;
  const kind = themeNames[view.language][themes.length === 1 ? 0 : 1];
  const rows: [string, string][] = [
    [t.aboutFacts.by, organisationOf(framework) ?? t.unknownBy],
    [t.aboutFacts.roles, roles.map(shortRole).join(', ')],
    [t.aboutThemes(themes.length, kind), themes.map(({ label }) => label.text).join(', ')],
    [t.aboutFacts.statements, t.aboutStatements(statements.length, common.statements.length)],
  ];
  return [
    heading(framework.name, { spacing: 'Large' }),
    ...rows.map(([label, value]) => paragraph([run(`${label}: `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' })),
  ];
}
