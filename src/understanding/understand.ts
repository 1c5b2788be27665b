/**
 * From a message to a question: read, find what is named, ask the model what is wanted, fill it, decide.
 *
 * Pure and deterministic: the same message, asker, content and model give the same question, and the explanation says why.
 */
import { type Intent, personalIntents } from '../content/intents.js';
import { findErrand } from '../language/errand.js';
import type { Vocabulary } from '../language/vocabulary.js';
import type { Likeness } from '../search/likeness.js';
import { type Evidence, findEvidence } from './evidence.js';
import { featuresOf, namesOf } from './features.js';
import { fill } from './fill.js';
import { topicWords } from './fill-content.js';
import { timesOfOrder } from './fill-service.js';
import type { Assumption, Filled } from './filled.js';
import { behindNotes, type FollowUp, findFollowUp, findMeantOfOne, findOtherPeriod, type LastTurn } from './follow-up.js';
import { type IntentModel, judge, type Likely, weightOf } from './intent-model.js';
import { findMentions, type Mentions } from './mentions.js';
import { foreign, policy } from './policy.js';
import { isMissed, type PlainQuestion, type Question, type Refusal } from './question.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { findSlots, type Profile } from './slots.js';
import { placeOf } from './transfer.js';
import { wantedBy } from './wanted.js';

/** A question with everything that led to it. */
export type Understanding = {
  readonly question: Question;
  /** What is wanted, where the model said so; undefined for what goes on from what was said before. */
  readonly intent?: Intent | undefined;
  /** How likely that is, or that it is out of scope where that is why it is refused; where the model said so. */
  readonly likelihood?: number | undefined;
  /** How likely it is that the message concerns its writer: their notes, plans and data, or what they think of an answer. */
  readonly personal: number;
  readonly language: Reading['language'];
  readonly corrections: Reading['corrections'];
  /** Set where a title that no document names was taken for a role. */
  readonly assumed: Assumption | undefined;
  /** What was read of a message too long to be read in detail, in its writer's words; empty where that was its beginning. */
  readonly part?: string | undefined;
  /** What the message asks besides, in its order. */
  readonly also?: readonly Besides[] | undefined;
  /** Set where a second reader chose the reading; `here` is how it was read without one, where that differs. */
  readonly second?: { readonly here: readonly PlainQuestion[] } | undefined;
  /** True where somebody else than the writer is not well. */
  readonly aboutOthers?: true;
  /** True where the writer may not be well. */
  readonly mayBeUnwell?: true;
  readonly explanation: Explanation;
};

/** A further question of a message, and how its writer put it. */
export type Besides = { readonly question: PlainQuestion; readonly said: string };

/** Why a message was understood as it was; readable by an editor. */
export type Explanation = {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly cues: readonly string[];
  /** What was read of times, days and periods: "on: {kind: weekday …}". */
  readonly times: readonly string[];
  readonly evidence: readonly Evidence[];
  /** The words that name what is asked about, as they were written; empty where there are none. */
  readonly topic: string;
  /** What the message may want, the likeliest first, each with what speaks for it most. */
  readonly intents: readonly (Likely & { readonly because: readonly string[] })[];
  readonly decision: string;
};

/** Understands a message of a person; {@link createUnderstand} its first characters, `createUnderstandWhole` all of it. */
export type Understand = (message: string, profile?: Profile, context?: LastTurn) => Understanding;

