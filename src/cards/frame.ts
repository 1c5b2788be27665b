/**
 * What all cards have in common: the top, our question, the source line, and what was read differently.
 */
import type { Wording } from '../content/framework.js';
import type { Framework, Role } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Desk, Head, ReadAs } from './desk.js';
import {
  type CardAction,
  type Container,
  container,
  type Element,
  escapeMarkdown,
  heading,
  oneLine,
  paragraph,
  plainText,
  run,
  type Spacing,
  type SubmitAction,
  tapRow,
  textBlock,
} from './elements.js';
import { face } from './face.js';
import { foldUnderHeading } from './fold.js';
import { chatLink, pageLink } from './links.js';
import { firstFitting, roleName, shortRole, sourceLine } from './names.js';
import { adopted } from './statements.js';

/** The top of a card: the compass, and beside it the title and what places it. */
export function topOf(head: Head): Element {
  const { title, said } = head;
  const items: Element[] = [
    said ? plainText(title, { size: 'Medium', weight: 'Bolder' }) : heading(title, { size: 'Medium' }),
    ...underOf(head),
  ];
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'auto', items: [face] },
      { type: 'Column', width: 'stretch', spacing: 'Small', verticalContentAlignment: 'Center', items },
    ],
  };
}

/** The line under a title that places it, where there is one. */
export function underOf({ under = [] }: Head): Element[] {
  const line = under.filter(Boolean).join(' · ');
  return line ? [plainText(line, { size: 'Small', isSubtle: true }, { spacing: 'None' })] : [];
}

/** Lines of our own, each a paragraph. */
export function words(lines: readonly string[]): Element[] {
  return lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }));
}

/** The top of a card about a role. */
export function roleHead({ framework, role }: { framework: Framework; role: Role }, { view: { language } }: Desk): Head {
  return { title: role.label, under: [language === 'en' && roleName(role, language), role.group, framework.name] };
}

/** How the document itself presents a role, where it does; without room for it, it stands with the source. */
export function roleNote({ adopted: text }: Role, { room }: Desk): Element[] {
  return text && room.rows > 0 ? [plainText(text, { size: 'Small', isSubtle: true }, { spacing: 'Small' })] : [];
}

/** A line for readers of an edition that has been replaced. */
export function editionNote({ framework, newer }: { framework: Framework; newer?: Framework | undefined }, { t }: Desk): Element[] {
  if (!newer) return [];
  return [
    textBlock(escapeMarkdown(t.olderShown(`${framework.edition ?? framework.name}`, `${newer.edition ?? newer.name}`)), {
      size: 'Small',
      spacing: 'Small',
    }),
  ];
}

/** Our question to think about, in a tinted frame of its own and said to be ours; `first` on a card that is about it. */
export function promptBox(prompt: Prompt | undefined, { t, view, room }: Desk, first?: 'first'): Element[] {
  if (!prompt || room.prompt === 'none') return [];
  const words = plainText(prompt[view.language], { size: first ? 'Medium' : 'Default' }, { spacing: 'Small' });
  const box = ours([promptLabel(t), words], first ? 'Medium' : 'Small');
  if (first || room.prompt === 'open') return [box];
  return foldUnderHeading({ id: 'prompt', label: t.prompt, show: t.showPrompt, spacing: 'Small' }, [box], t);
}

/** "Til eftertanke", and that it is none of the adopted words. */
export function promptLabel(t: Desk['t']): Element {
  return paragraph([run(t.prompt, { size: 'Small', weight: 'Bolder' }), run(` · ${t.promptNote}`, { size: 'Small', isSubtle: true })]);
}

/** The frame of what is ours to ask. */
export function ours(items: readonly Element[], spacing: Spacing = 'Medium'): Container {
  return container(items, { style: 'accent', spacing });
}

/** A longer name of a place stands under the line only. */
const longestPlace = 30;

