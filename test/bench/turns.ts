import type { Incoming } from '../../src/conversation/incoming.js';
import { type Store, stores } from '../storage/stores.js';
import { openProduct } from '../support/product.js';
import { printTable, timeEach } from './measure.js';

const texts = ['hvad forventes der af en kontorchef', 'og hvad skal man kunne?', 'giv mig et spørgsmål til eftertanke', 'hjælp', 'trivsel'];
const count = 500;

/** One turn of the bot, for people about whom nothing is stored (no Entra id) and for people in the database. */
export async function benchTurns(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const store of stores.filter(({ isHere }) => isHere)) rows.push(...(await benchStore(store, rows[0]?.[1] as number | undefined)));
  printTable(`A turn in the process, ${count} messages of 50 people`, ['where turns are kept', 'p50 ms', 'p99 ms', 'x without'], rows);
}

async function benchStore(store: Store, without: number | undefined): Promise<(string | number)[][]> {
  const place = await store.create();
  const { bot, close } = await openProduct(place.options);
  const rows: (string | number)[][] = [];
  for (const isKept of without === undefined ? [false, true] : [true]) {
    const { p50, p99 } = await timeEach(listMessages(isKept), bot);
    rows.push([
      isKept ? `in ${store.name}` : 'in memory (a person without an Entra id)',
      p50,
      p99,
      p50 / (without ?? Number(rows[0]?.[1] ?? p50)),
    ]);
  }
  await close();
  await place.drop();
  return rows;
}

/** Messages of 50 people, one after the other. */
export function listMessages(isKept: boolean): Incoming[] {
  return Array.from({ length: count }, (_, at) => {
    const person = at % 50;
    return {
      person: { tenant: 't', entraId: isKept ? `anne-${person}` : undefined, channelId: `29:${person}` },
      conversation: { id: `a:${person}`, kind: 'personal' },
      locale: 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at: new Date(Date.UTC(2026, 10, 24, 8, 0, at)),
      what: { kind: 'text', text: texts[Math.floor(at / 50) % texts.length] ?? '' },
    };
  });
}
