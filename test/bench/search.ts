import { isAnswerable } from '../../src/answers/answerer.js';
import { summarise } from '../../src/answers/summary.js';
import { type Compass, createCompass } from '../../src/conversation/compass.js';
import { createVocabulary } from '../../src/language/vocabulary.js';
import { createLikeness } from '../../src/search/likeness.js';
import { createSearch } from '../../src/search/search.js';
import { dictionary, learned, lexicon, library } from '../support/content.js';
import { type Labelled, loadLabelled } from './labelled.js';
import { printTable, timeEach } from './measure.js';
import { createRivals } from './rivals.js';

/** Something that finds statements for a question. */
type Contender = { readonly name: string; readonly find: (question: Labelled) => readonly string[] };

/**
 * Our search, and our whole turn, against the shelf: time for each question, and how often a statement with the
 * expected words is first or among the first three. Nothing was learned from any of them.
 */
export async function benchSearch(): Promise<void> {
  const all = loadLabelled(library);
  const questions = all.filter(({ intent, fragments }) => intent === 'topic' && fragments.length > 0);
  const compass = createCompass(library, lexicon, { learned, dictionary });
  const alone = await timeEach(all, ({ text, profile }) => compass.understand(text, profile));
  printTable(`Understanding alone, ${all.length} questions of every kind`, ['', 'p50 ms', 'p99 ms'], [['ours', alone.p50, alone.p99]]);
  const rows = [];
  for (const contender of [...listOwn(compass), ...listRivals()]) {
    const { p50, p99 } = await timeEach(questions, contender.find);
    const shares = [1, 3].map((most) => share(contender, questions, most));
    rows.push([contender.name, p50, p99, ...shares]);
  }
  const head = ['search', 'p50 ms', 'p99 ms', `top 1 of ${questions.length}`, 'top 3'];
  printTable(`Topic questions, ${library.frameworks.length} frameworks`, head, rows);
}

function listOwn(compass: Compass): Contender[] {
  const vocabulary = createVocabulary(library, lexicon, undefined, dictionary);
  const search = createSearch(vocabulary, createLikeness(vocabulary));
  const whole = ({ text, profile }: Labelled) => {
    const { question } = compass.understand(text, profile);
    if (!isAnswerable(question)) return [];
    const { framework, role } = profile;
    const asker = { group: false, random: () => 0, language: 'da' as const, profile: framework && role ? { framework, role } : undefined };
    return summarise(library, question, compass.answer(question, asker)).statements;
  };
  return [
    { name: 'ours: the search alone', find: ({ text, profile }) => search(text, profile).hits.map(({ statement }) => statement.id) },
    { name: 'ours: understood and answered', find: whole },
  ];
}

function listRivals(): Contender[] {
  return createRivals(library).map(({ name, find }) => ({ name, find: ({ text, profile }) => find(text, profile.framework) }));
}

function share({ find }: Contender, questions: readonly Labelled[], most: number): string {
  const fold = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
  const hits = questions.filter((question) => {
    const texts = find(question)
      .slice(0, most)
      .map((id) => fold(library.statement(id)?.text ?? ''));
    return question.fragments.some((fragment) => texts.some((text) => text.includes(fold(fragment))));
  });
  return questions.length === 0 ? '-' : `${Math.round((100 * hits.length) / questions.length)} %`;
}
