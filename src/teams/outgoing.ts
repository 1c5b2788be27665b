import type { Activity, TurnContext } from 'botbuilder';
import type { CardJson, Message, Reply } from '../cards/message.js';
import { timeLeft } from '../clock.js';
import { type Incoming, isInDialog } from '../conversation/incoming.js';
import { type ErrorTrace, traceError } from '../errors.js';
import { SendFailed, watchCalls } from './connector-client.js';
import { anonymousUnfurl } from './guard.js';
import { findRetry, type Pacing, usualPacing } from './retry.js';

/** Content type of an Adaptive Card, in attachments and in answers to `adaptiveCard/action`. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

/** What an `adaptiveCard/action` is answered with (Teams, Universal Actions: "Response format"). */
export type ActionAnswer =
  | { readonly statusCode: 200; readonly type: string; readonly value: CardJson | string }
  | { readonly statusCode: 429; readonly type: string; readonly value: { readonly code: string; readonly message: string } };

/** What a dialog's invoke is answered with: a card in the dialog, or words in a small one (Teams, "Use dialogs with bots"). */
export type DialogAnswer = {
  readonly task:
    | {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly height: DialogSize;
          readonly width: DialogSize;
          readonly card: { readonly contentType: string; readonly content: CardJson };
        };
      }
    | { readonly type: 'message'; readonly value: string };
};

type DialogSize = 'small' | 'medium' | 'large';

/**
 * How sending went: everything left, or it stopped at the first that did not (later ones would come out of order).
 * `hasLeft` is false where surely nothing of that one left this machine.
 */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly error: ErrorTrace; readonly hasLeft: boolean };

/**
 * One message as an activity: words alone, or one card without text beside it (Teams would split it in two) and a summary for the
 * notification. With thumbs under it where it is about something (Teams, "Feedback buttons"); the form behind them is ours.
 */
export function toActivity({ card, summary, brief, stays, about }: Message): Partial<Activity> {
  if (brief || stays) return { type: 'message', text: summary, textFormat: 'plain' };
  const thumbs = about && { channelData: { feedbackLoop: { type: 'custom' } } };
  return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }], ...thumbs };
}

/** The body that answers a card's button: the new card, or a message, an empty one for silence, that leaves the card as it is. */
function toActionAnswer(first: Message | undefined): ActionAnswer {
  if (!first || first.stays) return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: first?.summary ?? '' };
  return { statusCode: 200, type: cardType, value: first.card };
}

/** A card in a dialog, with the title of the dialog. */
export function toDialogCard(title: string, content: CardJson): DialogAnswer {
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: { contentType: cardType, content } } } };
}

/** Words in the place of a dialog. */
export function toDialogWords(value: string): DialogAnswer {
  return { task: { type: 'message', value } };
}

function toDialogAnswer({ card, summary, dialogTitle = summary, brief }: Message): DialogAnswer {
  return brief ? toDialogWords(summary) : toDialogCard(dialogTitle, card);
}

/** The body that answers a button pressed too often: the card stays, and Teams shows the words. */
export function toBusyAnswer({ summary }: Message, what: Incoming['what']): ActionAnswer | DialogAnswer | undefined {
  if (isInDialog({ what })) return toDialogWords(summary);
  if (what.kind === 'rated') return undefined;
  return { statusCode: 429, type: 'application/vnd.microsoft.error', value: { code: 'TooManyRequests', message: summary } };
}

/** Nothing to show for a link. Without the app, Teams takes no words in its place (Teams, "Zero install for link unfurling"). */
export const nothingUnfurled = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } } as const;

/** The body that answers an invoke of the message extension with words only: in its dialog, or in the place of results. */
export function toInvokeWords(name: string, { summary }: Message): object {
  if (name === anonymousUnfurl) return nothingUnfurled;
  if (name === 'composeExtension/fetchTask') return toDialogWords(summary);
  return { composeExtension: { type: 'message', text: summary } };
}

/** Whether it waits for an answer within its own request. */
export function isInvoke(what: Incoming['what']): boolean {
  return what.kind === 'rated' || (what.kind === 'action' && what.invoke);
}

