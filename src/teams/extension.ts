/**
 * The message extension in Teams' shapes: each invoke parsed, and answered within its own request.
 */
import { z } from 'zod';
import { within } from '../clock.js';
import type { Incoming } from '../conversation/incoming.js';
import { keyOf, type PersonKey } from '../conversation/person.js';
import type { StoredProfile } from '../conversation/ports.js';
import { languageOf } from '../conversation/recall.js';
import { isMemoryGone, traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Profiles } from '../people/ports.js';
import type { Finder, Found, Looker } from '../sharing/finder.js';
import type { Item } from '../sharing/items.js';
import { html } from '../web/html.js';
import { anonymousUnfurl } from './guard.js';
import { cardType, nothingUnfurled, toDialogCard, toDialogWords } from './outgoing.js';

/** Who invokes, from where. */
export type Invoker = Omit<Incoming, 'what'>;

/** Answers an invoke by its name and value with the body to send; undefined for names that are not its own. */
export type AnswerInvoke = (name: string, value: unknown, invoker: Invoker) => Promise<unknown>;

/** What the message extension needs. */
export type ExtensionParts = {
  readonly finder: Finder;
  readonly profiles: Pick<Profiles, 'load'>;
  readonly log?: Pick<Log, 'warn'> | undefined;
};

/** So long a profile is waited for, in milliseconds: what is found without it is found, only in another order. */
const profileMs = 1_500;

/** Ids of the commands, as the manifest has them. */
const commands = { search: 'search', sharePrompt: 'sharePrompt', askAboutMessage: 'askAboutMessage' } as const;

const text = z.string().catch('');
const whole = (fallback: number, most: number) => z.int().min(0).max(most).catch(fallback);
const querySchema = z
  .object({
    commandId: text,
    parameters: z.array(z.object({ name: text, value: text }).catch({ name: '', value: '' })).catch([]),
    queryOptions: z.object({ skip: whole(0, 10_000), count: whole(25, 100) }).catch({ skip: 0, count: 25 }),
  })
  .catch({ commandId: '', parameters: [], queryOptions: { skip: 0, count: 25 } });
const actionSchema = z
  .object({
    commandId: text,
    data: z.unknown().optional(),
    messagePayload: z.object({ body: z.object({ content: text }).catch({ content: '' }) }).catch({ body: { content: '' } }),
  })
  .catch({ commandId: '', messagePayload: { body: { content: '' } } });
const linkSchema = z.object({ url: text }).catch({ url: '' });

/** The path of the link that an invoke is about; '' where it is about none. */
export function pathOfLink(value: unknown): string {
  const { url } = linkSchema.parse(value);
  return URL.canParse(url) ? new URL(url).pathname : '';
}

/** Creates what answers `composeExtension/…`. */
export function createExtension({ finder, profiles, log }: ExtensionParts): AnswerInvoke {
  const loadProfile = async (key: PersonKey): Promise<StoredProfile> => {
    try {
      return await within(profileMs, () => profiles.load(key));
    } catch (error) {
      if (!isMemoryGone(error)) throw error;
      log?.warn({ error: traceError(error) }, 'an invoke is answered without what is remembered');
      return {};
    }
  };
  const look = async (invoker: Invoker): Promise<Looker> => {
    const key = keyOf(invoker.person);
    return toLooker(invoker, key ? await loadProfile(key) : {});
  };
  return async (name, value, invoker) => {
    switch (name) {
      case 'composeExtension/query':
        return toResult(query(finder, value, await look(invoker)));
      case 'composeExtension/fetchTask':
        return toTask(open(finder, value, await look(invoker)));
      case 'composeExtension/submitAction':
        return submit(finder, value, await look(invoker));
      case 'composeExtension/queryLink':
        return toUnfurled(finder.unfurl(linkSchema.parse(value).url, await look(invoker)));
      case anonymousUnfurl: {
        // Whoever it says it is from: nothing is looked up, and the page behind the link is open to all.
        const found = finder.unfurl(linkSchema.parse(value).url, toLooker(invoker, {}));
        return found.kind === 'list' ? toUnfurled(found) : nothingUnfurled;
      }
      default:
        return undefined;
    }
  };
}

function toLooker({ locale, at }: Invoker, profile: StoredProfile): Looker {
  return { profile, language: profile.language ?? languageOf(locale), at };
}

function query(finder: Finder, value: unknown, looker: Looker): Found {
  const { commandId, parameters, queryOptions } = querySchema.parse(value);
  if (commandId !== commands.search) return finder.unknown(looker);
  const asked = parameters.find(({ name }) => name === 'query')?.value ?? '';
  return finder.search(asked, queryOptions, looker);
}

function open(finder: Finder, value: unknown, looker: Looker): Found {
  const { commandId, messagePayload } = actionSchema.parse(value);
  if (commandId === commands.sharePrompt) return finder.openPrompt(looker);
  if (commandId === commands.askAboutMessage) return finder.askAbout(messagePayload.body.content, looker);
  return finder.unknown(looker);
}

function submit(finder: Finder, value: unknown, looker: Looker): unknown {
  const { commandId, data } = actionSchema.parse(value);
  if (commandId !== commands.sharePrompt) return toTask(finder.unknown(looker));
  const found = finder.pressPrompt(data, looker);
  return found.kind === 'insert' ? toResult({ kind: 'list', items: [found.item] }) : toTask(found);
}

/** Message extensions, "Respond to user requests": without `attachmentLayout` some clients show nothing. */
function toResult(found: Found): unknown {
  if (found.kind !== 'list') return { composeExtension: { type: 'message', text: found.kind === 'say' ? found.text : '' } };
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.items.map((item) => toAttachment(item)) } };
}

/** Links are unfurled into cards of version 1.3 at most (Teams, "Link unfurling"); what ours use is older than that. */
function toUnfurled(found: Found): unknown {
  if (found.kind !== 'list') return toResult(found);
  return {
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.items.map((item) => toAttachment(item, '1.3')) },
  };
}

function toAttachment({ title, line, source, message }: Item, version?: string) {
  // Thumbnail cards read a little HTML.
  const content = { title: html`${title}`.html, subtitle: html`${source}`.html, text: html`${line}`.html };
  return {
    contentType: cardType,
    content: { ...message.card, ...(version && { version }) },
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content },
  };
}

function toTask(found: Found): unknown {
  if (found.kind === 'dialog') return toDialogCard(found.title, found.message.card);
  return toDialogWords(found.kind === 'say' ? found.text : '');
}
