import { Agent } from 'node:http';
import { startFaultyConnector } from '../nudges/connector.js';
import { openProxy } from '../storage/proxy.js';
import { postgres } from '../storage/stores.js';
import { startChild } from './children.js';
import { asked, nextBody, post, settingsFor } from './http.js';
import { median, printTable } from './measure.js';

/** A way there and back to a database in another region. */
const awayMs = 100;
const count = 120;
const texts = [asked.hi, asked.role, 'giv mig et spørgsmål til eftertanke', 'mind mig hver dag kl. 8'];

/** What a database far away adds to a turn: its milliseconds over those of one way there and back are the round trips before the answer. */
export async function benchFar(): Promise<void> {
  if (!postgres.isHere) return;
  const place = await postgres.create();
  const server = new URL(place.options.databaseUrl ?? '');
  const proxy = await openProxy(Number(server.port || 5432), awayMs);
  const far = new URL(server.href);
  far.port = String(proxy.port);
  const connector = await startFaultyConnector(() => ({ status: 201 }));
  const near = await timeTexts(settingsFor(place.options), connector);
  const away = await timeTexts(settingsFor({ dataDir: '', databaseUrl: far.href }), connector);
  await Promise.all([connector.close(), proxy.close()]);
  await place.drop();
  printTable(
    `Until the answer reaches the connector, one message after the other, PostgreSQL here and ${awayMs} ms away`,
    ['message', 'here p50 ms', 'away p50 ms', 'added ms', 'round trips'],
    texts.map((text, at) => {
      const [here = Number.NaN, there = Number.NaN] = [near[at], away[at]];
      return [text, here, there, there - here, (there - here) / awayMs];
    }),
  );
}

type Connector = Awaited<ReturnType<typeof startFaultyConnector>>;

/** The median of the milliseconds from a message to its answer, text by text. */
async function timeTexts(settings: Record<string, string>, connector: Connector): Promise<number[]> {
  const child = await startChild('product', settings);
  const agent = new Agent({ keepAlive: true });
  const medians: number[] = [];
  for (const text of texts) {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const before = connector.received.length;
      const begin = performance.now();
      const done = post(child.port, agent, nextBody(text, connector.url));
      while (connector.received.length === before) await new Promise((resolve) => setImmediate(resolve));
      times.push(performance.now() - begin);
      await done;
    }
    // The first messages of each of a hundred people are news, which is noted.
    medians.push(median(times.slice(-20)));
  }
  agent.destroy();
  await child.stop();
  return medians;
}
