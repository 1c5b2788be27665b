/**
 * Tables: roles stand over the columns or before the rows, and what else stands at the edges is what a cell is about.
 */
import type { Unit } from './unit.js';
import { isCommon, isRole } from './words.js';

/** What a cell's piece is. Where `theme` is not said, the heading before the table counts. */
export type CellPlace = {
  readonly as: 'role' | 'theme' | 'subtheme' | 'definition' | 'statement' | 'loose' | 'head';
  readonly role?: string;
  readonly theme?: string;
  readonly subtheme?: string;
};

/** Labels at the edge of a table have so many words at most, on the average. */
const LABEL_WORDS = 7;
/** A column is one of roles where so many of its cells name one. */
const MOSTLY = 0.6;

/** What stands over labels that are themes, whatever stands over the table. */
const THEMES = /^(?:tema(?:er|et)?|emner?|(?:indsats)?områder?|dimensioner?|kompetencer?)\b/iu;

type Grid = {
  readonly rows: readonly (readonly (readonly Unit[])[])[];
  readonly width: number;
};

/** Where each piece of a table belongs, in the order of the pieces; `isAlone` where no other table of the document has roles like it. */
export function readTable(units: readonly Unit[], titles: ReadonlySet<string>, isAlone: boolean): CellPlace[] {
  const grid = toGrid(units);
  const places = new Map<Unit, CellPlace>();
  const head = grid.rows.findIndex((row) => row.filter((cell) => nameOf(cell, titles)).length >= 2);
  if (head >= 0) placeUnderRoles(grid, head, titles, isAlone, places);
  else {
    const column = roleColumn(grid, titles);
    if (column >= 0) placeBesideRoles(grid, column, titles, places);
    else placeLoose(grid, places);
  }
  return units.map((unit) => places.get(unit) ?? { as: 'loose' });
}

/** The roles that a table names. */
export function rolesIn(units: readonly Unit[], titles: ReadonlySet<string>): boolean {
  const grid = toGrid(units);
  return grid.rows.some((row) => row.filter((cell) => nameOf(cell, titles)).length >= 2) || roleColumn(grid, titles) >= 0;
}

function toGrid(units: readonly Unit[]): Grid {
  const width = Math.max(0, ...units.map(({ cell }) => (cell?.column ?? 0) + 1));
  const height = Math.max(0, ...units.map(({ cell }) => (cell?.row ?? 0) + 1));
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): Unit[] => []));
  for (const unit of units) rows[unit.cell?.row ?? 0]?.[unit.cell?.column ?? 0]?.push(unit);
  return { rows, width };
}

