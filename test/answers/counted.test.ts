import { describe, expect, it } from 'vitest';
import { isAnswerable } from '../../src/answers/answerer.js';
import { countedAs, documentKinds, ownKinds, refusedKinds } from '../../src/answers/counted.js';
import { type Answer, kinds } from '../../src/answers/kinds.js';
import { type PlainQuestion, type Question, questionSchema } from '../../src/understanding/question.js';
import { loadWorld } from './world.js';

const { library, answerer, ask } = loadWorld();
const aarhus = 'aarhus-bu-2024';

const inWords = (question: Question, answers: readonly Answer[]) => {
  const counted = countedAs(library, question, answers);
  return counted && [counted.measure, counted.kind, counted.framework, counted.theme].filter(Boolean).join(' ');
};

/** The answer of a command, which others carry out, by its kind alone. */
const done = (kind: Answer['kind']) => [{ kind, next: [] } as unknown as Answer];

describe('a question of the documents', () => {
  const theme = 'skal-kunne';
  const role = 'kontorchef';
  const statement = `${aarhus}/common-handler-pa-data`;
  const driften = 'sammen/common-faglighed-og-erfaringer-i-spil';
  const sides = [role, 'direktor'].map((each) => ({ framework: aarhus, role: each }));

  it.each<[PlainQuestion, string]>([
    [{ intent: 'expectations', framework: aarhus, role }, `asked expectations ${aarhus}`],
    [{ intent: 'section', framework: aarhus, role, theme }, `asked part ${aarhus} ${theme}`],
    [{ intent: 'competency', framework: 'sammen', role: 'chef', theme: 'driften' }, 'asked part sammen driften'],
    [
      { intent: 'definition', framework: 'holstebro-sos-2021', theme: 'driftsledelse' },
      'asked definition holstebro-sos-2021 driftsledelse',
    ],
    [{ intent: 'definition', framework: 'holstebro-sos-2021', term: 'ledestjernen' }, 'asked definition holstebro-sos-2021'],
    [{ intent: 'common', framework: 'sammen' }, 'asked common sammen'],
    [{ intent: 'common', framework: 'sammen', theme: 'driften' }, 'asked common sammen driften'],
    [{ intent: 'about', framework: 'sammen' }, 'asked about sammen'],
    [{ intent: 'about' }, 'asked about'],
    [{ intent: 'outline', framework: aarhus, role }, `asked outline ${aarhus}`],
    [{ intent: 'guide', framework: aarhus, role, occasion: 'review' }, `asked guide ${aarhus}`],
    [{ intent: 'reflect', framework: aarhus, statement }, `asked reflect ${aarhus}`],
    [{ intent: 'reflect', framework: 'sammen', statement: driften }, 'asked reflect sammen driften'],
    [{ intent: 'compare-roles', sides }, `asked compare-roles ${aarhus}`],
    [{ intent: 'compare-roles', sides, theme }, `asked compare-roles ${aarhus} ${theme}`],
    [{ intent: 'compare-editions', older: 'aarhus-bu-2021', newer: aarhus }, 'asked compare-editions'],
    [{ intent: 'compare-frameworks', frameworks: [aarhus, 'sammen'] }, 'asked compare-frameworks'],
    // One statement, and so its theme; several of one theme; several of several.
    [{ intent: 'topic', text: '', statements: [driften] }, 'asked topic sammen driften'],
    [{ intent: 'topic', text: '', statements: [driften, 'sammen/common-politiske-malsaetninger-og-rammer'] }, 'asked topic sammen driften'],
    [{ intent: 'topic', text: '', statements: [driften, 'sammen/common-taenker-nyt-afprover-og-laerer'] }, 'asked topic sammen'],
  ])('%j counts as %s', (question, expected) => {
    expect(isAnswerable(question) && inWords(question, [ask(question)])).toBe(expected);
  });

  it('counts, where a document does not name what is looked for, as a refusal of that document', () => {
    const question = { intent: 'topic', text: 'qwerty', framework: 'sammen' } as const;
    expect(inWords(question, [ask(question)])).toBe('refused not-named sammen');
    expect(inWords({ ...question, framework: undefined } as never, [ask({ intent: 'topic', text: 'qwerty' })])).toBe('refused unknown');
  });

  it.each<[string, PlainQuestion]>([
    ['a theme', { intent: 'section', framework: aarhus, role, theme: 'min leder mobber mig' }],
    ['a framework', { intent: 'about', framework: 'min leder mobber mig' }],
    ['a statement', { intent: 'reflect', framework: 'sammen', statement: 'sammen/min leder mobber mig' }],
    ['a topic', { intent: 'topic', text: 'min leder mobber mig', framework: 'sammen', theme: 'min leder mobber mig' }],
  ])('brings no word that somebody put into the data of a button as %s', (_, question) => {
    const answers = isAnswerable(question) ? [ask(question)] : [];
    for (const each of [answers, done('statement')])
      expect(JSON.stringify(countedAs(library, question, each) ?? '')).not.toContain('mobber');
  });
});

