/**
 * Words as they lie on printed pages, to the pieces of a document: lines, columns in reading order, and tables whose heads are roles.
 */
import { joinLines } from './lines.js';
import { bare, type Line, type Unit } from './unit.js';
import { columnHeads, isCommon, isRole } from './words.js';

/** Some words of one line as they lie on a page; points from its top left. */
export type Span = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
};

/** A printed page. */
export type Sheet = { readonly height: number; readonly spans: readonly Span[] };

/** Of the letters' size: words further apart than this stand in different columns. */
const COLUMN_GAP = 0.7;
/** Of the letters' size: what lies so near in height is one line. */
const SAME_LINE = 0.5;
/** Of the letters' size: lines further apart than this are paragraphs of their own. */
const PARAGRAPH = 1.75;
/** Two columns of text have so many lines side by side at least. */
const COLUMN_LINES = 3;
/** So much larger than the text are the letters of a heading. */
const LARGER = 1.15;
/** Of the page: text nearer to its edge may be there on every page. */
const EDGE = 0.09;
/** So many pages with the same words at their edge have a running head or foot. */
const RUNNING_PAGES = 3;

type Segment = { spans: Span[]; text: string; x: number; right: number; y: number; size: number; bold: boolean };
type Row = Segment[];

/** The pieces of printed pages, in reading order. */
export function readSheets(sheets: readonly Sheet[], titles: ReadonlySet<string>): Unit[] {
  const pages = sheets.map(({ spans }) => rowsOf(spans));
  const running = runningIn(sheets, pages);
  let table = 0;
  return pages.flatMap((rows, at) => {
    const page = at + 1;
    const { height } = sheets[at] as Sheet;
    const isRunning = (row: Row) => isAtEdge(row, height) && (running.has(runKey(row)) || row.some(isPageNumber));
    const edges = rows.filter(isRunning).map((row): Unit => ({ text: textOf(row), page, noise: 'running' }));
    const bands = bandsOf(
      rows.filter((row) => !isRunning(row)),
      titles,
    );
    const units = bands.flatMap((band) =>
      band.kind === 'grid' ? readGrid(band, page, ++table) : readFlow(band.rows, page, titles, () => ++table),
    );
    return [...units, ...edges];
  });
}

function rowsOf(spans: readonly Span[]): Row[] {
  const rows: Span[][] = [];
  for (const span of [...spans].filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - span.y) <= SAME_LINE * Math.max(first.size, span.size)) row.push(span);
    else rows.push([span]);
  }
  return rows.map((row) => segmentsOf(row.sort((a, b) => a.x - b.x)));
}

function segmentsOf(row: readonly Span[]): Row {
  const segments: Segment[] = [];
  for (const span of row) {
    const last = segments.at(-1);
    const gap = last ? span.x - last.right : 0;
    if (last && gap < COLUMN_GAP * span.size) {
      last.text += gap > 0.12 * span.size && !/\s$/u.test(last.text) && !/^\s/u.test(span.text) ? ` ${span.text}` : span.text;
      last.right = Math.max(last.right, span.x + span.width);
      last.spans.push(span);
      last.bold = last.bold && span.bold;
    } else
      segments.push({ spans: [span], text: span.text, x: span.x, right: span.x + span.width, y: span.y, size: span.size, bold: span.bold });
  }
  return segments.filter(({ text }) => text.trim() !== '');
}

function textOf(row: Row): string {
  return row.map(({ text }) => text.trim()).join(' ');
}

function isAtEdge(row: Row, height: number): boolean {
  const y = row[0]?.y ?? 0;
  return y < EDGE * height || y > (1 - EDGE) * height;
}

function runKey(row: Row): string {
  return bare(textOf(row)).replace(/\d+/gu, '#');
}

/** A number with nothing beside it in its place on the line. */
function isPageNumber({ text }: Segment): boolean {
  return /^(?:side |s\. ?)?\d{1,3}(?: ?(?:af|\/) ?\d{1,3})?$/iu.test(text.trim());
}

