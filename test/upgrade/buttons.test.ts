import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answers/kinds.js';
import { type Place, stores } from '../storage/stores.js';
import type { Product } from '../support/product.js';
import { textOf } from '../support/visitor.js';
import { keyOf, openUpgraded, restore, story, visit } from './world.js';

/** A button as a client sends it, with the words in the card's fields; `card` names it as the older version's gallery did. */
type Button = { readonly card: string; readonly group: boolean; readonly invoke: boolean; readonly data: object };

const buttons = readFileSync('test/upgrade/003/buttons.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Button);

const says = ({ data }: Button, pattern: RegExp) => pattern.test(JSON.stringify(data));
const isDialog = (button: Button) => says(button, /"do":"prompt"/);
/** What takes away what the next button is about. */
const takesAway = (button: Button) => says(button, /undo-note|delete-note|confirmed|forget|"unanswer"|"close"/);
const isInRound = (button: Button) => says(button, /"act":"(own|answer|unanswer|close)"/);

/** Answers that say no: what was asked about is not there, or not for here. */
const noes: readonly Answer[] = [
  { kind: 'note-away', why: 'unknown', next: [] },
  { kind: 'share-away', why: 'gone', next: [] },
  { kind: 'share-away', why: 'nothing', next: [] },
  { kind: 'share-away', why: 'group', next: [] },
  { kind: 'plan-none', group: false, next: [] },
  { kind: 'not-here', why: 'group', next: [] },
  { kind: 'not-here', why: 'not-yet', next: [] },
];

describe.each(stores)('a card of the older version, on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let product: Product;
    beforeAll(async () => {
      place = await restore(store);
      product = await openUpgraded(place);
    });
    afterAll(async () => {
      await product?.close();
      await place?.drop();
    });

    /** The button about a note and a card that there are. */
    async function real({ data }: Button, { storage }: Product): Promise<unknown> {
      const note = (await storage.notes.list(keyOf('mette'))).notes[0]?.id;
      const sharers = (await storage.exportPerson(keyOf('mette'))).find(({ table }) => table === 'sharers');
      const shares = await Promise.all((sharers?.rows ?? []).map((row) => storage.shares.load(story.tenants.north, String(row['share']))));
      const text = JSON.stringify(data)
        .replace(/"note":"n\d"/, `"note":"${note}"`)
        .replace('share-1', String(shares.find((share) => share?.isRound && !share.isClosed)?.id))
        .replace('19:a@thread.v2', story.conversations.team);
      return JSON.parse(text);
    }

    /** What is wrong with the answer to a button; nothing as it should be. */
    async function findFault(button: Button, there: Product): Promise<string | undefined> {
      const { sorry, compass } = there;
      const press = (data: unknown) =>
        visit(there, 'mette').press(data, button.group || isInRound(button) ? 'team' : undefined, button.invoke);
      const help = textOf(await press({ do: 'ask', question: { intent: 'help' }, language: 'da' }));
      const nonsense = textOf(await press({ do: 'nonsense' }));
      const reply = await press(await real(button, there));
      const text = textOf(reply);
      if (reply.length === 0) return 'silence';
      if (text === textOf([sorry('da')])) return 'sorry';
      if (text === nonsense && (text !== help || !says(button, /"intent":"help"/))) return 'not understood';
      return noes.some((no) => textOf([compass.cards(no, { language: 'da', group: false })]) === text)
        ? `no: ${reply[0]?.summary}`
        : undefined;
    }

    it('gets an answer to each of its buttons', async () => {
      const faults: string[] = [];
      for (const button of buttons.filter((each) => !takesAway(each) && !isDialog(each))) {
        const fault = await findFault(button, product);
        if (fault) faults.push(`${button.card} ${JSON.stringify(button.data)}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });

    it.each(buttons.filter(takesAway).map((button) => [button.card, button] as const))(
      'gets an answer to a button of %s that takes something away',
      async (_, button) => {
        const other = await restore(store);
        const there = await openUpgraded(other);
        expect(await findFault(button, there)).toBeUndefined();
        await there.close();
        await other.drop();
      },
    );

    it.each(buttons.filter(isDialog).map((button) => [JSON.stringify(button.data).slice(0, 40), button] as const))(
      'gets an answer to the dialog’s button %s',
      async (_, { data }) => {
        const person = { ...keyOf('mette'), channelId: '29:mette' };
        const conversation = { id: story.conversations.team, kind: 'groupChat' } as const;
        const invoker = { person, conversation, locale: 'da-DK', timeZone: undefined, at: new Date(story.now) };
        const answer = await product.invokes('composeExtension/submitAction', { commandId: 'sharePrompt', data }, invoker);
        expect(JSON.stringify(answer)).toContain('"AdaptiveCard"');
      },
    );
  });
});