/** Builds the understanding for loaded content and what was learned of it; a message takes well under a millisecond. */
export function createUnderstand(vocabulary: Vocabulary, likeness: Likeness, learned: () => IntentModel | undefined): Understand {
  return (message, profile = {}, last) => {
    const context = behindNotes(last);
    const model = learned();
    if (!model) throw new Error('nothing was learned yet: run "npm run build"');
    const reading = read(vocabulary, message);
    const mentionsBy = (whose: Profile): Mentions => {
      const slots = findSlots(vocabulary, reading, whose);
      return findMentions(vocabulary, likeness, reading, slots, findEvidence(vocabulary, reading, slots));
    };
    const mentions = mentionsBy(profile);
    const spoken = spokenOf(reading, profile, context);
    const toFill = context ? { ...(spoken === profile ? mentions : mentionsBy(spoken)), before: plainOf(context.question) } : mentions;
    const after = last && wantedBy(last.question);
    const likely = judge(model, featuresOf(mentions, after));
    const ofNotes = last && findOtherPeriod(mentions, last);
    const decided = decide(toFill, likely);
    const followUp =
      ofNotes ??
      (context &&
        (findFollowUp(isOwnMeant(reading, profile) ? mentions : toFill, context) ?? findMeantOfOne(mentions, decided.question, context)));
    const { question, decision, assumed, intent, likelihood } =
      followUp && (ofNotes || isMeant(followUp, decided.question))
        ? {
            question: followUp.question,
            decision: `follow-up: ${followUp.because}`,
            assumed: undefined,
            intent: followUp.language && ('language' as const),
            likelihood: undefined,
          }
        : decided;
    return {
      question,
      intent,
      likelihood,
      personal: personalOf(likely),
      language: followUp?.language ?? reading.language,
      // Words that are kept as they were said are not corrected.
      corrections: holdsWords(question) ? [] : reading.corrections,
      assumed,
      explanation: explain(mentions, model, likely, decision, after),
    };
  };
}

function personalOf(likely: readonly Likely[]): number {
  return likely
    .filter(({ intent }) => (personalIntents as readonly Intent[]).includes(intent))
    .reduce((sum, { likelihood }) => sum + likelihood, 0);
}

/** Whose words are sought in a message that goes on from another: those of the role just spoken of, unless the asker's own, or "os", is meant. */
function spokenOf(reading: Reading, profile: Profile, context: LastTurn | undefined): Profile {
  const before = context && plainOf(context.question);
  if (!before || (profile.role && reading.has('self')) || reading.has('for-us')) return profile;
  const { framework, role } = placeOf(before);
  return framework
    ? { framework, ...(role ? { role } : framework === profile.framework && profile.role && { role: profile.role }) }
    : profile;
}

/** What goes on from a question is read for the asker's own role, unless nobody's is known and "jeg" speaks of the role before. */
function isOwnMeant(reading: Reading, profile: Profile): boolean {
  return profile.role !== undefined || !reading.has('self');
}

function plainOf(question: Question): PlainQuestion | undefined {
  return question.intent === 'ambiguous' ? undefined : question;
}

/** A command that is clear goes before what might go on from the question before it; another time for a reminder moves no plan. */
function isMeant(followUp: FollowUp, decided: Question): boolean {
  const { question, language } = followUp;
  return language !== undefined || !isCommand(decided) || question.intent === decided.intent || question.intent === 'remind';
}

/** Commands stand by themselves, whatever was asked before. */
export function isCommand(question: Question): boolean {
  return (
    /^(nudge|set-role|privacy|share|profile|reflections|export|delete|remind|agree|look-back|focus)/.test(question.intent) ||
    (question.intent === 'out-of-scope' && !isMissed(question))
  );
}

type Decided = {
  readonly question: Question;
  readonly intent?: Intent | undefined;
  readonly likelihood?: number | undefined;
  readonly decision: string;
  readonly assumed?: Assumption | undefined;
};