/** Adopted words, with the other column where the document leaves open which is meant. */
type Sourced = Wording & { readonly uncertain?: string | undefined };

/** Where the adopted words stand: one line, and all else about the source unfolds under it. */
export function sourceNote(
  framework: Framework,
  place: string | undefined,
  wordings: readonly Sourced[],
  desk: Desk,
  role?: Role,
): Element[] {
  return sourcesNote([framework], place, wordings, desk, role?.adopted && desk.room.rows === 0 ? [role.adopted] : []);
}

/** The same for words of several documents; without wordings it names the documents only. */
export function sourcesNote(
  frameworks: readonly Framework[],
  place: string | undefined,
  wordings: readonly Sourced[],
  { t }: Desk,
  presented: readonly string[] = [],
): Element[] {
  const line = [
    `${t.source}: ${frameworks.map(({ name }) => name).join(', ')}`,
    ...(place && place.length <= longestPlace ? [place] : []),
  ].join(' · ');
  const words = paragraph([run(`${line} `, { size: 'Small', isSubtle: true }), run(t.aboutSource, { size: 'Small', color: 'Accent' })]);
  const toggle: CardAction = { type: 'Action.ToggleVisibility', title: t.toggle(t.aboutSource), targetElements: ['source'] };
  const details = [...presented.map(small), ...sourceDetails(frameworks, place, wordings, t)];
  return [
    { ...tapRow([words], toggle, { spacing: 'Small' }), minHeight: '24px' },
    container(details, { id: 'source', isVisible: false, spacing: 'None' }),
  ];
}

function small(text: string): Element {
  return plainText(text, { size: 'Small', isSubtle: true }, { spacing: 'Small' });
}

function sourceDetails(frameworks: readonly Framework[], place: string | undefined, wordings: readonly Sourced[], t: Desk['t']): Element[] {
  const mended = [...new Set(wordings.flatMap(({ original }) => original ?? []))];
  const columns = [...new Set(wordings.flatMap(({ uncertain }) => uncertain ?? []))];
  const lines = [
    ...frameworks.map((framework) => sourceLine(framework, place, t)),
    ...(wordings.length > 0 ? [t.adopted] : []),
    ...columns.map((column) => `${t.uncertain} ${t.orElse(column)}`),
    ...(mended.length > 0 ? [t.originalsNote] : []),
  ];
  return [
    ...lines.map(small),
    ...(mended.length > 0 ? [adopted(mended.map((original) => plainText(original, { size: 'Small' }, { spacing: 'Small' })))] : []),
  ];
}

/** What was read differently from what stood there, with the person's own words as they wrote them. */
export function readingNotes(reading: ReadAs | undefined, { t, view }: Desk): Element[] {
  if (!reading) return [];
  const lines = [
    ...(reading.part === undefined ? [] : [t.partRead(reading.part && cutLine(reading.part))]),
    ...reading.corrections.map(({ from, to }) => t.corrected(from, to)),
    ...(reading.second ? [[t.secondRead]] : []),
    ...(reading.assumed ? [t.assumed(reading.assumed.said, roleName(reading.assumed.role, view.language))] : []),
  ];
  return lines.map((parts) =>
    paragraph(
      parts.map((part) => run(part, { size: 'Small', isSubtle: true })),
      { spacing: 'None' },
    ),
  );
}

/** So much of what was read is repeated, in UTF-16 units: enough to know it by, on two lines of a phone. */
const mostRepeated = 90;

function cutLine(text: string): string {
  const line = oneLine(text);
  return line.length <= mostRepeated
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', mostRepeated) + 1 || mostRepeated).replace(/\p{Surrogate}$/u, '')}…`;
}

