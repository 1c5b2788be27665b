/**
 * The card in a conversation as it should be now.
 */
import type { CardCounts } from '../answers/my-data.js';
import { MOST_VIEWERS } from '../answers/shared.js';
import type { Message } from '../cards/message.js';
import type { SharedCard } from '../people/ports.js';
import type { SharingParts } from './ports.js';
import { toShared } from './shared-card.js';

/** Whether a card shows what is stored; `failed`: it may show more. */
export type CardState = 'fresh' | 'failed';

/** Waited before each further try: two hiccups of Teams pass in it, and who waits for the card is not kept long. */
const backoffMs: readonly number[] = [500, 2_000];
/** So often a card is drawn again because it changed while it was on its way. */
const mostDrawn = 3;

/** Shows everybody the last state of a card, in a few tries; where that fails the card is noted, to be tried again by the daily round. */
export async function updateCard(parts: SharingParts, [tenant, id]: readonly [string, string]): Promise<CardState> {
  const { shares } = parts.storage;
  let state = await showLastState(parts, tenant, id);
  for (const wait of backoffMs) {
    if (state !== 'failed') break;
    await parts.sleep(wait);
    state = await showLastState(parts, tenant, id);
  }
  await shares.noteCard(tenant, id, state === 'fresh' ? 'fresh' : 'stale');
  return state === 'fresh' ? 'fresh' : 'failed';
}

/** Another instance may change what is stored while this one's card is on its way: then it goes once more. */
async function showLastState(parts: SharingParts, tenant: string, id: string): Promise<CardState | 'lost'> {
  let shown = '';
  for (let drawn = 0; drawn < mostDrawn; drawn += 1) {
    const plan = await planCard(parts, tenant, id);
    if (typeof plan === 'string') return plan;
    if (plan.state === shown) return 'fresh';
    if (!(await plan.show())) return 'failed';
    shown = plan.state;
  }
  return 'fresh';
}

type Plan = { readonly state: string; readonly show: () => Promise<boolean> };

/** What the card should show; `lost` where nobody knows which message it is. A card whose content is gone says so, and no more. */
async function planCard(parts: SharingParts, tenant: string, id: string): Promise<Plan | CardState | 'lost'> {
  const { compass, storage, roster, poster } = parts;
  const share = await storage.shares.load(tenant, id);
  if (!share) return 'fresh';
  const address = share.activity && (await storage.addresses.load({ kind: 'conversation', tenant, conversation: share.conversation }));
  if (!share.activity || !address) return 'lost';
  const { activity } = share;
  const draw = async (viewers: readonly string[]): Promise<Message> => {
    const shown = await toShared({ compass, shares: storage.shares }, { ...share, tenant }, { viewers, language: 'da' });
    return compass.cards(shown ?? { kind: 'share-away', why: 'gone', next: [] }, { language: 'da', group: true });
  };
  return {
    state: JSON.stringify(await draw([])),
    show: async () =>
      poster.update(address, activity, await draw((await roster.list(address, MOST_VIEWERS)).map(({ id: viewer }) => viewer))),
  };
}

/** Cards that are being changed: how far it is, and when it is over, whether it worked or not. */
export type Refreshing = { counts(): CardCounts; readonly done: Promise<void> };

/** Between two cards of one conversation (Teams allows 7 requests in a second, and each card takes two). */
const betweenMs = 400;

/** Changes cards: conversations beside each other, the cards of one after another. */
export function refreshCards(
  cards: readonly SharedCard[],
  ask: (card: SharedCard) => Promise<CardState | undefined>,
  sleep: (ms: number) => Promise<void>,
): Refreshing {
  const counts = { changed: 0, failed: 0 };
  const lanes = new Map<string, SharedCard[]>();
  for (const card of cards) {
    const lane = JSON.stringify([card.tenant, card.conversation]);
    lanes.set(lane, [...(lanes.get(lane) ?? []), card]);
  }
  const change = async (lane: readonly SharedCard[]) => {
    for (const [at, card] of lane.entries()) {
      if (at > 0) await sleep(betweenMs);
      counts[(await ask(card)) === 'fresh' ? 'changed' : 'failed'] += 1;
    }
  };
  const done = Promise.all([...lanes.values()].map(change)).then(() => undefined);
  return { counts: () => ({ ...counts, pending: cards.length - counts.changed - counts.failed }), done };
}
