/**
 * Several reflection questions at once, for a meeting.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { plainText } from '../cards/elements.js';
import { foldRest } from '../cards/fold.js';
import { ours, promptLabel } from '../cards/frame.js';
import { roleName } from '../cards/names.js';
import { type Framework, newestFrameworks, type Role } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { mostPrompts, type PlainQuestion } from '../understanding/question.js';
import { type Context, findHome } from './asker.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askReflect, leadOn } from './next.js';
import { pickPrompt } from './pick-prompt.js';
import { answerNothing, findScope } from './prompt-scope.js';
import type { TopicAnswer } from './topic.js';

/** Two to five questions to think about, for a role or for all. */
export type PromptsAnswer = Answered<
  'prompts',
  {
    readonly framework: Framework | undefined;
    readonly role: Role | undefined;
    readonly prompts: readonly Prompt[];
    readonly others: PlainQuestion;
  }
>;

/** The kind of {@link PromptsAnswer}. */
export const promptsKind: Kind<PromptsAnswer> = {
  name: 'prompts',
  fixed: () => true,
  card: promptsCard,
  subject: ({ framework, role, prompts }) => ({
    question: {
      intent: 'reflect',
      ...(framework && { framework: framework.id }),
      ...(framework && role && { role: role.id }),
      count: prompts.length,
      prompts: prompts.map(({ id }) => id),
    },
  }),
  facts: ({ framework, role }) => ({
    frameworks: framework ? [framework] : [],
    roles: role ? [role.label] : [],
    statements: [],
  }),
  exhibits: (context) =>
    newestFrameworks(context.library).flatMap((framework) => {
      const answer = answerPrompts(context, { ...askReflect(framework, longestRole(framework)), count: mostPrompts });
      return answer?.kind === 'prompts' ? [answer] : [];
    }),
};

/** As many questions as were wanted, all different, none that was seen lately where there are others. */
export function answerPrompts(context: Context, question: Asking<'reflect'>): PromptsAnswer | TopicAnswer | undefined {
  const { library, asker } = context;
  const scope = findScope(context, question);
  if (scope === 'nothing-said') return answerNothing(context, question);
  // A card may say anything: what could not have been chosen is not shown as this document's.
  const pinned = question.prompts?.flatMap((id) => library.prompt(id) ?? []) ?? [];
  const prompts = pinned.filter((prompt) => !scope.framework || isFor(prompt, scope.framework));
  while (prompts.length < (question.count ?? 1)) {
    const lists = scope.lists.map((list) => list.filter((prompt) => !prompts.includes(prompt)));
    const prompt = pickPrompt(lists, asker);
    if (!prompt) break;
    prompts.push(prompt);
  }
  const framework = scope.framework ?? findHome(context);
  const guide: PlainQuestion = {
    intent: 'guide',
    ...(framework && { framework: framework.id }),
    ...(scope.role && { role: scope.role.id }),
    occasion: 'team',
  };
  const { count: _, prompts: __, ...single } = question;
  return prompts.length === 0
    ? undefined
    : {
        kind: 'prompts',
        framework: scope.framework,
        role: scope.role,
        prompts,
        others: { ...single, count: question.count },
        next: leadOn(guide, single),
      };
}

/** Whether a prompt was written for a document, or is borrowed by it from another edition. */
function isFor({ framework, statements }: Prompt, { id }: Framework): boolean {
  return framework === id || statements.some((statement) => statement.startsWith(`${id}/`));
}

/** So many stand open where not all have room. */
const mostOpen = 3;

function promptsCard({ framework, role, prompts, others, next }: PromptsAnswer, desk: Desk): Draft {
  const { t, view, room } = desk;
  const whom = role && (view.group ? role.label : t.reflectFor(roleName(role, view.language)));
  const title = t.promptsTitle(prompts.length);
  const show = (prompt: Prompt) => plainText(prompt[view.language], {}, { spacing: 'Medium' });
  const open = view.group || room.open > 1 ? prompts.length : mostOpen;
  const rest = prompts.slice(open);
  return {
    summary: title,
    head: { title, under: [whom ?? t.reflectForAll, framework?.name] },
    body: [
      ours([promptLabel(t), ...prompts.slice(0, open).map(show)]),
      ...(rest.length > 0
        ? foldRest({ id: 'rest', label: title, show: t.topicMore(rest.length), spacing: 'Small' }, [ours(rest.map(show))], t)
        : []),
    ],
    actions: [desk.ask(others, t.others), ...desk.lead(next, { framework, role })],
  };
}
