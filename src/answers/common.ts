import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, heading, plainText } from '../cards/elements.js';
import { foldUnderHeading } from '../cards/fold.js';
import { editionNote, promptBox, sourceNote } from '../cards/frame.js';
import { firstFitting } from '../cards/names.js';
import { partSection, type Section } from '../cards/sections.js';
import { adopted, foldLong, partList, section, statementItems } from '../cards/statements.js';
import { COMMON } from '../content/framework.js';
import { areEditions, type Framework, hasCommon, type Statement } from '../content/library.js';
import { type Part, partsOf, statementsIn } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import { type Context, findOwnRole } from './asker.js';
import type { Answered, Asking, Facts, Kind } from './kind.js';
import { askChanges, askCommon, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

/** What all leaders share. */
export type CommonAnswer = Answered<
  'common',
  {
    readonly framework: Framework;
    readonly parts: readonly Part[];
    readonly prompt?: Prompt;
    readonly older?: Framework;
    readonly newer?: Framework;
  }
>;

/** The kind of {@link CommonAnswer}. */
export const commonKind: Kind<CommonAnswer> = {
  name: 'common',
  fixed: () => true,
  asked: {
    common: {
      find: (context, { framework: id, theme }) => {
        const framework = context.library.framework(id);
        return framework && hasCommon(framework) ? answerCommon(context, framework, theme) : undefined;
      },
      title,
      phrase: (_, { t }) => t.phrase.common,
    },
  },
  card: commonCard,
  subject: ({ framework }) => ({ framework: framework.id }),
  facts,
  sections,
  exhibits: (context) => context.library.frameworks.filter(hasCommon).map((framework) => answerCommon(context, framework)),
};

/** What everybody shares; of one theme where the document sorts it by themes. */
export function answerCommon(context: Context, framework: Framework, theme?: string): CommonAnswer {
  const { library, asker } = context;
  const own = findOwnRole(context);
  const narrowed = theme ? partsOf(framework, COMMON, theme) : [];
  const parts = narrowed.length > 0 ? narrowed : partsOf(framework, COMMON);
  const prompt = pickPrompt([promptsOf(library, statementsIn(parts))], asker);
  const editions = editionsOf(library, framework);
  const next = leadOn(
    editions.newer && askCommon(editions.newer),
    narrowed.length > 0 && askCommon(framework),
    own?.framework === framework && askRole(framework, own.role),
    editions.older && askCommon(editions.older),
    askChanges(library, framework),
    prompt && askReflect(framework, undefined, undefined, prompt.id),
    { intent: 'about', framework: framework.id },
  );
  return { kind: 'common', framework, parts, ...(prompt && { prompt }), ...editions, next };
}

/** What everybody shares: the short version first where the document has one. */
function commonCard(answer: CommonAnswer, desk: Desk): Draft {
  const { framework, parts, prompt, next } = answer;
  const { heading: title, lead, close } = framework.common;
  const statements = statementsIn(parts);
  const wordings = [...statements, ...statements.flatMap(({ short }) => short ?? []), ...[lead, close].flatMap((each) => each ?? [])];
  return {
    summary: desk.t.commonSummary(framework.name),
    head: { title, under: [framework.name] },
    body: [
      ...editionNote(answer, desk),
      ...(lead ? [adopted([plainText(lead.text)], 'Medium')] : []),
      ...(parts.some(({ theme }) => theme)
        ? partList(framework, parts, (theme) => ({ intent: 'common', framework: framework.id, theme: theme.id }), desk)
        : plainList(statements, close?.text, desk)),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, title, wordings, desk),
    ],
    actions: desk.lead(next, { framework }),
  };
}

/** The short version with the full one folded under it, and the words that close the list. */
function plainList(statements: readonly Statement[], close: string | undefined, desk: Desk): Element[] {
  const { t } = desk;
  const closing = close ? [adopted([plainText(close)], 'Medium')] : [];
  if (!statements.some(({ short }) => short)) return [...section('common', statements, desk, undefined, 'Medium'), ...closing];
  const briefly = statements.map((statement) => statementItems(statement, desk, undefined, statement.short?.text ?? statement.text));
  const whole = [adopted(statements.flatMap((statement) => statementItems(statement, desk))), ...closing];
  return [
    heading(t.short, { spacing: 'Medium' }),
    ...foldLong('short', briefly, desk),
    ...foldUnderHeading({ id: 'long', label: t.longTitle, show: t.showStatements(statements.length) }, whole, t),
  ];
}

function facts({ framework, parts }: CommonAnswer): Facts {
  const theme = parts.length === 1 ? parts[0]?.theme : undefined;
  return { frameworks: [framework], roles: theme ? [framework.common.heading] : [], theme, statements: statementsIn(parts) };
}

function sections({ framework, parts }: CommonAnswer): Section[] {
  const { lead, close } = framework.common;
  return [...(lead ? [{ quotes: [lead.text] }] : []), ...parts.map(partSection), ...(close ? [{ quotes: [close.text] }] : [])];
}

function title({ framework: id }: Asking<'common'>, here: Here, { library, t }: Voice): string {
  const framework = library.framework(id);
  if (!framework || framework === here.framework || !here.framework) return t.button.common;
  return areEditions(library, here.framework, framework) && framework.edition
    ? t.button.commonEdition(`${framework.edition}`)
    : firstFitting(t.button.commonIn(framework.name), t.button.common);
}
