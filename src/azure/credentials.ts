/**
 * The bot's own identity in Entra, and how it asks for tokens.
 */

import type { ClientSecretCredentialOptions, TokenCredential } from '@azure/identity';

/** How the bot is registered in Azure. New MultiTenant bots can't be made any more; old ones still run. */
export type AppType = 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';

/** The bot's registration. `password` is '' for a managed identity, `tenantId` may be '' for MultiTenant only. */
export type Credentials = {
  readonly appId: string;
  readonly password: string;
  readonly tenantId: string;
  readonly type: AppType;
};

/** The part of @azure/identity's TokenCredential that is used. */
export type AzureCredential = {
  getToken(scope: string, options: { readonly abortSignal: AbortSignal }): Promise<{ readonly token: string } | null>;
};

/** How the login is reached, where it is not Microsoft's as @azure/identity knows it. */
export type LoginOptions = ClientSecretCredentialOptions;

/**
 * The bot's own registration: its secret, or the managed or federated identity of where it runs; in local mode whoever is signed in
 * on this machine. Loads @azure/identity.
 */
export async function openCredential(credentials: Credentials | undefined, login: LoginOptions = {}): Promise<TokenCredential> {
  const { ClientSecretCredential, DefaultAzureCredential } = await import('@azure/identity');
  if (!credentials) return new DefaultAzureCredential(login);
  const { appId, password, tenantId, type } = credentials;
  if (type === 'UserAssignedMSI')
    return new DefaultAzureCredential({ ...login, managedIdentityClientId: appId, workloadIdentityClientId: appId });
  return tenantId ? new ClientSecretCredential(tenantId, appId, password, login) : new DefaultAzureCredential(login);
}

/** Rejects when the signal ends, to race against: a credential may not listen to it, and nobody waits for it longer. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
