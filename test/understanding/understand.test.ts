import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFrameworks } from '../../src/content/library.js';
import { createSpelling } from '../../src/language/spelling.js';
import { distance, fold, READ_LIMIT, soundOf, stem, tokenize } from '../../src/language/text.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createLikeness } from '../../src/search/likeness.js';
import { type Question, questionSchema } from '../../src/understanding/question.js';
import { createUnderstand, isCommand } from '../../src/understanding/understand.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';

const vocabulary = createVocabulary(library, lexicon, undefined, dictionary);
const understand = createUnderstand(vocabulary, createLikeness(vocabulary), learned);
const asked = (text: string) => understand(text).question;

const samples = [
  'hvad forventes der af en kontorchef',
  'Hvad er en direktørs ansvar i Holstebro?',
  "what's expected of a kontorchef",
  'hvad er samskabende ledelse',
  'mind mig hver hverdag kl. 8',
  'hvad skal jeg lykkes med som skoleleder',
  'forskellen på en centerleder og en funktionsleder',
  'blå elefanter på månen',
];

describe('folding and stems', () => {
  it.each([
    ['Pædagogisk', 'paedagogisk'],
    ['løsning', 'loesning'],
    ['måde', 'maade'],
    ['KONTORCHEF', 'kontorchef'],
    ['a\u030arhus', 'århus'],
  ])('make %s and %s one', (a, b) => expect(fold(a)).toBe(fold(b)));

  it('keep "ændre" apart from "andre"', () => expect(fold('ændre')).not.toBe(fold('andre')));

  it.each([
    ['kontorchefernes', 'kontorchef'],
    ['medarbejderne', 'medarbejder'],
    ['forventningerne', 'forventning'],
    ['opgaven', 'opgaver'],
    ['trivslen', 'trivsel'],
    ['systematiske', 'systematisk'],
    ['tydeligt', 'tydelig'],
  ])('give %s and %s the same stem', (a, b) => expect(stem(fold(a))).toBe(stem(fold(b))));

  it('keep leading and leader apart from leadership', () => expect(stem('ledelse')).not.toBe(stem('leder')));

  it.each([
    ['sjefen', 'chefen'],
    ['bedyder', 'betyder'],
    ['hjælp', 'jælp'],
  ])('let %s sound like %s', (a, b) => expect(soundOf(fold(a))).toBe(soundOf(fold(b))));
});

describe('distance', () => {
  it.each([
    ['kontorhcef', 'kontorchef', 1],
    ['chef', 'chek', 1],
    ['forvetninger', 'forventninger', 1],
    ['leder', 'leder', 0],
  ])('from %s to %s is %i', (a, b, far) => expect(distance(a, b, 3)).toBe(far));

  it('never exceeds its limit by more than one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(distance(a, b, limit)).toBeLessThanOrEqual(limit + 1);
      }),
    );
  });
});

describe('spelling', () => {
  const spelling = createSpelling(
    new Map([
      ['kontorchef', 4],
      ['budget', 2],
      ['opfolgning', 2],
      ['chef', 4],
      ['tvargaende', 4],
    ]),
    new Set(['klokken', 'chek']),
  );

  it('corrects a misspelt field word', () => expect(spelling.correct('kontorhcef')).toBe('kontorchef'));
  it('leaves known plain words alone', () => expect(spelling.isKnown('klokken')).toBe(true));
  it('does not turn a short word into another', () => expect(spelling.isKnown('chek')).toBe(true));
  it('splits a compound in parts it knows', () => expect(spelling.split('budgetopfolgning')).toEqual(['budget', 'opfolgning']));
  it('reads an abbreviation out as the likeliest word, and two letters as none', () => {
    expect([spelling.expand('kontorch'), spelling.expand('opf'), spelling.expand('ko')]).toEqual(['kontorchef', 'opfolgning', undefined]);
    expect(understand('centerl., tværg. ledelse').corrections).toEqual([
      { from: 'centerl', to: 'centerleder' },
      { from: 'tværg', to: 'tværgående' },
    ]);
  });
  it('hears a word through its spelling', () => expect(spelling.soundsLike('tvergane')).toBe('tvargaende'));
});