describe('what people do for themselves', () => {
  const mine = { framework: 'sammen', theme: 'driften' };

  it.each<[PlainQuestion, Answer['kind'], string | undefined]>([
    [{ intent: 'set-role', framework: 'sammen', role: 'chef' }, 'role-set', 'asked role'],
    [{ intent: 'nudge-on' }, 'plan', 'asked plan'],
    [{ intent: 'nudge-time' }, 'plan', 'asked plan'],
    [{ intent: 'nudge-off' }, 'plan-none', 'asked plan'],
    [{ intent: 'nudge-pause' }, 'plan', 'asked plan'],
    [{ intent: 'focus', ...mine }, 'focus', 'asked focus'],
    [{ intent: 'reflections', theme: 'driften', text: 'min leder' }, 'notes', 'asked notes'],
    [{ intent: 'remind', what: 'ring til lægen' }, 'appointment-set', 'asked agreements'],
    [{ intent: 'agree', will: 'give Lise feedback' }, 'appointment-set', 'asked agreements'],
    [{ intent: 'agreements' }, 'appointments', 'asked agreements'],
    [{ intent: 'look-back' }, 'look-back', 'asked agreements'],
    [{ intent: 'share' }, 'share-form', 'asked share'],
    [{ intent: 'profile' }, 'profile', undefined],
    [{ intent: 'export-data' }, 'export', undefined],
    [{ intent: 'delete-data' }, 'delete-data', undefined],
    [{ intent: 'privacy' }, 'privacy', undefined],
    [{ intent: 'help' }, 'help', undefined],
    [{ intent: 'service', about: 'contact' }, 'service', undefined],
    [{ intent: 'smalltalk', tone: 'complaint' }, 'smalltalk', undefined],
  ])('%j counts at most by its plain kind, and with no theme', (question, kind, expected) => {
    expect(inWords(question, done(kind))).toBe(expected);
  });
});

describe('an honest no', () => {
  it.each<[string, string | undefined]>([
    ['unknown', 'refused unclear'],
    ['unclear', 'refused unclear'],
    ['terms', 'refused terms'],
    ['people', 'refused people'],
    ['boss', 'refused boss'],
    ['writing', 'refused writing'],
    ['language', 'refused language'],
    ['links', 'refused links'],
    ['rude', undefined],
    ['injection', undefined],
    ['time', undefined],
    ['distress', undefined],
  ])('of the reason %s counts as %s', (reason, expected) => {
    const question = { intent: 'out-of-scope', reason } as Extract<PlainQuestion, { intent: 'out-of-scope' }>;
    expect(inWords(question, [ask(question)])).toBe(expected);
  });

  it('counts as unknown where it was looked for and stands nowhere', () => {
    const question = { intent: 'out-of-scope', reason: 'unknown', text: 'qwerty' } as const;
    expect(inWords(question, [ask(question)])).toBe('refused unknown');
  });
});

describe('every kind of answer', () => {
  const question: PlainQuestion = { intent: 'topic', text: 'tillid' };
  const outcomes = Object.fromEntries(
    answerer.exhibits().map((answer) => [answer.kind, inWords(question, [answer])?.split(' ')[0] ?? 'not counted']),
  );

  it('has an exhibit here, and counts as asked, as refused, or not', () => {
    expect(Object.keys(outcomes)).toHaveLength(kinds.length);
    const named = (outcome: string) => Object.keys(outcomes).filter((kind) => outcomes[kind] === outcome);
    expect(named('not counted').sort()).toEqual(
      [
        ...['care', 'privacy', 'profile', 'export', 'delete-data'],
        ...['help', 'service', 'smalltalk', 'choice', 'attachment', 'gone', 'sorry', 'not-here', 'pilot'],
        ...['rated', 'letter-form', 'letter-sent', 'letters', 'letters-due'],
        ...['welcome', 'farewell', 'nudge', 'appointment-due', 'look-back-due', 'focus-closing', 'fit', 'shared', 'prompt-form'],
      ].sort(),
    );
    expect(named('refused')).toEqual(['refusal']);
  });

  it('never counts somebody who is not well, whatever was asked', () => {
    const care = answerer.exhibits().filter(({ kind }) => kind === 'care');
    expect(care.length).toBeGreaterThan(0);
    expect(inWords(question, care)).toBeUndefined();
    expect(inWords({ intent: 'out-of-scope', reason: 'distress' }, [ask({ intent: 'out-of-scope', reason: 'distress' })])).toBeUndefined();
  });
});

describe('every intent', () => {
  it('is counted as one of the kinds that are named, or not at all', () => {
    const intents = questionSchema.options.flatMap(({ shape: { intent } }) => ('options' in intent ? intent.options : [...intent.values]));
    const counted = intents.map((intent) => countedAs(library, { intent } as Question, done('statement'))?.kind);
    const named: readonly (string | undefined)[] = [...documentKinds, ...ownKinds];
    expect(counted.filter((kind) => kind && !named.includes(kind))).toEqual([]);
    expect(named.filter((kind) => !counted.some((each) => each === kind))).toEqual([]);
    expect(refusedKinds.filter((kind) => named.includes(kind))).toEqual([]);
  });

  it('counts nothing without an answer', () => {
    expect(countedAs(library, { intent: 'about' }, [])).toBeUndefined();
  });
});
