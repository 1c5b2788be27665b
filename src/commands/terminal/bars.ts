/**
 * Bars of plain blocks, as wide as the terminal lets them be; the numbers beside them say the same.
 */

/** One bar: what it is of, its length where it has one, and how its number is written. `series` are numbers along time. */
export type Bar = {
  readonly label: string;
  readonly length: number;
  readonly number: string;
  readonly series?: readonly number[] | undefined;
};

/** A bar is drawn to an eighth of a character. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** Nothing in that time. */
const nothing = '·';

/** Labels take at most so much of a line; longer ones go on below. */
const labelShare = 0.45;
const indent = 2;
const gap = 2;
/** Shorter bars say nothing. */
const shortestBar = 8;

/** Lines of at most `width` characters; the longest bar takes what is left beside labels, numbers and series. */
export function toBars(bars: readonly Bar[], width: number): string[] {
  const most = Math.max(1, ...bars.map(({ length }) => length));
  const numbers = Math.max(...bars.map(({ number }) => number.length));
  const weeks = Math.max(0, ...bars.map(({ series }) => series?.length ?? 0));
  const beside = indent + gap + numbers + gap + (weeks > 0 ? weeks + gap : 0);
  const longest = Math.max(...bars.map(({ label }) => label.length));
  const labels = Math.min(longest, Math.floor(width * labelShare), Math.max(width - beside - shortestBar, shortestBar));
  const room = Math.max(shortestBar, width - beside - labels);
  return bars.flatMap(({ label, length, number, series }) => {
    const [first = '', ...rest] = wrap(label, labels);
    const drawn = drawBar((length / most) * room).padEnd(weeks > 0 ? room : 0);
    const cells = [first.padEnd(labels), number.padStart(numbers), ...(weeks > 0 ? [drawn, series ? drawSeries(series) : ''] : [drawn])];
    return [cells.join(' '.repeat(gap)), ...rest].map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
  });
}

/** A text in lines of at most so many characters; a word that is longer is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => each.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Something is never drawn as nothing. */
function drawBar(length: number): string {
  const parts = length > 0 ? Math.max(1, Math.round(length * eighths.length)) : 0;
  return '█'.repeat(Math.floor(parts / eighths.length)) + (eighths[parts % eighths.length] ?? '');
}

function drawSeries(series: readonly number[]): string {
  const most = Math.max(...series);
  return series.map((number) => (number === 0 ? nothing : (steps[Math.ceil((number / most) * steps.length) - 1] ?? nothing))).join('');
}
