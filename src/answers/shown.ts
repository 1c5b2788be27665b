/**
 * Answers that can stand among others, the same for everybody: a place of the content, or what a question leads to.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type AboutAnswer, aboutKind } from './about.js';
import { type CommonAnswer, commonKind } from './common.js';
import { type CompareEditionsAnswer, compareEditionsKind } from './compare-editions.js';
import { type CompareFrameworksAnswer, compareFrameworksKind } from './compare-frameworks.js';
import { type CompareRolesAnswer, compareRolesKind } from './compare-roles.js';
import { type CompareTopicAnswer, compareTopicKind } from './compare-topic.js';
import { type DefinitionAnswer, definitionKind } from './definition.js';
import { type ExpectationsAnswer, expectationsKind } from './expectations.js';
import { type GuideAnswer, guideKind } from './guide.js';
import type { Answered, Kind } from './kind.js';
import { type PartOfRoleAnswer, partOfRoleKind } from './part-of-role.js';
import { type PromptsAnswer, promptsKind } from './prompts.js';
import { type ReflectAnswer, reflectKind } from './reflect.js';
import { type StatementAnswer, statementKind } from './statement.js';
import { type TopicAnswer, topicKind } from './topic.js';

/** An answer that shows a place. */
export type PlaceAnswer = CommonAnswer | ExpectationsAnswer | PartOfRoleAnswer | DefinitionAnswer | StatementAnswer | ReflectAnswer;

/** An answer that can stand among others. */
export type ShownAnswer =
  | PlaceAnswer
  | AboutAnswer
  | CompareRolesAnswer
  | CompareFrameworksAnswer
  | CompareTopicAnswer
  | CompareEditionsAnswer
  | GuideAnswer
  | PromptsAnswer
  | TopicAnswer;

const kinds = [
  ...[commonKind, expectationsKind, partOfRoleKind, definitionKind, statementKind, reflectKind],
  ...[aboutKind, compareRolesKind, compareFrameworksKind, compareTopicKind, compareEditionsKind, guideKind, promptsKind, topicKind],
];

const byName: ReadonlyMap<string, Kind<ShownAnswer, Answered<string>>> = new Map(
  kinds.map((kind) => [kind.name, kind as Kind<ShownAnswer, Answered<string>>]),
);

/** Whether an answer can stand among others. */
export function isShown(answer: Answered<string>): answer is ShownAnswer {
  return byName.has(answer.kind);
}

/** Its card, before it is framed. */
export function shownCard(answer: ShownAnswer, desk: Desk): Draft {
  return (byName.get(answer.kind) as Kind<ShownAnswer, Answered<string>>).card(answer, desk);
}
