/**
 * A card that stands in a conversation: complete for everybody, and for each viewer with a role their own.
 */
import type { Answer, AnswerOf } from '../answers/answer.js';
import { maxRoundAnswer, type Round, shareFields, type Viewer } from '../answers/sharing.js';
import type { Desk, Draft } from './desk.js';
import { type CardAction, container, type Element, heading, oneLine, paragraph, plainText, run, textArea, textBlock } from './elements.js';
import { chatButtons, pageButtons } from './frame.js';
import { roleName } from './names.js';

type Shared = AnswerOf<'shared'>;

/** Draws what is shared; rows that ask the bot are left out. */
export type DrawInner = (inner: Answer) => Draft;

/** A client asks by itself for at most so many viewers (Teams, "User Specific Views"). */
export const MOST_VIEWERS = 60;

/** The card for everybody, or as one viewer sees it. */
export function sharedCard(answer: Shared, drawInner: DrawInner, desk: Desk): Draft {
  const { id, inner, viewers, viewer, round, place } = answer;
  const { t, press } = desk;
  const own = press('share', { act: 'own', share: id }, t.onCard.own, 'alone');
  return {
    summary: t.onCard.summary,
    body: [
      ...origin(answer, desk),
      ...content(inner, viewer, place.prompt !== undefined, drawInner, desk),
      ...roundPart(round, viewer, desk),
    ],
    actions: [
      ...(round ? roundButtons(id, round, viewer, desk) : []),
      ...(viewer?.own ? [] : [own]),
      ...(viewer && !viewer.own ? chatButtons(desk) : []),
      ...pageButtons(place, desk),
    ],
    refresh: {
      action: press('share', { act: 'own', share: id, auto: true }, t.onCard.own, 'alone'),
      userIds: viewers.slice(0, MOST_VIEWERS),
    },
  };
}

/** Who shared it, in their own words. */
function origin({ by, line }: Shared, { t }: Desk): Element[] {
  const who = by ? [run(t.onCard.by), run(oneLine(by), { weight: 'Bolder' })] : [run(t.onCard.byNobody)];
  return [paragraph(who), ...(line ? [plainText(oneLine(line), {}, { spacing: 'Small' })] : [])];
}

/** A prompt stays what it is, and a viewer's own part comes under it; everything else is shown as their own. */
function content(inner: Answer, viewer: Viewer | undefined, isPrompt: boolean, drawInner: DrawInner, desk: Desk): Element[] {
  const { t, view } = desk;
  const neutral = container(drawInner(inner).body, { spacing: 'Medium' });
  if (!viewer) return [neutral];
  if (!viewer.own) return [neutral, textBlock(t.onCard.noRole, { spacing: 'Medium' }), onlyYou(desk)];
  const { role, near, inner: own } = viewer.own;
  const above = [
    near
      ? plainText(t.onCard.near(role.label), { weight: 'Bolder' }, { spacing: 'Large' })
      : heading(t.onCard.forYou(roleName(role, view.language)), { size: 'Medium', spacing: 'Large' }),
    onlyYou(desk),
  ];
  const mine = container(withOtherIds(withoutTitle(drawInner(own).body)), { spacing: near ? 'Small' : 'None' });
  return isPrompt ? [neutral, ...above, mine] : [...above, mine];
}

function onlyYou({ t }: Desk): Element {
  return textBlock(t.onCard.onlyYou, { size: 'Small', isSubtle: true, spacing: 'None' });
}

/** The role is named by the line above already. */
function withoutTitle([title, ...rest]: readonly Element[]): readonly Element[] {
  return title?.type === 'TextBlock' && title.style === 'heading' ? rest : [...(title ? [title] : []), ...rest];
}

/** The ids of folds are those of one card; here two stand on it. */
function withOtherIds(body: readonly Element[]): Element[] {
  const text = JSON.stringify(body);
  const ids = new Set([...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id]) => id));
  return JSON.parse(text, (key, value: unknown) => {
    if (key === 'id') return `own-${value}`;
    return key === 'targetElements' ? (value as string[]).map((id) => (ids.has(id) ? `own-${id}` : id)) : value;
  }) as Element[];
}

function roundPart(round: Round | undefined, viewer: Viewer | undefined, desk: Desk): Element[] {
  if (!round) return [];
  const { t } = desk;
  const { count, answers, open } = round;
  const number = count === 0 ? t.round.none : [t.round.count(count), answers.length < count && t.round.newest(answers.length)];
  const list = answers.map(({ name, text }) =>
    paragraph([run(`${oneLine(name)}: `, { weight: 'Bolder' }), run(oneLine(text))], { spacing: 'Small' }),
  );
  return [
    heading(t.round.title, { spacing: 'Large' }),
    textBlock([number].flat().filter(Boolean).join('. '), { size: 'Small', isSubtle: true, spacing: 'None' }),
    ...list,
    ...(viewer?.remark ? [textBlock(t.round.remark[viewer.remark], { weight: 'Bolder', spacing: 'Medium' })] : []),
    ...(open ? [answerField(viewer?.answer, desk)] : []),
    ...(!open && viewer?.remark !== 'closed' ? [textBlock(t.round.closed, { spacing: 'Medium' })] : []),
  ];
}

/** Who has answered finds their words there: the next answer takes its place. */
function answerField(value: string | undefined, { t }: Desk): Element {
  const looks = { maxLength: maxRoundAnswer, placeholder: t.round.placeholder, spacing: 'Medium', ...(value && { value }) } as const;
  return textArea(shareFields.answer, t.round.label, looks);
}

function roundButtons(share: string, { open, count }: Round, viewer: Viewer | undefined, desk: Desk): CardAction[] {
  const { t } = desk;
  const hasAnswered = viewer?.answer !== undefined;
  return [
    ...(open ? [desk.press('share', { act: 'answer', share }, hasAnswered ? t.round.change : t.round.answer)] : []),
    // The card for everybody cannot know who has answered.
    ...(hasAnswered || (!viewer && count > 0) ? [desk.press('share', { act: 'unanswer', share }, t.round.remove, 'alone')] : []),
    ...(open && viewer?.isSharer ? [desk.press('share', { act: 'close', share }, t.round.close, 'alone')] : []),
  ];
}
