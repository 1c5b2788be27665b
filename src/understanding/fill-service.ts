/**
 * What the bot is asked to do: daily questions, notes and data, sharing, small talk, an honest no.
 */
import { headOf, readErrand, readIntention } from '../language/errand.js';
import { readPast } from '../language/times/past.js';
import { readTimes, type TimeReading } from '../language/times/times.js';
import type { Period } from '../language/times/when.js';
import type { Weekday } from '../language/times/words.js';
import { deeper, outlineOf } from './deeper.js';
import type { Filled } from './filled.js';
import type { Mentions } from './mentions.js';
import { mostLookedFor } from './policy.js';
import { mostSaid, type PlainQuestion, type Refusal, type Tone } from './question.js';
import { placeOf } from './transfer.js';

/** Tones that phrases tell apart, the most telling first. */
const tones: readonly Tone[] = ['complaint', 'praise', 'thanks', 'bye', 'how-are-you', 'who-are-you', 'hello'];
/** Phrases that tell which no is the honest one, the gravest first. */
const reasons: readonly (readonly [cue: string, reason: Refusal])[] = [
  ['refuse.injection', 'injection'],
  ['refuse.rude', 'rude'],
  ['refuse.people', 'people'],
  ['refuse.terms', 'terms'],
  ['refuse.writing', 'writing'],
  ['refuse.language', 'language'],
];

/** When daily questions are to come, as far as it was said. */
function timingOf({ reading }: Mentions) {
  const { times } = reading;
  return {
    ...(times.time !== undefined && { time: times.time }),
    ...(times.time !== undefined && times.exact !== undefined && { exact: times.exact }),
    ...(times.days !== undefined && { days: [...times.days] as Weekday[] }),
    ...((times.unclear !== undefined || times.unread) && { unclear: true }),
    ...(reading.has('for-me') && !reading.has('for-us') && { forMe: true }),
  };
}

/**
 * Daily questions: started or changed. One day without a word that says "every" is meant once, and makes no plan; times that
 * are only told ("vi har møde hver onsdag kl. 14") are offered.
 */
export function fillNudge(intent: 'nudge-on' | 'nudge-time'): (mentions: Mentions) => Filled {
  return (mentions) => {
    const { times } = mentions.reading;
    // "no daily questions tomorrow"
    if (times.quiet && times.on && times.period && !times.every && !times.time)
      return { question: { intent: 'nudge-pause', pause: times.period } };
    const told = toldReturn(times);
    if (told) return told;
    // Who changes a day changes the plan; who asks for one day asks for once.
    if (intent === 'nudge-on' && isOnce(times) && !isAddressed(mentions)) return remindOnce(mentions);
    // "dagens spørgsmål ramte plet kl. halv otte i morges" tells of what was.
    const isTold =
      isOfOthers(mentions.reading.text) ||
      ((!times.asked || (times.past && !times.every)) && !times.addressed && (times.time ?? times.days) !== undefined);
    return { question: { intent, ...timingOf(mentions), ...(isTold && { offer: true }) } };
  };
}

/** A reminder for once; what says "every" is a plan all the same, and what is told of last Thursday asks for none. */
export function fillReminder(mentions: Mentions): Filled | undefined {
  const { past, on, asked, time, soon, part, period } = mentions.reading.times;
  if (mentions.reading.has('agreements.change')) return { question: { intent: 'agreements' } };
  if (past && !on && !asked) return { question: { intent: 'out-of-scope', reason: 'unknown' } };
  const isTimed = (on ?? time ?? soon ?? part ?? period) !== undefined;
  // "tak for spørgsmålet, det ramte" orders nothing and names no time.
  if (!isTimed && !readErrand(mentions.reading.text, []).isOrdered) return undefined;
  return timesOfOrder(mentions.reading).every ? fillNudge('nudge-on')(mentions) : remindOnce(mentions);
}

