import { COMMON } from '../content/framework.js';
import type { Framework } from '../content/library.js';
import { partsOf, statementsIn } from '../content/parts.js';
import type { AnswerOf } from './answer.js';
import { type Context, findOwnRole } from './asker.js';
import { askChanges, askCommon, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

/** What everybody shares; of one theme where the document sorts it by themes. */
export function answerCommon(context: Context, framework: Framework, theme?: string): AnswerOf<'common'> {
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
