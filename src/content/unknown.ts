/**
 * Ids that name nothing, and what may have been meant.
 */
import type { Fault, Named, Path } from './found.js';
import { FEW, GLANCE, meant, nearest } from './near.js';

/** An id that is not among those known, with what to write; empty where it is, or where there is none. `key` is what it stands at, empty for an id that is a key itself. */
export function findUnknown(what: Named, given: string | undefined, known: readonly string[], path: Path, key = `${path.at(-1)}`): Fault[] {
  if (given === undefined || known.includes(given)) return [];
  const told = known.length > GLANCE ? nearest(given, known, FEW) : known;
  return [{ id: 'unknown', path, facts: { what, given, known: told, nearest: meant(given, known), key } }];
}

/** A file that is about a framework that is not there. */
export function unknownFramework(given: string, known: readonly string[]): Fault {
  const facts = { what: 'framework', given, known, nearest: meant(given, known), key: 'framework' } as const;
  return { id: 'unknown', path: ['framework'], facts };
}

/** Leaves of faults that name the same unknown thing the first: it is one mistake, whoever leans on it. */
export function firstOfEach(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    if (fault.id !== 'unknown') return true;
    const name = `${fault.facts.what}/${fault.facts.given}`;
    return !seen.has(name) && seen.add(name);
  });
}
