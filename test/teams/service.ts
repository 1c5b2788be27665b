import { Writable } from 'node:stream';
import type { Message } from '../../src/cards/message.js';
import type { Bot } from '../../src/conversation/bot.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { createServer } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { type AdapterOptions, createAdapter } from '../../src/teams/adapter.js';
import type { AnswerInvoke } from '../../src/teams/extension.js';
import { isAllowedServiceUrl, type Policy } from '../../src/teams/guard.js';
import type { Limiter } from '../../src/teams/limits.js';
import { createReceiver, type ReceiverParts } from '../../src/teams/messages.js';
import { createClaims } from './claims.js';

/** A message whose card says one word. */
export const say = (word: string): Message => ({
  summary: `Kort: ${word}`,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: word, wrap: true }] },
});

/** The service on a free port, with a bot that says "svar" unless told otherwise. */
export type Service = {
  readonly url: string;
  readonly port: number;
  /** What the bot was asked, in order. */
  readonly asked: Incoming[];
  /** What was logged, line by line. */
  readonly logged: string[];
  /** How long sending waited, in milliseconds; no time passes. */
  readonly pauses: number[];
  /** What the bot does next. */
  answer: Bot;
  /** The time the service sees. */
  now: Date;
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>;
  stop(): Promise<void>;
};

const openPolicy: Policy = { local: true, isOurs: () => false, allowedServiceHosts: [] };

/** Starts the service in local mode, or as `options` and `policy` say. */
export async function startService(
  options: Partial<AdapterOptions> = {},
  policy: Policy = openPolicy,
  limit?: Limiter,
  invokes?: AnswerInvoke,
  more: Partial<Pick<ReceiverParts, 'claims' | 'shared' | 'budgets' | 'noteMs' | 'newTurn' | 'elapsed' | 'metrics'>> = {},
): Promise<Service> {
  const logged: string[] = [];
  const log = createLog(
    'debug',
    new Writable({
      write: (chunk, _encoding, done) => {
        logged.push(String(chunk));
        done();
      },
    }),
  );
  const isAllowed = (address: string) => isAllowedServiceUrl(address, policy);
  const adapter = createAdapter({
    elapsed: () => service.now.getTime(),
    credentials: undefined,
    openIdMetadataUrl: '',
    openIdRefreshMinutes: 1440,
    timeoutMs: 200,
    isAllowed,
    log,
    ...options,
  });
  const asked: Incoming[] = [];
  // Like the real one: nothing is done before it is known whose it is.
  const bot: Bot = async (incoming, isOurs) => {
    if ((await isOurs) === false) return [];
    asked.push(incoming);
    return service.answer(incoming);
  };
  const receive = createReceiver({
    adapter,
    bot,
    sorry: (_locale, why) => say(why ?? 'beklager'),
    policy,
    claims: createClaims(),
    pacing: { pause: async (ms) => service.pauses.push(ms), random: () => 0 },
    ...more,
    limit,
    invokes,
    clock: () => service.now,
    log,
  });
  const server = createServer({
    receive,
    keeping: { in: 'database', retentionDays: 45, inactiveDays: 400 },
    local: policy.local,
    metrics: more.metrics,
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const service: Service = {
    url,
    port,
    asked,
    logged,
    pauses: [],
    answer: async () => [say('svar')],
    now: new Date('2026-11-23T08:00:00Z'),
    async post(body, headers = {}) {
      const init = {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      };
      const response = await fetch(`${url}/api/messages`, init);
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    stop: () => server.stop(2_000),
  };
  return service;
}
