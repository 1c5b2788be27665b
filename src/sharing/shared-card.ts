/**
 * A stored share as the answer that shows it.
 */

import type { Round, SharedAnswer, Viewer } from '../answers/shared.js';
import { findSharedPlace } from '../answers/sharing.js';
import type { Language } from '../content/language.js';
import type { Place } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import { type Shareable, shareableSchema } from '../understanding/shareable.js';
import type { Shares, StoredShare } from './ports.js';

/** As many answers of a round stand on its card. */
const mostAnswers = 15;

/** What a share shows; undefined when nobody can read it any more. */
function subjectOfShare({ subject }: Pick<StoredShare, 'subject'>): Shareable | undefined {
  return shareableSchema.safeParse(JSON.parse(subject)).data;
}

/** The place that a share shows; undefined for the answer to a question, and when the content has it no more. */
export function placeOfShare({ library }: Compass, share: Pick<StoredShare, 'subject'>): Place | undefined {
  const subject = subjectOfShare(share);
  return subject && findSharedPlace(library, subject);
}

/** The card of a share for everybody, or for one viewer. */
export async function toShared(
  { compass, shares }: { readonly compass: Compass; readonly shares: Pick<Shares, 'listAnswers'> },
  share: StoredShare & { readonly tenant: string },
  { viewers, viewer, language }: { readonly viewers: readonly string[]; readonly viewer?: Viewer; readonly language: Language },
): Promise<SharedAnswer | undefined> {
  const subject = subjectOfShare(share);
  const inner = subject && compass.answer.shown(subject, language);
  if (!inner) return undefined;
  const round = share.isRound ? await loadRound(shares, share) : undefined;
  return {
    kind: 'shared',
    id: share.id,
    place: placeOfShare(compass, share),
    inner,
    by: share.sharer?.name,
    line: share.sharer?.line,
    viewers,
    ...(viewer && { viewer }),
    ...(round && { round }),
    next: [],
  };
}

async function loadRound(
  shares: Pick<Shares, 'listAnswers'>,
  { tenant, id, isClosed }: StoredShare & { readonly tenant: string },
): Promise<Round> {
  const { count, newest } = await shares.listAnswers(tenant, id, mostAnswers);
  return { open: !isClosed, count, answers: newest.map(({ name, answer }) => ({ name, text: answer })) };
}
