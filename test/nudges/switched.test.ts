/**
 * The clock of the service where an operator turned something off, or where it is not known yet whether they did.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oneForAll } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { createNudging, type NudgingParts } from '../../src/nudges/assemble.js';
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
  product = await openProduct(undefined, { outside, now: new Date('2026-11-27T08:00:00Z'), tenants: said });
  await visit(product, 'mette', tenant).say('send mig et spørgsmål hver dag præcis kl. 9', own);
  product.now = monday;
});
afterEach(() => product.close());

/** A clock of its own, started, as an instance has it. */
function startClock(parts: Pick<NudgingParts, 'isKnown' | 'tenants'>) {
  const { storage } = product;
  const basis = { config: readConfig({}), storage, ...content, messenger: outside.messenger, clock: () => product.now, log };
  const nudging = createNudging({ tenants: said, ...basis, ...parts });
  nudging.start();
  return nudging;
}
const sentTo = () => outside.sent.map(({ address }) => address.conversation);

it('sends nothing before it is known what is turned off, and all that is due once it is', async () => {
  const isKnown = vi.fn(async () => false);
  const blind = startClock({ isKnown });
  await vi.waitFor(() => expect(isKnown).toHaveBeenCalled());
  await blind.stop(1_000);
  expect(sentTo()).toEqual([]);
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
