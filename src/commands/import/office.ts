/**
 * Word and Excel files to the pieces of a document.
 */
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { BULLETS, type Unit } from '../../importing/unit.js';
import { readHtml } from './html.js';
import { Unreadable } from './unreadable.js';

/** Bytes that a packed file may unpack to: documents of hundreds of pages with their text, far below what hurts. */
const LARGEST_UNPACKED = 200_000_000;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='Overskrift ${level}'] => h${level}:fresh`),
  'u => u',
];

/** The pieces of a Word file; what stands at the top and bottom of every page comes last. */
export async function readDocx(bytes: Uint8Array): Promise<Unit[]> {
  const files = unpack(bytes, (name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name) || name === 'word/document.xml');
  if (!files['word/document.xml']) throw new Unreadable('broken');
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    .catch(() => {
      throw new Unreadable('broken');
    });
  const around = Object.entries(files)
    .filter(([name]) => name !== 'word/document.xml')
    .flatMap(([, xml]) => paragraphsOf(decode(xml)));
  return [...readHtml(value), ...around.map((text): Unit => ({ text, page: 1, noise: 'header' }))];
}

function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [''];
  parseXml(xml, {
    text: (text, path) => {
      if (path.at(-1) === 'w:t') paragraphs[paragraphs.length - 1] += text;
    },
    close: (name) => {
      if (name === 'w:p') paragraphs.push('');
    },
  });
  return paragraphs.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
}

/** The pieces of an Excel file: each sheet a table, its name a heading where it says something. */
export function readXlsx(bytes: Uint8Array): Unit[] {
  const files = unpack(bytes, (name) =>
    /^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u.test(name),
  );
  const book = files['xl/workbook.xml'];
  if (!book) throw new Unreadable('broken');
  const shared = sharedStrings(decode(files['xl/sharedStrings.xml']));
  const targets = new Map<string, string>();
  parseXml(decode(files['xl/_rels/workbook.xml.rels']), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.replace(/^\/?(?:xl\/)?/u, ''));
    },
  });
  const sheets: { name: string; file: string }[] = [];
  parseXml(decode(book), {
    open: (tag, { name = '', 'r:id': id = '' }) => {
      if (tag === 'sheet') sheets.push({ name, file: `xl/${targets.get(id) ?? ''}` });
    },
  });
  let table = 0;
  return sheets.flatMap(({ name, file }, at) => {
    const units = sheetUnits(cellsOf(decode(files[file]), shared), at + 1, () => ++table);
    const isTelling = sheets.length > 1 && !/^(?:ark|sheet) ?\d*$/iu.test(name);
    const title: Unit = isTelling ? { text: name, page: at + 1, heading: 2 } : { text: name, page: at + 1, noise: 'navigation' };
    return units.length > 0 ? [title, ...units] : [];
  });
}

type Filled = { readonly row: number; readonly column: number; readonly text: string };

function sheetUnits(cells: readonly Filled[], page: number, nextTable: () => number): Unit[] {
  const units: Unit[] = [];
  let [table, last, first] = [0, -2, 0];
  for (const row of [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b)) {
    const filled = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    const isApart = row > last + 1;
    last = row;
    if (filled.length === 1 && (table === 0 || isApart)) {
      table = 0;
      const lines = linesOf(filled[0]?.text ?? '');
      units.push(
        ...lines.map(
          ({ text, item }): Unit => ({ text, page, ...(item && { item }), ...(lines.length === 1 && text.length < 90 && { bold: true }) }),
        ),
      );
      continue;
    }
    if (table === 0 || isApart) [table, first] = [nextTable(), row];
    for (const { column, text } of filled)
      units.push(
        ...linesOf(text).map(
          (line): Unit => ({ text: line.text, page, ...(line.item && { item: true }), cell: { table, row: row - first, column } }),
        ),
      );
  }
  return units;
}

function linesOf(text: string): { text: string; item: boolean }[] {
  const mark = new RegExp(`^(?:(?:${BULLETS.source}|-)\\s*)+`, 'u');
  const lines = text
    .split(/\r?\n/u)
    .map((line) =>
      line
        .replace(/\u00ad/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line.replace(mark, '') !== '');
  return lines.map((line) => ({ text: line.replace(mark, ''), item: mark.test(line) }));
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  parseXml(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && !path.includes('rPh')) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function cellsOf(xml: string, shared: readonly string[]): Filled[] {
  const cells: Filled[] = [];
  let [at, type, value] = ['', '', ''];
  parseXml(xml, {
    open: (name, { r = '', t = '' }) => {
      if (name === 'c') [at, type, value] = [r, t, ''];
    },
    text: (text, path) => {
      if (path.includes('c') && (path.at(-1) === 'v' || path.at(-1) === 't')) value += text;
    },
    close: (name) => {
      if (name !== 'c' || value.trim() === '') return;
      const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/u.exec(at) ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const text = type === 's' ? (shared[Number(value)] ?? '') : value;
      if (text.trim() !== '') cells.push({ row: Number(number) - 1, column, text });
    },
  });
  return cells;
}

type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string, path: readonly string[]) => void;
  close?: (name: string) => void;
};

function parseXml(xml: string, { open, text, close }: Handlers): void {
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        path.push(name);
        open?.(name, attributes);
      },
      ontext: (words) => text?.(words, path),
      onclosetag: (name) => {
        path.pop();
        close?.(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

/** Word and Excel keep what has a password, and all of the old formats, in another kind of file. */
function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable('encrypted');
  let size = 0;
  try {
    const add = (more: number) => {
      size += more;
      if (size > LARGEST_UNPACKED) throw new Unreadable('too-large');
    };
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        add(originalSize);
        return isWanted(name);
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
}
