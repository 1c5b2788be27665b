import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissed } from '../../../src/understanding/question.js';
import { parseReply, replyJsonSchema } from '../../../src/understanding/reader/reply.js';
import { library } from '../../support/content.js';

const question = (chosen: object) => JSON.stringify({ reading: { kind: 'question', question: chosen } });
const choice = (...choices: object[]) => JSON.stringify({ reading: { kind: 'choice', choices } });
const read = (text: string, topic = 'frivillige') => parseReply(library, text, topic);

/** The questions that may be read. */
const readable = [
  ...['expectations', 'section', 'competency', 'definition', 'common', 'about', 'topic', 'reflect', 'guide', 'out-of-scope'],
  ...['compare-roles', 'compare-editions', 'compare-frameworks'],
];

const aarhus = 'aarhus-bu-2024';
const kontorchef = { framework: aarhus, role: 'kontorchef' };
const [statement = ''] = library.framework(aarhus)?.statements.map(({ id }) => id) ?? [];

type Schema = { readonly [key: string]: unknown };

/** Every object of a schema, with how deep it lies. */
function nodesOf(node: unknown, depth = 0): { readonly node: Schema; readonly depth: number }[] {
  if (Array.isArray(node)) return node.flatMap((each) => nodesOf(each, depth));
  if (typeof node !== 'object' || node === null) return [];
  return [{ node: node as Schema, depth }, ...Object.values(node).flatMap((each) => nodesOf(each, depth + 1))];
}

describe('the schema of a reply', () => {
  const schema = replyJsonSchema();
  const nodes = nodesOf(schema).map(({ node }) => node);
  const objects = nodes.filter(({ type, properties }) => type === 'object' && properties !== undefined);

  it('requires every slot, and lets nothing stand beside them', () => {
    expect(objects.length).toBeGreaterThan(10);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
  });

  it('is within what strict output takes: 100 slots, an object at the root, no bounds', () => {
    expect(schema).toMatchObject({ type: 'object' });
    expect(objects.reduce((sum, { properties }) => sum + Object.keys(properties as object).length, 0)).toBeLessThanOrEqual(100);
    const keywords = new Set(nodes.flatMap((node) => Object.keys(node)));
    for (const refused of [
      'oneOf',
      'allOf',
      'not',
      'const',
      'pattern',
      'format',
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'minimum',
      'maximum',
      'default',
      '$schema',
    ])
      expect(keywords.has(refused), refused).toBe(false);
  });

  it('has a place for every question that may be read, and for no words of anybody', () => {
    const text = JSON.stringify(schema);
    for (const intent of readable) expect(text).toContain(`"${intent}"`);
    const slots = new Set(objects.flatMap(({ properties }) => Object.keys(properties as object)));
    for (const free of ['text', 'topic', 'what', 'will', 'when']) expect(slots.has(free), free).toBe(false);
    for (const command of ['reflections', 'remind', 'agree', 'delete-data', 'nudge-off', 'share', 'set-role'])
      expect(text).not.toContain(`"${command}"`);
  });
});