/** "min chef minder mig hver fredag": who is spoken of is somebody else, and nothing is asked for. */
function isOfOthers(text: string): boolean {
  const reminds = /(?<![\p{L}])(\p{L}+)\s+(?:minder|husker|rykker|reminds)\s+(?:mig|mæ|os|me|us)(?![\p{L}])/iu.exec(text);
  const isSaidOfThem = reminds !== null && !/^(du|i|og|så|you|and)$/iu.test(reminds[1] ?? '');
  const isTheirs =
    /^\s*(?:min|mine|mit|vores|my|our)\s/iu.test(text) && !/(?<![\p{L}])(?:jeg|mig|mæ|os|vi|du|i|me|us|you)(?![\p{L}])/iu.test(text);
  return isSaidOfThem || isTheirs;
}

/** A plan that was just spoken of is spoken to: "nej fredag". */
function isAddressed({ reading, before }: Mentions): boolean {
  return reading.times.addressed === true && before !== undefined && /^nudge-/.test(before.intent);
}

/** "jeg er tilbage mandag den 4. januar" asks for no reminder, and changes no day: until then there may be a pause. */
function toldReturn({ asked, unclear, unread, period }: TimeReading): Filled | undefined {
  if (asked || unclear || unread || period?.kind !== 'until') return undefined;
  return { question: { intent: 'nudge-pause', pause: period, offer: true } };
}

/** One coming day is named, and nothing that says every. */
function isOnce({ on, days = [], every }: TimeReading): boolean {
  return !every && (days.length === 1 || (on !== undefined && days.length === 0));
}

function remindOnce(mentions: Mentions): Filled {
  const { reading } = mentions;
  const times = timesOfOrder(reading);
  const { asked, unclear, unread, places } = times;
  const { days } = timingOf(mentions);
  const errand = readErrand(reading.text, places);
  const told = errand.isOrdered ? undefined : toldReturn(times);
  if (told) return told;
  const { what } = errand;
  // What is no time at all, and for nothing that was said, is asked about.
  if ((unclear || unread) && !what && !errand.this && !times.on) return { question: { intent: 'nudge-on', unclear: true } };
  return {
    question: {
      intent: 'remind',
      ...onceOf(times),
      ...(days && { days }),
      ...(what !== undefined && { what: what.slice(0, mostSaid) }),
      ...(errand.this && { this: true as const }),
      // "på torsdag har vi ledermøde kl. 10" asks for nothing.
      ...(!asked && !errand.isOrdered && { offer: true as const }),
    },
  };
}

/**
 * What it is for may name times as well, and say "hver": where a day is said before it, that one counts, and a time of day behind it
 * only where none is.
 */
export function timesOfOrder({ text, times }: Pick<Mentions['reading'], 'text' | 'times'>): TimeReading {
  const head = headOf(text);
  const first = head === undefined ? undefined : readTimes(head);
  if (!first || first.unclear || (first.on ?? first.soon) === undefined) return times;
  const { time = times.unclear ? undefined : times.time, part = times.part } = first;
  return { ...first, ...(time && { time }), ...(part && { part }), places: time === first.time ? first.places : times.places, asked: true };
}

/** One coming time, as it was said. */
function onceOf(times: TimeReading) {
  const { on, period, time, exact, part, soon, unclear, unread } = times;
  return {
    ...(on && { on }),
    ...(!on && period && { period }),
    ...(time && { time }),
    ...(time && exact !== undefined && { exact }),
    ...(part && { part }),
    ...(soon !== undefined && { soon }),
    ...((unclear !== undefined || (unread && soon === undefined)) && { unclear: true }),
  };
}

/** An agreement with oneself, in the person's own words. */
export function fillAgreement(mentions: Mentions): Filled {
  const { reading } = mentions;
  if (reading.has('agreements.change')) return { question: { intent: 'agreements' } };
  const { every, places } = reading.times;
  // "jeg vil rose én hver dag" says what, and not when to ask.
  const { when, will } = readIntention(reading.text, every ? [] : places);
  const cut = (text: string | undefined) => text?.slice(0, mostSaid);
  return {
    question: { intent: 'agree', ...(!every && onceOf(reading.times)), ...(when && { when: cut(when) }), ...(will && { will: cut(will) }) },
  };
}

