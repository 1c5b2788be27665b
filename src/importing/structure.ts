/**
 * Pieces to structure: each piece of a document is put once, as a statement of somebody, a heading, or something listed as left out.
 */
import type { Level } from '../content/framework.js';
import { type Classed, classify, labelKey } from './classify.js';
import { placeColumns } from './column-pages.js';
import { type Facts, factsOf } from './facts.js';
import { withGuessedCommon, withMissingThemes, withShortVersions } from './guesses.js';
import { type Doubt, type Placed, part, statement } from './place.js';
import { createRoles, type Roles } from './roles.js';
import type { State } from './state.js';
import { type CellPlace, readTable, rolesIn } from './tables.js';
import { bare, type Unit } from './unit.js';
import { isCommon, plainLabel } from './words.js';

/** Titles in small letters that people use, with their rung. */
export type Titles = ReadonlyMap<string, Level>;

/** What was read of a document: each piece and where it was put, in the document's order, and its roles. */
export type Structure = {
  readonly placed: readonly Placed[];
  readonly roles: Roles;
  readonly isOcr: boolean;
  readonly isThemeFirst: boolean;
};

/** Text of this length has an æ, ø or å, unless the machine that read it knew none. */
const OCR_LENGTH = 400;
/** More bold words than this, before others, are stress and no heading. */
const LONGEST_RUN_IN = 9;

/** Puts every piece of a document; never loses one. */
export function readStructure(units: readonly Unit[], titles: Titles): Structure {
  const known = new Set(titles.keys());
  const split = units.flatMap((unit) => splitRunIn(unit));
  const classed = classify(split, known);
  const facts = factsOf(classed);
  const roles = createRoles(titles);
  const placed = walk(classed, facts, roles, known);
  const whole = withMissingThemes(withShortVersions(withGuessedCommon(placed)), roles);
  return { placed: roles.finish(whole), roles, isOcr: isMachineRead(units), isThemeFirst: facts.isThemeFirst };
}

function isMachineRead(units: readonly Unit[]): boolean {
  const text = units.map((unit) => unit.text).join(' ');
  const letters = text.match(/[æøå]/giu)?.length ?? 0;
  return text.length > OCR_LENGTH && letters * 400 < text.length && /\b(?:og|for|at)\b/u.test(text);
}

/** A role in bold before its own words is a heading of them; where the words go on with it, it stays with them too. */
function splitRunIn(unit: Unit): Unit[] {
  const { runIn, ...rest } = unit;
  if (!runIn || !unit.text.startsWith(runIn)) return [unit];
  const name = runIn.replace(/[\s.:–-]+$/u, '');
  const words = unit.text.slice(runIn.length).replace(/^[\s.:–-]+/u, '');
  const { size: _, ...bare } = rest;
  const isHeading = /^\p{Lu}/u.test(words) || /[.:–-]\s*$/u.test(runIn);
  if (!isHeading || words === '' || countWords(name) > LONGEST_RUN_IN || name.length < 3) return [unit];
  const head: Unit = { text: name, page: unit.page, bold: true, ...(unit.cell && { cell: unit.cell }) };
  return [head, { ...bare, text: words }];
}

function countWords(text: string): number {
  return text.split(/\s+/u).length;
}

function walk(classed: readonly Classed[], facts: Facts, roles: Roles, titles: ReadonlySet<string>): Placed[] {
  const placed: Placed[] = [];
  const state: State = {
    role: undefined,
    theme: undefined,
    subtheme: undefined,
    isFresh: true,
    isEither: false,
    isOver: false,
    hasCommon: false,
  };
  let page = 0;
  for (let at = 0; at < classed.length; at++) {
    const each = classed[at] as Classed;
    const { unit } = each;
    if (unit.page !== page) {
      page = unit.page;
      const own = facts.pageRoleOf(page);
      if (own) begin(state, roles.add(own.unit.text));
    }
    if (unit.cell) {
      const end = classed.findIndex((other, i) => i > at && other.unit.cell?.table !== unit.cell?.table);
      const cells = classed.slice(at, end < 0 ? classed.length : end).map((other) => other.unit);
      placed.push(...placeTable(cells, state, roles, titles, facts.isOneTable));
      at += cells.length - 1;
    } else if (each.kind === 'columns') {
      const end = classed.findIndex(
        (other, i) => i > at && (other.unit.page !== page || (other.kind === 'columns' && (other.heads?.length ?? 0) > 0)),
      );
      const block = classed.slice(at, end < 0 ? classed.length : end);
      placed.push(...placeColumns(block, state, roles, placed));
      at += block.length - 1;
    } else placed.push(placeOne(classed, at, state, facts, roles));
  }
  return placed;
}

