import type { Framework, Role, Theme } from '../content/library.js';
import { neighboursOf, statementsIn, subpartsOf } from '../content/parts.js';
import type { AnswerOf } from './answer.js';
import type { Context } from './asker.js';
import { askInEdition, askPart, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

/** One section or theme of a role; `subtheme` narrows it. */
export function answerPartOfRole(
  context: Context,
  framework: Framework,
  role: Role,
  theme: Theme,
  subtheme?: string,
): AnswerOf<'part-of-role'> {
  const { library, asker } = context;
  const narrowed = subtheme ? subpartsOf(framework, role.id, theme, subtheme) : [];
  const parts = narrowed.length > 0 ? narrowed : subpartsOf(framework, role.id, theme);
  const prompt = pickPrompt([promptsOf(library, statementsIn(parts)), library.promptsForTheme(framework.id, theme.id)], asker);
  const editions = editionsOf(library, framework);
  const [neighbour] = neighboursOf(framework, role);
  const next = leadOn(
    askInEdition(editions.newer, role, theme),
    narrowed.length > 0 && theme.subthemes.length > 1 && askPart(framework, role, theme),
    askRole(framework, role),
    askInEdition(editions.older, role, theme),
    theme.definition && { intent: 'definition', framework: framework.id, theme: theme.id },
    framework.themeKind === 'section' && nextTheme(framework, role, theme),
    prompt && askReflect(framework, role, theme, prompt.id),
    neighbour && askPart(framework, neighbour, theme),
  );
  return { kind: 'part-of-role', framework, role, theme, parts, ...(prompt && { prompt }), ...editions, next };
}

function nextTheme(framework: Framework, role: Role, theme: Theme) {
  const following = framework.themes[(framework.themes.indexOf(theme) + 1) % framework.themes.length];
  return following && following !== theme && askPart(framework, role, following);
}
