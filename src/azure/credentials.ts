/**
 * The bot's own identity in Entra.
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