function begin(state: State, role: string | null | undefined): void {
  Object.assign(state, { role, theme: undefined, subtheme: undefined, isFresh: true, isEither: false, isOver: false });
}

function placeOne(classed: readonly Classed[], at: number, state: State, facts: Facts, roles: Roles): Placed {
  const { unit, kind } = classed[at] as Classed;
  const next = classed.slice(at + 1).find((other) => other.kind !== 'noise');
  if (kind === 'noise') return part(unit, 'out', unit.noise);
  if (kind === 'common') return placeCommonHeading(unit, next, state, facts);
  if (kind === 'role' && facts.hasPageRoles && facts.pageRoleOf(unit.page)?.unit !== unit)
    return placeHeading(classed, at, state, facts, roles);
  if (kind === 'role') return placeRole(unit, next, state, facts, roles);
  const both = facts.bothOf((classed[at] as Classed).key);
  if (both && state.role !== undefined) {
    Object.assign(state, { theme: undefined, subtheme: undefined, isEither: true });
    return part(unit, 'theme', unit.text, ['both-headings']);
  }
  if (kind === 'strong' || (kind === 'weak' && isHeadingHere(classed, at, state, facts)))
    return placeHeading(classed, at, state, facts, roles);
  const { about } = classed[at] as Classed;
  if (about === undefined) return placeBody(unit, next, state, facts);
  const { theme } = state;
  begin(state, roles.add(about));
  if (facts.isThemeFirst) state.theme = theme;
  return statement(unit, targetOf(state), ['no-heading', ...doubtsOf(state)]);
}

function isHeadingHere(classed: readonly Classed[], at: number, state: State, facts: Facts): boolean {
  const next = classed.slice(at + 1).find((other) => other.kind !== 'noise');
  if (state.role === undefined) return next !== undefined && next.unit.page === classed[at]?.unit.page;
  return !facts.hasStrong && (next?.kind === 'body' || next?.kind === 'role');
}

function placeCommonHeading(unit: Unit, next: Classed | undefined, state: State, facts: Facts): Placed {
  if (!next || next.kind === 'role') return part(unit, 'out', 'nothing-under');
  const theme = facts.isThemeFirst ? state.theme : undefined;
  begin(state, null);
  state.theme = theme;
  return part(unit, 'common-heading', plainLabel(unit.text));
}

function placeRole(unit: Unit, next: Classed | undefined, state: State, facts: Facts, roles: Roles): Placed {
  if (facts.pageRoleOf(unit.page)?.unit === unit) return part(unit, 'role', roles.add(unit.text));
  if (!next || next.kind === 'common') return part(unit, 'out', 'nothing-under');
  if (next.kind === 'role' && !facts.isThemeFirst) {
    roles.openGroup(plainLabel(unit.text));
    return part(unit, 'group', plainLabel(unit.text));
  }
  const { theme } = state;
  const label = roles.add(unit.text);
  begin(state, label);
  if (facts.isThemeFirst || (theme !== undefined && unit.heading !== undefined && unit.heading > 1 && facts.isThemeFirst))
    state.theme = theme;
  return part(unit, 'role', label);
}

