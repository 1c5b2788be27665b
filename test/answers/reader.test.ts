/**
 * Where the municipality's language model may be asked what a message means, the cards on privacy say so; elsewhere none does.
 */
import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { type Answer, kindOf } from '../../src/answers/kinds.js';
import type { Surface, View } from '../../src/cards/desk.js';
import type { CardAction, Element } from '../../src/cards/elements.js';
import { heightOf, phone } from '../../src/cards/phone.js';
import { textOfCard } from '../../src/cards/plain.js';
import { listGallery } from '../../src/commands/gallery/exhibits.js';
import { createCompass } from '../../src/conversation/compass.js';
import { findMessageFaults } from '../cards/rules.js';
import { loadWorld } from './world.js';

const { library, lexicon, answerer } = loadWorld();
const links = { pages: 'https://ledelseskompas.example', version: '10.10.10' };
const words = { da: 'sprogmodel', en: 'language model' } as const;

/** The cards of the gallery that say it. */
const shown = listGallery(answerer).filter(({ view }) => view.reader);

/** A card by a maker that knows whether a language model may be asked; the view says nothing of it. */
function draw(answer: Answer, { reader: _, ...view }: View, notesIn: Surface, reader: boolean) {
  const cards = createCards(library, links, notesIn, reader);
  return cards(answer, { ...view, ...(notesIn === 'dialog' && answer.kind === 'export' && { surface: 'dialog' as const }) });
}

describe('a card on what becomes of messages', () => {
  it('is in the gallery as it looks with a language model, in both languages', () => {
    for (const language of ['da', 'en'])
      expect(shown.filter(({ view }) => view.language === language).map(({ answer }) => answer.kind)).toEqual(
        expect.arrayContaining(['help', 'privacy', 'export']),
      );
    expect(shown.some(({ view }) => view.group)).toBe(true);
  });

  for (const notesIn of ['chat', 'dialog'] as const)
    it.each(shown)(`says that a language model may be asked where it may, with notes in the ${notesIn}: $title`, ({ answer, view }) => {
      const word = words[view.language];
      const [off, on] = [false, true].map((reader) => draw(answer, view, notesIn, reader));
      if (!off || !on) throw new Error('no card');
      expect(textOfCard(off.card)).not.toContain(word);
      expect(textOfCard(on.card)).toContain(word);
      expect(findMessageFaults(on)).toEqual([]);
      const most = phone.height * (kindOf(answer).screens?.(answer) ?? 1);
      expect(heightOf(on.card['body'] as Element[], (on.card['actions'] ?? []) as CardAction[])).toBeLessThanOrEqual(most);
    });

  it('says it on the first part of a person’s data alone', () => {
    const parts = answerer.exhibits().filter((answer) => answer.kind === 'export');
    const said = parts.map((answer) => [
      answer.part,
      textOfCard(draw(answer, { language: 'da', group: false }, 'chat', true).card).includes(words.da),
    ]);
    expect(said).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});

describe('any other card', () => {
  it('says nothing of it where none is asked', () => {
    for (const { title, answer, view } of listGallery(answerer))
      if (!view.reader && !view.reading?.second)
        expect(textOfCard(draw(answer, view, 'chat', false).card).toLowerCase(), title).not.toContain(words[view.language]);
  });
});

describe('a compass', () => {
  it('has cards that say it where it is told, and none unless it is', () => {
    const help = shown.find(({ answer }) => answer.kind === 'help');
    if (!help) throw new Error('there is no help');
    const says = (reader?: boolean) => {
      const { cards } = createCompass(library, lexicon, { reader });
      return textOfCard(cards(help.answer, { language: 'da', group: false }).card).includes(words.da);
    };
    expect([says(), says(false), says(true)]).toEqual([false, false, true]);
  });
});
