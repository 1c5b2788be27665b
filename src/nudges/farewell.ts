/**
 * The last word to people who have been silent for long: when everything about them is deleted, and how to keep it.
 */
import { DateTime } from 'luxon';
import type { Cards } from '../answers/cards.js';
import { type Clock, dayMs } from '../clock.js';
import { personal } from '../conversation/person.js';
import type { Log } from '../log.js';
import { noticeDays, type Silent } from '../people/ports.js';
import type { Messenger, NudgeStorage } from './ports.js';
import { defaultZone, type Outcome } from './rules/plan.js';

/** What telling needs. */
export type FarewellParts = {
  readonly storage: Pick<NudgeStorage, 'people' | 'profiles' | 'addresses'>;
  readonly messenger: Messenger;
  /** What makes the cards of a tenant's people; undefined where they are not written to, and end without a word. */
  readonly cardsOf: (tenant: string) => Cards | undefined;
  /** The tenants whose people are told; all unless told. */
  readonly tenants?: (() => readonly string[]) | undefined;
  /** Days without a sign of a person after which everything about them is deleted. */
  readonly inactiveDays: number;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info'>;
};

/**
 * Tells people whose last days have begun, once each and one after another; `isStopping` ends it early. Whoever can't be reached is
 * not told, and ends all the same. Where Teams takes nothing just now, the rest waits for the next day.
 */
export type Farewell = (isStopping: () => boolean) => Promise<void>;

/** So many in a day: some half a minute's work, and a municipality's worth within the notice. */
const mostADay = 300;

/** Creates it. Any number of instances may run it. */
export function createFarewell(parts: FarewellParts): Farewell {
  const { people } = parts.storage;
  return async (isStopping) => {
    const counts: { [Kind in Outcome['kind'] | 'no-address']?: number } = {};
    for (const silent of await people.listUntold(mostADay, parts.tenants?.())) {
      if (isStopping()) break;
      const kind = await tell(parts, silent);
      if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
      if (kind && !isSettled(kind)) break;
    }
    if (Object.keys(counts).length > 0) parts.log.info(counts, 'farewells');
  };
}

/** How it went; undefined when somebody else told them, or they came back. */
async function tell(parts: FarewellParts, silent: Silent): Promise<Outcome['kind'] | 'no-address' | undefined> {
  const { storage, messenger, clock, cardsOf } = parts;
  const { person } = silent;
  const cards = cardsOf(person.tenant);
  if (!cards) return undefined;
  // Noted first: whoever dies in between leaves somebody who was not told, and not somebody who is told every day.
  if (!(await storage.people.claimTelling(person, clock()))) return undefined;
  const address = await storage.addresses.load(personal(person));
  if (!address) return 'no-address';
  const { kind } = await messenger.send(address, await write(parts, cards, silent));
  if (kind === 'unreachable') await storage.people.unreachable(person, clock());
  if (!isSettled(kind)) await storage.people.untell(person);
  return kind;
}

/** False where nothing was delivered and it may be tried again. */
function isSettled(kind: Outcome['kind'] | 'no-address'): boolean {
  return (['sent', 'ambiguous', 'refused', 'unreachable', 'no-address'] satisfies (typeof kind)[]).some((each) => each === kind);
}

async function write({ storage, inactiveDays }: FarewellParts, cards: Cards, { person, lastSeen, noticeAt }: Silent) {
  const { language = 'da', timeZone = defaultZone } = await storage.profiles.load(person);
  const end = Math.max(lastSeen.getTime() + inactiveDays * dayMs, noticeAt.getTime() + noticeDays * dayMs);
  const endsOn = DateTime.fromMillis(end, { zone: timeZone }).toFormat('yyyy-MM-dd');
  return cards({ kind: 'farewell', endsOn, next: [] }, { language, group: false });
}
