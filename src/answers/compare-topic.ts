/**
 * What roles, or documents, say about one topic, side by side.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { type Element, heading, textBlock } from '../cards/elements.js';
import { foldRest } from '../cards/fold.js';
import { sourcesNote } from '../cards/frame.js';
import { firstFitting, shortRole, whoseName } from '../cards/names.js';
import { type Framework, newestFrameworks, type Role } from '../content/library.js';
import type { Subject } from '../search/subject.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import { listSaid, type TopicHit } from './find-topic.js';
import type { Answered, Kind } from './kind.js';
import { leadOn } from './next.js';
import { isName, listing, topicHead } from './topic.js';

/** A document, or one role of it, and what it says; nothing where the search finds that it is silent. */
export type TopicSide = { readonly framework: Framework; readonly role: Role | undefined; readonly hits: readonly TopicHit[] };

/** What each says about a topic; `shared` is said to every role of the comparison. */
export type CompareTopicAnswer = Answered<
  'compare-topic',
  {
    readonly topic: string;
    /** What was asked, for whoever is shown the same. */
    readonly asked: PlainQuestion;
    readonly subject: Subject | undefined;
    readonly sides: readonly TopicSide[];
    readonly shared: readonly TopicHit[];
  }
>;

/** The kind of {@link CompareTopicAnswer}; comparisons of roles and of frameworks lead to it. */
export const compareTopicKind: Kind<CompareTopicAnswer> = {
  name: 'compare-topic',
  screens: () => 2,
  card: compareTopicCard,
  subject: ({ asked, topic }) => (isName(topic) ? { question: asked } : undefined),
  facts: ({ sides, shared }) => ({
    frameworks: [...new Set(sides.map(({ framework }) => framework))],
    roles: sides.flatMap(({ framework, role }) => (role ? [whoseName(framework, role)] : [])),
    statements: [...shared, ...sides.flatMap(({ hits }) => hits)].map(({ statement }) => statement),
  }),
  exhibits: (context) => {
    const [first, second] = newestFrameworks(context.library);
    if (!first || !second) return [];
    const documents = [first, second].map((framework) => ({ framework, role: undefined }));
    const roles = [first.roles[0], first.roles.at(-1)].map((role) => ({ framework: first, role }));
    const asked = (topic: string) => ({
      topic,
      asked: { intent: 'compare-frameworks' as const, frameworks: [first.id, second.id], topic },
    });
    return [
      compareOn(context, asked('tillid'), documents, []),
      compareOn(context, asked('fejl'), documents, []),
      compareOn(context, asked('økonomi'), roles, []),
    ];
  },
};

/** Compares places on what they say about a topic; `whole` is the same comparison of all that they say. */
export function compareOn(
  context: Context,
  { topic, asked }: Pick<CompareTopicAnswer, 'topic' | 'asked'>,
  places: readonly Pick<TopicSide, 'framework' | 'role'>[],
  whole: readonly (PlainQuestion | false | undefined)[],
): CompareTopicAnswer {
  const said = places.map(({ framework, role }) => ({ framework, role, hits: listSaid(context, topic, framework, role) }));
  const areRoles = said.every(({ framework, role }) => role && framework === said[0]?.framework);
  const isShared = ({ roles }: TopicHit) => roles.length === 0 || said.every(({ role }) => role !== undefined && roles.includes(role));
  const shared = areRoles ? (said[0]?.hits.filter(isShared) ?? []) : [];
  const sides = areRoles ? said.map((side) => ({ ...side, hits: side.hits.filter((hit) => !isShared(hit)) })) : said;
  const { subject } = context.search(topic);
  return { kind: 'compare-topic', topic, asked, subject, sides, shared, next: leadOn(...whole) };
}

/** So many statements of a side stand open. */
const open = 2;

function compareTopicCard(answer: CompareTopicAnswer, desk: Desk): Draft {
  const { topic, subject, sides, shared, next } = answer;
  const { t } = desk;
  const frameworks = [...new Set(sides.map(({ framework }) => framework))];
  const names = sides.map((side) => nameOf(side, frameworks.length > 1));
  const { name, head, items } = topicHead(subject, topic, 'compared', desk);
  const wordings = [...shared, ...sides.flatMap(({ hits }) => hits)].map(({ statement }) => statement);
  return {
    summary: t.compareTopicSummary(names.join(', ')),
    head,
    body: [
      ...items,
      ...(shared.length > 0 ? [heading(t.shared, { spacing: 'Large' }), ...some('shared', t.shared, shared, desk)] : []),
      ...sides.flatMap(({ hits, role }, at) => [
        heading(names[at] ?? '', { spacing: 'Large' }),
        ...(hits.length > 0
          ? some(`side-${at}`, names[at] ?? '', hits, desk, role)
          : [textBlock(shared.length > 0 ? t.nothingMore : t.silentAbout(name), { isSubtle: true, spacing: 'Small' })]),
      ]),
      ...sourcesNote(frameworks, undefined, wordings, desk),
    ],
    actions: next.map((question) => desk.ask(question, buttonOf(question, frameworks, desk))),
  };
}

function buttonOf(
  question: PlainQuestion,
  frameworks: readonly Framework[],
  { t }: Desk,
): string | { readonly framework?: Framework | undefined } {
  if (question.intent === 'compare-roles' || question.intent === 'compare-frameworks') return t.button.compareAll;
  const there = question.intent === 'topic' && frameworks.find(({ id }) => id === question.framework);
  return there ? firstFitting(t.topicThere(there.organisation.name ?? there.name), t.button.topic) : { framework: frameworks[0] };
}

function nameOf({ framework, role }: TopicSide, isMixed: boolean): string {
  if (!role) return framework.name;
  return isMixed ? `${shortRole(role)}, ${framework.name}` : shortRole(role);
}

function some(id: string, label: string, hits: readonly TopicHit[], desk: Desk, whose?: Role): Element[] {
  const rest = hits.slice(open);
  return [
    listing({ hits: hits.slice(0, open) }, desk, whose),
    ...(rest.length > 0
      ? foldRest({ id, label, show: desk.t.topicMore(rest.length), spacing: 'Small' }, [listing({ hits: rest }, desk, whose)], desk.t)
      : []),
  ];
}
