/**
 * From a message to a question: read, find what is named, weigh the readings, decide.
 *
 * Pure and deterministic: the same message, asker and content give the same question, and the explanation says why.
 */
import type { Intent } from '../content/intents.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { createLikeness, type Likeness } from '../search/likeness.js';
import type { Assumption, ContentCandidate } from './about-roles.js';
import { type Candidate, findNudge, findService } from './commands.js';
import { findContent } from './content.js';
import { confidence, type Evidence, findEvidence } from './evidence.js';
import { type Context, findFollowUp } from './follow-up.js';
import { findMentions, type Mentions } from './mentions.js';
import { findRole } from './own-role.js';
import type { AmbiguousQuestion, PlainQuestion, Question, Refusal } from './question.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { findSlots, type Profile } from './slots.js';
import { placeOf } from './transfer.js';

/**
 * The gate between an answer and an honest no. Chosen on the tuned part of test/questions: below `absolute` more
 * unrelated messages were answered than real questions refused; readings nearer than `relative` to the best were
 * as often right as it.
 */
export const thresholds = {
  /** A reading scored lower is no answer. */
  absolute: 0.5,
  /** From here up to `absolute`, readings are offered as "mente du". */
  offer: 0.36,
  /** From here up to `absolute`, a reading that stands alone is answered: one choice is no choice. */
  alone: 0.42,
  /** Readings this near to the best one count as equally good. */
  relative: 0.02,
} as const;

/** A question with everything that led to it. */
export type Understanding = {
  readonly question: Question;
  readonly language: Reading['language'];
  readonly corrections: Reading['corrections'];
  /** Set where a title that no document names was taken for a role. */
  readonly assumed: Assumption | undefined;
  /** True where somebody else than the writer is not well. */
  readonly aboutOthers?: true;
  /** True where the writer may not be well. */
  readonly mayBeUnwell?: true;
  readonly explanation: Explanation;
};

/** Why a message was understood as it was; readable by an editor. */
export type Explanation = {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly cues: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly candidates: readonly { readonly question: Question; readonly score: number; readonly because: string }[];
  readonly decision: string;
};

/** Understands one message of a person. */
export type Understand = (message: string, profile?: Profile, context?: Context) => Understanding;

/** Builds the understanding for loaded content; building takes some 50 ms, a message well under 1 ms. */
export function createUnderstand(vocabulary: Vocabulary, likeness: Likeness = createLikeness(vocabulary)): Understand {
  return (message, profile = {}, context) => {
    const reading = read(vocabulary, message);
    const slots = findSlots(vocabulary, reading, spokenOf(reading, profile, context));
    const evidence = findEvidence(vocabulary, reading, slots);
    const mentions = findMentions(vocabulary, likeness, reading, slots, evidence);
    const followUp = context && findFollowUp(mentions, context);
    const candidates = [...findNudge(mentions), ...findService(mentions), ...findRole(reading, mentions), ...findContent(mentions)]
      .map((candidate) => ({ ...candidate, score: candidate.score + SECOND * mentions.votes.share(intentOf(candidate.question)) }))
      .sort((a, b) => b.score - a.score);
    const refusal = findRefusal(mentions, candidates);
    const decided = decide(reading, candidates, refusal);
    const { question, decision, chosen } =
      followUp && (followUp.language || !isCommand(decided.question))
        ? { question: followUp.question, decision: `follow-up: ${followUp.because}`, chosen: undefined }
        : decided;
    return {
      question,
      language: followUp?.language ?? reading.language,
      corrections: reading.corrections,
      assumed: chosen?.assumed,
      explanation: explain(reading, evidence, candidates, decision),
    };
  };
}

/** Who "jeg" is when no profile says so: the role just spoken of. */
function spokenOf(reading: Reading, profile: Profile, context: Context | undefined): Profile {
  if (profile.role || !context || context.question.intent === 'ambiguous' || !reading.has('self')) return profile;
  const { framework, role } = placeOf(context.question);
  return framework && role && (!profile.framework || profile.framework === framework) ? { framework, role } : profile;
}

/** What a question with several readings is about is what each of them is about. */
function intentOf(question: Question): Intent {
  if (question.intent === 'export-data' || question.intent === 'delete-data') return 'privacy';
  return question.intent === 'ambiguous' ? (question.choices[0]?.intent ?? 'ambiguous') : question.intent;
}

/** How much the votes of known messages move a reading's score. */
const SECOND = 0.25;

/** Commands stand by themselves, whatever was asked before. */
function isCommand(question: Question): boolean {
  return (
    /^(nudge|set-role|privacy|share|help|profile|reflections|export|delete)/.test(question.intent) ||
    (question.intent === 'out-of-scope' && question.reason !== 'unknown')
  );
}

type Weighed = Candidate | ContentCandidate;

const VETOES: readonly (readonly [string, Refusal, number])[] = [
  ['refuse.injection', 'injection', 2],
  ['refuse.rude', 'rude', 1.2],
  ['refuse.writing', 'writing', 0.9],
  ['refuse.terms', 'terms', 0.92],
  ['refuse.people', 'people', 0.92],
  ['refuse.language', 'language', 0.94],
  ['refuse.elsewhere', 'unknown', 0.93],
  ['refuse.general', 'unknown', 0.9],
];

