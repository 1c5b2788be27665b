import { newerEdition, roleOf } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf, EditionChange } from './answer.js';
import type { Context } from './asker.js';
import { findEditionChanges } from './edition-changes.js';
import { askCommon, askRole, leadOn } from './next.js';

type EditionsQuestion = Extract<PlainQuestion, { intent: 'compare-editions' }>;

/** Changes on one card: a role's all at once, a whole document's in pages. */
const PAGE = { role: 20, whole: 8 };

/** What changed between two editions, a page at a time. Undefined when either of them is not there. */
export function answerCompareEditions({ library }: Context, question: EditionsQuestion): AnswerOf<'compare-editions'> | undefined {
  const [a, b] = [library.framework(question.older), library.framework(question.newer)];
  if (!a || !b || a === b) return undefined;
  const [older, newer] = newerEdition(library, b) === a ? [b, a] : [a, b];
  const role = roleOf(newer, question.role) ?? roleOf(older, question.role);
  const changes = findEditionChanges(older, newer, { role: role?.id, theme: question.theme });
  const size = role ? PAGE.role : PAGE.whole;
  const pages = Math.max(1, Math.ceil(changes.length / size));
  const page = Math.min(question.page ?? 0, pages - 1);
  const next = leadOn(
    page + 1 < pages && { ...question, older: older.id, newer: newer.id, page: page + 1 },
    page > 0 && { ...question, older: older.id, newer: newer.id, page: page - 1 },
    role && roleOf(newer, role.id) && askRole(newer, role),
    role ? { intent: 'compare-editions', older: older.id, newer: newer.id } : askCommon(newer),
    !role && { intent: 'about', framework: newer.id },
  );
  return {
    kind: 'compare-editions',
    older,
    newer,
    role,
    changes: changes.slice(page * size, (page + 1) * size),
    counts: count(changes),
    page,
    pages,
    next,
  };
}

function count(changes: readonly EditionChange[]): Record<EditionChange['kind'], number> {
  const counts = { new: 0, gone: 0, reworded: 0, unchanged: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
