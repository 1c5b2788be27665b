/**
 * Where an answer leads on: the neighbouring questions worth a tap.
 */
import { type Framework, hasCommon, type Library, newerEdition, olderEdition, type Role, roleOf, type Theme } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Asking } from './kind.js';

/** At most this many questions lead on from an answer. */
const MOST = 4;

/** Keeps the first four different questions of a list in which some may be missing. */
export function leadOn(...questions: readonly (PlainQuestion | undefined | false)[]): PlainQuestion[] {
  const seen = new Set<string>();
  const kept = questions.filter((question): question is PlainQuestion => {
    if (!question || seen.has(JSON.stringify(question))) return false;
    seen.add(JSON.stringify(question));
    return true;
  });
  return kept.slice(0, MOST);
}

/** The question for all that is expected of a role. */
export function askRole(framework: Framework, role: Role): Asking<'expectations'> {
  return { intent: 'expectations', framework: framework.id, role: role.id };
}

/** The question for one theme of a role, in the words of the framework's kind. */
export function askPart(framework: Framework, role: Role, theme: Theme, subtheme?: string): Asking<'section' | 'competency'> {
  const intent = framework.themeKind === 'section' ? 'section' : 'competency';
  return { intent, framework: framework.id, role: role.id, theme: theme.id, ...(subtheme && { subtheme }) };
}

/** The question for what all share; undefined where the document has nothing of the kind. */
export function askCommon(framework: Framework): Asking<'common'> | undefined {
  return hasCommon(framework) ? { intent: 'common', framework: framework.id } : undefined;
}

/** The question for a reflection prompt about a role, a theme, or both. */
export function askReflect(framework: Framework, role?: Role, theme?: Theme, not?: string): Asking<'reflect'> {
  return {
    intent: 'reflect',
    framework: framework.id,
    ...(role && { role: role.id }),
    ...(theme && { theme: theme.id }),
    ...(not && { not }),
  };
}

/** The question for a conversation guide; none for people without a leader's role. */
export function askGuide(framework: Framework, role: Role): Asking<'guide'> | undefined {
  return role.level === 'medarbejder' ? undefined : { intent: 'guide', framework: framework.id, role: role.id, occasion: 'review' };
}

/** The neighbouring editions of a framework, as the fields that answers carry. */
export function editionsOf(library: Library, framework: Framework): { older?: Framework; newer?: Framework } {
  const older = olderEdition(library, framework);
  const newer = newerEdition(library, framework);
  return { ...(older && { older }), ...(newer && { newer }) };
}

/** The same question in another edition, where that has the same role and theme. */
export function askInEdition(edition: Framework | undefined, role: Role, theme?: Theme): PlainQuestion | undefined {
  const same = edition && roleOf(edition, role.id);
  if (!edition || !same) return undefined;
  if (!theme) return askRole(edition, same);
  const sameTheme = edition.themes.find(({ id }) => id === theme.id);
  return sameTheme && askPart(edition, same, sameTheme);
}

/** The question for what changed between a framework and its other edition. */
export function askChanges(library: Library, framework: Framework, role?: Role): Asking<'compare-editions'> | undefined {
  const { older, newer } = editionsOf(library, framework);
  const pair = newer ? { older: framework, newer } : older && { older, newer: framework };
  return pair && { intent: 'compare-editions', older: pair.older.id, newer: pair.newer.id, ...(role && { role: role.id }) };
}

/** The question nearest to what a place shows. */
export function askPlace({ framework, role, theme, subtheme, prompt }: Place): PlainQuestion {
  if (prompt) return askReflect(framework, role, theme);
  if (role) return theme ? askPart(framework, role, theme, subtheme?.id) : askRole(framework, role);
  if (!theme) return askCommon(framework) ?? { intent: 'about', framework: framework.id };
  return { intent: 'definition', framework: framework.id, theme: theme.id, ...(subtheme && { subtheme: subtheme.id }) };
}

/** Where a single statement or prompt leads on. */
export function leadFrom({ framework, role, theme }: Pick<Place, 'framework' | 'role' | 'theme'>): PlainQuestion[] {
  return leadOn(role && theme && askPart(framework, role, theme), role ? askRole(framework, role) : askCommon(framework));
}
