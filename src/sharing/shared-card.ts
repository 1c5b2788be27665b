/**
 * A stored share as the answer that shows it.
 */

import type { Round, SharedAnswer, Viewer } from '../answers/shared.js';
import type { Language } from '../content/language.js';
import { findPlace, type Place, subjectSchema } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import type { Shares, StoredShare } from './ports.js';

/** As many answers of a round stand on its card. */
const mostAnswers = 15;

/** What a share shows; undefined when the content has it no more. */
export function placeOfShare({ library }: Compass, { subject }: Pick<StoredShare, 'subject'>): Place | undefined {
  const parsed = subjectSchema.safeParse(JSON.parse(subject)).data;
  return parsed && findPlace(library, parsed);
}

/** The card of a share for everybody, or for one viewer. */
export async function toShared(
  { compass, shares }: { readonly compass: Compass; readonly shares: Pick<Shares, 'listAnswers'> },
  share: StoredShare & { readonly tenant: string },
  { viewers, viewer, language }: { readonly viewers: readonly string[]; readonly viewer?: Viewer; readonly language: Language },
): Promise<SharedAnswer | undefined> {
  const place = placeOfShare(compass, share);
  if (!place) return undefined;
  const round = share.isRound ? await loadRound(shares, share) : undefined;
  return {
    kind: 'shared',
    id: share.id,
    place,
    inner: compass.answer.at(place, language),
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
