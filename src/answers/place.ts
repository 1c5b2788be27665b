/**
 * A place in the content as the answer that shows it, the same for everybody.
 */
import type { Language } from '../content/language.js';
import type { Place } from '../content/place.js';
import type { Context } from './asker.js';
import { answerCommon } from './common.js';
import { answerTheme } from './definition.js';
import { answerExpectations } from './expectations.js';
import { askReflect, leadFrom } from './next.js';
import { answerPartOfRole } from './part-of-role.js';
import type { PlaceAnswer } from './shown.js';
import { answerStatement } from './statement.js';

/** The answer for a place, without anybody's role: the first prompt that fits, or the one that the place names. */
export function answerPlace({ library, search }: Pick<Context, 'library' | 'search'>, place: Place, language: Language): PlaceAnswer {
  const { framework, role, theme, subtheme, statement, prompt } = place;
  if (prompt) {
    const another = askReflect(framework, role, theme, prompt.id);
    return { kind: 'reflect', framework, role, theme, statement, prompt, another, next: leadFrom(place) };
  }
  const context = { library, search, asker: { group: true, random: () => 0, language } };
  return (
    answerStatement(place) ??
    (role && theme && answerPartOfRole(context, framework, role, theme)) ??
    (role && answerExpectations(context, framework, role)) ??
    (theme && answerTheme(context, framework, theme, subtheme)) ??
    answerCommon(context, framework)
  );
}
