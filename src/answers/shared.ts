/**
 * A card that stands in a conversation: complete for everybody, and for each viewer with a role their own.
 */
import { maxRoundAnswer, shareFields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import {
  type CardAction,
  container,
  type Element,
  executeButton,
  heading,
  oneLine,
  paragraph,
  plainText,
  run,
  textArea,
  textBlock,
} from '../cards/elements.js';
import { chatButtons, pageButtons, topOf } from '../cards/frame.js';
import { roleName } from '../cards/names.js';
import { type Framework, type Library, newestFrameworks, type Role, roleOf } from '../content/library.js';
import { findPlace, type Place } from '../content/place.js';
import type { Context } from './asker.js';
import { nastyLine, promptPlace } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { answerPlace } from './place.js';
import { type PlaceAnswer, type ShownAnswer, shownCard } from './shown.js';

/** One answer of a round; `name` is as Teams has it. */
export type RoundAnswer = { readonly name: string; readonly text: string };

/** A round of answers to a shared prompt: the newest of them, and how many there are. */
export type Round = { readonly open: boolean; readonly count: number; readonly answers: readonly RoundAnswer[] };

/** Why an answer to a round was not taken. */
export type RoundRemark = 'empty' | 'long' | 'closed' | 'failed';

/** How one person sees a shared card: for their own role, or without one. */
export type Viewer = {
  readonly own?: {
    readonly framework: Framework;
    readonly role: Role;
    /** True where their own role is of another framework, and this is the role that is nearest to it. */
    readonly near: boolean;
    readonly inner: PlaceAnswer;
  };
  /** Whether it is they who shared it. */
  readonly isSharer: boolean;
  /** Their own answer in the round; undefined when they have none. */
  readonly answer?: string;
  readonly remark?: RoundRemark;
};

/** What stands in a conversation. `viewers` may be shown a view of their own. */
export type SharedAnswer = Answered<
  'shared',
  {
    readonly id: string;
    /** Undefined for the answer to a question, which is the same for every role. */
    readonly place: Place | undefined;
    readonly inner: ShownAnswer;
    /** Who shared it, and their line; undefined when they were forgotten. */
    readonly by: string | undefined;
    readonly line: string | undefined;
    readonly viewers: readonly string[];
    readonly viewer?: Viewer;
    readonly round?: Round;
  }
>;

/** The kind of {@link SharedAnswer}. */
export const sharedKind: Kind<SharedAnswer> = {
  name: 'shared',
  // Answers, and a field to write one's own in.
  screens: ({ round }) => (round ? 2 : 1),
  failed: ({ viewer }) => viewer?.remark === 'failed',
  card: sharedCard,
  exhibits: examples,
};

/** A client asks by itself for at most so many viewers (Teams, "User Specific Views"). */
export const MOST_VIEWERS = 60;

/** The card for everybody, or as one viewer sees it. */
function sharedCard(answer: SharedAnswer, desk: Desk): Draft {
  const { id, inner, viewers, viewer, round, place } = answer;
  const { t, press, view } = desk;
  const own = press('share', { act: 'own', share: id }, t.onCard.own, 'alone');
  return {
    summary: t.onCard.summary,
    body: [...origin(answer, desk), ...content(inner, viewer, place?.prompt !== undefined, desk), ...roundPart(round, viewer, desk)],
    actions: [
      ...(round ? roundButtons(id, round, viewer, desk) : []),
      ...(viewer?.own || !place ? [] : [own]),
      ...(viewer && !viewer.own ? chatButtons(desk) : []),
      ...pageButtons(place, desk),
    ],
    ...(place && {
      refresh: {
        action: executeButton(t.onCard.own, { do: 'share', act: { act: 'own', share: id, auto: true }, language: view.language }, 'alone'),
        userIds: viewers.slice(0, MOST_VIEWERS),
      },
    }),
  };
}

/** Who shared it, in their own words. */
function origin({ by, line }: SharedAnswer, { t }: Desk): Element[] {
  const who = by ? [run(t.onCard.by), run(oneLine(by), { weight: 'Bolder' })] : [run(t.onCard.byNobody)];
  return [paragraph(who), ...(line ? [plainText(oneLine(line), {}, { spacing: 'Small' })] : [])];
}

/** A prompt stays what it is, and a viewer's own part comes under it; everything else is shown as their own. */
function content(inner: ShownAnswer, viewer: Viewer | undefined, isPrompt: boolean, desk: Desk): Element[] {
  const { t, view } = desk;
  const { head, body } = drawInner(inner, desk);
  const neutral = container([...(head ? [topOf(head)] : []), ...body], { spacing: 'Medium' });
  if (!viewer) return [neutral];
  if (!viewer.own) return [neutral, textBlock(t.onCard.noRole, { spacing: 'Medium' }), onlyYou(desk)];
  const { role, near, inner: own } = viewer.own;
  // One question to think about is enough.
  const quiet = isPrompt ? { ...desk, room: { ...desk.room, prompt: 'none' as const } } : desk;
  const above = [
    near
      ? plainText(t.onCard.near(roleName(role, view.language)), { weight: 'Bolder' }, { spacing: 'Large' })
      : heading(t.onCard.forYou(roleName(role, view.language)), { size: 'Medium', spacing: 'Large' }),
    onlyYou(desk),
  ];
  const mine = container(withOtherIds(drawInner(own, quiet).body), { spacing: near ? 'Small' : 'None' });
  return isPrompt ? [neutral, ...above, mine] : [...above, mine];
}

/** What is shared as all see it: rows that ask the bot are left out. */
function drawInner(inner: ShownAnswer, desk: Desk): Draft {
  return shownCard(inner, { ...desk, view: { ...desk.view, group: true, inserted: true } });
}

function onlyYou({ t }: Desk): Element {
  return textBlock(t.onCard.onlyYou, { size: 'Small', isSubtle: true, spacing: 'None' });
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

function examples(context: Context): SharedAnswer[] {
  const place = promptPlace(context.library);
  const shared = (at: Place): SharedAnswer => ({
    kind: 'shared',
    id: 'share-1',
    place: at,
    inner: answerPlace(context, at, 'da'),
    by: colleagues[0],
    line: 'Kan vi tage den på mandag?',
    viewers: ['29:1alice'],
    next: [],
  });
  const own = ownOf(context, place);
  const theme = themeIn(context.library);
  const round = { open: true, count: 18, answers: said.map((text, at) => ({ name: colleagues[at] ?? '', text })) };
  return [
    { ...shared(place), line: nastyLine, by: '**Mette** [x](https://ond.example)' },
    { ...shared(place), viewer: { own, isSharer: false } },
    { ...shared(place), viewer: { isSharer: false }, by: undefined, line: undefined },
    shared(theme),
    { ...shared(theme), viewer: { own: ownOf(context, theme), isSharer: false } },
    { ...shared(theme), viewer: { own: { ...ownOf(context, theme), near: true }, isSharer: false } },
    { ...shared(place), round: { open: true, count: 0, answers: [] } },
    { ...shared(place), round, viewer: { isSharer: true, own, remark: 'long' } },
    { ...shared(place), round: { ...round, open: false } },
  ];
}

const colleagues = ['Mette Sørensen', 'Lars Østergaard', 'Åse Lindholm'];
const said = ['Vi sluttede mødet til tiden, og alle havde talt.', 'Jeg ringede i stedet for at skrive.', nastyLine];

function ownOf(context: Context, { theme }: Place) {
  const framework = newestFrameworks(context.library)[0] as Framework;
  const role = framework.roles[0] as Role;
  const place = findPlace(context.library, { framework: framework.id, role: role.id, ...(theme && { theme: theme.id }) }) as Place;
  return { framework, role, near: false, inner: answerPlace(context, place, 'da') };
}

function themeIn(library: Library): Place {
  const { framework, role, theme } = promptPlace(library);
  const other = roleOf(framework, role?.id) ?? framework.roles[1];
  return findPlace(library, {
    framework: framework.id,
    ...(other && { role: other.id }),
    ...(theme && { theme: theme.id }),
  }) as Place;
}
