/**
 * Stands between the playground and the bot and holds each activity for a moment. A bot that answers at once outruns
 * the playground's page, which then shows the answer before the question or not at all; Teams has no such haste.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const HOLD_MS = 120;

/** The relay's own address for the bot, and how to end it. */
export type Relay = { readonly endpoint: string; close(): Promise<void> };

/** Starts a relay to the bot at `endpoint`. */
export async function startRelay(endpoint: string): Promise<Relay> {
  const server = createServer((request, response) => {
    pass(endpoint, request, response).catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, close };
}

async function pass(endpoint: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  await wait(HOLD_MS);
  const { method = 'POST', headers } = request;
  const type = headers['content-type'];
  // The playground says en-US whatever its browser says; people here have a Danish Teams.
  const sent = Buffer.concat(chunks).toString();
  const body = chunks.length > 0 ? { body: sent.replaceAll('"locale":"en-US"', '"locale":"da-DK"') } : {};
  const answer = await fetch(endpoint, { method, ...body, headers: type ? { 'content-type': type } : {} });
  const text = await answer.text();
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(text);
}
