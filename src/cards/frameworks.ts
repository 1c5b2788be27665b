import type { AnswerOf } from '../answers/answer.js';
import { newerEdition } from '../content/library.js';
import type { Desk, Draft } from './desk.js';
import { askRow } from './fold.js';
import { header } from './frame.js';
import { organisationOf } from './names.js';

/** Which frameworks there are. */
export function frameworksCard({ frameworks, next }: AnswerOf<'frameworks'>, desk: Desk): Draft {
  const { library, t } = desk;
  const rows = frameworks.map((framework) => {
    const newer = newerEdition(library, framework);
    const about = newer ? t.editionOf(newer.name) : (organisationOf(framework) ?? t.unknownBy);
    const ask = desk.ask({ intent: 'about', framework: framework.id }, t.button.aboutOther(framework.name));
    return askRow(framework.name, t.seeFramework, ask, about);
  });
  return { summary: t.frameworksSummary, body: [...header(t.frameworks(frameworks.length)), ...rows], actions: desk.lead(next, {}) };
}
