/**
 * Sharing something into a conversation: where to, done, or why not.
 */
import { maxLine, shareFields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, choiceField, type Element, oneLine, paragraph, run, textArea, textBlock, textField } from '../cards/elements.js';
import { foldUnderLine } from '../cards/fold.js';
import { chatButtons, topOf } from '../cards/frame.js';
import { pageLink, teamsShareLink } from '../cards/links.js';
import { copyOf } from '../cards/plain.js';
import { type Place, subjectOfPlace } from '../content/place.js';
import type { Shareable } from '../understanding/shareable.js';
import { nastyLine, promptPlace, statementPlace } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { askPlace } from './next.js';
import { answerPlace } from './place.js';
import { type ShownAnswer, shownCard } from './shown.js';

/** A group chat or channel where somebody has talked to the bot. */
export type Talk = {
  readonly id: string;
  readonly kind: 'groupChat' | 'channel';
  /** What people call it, where Teams says so. */
  readonly name: string | undefined;
  /** Names of those who are in it besides, for one without a name. */
  readonly others?: readonly string[];
  /** When they last talked to the bot there, and the zone in which they read times. */
  readonly at: Date;
  readonly zone: string;
};

/** Why nothing was shared. */
export type ShareRemark = 'choose' | 'long' | 'not-member' | 'failed';

/** What is shared, as all would see it; `place` for all but the answer to a question. */
export type ShareWhat = { readonly subject: Shareable; readonly inner: ShownAnswer; readonly place: Place | undefined };

/** Where to share something; `draft` is what the person wrote to go with it. */
export type ShareFormAnswer = Answered<
  'share-form',
  ShareWhat & { readonly conversations: readonly Talk[]; readonly remark?: ShareRemark; readonly draft?: string }
>;

/** It is shared, and where. */
export type ShareDoneAnswer = Answered<'share-done', { readonly to: Talk }>;

/** Nothing to share, no longer there, a matter for the sharer, or others read along. */
export type ShareAwayAnswer = Answered<'share-away', { readonly why: 'nothing' | 'gone' | 'group' }>;

/** The kind of {@link ShareFormAnswer}. */
export const shareFormKind: Kind<ShareFormAnswer> = {
  name: 'share-form',
  screens: () => 2,
  failed: ({ remark }) => remark === 'failed',
  card: shareFormCard,
  exhibits: (context) => {
    const what = (place: Place): ShareWhat => ({ subject: subjectOfPlace(place), inner: answerPlace(context, place, 'da'), place });
    const prompt = what(promptPlace(context.library));
    const draft = nastyLine.slice(0, 60);
    return [
      { kind: 'share-form', ...prompt, conversations: talks, next: [] },
      { kind: 'share-form', ...what(statementPlace(context.library)), conversations: talks, remark: 'not-member', draft, next: [] },
      { kind: 'share-form', ...prompt, conversations: [], next: [] },
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

/** Choose a conversation, and write a line of one's own; or take it along as text. */
function shareFormCard(answer: ShareFormAnswer, desk: Desk): Draft {
  const { subject, place, conversations, remark } = answer;
  const { t, press } = desk;
  const inner = shownCard(answer.inner, { ...desk, view: { ...desk.view, group: true, inserted: true } });
  const name = place ? nameOf(place, desk) : (inner.head?.title ?? inner.summary);
  const back = desk.ask('question' in subject ? subject.question : askPlace(place as Place), t.share.back);
  const head = { title: t.share.formTitle };
  const what = paragraph([run(t.share.what), run(name, { weight: 'Bolder' })], { spacing: 'Small' });
  const url = place && pageLink(desk.links, place);
  const text = copyOf([...(inner.head ? [topOf(inner.head)] : []), ...inner.body]);
  const isNone = conversations.length === 0;
  return {
    summary: t.share.formTitle,
    head,
    body: [
      what,
      ...(isNone ? [textBlock(t.share.none, { spacing: 'Medium' })] : []),
      ...(remark ? [textBlock(t.share.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : []),
      ...(isNone ? [] : formFields(answer, desk)),
      ...copyFields(text, url, isNone, desk),
    ],
    actions: [...(isNone ? [] : [press('share', { act: 'post', subject }, t.share.post)]), ...linkButton(url, desk), back],
  };
}

/** A longer text has no room on a card. */
const mostCopied = 6_000;

/** The same as text to mark and copy: at hand where there is nowhere else to go with it. */
function copyFields(text: string, url: string | undefined, isOpen: boolean, { t }: Desk): Element[] {
  const whole = url ? `${text}\n${url}` : text;
  if (whole.length > mostCopied) return [];
  const field = textArea('copy', t.share.copyLabel, { maxLength: mostCopied, value: whole, spacing: 'Medium' });
  return isOpen ? [field] : foldUnderLine({ id: 'as-text', label: t.share.copyLabel, show: t.share.copy, spacing: 'Medium' }, [field], t);
}

/** Teams' own dialog to share a page. */
function linkButton(url: string | undefined, { t }: Desk): CardAction[] {
  return url ? [{ type: 'Action.OpenUrl', title: t.share.inTeams, url: teamsShareLink(url) }] : [];
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
    ...(place?.prompt ? [choiceField(shareFields.round, t.share.round, rounds, { spacing: 'Medium', value: 'no' })] : []),
  ];
}

/** It is shared, and where. */
function shareDoneCard({ to }: ShareDoneAnswer, { t }: Desk): Draft {
  const runs = t.share.done(to.name ?? t.share.the[to.kind]);
  return { summary: runs.join(''), brief: true, body: [paragraph(runs.map((part) => run(part)))], actions: [] };
}

/** Nothing is shared, and the way there. */
function shareAwayCard({ why }: ShareAwayAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { title, text } = t.share.away[why];
  const chat = why === 'group' ? chatButtons(desk) : [];
  return {
    summary: title,
    head: { title },
    body: [textBlock(text, { spacing: 'Small' })],
    actions: [...chat, ...desk.lead([{ intent: 'help' }], {})],
  };
}

/** So many of those in a conversation are named. */
const mostNamed = 2;

function firstName(name: string): string {
  return oneLine(name).split(' ')[0] ?? name;
}

/** What a place is called in a sentence. */
function nameOf({ framework, role, theme, subtheme, statement, prompt }: Place, { t, view }: Desk): string {
  if (prompt) return t.quoted(prompt[view.language]);
  if (statement) return t.quoted(statement.text.replace(/\s+/g, ' '));
  const about = subtheme?.label.text ?? theme?.label.text;
  return [role?.label, about].filter(Boolean).join(' · ') || framework.common.heading;
}

/** Without a name it is known by who is in it, else by the minute. */
function titleOf({ kind, name, others, at, zone }: Talk, { t, view }: Desk): string {
  if (!name && others) return t.share.with(others.slice(0, mostNamed).map(firstName), others.length - mostNamed);
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
  {
    id: '19:c@thread.v2',
    kind: 'groupChat',
    name: undefined,
    others: ['Lars Østergaard', 'Anne Kjær', 'Åse Lindholm', 'Jens Højgaard', 'Mette Sørensen'],
    at: new Date('2026-11-21T07:30:00Z'),
    zone: 'Europe/Copenhagen',
  },
  { id: '19:b@thread.tacv2', kind: 'channel', name: undefined, at: new Date('2026-11-20T07:30:00Z'), zone: 'Europe/Copenhagen' },
];