/** Safety first; then an honest no, what is likely enough, or the two that may be meant. */
function decide(mentions: Mentions, likely: readonly Likely[]): Decided {
  const { reading } = mentions;
  const outside = likely.find(({ intent }) => intent === 'out-of-scope')?.likelihood ?? 0;
  // "fra nu af" with a time is said of the daily questions.
  const isTimed = (reading.times.time ?? reading.times.days) !== undefined && /^nudge-/.test(likely[0]?.intent ?? '');
  const vetoed =
    outside >= policy.veto && !isTimed ? findVeto(reading) : isForeign(reading, mentions.evidence) ? ('language' as const) : undefined;
  if (vetoed) return { question: { intent: 'out-of-scope', reason: vetoed }, decision: `refused for safety (${vetoed})` };
  if (reading.tokens.length === 0) return wordless(reading.text);
  if (isNoise(mentions)) return refuse(mentions, 1, 'no word of it is known');
  // An order is done, however likely it is none of ours.
  if (isOrderedOnce(mentions))
    return {
      question: fill['reminder-once'](mentions)?.question ?? { intent: 'agreements' },
      intent: 'reminder-once',
      likelihood: 1,
      decision: 'ordered: a reminder for once',
    };
  if (outside >= policy.refuse) return refuse(mentions, outside, `out of scope (${outside.toFixed(2)})`);
  const [best, second] = findFilled(mentions, likely).map((each) => careful(each, reading));
  if (!best) return refuse(mentions, outside, 'nothing that is likely can be asked here');
  // Nothing is likely enough to be done, and nothing likelier than that it is none of ours.
  if (best.likelihood < policy.act && outside > best.likelihood)
    return refuse(mentions, outside, `out of scope rather than ${best.intent}`);
  const decision = `${best.intent} (${best.likelihood.toFixed(2)})`;
  // What holds the person's words goes on no button: of two that may be meant it is the one, and only proposed.
  const wordy = best.likelihood < policy.act ? [best, second].find((each) => each && holdsWords(each.filled.question)) : undefined;
  if (wordy && (wordy === best || (second && second.likelihood >= policy.offer)))
    return {
      question: asProposal(wordy.filled.question),
      intent: wordy.intent,
      likelihood: wordy.likelihood,
      decision: `proposed: ${wordy.intent}`,
    };
  if (best.likelihood >= policy.act || !second || second.likelihood < policy.offer)
    return { ...best.filled, intent: best.intent, likelihood: best.likelihood, decision };
  const choices = [best, second].flatMap(({ filled: { question } }) => (question.intent === 'ambiguous' ? [] : [question]));
  return choices.length < 2 || JSON.stringify(choices[0]) === JSON.stringify(choices[1])
    ? { ...best.filled, intent: best.intent, likelihood: best.likelihood, decision }
    : {
        question: { intent: 'ambiguous', about: 'reading', subject: '', choices },
        decision: `offered: ${best.intent} or ${second.intent}`,
      };
}

/** A plan is changed only where that is surely wanted, or in words that say "every"; else the change is proposed. */
function careful(candidate: Candidate, { times }: Reading): Candidate {
  const { filled, likelihood, intent } = candidate;
  const { question } = filled;
  const isOfPlan =
    (question.intent === 'nudge-on' && !question.wish) ||
    question.intent === 'nudge-time' ||
    (question.intent === 'nudge-pause' && question.pause);
  // "alle" in what is told of a day off starts nothing.
  const isSaid = times.every && (intent === 'nudge-on' || intent === 'nudge-time');
  if (!isOfPlan || isSaid || likelihood >= policy.sure || ('unclear' in question && question.unclear)) return candidate;
  return { ...candidate, filled: { ...filled, question: { ...question, offer: true } as Question } };
}

/**
 * "mind mig på torsdag om …" with one coming day, and nothing that says every, is an order for once and can be nothing else: it
 * starts no plan, whatever is likely.
 */
function isOrderedOnce({ reading }: Mentions): boolean {
  const { text } = reading;
  const times = timesOfOrder(reading);
  const isDay = times.on !== undefined || times.soon !== undefined;
  const isMany = times.every || (times.days?.length ?? 0) > 1;
  return isDay && !isMany && !times.past && findErrand(text, reading.times.places) !== undefined;
}

/** Whether a question keeps what the person said, word for word. */
export function holdsWords(question: Question): question is Extract<PlainQuestion, { intent: 'remind' | 'agree' }> {
  return question.intent === 'remind' || question.intent === 'agree';
}

function asProposal(question: Question): Question {
  return holdsWords(question) ? { ...question, offer: true } : question;
}

