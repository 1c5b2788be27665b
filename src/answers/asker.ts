/**
 * Who asks, and what answering needs to know besides the question.
 */
import type { Language } from '../content/language.js';
import { type Framework, findRoleRef, type Library, newestFrameworks, type RoleRef } from '../content/library.js';
import type { Search } from '../search/search.js';

/** The person who asks. */
export type Asker = {
  /** The role the person said is theirs; ids that are no longer in the content count as none. */
  readonly profile?: { readonly framework: string; readonly role: string } | undefined;
  /** The framework that is theirs, also where no role is; undefined: none was chosen. */
  readonly home?: string | undefined;
  /** True in group chats and channels, where the bot must be mentioned. */
  readonly group: boolean;
  /** A whole number from 0 up to but not including `n`. */
  readonly random: (n: number) => number;
  /** Ids of prompts shown lately, newest first. */
  readonly seen?: readonly string[] | undefined;
  /** True when the question before this one was not understood either. */
  readonly again?: boolean | undefined;
  readonly language: Language;
  /** The date where they are, `YYYY-MM-DD`, where it is known. */
  readonly today?: string | undefined;
};

/** Everything an answer is made from. */
export type Context = { readonly library: Library; readonly search: Search; readonly asker: Asker };

/** The asker's own role, where the content still has it. */
export function findOwnRole({ library, asker }: Context): RoleRef | undefined {
  return findRoleRef(library, asker.profile?.framework, asker.profile?.role);
}

/** The framework to speak of when none is named: the asker's own, else the operator's default, else none. */
export function findHome(context: Context): Framework | undefined {
  const { library, asker } = context;
  return findOwnRole(context)?.framework ?? library.framework(asker.home ?? '') ?? library.fallback;
}

/** Frameworks for examples, the asker's own first, one for each document. */
export function listHomes(context: Context): Framework[] {
  const home = findHome(context);
  const newest = newestFrameworks(context.library);
  return home ? [home, ...newest.filter((framework) => framework !== home)] : newest;
}
