/**
 * Pages of columns whose cells came out in a row: parted again, row by row where headings part them, or by what they say. Pages that
 * say again what stood before are told from those that say something new.
 */
import type { Classed } from './classify.js';
import { type Column, partColumns } from './columns.js';
import { type Placed, part, statement } from './place.js';
import type { Roles } from './roles.js';
import type { State } from './state.js';
import { bare } from './unit.js';
import { isCommon, likeness } from './words.js';

/** Text that is so much alike is the same text, read twice. */
const SAME = 0.86;
/** A page says again what stood before where so many of its pieces do. */
const MOSTLY = 0.5;
const RUNGS = ['medarbejder', 'leder-af-medarbejdere', 'leder-af-ledere', 'chef', 'direktor'];

/** Places a page that begins with column heads. */
export function placeColumns(block: readonly Classed[], state: State, roles: Roles, before: readonly Placed[]): Placed[] {
  const heads = block.flatMap((each) => (each.kind === 'columns' ? (each.heads ?? []) : []));
  const rest = block.filter(({ kind }) => kind !== 'columns' && kind !== 'noise');
  const earlier = rest.map(({ unit }) => before.find((other) => isSame(other.unit.text, unit.text)));
  const bodies = rest.filter(({ kind }) => kind === 'body');
  const again = bodies.filter((each) => earlier[rest.indexOf(each)]?.put.as === 'statement').length;
  if (bodies.length > 0 && again >= MOSTLY * bodies.length)
    return block.map((each) => {
      if (each.kind === 'noise') return part(each.unit, 'out', each.unit.noise);
      if (each.kind === 'columns') return part(each.unit, 'repeat');
      const same = earlier[rest.indexOf(each)];
      return same
        ? { ...part(each.unit, 'repeat'), put: { as: 'repeat', of: same.unit.text } }
        : part(each.unit, 'repeat', undefined, ['near-repeat']);
    });
  const columns = orderOf(heads, roles);
  const chosen = new Map<Classed, number>();
  for (const run of runsOf(rest)) {
    const isRow = run.heading !== undefined && run.bodies.length === columns.length;
    const parted = isRow
      ? run.bodies.map((_, at) => at)
      : partColumns(
          run.bodies.map(({ unit }) => unit.text),
          columns,
        );
    for (const [at, each] of run.bodies.entries()) chosen.set(each, parted[at] ?? 0);
  }
  let subtheme = state.subtheme;
  return block.map((each) => {
    const { unit, kind, key } = each;
    if (kind === 'noise') return part(unit, 'out', unit.noise);
    if (kind === 'columns') return part(unit, 'role', columns.map(({ label }) => label).join(' · '), ['column-order']);
    const column = columns[chosen.get(each) ?? -1];
    if (!column) {
      subtheme = state.theme ? roles.subtheme(state.theme, unit.text, key) : undefined;
      return part(unit, subtheme ? 'subtheme' : 'out', subtheme ?? 'unplaced', ['weak-heading']);
    }
    const target = {
      role: column.level ? column.label : undefined,
      ...(state.theme && { theme: state.theme }),
      ...(subtheme && { subtheme }),
    };
    return statement(unit, target, ['columns']);
  });
}

function isSame(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 0.2 * Math.max(one.length, other.length)) return false;
  return bare(one) === bare(other) || likeness(one, other) >= SAME;
}

type Run = { readonly heading: Classed | undefined; readonly bodies: Classed[] };

function runsOf(rest: readonly Classed[]): Run[] {
  const runs: Run[] = [{ heading: undefined, bodies: [] }];
  for (const each of rest) {
    if (each.kind === 'strong') runs.push({ heading: each, bodies: [] });
    else runs.at(-1)?.bodies.push(each);
  }
  return runs;
}

/** As they stand, or from all over the lowest rung to the highest where they came out of order. */
function orderOf(heads: readonly string[], roles: Roles): Column[] {
  const columns = heads.map((head): Column => {
    if (isCommon(head)) return { label: head, level: undefined };
    const label = roles.add(head);
    return { label, level: roles.levelOf(label) };
  });
  const rungs = columns.map(({ level }) => (level ? RUNGS.indexOf(level) : -1));
  const isUp = rungs.every((rung, at) => at === 0 || rung >= (rungs[at - 1] ?? 0));
  const isDown = rungs.slice(1).every((rung, at) => at === 0 || rung <= (rungs[at] ?? 0));
  return isUp || isDown
    ? columns
    : [...columns].sort((a, b) => (a.level ? RUNGS.indexOf(a.level) : -1) - (b.level ? RUNGS.indexOf(b.level) : -1));
}
