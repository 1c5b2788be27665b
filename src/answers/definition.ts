import { allStatements, type Framework, newestFrameworks, type Term, type Theme } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf } from './answer.js';
import { type Context, findOwnRole } from './asker.js';
import { askCommon, askPart, askReflect, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

type Subtheme = Theme['subthemes'][number];

/** What a theme or one of its subthemes means, and whom it addresses. */
export function answerTheme(context: Context, framework: Framework, theme: Theme, subtheme?: Subtheme): AnswerOf<'definition'> {
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
export function answerTerm(framework: Framework, term: Term): AnswerOf<'definition'> {
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
