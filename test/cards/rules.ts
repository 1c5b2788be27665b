/**
 * What a card of ours must keep, beyond what the `adaptivecards` package notices.
 */
import { createRequire } from 'node:module';
import {
  appointmentPressedSchema,
  letterPressedSchema,
  planPressedSchema,
  pressedSchema,
  promptPressedSchema,
  sharePressedSchema,
} from '../../src/cards/acts.js';
import type { CardJson, Message } from '../../src/cards/message.js';

type Node = { readonly type?: string; readonly [key: string]: unknown };

/** Every element and action type of Adaptive Cards 1.5 that we use, with the properties it may have. */
const KNOWN: Record<string, readonly string[]> = {
  AdaptiveCard: ['$schema', 'version', 'fallbackText', 'body', 'actions', 'refresh'],
  TextBlock: ['id', 'text', 'wrap', 'size', 'weight', 'isSubtle', 'color', 'style', 'spacing', 'separator', 'isVisible'],
  RichTextBlock: ['id', 'inlines', 'spacing', 'separator', 'isVisible'],
  TextRun: ['text', 'size', 'weight', 'isSubtle', 'color', 'italic', 'strikethrough', 'underline'],
  Image: ['url', 'altText', 'width', 'height', 'spacing'],
  Container: ['id', 'items', 'style', 'spacing', 'separator', 'isVisible', 'selectAction', 'minHeight', 'verticalContentAlignment'],
  ColumnSet: ['id', 'columns', 'spacing', 'separator', 'isVisible'],
  Column: ['id', 'width', 'items', 'spacing', 'separator', 'isVisible', 'verticalContentAlignment'],
  'Input.Text': ['id', 'label', 'maxLength', 'isMultiline', 'placeholder', 'value', 'spacing'],
  'Input.ChoiceSet': ['id', 'label', 'style', 'wrap', 'isMultiSelect', 'choices', 'placeholder', 'value', 'spacing'],
  'Input.Toggle': ['id', 'label', 'title', 'wrap', 'value', 'spacing'],
  'Input.Time': ['id', 'label', 'value', 'spacing'],
  'Input.Date': ['id', 'label', 'value', 'spacing'],
  'Action.Submit': ['title', 'data', 'associatedInputs', 'mode', 'style'],
  'Action.Execute': ['title', 'verb', 'data', 'associatedInputs', 'fallback', 'mode', 'style'],
  'Action.ToggleVisibility': ['title', 'targetElements', 'mode'],
  'Action.OpenUrl': ['title', 'url', 'mode'],
};

/** Our limit for a card, in bytes of its JSON. */
const MOST_BYTES = 28_000;

/** The longest title that a phone shows whole. */
const LONGEST_TITLE = 34;

type Adaptive = {
  AdaptiveCard: new () => {
    hostConfig: { actions: { maxActions: number } };
    parse(json: unknown, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => { eventCount: number; getEventAt(at: number): { message: string } };
};

const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Adaptive;

/** All faults of a message: those of the package and those of our own rules. */
export function findMessageFaults({ card, summary }: Message): string[] {
  return [...(summary.trim() ? [] : ['the summary is empty']), ...findPackageFaults(card), ...findOwnFaults(card)];
}

/** What `adaptivecards` complains about, with Teams' limit of actions. */
export function findPackageFaults(json: CardJson): string[] {
  const card = new adaptive.AdaptiveCard();
  card.hostConfig.actions.maxActions = 6;
  const context = new adaptive.SerializationContext();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsing, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}

/** Breaches of our own rules. */
export function findOwnFaults(card: CardJson): string[] {
  const nodes = nodesOf(card);
  const ids = nodes.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...nodes.flatMap(findNodeFaults),
    ...findFieldFaults(nodes),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} is used twice`),
    ...nodes
      .flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => `a toggle names ${id}, which is not there`),
    ...(bytes > MOST_BYTES ? [`the card has ${bytes} bytes`] : []),
    ...findActionFaults((card['actions'] as Node[] | undefined) ?? []),
    ...(typeof card['fallbackText'] === 'string' && card['fallbackText'] !== '' ? [] : ['there is no fallbackText']),
  ];
}

function findNodeFaults(node: Node): string[] {
  const known = KNOWN[node.type ?? ''];
  if (!known) return [`unknown type ${node.type}`];
  const unknown = Object.keys(node).filter((key) => key !== 'type' && !known.includes(key));
  return [
    ...unknown.map((key) => `${node.type} has no property ${key}`),
    ...findTextFaults(node),
    ...findTitleFaults(node),
    ...findPictureFaults(node),
  ];
}

function findTextFaults({ type, text, wrap, inlines }: Node): string[] {
  if (type === 'RichTextBlock') return Array.isArray(inlines) && inlines.length > 0 ? [] : ['a RichTextBlock is empty'];
  if (type !== 'TextBlock' && type !== 'TextRun') return [];
  if (typeof text !== 'string' || text === '' || text.includes('undefined')) return [`a ${type} says ${JSON.stringify(text)}`];
  if (type === 'TextRun') return text.includes('\n') ? ['a TextRun has a line break, which hosts swallow'] : [];
  return [
    ...(wrap === true ? [] : [`"${text}" does not wrap`]),
    ...(/(?<!\\)[*_[\]`]/.test(text) ? [`"${text}" has Markdown`] : []),
    ...(/!(\s|$)/.test(text) ? [`"${text}" exclaims`] : []),
  ];
}

