import { type Framework, type Role, type RoleRef, roleOf, themeOf } from '../content/library.js';
import { levelDistance } from '../content/parts.js';
import type { Hit } from '../search/search.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { AnswerOf } from './answer.js';
import { type Context, findOwnRole } from './asker.js';
import { askPart, askRole, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

type TopicQuestion = Extract<PlainQuestion, { intent: 'topic' }>;

/** At most so many statements of one framework, and frameworks of one answer: a card has to stay readable. */
const MOST_HITS = 9;

/** Statements about a topic: the role asked about (or the asker's own) first, then its neighbours in the ladder. */
export function answerTopic(context: Context, question: TopicQuestion): AnswerOf<'topic'> {
  const { library, search, asker } = context;
  const place = placeOf(context, question);
  const hits = search(question.text, { framework: question.framework, role: place?.role.id, theme: question.theme });
  const frameworks = [...new Set(hits.map(({ statement }) => statement.framework))].flatMap((id) => library.framework(id) ?? []);
  const superseded = new Set(library.frameworks.map(({ supersedes }) => supersedes));
  const order = (framework: Framework) => (framework === place?.framework ? -1 : superseded.has(framework.id) ? 1 : 0);
  const groups = frameworks
    .sort((a, b) => order(a) - order(b))
    .map((framework) => ({ framework, hits: rank(framework, hits, place).slice(0, MOST_HITS) }));
  const prompt = pickPrompt(
    groups.slice(0, 1).map((group) =>
      promptsOf(
        library,
        group.hits.slice(0, 3).map(({ statement }) => statement),
      ),
    ),
    asker,
  );
  return {
    kind: 'topic',
    topic: question.text,
    groups,
    ...(prompt && { prompt }),
    next: nextOf(question, groups, place, library.frameworks.length, prompt?.id),
  };
}

function placeOf(context: Context, question: TopicQuestion): RoleRef | undefined {
  const framework = context.library.framework(question.framework ?? '');
  const role = framework && roleOf(framework, question.role);
  if (framework && role) return { framework, role };
  const own = findOwnRole(context);
  return !framework || own?.framework === framework ? own : undefined;
}

function rank(framework: Framework, hits: readonly Hit[], place: RoleRef | undefined) {
  return hits
    .filter(({ statement }) => statement.framework === framework.id)
    .map(({ statement, score }) => ({
      statement,
      score,
      role: roleOf(framework, statement.role),
      theme: themeOf(framework, statement.theme),
    }))
    .sort((a, b) => (place ? distance(place, a.role) - distance(place, b.role) : 0) || b.score - a.score)
    .map(({ statement, role, theme }) => ({ statement, role, theme }));
}

/** The asker's own role is nearest, then what all share, then another role of the same level. */
function distance(place: RoleRef, role: Role | undefined): number {
  if (!role) return SHARED;
  return levelDistance(place.role, role) + (role === place.role ? 0 : 0.25);
}

/** How far away what all share counts: it holds for the asker too, another role's statements do not. */
const SHARED = 0.2;

function nextOf(
  question: TopicQuestion,
  groups: AnswerOf<'topic'>['groups'],
  place: RoleRef | undefined,
  loaded: number,
  shown: string | undefined,
): PlainQuestion[] {
  const first = groups[0];
  const best = first?.hits[0];
  if (!first || !best)
    return leadOn(question.framework !== undefined && loaded > 1 && wide(question), { intent: 'help' }, { intent: 'about' });
  return leadOn(
    {
      intent: 'reflect',
      text: question.text,
      framework: first.framework.id,
      ...(place?.framework === first.framework && { role: place.role.id }),
      ...(shown && { not: shown }),
    },
    best.role && best.theme && askPart(first.framework, best.role, best.theme),
    best.role && askRole(first.framework, best.role),
    question.framework !== undefined && loaded > 1 && wide(question),
  );
}

function wide({ intent, text }: TopicQuestion): PlainQuestion {
  return { intent, text };
}
