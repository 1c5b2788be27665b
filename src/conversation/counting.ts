/**
 * Counts of what is asked, gathered and written now and then: no answer waits for them, and no write is of one question alone where
 * several are asked.
 */
import { countedAs } from '../answers/counted.js';
import type { Answer } from '../answers/kinds.js';
import type { ReadAs } from '../cards/desk.js';
import { beyond, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Question } from '../understanding/question.js';
import { isDistress } from './caring.js';
import type { BotParts } from './doers.js';
import type { Counting, Tallies, Tally } from './ports.js';
import type { Speaker } from './speaker.js';

/** What counting needs; `later` does a task after so many milliseconds, and gives what calls it off. */
export type CountingParts = {
  readonly tallies: Pick<Tallies, 'add'>;
  readonly later: (ms: number, task: () => Promise<void>) => () => void;
  readonly log?: Pick<Log, 'warn'> | undefined;
};

/** So long counts are gathered, in milliseconds: what a process that is killed may lose, and what a write is about at least. */
const gatherMs = 30_000;
/** So many are written at once without waiting longer: what is held in memory has a bound. */
const mostGathered = 1_000;
/** A write that takes longer is given up, in milliseconds: an ending process waits for it. */
const writeMs = 2_500;

type Gathered = { readonly tally: Tally; readonly at: Date };

/** Creates it. What a database that is away does not take is gone, and that is said once, until it takes some again. */
export function createCounting({ tallies, later, log }: CountingParts): Counting {
  let gathered: Gathered[] = [];
  let cancel: (() => void) | undefined;
  let writing = Promise.resolve();
  let isAway = false;
  const write = async (some: readonly Gathered[]) => {
    try {
      await within(writeMs, () => addByDay(tallies, some));
      isAway = false;
    } catch (error) {
      if (!isAway) log?.warn({ error: traceError(error) }, 'counts of what is asked are lost while the database does not take them');
      isAway = true;
    }
  };
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    const some = gathered;
    gathered = [];
    if (some.length > 0) writing = writing.then(() => write(some));
    return writing;
  };
  return {
    add(added, at) {
      gathered.push(...added.map((tally) => ({ tally, at })));
      // Shared work is nobody's own deadline's.
      if (gathered.length >= mostGathered) void beyond(flush);
      else if (gathered.length > 0) cancel ??= beyond(() => later(gatherMs, flush));
    },
    settle: flush,
  };
}

/** A day is never of two weeks. */
async function addByDay(tallies: Pick<Tallies, 'add'>, gathered: readonly Gathered[]): Promise<void> {
  const days = new Map<string, Gathered[]>();
  for (const each of gathered) {
    const day = each.at.toISOString().slice(0, 'yyyy-mm-dd'.length);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  for (const some of days.values()) {
    const [first] = some;
    if (first)
      await tallies.add(
        some.map(({ tally }) => tally),
        first.at,
      );
  }
}

/**
 * Counts for operators how a message was read. Somebody who is not well counts as surely understood, so that nothing in the numbers
 * tells that there was one.
 */
export function countReading(question: Question, tenant: string, metrics: BotParts['metrics']): void {
  const isOffered = question.intent === 'ambiguous' || ('offer' in question && question.offer === true);
  const isRefused = question.intent === 'out-of-scope' && !isDistress(question);
  metrics?.count('readings', { reading: isOffered ? 'offered' : isRefused ? 'refused' : 'sure', tenant });
}

/**
 * Counts a question with its answers. Never one that may be of somebody who is not well, whoever that is: how people are is nothing
 * to count, however few or many they be.
 */
export function countTurn(
  question: Question,
  answers: readonly Answer[],
  { incoming }: Speaker,
  { compass, counting }: Pick<BotParts, 'compass' | 'counting'>,
  reading?: ReadAs,
): void {
  if (!counting || reading?.aboutOthers || reading?.mayBeUnwell) return;
  const counted = countedAs(compass.library, question, answers);
  if (counted) counting.add([{ tenant: incoming.person.tenant, ...counted }], incoming.at);
}
