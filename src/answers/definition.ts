import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, plainText, textBlock } from '../cards/elements.js';
import { askRow, foldUnderHeading } from '../cards/fold.js';
import { promptBox, sourceNote } from '../cards/frame.js';
import { firstFitting, shortRole, shortTheme, themeGloss } from '../cards/names.js';
import type { Section } from '../cards/sections.js';
import { adopted, definitionLine, flagOf } from '../cards/statements.js';
import { pathOf } from '../content/address.js';
import {
  allStatements,
  type Framework,
  type Library,
  newestFrameworks,
  type Role,
  type Term,
  type Theme,
  termOf,
  themeOf,
} from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type Context, findOwnRole } from './asker.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askCommon, askPart, askReflect, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

type Subtheme = Theme['subthemes'][number];

/** A theme or subtheme explained, or a term, and whom it addresses. */
export type DefinitionAnswer = Answered<
  'definition',
  {
    readonly framework: Framework;
    readonly theme?: Theme;
    readonly subtheme?: Subtheme;
    readonly term?: Term;
    readonly roles: readonly Role[];
    readonly prompt?: Prompt;
  }
>;

/** The kind of {@link DefinitionAnswer}. */
export const definitionKind: Kind<DefinitionAnswer> = {
  name: 'definition',
  fixed: () => true,
  asked: { definition: { find, title, phrase } },
  card: definitionCard,
  subject: ({ framework, theme, subtheme }) =>
    theme && { framework: framework.id, theme: theme.id, ...(subtheme && { subtheme: subtheme.id }) },
  facts: ({ framework, theme }) => ({ frameworks: [framework], roles: [], theme, statements: [] }),
  sections,
  exhibits: (context) => newestFrameworks(context.library).flatMap((framework) => examplesOf(context, framework)),
};

function find(
  context: Context,
  { framework: id, theme: themeId, subtheme, term: termId }: Asking<'definition'>,
): DefinitionAnswer | undefined {
  const framework = context.library.framework(id);
  if (!framework) return undefined;
  const term = termOf(framework, termId);
  if (term) return answerTerm(framework, term);
  const theme = themeOf(framework, themeId);
  return theme && answerTheme(context, framework, theme, subthemeOf(theme, subtheme));
}

function subthemeOf(theme: Theme, id: string | undefined): Subtheme | undefined {
  return theme.subthemes.find((subtheme) => subtheme.id === id);
}

/** What a theme or one of its subthemes means, and whom it addresses. */
export function answerTheme(context: Context, framework: Framework, theme: Theme, subtheme?: Subtheme): DefinitionAnswer {
  const { library, asker } = context;
  const own = findOwnRole(context);
  const statements = allStatements(framework).filter(
    (statement) => statement.theme === theme.id && (!subtheme || statement.subtheme === subtheme.id),
  );
  const roles = framework.roles.filter((role) => statements.some((statement) => statement.role === role.id));
  const mine = own?.framework === framework ? own.role : undefined;
  const prompt = pickPrompt(
    [
      library.promptsForTheme(framework.id, theme.id),
      promptsOf(
        library,
        statements.filter((statement) => !mine || statement.role === mine.id),
      ),
      promptsOf(library, statements),
    ],
    asker,
  );
  const next = leadOn(
    mine && roles.includes(mine) && askPart(framework, mine, theme, subtheme?.id),
    prompt && askReflect(framework, mine, theme, prompt.id),
    subtheme && { intent: 'definition', framework: framework.id, theme: theme.id },
    askElsewhere(context, framework, theme),
    { intent: 'about', framework: framework.id },
  );
  return { kind: 'definition', framework, theme, ...(subtheme && { subtheme }), roles, ...(prompt && { prompt }), next };
}

/** What a named notion of the document means. */
function answerTerm(framework: Framework, term: Term): DefinitionAnswer {
  const next = leadOn(askCommon(framework), askReflect(framework), { intent: 'about', framework: framework.id });
  return { kind: 'definition', framework, term, roles: [], next };
}

/** The comparison with other documents that have the same theme. */
function askElsewhere({ library }: Context, framework: Framework, theme: Theme): PlainQuestion | undefined {
  const others = newestFrameworks(library).filter(
    (other) => other !== framework && other.themeKind === 'theme' && other.themes.some(({ id }) => id === theme.id),
  );
  if (others.length === 0) return undefined;
  return { intent: 'compare-frameworks', frameworks: [framework, ...others].slice(0, 5).map(({ id }) => id), theme: theme.id };
}

