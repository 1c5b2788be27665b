/**
 * The bot's own identity in Entra, and how it asks for tokens.
 */

import type { ClientSecretCredentialOptions, TokenCredential } from '@azure/identity';

/** How the bot is registered in Azure. New MultiTenant bots can't be made any more; old ones still run. */
export type AppType = 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';

/**
 * The bot's registration. `password` is '' where there is no secret: for a managed identity as registration, or with an `identity`.
 * `tenantId` may be '' for MultiTenant only.
 */
export type Credentials = {
  readonly appId: string;
  readonly password: string;
  readonly tenantId: string;
  readonly type: AppType;
  /** Client id of the managed identity that vouches for the registration, by a federated credential there, in a secret's place. */
  readonly identity?: string | undefined;
};

/** The part of @azure/identity's TokenCredential that is used. */
export type AzureCredential = {
  getToken(scope: string, options: { readonly abortSignal: AbortSignal }): Promise<{ readonly token: string } | null>;
};

/** How the login is reached, where it is not Microsoft's as @azure/identity knows it. */
export type LoginOptions = ClientSecretCredentialOptions;

/** What a managed identity's token must be for, so that Entra takes it as the word of an application (Entra, "federated credentials"). */
const exchangeScope = 'api://AzureADTokenExchange/.default';

/**
 * The bot's own registration: its secret, the managed identity that vouches for it, or the managed or federated identity of where it
 * runs; in local mode whoever is signed in on this machine. Loads @azure/identity.
 */
export async function openCredential(credentials: Credentials | undefined, login: LoginOptions = {}): Promise<TokenCredential> {
  const azure = await import('@azure/identity');
  if (!credentials) return new azure.DefaultAzureCredential(login);
  const { appId, password, tenantId, type, identity } = credentials;
  if (type === 'UserAssignedMSI')
    return new azure.DefaultAzureCredential({ ...login, managedIdentityClientId: appId, workloadIdentityClientId: appId });
  if (!tenantId) return new azure.DefaultAzureCredential(login);
  if (identity === undefined) return new azure.ClientSecretCredential(tenantId, appId, password, login);
  const host = new azure.ManagedIdentityCredential({ clientId: identity });
  const vouch = async () => (await host.getToken(exchangeScope)).token;
  return new azure.ClientAssertionCredential(tenantId, appId, vouch, login);
}

/** Rejects when the signal ends, to race against: a credential may not listen to it, and nobody waits for it longer. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
