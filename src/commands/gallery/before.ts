/**
 * What has changed between two galleries, card by card.
 */
import type { Exhibit } from './page.js';

/** Cards that are new, gone or not as they were, each with how it was before; an exhibit is known by its title. */
export function sinceThen(now: readonly Exhibit[], then: readonly Exhibit[]): Exhibit[] {
  const old = new Map(then.map((exhibit) => [exhibit.title, exhibit]));
  const changed = now.flatMap((exhibit) => {
    const before = old.get(exhibit.title)?.card;
    return JSON.stringify(before) === JSON.stringify(exhibit.card) ? [] : [{ ...exhibit, before: before ?? null }];
  });
  const titles = new Set(now.map(({ title }) => title));
  const gone = then.filter(({ title }) => !titles.has(title)).map((exhibit) => ({ ...exhibit, card: null, before: exhibit.card }));
  return [...changed, ...gone];
}
