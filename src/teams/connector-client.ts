import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { type HttpClient, HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import getRawBody from 'raw-body';
import { z } from 'zod';
import { timeLeft } from '../clock.js';
import { parseJson } from './json.js';

/** How answers are sent out. */
export type ConnectorOptions = {
  /** Whether an address may be called at all. */
  readonly isAllowed: (address: string) => boolean;
  /** How many milliseconds one call may take, answer included; less where less is left of a deadline. */
  readonly timeoutMs: number;
  /** Told of each token that the connector answers with 401. */
  readonly refused?: (token: string) => void;
};

/**
 * A call that did not succeed. `code` is the HTTP status, or `timeout`, `network` or `forbidden-host`; `retryAfter` is
 * the header as sent, `words` the connector's own for it, the most telling first. Nothing else of what the other side
 * wrote is kept. `hasLeft` is false where surely nothing of the call left this machine.
 */
export class SendFailed extends Error {
  override readonly name = 'SendFailed';
  constructor(
    readonly code: number | 'timeout' | 'network' | 'forbidden-host',
    readonly retryAfter?: string,
    readonly words: readonly string[] = [],
    readonly hasLeft = true,
  ) {
    super(`the connector call failed: ${code}`);
  }
}

/** Whether a task has come to call the connector. */
export type Reached = { readonly isReached: boolean };

const watched = new AsyncLocalStorage<{ isReached: boolean }>();

/** Runs a task that is told whether it has come to call the connector: before that, nothing of it was sent. */
export function watchCalls<T>(task: (reached: Reached) => T): T {
  const reached = { isReached: false };
  return watched.run(reached, () => task(reached));
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
export function createConnectorClient({ isAllowed, timeoutMs, refused }: ConnectorOptions): HttpClient {
  const keeping = { keepAlive: true, timeout: idleMs };
  const secure = new https.Agent(keeping);
  const plain = new http.Agent(keeping);
  const open = (url: URL, options: http.RequestOptions) =>
    url.protocol === 'https:' ? https.request(url, { ...options, agent: secure }) : http.request(url, { ...options, agent: plain });
  return {
    async sendRequest(request) {
      const reached = watched.getStore();
      if (reached) reached.isReached = true;
      if (!isAllowed(request.url)) throw new SendFailed('forbidden-host');
      const left = Math.floor(timeLeft(timeoutMs));
      if (left <= 0) throw new SendFailed('timeout', undefined, [], false);
      const signal = AbortSignal.timeout(left);
      const call = open(new URL(request.url), { method: request.method, headers: listHeaders(request), signal });
      const { status, headers, text } = await attempt(call, request.body as string | undefined, signal);
      if (status === 401) refused?.(request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '');
      if (status < 200 || status > 299) throw new SendFailed(status, headers['retry-after'], readErrorWords(text));
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
  const hasLeft = watchDeparture(call);
  try {
    call.end(body);
    const [response] = (await once(call, 'response')) as [http.IncomingMessage];
    const text = await getRawBody(response, { encoding: 'utf8', limit: answerLimit });
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch {
    call.destroy();
    throw new SendFailed(signal.aborted ? 'timeout' : 'network', undefined, [], hasLeft());
  }
}

/** A request is written as soon as its connection is made, and not before. */
function watchDeparture(call: http.ClientRequest): () => boolean {
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
  };
  call.once('socket', (socket) => {
    if (call.reusedSocket) leave();
    else socket.once(call.protocol === 'https:' ? 'secureConnect' : 'connect', leave);
  });
  return () => hasLeft;
}

/** Anything but a plain word is left out: it could quote what was sent. */
const word = z
  .string()
  .regex(/^\w{1,60}$/)
  .optional()
  .catch(undefined);
const named = { code: word, subCode: word };
/** A part that is missing, or something else, says nothing. */
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);
/** Where `message` is JSON as text (Teams, "Send proactive messages", "Best practices": `{"subCode": …, "details": …}`). */
const inner = z.string().transform(parseJson).pipe(z.object(named)).optional().catch(undefined);
/** Bot Connector API reference, "ErrorResponse object", with what Teams passes on of the service behind it. */
const errorSchema = z.object({
  ...named,
  message: inner,
  error: part({ ...named, message: inner, innerHttpError: part({ body: part(named) }) }),
});

function readErrorWords(text: string): readonly string[] {
  const outer = errorSchema.safeParse(parseJson(text)).data;
  const places = [outer?.error?.innerHttpError?.body, outer?.error?.message, outer?.message, outer?.error, outer];
  return [...places.map((each) => each?.subCode), ...places.map((each) => each?.code)].filter((each) => each !== undefined);
}
