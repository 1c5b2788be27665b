import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { kindOf } from '../../src/answers/kinds.js';
import type { CardAction, Element } from '../../src/cards/elements.js';
import { plainText, textBlock } from '../../src/cards/elements.js';
import type { CardJson } from '../../src/cards/message.js';
import { heightOf, phone } from '../../src/cards/phone.js';
import { listGallery } from '../../src/commands/gallery/exhibits.js';
import { loadWorld } from '../answers/world.js';

const { library, answerer } = loadWorld();
const cards = createCards(library);
const reckon = (card: CardJson) => heightOf(card['body'] as Element[], (card['actions'] ?? []) as CardAction[]);

describe('the room a card takes on a phone', () => {
  it('is a screen at most, and two for what may be longer', () => {
    const over = listGallery(answerer).flatMap(({ title, answer, view }) => {
      const height = reckon(cards(answer, view).card);
      return height > phone.height * (kindOf(answer).screens?.(answer) ?? 1) ? [`${title}: ${height}`] : [];
    });
    expect(over).toEqual([]);
  });

  it('grows with lines, gaps and buttons, and not with what is hidden or stands behind "…"', () => {
    const line = textBlock('Kort');
    const one = heightOf([line], []);
    expect(heightOf([line, line], []) - one).toBe(28);
    expect(heightOf([plainText('et ord '.repeat(40))], []) - one).toBeGreaterThanOrEqual(100);
    expect(heightOf([line, { ...line, isVisible: false }], [])).toBe(one);
    const button: CardAction = { type: 'Action.OpenUrl', title: 'Åbn', url: 'https://x.example' };
    expect(heightOf([line], [button]) - one).toBe(48);
    expect(heightOf([line], [button, { ...button, mode: 'secondary' }])).toBe(heightOf([line], [button, button]));
  });
});
