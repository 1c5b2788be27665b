/**
 * A person's focus: said in words, chosen on a card, shown, stopped.
 */
import { DateTime } from 'luxon';
import { inWeeks } from '../answers/focus.js';
import { readTheme, themeValue, weekChoices } from '../answers/focus-form.js';
import type { Answer } from '../answers/kinds.js';
import type { Pressed } from '../cards/acts.js';
import { type Framework, type Library, newestFrameworks, themeOf } from '../content/library.js';
import { type Owner, zoneOf } from '../conversation/speaker.js';
import { resolvePause } from '../language/times/dates.js';
import type { Period } from '../language/times/when.js';
import { localDate } from '../nudges/rules/cadence.js';
import { type Focus, type FocusPlace, findFocus, isFocused } from '../nudges/rules/focus.js';
import { holidays } from '../nudges/rules/holidays.js';
import { focusSearch, focusWeeks } from '../nudges/rules/policy.js';
import type { Search } from '../search/search.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Focuses } from './ports.js';
import type { ProfileParts } from './profile.js';

/** What a focus is kept and found with. */
export type FocusParts = Pick<ProfileParts, 'library' | 'loadDaily'> & { readonly focuses: Focuses; readonly search: Search };

type FocusQuestion = Extract<PlainQuestion, { intent: 'focus' }>;

const weekDays = 7;

/** Sets, shows or stops it; where it is not said on what, and there is none, it is chosen. */
export async function takeFocus(parts: FocusParts, question: FocusQuestion, owner: Owner): Promise<readonly Answer[]> {
  const current = await findCurrent(parts, owner);
  if (question.wish === 'stop') {
    if (current) await parts.focuses.drop(owner.key);
    return [{ kind: 'focus-none', stopped: current !== undefined, next: [] }];
  }
  if (question.wish === 'change') return [openForm(parts, owner, chosenOf(current))];
  if (question.text) return [await findAbout(parts, question, question.text, owner)];
  const { framework, theme, statement } = question;
  const place = framework ? findFocus(parts.library, { framework, theme, statement }) : undefined;
  if (place) return [await keep(parts, place, question, owner)];
  if (current) return [await show(parts, current, owner)];
  return [question.wish === 'show' ? { kind: 'focus-none', stopped: false, next: [] } : openForm(parts, owner)];
}

/** The choice has what it is now. */
function chosenOf(current: Current | undefined): FormParts {
  const { framework, theme } = current?.place ?? {};
  return framework && theme ? { chosen: themeValue(framework.id, theme.id) } : {};
}

/** Keeps what was chosen on a card; without a theme the card stays and says so. */
export async function pickFocus(parts: FocusParts, { focus = '', weeks = '' }: Pressed, owner: Owner): Promise<readonly Answer[]> {
  const chosen = readTheme(focus);
  const count = weekChoices.find((each) => `${each}` === weeks) ?? focusWeeks.usual;
  const place = findFocus(parts.library, chosen);
  if (!place) return [openForm(parts, owner, { weeks: count, remark: { kind: 'missing' } })];
  return [await keep(parts, place, inWeeks({ intent: 'focus', ...chosen }, count), owner)];
}

type Current = { readonly focus: Focus; readonly place: FocusPlace };

/** The focus that lasts today, where the content has what it is on. */
async function findCurrent({ focuses, library }: FocusParts, owner: Owner): Promise<Current | undefined> {
  const focus = await focuses.load(owner.key);
  const place = focus && isFocused(focus, todayOf(owner)) ? findFocus(library, focus) : undefined;
  return focus && place && { focus, place };
}

async function show(parts: FocusParts, { focus, place }: Current, owner: Owner, before?: FocusPlace): Promise<Answer> {
  const daily = await parts.loadDaily(owner.key, owner.incoming.at);
  const { lastDay } = focus;
  return { kind: 'focus', place, lastDay, today: todayOf(owner), isAsked: daily?.on === true, ...(before && { before }), next: [] };
}

/** Keeps it, or asks about how long it would last. */
async function keep(parts: FocusParts, place: FocusPlace, question: FocusQuestion, owner: Owner): Promise<Answer> {
  const end = await findEnd(question.period, owner);
  if (end.kind !== 'fits') {
    const { framework, theme, statement } = place;
    const same = { intent: 'focus', framework: framework.id, theme: theme?.id, statement: statement?.id } as const;
    return { kind: 'focus-length', why: end.kind, question: same, weeks: end.weeks, next: [] };
  }
  const before = await findCurrent(parts, owner);
  const { framework, theme, statement } = place;
  const focus = {
    framework: framework.id,
    theme: theme?.id,
    statement: statement?.id,
    lastDay: end.lastDay,
    madeAt: owner.incoming.at,
  };
  await parts.focuses.save(owner.key, focus);
  return show(parts, { focus, place }, owner, before && !isSame(before.place, place) ? before.place : undefined);
}