/** Daily questions stopped, or left out for as long as was said; a day off that is only told is offered as a pause. */
export function fillQuiet(intent: 'nudge-off' | 'nudge-pause'): (mentions: Mentions) => Filled {
  return ({ reading: { times } }) => {
    // A number that was not understood, and a day that there is not, are asked about.
    if (times.unread || times.unclear === 'impossible') return { question: { intent: 'nudge-pause' } };
    // "ikke om fredagen længere, bare mandag til torsdag"
    if (times.days && times.every && !times.period && !times.unclear) return { question: { intent: 'nudge-time', days: [...times.days] } };
    const pause: Period | undefined = times.period ?? (times.on && { kind: 'during', point: times.on });
    if (!pause) return { question: { intent } };
    // "nåede det ikke i dag" tells of what was.
    return { question: { intent: 'nudge-pause', pause, ...((!times.quiet || times.past) && { offer: true }) } };
  };
}

/** The look back on the week: at a day or a time, every week, or by a word that turns it on it comes by itself; else it is shown. */
export function fillLookBack({ reading }: Mentions): Filled {
  const { times } = reading;
  const [day] = times.days ?? [];
  const when = { ...(day && { day }), ...(times.time && { time: times.time }) };
  if (reading.has('look-back.off')) return { question: { intent: 'look-back', wish: 'off' } };
  const isOn = reading.has('look-back.on') || times.every || day !== undefined || times.time !== undefined;
  return { question: { intent: 'look-back', ...(isOn && { wish: 'on' as const, ...when }) } };
}

/** Notes: all, or those with what is looked for, or of a time; or how many there are of each theme. */
export function fillNotes({ reading, evidence }: Mentions): Filled {
  const past = readPast(reading.text);
  const used = new Set(reading.cues.filter(({ cue }) => /^(reflections|short)/.test(cue)).flatMap((hit) => hit.used));
  const words = evidence.flatMap(({ topic, at }) => {
    const token = reading.tokens[at];
    const isTime = past && token && token.start < past.end && token.end > past.start;
    return topic === undefined || used.has(at) || isTime || !token ? [] : [token.raw];
  });
  const wish = reading.has('reflections.themes') ? 'themes' : reading.has('short') ? 'summary' : undefined;
  return {
    question: {
      intent: 'reflections',
      ...(words.length > 0 && wish !== 'themes' && { text: words.join(' ') }),
      ...(past && { period: past.period }),
      ...(wish && { wish }),
    },
  };
}

/** Small talk in the tone that its words have. */
export function fillSmalltalk({ reading }: Mentions): Filled {
  return { question: { intent: 'smalltalk', tone: tones.find((tone) => reading.has(`smalltalk.${tone}`)) ?? 'hello' } };
}

/** Praise or complaint about an answer. */
export function fillFeedback({ reading }: Mentions): Filled {
  const praised = reading.has('smalltalk.praise', 'smalltalk.thanks') && !reading.has('smalltalk.complaint');
  return { question: { intent: 'smalltalk', tone: praised ? 'praise' : 'complaint' } };
}

