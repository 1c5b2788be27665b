/**
 * Small builders for the Adaptive Card 1.5 elements that our cards are made of.
 *
 * Two rules are kept here: every TextBlock wraps, and text that is not ours to trust as Markdown (adopted wording,
 * words that people wrote) is shown as TextRun, which knows no Markdown. Schema: https://adaptivecards.io/explorer/
 */
import type { Language } from '../content/language.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Doing, PromptPressed } from './acts.js';

/** Distance to the element before. */
export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';

/** What any element may say of itself. */
export type Common = { readonly id?: string; readonly spacing?: Spacing; readonly separator?: true; readonly isVisible?: false };
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
  readonly color?: 'Accent';
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
  /** `accent`: our question to think about; `emphasis`: what is set up, or one's own. Words say it too. */
  readonly style?: 'emphasis' | 'accent';
  readonly selectAction?: Action;
  /** Keeps a row that is a button large enough for a thumb. */
  readonly minHeight?: `${number}px`;
  readonly verticalContentAlignment?: 'Center';
};

/** A picture; `url` is a page's or the picture itself (`data:`). */
export type Image = Common & {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly width: `${number}px`;
  readonly height: `${number}px`;
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

/** A field to write in; what stands there comes back beside the data of a pressed button, under the field's id. */
export type TextInput = Common & {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly maxLength: number;
  readonly isMultiline?: true;
  readonly placeholder?: string;
  readonly value?: string;
};

/** A field to choose one in. */
export type ChoiceInput = Common & {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact' | 'expanded';
  readonly wrap: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly placeholder?: string;
  /** Values come back joined by commas. */
  readonly isMultiSelect?: true;
};

/** Any element of a card's body. */
export type Element = TextBlock | RichTextBlock | Image | Container | ColumnSet | TextInput | ChoiceInput | ToggleInput | ClockInput;

/** How a button stands among the others: behind "…", or as one that can't be taken back. */
type Standing = { readonly mode?: 'secondary'; readonly style?: 'destructive' };

/** A button that asks a question; `bot.ts` reads the data back. `associatedInputs: 'none'` leaves the card's fields at home. */
export type SubmitAction = Standing & {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: (AskData | ActData | PromptData) & Opening;
  readonly associatedInputs?: 'none';
};

/** With it Teams sends a button's data as `task/fetch`, and shows what it is answered with in a dialog (Teams, "Use dialogs with bots"). */
type Opening = { readonly msteams?: { readonly type: 'task/fetch' } };

type AskData = { readonly do: 'ask'; readonly question: PlainQuestion; readonly language: Language };

type PromptData = Pick<PromptPressed, 'do' | 'step' | 'subject' | 'language'>;

type ActData = Doing & { readonly language: Language };

/**
 * A button that does something for the person and changes the card it stands on. Clients that know no Action.Execute
 * send the same data as a message, and get a new card.
 */
export type ExecuteAction = Standing & {
  readonly type: 'Action.Execute';
  readonly verb: 'act';
  readonly title: string;
  readonly data: ActData;
  readonly associatedInputs?: 'none';
  readonly fallback: { readonly type: 'Action.Submit'; readonly title: string; readonly data: ActData; readonly associatedInputs?: 'none' };
};

/** A button that shows and hides elements of the same card. */
export type ToggleAction = Standing & {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
};

/** A button that opens a page outside of Teams, or another place in it. */
export type OpenUrlAction = Standing & { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };

/** A button under a card. */
export type CardAction = SubmitAction | ExecuteAction | ToggleAction | OpenUrlAction;

/** Any action of a card. */
export type Action = CardAction;

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

/** A row that is a button as a whole; what has been begun in the card's fields stays where it is. */
export function tapRow(items: readonly Element[], selectAction: Action, looks: Pick<Container, 'spacing' | 'separator'> = {}): Container {
  const action: Action = selectAction.type === 'Action.Submit' ? { ...selectAction, associatedInputs: 'none' } : selectAction;
  return container(items, { minHeight: '32px', verticalContentAlignment: 'Center', ...looks, selectAction: action });
}

/** Several runs in one block. */
export function paragraph(inlines: readonly TextRun[], place: Common = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines, ...place };
}