function isSame(one: FocusPlace, other: FocusPlace): boolean {
  return one.framework === other.framework && one.theme === other.theme && one.statement === other.statement;
}

type End = { readonly kind: 'fits'; readonly lastDay: string } | { readonly kind: 'short' | 'long' | 'unclear'; readonly weeks: number };

/** The last day of what was said, today included; "den næste måned" is as long as a focus usually is, from today on. */
async function findEnd(period: Period | undefined, owner: Owner): Promise<End> {
  const { least, usual, most } = focusWeeks;
  const isMonth = period?.kind === 'during' && period.point.kind === 'unit' && period.point.unit === 'month';
  const said: Period = period === undefined || isMonth ? { kind: 'length', count: usual, unit: 'week' } : period;
  const found = resolvePause(said, owner.incoming.at, zoneOf(owner), await holidays());
  if (found === 'unclear') return { kind: 'unclear', weeks: usual };
  const [from, until] = [todayOf(owner), found.until].map((date) => DateTime.fromISO(date, { zone: 'utc' }));
  const days = from && until ? until.diff(from, 'days').days + 1 : 0;
  if (days < least * weekDays) return { kind: 'short', weeks: least };
  return days > most * weekDays ? { kind: 'long', weeks: most } : { kind: 'fits', lastDay: found.until };
}

/** The theme that speaks of words: kept where one fits, two offered, and said where none does. Where themes are sections, the statement. */
async function findAbout(parts: FocusParts, question: FocusQuestion, text: string, owner: Owner): Promise<Answer> {
  const home = parts.library.framework(question.framework ?? owner.profile.framework ?? '') ?? parts.library.fallback;
  const places = findPlaces(parts, text, home, owner);
  const [first, second] = places;
  if (!first) return openForm(parts, owner, { remark: { kind: 'not-found', text } });
  if (!second) return keep(parts, first, question, owner);
  const { intent, period } = question;
  const choices = [first, second].map(
    ({ framework, theme }): PlainQuestion => ({ intent, framework: framework.id, theme: theme?.id, ...(period && { period }) }),
  );
  return { kind: 'choice', about: 'focus', subject: text, choices, next: [] };
}

function findPlaces({ library, search }: FocusParts, text: string, home: Framework | undefined, owner: Owner): FocusPlace[] {
  const { hits } = search(text, { framework: home?.id, ...(home?.id === owner.profile.framework && { role: owner.profile.role }) });
  const speaking = hits.filter(({ why }) => why === 'speaks').slice(0, focusSearch.looked);
  const [best] = speaking;
  const framework = library.framework(best?.statement.framework ?? '');
  if (!best || !framework) return [];
  if (framework.themeKind === 'section')
    return [findFocus(library, { framework: framework.id, statement: best.statement.id })].flatMap((each) => each ?? []);
  const scores = new Map<string, number>();
  for (const { statement, score } of speaking)
    if (statement.framework === framework.id && statement.theme) scores.set(statement.theme, (scores.get(statement.theme) ?? 0) + score);
  const [first, second] = [...scores].sort(([, one], [, other]) => other - one);
  const kept = [first, ...(first && second && second[1] >= first[1] * focusSearch.rival ? [second] : [])];
  return kept.flatMap((each) => {
    const theme = each && themeOf(framework, each[0]);
    return theme ? [{ framework, theme }] : [];
  });
}

type FormParts = Partial<Pick<Extract<Answer, { kind: 'focus-form' }>, 'weeks' | 'chosen' | 'remark'>>;

/** The themes of the person's own framework, or of all where none is theirs. */
function openForm({ library }: { readonly library: Library }, { profile }: Owner, form: FormParts = {}): Answer {
  const home = library.framework(profile.framework ?? '') ?? library.fallback;
  return { kind: 'focus-form', frameworks: home ? [home] : newestFrameworks(library), weeks: focusWeeks.usual, ...form, next: [] };
}

function todayOf(owner: Owner): string {
  return localDate(owner.incoming.at, zoneOf(owner));
}
