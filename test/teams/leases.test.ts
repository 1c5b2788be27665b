import { describe, expect, it } from 'vitest';
import { startFaultyConnector } from '../nudges/connector.js';
import { stores } from '../storage/stores.js';
import { recorded } from './activities.js';
import { serveProduct } from './served.js';

/** Time passes so many times as fast for leases, and not for timers. */
const speed = 2;

for (const store of stores)
  describe.skipIf(!store.isHere)(`a message on ${store.name}`, () => {
    it('whose instance died over it is answered by the one that is sent it again, once', async () => {
      const place = await store.create();
      const connector = await startFaultyConnector(() => ({ status: 201 }));
      const [start, began] = [Date.parse('2026-11-24T08:00:00Z'), performance.now()];
      const clock = () => new Date(start + (performance.now() - began) * speed);
      const [one, other] = await Promise.all([serveProduct(place.options, clock), serveProduct(place.options, clock)]);
      const message = recorded('message.personal', { id: 'left', serviceUrl: connector.url, text: 'hjælp' });
      const { conversation } = message as unknown as { conversation: { id: string; tenantId: string } };
      const key = JSON.stringify([conversation.tenantId, conversation.id, 'left']);
      expect(await one.product.storage.claims.claim(key, clock(), 5)).toBe('ours');
      expect((await other.post(message)).status).toBe(200);
      expect(connector.received).toHaveLength(1);
      expect((await one.post(message)).status).toBe(200);
      expect(connector.received).toHaveLength(1);
      await Promise.all([one.stop(), other.stop(), connector.close()]);
      await place.drop();
    });
  });
