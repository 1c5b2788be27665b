import type { AnswerOf, Change, EditionChange } from '../answers/answer.js';
import { COMMON } from '../content/framework.js';
import { roleOf, type Statement } from '../content/library.js';
import type { Desk, Draft } from './desk.js';
import { type Element, heading, paragraph, plainText, run, type TextRun, textBlock } from './elements.js';
import { foldUnderHeading } from './fold.js';
import { header, sourcesNote } from './frame.js';
import { adopted, statementItems } from './statements.js';

type CompareEditions = AnswerOf<'compare-editions'>;

/** What changed between two editions, a page of it; words put in are bold and underlined, words taken out struck through. */
export function compareEditionsCard(answer: CompareEditions, desk: Desk): Draft {
  const { older, newer, role, changes, counts, page, pages, next } = answer;
  const { t } = desk;
  const years = [older, newer].map(({ edition, name }) => `${edition ?? name}`) as [string, string];
  const reworded = changes.some(({ kind }) => kind === 'reworded');
  const kinds = ['new', 'gone', 'reworded', 'unchanged'] as const;
  return {
    summary: t.editionsSummary(...years),
    body: [
      ...header(t.editionsTitle(...years), [role?.label ?? t.editionsWhole, newer.titled ? newer.title : newer.name]),
      textBlock(t.editionsCounts(counts), { spacing: 'Medium' }),
      ...(reworded ? [legend(desk)] : []),
      ...kinds.flatMap((kind) => changesOf(kind, answer, desk)),
      ...(pages > 1 ? [textBlock(t.page(page + 1, pages), { size: 'Small', isSubtle: true, spacing: 'Medium' })] : []),
      ...sourcesNote([older, newer], role?.label, wordingsOf(changes), desk),
    ],
    actions: desk.lead(next, { framework: newer, role, page }),
  };
}

function legend({ t }: Desk): Element {
  const [put, out, rest] = t.editionsLegend;
  return paragraph([run(put, { size: 'Small' }), run(out, { size: 'Small', strikethrough: true }), run(rest, { size: 'Small' })], {
    spacing: 'Small',
  });
}

function changesOf(kind: EditionChange['kind'], answer: CompareEditions, desk: Desk): Element[] {
  const changes = answer.changes.filter((change) => change.kind === kind);
  if (changes.length === 0) return [];
  const items = [adopted(changes.flatMap((change) => changeItems(change, answer, desk)))];
  if (kind === 'unchanged')
    return foldUnderHeading({ id: kind, label: desk.t.change[kind], show: desk.t.showStatements(changes.length) }, items, desk.t);
  return [heading(desk.t.change[kind], { spacing: 'Large' }), ...items];
}

function changeItems(change: EditionChange, answer: CompareEditions, desk: Desk): Element[] {
  const label = () => placeOf(change.statement, answer);
  if (change.kind !== 'reworded') return statementItems(change.statement, desk, label);
  const { older, newer } = answer;
  const side = (name: string, kind: 'in' | 'out') =>
    paragraph([run(`${name}: `, { size: 'Small', isSubtle: true }), ...toRuns(change.changes, kind)], { spacing: 'Small' });
  return [
    plainText(label(), { weight: 'Bolder', size: 'Small' }, { spacing: 'Medium' }),
    side(`${newer.edition ?? newer.name}`, 'in'),
    side(`${older.edition ?? older.name}`, 'out'),
  ];
}

/** One side in full: the new wording with what came in, or the old one with what went out. */
function toRuns(changes: readonly Change[], shown: 'in' | 'out'): TextRun[] {
  const looks = shown === 'in' ? ({ weight: 'Bolder', underline: true } as const) : ({ strikethrough: true } as const);
  return changes.flatMap(({ kind, text }) => (kind === 'same' ? [run(text)] : kind === shown ? marked(text, looks) : []));
}

/** The line stops at the words' ends. */
function marked(text: string, looks: Parameters<typeof run>[1]): TextRun[] {
  const [, before = '', words = '', after = ''] = text.match(/^(\s*)(.*?)(\s*)$/s) ?? [];
  return [...(before ? [run(before)] : []), ...(words ? [run(words, looks)] : []), ...(after ? [run(after)] : [])];
}

/** Role and heading of a statement; the role alone is left out where the whole card is about it. */
function placeOf(statement: Statement, { older, newer, role }: CompareEditions): string {
  const framework = statement.framework === newer.id ? newer : older;
  const whose = statement.role === COMMON ? framework.common.heading : roleOf(framework, statement.role)?.label;
  const theme = framework.themes.find(({ id }) => id === statement.theme)?.label.text;
  return [role && theme ? undefined : whose, theme].filter(Boolean).join(' · ');
}

function wordingsOf(changes: readonly EditionChange[]): Statement[] {
  return changes.flatMap((change) => (change.kind === 'reworded' ? [change.statement, change.before] : [change.statement]));
}
