import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, READ_LIMIT } from '../../src/language/text.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createLikeness } from '../../src/search/likeness.js';
import { splitSentences } from '../../src/understanding/parts.js';
import { createUnderstand } from '../../src/understanding/understand.js';
import { createUnderstandWhole } from '../../src/understanding/whole.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';

const vocabulary = createVocabulary(library, lexicon, undefined, dictionary);
const short = createUnderstand(vocabulary, createLikeness(vocabulary), learned);
const understand = createUnderstandWhole(vocabulary, short);

const busy = 'Vi har haft en travl uge, og der er meget at se til. '.repeat(11);
const thanks = 'Kære alle. Tak for et godt møde i går. Her er referatet som aftalt. '.repeat(9);
const english = 'Thank you for the meeting. Please find the minutes below as agreed with everybody. '.repeat(7);
const meetings = 'Vi mødes hver mandag kl. 8. Næste møde er mandag den 14. december kl. 9. Lone holder fri til fredag. '.repeat(7);

describe('of a long message', () => {
  it.each([
    ['a question at the end', `${busy}Hvad forventes der af en kontorchef?`, { intent: 'expectations', role: 'kontorchef' }],
    ['a question in the middle', `${busy}Hvad forventes der af en kontorchef? ${thanks}`, { intent: 'expectations', role: 'kontorchef' }],
    ['a question at the beginning', `Hvad forventes der af en kontorchef? ${thanks}`, { intent: 'expectations', role: 'kontorchef' }],
    ['a question on a line of its own', `${thanks}\nHvad siger grundlaget om feedback?`, { intent: 'topic', text: 'feedback' }],
    [
      'a question after another that is none of ours',
      `${thanks}Hvem tager kage med? ${thanks}Hvad siger grundlaget om feedback?`,
      { intent: 'topic', text: 'feedback' },
    ],
    ['a wish', `${thanks}Jeg vil gerne vide, hvad grundlaget siger om feedback. ${busy}`, { intent: 'topic', text: 'feedback' }],
    ['a command at the end', `${thanks} slet mine data`, { intent: 'delete-data' }],
    [
      'a pause at the end',
      `${thanks}\n\nhold pause til 14. december`,
      { intent: 'nudge-pause', pause: { kind: 'until', point: { day: 14, month: 12 } } },
    ],
    ['a command at the beginning', `Hej. Slet mine data. ${busy}`, { intent: 'delete-data' }],
    [
      'a question in what was dictated without a mark',
      `${'jeg har en medarbejder som er ny og jeg tænker lidt over det '.repeat(10)}så hvad siger ledelsesgrundlaget egentlig om feedback`,
      { intent: 'topic', text: 'feedback' },
    ],
    ['a question in English', `${english}What is expected of a kontorchef?`, { intent: 'expectations', role: 'kontorchef' }],
  ])('%s is understood', (_name, text, question) => {
    expect(text.length).toBeGreaterThan(READ_LIMIT);
    const understood = understand(text);
    expect(understood.question).toMatchObject(question);
    expect(text).toContain(understood.part);
    expect(understood.part).not.toBe('');
    expect(understood.corrections).toEqual([]);
  });

  it('nothing is done that is only told of', () => {
    expect(understand(meetings).question.intent).not.toMatch(/^nudge/);
    expect(understand(`${meetings}Hvad siger grundlaget om feedback?`).question).toMatchObject({ intent: 'topic', text: 'feedback' });
  });

  it('the beginning is read where no part asks, and it is told', () => {
    const understood = understand(busy);
    expect(understood).toEqual({ ...short(busy), part: '' });
    expect(understand('hvad forventes der af en kontorchef')).not.toHaveProperty('part');
  });

  it('no more is read than a page takes', () => {
    const page = 'Hvad siger grundlaget om feedback, og hvad forventes der af en kontorchef? '.repeat(60).slice(0, LONGEST);
    understand(page);
    const start = performance.now();
    for (let round = 0; round < 5; round += 1) understand(page);
    expect((performance.now() - start) / 5).toBeLessThan(150);
  });
});

