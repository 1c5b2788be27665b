/**
 * Plain text to pieces, with what marks its parts where it has any: headings of Markdown, bold words, cells between tabs.
 */
import { joinLines } from './lines.js';
import type { Line, Unit } from './unit.js';

/** So many empty lines, or a form feed, begin a new page. */
const PAGE_GAP = 3;

/** The pieces of a plain text. */
export function readText(source: string): Unit[] {
  const units: Unit[] = [];
  let pending: Line[] = [];
  let [page, blanks, table, row] = [1, 0, 0, 0];
  const flush = () => {
    units.push(...joinLines(pending));
    pending = [];
  };
  for (const raw of source
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n'.repeat(PAGE_GAP + 1))
    .split('\n')) {
    if (/^[^\S\t]*$/u.test(raw)) {
      blanks++;
      continue;
    }
    if (blanks >= PAGE_GAP && units.length + pending.length > 0) page++;
    const [, marks, title] = /^(#{1,6})\s+(.*)$/u.exec(raw) ?? [];
    if (isRow(raw)) {
      flush();
      if (row === 0 || blanks > 0) table++;
      row = row === 0 || blanks > 0 ? 1 : row + 1;
      units.push(
        ...raw
          .split('\t')
          .flatMap((cell, column) => readCell(cell, page).map((unit) => ({ ...unit, cell: { table, row: row - 1, column } }))),
      );
    } else if (marks && title) {
      flush();
      row = 0;
      units.push({ text: unmarked(title), page, heading: marks.length });
    } else {
      row = 0;
      pending.push(toLine(raw, page, blanks));
    }
    blanks = 0;
  }
  flush();
  return units;
}

function isRow(raw: string): boolean {
  return raw.includes('\t') && raw.split('\t').some((cell) => cell.trim() !== '') && /\S\t|\t\S/u.test(raw.replace(/^\s+(?=[•\-*])/u, ''));
}

function toLine(raw: string, page: number, blanks: number): Line {
  const [, bold, rest] = /^\s*(?:\*\*|<b>)(.+?)(?:\*\*|<\/b>)(.*)$/u.exec(raw) ?? [];
  return {
    text: unmarked(raw),
    page,
    blanks,
    ...(bold && rest?.trim() === '' && { bold: true }),
    ...(bold && rest?.trim() && { runIn: unmarked(bold) }),
  };
}

function unmarked(text: string): string {
  return text
    .replace(/<\/?(?:p|b|i|u|em|strong|span|div|br|a|h[1-6]|li|ul|ol|t[dhr]|table)(?:\s[^>]*)?\/?>/giu, '')
    .replace(/\*\*/gu, '')
    .trim();
}

/** The paragraphs of a cell; two spaces stand for a line of its own, which stays one in the text. */
function readCell(cell: string, page: number): Unit[] {
  const paragraphs = cell.split(/<\/?p>|<br ?\/?>/iu).filter((part) => unmarked(part) !== '');
  return paragraphs.flatMap((part): Unit[] => {
    const [, bold, rest = ''] = /^\s*(?:\*\*|<b>)(.+?)(?:\*\*|<\/b>)(.*)$/su.exec(part) ?? [];
    if (!bold) return [{ text: linesIn(part), page }];
    const body = linesIn(rest);
    return [{ text: unmarked(bold), page, bold: true }, ...(body ? [{ text: body, page }] : [])];
  });
}

function linesIn(part: string): string {
  return unmarked(part)
    .split(/\s{2,}/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
