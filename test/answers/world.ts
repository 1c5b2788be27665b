/**
 * The product's own content with everything that answers from it.
 */

import { type AnswerableQuestion, createAnswerer } from '../../src/answers/answerer.js';
import type { Asker } from '../../src/answers/asker.js';
import type { Answer } from '../../src/answers/kinds.js';
import type { FrameworkFile } from '../../src/content/framework.js';
import { createLibrary, type Library } from '../../src/content/library.js';
import { toPrompts } from '../../src/content/prompts.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createSearch, type Search } from '../../src/search/search.js';
import { loadContent } from '../../src/storage/content-files.js';

/** An asker without a role who always gets the first of several. */
export const anybody: Asker = { group: false, random: () => 0, language: 'da' };

/** Loads `content/` as it stands. */
export function loadWorld() {
  const loaded = loadContent('content');
  if (!loaded.ok) throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const { library, lexicon } = loaded;
  const search = createSearch(createVocabulary(library, lexicon));
  const answerer = createAnswerer({ library, search });
  const ask = (question: AnswerableQuestion, as: Partial<Asker> = {}): Answer => answerer(question, { ...anybody, ...as });
  return { library, lexicon, search, answerer, ask };
}

/** A library of one small framework with a prompt for each of its statements, or for none; statements can be made long, and what all share be left out. */
export function smallLibrary({
  prompts = true,
  statementLength = 0,
  common = true,
}: {
  prompts?: boolean;
  statementLength?: number;
  common?: boolean;
} = {}): Library {
  const wording = (text: string) => ({ text });
  const file: FrameworkFile = {
    id: 'lille',
    title: 'Lille grundlag',
    name: 'Lille 2020',
    titled: true,
    organisation: { name: 'Lilleby', unit: null },
    edition: 2020,
    source: { file: 'lille.txt', ocr: false, copies: 1, slips: {} },
    aliases: [],
    themeKind: 'theme',
    themeNames: { da: ['tema', 'temaer'], en: ['theme', 'themes'] },
    preface: [],
    groups: [],
    themes: ['drift', 'mennesker'].map((id) => ({ id, label: wording(id), en: id, aliases: [], subthemes: [] })),
    terms: [],
    common: { heading: 'Fælles', aliases: [], statements: common ? [{ id: 'common-a', text: 'Vi hjælper hinanden.' }] : [] },
    roles: [
      { id: 'leder', label: 'Leder', level: 'leder-af-medarbejdere', name: { da: 'leder', en: 'leader' }, aliases: [] },
      { id: 'chef', label: 'Chef', level: 'chef', name: { da: 'chef', en: 'head' }, aliases: [] },
    ],
    statements: ['leder', 'chef'].flatMap((role) =>
      ['drift', 'mennesker'].map((theme) => ({
        role,
        theme,
        items: [1, 2].map((n) => ({ id: `${role}-${theme}-${n}`, text: `${role} ${theme} ${n}`.padEnd(statementLength, '.') })),
      })),
    ),
  };
  const ids = [...file.common.statements.map(({ id }) => id), ...file.statements.flatMap(({ items }) => items.map(({ id }) => id))];
  const written = ids.map((statement) => ({
    id: `p-${statement}`,
    statement,
    da: `Hvad med ${statement}?`,
    en: `What about ${statement}?`,
  }));
  return createLibrary([file], prompts ? toPrompts([{ framework: 'lille', prompts: written, borrow: {} }]) : []);
}

/** A search that finds the statements in which every word of the text stands. */
export function plainSearch(library: Library): Search {
  return (text) => {
    const hits = library.frameworks
      .flatMap((framework) => [...framework.common.statements, ...framework.statements])
      .filter((statement) => text.split(' ').every((word) => statement.text.includes(word)))
      .map((statement) => ({ statement, score: 1, why: 'speaks' as const }));
    return { hits, passages: [], subject: undefined };
  };
}
