/**
 * What an operator turned off, in the database and as instances follow it.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import type { Database } from '../../src/storage/database.js';
import { createSwitches, followSwitches, type StoredSwitches } from '../../src/storage/switches.js';
import { createOneForAll } from '../../src/tenants/tenants.js';
import { at, open, type Place, stores } from './stores.js';

const [one, other] = [randomUUID(), randomUUID()];
const said = createOneForAll(
  {
    ...{ frameworks: undefined, defaultFramework: undefined, editor: undefined, keys: undefined, contact: undefined },
    ...{ closingDays: { municipal: true, extra: [] }, timeZone: 'Europe/Copenhagen', rate: 25 },
    ...{ served: true, nudges: true, sharing: true, graph: false, secondReader: false },
  },
  [one, other],
);

/** An instance that follows them, and what it told the log. */
function follow(switches: Pick<StoredSwitches, 'read' | 'readPilots'>) {
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push((JSON.parse(line) as { msg: string }).msg) });
  return { ...followSwitches({ tenants: said, switches, clock: () => at(60), log }), logged };
}

describe.each(stores)('switches on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let database: Database;
    let switches: StoredSwitches;
    beforeAll(async () => {
      place = await store.create();
      database = await open(place.options);
      switches = createSwitches(database);
    });
    afterEach(async () => {
      for (const table of ['switches', 'pilots'] as const) await database.db.deleteFrom(table).execute();
    });
    afterAll(async () => {
      await database.close();
      await place.drop();
    });

    it('are in force from when they are thrown until they are put back, each for whom it is meant', async () => {
      await switches.turnOff('stopped', {}, at(0));
      await switches.turnOff('served', { tenant: one.toUpperCase() }, at(1));
      await switches.turnOff('nudges', { until: '2026-12-27' }, at(2));
      await switches.turnOff('nudges', { tenant: one }, at(3));
      expect(await switches.list(at(9))).toEqual([
        { what: 'stopped', since: at(0) },
        { what: 'served', tenant: one, since: at(1) },
        { what: 'nudges', since: at(2), until: '2026-12-27' },
        { what: 'nudges', tenant: one, since: at(3) },
      ]);
      expect((await switches.list(new Date('2026-12-27T09:00:00Z'))).map(({ since }) => since)).toEqual([at(0), at(1), at(3)]);
      expect([await switches.turnOn('nudges', other), await switches.turnOn('stopped', undefined)]).toEqual([false, true]);
      expect((await switches.read()).map(({ what }) => what)).toEqual(['served', 'nudges', 'nudges']);
    });

    it('keep their time where they are thrown once more, and not where they go back on another day', async () => {
      await switches.turnOff('nudges', {}, at(0));
      await switches.turnOff('nudges', {}, at(1));
      expect(await switches.read()).toEqual([{ what: 'nudges', since: at(0) }]);
      await switches.turnOff('nudges', { until: '2026-12-27' }, at(2));
      expect(await switches.read()).toEqual([{ what: 'nudges', since: at(2), until: '2026-12-27' }]);
    });

    it('limit to a group of which no id is stored, the last one that was given', async () => {
      const [anne, bo] = [randomUUID(), randomUUID()];
      await switches.limit(one, [anne, randomUUID()], at(0));
      await switches.limit(one, [bo.toUpperCase(), bo], at(1));
      expect(await switches.list(at(9))).toEqual([{ what: 'limited', tenant: one, since: at(1), people: 1 }]);
      const stored = JSON.stringify(await database.db.selectFrom('pilots').selectAll().execute());
      for (const id of [anne, bo]) expect(stored).not.toContain(id);
      const { tenants, refresh } = follow(switches);
      await refresh();
      const { pilots } = tenants.find(one) ?? {};
      expect([pilots?.has(bo), pilots?.has(anne), tenants.find(other)?.pilots]).toEqual([true, false, undefined]);
      expect(await switches.turnOn('limited', one)).toBe(true);
      expect(await switches.readPilots(one)).toEqual([]);
    });

    it('are obeyed by all who follow them, also by who comes later, and exactly as before once they are put back', async () => {
      const [first, second] = [follow(switches), follow(switches)];
      expect(await Promise.all([first.refresh(), second.refresh()])).toEqual([true, true]);
      await switches.turnOff('nudges', { tenant: one }, at(0));
      await switches.turnOff('stopped', {}, at(1));
      const late = follow(switches);
      const all = [first, second, late];
      await Promise.all(all.map(({ refresh }) => refresh()));
      expect(all.map(({ tenants }) => tenants.find(other)?.served)).toEqual([false, false, false]);
      await switches.turnOn('stopped', undefined);
      await Promise.all(all.map(({ refresh }) => refresh()));
      for (const { tenants } of all)
        expect([tenants.find(other), tenants.find(one)]).toEqual([said.find(other), { ...said.find(one), nudges: false }]);
    });
  });
});

describe('whoever follows the switches', () => {
  /** Switches in a database that goes away. */
  const shaky = () => {
    const state = { isAway: true };
    const read: StoredSwitches['read'] = async () => {
      if (state.isAway) throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
      return [{ what: 'nudges', since: at(0) }];
    };
    return { state, switches: { read, readPilots: async () => [] } };
  };

  it('knows nothing before the first read, and turns nothing off: whoever sends by itself must wait', async () => {
    const { tenants, refresh } = follow(shaky().switches);
    expect(await refresh()).toBe(false);
    expect(tenants.find(one)).toBe(said.find(one));
  });

  it('keeps what was read last while the database is away, and says so once', async () => {
    const { state, switches } = shaky();
    state.isAway = false;
    const { tenants, refresh, logged } = follow(switches);
    await refresh();
    state.isAway = true;
    expect([await refresh(), await refresh(), tenants.find(one)?.nudges]).toEqual([true, true, false]);
    state.isAway = false;
    await refresh();
    expect(logged).toEqual([
      'the switches were read',
      'the switches cannot be read: those known last hold',
      'the switches can be read again',
    ]);
  });
});
