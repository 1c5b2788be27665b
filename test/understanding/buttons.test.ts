import { describe, expect, it } from 'vitest';
import { da } from '../../src/cards/strings/da.js';
import { en } from '../../src/cards/strings/en.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createLikeness } from '../../src/search/likeness.js';
import { createUnderstand } from '../../src/understanding/understand.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';

const vocabulary = createVocabulary(library, lexicon, undefined, dictionary);
const understand = createUnderstand(vocabulary, createLikeness(vocabulary), learned);
const kontorchef = { framework: 'aarhus-bu-2024', role: 'kontorchef' };

/** The buttons that say without their card what they do, and the question that each asks. */
const meant = {
  setRole: 'set-role',
  changeRole: 'set-role',
  forgetRole: 'set-role',
  nudgeOn: 'nudge-on',
  nudgeTime: 'nudge-time',
  profile: 'profile',
  reflections: 'reflections',
  'export-data': 'export-data',
  'delete-data': 'delete-data',
  whole: 'expectations',
  common: 'common',
  frameworks: 'about',
  compareFrameworks: 'compare-frameworks',
  changesWhole: 'compare-editions',
  reflect: 'reflect',
  help: 'help',
  privacy: 'privacy',
} as const satisfies Partial<Record<keyof typeof da.button | keyof typeof da.peopleButton, string>>;

describe('what a button says, typed', () => {
  const rows = [da, en].flatMap((t) => {
    const titles = { ...t.button, ...t.peopleButton };
    return Object.entries(meant).map(([key, intent]) => [String(titles[key as keyof typeof meant]), intent] as const);
  });

  it.each(rows)('"%s" is %s', (title, intent) => {
    expect(understand(title, kontorchef).question.intent).toBe(intent);
  });

  it('"sammenlign to roller" offers the asker’s own beside the nearest', () => {
    const { question } = understand(da.button.compareTwo, kontorchef);
    expect(question.intent === 'ambiguous' && question.choices.length).toBe(4);
  });
});
