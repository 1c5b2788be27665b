import { describe, expect, it } from 'vitest';
import type { Language as Tongue } from '../../src/content/language.js';
import { allStatements, createLibrary } from '../../src/content/library.js';
import { alikePairs, findPromptRemarks, findRepeatedRun, type Pair, TOO_ALIKE } from '../../src/content/prompt-rules.js';
import type { Prompt } from '../../src/content/prompts.js';
import { smallLibrary } from '../answers/world.js';
import { library } from '../support/content.js';
import { audienceOf, coverageFaults, doubleIds } from './own-prompts.js';

const { prompts } = library;
const tongues: readonly Tongue[] = ['da', 'en'];

const show = ({ likeness, a, b }: Pair, tongue: Tongue) => `${likeness.toFixed(2)}\n  ${a.id}: ${a[tongue]}\n  ${b.id}: ${b[tongue]}`;
const promptOf = (id: string, da: string): Prompt => ({ id, framework: 'lille', statements: [], da, en: da });

describe('the prompts', () => {
  it('are there for every statement, and two for what is common and for each theme with a subject', () => {
    expect(coverageFaults(library)).toEqual([]);
  });

  it.each(tongues)('are one short open question each, in %s', (tongue) => {
    expect(prompts.flatMap((prompt) => findPromptRemarks(prompt[tongue], tongue).map(({ id }) => `${prompt.id} ${id}`))).toEqual([]);
  });

  it.each(tongues)('are all different, in %s', (tongue) => {
    const [closest] = alikePairs(prompts, tongue, 1) as [Pair];
    console.info(`The two prompts most alike in ${tongue}: ${show(closest, tongue)}`);
    expect(closest.likeness < TOO_ALIKE || show(closest, tongue)).toBe(true);
  });

  it('never repeat their statement', () => {
    const repeats = prompts.flatMap(({ id, da, statements }) =>
      statements.flatMap((statement) => {
        const run = findRepeatedRun(da, library.statement(statement)?.text ?? '');
        return run ? [`${id} repeats "${run}"`] : [];
      }),
    );
    expect(repeats).toEqual([]);
  });

  it('have an id of their own', () => {
    expect(doubleIds(prompts)).toEqual([]);
  });

  it('speak to every level', () => {
    for (const framework of library.frameworks) {
      const own = prompts.filter((prompt) => prompt.framework === framework.id);
      const statements = allStatements(framework);
      const counts = new Map<string, number>();
      for (const prompt of own) {
        const audience = audienceOf(framework, prompt, statements);
        counts.set(audience, (counts.get(audience) ?? 0) + 1);
      }
      const list = [...counts].map(([audience, count]) => `${audience} ${count}`).join(', ');
      const borrowed = statements.filter(({ id }) => library.promptsFor(id).some((prompt) => prompt.framework !== framework.id)).length;
      console.info(`${framework.id}: ${own.length} prompts (${list}); ${borrowed} statements borrow one`);
    }
    const reached = new Set(prompts.flatMap(({ statements }) => statements));
    expect(library.frameworks.flatMap(allStatements).filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

describe('the rules notice', () => {
  it('a statement without a prompt', () => {
    const whole = smallLibrary();
    const [first] = whole.frameworks.flatMap(allStatements);
    const without = { ...whole, promptsFor: (id: string) => (id === first?.id ? [] : whole.promptsFor(id)) };
    expect(coverageFaults(without).filter((fault) => fault.startsWith(`${first?.id} has 0`))).toHaveLength(1);
  });

  it('a theme without its two', () => {
    const bare = { ...library, promptsForTheme: (framework: string, theme: string) => library.promptsForTheme(framework, theme).slice(1) };
    expect(coverageFaults(bare)).toContainEqual(expect.stringMatching(/^sammen, theme .* has 1 of 2$/));
    expect(coverageFaults(createLibrary([], []))).toEqual([]);
  });

  it.each<[string, Tongue, string, string]>([
    ['a statement', 'da', 'Hvad du gør.', 'no-question'],
    ['two questions', 'da', 'Hvad gør du? Og hvornår?', 'no-question'],
    ['a yes or no', 'da', 'Har du talt med dit team i denne uge om, hvad der er svært?', 'closed'],
    ['a yes or no after a first sentence', 'da', 'Tænk på i går. Kan du sige, hvad der skete?', 'closed'],
    ['an English yes or no', 'en', 'Do you know what your team needs?', 'closed'],
    ['no open word', 'da', 'Mon du så dit team i går?', 'not-open'],
  ])('%s', (_name, tongue, text, fault) => {
    expect(findPromptRemarks(text, tongue).map(({ id }) => id)).toEqual([fault]);
  });

  it('nothing in a good one', () => {
    const good = 'Hvem i dit team har du ikke givet konkret feedback i den seneste måned, og hvad ville du sige først?';
    expect(findPromptRemarks(good, 'da')).toEqual([]);
  });

  it('a prompt that swaps a word of another', () => {
    const pair = alikePairs(
      [
        promptOf('a', 'Hvilken aftale med forældrene skal du følge op på i denne uge?'),
        promptOf('b', 'Hvilken aftale med skolerne skal du følge op på i denne uge?'),
        promptOf('c', 'Hvem lytter du til, når tallene driller?'),
      ],
      'da',
      1,
    )[0] as Pair;
    expect([pair.a.id, pair.b.id, pair.likeness >= TOO_ALIKE]).toEqual(['a', 'b', true]);
  });

  it('six words of the statement, and not five', () => {
    const statement = 'Jeg er tæt på medarbejderne gennem individuel feedback og sparring';
    expect(findRepeatedRun('Hvordan er du tæt på medarbejderne gennem individuel feedback?', statement)).toBe(
      'tæt på medarbejderne gennem individuel feedback',
    );
    expect(findRepeatedRun('Hvordan er du tæt på medarbejderne gennem individuel ros?', statement)).toBeUndefined();
  });

  it('an id used twice', () => {
    expect(doubleIds([promptOf('a', 'x'), promptOf('b', 'x'), promptOf('a', 'x')])).toEqual(['a']);
  });
});
