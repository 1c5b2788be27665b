import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { heard } from '../storage/visits.js';
import { type Counted, listenToMetrics } from '../support/counted.js';
import { openProduct, type Product } from '../support/product.js';
import { type Visitor, visit } from '../support/visitor.js';

/** Monday, 10:00 in Copenhagen, and the next morning; what was due five hours before is late. */
const monday = new Date('2026-11-23T09:00:00Z');
const tuesday = new Date('2026-11-24T07:20:00Z');
const longBefore = new Date('2026-11-24T02:20:00Z');

let product: Product;
let counted: Counted;

beforeAll(async () => {
  counted = listenToMetrics();
  product = await openProduct(undefined, { metrics: counted.metrics, now: monday });
});
afterAll(async () => {
  await product.nudging.stop(2_000);
  await product.close();
});

async function plan(name: string): Promise<Visitor> {
  const somebody = visit(product, name);
  const address = { serviceUrl: 'https://smba.example/', botId: '28:bot', conversation: `chat-${name}`, userId: `29:${name}` };
  await heard(product.storage, personal(somebody.key), address, monday);
  await somebody.say('jeg er kontorchef i Aarhus');
  await somebody.say('send mig et spørgsmål hver dag kl. 8');
  return somebody;
}
const nudges = () => counted.told.filter((each) => each.startsWith('nudges_total')).map((each) => each.replace('nudges_total ', ''));

it('a pass of the clock is told by how its nudges ended, and what waits is told when it is asked for', async () => {
  await Promise.all([plan('mette'), plan('lise')]);
  expect(await counted.read('nudgesWaiting')).toBe(0);
  product.now = tuesday;
  await product.storage.nudgePlans.takeDue(tuesday, 1, (due) => ({
    occurrences: [{ at: longBefore, localDate: '2026-11-24', slot: '08:00', verdict: 'due' }],
    next: due.nextAt && new Date(due.nextAt.getTime() + 86_400_000),
  }));
  expect(await counted.read('nudgesWaiting')).toBe(1);
  product.nudging.start();
  await vi.waitFor(() => expect(nudges()).toEqual(['sent', 'late']), 10_000);
  expect(await counted.read('nudgesWaiting')).toBe(0);
  expect(counted.told.join()).not.toMatch(/mette|lise|29:/);
});
