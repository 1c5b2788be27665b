/**
 * What is kept of a conversation from one turn to the next, and the memory of it for those about whom nothing is stored.
 */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { isAnswerable } from '../answers/answerer.js';
import type { Answer } from '../answers/kinds.js';
import { askRole } from '../answers/next.js';
import { summarise } from '../answers/summary.js';
import type { Library } from '../content/library.js';
import type { Log } from '../log.js';
import { behindNotes, type LastTurn } from '../understanding/follow-up.js';
import { ambiguities, type Question, questionSchema } from '../understanding/question.js';
import { createAfterwards } from './afterwards.js';
import type { BotParts } from './doers.js';
import type { Incoming } from './incoming.js';
import { type Conversation, keyOf, type Person, type PersonKey } from './person.js';
import type { MemoryStorage, Recall, Turn, Turns, Visit } from './ports.js';
import type { Speaker } from './speaker.js';

/** How long a turn is remembered, in milliseconds. */
const MEMORY = 10 * 60_000;
/** How many turns are kept; the oldest go first. */
const MOST = 5_000;
/** So many prompts are not shown again soon. */
const SEEN = 50;

/** What is known of whoever nothing is known of. */
export const stranger: Recall = {
  profile: {},
  plan: undefined,
  context: undefined,
  language: undefined,
  seen: [],
  misses: 0,
  // There is nowhere to note it.
  isNoted: true,
};

/** Creates a memory of turns that never holds more than {@link MOST}, and is gone at a restart. */
export function createTurns(): Turns {
  const turns = new LRUCache<string, Recall & { readonly until: number }>({ max: MOST });
  const greeted = new LRUCache<string, true>({ max: MOST });
  const find = ({ person, conversation, at }: Incoming): Recall => {
    const kept = turns.get(turnKey(person, conversation));
    return kept && kept.until > at.getTime() ? kept : stranger;
  };
  return {
    load: async (incoming) => find(incoming),
    async keep(incoming, { context, shown = [] }) {
      const { person, conversation, at } = incoming;
      const before = find(incoming);
      for (const [each, { until }] of [...turns.entries()]) if (until <= at.getTime()) turns.delete(each);
      turns.set(turnKey(person, conversation), {
        ...before,
        ...(context && { context: context.turn?.context, language: context.turn?.language, misses: context.misses }),
        seen: [...shown.toReversed(), ...before.seen].slice(0, SEEN),
        until: at.getTime() + MEMORY,
      });
    },
    settle: async () => undefined,
    greet: async (_, conversation) => {
      const first = !greeted.has(conversation.id);
      greeted.set(conversation.id, true);
      return first;
    },
    leave: async (_, conversation) => {
      greeted.delete(conversation.id);
    },
  };
}

function turnKey(person: Person, conversation: Conversation): string {
  return JSON.stringify([person.tenant, person.entraId ?? person.channelId, conversation.id]);
}

const ambiguousSchema = z.object({
  intent: z.literal('ambiguous'),
  about: z.enum(ambiguities),
  subject: z.string(),
  choices: z.array(questionSchema),
});

/** A context as it was saved; another version of the bot may have written it. */
const contextSchema = z.object({
  question: z.union([questionSchema, ambiguousSchema]),
  statements: z.array(z.string()),
  prompt: z.string().optional(),
  earlier: questionSchema.optional(),
});

const turnSchema = z.object({ context: contextSchema, language: z.enum(['da', 'en']) });

/**
 * Creates turns that outlive a restart. Prompts are noted in personal chats only: what a group was shown is not stored
 * about one of its members. People without an Entra object id, and their chats, are left to `memory`.
 */
export function createStoredTurns(storage: MemoryStorage, memory: Turns, log?: Pick<Log, 'warn'>): Turns {
  const { visits, installations } = storage;
  const afterwards = createAfterwards(log);
  return {
    async load(incoming) {
      const visit = toVisit(incoming);
      if (!visit) return memory.load(incoming);
      await afterwards.settle(nameOf(visit.person));
      const { last, ...found } = await visits.find(visit);
      const turn = turnSchema.safeParse(last).data as Turn | undefined;
      return { ...found, context: turn?.context, language: turn?.language };
    },
    async keep(incoming, left) {
      const visit = toVisit(incoming);
      if (!visit) return memory.keep(incoming, left);
      const { isNews, context } = left;
      const shown = incoming.conversation.kind === 'personal' ? left.shown : undefined;
      const kept = {
        ...(isNews && { isNews }),
        ...(context && { context: { last: context.turn, misses: context.misses } }),
        ...(shown && { shown }),
      };
      await afterwards.add(nameOf(visit.person), () => visits.keep({ visit, ...kept }));
    },
    async settle(incoming) {
      const key = incoming && keyOf(incoming.person);
      await afterwards.settle(key && nameOf(key));
    },
    async greet(person, conversation, now) {
      if (isUnknown(person, conversation)) return memory.greet(person, conversation, now);
      const owner = conversation.kind === 'personal' ? keyOf(person) : undefined;
      return installations.claimWelcome({ tenant: person.tenant, conversation: conversation.id, person: owner }, now);
    },
    async leave(person, conversation) {
      if (isUnknown(person, conversation)) return memory.leave(person, conversation);
      await installations.remove({ tenant: person.tenant, conversation: conversation.id });
    },
  };
}

