import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { deeds, type Step, type Walk, walk } from './walks.js';

/** FUZZ_RUNS=1000, or more, is the whole run, a minute; FUZZ_SEED repeats one. */
const runs = Math.min(Number(process.env['FUZZ_RUNS'] || 300), 1_000);
const seed = Number(process.env['FUZZ_SEED'] || 20_261_124);

let product: Product;
let outside: Outside;
let serial = 0;
beforeAll(async () => {
  outside = createOutside();
  product = await openProduct(undefined, { outside, settings: { NOTES_IN: 'dialog', EDITOR_CONTACT: 'HR' } });
});
afterAll(() => product.close());

/** What most people do most of the time: write, open, go on. */
const usual = [
  'keeps a note',
  'is reminded of something',
  'agrees on something',
  'asks for agreements',
  'asks for notes',
  'opens what there is to open',
  'goes on in the dialog',
];
const deed = fc.oneof(fc.constantFrom(...Object.keys(deeds)), fc.constantFrom(...usual));
const step: fc.Arbitrary<Step> = fc.record({ deed, choice: fc.nat(1_000) });

const go = async (steps: readonly Step[]): Promise<Walk> => {
  serial += 1;
  const walked = await walk(product, outside, `s${serial}`, steps);
  // What is due comes to whoever walks, and to nobody who walked before.
  await product.storage.forgetPerson({ tenant: 't1', entraId: `s${serial}` });
  return walked;
};

/** The first thing of a list that holds one of the walker's private words. */
const findWords = ({ secrets }: Walk, list: readonly string[]) =>
  list.find((text) => secrets.some((secret) => text.toLowerCase().includes(secret)));

it(`lets no private word into the chat in ${runs} sessions, and shows them in dialogs`, async () => {
  let [shown, heard] = [0, 0];
  const property = fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20, size: 'max' }), async (steps) => {
    const walked = await go(steps);
    const leak = findWords(walked, walked.chat);
    if (leak) throw new Error(`a private word in the chat: ${leak}`);
    heard += walked.chat.length;
    shown += findWords(walked, walked.dialogs) ? 1 : 0;
  });
  await fc.assert(property, { numRuns: runs, seed });
  console.log(`${runs} sessions: ${heard} things in the chat, private words in the dialogs of ${shown}`);
  // Nothing would leak from people who write nothing.
  expect(shown).toBeGreaterThan(runs / 5);
}, 1_800_000);

it('does every deed with an effect', async () => {
  for (const deed of Object.keys(deeds)) {
    const before: Step[] = ['keeps a note', 'gets a question'].map((each) => ({ deed: each, choice: 1 }));
    if (deed === 'lets a day go by') before.push({ deed: 'is reminded of something', choice: 0 });
    const opened = deed.includes('dialog')
      ? ['asks for notes', 'opens what there is to open']
      : deed.startsWith('opens what')
        ? ['asks for notes']
        : [];
    const steps = [...before, ...opened.map((each) => ({ deed: each, choice: 1 }))];
    const [less, more] = [await go(steps), await go([...steps, { deed, choice: 1 }])];
    expect(more.chat.length + more.dialogs.length, deed).toBeGreaterThan(less.chat.length + less.dialogs.length);
  }
});

it('would find them: where notes are read in the chat, they stand there', async () => {
  const inChat = await openProduct(undefined, { outside });
  const steps = ['keeps a note', 'asks for notes'].map((each) => ({ deed: each, choice: 1 }));
  const walked = await walk(inChat, outside, 'chatter', steps);
  expect(findWords(walked, walked.chat)).toBeDefined();
  await inChat.close();
});
