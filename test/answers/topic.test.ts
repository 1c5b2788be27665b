import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import type { AnswerOf } from '../../src/answers/kinds.js';
import { textOfCard } from '../../src/cards/plain.js';
import { loadWorld } from './world.js';

const { library, ask } = loadWorld();
const cards = createCards(library, {});
const kontorchef = { framework: 'aarhus-bu-2024', role: 'kontorchef' };

function topic(text: string, more: { role?: string; framework?: string } = {}, profile: typeof kontorchef | undefined = kontorchef) {
  return ask({ intent: 'topic', text, ...more }, { profile }) as AnswerOf<'topic'>;
}

const textOf = (answer: AnswerOf<'topic'>) => textOfCard(cards(answer, { language: 'da', group: false }).card);

describe('a word with a hyphen', () => {
  it('is another thing than its last part, where the field does not know the first', () => {
    for (const text of ['it-sikkerhed', 'fødevare-sikkerhed']) expect(topic(text)).toMatchObject({ how: 'near', subject: { said: text } });
    expect(topic('sikkerhed')).toMatchObject({ how: 'stands' });
  });

  it('is what the field calls it, where that has a name for it', () => {
    for (const text of ['team-samarbejde', 'MED-udvalg']) expect(topic(text)).toMatchObject({ how: 'stands', subject: { said: text } });
  });
});

describe('a topic card says what is true', () => {
  it('of what stands in the asker’s framework, by its name', () => {
    expect(topic('trivsel').how).toBe('stands');
    expect(textOf(topic('trivsel'))).toContain('Det står der om trivsel');
  });

  it('of what only others speak of: that their own is silent, at most two near ones, and how many others say', () => {
    const answer = topic('fejl');
    expect(answer).toMatchObject({ how: 'near', silent: { id: 'aarhus-bu-2024' } });
    expect(answer.groups[0]?.hits.length).toBeLessThanOrEqual(2);
    expect(answer.elsewhere.map(({ framework }) => framework.id)).toContain('holstebro-sos-2021');
    expect(textOf(answer)).toMatch(/nævner ikke fejl[\s\S]*Tættest på er:[\s\S]*Holstebro siger fire ting om fejl/);
  });

  it.each(['qwerty', 'kaffemaskine', 'løv', 'nåde', 'modenhed'])('of what nobody speaks of: "%s"', (word) => {
    expect(topic(word).how).not.toBe('stands');
  });

  it('of a word of a working day: what is about it, and that the word itself is not there', () => {
    const answer = topic('vagtplan');
    expect(answer.how).toBe('stands');
    expect(textOf(answer)).toContain('Selve ordet står der ikke');
    expect(textOf(topic('følgeskab'))).not.toContain('Selve ordet står der ikke');
  });

  it('of a role that nothing is said to', () => {
    const answer = topic('data', { framework: 'aarhus-bu-2024', role: 'direktor' }, undefined);
    const isSaid = answer.groups[0]?.hits.some(({ roles }) => roles.length === 0 || roles.some(({ id }) => id === 'direktor'));
    expect(answer.lacking === undefined).toBe(isSaid);
  });

  it('once where the same sentence is said to several roles, with all of them', () => {
    const hits = topic('trivsel').groups[0]?.hits ?? [];
    const texts = hits.map(({ statement }) => statement.text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(hits[0]?.roles.length).toBeGreaterThan(1);
    expect(hits[0]?.roles[0]?.id).toBe('kontorchef');
  });
});
