/**
 * Sharing into a conversation: where to, may they, post it.
 */

import { isAnswerable } from '../answers/answerer.js';
import type { Answer } from '../answers/kinds.js';
import type { ShareRemark, ShareWhat, Talk } from '../answers/share-form.js';
import { MOST_VIEWERS } from '../answers/shared.js';
import { findSharedPlace, subjectOf } from '../answers/sharing.js';
import { maxLine, type SharePressed } from '../cards/acts.js';
import { subjectOfStatement } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import type { Address } from '../conversation/person.js';
import { type Owner, zoneOf } from '../conversation/speaker.js';
import type { Shareable } from '../understanding/shareable.js';
import type { Changed, NewShare, SharingParts, StoredShare } from './ports.js';
import { toShared } from './shared-card.js';

const gone: readonly Answer[] = [{ kind: 'share-away', why: 'gone', next: [] }];

/** What was spoken of last, where that can be shared: the prompt that was shown, else what the question was about. */
export function subjectOfTalk({ library, answer }: Compass, { context, asker }: Owner): Shareable | undefined {
  const question = context?.question;
  if (!question || !isAnswerable(question)) return undefined;
  const prompt = question.intent === 'reflect' ? library.prompt(context.prompt ?? '') : undefined;
  const statement = prompt?.statements.map((id) => library.statement(id)).find((each) => each?.framework === prompt.framework);
  if (prompt && statement) return subjectOfStatement(statement, prompt);
  if (prompt) return { framework: prompt.framework, ...(prompt.theme && { theme: prompt.theme }), prompt: prompt.id };
  return subjectOf(answer(question, asker));
}

/** The form to share something. */
export async function openShareForm(parts: SharingParts, subject: Shareable, owner: Owner): Promise<readonly Answer[]> {
  const what = findWhat(parts.compass, subject, owner);
  return what ? [await fillForm(parts, what, owner)] : gone;
}

function findWhat({ answer, library }: Compass, subject: Shareable, { asker }: Owner): ShareWhat | undefined {
  const inner = answer.shown(subject, asker.language);
  return inner && { subject, inner, place: findSharedPlace(library, subject) };
}

async function fillForm(
  { storage, roster }: SharingParts,
  what: ShareWhat,
  owner: Owner,
  remark?: ShareRemark,
  draft?: string,
): Promise<Answer> {
  const conversations = await Promise.all((await listTalks(storage, owner)).map((talk) => withMembers({ storage, roster }, talk, owner)));
  return {
    kind: 'share-form',
    ...what,
    conversations,
    ...(remark && { remark }),
    ...(draft && { draft: draft.slice(0, maxLine) }),
    next: [],
  };
}

/** A conversation without a name is known by who else is in it: asked now, and not kept. */
async function withMembers({ storage, roster }: Pick<SharingParts, 'storage' | 'roster'>, talk: Talk, owner: Owner): Promise<Talk> {
  if (talk.name) return talk;
  const address = await storage.addresses.load({ kind: 'conversation', tenant: owner.key.tenant, conversation: talk.id });
  const members = address ? await roster.list(address, MOST_VIEWERS) : [];
  const others = members.filter(({ id, name }) => id !== owner.incoming.person.channelId && name !== '');
  return others.length > 0 ? { ...talk, others: others.map(({ name }) => name) } : talk;
}

async function listTalks({ talks }: Pick<SharingParts['storage'], 'talks'>, owner: Owner): Promise<Talk[]> {
  const zone = zoneOf(owner);
  return (await talks.list(owner.key)).map(({ id, kind, name, talkedAt }) => ({ id, kind, name, at: talkedAt, zone }));
}

/**
 * Shares into the chosen conversation. It must be one where this person talked to the bot, and the roster must say now
 * that they are in it; no answer means no.
 */
export async function post(
  parts: SharingParts,
  subject: Shareable,
  pressed: SharePressed,
  owner: Owner,
  changed: Changed,
): Promise<readonly Answer[]> {
  const { compass, storage, roster } = parts;
  const what = findWhat(compass, subject, owner);
  if (!what) return gone;
  const line = pressed.line?.trim() || undefined;
  const again = async (remark: ShareRemark) => [await fillForm(parts, what, owner, remark, line)];
  if (!pressed.conversation) return again('choose');
  if (line && line.length > maxLine) return again('long');
  const to = (await listTalks(storage, owner)).find(({ id }) => id === pressed.conversation);
  const address = to && (await storage.addresses.load({ kind: 'conversation', tenant: owner.key.tenant, conversation: to.id }));
  const member = address && (await roster.find(address, owner.incoming.person.channelId));
  if (!member) return again('not-member');
  const isRound = pressed.round === 'yes' && what.place?.prompt !== undefined;
  const share = {
    id: parts.newId(),
    conversation: to.id,
    subject: JSON.stringify(subject),
    isRound,
    name: member.name,
    line,
  };
  return (await put(parts, share, address, owner, changed)) ? [{ kind: 'share-done', to, next: [] }] : again('failed');
}

/** Noted before it is posted: the first viewer may press at once. What all see is in Danish, as the wording is. */
async function put(parts: SharingParts, share: NewShare, address: Address, { key, incoming }: Owner, changed: Changed): Promise<boolean> {
  const { compass, storage, roster, poster } = parts;
  const { shares } = storage;
  await shares.add(key, share, incoming.at);
  const stored: StoredShare = {
    ...share,
    activity: undefined,
    isClosed: false,
    sharer: { person: key, name: share.name, line: share.line },
  };
  const viewers = (await roster.list(address, MOST_VIEWERS)).map(({ id: viewer }) => viewer);
  const shown = await toShared({ compass, shares }, { ...stored, tenant: key.tenant }, { viewers, language: 'da' });
  const sent = shown ? await poster.post(address, compass.cards(shown, { language: 'da', group: true })) : { ok: false as const };
  if (!sent.ok) await shares.drop(key, share.id);
  else if (sent.activity) await shares.noteActivity(key.tenant, share.id, sent.activity);
  // Whoever deleted everything about themselves while it was being posted must not stand on it.
  if (sent.ok && !(await shares.load(key.tenant, share.id))?.sharer) changed(key.tenant, share.id);
  return sent.ok;
}
