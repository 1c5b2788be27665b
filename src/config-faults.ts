/**
 * What is wrong between environment variables that are each right by themselves.
 */
import { isIP } from 'node:net';
import { keyRecipe } from './storage/encryption.js';

/** What is wrong with the bot's registration as a whole: half of one never becomes local mode. */
export function findRegistrationFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const managed = given['MicrosoftAppType'] === 'UserAssignedMSI';
  const multiTenant = given['MicrosoftAppType'] === 'MultiTenant';
  const needed = ['MicrosoftAppId', ...(managed ? [] : ['MicrosoftAppPassword']), ...(multiTenant ? [] : ['MicrosoftAppTenantId'])];
  const wanted =
    given['NODE_ENV'] === 'production' || ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'].some((key) => given[key]);
  if (!wanted) return [];
  const why = given['NODE_ENV'] === 'production' ? 'NODE_ENV=production needs it' : 'the other credentials need it';
  const faults = needed
    .filter((key) => !given[key])
    .map((key) => `${key} is missing: ${why}. Copy it from the bot's registration in Azure.`);
  if (managed && given['MicrosoftAppPassword']) faults.push('MicrosoftAppPassword is set, but a UserAssignedMSI has none. Remove it.');
  const whom = given['NODE_ENV'] === 'production' ? why : multiTenant && !given['MicrosoftAppTenantId'] ? 'a MultiTenant bot needs it' : '';
  if (whom && !given['ALLOWED_TENANTS'])
    faults.push(
      `ALLOWED_TENANTS is missing: ${whom}. Name the Entra tenants whose people may use the bot, often just MicrosoftAppTenantId.`,
    );
  return faults;
}

/** Without a registration whoever calls is believed, so only this machine may. */
export function findAddressFaults({ HOST: host, MicrosoftAppId: appId }: Readonly<Record<string, string | undefined>>): string[] {
  if (!host || appId || !isIP(host) || /^127\.|^::1$/.test(host)) return [];
  return ['HOST is not an address of this machine alone, but without a registration anybody who calls is believed. Remove it.'];
}

/** A key that a machine makes for itself would be lost with the machine, and another on each; so only local mode has one. */
export function findStorageFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { DATABASE_URL: url, DATABASE_AUTH: auth, REFLECTION_KEYS: keys } = given;
  const why =
    given['NODE_ENV'] === 'production'
      ? 'NODE_ENV=production needs it'
      : given['MicrosoftAppId']
        ? 'a registered bot needs it'
        : url
          ? 'DATABASE_URL needs it'
          : undefined;
  const faults = !keys && why ? [`REFLECTION_KEYS is missing: ${why}. Make one with: ${keyRecipe}`] : [];
  if (auth === 'entra' && !url)
    faults.push('DATABASE_URL is missing: DATABASE_AUTH=entra needs it. Write postgres://user@host:5432/database.');
  if (auth === 'entra' && url && isPostgresUrl(url) && new URL(url).password)
    faults.push('DATABASE_URL has a password, but DATABASE_AUTH=entra needs none. Remove it from the address.');
  return faults;
}

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && hostname !== '' && pathname.length > 1;
}
