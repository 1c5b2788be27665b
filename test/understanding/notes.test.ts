import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createLikeness } from '../../src/search/likeness.js';
import type { LastTurn } from '../../src/understanding/follow-up.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { createUnderstand } from '../../src/understanding/understand.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';

const vocabulary = createVocabulary(library, lexicon, undefined, dictionary);
const understand = createUnderstand(vocabulary, createLikeness(vocabulary), learned);
const kontorchef = { framework: 'aarhus-bu-2024', role: 'kontorchef' };

type Slots = Partial<Extract<PlainQuestion, { intent: 'reflections' }>>;
const week: Slots = { period: { kind: 'during', point: { kind: 'unit', unit: 'week', back: 1 } } };
const monday: Slots = { period: { kind: 'during', point: { kind: 'weekday', day: 'man' } } };
const inMonth = (month: number): Slots => ({ period: { kind: 'during', point: { kind: 'month', month } } });
const thisYear: Slots = { period: { kind: 'during', point: { kind: 'unit', unit: 'year', back: 0 } } };
const themes: Slots = { wish: 'themes' };

const asked: [string, Slots][] = [
  ['mine noter', {}],
  ['hvad skrev jeg i mandags', monday],
  ['mine noter fra sidste uge', week],
  ['hvad skrev jeg i november', inMonth(11)],
  ['vis noter fra i går', { period: { kind: 'during', point: { kind: 'unit', unit: 'day', back: 1 } } }],
  ['noter siden sommerferien', { period: { kind: 'since', point: { kind: 'season', of: 'sommerferie' } } }],
  ['hvad har jeg noteret om feedback i oktober', { text: 'feedback', ...inMonth(10) }],
  ['opsummer mine noter fra sidste uge', { ...week, wish: 'summary' }],
  ['mine noter fra de seneste 14 dage', { period: { kind: 'last', count: 14, unit: 'day' } }],
  ['mine noter i år', thisYear],
  ['hvad skrev jeg sidste måned', { period: { kind: 'during', point: { kind: 'unit', unit: 'month', back: 1 } } }],
  ['mine noter fra uge 45', { period: { kind: 'during', point: { kind: 'week', first: 45, last: 45 } } }],
  [
    'mine noter mellem den 1. og den 15. november',
    { period: { kind: 'between', first: { kind: 'date', day: 1, month: 11 }, last: { kind: 'date', day: 15, month: 11 } } },
  ],
  ['mine noter fra den 31. november', { period: { kind: 'during', point: { kind: 'impossible' } } }],
  ['mine noter fra næste uge', { period: { kind: 'during', point: { kind: 'ahead' } } }],
  ['what did I write last week', week],
  ['my notes from monday', monday],
  ['hvilke temaer har jeg skrevet mest om', themes],
  ['hvad skriver jeg mest om', themes],
  ['hvad har jeg skrevet mest om i år', { ...themes, ...thisYear }],
  ['which themes have I written most about', themes],
];

describe('a question about one’s own notes', () => {
  it.each(asked)('"%s"', (text, slots) => {
    expect(understand(text, kontorchef).question).toEqual({ intent: 'reflections', ...slots });
  });

  it.each([
    ['hvad er der ændret siden sidste år', 'compare-editions'],
    ['hvad siger grundlaget om feedback', 'topic'],
    ['hvad skriver grundlaget om økonomi', 'topic'],
  ])('"%s" is another one', (text, intent) => {
    expect(understand(text, kontorchef).question.intent).toBe(intent);
  });
});

describe('right after notes', () => {
  const expectations = { intent: 'expectations', framework: 'aarhus-bu-2024', role: 'kontorchef' } as const;
  const last: LastTurn = { question: { intent: 'reflections' }, statements: [], earlier: expectations };

  it.each([
    ['og sidste uge?', week],
    ['og i oktober?', inMonth(10)],
    ['hvad med i mandags', monday],
    ['and last week?', week],
  ])('"%s" shows those of that time', (text, slots) => {
    expect(understand(text, kontorchef, last).question).toEqual({ intent: 'reflections', ...slots });
  });

  it('what was asked before them can still be changed', () => {
    expect(understand('og for direktøren?', kontorchef, last).question).toEqual({ ...expectations, role: 'direktor' });
  });

  it('a time for the daily questions is one for them', () => {
    expect(understand('mind mig hver mandag kl. 9', kontorchef, last).question.intent).toMatch(/^nudge-/);
  });
});
