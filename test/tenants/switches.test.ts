import { describe, expect, it } from 'vitest';
import { type InForce, isAnswered, nothingThrown, type Thrown, withThrown } from '../../src/tenants/switches.js';
import { createOneForAll, createTenants, type Pilots, tenantsSchema, withStrangers } from '../../src/tenants/tenants.js';
import { defaults } from './defaults.js';

const [one, other] = ['aaaaaaaa-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const since = new Date('2026-11-30T08:00:00Z');
const groupOf = (name: string, ...ids: string[]): Pilots => ({ name, has: (id) => ids.includes(id) });

/** Tenants of a file, or one for all of them, and what is thrown, to be changed. */
function open(kind: 'file' | 'one for all', more: object = {}) {
  const file = tenantsSchema.parse({
    tenants: [
      { id: one, name: 'A', ...more },
      { id: other, name: 'B' },
    ],
  });
  const all = { ...defaults, frameworks: undefined, defaultFramework: undefined, editor: undefined, keys: undefined };
  const said = kind === 'file' ? createTenants(file, defaults) : createOneForAll(all, [one, other]);
  const world = { now: new Date('2026-12-01T08:00:00Z'), inForce: nothingThrown };
  const tenants = withThrown(
    said,
    () => world.inForce,
    () => world.now,
  );
  const put = (thrown: readonly Omit<Thrown, 'since'>[], pilotsOf: InForce['pilotsOf'] = () => undefined) => {
    world.inForce = { thrown: thrown.map((each) => ({ ...each, since })), pilotsOf };
  };
  return { said, tenants, put, world };
}

describe.each(['file', 'one for all'] as const)('what an operator throws over tenants of %s', (kind) => {
  it('is nothing at first: they are the very same', () => {
    const { said, tenants } = open(kind);
    expect([tenants.find(one) === said.find(one), tenants.ids()]).toEqual([true, said.ids()]);
    expect(tenants.list()).toEqual(said.list());
    expect(tenants.find('33333333-3333-4333-8333-333333333333')).toBeUndefined();
  });

  it('turns off the one that is meant, in whichever case it is asked for, and all with what is for all', () => {
    const { tenants, put, said } = open(kind);
    put([{ what: 'served', tenant: one }]);
    expect([tenants.find(one.toUpperCase())?.served, tenants.find(other)?.served]).toEqual([false, true]);
    expect(tenants.find(other)).toBe(said.find(other));
    expect(tenants.ids()).toEqual([other]);
    expect(tenants.list().map(({ served }) => served)).toEqual([false, true]);
    put([{ what: 'nudges' }, { what: 'served', tenant: one }]);
    expect([tenants.find(one), tenants.find(other)].map((each) => [each?.served, each?.nudges])).toEqual([
      [false, false],
      [true, false],
    ]);
    put([{ what: 'stopped' }]);
    expect(tenants.list().every(({ served }) => !served)).toBe(true);
    expect(tenants.ids()).toEqual([]);
    put([]);
    expect(tenants.find(one)).toBe(said.find(one));
  });

  it('leaves the same object for as long as nothing about a tenant changes', () => {
    const { tenants, put } = open(kind);
    put([{ what: 'nudges', tenant: one }]);
    const before = tenants.find(one);
    put([
      { what: 'nudges', tenant: one },
      { what: 'served', tenant: other },
    ]);
    expect(tenants.find(one)).toBe(before);
    put([{ what: 'nudges', tenant: one, until: '2026-12-27' }]);
    expect(tenants.find(one)).not.toBe(before);
  });

  it('rests until the day begins where the tenant is, and no longer', () => {
    const { tenants, put, world, said } = open(kind);
    put([{ what: 'nudges', until: '2026-12-27' }]);
    world.now = new Date('2026-12-26T22:59:59Z');
    expect(tenants.find(one)).toMatchObject({ nudges: true, restsUntil: '2026-12-27' });
    world.now = new Date('2026-12-26T23:00:00Z');
    expect(tenants.find(one)).toBe(said.find(one));
    put([
      { what: 'nudges', until: '2026-12-27' },
      { what: 'nudges', tenant: one },
    ]);
    expect([tenants.find(one)?.nudges, tenants.find(other)?.nudges]).toEqual([false, true]);
  });

  it('lets a pilot group in alone, and a tenant’s own group in the place of the one for all', () => {
    const { tenants, put } = open(kind);
    const [all, own] = [groupOf('all', 'anne'), groupOf('own', 'bo')];
    put([{ what: 'limited' }, { what: 'limited', tenant: one }], (tenant) =>
      tenant === one ? own : tenant === undefined ? all : undefined,
    );
    expect([tenants.find(one)?.pilots?.name, tenants.find(other)?.pilots?.name]).toEqual(['own', 'all']);
  });
});

describe('on one’s own machine', () => {
  it('who is in no municipality is turned off with the one that they are taken for', () => {
    const { said } = open('file');
    const thrown: Thrown[] = [{ what: 'served', tenant: one, since }];
    const tenants = withThrown(
      withStrangers(said),
      () => ({ thrown, pilotsOf: () => undefined }),
      () => since,
    );
    expect([tenants.find('nobody-of-ours')?.served, tenants.find(other)?.served]).toEqual([false, true]);
  });
});

describe('what the file turns off', () => {
  it('stays off whatever the operator turns on', () => {
    const { tenants, put } = open('file', { nudges: 'off' });
    put([{ what: 'stopped' }]);
    expect(tenants.find(one)).toMatchObject({ served: false, nudges: false });
    put([]);
    expect(tenants.find(one)).toMatchObject({ served: true, nudges: false });
  });
});

describe('somebody', () => {
  const editor = 'EEEEEEEE-0000-4000-8000-000000000000';
  it.each([
    ['of no pilot group', { served: true, pilots: undefined, editor }, 'x', true],
    ['whose tenant is off', { served: false, pilots: undefined, editor }, 'x', false],
    ['of the group', { served: true, pilots: groupOf('g', 'anne'), editor }, 'ANNE', true],
    ['outside of it', { served: true, pilots: groupOf('g', 'anne'), editor }, 'bo', false],
    ['who reads the letters', { served: true, pilots: groupOf('g', 'anne'), editor }, editor.toLowerCase(), true],
    ['whom the channel does not name', { served: true, pilots: groupOf('g', 'anne'), editor }, undefined, false],
  ])('%s is answered or not', (_, tenant, who, isIn) => {
    expect(isAnswered(tenant, who)).toBe(isIn);
  });
});
