/**
 * Who speaks, and what may be done for them.
 */

import type { Asker } from '../answers/asker.js';
import type { Answer } from '../answers/kinds.js';
import { defaultZone } from '../nudges/rules/plan.js';
import type { LastTurn } from '../understanding/follow-up.js';
import type { Incoming } from './incoming.js';
import type { PersonKey } from './person.js';
import type { StoredProfile } from './ports.js';
import type { Woken } from './reminding.js';

/** Who speaks, as the activity proves it; nothing here ever comes from the data of a card. */
export type Speaker = {
  /** Whose notes and settings; undefined where the channel does not say: then nothing is stored. */
  readonly key: PersonKey | undefined;
  readonly profile: StoredProfile;
  readonly asker: Asker;
  /** What was spoken of before. */
  readonly context: LastTurn | undefined;
  readonly incoming: Incoming;
  /** True where their message before this one was not understood. */
  readonly missed?: boolean | undefined;
  /** The daily questions as this message found them. */
  readonly woken?: Woken | undefined;
  /** True where what is remembered of them could not be looked up: nothing personal can be done, and the profile is empty. */
  readonly forgetful?: boolean | undefined;
};

/** A speaker in their own chat, whom the channel names: the only one who is shown or asked anything personal. */
export type Owner = Speaker & { readonly key: PersonKey };

/** The zone in which a speaker reads times: their client's, else the one in their profile, else their municipality's. */
export function zoneOf({ incoming, profile }: Pick<Speaker, 'incoming' | 'profile'>): string {
  return incoming.timeZone ?? profile.timeZone ?? incoming.homeZone ?? defaultZone;
}

/** What of a profile may be used where a message was written: among others nobody's role, which they said in private. */
export function profileFor({ kind }: Incoming['conversation'], { role, ...profile }: StoredProfile): StoredProfile {
  return { ...profile, ...(role && kind === 'personal' && { role }) };
}

/** Why nothing personal is done for a speaker here; undefined when it may. */
export function findObstacle({ key, incoming }: Speaker): 'group' | 'nobody' | undefined {
  if (incoming.conversation.kind !== 'personal') return 'group';
  return key ? undefined : 'nobody';
}

/** Lets only the owner through; others are told why. */
export function personally<T>(
  does: (asked: T, owner: Owner) => Promise<readonly Answer[]>,
): (asked: T, speaker: Speaker) => Promise<readonly Answer[]> {
  return async (asked, speaker) => {
    const why = findObstacle(speaker);
    return why ? [{ kind: 'not-here', why, next: [] }] : does(asked, speaker as Owner);
  };
}
