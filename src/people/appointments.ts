/**
 * What comes back to a person: reminders for once and agreements with oneself. The owner is always who speaks; a card names
 * the appointment and nothing else. Every answer repeats back when it comes.
 */
import { isAnswerable } from '../answers/answerer.js';
import { type AppointmentDraft, appointmentDraftOf, emptyDraft, onDate } from '../answers/appointment-form.js';
import type { AppointmentView } from '../answers/appointment-view.js';
import type { Answer } from '../answers/kinds.js';
import type { AppointmentPressed } from '../cards/acts.js';
import { hourMs } from '../clock.js';
import type { Library } from '../content/library.js';
import { type Owner, zoneOf } from '../conversation/speaker.js';
import type { FindHoliday } from '../language/times/dates.js';
import { isClock, isDate } from '../language/times/when.js';
import { type AppointmentKind, type AppointmentWords, daysToNextRound, nextOpenDay, type When } from '../nudges/rules/appointments.js';
import { daysLater, instantOf, localDate, weekdayOn } from '../nudges/rules/cadence.js';
import type { IsClosed } from '../nudges/rules/holidays.js';
import { type Once, resolveOnce, type SaidOnce, whenOf } from '../nudges/rules/once.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import { appointmentPolicy as policy } from '../nudges/rules/policy.js';
import { mostSaid, type PlainQuestion } from '../understanding/question.js';
import { viewOf, withoutOk } from './appointment-views.js';
import type { Appointment, Appointments } from './ports.js';

/** What appointments are kept and shown with. The calendars are asked for when first needed. */
export type AppointmentParts = {
  readonly library: Library;
  readonly appointments: Appointments;
  readonly holidays: () => Promise<FindHoliday>;
  readonly closedDays: () => Promise<IsClosed>;
};

type Asked<I extends PlainQuestion['intent']> = Extract<PlainQuestion, { intent: I }>;
type Pressed<A extends AppointmentPressed['act']['act']> = Extract<AppointmentPressed['act'], { act: A }>;

const pageSize = 5;

/** Keeps a reminder, moves the one that was just made, or asks back when it is to come. */
export async function remind(parts: AppointmentParts, question: Asked<'remind'>, owner: Owner): Promise<readonly Answer[]> {
  if (question.appointment !== undefined) return retime(parts, question.appointment, question, owner);
  const once = await resolve(parts, question, owner);
  const words = { ...(question.what && { what: question.what }), ...(question.this && spokenOf(owner)) };
  if (question.offer || once.kind === 'unclear')
    return askBack(parts, once, { kind: 'reminder', words, isOffer: question.offer === true }, owner);
  const kept = await keep(parts, { kind: 'reminder', words, when: once }, owner);
  if (!kept) return [full];
  const weekly = weeklyOf(question, once);
  return [{ kind: 'appointment-set', shown: kept, did: 'made', ...fromOf(once), ...(weekly && { weekly }), next: [] }];
}

/** What is not said again stays as it was. */
async function retime(parts: AppointmentParts, id: string, question: Asked<'remind'>, owner: Owner): Promise<readonly Answer[]> {
  const before = await parts.appointments.get(owner.key, id);
  if (!before) return [away];
  const isDayNamed = question.on !== undefined || question.soon !== undefined;
  const time = question.time ?? (question.part ? undefined : before.time);
  const once = await resolve(parts, { ...question, ...(time && { time }) }, owner);
  if (once.kind === 'unclear') return openForm(parts, id, owner);
  return moveTo(parts, id, isDayNamed ? once : { ...once, date: before.date }, owner);
}

