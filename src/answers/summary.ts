/**
 * What an answer is about, in a few comparable words: for the terminal, for evaluation, and for tests.
 */
import { type Framework, type Library, type Role, roleOf, type Statement, type Theme, themeOf } from '../content/library.js';
import type { Part } from '../content/parts.js';
import type { PlainQuestion, Question } from '../understanding/question.js';
import type { Answer } from './answer.js';

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

/**
 * The intent by its name in the vocabulary that labelled questions are written in, which has one word for everything
 * about stored data: privacy.
 */
export function intentName({ intent }: Question): string {
  return intent === 'export-data' || intent === 'delete-data' ? 'privacy' : intent;
}

/** Summarises a question and its answer. */
export function summarise(library: Library, question: Question, answer: Answer): Summary {
  const facts = factsOf(library, question, answer);
  const frameworks = unique(facts.frameworks.map((framework) => framework.id));
  const theme = facts.theme?.label.text ?? null;
  const section = facts.frameworks[0]?.themeKind === 'section';
  return {
    framework: frameworks,
    role: unique(facts.roles),
    theme: section ? null : theme,
    section: section ? theme : null,
    statements: facts.statements.map((statement) => statement.id),
    slots: slotsOf(question),
  };
}

type Facts = { frameworks: readonly Framework[]; roles: readonly string[]; theme?: Theme | undefined; statements: readonly Statement[] };

function factsOf(library: Library, question: Question, answer: Answer): Facts {
  switch (answer.kind) {
    case 'expectations':
      return { frameworks: [answer.framework], roles: [answer.role.label], statements: statementsIn(answer.parts) };
    case 'part-of-role':
      return { frameworks: [answer.framework], roles: [answer.role.label], theme: answer.theme, statements: statementsIn(answer.parts) };
    case 'definition':
      return { frameworks: [answer.framework], roles: [], theme: answer.theme, statements: [] };
    case 'common': {
      const theme = answer.parts.length === 1 ? answer.parts[0]?.theme : undefined;
      return {
        frameworks: [answer.framework],
        roles: theme ? [answer.framework.common.heading] : [],
        theme,
        statements: statementsIn(answer.parts),
      };
    }
    case 'about':
      return { frameworks: [answer.framework], roles: [], statements: [] };
    case 'topic': {
      const hits = answer.groups.flatMap((group) => group.hits.map((hit) => ({ ...hit, framework: group.framework })));
      const first = hits[0];
      const theme = first?.framework.themeKind === 'theme' ? first.theme : undefined;
      return {
        frameworks: answer.groups.map((group) => group.framework),
        roles: hits.map((hit) => roleName(hit.framework, hit.role)),
        theme,
        statements: hits.map((hit) => hit.statement),
      };
    }
    case 'reflect': {
      const theme = answer.framework.themeKind === 'theme' ? answer.theme : undefined;
      return {
        frameworks: [answer.framework],
        roles: [roleName(answer.framework, answer.role)],
        theme,
        statements: answer.statement ? [answer.statement] : [],
      };
    }
    case 'compare-roles':
      return {
        frameworks: answer.sides.map((side) => side.framework),
        roles: answer.sides.map((side) => roleName(side.framework, side.role)),
        theme: answer.theme,
        statements: answer.sides.flatMap((side) => statementsIn(side.parts)),
      };
    case 'compare-frameworks':
      return {
        frameworks: answer.sides.map((side) => side.framework),
        roles: answer.sides.flatMap((side) => (side.role ? [side.role.label] : [])),
        theme: answer.definitions[0]?.theme ?? answer.sides[0]?.parts[0]?.theme,
        statements: answer.sides.flatMap((side) => statementsIn(side.parts)),
      };
    case 'compare-editions':
      return {
        frameworks: [answer.newer, answer.older],
        roles: answer.role ? [answer.role.label] : [],
        theme: themeIn(answer.newer, question),
        statements: answer.changes.flatMap((change) =>
          change.kind === 'reworded' ? [change.statement, change.before] : [change.statement],
        ),
      };
    case 'guide':
      return { frameworks: [answer.framework], roles: [answer.role.label], statements: answer.items.map((item) => item.statement) };
    case 'choice':
      return { ...placesOf(library, answer.choices), theme: commonTheme(library, answer.choices), statements: [] };
    default:
      return placed(library, question);
  }
}

/** The framework and role that a command names ("jeg er kontorchef i Aarhus"). */
function placed(library: Library, question: Question): Facts {
  const framework = 'framework' in question && question.framework ? library.framework(question.framework) : undefined;
  const role = framework && 'role' in question ? roleOf(framework, question.role) : undefined;
  return { frameworks: framework ? [framework] : [], roles: role ? [role.label] : [], statements: [] };
}

function statementsIn(parts: readonly Part[]): Statement[] {
  return parts.flatMap((part) => part.statements);
}

function roleName(framework: Framework, role: Role | undefined): string {
  return role?.label ?? framework.common.heading;
}

function themeIn(framework: Framework, question: Question): Theme | undefined {
  return 'theme' in question ? themeOf(framework, question.theme) : undefined;
}

function placesOf(library: Library, choices: readonly PlainQuestion[]): { frameworks: Framework[]; roles: string[] } {
  const places = choices.flatMap((choice) => {
    const framework = 'framework' in choice && choice.framework ? library.framework(choice.framework) : undefined;
    return framework ? [{ framework, role: 'role' in choice ? roleOf(framework, choice.role) : undefined }] : [];
  });
  return { frameworks: places.map((place) => place.framework), roles: places.flatMap((place) => (place.role ? [place.role.label] : [])) };
}

function commonTheme(library: Library, choices: readonly PlainQuestion[]): Theme | undefined {
  const [first] = choices;
  const framework = first && 'framework' in first && first.framework ? library.framework(first.framework) : undefined;
  return framework && first && 'theme' in first ? themeOf(framework, first.theme) : undefined;
}

function slotsOf(question: Question): Record<string, unknown> {
  switch (question.intent) {
    case 'nudge-on':
    case 'nudge-time':
      return {
        ...(question.time && { time: question.time }),
        ...(question.days && { days: question.days }),
        ...(question.unclear && { unclear: true }),
      };
    case 'nudge-pause':
      return question.pause ? { pause: question.pause } : {};
    case 'ambiguous':
      return {
        choices: unique(question.choices.flatMap((choice) => ('framework' in choice && choice.framework ? [choice.framework] : []))),
      };
    case 'out-of-scope':
      return { reason: question.reason };
    default:
      return {};
  }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
