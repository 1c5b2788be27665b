/**
 * A call of everything that the storage offers, for tests that must leave nothing out: a new port, or a new method of one, does
 * not compile without its line here.
 */
import { type PersonKey, personal, type Recipient } from '../../src/conversation/person.js';
import type { Visit } from '../../src/conversation/ports.js';
import type { Claimed } from '../../src/nudges/ports.js';
import { personalDefaults } from '../../src/nudges/rules/plan.js';
import type { Storage } from '../../src/storage/storage.js';

/** Who calls, and with what. Ids may be another tenant's: whoever makes them up knows no better. */
export type Caller = {
  readonly person: PersonKey;
  /** Stands in every text of this tenant, and in none of another's. */
  readonly mark: string;
  readonly conversation: string;
  readonly share: string;
  /** An id that some call gave, to whichever tenant. */
  readonly id: string;
  /** A nudge that was claimed for this tenant; undefined while there is none. */
  readonly nudge: Claimed | undefined;
  readonly at: Date;
};

/** One call; undefined where the caller has nothing to call it with. */
export type Call = (storage: Storage, caller: Caller) => Promise<unknown> | undefined;

type Methods<Port> = { readonly [Method in keyof Port]-?: Call };
type Calls = {
  readonly [Port in Exclude<keyof Storage, 'health' | 'inspection' | 'close'>]: Storage[Port] extends (...given: never[]) => unknown
    ? Call
    : Methods<Storage[Port]>;
};

const teamOf = ({ person, conversation }: Caller): Recipient => ({ kind: 'conversation', tenant: person.tenant, conversation });
/** A person or a conversation, as the minute says. */
const recipientOf = (caller: Caller): Recipient => (caller.at.getUTCMinutes() % 2 === 0 ? personal(caller.person) : teamOf(caller));
const noteOf = { prompt: 'p', framework: 'f', theme: 't' };
const dayMs = 86_400_000;
const later = (at: Date, ms = dayMs) => new Date(at.getTime() + ms);
const dateOf = (at: Date) => at.toISOString().slice(0, 10);

function visitOf({ person, mark, conversation, at }: Caller): Visit {
  const isPersonal = at.getUTCMinutes() % 2 === 0;
  const kind = isPersonal ? ('personal' as const) : ('groupChat' as const);
  return {
    person,
    conversation: { id: conversation, kind },
    address: { serviceUrl: `https://${mark}.example/`, conversation, userId: `29:${mark}` },
    ...(!isPersonal && { talk: { id: conversation, kind: 'groupChat', name: mark } }),
    at,
  };
}

const ends = { retentionDays: 30, inactiveDays: 400 };

