/**
 * The draft of a framework: what was read, in the shape of `content/frameworks/<id>.yaml`, with the doubts to write beside it.
 */
import type { FrameworkFile } from '../content/framework.js';
import type { Doubt, Placed, Target } from './place.js';
import type { MetRole } from './roles.js';
import type { Structure } from './structure.js';
import { englishOf, idOf, singular } from './words.js';

/** What a person says of the document when it is imported. */
export type Given = { readonly id: string; readonly name?: string };

type Item = { id: string; subtheme?: string; theme?: string; text: string; short?: string };
type Draft = Omit<
  FrameworkFile,
  'preface' | 'themes' | 'common' | 'statements' | 'groups' | 'terms' | 'supersedes' | 'contact' | 'roles' | 'aliases' | 'source'
> & {
  source: { file: string; ocr?: true };
  aliases: string[];
  preface: { heading: string | null; paragraphs: string[] }[];
  themes: { id: string; label: string; en: string; definition?: string; aliases: string[]; subthemes?: { id: string; label: string }[] }[];
  common: { heading: string; lead?: string; statements: Item[] };
  roles: {
    id: string;
    label: string;
    group?: string;
    level: FrameworkFile['roles'][number]['level'];
    name: { da: string; en: string };
    aliases: string[];
  }[];
  statements: { role: string; theme: string; items: Item[] }[];
};

/** A remark beside a value of the draft: a doubt, or what is to be filled in. */
export type Remark = {
  readonly path: readonly (string | number)[];
  readonly doubts: readonly (Doubt | 'title' | 'organisation' | 'edition' | 'english' | 'machine' | 'no-common')[];
};

/** A draft as data, not checked, with its remarks. */
export type Drafted = { readonly draft: Draft; readonly remarks: readonly Remark[] };

/** Words in the id of a statement; more do not help to read it. */
const ID_WORDS = 4;
const THEME_WORDS = 3;
/** Pieces that a title is looked for among, and letters that it has at most. */
const FRONT = 6;
const LONGEST_TITLE = 120;
/** Chapters that every document may begin with: none of them is its title. */
const CHAPTER = /^(?:forord|indledning|indhold(?:sfortegnelse)?|introduktion|velkommen)$/iu;
/** What statements stand under that no heading of the document is over. */
export const MADE_THEME = 'Forventninger';

/** Makes the draft. Every word of a statement is the document's. */
export function draftOf(structure: Structure, given: Given): Drafted {
  const { placed, roles, isOcr, isThemeFirst } = structure;
  const remarks: Remark[] = [];
  const ids = createIds();
  const themes = usedThemes(placed, roles.themes()).map(
    (theme): DraftTheme => ({
      ...theme,
      id: ids.fresh(idOf(theme.label, THEME_WORDS)),
      subs: theme.subthemes.map((label) => ({ id: idOf(label, ID_WORDS), label })),
    }),
  );
  const addressed = roles.list().filter(({ label }) => placed.some(({ put }) => put.as === 'statement' && put.target.role === label));
  const roleIds = new Map(addressed.map(({ label }) => [label, ids.fresh(idOf(singular(label), 5))]));
  const themeOf = (target: Target) => themes.find(({ label }) => label === (target.theme ?? MADE_THEME));
  const toItem = (each: Placed, prefix: string, target: Target): Item => {
    const sub = themeOf(target)?.subs.find(({ label }) => label === target.subtheme);
    return { id: ids.fresh(`${prefix}-${idOf(each.unit.text, ID_WORDS)}`), ...(sub && { subtheme: sub.id }), text: each.unit.text };
  };
  const common = commonOf(placed, toItem, (target) => (target.theme ? themeOf(target)?.id : undefined), remarks);
  const blocks = blocksOf(
    placed,
    addressed.map(({ label }) => label),
    themes.map(({ label }) => label),
  );
  const statements = blocks.map((block, at) => {
    for (const [i, { doubts }] of block.placed.entries())
      if (doubts.length > 0) remarks.push({ path: ['statements', at, 'items', i], doubts });
    const role = roleIds.get(block.role) ?? '';
    const theme = themes.find(({ label }) => label === block.theme)?.id ?? '';
    return { role, theme, items: block.placed.map((each) => toItem(each, role, targetOf(each))) };
  });
  addressed.forEach(({ isLevelSure, times }, at) => {
    const doubts: Doubt[] = [
      ...(isLevelSure ? [] : (['role-guessed'] as const)),
      ...(times === 1 && isThemeFirst ? (['role-once'] as const) : []),
    ];
    if (doubts.length > 0) remarks.push({ path: ['roles', at], doubts });
  });
  const isSection =
    !isThemeFirst &&
    themes.every(({ subs }) => subs.length === 0) &&
    addressed.length > 1 &&
    blocks.length > addressed.length * (themes.length - 1);
  return {
    remarks: [...remarks, ...remarksOf(isOcr, themes)],
    draft: {
      ...headOf(placed, given, isOcr),
      themeKind: isSection ? 'section' : 'theme',
      themeNames: { da: ['tema', 'temaer'], en: ['theme', 'themes'] },
      preface: prefaceOf(placed),
      themes: themes.map((theme) => draftTheme(theme, placed)),
      common,
      roles: addressed.map((role) => draftRole(role, roleIds.get(role.label) ?? '')),
      statements,
    },
  };
}

type DraftTheme = { readonly id: string; readonly label: string; readonly subs: { id: string; label: string }[] };