/** Keeps an agreement whose day was said; else its form is shown with the words in it. */
export async function agree(parts: AppointmentParts, question: Asked<'agree'>, owner: Owner): Promise<readonly Answer[]> {
  const { when, will } = question;
  const isDayNamed = !question.offer && (question.on !== undefined || question.period !== undefined);
  if (will === undefined) return [form('agreement', emptyDraft)];
  const words = { ...(when && { when }), will };
  const once = isDayNamed ? await resolve(parts, question, owner) : undefined;
  const today = localDate(owner.incoming.at, zoneFor(owner));
  if (once?.kind === 'at' && once.date > today) {
    const kept = await keep(parts, { kind: 'agreement', words, when: once }, owner);
    return [kept ? { kind: 'appointment-set', shown: kept, did: 'made', ...fromOf(once), next: [] } : full];
  }
  const draft = await keepDraft(parts, { kind: 'agreement', words, when: usualTime(daysLater(today, 7), owner) }, owner);
  return draft ? openForm(parts, draft, owner) : [full];
}

/** A page of all there are. */
export async function listAppointments(parts: AppointmentParts, page: number, owner: Owner): Promise<readonly Answer[]> {
  const all = (await parts.appointments.list(owner.key)).filter(({ kind }) => kind !== 'look-back');
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * pageSize, (at + 1) * pageSize).map((each) => toView(parts, each, owner));
  return [{ kind: 'appointments', shown, total: all.length, page: at, pages, next: [] }];
}

/** Does what a button says. */
export function pressAppointment(parts: AppointmentParts, pressed: AppointmentPressed, owner: Owner): Promise<readonly Answer[]> {
  const { act } = pressed;
  switch (act.act) {
    case 'list-appointments':
      return listAppointments(parts, act.page ?? 0, owner);
    case 'open-appointment':
      return act.mode === 'edit' ? openForm(parts, act.appointment, owner) : openOne(parts, act.appointment, owner);
    case 'new-agreement':
      return Promise.resolve([form('agreement', emptyDraft, about(parts, act.prompt, act.statement))]);
    case 'save-appointment':
      return save(parts, act, pressed, owner);
    case 'set-appointment':
      return moveTo(parts, act.appointment, { date: act.date, time: act.time, zone: zoneFor(owner) }, owner);
    case 'put-off':
      return putOff(parts, act, owner);
    case 'answer-appointment':
      return answer(parts, act, pressed.comment, owner);
    case 'delete-appointment':
      return remove(parts, act.appointment, owner);
  }
}

const away: Answer = { kind: 'appointment-away', why: 'away', next: [] };
const full: Answer = { kind: 'appointment-away', why: 'full', next: [] };

async function openOne(parts: AppointmentParts, id: string, owner: Owner): Promise<readonly Answer[]> {
  const found = await parts.appointments.get(owner.key, id);
  if (!found || found.state === 'dropped') return [away];
  return found.state === 'draft' ? openForm(parts, id, owner) : [{ kind: 'appointment', shown: toView(parts, found, owner), next: [] }];
}

async function openForm(parts: AppointmentParts, id: string, owner: Owner): Promise<readonly Answer[]> {
  const found = await parts.appointments.get(owner.key, id);
  if (!found?.words.ok) return [found ? { kind: 'appointment', shown: toView(parts, found, owner), next: [] } : away];
  const { what = '', when = '', will = '', prompt, statement } = found.words;
  // Of an agreement the date only where it is still to come; a draft's was not chosen by anybody.
  const isChosen = found.state === 'open' || found.kind === 'reminder';
  const values = { what, when, will, time: found.time, ahead: isChosen ? onDate : '7', date: isChosen ? found.date : '' };
  const isNew = found.state === 'draft';
  return [form(found.kind === 'reminder' ? 'reminder' : 'agreement', values, { id, isNew, ...about(parts, prompt, statement) })];
}

type FormAnswer = Extract<Answer, { kind: 'appointment-form' }>;

function form(of: FormAnswer['of'], values: AppointmentDraft, more: Partial<Omit<FormAnswer, 'kind' | 'of' | 'values'>> = {}): FormAnswer {
  return { kind: 'appointment-form', of, values, ...more, next: [] };
}

