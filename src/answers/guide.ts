import { type Framework, newestFrameworks, type Role, roleOf, type Statement, themeOf } from '../content/library.js';
import { partsOf } from '../content/parts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Answer, AnswerOf } from './answer.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import { askCommon, askReflect, askRole, leadOn } from './next.js';
import { pickPrompt } from './pick-prompt.js';

type GuideQuestion = Extract<PlainQuestion, { intent: 'guide' }>;
type Occasion = AnswerOf<'guide'>['occasion'];

/** A conversation guide for a role; asks which role where neither the question nor the profile names one. */
export function answerGuide(context: Context, question: GuideQuestion): Answer | undefined {
  const own = findOwnRole(context);
  const framework = context.library.framework(question.framework ?? '') ?? findHome(context);
  if (!framework)
    return askWhich(
      question,
      'framework',
      newestFrameworks(context.library).map(({ id }) => ({ framework: id })),
    );
  const role = roleOf(framework, question.role) ?? (own?.framework === framework ? own.role : undefined);
  if (role) return toGuide(context, framework, role, question.occasion ?? 'review');
  return askWhich(
    question,
    'role',
    framework.roles.map(({ id }) => ({ framework: framework.id, role: id })),
  );
}

function askWhich(question: GuideQuestion, about: 'framework' | 'role', places: readonly { framework: string; role?: string }[]): Answer {
  const choices = places.map(
    (place): PlainQuestion => ({ intent: 'guide', ...place, ...(question.occasion && { occasion: question.occasion }) }),
  );
  return { kind: 'choice', about, subject: '', choices, next: [] };
}

function toGuide(context: Context, framework: Framework, role: Role, occasion: Occasion): AnswerOf<'guide'> {
  const { library, asker } = context;
  const items = chooseStatements(context, framework, role, occasion).map((statement) => ({
    statement,
    theme: themeOf(framework, statement.theme),
    prompt: pickPrompt([library.promptsFor(statement.id)], asker),
  }));
  const next = leadOn(
    askRole(framework, role),
    occasion !== 'sparring' && { intent: 'guide', framework: framework.id, role: role.id, occasion: 'sparring' },
    occasion !== 'review' && { intent: 'guide', framework: framework.id, role: role.id, occasion: 'review' },
    occasion === 'team' && askCommon(framework),
    askReflect(framework, role),
  );
  return { kind: 'guide', framework, role, occasion, items, next };
}

/** Four to six statements, one or two from each theme; for a team what it has in common, where that is enough. */
function chooseStatements(context: Context, framework: Framework, role: Role, occasion: Occasion): Statement[] {
  const common = framework.common.statements;
  const lists = occasion === 'team' && common.length >= 4 ? [common] : partsOf(framework, role.id).map(({ statements }) => statements);
  const wanted = lists.length >= 5 ? 6 : lists.length === 3 ? 6 : lists.length === 2 ? 4 : 5;
  const piles = lists.map((list) => preferPrompted(context, list));
  const chosen = new Set<Statement>();
  for (const pile of shuffle(piles, context.asker.random)) {
    if (lists.length > 6 && chosen.size === wanted) break;
    take(pile, chosen);
  }
  while (chosen.size < wanted && piles.some((pile) => pile.length > 0))
    for (const pile of piles) if (chosen.size < wanted) take(pile, chosen);
  return lists
    .flat()
    .filter((statement) => chosen.has(statement))
    .slice(0, 6);
}

function take(pile: Statement[], chosen: Set<Statement>): void {
  const statement = pile.shift();
  if (statement) chosen.add(statement);
}

/** Shuffled, statements that have a prompt first. */
function preferPrompted({ library, asker }: Context, statements: readonly Statement[]): Statement[] {
  const has = (statement: Statement) => (library.promptsFor(statement.id).length > 0 ? 0 : 1);
  return shuffle(statements, asker.random).sort((a, b) => has(a) - has(b));
}

function shuffle<T>(items: readonly T[], random: (n: number) => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(random(rest.length), 1)[0] as T);
}
