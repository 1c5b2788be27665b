/**
 * What the buttons about sharing do.
 */
import type { Answer } from '../answers/kinds.js';
import { type SharePressed, sharePressedSchema } from '../cards/acts.js';
import type { Doer, Sharing } from '../conversation/doers.js';
import { findObstacle, type Owner, type Speaker } from '../conversation/speaker.js';
import type { SharedCard } from '../people/ports.js';
import { createGatherer } from './gather.js';
import { openShareForm, post, subjectOfTalk } from './into.js';
import type { Changed, SharingParts } from './ports.js';
import { actInRound, showOwn } from './round.js';
import { type Refreshing, refreshCards, updateCard } from './update-card.js';

/** A card is changed at most so often (Teams, "Rate limiting for bots": 7 requests in a second for a conversation). */
const pauseMs = 1_000;

/** Sharing as the bot uses it. */
export type SharingDesk = Sharing & {
  /** "del", typed. */
  readonly share: Doer<'share'>;
  /** Changes cards that show more than is stored. What fails is noted as stale. */
  refresh(cards: readonly SharedCard[]): Refreshing;
  /** Resolves when every card shows the last state, or can't. */
  quiet(): Promise<void>;
};

/** Puts it together. */
export function createSharing(parts: SharingParts): SharingDesk {
  const gatherer = createGatherer({ pauseMs, sleep: parts.sleep, run: (key) => updateCard(parts, JSON.parse(key) as [string, string]) });
  const ask = ({ tenant, share }: Pick<SharedCard, 'tenant' | 'share'>) => gatherer.ask(JSON.stringify([tenant, share]));
  const changed = (tenant: string, share: string) => void ask({ tenant, share });
  const refresh = (cards: readonly SharedCard[]) => refreshCards(cards, ask, parts.sleep);
  return {
    async press(data, speaker) {
      if ((data as { do?: unknown } | null | undefined)?.do !== 'share') return undefined;
      const pressed = sharePressedSchema.safeParse(data).data;
      if (pressed) return act(parts, pressed, speaker, changed);
      const { what } = speaker.incoming;
      return what.kind === 'action' && what.auto ? [] : away('gone');
    },
    async leave({ person, conversation }) {
      if (conversation.kind !== 'personal') await parts.storage.talks.leave(person.tenant, conversation.id);
    },
    share: (_, speaker) =>
      inPrivate(speaker, async (owner) => {
        const subject = subjectOfTalk(parts.compass, owner);
        return subject ? openShareForm(parts, subject, owner) : away('nothing');
      }),
    refresh,
    quiet: () => gatherer.quiet(),
  };
}

function act(parts: SharingParts, pressed: SharePressed, speaker: Speaker, changed: Changed): Promise<readonly Answer[]> {
  const { act: wanted } = pressed;
  switch (wanted.act) {
    case 'share':
      return inPrivate(speaker, (owner) => openShareForm(parts, wanted.subject, owner));
    case 'post':
      return inPrivate(speaker, (owner) => post(parts, wanted.subject, pressed, owner, changed));
    case 'own':
      return showOwn(parts, wanted, speaker);
    case 'answer':
    case 'unanswer':
    case 'close':
      return actInRound(parts, { act: wanted.act, share: wanted.share, text: pressed.answer ?? '' }, speaker, changed);
  }
}

/** Where somebody has talked is for nobody else to see. */
async function inPrivate(speaker: Speaker, does: (owner: Owner) => Promise<readonly Answer[]>): Promise<readonly Answer[]> {
  const why = findObstacle(speaker);
  if (why === 'group') return away('group');
  return why ? [{ kind: 'not-here', why, next: [] }] : does(speaker as Owner);
}

function away(why: 'nothing' | 'gone' | 'group'): readonly Answer[] {
  return [{ kind: 'share-away', why, next: [] }];
}
