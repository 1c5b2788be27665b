import { z } from 'zod';
import type { Incoming } from '../conversation/incoming.js';
import type { Address, Conversation } from '../conversation/person.js';

import { parseJson } from './json.js';
import { stripMentions } from './mentions.js';

/** `undefined` for anything that isn't the shape: details that only enrich an answer must never refuse a message. */
const soft = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
const softText = soft(z.string().max(1000));
const softList = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema.nullable().catch(null))
    .catch([])
    .transform((all) => all.filter((one) => one !== null));

/**
 * What the SDK copies into every answer. It can make no request where this is anything but text, so an activity that has
 * a list for a name is refused like one without a sender.
 */
const copied = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);
const copiedText = copied(z.string().max(1000));
/** Ids go into addresses and headers as well, and those hold printable ASCII; so do the ids that Teams gives. */
const asciiId = z
  .string()
  .max(1000)
  .regex(/^[\x20-\x7e]*$/);

const envelopeSchema = z.object({
  type: z.string().min(1),
  id: copied(asciiId),
  name: softText,
  action: softText,
  channelId: softText,
  serviceUrl: softText,
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: copiedText,
  localTimezone: softText,
  replyToId: softText,
  timestamp: softText,
  from: z.object({ id: asciiId.min(1), name: copiedText, aadObjectId: copiedText, role: copiedText }),
  recipient: copied(z.object({ id: copied(asciiId), name: copiedText, aadObjectId: copiedText, role: copiedText })),
  conversation: z.object({
    id: asciiId.min(1),
    name: copiedText,
    tenantId: copiedText,
    conversationType: copiedText,
    isGroup: copied(z.boolean()),
    aadObjectId: copiedText,
    role: copiedText,
  }),
  channelData: soft(
    z.object({
      tenant: soft(z.object({ id: softText })),
      team: soft(z.object({ name: softText })),
      channel: soft(z.object({ name: softText })),
      eventType: softText,
    }),
  ),
  membersAdded: softList(z.object({ id: z.string() })),
  attachments: softList(z.object({ contentType: softText, content: z.unknown().optional() })),
  entities: softList(
    z.object({
      type: z.string(),
      text: softText,
      mentioned: soft(z.object({ id: softText, name: softText })),
      locale: softText,
      timezone: softText,
    }),
  ),
});

/** What we read of an activity. Everything else stays untouched (Bot Framework activity schema; Teams' additions in `channelData`). */
export type Envelope = z.output<typeof envelopeSchema>;

/** What an activity means to us: something for the bot, nothing to do, or an invoke that nobody here answers. */
export type ReadActivity =
  | { readonly kind: 'incoming'; readonly incoming: Incoming }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'extensionInvoke' };

/** Parses the body of a request; undefined when type, sender or conversation are missing, or no answer could be made. */
export function parseEnvelope(body: unknown): Envelope | undefined {
  return envelopeSchema.safeParse(body).data;
}

/** Reads an activity. Message edits, deletions, reactions, other bots and unknown types are ignored. `now` stands in for a missing time. */
export function readActivity(activity: Envelope, now: Date, local: boolean): ReadActivity {
  const rated = activity.type === 'invoke' ? readRated(activity) : undefined;
  if (activity.type === 'invoke' && !rated && !isPressed(activity)) return { kind: 'extensionInvoke' };
  const what = rated ?? readWhat(activity);
  return what ? { kind: 'incoming', incoming: { ...readSender(activity, now, local), what } } : { kind: 'ignored' };
}

/** What a button sends whose answer opens a dialog, and a button in one (Teams, "Use dialogs with bots"). */
const dialogInvokes: readonly (string | undefined)[] = ['task/fetch', 'task/submit'];

/** Whether an invoke is a pressed button of a card of ours. */
function isPressed({ name }: Envelope): boolean {
  return name === 'adaptiveCard/action' || dialogInvokes.includes(name);
}

