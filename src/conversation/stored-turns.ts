/**
 * Turns in the database, so that the next message may reach another instance.
 */
import { z } from 'zod';
import { questionSchema } from '../questions/question.js';
import { keyOf } from '../storage/keys.js';
import type { Storage } from '../storage/storage.js';
import type { Conversation, Person } from './incoming.js';
import type { Turn, Turns } from './turns.js';

const ambiguousSchema = z.object({
  intent: z.literal('ambiguous'),
  about: z.enum(['framework', 'role', 'reading']),
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
export function createStoredTurns(storage: Pick<Storage, 'contexts' | 'seenPrompts' | 'installations'>, memory: Turns): Turns {
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
