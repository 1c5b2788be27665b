import { describe, expect, it } from 'vitest';
import { openDictionary, packDictionary } from '../../src/language/dictionary.js';
import { createSpelling } from '../../src/language/spelling.js';
import { fold } from '../../src/language/text.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { dictionary, lexicon, library } from '../support/content.js';

describe('a packed dictionary', () => {
  const has = openDictionary(packDictionary(['Utryghed', 'æblegrød', 'bl.a.', 'og', 'forberede']));

  it.each(['utryghed', fold('æblegrød'), 'forberede'])('has "%s"', (word) => {
    expect(has(word)).toBe(true);
  });

  it.each(['tryghed', 'bl.a.', 'og', '', 'kontorchf'])('has no "%s"', (word) => {
    expect(has(word)).toBe(false);
  });

  it('knows nothing when it is empty', () => {
    expect(openDictionary(packDictionary([]))('ledelse')).toBe(false);
  });
});

describe('a word that is spelt right', () => {
  const { spelling } = createVocabulary(library, lexicon, undefined, dictionary);
  const { field } = createVocabulary({ ...library, wordsFor: () => [] }, lexicon);

  it.each(['forberede', 'forbereder', 'utryghed', 'henvendelse', 'sammenlægning', 'slutningen', 'forlængelse', 'helst', 'bedt', 'travlt'])(
    '"%s" is not read as one of ours that looks like it',
    (word) => {
      expect(spelling.isKnown(fold(word))).toBe(true);
      expect(createSpelling(field, new Set()).isKnown(fold(word)), 'without a dictionary').toBe(false);
    },
  );

  it.each([
    ['lykes', 'lykkes'],
    ['forvntes', 'forventes'],
    ['inovationsledelse', 'innovationsledelse'],
    ['medarbejdr', 'medarbejder'],
    ['ledre', 'ledere'],
  ])('"%s" is none, and still read as %s', (word, meant) => {
    expect(spelling.isKnown(word)).toBe(false);
    expect(spelling.correct(word)).toBe(meant);
  });

  it('and denies one of ours is about that one', () => {
    expect(spelling.split('utryghed')).toEqual(['tryghed']);
    expect(spelling.split('ugebrevet')).toEqual([]);
  });
});
