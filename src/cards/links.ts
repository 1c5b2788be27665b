/**
 * Addresses outside of a card that it may lead to.
 */
import { pathOf } from '../content/address.js';
import type { Place } from '../content/place.js';

/** Where the service, the bot and people who help are to be found, and which release runs, where that is known. */
export type Links = {
  /** The service's own host, `https://…` without a slash at the end; undefined: no links to pages. */
  readonly pages?: string | undefined;
  /** The bot's application id: names its 1:1 chat. */
  readonly bot?: string | undefined;
  /** Whom to turn to about a framework that names nobody. */
  readonly contact?: string | undefined;
  /** The release that runs, for whoever asks for help. */
  readonly version?: string | undefined;
};

/** The address of a place's page. */
export function pageLink({ pages }: Links, place: Place): string | undefined {
  return pages && `${pages}${pathOf(place)}`;
}

/** Teams' own dialog to share a page ("Share to Teams"). */
export function teamsShareLink(page: string): string {
  return `https://teams.microsoft.com/share?href=${encodeURIComponent(page)}`;
}

/** A reader's own chat with the bot (Teams, "Deep links to chat"). */
export function chatLink({ bot }: Links): string | undefined {
  return bot && `https://teams.microsoft.com/l/chat/0/0?users=28:${bot}`;
}
