/** What the rest of a sentence says about how its times are meant. */
import { phrase, type Range, type Word, wordSet } from './words.js';

/** What a sentence is about, as far as its words say. */
export type Mood = {
  /** Of a time without questions. */
  readonly pausing: boolean;
  /** Of the speaker themselves, or of a time without questions before all else: "stille i morgen". */
  readonly own: boolean;
  /** Of what shall not be: "ikke i morgen". */
  readonly negated: boolean;
  /** Of a change, so that "til mandag" and "til 9" name the new day and time. */
  readonly moving: boolean;
  /** The last word that asks for a change; -1 where none does. */
  readonly movedAt: number;
  /** Of the reminder itself. */
  readonly about: boolean;
  /** Of the reminder, its questions, or to whoever sends them. */
  readonly asked: boolean;
  /** Of what is over. */
  readonly past: boolean;
  /** Of somebody who is back then. */
  readonly returning: boolean;
  /** Of what comes again and again: "hver", "fast". */
  readonly every: boolean;
  /** Of what is wanted once, in so many words. */
  readonly once: boolean;
};

/** What the words of a sentence are about. */
export function moodOf(words: readonly Word[]): Mood {
  const says = (set: ReadonlySet<string>) => words.some(({ word }) => set.has(word));
  const movedAt = words.map(({ word }) => moving.has(word)).lastIndexOf(true);
  const isMoving = movedAt >= 0;
  return {
    pausing: words.some(({ word }, at) => pausing.has(word) && !isFriday(words, at)),
    moving: isMoving,
    movedAt,
    about: isMoving || says(reminding),
    asked: isMoving || says(reminding) || says(ordering),
    returning: says(coming),
    negated: says(negations),
    // "min souschef er tilbage fra barsel": of whom one speaks first is somebody else.
    own:
      words.some(({ word }, at) => mine.has(word) && !(at === 0 && theirs.has(word))) ||
      words.slice(0, 3).some(({ word }) => pausing.has(word) || negations.has(word)),
    past: words.some(({ word }, at) => isPast(words, word, at)) || isTold(words),
    every: words.some(({ word }, at) => repeating.has(word) && !isOfQuestion(words, at) && !isOneOf(words, at)),
    once: isOnce(words),
  };
}

/** "i torsdags", "i går", "sidste uge" */
function isPast(words: readonly Word[], word: string, at: number): boolean {
  const before = words[at - 1]?.word ?? '';
  return (
    (before === 'i' && /^(gar|aftes|morges|forgars|\w+dags)$/.test(word)) ||
    /^(igar|yesterday)$/.test(word) ||
    (/^(sidste|forrige|last)$/.test(before) && (words[at]?.day !== undefined || /^(uge|week)$/.test(word)))
  );
}

/** "nåede det ikke i dag", "jeg har ikke holdt pause siden uge 42": it begins with what was. */
function isTold(words: readonly Word[]): boolean {
  const had = words.findIndex(({ word }) => word === 'har' || word === 'have');
  const isSince = had >= 0 && had < told.within && words.some(({ word }, at) => at > had && (word === 'siden' || word === 'since'));
  return isSince || words.slice(0, told.within).some(({ word }) => told.verbs.has(word));
}

/** "mit daglige spørgsmål" is what comes, not when. */
function isOfQuestion(words: readonly Word[], at: number): boolean {
  return (
    /^(daglig|daglige|dagens|daily)$/.test(words[at]?.word ?? '') &&
    /^(sporgsmal|sporgsmalet|spm|question|questions|refleksion|nudge|paminelse|pamindelse)$/.test(words[at + 1]?.word ?? '')
  );
}

/** "første hverdag i januar" is one day. */
function isOneOf(words: readonly Word[], at: number): boolean {
  return /^(forste|sidste|naste|first|last|next)$/.test(words[at - 1]?.word ?? '');
}

