/**
 * The words that questions are understood by, as editors write them in `content/lexicon/*.yaml`.
 *
 * Names of roles, themes and frameworks and their aliases live with their framework; here stands what holds
 * for every framework: topics and their synonyms, everyday titles, cues for intents, and known plain words.
 */
import { z } from 'zod';
import type { Fault } from '../content/found.js';
import { levels } from '../content/framework.js';
import { fold } from './text.js';

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'id-form');
const words = z.array(z.string().trim().min(1)).default([]);

const noMail = { headers: [], wrote: [], earlier: [], pointing: [], speaking: [], devices: [], closings: [] };
const noAsking = { joins: [], asks: [], tells: [] };
const noDictated = { marks: {}, after: [], before: [] };

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
  /** What comes with a message and is none of it: the heads and feet of mails, all in lower case. */
  mail: z
    .strictObject({
      /** Words before the colon of a mail's head: "fra", "emne". */
      headers: words,
      /** Words of the line above an earlier mail: "skrev". */
      wrote: words,
      /** How the line above an earlier or forwarded mail begins. */
      earlier: words,
      /** Words that point to the mail below. */
      pointing: words,
      /** Words that stand in no signature: "jeg". */
      speaking: words,
      /** How a line begins that a program adds: "sendt fra min". */
      devices: words,
      /** How a greeting at the end begins. */
      closings: words,
    })
    .default(noMail),
  /** Marks that are said aloud. */
  dictated: z
    .strictObject({
      /** The mark by how it is said: "ny linje". */
      marks: z.record(z.string(), z.string().min(1)).default({}),
      /** After one of these, and before one of those, it is a word like others. */
      after: words,
      before: words,
    })
    .default(noDictated),
  /** How the parts of a message show what they are. */
  asking: z
    .strictObject({
      /** After one of these another question may begin: "og". */
      joins: words,
      /** How a question begins: "hvad". */
      asks: words,
      /** How what is to be done begins, letter for letter: "slet". */
      tells: words,
    })
    .default(noAsking),
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
  readonly mail: LexiconFile['mail'];
  readonly dictated: LexiconFile['dictated'];
  readonly asking: LexiconFile['asking'];
};

/** Adds lexicon files up. */
export function mergeLexicon(files: readonly LexiconFile[]): Lexicon {
  const cues = new Map<string, string[]>();
  for (const { id, phrases } of files.flatMap((file) => file.cues)) cues.set(id, [...(cues.get(id) ?? []), ...phrases]);
  const join = (part: keyof LexiconFile['words']) => files.flatMap((file) => file.words[part]);
  const lower = (list: readonly string[]) => list.map((word) => word.toLowerCase());
  const mail = (part: keyof LexiconFile['mail']) => lower(files.flatMap((file) => file.mail[part]));
  const asking = (part: keyof LexiconFile['asking']) => files.flatMap((file) => file.asking[part]);
  const dictated = (part: 'after' | 'before') => lower(files.flatMap((file) => file.dictated[part]));
  return {
    topics: files.flatMap((file) => file.topics),
    titles: files.flatMap((file) => file.titles),
    cues,
    spoken: new Map(
      files.flatMap((file) => Object.entries(file.spoken).map(([said, written]) => [said.toLowerCase(), fold(written)] as const)),
    ),
    words: { function: join('function'), frame: join('frame'), everyday: join('everyday') },
    mail: {
      headers: mail('headers'),
      wrote: mail('wrote'),
      earlier: mail('earlier'),
      pointing: mail('pointing'),
      speaking: mail('speaking'),
      devices: mail('devices'),
      closings: mail('closings'),
    },
    asking: { joins: asking('joins'), asks: asking('asks'), tells: asking('tells') },
    dictated: {
      marks: Object.assign({}, ...files.map((file) => file.dictated.marks)),
      after: dictated('after'),
      before: dictated('before'),
    },
  };
}

/** Faults within a lexicon file: a word that belongs to two topics would pull questions both ways. */
export function findLexiconFaults(file: LexiconFile): Fault[] {
  const owners = new Map<string, string>();
  return file.topics.flatMap((topic, at) =>
    topic.words.flatMap((word, i): Fault[] => {
      const key = fold(word);
      const owner = owners.get(key);
      owners.set(key, topic.id);
      if (owner === undefined) return [];
      return [{ id: 'two-topics', path: ['topics', at, 'words', i], facts: { word, first: owner, second: topic.id } }];
    }),
  );
}
