import { describe, expect, it } from 'vitest';
import {
  createOneForAll,
  createTenants,
  findTenantFaults,
  type TenantsFile,
  tenantsSchema,
  withStrangers,
} from '../../src/tenants/tenants.js';
import { defaults } from './defaults.js';

const [one, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const around = { frameworks: ['sammen', 'holstebro-sos-2021'], hasReader: false, hasGraph: false };
const parse = (...tenants: readonly object[]): TenantsFile => tenantsSchema.parse({ tenants });
const faultsOf = (...tenants: readonly object[]) =>
  findTenantFaults(parse(...tenants), around).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a tenant', () => {
  it('that says nothing but who it is gets what the settings say', () => {
    const tenants = createTenants(parse({ id: one, name: 'Nordkøbing' }), defaults);
    expect(tenants.find(one)).toEqual({
      ...defaults,
      id: one,
      name: 'Nordkøbing',
      frameworks: undefined,
      defaultFramework: undefined,
      editor: undefined,
      keys: undefined,
    });
  });

  it('that says more gets what it says', () => {
    const said = {
      closingDays: ['2026-12-28'],
      timeZone: 'Atlantic/Faroe',
      rate: 3,
      nudges: 'off',
      sharing: 'off',
      graph: 'on',
      served: 'off',
    };
    expect(createTenants(parse({ id: one, name: 'Tórshavn', ...said }), defaults).find(one)).toMatchObject({
      closingDays: { municipal: false, extra: ['2026-12-28'] },
      timeZone: 'Atlantic/Faroe',
      rate: 3,
      nudges: false,
      sharing: false,
      graph: true,
      served: false,
    });
  });

  it('is found in whichever case its id is written', () => {
    const upper = '8BADF00D-0000-4000-8000-00000000ABCD';
    const tenants = createTenants(parse({ id: upper, name: 'A' }), defaults);
    expect(tenants.find(upper.toLowerCase())).toBe(tenants.find(upper));
    expect(tenants.find(one)).toBeUndefined();
  });

  it('stays the same object for as long as nothing about it changes', () => {
    const before = createTenants(parse({ id: one, name: 'A' }, { id: other, name: 'B' }), defaults);
    const after = createTenants(parse({ id: one, name: 'A', nudges: 'off' }, { id: other, name: 'B' }), defaults, before);
    expect(after.find(other)).toBe(before.find(other));
    expect(after.find(one)).not.toBe(before.find(one));
  });
});

describe('where there is no file', () => {
  const all = { ...defaults, frameworks: undefined, defaultFramework: undefined, editor: undefined, keys: undefined };

  it('one setting holds for everybody who is served, and nobody else is found', () => {
    const tenants = createOneForAll(all, [one]);
    expect(tenants.find(one)).toMatchObject(all);
    expect(tenants.find(other)).toBeUndefined();
  });

  it('on one’s own machine a stranger is taken for one of the first tenant', () => {
    const tenants = withStrangers(createTenants(parse({ id: one, name: 'A' }, { id: other, name: 'B' }), defaults));
    expect([tenants.find('playground')?.name, tenants.find(other)?.name]).toEqual(['A', 'B']);
  });
});

describe('a file of tenants that does not agree', () => {
  it.each<[string, readonly object[], string]>([
    [
      'a framework that is not there',
      [{ id: one, name: 'A', frameworks: ['sammen', 'samen'] }],
      'tenants.0.frameworks.1: the framework "samen" is not in the content. Write one of: sammen, holstebro-sos-2021',
    ],
    [
      'a default that is none of its own',
      [{ id: one, name: 'A', frameworks: ['sammen'], defaultFramework: 'holstebro-sos-2021' }],
      'tenants.0.defaultFramework: "holstebro-sos-2021" is none of its frameworks. Write one of: sammen',
    ],
    [
      'a tenant twice',
      [
        { id: one, name: 'A' },
        { id: one, name: 'B' },
      ],
      `tenants.1.id: the tenant "${one}" is there twice. Remove one`,
    ],
    [
      'a name twice',
      [
        { id: one, name: 'A' },
        { id: other, name: 'A' },
      ],
      'tenants.1.name: the name "A" is there twice. Give each its own',
    ],
    [
      'keys of two',
      [
        { id: one, name: 'A', keys: 'K' },
        { id: other, name: 'B', keys: 'K' },
      ],
      'tenants.1.keys: the keys "K" are another tenant\'s too. Give each its own, or neither',
    ],
    [
      'a directory that is not asked',
      [{ id: one, name: 'A', graph: 'on' }],
      'tenants.0.graph: the directory is not asked: GRAPH is off. Turn it on there, or remove the line',
    ],
    [
      'a second reader where there is none',
      [{ id: one, name: 'A', secondReader: 'on' }],
      'tenants.0.secondReader: there is no language model: SECOND_READER is off. Turn it on there, or remove the line',
    ],
  ])('says where and what to write: %s', (_, tenants, fault) => {
    expect(faultsOf(...tenants)).toEqual([fault]);
  });

  it.each<[string, object]>([
    ['an id that is none', { id: 'aarhus', name: 'A' }],
    ['no name', { id: one }],
    ['a misspelt switch', { id: one, name: 'A', nudge: 'off' }],
    ['a switch that is neither on nor off', { id: one, name: 'A', nudges: 'no' }],
    ['a day that is not in the calendar', { id: one, name: 'A', closingDays: ['2026-02-30'] }],
    ['a zone that nobody knows', { id: one, name: 'A', timeZone: 'Europe/Aarhus' }],
    ['more nudges than Teams allows', { id: one, name: 'A', rate: 51 }],
    ['an empty list of frameworks', { id: one, name: 'A', frameworks: [] }],
    ['keys in small letters', { id: one, name: 'A', keys: 'aarhus' }],
    ['an editor who is no id', { id: one, name: 'A', editor: 'Mette' }],
  ])('is refused for %s', (_, tenant) => {
    expect(tenantsSchema.safeParse({ tenants: [tenant] }).success).toBe(false);
  });
});
