/**
 * What stands in the way of a look: one cause is one finding, and what depends on it says so.
 */
import type { Common, Finding } from './outcomes.js';

/** The finding of whoever depends on a look that stands in the way: the first cause is named, not the one between. */
export function blockedBy(found: Finding): { readonly outcome: 'blocked'; readonly facts: Common['blocked'] } {
  return { outcome: 'blocked', facts: { by: found.outcome === 'blocked' ? found.facts.by : found.look } };
}

/** Whether whoever depends on this finding has nothing to look at. On tables of another version no query is sure to work. */
export function standsInTheWay(found: Finding, isNeeded: boolean): boolean {
  if (found.verdict === 'fail' || found.outcome === 'blocked') return true;
  return isNeeded && (found.verdict === 'not-asked' || (found.look === 'schema' && found.outcome === 'older'));
}