/** The honest no that fits the words; where none tells, what can be looked for, or that the words are not known. */
export function fillRefusal({ reading, evidence, vocabulary: { spelling } }: Mentions): Filled {
  const reason = reasons.find(([cue]) => reading.has(cue))?.[1];
  // A complaint about one's boss is nothing to take to the boss.
  if ((!reason || reason === 'people') && reading.has('above')) return { question: { intent: 'out-of-scope', reason: 'boss' } };
  if (reason) return { question: { intent: 'out-of-scope', reason } };
  const known = evidence.filter(({ word }) => spelling.isKnown(word));
  if (known.length === 0) return { question: { intent: 'out-of-scope', reason: 'unclear' } };
  // What none of the documents has a word of is what was asked about: "koster en liter mælk".
  const strange = known.filter(({ strength }) => strength === 0);
  const asked = strange.length > 0 ? strange : known;
  if (asked.length > mostLookedFor) return { question: { intent: 'out-of-scope', reason: 'unclear' } };
  const text = asked.map(({ at }) => reading.tokens[at]?.raw).join(' ');
  return { question: { intent: 'out-of-scope', reason: 'unknown', text } };
}

/** More, or the short, of what was shown; the short of one's own role where nothing was. */
export function fillMore({ reading, before, slots: { own }, vocabulary: { library } }: Mentions): Filled {
  // "fortsæt", and nothing else, while the daily questions were spoken of.
  if (before && /^nudge-/.test(before.intent) && reading.has('resume')) return { question: { intent: 'nudge-on', wish: 'resume' } };
  const nothing: PlainQuestion = { intent: 'service', about: 'nothing-before' };
  const role = own && { intent: 'expectations' as const, framework: own.framework.id, role: own.role.id };
  const shown = before ?? role;
  if (reading.has('short')) return { question: (shown && outlineOf(shown)) ?? nothing };
  const more = before && deeper(library, before, own);
  return { question: more ?? (before ? { intent: 'service', about: 'nothing-more' } : nothing) };
}

/** What is to be printed: the person's own data where they name them, else what was shown, as far as it can be. */
export function fillPrint(mentions: Mentions): Filled {
  const { reading, role, before } = mentions;
  // "giv mig det i få ord" asks for no file.
  if (reading.has('short') && !reading.has('print', 'own-data')) return fillMore(mentions);
  if (!reading.has('print') || reading.has('own-data')) return { question: { intent: 'export-data' } };
  const [named] = role.refs;
  const place = named && role.how !== 'own' ? { framework: named.framework.id, role: named.role.id } : before && placeOf(before);
  const { framework, role: whose } = place ?? {};
  return { question: { intent: 'service', about: 'print', ...(framework && { framework }), ...(whose && { role: whose }) } };
}

/** A card shared with others, unless it is to be printed. */
export function fillShare(mentions: Mentions): Filled {
  return mentions.reading.has('print') ? fillPrint(mentions) : { question: { intent: 'share' } };
}

/** Who can see what: a note, a card that was shared, or all of it. */
export function fillPrivacy({ reading }: Mentions): Filled {
  if (!reading.has('who-sees')) return { question: { intent: 'privacy' } };
  // Whether one's notes go along with a card is asked about the notes.
  const isCard = reading.has('shared-card') && !reading.has('own-data', 'reflections');
  return { question: { intent: 'privacy', seen: isCard ? 'card' : reading.has('own-data', 'reflections') ? 'note' : 'all' } };
}

/** Something is to be sent, and it is not asked to whom; only read where whoever stands behind the documents is meant. */
const sends = /(?<![\p{L}])(?:(?:videre)?send(?:e|es)?|skriv(?:e|es)?|forward|write|pass)(?![\p{L}])/iu;
const asksWhom = /(?<![\p{L}])(?:hvem|whom?)(?![\p{L}])/iu;

/**
 * Whom to turn to, or that something is to be written to them; who asks what is said about a topic ("det er da forkert, hvad siger
 * grundlaget om fejl") asks that.
 */
export function fillToEditor({ reading, evidence }: Mentions): Filled | undefined {
  const isTopic = reading.has('topic') && evidence.some(({ topic }) => topic !== undefined);
  if (isTopic) return undefined;
  return {
    question: sends.test(reading.text) && !asksWhom.test(reading.text) ? { intent: 'to-editor' } : { intent: 'service', about: 'contact' },
  };
}

/** A question without slots. */
export function always(question: PlainQuestion): () => Filled {
  return () => ({ question });
}