/** A stretch of text within a paragraph. */
export function run(text: string, looks: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  return { type: 'TextRun', text, ...looks };
}

/** A field for several lines. */
export function textArea(id: string, label: string, looks: Omit<TextInput, 'type' | 'id' | 'label' | 'isMultiline'>): TextInput {
  return { type: 'Input.Text', id, label, isMultiline: true, ...looks };
}

/** A field for a few words. */
export function textField(id: string, label: string, looks: Omit<TextInput, 'type' | 'id' | 'label' | 'isMultiline'>): TextInput {
  return { type: 'Input.Text', id, label, ...looks };
}

/** A field with a list that opens. */
export function choiceField(
  id: string,
  label: string,
  choices: ChoiceInput['choices'],
  looks: Pick<ChoiceInput, 'value' | 'placeholder' | 'spacing'> = {},
): ChoiceInput {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', wrap: true, choices, ...looks };
}

/** A button that does something; `alone` leaves what stands in the card's fields behind. */
export function executeButton(title: string, data: ActData, alone?: 'alone'): ExecuteAction {
  const inputs = alone ? ({ associatedInputs: 'none' } as const) : {};
  return { type: 'Action.Execute', verb: 'act', title, data, ...inputs, fallback: { type: 'Action.Submit', title, data, ...inputs } };
}

/** A button that sends what it does as it is, for dialogs, which know no Action.Execute; `alone` as above. */
export function submitButton(title: string, data: ActData, alone?: 'alone'): SubmitAction {
  return { type: 'Action.Submit', title, data, ...(alone && { associatedInputs: 'none' }) };
}

/** A button whose answer opens a dialog. The data are as they were, and what has been begun in the card's fields stays there. */
export function opensDialog({ title, data }: SubmitAction | ExecuteAction): SubmitAction {
  return { type: 'Action.Submit', title, data: { ...data, msteams: { type: 'task/fetch' } }, associatedInputs: 'none' };
}

/** Marks a button by which something is lost: it looks different where the client can, and never hides behind "…". */
export function destructive<A extends CardAction>(action: A): A {
  return { ...action, style: 'destructive' };
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

/** A field that is on or off; comes back as 'true' or 'false'. */
export type ToggleInput = Common & {
  readonly type: 'Input.Toggle';
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly value: 'true' | 'false';
  readonly wrap: true;
};

/** A field for a time of day (`HH:MM`) or a date (`YYYY-MM-DD`). */
export type ClockInput = Common & {
  readonly type: 'Input.Time' | 'Input.Date';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
};

/** A field to choose several days in. */
export function daysField(id: string, label: string, choices: ChoiceInput['choices'], chosen: readonly string[]): ChoiceInput {
  const value = chosen.join(',');
  return { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, isMultiSelect: true, choices, value, spacing: 'Medium' };
}

/** A switch. */
export function toggleField(id: string, label: string, title: string, isOn: boolean): ToggleInput {
  return { type: 'Input.Toggle', id, label, title, value: isOn ? 'true' : 'false', wrap: true, spacing: 'Medium' };
}

/** A field for a time of day. */
export function clockField(id: string, label: string, value: string | undefined): ClockInput {
  return { type: 'Input.Time', id, label, spacing: 'Medium', ...(value && { value }) };
}

/** A field for a date. */
export function lastDayField(id: string, label: string, value: string | undefined): ClockInput {
  return { type: 'Input.Date', id, label, spacing: 'Medium', ...(value && { value }) };
}

/** What people wrote, in one line: hosts swallow line breaks within a run. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u2028\u2029\p{Cc}]+/gu, ' ').trim() || '–';
}
