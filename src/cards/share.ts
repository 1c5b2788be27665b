/**
 * Cards that lead to sharing, and what a card is when somebody puts it into a message of their own.
 */

import type { Answer, AnswerOf } from '../answers/answer.js';
import { maxLine, shareFields, subjectOf, type Talk } from '../answers/sharing.js';
import { findPlace, type Place, subjectOfPlace } from '../content/place.js';
import type { Desk, Draft } from './desk.js';
import {
  type CardAction,
  choiceField,
  container,
  type Element,
  oneLine,
  paragraph,
  plainText,
  run,
  textBlock,
  textField,
} from './elements.js';
import { chatButtons, header, pageButtons, sourceNote } from './frame.js';
import { pageLink, teamsShareLink } from './links.js';
import { placeLine } from './names.js';
import { adopted, statementItems, subthemeLabel } from './statements.js';

/** One statement by itself. */
export function statementCard(answer: AnswerOf<'statement'>, desk: Desk): Draft {
  const { framework, role, theme, statement, next } = answer;
  return {
    summary: desk.t.statementSummary,
    body: [
      ...header(role?.label ?? framework.common.heading, [theme?.label.text, framework.name]),
      adopted(statementItems(statement, desk, subthemeLabel(framework)), 'Medium'),
      ...sourceNote(framework, placeLine(answer), [statement], desk),
    ],
    actions: desk.lead(next, { framework, role, theme }),
  };
}

/** Choose a conversation, and write a line of one's own. */
export function shareFormCard(answer: AnswerOf<'share-form'>, desk: Desk): Draft {
  const { place, conversations, remark } = answer;
  const { t, press } = desk;
  const what = paragraph([run(t.share.what), run(nameOf(place, desk), { weight: 'Bolder' })], { spacing: 'Small' });
  const top = [...header(t.share.formTitle), what];
  if (conversations.length === 0)
    return { summary: t.share.formTitle, body: [...top, textBlock(t.share.none, { spacing: 'Medium' })], actions: [] };
  return {
    summary: t.share.formTitle,
    body: [
      ...top,
      ...(remark ? [textBlock(t.share.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : []),
      ...formFields(answer, desk),
    ],
    actions: [press('share', { act: 'post', subject: subjectOfPlace(place) }, t.share.post)],
  };
}

function formFields({ place, conversations, draft }: AnswerOf<'share-form'>, desk: Desk): Element[] {
  const { t } = desk;
  const choices = conversations.map((talk) => ({ title: titleOf(talk, desk), value: talk.id }));
  const rounds = [
    { title: t.share.roundNo, value: 'no' },
    { title: t.share.roundYes, value: 'yes' },
  ];
  return [
    choiceField(shareFields.conversation, t.share.conversation, choices, { spacing: 'Medium', placeholder: t.share.choose }),
    textField(shareFields.line, t.share.line, {
      maxLength: maxLine,
      placeholder: t.share.linePlaceholder,
      spacing: 'Medium',
      ...(draft && { value: draft }),
    }),
    ...(place.prompt ? [choiceField(shareFields.round, t.share.round, rounds, { spacing: 'Medium', value: 'no' })] : []),
  ];
}

/** It is shared, and where. */
export function shareDoneCard({ to }: AnswerOf<'share-done'>, desk: Desk): Draft {
  const { t, ask } = desk;
  const runs = t.share.done(to.name ?? t.share.the[to.kind]).map((part) => run(part));
  return {
    summary: t.share.doneTitle,
    body: [...header(t.share.doneTitle), paragraph(runs, { spacing: 'Small' })],
    actions: [ask({ intent: 'reflect' }, t.button.reflect)],
  };
}

/** Nothing is shared, and the way there. */
export function shareAwayCard({ why }: AnswerOf<'share-away'>, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.share.away[why];
  const chat = why === 'group' ? chatButtons(desk) : [];
  return {
    summary: title,
    body: [...header(title), textBlock(text, { spacing: 'Small' })],
    actions: [...chat, ...desk.lead([{ intent: 'help' }], {})],
  };
}

/** What goes under an answer that can be shared: "Del kortet", and with a page its address and Teams' own dialog. */
export function sharingOf(answer: Answer, desk: Desk): { readonly body: Element[]; readonly actions: CardAction[] } {
  const { t, view, library, links } = desk;
  const subject = view.group || view.inserted ? undefined : subjectOf(answer);
  const place = subject && findPlace(library, subject);
  if (!subject || !place) return { body: [], actions: [] };
  const data = { do: 'share', act: { act: 'share', subject }, language: view.language } as const;
  const button: CardAction = { type: 'Action.Submit', title: t.share.button, data };
  const url = pageLink(links, place);
  if (!url) return { body: [], actions: [button] };
  const address = container([textBlock(t.share.linkNote), plainText(url, {}, { spacing: 'None' })], {
    id: 'address',
    isVisible: false,
    spacing: 'Medium',
  });
  return {
    body: [address],
    actions: [
      button,
      { type: 'Action.ToggleVisibility', title: t.share.showLink, targetElements: ['address'] },
      { type: 'Action.OpenUrl', title: t.share.inTeams, url: teamsShareLink(url) },
    ],
  };
}

/**
 * A card as it is put into somebody's message: complete, the same for everybody, and with nothing that asks the bot,
 * which may not be where it is shown. Folds and the way to the page stay.
 */
export function freeze(answer: Answer, { summary, body }: Draft, desk: Desk): Draft {
  const subject = subjectOf(answer);
  const actions = pageButtons(subject && findPlace(desk.library, subject), desk);
  const line = desk.view.line?.trim() ? [plainText(oneLine(desk.view.line))] : [];
  return { summary, body: [...line, ...body.filter((element) => !asksBot(element))], actions };
}

function asksBot(element: Element): boolean {
  return element.type === 'Container' && /Submit|Execute/.test(element.selectAction?.type ?? '');
}

/** What a place is called in a sentence. */
export function nameOf({ framework, role, theme, subtheme, statement, prompt }: Place, { t, view }: Desk): string {
  if (prompt) return t.quoted(prompt[view.language]);
  if (statement) return t.quoted(statement.text.replace(/\s+/g, ' '));
  const about = subtheme?.label.text ?? theme?.label.text;
  return [role?.label, about].filter(Boolean).join(' · ') || framework.common.heading;
}

/** Without a name the minute tells two of them apart. */
function titleOf({ kind, name, at, zone }: Talk, { t, view }: Desk): string {
  const format = new Intl.DateTimeFormat(view.language === 'en' ? 'en-GB' : 'da-DK', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return name ?? t.share[kind](format.format(at));
}
