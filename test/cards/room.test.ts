import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answers/answerer.js';
import { createCards } from '../../src/answers/cards.js';
import { askRole } from '../../src/answers/next.js';
import { textOfCard } from '../../src/cards/plain.js';
import type { Framework } from '../../src/content/library.js';
import { anybody, plainSearch, smallLibrary } from '../answers/world.js';
import { findMessageFaults } from './rules.js';

function worldOf(statementLength: number) {
  const library = smallLibrary({ statementLength });
  return {
    framework: library.frameworks[0] as Framework,
    answerer: createAnswerer({ library, search: plainSearch(library) }),
    cards: createCards(library),
  };
}

describe('a card too big to send', () => {
  it('keeps its first part and leaves the others a tap away', () => {
    const { framework, answerer, cards } = worldOf(8_000);
    const answer = answerer(askRole(framework, framework.roles[0] as Framework['roles'][number]), anybody);
    const message = cards(answer, { language: 'da', group: false });
    expect(findMessageFaults(message)).toEqual([]);
    const text = textOfCard(message.card);
    expect(text).toContain('leder drift 1');
    expect(text).not.toContain('leder mennesker 1');
    expect(JSON.stringify(message.card)).toContain('"theme":"mennesker"');
  });

  it('does the same with a comparison', () => {
    const { framework, answerer, cards } = worldOf(3_500);
    const sides = framework.roles.map(({ id }) => ({ framework: framework.id, role: id }));
    const message = cards(answerer({ intent: 'compare-roles', sides }, anybody), { language: 'en', group: false });
    expect(findMessageFaults(message)).toEqual([]);
    expect(JSON.stringify(message.card)).toContain('"theme":"mennesker"');
  });
});
