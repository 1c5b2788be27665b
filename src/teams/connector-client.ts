import { type HttpClient, HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';

/** How answers are sent out. */
export type ConnectorOptions = {
  /** Whether an address may be called at all. */
  readonly isAllowed: (address: string) => boolean;
  /** How long one call may take, answer included. */
  readonly timeoutMs: number;
};

/**
 * A call that did not succeed. `code` is the HTTP status, or `timeout`, `network` or `forbidden-host`; `retryAfter` is
 * the header as sent, `errorCode` the connector's own word for it (`error.code` of the body). Nothing else of what the
 * other side wrote is kept.
 */
export class SendFailed extends Error {
  override readonly name = 'SendFailed';
  constructor(
    readonly code: number | 'timeout' | 'network' | 'forbidden-host',
    readonly retryAfter?: string,
    readonly errorCode?: string,
  ) {
    super(`the connector call failed: ${code}`);
  }
}

/**
 * Creates the HTTP client that the SDK sends with: one attempt, a time-out, no redirects, allowed hosts only.
 * The SDK's own client tries up to four times without a time-out, and a message that did arrive would come again.
 */
export function createConnectorClient({ isAllowed, timeoutMs }: ConnectorOptions): HttpClient {
  return {
    async sendRequest(request) {
      if (!isAllowed(request.url)) throw new SendFailed('forbidden-host');
      const headers = Object.fromEntries(request.headers.headersArray().map(({ name, value }) => [name, value]));
      const { response, text } = await attempt(request.url, {
        method: request.method,
        body: (request.body as string | undefined) ?? null,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw new SendFailed(response.status, response.headers.get('retry-after') ?? undefined, readErrorCode(text));
      return { request, status: response.status, headers: new HttpHeaders(Object.fromEntries(response.headers)), bodyAsText: text };
    },
  };
}

async function attempt(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (error) {
    throw new SendFailed(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network');
  }
}

/** Bot Connector API reference, "ErrorResponse object". Anything but a plain word is left out: it could quote what was sent. */
function readErrorCode(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' && /^\w{1,60}$/.test(error.code) ? error.code : undefined;
  } catch {
    return undefined;
  }
}
