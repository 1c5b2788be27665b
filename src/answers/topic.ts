import type { Desk, Draft } from '../cards/desk.js';
import { type Element, heading, plainText, textBlock } from '../cards/elements.js';
import { foldRest, foldUnderHeading } from '../cards/fold.js';
import { promptBox, sourcesNote } from '../cards/frame.js';
import { whoseName } from '../cards/names.js';
import { adopted, type Label, statementItems } from '../cards/statements.js';
import {
  type Framework,
  newestFrameworks,
  type Role,
  type RoleRef,
  roleOf,
  type Statement,
  type Theme,
  themeOf,
} from '../content/library.js';
import { levelDistance } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import type { Hit } from '../search/search.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type Context, findOwnRole } from './asker.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Facts, Kind } from './kind.js';
import { askPart, askRole, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

type TopicQuestion = Asking<'topic'>;
type Group = {
  readonly framework: Framework;
  readonly hits: readonly { readonly statement: Statement; readonly role: Role | undefined; readonly theme: Theme | undefined }[];
};

/** Statements about a topic, best first; `groups` one per framework, the person's own first. */
export type TopicAnswer = Answered<'topic', { readonly topic: string; readonly groups: readonly Group[]; readonly prompt?: Prompt }>;

/** The kind of {@link TopicAnswer}. */
export const topicKind: Kind<TopicAnswer> = {
  name: 'topic',
  asked: { topic: { find: answerTopic, title: (_question, _here, { t }) => t.button.topic } },
  card: topicCard,
  facts,
  exhibits: (context) => [
    answerTopic(withRole(context), { intent: 'topic', text: 'data' }),
    answerTopic(context, { intent: 'topic', text: 'psykologisk tryghed' }),
    answerTopic(context, { intent: 'topic', text: 'qwerty' }),
  ],
};

/** At most so many statements of one framework, and frameworks of one answer: a card has to stay readable. */
const MOST_HITS = 9;

/** Statements about a topic: the role asked about (or the asker's own) first, then its neighbours in the ladder. */
export function answerTopic(context: Context, question: TopicQuestion): TopicAnswer {
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
  groups: TopicAnswer['groups'],
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

const SHOWN = 3;

/** Statements about a topic: the three best of the nearest framework, the rest folded. */
function topicCard(answer: TopicAnswer, desk: Desk): Draft {
  const { groups, topic, prompt, next } = answer;
  const { t } = desk;
  const [first, ...others] = groups;
  if (!first) return emptyCard(answer, desk);
  const wordings = groups.flatMap(({ hits }) => hits.map(({ statement }) => statement));
  return {
    summary: t.topicSummary,
    body: [
      heading(t.topic, { size: 'Large' }),
      plainText(t.quoted(topic), { size: 'Medium', weight: 'Bolder' }, { spacing: 'None' }),
      ...nearest(first, desk),
      ...others.flatMap((group, at) =>
        foldUnderHeading(
          { id: `group-${at}`, label: group.framework.name, show: t.showStatements(group.hits.length) },
          [listing(group.hits, desk)],
          t,
        ),
      ),
      ...promptBox(prompt, desk),
      ...sourcesNote(
        groups.map(({ framework }) => framework),
        groups.length === 1 ? bestPlace(first) : undefined,
        wordings,
        desk,
      ),
    ],
    actions: desk.lead(next, { framework: first.framework }),
  };
}

function emptyCard({ topic, next }: TopicAnswer, desk: Desk): Draft {
  const { t } = desk;
  const body = [
    heading(t.topicEmpty, { size: 'Large' }),
    plainText(t.quoted(topic), { size: 'Medium', weight: 'Bolder' }, { spacing: 'None' }),
    textBlock(t.topicEmptyNote, { spacing: 'Medium' }),
  ];
  return { summary: t.refusalTitle.unknown, body, actions: desk.lead(next, {}) };
}

function nearest({ framework, hits }: Group, desk: Desk): Element[] {
  const rest = hits.slice(SHOWN);
  return [
    heading(framework.name, { spacing: 'Large' }),
    listing(hits.slice(0, SHOWN), desk),
    ...(rest.length > 0
      ? foldRest(
          { id: 'rest', label: framework.name, show: desk.t.topicMore(rest.length), spacing: 'Small' },
          [listing(rest, desk)],
          desk.t,
        )
      : []),
  ];
}

/** Statements of several roles and themes, each under its own. */
function listing(hits: Group['hits'], desk: Desk): Element {
  const places = new Map(
    hits.map(({ statement, role, theme }) => [
      statement.id,
      [role?.label ?? desk.t.allLeaders, theme?.label.text].filter(Boolean).join(' · '),
    ]),
  );
  const label: Label = ({ id }) => places.get(id);
  return adopted(hits.flatMap(({ statement }) => statementItems(statement, desk, label)));
}

/** Where the best statement stands; of several documents each statement says it itself. */
function bestPlace({ hits }: Group): string | undefined {
  const [best] = hits;
  return best?.role && best.theme ? `${best.role.label}: ${best.theme.label.text}` : best?.role?.label;
}

function facts({ groups }: TopicAnswer): Facts {
  const hits = groups.flatMap((group) => group.hits.map((hit) => ({ ...hit, framework: group.framework })));
  const [first] = hits;
  return {
    frameworks: groups.map((group) => group.framework),
    roles: hits.map((hit) => whoseName(hit.framework, hit.role)),
    theme: first?.framework.themeKind === 'theme' ? first.theme : undefined,
    statements: hits.map((hit) => hit.statement),
  };
}

function withRole(context: Context): Context {
  const [framework] = newestFrameworks(context.library);
  const profile = framework && { framework: framework.id, role: longestRole(framework).id };
  return { ...context, asker: { ...context.asker, profile } };
}
