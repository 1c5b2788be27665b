import { beforeAll, describe, expect, it } from 'vitest';
import { type Compass, createCompass } from '../../../src/conversation/compass.js';
import { inquire } from '../../../src/conversation/second-look.js';
import type { LastTurn } from '../../../src/understanding/follow-up.js';
import { reader } from '../../../src/understanding/policy.js';
import { type Weighed, whetherToAsk } from '../../../src/understanding/reader/whether.js';
import { care, content, own } from '../../support/content.js';

let compass: Compass;
beforeAll(() => {
  compass = createCompass(content.library, content.lexicon, { ...content, tables: content.compile(), care });
});

const sure: Weighed = { question: { intent: 'common', framework: 'sammen' }, likelihood: 0.95, personal: 0, own: () => 0 };
const missed: Weighed = { question: { intent: 'out-of-scope', reason: 'unknown' }, likelihood: undefined, personal: 0, own: () => 0 };
const offered: Weighed = {
  ...sure,
  question: {
    intent: 'ambiguous',
    about: 'reading',
    subject: '',
    choices: [{ intent: 'common', framework: 'sammen' }, { intent: 'about' }],
  },
};

describe('whether a reader is asked', () => {
  it.each<[string, Weighed, ReturnType<typeof whetherToAsk>]>([
    ['what is sure', sure, 'sure'],
    ['what is done though it is not likely enough', { ...sure, likelihood: reader.sure - 0.01 }, 'ask'],
    ['what was not understood', missed, 'ask'],
    ['what two readings are offered for', offered, 'ask'],
    ['which document is meant', { ...offered, question: { ...offered.question, about: 'framework' } as never }, 'sure'],
    ['what goes on from the question before', { ...sure, likelihood: undefined }, 'sure'],
    ['what is surely none of ours', { ...missed, question: { intent: 'out-of-scope', reason: 'terms' }, likelihood: 0.9 }, 'sure'],
    ['what may be none of ours', { ...missed, question: { intent: 'out-of-scope', reason: 'people' }, likelihood: 0.5 }, 'ask'],
    ['what is refused for safety', { ...missed, question: { intent: 'out-of-scope', reason: 'injection' } }, 'other'],
    ['somebody in need', { ...missed, question: { intent: 'out-of-scope', reason: 'distress' } }, 'other'],
    ['somebody who may be', { ...missed, mayBeUnwell: true }, 'private'],
    ['others who are', { ...missed, aboutOthers: true }, 'private'],
    ['what is about its writer', { ...missed, own: () => reader.mostOwn + 0.01 }, 'private'],
    ['what wants something for its writer', { ...missed, personal: reader.mostPersonal + 0.01 }, 'private'],
    ['two questions at once', { ...missed, also: [{ question: { intent: 'about' }, said: 'hvad er det' }] }, 'other'],
    [
      'a command among what is offered',
      { ...offered, question: { ...offered.question, choices: [{ intent: 'about' }, { intent: 'reflections' }] } as never },
      'other',
    ],
    ...(
      [
        'reflections',
        'delete-data',
        'profile',
        'nudge-off',
        'share',
        'remind',
        'agree',
        'agreements',
        'focus',
        'set-role',
        'help',
        'privacy',
      ] as const
    ).map((intent): [string, Weighed, 'other'] => [
      intent,
      { ...sure, question: { intent } as Weighed['question'], likelihood: 0.3 },
      'other',
    ]),
  ])('of %s', (_name, weighed, expected) => expect(whetherToAsk(weighed, 'unsure')).toBe(expected));

  it('of what is sure, where every question on the documents is to be asked', () => {
    expect(whetherToAsk(sure, 'always')).toBe('ask');
    expect(whetherToAsk({ ...sure, likelihood: undefined }, 'always')).toBe('sure');
    expect(whetherToAsk({ ...sure, own: () => reader.mostOwn + 0.01 }, 'always')).toBe('private');
  });
});

describe('a message', () => {
  const whether = (text: string, context?: LastTurn) => {
    const found = inquire(compass.understand(text, {}, context), {}, context, { own, search: compass.search, mode: 'always' });
    return typeof found === 'string' ? found : 'ask';
  };

  it.each([
    'mine noter fra sidste uge',
    'slet alt om mig',
    'mind mig på torsdag kl. 10 om at ringe til Lise',
    'jeg vil give Lise feedback inden fredag',
    'stop de daglige spørgsmål',
    'jeg er så træt at jeg ikke kan mere',
    'del det med mit team',
    'https://example.dk/noget',
    'Hej Mette\nHvad står der om økonomi?\n\nFra: Jens Hansen <jens@example.dk>\nSendt: mandag\nEmne: fortroligt\nHans diagnose er stillet.',
  ])('of its writer alone is not sent: %s', (text) => expect(whether(text)).not.toBe('ask'));

  it('after a question to think about is not sent, since it may be the answer to it', () => {
    const text = 'folk smutter til nabokommunen hvad er lederens opgave';
    expect(whether(text)).toBe('ask');
    expect(whether(text, { question: { intent: 'reflect', framework: 'sammen' }, statements: [], prompt: 'sammen/x' })).toBe('private');
  });

  it('that is long is sent as the part that was read, and never more than is read of any', () => {
    const story = 'Vi har haft en travl uge i huset. '.repeat(30);
    const heard = compass.understand(`${story}Hvem har ansvaret for, at de frivillige føler sig velkomne hos os?`, {});
    const found = inquire(heard, {}, undefined, { own: () => 0, search: compass.search, mode: 'always' });
    if (typeof found === 'string') return expect(found).toBe('other');
    expect(found.message.length).toBeLessThanOrEqual(500);
    expect(found.message).not.toContain('travl uge');
  });
});