/** The reason not to answer, and how strong it is against the best reading. */
function findRefusal(
  { reading, slots, evidence, votes }: Mentions,
  candidates: readonly Weighed[],
): { reason: Refusal; score: number } | undefined {
  // "godmorgen, kaffen klar?" greets; it wants no answer.
  const greets = reading.has('smalltalk.hello') && !reading.has('wants-answer') && slots.roles.length + slots.themes.length === 0;
  for (const [cue, reason, score] of VETOES) {
    if (greets && cue === 'refuse.general') continue;
    const told = score >= 0.95 ? 0 : reading.asking.from;
    const hits = reading.cues.filter((hit) => hit.cue === cue && (reading.tokens[hit.from]?.end ?? 0) > told);
    // One lone word ("jura") beside a subject that the frameworks know is part of the subject.
    const known =
      evidence.some((item) => item.strength >= 0.9 && item.at !== hits[0]?.from) ||
      slots.themes.some((theme) => theme.label) ||
      (slots.roles.length > 0 && reading.has('expect.strong'));
    const lone = hits.length === 1 && hits[0]?.used.length === 1 && known;
    if (hits.length > 0) return { reason, score: (lone && score < 0.95 ? score - 0.14 : score) + SECOND * votes.share('out-of-scope') };
  }
  if (isForeign(reading, evidence)) return { reason: 'language', score: 0.9 };
  if (greets && reading.tokens.length <= 4) return undefined;
  const best = candidates[0]?.score ?? 0;
  // Examples of what is out of scope hold trap words on purpose: a subject that the frameworks know weighs against them.
  const near = votes.asks[0]?.likeness ?? 0;
  const subject = near >= 0.35 || evidence.some((item) => item.topic !== undefined && item.strength >= 0.9) ? 0.2 : 0;
  const asked = reading.has('expect') && candidates.some(({ question }) => question.intent === 'expectations') ? 0.15 : 0;
  const onlyNames = evidence.length === 0 && (slots.roles.length > 0 || slots.themes.some((theme) => theme.label));
  if (votes.leans('out-of-scope') && !onlyNames)
    return { reason: 'unknown', score: 0.6 + 2 * SECOND * votes.share('out-of-scope') - subject - asked };
  const unknown = evidence.filter((item) => item.strength === 0).length;
  // A story before "hvad forventes der" is no reason to refuse it.
  const plain = slots.roles.length > 0 && reading.has('expect.strong');
  if (!plain && unknown > 3 && confidence(evidence) < 0.35 && best < 0.8 && near < 0.3) return { reason: 'unknown', score: best + 0.01 };
  return undefined;
}

/** Neither Danish nor English: another script, or four unknown words and not one small word of either. */
function isForeign(reading: Reading, evidence: readonly Evidence[]): boolean {
  if (/[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]/.test(reading.text)) return true;
  const unknown = evidence.filter((item) => item.strength === 0).length;
  const small = reading.tokens.some((_, at) => reading.isFiller(at));
  return unknown >= 4 && !small && unknown / reading.tokens.length > 0.7;
}

function decide(
  reading: Reading,
  candidates: readonly Weighed[],
  refusal: { reason: Refusal; score: number } | undefined,
): { question: Question; decision: string; chosen?: ContentCandidate } {
  const [best] = candidates;
  if (refusal && refusal.score >= (best?.score ?? 0)) {
    return {
      question: { intent: 'out-of-scope', reason: refusal.reason },
      decision: `refused (${refusal.reason}, ${refusal.score.toFixed(2)})`,
    };
  }
  if (reading.tokens.length === 0) return { question: { intent: 'help' }, decision: 'nothing was written' };
  if (best && best.score >= thresholds.absolute)
    return {
      question: best.question,
      decision: `${best.question.intent}: ${best.because} (${best.score.toFixed(2)})`,
      chosen: best as ContentCandidate,
    };
  const offers = candidates
    .filter((candidate) => candidate.score >= thresholds.offer && candidate.question.intent !== 'ambiguous')
    .slice(0, 3);
  const [only] = offers;
  if (only && offers.length === 1)
    return only.score >= thresholds.alone
      ? {
          question: only.question,
          decision: `${only.question.intent}: the only reading (${only.score.toFixed(2)})`,
          chosen: only as ContentCandidate,
        }
      : { question: { intent: 'out-of-scope', reason: 'unknown' }, decision: 'nothing fits well enough' };
  if (offers.length > 0) {
    const question: AmbiguousQuestion = {
      intent: 'ambiguous',
      about: 'reading',
      subject: '',
      choices: offers.map((offer) => offer.question as PlainQuestion),
    };
    return { question, decision: 'not sure enough: offered' };
  }
  return { question: { intent: 'out-of-scope', reason: 'unknown' }, decision: 'nothing in the frameworks fits' };
}

function explain(reading: Reading, evidence: readonly Evidence[], candidates: readonly Weighed[], decision: string): Explanation {
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
    evidence,
    candidates: candidates.map(({ question, score, because }) => ({ question, score, because })),
    decision,
  };
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