const reactionSchema = z.enum(['like', 'dislike']);
const pressedThumb = z.object({
  data: z.object({ actionName: z.literal('feedback'), actionValue: z.object({ reaction: reactionSchema }) }),
});
const sentThumb = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: reactionSchema, feedback: z.unknown().optional() }),
});

/**
 * A thumb under an answer (Teams, "Feedback buttons": `message/fetchTask` asks for the bot's form, `message/submitAction` brings what
 * stood in it, or in the client's own, as JSON in a text). Undefined for everything else.
 */
function readRated({ name, value, replyToId: answer }: Envelope): Extract<Incoming['what'], { kind: 'rated' }> | undefined {
  if (name === 'message/fetchTask') {
    const reaction = pressedThumb.safeParse(value).data?.data.actionValue.reaction;
    return reaction && { kind: 'rated', reaction, answer };
  }
  const sent = name === 'message/submitAction' ? sentThumb.safeParse(value).data?.actionValue : undefined;
  return sent && { kind: 'rated', reaction: sent.reaction, answer, sent: readFields(sent.feedback) ?? {} };
}

/** What stood in a form: as JSON in a text, or as an object; Microsoft's test client sends the words alone. */
function readFields(feedback: unknown): unknown {
  if (typeof feedback !== 'string') return feedback;
  const fields = parseJson(feedback);
  return typeof fields === 'object' ? fields : { feedbackText: feedback };
}

/** What Microsoft's test client says of everybody, whatever their browser speaks: in local mode it is nobody's choice. */
const testClientLocale = 'en-US';

/** Who sent an activity, from where and when; `local` where there is no registration. */
export function readSender(activity: Envelope, now: Date, local: boolean): Omit<Incoming, 'what'> {
  const at = new Date(activity.timestamp ?? Number.NaN);
  const client = activity.entities.find(({ type }) => type === 'clientInfo');
  const conversation = readConversation(activity);
  return {
    person: {
      tenant: activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '',
      entraId: activity.from.aadObjectId,
      channelId: activity.from.id,
    },
    ...(activity.from.name && { name: activity.from.name }),
    conversation,
    address: readAddress(activity, conversation),
    locale: [activity.locale, client?.locale].find((locale) => isLocale(locale) && !(local && locale === testClientLocale)),
    timeZone: [client?.timezone, activity.localTimezone].find(isTimeZone),
    at: Number.isNaN(at.getTime()) ? now : at,
  };
}

/** Where it was sent. A channel is called by its team as well. */
function readConversation(activity: Envelope): Conversation {
  const { team, channel } = activity.channelData ?? {};
  const kind = conversationKind(activity);
  const called = activity.conversation.name ?? ([team?.name, channel?.name].filter(Boolean).join(' › ') || undefined);
  const name = kind === 'personal' ? undefined : called;
  return { id: conversationId(activity), kind, ...(name !== undefined && { name }) };
}

/**
 * The address that an activity tells: in a personal chat the person's, in a channel or group chat the conversation's and
 * never the person's, or a private message would land among others.
 */
function readAddress({ serviceUrl, recipient, from }: Envelope, { id, kind }: Conversation): Address | undefined {
  if (!serviceUrl) return undefined;
  const botId = recipient?.id;
  return { serviceUrl, conversation: id, ...(botId && { botId }), ...(kind === 'personal' && { userId: from.id }) };
}

/** The conversation without the thread: in channels Teams adds `;messageid=…` to the id. */
function conversationId(activity: Envelope): string {
  return activity.conversation.id.replace(/;messageid=.*$/, '');
}

function readWhat(activity: Envelope): Incoming['what'] | undefined {
  const bot = activity.recipient?.id;
  switch (activity.type) {
    case 'invoke':
      if (dialogInvokes.includes(activity.name)) return { kind: 'action', data: dialogData(activity.value), invoke: true, dialog: true };
      return { kind: 'action', data: actionData(activity.value), invoke: true, ...(isAutomatic(activity.value) && { auto: true }) };
    case 'message':
      return activity.from.id === bot || activity.from.role === 'bot' ? undefined : readMessage(activity);
    case 'installationUpdate':
      if (activity.action === 'remove') return { kind: 'removed' };
      return activity.action === 'add' || activity.action === 'add-upgrade' ? { kind: 'installed' } : undefined;
    case 'conversationUpdate':
      return bot !== undefined && activity.membersAdded.some(({ id }) => id === bot) ? { kind: 'installed' } : undefined;
    default:
      return undefined;
  }
}

