/**
 * What an answer is about, in a few comparable words: for the terminal, for evaluation, and for tests.
 */

import type { Intent } from '../content/intents.js';
import { type Library, roleOf } from '../content/library.js';
import type { Question } from '../understanding/question.js';
import { wantedBy } from '../understanding/wanted.js';
import type { Facts } from './kind.js';
import { type Answer, askedOf, kindOf } from './kinds.js';

/** Frameworks by id, roles, theme and section by their adopted labels, statements by full id. */
export type Summary = {
  readonly framework: readonly string[];
  readonly role: readonly string[];
  readonly theme: string | null;
  readonly section: string | null;
  readonly statements: readonly string[];
  /** What a command asks for: times, days, a pause, the choices offered. */
  readonly slots: Readonly<Record<string, unknown>>;
};

/** Intents that are answered as others are, until they have an answer of their own. */
const answeredAs: readonly (Intent | undefined)[] = ['feedback', 'language', 'more', 'restart'];

/**
 * The intent by its name in the vocabulary that labelled questions are written in; a part of a role is a section or a
 * competency there. `wanted` is what was understood, where it is known.
 */
export function intentName(question: Question, wanted?: Intent): string {
  if (['section', 'competency', 'ambiguous'].includes(question.intent)) return question.intent;
  return wanted && answeredAs.includes(wanted) ? wanted : wantedBy(question);
}

/** Summarises a question and its answer. */
export function summarise(library: Library, question: Question, answer: Answer): Summary {
  const facts = kindOf(answer).facts?.(answer, { library, question }) ?? placed(library, question);
  const frameworks = unique(facts.frameworks.map((framework) => framework.id));
  const theme = facts.theme?.label.text ?? null;
  const section = facts.frameworks[0]?.themeKind === 'section';
  return {
    framework: frameworks,
    role: unique(facts.roles),
    theme: section ? null : theme,
    section: section ? theme : null,
    statements: facts.statements.map((statement) => statement.id),
    slots: askedOf(question)?.slots?.(question) ?? {},
  };
}

/** The framework and role that a command names ("jeg er kontorchef i Aarhus"). */
function placed(library: Library, question: Question): Facts {
  const framework = 'framework' in question && question.framework ? library.framework(question.framework) : undefined;
  const role = framework && 'role' in question ? roleOf(framework, question.role) : undefined;
  return { frameworks: framework ? [framework] : [], roles: role ? [role.label] : [], statements: [] };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
