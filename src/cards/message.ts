/**
 * What is sent: a card, and what the notification says of it.
 */

/** An Adaptive Card as data; `cards/` builds them. */
export type CardJson = { readonly type: 'AdaptiveCard'; readonly [property: string]: unknown };

/**
 * One message to send; `summary` is what the notification says. `brief`: the summary says it all and there is nothing to
 * choose, so that it is sent as words; the card is for where only a card can stand.
 */
export type Message = { readonly card: CardJson; readonly summary: string; readonly brief?: true };

/** What the bot answers; an empty list is silence. */
export type Reply = readonly Message[];
