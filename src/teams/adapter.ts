import { verify } from 'node:crypto';
import { type Activity, CloudAdapter, type ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Credentials, LoginOptions } from '../azure/credentials.js';
import { type ErrorTrace, traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { OneAppAuthentication, type Who } from './authentication.js';
import { createConnectorClient } from './connector-client.js';
import { channelIssuer } from './guard.js';
import { createKeySet, type KeySet, KeysUnavailable, useKeySet } from './keys.js';
import { createSigning, createTokens, openBotCredential, proofOf, type Tokens } from './tokens.js';

/** A proven sender, a refused one, or no way to tell because the key set can't be read. */
export type Authenticated =
  | { readonly kind: 'proven'; readonly who: Who }
  | { readonly kind: 'unauthorized' | 'unavailable'; readonly error: ErrorTrace };

/** The SDK's answer to the HTTP request; undefined for plain messages. */
export type TurnAnswer = { readonly status: number; readonly body?: unknown } | undefined;

/** How long reading the key set may take; Teams waits some 15 s for an answer. */
const keysTimeoutMs = 8_000;

/** What the adapter needs. Without credentials it is in local mode: nobody is asked for a token, and none is sent. */
export type AdapterOptions = {
  readonly credentials: Credentials | undefined;
  readonly openIdMetadataUrl: string;
  readonly openIdRefreshMinutes: number;
  /** Which addresses answers may go to. */
  readonly isAllowed: (address: string) => boolean;
  /** Milliseconds for one call to the connector; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds that a call waits for its token; 5,000 unless told. */
  readonly tokenMs?: number;
  /** Milliseconds by a clock that nobody sets, by which keys and tokens grow old; the machine's unless told. */
  readonly elapsed?: () => number;
  /** How the login is reached; Microsoft's unless told. */
  readonly login?: LoginOptions;
  /** Where trouble with keys and tokens is told; nowhere unless told. */
  readonly log?: Log;
  /** Is told for how long there were no keys and no tokens. */
  readonly metrics?: Pick<Metrics, 'gauge'> | undefined;
  /** Who signs outgoing calls; the registration's own unless told. */
  readonly credentialsFactory?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
};

/**
 * The Bot Framework adapter in two steps, so that refusals are ours: `CloudAdapter.process` would answer with the
 * texts of its exceptions and accept keys that are endorsed for nothing.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #keys: KeySet | undefined;
  /** What its calls are signed with; undefined in local mode, and where somebody else signs. */
  readonly tokens: Tokens | undefined;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, keys: KeySet | undefined, tokens?: Tokens) {
    super(authentication);
    this.#keys = keys;
    this.tokens = tokens;
  }

  /**
   * Checks that the key is known, endorsed for the channel and has signed (we), then everything once more with issuer,
   * audience, time and service URL (the SDK). Never throws.
   */
  async authenticate(header: string, activity: Activity): Promise<Authenticated> {
    try {
      const fault = await this.#findKeyFault(header, activity.channelId);
      if (fault) return { kind: 'unauthorized', error: { name: fault } };
      return { kind: 'proven', who: await this.botFrameworkAuthentication.authenticateRequest(activity, header) };
    } catch (error) {
      return { kind: error instanceof KeysUnavailable ? 'unavailable' : 'unauthorized', error: traceError(error) };
    }
  }

  /** Runs one turn for a proven sender. */
  async turn(who: Who, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<TurnAnswer> {
    return this.processActivity(who, activity, logic);
  }

  /** The SDK accepts keys without endorsements, and writes every bad signature to stderr, past our log. */
  async #findKeyFault(header: string, channel: string): Promise<string | undefined> {
    if (!this.#keys) return undefined;
    const [head = '', claims = '', signature = ''] = (header.split(' ')[1] ?? '').split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as { kid: string };
    const key = await this.#keys.getKey(kid);
    if (!key) return 'KeyUnknown';
    if (!key.endorsements.includes(channel)) return 'KeyNotEndorsed';
    const isSigned = verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key.key, Buffer.from(signature, 'base64url'));
    return isSigned ? undefined : 'SignatureWrong';
  }
}

/** Creates the adapter for a registration, or for local mode. */
export function createAdapter(options: AdapterOptions): TeamsAdapter {
  const { credentials, openIdMetadataUrl, isAllowed, timeoutMs = 10_000, elapsed = () => performance.now() } = options;
  const { log, metrics, login, tokenMs } = options;
  if (!credentials) {
    const httpClient = createConnectorClient({ isAllowed, timeoutMs });
    return new TeamsAdapter(new OneAppAuthentication({}, undefined, undefined, undefined, { httpClient }), undefined);
  }
  const { openIdRefreshMinutes: refreshMinutes } = options;
  const keys = createKeySet({ url: openIdMetadataUrl, refreshMinutes, elapsed, timeoutMs: keysTimeoutMs, log, metrics });
  useKeySet(openIdMetadataUrl, keys);
  const tokens = createTokens({
    kind: proofOf(credentials),
    open: () => openBotCredential(credentials, login),
    elapsed,
    timeoutMs: tokenMs,
    log,
    metrics,
  });
  const authentication = new OneAppAuthentication(
    { ...toRegistration(credentials), ...toCloud(credentials, openIdMetadataUrl) },
    options.credentialsFactory ?? createSigning(credentials.appId, tokens),
    undefined,
    undefined,
    { httpClient: createConnectorClient({ isAllowed, timeoutMs, refused: tokens.drop }) },
  );
  return new TeamsAdapter(authentication, keys, options.credentialsFactory ? undefined : tokens);
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
