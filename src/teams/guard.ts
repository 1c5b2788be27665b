import type { RefusalReason } from '../metrics.js';
import type { Envelope } from './incoming.js';

/** Who may talk to the bot. In local mode there is no app id: then no token is asked for, and only this machine may call. */
export type Policy = {
  readonly local: boolean;
  /** Whether a tenant, its id in lower case, is one of ours; not asked in local mode. */
  readonly isOurs: (tenant: string) => boolean;
  /** Host names or `*.example.com`; local mode allows loopback as well, and only that. */
  readonly allowedServiceHosts: readonly string[];
};

/** Why a request is turned away, in a word for the log, and the HTTP status for it. */
export type TurnedAway = { readonly status: 401 | 403; readonly reason: RefusalReason };

/** The parts of the HTTP request that say who sends. */
export type Sender = { readonly authorization: string | undefined; readonly host: string | undefined };

/** Issuer of the Bot Framework channel's tokens (Bot Connector authentication, "Verify the JWT token"). */
export const channelIssuer = 'https://api.botframework.com';

/** How far two clocks may be apart (the same page, requirement 6). */
const skewSeconds = 300;

/**
 * Looks at the sender before the body is. Local mode: the Host header must be loopback, so that no web page can reach
 * the bot through a name of its own. Else: there must be a token that says it is the channel's, RS256 and in date.
 * The signature is checked later; this look keeps every other kind of token away from the SDK, which would accept
 * emulator tokens of any tenant, tokens without `exp` and other algorithms.
 */
export function findSenderRefusal(sender: Sender, policy: Policy, now: Date): TurnedAway | undefined {
  if (policy.local) return namesThisMachine(sender.host) ? undefined : { status: 403, reason: 'host' };
  const token = readToken(sender.authorization);
  if (!token) return { status: 401, reason: 'token' };
  const { alg, kid, iss, exp, nbf } = token;
  const seconds = now.getTime() / 1000;
  if (alg !== 'RS256' || typeof kid !== 'string') return { status: 401, reason: 'algorithm' };
  if (iss !== channelIssuer) return { status: 401, reason: 'issuer' };
  if (typeof exp !== 'number' || exp + skewSeconds <= seconds) return { status: 401, reason: 'expired' };
  if (typeof nbf === 'number' && nbf - skewSeconds > seconds) return { status: 401, reason: 'early' };
  return undefined;
}

/**
 * The invoke for a link that is pasted by somebody without the app. Teams takes out who it is, the tenant too, and may
 * write "redacted" instead (Teams, "Zero install for link unfurling"). Whoever answers it must read nothing of anybody.
 */
export const anonymousUnfurl = 'composeExtension/anonymousQueryLink';

/**
 * Looks at what the activity says of itself: it comes from Teams, answers go to an allowed host, and its tenant is
 * allowed (all places that name a tenant agreeing). Only an {@link anonymousUnfurl} may have none. Local mode takes any tenant.
 */
export function findActivityRefusal(activity: Envelope, policy: Policy): TurnedAway | undefined {
  if (activity.channelId !== 'msteams') return { status: 403, reason: 'channel' };
  if (!isAllowedServiceUrl(activity.serviceUrl, policy)) return { status: 403, reason: 'serviceUrl' };
  if (policy.local) return undefined;
  const isAnonymous = activity.type === 'invoke' && activity.name === anonymousUnfurl;
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].flatMap((id) => (id ? [id.toLowerCase()] : []));
  const tenants = isAnonymous ? named.filter((id) => id.trim() !== 'redacted') : named;
  const [tenant] = tenants;
  if (isAnonymous && tenant === undefined) return undefined;
  if (tenant === undefined || tenants.some((other) => other !== tenant)) return { status: 403, reason: 'tenant' };
  return policy.isOurs(tenant) ? undefined : { status: 403, reason: 'tenant' };
}

/** Whether answers may be sent to this address: https on an allowed host; plain http on loopback only; no user name, no odd port. */
export function isAllowedServiceUrl(address: string | undefined, policy: Policy): boolean {
  if (!address || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  if (username || password) return false;
  if (isLoopback(hostname)) return /^https?:$/.test(protocol) && (policy.local || policy.allowedServiceHosts.includes(hostname));
  return !policy.local && protocol === 'https:' && port === '' && policy.allowedServiceHosts.some((pattern) => matches(hostname, pattern));
}

function matches(hostname: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

/** Whether a Host header names this machine, so that no web page has reached it through a name of its own. */
export function namesThisMachine(host: string | undefined): boolean {
  return isLoopback(hostnameOf(host));
}

/** Whether a header, by its name, is one that a proxy adds: then the caller is not this machine, whoever is seen to call. */
export function isForwarding(header: string): boolean {
  return /^(forwarded|via|x-forwarded-.*|x-original-.*|x-real-ip)$/i.test(header);
}

function isLoopback(hostname: string | undefined): boolean {
  return hostname !== undefined && (/^127(\.\d{1,3}){3}$/.test(hostname) || hostname === 'localhost' || hostname === '[::1]');
}

function hostnameOf(header: string | undefined): string | undefined {
  return header && URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : undefined;
}

/** Header and claims of a bearer token, undecoded parts aside; undefined when it is none. Nothing here is proven yet. */
function readToken(authorization: string | undefined): Record<string, unknown> | undefined {
  const [, header, claims] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization ?? '') ?? [];
  const [first, second] = [readPart(header), readPart(claims)];
  return first && second ? { ...second, alg: first['alg'], kid: first['kid'] } : undefined;
}

function readPart(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
