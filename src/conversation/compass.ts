/**
 * Understanding, answering and rendering for one library, put together.
 */

import { type Answerer, createAnswerer } from '../answers/answerer.js';
import { type Cards, createCards } from '../answers/cards.js';
import type { ReadAs, Surface } from '../cards/desk.js';
import type { Links } from '../cards/links.js';
import { type Care, carefree } from '../care/care.js';
import type { Library } from '../content/library.js';
import { type Clean, createClean } from '../language/cleaning.js';
import type { Dictionary } from '../language/dictionary.js';
import type { Lexicon } from '../language/lexicon.js';
import { createVocabulary } from '../language/vocabulary.js';
import { type Catalogue, createCatalogue } from '../search/catalogue.js';
import { createLikeness } from '../search/likeness.js';
import { createSearch, type Search } from '../search/search.js';
import { compileTables, type LanguageTables } from '../search/tables.js';
import type { IntentModel } from '../understanding/intent-model.js';
import { questionSchema } from '../understanding/question.js';
import { createUnderstand, type Understanding } from '../understanding/understand.js';
import { createUnderstandWhole } from '../understanding/whole.js';
import { createHear, type Hear } from './hearing.js';

/** Everything that content alone decides. */
export type Compass = {
  readonly library: Library;
  /** Understands a message as it was sent; see {@link Hear}. */
  readonly understand: Hear;
  /** What its sender wrote of what was sent. */
  readonly clean: Clean;
  readonly answer: Answerer;
  /** Finds statements about a text. */
  readonly search: Search;
  readonly cards: Cards;
  /** Where people read what they wrote for themselves: with `dialog` it never stands on a card of the chat. */
  readonly notesIn: Surface;
  /** For the message extension: everything that can be found and inserted. */
  readonly catalogue: Catalogue;
  /** Whether the writer of a text is not well. */
  readonly care: Care;
  /** Makes now what is else made for the first question that needs it: some 200 ms of work that a start need not wait for. */
  prepare(): void;
};

/** What a compass is made with besides the content. */
export type CompassParts = {
  /** The addresses that cards may name. */
  readonly links?: Links | undefined;
  /** Where notes are read; in the chat when left out. */
  readonly notesIn?: Surface | undefined;
  /** Whether the municipality's language model may be asked what a message means, so that cards say so; not when left out. */
  readonly reader?: boolean | undefined;
  /** What was compiled of the content before; compiled here when left out. */
  readonly tables?: LanguageTables | undefined;
  /** Words that are spelt right; only those of the content and the lexicon when left out. */
  readonly dictionary?: Dictionary | undefined;
  /** Reads who is not well; nobody does when left out. */
  readonly care?: Care | undefined;
  /** What was learned of the content's lines, once it is there. Without it nothing can be understood; cards and search need none. */
  readonly learned?: (() => IntentModel | undefined) | undefined;
};

/** Makes the compass for a library. */
export function createCompass(library: Library, lexicon: Lexicon, parts: CompassParts = {}): Compass {
  const { links = {}, notesIn = 'chat', reader, care = carefree, learned = () => undefined, dictionary } = parts;
  const { tables = compileTables(library, lexicon) } = parts;
  const vocabulary = createVocabulary(library, lexicon, tables.words, dictionary);
  const likeness = createLikeness(vocabulary, tables.likeness);
  const search = createSearch(vocabulary, likeness);
  const catalogue = createCatalogue(library, search, new Set([...vocabulary.fillers, ...vocabulary.frame]));
  const clean = createClean(lexicon);
  const understand = createUnderstandWhole(vocabulary, createUnderstand(vocabulary, likeness, learned));
  return {
    library,
    understand: createHear({ clean, care, understand, library, pages: links.pages }),
    clean,
    care,
    answer: createAnswerer({ library, search }),
    search,
    cards: createCards(library, links, notesIn, reader),
    notesIn,
    catalogue,
    prepare() {
      // A word that neither stands anywhere nor sounds like one goes through every table.
      vocabulary.spelling.correct('qwxzqwxz');
      catalogue.find('ledelse', {});
    },
  };
}

/** What was read differently from what stood there; other roles that a title may mean ask the same question. */
export function readingOf({ corrections, assumed, question, part, also, second, aboutOthers, mayBeUnwell }: Understanding): ReadAs {
  const read = {
    corrections,
    ...(part !== undefined && { part }),
    ...(also && { also }),
    ...(second && { second }),
    ...(aboutOthers && { aboutOthers }),
    ...(mayBeUnwell && { mayBeUnwell }),
  };
  if (!assumed || question.intent === 'ambiguous' || !('role' in question)) return read;
  const others = assumed.others.flatMap(
    (ref) => questionSchema.safeParse({ ...question, framework: ref.framework.id, role: ref.role.id }).data ?? [],
  );
  return { ...read, assumed: { said: assumed.said, role: assumed.role.role, others } };
}