function headOf(placed: readonly Placed[], { id, name }: Given, isOcr: boolean) {
  const title = titleOf(placed);
  const year = /(?:19|20)\d\d/.exec(id)?.[0] ?? /\b(?:19|20)\d\d\b/.exec(title ?? '')?.[0];
  const called = [name, title].filter((each): each is string => each !== undefined);
  return {
    id,
    title: title ?? name ?? id,
    name: name ?? title ?? id,
    titled: title !== undefined,
    organisation: { name: organisationOf(placed), unit: null },
    edition: year ? Number(year) : null,
    source: { file: `${id}.txt`, ...(isOcr && { ocr: true as const }) },
    aliases: [...new Set(called.map((each) => each.toLowerCase()))],
  };
}

function remarksOf(isOcr: boolean, themes: readonly DraftTheme[]): Remark[] {
  return [
    { path: ['title'], doubts: ['title'] },
    { path: ['organisation'], doubts: ['organisation'] },
    { path: ['edition'], doubts: ['edition'] },
    ...(isOcr ? [{ path: ['source'], doubts: ['machine'] } as const] : []),
    { path: ['themes'], doubts: themes.some(({ label }) => label === MADE_THEME) ? ['english', 'made-theme'] : ['english'] },
  ];
}

function draftTheme({ id, label, subs }: DraftTheme, placed: readonly Placed[]): Draft['themes'][number] {
  const definition = placed
    .filter(({ put }) => put.as === 'definition' && put.label === label)
    .map(({ unit }) => unit.text)
    .join(' ');
  return {
    id,
    label,
    en: label,
    ...(definition && { definition }),
    aliases: [label.toLowerCase()],
    ...(subs.length > 0 && { subthemes: subs }),
  };
}

function draftRole({ label, group, level }: MetRole, id: string): Draft['roles'][number] {
  const name = { da: singular(label).replace(/^fx /u, ''), en: englishOf(label) };
  return { id, label, ...(group && { group }), level, name, aliases: [...new Set([singular(label), label.toLowerCase()])] };
}

type Ids = { fresh(id: string): string };

function createIds(): Ids {
  const used = new Set<string>();
  return {
    fresh: (id) => {
      let [free, number] = [id, 2];
      while (used.has(free)) free = `${id}-${number++}`;
      used.add(free);
      return free;
    },
  };
}

function targetOf({ put }: Placed): Target {
  return put.as === 'statement' ? put.target : { role: undefined };
}

/** Themes with statements under them, in the document's order; with one of ours where statements stand under none. */
function usedThemes(placed: readonly Placed[], themes: ReturnType<Structure['roles']['themes']>) {
  const targets = placed.map(targetOf).filter(({ role, theme }) => role !== undefined || theme !== undefined);
  const used = themes.filter(({ label }) => targets.some(({ theme }) => theme === label));
  return targets.some(({ theme }) => theme === undefined) ? [...used, { label: MADE_THEME, subthemes: [] }] : used;
}

type Block = { readonly role: string; readonly theme: string; readonly placed: Placed[] };

function blocksOf(placed: readonly Placed[], roles: readonly string[], themes: readonly string[]): Block[] {
  const all = roles.flatMap((role) => themes.map((theme): Block => ({ role, theme, placed: [] })));
  for (const each of placed) {
    const target = targetOf(each);
    if (each.put.as === 'statement' && target.role !== undefined)
      all.find(({ role, theme }) => role === target.role && theme === (target.theme ?? MADE_THEME))?.placed.push(each);
  }
  return all.filter((block) => block.placed.length > 0);
}

function commonOf(
  placed: readonly Placed[],
  toItem: (each: Placed, prefix: string, target: Target) => Item,
  themeId: (target: Target) => string | undefined,
  remarks: Remark[],
): Draft['common'] {
  const all = placed.filter(({ put }) => put.as === 'statement' && put.target.role === undefined);
  const heading = placed.find(({ put }) => put.as === 'common-heading')?.unit.text;
  const lead = placed.find(({ put }) => put.as === 'lead')?.unit.text;
  if (all.length === 0) remarks.push({ path: ['common'], doubts: ['no-common'] });
  for (const [at, { doubts }] of all.entries()) if (doubts.length > 0) remarks.push({ path: ['common', 'statements', at], doubts });
  const statements = all.map((each) => {
    const { subtheme: _, ...item } = toItem(each, 'common', targetOf(each));
    const theme = themeId(targetOf(each));
    const short = placed.find(({ put }) => put.as === 'short' && put.of === each.unit.text)?.unit.text;
    return { ...item, ...(theme && { theme }), ...(short && short !== item.text && { short }) };
  });
  return { heading: heading ?? 'Fælles', ...(lead && { lead }), statements };
}

function titleOf(placed: readonly Placed[]): string | undefined {
  const first = placed
    .slice(0, FRONT)
    .find(
      ({ put, unit }) =>
        (put.as === 'preface-heading' || unit.heading === 1) && unit.text.length < LONGEST_TITLE && !CHAPTER.test(unit.text),
    );
  return first?.unit.text;
}

function organisationOf(placed: readonly Placed[]): string | null {
  const names = placed.flatMap(({ unit }) =>
    [...unit.text.matchAll(/(\p{Lu}[\p{L}-]+) Kommunes?\b/gu)].map(([, name]) => `${name} Kommune`),
  );
  const count = (name: string) => names.filter((other) => other === name).length;
  return [...names].sort((a, b) => count(b) - count(a))[0] ?? null;
}

function prefaceOf(placed: readonly Placed[]): Draft['preface'] {
  const parts: Draft['preface'] = [];
  let heading: string | null = null;
  let isNew = true;
  for (const { unit, put } of placed) {
    if (put.as === 'preface-heading') [heading, isNew] = [unit.text, true];
    if (put.as !== 'preface') continue;
    if (isNew) parts.push({ heading, paragraphs: [] });
    isNew = false;
    parts.at(-1)?.paragraphs.push(unit.text);
  }
  return parts;
}