/** What it was made under, where the content has it still. */
function about({ library }: AppointmentParts, prompt: string | undefined, statement: string | undefined) {
  const [known, said] = [library.prompt(prompt ?? ''), library.statement(statement ?? '')];
  const place = said ?? known;
  const example = place && library.agreementExample(place.framework, place.theme);
  return { about: { ...(known && { prompt: known.id }), ...(said && { statement: said.id }) }, ...(example && { example }) };
}

/** Keeps what stands in the form; where something is missing it stays open with all that was written. */
async function save(
  parts: AppointmentParts,
  act: Pressed<'save-appointment'>,
  pressed: AppointmentPressed,
  owner: Owner,
): Promise<readonly Answer[]> {
  const before = act.appointment === undefined ? undefined : await parts.appointments.get(owner.key, act.appointment);
  if (act.appointment !== undefined && !before) return [away];
  const of = before?.kind === 'reminder' ? 'reminder' : 'agreement';
  const draft = appointmentDraftOf(pressed);
  const again = (remark: NonNullable<FormAnswer['remark']>) => [
    form(of, draft, { remark, ...(act.appointment && { id: act.appointment }), ...about(parts, act.prompt, act.statement) }),
  ];
  if (of === 'agreement' && draft.will === '') return again('empty');
  const when = of === 'reminder' ? whenOfReminder(draft, owner) : await whenOfAgreement(parts, draft, owner);
  if (!when) return again(of === 'reminder' ? 'time' : 'date');
  const words = wordsOf(draft, of, act);
  if (!before) {
    const kept = await keep(parts, { kind: 'agreement', words, when }, owner);
    return [kept ? { kind: 'appointment-set', shown: kept, did: 'made', next: [] } : full];
  }
  const nextAt = instantOf(when.date, when.time, when.zone);
  await parts.appointments.change(owner.key, before.id, { ...when, words, state: 'open', nextAt }, owner.incoming.at);
  return shownAs(parts, before.id, before.state === 'draft' ? 'made' : 'moved', owner);
}

function wordsOf(
  draft: AppointmentDraft,
  of: 'reminder' | 'agreement',
  { prompt, statement }: Pressed<'save-appointment'>,
): AppointmentWords {
  const said = of === 'reminder' ? { what: draft.what } : { when: draft.when, will: draft.will };
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')),
    ...(prompt && { prompt }),
    ...(statement && { statement }),
  };
}

/** Within a year, and not over. */
function whenOfReminder({ date, time }: AppointmentDraft, owner: Owner): When | undefined {
  const zone = zoneFor(owner);
  if (!isDate(date) || !isClock(time)) return undefined;
  const when = { date, time, zone };
  return isAhead(when, owner) ? when : undefined;
}

/** From tomorrow on: today's message may have been sent. A number of days leads to a day that is open; a date is taken as it is. */
async function whenOfAgreement(parts: AppointmentParts, { ahead, date }: AppointmentDraft, owner: Owner): Promise<When | undefined> {
  const today = localDate(owner.incoming.at, zoneFor(owner));
  if (ahead !== onDate && /^\d{1,3}$/.test(ahead)) return usualTime(await openDay(parts, daysLater(today, Number(ahead)), owner), owner);
  const when = usualTime(date, owner);
  return isDate(date) && date > today && isAhead(when, owner) ? when : undefined;
}

function isAhead(when: When, { incoming: { at } }: Owner): boolean {
  const instant = instantOf(when.date, when.time, when.zone);
  return instant > at && when.date <= daysLater(localDate(at, when.zone), policy.mostDaysAhead);
}

async function moveTo(parts: AppointmentParts, id: string, { date, time, zone }: When, owner: Owner): Promise<readonly Answer[]> {
  const when = { date, time, zone };
  const before = await parts.appointments.get(owner.key, id);
  if (!before) return [away];
  // A card of last week may propose what is over by now.
  if (!isAhead(when, owner)) return openForm(parts, id, owner);
  const nextAt = instantOf(date, time, zone);
  await parts.appointments.change(owner.key, id, { ...when, state: 'open', nextAt }, owner.incoming.at);
  return shownAs(parts, id, before.state === 'draft' ? 'made' : 'moved', owner);
}

