/**
 * What others see of the service: its certificate, its address, whether it is ready, and the pages that links lead to.
 */
import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { z } from 'zod';
import { dayMs } from '../../clock.js';
import { readTenantsForm } from '../../storage/tenants-file.js';
import { type Asked, look } from '../look.js';
import { ask, hostMs, hostOf, whyOf } from '../network.js';
import type { Found } from '../outcomes.js';
import type { DoctorSettings } from '../ports.js';
import { blockedBy } from '../standing.js';

/** A certificate that is not renewed by then is renewed by nobody: machines that do it begin 30 days ahead. */
const certificateDays = 21;
/** The port of https. */
const httpsPort = 443;

const statusSchema = z.object({ status: z.string() });
/** What stands on every page of ours. */
const ourName = 'Ledelseskompas';

const withoutAddress = ({ publicUrl }: DoctorSettings): { readonly outcome: 'off'; readonly facts: object } | undefined =>
  publicUrl ? undefined : { outcome: 'off', facts: {} };

/** The looks from outside. */
export const outsideLooks = [
  look('certificate', lookAtCertificate, {
    unless: (settings) =>
      withoutAddress(settings) ?? (settings.publicUrl?.startsWith('https:') ? undefined : { outcome: 'plain', facts: {} }),
  }),
  look('public', lookAtAddress, { unless: withoutAddress }),
  look('ready', lookAtReadiness, { needs: ['public'], unless: withoutAddress }),
  look('unfurl', lookAtPage, { needs: ['public', 'content'], after: ['tenants'], unless: withoutAddress }),
] as const;

/** Read whether or not it is trusted: when it ends is the same. That nobody answers at all, the look at the address says. */
async function lookAtCertificate({ parts, settings }: Asked): Promise<Found<'certificate'>> {
  const { hostname, port, host } = new URL(settings.publicUrl ?? '');
  const name = hostname.replace(/^\[|\]$/g, '');
  // A name alone can be asked for (RFC 6066, section 3).
  const servername = isIP(name) === 0 ? name : '';
  const socket = connect({ host: name, port: Number(port || httpsPort), servername, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(hostMs) });
    const code = socket.authorized ? undefined : codeOf(socket.authorizationError);
    return judgeCertificate({ host, until: new Date(socket.getPeerCertificate().valid_to), code }, parts.clock());
  } catch (error) {
    if (whyOf(error) === 'certificate') return { outcome: 'untrusted', facts: { host, code: 'TLS' } };
    return { outcome: 'unseen', facts: {} };
  } finally {
    socket.destroy();
  }
}

/** What is to be said of a certificate; `code` is why it is not trusted. One that has ended is trusted by nobody: that comes first. */
export function judgeCertificate(
  { host, until, code }: { readonly host: string; readonly until: Date; readonly code: string | undefined },
  now: Date,
): Found<'certificate'> {
  const days = Math.floor((until.getTime() - now.getTime()) / dayMs);
  if (days < 0) return { outcome: 'ended', facts: { host, days } };
  if (code !== undefined) return { outcome: 'untrusted', facts: { host, code } };
  return { outcome: days < certificateDays ? 'soon' : 'good', facts: { host, days } };
}

/** Node gives the code as text, or an error that has it. */
function codeOf(error: unknown): string {
  const code = typeof error === 'string' ? error : (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z_\d]{1,60}$/.test(code) ? code : 'TLS';
}

/** Begun beside the look at the certificate, which is asked only where it may be the cause: both may wait for a host that is silent. */
async function lookAtAddress({ parts, settings: { publicUrl = '' }, of }: Asked): Promise<Found<'public'>> {
  const host = hostOf(publicUrl);
  const begun = parts.elapsed();
  const [live, about] = await Promise.all([ask(`${publicUrl}/livez`), ask(`${publicUrl}/om`)]);
  const ms = Math.round(parts.elapsed() - begun);
  if (!live.ok) {
    const certificate = live.why === 'certificate' ? await of('certificate') : undefined;
    return certificate?.verdict === 'fail' ? blockedBy(certificate) : { outcome: 'unreached', facts: { host, why: live.why } };
  }
  const isOurs = live.status === 200 && statusOf(live.text) === 'ok' && about.ok && about.text.includes(ourName);
  return isOurs ? { outcome: 'good', facts: { host, ms } } : { outcome: 'other', facts: { host } };
}

function statusOf(text: string): string | undefined {
  try {
    return statusSchema.safeParse(JSON.parse(text)).data?.status;
  } catch {
    return undefined;
  }
}

/** Where the database is the trouble here as well, it is the database's own finding. */
async function lookAtReadiness(asked: Asked): Promise<Found<'ready'>> {
  const answered = await ask(`${asked.settings.publicUrl}/readyz`);
  const status = answered.ok ? (statusOf(answered.text) ?? `${answered.status}`) : 'silent';
  if (answered.ok && answered.status === 200) return { outcome: 'good', facts: {} };
  if (status === 'learning') return { outcome: 'learning', facts: {} };
  if (status !== 'database') return { outcome: 'other', facts: { status } };
  const database = await asked.of('database');
  return database.verdict === 'fail' ? blockedBy(database) : { outcome: 'database', facts: {} };
}

async function lookAtPage({ parts, settings: { publicUrl = '', tenantsFile } }: Asked): Promise<Found<'unfurl'>> {
  const content = await parts.content();
  const shown = content.ok ? [...content.pages].filter(([framework]) => isShown(framework, tenantsFile)) : [];
  const [, path] = shown[0] ?? [];
  if (path === undefined) return { outcome: 'none', facts: {} };
  const answered = await ask(`${publicUrl}${path}`);
  const isThere = answered.ok && answered.status === 200 && answered.text.includes('og:title');
  return isThere ? { outcome: 'good', facts: { path } } : { outcome: 'missing', facts: { url: `${publicUrl}${path}` } };
}

/** Whether some tenant's people have pages of a framework: a page is for whoever has its address, but not of what is turned off. */
function isShown(framework: string, tenantsFile: string | undefined): boolean {
  const read = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  if (!read?.ok) return true;
  return read.file.tenants.some(
    ({ served, sharing, frameworks }) => served !== 'off' && sharing !== 'off' && (frameworks?.includes(framework) ?? true),
  );
}
