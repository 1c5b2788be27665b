/**
 * Sharing something into a conversation: where to, done, or why not.
 */
import { maxLine, shareFields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { choiceField, type Element, paragraph, run, textBlock, textField } from '../cards/elements.js';
import { chatButtons, header } from '../cards/frame.js';
import { type Place, subjectOfPlace } from '../content/place.js';
import { nastyLine, promptPlace, statementPlace } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** A group chat or channel where somebody has talked to the bot. */
export type Talk = {
  readonly id: string;
  readonly kind: 'groupChat' | 'channel';
  /** What people call it, where Teams says so. */
  readonly name: string | undefined;
  /** When they last talked to the bot there, and the zone in which they read times. */
  readonly at: Date;
  readonly zone: string;
};

/** Why nothing was shared. */
export type ShareRemark = 'choose' | 'long' | 'not-member' | 'failed';

/** Where to share something; `draft` is what the person wrote to go with it. */
export type ShareFormAnswer = Answered<
  'share-form',
  { readonly place: Place; readonly conversations: readonly Talk[]; readonly remark?: ShareRemark; readonly draft?: string }
>;

/** It is shared, and where. */
export type ShareDoneAnswer = Answered<'share-done', { readonly to: Talk }>;

/** Nothing to share, no longer there, a matter for the sharer, or others read along. */
export type ShareAwayAnswer = Answered<'share-away', { readonly why: 'nothing' | 'gone' | 'group' }>;

/** The kind of {@link ShareFormAnswer}. */
export const shareFormKind: Kind<ShareFormAnswer> = {
  name: 'share-form',
  card: shareFormCard,
  exhibits: ({ library }) => {
    const place = promptPlace(library);
    const draft = nastyLine.slice(0, 60);
    return [
      { kind: 'share-form', place, conversations: talks, next: [] },
      { kind: 'share-form', place: statementPlace(library), conversations: talks, remark: 'not-member', draft, next: [] },
      { kind: 'share-form', place, conversations: [], next: [] },
    ];
  },
};

/** The kind of {@link ShareDoneAnswer}. */
export const shareDoneKind: Kind<ShareDoneAnswer> = {
  name: 'share-done',
  card: shareDoneCard,
  exhibits: () => talks.map((to) => ({ kind: 'share-done', to, next: [] })),
};

/** The kind of {@link ShareAwayAnswer}. */
export const shareAwayKind: Kind<ShareAwayAnswer> = {
  name: 'share-away',
  card: shareAwayCard,
  exhibits: () => (['nothing', 'gone', 'group'] as const).map((why) => ({ kind: 'share-away', why, next: [] })),
};

/** Choose a conversation, and write a line of one's own. */
function shareFormCard(answer: ShareFormAnswer, desk: Desk): Draft {
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

function formFields({ place, conversations, draft }: ShareFormAnswer, desk: Desk): Element[] {
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
function shareDoneCard({ to }: ShareDoneAnswer, desk: Desk): Draft {
  const { t, ask } = desk;
  const runs = t.share.done(to.name ?? t.share.the[to.kind]).map((part) => run(part));
  return {
    summary: t.share.doneTitle,
    body: [...header(t.share.doneTitle), paragraph(runs, { spacing: 'Small' })],
    actions: [ask({ intent: 'reflect' }, t.button.reflect)],
  };
}

/** Nothing is shared, and the way there. */
function shareAwayCard({ why }: ShareAwayAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.share.away[why];
  const chat = why === 'group' ? chatButtons(desk) : [];
  return {
    summary: title,
    body: [...header(title), textBlock(text, { spacing: 'Small' })],
    actions: [...chat, ...desk.lead([{ intent: 'help' }], {})],
  };
}

/** What a place is called in a sentence. */
function nameOf({ framework, role, theme, subtheme, statement, prompt }: Place, { t, view }: Desk): string {
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

const talks: readonly Talk[] = [
  {
    id: '19:a@thread.v2',
    kind: 'groupChat',
    name: 'Lederteam Pædagogik og Trivsel',
    at: new Date('2026-11-24T07:30:00Z'),
    zone: 'Europe/Copenhagen',
  },
  { id: '19:b@thread.tacv2', kind: 'channel', name: undefined, at: new Date('2026-11-20T07:30:00Z'), zone: 'Europe/Copenhagen' },
];
