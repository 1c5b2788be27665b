/**
 * How much room a card takes on a phone, so that it can be kept to one screen there: a reckoning without a renderer.
 *
 * The metrics are those of the host configuration with which the gallery draws cards; a browser test measures every card
 * and holds the reckoning against it.
 */
import type { CardAction, Element, TextRun } from './elements.js';

/** What a card is drawn with, in pixels; the sizes are those of Fluent 2, which Teams follows. */
export const metrics = {
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  /** The line between two things. */
  line: 1,
  /** A button with its frame, and what stands between two. */
  button: { height: 32, padding: 26, gap: 8 },
} as const;

/** A phone's screen with Teams around it: as wide as a card, as high as what is seen of it at once; in pixels. */
export const phone = { width: 320, height: 560 } as const;

/** A reckoning may be off by so much: a line that breaks otherwise. Of 1,044 cards none was higher than reckoned by more. */
export const spare = 8;

type Size = 'small' | 'default' | 'medium' | 'large';

/** The height of a card on a phone before anything is unfolded, in pixels. */
export function heightOf(body: readonly Element[], actions: readonly CardAction[]): number {
  const { padding, large } = metrics.spacing;
  const inner = phone.width - 2 * padding;
  const buttons = buttonsHeight(actions, inner);
  return 2 * padding + stackHeight(body, inner) + (buttons > 0 ? large + buttons : 0);
}

function stackHeight(elements: readonly Element[], width: number): number {
  return elements
    .filter(({ isVisible }) => isVisible !== false)
    .reduce((sum, element, at) => sum + (at === 0 ? 0 : gapBefore(element)) + elementHeight(element, width), 0);
}

function gapBefore({ spacing = 'Default', separator }: Element): number {
  const { small, default: normal, medium, large, extraLarge } = metrics.spacing;
  const gap = { None: 0, Small: small, Default: normal, Medium: medium, Large: large, ExtraLarge: extraLarge }[spacing];
  return gap + (separator ? metrics.line : 0);
}

function elementHeight(element: Element, width: number): number {
  const { padding } = metrics.spacing;
  switch (element.type) {
    case 'TextBlock':
      return textHeight([element], width);
    case 'RichTextBlock':
      return textHeight(element.inlines, width);
    case 'Image':
      return Number.parseInt(element.height, 10);
    case 'Container': {
      const frame = element.style ? 2 * padding : 0;
      const inner = stackHeight(element.items, width - frame) + frame;
      return Math.max(inner, Number.parseInt(element.minHeight ?? '0', 10));
    }
    case 'ColumnSet': {
      const widths = columnWidths(element.columns, width);
      return Math.max(...element.columns.map(({ items }, at) => stackHeight(items, widths[at] ?? width)));
    }
    default:
      return fieldHeight(element, width);
  }
}

/** A field with its label. */
const field = { line: 32, area: 86, choice: 28, between: 4 } as const;

function fieldHeight(element: Extract<Element, { readonly label: string }>, width: number): number {
  const label = textHeight([{ text: element.label }], width) + field.between;
  if (element.type === 'Input.Text' && element.isMultiline) return label + field.area;
  if (element.type === 'Input.ChoiceSet' && element.style === 'expanded') return label + element.choices.length * field.choice;
  return label + field.line;
}

/** A column that takes what its words need, and one that takes what is left. */
function columnWidths(columns: Extract<Element, { type: 'ColumnSet' }>['columns'], width: number): number[] {
  const gaps = columns.slice(1).reduce((sum, column) => sum + gapBefore({ ...column, type: 'Container', items: [] }), 0);
  const fixed = columns.map((column) => {
    if (column.width === 'stretch') return undefined;
    return column.width === 'auto' ? Math.max(0, ...column.items.map(naturalWidth)) : Number.parseInt(column.width, 10);
  });
  const left = width - gaps - fixed.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const stretched = fixed.filter((each) => each === undefined).length;
  return fixed.map((each) => each ?? Math.max(0, left) / stretched);
}

function naturalWidth(element: Element): number {
  if (element.isVisible === false) return 0;
  if (element.type === 'Image') return Number.parseInt(element.width, 10);
  if (element.type === 'TextBlock') return widthOf(element.text, sizeOf(element), element.weight === 'Bolder');
  return 0;
}

type Text = Pick<TextRun, 'text' | 'size' | 'weight'>;

function sizeOf({ size = 'Default' }: Text): Size {
  return size.toLowerCase() as Size;
}

/** Words are put on lines until one is full, as hosts do. */
function textHeight(runs: readonly Text[], width: number): number {
  let lines = 1;
  let filled = 0;
  let height = 0;
  for (const part of runs) {
    const size = sizeOf(part);
    height = Math.max(height, metrics.lineHeights[size]);
    const em = metrics.fontSizes[size] * (part.weight === 'Bolder' ? bolder : 1);
    const { text } = part;
    for (let from = 0; from < text.length; ) {
      const end = nextSpace(text, from);
      const word = emsOf(text, from, end) * em;
      if (filled > 0 && filled + word > width) {
        lines += 1;
        filled = 0;
      }
      filled += word + letters.narrow * em;
      from = end + 1;
    }
  }
  return lines * height;
}

function nextSpace(text: string, from: number): number {
  const end = text.indexOf(' ', from);
  return end < 0 ? text.length : end;
}

/** The width of letters in a typical sans-serif (Arial, Liberation Sans), in parts of the font's size. */
const letters = { narrow: 0.26, thin: 0.35, wide: 0.85, capital: 0.7, other: 0.56 } as const;
const bolder = 1.1;

function widthOf(text: string, size: Size, isBold: boolean): number {
  return emsOf(text, 0, text.length) * metrics.fontSizes[size] * (isBold ? bolder : 1);
}

function emsOf(text: string, from: number, end: number): number {
  let ems = 0;
  for (let at = from; at < end; at += 1) ems += table[text.charCodeAt(at)] ?? letters.other;
  return ems;
}

/** Looked up for every letter of every card: Latin letters and marks; all others are as wide as most. */
const table: readonly number[] = Array.from({ length: 0x250 }, (_, code) => letterWidth(String.fromCharCode(code)));

function letterWidth(letter: string): number {
  if ("iljI|'’.,:; ".includes(letter)) return letters.narrow;
  if ('frt-()[]"“”/·!'.includes(letter)) return letters.thin;
  if ('mwMW@æÆ%'.includes(letter)) return letters.wide;
  return letter !== letter.toLowerCase() ? letters.capital : letters.other;
}

function buttonsHeight(actions: readonly CardAction[], width: number): number {
  const { height, padding, gap } = metrics.button;
  const shown = actions.filter(({ mode }) => mode !== 'secondary').map(({ title }) => title);
  const titles = shown.length < actions.length ? [...shown, '...'] : shown;
  let lines = 0;
  let filled = width;
  for (const title of titles) {
    const long = Math.min(width, widthOf(title, 'default', true) + padding);
    if (filled + gap + long > width) {
      lines += 1;
      filled = long;
    } else filled += gap + long;
  }
  return lines === 0 ? 0 : lines * height + (lines - 1) * gap;
}
