import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { type Answer, type AnswerOf, kindOf } from '../../src/answers/kinds.js';
import type { View } from '../../src/cards/desk.js';
import { anybody, loadWorld } from './world.js';

const { library, answerer: answer } = loadWorld();
const views: readonly View[] = [
  { language: 'da', group: false, notes: true },
  { language: 'da', group: false },
  { language: 'en', group: true },
  { language: 'da', group: false, inserted: true },
  { language: 'da', group: false, forgetful: true },
  { language: 'da', group: false, reader: true },
];

/** Everything that is the same for everybody: what the gallery shows, and each role with each of some prompts. */
function listFixed(): Answer[] {
  const roles = library.frameworks.flatMap((framework) =>
    framework.roles.flatMap((role) =>
      [0, 1, 2].map((at) =>
        answer({ intent: 'expectations', framework: framework.id, role: role.id }, { ...anybody, random: (n) => at % n }),
      ),
    ),
  );
  return [...answer.exhibits(), ...roles].filter((each) => kindOf(each).fixed?.(each));
}

describe('a card that is drawn once', () => {
  const all = listFixed();
  const cards = createCards(library);
  const [first] = views;
  const view = first as View;

  it('is that of its own answer and its own reader, whatever was drawn before', () => {
    const pairs = all.flatMap((each) => views.map((by) => [each, by] as const));
    const drawn = pairs.map(([each, by]) => cards(each, by));
    expect(new Set(drawn.map((message) => JSON.stringify(message))).size).toBeGreaterThan(300);
    for (const [at, [each, by]] of pairs.entries()) {
      if (at % 7 !== 0) continue;
      expect(drawn[at]).toEqual(createCards(library)(each, by));
    }
  });

  it('says that a language model may be asked only where it may, whichever was drawn first', () => {
    const help = all.find(({ kind }) => kind === 'help');
    if (!help) throw new Error('there is no help');
    for (const order of [[undefined, true] as const, [true, undefined] as const]) {
      const draw = createCards(library);
      for (const reader of order) expect(JSON.stringify(draw(help, { ...view, reader })).includes('sprogmodel')).toBe(reader === true);
    }
  });

  it('is the same object for all who ask the same, and nobody can change it', () => {
    const [role] = all.filter((each): each is AnswerOf<'expectations'> => each.kind === 'expectations');
    if (!role) throw new Error('there is no role');
    const card = cards(role, view);
    expect(cards({ ...role, parts: [...role.parts] }, view)).toBe(card);
    expect(() => (card.card['body'] as unknown[]).push('more')).toThrow(TypeError);
  });

  it('is not kept where something stands on it that the reader wrote', () => {
    const [help] = all;
    if (!help) throw new Error('there is no answer');
    const corrected = { ...view, reading: { corrections: [{ from: 'hjælb', to: 'hjælp' }] } };
    expect(cards(help, corrected)).not.toBe(cards(help, corrected));
    const lined = { ...view, inserted: true, line: 'Se her' };
    expect(cards(help, lined)).not.toBe(cards(help, lined));
    const reflect = answer.exhibits().find((each): each is AnswerOf<'reflect'> => each.kind === 'reflect');
    if (!reflect) throw new Error('there is no question');
    const draft = { ...reflect, draft: 'mit udkast' };
    expect(cards(draft, view)).not.toBe(cards(draft, view));
    expect(cards(reflect, { ...view, reading: { corrections: [] } })).toBe(cards(reflect, view));
    const about = { ...reflect, another: { intent: 'reflect', text: 'min medarbejder Lise' } as const };
    expect(cards(about, view)).not.toBe(cards(about, view));
  });
});