describe('any message', () => {
  it('is understood without a throw, by its first characters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10_000 }), (text) => {
        const { question, explanation } = understand(text);
        expect(question.intent).toBeTypeOf('string');
        expect(explanation.words.length).toBeLessThanOrEqual(READ_LIMIT);
      }),
      { numRuns: 150 },
    );
  });

  it('is read no further than the limit', () => {
    const tail = ' kontorchef'.repeat(1_000);
    expect(tokenize(tail).every((token) => token.end <= READ_LIMIT)).toBe(true);
    expect(asked(`${' '.repeat(READ_LIMIT)}hvad forventes der af en kontorchef`).intent).toBe('help');
  });

  it('means the same in any case, Unicode form and with white space around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.constantFrom<(text: string) => string>(
          (text) => text.toUpperCase(),
          (text) => text.toLowerCase(),
          (text) => text.normalize('NFD'),
          (text) => `  ${text}\n`,
          (text) => `${text.replace(/[?.]$/, '')}?`,
          (text) => text.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa'),
        ),
        (text, change) => {
          expect(folded(asked(change(text)))).toEqual(folded(asked(text)));
        },
      ),
      { numRuns: 200 },
    );
  });

  /** What was looked for is kept as it was written. */
  const folded = (question: Question) => ('text' in question && question.text ? { ...question, text: fold(question.text) } : question);

  it('gives the same question every time', () => {
    for (const text of samples) expect(understand(text)).toEqual(understand(text));
  });
});

describe('an honest no', () => {
  it.each([
    ['unknown', false],
    ['unclear', false],
    ['people', true],
    ['boss', true],
  ] as const)('that is "%s" stands whatever was asked before: %s', (reason, stands) =>
    expect(isCommand({ intent: 'out-of-scope', reason })).toBe(stands),
  );
});

describe('somebody whose role is not known', () => {
  it.each(['hvad forventes der af mig?', 'hva skal jeg kunne', 'what is expected of me'])('is asked for it: %s', (text) =>
    expect(asked(text)).toEqual({ intent: 'set-role' }),
  );

  it('is answered in Danish when some words are English too', () => expect(understand('hold pause i to uger').language).toBe('da'));
});

describe('every name', () => {
  const roles = newestFrameworks(library).flatMap((framework) =>
    framework.roles.flatMap((role) => [role.label, role.name.da, ...role.aliases].map((alias) => ({ framework, role, alias }))),
  );

  it.each(roles)('$alias finds $role.label of $framework.name', ({ framework, role, alias }) => {
    const { question } = understand(`hvad forventes der af rollen: ${alias}`, { framework: framework.id });
    const found = question.intent === 'ambiguous' ? question.choices : [question];
    expect(found).toContainEqual(expect.objectContaining({ framework: framework.id, role: role.id }));
  });

  const themes = newestFrameworks(library).flatMap((framework) => framework.themes.map((theme) => ({ framework, theme })));

  it.each(themes)('$theme.label.text finds its theme of $framework.name', ({ framework, theme }) => {
    const [role] = framework.roles;
    const { question } = understand(theme.label.text, { framework: framework.id, role: role?.id });
    expect(question).toMatchObject({ framework: framework.id, theme: theme.id });
  });
});

describe('a title in short', () => {
  it.each([
    ['hvad forventes af en afd.leder i holstebro', 'leder-af-medarbejdere'],
    ['hvad forventes af en afd. leder i holstebro', 'leder-af-medarbejdere'],
    ['hva skal en afdleder ku i holstebro', 'leder-af-medarbejdere'],
    ['hvad forventes der af en inst.leder i aarhus 2024', 'dagtilbuds-og-skoleleder'],
    ['hvad forventes der af en adm. leder i aarhus 2024', 'administrationsleder'],
  ])('is read as the whole one: %s', (text, role) => expect(asked(text)).toMatchObject({ role }));
});

