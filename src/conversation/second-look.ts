/**
 * A second look at what the bot itself is unsure of: whether it is asked for, within which bounds, and what becomes of it. Where
 * there is none in time, what was heard stands.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Own } from '../care/care.js';
import { dayMs, timeLeft } from '../clock.js';
import type { Library } from '../content/library.js';
import { READ_LIMIT } from '../language/text.js';
import type { Log } from '../log.js';
import type { Search } from '../search/search.js';
import type { LastTurn } from '../understanding/follow-up.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { ReaderReply, SecondReader } from '../understanding/reader/reader.js';
import { parseReply, type Read } from '../understanding/reader/reply.js';
import { createWriteRequest, type Inquiry } from '../understanding/reader/request.js';
import { type ReaderMode, type Whether, whetherToAsk } from '../understanding/reader/whether.js';
import type { Profile } from '../understanding/slots.js';
import { type Budget, createBudget } from './budget.js';
import type { Heard } from './hearing.js';

/** Who asks, and what it goes on from. */
export type Around = { readonly profile: Profile; readonly context: LastTurn | undefined; readonly at: Date };

/** Looks again where it may help: gives what was heard, or what the reader made of it. Never rejects. */
export type SecondLook = (heard: Heard, around: Around) => Promise<Heard>;

/** How much is asked, as the settings say. */
export type LookSettings = { readonly mode: ReaderMode; readonly timeoutMs: number; readonly perMinute: number; readonly perDay: number };

/** What it needs. */
export type SecondLookParts = {
  readonly library: Library;
  readonly search: Search;
  readonly own: Own;
  readonly reader: SecondReader;
  readonly settings: LookSettings;
  /** What all that ask share; one of its own when left out. */
  readonly budget?: Budget | undefined;
  readonly log?: Pick<Log, 'info'> | undefined;
};

/** So many readings are kept, each for a day. */
const mostKept = 2_000;

/** What came of a look, as it is told in the log: never a word of the message. */
export type Outcome = Whether | 'used' | 'same' | 'left' | 'invalid' | 'budget' | Extract<ReaderReply, { kind: 'none' }>['why'];

/** Creates it. The same question from the same place costs once a day; asked twice at a time it is asked for once. */
export function createSecondLook({
  library,
  search,
  own,
  reader,
  settings,
  log,
  budget = createBudget(settings),
}: SecondLookParts): SecondLook {
  const write = createWriteRequest(library, search);
  const kept = new LRUCache<string, { readonly read: Promise<Read | Outcome>; readonly until: number }>({ max: mostKept });
  const ask = async (inquiry: Inquiry, topic: string): Promise<Read | Outcome> => {
    const reply = await reader(write(inquiry), timeLeft(settings.timeoutMs));
    if (reply.kind === 'none') return reply.why;
    return parseReply(library, reply.text, topic) ?? 'invalid';
  };
  const look = async (inquiry: Inquiry, topic: string, at: number): Promise<Read | Outcome> => {
    const key = keyOf(inquiry);
    const known = kept.get(key);
    if (known && known.until > at) return known.read;
    if (!budget.take(at)) return 'budget';
    const read = ask(inquiry, topic);
    kept.set(key, { read, until: at + dayMs });
    const found = await read.catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    // A trouble passes; a reading stays.
    if (typeof found === 'string') kept.delete(key);
    return found;
  };
  return async (heard, { profile, context, at }) => {
    const inquiry = inquire(heard, profile, context, { own, search, mode: settings.mode });
    if (typeof inquiry === 'string') return heard;
    const found = await look(inquiry, heard.explanation.topic, at.getTime());
    const { seen, outcome } = merge(heard, found);
    log?.info({ outcome }, 'second reader');
    return seen;
  };
}

/** What the reader is asked about a message, or why nothing is. */
export function inquire(
  heard: Heard,
  profile: Profile,
  context: LastTurn | undefined,
  { own, search, mode, sure }: Pick<SecondLookParts, 'own' | 'search'> & { readonly mode: ReaderMode; readonly sure?: number },
): Inquiry | Whether {
  const { said, part, place, instead } = heard;
  if (!said || place || instead) return 'other';
  // What is written after a question to think about may be the answer to it.
  if (context?.question.intent === 'reflect') return 'private';
  const looks = { silent: () => isSilent(heard.question, profile, search), own: () => own(said) };
  const whether = whetherToAsk({ ...heard, ...looks }, mode, sure);
  if (whether !== 'ask') return whether;
  return {
    message: (part || said).slice(0, READ_LIMIT),
    profile,
    last: context?.question,
    shown: context?.statements,
    here: heard.question,
  };
}

/** Whether the document that is asked, else the asker's own, speaks of a topic nowhere: people have other words for what it says. */
function isSilent(question: Heard['question'], profile: Profile, search: Search): boolean {
  if (question.intent !== 'topic' || question.statements) return false;
  const framework = question.framework ?? profile.framework;
  return !search(question.text, { framework, role: question.role }).hits.some(({ why }) => why === 'speaks');
}

/** What was heard, as the reader has it. */
export function merge(heard: Heard, found: Read | Outcome): { readonly seen: Heard; readonly outcome: Outcome } {
  if (typeof found === 'string') return { seen: heard, outcome: found };
  if (found.kind === 'other') return { seen: heard, outcome: 'left' };
  const { question } = found;
  if (isDeepStrictEqual(question, heard.question)) return { seen: { ...heard, second: { here: [] } }, outcome: 'same' };
  const { explanation } = heard;
  const seen: Heard = {
    ...heard,
    question,
    intent: undefined,
    likelihood: undefined,
    corrections: [],
    assumed: undefined,
    second: { here: listHere(heard, question) },
    explanation: { ...explanation, decision: `second reader, instead of ${explanation.decision}` },
  };
  return { seen, outcome: 'used' };
}

/** So many of its own readings stand beside the reader's. */
const mostHere = 2;

/** How it was read here, for whoever meant that; an honest no is nothing to go back to. */
function listHere({ question: here }: Heard, read: Heard['question']): PlainQuestion[] {
  const readings = here.intent === 'ambiguous' ? here.choices : here.intent === 'out-of-scope' ? [] : [here];
  return readings.filter((each) => !isDeepStrictEqual(each, read)).slice(0, mostHere);
}

function keyOf(inquiry: Inquiry): string {
  return createHash('sha256').update(JSON.stringify(inquiry)).digest('base64url');
}
