/**
 * What is sent: a card, and what the notification says of it.
 */

/** An Adaptive Card as data; `cards/` builds them. */
export type CardJson = { readonly type: 'AdaptiveCard'; readonly [property: string]: unknown };

/** What an answer was about, as it is counted: its kind, and the ids of the document and the theme, '' for none. Never whose it was. */
export type AnswerAbout = { readonly kind: string; readonly framework: string; readonly theme: string };

/**
 * One message to send; `summary` is what the notification says. `brief`: the summary says it all and there is nothing to
 * choose, so that it is sent as words; the card is for where only a card can stand. `stays`: the summary is said of a button
 * that was pressed, and the card it stands on stays as it is. `dialogTitle` stands over a card of a dialog, at most
 * {@link longestDialogTitle} long. `about`: it can be liked or not, and what is counted then. `failed`: it says that something went
 * wrong here.
 */
export type Message = {
  readonly card: CardJson;
  readonly summary: string;
  readonly brief?: true;
  readonly stays?: true;
  readonly dialogTitle?: string;
  readonly about?: AnswerAbout;
  readonly failed?: true;
};

/** The longest title of a dialog, in UTF-16 units. */
export const longestDialogTitle = 64;

/** What the bot answers; an empty list is silence. */
export type Reply = readonly Message[];
