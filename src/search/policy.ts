/**
 * Every number that decides what is found for a text, and in which order.
 *
 * What halving and doubling each does to 342 labelled topic questions: the share of them with a statement that answers
 * first, and among the first three. Nothing was chosen on them, since nothing is learned from tests; where another value
 * does better here, it is to be tried on other questions first.
 *
 *     as it is    63.7 %, 72.2 %
 *                   halved         doubled
 *     said          64.0, 72.2     64.3, 71.9
 *     phrase        64.0, 72.2     64.3, 71.9
 *     sameQuestion  63.7, 71.3     65.5, 71.9
 *     sameWord      63.5, 72.2     63.7, 72.2
 *     short         64.3, 72.2     62.9, 72.5
 *     first         63.5, 72.2     63.7, 72.2
 *
 * Before words of a working day and subjects there were (60.5 %, 73.4 % then), the same of the others:
 *
 *                 halved         doubled
 *     word        62.6, 73.7     59.1, 71.6
 *     stem        61.7, 73.4     59.4, 71.1
 *     topic       59.1, 72.5     60.8, 74.0
 *     part        60.2, 74.0     60.8, 73.4
 *     heading     61.1, 73.4     59.4, 72.2
 *     known       58.8, 71.6     60.8, 74.6
 *     lone        60.5, 73.1     60.5, 73.4
 *     asks        59.4, 72.2     60.2, 73.7
 *     common      60.5, 73.4     60.5, 73.4
 *     unknown     60.5, 73.1     60.5, 73.4
 *     ownRole     46.2, 66.7     66.4, 76.3
 *     ownTheme    60.5, 73.4     60.5, 73.4
 *     tail        60.5, 73.7     60.5, 70.8
 */

/** Statements for a question. */
export const policy = {
  /** How much each kind of term counts: the very word, its stem, a topic that it names, a part of a compound. */
  word: 1,
  stem: 0.9,
  topic: 1.1,
  part: 0.35,
  /** The heading that a statement stands under, against its own words. */
  heading: 0.5,
  /** Words of a working day that a statement is about, against its own words; a whole phrase, and each of its words. */
  said: 0.5,
  phrase: 1.2,
  /** From this likeness on a known question is the same in other words: what answers it speaks of what is asked. A name alone says less. */
  sameQuestion: 0.4,
  sameWord: 0.8,
  /** A text of so many telling words names something ("kunstig intelligens"): that a longer question has them too says little of it. */
  name: 2,
  /** A word that begins with one of so many letters is about it. */
  head: 6,
  /** Shorter words tell nothing. */
  shortest: 3,
  /** Who asks about more than so many things tells a story; what it is about is told by so many of the best statements. */
  short: 3,
  first: 3,
  /** From so many letters on a word is told from others without its æ, ø and å. */
  foldedFrom: 6,
  /** What a known question that is the very same counts, in BM25's own measure; one telling word is about 8. */
  known: 60,
  /** The share of that for a text of one telling word, which is in too many questions to tell which is meant. */
  lone: 0.1,
  /** How many known questions are looked at. */
  asks: 60,
  /** Features that more than this share of the known questions have tell next to nothing and are not looked up. */
  common: 0.15,
  /** A feature that no known question has counts as if so many had it: most, since it makes this text another one. */
  unknown: 0.5,
  /** How much more a statement counts that is of the role, or of the theme, asked about. */
  ownRole: 1.6,
  ownTheme: 1.5,
  /** Statements below this share of the best one are not shown. */
  tail: 0.3,
} as const;

/** What is found while one types. No table chose these: they order what fits equally well, and nothing is left out by them. */
export const typing = {
  /** How much each kind counts; a name that fits is what was meant. */
  kinds: { role: 1.6, theme: 1.4, common: 1.2, statement: 1, prompt: 0.8 },
  /** A name against other words of what is found. */
  name: 3,
  /** What the search for questions adds to a statement: it knows topics and compounds, while this index knows beginnings of words. */
  meaning: 12,
  /** Words from this many letters on may be off by this share of their letters. */
  fuzzyFrom: 6,
  fuzzy: 0.2,
  /** A word that is still being typed counts from this many letters on. */
  begunFrom: 3,
} as const;
