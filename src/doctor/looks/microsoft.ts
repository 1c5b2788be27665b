/**
 * What the service needs of Microsoft: a token for its answers, a way to Teams, the keys of Teams' tokens, and where they are on the
 * directory and the language model.
 */
import { lookAtGraph, lookAtModel } from '../../azure/looks.js';
import { KeysUnavailable, readKeys } from '../../teams/keys.js';
import { NoToken, proofOf } from '../../teams/tokens.js';
import { type Asked, look } from '../look.js';
import { ask, hostMs, hostOf, whyOf } from '../network.js';
import type { Found } from '../outcomes.js';
import type { DoctorSettings } from '../ports.js';

/** Entra's numbers (Microsoft Learn, "Microsoft Entra authentication and authorization error codes"). */
const entraCodes: Readonly<Record<string, 'expired' | 'wrongSecret' | 'unknownApp' | 'unknownTenant'>> = {
  AADSTS7000222: 'expired',
  AADSTS7000215: 'wrongSecret',
  AADSTS700016: 'unknownApp',
  AADSTS90002: 'unknownTenant',
  AADSTS900023: 'unknownTenant',
};

const inLocalMode = ({ credentials }: DoctorSettings): { readonly outcome: 'local'; readonly facts: object } | undefined =>
  credentials ? undefined : { outcome: 'local', facts: {} };

/** What it means that a token cannot be had, by what the bot proves itself with. */
const away = { identity: 'identityAway', vouched: 'vouchedAway' } as const;
const refused = { secret: 'refused', identity: 'identityRefused', vouched: 'vouchedRefused' } as const;

/** The looks at what is needed of Microsoft. */
export const microsoftLooks = [
  look('token', lookAtToken, { unless: inLocalMode }),
  look('connector', lookAtConnector, { unless: inLocalMode }),
  look('keyHost', lookAtKeyHost, { unless: inLocalMode }),
  look('graph', lookAtDirectory, {
    after: ['token'],
    unless: ({ graph }) => (graph ? undefined : { outcome: 'off', facts: {} }),
  }),
  look('model', lookAtReader, {
    after: ['token'],
    unless: ({ secondReader }) => (secondReader ? undefined : { outcome: 'off', facts: {} }),
  }),
] as const;

async function lookAtToken({ parts, settings }: Asked): Promise<Found<'token'>> {
  try {
    await parts.botToken();
    return { outcome: 'good', facts: {} };
  } catch (error) {
    if (!(error instanceof NoToken)) throw error;
    const proof = settings.credentials ? proofOf(settings.credentials) : 'secret';
    if (error.code !== 'refused')
      return proof === 'secret' ? { outcome: 'unreached', facts: { why: error.code } } : { outcome: away[proof], facts: {} };
    const code = error.entra ?? '';
    const known = proof === 'identity' ? undefined : entraCodes[code];
    return known ? { outcome: known, facts: {} } : { outcome: refused[proof], facts: { code } };
  }
}

/** Whatever a host answers, it is there: only Teams itself may say more to it. A pattern of hosts has no address. */
async function lookAtConnector({ parts, settings }: Asked): Promise<Found<'connector'>> {
  const addressOf = parts.addressOf ?? ((host: string) => `https://${host}/`);
  const hosts = settings.allowedServiceHosts.filter((host) => !host.includes('*'));
  if (hosts.length === 0) return { outcome: 'pattern', facts: {} };
  const answers = await Promise.all(hosts.map((host) => ask(addressOf(host))));
  const unreached = answers.flatMap((answer, at) => (answer.ok ? [] : [{ host: hosts[at] ?? '', why: answer.why }]));
  const [first] = unreached;
  return first ? { outcome: 'unreached', facts: first } : { outcome: 'good', facts: { hosts } };
}

async function lookAtKeyHost({ settings }: Asked): Promise<Found<'keyHost'>> {
  const host = hostOf(settings.openIdMetadataUrl);
  try {
    const keys = (await readKeys(settings.openIdMetadataUrl, hostMs)).size;
    return keys > 0 ? { outcome: 'good', facts: { keys } } : { outcome: 'strange', facts: { host } };
  } catch (error) {
    const why = whyOf(error);
    // Whatever was answered is no announcement of keys: another status, another host's keys, or no JSON at all.
    if (error instanceof KeysUnavailable || error instanceof SyntaxError || (why === 'other' && !isFromFetch(error)))
      return { outcome: 'strange', facts: { host } };
    return { outcome: 'unreached', facts: { host, why } };
  }
}

/** Only what never got an answer has a cause below it. */
function isFromFetch(error: unknown): boolean {
  return error instanceof Error && error.cause !== undefined;
}

async function lookAtDirectory({ parts }: Asked): Promise<Found<'graph'>> {
  const state = await lookAtGraph(parts.credential, AbortSignal.timeout(hostMs));
  return { outcome: state === 'granted' ? 'good' : state, facts: {} };
}

async function lookAtReader({ parts, settings: { secondReader } }: Asked): Promise<Found<'model'>> {
  if (!secondReader) return { outcome: 'off', facts: {} };
  const { endpoint, deployment } = secondReader;
  const host = hostOf(endpoint);
  try {
    const { state, status = 0 } = await lookAtModel({ ...secondReader, credential: parts.credential }, AbortSignal.timeout(hostMs));
    switch (state) {
      case 'there':
        return { outcome: 'good', facts: { deployment } };
      case 'none':
        return { outcome: 'none', facts: {} };
      case 'forbidden':
        return { outcome: 'forbidden', facts: { host } };
      case 'unknown':
        return { outcome: 'unknown', facts: { deployment, host } };
      case 'trouble':
        return { outcome: 'trouble', facts: { host, status } };
    }
  } catch (error) {
    return { outcome: 'unreached', facts: { host, why: whyOf(error) } };
  }
}
