import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** What the SDK found out about a sender. */
export type Who = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Connector = ReturnType<Factory['create']>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>[0];
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

/** Teams has one address for each region and tenant. */
const mostConnectors = 100;

/**
 * The SDK's authentication for one app, its clients made once. The SDK makes two for every activity, each with a pipeline
 * of its own, which costs more than all it does besides; they hold nothing of an activity.
 */
export class OneAppAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Connector>();
  #userTokens: UserTokens | undefined;

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<Who> {
    const who = await super.authenticateRequest(activity, authHeader);
    return who.connectorFactory ? { ...who, connectorFactory: this.#keepClients(who.connectorFactory) } : who;
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#keepClients(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: Identity): UserTokens {
    this.#userTokens ??= super.createUserTokenClient(identity).catch((error: unknown) => {
      this.#userTokens = undefined;
      throw error;
    });
    return this.#userTokens;
  }

  #keepClients(factory: Factory): Factory {
    return { create: (serviceUrl, audience) => this.#findConnector(factory, serviceUrl, audience) };
  }

  #findConnector(factory: Factory, serviceUrl: string, audience: string | undefined): Connector {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.#connectors.get(key);
    if (known) return known;
    if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
    const made = factory.create(serviceUrl, audience).catch((error: unknown) => {
      this.#connectors.delete(key);
      throw error;
    });
    this.#connectors.set(key, made);
    return made;
  }
}