/** A thumb up is a thank you; nothing at all is a call for help. */
function wordless(text: string): Decided {
  return /\p{Extended_Pictographic}/u.test(text)
    ? { question: { intent: 'smalltalk', tone: 'thanks' }, decision: 'a picture sign alone' }
    : { question: { intent: 'help' }, decision: 'nothing was written' };
}

type Candidate = Likely & { readonly filled: Filled };

/** The two likeliest intents that the message names enough for. */
function findFilled(mentions: Mentions, likely: readonly Likely[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const each of likely) {
    const filled = each.intent === 'out-of-scope' ? undefined : fill[each.intent](mentions);
    if (filled) found.push({ ...each, filled });
    if (found.length === 2) break;
  }
  return found;
}

function refuse(mentions: Mentions, likelihood: number, decision: string): Decided {
  return { question: (fill['out-of-scope'](mentions) as Filled).question, likelihood, decision };
}

/** What is refused whatever else is likely. */
function findVeto(reading: Reading): Refusal | undefined {
  if (reading.has('refuse.injection')) return 'injection';
  return reading.has('refuse.rude') ? 'rude' : undefined;
}

/** Letters that are no words: nothing of it is known, and nothing is named. */
function isNoise({ reading, vocabulary: { spelling } }: Mentions): boolean {
  const { tokens, spans, cues, times } = reading;
  return spans.length === 0 && cues.length === 0 && times.spans.length === 0 && tokens.every(({ word }) => !spelling.isKnown(word));
}

/** Neither Danish nor English: another script, or four unknown words and not one small word of either. */
function isForeign(reading: Reading, evidence: readonly Evidence[]): boolean {
  if (/[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]/.test(reading.text)) return true;
  const unknown = evidence.filter((item) => item.strength === 0).length;
  const small = reading.tokens.some((_, at) => reading.isFiller(at));
  return unknown >= foreign.unknown && !small && unknown / reading.tokens.length > foreign.share;
}

function explain(mentions: Mentions, model: IntentModel, likely: readonly Likely[], decision: string, after?: Intent): Explanation {
  const { reading, evidence } = mentions;
  return {
    words: reading.tokens.map((token) => token.word),
    names: reading.spans.map(
      (span) =>
        `${reading.tokens
          .slice(span.from, span.to)
          .map((token) => token.word)
          .join(' ')} = ${span.names.map(describe).join(' | ')}`,
    ),
    cues: [...new Set(reading.cues.map((hit) => hit.cue))],
    times: Object.entries(reading.times).flatMap(([part, value]) =>
      part === 'spans' || part === 'places' ? [] : [`${part}: ${JSON.stringify(value).replaceAll('"', '')}`],
    ),
    evidence,
    get topic() {
      return topicWords(mentions);
    },
    get intents() {
      return likely.slice(0, shown).map((each) => ({ ...each, because: reasonsOf(mentions, model, each.intent, after) }));
    },
    decision,
  };
}

/** So many intents, and so much of what speaks for each, are shown. */
const shown = 2;
const reasonsShown = 5;

function reasonsOf(mentions: Mentions, model: IntentModel, intent: Intent, after: Intent | undefined): string[] {
  return namesOf(mentions, after)
    .map(({ name, feature }) => ({ name, weight: weightOf(model, feature, intent) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, reasonsShown)
    .map(({ name, weight }) => `${name} ${weight.toFixed(2)}`);
}

function describe(name: Reading['spans'][number]['names'][number]): string {
  switch (name.kind) {
    case 'role':
      return `role ${name.framework}/${name.role}`;
    case 'theme':
      return `theme ${name.framework}/${name.theme}${name.subtheme ? `/${name.subtheme}` : ''}${name.label ? '' : ' (alias)'}`;
    case 'term':
      return `term ${name.framework}/${name.term}`;
    case 'topic':
      return `topic ${name.topic}`;
    case 'title':
      return `title ${name.title}`;
    default:
      return `${name.kind} ${name.framework}`;
  }
}
