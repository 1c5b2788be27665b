import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';

/** What a request of the language model's client looks like on the wire; `body` is its JSON. */
export type ModelRequest = {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** Answers one request. */
export type Respond = (response: ServerResponse) => void;

/** A stand-in for Azure OpenAI on loopback. */
export type ModelServer = {
  readonly endpoint: string;
  /** What was asked so far. */
  readonly requests: ModelRequest[];
  respond: Respond;
  /** How many requests are neither answered nor given up. */
  open(): number;
  close(): Promise<void>;
};

/** Starts one that completes every chat with `completion('{}')` until told otherwise. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let open = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    requests.push({ method, url, headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
    started.respond(response);
  });
  // As in teams/login.ts.
  server.keepAliveTimeout = 0;
  const endpoint = `http://127.0.0.1:${await listen(server)}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const started: ModelServer = { endpoint, requests, respond: json(200, completion('{}')), open: () => open, close };
  return started;
}

/** A host that says `bytes` to whoever connects, whatever they want, and hangs up. */
export async function startGarbage(bytes: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    // What the client says is read away: unread, it would keep the connection open.
    socket.resume();
    socket.end(bytes);
  });
  const port = await listen(server);
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Answers with JSON, or with a body of another type. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Respond {
  return (response) => {
    // restify changes every response of the process: its writeHead gives nothing back to chain on.
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** A chat completion as Azure OpenAI writes it, its first choice changed by `choice`. */
export function completion(content: string | null, choice: object = {}): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'gpt-4.1-mini-2025-04-14',
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } }],
    choices: [{ index: 0, finish_reason: 'stop', logprobs: null, message: { role: 'assistant', content, refusal: null }, ...choice }],
    usage: { prompt_tokens: 4_000, completion_tokens: 90, total_tokens: 4_090 },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
