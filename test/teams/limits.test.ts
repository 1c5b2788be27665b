import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStorage } from '../../src/storage/storage.js';
import { createLimiter, createSharedLimit, messageCost, searchCost } from '../../src/teams/limits.js';
import { keysOf, open, somebody, stores } from '../storage/stores.js';
import { recorded } from './activities.js';
import { type FakeConnector, startConnector } from './connector.js';
import { type Service, startService } from './service.js';

const at = (ms: number) => new Date(1_000_000 + ms);

for (const store of stores)
  describe.skipIf(!store.isHere)(`the limit that instances share on ${store.name}`, () => {
    it('is one person’s own and not each instance’s, and costs who says little no look at the database', async () => {
      const place = await store.create();
      const databases = await Promise.all([open(place.options), open(place.options)]);
      let looks = 0;
      const limits = databases.map((database) => {
        const { paces } = createStorage(database, keysOf('k1'));
        const counted = {
          spend(...all: Parameters<typeof paces.spend>) {
            looks += 1;
            return paces.spend(...all);
          },
        };
        return createSharedLimit({ messagesPerMinute: 20 }, counted);
      });
      const [heavy, light] = [somebody().entraId, somebody().entraId];
      const send = (person: string, n: number, ms: number) => limits[n % 2]?.(person, at(ms), messageCost);
      const verdicts: unknown[] = [];
      for (let n = 0; n < 200; n++) verdicts.push(await send(heavy, n, n));
      const answered = verdicts.filter((verdict) => verdict === 'answer').length;
      expect(answered).toBeGreaterThanOrEqual(20);
      expect(answered).toBeLessThanOrEqual(25);
      expect(verdicts.filter((verdict) => verdict === 'explain')).toHaveLength(2);
      const before = looks;
      for (let n = 0; n < 10; n++) expect(await send(light, n, n)).toBe('answer');
      expect(looks).toBe(before);
      // Half a minute later there are ten more for both together, and no light ones for each.
      const later: unknown[] = [];
      for (let n = 0; n < 40; n++) later.push(await send(heavy, n, 30_200 + n));
      expect(later.filter((verdict) => verdict === 'answer')).toHaveLength(10);
      await Promise.all(databases.map((database) => database.close()));
      await place.drop();
    });
  });

describe('a limiter', () => {
  it('answers a minute’s worth at once, explains once, then is silent', () => {
    const limit = createLimiter({ messagesPerMinute: 3 });
    expect(Array.from({ length: 6 }, () => limit('anne', at(0)))).toEqual(['answer', 'answer', 'answer', 'explain', 'ignore', 'ignore']);
  });

  it('fills up evenly: a third of a minute is one of three', () => {
    const limit = createLimiter({ messagesPerMinute: 3 });
    for (let n = 0; n < 3; n++) limit('anne', at(0));
    expect([limit('anne', at(19_999)), limit('anne', at(20_000)), limit('anne', at(20_001))]).toEqual(['explain', 'answer', 'ignore']);
    expect([limit('anne', at(200_000)), limit('anne', at(200_000)), limit('anne', at(200_000)), limit('anne', at(200_000))]).toEqual([
      'answer',
      'answer',
      'answer',
      'explain',
    ]);
  });

  it('counts each person alone', () => {
    const limit = createLimiter({ messagesPerMinute: 1 });
    expect([limit('anne', at(0)), limit('bo', at(0)), limit('anne', at(0)), limit('bo', at(0))]).toEqual([
      'answer',
      'answer',
      'explain',
      'explain',
    ]);
  });

  it('counts everybody together, and explains to each', () => {
    const limit = createLimiter({ messagesPerSecond: 2 });
    expect(['a', 'b', 'c', 'd', 'c'].map((person) => limit(person, at(0)))).toEqual(['answer', 'answer', 'explain', 'explain', 'ignore']);
    expect(['c', 'd', 'e'].map((person) => limit(person, at(1_000)))).toEqual(['answer', 'answer', 'explain']);
  });

  it('spends nothing of everybody’s on a person who writes too much', () => {
    const limit = createLimiter({ messagesPerMinute: 1, messagesPerSecond: 2 });
    for (let n = 0; n < 100; n++) limit('anne', at(0));
    expect(limit('bo', at(0))).toBe('answer');
  });

  it('counts a search as a fifth of a message', () => {
    const limit = createLimiter({ messagesPerMinute: 1 });
    expect(Array.from({ length: 6 }, () => limit('anne', at(0), searchCost))).toEqual([...Array(5).fill('answer'), 'explain']);
  });

  it('does not refill when the clock goes back', () => {
    const limit = createLimiter({ messagesPerMinute: 1 });
    expect([limit('anne', at(60_000)), limit('anne', at(0)), limit('anne', at(1))]).toEqual(['answer', 'explain', 'ignore']);
  });

  it('has no limit unless told, and forgets who was heard longest ago', () => {
    const limit = createLimiter({ messagesPerMinute: 1 }, 2);
    for (const person of ['a', 'b', 'c']) limit(person, at(0));
    expect([limit('c', at(0)), limit('a', at(0))]).toEqual(['explain', 'answer']);
    const free = createLimiter({});
    expect(Array.from({ length: 1_000 }, () => free('anne', at(0))).every((verdict) => verdict === 'answer')).toBe(true);
  });
});

describe('the service', () => {
  let connector: FakeConnector;
  let service: Service;
  let serial = 0;

  beforeEach(async () => {
    connector = await startConnector();
    service = await startService({}, undefined, createLimiter({ messagesPerMinute: 2 }));
  });
  afterEach(() => Promise.all([service.stop(), connector.close()]));

  const post = async (name: string, changes: Record<string, unknown> = {}) => {
    serial += 1;
    const answer = await service.post(recorded(name, { id: `limited-${serial}`, serviceUrl: connector.url, ...changes }));
    return [answer.status, answer.text && (JSON.parse(answer.text) as unknown)];
  };
  const said = () => connector.calls.splice(0).map(({ body }) => body['summary']);

  it('says kindly, once, that there were too many messages, and answers again later', async () => {
    for (let n = 0; n < 5; n++) expect(await post('message.personal')).toEqual([200, '']);
    expect(said()).toEqual(['Kort: svar', 'Kort: svar', 'Kort: busy']);
    expect(service.asked).toHaveLength(2);
    service.now = new Date(service.now.getTime() + 30_000);
    await post('message.personal');
    expect(said()).toEqual(['Kort: svar']);
  });

  it('tells so to every button, whose card stays', async () => {
    for (let n = 0; n < 2; n++) await post('message.personal');
    for (let n = 0; n < 3; n++)
      expect(await post('invoke.adaptiveCard-action.personal')).toEqual([
        200,
        { statusCode: 429, type: 'application/vnd.microsoft.error', value: { code: 'TooManyRequests', message: 'Kort: busy' } },
      ]);
    expect(service.asked).toHaveLength(2);
  });

  it('does not count what Teams sends again, nor that the bot comes and goes', async () => {
    for (let n = 0; n < 5; n++) await post('message.personal', { id: 'again' });
    for (let n = 0; n < 3; n++) await post('installationUpdate.add.personal');
    await post('mock.installationUpdate.remove');
    await post('message.personal');
    expect(service.asked.map(({ what }) => what.kind)).toEqual(['text', 'installed', 'installed', 'installed', 'removed', 'text']);
  });
});
