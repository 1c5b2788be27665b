import { describe, expect, it } from 'vitest';
import type { CardJson } from '../../src/cards/message.js';
import { findMessageFaults } from './rules.js';

const ask = { do: 'ask', question: { intent: 'help' }, language: 'da' };

const submit = { type: 'Action.Submit', title: 'Hjælp', data: ask };
const field = { type: 'Input.Text', id: 'note', label: 'Din note', maxLength: 10 };
const data = { do: 'act', act: { act: 'list-notes' }, language: 'da' };
const execute = { type: 'Action.Execute', verb: 'act', title: 'Gem', data, fallback: { type: 'Action.Submit', title: 'Gem', data } };

function faultsOf(body: unknown[], actions: unknown[] = []): string[] {
  const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', body, actions } as unknown as CardJson;
  return findMessageFaults({ card, summary: 'x' });
}

describe('the rules for cards', () => {
  it('let a sound card pass', () => {
    expect(faultsOf([{ type: 'TextBlock', text: 'Hej', wrap: true }], [{ type: 'Action.Submit', title: 'Hjælp', data: ask }])).toEqual([]);
  });

  it.each([
    ['a misspelt property', [{ type: 'TextBlock', text: 'Hej', wrap: true, wieght: 'Bolder' }]],
    ['text that does not wrap', [{ type: 'TextBlock', text: 'Hej' }]],
    ['an empty text', [{ type: 'TextBlock', text: '', wrap: true }]],
    ['Markdown in a text', [{ type: 'TextBlock', text: '[Hej](http://x)', wrap: true }]],
    [
      'a toggle of nothing',
      [{ type: 'Container', items: [], selectAction: { type: 'Action.ToggleVisibility', title: 'Vis', targetElements: ['nowhere'] } }],
    ],
    [
      'an id used twice',
      [
        { type: 'TextBlock', id: 'a', text: 'Hej', wrap: true },
        { type: 'TextBlock', id: 'a', text: 'Hej', wrap: true },
      ],
    ],
    ['an unknown element', [{ type: 'Media', sources: [] }]],
    ['a field without a label', [{ type: 'Input.Text', id: 'note' }]],
    ['a card that is too big', [{ type: 'TextBlock', text: 'æ'.repeat(15_000), wrap: true }]],
  ])('find %s', (_, body) => {
    expect(faultsOf(body)).not.toEqual([]);
  });

  it('let a field with its button pass', () => {
    expect(faultsOf([field], [execute, { ...submit, associatedInputs: 'none' }])).toEqual([]);
  });

  it.each([
    ['an Execute without a verb', [{ ...execute, verb: undefined }]],
    ['an Execute without a fallback', [{ ...execute, fallback: undefined }]],
    ['a fallback that says something else', [{ ...execute, fallback: { ...execute.fallback, title: 'Slet' } }]],
    ['a button that does what nobody knows', [{ ...execute, data: { do: 'act', act: { act: 'sell' } } }]],
    ['a question that takes along what was written', [execute, submit]],
  ])('find %s', (_, actions) => {
    expect(faultsOf([field], actions)).not.toEqual([]);
  });

  it.each([
    ['a button without words', [{ type: 'Action.Submit', title: '', data: ask }]],
    ['a button without data', [{ type: 'Action.Submit', title: 'Vis' }]],
    ['two buttons of the same words', [1, 2].map(() => ({ type: 'Action.Submit', title: 'Vis', data: ask }))],
    ['a button too long for a phone', [{ type: 'Action.Submit', title: 'Vis '.repeat(10), data: ask }]],
    ['seven buttons', Array.from({ length: 7 }, (_, at) => ({ type: 'Action.Submit', title: `Vis ${at}`, data: ask }))],
  ])('find %s', (_, actions) => {
    expect(faultsOf([{ type: 'TextBlock', text: 'Hej', wrap: true }], actions)).not.toEqual([]);
  });
});
