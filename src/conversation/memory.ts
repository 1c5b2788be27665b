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
import type { LastTurn } from '../understanding/follow-up.js';
import { ambiguities, type Question, questionSchema } from '../understanding/question.js';
import type { BotParts } from './doers.js';
import { type Conversation, keyOf, type Person } from './person.js';
import type { MemoryStorage, Recall, Turn, Turns } from './ports.js';
import type { Speaker } from './speaker.js';

/** How long a turn is remembered, in milliseconds. */
const MEMORY = 10 * 60_000;
/** How many turns are kept; the oldest go first. */
const MOST = 5_000;
/** So many prompts are not shown again soon. */
const SEEN = 50;

type Kept = Recall & { readonly misses: number };

const nothing: Kept = { context: undefined, language: undefined, seen: [], misses: 0 };

/** Creates a memory of turns that never holds more than {@link MOST}, and is gone at a restart. */
export function createTurns(): Turns {
  const turns = new LRUCache<string, Kept & { readonly until: number }>({ max: MOST });
  const greeted = new LRUCache<string, true>({ max: MOST });
  const find = (key: string, now: Date): Kept => {
    const kept = turns.get(key);
    return kept && kept.until > now.getTime() ? kept : nothing;
  };
  const change = (person: Person, conversation: Conversation, now: Date, to: (before: Kept) => Kept): Kept => {
    const key = turnKey(person, conversation);
    const after = to(find(key, now));
    for (const [each, { until }] of [...turns.entries()]) if (until <= now.getTime()) turns.delete(each);
    turns.set(key, { ...after, until: now.getTime() + MEMORY });
    return after;
  };
  return {
    load: async (person, conversation, now) => find(turnKey(person, conversation), now),
    save: async (person, conversation, turn, now) => {
      change(person, conversation, now, (before) => ({ ...before, ...turn, misses: 0 }));
    },
    miss: async (person, conversation, now) =>
      change(person, conversation, now, (before) => ({ ...before, misses: before.misses + 1 })).misses,
    shown: async (person, conversation, prompt, now) => {
      change(person, conversation, now, (before) => ({ ...before, seen: [prompt, ...before.seen].slice(0, SEEN) }));
    },
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
export function createStoredTurns(storage: MemoryStorage, memory: Turns): Turns {
  const { contexts, seenPrompts, installations } = storage;
  return {
    async load(person, conversation, now) {
      const key = keyOf(person);
      if (!key) return memory.load(person, conversation, now);
      const [saved, seen] = await Promise.all([contexts.load(key, conversation.id, now), seenPrompts.list(key)]);
      const turn = turnSchema.safeParse(saved).data as Turn | undefined;
      return { context: turn?.context, language: turn?.language, seen };
    },
    async save(person, conversation, turn, now) {
      const key = keyOf(person);
      return key ? contexts.save(key, conversation.id, turn, now) : memory.save(person, conversation, turn, now);
    },
    async miss(person, conversation, now) {
      const key = keyOf(person);
      return key ? contexts.miss(key, conversation.id, now) : memory.miss(person, conversation, now);
    },
    async shown(person, conversation, prompt, now) {
      const key = keyOf(person);
      if (!key) return memory.shown(person, conversation, prompt, now);
      if (conversation.kind === 'personal') await seenPrompts.add(key, prompt, now);
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
  const { person, conversation, at } = incoming;
  const after = findContext(compass.library, question, answers, context);
  if (after) await turns.save(person, conversation, { context: after, language: asker.language }, at);
  for (const each of answers) {
    const shown = 'prompts' in each ? each.prompts : 'prompt' in each && each.prompt ? [each.prompt] : [];
    for (const { id } of shown) await turns.shown(person, conversation, id, at);
  }
}

/** What the next message may follow, given what was asked and answered; undefined leaves what was there before. */
function findContext(library: Library, question: Question, answers: readonly Answer[], before: LastTurn | undefined): LastTurn | undefined {
  const [answer] = answers;
  const followed = answer && findFollowed(question, answer);
  if (!answer || !followed) return undefined;
  return {
    question: followed,
    statements: summarise(library, followed, answer).statements.slice(0, NUMBERED),
    prompt: 'prompt' in answer ? answer.prompt?.id : undefined,
    earlier: before && before.question.intent !== 'ambiguous' && followed.intent !== 'service' ? before.question : undefined,
  };
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
  if (answer.kind === 'role-set') return askRole(answer.framework, answer.role);
  const isAsked = answer.kind === 'delete-data' && !answer.done;
  return isAnswerable(question) || question.intent.startsWith('nudge-') || isAsked ? question : undefined;
}
