import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { type Element, heading, paragraph, plainText, run, type TextRun, textBlock } from '../cards/elements.js';
import { foldUnderHeading } from '../cards/fold.js';
import { sourcesNote } from '../cards/frame.js';
import { adopted, foldLong, statementItems } from '../cards/statements.js';
import { COMMON } from '../content/framework.js';
import { type Framework, newerEdition, olderEdition, type Role, roleOf, type Statement, themeOf } from '../content/library.js';
import type { Context } from './asker.js';
import { type Change, type EditionChange, excerptOf, findEditionChanges } from './edition-changes.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askCommon, askRole, leadOn } from './next.js';

type EditionsQuestion = Asking<'compare-editions'>;

/** What changed between two editions: one page of it, counted from 0, and how many changes of each sort there are in all. */
export type CompareEditionsAnswer = Answered<
  'compare-editions',
  {
    readonly older: Framework;
    readonly newer: Framework;
    readonly role: Role | undefined;
    readonly changes: readonly EditionChange[];
    readonly counts: Readonly<Record<EditionChange['kind'], number>>;
    readonly page: number;
    readonly pages: number;
  }
>;

/** The kind of {@link CompareEditionsAnswer}. */
export const compareEditionsKind: Kind<CompareEditionsAnswer> = {
  name: 'compare-editions',
  fixed: () => true,
  screens: () => 2,
  asked: { 'compare-editions': { find: answerCompareEditions, title } },
  card: compareEditionsCard,
  subject: ({ older, newer, role, page }) => ({
    question: { intent: 'compare-editions', older: older.id, newer: newer.id, ...(role && { role: role.id }), page },
  }),
  facts: ({ older, newer, role, changes }, { question }) => ({
    frameworks: [newer, older],
    roles: role ? [role.label] : [],
    theme: 'theme' in question ? themeOf(newer, question.theme) : undefined,
    statements: wordingsOf(changes),
  }),
  exhibits: (context) =>
    context.library.frameworks.flatMap((framework) => {
      const older = olderEdition(context.library, framework);
      if (!older) return [];
      const whole = { intent: 'compare-editions', older: older.id, newer: framework.id } as const;
      const asked = [whole, { ...whole, page: 5 }, { ...whole, role: longestRole(framework).id }];
      return asked.flatMap((question) => answerCompareEditions(context, question) ?? []);
    }),
};

/** So many words stand on either side of what changed. */
const about = 6;

/** Changes on one card: a role's all at once, a whole document's in pages. */
const PAGE = { role: 20, whole: 8 };

/** What changed between two editions, a page at a time. Undefined when either of them is not there. */
function answerCompareEditions({ library }: Context, question: EditionsQuestion): CompareEditionsAnswer | undefined {
  const [a, b] = [library.framework(question.older), library.framework(question.newer)];
  if (!a || !b || a === b) return undefined;
  const [older, newer] = newerEdition(library, b) === a ? [b, a] : [a, b];
  const role = roleOf(newer, question.role) ?? roleOf(older, question.role);
  const changes = findEditionChanges(older, newer, { role: role?.id, theme: question.theme });
  const size = role ? PAGE.role : PAGE.whole;
  const pages = Math.max(1, Math.ceil(changes.length / size));
  const page = Math.min(question.page ?? 0, pages - 1);
  const next = leadOn(
    page + 1 < pages && { ...question, older: older.id, newer: newer.id, page: page + 1 },
    page > 0 && { ...question, older: older.id, newer: newer.id, page: page - 1 },
    role && roleOf(newer, role.id) && askRole(newer, role),
    role ? { intent: 'compare-editions', older: older.id, newer: newer.id } : askCommon(newer),
    !role && { intent: 'about', framework: newer.id },
  );
  return {
    kind: 'compare-editions',
    older,
    newer,
    role,
    changes: changes.slice(page * size, (page + 1) * size),
    counts: count(changes),
    page,
    pages,
    next,
  };
}

function count(changes: readonly EditionChange[]): Record<EditionChange['kind'], number> {
  const counts = { new: 0, gone: 0, reworded: 0, touched: 0, unchanged: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** What changed between two editions, a page of it; words put in are bold and underlined, words taken out struck through. */
function compareEditionsCard(answer: CompareEditionsAnswer, desk: Desk): Draft {
  const { older, newer, role, changes, counts, page, pages, next } = answer;
  const { t } = desk;
  const years = [older, newer].map(({ edition, name }) => `${edition ?? name}`) as [string, string];
  const reworded = changes.some(({ kind }) => kind === 'reworded' || kind === 'touched');
  const kinds = ['new', 'gone', 'reworded', 'touched', 'unchanged'] as const;
  return {
    summary: t.editionsSummary(...years),
    head: { title: t.editionsTitle(...years), under: [role?.label ?? t.editionsWhole, newer.titled ? newer.title : newer.name] },
    body: [
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

function changesOf(kind: EditionChange['kind'], answer: CompareEditionsAnswer, desk: Desk): Element[] {
  const changes = answer.changes.filter((change) => change.kind === kind);
  if (changes.length === 0) return [];
  const entries = changes.map((change) => changeItems(change, answer, desk));
  // Commas and endings are no news.
  if (kind === 'unchanged' || kind === 'touched')
    return foldUnderHeading(
      { id: kind, label: desk.t.change[kind], show: desk.t.showStatements(changes.length) },
      [adopted(entries.flat())],
      desk.t,
    );
  return [heading(desk.t.change[kind], { spacing: 'Large' }), ...foldLong(kind, entries, desk)];
}

function changeItems(change: EditionChange, answer: CompareEditionsAnswer, desk: Desk): Element[] {
  const label = () => placeOf(change.statement, answer);
  if (!('changes' in change)) return statementItems(change.statement, desk, label);
  const { older, newer } = answer;
  const side = (name: string, kind: 'in' | 'out') =>
    paragraph([run(`${name}: `, { size: 'Small', isSubtle: true }), ...toRuns(excerptOf(change.changes, about), kind)], {
      spacing: 'Small',
    });
  return [
    plainText(label(), { weight: 'Bolder', size: 'Small' }, { spacing: 'Medium' }),
    side(`${newer.edition ?? newer.name}`, 'in'),
    side(`${older.edition ?? older.name}`, 'out'),
  ];
}

/** One side: the new wording with what came in, or the old one with what went out. */
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
function placeOf(statement: Statement, { older, newer, role }: CompareEditionsAnswer): string {
  const framework = statement.framework === newer.id ? newer : older;
  const whose = statement.role === COMMON ? framework.common.heading : roleOf(framework, statement.role)?.label;
  const theme = framework.themes.find(({ id }) => id === statement.theme)?.label.text;
  return [role && theme ? undefined : whose, theme].filter(Boolean).join(' · ');
}

function wordingsOf(changes: readonly EditionChange[]): Statement[] {
  return changes.flatMap((change) => ('changes' in change ? [change.statement, change.before] : [change.statement]));
}

function title({ page, role, older, newer }: EditionsQuestion, here: Here, { library, t }: Voice): string {
  if (here.page !== undefined && page !== undefined) return page > here.page ? t.button.nextPage : t.button.previousPage;
  if (here.page !== undefined && here.role && !role) return t.button.changesWhole;
  const years = [older, newer].map((id) => library.framework(id)).map((framework) => `${framework?.edition ?? framework?.name ?? ''}`);
  return t.button.changes(years[0] ?? '', years[1] ?? '');
}
