import type { Desk, Draft, Head, Here, Voice } from '../cards/desk.js';
import { type CardAction, type Element, heading, plainText, textBlock } from '../cards/elements.js';
import { foldRest, foldUnderHeading } from '../cards/fold.js';
import { promptBox, sourcesNote } from '../cards/frame.js';
import { firstFitting, roleName, whoseName } from '../cards/names.js';
import { adopted, type Label, statementItems } from '../cards/statements.js';
import { type Framework, newestFrameworks, type Role, roleOf, statementsOf, themeOf } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { tokenize } from '../language/text.js';
import type { Subject } from '../search/subject.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Context } from './asker.js';
import { longestRole } from './exhibit.js';
import { findTopic, type TopicFound, type TopicGroup, type TopicHit } from './find-topic.js';
import type { Answered, Asking, Facts, Kind } from './kind.js';
import { letterButtons } from './letter-button.js';
import { askPart, askRole, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

type TopicQuestion = Asking<'topic'>;

/** What stands about a topic; see {@link TopicFound}. */
export type TopicAnswer = Answered<'topic', TopicFound & { readonly topic: string; readonly prompt?: Prompt }>;

/** The kind of {@link TopicAnswer}. */
export const topicKind: Kind<TopicAnswer> = {
  name: 'topic',
  asked: { topic: { find: answerTopic, title } },
  card: topicCard,
  subject: ({ how, topic, groups }) => {
    const [first, ...others] = groups;
    if (how !== 'stands' || !first || !isName(topic)) return undefined;
    return { question: { intent: 'topic', text: topic, ...(others.length === 0 && { framework: first.framework.id }) } };
  },
  facts,
  exhibits: (context) => [
    answerTopic(withRole(context), { intent: 'topic', text: 'data' }),
    answerTopic(withRole(context), { intent: 'topic', text: 'fejl' }),
    answerTopic(context, { intent: 'topic', text: 'psykologisk tryghed' }),
    answerTopic(context, { intent: 'topic', text: 'qwerty' }),
    answerTopic(context, { intent: 'topic', text: '', statements: exhibitedOf(context) }),
  ],
};

function title({ text, framework: id, statements }: TopicQuestion, { framework }: Here, { t, library }: Voice): string {
  const [first] = statements ?? [];
  const chosen = first && placeOfStatement(library, first);
  if (chosen) return firstFitting(chosen, t.button.topic);
  if (framework) return framework.id === id ? t.button.topicWhole : t.button.topic;
  return firstFitting(t.button.topicAbout(text), t.button.topic);
}

/** Whose a statement is and under which heading; undefined where it is not there. */
function placeOfStatement(library: Voice['library'], id: string): string | undefined {
  const statement = library.statement(id);
  const framework = statement && library.framework(statement.framework);
  if (!statement || !framework) return undefined;
  const [role, theme] = [roleOf(framework, statement.role)?.label, themeOf(framework, statement.theme)?.label.text];
  return [role ?? framework.common.heading, theme].filter(Boolean).join(': ');
}

/** What stands about a topic, with a question to think about and where it leads on. */
export function answerTopic(context: Context, question: TopicQuestion): TopicAnswer {
  const { library, asker } = context;
  const whole = findTopic(context, question);
  const found = question.brief ? bestOf(whole) : whole;
  const [first] = isSaid(found) && !question.brief ? found.groups : [];
  const prompt =
    first &&
    pickPrompt(
      [
        promptsOf(
          library,
          first.hits.slice(0, bestHits).map(({ statement }) => statement),
        ),
      ],
      asker,
    );
  return {
    kind: 'topic',
    topic: question.text,
    ...found,
    ...(prompt && { prompt }),
    next: nextOf(question, found, library.frameworks.length, prompt?.id),
  };
}

function isSaid({ how }: Pick<TopicFound, 'how'>): boolean {
  return how === 'stands' || how === 'chosen';
}

/** The best statement alone. */
function bestOf(found: TopicFound): TopicFound {
  const [first] = found.groups;
  return { ...found, groups: first ? [{ ...first, hits: first.hits.slice(0, 1) }] : [], beside: [] };
}

function nextOf(question: TopicQuestion, found: TopicFound, loaded: number, shown: string | undefined): PlainQuestion[] {
  const { groups, elsewhere } = found;
  const [first] = groups;
  const best = first?.hits[0];
  const isNarrow = question.framework !== undefined && loaded > 1 && elsewhere.length === 0;
  const wide: PlainQuestion = { intent: 'topic', text: question.text };
  const { brief, ...whole } = question;
  if (!first || !best || !isSaid(found)) return leadOn({ intent: 'help' }, { intent: 'about' });
  const [role] = best.roles;
  return leadOn(
    brief && whole,
    {
      intent: 'reflect',
      ...(found.how === 'chosen' ? { statement: best.statement.id } : { text: question.text }),
      framework: first.framework.id,
      ...(role && question.role === role.id && { role: role.id }),
      ...(shown && { not: shown }),
    },
    role && best.theme && askPart(first.framework, role, best.theme),
    role && askRole(first.framework, role),
    isNarrow && question.text !== '' && wide,
  );
}

/** A question goes with one of so many hits. */
const bestHits = 3;

/** What the topic is called: its name in the lexicon, else the word that was written. */
function nameOf(subject: Subject | undefined, topic: string, { t, view }: Desk): string {
  return subject?.label ? subject.label[view.language] : t.quoted(subject?.said ?? topic);
}

/** Statements about a topic: the three best of the nearest framework, the rest folded. */
function topicCard(answer: TopicAnswer, desk: Desk): Draft {
  const { how, groups, prompt, next, subject, topic } = answer;
  const { t } = desk;
  const [first, ...others] = groups;
  const { name, head, items } = topicHead(subject, topic, how, desk, answer.silent);
  const wordings = [...groups.flatMap(({ hits }) => hits), ...answer.beside].map(({ statement }) => statement);
  return {
    summary: subject?.label ? head.title : t.topicUnnamed[how],
    head,
    body: [
      ...items,
      ...notes(answer, name, desk),
      ...(first ? nearest(first, how === 'near', desk) : []),
      ...(answer.beside.length > 0
        ? foldUnderHeading(
            { id: 'beside', label: t.topicBeside, show: t.showStatements(answer.beside.length) },
            [listing({ hits: answer.beside }, desk)],
            t,
          )
        : []),
      ...others.flatMap((group, at) =>
        foldUnderHeading(
          { id: `group-${at}`, label: group.framework.name, show: t.showStatements(group.hits.length) },
          [listing(group, desk)],
          t,
        ),
      ),
      ...promptBox(prompt, desk),
      ...(first
        ? sourcesNote(
            groups.map(({ framework }) => framework),
            groups.length === 1 ? bestPlace(first) : undefined,
            wordings,
            desk,
          )
        : []),
    ],
    actions: [
      ...elsewhereActions(answer, name, desk),
      ...(isSaid(answer) ? [] : letterButtons('silent', answer.silent ?? first?.framework, desk)),
      ...desk.lead(next, first ? { framework: first.framework } : {}),
    ],
  };
}

/** The top of a card about a topic: what it is called, what is said of it, and the word that was asked about where that is another. */
export function topicHead(
  subject: Subject | undefined,
  topic: string,
  how: TopicFound['how'] | 'compared',
  desk: Desk,
  silent?: Framework,
): { readonly name: string; readonly head: Head; readonly items: readonly Element[] } {
  const { t } = desk;
  const name = nameOf(subject, topic, desk);
  if (how === 'chosen') return { name, head: { title: t.topicUnnamed.chosen }, items: [] };
  const title =
    subject !== undefined || isName(topic) ? t.topic[how](name, how === 'near' ? silent?.name : undefined) : t.topicUnnamed[how];
  return { name, head: { title, said: !subject?.label }, items: askedNote(subject, topic, desk) };
}

/** What somebody told in more letters than this is no name. */
const longestName = 40;

/** Whether what was asked about can stand for the topic: a word or two, not somebody's story. */
export function isName(topic: string): boolean {
  return topic.length <= longestName;
}

/** Where the name is not the word that was written, that word stands beside it. */
function askedNote(subject: Subject | undefined, topic: string, { t, view }: Desk): Element[] {
  const label = subject?.label?.[view.language].toLowerCase();
  const isSaid = subject ? !label || label.includes(subject.said.toLowerCase()) : topic.length <= longestName;
  if (isSaid) return [];
  return [plainText(t.topicAsked(subject?.said ?? topic), { size: 'Small', isSubtle: true }, { spacing: 'None' })];
}

function notes(answer: TopicAnswer, name: string, desk: Desk): Element[] {
  const { how, lacking } = answer;
  const { t } = desk;
  if (how === 'none') return [textBlock(t.topicNoneNote, { spacing: 'Medium' })];
  if (how === 'near') return [textBlock(t.topicNearNote, { spacing: 'Medium' })];
  if (how === 'chosen') return [];
  return [
    ...(isNamed(answer) ? [] : [textBlock(t.topicSense, { size: 'Small', isSubtle: true, spacing: 'None' })]),
    ...(lacking ? [plainText(t.topicLacking(name, roleName(lacking, desk.view.language)), {}, { spacing: 'Small' })] : []),
  ];
}

/** Whether the word that was asked about stands in what is shown, where it is no topic's name: people have other words for what the documents say. */
function isNamed({ subject, groups }: TopicAnswer): boolean {
  if (!subject || subject.label) return true;
  const wanted = tokenize(subject.said).map(({ stem }) => stem);
  return groups.some(({ hits }) =>
    hits.some(({ statement }) => tokenize(statement.text).some(({ stem }) => wanted.some((each) => stem.includes(each)))),
  );
}

/** "Holstebro siger fem ting om fejl" */
function elsewhereActions({ elsewhere, topic }: TopicAnswer, name: string, { t, ask }: Desk): CardAction[] {
  return elsewhere.slice(0, mostElsewhere).map(({ framework, count }) => {
    const place = framework.organisation.name ?? framework.name;
    const title = firstFitting(t.topicElsewhere(place, count, name), t.topicThere(place));
    return ask({ intent: 'topic', text: topic, framework: framework.id }, title);
  });
}

const mostElsewhere = 2;

function nearest(group: TopicGroup, isNear: boolean, desk: Desk): Element[] {
  const { framework, hits } = group;
  const open = Math.max(1, desk.room.open);
  const rest = hits.slice(open);
  return [
    ...(isNear ? [] : [heading(framework.name, { spacing: 'Medium' })]),
    listing({ hits: hits.slice(0, open) }, desk),
    ...(rest.length > 0
      ? foldRest(
          { id: 'rest', label: framework.name, show: desk.t.topicMore(rest.length), spacing: 'Small' },
          [listing({ hits: rest }, desk)],
          desk.t,
        )
      : []),
  ];
}

/** Statements of several roles and themes, each under its own; one said to several roles names them, one said to `whose` alone does not. */
export function listing({ hits }: Pick<TopicGroup, 'hits'>, desk: Desk, whose?: Role): Element {
  const places = new Map(hits.map((hit) => [hit.statement.id, labelOf(hit, desk, whose)]));
  const label: Label = ({ id }) => places.get(id);
  return adopted(hits.flatMap(({ statement }) => statementItems(statement, desk, label)));
}

/** Whose a statement is, and in which theme; how a theme is explained and the foreword are nobody's. */
function labelOf({ roles, theme, passage }: TopicHit, { t }: Desk, whose: Role | undefined): string {
  if (passage) return theme ? t.explains(theme.label.text) : t.preface;
  const said = roles.length > 0 ? t.rolesOf(roles.map(({ label }) => label)) : t.allLeaders;
  const isTheirs = whose !== undefined && roles.every((role) => role === whose) && roles.length > 0;
  return [!isTheirs && said, theme?.label.text].filter(Boolean).join(' · ');
}

/** Where the best statement stands; of several documents each statement says it itself. */
function bestPlace({ hits }: TopicGroup): string | undefined {
  const [best] = hits;
  const [role] = best?.roles ?? [];
  return role && best?.theme ? `${role.label}: ${best.theme.label.text}` : role?.label;
}

function facts({ groups, beside }: TopicAnswer): Facts {
  const hits = groups.flatMap((group, at) =>
    [...group.hits, ...(at === 0 ? beside : [])].map((hit) => ({ ...hit, framework: group.framework })),
  );
  const [first] = hits;
  return {
    frameworks: groups.map((group) => group.framework),
    roles: hits.flatMap((hit) =>
      hit.roles.length > 0 ? hit.roles.map((role) => whoseName(hit.framework, role)) : [whoseName(hit.framework, undefined)],
    ),
    theme: first?.framework.themeKind === 'theme' ? first.theme : undefined,
    // Passages are no statements that could be asked about.
    statements: hits.flatMap((hit) => (hit.passage ? [] : [hit.statement])),
  };
}

/** Statements as a second reader chooses them: of one's own role, and one that all share. */
function exhibitedOf({ library }: Context): string[] {
  const [framework] = newestFrameworks(library);
  if (!framework) return [];
  const own = statementsOf(framework, longestRole(framework).id);
  return [...own.slice(0, 3), ...framework.common.statements.slice(0, 1)].map(({ id }) => id);
}

function withRole(context: Context): Context {
  const [framework] = newestFrameworks(context.library);
  const profile = framework && { framework: framework.id, role: longestRole(framework).id };
  return { ...context, asker: { ...context.asker, profile } };
}
