/**
 * The question for what all share.
 */
import { type Framework, hasCommon } from '../content/library.js';
import type { PlainQuestion } from './question.js';

/** What a document expects of everybody; of one that expects nothing of the kind, what it is. */
export function sharedOf(framework: Framework): PlainQuestion {
  return { intent: hasCommon(framework) ? 'common' : 'about', framework: framework.id };
}
