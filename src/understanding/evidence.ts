/**
 * How much of a message is explained by what the field knows: the gate between an answer and an honest no.
 */
import { senseKey, senseRuns, type Vocabulary } from '../language/vocabulary.js';
import { strengths } from './policy.js';
import type { Reading } from './reading.js';
import type { Slots } from './slots.js';

/** One word that carries content, and how well the field knows it (0 to 1). */
export type Evidence = { readonly at: number; readonly word: string; readonly strength: number; readonly topic: string | undefined };

/**
 * The words of a message that neither names, nor cues, nor small words explain. `strength` is highest for a word of a
 * topic, less for one of a working day or of the statements, and nothing for the unknown; {@link strengths} has how much.
 */
export function findEvidence(vocabulary: Vocabulary, reading: Reading, slots: Slots): Evidence[] {
  const named = new Set<number>();
  const cover = (span: { readonly from: number; readonly to: number }) => {
    for (let at = span.from; at < span.to; at += 1) named.add(at);
  };
  for (const mention of slots.roles) cover(mention.span);
  const subjects = new Set(slots.topics.map(({ span }) => `${span.from}-${span.to}`));
  for (const { span } of slots.titles) if (!subjects.has(`${span.from}-${span.to}`)) cover(span);
  for (const span of slots.places) cover(span);
  for (const span of reading.spans) if (span.names.some((name) => name.kind === 'common')) cover(span);
  const times = new Set(
    reading.tokens.flatMap((token, at) =>
      reading.times.spans.some((span) => token.start < span.end && token.end > span.start) ? [at] : [],
    ),
  );
  const sensed = findSense(vocabulary, reading);
  const isPlain = (at: number) => reading.isFiller(at) || reading.isFrame(at);
  const topicAt = new Map<number, { topic: string; idiom: boolean }>();
  for (const { topic, span } of slots.topics) {
    const places = Array.from({ length: span.to - span.from }, (_, step) => span.from + step);
    const idiom = places.every(isPlain);
    // A lone small word is no topic; several together may be an idiom, which is weak evidence.
    if (!(idiom && places.length === 1)) for (const at of places) if (idiom || !isPlain(at)) topicAt.set(at, { topic, idiom });
  }
  return reading.tokens.flatMap((token, at) => {
    const topic = topicAt.get(at);
    if (named.has(at) || times.has(at) || token.end <= reading.asking.from || token.start >= reading.asking.to) return [];
    if (topic === undefined && isPlain(at)) return [];
    if (/^\d+$/.test(token.word)) return [];
    return [
      {
        at,
        word: token.word,
        strength: topic
          ? topic.idiom
            ? strengths.idiom
            : 1
          : sensed.has(at)
            ? strengths.sense
            : strengthOf(vocabulary, token.word, token.stem),
        topic: topic?.topic,
      },
    ];
  });
}

/** The places of words with which people speak of what a statement is about: "vagtplan", "sige pænt nej". */
function findSense({ sense }: Vocabulary, reading: Reading): ReadonlySet<number> {
  const telling = reading.tokens.flatMap((token, at) => (reading.isFiller(at) || reading.isFrame(at) ? [] : [{ token, at }]));
  const known = senseRuns(telling).filter((run) => sense.has(senseKey(run.map(({ token }) => token)) ?? ''));
  return new Set(known.flatMap((run) => run.map(({ at }) => at)));
}

function strengthOf(vocabulary: Vocabulary, word: string, stem: string): number {
  const weight = vocabulary.weight.get(stem);
  if (weight !== undefined && word.length > 3)
    return strengths.statement * Math.min(1, weight * strengths.rarity) * (vocabulary.everyday.has(stem) ? strengths.everyday : 1);
  if (vocabulary.everyday.has(stem)) return 0;
  const parts = vocabulary.spelling.split(word);
  return parts.length > 0 ? strengths.compound : 0;
}