function placeHeading(classed: readonly Classed[], at: number, state: State, facts: Facts, roles: Roles): Placed {
  const { unit, key, kind } = classed[at] as Classed;
  const label = plainLabel(unit.text);
  const doubts: Doubt[] = kind === 'weak' ? ['weak-heading'] : [];
  const next = classed.slice(at + 1).find((other) => other.kind !== 'noise');
  if (isThemeAbove(classed, at, facts)) {
    begin(state, undefined);
    state.theme = roles.theme(label, key);
    return part(unit, 'theme', state.theme, doubts);
  }
  if (state.role === undefined || state.isOver) return part(unit, 'preface-heading', label, doubts);
  if (!next || next.kind === 'common') return part(unit, 'out', 'nothing-under');
  if (next.kind === 'role') {
    if (!facts.isThemeFirst) roles.openGroup(label);
    return part(unit, facts.isThemeFirst ? 'out' : 'group', label);
  }
  if (endsRole(unit, key, facts)) {
    begin(state, undefined);
    return part(unit, 'preface-heading', label, doubts);
  }
  return placeUnderRole(unit, key, label, doubts, state, facts, roles);
}

/** Over roles, in a document that says for each theme what the roles do; or right over a table or columns of roles. */
function isThemeAbove(classed: readonly Classed[], at: number, facts: Facts): boolean {
  const { unit, key } = classed[at] as Classed;
  const rest = classed.slice(at + 1).filter(({ kind }) => kind !== 'noise');
  const until = rest.findIndex(({ kind, unit: other, about }) => kind !== 'body' || other.cell !== undefined || about !== undefined);
  const found = rest[until];
  if (!found) return false;
  const between = rest.slice(0, until);
  const isNear = between.length <= 2 && between.every((other) => !other.unit.item);
  if (found.kind === 'columns') return isNear && found.unit.page === unit.page;
  if (found.unit.cell) {
    const table = rest.filter((other) => other.unit.cell?.table === found.unit.cell?.table).map((other) => other.unit);
    const hasThemes = facts.isOneTable && readTable(table, NO_TITLES, true).some(({ as }) => as === 'theme');
    return isNear && rolesIn(table, NO_TITLES) && !hasThemes;
  }
  if (!facts.isThemeFirst || (found.kind !== 'role' && found.kind !== 'common' && found.about === undefined)) return false;
  if (unit.heading !== undefined && facts.roleLevel !== undefined && unit.heading !== facts.roleLevel)
    return unit.heading < facts.roleLevel;
  return isNear && facts.countOf(key) <= 1;
}

const NO_TITLES: ReadonlySet<string> = new Set();

/** A heading as high as the roles', or higher, that comes once is a chapter of its own. */
function endsRole(unit: Unit, key: string, facts: Facts): boolean {
  return unit.heading !== undefined && facts.roleLevel !== undefined && unit.heading <= facts.roleLevel && facts.countOf(key) <= 1;
}

function placeUnderRole(unit: Unit, key: string, label: string, doubts: Doubt[], state: State, facts: Facts, roles: Roles): Placed {
  const depth = facts.isThemeFirst ? 0 : facts.depthOf(key);
  state.isFresh = true;
  if (depth >= 2) {
    Object.assign(state, { theme: undefined, subtheme: undefined });
    return part(unit, 'group', label, doubts);
  }
  const usual = facts.usualThemeOf(key);
  const isSub = facts.isThemeFirst ? state.theme !== undefined : depth === 0 && usual !== undefined;
  if (!isSub) {
    Object.assign(state, { theme: roles.theme(label, key), subtheme: undefined, isEither: false });
    return part(unit, 'theme', state.theme, doubts);
  }
  const known = usual === undefined ? undefined : roles.themeByKey(usual);
  if (known !== undefined && known !== state.theme) {
    state.theme = known;
    state.isEither = true;
  } else if (state.theme !== undefined && !state.isEither) state.isEither = false;
  state.subtheme = roles.subtheme(state.theme ?? label, label, key);
  return part(unit, 'subtheme', state.subtheme, [...doubts, ...(state.isEither ? (['both-headings'] as const) : [])]);
}

