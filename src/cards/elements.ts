/**
 * Small builders for the Adaptive Card 1.5 elements that our cards are made of.
 *
 * Two rules are kept here: every TextBlock wraps, and text that is not ours to trust as Markdown (adopted wording,
 * words that people wrote) is shown as TextRun, which knows no Markdown. Schema: https://adaptivecards.io/explorer/
 */
import type { Language } from '../answers/asker.js';
import type { PlainQuestion } from '../questions/question.js';

/** Distance to the element before. */
export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';

type Common = { readonly id?: string; readonly spacing?: Spacing; readonly separator?: true; readonly isVisible?: false };
type Size = 'Small' | 'Default' | 'Medium' | 'Large';

/** Our own words, or a label of the content with its Markdown signs escaped. */
export type TextBlock = Common & {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: Size;
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly color?: 'Accent';
  readonly style?: 'heading';
};

/** A stretch of text within a {@link RichTextBlock}; never read as Markdown. */
export type TextRun = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: Size;
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly italic?: true;
  readonly strikethrough?: true;
  readonly underline?: true;
};

/** A paragraph of runs; it always wraps. */
export type RichTextBlock = Common & { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] };

/** Elements in a frame of their own; `selectAction` makes all of it one button. */
export type Container = Common & {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis';
  readonly selectAction?: Action;
  /** Keeps a row that is a button large enough for a thumb. */
  readonly minHeight?: `${number}px`;
  readonly verticalContentAlignment?: 'Center';
};

/** One column; `separator` draws the line to its left. */
export type Column = Common & {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch' | `${number}px`;
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'Center';
};

/** Columns side by side; they never wrap, so only narrow things stand in them. */
export type ColumnSet = Common & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] };

/** Any element of a card's body. */
export type Element = TextBlock | RichTextBlock | Container | ColumnSet;

/** A button that asks a question; `bot.ts` reads the data back. */
export type SubmitAction = {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: { readonly do: 'ask'; readonly question: PlainQuestion; readonly language: Language };
};

/** A button that shows and hides elements of the same card. */
export type ToggleAction = { readonly type: 'Action.ToggleVisibility'; readonly title: string; readonly targetElements: readonly string[] };

/** Any action of a card. */
export type Action = SubmitAction | ToggleAction;

/** Our own words, in one block. */
export function textBlock(text: string, looks: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...looks };
}

/** A heading that screen readers announce as one; hosts would show it large, so its size is always said. */
export function heading(text: string, looks: Omit<TextBlock, 'type' | 'text' | 'wrap' | 'style'> = {}): TextBlock {
  return textBlock(escapeMarkdown(text), { size: 'Default', weight: 'Bolder', style: 'heading', ...looks });
}

/** Words that are shown as they are, in one block. */
export function plainText(text: string, looks: Omit<TextRun, 'type' | 'text'> = {}, place: Common = {}): RichTextBlock {
  return paragraph([run(text, looks)], place);
}

/** A row that is a button as a whole. */
export function tapRow(items: readonly Element[], selectAction: Action, looks: Pick<Container, 'spacing' | 'separator'> = {}): Container {
  return container(items, { minHeight: '32px', verticalContentAlignment: 'Center', ...looks, selectAction });
}

/** Several runs in one block. */
export function paragraph(inlines: readonly TextRun[], place: Common = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines, ...place };
}

/** A stretch of text within a paragraph. */
export function run(text: string, looks: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  return { type: 'TextRun', text, ...looks };
}

/** Elements that belong together. */
export function container(items: readonly Element[], looks: Omit<Container, 'type' | 'items'> = {}): Container {
  return { type: 'Container', items, ...looks };
}

/** Makes signs that Markdown knows mean themselves, for labels in a TextBlock. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]]/g, '\\$&')
    .replace(/^(\s*\d+)\./, '$1\\.')
    .replace(/^(\s*)([-+])/, '$1\\$2');
}
