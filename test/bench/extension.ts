import { type Store, stores } from '../storage/stores.js';
import { openProduct } from '../support/product.js';
import { printTable, timeEach } from './measure.js';

const terms = [
  'trivsel',
  'kontorchef',
  'feedback fra medarbejdere',
  'økonomistyring',
  'tværgående ledelse',
  'hvordan skaber jeg tillid i en forandring',
  'working across',
];
const limitMs = 5_000;

/** The search of the message extension as it is asked while one types: after each letter of each term. */
export async function benchExtension(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const store of stores.filter(({ isHere }) => isHere)) rows.push(await benchStore(store));
  const head = ['where the profile is', 'p50 ms', 'p99 ms', `Teams’ limit of ${limitMs} ms, x p99`];
  printTable(`A query of the message extension, ${typed().length} letters typed`, head, rows);
}

async function benchStore(store: Store): Promise<(string | number)[]> {
  const place = await store.create();
  const { invokes, close } = await openProduct(place.options);
  const invoker = {
    person: { tenant: 't', entraId: 'anne', channelId: '29:1' },
    conversation: { id: 'a:1', kind: 'personal' as const },
    locale: 'da-DK',
    timeZone: 'Europe/Copenhagen',
    at: new Date(Date.UTC(2026, 10, 24)),
  };
  const { p50, p99 } = await timeEach(typed(), (value) =>
    invokes('composeExtension/query', { commandId: 'search', parameters: [{ name: 'query', value }] }, invoker),
  );
  await close();
  await place.drop();
  return [store.name, p50, p99, limitMs / p99];
}

function typed(): string[] {
  return terms.flatMap((term) => Array.from(term, (_, at) => term.slice(0, at + 1)));
}
