/**
 * A place in the content as the answer that shows it, the same for everybody.
 */

import type { Language } from '../content/language.js';
import type { Place } from '../content/place.js';
import type { Answer } from './answer.js';
import type { Answerer } from './answerer.js';
import { askCommon, askPart, askReflect, askRole, leadOn } from './next.js';
import { askPlace } from './sharing.js';

/** The answer for a place, without anybody's role: the first prompt that fits, or the one that the place names. */
export function answerPlace(answer: Answerer, place: Place, language: Language): Answer {
  const { framework, role, theme, statement, prompt } = place;
  if (prompt) {
    const another = askReflect(framework, role, theme, prompt.id);
    return { kind: 'reflect', framework, role, theme, statement, prompt, another, next: leadsOf(place) };
  }
  if (statement) return { kind: 'statement', framework, role, theme, statement, next: leadsOf(place) };
  return answer(askPlace(place), { group: true, random: () => 0, language });
}

function leadsOf({ framework, role, theme }: Place): Answer['next'] {
  return leadOn(role && theme && askPart(framework, role, theme), role ? askRole(framework, role) : askCommon(framework));
}