/** What a theme, a subtheme or a term means, and whom it addresses. */
function definitionCard(answer: DefinitionAnswer, desk: Desk): Draft {
  const { framework, theme, subtheme, term, prompt, next } = answer;
  const { t, view } = desk;
  const name = subtheme?.label.text ?? theme?.label.text ?? term?.label ?? '';
  const kind = theme && !subtheme ? t.themeIs(framework.themeNames[view.language][0]) : undefined;
  const wordings = [term?.text, theme?.definition, theme?.label, ...(theme?.subthemes ?? []).map(({ label }) => label)].flatMap(
    (each) => each ?? [],
  );
  return {
    summary: t.definitionSummary(name),
    head: {
      title: name,
      under: [
        theme && !subtheme && themeGloss(theme, view.language),
        kind,
        subtheme && theme && t.partOf(theme.label.text),
        framework.name,
      ],
    },
    body: [
      ...(theme ? flagOf(framework, { theme }, desk) : []),
      ...explanation(answer, desk),
      ...roleRows(answer, desk),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, term ? (term.heading ?? undefined) : theme?.label.text, wordings, desk),
    ],
    actions: desk.lead(next, { framework, theme }),
  };
}

function explanation({ theme, subtheme, term }: DefinitionAnswer, { t }: Desk): Element[] {
  if (term)
    return [
      adopted([plainText(term.text.text), ...term.items.map((item) => plainText(`• ${item.text}`, {}, { spacing: 'Small' }))], 'Medium'),
    ];
  if (!theme?.definition) return [textBlock(t.noDefinition, { spacing: 'Medium' })];
  const words = adopted(definitionLine(theme), 'Medium');
  if (subtheme || theme.subthemes.length === 0) return [words];
  const list = theme.subthemes.map(({ label }) => plainText(label.text, {}, { spacing: 'Small' }));
  return [words, ...foldUnderHeading({ id: 'subthemes', label: t.subthemes, show: t.showThemes(list.length) }, [adopted(list)], t)];
}

function roleRows({ framework, theme, subtheme, roles }: DefinitionAnswer, desk: Desk): Element[] {
  if (!theme || roles.length === 0 || desk.view.inserted) return [];
  const { t } = desk;
  const rows = roles.map((role) =>
    askRow(
      role.label,
      t.seeRole,
      desk.ask(askPart(framework, role, theme, subtheme?.id), t.button.partFor(theme.label.text, shortRole(role))),
    ),
  );
  return foldUnderHeading({ id: 'roles', label: t.forRole, show: t.showRoles(rows.length), spacing: 'Medium' }, rows, t);
}

/** A definition that goes on from the theme's name ("handler om …") is shown with it. */
function sections({ framework, theme, subtheme, roles }: DefinitionAnswer, { language, t }: Voice): Section[] {
  const words = subtheme ? undefined : theme?.definition?.text;
  const whole = words && /^\p{Ll}/u.test(words) ? `${theme?.label.text} ${words}` : words;
  const points = roles.map((role) => [
    {
      text: role.label,
      href: `${pathOf({ framework, role, theme, subtheme: undefined, statement: undefined, prompt: undefined })}?sprog=${language}`,
    },
  ]);
  return [whole ? { quotes: [whole] } : { paragraphs: [t.noDefinition] }, ...(points.length > 0 ? [{ title: t.forRole, points }] : [])];
}

function title(question: Asking<'definition'>, _: Here, { library, t }: Voice): string {
  const name = nameOf(question, library);
  const framework = library.framework(question.framework);
  const theme = question.subtheme === undefined && framework ? themeOf(framework, question.theme) : undefined;
  return firstFitting(t.button.definition(name), ...(theme ? [t.button.definition(shortTheme(theme))] : []), t.button.meaning);
}

function phrase(question: Asking<'definition'>, { library, language, t }: Voice): string {
  const framework = library.framework(question.framework);
  const theme = framework && themeOf(framework, question.theme);
  return t.phrase.definition(language === 'en' && theme && !question.subtheme ? theme.en : nameOf(question, library));
}

function nameOf({ framework: id, theme: themeId, subtheme, term }: Asking<'definition'>, library: Library): string {
  const framework = library.framework(id);
  const theme = framework && themeOf(framework, themeId);
  const named = framework && termOf(framework, term)?.label;
  return named ?? (theme && subthemeOf(theme, subtheme)?.label.text) ?? theme?.label.text ?? '';
}

function examplesOf(context: Context, framework: Framework): DefinitionAnswer[] {
  const [theme] = framework.themes;
  const [subtheme] = theme?.subthemes ?? [];
  return [
    ...(theme && framework.themeKind === 'theme' ? [answerTheme(context, framework, theme)] : []),
    ...(theme && subtheme ? [answerTheme(context, framework, theme, subtheme)] : []),
    ...framework.terms.slice(0, 1).map((term) => answerTerm(framework, term)),
  ];
}
