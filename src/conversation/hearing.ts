/**
 * From what was sent to what it asks: cleaned, read for who is not well, understood. What the bot, the terminal and the
 * measurements understand, they understand through this.
 */

import { askPlace } from '../answers/next.js';
import type { Trouble } from '../answers/simple.js';
import { type Care, isUnwell } from '../care/care.js';
import { placeOfPath, roleOfGuidePath } from '../content/address.js';
import type { Library } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Clean, Cleaned } from '../language/cleaning.js';
import { hasWords } from '../language/mail.js';
import { LONGEST } from '../language/text.js';
import type { LastTurn } from '../understanding/follow-up.js';
import { policy } from '../understanding/policy.js';
import { isMissed, type PlainQuestion } from '../understanding/question.js';
import type { Profile } from '../understanding/slots.js';
import type { Understand, Understanding } from '../understanding/understand.js';

/** A message as it was understood, and what is to be shown or said instead of an answer to it. */
export type Heard = Understanding & {
  /** What its sender wrote, cleaned; undefined where those are others' words. */
  readonly said: string | undefined;
  /** What a link of ours leads to, where it is all that was sent; `question` is the nearest one. */
  readonly place?: Place | undefined;
  /** What is said where nothing can be read. */
  readonly instead?: Extract<Trouble, 'long'> | 'attachment' | undefined;
};

/** Hears one message as it was sent, mentions of the bot apart. */
export type Hear = (sent: string, profile?: Profile, context?: LastTurn) => Heard;

/** What hearing needs; `pages` is the service's own host, where it has pages. */
export type HearingParts = {
  readonly clean: Clean;
  readonly care: Care;
  readonly understand: Understand;
  readonly library: Library;
  readonly pages: string | undefined;
};

/** Creates it: cleaning, care, understanding, and what is said where there is nothing to understand. */
export function createHear({ clean, care, understand, library, pages }: HearingParts): Hear {
  const hear = withCare(understand, care);
  return (sent, profile, context) => {
    const cleaned = clean(sent);
    const heard = { ...hear(cleaned, profile, context), said: cleaned.quoted ? undefined : cleaned.text };
    const isWell = !(heard.question.intent === 'out-of-scope' && heard.question.reason === 'distress');
    if (isWell && cleaned.text.length > LONGEST) return { ...heard, instead: 'long' };
    if (isWell && cleaned.holds && cleaned.text === '') return { ...heard, instead: 'attachment' };
    return isWell && cleaned.links.length > 0 ? withLinks(heard, cleaned, { library, pages }) : heard;
  };
}

/** A message of links only: ours shows what it leads to; others are not read, and that is said. */
function withLinks(heard: Heard, { text, links }: Cleaned, { library, pages }: Pick<HearingParts, 'library' | 'pages'>): Heard {
  const { question, explanation } = heard;
  // "se her" says nothing of what is looked for.
  const isAsking = hasWords(text) && explanation.names.length + explanation.evidence.length > 0;
  if (question.intent === 'smalltalk' || (isAsking && !isMissed(question))) return heard;
  const found = isAsking ? undefined : links.flatMap((link) => findLinked(link, library, pages) ?? [])[0];
  return { ...heard, ...(found ?? { question: { intent: 'out-of-scope', reason: 'links' } }), corrections: [], assumed: undefined };
}

function findLinked(link: string, library: Library, pages: string | undefined): { question: PlainQuestion; place?: Place } | undefined {
  const address = pages !== undefined && URL.canParse(link) ? new URL(link) : undefined;
  if (!address || pages === undefined || address.origin !== new URL(pages).origin) return undefined;
  const place = placeOfPath(library, address.pathname);
  if (place) return { question: askPlace(place), place };
  const guide = roleOfGuidePath(library, address.pathname);
  return guide && { question: { intent: 'guide', framework: guide.framework.id, role: guide.role.id, occasion: 'review' } };
}

/**
 * The care comes before every other reading. Somebody who asks about others who are not well, and names
 * nothing else, is shown what is said of well-being.
 */
function withCare(understand: Understand, care: Care): (cleaned: Cleaned, profile?: Profile, context?: LastTurn) => Understanding {
  return ({ text, quoted }, profile, context) => {
    const found = understand(text, profile, context);
    const read = care(text);
    // Who is not well in a mail that somebody shows us is not, for sure, who shows it.
    const condition = quoted && isUnwell(read) ? 'both' : read === 'unwell' && isErrand(found) ? 'unsure' : read;
    if (isUnwell(condition)) {
      const question = { intent: 'out-of-scope', reason: 'distress' } as const;
      return { ...found, question, corrections: [], assumed: undefined, part: undefined, also: undefined };
    }
    if (condition === 'well') return found;
    if (condition === 'unsure') return { ...found, mayBeUnwell: true };
    const question = isOpen(found) ? ({ intent: 'topic', text: wellBeing } as const) : found.question;
    return { ...found, question, aboutOthers: true, ...(condition === 'both' && { mayBeUnwell: true }) };
  };
}

/** What it shall do for its writer is said to the bot in all tones: it is done, and where there are people stands beside it. */
function isErrand({ question, likelihood = 0 }: Understanding): boolean {
  const isShown = question.intent === 'reflections' || question.intent === 'agreements';
  if (likelihood < (isShown ? policy.act : policy.sure)) return false;
  return /^(nudge-(on|time|pause)|remind|agree|agreements|focus|reflections)$/.test(question.intent) && !('offer' in question);
}

/**
 * Nothing was found, only words were looked for that name no other topic, or a role was named and how somebody is: what is
 * asked about is how the others are. A matter of staff keeps its own answer, which says who takes it.
 */
function isOpen({ question, explanation }: Understanding): boolean {
  if (question.intent === 'out-of-scope') return isMissed(question);
  const topics = explanation.evidence.flatMap(({ topic }) => topic ?? []);
  const asked = question.intent === 'ambiguous' ? question.choices[0] : question;
  const isNamed = asked?.intent === 'expectations' && topics.length > 0;
  return (isNamed || asked?.intent === 'topic') && topics.every((topic) => topic === wellBeing);
}

/** The topic of the lexicon that holds stress, sick leave and close follow-up. */
const wellBeing = 'trivsel';
