/**
 * Which part of a message asks: what is told before and after it is not what is asked.
 */
import type { AskingPart, Reading } from './reading.js';

type Read = Omit<Reading, 'asking'>;

/** Finds the part that asks; the whole message where no part stands out. */
export function findAskingPart(reading: Read): AskingPart {
  return { from: beginOf(reading), to: endOf(reading) };
}

/** What a question can be about by its name alone. */
const NAMES: ReadonlySet<string> = new Set(['role', 'title', 'theme']);

/**
 * Where the question itself begins: what people tell first ("Vi har en del frivillige. Hvad siger grundlaget …") is
 * not what they ask. Only a last sentence that asks, and says something of its own, stands alone.
 */
function beginOf(reading: Read): number {
  const ends = [...reading.text.matchAll(/[.?!:–—]\s+(?=\S)/g)].map((match) => match.index + 1);
  const last = ends
    .reverse()
    .find((end) => reading.cues.some((hit) => hit.cue === 'wants-answer.strict' && (reading.tokens[hit.from]?.start ?? 0) >= end));
  if (last === undefined || isHeading(reading, last)) return 0;
  const names = reading.spans.filter(
    (span) => (reading.tokens[span.from]?.start ?? 0) >= last && span.names.some((name) => NAMES.has(name.kind)),
  );
  const own = reading.tokens.filter((token, at) => token.start >= last && !reading.isFiller(at) && !reading.isFrame(at)).length;
  return own + names.length >= 2 ? last : 0;
}

/** "Trivsel. Hvad er mit ansvar der?": one word before the question says what it is about. */
function isHeading(reading: Read, end: number): boolean {
  return reading.tokens.filter((token, at) => token.end <= end && !reading.isFiller(at)).length === 1;
}

/** Where the question ends: after its mark, when what follows asks nothing ("… lykkes med? Jeg sætter det i årshjulet."). */
function endOf(reading: Read): number {
  const mark = reading.text.lastIndexOf('?');
  const asks = (cue: string, after: boolean) =>
    reading.cues.some((hit) => hit.cue === cue && (reading.tokens[hit.from]?.start ?? 0) > mark === after);
  return mark > 0 && asks('wants-answer.strict', false) && !asks('wants-answer', true) ? mark : reading.text.length;
}
