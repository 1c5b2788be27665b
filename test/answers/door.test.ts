import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { someThought } from '../../src/answers/exhibit.js';
import type { Answer } from '../../src/answers/kinds.js';
import { isPrivate, readDoing } from '../../src/cards/acts.js';
import type { View } from '../../src/cards/desk.js';
import { longestDialogTitle } from '../../src/cards/message.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { findMessageFaults } from '../cards/rules.js';
import { buttonsOf } from '../support/visitor.js';
import { loadWorld } from './world.js';

const { library, answerer } = loadWorld();
const cards = createCards(library, {}, 'dialog');
const exhibits = answerer.exhibits();
const view: View = { language: 'da', group: false, notes: true };
/** What people in the gallery write for themselves, as far as a list shows it. */
const written = [...someThought.split('\n').map((line) => line.slice(0, 40)), 'Jeg skriver mere, end der kan', '**økonomi**'];
const holdsWords = (answer: Answer, seen: View) => written.some((words) => JSON.stringify(cards(answer, seen)).includes(words));
const named = exhibits.map((answer, at) => ({ name: `${answer.kind} ${at}`, answer }));
/** All but the answer that is a door itself, which only a chat with dialogs gets. */
const inside = named.filter(({ answer }) => answer.kind !== 'in-dialog');

describe('a card of the chat, where notes are read in dialogs', () => {
  it('holds nothing of what anybody wrote for themselves, whatever kind it is of', () => {
    expect(named.flatMap(({ name, answer }) => (holdsWords(answer, view) ? [name] : []))).toEqual([]);
    const kinds = new Set(exhibits.filter((answer) => holdsWords(answer, { ...view, surface: 'dialog' })).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['reflect', 'note', 'notes', 'export']));
  });

  it('opens a dialog with each button that leads to a private answer, and with no other', () => {
    for (const { name, answer } of named)
      for (const { type, title, data } of buttonsOf([cards(answer, view)])) {
        const { msteams, question } = data as { msteams?: unknown; question?: PlainQuestion };
        const leading = question ?? readDoing(data);
        const opens = leading !== undefined && isPrivate(leading);
        // The door of words that are kept nowhere asks for a question anew.
        if (answer.kind === 'reflect' && answer.draft) continue;
        expect([msteams !== undefined, opens && type !== 'Action.Submit'], `${name}: ${title}`).toEqual([opens, false]);
      }
  });

  it('keeps all rules of cards, in the chat as in a dialog', () => {
    for (const { name, answer } of named)
      for (const surface of ['chat', 'dialog'] as const)
        expect(findMessageFaults(cards(answer, { ...view, surface })), `${name} ${surface}`).toEqual([]);
  });
});

describe('a card of a dialog', () => {
  it('has a title that Teams takes, and buttons that work there', () => {
    for (const { name, answer } of inside) {
      const message = cards(answer, { ...view, surface: 'dialog' });
      expect(message.dialogTitle?.length, name).toBeLessThanOrEqual(longestDialogTitle);
      expect(message.dialogTitle?.trim(), name).not.toBe('');
      // What a shared card asks by itself is none of a dialog's.
      const { refresh: _, ...card } = message.card;
      expect(JSON.stringify(card), name).not.toMatch(/Action\.Execute|task\/fetch/);
    }
  });
});

describe('a card where notes are read in the chat', () => {
  it('is as it always was', () => {
    const before = createCards(library);
    for (const { name, answer } of inside) {
      const message = before(answer, view);
      expect(JSON.stringify(message), name).not.toContain('task/fetch');
      expect(message.dialogTitle, name).toBeUndefined();
    }
  });
});
