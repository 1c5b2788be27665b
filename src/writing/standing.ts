/**
 * How the content is: what nobody has written yet, and how old it is.
 */
import { allStatements, type Framework, type Library, newerEdition, type Statement, type Theme } from '../content/library.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { contentOf } from '../search/likeness.js';
import { exampleStatements } from './template.js';

/** One framework, with what is missing; `age` in whole years where the document has a year. */
export type Standing = {
  readonly framework: Framework;
  readonly newer: Framework | undefined;
  readonly age: number | undefined;
  readonly unasked: readonly Statement[];
  readonly wordless: readonly Theme[];
  /** Statements that still are what the template says. */
  readonly examples: readonly Statement[];
};

/** Looks at each framework, the older editions among them; `year` is the one that runs. */
export function standingOf(library: Library, vocabulary: Vocabulary, year: number): Standing[] {
  const madeUp = new Set<string>(Object.values(exampleStatements));
  return library.frameworks.map((framework) => {
    const statements = allStatements(framework);
    return {
      framework,
      newer: newerEdition(library, framework),
      age: framework.edition === null ? undefined : year - framework.edition,
      unasked: statements.filter(({ id }) => library.promptsFor(id).length === 0),
      // Sections are the same headings for every role: nobody asks about them by a topic.
      wordless: framework.themeKind === 'section' ? [] : framework.themes.filter((theme) => !hasTopic(theme, vocabulary)),
      examples: statements.filter(({ text }) => madeUp.has(text)),
    };
  });
}

function hasTopic({ label, aliases }: Theme, vocabulary: Vocabulary): boolean {
  return [label.text, ...aliases].some((name) => contentOf(vocabulary, name).some((feature) => feature.startsWith('#')));
}