describe('of two questions', () => {
  const kontorchef = { intent: 'expectations', role: 'kontorchef' };
  const samarbejde = { intent: 'topic', text: 'samarbejde' };

  it.each([
    [
      'in a list',
      'Jeg har et par spørgsmål:\n• hvad forventes der af en kontorchef?\n• hvad siger grundlaget om samarbejde?',
      kontorchef,
      samarbejde,
    ],
    ['in a numbered list', '1. hvad siger grundlaget om samarbejde\n2) hvad forventes der af en kontorchef', samarbejde, kontorchef],
    ['one after the other', 'Hvad siger grundlaget om samarbejde? Hvad forventes der af en kontorchef?', samarbejde, kontorchef],
    ['in one sentence', 'hvad forventes der af en kontorchef og hvad siger grundlaget om samarbejde', kontorchef, samarbejde],
    ['behind a dash', 'Hvad siger I om samarbejde – og hvad forventes der af en ’kontorchef’…?', samarbejde, kontorchef],
    [
      'in English',
      'What is expected of a kontorchef? And what does the framework say about trust?',
      kontorchef,
      { intent: 'topic', text: 'trust' },
    ],
    ['with something to do', 'hold pause til mandag. Hvad forventes der af en kontorchef?', { intent: 'nudge-pause' }, kontorchef],
    [
      'with something to do at the end',
      'hvad forventes der af en kontorchef? og giv mig et spørgsmål til eftertanke',
      kontorchef,
      { intent: 'reflect' },
    ],
    [
      'in a long message',
      `${busy}Hvad forventes der af en kontorchef? ${busy}Hvad siger grundlaget om samarbejde?`,
      kontorchef,
      samarbejde,
    ],
  ])('%s the first is answered and the second is kept', (_name, text, first, second) => {
    const { question, also = [] } = understand(text);
    expect(question).toMatchObject(first);
    expect(also.map((each) => each.question)).toEqual([expect.objectContaining(second)]);
  });

  it.each([
    'Hvad forventes der af en kontorchef? Og hvad skal han kunne?',
    'hvad betyder samskabende ledelse og hvem er det for?',
    'hvem har vedtaget det og hvornår?',
    'hvad er forskellen på en centerleder og en funktionsleder?',
    'Jeg er kontorchef. Hvad forventes der af mig?',
    'Vi taler om fejl i teamet. Hvad siger grundlaget om fejl?',
    'Jeg holder ferie. Sæt spørgsmålene på pause til den 4. januar',
    'Kan min chef se hvad jeg skriver til dig?? For så stopper vi her',
    'Hvad forventes der af en kontorchef? hvad forventes der af en kontorchef?',
    'trivsel punktum hvad er mit ansvar der',
  ])('nothing is kept where there is one: "%s"', (text) => {
    expect(understand(text)).toEqual(short(text));
  });
});

it('of more questions than there are buttons for, it is told which was read', () => {
  const about = (word: string) => `Hvad siger grundlaget om ${word}? `;
  const { part, also } = understand(['tillid', 'fejl', 'feedback', 'samarbejde', 'stress', 'data'].map(about).join(''));
  expect([part, also?.length]).toEqual(['Hvad siger grundlaget om tillid?', 3]);
});

describe('a sentence', () => {
  it.each([
    [
      'ends at a mark, not at an abbreviation',
      'Hold pause til d. 14. december. Hvad med bl.a. tillid? Ja',
      ['Hold pause til d. 14. december.', 'Hvad med bl.a. tillid?', 'Ja'],
    ],
    ['ends before a capital letter', 'Det er ok. Hvad nu', ['Det er ok.', 'Hvad nu']],
    ['ends at a line, without its bullet', '• en\n2) to\n - tre', ['en', 'to', 'tre']],
  ])('%s', (_name, text, sentences) => expect(splitSentences(text)).toEqual(sentences));

  it('says no more than its text, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('?', '.', ' ', '\n', 'og hvad ', 'a', '•', '('), { maxLength: 60 }), (pieces) => {
        expect(splitSentences(pieces.join('')).join('').length).toBeLessThanOrEqual(pieces.join('').length);
      }),
    );
  });

  it.each(['?', '? ', '. ', '.', ' ', '• ', '\n'])('that is nothing but "%s", thousands of times, asks nothing', (piece) => {
    expect(understand(piece.repeat(LONGEST / piece.length)).also ?? []).toEqual([]);
  });
});

describe('a correction', () => {
  it.each([
    ['of a word that was read as part of a time', 'pause for a fortnight'],
    ['of a word that was read as part of a period', 'pause til slutningen af måneden'],
    ['of an English word that is spelt right', 'what was agreed about trust'],
  ])('is not told %s', (_name, text) => expect(understand(text).corrections).toEqual([]));

  it('is told once, however often the word stands there', () => {
    expect(understand('kontorhcef, Kontorhcef og kontorhcef').corrections).toEqual([{ from: 'kontorhcef', to: 'kontorchef' }]);
  });
});

it('a word before a question says what it is about', () => {
  const profile = { framework: 'sammen', role: 'leder-af-medarbejder' };
  expect(short('Trivsel. Hvad er mit ansvar der? Vi har lige haft måling', profile).question).toMatchObject({
    intent: 'topic',
    text: expect.stringContaining('rivsel'),
  });
});
