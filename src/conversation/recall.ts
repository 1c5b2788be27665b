/**
 * All that is known of whoever sent something, and the language they are answered in.
 */

import { within } from '../clock.js';
import type { Language } from '../content/language.js';
import { isMemoryGone, traceError } from '../errors.js';
import { localDate } from '../nudges/rules/cadence.js';
import type { BotParts } from './doers.js';
import type { Incoming } from './incoming.js';
import { stranger } from './memory.js';
import { keyOf } from './person.js';
import type { Recall } from './ports.js';
import { profileFor, type Speaker, zoneOf } from './speaker.js';

/** Somebody who writes, before it is known in which language. */
export type Met = Pick<Speaker, 'key' | 'profile' | 'incoming' | 'woken' | 'forgetful'> & { readonly recall: Recall };

/** So long what is remembered is waited for, in milliseconds: a person waits for the answer, and most can be said without. */
const memoryMs = 2_000;

/** Looks up all that is known of whoever sent something; where that can't be reached they are a stranger, and it is said. */
export async function meet(incoming: Incoming, { turns, log }: Pick<BotParts, 'turns' | 'log'>): Promise<Met> {
  const key = keyOf(incoming.person);
  try {
    const recall = await within(memoryMs, () => turns.load(incoming));
    return { key, profile: recall.profile, incoming, recall };
  } catch (error) {
    if (!isMemoryGone(error)) throw error;
    log?.warn({ error: traceError(error) }, 'a message is answered without what is remembered');
    return { key, profile: stranger.profile, incoming, recall: stranger, forgetful: true };
  }
}

/** Notes that somebody is here, where that is news; and questions that stopped because nothing could be delivered start again. */
export async function takeIn(met: Met, parts: Pick<BotParts, 'turns' | 'nudges' | 'log'>): Promise<Met> {
  const { incoming, recall } = met;
  if (met.forgetful) return met;
  if (!recall.isNoted) await parts.turns.keep(incoming, { isNews: true });
  if (!recall.plan?.plan.stopped) return { ...met, woken: { plan: recall.plan?.plan, known: { of: recall.plan } } };
  return { ...met, woken: await attempt(async () => parts.nudges?.wake(incoming), parts) };
}

/** Does something that the answer can do without; when the database fails it, the answer stands. */
export async function attempt<T>(task: () => Promise<T>, { log }: Pick<BotParts, 'log'>): Promise<T | undefined> {
  try {
    return await within(memoryMs, task);
  } catch (error) {
    if (!isMemoryGone(error)) throw error;
    log?.warn({ error: traceError(error) }, 'something was not remembered');
    return undefined;
  }
}

/**
 * The language is the one a person chose, else that of what they wrote or pressed (`language`), of what was said before,
 * of their client. `again`: nor was the message before understood.
 */
export function toSpeaker({ recall, ...met }: Met, random: (n: number) => number, language?: Language, again = false): Speaker {
  const { incoming, profile } = met;
  // What somebody said of themselves in private is not told among others.
  const { framework, role } = profileFor(incoming.conversation, profile);
  const asker = {
    group: incoming.conversation.kind !== 'personal',
    random,
    language: profile.language ?? language ?? recall.language ?? languageOf(incoming.locale),
    seen: recall.seen,
    again,
    home: framework,
    profile: framework && role ? { framework, role } : undefined,
    today: localDate(incoming.at, zoneOf({ incoming, profile })),
  };
  return { ...met, context: recall.context, asker, missed: recall.misses > 0 };
}

/** Danish unless a client's locale says English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
}
