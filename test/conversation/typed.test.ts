import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import { formLabelIn } from '../../src/cards/labels.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, visit } from '../support/visitor.js';

let product: Product;
let asked: readonly PlainQuestion[];
beforeAll(async () => {
  product = await openProduct();
  const all = product.compass.answer.exhibits().flatMap(({ next }) => next);
  asked = [...new Map(all.map((question) => [JSON.stringify(question), question])).values()];
});
afterAll(() => product.close());

type Asking = { readonly question: PlainQuestion; readonly language: 'da' | 'en' };

const places = [
  { where: 'in private', role: true, conversation: 'personal' },
  { where: 'in private, of somebody whose role is not known', role: false, conversation: 'personal' },
  { where: 'in a group', role: false, conversation: 'groupChat' },
] as const;

let visitors = 0;

/** Somebody who has asked a question; each is another person in another conversation, so that chance and memory are the same for all. */
async function whoAsked(question: PlainQuestion, language: 'da' | 'en', { role, conversation }: (typeof places)[number]) {
  visitors += 1;
  const leader = visit(product, `typist-${visitors}`);
  const there = { conversation: { id: `typing-${visitors}`, kind: conversation } };
  if (role) await leader.ask({ intent: 'set-role', framework: 'aarhus-bu-2024', role: 'kontorchef' });
  const ask = (next: PlainQuestion) =>
    leader.happen({ kind: 'action', data: { do: 'ask', question: next, language }, invoke: false }, there);
  return { card: await ask(question), ask, say: (text: string) => leader.say(text, there) };
}

/** What a card says; of what is kept of somebody only that it is shown, since no two have the same. */
const shown = (reply: Parameters<typeof textOf>[0]) => textOf(reply).replace(/^(Dine data|Your data).*/s, '$1');

describe('what a button says, typed under its card', () => {
  it.each(places)('does what pressing it does, $where', { timeout: 120_000 }, async (place) => {
    const wrong: string[] = [];
    let compared = 0;
    // Every card in turn lends a button of each title once.
    const done = new Set<string>();
    for (const question of asked) {
      for (const language of ['da', 'en'] as const) {
        const { card } = await whoAsked(question, language, place);
        for (const { title, data } of buttonsOf(card)) {
          const pressed = data as Partial<Asking> & { readonly do?: string };
          if (pressed.do !== 'ask' || !pressed.question || done.has(`${language} ${title}`)) continue;
          done.add(`${language} ${title}`);
          const [presser, typist] = [await whoAsked(question, language, place), await whoAsked(question, language, place)];
          const [one, other] = [shown(await presser.ask(pressed.question)), shown(await typist.say(title))];
          compared += 1;
          if (one !== other) wrong.push(`${language} "${title}" under ${question.intent}: ${other.slice(0, 60)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });
});

describe('an example, typed by whoever saw it somewhere', () => {
  it.each(places)('does what pressing it does, $where', async (place) => {
    const wrong: string[] = [];
    for (const language of ['da', 'en'] as const) {
      const { card } = await whoAsked({ intent: 'help' }, language, place);
      const examples = buttonsOf(card).filter(({ title }) => /^(Spørg|Ask): /.test(title));
      expect(examples.length).toBeGreaterThan(2);
      for (const { title, data } of examples) {
        const phrase = title.replace(/^\w+: /u, '').replace(/^Spørg: /, '');
        const { question } = data as Asking;
        const [presser, typist] = [
          await whoAsked({ intent: 'help' }, language, place),
          await whoAsked({ intent: 'smalltalk', tone: 'hello' }, language, place),
        ];
        const [one, other] = [shown(await presser.ask(question)), shown(await typist.say(phrase))];
        if (one !== other) wrong.push(`"${phrase}": ${other.slice(0, 80)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is understood for each command of the manifest', async () => {
    const { commandLists } = manifest.bots[0] as { commandLists: { scopes: string[]; commands: { title: string }[] }[] };
    for (const { scopes, commands } of commandLists)
      for (const { title } of commands)
        for (const place of places.filter(({ conversation }) => (conversation === 'personal') === scopes.includes('personal'))) {
          const { say } = await whoAsked({ intent: 'smalltalk', tone: 'hello' }, 'da', place);
          expect(textOf(await say(title)), title).not.toMatch(/^(Det forstod jeg ikke|Det står der ikke noget om|Hvad vil du gerne se)/);
        }
  });
});

describe('what stands on forms, links and folds, typed', () => {
  it.each(['Gem', 'Videre til roller', 'Slet noten', 'Vis 3 udsagn', 'Skjul', 'Åbn som side', 'Save', 'Show 12 statements'])(
    'gets a sentence that helps: "%s"',
    async (label) => {
      const shown = textOf(await visit(product, `typist-${label}`).say(label));
      expect(shown).toMatch(/^(Det er en knap på et kort|That is a button on a card)\n/);
    },
  );

  it('is all that buttons say which neither ask nor are understood', () => {
    const started = [
      'share',
      'resume',
      'not-today',
      'stop',
      'pause',
      'own',
      'open-plan',
      'list-notes',
      'keep-data',
      'set-appointment',
      'new-agreement',
    ];
    const looks = (['da', 'en'] as const).flatMap((language) => [undefined, 'chat' as const].map((surface) => ({ language, surface })));
    const left = product.compass.answer.exhibits().flatMap((answer) =>
      looks.flatMap((look) =>
        buttonsOf([product.compass.cards(answer, { ...look, group: false, notes: true })]).flatMap(({ title, data }) => {
          const { do: does, act } = data as { do: string; act?: { act: string } };
          const isAsked = does === 'ask' || does === 'prompt' || (act && started.includes(act.act));
          return isAsked || formLabelIn(title) || /København|Copenhagen|London|Salem|Dumont/.test(title) ? [] : [title];
        }),
      ),
    );
    expect([...new Set(left)]).toEqual([]);
  });
});
