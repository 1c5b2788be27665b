/** Nudges while the login gives no tokens: the real dispatcher, messenger and login library against servers on this machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import type { Database } from '../../src/storage/database.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { createMessenger } from '../../src/teams/messenger.js';
import { type Place, somebody, stores } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { type Login, startLogin } from '../teams/login.js';
import { registrationOf } from '../teams/registered.js';
import { type Connector, startFaultyConnector } from './connector.js';
import { addressOf, createWorld, openWithClock } from './world.js';

const minuteMs = 60_000;
const sunday = '2026-11-22T12:00:00Z';
const monday = '2026-11-23T07:00:00Z';
const credentials = registrationOf('SingleTenant');
const people = 40;

for (const store of stores) {
  describe.skipIf(!store.isHere)(`an outage of the login, on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let login: Login;
    let connector: Connector;

    beforeEach(async () => {
      place = await store.create();
      database = await openWithClock(place.options);
      login = await startLogin();
      connector = await startFaultyConnector(() => ({ status: 201 }));
    });
    afterEach(async () => {
      await Promise.all([login.close(), connector.close(), database.close()]);
      await place.drop();
    });

    it('makes nudges wait while it is silent and while it refuses, and loses none', async () => {
      const logged: string[] = [];
      const adapter = createAdapter({
        credentials,
        openIdMetadataUrl: 'http://127.0.0.1:1/',
        openIdRefreshMinutes: 60,
        isAllowed: (url) => url.startsWith('http://127.0.0.1:'),
        login: login.options,
        tokenMs: 500,
        elapsed: () => world.now().getTime(),
        log: createLog('info', { write: (line) => void logged.push(line) }),
      });
      const world = createWorld(database, sunday, { messenger: createMessenger({ adapter, appId: credentials.appId }) });
      for (let index = 0; index < people; index += 1) {
        const person = somebody('kommune');
        await world.add(person);
        await heard(world.storage, personal(person), addressOf(person.entraId, connector.url), world.now());
      }
      world.at(monday);
      const table: Record<string, string | number>[] = [];
      for (const behaviour of ['silence', 'expired', 'busy', 'tokens'] as const) {
        login.behaviour = behaviour;
        const lines: string[] = [];
        for (let minute = 0; minute < 6; minute += 1) {
          lines.push(...(await world.tick()));
          await world.wait(minuteMs);
        }
        login.hangUp();
        const rows = await database.db.selectFrom('deliveries').select('state').execute();
        const count = (state: string) => rows.filter((row) => row.state === state).length;
        table.push({
          login: behaviour,
          sent: count('sent'),
          waiting: count('due'),
          unknown: count('unknown'),
          requests: connector.received.length,
        });
        expect(lines.some((line) => line.startsWith('unknown'))).toBe(false);
      }
      console.table(table);
      expect(table.map(({ sent, waiting, unknown, requests }) => [sent, waiting, unknown, requests])).toEqual([
        [0, people, 0, 0],
        [0, people, 0, 0],
        [0, people, 0, 0],
        [people, 0, 0, people],
      ]);
      expect(new Set(connector.received.map(({ conversation }) => conversation)).size).toBe(people);
      // The login's trouble once, and the nudges' once, however many passes there were.
      expect([...logged, ...world.logged].filter((line) => JSON.parse(line).level === 50)).toHaveLength(2);
    });
  });
}
