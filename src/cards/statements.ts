/**
 * The voice of the adopted wording: beside a vertical line, word for word, never as Markdown. Nothing of ours stands
 * there but the note that a place is doubtful.
 */
import { type Framework, type Statement, type Theme, themeOf } from '../content/library.js';
import type { Part } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Desk } from './desk.js';
import { type ColumnSet, type Element, heading, paragraph, plainText, run, type Spacing, textBlock } from './elements.js';
import { askRow, foldRest, foldUnderHeading } from './fold.js';
import { themeGloss } from './names.js';

/** Puts elements beside the line that marks adopted wording. */
export function adopted(items: readonly Element[], spacing: Spacing = 'Small'): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing,
    columns: [
      { type: 'Column', width: '4px', items: [] },
      { type: 'Column', width: 'stretch', separator: true, spacing: 'Medium', items },
    ],
  };
}

/** What stands in small bold letters over a statement: its subtheme, or in lists of mixed origin its role and theme. */
export type Label = (statement: Statement) => string | undefined;

/** A statement as paragraphs: its label, each of its lines, and whether its place is doubtful. */
export function statementItems(statement: Statement, { t }: Desk, label?: Label, text: string = statement.text): Element[] {
  const over = label?.(statement);
  const lines = text.split('\n').map((line, at) => plainText(line, {}, { spacing: at === 0 && over ? 'None' : 'Small' }));
  const doubt = statement.uncertain ? [t.doubtful] : [];
  const items: Element[] = [
    ...(over ? [plainText(over, { weight: 'Bolder', size: 'Small' })] : []),
    ...lines,
    ...doubt.map((note) => plainText(note, { size: 'Small', italic: true }, { spacing: 'None' })),
  ];
  const [first, ...rest] = items;
  return first ? [{ ...first, spacing: 'Medium' }, ...rest] : [];
}

/** A section of statements, of which the first stand open. `id` is unique within the card. */
export function section(id: string, statements: readonly Statement[], desk: Desk, label?: Label, spacing?: Spacing): Element[] {
  const entries = statements.map((statement) => statementItems(statement, desk, label));
  return foldLong(id, entries, desk, spacing);
}

/** Adopted paragraphs, of which the first stand open. */
export function foldLong(id: string, entries: readonly (readonly Element[])[], { t, room: { open } }: Desk, spacing?: Spacing): Element[] {
  const shown = entries.slice(0, open);
  const rest = entries.slice(open);
  if (rest.length === 0) return [adopted(shown.flat(), spacing)];
  const show = open > 0 ? t.showRest(rest.length) : t.showStatements(rest.length);
  return [
    ...(open > 0 ? [adopted(shown.flat(), spacing)] : []),
    ...foldRest({ id: `${id}-rest`, label: '', show, spacing: 'Small' }, [adopted(rest.flat())], t),
  ];
}

/**
 * Parts under their headings: the first one open, the others folded, so that a card is read in ten seconds.
 * `askFor` is the question for one part alone, where the card has no room for all.
 */
export function partList(framework: Framework, parts: readonly Part[], askFor: (theme: Theme) => PlainQuestion, desk: Desk): Element[] {
  const [first, ...others] = parts;
  if (!first) return [];
  const { t, view } = desk;
  const open = [
    ...(first.theme ? openHeading(first.theme.label.text, themeGloss(first.theme, view.language)) : []),
    ...flagOf(framework, first, desk),
    ...section('part-0', first.statements, desk, subthemeLabel(framework)),
  ];
  const rows = others.flatMap((part, at) => partRow(`part-${at + 1}`, framework, part, askFor, desk));
  if (others.length <= Math.max(1, desk.room.rows)) return [...open, ...rows];
  const names = others.flatMap(({ theme }) => theme?.label.text ?? []).join(', ');
  const label = t.moreThemes(others.length);
  return [...open, ...foldUnderHeading({ id: 'parts', label, show: t.show, ...(desk.room.names && { under: names }) }, rows, t)];
}

function partRow(id: string, framework: Framework, part: Part, askFor: (theme: Theme) => PlainQuestion, desk: Desk): Element[] {
  const { theme, statements } = part;
  const label = subthemeLabel(framework);
  if (!theme) return section(id, statements, desk, label);
  const name = theme.label.text;
  const under = themeGloss(theme, desk.view.language);
  const show = desk.t.showStatements(statements.length);
  if (!desk.room.folds) return [askRow(name, show, desk.ask(askFor(theme), desk.t.button.part(name)), under)];
  const items = [...flagOf(framework, part, desk), adopted(statements.flatMap((statement) => statementItems(statement, desk, label)))];
  return foldUnderHeading({ id, label: name, show, ...(under && { under }) }, items, desk.t);
}

/** The heading of the part that stands open. */
export function openHeading(label: string, under: string | undefined, size: 'Default' | 'Medium' = 'Default'): Element[] {
  return [
    heading(label, { spacing: 'Medium', size }),
    ...(under ? [plainText(under, { size: 'Small', isSubtle: true }, { spacing: 'None' })] : []),
  ];
}

/** A theme's definition; one that goes on from the theme's name ("handler om …") is shown with it. */
export function definitionLine({ label, definition }: Theme): Element[] {
  if (!definition) return [];
  if (!/^\p{Ll}/u.test(definition.text)) return [plainText(definition.text)];
  return [paragraph([run(`${label.text} `, { weight: 'Bolder' }), run(definition.text)])];
}

/** Labels statements with their subtheme. */
export function subthemeLabel(framework: Framework): Label {
  return ({ theme, subtheme }) => themeOf(framework, theme)?.subthemes.find(({ id }) => id === subtheme)?.label.text;
}

/** The heading over several themes that a theme belongs to, where the document has them. */
export function flagOf(framework: Framework, { theme }: Pick<Part, 'theme'>, { t }: Desk): Element[] {
  const group = framework.groups.find(({ id }) => id === theme?.group);
  return group ? [textBlock(`${t.flag}: ${group.short ?? group.label.text}`, { size: 'Small', isSubtle: true, spacing: 'None' })] : [];
}

/** The labels over the statements, which may be mended too. */
export function subthemeLabelsOf(parts: readonly Part[]) {
  return parts.flatMap(({ theme, statements }) =>
    (theme?.subthemes ?? []).filter(({ id }) => statements.some(({ subtheme }) => subtheme === id)).map(({ label }) => label),
  );
}