/** A picture says what it shows, and comes with the card or from a safe address. */
function findPictureFaults({ type, altText, url }: Node): string[] {
  if (type !== 'Image') return [];
  return [
    ...(typeof altText === 'string' && altText.trim() !== '' ? [] : ['an Image has no words for who cannot see it']),
    ...(/^(https:|data:image\/png;base64,)/.test(String(url)) ? [] : [`an Image has the address ${url}`]),
  ];
}

function findTitleFaults(node: Node): string[] {
  const { type, title, targetElements } = node;
  if (!type?.startsWith('Action.')) return [];
  if (typeof title !== 'string' || title.trim() === '') return ['an action has no title'];
  const complete =
    type === 'Action.Submit'
      ? asksSomething(node) || doesSomething(node)
      : type === 'Action.Execute'
        ? doesSomething(node) && hasSameFallback(node)
        : type === 'Action.OpenUrl'
          ? /^https:\/\/\S+$/.test(String(node['url']))
          : Array.isArray(targetElements) && targetElements.length > 0;
  return complete ? [] : [`"${title}" does nothing`];
}

function asksSomething({ data }: Node): boolean {
  const asks = data as { do?: string; question?: unknown; language?: string } | undefined;
  return asks?.do === 'ask' && asks.question !== undefined && asks.language !== undefined;
}

function doesSomething({ data }: Node): boolean {
  const schemas = [
    pressedSchema,
    sharePressedSchema,
    promptPressedSchema,
    planPressedSchema,
    appointmentPressedSchema,
    letterPressedSchema,
  ];
  return schemas.some((schema) => schema.safeParse(data).success);
}

/** Without a verb the test client sends nothing; clients without Action.Execute must send the same data. */
function hasSameFallback({ verb, title, data, associatedInputs, fallback }: Node): boolean {
  const other = fallback as Node | undefined;
  const same = JSON.stringify([other?.title, other?.data, other?.associatedInputs]) === JSON.stringify([title, data, associatedInputs]);
  return typeof verb === 'string' && other?.type === 'Action.Submit' && same;
}

/** Every field says what it is for, and buttons that only ask leave what was begun where it is. */
function findFieldFaults(nodes: readonly Node[]): string[] {
  const inputs = nodes.filter(({ type }) => type?.startsWith('Input.'));
  const unnamed = inputs.filter(({ id, label }) => !id || typeof label !== 'string' || label.trim() === '');
  const takers = nodes.filter((node) => node.type === 'Action.Submit' && asksSomething(node) && node['associatedInputs'] !== 'none');
  return [
    ...unnamed.map(({ type }) => `an ${type} has no label or no id`),
    ...(inputs.length > 0 ? takers.map(({ title }) => `"${title}" takes along what stands in the fields`) : []),
  ];
}

/** Of the answers to one question none stands behind "…". */
function isOneAnswer({ data }: Node): boolean {
  return (data as { act?: { act?: string } }).act?.act === 'answer-appointment';
}

function findActionFaults(actions: readonly Node[]): string[] {
  const titles = actions.map(({ title }) => String(title));
  const hidden = actions.filter(({ mode }) => mode === 'secondary');
  const shown = actions.filter(({ mode, style }) => mode !== 'secondary' && style !== 'destructive');
  return [
    ...(shown.length > 2 && !shown.every(isOneAnswer) ? [`${shown.length} buttons show`] : []),
    ...(hidden.length > 0 && shown.length < 2 ? ['a button hides although there is room'] : []),
    ...hidden.filter(({ style }) => style === 'destructive').map(({ title }) => `"${title}" can't be taken back and hides`),
    ...(actions.length > 6 ? [`${actions.length} actions are visible`] : []),
    ...titles.filter((title) => title.length > LONGEST_TITLE).map((title) => `the button "${title}" is too long for a phone`),
    ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `two buttons say "${title}"`),
  ];
}

/** Every element and action of a card, outside of action data. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => (key === 'data' || key === 'targetElements' ? [] : nodesOf(each)));
  return 'type' in value ? [value as Node, ...inner] : inner;
}

/** What a host would read as Markdown, or show outside of the card: everything but TextRuns. */
export function markdownOf({ card, summary }: Message): string[] {
  const texts = nodesOf(card).flatMap(({ type, text, title }) => [
    ...(type === 'TextBlock' ? [String(text)] : []),
    ...(typeof title === 'string' ? [title] : []),
  ]);
  return [summary, String(card['fallbackText']), ...texts];
}
