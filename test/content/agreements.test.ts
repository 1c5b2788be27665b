import { describe, expect, it } from 'vitest';
import type { Language as Tongue } from '../../src/content/language.js';
import { allStatements } from '../../src/content/library.js';
import { alikePairs, findRepeatedRun, type Pair, TOO_ALIKE } from '../../src/content/prompt-rules.js';
import type { Prompt } from '../../src/content/prompts.js';
import { loadContent } from '../../src/storage/content-files.js';
import { library } from '../support/content.js';

const tongues: readonly Tongue[] = ['da', 'en'];

/** Every example there is, with where it stands. */
const examples = library.frameworks.flatMap(({ id: framework, themes }) =>
  [undefined, ...themes.map(({ id }) => id)].flatMap((theme) => {
    const example = library.agreementExample(framework, theme);
    return example ? [{ id: `${framework}/${theme ?? 'common'}`, ...example }] : [];
  }),
);

/** The whole sentence that an example makes. */
const sentences: readonly Prompt[] = examples.map(({ id, when, will }) => ({
  id,
  framework: '',
  statements: [],
  da: `Når ${when.da}, vil jeg ${will.da}.`,
  en: `When ${when.en}, I will ${will.en}.`,
}));

describe('the examples of agreements', () => {
  it('fit every statement of every framework: by its theme, or as one of those under none', () => {
    const without = library.frameworks.flatMap(allStatements).filter(({ framework, theme }) => !library.agreementExample(framework, theme));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('are there for every theme', () => {
    const without = library.frameworks.flatMap(({ id, themes }) => themes.filter((theme) => !library.agreementExample(id, theme.id)));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('are not there for what nobody knows', () => {
    expect(library.agreementExample('odense', 'driften')).toBeUndefined();
    expect(library.agreementExample('sammen', 'driftsledelse')).toBeUndefined();
  });

  it.each(tongues)('are all different, in %s', (tongue) => {
    const [closest] = alikePairs(sentences, tongue, 1) as [Pair];
    const { likeness, a, b } = closest;
    expect(likeness < TOO_ALIKE || `${a.id}: ${a[tongue]}\n${b.id}: ${b[tongue]}`).toBe(true);
  });

  it('never repeat a statement', () => {
    const statements = library.frameworks.flatMap(allStatements);
    const repeats = sentences.flatMap(({ id, da }) =>
      statements.flatMap(({ text }) => {
        const run = findRepeatedRun(da, text);
        return run ? [`${id} repeats "${run}"`] : [];
      }),
    );
    expect(repeats).toEqual([]);
  });

  it('speak of the leader who reads them', () => {
    expect(sentences.filter(({ da }) => /(?<!\p{L})(du|dig|din|dit|dine)(?!\p{L})/iu.test(da)).map(({ id }) => id)).toEqual([]);
  });

  it('are loaded for the chosen frameworks only', () => {
    const loaded = loadContent('content', { frameworks: ['sammen'] });
    expect(loaded.ok && loaded.library.agreementExample('sammen', 'driften')).toEqual(library.agreementExample('sammen', 'driften'));
    expect(loaded.ok && loaded.library.agreementExample('socialafdelingen', 'personaleledelse')).toBe(undefined);
  });
});