/** What else was asked, each a button that says it as the person did, where there is room for that and no host can take it for Markdown. */
export function alsoActions(reading: ReadAs | undefined, { ask, title, t }: Desk): SubmitAction[] {
  return (reading?.also ?? []).map(({ question, said }) => {
    const own = /^\p{L}[\p{L}\p{N} .,?!’'-]*$/u.test(said) ? [said] : [];
    const about = question.intent === 'topic' ? [t.button.definition(question.text)] : [];
    return ask(question, firstFitting(...own, ...about, title(question, {})));
  });
}

/** How a message was read here, where a second reader read it otherwise. */
export function hereActions(reading: ReadAs | undefined, { ask, title, t }: Desk): SubmitAction[] {
  return (reading?.second?.here ?? []).map((question) => {
    const label = title(question, {});
    return ask(question, firstFitting(t.secondHere(label), label));
  });
}

/** Where a question about somebody who is not well belongs besides; of the writer themself only in their own chat. */
export function careNote(reading: ReadAs | undefined, { t, view, ask }: Desk): Element[] {
  const others = reading?.aboutOthers ? [plainText(t.aboutOthers, {}, { spacing: 'Medium', separator: true })] : [];
  if (!reading?.mayBeUnwell || view.group) return others;
  const help = ask({ intent: 'out-of-scope', reason: 'distress' }, t.care.here);
  return [...others, tapRow([textBlock(t.care.perhaps, { color: 'Accent' })], help, { spacing: 'Medium', separator: true })];
}

/** What an answer had to do without. */
export function forgetfulNote({ view, t }: Desk): Element[] {
  return view.forgetful ? [plainText(t.forgetful, { size: 'Small', isSubtle: true }, { spacing: 'Medium' })] : [];
}

/** By what the log is searched for what went wrong; nothing on all other answers. */
export function mentionOf({ view, t }: Desk): string | undefined {
  return view.turn === undefined ? undefined : t.mention(view.turn);
}

/** Buttons for the other roles that an assumed title may mean; at most two. */
export function assumedActions(reading: ReadAs | undefined, { library, t, ask, view }: Desk): SubmitAction[] {
  return (reading?.assumed?.others ?? []).slice(0, 2).flatMap((question) => {
    const framework = 'framework' in question ? library.framework(question.framework ?? '') : undefined;
    const role = framework?.roles.find(({ id }) => 'role' in question && id === question.role);
    const title = question.intent === 'set-role' ? t.role.iAm : t.instead;
    return role ? [ask(question, firstFitting(title(roleName(role, view.language)), title(shortRole(role)), shortRole(role)))] : [];
  });
}

/** Example questions, each a row that asks itself. */
export function exampleRows(examples: readonly PlainQuestion[], title: string, desk: Desk): Element[] {
  if (examples.length === 0) return [];
  const { t } = desk;
  const rows = examples.map((question) => {
    const phrase = desk.phrase(question);
    return tapRow([textBlock(escapeMarkdown(phrase), { color: 'Accent' })], desk.ask(question, t.askThis(phrase)), {
      spacing: 'Small',
      separator: true,
    });
  });
  return [textBlock(title, { weight: 'Bolder', spacing: 'Large' }), ...rows];
}

/** Whom to ask about the frameworks. */
export function contactNote(named: readonly string[], { t, links }: Desk): Element[] {
  const contacts = named.length > 0 ? named : links.contact ? [links.contact] : [];
  return contacts.length === 0 ? [] : [plainText(t.contact(contacts.join(', ')), { size: 'Small', isSubtle: true }, { spacing: 'Medium' })];
}

/** The way to the reader's own chat, where it is known. */
export function chatButtons({ t, links }: Desk): CardAction[] {
  const url = chatLink(links);
  return url ? [{ type: 'Action.OpenUrl', title: t.share.openChat, url }] : [];
}

/** The way to the page of a place, where there is one. */
export function pageButtons(place: Place | undefined, { t, links }: Desk): CardAction[] {
  const url = place && pageLink(links, place);
  return url ? [{ type: 'Action.OpenUrl', title: t.share.openPage, url }] : [];
}
