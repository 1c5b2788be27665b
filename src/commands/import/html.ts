/**
 * HTML to the pieces of a document: headings, paragraphs, items and cells, with what is bold. Word files come this way too.
 */
import { Parser } from 'htmlparser2';
import { BULLETS, type Cell, type Noise, type Unit } from '../../importing/unit.js';

const BLOCKS = new Set(
  'p div section article main header footer nav aside h1 h2 h3 h4 h5 h6 li ul ol td th tr table blockquote dt dd figcaption caption body pre br hr'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);
const AROUND = new Set(['nav', 'footer', 'form', 'button', 'aside']);
const BOLD = new Set(['b', 'strong', 'th']);
const MARK = new RegExp(`^(?:${BULLETS.source}\\s*)+`, 'u');

/** The pieces of an HTML text, in its order. Text that is not shown is no part of it. */
export function readHtml(source: string, firstTable = 1): Unit[] {
  const builder = createBuilder(firstTable);
  const parser = new Parser(
    { onopentag: (name) => builder.open(name), onclosetag: (name) => builder.close(name), ontext: (text) => builder.text(text) },
    { decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return builder.end();
}

/** Letters before bold words that still begin a paragraph: "Som ", "Du er ". */
const NEAR_BEGIN = 8;

type Run = { text: string; bold: boolean };

function createBuilder(firstTable: number) {
  const units: Unit[] = [];
  let runs: Run[] = [];
  const stack: string[] = [];
  let [table, row, column] = [firstTable - 1, -1, -1];
  const within = (names: ReadonlySet<string>) => stack.some((name) => names.has(name));
  const depth = (name: string) => stack.filter((each) => each === name).length;
  const flush = () => {
    const unit = toUnit(runs);
    runs = [];
    if (!unit) return;
    const level = stack.map((name) => /^h([1-6])$/.exec(name)?.[1]).find((each) => each !== undefined);
    const cell: Cell | undefined = depth('td') + depth('th') > 0 ? { table, row, column } : undefined;
    const noise: Noise | undefined = within(AROUND) ? 'navigation' : undefined;
    const item = stack.includes('li') || unit.item;
    units.push({
      ...unit,
      ...(level && { heading: Number(level) }),
      ...(cell && { cell }),
      ...(noise && { noise }),
      ...(item && { item }),
    });
  };
  return {
    open(name: string) {
      if (BLOCKS.has(name)) flush();
      stack.push(name);
      if (depth('table') > 1) return;
      if (name === 'table') [table, row, column] = [table + 1, -1, -1];
      if (name === 'tr') [row, column] = [row + 1, -1];
      if (name === 'td' || name === 'th') column++;
    },
    close(name: string) {
      if (BLOCKS.has(name)) flush();
      const at = stack.lastIndexOf(name);
      if (at >= 0) stack.splice(at);
    },
    text(text: string) {
      if (within(UNSEEN)) return;
      runs.push({ text: text.replace(/\u00ad/gu, ''), bold: within(BOLD) });
    },
    end() {
      flush();
      return units;
    },
  };
}

function toUnit(runs: readonly Run[]): Unit | undefined {
  const whole = runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (whole === '') return undefined;
  const text = whole.replace(MARK, '');
  if (text === '') return { text: whole, page: 1, noise: 'empty-mark' };
  const told = runs.filter((run) => run.text.trim() !== '');
  const isBold = told.every(({ bold }) => bold);
  const begin = told.findIndex(({ bold }) => bold);
  const end = told.findIndex(({ bold }, at) => at > begin && !bold);
  const bold = begin < 0 ? [] : told.slice(begin, end < 0 ? undefined : end);
  const lead = bold
    .map((run) => run.text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  const at = text.indexOf(lead);
  return {
    text,
    page: 1,
    ...(isBold && { bold: true }),
    ...(!isBold && lead && at >= 0 && at <= NEAR_BEGIN && { runIn: lead }),
    ...(text !== whole && { item: true }),
  };
}
