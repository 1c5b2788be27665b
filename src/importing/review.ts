/**
 * What a person looks through: every sentence of a document beside where it stands in the file now, the doubtful first.
 */
import { COMMON, type FrameworkFile } from '../content/framework.js';
import { type Doubt, doubts as gravest, type Placed } from './place.js';
import type { Words } from './strings/da.js';
import type { Structure } from './structure.js';
import { bare } from './unit.js';

/** One sentence of the document, or a piece of it that is no sentence. */
export type Row = {
  readonly page: number;
  readonly text: string;
  /** Where it is, in words. */
  readonly where: string;
  readonly doubts: readonly Doubt[];
  readonly isOut: boolean;
};

/** The review of a document, with what in the file is not the document's. */
export type Review = {
  readonly rows: readonly Row[];
  /** The rows to look at, the gravest reason first. */
  readonly doubtful: readonly Row[];
  readonly foreign: readonly string[];
};

/** The parts of a framework file that the review reads, as far as they are there. */
export type Written = Pick<FrameworkFile, 'common' | 'roles' | 'themes' | 'statements'>;

type There = { readonly role: string; readonly theme: string | undefined; readonly subtheme: string | undefined };

/** Reviews a document beside its file as it stands after hands were on it; `written` is undefined where that cannot be read. */
export function reviewOf({ placed, isOcr }: Structure, written: Written | undefined, words: Words): Review {
  const there = written && statementsIn(written);
  const rows = placed.flatMap((each) => rowsOf(each, there, isOcr, words));
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0).sort((a, b) => rank(a) - rank(b));
  return { rows, doubtful, foreign: written ? foreignIn(written, placed) : [] };
}

function rank({ doubts }: Row): number {
  return Math.min(...doubts.map((doubt) => gravest.indexOf(doubt)));
}

/** A piece's sentences, each in a row of its own. */
function rowsOf(each: Placed, there: Map<string, There[]> | undefined, isOcr: boolean, words: Words): Row[] {
  const { unit } = each;
  const joined: Doubt[] = each.put.as === 'statement' ? [...(isOcr ? (['ocr'] as const) : []), ...(unit.joined ? [unit.joined] : [])] : [];
  const doubts = [...each.doubts, ...joined];
  const isOut = each.put.as === 'out' || each.put.as === 'repeat' || each.put.as === 'group';
  const where = whereIs(each, there?.get(bare(unit.text)), there !== undefined, words);
  return sentencesOf(unit.text).map((text) => ({ page: unit.page, text, where, doubts, isOut }));
}

/** Sentences as they stand; nothing of the text is lost. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=\p{Lu})|\n/u).filter((sentence) => sentence !== '');
}

function whereIs({ put, unit }: Placed, found: There[] | undefined, isRead: boolean, words: Words): string {
  const { page } = words;
  if (put.as !== 'statement') {
    if (found?.[0]) return `${say(found[0], words)} (${page.moved})`;
    const label = put.label ?? put.of;
    if (put.as === 'out') return `${words.parts.out}: ${words.reasons[put.label ?? ''] ?? put.label ?? ''}`;
    return label && bare(label) !== bare(unit.text) ? `${words.parts[put.as]}: ${label}` : words.parts[put.as];
  }
  const { role, theme, subtheme } = put.target;
  const proposed: There = { role: role ?? page.everybody, theme, subtheme };
  if (!isRead) return say(proposed, words);
  if (!found || found.length === 0) return page.gone;
  const same = found.find((each) => say(each, words) === say(proposed, words));
  return same ? say(same, words) : `${found.map((each) => say(each, words)).join(' / ')} (${page.moved})`;
}

function say({ role, theme, subtheme }: There, { page }: Words): string {
  return [
    role === COMMON ? page.everybody : role,
    theme ?? (role === COMMON || role === page.everybody ? undefined : page.noTheme),
    subtheme,
  ]
    .filter((each) => each !== undefined)
    .join(' › ');
}

/** Where each statement of a file stands, by its words. */
function statementsIn(written: Written): Map<string, There[]> {
  const found = new Map<string, There[]>();
  const add = (words: string, place: There) => found.set(bare(words), [...(found.get(bare(words)) ?? []), place]);
  const themeOf = (id: string | undefined) => written.themes.find((theme) => theme.id === id);
  for (const each of written.common.statements)
    add(each.original ?? each.text, { role: COMMON, theme: themeOf(each.theme)?.label.text, subtheme: undefined });
  for (const { role, theme, items } of written.statements)
    for (const item of items)
      add(item.original ?? item.text, {
        role: written.roles.find(({ id }) => id === role)?.label ?? role,
        theme: themeOf(theme)?.label.text,
        subtheme: themeOf(theme)?.subthemes.find(({ id }) => id === item.subtheme)?.label.text,
      });
  return found;
}

/** Statements of a file whose words do not stand in the document, in that order. */
export function foreignIn(written: Written, placed: readonly Placed[]): string[] {
  const source = bare(placed.map(({ unit }) => unit.text).join(' '));
  const all = [...written.common.statements, ...written.statements.flatMap(({ items }) => items)];
  return all.map((each) => each.original ?? each.text).filter((text) => !source.includes(bare(text)));
}
