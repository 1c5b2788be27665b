import type { TenantDefaults } from '../../src/tenants/tenants.js';

/** What holds for a tenant that says nothing of itself. */
export const defaults: TenantDefaults = {
  closingDays: { municipal: true, extra: [] },
  timeZone: 'Europe/Copenhagen',
  contact: undefined,
  rate: 25,
  served: true,
  nudges: true,
  sharing: true,
  graph: false,
  secondReader: false,
};
