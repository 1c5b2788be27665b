/**
 * People who write to the service, and what they read.
 */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CardJson } from '../../src/cards/message.js';
import { textOfCard } from '../../src/cards/plain.js';
import { sign } from '../teams/issuer.js';
import { claimsFor, keys, tenant } from '../teams/registered.js';

/** An activity as JSON. */
export type Activity = Readonly<Record<string, unknown>>;

/** What came back: status 0 is a connection that ended without an answer. */
export type Reply = { readonly status: number; readonly body: unknown; readonly ms: number };

/** What a person reads: the words of all cards, and the cards. */
export type Read = Reply & { readonly text: string; readonly cards: readonly CardJson[] };

/** How a person's activities are sent. */
export type PostOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives up after so many milliseconds. */
  readonly mostMs?: number;
};

/** Whom to write to and as whom; what is left out is made up. */
export type Somebody = {
  readonly service: { readonly port: number };
  /** Where answers go. */
  readonly connector?: { readonly url: string };
  readonly isRegistered?: boolean;
  /** Milliseconds by which the service's clock is ahead of this process's. */
  readonly ahead?: number;
  readonly name?: string;
  /** What the entraId is, where several rows are about one person. */
  readonly entraId?: string;
};

/** One person. */
export type Person = {
  readonly entraId: string;
  readonly channelId: string;
  /** Writes in their own chat, and reads the answer in the response. */
  say(text: string, changes?: Activity, options?: PostOptions): Promise<Read>;
  /** Writes in their own chat, and leaves the answer to the connector. */
  send(text: string, changes?: Activity, options?: PostOptions): Promise<Reply>;
  /** Presses a button of a card; the answer is the body of the invoke. */
  press(data: unknown, changes?: Activity, trigger?: 'manual' | 'automatic'): Promise<Read>;
  post(activity: Activity, options?: PostOptions): Promise<Read>;
};

/** Longer than Teams waits for an answer (some 15 s). */
const patienceMs = 25_000;
const botId = '28:22222222-2222-4222-8222-222222222222';

/** Creates a person in a personal chat. */
export function createPerson(somebody: Somebody): Person {
  const { service, connector, isRegistered = false, ahead = 0, name = 'Anne Prøve', entraId = randomUUID() } = somebody;
  const channelId = `29:${entraId}`;
  const serviceUrl = connector?.url ?? 'http://127.0.0.1:9/connector';
  const common = () => ({
    channelId: 'msteams',
    id: randomUUID(),
    timestamp: new Date(Date.now() + ahead).toISOString(),
    serviceUrl,
    locale: 'da-DK',
    from: { id: channelId, name, aadObjectId: entraId },
    recipient: { id: botId, name: 'Ledelseskompas' },
    conversation: { conversationType: 'personal', tenantId: tenant, id: `a:${entraId}` },
    channelData: { tenant: { id: tenant } },
    entities: [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' }],
  });
  const post: Person['post'] = async (activity, options = {}) => {
    const authorization = isRegistered ? { authorization: bearer(serviceUrl, ahead) } : {};
    return read(await postBody(service.port, JSON.stringify(activity), { ...options, headers: { ...authorization, ...options.headers } }));
  };
  const message = (text: string, changes: Activity = {}) => ({ ...common(), type: 'message', text, textFormat: 'plain', ...changes });
  return {
    entraId,
    channelId,
    post,
    say: (text, changes, options) => post(message(text, { deliveryMode: 'expectReplies', ...changes }), options),
    send: (text, changes, options) => post(message(text, changes), options),
    press: (data, changes = {}, trigger = 'manual') =>
      post({
        ...common(),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', data }, trigger },
        ...changes,
      }),
  };
}

/** A genuine Authorization header at the time of the service's clock. */
export function bearer(serviceUrl: string, ahead = 0, key = keys.good): string {
  const seconds = Math.floor((Date.now() + ahead) / 1000);
  return `Bearer ${sign(key, claimsFor(serviceUrl, { nbf: seconds - 10, exp: seconds + 600 }))}`;
}

/** The changes that put an activity into a chat of several. */
export function inGroup(id: string): Activity {
  return { conversation: { isGroup: true, conversationType: 'groupChat', tenantId: tenant, id } };
}

/** The changes that mention the bot under a name; clients may leave the mention's own text out. */
export function mentioning(name: string, text = `<at>${name}</at>`): { readonly entities: readonly object[] } {
  return { entities: [{ type: 'mention', mentioned: { id: botId, name }, ...(text && { text }) }] };
}

/** Everything that a card's buttons carry. */
export function buttonsOf(cards: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { data } = node as { data?: unknown };
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) found.push(data as Record<string, unknown>);
    for (const each of Object.values(node)) look(each);
  };
  look(cards);
  return found;
}

/** The first button that does something; throws when no card has it. */
export function findButton({ cards, text }: Read, act: string): Record<string, unknown> {
  const found = buttonsOf(cards).find((data) => (data['act'] as { act?: unknown } | undefined)?.act === act);
  if (!found) throw new Error(`no card has a button "${act}": ${text.slice(0, 80)}`);
  return found;
}

function read(reply: Reply): Read {
  const cards = cardsOf(reply.body);
  return { ...reply, cards, text: cards.map(textOfCard).join('\n') };
}

/** The cards in any kind of answer. */
export function cardsOf(body: unknown): CardJson[] {
  if (typeof body !== 'object' || body === null) return [];
  if ((body as { type?: unknown }).type === 'AdaptiveCard') return [body as CardJson];
  return Object.values(body).flatMap(cardsOf);
}

/** What the service prepares for its answers begins a second after the start, and keeps it for a moment. */
const preparedMs = 1_300;

/** Waits until a service that has just started has also prepared its answers. */
export async function settle(service: { readonly port: number }): Promise<void> {
  await wait(preparedMs);
  await get(service.port, '/livez');
}

/** Posts an activity as text. */
export function postBody(port: number, body: string, { headers = {}, mostMs = patienceMs }: PostOptions = {}): Promise<Reply> {
  const begin = performance.now();
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  return new Promise((done) => {
    const finish = (status: number, text = '') => done({ status, body: parse(text), ms: Math.round(performance.now() - begin) });
    const call = request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers: all, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.once('end', () => finish(response.statusCode ?? 0, text)).once('error', () => finish(0));
    });
    call.setTimeout(mostMs, () => call.destroy());
    call.once('error', () => finish(0)).end(body);
  });
}

/** Asks for a page or for health: status (0: no answer) and milliseconds. */
export async function get(port: number, path: string, method = 'GET'): Promise<{ readonly status: number; readonly ms: number }> {
  const begin = performance.now();
  const options = { method, signal: AbortSignal.timeout(patienceMs) };
  const status = await fetch(`http://127.0.0.1:${port}${path}`, options).then(
    async (response) => {
      await response.arrayBuffer().catch(() => undefined);
      return response.status;
    },
    () => 0,
  );
  return { status, ms: Math.round(performance.now() - begin) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
