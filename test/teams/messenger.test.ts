import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import type { Outcome } from '../../src/nudges/rules/plan.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { SendFailed } from '../../src/teams/connector-client.js';
import { createMessenger, readOutcome } from '../../src/teams/messenger.js';
import { type Connector, type Response, startFaultyConnector } from '../nudges/connector.js';

const message: Message = { summary: 'Dagens spørgsmål', card: { type: 'AdaptiveCard', version: '1.5', body: [] } };
let response: Response;
let connector: Connector;

beforeEach(async () => {
  response = { status: 201 };
  connector = await startFaultyConnector(() => response);
});
afterEach(() => connector.close());

function send(changes: Record<string, string> = {}): Promise<Outcome> {
  const adapter = createAdapter({
    credentials: undefined,
    openIdMetadataUrl: '',
    openIdRefreshMinutes: 60,
    timeoutMs: 200,
    isAllowed: (url) => url.startsWith('http://127.0.0.1:'),
  });
  const address = { serviceUrl: connector.url, conversation: '19:team@thread.tacv2', botId: '28:bot', ...changes };
  return createMessenger({ adapter, appId: '' }).send(address, message);
}

const status = (code: number, headers?: Record<string, string>) => ({ status: code, ...(headers && { headers }) });
const word = (code: number, errorCode: string) => ({ status: code, code: errorCode });
const rows: readonly (readonly [string, Response, Outcome])[] = [
  ['200', status(200), { kind: 'sent' }],
  ['201', status(201), { kind: 'sent' }],
  ['202', status(202), { kind: 'sent' }],
  ['429 with Retry-After', status(429, { 'retry-after': '7' }), { kind: 'throttled', retryAfterMs: 7_000 }],
  ['429 without', status(429), { kind: 'throttled', retryAfterMs: undefined }],
  ['412', status(412), { kind: 'throttled', retryAfterMs: undefined }],
  ['408', status(408, { 'retry-after': '1' }), { kind: 'ambiguous', reason: 'http-408' }],
  ['500', status(500), { kind: 'ambiguous', reason: 'http-500' }],
  ['502', status(502), { kind: 'ambiguous', reason: 'http-502' }],
  ['503 with Retry-After', status(503, { 'retry-after': '1' }), { kind: 'ambiguous', reason: 'http-503' }],
  ['504', status(504), { kind: 'ambiguous', reason: 'http-504' }],
  ['a reset', 'reset', { kind: 'ambiguous', reason: 'network' }],
  ['no answer', 'silence', { kind: 'ambiguous', reason: 'timeout' }],
  ['half an answer', 'half', { kind: 'ambiguous', reason: 'timeout' }],
  ['an answer without measure', 'flood', { kind: 'ambiguous', reason: 'network' }],
  ['403 BotNotInConversationRoster', word(403, 'BotNotInConversationRoster'), { kind: 'unreachable', reason: 'removed' }],
  ['403 MessageWritesBlocked', word(403, 'MessageWritesBlocked'), { kind: 'unreachable', reason: 'blocked' }],
  ['403 ConversationBlockedByUser', word(403, 'ConversationBlockedByUser'), { kind: 'unreachable', reason: 'blocked' }],
  ['403 BotDisabledByAdmin', word(403, 'BotDisabledByAdmin'), { kind: 'unreachable', reason: 'disabled' }],
  ['403 in other words of the connector', word(403, 'SomethingNew'), { kind: 'unreachable', reason: 'forbidden' }],
  ['403 InvalidBotApiHost', word(403, 'InvalidBotApiHost'), { kind: 'refused', reason: 'http-403' }],
  ['403 of a proxy', status(403), { kind: 'refused', reason: 'http-403' }],
  ['404 ConversationNotFound', word(404, 'ConversationNotFound'), { kind: 'unreachable', reason: 'gone' }],
  ['404 of a proxy', status(404), { kind: 'refused', reason: 'http-404' }],
  ['400', word(400, 'BadSyntax'), { kind: 'refused', reason: 'http-400' }],
  ['401', status(401), { kind: 'not-sent', reason: 'http-401' }],
  ['413', status(413), { kind: 'refused', reason: 'http-413' }],
  ['a redirect', status(307, { location: '/elsewhere' }), { kind: 'refused', reason: 'http-307' }],
];

describe('a message that is sent without being asked for', () => {
  it.each(rows)('makes one request and says what became of it: %s', async (_name, answer, outcome) => {
    response = answer;
    expect(await send()).toEqual(outcome);
    expect(connector.received).toHaveLength(1);
  });

  it('is a post of its own in its conversation, with card and summary', async () => {
    await send({ userId: '29:person' });
    const [{ path, body } = { path: '', body: {} as Record<string, unknown> }] = connector.received;
    expect(decodeURIComponent(path)).toBe('/v3/conversations/19:team@thread.tacv2/activities');
    expect(body).toMatchObject({ type: 'message', summary: 'Dagens spørgsmål', from: { id: '28:bot' }, recipient: { id: '29:person' } });
    expect(body['attachments']).toEqual([{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }]);
    expect(body).not.toHaveProperty('replyToId');
  });

  it('makes no request to a host that is not allowed', async () => {
    expect(await send({ serviceUrl: 'https://evil.example/' })).toEqual({ kind: 'refused', reason: 'forbidden-host' });
    expect(connector.received).toEqual([]);
  });

  it('never throws, whatever address there is', async () => {
    expect(await send({ serviceUrl: '' })).toMatchObject({ kind: 'refused' });
    expect(connector.received).toEqual([]);
  });
});

describe('readOutcome', () => {
  const now = new Date('2026-11-24T08:00:00Z');

  it('reads Retry-After as a date', () => {
    expect(readOutcome(new SendFailed(429, 'Tue, 24 Nov 2026 08:00:30 GMT'), now)).toEqual({ kind: 'throttled', retryAfterMs: 30_000 });
    expect(readOutcome(new SendFailed(429, 'soon'), now)).toEqual({ kind: 'throttled', retryAfterMs: undefined });
  });

  it('takes what it does not know for sent, perhaps', () => {
    expect(readOutcome(new RangeError('x'), now)).toEqual({ kind: 'ambiguous', reason: 'RangeError' });
  });
});
