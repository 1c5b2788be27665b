import { type Framework, newestFrameworks } from '../content/library.js';
import type { AnswerOf } from './answer.js';
import { type Context, findOwnRole } from './asker.js';
import { askChanges, askCommon, askRole, editionsOf, leadOn } from './next.js';

/** What a framework is: who made it, when, for whom, and what stands in it. */
export function answerAbout(context: Context, framework: Framework): AnswerOf<'about'> {
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
export function answerFrameworks(context: Context): AnswerOf<'frameworks'> | AnswerOf<'about'> {
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
