import { COMMON } from '../content/framework.js';
import { type Framework, type Role, statementsOf } from '../content/library.js';
import { neighboursOf, partsOf, statementsIn } from '../content/parts.js';
import type { AnswerOf } from './answer.js';
import type { Context } from './asker.js';
import { askCommon, askGuide, askInEdition, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

/** All that is expected of a role. */
export function answerExpectations(context: Context, framework: Framework, role: Role): AnswerOf<'expectations'> {
  const { library, asker } = context;
  const parts = partsOf(framework, role.id);
  const prompt = pickPrompt([promptsOf(library, statementsIn(parts)), promptsOf(library, statementsOf(framework, COMMON))], asker);
  const editions = editionsOf(library, framework);
  const [neighbour] = neighboursOf(framework, role);
  const next = leadOn(
    askInEdition(editions.newer, role),
    askCommon(framework),
    askInEdition(editions.older, role),
    prompt && askReflect(framework, role, undefined, prompt.id),
    askGuide(framework, role),
    neighbour && { intent: 'compare-roles', sides: [role, neighbour].map(({ id }) => ({ framework: framework.id, role: id })) },
    neighbour && askRole(framework, neighbour),
  );
  return { kind: 'expectations', framework, role, parts, ...(prompt && { prompt }), ...editions, next };
}
