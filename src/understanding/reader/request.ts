/**
 * What the second reader is given: the documents by their ids, labels and statements, then the message as data. No name, and no id
 * of a person or a conversation.
 */
import { COMMON } from '../../content/framework.js';
import { type Framework, type Library, type Statement, statementsOf } from '../../content/library.js';
import { oncePer } from '../../content/once.js';
import type { Search } from '../../search/search.js';
import { reader } from '../policy.js';
import type { Question } from '../question.js';
import type { Profile } from '../slots.js';
import { instructions } from './instructions.js';
import type { ReaderRequest } from './reader.js';
import { replyJsonSchema } from './reply.js';

/** A message to be read once more, and what is known around it: ids only. */
export type Inquiry = {
  readonly message: string;
  readonly profile: Profile;
  /** What was asked just before. */
  readonly last?: Question | undefined;
  /** Full ids of the statements shown for it. */
  readonly shown?: readonly string[] | undefined;
  /** How it was read here: the frameworks that it speaks of are given whole where there is room. */
  readonly here: Question;
};

/** Writes the request for a message; the same inquiry gives the same request. */
export type WriteRequest = (inquiry: Inquiry) => ReaderRequest;

/** Slots of a question that hold ids or words of ours, and nothing that anybody wrote. */
const ofIds = [
  ...['framework', 'role', 'theme', 'subtheme', 'term', 'statement', 'statements', 'level', 'occasion', 'reason'],
  ...['older', 'newer', 'frameworks', 'sides', 'count'],
];

/** Creates it for loaded content. */
export function createWriteRequest(library: Library, search: Search): WriteRequest {
  const fixedFor = oncePer((of: Library, own: string): string =>
    [
      instructions,
      'All frameworks:',
      ...of.frameworks.map(outline),
      ...(of.framework(own) ? [whole(of.framework(own) as Framework)] : []),
    ].join('\n\n'),
  );
  return (inquiry) => {
    const { message, profile, last, shown = [], here } = inquiry;
    const fixed = fixedFor(library, profile.framework ?? library.fallback?.id ?? '');
    const own = library.framework(profile.framework ?? library.fallback?.id ?? '');
    const told = {
      profile: idsOf(profile),
      ...(last && { last: placesOf(last) }),
      ...(shown.length > 0 && { shown }),
    };
    const asked = (more: { readonly named?: string; readonly found?: readonly string[] }) => JSON.stringify({ ...told, ...more, message });
    const room = reader.mostTokens - tokensOf(JSON.stringify(replyJsonSchema())) - tokensOf(fixed) - byteLength(asked({}));
    const named = namedIn(here, library).filter((framework) => framework !== own);
    return {
      fixed,
      asked: asked(
        fill(
          room,
          named,
          own,
          search(message).hits.map(({ statement }) => statement),
          library,
        ),
      ),
      schema: replyJsonSchema(),
    };
  };
}

/** What there is room for: a framework that the message names, whole, and what the search found in the others. */
function fill(
  room: number,
  named: readonly Framework[],
  own: Framework | undefined,
  hits: readonly Statement[],
  library: Library,
): { readonly named?: string; readonly found?: readonly string[] } {
  const text = named.map(whole).join('\n\n');
  const isRoom = text !== '' && tokensOf(text) <= room;
  const replaced = new Set(library.frameworks.map(({ supersedes }) => supersedes ?? ''));
  const given = new Set([own, ...(isRoom ? named : [])]);
  let left = room - (isRoom ? tokensOf(text) : 0);
  const found = hits
    .filter(({ framework }) => !replaced.has(framework) && ![...given].some((each) => each?.id === framework))
    .slice(0, reader.mostFound)
    .map(lineOf)
    .filter((line) => {
      left -= tokensOf(line) + 1;
      return left >= 0;
    });
  return { ...(isRoom && { named: text }), ...(found.length > 0 && { found }) };
}

function lineOf({ id, role, theme, text }: Statement): string {
  return `${id} (${[role, theme].filter(Boolean).join(', ')}): ${text}`;
}

/** A framework with its roles, themes and terms, without its statements. */
function outline({ id, name, edition, supersedes, roles, themes, terms, themeKind }: Framework): string {
  return [
    `framework ${id}: ${name}${edition ? `, edition ${edition}` : ''}${supersedes ? `, replaces ${supersedes}` : ''}, its themes are ${themeKind}s`,
    `roles: ${roles.map((role) => `${role.id} = ${role.label} (${role.level})`).join('; ')}`,
    `themes: ${themes
      .map(
        (theme) =>
          `${theme.id} = ${theme.label.text}${theme.subthemes.length > 0 ? ` [subthemes: ${theme.subthemes.map((each) => `${each.id} = ${each.label.text}`).join('; ')}]` : ''}`,
      )
      .join('; ')}`,
    ...(terms.length > 0 ? [`terms: ${terms.map((term) => `${term.id} = ${term.label}`).join('; ')}`] : []),
  ].join('\n');
}

/** All statements of a framework by role and theme. */
function whole(framework: Framework): string {
  const parts = [COMMON, ...framework.roles.map(({ id }) => id)].map((role) => listOf(framework, role));
  return [`Statements of framework ${framework.id}:`, ...parts].join('\n');
}

function listOf(framework: Framework, role: string): string {
  const themes = [...new Set(statementsOf(framework, role).map(({ theme }) => theme))];
  const lines = themes.flatMap((theme) => [
    ...(theme ? [` ${theme}`] : []),
    ...statementsOf(framework, role)
      .filter((statement) => statement.theme === theme)
      .map(
        ({ id, subtheme, text }) =>
          `- ${id.slice(framework.id.length + 1)}${subtheme ? ` (${subtheme})` : ''}: ${text.replace(/\s+/g, ' ')}`,
      ),
  ]);
  return [role === COMMON ? 'all leaders' : `role ${role}`, ...lines].join('\n');
}

/** The frameworks that a question, or a choice of some, is about. */
function namedIn(question: Question, library: Library): Framework[] {
  const asked = question.intent === 'ambiguous' ? question.choices : [question];
  const ids = asked.flatMap((each) => [
    ...('framework' in each && each.framework ? [each.framework] : []),
    ...(each.intent === 'compare-roles' ? each.sides.map(({ framework }) => framework) : []),
    ...(each.intent === 'compare-frameworks' ? each.frameworks : []),
    ...(each.intent === 'compare-editions' ? [each.newer, each.older] : []),
  ]);
  return [...new Set(ids)].flatMap((id) => library.framework(id) ?? []);
}

function placesOf(question: Question): unknown {
  return question.intent === 'ambiguous' ? { choices: question.choices.map(idsOf) } : { intent: question.intent, ...idsOf(question) };
}

function idsOf(holder: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(holder).filter(([slot, value]) => ofIds.includes(slot) && value !== undefined));
}

/** How many tokens a text of ours has, at most as a rule. */
function tokensOf(text: string): number {
  return Math.ceil(byteLength(text) / reader.bytesPerToken);
}

/** No tokenizer makes more tokens than a text has bytes. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
