/**
 * A place in the content as the answer that shows it, the same for everybody.
 */
import type { Desk, Draft } from '../cards/desk.js';
import type { Language } from '../content/language.js';
import type { Place } from '../content/place.js';
import type { Context } from './asker.js';
import { answerCommon, type CommonAnswer, commonKind } from './common.js';
import { answerTheme, type DefinitionAnswer, definitionKind } from './definition.js';
import { answerExpectations, type ExpectationsAnswer, expectationsKind } from './expectations.js';
import type { Answered, Kind } from './kind.js';
import { askReflect, leadFrom } from './next.js';
import { answerPartOfRole, type PartOfRoleAnswer, partOfRoleKind } from './part-of-role.js';
import { type ReflectAnswer, reflectKind } from './reflect.js';
import { answerStatement, type StatementAnswer, statementKind } from './statement.js';

/** An answer that shows a place. */
export type PlaceAnswer = CommonAnswer | ExpectationsAnswer | PartOfRoleAnswer | DefinitionAnswer | StatementAnswer | ReflectAnswer;

const kinds = [commonKind, expectationsKind, partOfRoleKind, definitionKind, statementKind, reflectKind];
const byName: ReadonlyMap<string, Kind<PlaceAnswer, Answered<string>>> = new Map(kinds.map((kind) => [kind.name, kind]));

/** The card of an answer that shows a place. */
export function placeCard(answer: PlaceAnswer, desk: Desk): Draft {
  return (byName.get(answer.kind) as Kind<PlaceAnswer>).card(answer, desk);
}

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