function readMessage(activity: Envelope): Incoming['what'] | undefined {
  if (/edit|delete/i.test(activity.channelData?.eventType ?? '')) return undefined;
  const text = readText(activity);
  if (text !== '') return { kind: 'text', text };
  if (activity.value !== undefined && activity.value !== null) return { kind: 'action', data: activity.value, invoke: false };
  return activity.attachments.some(isShown) ? { kind: 'attachment' } : { kind: 'text', text };
}

/** Teams adds the message itself as text/html to every text; only one that shows a picture is an attachment to a person. */
function isShown(attachment: { contentType: string | undefined; content?: unknown }): boolean {
  return attachment.contentType !== 'text/html' || /<(img|video|audio)\b/i.test(String(attachment.content));
}

/** Longest text that is looked at, in UTF-16 units: markup and quotes make a message several times as long. */
const mostText = 20_000;

/** What stands in HTML for somebody mentioned; in texts it is `<at>`. */
const mentionSpan = /<span[^<>]*skype\.com\/Mention[^<>]*>([^<>]*)<\/span>/g;

/**
 * The text as it was sent, the bot's mention gone and other mentions as plain names. A reply's quote is told apart from
 * what was written only in the HTML that Teams repeats the message in.
 */
function readText(activity: Envelope): string {
  const mentions = activity.entities.flatMap(({ type, text, mentioned }) =>
    type === 'mention' ? [{ text, id: mentioned?.id, name: mentioned?.name }] : [],
  );
  const repeated = activity.attachments.map(({ content }) => (typeof content === 'string' ? content : '')).find(hasQuote);
  const text = repeated?.slice(0, mostText).replace(mentionSpan, '<at>$1</at>') ?? (activity.text ?? '').slice(0, mostText);
  return stripMentions(text, mentions, activity.recipient?.id).trim();
}

function hasQuote(html: string): boolean {
  return /<blockquote\b/i.test(html);
}

function actionData(value: unknown): unknown {
  return z.object({ action: z.object({ data: z.unknown().optional() }) }).safeParse(value).data?.action.data;
}

/** What a button's data and the fields of its card are in a dialog's invokes; they stand beside what the client looks like. */
function dialogData(value: unknown): unknown {
  return z.object({ data: z.unknown().optional() }).safeParse(value).data?.data;
}

/** Whether a client sent a button's data by itself, to bring a card up to date (Teams, "Up to date cards"). */
function isAutomatic(value: unknown): boolean {
  return z.object({ trigger: z.literal('automatic') }).safeParse(value).success;
}

/** Unsure cases count as shared, never as personal: what is private must not be shown to a group. */
function conversationKind({ conversation, channelData }: Envelope): Conversation['kind'] {
  const { conversationType: type, isGroup, id } = conversation;
  if (type === 'personal' || type === 'groupChat' || type === 'channel') return type;
  if (channelData?.team || channelData?.channel) return 'channel';
  return type === undefined && !isGroup && !id.startsWith('19:') ? 'personal' : 'groupChat';
}

function isLocale(tag: string | undefined): tag is string {
  if (tag !== undefined && /^[a-z]{2}-[A-Z]{2}$/.test(tag)) return true;
  try {
    return tag !== undefined && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Asking about a zone takes longer than all else that is read, so the usual ones are looked up. */
const usualZones: ReadonlySet<string | undefined> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

function isTimeZone(zone: string | undefined): zone is string {
  if (usualZones.has(zone)) return true;
  try {
    return zone !== undefined && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
