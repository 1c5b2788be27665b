/**
 * What all cards have in common: the top, our question, the source line, and what was read differently.
 */
import type { Wording } from '../content/framework.js';
import type { Framework, Role } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Desk, ReadAs } from './desk.js';
import {
  type CardAction,
  container,
  type Element,
  escapeMarkdown,
  heading,
  oneLine,
  paragraph,
  plainText,
  run,
  type SubmitAction,
  tapRow,
  textBlock,
} from './elements.js';
import { foldUnderLine } from './fold.js';
import { chatLink, pageLink } from './links.js';
import { firstFitting, roleName, shortRole, sourceLine } from './names.js';
import { adopted } from './statements.js';

/** The top of a card: its title, and under it what places it. */
export function header(title: string, under: readonly (string | undefined | false)[] = []): Element[] {
  const line = under.filter(Boolean).join(' · ');
  return [heading(title, { size: 'Large' }), ...(line ? [plainText(line, { isSubtle: true }, { spacing: 'None' })] : [])];
}

/** Lines of our own, each a paragraph. */
export function words(lines: readonly string[]): Element[] {
  return lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }));
}

/** The top of a card about a role, in the adopted words. */
export function roleHeader({ framework, role }: { framework: Framework; role: Role }, desk: Desk): Element[] {
  const { language } = desk.view;
  const under = [language === 'en' && roleName(role, language), role.group, framework.name];
  return [
    ...header(role.label, under),
    ...(role.adopted ? [plainText(role.adopted, { size: 'Small', isSubtle: true }, { spacing: 'Small' })] : []),
  ];
}

/** A line for readers of an edition that has been replaced. */
export function editionNote({ framework, newer }: { framework: Framework; newer?: Framework | undefined }, { t }: Desk): Element[] {
  if (!newer) return [];
  return [
    textBlock(escapeMarkdown(t.olderShown(`${framework.edition ?? framework.name}`, `${newer.edition ?? newer.name}`)), {
      spacing: 'Small',
    }),
  ];
}

/** Our question to think about, in a frame of its own and said to be ours. */
export function promptBox(prompt: Prompt | undefined, { t, view }: Desk): Element[] {
  if (!prompt) return [];
  const items = [
    textBlock(t.prompt, { weight: 'Bolder' }),
    plainText(prompt[view.language], {}, { spacing: 'Small' }),
    textBlock(t.promptNote, { size: 'Small', isSubtle: true, spacing: 'Small' }),
  ];
  return [container(items, { style: 'emphasis', spacing: 'Large' })];
}

/** Where the adopted words stand, how to tell them, and the source's own spelling of what we mended. */
export function sourceNote(framework: Framework, place: string | undefined, wordings: readonly Wording[], desk: Desk): Element[] {
  return sourcesNote([framework], place, wordings, desk);
}

/** The same for words of several documents; without wordings it names the documents only. */
export function sourcesNote(
  frameworks: readonly Framework[],
  place: string | undefined,
  wordings: readonly Wording[],
  { t }: Desk,
): Element[] {
  const lines = frameworks.map((framework) => sourceLine(framework, place, t));
  const last = [lines.pop(), wordings.length > 0 && t.adopted].filter(Boolean).join(' ');
  const line = [...lines, last].map((text, at) =>
    plainText(text, { size: 'Small', isSubtle: true }, { spacing: at === 0 ? 'Large' : 'Small' }),
  );
  const mended = [...new Set(wordings.flatMap(({ original }) => original ?? []))];
  if (mended.length === 0) return line;
  const note = textBlock(t.originalsNote, { size: 'Small', isSubtle: true });
  const originals = adopted(mended.map((original) => plainText(original, { size: 'Small' })));
  return [
    ...line,
    ...foldUnderLine(
      { id: 'originals', label: t.originalsTitle, show: t.originals(mended.length), spacing: 'Small' },
      [note, originals],
      t,
    ),
  ];
}

/** What was read differently from what stood there, with the person's own words as they wrote them. */
export function readingNotes(reading: ReadAs | undefined, { t }: Desk): Element[] {
  if (!reading) return [];
  const lines = [
    ...(reading.part === undefined ? [] : [t.partRead(reading.part && cutLine(reading.part))]),
    ...reading.corrections.map(({ from, to }) => t.corrected(from, to)),
    ...(reading.assumed ? [t.assumed(reading.assumed.said, reading.assumed.role.label)] : []),
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

/** Buttons for the other roles that an assumed title may mean; at most two. */
export function assumedActions(reading: ReadAs | undefined, { library, t, ask, view }: Desk): SubmitAction[] {
  return (reading?.assumed?.others ?? []).slice(0, 2).flatMap((question) => {
    const framework = 'framework' in question ? library.framework(question.framework ?? '') : undefined;
    const role = framework?.roles.find(({ id }) => 'role' in question && id === question.role);
    const title = question.intent === 'set-role' ? t.role.iAm : t.instead;
    return role ? [ask(question, firstFitting(title(shortRole(role)), title(roleName(role, view.language)), shortRole(role)))] : [];
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
export function contactNote(contacts: readonly string[], { t }: Desk): Element[] {
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
