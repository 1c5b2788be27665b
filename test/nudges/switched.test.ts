/**
 * The clock of the service where an operator turned something off, or where it is not known yet whether they did.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.js';
import { createNudging, type NudgingParts } from '../../src/nudges/assemble.js';
import { oneForAll } from '../../src/settings/config.js';
import { followSwitches } from '../../src/storage/switches.js';
import { createOneForAll } from '../../src/tenants/tenants.js';
import { heard } from '../storage/visits.js';
import { content } from '../support/content.js';
import { createOutside } from '../support/outside.js';
import { openProduct, type Product, readConfig } from '../support/product.js';
import { visit } from '../support/visitor.js';

const tenant = '11111111-1111-4111-8111-111111111111';
const editor = 'eeeeeeee-0000-4000-8000-0000000000ed';
/** Monday, 9:00 in Copenhagen: editors are told from eight on. */
const monday = new Date('2026-11-30T08:00:00Z');
const own = { address: { serviceUrl: 'https://smba.example/', conversation: 'a:mette' } };

const outside = createOutside();
const said = createOneForAll({ ...oneForAll(readConfig({})), editor }, [tenant]);
const log = createLog('silent');
let product: Product;
beforeEach(async () => {
  outside.sent = [];
  daily.mockClear();
  product = await openProduct(undefined, { outside, now: new Date('2026-11-27T08:00:00Z'), tenants: said });
  await visit(product, 'mette', tenant).say('send mig et spørgsmål hver dag præcis kl. 9', own);
  product.now = monday;
});
afterEach(() => product.close());

const daily = vi.fn(async () => undefined);

/** A clock of its own, started, as an instance has it. */
function startClock(parts: Pick<NudgingParts, 'isKnown' | 'tenants'>) {
  const { storage } = product;
  const basis = { config: readConfig({}), storage, ...content, messenger: outside.messenger, clock: () => product.now, log };
  const nudging = createNudging({ tenants: said, ...basis, ...parts });
  nudging.start(daily);
  return nudging;
}
const sentTo = () => outside.sent.map(({ address }) => address.conversation);

it('sends nothing before it is known what is turned off, and all that is due once it is', async () => {
  const isKnown = vi.fn(async () => false);
  const blind = startClock({ isKnown });
  // For the minute, and for the day.
  await vi.waitFor(() => expect(isKnown.mock.calls.length).toBeGreaterThanOrEqual(2));
  await blind.stop(1_000);
  expect(sentTo()).toEqual([]);
  expect(daily).not.toHaveBeenCalled();
  const seeing = startClock({ isKnown: async () => true });
  await vi.waitFor(() => expect(sentTo()).toEqual(['a:mette']));
  await seeing.stop(1_000);
});

it('tells an editor of letters when all is on again: the week is not lost to a stop', async () => {
  const { switches, letters, listLetterTenants } = product.storage;
  const { tenants, refresh } = followSwitches({ tenants: said, switches, clock: () => product.now, log });
  const person = { tenant, entraId: editor };
  await heard(product.storage, { kind: 'person', person }, { serviceUrl: 'https://smba.example/', conversation: 'a:editor' }, monday);
  await letters.add(tenant, { framework: 'sammen', reason: 'asked', words: 'hvem siger det' }, new Date('2026-11-28T08:00:00Z'));
  await switches.turnOff('stopped', {}, monday);
  const look = vi.fn(listLetterTenants);
  Object.assign(product.storage, { listLetterTenants: look });
  const stopped = startClock({ tenants, isKnown: refresh });
  await vi.waitFor(() => expect(look).toHaveBeenCalled());
  await stopped.stop(1_000);
  expect(sentTo()).toEqual([]);
  await switches.turnOn('stopped', undefined);
  const again = startClock({ tenants, isKnown: refresh });
  await vi.waitFor(() => expect(sentTo()).toContain('a:editor'));
  await again.stop(1_000);
});

it('tells an editor of letters in a pause of daily questions as ever, and nobody else of anything', async () => {
  const { switches, letters } = product.storage;
  const { tenants, refresh } = followSwitches({ tenants: said, switches, clock: () => product.now, log });
  const person = { tenant, entraId: editor };
  await heard(product.storage, { kind: 'person', person }, { serviceUrl: 'https://smba.example/', conversation: 'a:editor' }, monday);
  await letters.add(tenant, { framework: 'sammen', reason: 'asked', words: 'hvem siger det' }, new Date('2026-11-28T08:00:00Z'));
  await switches.turnOff('nudges', { until: '2026-12-27' }, monday);
  const paused = startClock({ tenants, isKnown: refresh });
  await vi.waitFor(() => expect(sentTo()).toEqual(['a:editor']));
  await vi.waitFor(() => expect(daily).toHaveBeenCalledTimes(1));
  await paused.stop(1_000);
  expect(sentTo()).toEqual(['a:editor']);
});

it('leaves a reminder and an agreement where they are in a pause that is taken back, and makes nothing of them meanwhile', async () => {
  const { switches, appointments, outbox } = product.storage;
  const mette = visit(product, 'mette', tenant);
  await mette.say('mind mig på torsdag kl. 10 om at ringe til Lise');
  const when = { date: '2026-12-03', time: '10:00', zone: 'Europe/Copenhagen', nextAt: new Date('2026-12-03T09:00:00Z') };
  await appointments.add(mette.key, { kind: 'agreement', words: { will: 'lytte først' }, language: 'da', ...when }, monday);
  await switches.turnOff('nudges', { until: '2027-06-01' }, monday);
  await product.refresh();
  for (let minutes = 0; minutes <= 60; minutes += 1) {
    product.now = new Date(Date.parse('2026-12-03T09:00:10Z') + minutes * 60_000);
    await product.nudging.dispatcher.runPass(product.now);
  }
  expect((await appointments.list(mette.key)).map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-03']);
  expect((await outbox.report('2026-12-03')).filter(({ reason }) => reason !== 'closed')).toEqual([]);
  await switches.turnOn('nudges', undefined);
  await product.refresh();
  for (let minutes = 0; minutes <= 30; minutes += 10) {
    product.now = new Date(Date.parse('2026-12-03T10:01:10Z') + minutes * 60_000);
    await product.nudging.dispatcher.runPass(product.now);
  }
  expect(sentTo()).toEqual(['a:mette', 'a:mette']);
});

it('takes what was deleted off shared cards where a municipality is off, and under a stop only after it', async () => {
  const { switches, shares } = product.storage;
  const conversation = '19:team';
  await heard(
    product.storage,
    { kind: 'conversation', tenant, conversation },
    { serviceUrl: 'https://smba.example/', conversation },
    monday,
  );
  const share = { id: 's1', conversation, subject: '{}', isRound: false, name: 'Mette', line: undefined };
  await shares.add({ tenant, entraId: 'mette' }, share, monday);
  await shares.noteActivity(tenant, 's1', 'm1');
  await shares.noteCard(tenant, 's1', 'stale');
  await switches.turnOff('stopped', {}, monday);
  await product.refresh();
  await product.refreshCards();
  expect([outside.updated.length, (await shares.listStale()).length]).toEqual([0, 1]);
  await switches.turnOn('stopped', undefined);
  await switches.turnOff('served', { tenant }, monday);
  await product.refresh();
  await product.refreshCards();
  expect([outside.updated.length, (await shares.listStale()).length]).toEqual([1, 0]);
});
