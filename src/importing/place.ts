/**
 * Where a piece of a document was put, and what makes that doubtful.
 */
import type { Unit } from './unit.js';

/** What makes a placement doubtful; the gravest first. Each has its words in `strings/`. */
export const doubts = [
  'columns',
  'column-order',
  'both-headings',
  'missing-heading',
  'no-theme',
  'made-theme',
  'near-repeat',
  'intro',
  'weak-heading',
  'role-once',
  'role-guessed',
  'common-guessed',
  'no-heading',
  'unplaced',
  'capital',
  'ocr',
  'gap',
  'hyphen',
] as const;

/** One reason to look again. */
export type Doubt = (typeof doubts)[number];

/** Where what is no statement was put. */
export type Part =
  | 'role'
  | 'theme'
  | 'subtheme'
  | 'group'
  | 'common-heading'
  | 'lead'
  | 'definition'
  | 'preface'
  | 'preface-heading'
  | 'repeat'
  | 'short'
  | 'out';

/** A role, by its label; what everybody shares has none. */
export type Target = { readonly role: string | undefined; readonly theme?: string; readonly subtheme?: string };

/** A piece and where it was put: a statement of somebody, or a part of the rest. `label` is what the part names. */
export type Placed = {
  readonly unit: Unit;
  readonly doubts: readonly Doubt[];
  readonly put:
    | { readonly as: 'statement'; readonly target: Target }
    | { readonly as: Part; readonly label?: string; readonly of?: string };
};

/** A piece that is put somewhere as no statement. */
export function part(unit: Unit, as: Part, label?: string, doubts: readonly Doubt[] = []): Placed {
  return { unit, doubts, put: { as, ...(label !== undefined && { label }) } };
}

/** A piece that is put as a statement. */
export function statement(unit: Unit, target: Target, doubts: readonly Doubt[] = []): Placed {
  return { unit, doubts, put: { as: 'statement', target } };
}
