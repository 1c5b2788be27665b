/**
 * Who speaks: all that is known of a person when something comes in, and the language they are answered in.
 */
import type { Language } from './answers/asker.js';
import type { BotParts, Incoming } from './bot.js';
import type { Speaker } from './people/speaker.js';
import type { Recall } from './turns.js';

/** Somebody who writes, before it is known in which language. */
export type Met = Pick<Speaker, 'key' | 'profile' | 'incoming' | 'woken'> & { readonly recall: Recall };

/** Looks up all that is known of whoever sent something. */
export async function meet(incoming: Incoming, { people, turns, reminding }: BotParts): Promise<Met> {
  const { person, conversation, at } = incoming;
  const [known, woken, recall] = await Promise.all([
    people.meet(incoming),
    reminding?.wake(incoming),
    turns.load(person, conversation, at),
  ]);
  return { ...known, incoming, woken, recall };
}

/**
 * The language is the one a person chose, else that of what they wrote or pressed (`language`), of what was said before,
 * of their client. `again`: nor was the message before understood.
 */
export function toSpeaker({ recall, ...met }: Met, random: (n: number) => number, language?: Language, again = false): Speaker {
  const { incoming, profile } = met;
  const { framework, role } = profile;
  const asker = {
    group: incoming.conversation.kind !== 'personal',
    random,
    language: profile.language ?? language ?? recall.language ?? languageOf(incoming.locale),
    seen: recall.seen,
    again,
    profile: framework && role ? { framework, role } : undefined,
  };
  return { ...met, context: recall.context, asker };
}

/** Danish unless a client's locale says English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
}
