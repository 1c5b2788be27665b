import type { AppType } from '../../src/azure/credentials.js';
import type { Policy } from '../../src/teams/guard.js';
import { recorded } from './activities.js';
import { createKey, sign } from './issuer.js';

/** The bot's application id in the tests. */
export const appId = '22222222-2222-4222-8222-222222222222';
/** The tenant of the recorded activities, the only one allowed. */
export const tenant = '11111111-1111-4111-8111-111111111111';
/** A tenant that is not allowed. */
export const foreignTenant = '99999999-1111-4111-8111-111111111111';

/** A registered bot's policy, with connectors on loopback. */
export const registeredPolicy: Policy = { local: false, isOurs: (id) => id === tenant, allowedServiceHosts: ['127.0.0.1'] };

/** What Azure gives for each kind of registration. */
export const registrationOf = (type: AppType) => ({
  appId,
  password: type === 'UserAssignedMSI' ? '' : 'hemmeligt',
  tenantId: type === 'MultiTenant' ? '' : tenant,
  type,
});

/** MSAL insists on https for the token end point, so outgoing calls are signed by hand. */
export const signsByHand = {
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer outbound');
      return request;
    },
  }),
} as never;

/** The issuer's keys: one as it should be, one endorsed for nothing, one for another channel; and one that only says it is the first. */
export const keys = {
  good: createKey('good', ['msteams', 'skype']),
  unendorsed: createKey('unendorsed'),
  elsewhere: createKey('elsewhere', ['webchat']),
  forged: createKey('good', ['msteams']),
};

const seconds = () => Math.floor(Date.now() / 1000);

/** An instant in a token, as seconds from now. */
export const inSeconds = (from: number) => seconds() + from;

/** The claims of a genuine token for a connector, with changes; undefined leaves a claim out. */
export function claimsFor(serviceUrl: string, changes: object = {}): object {
  const genuine = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, nbf: seconds() - 10, exp: seconds() + 600 };
  return { ...genuine, ...changes };
}

/** A genuine Authorization header. */
export const genuine = (serviceUrl: string) => `Bearer ${sign(keys.good, claimsFor(serviceUrl))}`;

/** A personal message that wants its answer at a connector. */
export const messageFor = (serviceUrl: string, changes: Record<string, unknown> = {}) =>
  recorded('message.personal', { serviceUrl, ...changes });
