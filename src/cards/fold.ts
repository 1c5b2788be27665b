/**
 * Parts that are folded until a reader wants them. A whole row is the button, so that a thumb finds it and a card
 * keeps its few real buttons for leading on; the row says what it shows, and "Skjul" once it is open.
 */
import {
  type CardAction,
  type Column,
  type Container,
  container,
  type Element,
  escapeMarkdown,
  heading,
  plainText,
  type Spacing,
  type ToggleAction,
  tapRow,
  textBlock,
} from './elements.js';
import type { Strings } from './strings/da.js';

/** How a folded part is announced. `id` is unique within the card. */
export type Fold = {
  readonly id: string;
  /** What the part is called: "Serviceledelse". */
  readonly label: string;
  /** A subtle line under the label. */
  readonly under?: string;
  /** What unfolding shows: "Vis 3 udsagn". */
  readonly show: string;
  readonly spacing?: Spacing;
};

/** A heading with its content folded under it. */
export function foldUnderHeading(fold: Fold, items: readonly Element[], t: Strings): Element[] {
  const label: Column = {
    type: 'Column',
    width: 'stretch',
    verticalContentAlignment: 'Center',
    items: [heading(fold.label), ...subtle(fold.under)],
  };
  return toFold(fold, label, 'auto', items, t);
}

/** Something folded under a line that says what it is. */
export function foldUnderLine(fold: Fold, items: readonly Element[], t: Strings): Element[] {
  return toFold(fold, undefined, 'stretch', items, t);
}

/** The rest of a list, unfolding in its place; the line that says how much it is stays at the list's end. */
export function foldRest(fold: Fold, items: readonly Element[], t: Strings): Element[] {
  return toFold(fold, undefined, 'stretch', items, t, 'Medium').reverse();
}

/** A row like a fold's heading that asks a question instead: for what would not fit on the card. */
export function askRow(label: string, detail: string, action: CardAction, under?: string): Container {
  const columns: Column[] = [
    {
      type: 'Column',
      width: 'stretch',
      verticalContentAlignment: 'Center',
      items: [textBlock(escapeMarkdown(label), { weight: 'Bolder' }), ...subtle(under)],
    },
    { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [textBlock(detail, { color: 'Accent' })] },
  ];
  return tapRow([{ type: 'ColumnSet', columns }], action, { separator: true, spacing: 'Default' });
}

function subtle(line: string | undefined): Element[] {
  return line ? [plainText(line, { size: 'Small', isSubtle: true }, { spacing: 'None' })] : [];
}

function toFold(
  { id, label, show, spacing = 'Default' }: Fold,
  labelColumn: Column | undefined,
  width: Column['width'],
  items: readonly Element[],
  t: Strings,
  gap: Spacing = 'Small',
): Element[] {
  const [content, more, less] = [id, `${id}-show`, `${id}-hide`];
  const words: Column = {
    type: 'Column',
    width,
    verticalContentAlignment: 'Center',
    items: [
      textBlock(show, { id: more, color: 'Accent' }),
      textBlock(t.hide, { id: less, color: 'Accent', isVisible: false, spacing: 'None' }),
    ],
  };
  const toggle: ToggleAction = { type: 'Action.ToggleVisibility', title: t.toggle(show, label), targetElements: [content, more, less] };
  const row = tapRow([{ type: 'ColumnSet', columns: labelColumn ? [labelColumn, words] : [words] }], toggle, {
    spacing,
    ...(labelColumn && { separator: true }),
  });
  return [row, container(items, { id: content, isVisible: false, spacing: gap })];
}
