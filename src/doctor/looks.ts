/**
 * Every look, in the order in which an operator reads them: this machine, what the service is told, what it remembers, Microsoft, and
 * what others see of it.
 */
import type { Look } from './look.js';
import { databaseLooks } from './looks/database.js';
import { machineLooks } from './looks/machine.js';
import { microsoftLooks } from './looks/microsoft.js';
import { outsideLooks } from './looks/outside.js';
import { packageLooks } from './looks/package.js';
import { settingLooks } from './looks/settings.js';
import { storedLooks } from './looks/stored.js';

/** The list. */
export const looks = [
  ...machineLooks,
  ...settingLooks,
  ...databaseLooks,
  ...storedLooks,
  ...microsoftLooks,
  ...outsideLooks,
  ...packageLooks,
] as unknown as readonly Look[];