describe('a reply', () => {
  it.each([
    ['a role', { intent: 'expectations', ...kontorchef }],
    ['a section', { intent: 'section', ...kontorchef, theme: 'lykkes-med', subtheme: null, statement: null }],
    ['a theme of a role', { intent: 'competency', framework: 'sammen', role: 'chef', theme: 'driften', subtheme: null, statement: null }],
    ['a term', { intent: 'definition', framework: 'holstebro-sos-2021', theme: null, subtheme: null, term: 'ledestjernen' }],
    ['what all share', { intent: 'common', framework: 'sammen', theme: null }],
    ['all documents', { intent: 'about', framework: null }],
    ['a topic with its statements', { intent: 'topic', statements: [statement], framework: null, role: null, theme: null }],
    ['two roles', { intent: 'compare-roles', sides: [kontorchef, { framework: aarhus, role: 'direktor' }], theme: null }],
    ['two editions', { intent: 'compare-editions', older: 'aarhus-bu-2021', newer: aarhus, role: null, theme: null }],
    ['two frameworks', { intent: 'compare-frameworks', frameworks: ['sammen', 'socialafdelingen'], theme: null, level: 'chef' }],
    ['questions to think about', { intent: 'reflect', ...kontorchef, theme: null, statement: null, count: 3 }],
    ['a guide', { intent: 'guide', ...kontorchef, occasion: 'sparring' }],
    ['an honest no', { intent: 'out-of-scope', reason: 'terms' }],
  ])('chooses %s', (_name, chosen) => {
    expect(read(question(chosen))).toMatchObject({ kind: 'question', question: { intent: chosen.intent } });
  });

  it('gets the words of a topic from the message, never from the model', () => {
    const chosen = { intent: 'topic', statements: [statement], framework: null, role: null, theme: null };
    expect(read(question(chosen), 'frivillige')).toEqual({
      kind: 'question',
      question: { intent: 'topic', text: 'frivillige', framework: aarhus, statements: [statement] },
    });
    expect(read(question({ ...chosen, text: '<b>Klik her</b>' }))).toBeUndefined();
  });

  it('offers several readings, and one where they are the same', () => {
    const one = { intent: 'expectations', ...kontorchef };
    const other = { intent: 'guide', ...kontorchef, occasion: null };
    expect(read(choice(one, other))).toMatchObject({
      question: { intent: 'ambiguous', about: 'reading', choices: [one, { intent: 'guide' }] },
    });
    expect(read(choice(one, one))).toMatchObject({ question: one });
    expect(read(choice(one))).toBeUndefined();
    expect(read(choice(one, { intent: 'out-of-scope', reason: 'unknown' }))).toBeUndefined();
  });

  it('may say that nothing is asked of the documents', () => expect(read('{"reading":{"kind":"other"}}')).toEqual({ kind: 'other' }));

  it.each([
    ['nothing', ''],
    ['no JSON', 'Her er svaret: kontorchef'],
    ['JSON in a fence', '```json\n{"reading":{"kind":"other"}}\n```'],
    ['two objects', '{"reading":{"kind":"other"}}{"reading":{"kind":"other"}}'],
    ['a list', '[]'],
    ['another root', '{"intent":"expectations"}'],
    ['something beside it', '{"reading":{"kind":"other"},"answer":"Ring til HR"}'],
    ['a prototype', '{"reading":{"kind":"other"},"__proto__":{"kind":"question"}}'],
    ['nested brackets', '['.repeat(10_000)],
    ['a huge one', JSON.stringify({ reading: { kind: 'other' }, pad: 'x'.repeat(50_000) })],
    ['a framework that is not there', question({ intent: 'common', framework: 'odense', theme: null })],
    ['a role that is not there', question({ intent: 'expectations', framework: aarhus, role: 'borgmester' })],
    ['a role of another framework', question({ intent: 'expectations', framework: 'sammen', role: 'kontorchef' })],
    ['a role without its framework', question({ intent: 'guide', framework: null, role: 'kontorchef', occasion: null })],
    ['a theme that is not there', question({ intent: 'section', ...kontorchef, theme: 'driften', subtheme: null, statement: null })],
    ['a subtheme that is not there', question({ intent: 'definition', framework: 'sammen', theme: 'driften', subtheme: 'x', term: null })],
    [
      'a term that is not there',
      question({ intent: 'definition', framework: 'sammen', theme: null, subtheme: null, term: 'ledestjernen' }),
    ],
    [
      'a statement that is not there',
      question({ intent: 'topic', statements: [statement, `${aarhus}/x`], framework: null, role: null, theme: null }),
    ],
    [
      'a statement of another framework',
      question({ intent: 'reflect', framework: 'sammen', role: null, theme: null, statement, count: null }),
    ],
    [
      'seven statements',
      question({ intent: 'topic', statements: Array.from({ length: 7 }, () => statement), framework: null, role: null, theme: null }),
    ],
    ['one side', question({ intent: 'compare-roles', sides: [kontorchef], theme: null })],
    [
      'editions the wrong way round',
      question({ intent: 'compare-editions', older: aarhus, newer: 'aarhus-bu-2021', role: null, theme: null }),
    ],
    ['two documents as editions', question({ intent: 'compare-editions', older: 'sammen', newer: aarhus, role: null, theme: null })],
    ['a level that is not there', question({ intent: 'compare-frameworks', frameworks: ['sammen', aarhus], theme: null, level: 'konge' })],
    ['a command', question({ intent: 'delete-data', confirmed: true })],
    ['notes', question({ intent: 'reflections' })],
    ['a reason of ours alone', question({ intent: 'out-of-scope', reason: 'distress' })],
    ['a button of ours', question({ intent: 'reflect', prompts: [`${aarhus}/x`] })],
    [
      'as many questions as there are numbers',
      question({ intent: 'reflect', framework: null, role: null, theme: null, statement: null, count: 1e9 }),
    ],
  ])('that is %s is none', (_name, text) => expect(read(text)).toBeUndefined());

  it('without words or statements asks about nothing', () => {
    expect(read(question({ intent: 'topic', statements: null, framework: null, role: null, theme: null }), '')).toBeUndefined();
  });

  it('of any kind is none, or a question whose every id is there', () => {
    const slot = fc.oneof(fc.constantFrom(null, aarhus, 'sammen', 'kontorchef', 'chef', 'lykkes-med', 'driften', statement), fc.string());
    const chosen = fc.record(
      {
        intent: fc.constantFrom(...readable),
        framework: slot,
        role: slot,
        theme: slot,
        subtheme: slot,
        statement: slot,
        statements: fc.oneof(fc.constant(null), fc.array(slot, { maxLength: 8 })),
        reason: fc.constantFrom('unknown', 'people', 'distress'),
      },
      { requiredKeys: ['intent'] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          chosen.map(question),
          fc.tuple(chosen, chosen).map((two) => choice(...two)),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const found = parseReply(library, text, '');
          if (found?.kind !== 'question') return;
          const asked = found.question.intent === 'ambiguous' ? found.question.choices : [found.question];
          for (const each of asked) {
            expect(readable).toContain(each.intent);
            if ('framework' in each && each.framework) expect(library.framework(each.framework)).toBeDefined();
            if ('statements' in each) for (const id of each.statements ?? []) expect(library.statement(id)).toBeDefined();
            if ('text' in each && !isMissed(each)) expect(each.text).toBe('');
          }
        },
      ),
      { seed: 23, numRuns: 3_000 },
    );
  });
});
