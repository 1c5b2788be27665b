/**
 * Two instances of the service on one database, over HTTP.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { createServer } from '../../src/server.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createReceiver } from '../../src/teams/messages.js';
import { type Place, postgres } from '../storage/stores.js';
import { type ActivityJson, recorded } from '../teams/activities.js';
import { type FakeConnector, startConnector } from '../teams/connector.js';
import { compass, type Home, openHome, start } from './world.js';

type Instance = { readonly home: Home; post(activity: ActivityJson): Promise<string>; stop(): Promise<void> };

const local = { local: true, allowedTenants: [], allowedServiceHosts: [] };

async function startInstance(place: Place): Promise<Instance> {
  const home = await openHome(place.options);
  const log = createLog('silent');
  const adapter = createAdapter({ credentials: undefined, openIdMetadataUrl: '', openIdRefreshMinutes: 1440, isAllowed: () => true });
  const { bot, sorry } = home;
  const parts = { adapter, bot, sorry, policy: local, claims: home.storage.claims, clock: () => start, log };
  const server = createServer({ receive: createReceiver(parts), local: true, log });
  const port = await server.listen(0, '127.0.0.1');
  return {
    home,
    async post(activity) {
      const init = { method: 'POST', body: JSON.stringify(activity), headers: { 'content-type': 'application/json' } };
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, init);
      expect(response.status).toBe(200);
      return response.text();
    },
    async stop() {
      await server.stop(2_000);
      await home.close();
    },
  };
}

describe.skipIf(!postgres.isHere)('two instances on one PostgreSQL', () => {
  let place: Place;
  let connector: FakeConnector;
  let one: Instance;
  let other: Instance;

  beforeEach(async () => {
    place = await postgres.create();
    [connector, one, other] = await Promise.all([startConnector(), startInstance(place), startInstance(place)]);
  });
  afterEach(async () => {
    await Promise.all([one.stop(), other.stop(), connector.close()]);
    await place.drop();
  });

  let serial = 0;
  const activity = (name: string, changes: Record<string, unknown>) => {
    serial += 1;
    return recorded(name, { id: `activity-${serial}`, serviceUrl: connector.url, timestamp: start.toISOString(), ...changes });
  };
  const say = (text: string) => activity('message.personal', { text, locale: 'da-DK' });
  const pressed = (data: unknown) =>
    activity('invoke.adaptiveCard-action.personal', { value: { action: { type: 'Action.Execute', verb: 'act', data } } });
  const alice = { tenant: '11111111-1111-4111-8111-111111111111', entraId: 'aaaaaaaa-0000-4000-8000-000000000001' };

  it('answer a message delivered four times once', async () => {
    const message = say('hvad forventes der af en kontorchef');
    await Promise.all([one, other, one, other].map(({ post }) => post(message)));
    expect(connector.calls).toHaveLength(1);
  });

  it('keep a note whose button was delivered four times once', async () => {
    const save = pressed({
      do: 'act',
      act: { act: 'save-note', prompt: compass.library.prompts[0]?.id },
      language: 'da',
      note: 'en tanke',
    });
    const answers = await Promise.all([one, other, one, other].map(({ post }) => post(save)));
    expect((await one.home.storage.reflections.list(alice)).total).toBe(1);
    expect(answers.filter((answer) => answer.includes('Din note er gemt'))).toHaveLength(1);
  });

  it('follow up on each other, and know the same person', async () => {
    await one.post(say('hvad forventes der af en forvaltningschef'));
    await other.post(say('og hvad skal man kunne?'));
    await other.post(say('jeg er kontorchef i Aarhus'));
    await one.post(say('hvad forventes der af mig?'));
    const summaries = connector.calls.map(({ body }) => String(body['summary']));
    expect(summaries[1]).toContain('Det skal jeg kunne');
    expect(summaries[3]).toContain('Kontorchefer');
  });

  it('welcome once between them', async () => {
    const added = ['installationUpdate.add.personal', 'conversationUpdate.membersAdded.personal'];
    await Promise.all(added.flatMap((name) => [one.post(activity(name, {})), other.post(activity(name, {}))]));
    expect(connector.calls).toHaveLength(1);
  });

  it('replace the card of a button, and send a new one where the client knows no Execute', async () => {
    const data = { do: 'act', act: { act: 'list-notes' }, language: 'da' };
    const answer = JSON.parse(await one.post(pressed(data))) as { type: string; value: { type: string } };
    expect([answer.type, answer.value.type]).toEqual(['application/vnd.microsoft.card.adaptive', 'AdaptiveCard']);
    expect(connector.calls).toHaveLength(0);
    await other.post(activity('message.card-submit.personal', { value: data }));
    expect(connector.calls.map(({ body }) => body['summary'])).toEqual(['Mine refleksioner']);
  });
});
