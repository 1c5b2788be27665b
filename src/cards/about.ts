import type { AnswerOf } from '../answers/answer.js';
import { askRole } from '../answers/next.js';
import type { Framework } from '../content/library.js';
import type { Desk, Draft } from './desk.js';
import { type Element, paragraph, plainText, run } from './elements.js';
import { askRow, foldUnderHeading } from './fold.js';
import { header, sourceNote } from './frame.js';
import { organisationOf, shortRole, themeGloss } from './names.js';
import { adopted } from './statements.js';

/** What a framework is. */
export function aboutCard({ framework, next }: AnswerOf<'about'>, desk: Desk): Draft {
  return {
    summary: desk.t.aboutSummary(framework.name),
    body: [
      ...header(framework.name, [framework.titled && framework.title]),
      ...facts(framework, desk),
      ...foldUnderHeading(
        { id: 'roles', label: desk.t.roles, show: desk.t.showRoles(framework.roles.length), spacing: 'Large' },
        roleRows(framework, desk),
        desk.t,
      ),
      ...contents(framework, desk),
      ...preface(framework, desk),
      ...sourceNote(
        framework,
        undefined,
        framework.preface.flatMap(({ paragraphs }) => paragraphs),
        desk,
      ),
    ],
    actions: desk.lead(next, { framework }),
  };
}

function facts(framework: Framework, { t, view }: Desk): Element[] {
  const { roles, themes, themeNames, statements, common, contact, edition } = framework;
  const kind = themeNames[view.language][themes.length === 1 ? 0 : 1];
  const rows: [string, string | undefined][] = [
    [t.aboutFacts.by, organisationOf(framework) ?? t.unknownBy],
    [t.aboutFacts.edition, edition ? t.edition(edition) : t.noEdition],
    [t.aboutFacts.roles, roles.map(shortRole).join(', ')],
    [t.aboutThemes(themes.length, kind), themes.map(({ label }) => label.text).join(', ')],
    [t.aboutFacts.statements, t.aboutStatements(statements.length, common.statements.length)],
    [t.aboutFacts.contact, contact],
  ];
  return rows.flatMap(([label, value], at) =>
    value ? [paragraph([run(`${label}: `, { weight: 'Bolder' }), run(value)], { spacing: at === 0 ? 'Medium' : 'Small' })] : [],
  );
}

function roleRows(framework: Framework, desk: Desk): Element[] {
  return framework.roles.map((role) =>
    askRow(role.label, desk.t.seeRole, desk.ask(askRole(framework, role), desk.t.button.role(shortRole(role)))),
  );
}

/** The themes and named notions that can be asked about. */
function contents(framework: Framework, desk: Desk): Element[] {
  const { t, view } = desk;
  const themes = framework.themeKind === 'section' ? [] : framework.themes;
  const rows = [
    ...themes.map((theme) => ({ label: theme.label.text, gloss: themeGloss(theme, view.language), slots: { theme: theme.id } })),
    ...framework.terms.map((term) => ({ label: term.label, gloss: undefined, slots: { term: term.id } })),
  ].map(({ label, gloss, slots }) =>
    askRow(label, t.seeRole, desk.ask({ intent: 'definition', framework: framework.id, ...slots }, t.button.definition(label)), gloss),
  );
  if (rows.length === 0) return [];
  return foldUnderHeading({ id: 'contents', label: t.aboutFacts.themes, show: t.showThemes(rows.length) }, rows, t);
}

function preface(framework: Framework, { t }: Desk): Element[] {
  return framework.preface.flatMap(({ heading, paragraphs }, at) => {
    const items = [adopted(paragraphs.map(({ text }) => plainText(text, {}, { spacing: 'Small' })))];
    return foldUnderHeading({ id: `preface-${at}`, label: heading ?? t.preface, show: t.showText }, items, t);
  });
}