/** Whether it is said that something is wanted once: "en enkelt påmindelse", "bare én gang", "just once". */
function isOnce(words: readonly Word[]): boolean {
  const said = phrase(words, 0, words.length);
  return /\b(en|et|bare|kun|blot) enkelt\b|\b(bare|kun|blot) (en|1) (gang|pamindelse|reminder)\b|\bjust (once|one|a single)\b|\bonly once\b|\bone time\b/.test(
    said,
  );
}

/** "mon-fri" */
function isFriday(words: readonly Word[], at: number): boolean {
  return words[at]?.raw === 'fri' && /^(mon|tue|wed|thu|to|til|through)$/.test(words[at - 1]?.word ?? '');
}

/** Whether a sentence says nothing but these readings and what one says about a reminder. */
export function isAlone(words: readonly Word[], readings: readonly Range[]): boolean {
  const read = wordsIn(readings);
  return words.every(({ word }, at) => read.has(at) || isFiller(word));
}

/** The places of all words in some ranges. */
export function wordsIn(ranges: readonly Range[]): ReadonlySet<number> {
  return new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
}

/** Words that make a bare day or date a pause: "hold fri på fredag". */
const pausing = wordSet(
  'pause pauser pausen ingen fri ferie spring springe skip snooze stille stop stoppe stopper vent vente udsat vak bortrejst orlov sygemeldt slip slippe sluk mute quiet away vacation holiday off break leave barsel syg kursus rejse ingenting intet ro fred mund muk tavs tavshed afspadserer afspadsering skan skane spar spare fritagelse standby silent silence alone withhold',
);

/** Words that ask for a change, so that "til mandag" and "til 9" name the new day and time. */
const moving = wordSet(
  'skub skubbe skubbes flyt flytte flyttes skift skifte skiftes endr endre endres ret rette sat satte lav lave ryk rykke rykkes move change switch set make reschedule shift push smid smide lag lagge lande bring put',
);

/** Words of somebody who talks about the reminder itself. */
const reminding = wordSet(
  'beskeden mind minde mindes pamind paminde pamindes pamindelse pamindelsen pamindelser pamindelserne husk remind reminder reminders nudge nudges skub ping notifikation notifikationer tidspunkt tidspunktet klokkeslat klokkeslattet istedet stedet instead',
);

/** Words of somebody who speaks to whoever sends the questions, or of them. */
const ordering = wordSet(
  'sige wanna asked spurgt send sende sender giv give giver prik prikke pirk skriv skrive sporg sporge spor stil fyr start starte begynd begynde sporgsmal sporgsmalet sporgsmalene sporgsmaler sporges spm kor dagens refleksion refleksioner refleksionen refleksionssporgsmal ask give question questions ping start begin prompt prompts',
);

const smallTalk = wordSet(
  'af sig ogsa forresten sorry undskyld mener mente mig send sende sporgsmal sporgsmalet besked beskeder den det kan ka du lige gerne vil jeg ha have fa far tak please pls me i for hellere helst til fra ja nej ok okay sa at it to the no yes rather kun bare og or eller er fint passer bedst bedre godt omkring cirka ca ved om pa on in by around about want would like prefer a i my kommer komme skal ske vare being be only just now nu fremover igen altsa senere tidligere at',
);

/** Whether a word says nothing that a sentence about the reminder would not say. */
export const isFiller = (word: string): boolean => smallTalk.has(word) || moving.has(word) || reminding.has(word);

/** Words of somebody who comes back. */
const coming = wordSet('tilbage retur hjemme back returning');

/** Words of somebody who speaks of themselves; "a" is "jeg" in the west. */
const mine = wordSet('jeg a mig ma maj mej min mit mine my me am m os');

/** Those that, first of all, may be said of somebody else. */
const theirs = wordSet('min mit mine my');

const negations = wordSet('ikke ikk ik ej not dont don no');

/** Verbs of what was, where they stand among the first words. */
const told = { within: 3, verbs: wordSet('nade fik var havde blev gik sagde glemte missede was had got went forgot missed') };

/** Words of what comes again and again. */
const repeating = wordSet(
  'hver hvert alle enhver daglig dagligt daglige dagens ugentlig ugentligt ugentlige fast faste lobende javnligt hverdag hverdage every each daily weekly weekday weekdays',
);
