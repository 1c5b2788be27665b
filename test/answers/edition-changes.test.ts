import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWording, findEditionChanges } from '../../src/answers/edition-changes.js';
import type { Framework, Statement } from '../../src/content/library.js';
import { loadWorld } from './world.js';

const { library } = loadWorld();

function edition(id: string, texts: Record<string, string>): Framework {
  const statements = Object.entries(texts).map(
    ([local, text]): Statement => ({ id: `${id}/${local}`, framework: id, role: 'leder', theme: 't', text }),
  );
  return { id, common: { statements: [] }, statements } as unknown as Framework;
}

describe('findEditionChanges', () => {
  it('pairs by local id first', () => {
    const changes = findEditionChanges(
      edition('o', { a: 'Jeg leder driften' }),
      edition('n', { a: 'Jeg tager ansvar for noget helt andet' }),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['reworded']);
  });

  it('pairs the rest by the words they share', () => {
    const changes = findEditionChanges(
      edition('o', { a: 'Jeg sikrer en god og stabil drift' }),
      edition('n', { b: 'Jeg sikrer en god og sikker drift', c: 'Jeg fejrer vores resultater' }),
    );
    expect(changes.map(({ kind, statement }) => [kind, statement.id])).toEqual([
      ['new', 'n/c'],
      ['reworded', 'n/b'],
    ]);
  });

  it('says what is gone', () => {
    const changes = findEditionChanges(edition('o', { a: 'Jeg leder', b: 'Jeg holder fri om fredagen' }), edition('n', { a: 'Jeg leder' }));
    expect(changes.map(({ kind, statement }) => [kind, statement.id])).toEqual([
      ['gone', 'o/b'],
      ['unchanged', 'n/a'],
    ]);
  });

  it('does not count the form of quotes and dashes', () => {
    const changes = findEditionChanges(
      edition('o', { a: 'Jeg løser ‘her og nu’-opgaver – sammen' }),
      edition('n', { a: "Jeg løser 'her og nu'-opgaver - sammen" }),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('does not count a final full stop', () => {
    expect(findEditionChanges(edition('o', { a: 'Jeg leder.' }), edition('n', { a: 'Jeg leder' })).map(({ kind }) => kind)).toEqual([
      'unchanged',
    ]);
  });

  it('accounts for every statement of both editions of the real document', () => {
    const newer = library.frameworks.find(({ supersedes }) => supersedes && library.framework(supersedes));
    const older = newer && library.framework(newer.supersedes ?? '');
    if (!newer || !older) throw new Error('no two editions');
    const changes = findEditionChanges(older, newer);
    const news = changes.filter(({ kind }) => kind !== 'gone').length;
    const olds = changes.filter(({ kind }) => kind !== 'new').length;
    expect([news, olds]).toEqual([newer, older].map((each) => each.statements.length + each.common.statements.length));
    expect(changes.filter(({ kind }) => kind === 'reworded').length).toBeGreaterThan(20);
  });
});

describe('diffWording', () => {
  const words = fc
    .array(fc.constantFrom('jeg', 'leder', 'og', 'driften,', 'børn.', 'på', 'tværs'), { minLength: 1, maxLength: 12 })
    .map((list) => list.join(' '));

  it('gives both texts back when its parts are joined', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = diffWording(before, after);
        const join = (kind: 'in' | 'out') =>
          changes
            .filter((change) => change.kind === 'same' || change.kind === kind)
            .map(({ text }) => text)
            .join('');
        expect([join('out'), join('in')]).toEqual([before, after]);
      }),
    );
  });

  it('marks phrases and not confetti', () => {
    expect(diffWording('Jeg går forrest og byder ind', 'Jeg bidrager aktivt')).toEqual([
      { kind: 'same', text: 'Jeg ' },
      { kind: 'out', text: 'går forrest og byder ind' },
      { kind: 'in', text: 'bidrager aktivt' },
    ]);
  });
});