async function putOff(parts: AppointmentParts, { appointment: id, by }: Pressed<'put-off'>, owner: Owner): Promise<readonly Answer[]> {
  const { at } = owner.incoming;
  const zone = zoneFor(owner);
  if (by === 'hour') return moveTo(parts, id, whenOf(new Date(at.getTime() + hourMs), zone), owner);
  const before = await parts.appointments.get(owner.key, id);
  if (!before) return [away];
  const today = localDate(at, zone);
  const date = by === 'day' ? daysLater(today, 1) : await openDay(parts, daysLater(today, 7), owner);
  return moveTo(parts, id, { date, time: before.time, zone }, owner);
}

/** What an answer makes of an appointment, and what is said of it. */
const outcomes = {
  done: { state: 'done', as: 'done' },
  partly: { state: 'partly', as: 'partly' },
  drop: { state: 'dropped', as: 'dropped' },
  'take-back': { state: 'asked', as: 'back' },
} as const;

/** What was answered is noted once; an answer to what is over already changes nothing but the line. */
async function answer(
  parts: AppointmentParts,
  { appointment: id, how }: Pressed<'answer-appointment'>,
  line: string | undefined,
  owner: Owner,
): Promise<readonly Answer[]> {
  const { appointments } = parts;
  const { at } = owner.incoming;
  const before = await appointments.get(owner.key, id);
  if (!before) return [away];
  const said = line?.trim().slice(0, mostSaid);
  const words = said && before.words.ok ? { words: { ...withoutOk(before.words), line: said } } : {};
  const tell = async (as: Extract<Answer, { kind: 'appointment-answered' }>['how']): Promise<readonly Answer[]> => {
    const after = await appointments.get(owner.key, id);
    return [after ? { kind: 'appointment-answered', shown: toView(parts, after, owner), how: as, next: [] } : away];
  };
  if (how === 'not-yet') return askLater(parts, before, words, tell, owner);
  const { state, as } = outcomes[how];
  await appointments.change(owner.key, id, { ...words, state, nextAt: null }, at);
  return tell(as);
}

async function askLater(
  parts: AppointmentParts,
  before: Appointment,
  words: { readonly words?: AppointmentWords },
  tell: (as: 'not-yet' | 'resting') => Promise<readonly Answer[]>,
  owner: Owner,
): Promise<readonly Answer[]> {
  const { at } = owner.incoming;
  // Pressed twice it is put off once.
  if (before.state === 'open') return tell('not-yet');
  const days = daysToNextRound(before.rounds);
  if (days === undefined) {
    await parts.appointments.change(owner.key, before.id, { ...words, state: 'resting', nextAt: null }, at);
    return tell('resting');
  }
  const date = await openDay(parts, daysLater(localDate(at, before.zone), days), owner);
  const nextAt = instantOf(date, before.time, before.zone);
  await parts.appointments.change(owner.key, before.id, { ...words, state: 'open', date, rounds: before.rounds + 1, nextAt }, at);
  return tell('not-yet');
}

async function remove(parts: AppointmentParts, id: string, owner: Owner): Promise<readonly Answer[]> {
  const before = await parts.appointments.get(owner.key, id);
  await parts.appointments.remove(owner.key, id);
  const why = !before ? 'away' : before.state === 'draft' ? 'not-kept' : 'deleted';
  return [{ kind: 'appointment-away', why, next: [] }];
}

async function shownAs(parts: AppointmentParts, id: string, did: 'made' | 'moved', owner: Owner): Promise<readonly Answer[]> {
  const after = await parts.appointments.get(owner.key, id);
  return [after ? { kind: 'appointment-set', shown: toView(parts, after, owner), did, next: [] } : away];
}

type Making = { readonly kind: Exclude<AppointmentKind, 'look-back'>; readonly words: AppointmentWords; readonly when: When };

