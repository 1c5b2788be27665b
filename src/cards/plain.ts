/**
 * A card as plain text: everything it lets a reader see, folded parts and buttons included.
 */
import type { Element } from './elements.js';
import type { CardJson } from './message.js';

/** Properties whose text a reader sees, in the order in which they are read. */
const SHOWN = [
  'text',
  'inlines',
  'label',
  'placeholder',
  'title',
  'value',
  'facts',
  'choices',
  'items',
  'columns',
  'rows',
  'cells',
  'body',
  'card',
  'selectAction',
  'actions',
];

/** The text of a card, a line per piece. */
export function textOfCard(card: CardJson): string {
  return linesOf(card).join('\n');
}

/** The words of elements as text to take along: what is folded too, but none of what only unfolds or asks; a line per piece. */
export function copyOf(elements: readonly Element[]): string {
  return elements.flatMap(copyLines).join('\n').trim();
}

function copyLines(element: Element): string[] {
  switch (element.type) {
    case 'TextBlock':
      return element.color === 'Accent' ? [] : [withoutEscapes(element.text)];
    case 'RichTextBlock': {
      const words = element.inlines.flatMap(({ text, color }) => (color === 'Accent' ? [] : [text])).join('');
      return [words.trim()];
    }
    case 'Container':
      // The line about the source stands in its details.
      if (element.selectAction?.type === 'Action.Submit') return [];
      return element.items.flatMap(copyLines);
    case 'ColumnSet':
      return element.columns.flatMap(({ items }) => items.flatMap(copyLines));
    default:
      return [];
  }
}

function linesOf(node: unknown): string[] {
  if (Array.isArray(node))
    return isRuns(node)
      ? [node.map((run) => (typeof run === 'string' ? run : String((run as { text: unknown }).text))).join('')]
      : node.flatMap(linesOf);
  if (typeof node !== 'object' || node === null) return [];
  const fields = node as Record<string, unknown>;
  return SHOWN.flatMap((key) => {
    const value = fields[key];
    if (typeof value === 'string') return isShown(fields, key) ? [withoutEscapes(value)] : [];
    if (key === 'choices') return (value as { title: string }[] | undefined)?.map(({ title }) => title) ?? [];
    return linesOf(value);
  });
}

/** `value` is shown in a fact only; elsewhere it is what an input sends. */
function isShown(fields: Record<string, unknown>, key: string): boolean {
  return key !== 'value' || (!('type' in fields) && 'title' in fields && !('selected' in fields));
}

function isRuns(list: readonly unknown[]): boolean {
  return (
    list.length > 0 &&
    list.every(
      (item) => typeof item === 'string' || (typeof item === 'object' && item !== null && (item as { type?: unknown }).type === 'TextRun'),
    )
  );
}

/** Markdown escapes are not seen. */
function withoutEscapes(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+.!~>-])/g, '$1');
}
