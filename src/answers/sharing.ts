/**
 * What of an answer can be shared, and what its card is when somebody puts it into a message of their own.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, container, type Element, oneLine, plainText, textBlock } from '../cards/elements.js';
import { pageButtons } from '../cards/frame.js';
import { pageLink, teamsShareLink } from '../cards/links.js';
import type { Library } from '../content/library.js';
import { findPlace, type Place } from '../content/place.js';
import type { Shareable } from '../understanding/shareable.js';
import { type Answer, kindOf } from './kinds.js';

/** What of an answer can be shared; undefined for answers about a person, and talk. */
export function subjectOf(answer: Answer): Shareable | undefined {
  return kindOf(answer).subject?.(answer);
}

/** The place that is shared; undefined for a question, and for what the content has no more. */
export function findSharedPlace(library: Library, subject: Shareable): Place | undefined {
  return 'question' in subject ? undefined : findPlace(library, subject);
}

/** What goes under an answer that can be shared: "Del kortet", and with a page its address and Teams' own dialog. */
export function sharingOf(answer: Answer, desk: Desk): { readonly body: Element[]; readonly actions: CardAction[] } {
  const { t, view, library, links } = desk;
  const subject = view.group || view.inserted || view.surface === 'dialog' ? undefined : subjectOf(answer);
  const place = subject && findSharedPlace(library, subject);
  if (!subject || !(place || 'question' in subject)) return { body: [], actions: [] };
  const data = { do: 'share', act: { act: 'share', subject }, language: view.language } as const;
  const button: CardAction = { type: 'Action.Submit', title: t.share.button, data };
  const url = place && pageLink(links, place);
  if (!url) return { body: [], actions: [button] };
  const address = container([textBlock(t.share.linkNote), plainText(url, {}, { spacing: 'None' })], {
    id: 'address',
    isVisible: false,
    spacing: 'Medium',
  });
  return {
    body: [address],
    actions: [
      button,
      { type: 'Action.ToggleVisibility', title: t.share.showLink, targetElements: ['address'] },
      { type: 'Action.OpenUrl', title: t.share.inTeams, url: teamsShareLink(url) },
    ],
  };
}

/**
 * A card as it is put into somebody's message: complete, the same for everybody, and with nothing that asks the bot,
 * which may not be where it is shown. Folds and the way to the page stay.
 */
export function freeze(answer: Answer, { summary, head, body }: Draft, desk: Desk): Draft {
  const subject = subjectOf(answer);
  const actions = pageButtons(subject && findSharedPlace(desk.library, subject), desk);
  const line = desk.view.line?.trim() ? [plainText(oneLine(desk.view.line))] : [];
  return { summary, ...(head && { head }), body: [...line, ...body.filter((element) => !asksBot(element))], actions };
}

function asksBot(element: Element): boolean {
  return element.type === 'Container' && /Submit|Execute/.test(element.selectAction?.type ?? '');
}