async function keep(
  parts: AppointmentParts,
  { kind, words, when: { date, time, zone } }: Making,
  owner: Owner,
): Promise<AppointmentView | undefined> {
  const { language } = owner.asker;
  const nextAt = instantOf(date, time, zone);
  const id = await parts.appointments.add(owner.key, { kind, words, date, time, zone, language, nextAt }, owner.incoming.at);
  const kept = id === undefined ? undefined : await parts.appointments.get(owner.key, id);
  return kept && toView(parts, kept, owner);
}

/** The words wait for a time; undefined where there is no room for more. */
async function keepDraft(
  parts: AppointmentParts,
  { kind, words, when: { date, time, zone } }: Making,
  owner: Owner,
): Promise<string | undefined> {
  return parts.appointments.add(owner.key, { kind, words, date, time, zone, language: owner.asker.language }, owner.incoming.at);
}

async function askBack(
  parts: AppointmentParts,
  once: Once,
  { isOffer, ...making }: Omit<Making, 'when'> & { readonly isOffer: boolean },
  owner: Owner,
): Promise<readonly Answer[]> {
  const proposals: readonly When[] = once.kind === 'at' ? [once] : once.proposals;
  const [first] = proposals;
  const id = first && (await keepDraft(parts, { ...making, when: first }, owner));
  if (!id) return [full];
  const today = localDate(owner.incoming.at, zoneFor(owner));
  const why = once.kind === 'at' || isOffer ? 'offer' : once.why;
  return [{ kind: 'appointment-unclear', id, why, proposals: proposals.map(({ date, time }) => ({ date, time, today })), next: [] }];
}

async function resolve({ holidays }: AppointmentParts, said: SaidOnce, owner: Owner): Promise<Once> {
  const plan = planOf(owner);
  return resolveOnce(said, { now: owner.incoming.at, zone: zoneFor(owner), planTime: plan?.time, findHoliday: await holidays() });
}

function fromOf(once: Once): { readonly from?: 'part' | 'plan' | 'usual' } {
  return once.kind === 'at' && once.from !== 'said' ? { from: once.from } : {};
}

/** One weekday that was named, by itself or by a date, might be meant every week. */
function weeklyOf({ days, on, time, exact }: Asked<'remind'>, { date, time: at }: When): Asked<'nudge-on'> | undefined {
  const isNamed = days?.length === 1 || on?.kind === 'date' || on?.kind === 'week';
  const how = exact === undefined ? {} : { exact };
  return isNamed ? { intent: 'nudge-on', days: [weekdayOn(date)], time: time ?? at, ...how } : undefined;
}

/** "det her" is the question to think about that was shown last, or what was asked for; after a daily question, that one. */
function spokenOf({ context, asker }: Owner): AppointmentWords {
  const question = context?.question;
  if (question?.intent === 'reflect' && context?.prompt) return { prompt: context.prompt };
  if (question && question.intent !== 'ambiguous' && isAnswerable(question)) return { asked: JSON.stringify(question) };
  return asker.seen?.[0] ? { prompt: asker.seen[0] } : {};
}

/** The daily questions where they are on. */
function planOf({ woken }: Owner): NudgePlan | undefined {
  return woken?.plan?.on ? woken.plan : undefined;
}

/** The zone that an owner's appointments are kept in: that of their daily questions, else their own. */
export function zoneFor(owner: Owner): string {
  return planOf(owner)?.zone ?? zoneOf(owner);
}

function usualTime(date: string, owner: Owner): When {
  return { date, time: planOf(owner)?.time ?? policy.time, zone: zoneFor(owner) };
}

async function openDay({ closedDays }: AppointmentParts, date: string, owner: Owner): Promise<string> {
  const closed = await closedDays();
  const isClosed = (each: string) => closed(each, owner.key.tenant);
  return nextOpenDay(date, { kind: 'agreement' }, { isClosed, pauses: planOf(owner)?.pauses ?? [] });
}

/** As its owner sees it, where they are. */
function toView({ library }: AppointmentParts, appointment: Appointment, owner: Owner): AppointmentView {
  return viewOf(library, appointment, localDate(owner.incoming.at, appointment.zone));
}
