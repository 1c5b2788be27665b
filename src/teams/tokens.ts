/**
 * The tokens that calls to the connector are signed with: got from Entra, kept while they are good, and never waited for long.
 */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type Credentials, type LoginOptions, openCredential } from '../azure/credentials.js';
import { beyond, TimeOver, timeLeft, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';

/** The part of @azure/identity's TokenCredential that is used. */
export type Credential = { getToken(scope: string): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null> };

/**
 * No token could be had, so nothing was sent. `code` says why, and `entra` with Entra's own number ("AADSTS7000222") where it gave one;
 * nothing else of what the other side wrote is kept.
 */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  constructor(
    readonly code: 'timeout' | 'refused' | 'unreachable',
    readonly entra?: string,
  ) {
    super(`no token could be had: ${code}`);
  }
}

/** What a registration proves itself with: a secret, a managed identity that is the registration, or one that vouches for it. */
export type Proof = 'secret' | 'identity' | 'vouched';

/** The bot's own token, the same for every call. */
export type Tokens = {
  /** A token that is good for a minute at least. Rejects with {@link NoToken}, after `timeoutMs` at the latest. */
  get(): Promise<string>;
  /** The connector refused this token: the next one is a fresh one. */
  drop(token: string): void;
};

/** Where tokens come from. */
export type TokensParts = {
  /** What the bot proves itself with, for the log. */
  readonly kind: Proof;
  /** Opens a credential that has kept no token yet. */
  readonly open: () => Promise<Credential>;
  readonly log?: Pick<Log, 'warn' | 'error' | 'info'> | undefined;
  /** Is told for how long there has been no token. */
  readonly metrics?: Pick<Metrics, 'gauge'> | undefined;
  /** Milliseconds by a clock that nobody sets; the machine's unless told. */
  readonly elapsed?: () => number;
  /** Milliseconds that a caller waits for a token; 5,000 unless told. */
  readonly timeoutMs?: number | undefined;
};

/** What the connector asks for in a token (Bot Connector authentication, "Step 1: Request an access token"). */
const connectorScope = 'https://api.botframework.com/.default';
/** A login that takes longer than anybody waits is still of use to the next one, and is given up after this. */
const loginMs = 15_000;
/** After a failure nobody asks again for this long. */
const failureMs = 5_000;
/** Whoever looks for how long there was none has one asked for, no more often than this: a night without messages is no fault. */
const retryMs = 60_000;
/** A token that ends sooner is not used: it is still on its way when it ends. */
const shortestMs = 60_000;
/** A token that is refused so soon after it came is not what is wrong. */
const youngMs = 30_000;

type Held = { readonly token: string; readonly since: number; readonly renewAt: number; readonly until: number };

/**
 * Creates the tokens. Many calls share one login; half-way through its time a token is renewed while it still serves, so
 * that a login that is away for half an hour is not noticed. A spell without tokens is logged once, and its end.
 */
export function createTokens({ kind, open, log, metrics, elapsed = () => performance.now(), timeoutMs = 5_000 }: TokensParts): Tokens {
  let held: Held | undefined;
  let login: Promise<Held> | undefined;
  let failure: { readonly at: number; readonly why: NoToken } | undefined;
  const spell = createSpell(kind, log, elapsed);
  const fail = (error: unknown): never => {
    const why = toNoToken(error);
    failure = { at: elapsed(), why };
    if (held && elapsed() < held.until) spell.warn(why, error);
    else spell.fail(why, error);
    throw why;
  };
  const logIn = async (): Promise<Held> => {
    const made = await within(loginMs, () => askForToken(open, elapsed)).catch(fail);
    held = made;
    failure = undefined;
    spell.end();
    return made;
  };
  const share = () => {
    login ??= beyond(logIn).finally(() => {
      login = undefined;
    });
    return login;
  };
  metrics?.gauge('withoutToken', () => {
    const isTried = failure !== undefined && elapsed() - failure.at < retryMs;
    if (spell.seconds() > 0 && !isTried) void share().catch(() => undefined);
    return spell.seconds();
  });
  const justFailed = () => failure !== undefined && elapsed() - failure.at < failureMs;
  return {
    async get() {
      const now = elapsed();
      if (held && now < held.until) {
        if (now >= held.renewAt && !justFailed()) void share().catch(() => undefined);
        return held.token;
      }
      if (failure && justFailed()) throw failure.why;
      // Whoever comes with less time than that blames nobody when it is over.
      const isPatient = timeLeft(timeoutMs) >= timeoutMs;
      try {
        return (await within(timeoutMs, share)).token;
      } catch (error) {
        if (error instanceof NoToken) throw error;
        const why = toNoToken(error);
        if (isPatient) spell.fail(why, error);
        throw why;
      }
    },
    drop(token) {
      if (held?.token === token && elapsed() - held.since >= youngMs) held = undefined;
    },
  };
}

/** The token's own end is by the wall clock; what is left of it now passes by a clock that nobody sets. */
async function askForToken(open: TokensParts['open'], elapsed: () => number): Promise<Held> {
  const answer = await (await open()).getToken(connectorScope);
  if (!answer) throw new NoToken('refused');
  const since = elapsed();
  const lifeMs = answer.expiresOnTimestamp - Date.now();
  return { token: answer.token, since, renewAt: since + lifeMs / 2, until: since + lifeMs - shortestMs };
}

