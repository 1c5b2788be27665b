/**
 * What is sent: a card, and what the notification says of it.
 */

/** An Adaptive Card as data; `cards/` builds them. */
export type CardJson = { readonly type: 'AdaptiveCard'; readonly [property: string]: unknown };

/** One message to send; `summary` is what the notification says. */
export type Message = { readonly card: CardJson; readonly summary: string };

/** What the bot answers; an empty list is silence. */
export type Reply = readonly Message[];
