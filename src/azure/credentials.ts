/**
 * The bot's own identity in Entra, and how it asks for tokens.
 */

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

/** The bot's own registration: its secret, its managed identity, or in local mode whoever is signed in on this machine. Loads @azure/identity. */
export async function openCredential(credentials: Credentials | undefined): Promise<AzureCredential> {
  const { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  if (!credentials) return new DefaultAzureCredential();
  const { appId, password, tenantId, type } = credentials;
  if (type === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: appId });
  return tenantId ? new ClientSecretCredential(tenantId, appId, password) : new DefaultAzureCredential();
}

/** Rejects when the signal ends, to race against: a credential may not listen to it, and nobody waits for it longer. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
