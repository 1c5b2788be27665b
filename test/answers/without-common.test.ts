import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answers/answerer.js';
import { placeOfPath } from '../../src/content/address.js';
import { frameworkSchema } from '../../src/content/framework.js';
import { chooseForTeam } from '../../src/nudges/rules/next-prompt.js';
import { sharedOf } from '../../src/understanding/shared.js';
import { anybody, plainSearch, smallLibrary } from './world.js';

const library = smallLibrary({ common: false });
const answerer = createAnswerer({ library, search: plainSearch(library) });
const [framework] = library.frameworks;
if (!framework) throw new Error('the small library has a framework');

describe('a document that expects nothing of everybody', () => {
  it.each([[undefined], [null]])('may leave "common" out, or empty (%j)', (common) => {
    const read = frameworkSchema.shape.common.parse(common);
    expect(read.statements).toEqual([]);
  });

  it('never offers what all share', () => {
    const offered = answerer.exhibits().map((answer) => JSON.stringify('next' in answer ? answer.next : []));
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter((next) => next.includes('"common"'))).toEqual([]);
  });

  it('is shown as a whole where somebody asks what all share', () => {
    expect(sharedOf(framework)).toEqual({ intent: 'about', framework: 'lille' });
    expect(answerer({ intent: 'about', framework: 'lille' }, anybody).kind).toBe('about');
  });

  it('has no page of it', () => {
    expect(placeOfPath(library, '/del/lille/faelles')).toBeUndefined();
    expect(placeOfPath(smallLibrary(), '/del/lille/faelles')).toBeDefined();
  });

  it('has a question for whoever has no role, and a guide for a team', () => {
    expect(answerer({ intent: 'reflect', framework: 'lille' }, anybody)).toMatchObject({ kind: 'reflect', prompt: {} });
    const guide = answerer({ intent: 'guide', framework: 'lille', role: 'chef', occasion: 'team' }, anybody);
    expect(guide.kind === 'guide' && guide.items.length).toBeGreaterThan(1);
    expect(chooseForTeam(library, { framework: 'lille' }, { seen: [], seed: 'team' })).toBeDefined();
  });
});
