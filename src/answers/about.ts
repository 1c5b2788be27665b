/**
 * What frameworks there are, and what one of them is.
 */
import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, paragraph, plainText, run } from '../cards/elements.js';
import { askRow, foldUnderHeading } from '../cards/fold.js';
import { sourceNote } from '../cards/frame.js';
import { firstFitting, organisationOf, shortRole, themeGloss } from '../cards/names.js';
import { adopted } from '../cards/statements.js';
import { type Framework, newerEdition, newestFrameworks } from '../content/library.js';
import { type Context, findOwnRole } from './asker.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askChanges, askCommon, askRole, editionsOf, leadOn } from './next.js';

/** What one framework is. */
export type AboutAnswer = Answered<'about', { readonly framework: Framework; readonly others: readonly Framework[] }>;

/** Several frameworks, for "which are there". */
export type FrameworksAnswer = Answered<'frameworks', { readonly frameworks: readonly Framework[] }>;

/** The kind of {@link AboutAnswer}. */
export const aboutKind: Kind<AboutAnswer, AboutAnswer | FrameworksAnswer> = {
  name: 'about',
  fixed: () => true,
  asked: { about: { find, title, phrase } },
  card: aboutCard,
  subject: ({ framework }) => ({ question: { intent: 'about', framework: framework.id } }),
  facts: ({ framework }) => ({ frameworks: [framework], roles: [], statements: [] }),
  exhibits: (context) => context.library.frameworks.map((framework) => answerAbout(context, framework)),
};

/** The kind of {@link FrameworksAnswer}. */
export const frameworksKind: Kind<FrameworksAnswer> = {
  name: 'frameworks',
  fixed: () => true,
  card: frameworksCard,
  facts: ({ frameworks }) => ({ frameworks, roles: [], statements: [] }),
  exhibits: (context) => {
    const answer = answerFrameworks(context);
    return answer.kind === 'frameworks' ? [answer] : [];
  },
};

function find(context: Context, { framework: id }: Asking<'about'>): AboutAnswer | FrameworksAnswer | undefined {
  if (id === undefined) return answerFrameworks(context);
  const framework = context.library.framework(id);
  return framework && answerAbout(context, framework);
}

/** What a framework is: who made it, when, for whom, and what stands in it. */
function answerAbout(context: Context, framework: Framework): AboutAnswer {
  const { library } = context;
  const own = findOwnRole(context);
  const { older, newer } = editionsOf(library, framework);
  const others = library.frameworks.filter((other) => other !== framework);
  const next = leadOn(
    newer && { intent: 'about', framework: newer.id },
    askCommon(framework),
    own?.framework === framework && askRole(framework, own.role),
    askChanges(library, framework),
    older && { intent: 'about', framework: older.id },
    others.length > 0 && { intent: 'about' },
    { intent: 'reflect', framework: framework.id },
  );
  return { kind: 'about', framework, others, next };
}

/** Which frameworks there are, one for each document first; older editions last. */
function answerFrameworks(context: Context): FrameworksAnswer | AboutAnswer {
  const { library } = context;
  const [only, ...more] = library.frameworks;
  if (only && more.length === 0) return answerAbout(context, only);
  const newest = newestFrameworks(library);
  const frameworks = [...newest, ...library.frameworks.filter((framework) => !newest.includes(framework))];
  const own = findOwnRole(context);
  const next = leadOn(
    own && askRole(own.framework, own.role),
    newest.length > 1 && { intent: 'compare-frameworks', frameworks: newest.slice(0, 5).map(({ id }) => id) },
    { intent: 'help' },
  );
  return { kind: 'frameworks', frameworks, next };
}

/** What a framework is. */
function aboutCard({ framework, next }: AboutAnswer, desk: Desk): Draft {
  return {
    summary: desk.t.aboutSummary(framework.name),
    head: { title: framework.name, under: [framework.titled && framework.title] },
    body: [
      ...factRows(framework, desk),
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

function factRows(framework: Framework, { t, view, links }: Desk): Element[] {
  const { themes, themeNames, statements, common, contact, edition } = framework;
  const kind = themeNames[view.language][themes.length === 1 ? 0 : 1];
  const rows: [string, string | undefined][] = [
    [t.aboutFacts.by, organisationOf(framework) ?? t.unknownBy],
    [t.aboutFacts.edition, edition ? t.edition(edition) : t.noEdition],
    // Themes that can be asked about unfold with what they mean.
    [t.aboutThemes(themes.length, kind), framework.themeKind === 'section' ? themes.map(({ label }) => label.text).join(', ') : undefined],
    [t.aboutFacts.statements, t.aboutStatements(statements.length, common.statements.length)],
    [t.aboutFacts.contact, contact ?? links.contact],
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

/** Which frameworks there are. */
function frameworksCard({ frameworks, next }: FrameworksAnswer, desk: Desk): Draft {
  const { library, t } = desk;
  const rows = frameworks.map((framework) => {
    const newer = newerEdition(library, framework);
    const about = newer ? t.editionOf(newer.name) : (organisationOf(framework) ?? t.unknownBy);
    const ask = desk.ask({ intent: 'about', framework: framework.id }, t.button.aboutOther(framework.name));
    return askRow(framework.name, t.seeFramework, ask, about);
  });
  return { summary: t.frameworksSummary, head: { title: t.frameworks(frameworks.length) }, body: [...rows], actions: desk.lead(next, {}) };
}

function title({ framework: id }: Asking<'about'>, here: Here, { library, t }: Voice): string {
  const framework = library.framework(id ?? '');
  if (!framework) return t.button.frameworks;
  return framework === here.framework ? t.button.about : firstFitting(t.button.aboutOther(framework.name), framework.name);
}

function phrase({ framework: id }: Asking<'about'>, { library, t }: Voice): string {
  const framework = library.framework(id ?? '');
  return framework ? t.phrase.about(framework.name) : t.phrase.frameworks;
}