function runningIn(sheets: readonly Sheet[], pages: readonly Row[][]): Set<string> {
  const counts = new Map<string, number>();
  pages.forEach((rows, at) => {
    const keys = new Set(rows.filter((row) => isAtEdge(row, sheets[at]?.height ?? 0)).map(runKey));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return new Set(
    [...counts].filter(([key, count]) => count >= RUNNING_PAGES || /^(?:side)?#(?:af#|\/#)?$/iu.test(key)).map(([key]) => key),
  );
}

type Grid = { readonly kind: 'grid'; readonly head: Row; readonly begins: readonly number[]; readonly rows: Row[] };
type Band = Grid | { readonly kind: 'flow'; readonly rows: Row[] };

/** A row of roles begins a table; it ends where a line lies across its columns. */
function bandsOf(rows: readonly Row[], titles: ReadonlySet<string>): Band[] {
  const bands: Band[] = [];
  for (const [at, row] of rows.entries()) {
    const last = bands.at(-1);
    if (isHead(row, titles)) bands.push({ kind: 'grid', head: row, begins: beginsOf(row, rows.slice(at + 1)), rows: [] });
    else if (last?.kind === 'grid' && isWithin(row, last.begins) && !isHeading(row, last)) last.rows.push(row);
    else if (last?.kind === 'flow') last.rows.push(row);
    else bands.push({ kind: 'flow', rows: [row] });
  }
  return bands;
}

/** One piece in larger letters, from the table's edge on, stands under the table. */
function isHeading(row: Row, { head, rows }: Grid): boolean {
  const [first] = row;
  const size = rows.at(-1)?.[0]?.size ?? head[0]?.size ?? 0;
  return first !== undefined && row.length === 1 && rows.length > 0 && first.size > size * LARGER;
}

/** Lines below a head that show where its columns begin. */
const SHOWN_LINES = 4;

/** Where each column begins: at its head, or left of it where heads stand in the middle. Between two heads, where fewest words lie across. */
function beginsOf(head: Row, below: readonly Row[]): number[] {
  const shown = below.slice(0, SHOWN_LINES).flat();
  return head.map((segment, at) => {
    const before = head[at - 1];
    const left = before ? before.x + (before.right - before.x) / 2 : Number.NEGATIVE_INFINITY;
    const starts = shown.map(({ x }) => x).filter((x) => x > left && x < segment.x);
    const crossed = (begin: number) => shown.filter(({ x, right }) => x < begin - 1 && right > begin + 1).length;
    const [best = segment.x] = [segment.x, ...(at === 0 ? [] : starts)].sort((a, b) => crossed(a) - crossed(b) || a - b);
    return best;
  });
}

function isHead(row: Row, titles: ReadonlySet<string>): boolean {
  const named = row.filter(({ text }) => isRole(text.trim(), titles) || isCommon(text.trim())).length;
  return named >= 2 && named >= row.length - 2 && !columnHeads(row[0]?.text ?? '');
}

/** No piece lies across the begin of a column. */
function isWithin(row: Row, begins: readonly number[]): boolean {
  return row.every(({ x, right, size }) => !begins.slice(1).some((begin) => x < begin - size / 2 && right > begin + size));
}

function columnOf(segment: Segment, begins: readonly number[]): number {
  return Math.max(
    0,
    begins.findLastIndex((begin) => segment.x >= begin - segment.size),
  );
}

/** A table under a row of roles; labels left of the first role part its rows. */
function readGrid({ head, begins: heads, rows }: Grid, page: number, table: number): Unit[] {
  const lefts = rows.flat().map(({ x }) => x);
  const hasLabels = hasLabelColumn(rows, head);
  const begins = [...(hasLabels ? [Math.min(...lefts)] : []), ...heads];
  const cells = new Map<string, Segment[]>();
  const edges = new Map<number, number>();
  const put = (segment: Segment, at: number, column: number) => {
    cells.set(`${at}:${column}`, [...(cells.get(`${at}:${column}`) ?? []), segment]);
    edges.set(column, Math.max(edges.get(column) ?? 0, segment.right));
  };
  for (const [at, segment] of head.entries()) put(segment, 0, at + (hasLabels ? 1 : 0));
  let [row, lastLabel] = [hasLabels ? 0 : 1, Number.NEGATIVE_INFINITY];
  for (const segments of rows) {
    const label = hasLabels ? segments.find((segment) => columnOf(segment, begins) === 0) : undefined;
    if (label) {
      if (label.y - lastLabel > PARAGRAPH * label.size) row++;
      lastLabel = label.y;
    }
    for (const segment of segments) put(segment, Math.max(row, 1), columnOf(segment, begins));
  }
  return [...cells]
    .sort(([a], [b]) => byCell(a, b))
    .flatMap(([key, segments]) => {
      const [at = 0, column = 0] = key.split(':').map(Number);
      return joinLines(toLines(segments, page, edges.get(column))).map((unit) => ({ ...unit, cell: { table, row: at, column } }));
    });
}

/** Words that end left of the first head label the rows; a head in the middle of its column has words on both sides of its begin. */
function hasLabelColumn(rows: readonly Row[], head: Row): boolean {
  const begin = head[0]?.x ?? 0;
  return rows.flat().some(({ x, right, size }) => x < begin - size && right < begin + size);
}

function byCell(one: string, other: string): number {
  const [a = 0, b = 0] = one.split(':').map(Number);
  const [c = 0, d = 0] = other.split(':').map(Number);
  return a - c || b - d;
}

/** Lines with a gutter through all of them are columns, left before right; a left column of roles heads the rows. */
function readFlow(rows: readonly Row[], page: number, titles: ReadonlySet<string>, nextTable: () => number): Unit[] {
  const units: Unit[] = [];
  for (const { gutter, rows: band } of guttered(rows)) {
    if (gutter === undefined) {
      units.push(...joinLines(toLines(band.flat(), page)));
      continue;
    }
    const left = band.flatMap((row) => row.filter(({ x }) => x < gutter));
    const right = band.flatMap((row) => row.filter(({ x }) => x >= gutter));
    const names = joinLines(toLines(left, page));
    const roles = names.filter(({ text }) => isRole(text, titles) || isCommon(text)).length;
    if (roles >= 2 && roles >= names.length - 1) units.push(...besideRoles(left, right, page, nextTable()));
    else
      units.push(
        ...names,
        ...readFlow(
          right.map((segment) => [segment]),
          page,
          titles,
          nextTable,
        ),
      );
  }
  return units;
}

function besideRoles(left: readonly Segment[], right: readonly Segment[], page: number, table: number): Unit[] {
  const starts = left.filter((segment, at) => at === 0 || segment.y - (left[at - 1]?.y ?? 0) > PARAGRAPH * segment.size).map(({ y }) => y);
  const rowOf = ({ y, size }: Segment) =>
    Math.max(
      0,
      starts.findLastIndex((start) => y >= start - SAME_LINE * size),
    );
  return starts.flatMap((_, row) =>
    [left, right].flatMap((side, column) =>
      joinLines(
        toLines(
          side.filter((segment) => rowOf(segment) === row),
          page,
        ),
      ).map((unit) => ({ ...unit, cell: { table, row, column } })),
    ),
  );
}

type Guttered = { readonly gutter: number | undefined; readonly rows: Row[] };

/** Runs of lines that one white strip goes through. */
function guttered(rows: readonly Row[]): Guttered[] {
  const bands: { gutter: number | undefined; rows: Row[] }[] = [];
  let at = 0;
  while (at < rows.length) {
    const found = gutterFrom(rows, at);
    if (found) bands.push({ gutter: found.gutter, rows: rows.slice(at, found.end) });
    else if (bands.at(-1)?.gutter === undefined && bands.length > 0) bands.at(-1)?.rows.push(rows[at] as Row);
    else bands.push({ gutter: undefined, rows: [rows[at] as Row] });
    at = found?.end ?? at + 1;
  }
  return bands;
}

/** The strip before a second piece of this line, as far down as no line lies across it. */
function gutterFrom(rows: readonly Row[], from: number): { readonly gutter: number; readonly end: number } | undefined {
  const near = rows.slice(from, from + COLUMN_LINES + 3).flat();
  const candidates = [...new Set(near.map(({ x }) => Math.round(x)))].sort((a, b) => a - b).slice(1);
  let best: { gutter: number; end: number; count: number } | undefined;
  for (const candidate of candidates) {
    const gutter = candidate - 2;
    let [end, both] = [from, 0];
    for (; end < rows.length; end++) {
      const row = rows[end] as Row;
      if (row.some(({ x, right, size }) => x < gutter && right > gutter - size * 0.4) || (end > from && isBanner(rows, end, gutter))) break;
      if (row.some(({ x }) => x < gutter) && row.some(({ x }) => x >= gutter)) both++;
    }
    const band = rows.slice(from, end);
    const rights = band.flat().filter(({ x }) => x >= gutter).length;
    const lefts = band.flat().length - rights;
    if (both >= COLUMN_LINES - 1 && rights >= COLUMN_LINES && lefts >= COLUMN_LINES - 1 && (!best || both > best.count))
      best = { gutter, end, count: both };
  }
  return best;
}

/** Larger letters on the left with nothing beside them, above or below, on the right: a heading over both columns, though its words end before the gutter. */
function isBanner(rows: readonly Row[], at: number, gutter: number): boolean {
  const row = rows[at] as Row;
  const size = Math.max(...row.flatMap(({ spans }) => spans.map((span) => span.size)));
  const sizes = rows
    .flat()
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? size;
  if (size <= usual * LARGER) return false;
  const isBeside = ({ x, y }: Segment) => x >= gutter && Math.abs(y - (row[0]?.y ?? 0)) < PARAGRAPH * size;
  return !rows.flat().some(isBeside);
}

function toLines(segments: readonly Segment[], page: number, edge = Math.max(...segments.map(({ right }) => right))): Line[] {
  return segments.map((segment, at) => {
    const above = segments[at - 1];
    const line = toLine(segment, page, above?.y);
    return above && above.y !== segment.y && wouldFit(segment, above, edge) ? { ...line, isForced: true } : line;
  });
}

/** The first word had room on the line above, with a space before it and some to spare. */
function wouldFit(segment: Segment, above: Segment, edge: number): boolean {
  const [first = ''] = segment.text.trim().split(/\s/u);
  const width = ((segment.right - segment.x) * first.length) / Math.max(1, segment.text.trim().length);
  return above.right + width + segment.size < edge;
}

function toLine(segment: Segment, page: number, above: number | undefined): Line {
  const { text, size, bold, spans } = segment;
  const lead = spans.slice(
    0,
    spans.findIndex((span) => !span.bold && span.text.trim() !== ''),
  );
  const runIn =
    lead.length > 0 && lead.every((span) => span.bold)
      ? lead
          .map((span) => span.text)
          .join('')
          .trim()
      : '';
  return {
    text: text.trim(),
    page,
    blanks: above !== undefined && segment.y - above > PARAGRAPH * size ? 1 : 0,
    size: Math.round(size * 2) / 2,
    ...(bold && { bold: true }),
    ...(!bold && runIn && text.trim().startsWith(runIn) && { runIn }),
  };
}
