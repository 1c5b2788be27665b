/**
 * The words that questions are understood by, as editors write them in `content/lexicon/*.yaml`.
 *
 * Names of roles, themes and frameworks and their aliases live with their framework; here stands what holds
 * for every framework: topics and their synonyms, everyday titles, cues for intents, and known plain words.
 */
import { z } from 'zod';
import type { Fault } from '../content/faults.js';
import { levels } from '../content/framework.js';
import { fold } from './text.js';

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'use lower-case letters a-z, digits, single hyphens and dots');
const words = z.array(z.string().trim().min(1, 'must not be empty')).default([]);

/** The schema of a lexicon file; each part may be left out. */
export const lexiconSchema = z.strictObject({
  /** Words that mean the same to a leader: "budget", "bevilling" and "penge" are all økonomi. */
  topics: z.array(z.strictObject({ id, label: z.strictObject({ da: z.string(), en: z.string() }), words })).default([]),
  /** Titles that no document names, and the levels they may stand for, best first. */
  titles: z.array(z.strictObject({ title: z.string(), aliases: words, levels: z.array(z.enum(levels)).min(1) })).default([]),
  /**
   * Phrases that tell what a person wants. A phrase is words; `a|b` is either, `*` up to four words of any kind,
   * `løn~` any word that begins so.
   * Words match in every inflection. An `id` may stand in several files: its phrases add up.
   */
  cues: z.array(z.strictObject({ id, phrases: words })).default([]),
  /** Spoken and dialect spellings and the written word: "ku: kunne". */
  spoken: z.record(z.string(), z.string()).default({}),
  words: z
    .strictObject({
      /** Words that carry no meaning of their own: "og", "der", "please". */
      function: words,
      /** Words by which any question about expectations may be put: "forventes", "krav", "rolle". */
      frame: words,
      /** Known plain words, so that they are not taken for misspelt field words: "klokken", "cykel". */
      everyday: words,
    })
    .default({ function: [], frame: [], everyday: [] }),
});

/** A lexicon file as parsed. */
export type LexiconFile = z.output<typeof lexiconSchema>;

/** All lexicon files as one. */
export type Lexicon = {
  readonly topics: LexiconFile['topics'];
  readonly titles: LexiconFile['titles'];
  readonly cues: ReadonlyMap<string, readonly string[]>;
  /** Written words, folded, by their spoken spelling in lower case. */
  readonly spoken: ReadonlyMap<string, string>;
  readonly words: LexiconFile['words'];
};

/** Adds lexicon files up. */
export function mergeLexicon(files: readonly LexiconFile[]): Lexicon {
  const cues = new Map<string, string[]>();
  for (const { id, phrases } of files.flatMap((file) => file.cues)) cues.set(id, [...(cues.get(id) ?? []), ...phrases]);
  const join = (part: keyof LexiconFile['words']) => files.flatMap((file) => file.words[part]);
  return {
    topics: files.flatMap((file) => file.topics),
    titles: files.flatMap((file) => file.titles),
    cues,
    spoken: new Map(
      files.flatMap((file) => Object.entries(file.spoken).map(([said, written]) => [said.toLowerCase(), fold(written)] as const)),
    ),
    words: { function: join('function'), frame: join('frame'), everyday: join('everyday') },
  };
}

/** Faults within a lexicon file: a word that belongs to two topics would pull questions both ways. */
export function findLexiconFaults(file: LexiconFile): Fault[] {
  const owners = new Map<string, string>();
  return file.topics.flatMap((topic, at) =>
    topic.words.flatMap((word, i) => {
      const key = fold(word);
      const owner = owners.get(key);
      owners.set(key, topic.id);
      if (owner === undefined) return [];
      const where = owner === topic.id ? 'this topic twice' : `the topics "${owner}" and "${topic.id}"`;
      return [{ path: ['topics', at, 'words', i], message: `"${word}" stands in ${where}. Keep it in one place` }];
    }),
  );
}
