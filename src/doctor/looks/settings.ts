/**
 * What the service is told: its settings, its content, its tenants.
 */
import { readKeysOf, readTenants } from '../../storage/tenants-file.js';
import { type Asked, firstLook, look } from '../look.js';
import type { Found, SettingFault } from '../outcomes.js';

/** What the environment has where a platform runs the service: nobody tries it out there. */
const platforms = ['WEBSITE_SITE_NAME', 'CONTAINER_APP_NAME', 'KUBERNETES_SERVICE_HOST'];

/** The looks at what the service is told. */
export const settingLooks = [
  firstLook('settings', lookAtSettings),
  look('registration', lookAtRegistration),
  look('content', lookAtContent),
  look('tenants', lookAtTenants, {
    needs: ['content'],
    unless: ({ tenantsFile }) => (tenantsFile ? undefined : { outcome: 'none', facts: {} }),
  }),
] as const;

async function lookAtSettings({ parts: { settings } }: Asked): Promise<Found<'settings'>> {
  if (settings.ok) return { outcome: 'good', facts: {} };
  if ('unreadable' in settings) return { outcome: 'unreadable', facts: { file: settings.unreadable } };
  return { outcome: 'faulty', facts: { faults: settings.faults.map(toFault) } };
}

/** A fault of a setting begins with its name, and ends with what to do. */
function toFault(said: string): SettingFault {
  const [setting = ''] = said.split(' ');
  if (said.startsWith(`${setting} is missing`)) return { setting, kind: 'missing', said };
  return { setting, kind: / Remove it[.,]/.test(said) ? 'surplus' : 'wrong', said };
}

/** Without a registration anybody is believed to be whoever they say: right for a trial, and for nothing else. */
async function lookAtRegistration({ parts: { env }, settings }: Asked): Promise<Found<'registration'>> {
  const { credentials, production, databaseUrl, publicUrl, tenantsFile } = settings;
  if (credentials) return { outcome: production ? 'production' : 'trial', facts: {} };
  const given = { DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl, TENANTS_FILE: tenantsFile };
  const signs = [...Object.entries(given).flatMap(([name, value]) => (value ? [name] : [])), ...platforms.filter((name) => env[name])];
  return signs.length > 0 ? { outcome: 'served', facts: { signs } } : { outcome: 'local', facts: {} };
}

async function lookAtContent({ parts }: Asked): Promise<Found<'content'>> {
  const content = await parts.content();
  if (!content.ok) return { outcome: 'faulty', facts: { faults: content.faults } };
  return { outcome: content.isLearned ? 'good' : 'unlearned', facts: { frameworks: content.frameworks.length } };
}

async function lookAtTenants({ parts, settings }: Asked): Promise<Found<'tenants'>> {
  const { tenantsFile = '', secondReader, graph } = settings;
  const content = await parts.content();
  const frameworks = content.ok ? content.frameworks : [];
  const read = readTenants(tenantsFile, { frameworks, hasReader: secondReader !== undefined, hasGraph: graph });
  if (!read.ok)
    return { outcome: 'faulty', facts: { faults: read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`) } };
  const keys = readKeysOf(tenantsFile, parts.env);
  if (!keys.ok) return { outcome: 'faulty', facts: { faults: keys.faults } };
  const { tenants } = read.file;
  return {
    outcome: 'good',
    facts: { tenants: tenants.length, off: tenants.filter(({ served }) => served === 'off').map(({ name }) => name) },
  };
}
