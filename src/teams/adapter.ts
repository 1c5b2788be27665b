import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';
import type { Credentials } from '../config.js';
import { type ErrorTrace, traceError } from '../errors.js';
import { createConnectorClient } from './connector-client.js';
import { channelIssuer } from './guard.js';

/** What the SDK found out about a sender; opaque, handed back to {@link TeamsAdapter.turn}. */
export type Who = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** A proven sender, a refused one, or no way to tell because the key set can't be read. */
export type Authenticated =
  | { readonly kind: 'proven'; readonly who: Who }
  | { readonly kind: 'unauthorized' | 'unavailable'; readonly error: ErrorTrace };

/** The SDK's answer to the HTTP request; undefined for plain messages. */
export type TurnAnswer = { readonly status: number; readonly body?: unknown } | undefined;

/** What the adapter needs. Without credentials it is in local mode: nobody is asked for a token, and none is sent. */
export type AdapterOptions = {
  readonly credentials: Credentials | undefined;
  readonly openIdMetadataUrl: string;
  readonly openIdRefreshMinutes: number;
  /** Which addresses answers may go to. */
  readonly isAllowed: (address: string) => boolean;
  /** Milliseconds for one call to the connector; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** Who signs outgoing calls; the registration's own unless told. */
  readonly credentialsFactory?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
};

/**
 * The Bot Framework adapter in two steps, so that refusals are ours: `CloudAdapter.process` would answer with the
 * texts of its exceptions and accept keys that are endorsed for nothing.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #keys: OpenIdMetadata | undefined;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, keys: OpenIdMetadata | undefined) {
    super(authentication);
    this.#keys = keys;
  }

  /** Checks signature, issuer, audience, time, service URL (the SDK) and that the key is endorsed for the channel (we). Never throws. */
  async authenticate(header: string, activity: Activity): Promise<Authenticated> {
    try {
      const who = await this.botFrameworkAuthentication.authenticateRequest(activity, header);
      if (await this.#isEndorsed(header, activity.channelId)) return { kind: 'proven', who };
      return { kind: 'unauthorized', error: { name: 'KeyNotEndorsed' } };
    } catch (error) {
      return { kind: isUnavailable(error) ? 'unavailable' : 'unauthorized', error: traceError(error) };
    }
  }

  /** Runs one turn for a proven sender. */
  async turn(who: Who, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<TurnAnswer> {
    return this.processActivity(who, activity, logic);
  }

  async #isEndorsed(header: string, channel: string): Promise<boolean> {
    if (!this.#keys) return true;
    const [first = ''] = (header.split(' ')[1] ?? '').split('.');
    const { kid } = JSON.parse(Buffer.from(first, 'base64url').toString('utf8')) as { kid: string };
    return (await this.#keys.getKey(kid))?.endorsements?.includes(channel) ?? false;
  }
}

/** Creates the adapter for a registration, or for local mode. */
export function createAdapter(options: AdapterOptions): TeamsAdapter {
  const { credentials, openIdMetadataUrl, isAllowed, timeoutMs = 10_000 } = options;
  const httpClient = createConnectorClient({ isAllowed, timeoutMs });
  if (!credentials)
    return new TeamsAdapter(new ConfigurationBotFrameworkAuthentication({}, undefined, undefined, undefined, { httpClient }), undefined);
  const tokenRefreshInterval = options.openIdRefreshMinutes / 60;
  const registration = toRegistration(credentials);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { ...registration, ...toCloud(credentials, openIdMetadataUrl) },
    options.credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(registration),
    undefined,
    undefined,
    { httpClient, tokenRefreshInterval },
  );
  return new TeamsAdapter(authentication, new OpenIdMetadata(openIdMetadataUrl, undefined, tokenRefreshInterval));
}

function toRegistration({ appId, password, tenantId, type }: Credentials) {
  return { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId, MicrosoftAppType: type };
}

/** All of these or none: when one is given, the SDK leaves the others empty. */
function toCloud({ tenantId, type }: Credentials, openIdMetadataUrl: string) {
  return {
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${type === 'MultiTenant' ? 'botframework.com' : tenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: channelIssuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ValidateAuthority: true,
  };
}

/** The key set could not be fetched: the SDK says so with a FetchError or with status 500. */
function isUnavailable(error: unknown): boolean {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  return name === 'FetchError' || statusCode === 500;
}