/** The role, or the word for all, that a whole cell is. */
function nameOf(cell: readonly Unit[], titles: ReadonlySet<string>): string | undefined {
  const text = cell
    .map((unit) => unit.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  if (isRole(text, titles) || isCommon(text)) return text;
  const [first] = cell;
  return first && cell.length > 1 && first.bold && (isRole(first.text, titles) || isCommon(first.text)) ? first.text : undefined;
}

function roleColumn(grid: Grid, titles: ReadonlySet<string>): number {
  for (let column = 0; column < grid.width; column++) {
    const cells = grid.rows.map((row) => row[column] ?? []).filter((cell) => cell.length > 0);
    const named = cells.filter((cell) => nameOf(cell, titles)).length;
    if (named >= 2 && named >= MOSTLY * (cells.length - 1)) return column;
  }
  return -1;
}

type Places = Map<Unit, CellPlace>;

/** The labels that hold for a row, and for those below it that say nothing else. */
type Labels = { theme: string | undefined; subtheme: string | undefined };

function placeUnderRoles(grid: Grid, head: number, titles: ReadonlySet<string>, isAlone: boolean, places: Places): void {
  const names = (grid.rows[head] ?? []).map((cell) => nameOf(cell, titles));
  const first = names.findIndex((name) => name !== undefined);
  const isNamed = THEMES.test(grid.rows[head]?.[0]?.[0]?.text ?? '');
  const labels: Labels = { theme: undefined, subtheme: undefined };
  for (const [at, row] of grid.rows.entries()) {
    if (at === head) placeHead(row, names, places);
    else if (isCaption(row, first)) placeCaption(row, labels, places);
    else if (at < head) for (const unit of row.flat()) places.set(unit, { as: 'head' });
    else {
      placeLabels(row.slice(0, first), first >= 2 || !(isAlone || isNamed), labels, places);
      for (const [i, cell] of row.slice(first).entries()) placeCell(cell, { role: names[first + i] ?? '', ...said(labels) }, places);
    }
  }
}

/** A row of one cell at the edge, over those that follow. */
function isCaption(row: readonly (readonly Unit[])[], first: number): boolean {
  const filled = row.filter((cell) => cell.length > 0);
  return filled.length === 1 && filled[0] === row[0] && (first > 0 || isLabel(filled[0]));
}

function placeCaption(row: readonly (readonly Unit[])[], labels: Labels, places: Places): void {
  const units = row.flat();
  labels.theme = units[0]?.text;
  labels.subtheme = undefined;
  for (const unit of units) places.set(unit, { as: unit === units[0] ? 'theme' : 'definition', ...said(labels) });
}

function placeHead(row: readonly (readonly Unit[])[], names: readonly (string | undefined)[], places: Places): void {
  for (const [column, cell] of row.entries()) {
    const role = names[column];
    for (const unit of cell) places.set(unit, role === undefined ? { as: 'head' } : { as: 'role', role });
  }
}

/** One label is a theme, or what stands under the heading before the table; of two, the second stands under the first. */
function placeLabels(cells: readonly (readonly Unit[])[], isDeep: boolean, labels: Labels, places: Places): void {
  const [one, two] = cells.map((cell) => cell[0]?.text);
  const isTwo = cells.length >= 2;
  if (one && (isTwo || !isDeep)) Object.assign(labels, { theme: one, subtheme: undefined });
  else if (one) labels.subtheme = one;
  if (isTwo && two) labels.subtheme = two;
  for (const [column, cell] of cells.entries())
    for (const unit of cell) {
      const as = unit !== cell[0] ? 'definition' : column === 0 && (isTwo || !isDeep) ? 'theme' : 'subtheme';
      places.set(unit, { as, ...(as === 'theme' ? said({ ...labels, subtheme: undefined }) : said(labels)) });
    }
}

function said({ theme, subtheme }: Labels) {
  return { ...(theme && { theme }), ...(subtheme && { subtheme }) };
}

function placeBesideRoles(grid: Grid, column: number, titles: ReadonlySet<string>, places: Places): void {
  const { labels, texts } = edgesOf(grid, column, titles);
  let heads: readonly (readonly Unit[])[] | undefined;
  let theme: string | undefined;
  let last: (string | undefined)[] = [];
  for (const row of grid.rows) {
    const role = nameOf(row[column] ?? [], titles);
    const filled = row.filter((cell) => cell.length > 0);
    if (!role && filled.length === 1 && (row[column] ?? []).length === 0) {
      const labels: Labels = { theme, subtheme: undefined };
      placeCaption(row, labels, places);
      theme = labels.theme;
    } else if (!role) {
      heads ??= row;
      for (const [at, cell] of row.entries())
        for (const unit of cell)
          places.set(unit, texts.length > 1 && texts.includes(at) ? { as: 'theme', theme: cell[0]?.text ?? '' } : { as: 'head' });
    } else {
      for (const unit of row[column] ?? []) places.set(unit, { as: 'role', role });
      last = labels.map((at, i) => row[at]?.[0]?.text ?? last[i]);
      for (const [i, at] of labels.entries())
        for (const unit of row[at] ?? [])
          places.set(unit, { as: i === 0 ? 'theme' : 'subtheme', ...said({ theme: last[0], subtheme: i > 0 ? last[i] : undefined }) });
      for (const at of texts) {
        const over = texts.length > 1 ? heads?.[at]?.[0]?.text : undefined;
        const named = last[0] ? { theme: last[0], subtheme: last[1] ?? over } : { theme: over ?? theme, subtheme: undefined };
        placeCell(row[at] ?? [], { role, ...said(named) }, places);
      }
    }
  }
}

/** Columns of short words label a row; the others have what is said. Short words after it are remarks on it, and label nothing. */
function edgesOf(
  grid: Grid,
  column: number,
  titles: ReadonlySet<string>,
): { readonly labels: readonly number[]; readonly texts: readonly number[] } {
  const columns = Array.from({ length: grid.width }, (_, at) => at).filter((at) => at !== column);
  const body = grid.rows.filter((row) => nameOf(row[column] ?? [], titles));
  const words = (at: number) => average(body.map((row) => countWords(row[at] ?? [])).filter((count) => count > 0));
  const longest = Math.max(0, ...columns.map(words));
  const short = columns.filter((at) => words(at) <= LABEL_WORDS && words(at) < longest / 2);
  const texts = columns.filter((at) => !short.includes(at));
  return { labels: short.filter((at) => at < (texts[0] ?? grid.width)), texts };
}

/** A cell's bold paragraphs head what follows them. */
function placeCell(cell: readonly Unit[], target: Omit<CellPlace, 'as'>, places: Places): void {
  let under = target.subtheme;
  cell.forEach((unit, at) => {
    const isHeading = (unit.bold || unit.heading !== undefined) && !unit.item && at < cell.length - 1 && countWords([unit]) <= 12;
    if (isHeading) under = unit.text;
    places.set(unit, { ...target, ...(under && { subtheme: under }), as: isHeading ? 'subtheme' : 'statement' });
  });
}

/** A table that names no role: labels before the rows head what stands beside them. */
function placeLoose(grid: Grid, places: Places): void {
  for (const row of grid.rows) {
    const filled = row.filter((cell) => cell.length > 0);
    for (const [column, cell] of row.entries())
      for (const unit of cell) {
        const isHeading = column === 0 && filled.length > 1 && isLabel(cell);
        places.set(unit, isHeading ? { as: 'theme', theme: unit.text } : { as: 'loose' });
      }
  }
}

function isLabel(cell: readonly Unit[] | undefined): boolean {
  return cell !== undefined && cell.length > 0 && countWords(cell) <= LABEL_WORDS && !/[.;]$/.test(cell[0]?.text ?? '');
}

function countWords(cell: readonly Unit[]): number {
  return cell.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
