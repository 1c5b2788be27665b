/**
 * A focus: one theme, or one statement, that a person works with for some weeks. Most of their daily questions come from
 * it while it lasts, and one of ours closes it.
 */
import { DateTime } from 'luxon';
import { COMMON } from '../../content/framework.js';
import { allStatements, type Framework, type Library, type Statement, type Theme, themeOf } from '../../content/library.js';
import { type Choice, choicesFor, choicesOf, pick, type Reader, themeChoices } from './next-prompt.js';
import { closingDays, focusShare } from './policy.js';

/** What a focus is on, and its last day as a local date `YYYY-MM-DD`. Ids may be of content that is no longer loaded. */
export type Focus = {
  readonly framework: string;
  readonly theme?: string | undefined;
  readonly statement?: string | undefined;
  readonly lastDay: string;
  readonly madeAt: Date;
};

/** What a focus is on, in the content: a theme, a statement, or a statement of a theme. */
export type FocusPlace = { readonly framework: Framework; readonly theme?: Theme | undefined; readonly statement?: Statement | undefined };

/** A person's questions while their focus lasts. */
export type FocusReader = Reader & {
  readonly profile: { readonly framework?: string; readonly role?: string };
  readonly focus: Focus;
  /** Daily questions since it began. */
  readonly asked: readonly string[];
  /** All prompts that they were shown since, daily or not. */
  readonly since: readonly string[];
};

/** Where a focus is in the content; undefined where that has it no more. */
export function findFocus(library: Library, focus: Pick<Focus, 'framework' | 'theme' | 'statement'>): FocusPlace | undefined {
  const framework = library.framework(focus.framework);
  const statement = library.statement(focus.statement ?? '');
  const theme = framework && themeOf(framework, focus.theme ?? statement?.theme);
  if (!framework || !(statement ?? theme) || (statement && statement.framework !== framework.id)) return undefined;
  return { framework, ...(theme && { theme }), ...(statement && { statement }) };
}

/** Whether it lasts on a local date. */
export function isFocused({ lastDay }: Pick<Focus, 'lastDay'>, localDate: string): boolean {
  return localDate <= lastDay;
}

/** Whether a question of that date closes it: the first after its last day, unless that is long over. */
export function isToClose({ lastDay }: Pick<Focus, 'lastDay'>, localDate: string): boolean {
  const until = DateTime.fromISO(lastDay, { zone: 'utc' }).plus({ days: closingDays }).toFormat('yyyy-MM-dd');
  return localDate > lastDay && localDate <= until;
}

/**
 * The next question while a focus lasts, never one that was shown since it began: `fromFocus` where the turn is the focus's,
 * else from all others of the person. Undefined where nothing new is left of either.
 */
export function chooseInFocus(library: Library, reader: FocusReader): (Choice & { readonly fromFocus: boolean }) | undefined {
  const place = findFocus(library, reader.focus);
  if (!place) return undefined;
  const lists = focusLists(library, place, reader.profile);
  const inFocus = new Set(lists.flat().map(({ prompt }) => prompt.id));
  const shown = new Set(reader.since);
  const fresh = (list: readonly Choice[]) => list.filter(({ prompt }) => !shown.has(prompt.id));
  const own = lists.map(fresh).find((list) => list.length > 0) ?? [];
  const others = fresh(choicesOf(library, reader.profile)).filter(({ prompt }) => !inFocus.has(prompt.id));
  const fromFocus = isFocusTurn(reader.asked, inFocus);
  for (const [list, isOwn] of fromFocus
    ? ([
        [own, true],
        [others, false],
      ] as const)
    : ([
        [others, false],
        [own, true],
      ] as const)) {
    const choice = pick(list, reader);
    if (choice) return { ...choice, fromFocus: isOwn };
  }
  return undefined;
}

/** After each question at least {@link focusShare} of all have come from the focus, and no more than that asks for. */
function isFocusTurn(asked: readonly string[], inFocus: ReadonlySet<string>): boolean {
  const wanted = Math.ceil(((asked.length + 1) * focusShare.asks) / focusShare.of);
  return asked.filter((id) => inFocus.has(id)).length < wanted;
}

/** Nearest first: the statement's own, then of its theme what the person's role is asked, what all are, and what other roles are. */
function focusLists(library: Library, { framework, theme, statement }: FocusPlace, profile: FocusReader['profile']): Choice[][] {
  const own = statement ? choicesFor(library, framework, [statement]) : [];
  if (!theme) return [own];
  const inTheme = allStatements(framework).filter((each) => each.theme === theme.id);
  const role = profile.framework === framework.id ? profile.role : undefined;
  const of = (isMeant: (each: Statement) => boolean) => choicesFor(library, framework, inTheme.filter(isMeant));
  return [
    own,
    of((each) => each.role === role),
    [...themeChoices(library, framework, theme), ...of((each) => each.role === COMMON)],
    of(() => true),
  ];
}
