/**
 * The roles and themes that are met on the way through a document, each once, however it is spelt.
 */
import type { Level } from '../content/framework.js';
import { SAME_WORDS } from './classify.js';
import type { Doubt, Placed } from './place.js';
import { levelOf, likeness, plainLabel, roleLabel, singular } from './words.js';

/** A role as it was met. */
export type MetRole = {
  readonly label: string;
  readonly group: string | undefined;
  readonly level: Level;
  readonly isLevelSure: boolean;
  /** How many times it is named as a heading. */
  readonly times: number;
};

/** Headings that stand under a theme. */
export type MetTheme = { readonly label: string; readonly subthemes: readonly string[] };

/** What was met so far; labels are those of the first time. */
export type Roles = {
  add(name: string): string;
  openGroup(label: string): void;
  theme(label: string, key: string): string;
  themeByKey(key: string): string | undefined;
  /** Parts a theme: from its subtheme at `from` on, so many stand under a new theme behind it. */
  partTheme(theme: string, label: string, from: number): void;
  subtheme(theme: string, label: string, key: string): string;
  levelOf(label: string): Level;
  /** The placed pieces, with the doubts that only the whole document shows. */
  finish(placed: readonly Placed[]): Placed[];
  list(): readonly MetRole[];
  themes(): readonly MetTheme[];
};

/** What a document names so far: nothing. */
export function createRoles(titles: ReadonlyMap<string, Level>): Roles {
  const met = new Map<string, { label: string; group: string | undefined; level: Level; isLevelSure: boolean; times: number }>();
  const themes = new Map<string, { label: string; subthemes: Map<string, string> }>();
  let group: { label: string; isUsed: boolean } | undefined;
  const add = (name: string) => {
    const label = capital(roleLabel(name).replace(/[.,]$/, ''));
    const { level, isSure } = levelOf(label, titles);
    const key = singular(label);
    const known = [...met].find(([other, each]) => other === key || (each.level === level && likeness(other, key) >= SAME_WORDS))?.[1];
    if (known) {
      known.times++;
      return known.label;
    }
    met.set(key, { label, group: group?.isUsed === false ? group.label : undefined, level, isLevelSure: isSure, times: 1 });
    if (group) group.isUsed = true;
    return label;
  };
  const byLabel = (label: string) => [...met.values()].find((each) => each.label === label);
  const theme = (label: string, key: string) => {
    const known = themes.get(key);
    if (known) return known.label;
    themes.set(key, { label: isShouted(label) ? calm(label) : label, subthemes: new Map() });
    return themes.get(key)?.label ?? label;
  };
  return {
    add,
    openGroup: (label) => {
      group = { label, isUsed: false };
    },
    theme,
    themeByKey: (key) => themes.get(key)?.label,
    partTheme: (of, label, from) => {
      const entries = [...themes];
      const at = entries.findIndex(([, each]) => each.label === of);
      const subthemes = [...(entries[at]?.[1].subthemes ?? [])];
      const old = entries[at]?.[1];
      if (!old) return;
      old.subthemes = new Map(subthemes.slice(0, from));
      themes.clear();
      entries.splice(at + 1, 0, [label.toLowerCase(), { label, subthemes: new Map(subthemes.slice(from)) }]);
      for (const [key, each] of entries) themes.set(key, each);
    },
    subtheme: (of, label, key) => {
      const over = [...themes.values()].find((each) => each.label === of);
      const known = over?.subthemes.get(key);
      if (known === undefined) over?.subthemes.set(key, plainLabel(label));
      return known ?? plainLabel(label);
    },
    levelOf: (label) => byLabel(label)?.level ?? levelOf(label, titles).level,
    finish: (placed) => placed.map((each) => withRoleDoubts(each, met)),
    list: () => [...met.values()],
    themes: () => [...themes.values()].map(({ label, subthemes }) => ({ label, subthemes: [...subthemes.values()] })),
  };
}

function withRoleDoubts(placed: Placed, met: ReadonlyMap<string, { label: string; isLevelSure: boolean; times: number }>): Placed {
  if (placed.put.as !== 'role') return placed;
  const { label } = placed.put;
  const role = [...met.values()].find((each) => each.label === label);
  const doubts: Doubt[] = role && !role.isLevelSure ? ['role-guessed'] : [];
  return doubts.length > 0 ? { ...placed, doubts: [...placed.doubts, ...doubts] } : placed;
}

function capital(label: string): string {
  const calmed = isShouted(label) ? calm(label) : label;
  return calmed.charAt(0).toUpperCase() + calmed.slice(1);
}

function isShouted(label: string): boolean {
  return /\p{Lu}{2}/u.test(label) && !/\p{Ll}/u.test(label) && label.length > 3;
}

function calm(label: string): string {
  return label.charAt(0) + label.slice(1).toLowerCase();
}