/** Every call there is. */
export const calls: Calls = {
  visits: {
    find: (storage, caller) => storage.visits.find(visitOf(caller)),
    keep: (storage, caller) =>
      storage.visits.keep({
        visit: visitOf(caller),
        isNews: true,
        context: { last: { of: caller.mark }, misses: 1 },
        shown: [caller.mark],
      }),
  },
  people: {
    glimpsed: ({ people }, { person, at }) => people.glimpsed(person, later(at)),
    unreachable: ({ people }, { person, at }) => people.unreachable(person, at),
    removed: ({ people }, { person, at }) => people.removed(person, at),
    load: ({ people }, { person }) => people.load(person),
    listUntold: ({ people }) => people.listUntold(100),
    claimTelling: ({ people }, { person, at }) => people.claimTelling(person, at),
    untell: ({ people }, { person }) => people.untell(person),
  },
  profiles: {
    load: ({ profiles }, { person }) => profiles.load(person),
    save: ({ profiles }, { person, mark, at }) => profiles.save(person, { role: mark, framework: 'f', language: 'da' }, at),
    forget: ({ profiles }, { person }) => profiles.forget(person),
  },
  focuses: {
    load: ({ focuses }, { person }) => focuses.load(person),
    save: ({ focuses }, { person, mark, at }) => focuses.save(person, { framework: 'f', theme: mark, lastDay: dateOf(at), madeAt: at }),
    drop: ({ focuses }, { person }) => focuses.drop(person),
  },
  notes: {
    add: ({ notes }, { person, mark, at }) => notes.add(person, noteOf, mark, at),
    list: ({ notes }, { person }) => notes.list(person, { size: 100 }),
    tally: ({ notes }, { person }) => notes.tally(person),
    get: ({ notes }, { person, id }) => notes.get(person, id),
    edit: ({ notes }, { person, id, mark, at }) => notes.edit(person, id, mark, at),
    remove: ({ notes }, { person, id }) => notes.remove(person, id),
  },
  appointments: {
    add: ({ appointments }, { person, mark, at }) =>
      appointments.add(
        person,
        { kind: 'reminder', words: { what: mark }, date: dateOf(at), time: '10:00', zone: 'UTC', language: 'da', nextAt: at },
        at,
      ),
    get: ({ appointments }, { person, id }) => appointments.get(person, id),
    list: ({ appointments }, { person }) => appointments.list(person),
    change: ({ appointments }, { person, id, mark, at }) => appointments.change(person, id, { words: { what: mark }, nextAt: at }, at),
    remove: ({ appointments }, { person, id }) => appointments.remove(person, id),
  },
  dueAppointments: {
    takeDue: ({ dueAppointments }, { at }) =>
      dueAppointments.takeDue(at, 10, () => ({ do: 'send', at, localDate: dateOf(at), slot: '10:00', lookAt: later(at) })),
    listDue: ({ dueAppointments }, { at }) => dueAppointments.listDue(at),
    gather: ({ dueAppointments }, { nudge }) => nudge && dueAppointments.gather(nudge),
    noteAsked: ({ dueAppointments }, { nudge, at }) => nudge && dueAppointments.noteAsked(nudge, at),
  },
  seenPrompts: {
    add: ({ seenPrompts }, { person, mark, at }) => seenPrompts.add(person, mark, at),
    list: ({ seenPrompts }, { person }) => seenPrompts.list(person),
  },
  installations: {
    claimWelcome: ({ installations }, { person, conversation, at }) =>
      installations.claimWelcome({ tenant: person.tenant, conversation, person }, at),
    remove: ({ installations }, { person, conversation }) => installations.remove({ tenant: person.tenant, conversation }),
  },
  claims: {
    claim: ({ claims }, { person, id, at }) => claims.claim(`${person.tenant} ${id}`, at, 60),
    hold: ({ claims }, { person, id, at }) => claims.hold(`${person.tenant} ${id}`, at, 600),
  },
  paces: { spend: ({ paces }, { person, at }) => paces.spend(`${person.tenant} ${person.entraId}`, 3_000, at) },
  nudgePlans: {
    load: ({ nudgePlans }, caller) => nudgePlans.load(recipientOf(caller)),
    save: ({ nudgePlans }, caller) =>
      nudgePlans.save(
        recipientOf(caller),
        { ...personalDefaults, on: true, zone: 'UTC', language: 'da', pauses: [], madeAt: caller.at, subject: { theme: caller.mark } },
        caller.at,
      ),
    saveMaker: ({ nudgePlans }, { person, conversation, mark, at }) =>
      nudgePlans.saveMaker(person.tenant, conversation, { person, name: mark }, at),
    loadMaker: ({ nudgePlans }, { person, conversation }) => nudgePlans.loadMaker(person.tenant, conversation),
    noteAskedZone: ({ nudgePlans }, caller) => nudgePlans.noteAskedZone(recipientOf(caller), caller.mark),
    listSeen: ({ nudgePlans }, caller) => nudgePlans.listSeen(teamOf(caller)),
    listDue: ({ nudgePlans }, { at }) => nudgePlans.listDue(at),
    takeDue: ({ nudgePlans }, { at }) =>
      nudgePlans.takeDue(at, 10, () => ({
        occurrences: [{ at, localDate: dateOf(at), slot: at.toISOString().slice(11, 16), verdict: 'due' }],
        next: undefined,
      })),
  },
  addresses: {
    load: ({ addresses }, caller) => addresses.load(recipientOf(caller)),
    leave: ({ addresses }, caller) => addresses.leave(teamOf(caller), caller.at),
  },
  outbox: {
    tellTime: ({ outbox }, { at }) => outbox.tellTime(at),
    skipLate: ({ outbox }, { at }) => outbox.skipLate(later(at, -dayMs)),
    endLeases: ({ outbox }, { at }) => outbox.endLeases(at),
    listTenants: ({ outbox }, { at }) => outbox.listTenants(at),
    claim: ({ outbox }, { person, at }) => outbox.claim({ tenant: person.tenant, dueUntil: at, now: at, rate: 10 }),
    gather: ({ outbox }, { nudge }) => nudge && outbox.gather(nudge),
    begin: ({ outbox }, { nudge, mark, at }) => nudge && outbox.begin(nudge, mark, at),
    settle: ({ outbox }, { nudge, mark, at }) => nudge && outbox.settle(nudge, { state: 'sent', seen: mark }, at),
    putBack: ({ outbox }, { nudge, at }) => nudge && outbox.putBack(nudge, 1_000, at),
    giveBack: ({ outbox }, { nudge }) => nudge && outbox.giveBack([nudge]),
    quietTenant: ({ outbox }, { person, at }) => outbox.quietTenant(person.tenant, 1, at),
    listOpen: ({ outbox }, caller) => outbox.listOpen(recipientOf(caller)),
    cancel: ({ outbox }, caller) => outbox.cancel(recipientOf(caller), [caller.id], 'off'),
    listTaken: ({ outbox }, caller) => outbox.listTaken(recipientOf(caller), '10:00', '2026-01-01'),
    countWaiting: ({ outbox }, { at }) => outbox.countWaiting(at),
    report: ({ outbox }) => outbox.report('2026-01-01'),
  },
  talks: {
    note: ({ talks }, { person, conversation, mark, at }) => talks.note(person, { id: conversation, kind: 'groupChat', name: mark }, at),
    list: ({ talks }, { person }) => talks.list(person),
    leave: ({ talks }, { person, conversation }) => talks.leave(person.tenant, conversation),
  },
  shares: {
    add: ({ shares }, { person, share, conversation, mark, at }) =>
      shares
        .add(person, { id: share, conversation, subject: `"${mark}"`, isRound: true, name: mark, line: mark }, at)
        // The same share once more.
        .catch((error: { code?: unknown }) => void (/^(23505|SQLITE_CONSTRAINT)/.test(String(error.code)) || Promise.reject(error))),
    noteActivity: ({ shares }, { person, share, mark }) => shares.noteActivity(person.tenant, share, mark),
    drop: ({ shares }, { person, share }) => shares.drop(person, share),
    load: ({ shares }, { person, share }) => shares.load(person.tenant, share),
    answer: ({ shares }, { person, share, mark, at }) => shares.answer(person, share, { name: mark, text: mark }, at),
    unanswer: ({ shares }, { person, share }) => shares.unanswer(person, share),
    findAnswer: ({ shares }, { person, share }) => shares.findAnswer(person, share),
    close: ({ shares }, { person, share, at }) => shares.close(person, share, at),
    listAnswers: ({ shares }, { person, share }) => shares.listAnswers(person.tenant, share, 5),
    noteCard: ({ shares }, { person, share, at }) =>
      shares.noteCard(person.tenant, share, at.getUTCMinutes() % 2 === 0 ? 'stale' : 'fresh'),
    listStale: ({ shares }) => shares.listStale(),
  },
  tallies: {
    add: ({ tallies }, { person, mark, at }) =>
      tallies.add([{ tenant: person.tenant, measure: 'asked', kind: 'topic', framework: mark }], at),
  },
  ratedAnswers: {
    note: ({ ratedAnswers }, { person, conversation, mark, at }) =>
      ratedAnswers.note({ tenant: person.tenant, conversation, activity: '1' }, { kind: 'topic', framework: mark, theme: '' }, at),
    rate: ({ ratedAnswers }, { person, conversation, at }) =>
      ratedAnswers.rate({ tenant: person.tenant, conversation, activity: '1' }, 'like', at),
  },
  letters: {
    add: ({ letters }, { person, mark, at }) => letters.add(person.tenant, { framework: mark, reason: 'asked', words: mark }, at),
    list: ({ letters }, { person }) => letters.list(person.tenant),
    listHeads: ({ letters }, { person }) => letters.listHeads(person.tenant),
    finish: ({ letters }, { person, id, at }) => letters.finish(person.tenant, [id], at),
    remind: ({ letters }, { person, id, at }) => letters.remind(person.tenant, [id], at),
  },
  switches: {
    read: ({ switches }) => switches.read(),
    list: ({ switches }, { at }) => switches.list(at),
    readPilots: ({ switches }, { person }) => switches.readPilots(person.tenant),
    turnOff: ({ switches }, { person, at }) => switches.turnOff('nudges', { tenant: person.tenant, until: dateOf(later(at)) }, at),
    turnOn: ({ switches }, { person }) => switches.turnOn('limited', person.tenant),
    limit: ({ switches }, { person, id, at }) => switches.limit(person.tenant, [person.entraId, id], at),
  },
  listLetterTenants: ({ listLetterTenants }) => listLetterTenants(),
  listTallies: ({ listTallies }, { at }) => listTallies({ from: later(at, -dayMs), until: later(at, 10 * dayMs) }),
  exportPerson: (storage, { person }) => storage.exportPerson(person),
  forgetPerson: (storage, { person }) => storage.forgetPerson(person),
  sweep: (storage, { at }) => storage.sweep(at, ends),
  reseal: (storage) => storage.reseal(() => undefined),
};

/** Every call by its name: `port.method`, or the function's own. */
export const callsByName: ReadonlyMap<string, Call> = new Map(
  Object.entries(calls).flatMap(([port, call]: [string, Call | Record<string, Call>]): [string, Call][] =>
    typeof call === 'function' ? [[port, call]] : Object.entries(call).map(([method, each]) => [`${port}.${method}`, each]),
  ),
);

/** The names of everything that a storage offers in fact. */
export function namesOf(storage: Storage): string[] {
  return Object.entries(storage).flatMap(([name, port]: [string, unknown]) => {
    if (name === 'health' || name === 'inspection' || name === 'close') return [];
    return typeof port === 'function' ? [name] : Object.keys(port as object).map((method) => `${name}.${method}`);
  });
}