describe('what people say of themselves and their reminders', () => {
  it.each([
    ['jeg er ikke længere kontorchef', { intent: 'set-role', forget: true }],
    ['I am no longer a kontorchef', { intent: 'set-role', forget: true }],
    ['skriv til mig på engelsk', { intent: 'profile' }],
    ['hvem er jeg', { intent: 'profile' }],
    ['hvem ka se det jeg skriver', { intent: 'privacy', seen: 'all' }],
    ['ka min chef læse mine noter', { intent: 'privacy', seen: 'note' }],
    ['må jeg få en kopi af alt det du har gemt', { intent: 'export-data' }],
    ['hvor tit får jeg spørgsmål', { intent: 'nudge-on', wish: 'show' }],
    ['ikke i dag tak', { intent: 'nudge-pause', pause: { kind: 'during', point: { kind: 'ahead', count: 0, unit: 'day' } } }],
    ['👍', { intent: 'smalltalk', tone: 'thanks' }],
    ['nej tak til flere', { intent: 'nudge-off' }],
    ['drop de onsdagsbeskeder', { intent: 'nudge-off' }],
    ['send mig noget at tænke over hver fredag', { intent: 'nudge-on', days: ['fre'], forMe: true }],
  ])('reads "%s"', (text, question) => expect(asked(text)).toEqual(question));

  it.each([
    ['hvad siger grundlaget om mod', 'mod'],
    ['hva står der egentlig om at sige undskyld', 'undskyld'],
  ])('asks in "%s" about "%s", though its words say little elsewhere', (text, topic) => {
    expect(understand(text, { framework: 'holstebro-sos-2021', role: 'chef' }).question).toMatchObject({ intent: 'topic', text: topic });
  });

  it.each(['jeg er ikke kontorchef', 'det er ikke mig der er kontorchef', 'min leder er kontorchef, jeg er ikke', 'im not a kontorchef'])(
    'keeps no role that its writer denies, and forgets it where it was theirs: %s',
    (text) => {
      expect(asked(text)).toEqual({ intent: 'set-role' });
      const own = { framework: 'aarhus-bu-2024', role: 'kontorchef' };
      expect(understand(text, own).question).toEqual({ intent: 'set-role', forget: true });
    },
  );

  it('hears who somebody is beside who they are not', () =>
    expect(understand('jeg er ikke chef men leder af ledere', { framework: 'sammen' }).question).toMatchObject({
      intent: 'set-role',
      role: 'leder-af-leder',
    }));

  it('forgets no role for somebody who is no longer in doubt about it', () =>
    expect(asked('jeg er ikke længere i tvivl om, hvad en kontorchef skal')).not.toHaveProperty('forget'));

  it.each([
    ['mind mig hver dag kl. 8', undefined],
    ['mind mig hver dag præcis kl. 8', true],
    ['send mig et spørgsmål hver dag kl 8 på slaget', true],
    ['spør mæ hver dag ved 8 tiden', false],
    ['remind me every day at 8 sharp', true],
    ['ask me every day around 8', false],
  ])('hears in "%s" how exactly it is meant', (text, exact) => {
    const question = asked(text);
    expect(question).toMatchObject({ intent: 'nudge-on', time: '08:00' });
    expect('exact' in question ? question.exact : undefined).toBe(exact);
    expect(questionSchema.parse(question)).toEqual(question);
  });

  it('keeps how exactly a time was meant when another is said', () => {
    const context = { question: { intent: 'nudge-on', time: '08:00', exact: true }, statements: [] } as const;
    const then = (text: string) => understand(text, {}, context).question;
    expect(then('nej hellere ni')).toMatchObject({ intent: 'nudge-time', time: '09:00', exact: true });
    expect(then('nej ved 9-tiden')).toMatchObject({ intent: 'nudge-time', time: '09:00', exact: false });
    expect(then('nej præcis ti')).toMatchObject({ intent: 'nudge-time', time: '10:00', exact: true });
  });

  it('reads "et andet" after a reminder as no time', () => {
    const context = { question: { intent: 'nudge-on', time: '08:00' }, statements: [] } as const;
    expect(understand('et andet', {}, context).question).not.toHaveProperty('time');
  });

  it.each(['sammenlign sammen og socialafdelingen om tværgående', 'hvad er forskellen på holstebro og sammen'])(
    'takes "sammen" for the document beside another: "%s"',
    (text) => expect(asked(text)).toMatchObject({ intent: 'compare-frameworks', frameworks: expect.arrayContaining(['sammen']) }),
  );

  it('takes "min chef" for nobody to prepare, where it is not known who asks', () => {
    const question = asked('jeg har mus med min chef i morgen hvad skal jeg forberede');
    expect(question).toMatchObject({ intent: 'guide' });
    expect(question).not.toHaveProperty('role');
  });

  it('is about the document just spoken of, but "os" are not the role just spoken of', () => {
    const { question } = understand('hvad forventes der af en kontorchef');
    const context = { question, statements: [] };
    expect(understand('hvad forventes der af en direktør', {}, context).question).toMatchObject({
      framework: 'aarhus-bu-2024',
      role: 'direktor',
    });
    expect(understand('giv os et spørgsmål', {}, context).question).not.toHaveProperty('role');
  });
});