/** What an operator reads; whose word it is depends on what the bot proves itself with. */
const saying: Readonly<Record<Proof, Readonly<Record<NoToken['code'], string>>>> = {
  secret: {
    timeout: 'no token for answers: login.microsoftonline.com does not answer',
    unreachable: 'no token for answers: login.microsoftonline.com cannot be reached',
    refused: "no token for answers: login.microsoftonline.com refused the bot's credentials: is the client secret expired?",
  },
  identity: {
    timeout: 'no token for answers: the managed identity does not answer',
    unreachable: 'no token for answers: the managed identity cannot be reached: is it assigned to where the service runs?',
    refused: 'no token for answers: the managed identity was refused: is it the one that the bot is registered with?',
  },
  vouched: {
    timeout: 'no token for answers: the managed identity that vouches for the bot, or login.microsoftonline.com, does not answer',
    unreachable:
      'no token for answers: the managed identity that vouches for the bot, or login.microsoftonline.com, cannot be reached: is the identity assigned to where the service runs?',
    refused:
      'no token for answers: the word of the managed identity was refused: does the registration have a federated credential for MicrosoftAppIdentity?',
  },
};

/** One line when tokens stop coming, and one when they come again, however many calls there are between. */
function createSpell(kind: Proof, log: TokensParts['log'], elapsed: () => number) {
  let told: 'nothing' | 'warned' | 'failed' = 'nothing';
  let since: number | undefined;
  const describe = (why: NoToken, error: unknown) => ({
    reason: why.code,
    error: traceError(error),
    ...(why.entra && { entra: why.entra }),
  });
  return {
    /** Nothing is lost yet: the token that is held still serves. */
    warn(why: NoToken, error: unknown) {
      if (told !== 'nothing') return;
      told = 'warned';
      log?.warn(describe(why, error), 'the token for answers cannot be renewed; the present one still serves');
    },
    fail(why: NoToken, error: unknown) {
      if (told === 'failed') return;
      told = 'failed';
      since = elapsed();
      log?.error(describe(why, error), saying[kind][why.code]);
    },
    end() {
      if (told !== 'nothing') log?.info('tokens again');
      told = 'nothing';
      since = undefined;
    },
    /** For how long there has been none; 0 while there is one. */
    seconds: () => (since === undefined ? 0 : (elapsed() - since) / 1_000),
  };
}

/** Entra's number for what is wrong ("AADSTS7000222": the secret is expired); its sentence is not logged. */
function findEntraCode(error: unknown): { readonly entra?: string } {
  const [entra] = /AADSTS\d{1,9}/.exec(messageOf(error)) ?? [];
  return entra ? { entra } : {};
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** @azure/identity tells a refusal from a login out of reach by words alone (RFC 6749, 5.2, and Entra's own numbers). */
function toNoToken(error: unknown): NoToken {
  if (error instanceof NoToken) return error;
  if (error instanceof TimeOver) return new NoToken('timeout');
  const words = messageOf(error);
  const isRefused = /AADSTS|invalid_|unauthorized_/.test(words) && !/temporarily_unavailable|server_error/.test(words);
  return new NoToken(isRefused ? 'refused' : 'unreachable', findEntraCode(error).entra);
}

/** What a registration proves itself with. */
export function proofOf({ type, identity }: Credentials): Proof {
  if (type === 'UserAssignedMSI') return 'identity';
  return identity === undefined ? 'secret' : 'vouched';
}

/**
 * Opens the registration's own credential, as it is asked for the connector's tokens: of a MultiTenant bot they are of Bot
 * Framework's own tenant. A request to the login is made once, and ends by itself: left to wait for ever, they would pile up.
 */
export async function openBotCredential(credentials: Credentials, login: LoginOptions = {}): Promise<Credential> {
  const { type, tenantId } = credentials;
  if (type === 'UserAssignedMSI') return openCredential(credentials, login);
  const additionalPolicies = [...(login.additionalPolicies ?? []), { policy: endRequests, position: 'perCall' as const }];
  return openCredential(
    { ...credentials, tenantId: type === 'MultiTenant' ? 'botframework.com' : tenantId },
    { ...login, retryOptions: { maxRetries: 0 }, additionalPolicies },
  );
}

const endRequests: NonNullable<LoginOptions['additionalPolicies']>[number]['policy'] = {
  name: 'endRequests',
  sendRequest: (request, next) => next(Object.assign(request, { timeout: loginMs })),
};

type SdkFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

/** The tokens in the SDK's shape, whose own would wait for a silent login for ever. It signs for one app and one audience. */
export function createSigning(appId: string, tokens: Tokens): SdkFactory {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    async createCredentials(id) {
      if (id !== appId) throw new NoToken('refused');
      return {
        async signRequest(request) {
          request.headers.set('authorization', `Bearer ${await tokens.get()}`);
          return request;
        },
      };
    },
  };
}
