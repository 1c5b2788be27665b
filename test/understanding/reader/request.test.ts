import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { beforeAll, describe, expect, it } from 'vitest';
import { allStatements } from '../../../src/content/library.js';
import { type Compass, createCompass } from '../../../src/conversation/compass.js';
import { reader } from '../../../src/understanding/policy.js';
import { createWriteRequest, type Inquiry, type WriteRequest } from '../../../src/understanding/reader/request.js';
import { care, content, library } from '../../support/content.js';

let compass: Compass;
let write: WriteRequest;
beforeAll(() => {
  compass = createCompass(content.library, content.lexicon, { ...content, tables: content.compile(), care });
  write = createWriteRequest(library, compass.search);
});

const here = { intent: 'out-of-scope', reason: 'unknown' } as const;
const frameworks = library.frameworks.map(({ id }) => id);

function askOf(inquiry: Partial<Inquiry> & { readonly message: string }) {
  const request = write({ profile: {}, here, ...inquiry });
  return { ...request, told: JSON.parse(request.asked) as Record<string, unknown> };
}

function tokensOf({ fixed, asked, schema }: ReturnType<typeof askOf>): number {
  return countTokens(fixed) + countTokens(asked) + countTokens(JSON.stringify(schema));
}

describe('a request', () => {
  it.each(frameworks)('gives %s whole to its people, in the adopted words', (id) => {
    const { fixed } = askOf({ message: 'en klub vil gerne hjælpe os', profile: { framework: id } });
    const framework = library.framework(id);
    for (const statement of framework ? allStatements(framework) : []) {
      expect(fixed).toContain(statement.text.replace(/\s+/g, ' '));
      expect(fixed).toContain(`- ${statement.id.slice(id.length + 1)}`);
    }
    for (const { id: role } of framework?.roles ?? []) expect(fixed).toContain(`role ${role}`);
  });

  it('has the same beginning for everybody of a framework, so that a provider can keep it', () => {
    const [one, other] = ['hvem leder frivillige', 'min økonomi skrider'].map((message) =>
      askOf({ message, profile: { framework: 'sammen', role: message.length % 2 ? 'chef' : 'direktor' } }),
    );
    expect(one?.fixed).toBe(other?.fixed);
    expect(one?.asked).not.toBe(other?.asked);
  });

  it('gives what the search finds in the other documents, and no older edition of them', () => {
    const { told } = askOf({ message: 'frivillige', profile: { framework: 'sammen' } });
    const found = told['found'] as string[];
    expect(found.some((line) => line.startsWith('holstebro-sos-2021/'))).toBe(true);
    expect(found.filter((line) => line.startsWith('sammen/') || line.startsWith('aarhus-bu-2021/'))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(reader.mostFound);
  });

  it('gives another document whole where the message is read as speaking of it, and there is room', () => {
    const asked = { intent: 'common', framework: 'socialafdelingen' } as const;
    const { told } = askOf({ message: 'hvad med socialafdelingen', profile: { framework: 'sammen' }, here: asked });
    for (const { text } of allStatements(library.framework('socialafdelingen') as never))
      expect(told['named']).toContain(text.replace(/\s+/g, ' '));
  });

  it('tells the profile, the question before and what was shown by their ids alone', () => {
    const { told } = askOf({
      message: 'og den anden',
      profile: { framework: 'sammen', role: 'chef' },
      last: { intent: 'topic', text: 'min kone er syg', framework: 'sammen' },
      shown: ['sammen/chef-overordnet-okonomi'],
    });
    expect(told).toMatchObject({
      profile: { framework: 'sammen', role: 'chef' },
      last: { intent: 'topic', framework: 'sammen' },
      shown: ['sammen/chef-overordnet-okonomi'],
    });
    expect(JSON.stringify(told)).not.toContain('min kone er syg');
  });

  it.each([
    { intent: 'reflect', text: 'min angst' },
    { intent: 'remind', what: 'ringe til Lise', on: { kind: 'weekday', day: 'man' } },
    { intent: 'agree', will: 'rose Bente', when: 'vi mødes' },
    { intent: 'reflections', text: 'min skilsmisse' },
    { intent: 'compare-frameworks', frameworks: ['sammen'], topic: 'min stress' },
    { intent: 'out-of-scope', reason: 'unknown', text: 'min diagnose' },
  ])('says nothing of what anybody wrote before ($intent)', (last) => {
    const { asked } = askOf({ message: 'mere', last: last as never });
    for (const words of ['angst', 'Lise', 'Bente', 'skilsmisse', 'stress', 'diagnose']) expect(asked).not.toContain(words);
  });

  it('stays within its tokens, whatever is asked', () => {
    const hostile = [
      '😀'.repeat(250),
      '\u200b'.repeat(500),
      'ﷺ'.repeat(500),
      'a'.repeat(500),
      'økonomi '.repeat(62),
      '","message":"'.repeat(40),
    ];
    const sizes = [undefined, ...frameworks].flatMap((framework) =>
      hostile.flatMap((message) =>
        frameworks.map((named) => {
          const request = askOf({ message: message.slice(0, 500), profile: { framework }, here: { intent: 'common', framework: named } });
          return tokensOf(request);
        }),
      ),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(reader.mostTokens);
  });

  it('keeps the message as data: it comes out as it went in, and nothing beside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (message) => {
        const { told } = askOf({ message, profile: { framework: 'sammen' } });
        expect(told['message']).toBe(JSON.parse(JSON.stringify(message)));
        expect(Object.keys(told).filter((key) => !['profile', 'found', 'message'].includes(key))).toEqual([]);
      }),
      { seed: 23, numRuns: 200 },
    );
  });
});

describe('sixty messages that try to make the model do something else', () => {
  const lines = readFileSync('test/understanding/reader/injections.jsonl', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly text: string; readonly tries: string });

  it('are told as data, and change nothing else of the request', () => {
    expect(lines).toHaveLength(60);
    const { fixed, schema } = askOf({ message: 'frivillige', profile: { framework: 'sammen' } });
    for (const { text, tries } of lines) {
      const request = askOf({ message: text, profile: { framework: 'sammen' } });
      expect(request.fixed, tries).toBe(fixed);
      expect(request.schema, tries).toEqual(schema);
      expect(request.told['message'], tries).toBe(text);
      expect(request.told['profile'], tries).toEqual({ framework: 'sammen' });
    }
  });
});
