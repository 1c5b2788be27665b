/**
 * Two instances of the service on one database, over HTTP.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, type Place, postgres } from '../storage/stores.js';
import { library } from '../support/content.js';
import { type ActivityJson, recorded } from '../teams/activities.js';
import { type FakeConnector, startConnector } from '../teams/connector.js';
import { type Served, serveProduct } from '../teams/served.js';

describe.skipIf(!postgres.isHere)('two instances on one PostgreSQL', () => {
  let place: Place;
  let connector: FakeConnector;
  let one: Served;
  let other: Served;

  beforeEach(async () => {
    place = await postgres.create();
    [connector, one, other] = await Promise.all([startConnector(), serveProduct(place.options), serveProduct(place.options)]);
  });
  afterEach(async () => {
    await Promise.all([one.stop(), other.stop(), connector.close()]);
    await place.drop();
  });

  let serial = 0;
  const activity = (name: string, changes: Record<string, unknown>) => {
    serial += 1;
    return recorded(name, { id: `activity-${serial}`, serviceUrl: connector.url, timestamp: at(0).toISOString(), ...changes });
  };
  const post = async (to: Served, what: ActivityJson) => {
    const { status, text } = await to.post(what);
    expect(status).toBe(200);
    return text;
  };
  const say = (text: string) => activity('message.personal', { text, locale: 'da-DK' });
  const pressed = (data: unknown) =>
    activity('invoke.adaptiveCard-action.personal', { value: { action: { type: 'Action.Execute', verb: 'act', data } } });
  const alice = { tenant: '11111111-1111-4111-8111-111111111111', entraId: 'aaaaaaaa-0000-4000-8000-000000000001' };

  it('answer a message delivered four times once', async () => {
    const message = say('hvad forventes der af en kontorchef');
    await Promise.all([one, other, one, other].map((each) => post(each, message)));
    expect(connector.calls).toHaveLength(1);
  });

  it('keep a note whose button was delivered four times once', async () => {
    const save = pressed({
      do: 'act',
      act: { act: 'save-note', prompt: library.prompts[0]?.id },
      language: 'da',
      note: 'en tanke',
    });
    const answers = await Promise.all([one, other, one, other].map((each) => post(each, save)));
    expect((await one.product.storage.notes.list(alice)).total).toBe(1);
    expect(answers.filter((answer) => answer.includes('Din note er gemt'))).toHaveLength(1);
  });

  it('follow up on each other, and know the same person', async () => {
    await post(one, say('hvad forventes der af en forvaltningschef'));
    await post(other, say('og hvad skal man kunne?'));
    await post(other, say('jeg er kontorchef i Aarhus'));
    await post(one, say('hvad forventes der af mig?'));
    const summaries = connector.calls.map(({ body }) => String(body['summary']));
    expect(summaries[1]).toContain('Det skal jeg kunne');
    expect(summaries[3]).toContain('kontorchef');
  });

  it('welcome once between them', async () => {
    const added = ['installationUpdate.add.personal', 'conversationUpdate.membersAdded.personal'];
    await Promise.all(added.flatMap((name) => [post(one, activity(name, {})), post(other, activity(name, {}))]));
    expect(connector.calls).toHaveLength(1);
  });

  it('replace the card of a button, and send a new one where the client knows no Execute', async () => {
    const data = { do: 'act', act: { act: 'list-notes' }, language: 'da' };
    const answer = JSON.parse(await post(one, pressed(data))) as { type: string; value: { type: string } };
    expect([answer.type, answer.value.type]).toEqual(['application/vnd.microsoft.card.adaptive', 'AdaptiveCard']);
    expect(connector.calls).toHaveLength(0);
    await post(other, activity('message.card-submit.personal', { value: data }));
    expect(connector.calls.map(({ body }) => body['summary'])).toEqual(['Mine noter']);
  });
});
