import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createCompass } from '../../src/conversation/compass.js';
import { createFinder } from '../../src/sharing/finder.js';
import { createExtension } from '../../src/teams/extension.js';
import { createLimiter, searchCost } from '../../src/teams/limits.js';
import { content } from '../support/content.js';
import { recorded } from './activities.js';
import { startIssuer } from './issuer.js';
import { foreignTenant, genuine, keys, registeredPolicy, registrationOf } from './registered.js';
import { type Service, startService } from './service.js';

const connector = 'http://127.0.0.1:9/connector';
const pages = 'https://kompas.example.dk';
const compass = createCompass(content.library, content.lexicon, {
  links: { pages },
  tables: content.compile(),
  learned: content.learned,
  dictionary: content.dictionary,
});
const load = vi.fn();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let service: Service;

beforeAll(async () => {
  issuer = await startIssuer([keys.good]);
  const options = { credentials: registrationOf('SingleTenant'), openIdMetadataUrl: issuer.metadataUrl };
  const invokes = createExtension({ finder: createFinder({ compass, pages, random: () => 0 }), profiles: { load } });
  const limit = createLimiter({ messagesPerMinute: searchCost.person * 4 });
  service = await startService(options, registeredPolicy, limit, invokes);
  service.now = new Date();
});
afterAll(() => Promise.all([service.stop(), issuer.close()]));

/** As Teams' documentation shows it: everything that says who it is was taken out. */
const redacted = {
  serviceUrl: connector,
  from: { id: 'redacted', name: 'redacted' },
  conversation: { isGroup: true, conversationType: 'groupChat', tenantId: 'redacted', id: ' redacted', name: ' redacted' },
  channelData: { tenant: { id: ' redacted' }, source: { name: 'compose' } },
  value: { url: `${pages}/del/aarhus-bu-2024/kontorchef` },
};
const send = (changes: object = {}, token: string | undefined = genuine(connector)) =>
  service.post(recorded('invoke.composeExtension-anonymousQueryLink', { ...redacted, ...changes }), token ? { authorization: token } : {});
const strange = { conversation: { ...redacted.conversation, tenantId: foreignTenant } };

it('of a registered bot shows the card to people without the app, reads nothing of anybody and says nothing to the bot', async () => {
  const { status, text } = await send();
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ composeExtension: { type: 'result', attachments: [{ content: { version: '1.3' } }] } });
  expect(text).toContain('Kontorchefer');
  expect(text).not.toMatch(/Action\.(Execute|Submit)/);
  expect([load.mock.calls, service.asked]).toEqual([[], []]);
});

it.each<[string, number, object, string?]>([
  ['without a token', 401, {}, ''],
  ['from another tenant', 403, strange],
  ['as a search', 403, { name: 'composeExtension/query' }],
  ['as a link of somebody with the app', 403, { name: 'composeExtension/queryLink' }],
  ['as a button', 403, { name: 'adaptiveCard/action' }],
])('is refused %s', async (_name, status, changes, token) => {
  expect(await send(changes, token)).toMatchObject({ status, text: '' });
  expect([load.mock.calls, service.asked]).toEqual([[], []]);
});

it('leaves links as they are when there are too many', async () => {
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push(JSON.parse((await send()).text).composeExtension.attachments.length);
  expect(answers.at(-1)).toBe(0);
});