/** The same turns, which keep nothing; whoever is known is there still, so that what is kept of them does not end while they write. */
export function withoutNotes(turns: Turns, glimpsed: (person: PersonKey, now: Date) => Promise<unknown>): Turns {
  return {
    ...turns,
    async keep({ person, at }, { isNews }) {
      const key = keyOf(person);
      if (key && isNews) await glimpsed(key, at);
    },
    greet: async () => false,
  };
}

/** Who comes; undefined where nothing may be stored of them. */
function toVisit({ person, conversation, address, at, what }: Incoming): Visit | undefined {
  const key = keyOf(person);
  const { id, kind, name } = conversation;
  const talk = kind === 'personal' || what.kind === 'installed' ? undefined : { id, kind, name };
  return key && { person: key, conversation, address, talk, at };
}

function nameOf({ tenant, entraId }: PersonKey): string {
  return JSON.stringify([tenant, entraId]);
}

/** A personal chat of somebody whom the channel does not name: its id would stand for that person. */
function isUnknown(person: Person, conversation: Conversation): boolean {
  return conversation.kind === 'personal' && keyOf(person) === undefined;
}

/** So many of the statements shown can be named by their number. */
const NUMBERED = 10;

/** Keeps what the next message may follow, and which prompts were shown. After everything was deleted: nothing. */
export async function remember(
  question: Question,
  answers: readonly Answer[],
  { incoming, context, asker }: Speaker,
  { compass, turns }: Pick<BotParts, 'compass' | 'turns'>,
): Promise<void> {
  const after = findContext(compass.library, question, answers, context);
  const shown = answers.flatMap((each) => ('prompts' in each ? each.prompts : 'prompt' in each && each.prompt ? [each.prompt] : []));
  if (!after && shown.length === 0) return;
  await turns.keep(incoming, {
    ...(after && { context: { turn: { context: after, language: asker.language }, misses: 0 } }),
    shown: shown.map(({ id }) => id),
  });
}

/** What the next message may follow, given what was asked and answered; undefined leaves what was there before. */
function findContext(library: Library, question: Question, answers: readonly Answer[], before: LastTurn | undefined): LastTurn | undefined {
  const [answer] = answers;
  if (question.intent === 'reflections' && answer?.kind !== 'not-here') return afterNotes(behindNotes(before));
  const followed = answer && findFollowed(question, answer);
  if (!answer || !followed) return undefined;
  const earlier = behindNotes(before);
  return {
    question: followed,
    statements: summarise(library, followed, answer).statements.slice(0, NUMBERED),
    prompt: 'prompt' in answer ? answer.prompt?.id : undefined,
    earlier: earlier && earlier.question.intent !== 'ambiguous' && followed.intent !== 'service' ? earlier.question : undefined,
  };
}

/** Of notes only that they were asked for is kept, beside what was there before; a choice that is open stays so. */
function afterNotes(before: LastTurn | undefined): LastTurn | undefined {
  if (before?.question.intent === 'ambiguous') return undefined;
  return { statements: before?.statements ?? [], prompt: before?.prompt, question: { intent: 'reflections' }, earlier: before?.question };
}

/**
 * The question that a follow-up changes. An offered choice can be typed; once the role is set, "og for chefer?" asks what
 * is expected and does not set another. Small talk, notes, data and an honest no are nothing to go on from.
 */
function findFollowed(question: Question, answer: Answer): Question | undefined {
  if (answer.kind === 'care' || answer.kind === 'refusal' || answer.kind === 'smalltalk' || answer.kind === 'not-here') return undefined;
  // Only "start forfra" changes what the next message may follow.
  if (answer.kind === 'service') return answer.about === 'restart' ? question : undefined;
  if (answer.kind === 'choice') return { intent: 'ambiguous', about: answer.about, subject: answer.subject, choices: answer.choices };
  if (answer.kind === 'appointment-set' && answer.shown.kind === 'reminder') return { intent: 'remind', appointment: answer.shown.id };
  if (answer.kind === 'role-set') return askRole(answer.framework, answer.role);
  const isAsked = answer.kind === 'delete-data' && !answer.done;
  return isAnswerable(question) || question.intent.startsWith('nudge-') || isAsked ? question : undefined;
}
