/**
 * How well a document was read, beside the framework that editors made of it: which of their statements stand under the right role
 * and heading, and whether those that do not are on the list of doubts.
 */
import { COMMON, type FrameworkFile } from '../content/framework.js';
import type { Doubt, Placed, Target } from './place.js';
import type { Structure } from './structure.js';
import { bare } from './unit.js';
import { likeness, singular } from './words.js';

/** What came of one document. */
export type Measured = {
  readonly id: string;
  readonly statements: number;
  readonly right: number;
  /** Wrong statements, with what was found of them. */
  readonly wrong: readonly {
    readonly text: string;
    readonly role: string;
    readonly found: Target | undefined;
    readonly doubts: readonly Doubt[];
  }[];
};

/** The same statement, read well or by a machine that knew no æ, ø and å. */
const SAME = 0.93;
const SAME_BY_MACHINE = 0.78;
/** The same label. */
const LABEL = 0.72;

type Wanted = {
  readonly text: string;
  readonly role: string | undefined;
  readonly theme: string | undefined;
  readonly subtheme: string | undefined;
};

/** Compares what was read with a framework as it stands. */
export function measure({ placed, isOcr }: Structure, framework: FrameworkFile): Measured {
  const statements = placed.filter(({ put }) => put.as === 'statement');
  const same = isOcr ? SAME_BY_MACHINE : SAME;
  const wrong = wantedOf(framework).flatMap((wanted) => {
    const like = statements.filter(({ unit }) => isSame(unit.text, wanted.text, same));
    if (like.some(({ put }) => put.as === 'statement' && isThere(put.target, wanted, framework))) return [];
    const nearest = like[0] ?? nearestOf(placed, wanted.text);
    return [
      {
        text: wanted.text,
        role: wanted.role ?? COMMON,
        found: nearest?.put.as === 'statement' ? nearest.put.target : undefined,
        doubts: nearest?.doubts ?? [],
      },
    ];
  });
  const count = wantedOf(framework).length;
  return { id: framework.id, statements: count, right: count - wrong.length, wrong };
}

function wantedOf(framework: FrameworkFile): Wanted[] {
  const themes = new Map(framework.themes.map((theme) => [theme.id, theme]));
  const labelOf = (id: string | undefined) => (id ? (themes.get(id)?.label.original ?? themes.get(id)?.label.text) : undefined);
  const subOf = (theme: string, id: string | undefined) => {
    const label = themes.get(theme)?.subthemes.find((each) => each.id === id)?.label;
    return label?.original ?? label?.text;
  };
  return [
    ...framework.common.statements.map((each) => ({
      text: each.original ?? each.text,
      role: undefined,
      theme: labelOf(each.theme),
      subtheme: undefined,
    })),
    ...framework.statements.flatMap(({ role, theme, items }) =>
      items.map((each) => ({ text: each.original ?? each.text, role, theme: labelOf(theme), subtheme: subOf(theme, each.subtheme) })),
    ),
  ];
}

function isSame(one: string, other: string, least: number): boolean {
  return bare(one) === bare(other) || likeness(one, other) >= least;
}

function isThere(target: Target, wanted: Wanted, framework: FrameworkFile): boolean {
  const isTheme =
    wanted.theme === undefined ? wanted.role === undefined : target.theme !== undefined && likeness(target.theme, wanted.theme) >= LABEL;
  const isSub = wanted.subtheme === undefined ? target.subtheme === undefined : likeness(target.subtheme ?? '', wanted.subtheme) >= LABEL;
  return isTheme && isSub && roleIdOf(target.role, framework) === wanted.role;
}

function roleIdOf(label: string | undefined, framework: FrameworkFile): string | undefined {
  if (label === undefined) return undefined;
  const scored = framework.roles.map((role) => ({
    id: role.id,
    score: Math.max(...[role.label, role.adopted ?? role.label, role.name.da].map((name) => likeness(singular(name), singular(label)))),
  }));
  return scored.sort((a, b) => b.score - a.score)[0]?.id;
}

function nearestOf(placed: readonly Placed[], text: string): Placed | undefined {
  const scored = placed.map((each) => ({ each, score: likeness(each.unit.text, text) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.each;
}
