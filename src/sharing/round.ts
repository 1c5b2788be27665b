/**
 * What people do on a shared card: see their own level, answer, take their answer back, close it.
 */

import type { Answer } from '../answers/kinds.js';
import type { RoundRemark } from '../answers/shared.js';
import { maxRoundAnswer } from '../cards/acts.js';
import type { Speaker } from '../conversation/speaker.js';
import { findOwn } from './own-level.js';
import type { Changed, SharingParts, StoredShare } from './ports.js';
import { placeOfShare, toShared } from './shared-card.js';

type Found = StoredShare & { readonly tenant: string };

const away = (why: 'gone' | 'group'): readonly Answer[] => [{ kind: 'share-away', why, next: [] }];

/** The share that a press is about, where it stands in the conversation of the press. */
async function findShare({ storage }: SharingParts, id: string, { incoming }: Speaker): Promise<Found | undefined> {
  const tenant = incoming.person.tenant.toLowerCase();
  const share = await storage.shares.load(tenant, id);
  return share && share.conversation === incoming.conversation.id ? { ...share, tenant } : undefined;
}

/** Whether what is answered is seen by the presser alone: the answer to their own request is, a message is not. */
function isPrivate({ incoming: { what } }: Speaker): boolean {
  return what.kind === 'action' && what.invoke;
}

/**
 * A shared card for the presser's own role, to them alone. A client that asks by itself about a card that is no longer
 * known is left with the card it has; one that only knows messages is sent to the person's own chat.
 */
export async function showOwn(
  parts: SharingParts,
  { share: id, auto }: { readonly share: string; readonly auto?: true | undefined },
  speaker: Speaker,
): Promise<readonly Answer[]> {
  const share = await findShare(parts, id, speaker);
  if (!isPrivate(speaker)) return away(share ? 'group' : 'gone');
  const shown = share && (await showTo(parts, share, speaker));
  return shown ? [shown] : auto ? [] : away('gone');
}

async function showTo(
  { compass, storage }: SharingParts,
  share: Found,
  speaker: Speaker,
  remark?: RoundRemark,
): Promise<Answer | undefined> {
  const { key, profile, asker, incoming } = speaker;
  const place = placeOfShare(compass, share);
  const own = place && findOwn(compass, place, profile, asker.language);
  const isSharer = key !== undefined && share.sharer?.person.entraId === key.entraId;
  const answer = share.isRound && key ? await storage.shares.findAnswer(key, share.id) : undefined;
  const viewer = { isSharer, ...(own && { own }), ...(answer !== undefined && { answer }), ...(remark && { remark }) };
  const viewers = [incoming.person.channelId];
  return toShared({ compass, shares: storage.shares }, share, { viewers, viewer, language: asker.language });
}

/** What is done in a round; `text` is the answer as it was typed. */
export type RoundStep = { readonly act: 'answer' | 'unanswer' | 'close'; readonly share: string; readonly text: string };

/** Does it, shows the presser their view, and has the card changed for all. */
export async function actInRound(parts: SharingParts, step: RoundStep, speaker: Speaker, changed: Changed): Promise<readonly Answer[]> {
  const share = await findShare(parts, step.share, speaker);
  if (!share?.isRound) return away('gone');
  if (!speaker.key) return [{ kind: 'not-here', why: 'nobody', next: [] }];
  const remark = await carryOut(parts, step, share, speaker, speaker.key);
  if (!remark) changed(share.tenant, share.id);
  if (!isPrivate(speaker)) return [];
  const now = await findShare(parts, step.share, speaker);
  const shown = now && (await showTo(parts, now, speaker, remark));
  return shown ? [shown] : away('gone');
}

async function carryOut(
  parts: SharingParts,
  { act, text }: RoundStep,
  share: Found,
  { incoming }: Speaker,
  key: NonNullable<Speaker['key']>,
): Promise<RoundRemark | undefined> {
  const { shares } = parts.storage;
  if (act === 'unanswer') {
    await shares.unanswer(key, share.id);
    return undefined;
  }
  if (act === 'close') return (await shares.close(key, share.id, incoming.at)) === 'closed' ? undefined : 'failed';
  const answer = text.trim();
  if (answer === '') return 'empty';
  if (answer.length > maxRoundAnswer) return 'long';
  const member = await findMember(parts, share, incoming.person.channelId);
  if (!member) return 'failed';
  return (await shares.answer(key, share.id, { name: member.name, text: answer }, incoming.at)) === 'kept' ? undefined : 'closed';
}

async function findMember({ storage, roster }: SharingParts, { tenant, conversation }: Found, user: string) {
  const address = await storage.addresses.load({ kind: 'conversation', tenant, conversation });
  return address && roster.find(address, user);
}
