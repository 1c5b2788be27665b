import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { type HttpClient, HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import getRawBody from 'raw-body';

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

/** Most servers keep an idle connection longer: one given up before is never used while it is being closed. */
const idleMs = 4_000;
/** Largest answer read, in bytes: ids and error words are short, a page of 500 members is not. */
const answerLimit = 4 * 1024 * 1024;

/**
 * Creates the HTTP client that the SDK sends with: one attempt, a time-out, no redirects, allowed hosts only.
 * The SDK's own client tries up to four times without a time-out, and a message that did arrive would come again.
 * Node's own requests cost a third of what its fetch costs, and an answer is most of what a turn does beside thinking.
 */
export function createConnectorClient({ isAllowed, timeoutMs }: ConnectorOptions): HttpClient {
  const keeping = { keepAlive: true, timeout: idleMs };
  const secure = new https.Agent(keeping);
  const plain = new http.Agent(keeping);
  const open = (url: URL, options: http.RequestOptions) =>
    url.protocol === 'https:' ? https.request(url, { ...options, agent: secure }) : http.request(url, { ...options, agent: plain });
  return {
    async sendRequest(request) {
      if (!isAllowed(request.url)) throw new SendFailed('forbidden-host');
      const signal = AbortSignal.timeout(timeoutMs);
      const call = open(new URL(request.url), { method: request.method, headers: listHeaders(request), signal });
      const { status, headers, text } = await attempt(call, request.body as string | undefined, signal);
      if (status < 200 || status > 299) throw new SendFailed(status, headers['retry-after'], readErrorCode(text));
      return { request, status, headers: new HttpHeaders(listTexts(headers)), bodyAsText: text };
    },
  };
}

/** The SDK asks for a compressed answer, which only its own client could read. */
function listHeaders({ headers }: Parameters<HttpClient['sendRequest']>[0]): Record<string, string> {
  const all = headers.headersArray().filter(({ name }) => name.toLowerCase() !== 'accept-encoding');
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

function listTexts(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((each): each is [string, string] => typeof each[1] === 'string'));
}

type Answered = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string };

async function attempt(call: http.ClientRequest, body: string | undefined, signal: AbortSignal): Promise<Answered> {
  try {
    call.end(body);
    const [response] = (await once(call, 'response')) as [http.IncomingMessage];
    const text = await getRawBody(response, { encoding: 'utf8', limit: answerLimit });
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch {
    call.destroy();
    throw new SendFailed(signal.aborted ? 'timeout' : 'network');
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