/** The messages of a reply among what was planned for it: each with the activity that it became a message of its own by. */
export function messagesOf(activities: readonly Partial<Activity>[], reply: Reply): ReadonlyMap<Partial<Activity>, Message> {
  const first = activities.length - reply.length;
  const sent = reply.flatMap((message, at): [Partial<Activity>, Message][] => {
    const activity = activities[first + at];
    return activity?.type === 'message' ? [[activity, message]] : [];
  });
  return new Map(sent);
}

/**
 * Plans what to send for a reply, in order. A pressed card button gets the first card as the answer to its own
 * request and the rest as messages; everything else gets messages. Silence is an empty plan.
 */
export function planActivities(what: Incoming['what'], reply: Reply): readonly Partial<Activity>[] {
  // A form that was sent is answered with nothing, and what there is to say goes into the chat.
  if (what.kind === 'rated' && what.sent !== undefined) return [toInvokeResponse(undefined), ...reply.map(toActivity)];
  if (!isInvoke(what)) return reply.map(toActivity);
  const [first, ...rest] = reply;
  // A dialog that is answered with nothing closes.
  const body = isInDialog({ what }) ? first && toDialogAnswer(first) : toActionAnswer(first);
  return [toInvokeResponse(body), ...rest.map(toActivity)];
}

/** The answer to an invoke within its own request. */
export function toInvokeResponse(body: unknown): Partial<Activity> {
  return { type: 'invokeResponse', value: { status: 200, body } };
}

/** Plans what to say where there is no proper answer: in a dialog words alone, since its buttons would lead into the same. */
export function planSorry(what: Incoming['what'], sorry: Message): readonly Partial<Activity>[] {
  return isInDialog({ what }) ? [toInvokeResponse(toDialogWords(sorry.summary))] : planActivities(what, [sorry]);
}

/** Teams takes 7 messages in a second and 8 in two from one conversation; after so many at once each waits a little. */
const sentAtOnce = 5;
const pauseMs = 280;

/**
 * Sends activities one after another, at a pace that Teams allows: 20 take some 5 s. A failed send is a value, so that
 * nobody answers it with one more send. What Teams was too busy for is sent once more, when it says.
 */
export async function sendActivities(
  context: Pick<TurnContext, 'sendActivity'>,
  activities: readonly Partial<Activity>[],
  pacing: Pacing = usualPacing,
  onSent: OnSent = () => undefined,
): Promise<Sent> {
  for (const [at, activity] of activities.entries()) {
    if (at >= sentAtOnce) await pacing.pause(timeLeft(pauseMs));
    const sent = await sendTwice(context, activity, pacing, onSent);
    if (!sent.ok) return sent;
  }
  return { ok: true };
}

/** Is told of each activity that left, with the id it was given, where it was given one. */
export type OnSent = (activity: Partial<Activity>, id: string | undefined) => void;

async function sendTwice(
  context: Pick<TurnContext, 'sendActivity'>,
  activity: Partial<Activity>,
  pacing: Pacing,
  onSent: OnSent,
): Promise<Sent> {
  const first = await send(context, activity, onSent);
  if (first === undefined) return { ok: true };
  const waitMs = findRetry(first.error, pacing);
  if (waitMs === undefined) return toSent(first);
  if (waitMs > 0) await pacing.pause(waitMs);
  const second = await send(context, activity, onSent);
  return second ? toSent(second) : { ok: true };
}

type Failure = { readonly error: unknown; readonly hasLeft: boolean };

/** Undefined when it was sent. */
function send(context: Pick<TurnContext, 'sendActivity'>, activity: Partial<Activity>, onSent: OnSent): Promise<Failure | undefined> {
  return watchCalls(async (reached) => {
    try {
      const sent = await context.sendActivity(activity);
      onSent(activity, sent?.id || undefined);
      return undefined;
    } catch (error) {
      return { error, hasLeft: error instanceof SendFailed ? error.hasLeft : reached.isReached };
    }
  });
}

function toSent({ error, hasLeft }: Failure): Sent {
  return { ok: false, error: traceError(error), hasLeft };
}