function placeBody(unit: Unit, next: Classed | undefined, state: State, facts: Facts): Placed {
  if (state.role === undefined) return state.theme ? part(unit, 'definition', state.theme) : part(unit, 'preface');
  const isLead = /:$/.test(unit.text);
  if (state.role === null) return placeCommon(unit, isLead, state, facts);
  if (next?.kind === 'columns' && unit.text.split(/\s+/u).length <= 3) return part(unit, 'out', 'table-head');
  if (isLead && next?.unit.item) return part(unit, 'lead', undefined, ['intro']);
  if (facts.isListed && !unit.item) return part(unit, 'out', 'between-lists', ['intro']);
  state.isFresh = false;
  return statement(unit, targetOf(state), doubtsOf(state));
}

/** Under "fælles": a paragraph before the list leads it in, and one after it ends it. */
function placeCommon(unit: Unit, isLead: boolean, state: State, facts: Facts): Placed {
  if (state.isOver) return part(unit, 'preface');
  if (isLead && state.isFresh) return part(unit, 'lead');
  const isExpectation = unit.item || (!state.isFresh && state.hasCommon ? /^\p{Ll}/u.test(unit.text) : !facts.isListed);
  if (!isExpectation) {
    if (!state.isFresh) state.isOver = true;
    return part(unit, state.isFresh ? 'lead' : 'preface', undefined, state.isFresh ? [] : ['intro']);
  }
  if (/^\p{Ll}/u.test(unit.text)) state.hasCommon = true;
  state.isFresh = false;
  return statement(unit, targetOf(state), doubtsOf(state));
}

function targetOf({ role, theme, subtheme }: State) {
  return { role: role ?? undefined, ...(theme && { theme }), ...(subtheme && { subtheme }) };
}

function doubtsOf({ role, theme, isEither }: State): Doubt[] {
  return [...(role !== null && !theme ? (['no-theme'] as const) : []), ...(isEither ? (['both-headings'] as const) : [])];
}

function placeTable(cells: readonly Unit[], state: State, roles: Roles, titles: ReadonlySet<string>, isAlone: boolean): Placed[] {
  const places = readTable(cells, titles, isAlone && state.theme === undefined);
  const { theme } = state;
  const hasRoles = places.some(({ as }) => as === 'role');
  const placed = cells.map((unit, at) => placeCell(unit, places[at] as CellPlace, hasRoles ? theme : state.theme, state, roles));
  if (hasRoles) begin(state, undefined);
  return placed;
}

function placeCell(unit: Unit, place: CellPlace, inherited: string | undefined, state: State, roles: Roles): Placed {
  const over = place.theme !== undefined ? roles.theme(plainLabel(place.theme), labelKey(place.theme)) : inherited;
  const [theme, subtheme] =
    place.subtheme === undefined
      ? [over, undefined]
      : over === undefined
        ? [roles.theme(plainLabel(place.subtheme), labelKey(place.subtheme)), undefined]
        : [over, roles.subtheme(over, plainLabel(place.subtheme), labelKey(place.subtheme))];
  if (place.as === 'head') return part(unit, 'out', 'table-head');
  if (place.as === 'definition') return part(unit, 'definition', theme);
  if (place.as === 'theme') return part(unit, 'theme', theme);
  if (place.as === 'subtheme') return part(unit, subtheme ? 'subtheme' : 'theme', subtheme ?? theme);
  if (place.as === 'role')
    return isCommon(unit.text) ? part(unit, 'common-heading', plainLabel(unit.text)) : placeCellRole(unit, place.role ?? unit.text, roles);
  if (place.as === 'loose') {
    if (state.role === undefined) return part(unit, 'preface', undefined, ['unplaced']);
    return statement(unit, { ...targetOf(state), ...(theme && { theme }) }, theme ? [] : ['no-theme']);
  }
  const role = isCommon(place.role ?? '') ? undefined : roles.add(place.role ?? '');
  return statement(unit, { role, ...(theme && { theme }), ...(subtheme && { subtheme }) }, role && !theme ? ['no-theme'] : []);
}

/** A cell may say more of its role in a paragraph of its own. */
function placeCellRole(unit: Unit, name: string, roles: Roles): Placed {
  const label = roles.add(name);
  return bare(name).includes(bare(unit.text)) ? part(unit, 'role', label) : part(unit, 'out', 'beside-role', ['intro']);
}
