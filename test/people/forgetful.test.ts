/**
 * What people are told while the database is silent or locked.
 */
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openProxy, type SilentProxy } from '../storage/proxy.js';
import { type Place, postgres, sqlite } from '../storage/stores.js';
import { openProduct, type Product } from '../support/product.js';
import { textOf, visit } from '../support/visitor.js';

const without = 'Svaret er uden dem.';
const sorry = 'Lige nu kan jeg ikke slå op i det, jeg husker';
let product: Product;
let place: Place;
let proxy: SilentProxy;

describe.skipIf(!postgres.isHere)('while PostgreSQL is silent', () => {
  afterEach(async () => {
    await proxy.close();
    await place.drop();
  });

  async function meetAndSilence() {
    place = await postgres.create();
    const url = new URL(place.options.databaseUrl ?? '');
    proxy = await openProxy(Number(url.port || 5432));
    url.port = String(proxy.port);
    product = await openProduct({ ...place.options, databaseUrl: url.href });
    const mette = visit(product);
    await mette.say('jeg er kontorchef');
    proxy.silent = true;
    void product.storage.health.watch(AbortSignal.timeout(30_000));
    product.storage.health.suspect();
    await vi.waitFor(() => expect(product.storage.health.isUp()).toBe(false), 15_000);
    return mette;
  }

  it('questions about content are answered, what is personal is not done, and all is back by itself', async () => {
    const mette = await meetAndSilence();
    const answered = textOf(await mette.say('hvad forventes der af en kontorchef?'));
    expect(answered).toContain('Kontorchefer');
    expect(answered).toContain(without);
    for (const said of [
      'mine noter',
      'hvad forventes der af mig?',
      'mind mig hver dag kl. 8',
      'slet mine data',
      'vis min profil',
      'jeg er direktør',
    ]) {
      const told = textOf(await mette.say(said));
      expect([said, told]).toEqual([said, expect.stringContaining(sorry)]);
      expect(told).not.toContain(without);
    }
    const saved = await mette.act({ act: 'save-note', prompt: 'x', framework: 'sammen' } as never, { note: 'hemmeligt' } as never);
    expect(textOf(saved)).toContain(sorry);
    expect(textOf(await mette.happen({ kind: 'rated', reaction: 'like', answer: 'x', sent: undefined }))).toContain('hverken vise, gemme');
    const letter = await mette.happen({ kind: 'rated', reaction: 'dislike', answer: 'x', sent: { letter: 'hemmeligt' } });
    expect(textOf(letter)).toContain('det her er ikke sendt');
    expect(textOf(await mette.happen({ kind: 'installed' }))).toContain('Hej, jeg er Ledelseskompas');

    proxy.silent = false;
    await vi.waitFor(() => expect(product.storage.health.isUp()).toBe(true), 15_000);
    const again = textOf(await mette.say('hvad forventes der af mig?'));
    expect(again).toContain('Kontorchefer');
    expect(again).not.toContain(without);
  });
});

describe('while SQLite is locked by another process', () => {
  it('what is remembered is still read, and what can not be kept is said to be so', async () => {
    place = await sqlite.create();
    product = await openProduct(place.options);
    const mette = visit(product);
    await mette.say('jeg er kontorchef');
    const other = new Libsql(join(place.options.dataDir, 'ledelseskompas.db'));
    other.exec('begin immediate');
    void product.storage.health.watch(AbortSignal.timeout(30_000));
    await vi.waitFor(() => expect(product.storage.health.isUp()).toBe(false), 15_000);

    const answered = textOf(await mette.say('hvad forventes der af mig?'));
    expect(answered).toContain('Kontorchefer');
    expect(answered).not.toContain(without);
    expect(textOf(await mette.say('jeg er direktør'))).toContain(sorry);
    other.exec('rollback');
    await vi.waitFor(() => expect(product.storage.health.isUp()).toBe(true), 15_000);
    expect(textOf(await mette.say('hvad forventes der af mig?'))).toContain('Kontorchefer');
    other.close();
    await product.close();
    await place.drop();
  });
});
