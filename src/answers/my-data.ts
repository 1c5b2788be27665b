/**
 * Everything that is stored about a person: shown, deleted, and when it ends.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { destructive, plainText, textBlock } from '../cards/elements.js';
import { longDate } from '../cards/strings/lists.js';
import { somePrompt, someThought } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** What became of cards in conversations that showed something of the person. */
export type CardCounts = { readonly changed: number; readonly failed: number; readonly pending: number };

/** What was deleted: notes, how many other kinds of things, and cards. `isTeamAsked`: they had set questions up for others. */
export type Deleted = { readonly notes: number; readonly kinds: number; readonly isTeamAsked: boolean; readonly cards: CardCounts };

/** Part of everything that is stored about the person; `rest` when there is more than could be sent. */
export type ExportAnswer = Answered<
  'export',
  {
    readonly part: number;
    readonly parts: number;
    readonly lines: readonly string[];
    readonly rest: boolean;
    /** True where the other parts are a button away, and not messages before and after it. */
    readonly alone?: true;
  }
>;

/** Asks whether to delete everything, or says what was. */
export type DeleteDataAnswer = Answered<'delete-data', { readonly done: false | Deleted }>;

/** Everything is deleted after `endsOn` (`YYYY-MM-DD` where the person is) unless they say otherwise. */
export type FarewellAnswer = Answered<'farewell', { readonly endsOn: string }>;

/** The kind of {@link ExportAnswer}. */
export const exportKind: Kind<ExportAnswer> = {
  name: 'export',
  screens: () => 2,
  asked: { 'export-data': { title: (_question, _here, { t }) => t.button['export-data'] } },
  card: exportCard,
  door: ({ part }, { t: { myData } }) => ({
    title: myData.door.title,
    text: myData.door.text,
    label: myData.door.open,
    open: { do: 'act', act: { act: 'read-data', part } },
  }),
  exhibits: ({ library }) => {
    const role = ['# Din rolle og dit sprog', 'Rolle: Kontorchefer i Aarhus Børn og Unge 2024', 'Sprog: dansk'];
    const lines = [...role, '# Dine noter', somePrompt(library).da, ...someThought.split('\n')];
    return [
      { kind: 'export', part: 1, parts: 1, lines, rest: true, next: [] },
      { kind: 'export', part: 2, parts: 3, lines, rest: false, alone: true, next: [] },
    ];
  },
};

/** The kind of {@link DeleteDataAnswer}. */
export const deleteDataKind: Kind<DeleteDataAnswer> = {
  name: 'delete-data',
  screens: () => 2,
  asked: { 'delete-data': { title: (_question, _here, { t }) => t.button['delete-data'] } },
  card: deleteDataCard,
  exhibits: () =>
    [
      false as const,
      { notes: 0, kinds: 1, isTeamAsked: false, cards: { changed: 0, failed: 0, pending: 0 } },
      { notes: 12, kinds: 9, isTeamAsked: false, cards: { changed: 3, failed: 0, pending: 0 } },
      { notes: 1, kinds: 9, isTeamAsked: true, cards: { changed: 1, failed: 1, pending: 24 } },
    ].map((done) => ({ kind: 'delete-data', done, next: [] })),
};

/** The kind of {@link FarewellAnswer}. */
export const farewellKind: Kind<FarewellAnswer> = {
  name: 'farewell',
  card: farewellCard,
  exhibits: () => [{ kind: 'farewell', endsOn: '2027-12-28', next: [] }],
};

/** Part of everything that is stored about the person, as lines to read; a line that is a heading begins with "# ". */
function exportCard({ part, parts, lines, rest, alone }: ExportAnswer, desk: Desk): Draft {
  const { t, press, view } = desk;
  const title = t.myData.part(part, parts);
  const body = lines.map((line) =>
    line.startsWith('# ')
      ? plainText(line.slice(2), { weight: 'Bolder' }, { spacing: 'Large' })
      : plainText(line, {}, { spacing: 'Small' }),
  );
  const last = part === parts;
  const turn = (to: number, label: string) => press('act', { act: 'read-data', part: to }, label);
  const pages = alone
    ? [...(last ? [] : [turn(part + 1, t.myData.nextPart)]), ...(part > 1 ? [turn(part - 1, t.myData.previousPart)] : [])]
    : [];
  return {
    summary: title,
    head: { title },
    body: [
      ...(part === 1 ? [textBlock(view.surface === 'dialog' ? t.myData.introInDialog : t.myData.intro, { spacing: 'Small' })] : []),
      ...(part === 1 && view.reader ? [textBlock(t.myData.reader, { spacing: 'Medium' })] : []),
      ...body,
      ...(rest ? [textBlock(t.myData.rest, { spacing: 'Large' })] : []),
      ...(last ? [textBlock(t.myData.counts, { spacing: 'Large' })] : []),
    ],
    actions: [...pages, ...(last ? desk.lead([{ intent: 'delete-data' }, { intent: 'privacy' }], {}) : [])],
  };
}

/** Asks once whether everything shall be deleted, or says what was. */
function deleteDataCard({ done }: DeleteDataAnswer, desk: Desk): Draft {
  const { t, ask, press } = desk;
  if (done) return page(t.myData.deleted.title, deletedLines(done, desk), desk.lead([{ intent: 'help' }], {}));
  return page(t.myData.ask.title, t.myData.ask.lines, [
    press('act', { act: 'keep-data' }, t.myData.no),
    ask({ intent: 'export-data' }, t.myData.first),
    destructive(ask({ intent: 'delete-data', confirmed: true }, t.myData.surely)),
  ]);
}

/** Says in numbers what is gone, and honestly what is not. */
function deletedLines({ notes, kinds, isTeamAsked, cards }: Deleted, { t }: Desk): string[] {
  const { gone, changed, pending, failed, asked, copies } = t.myData.deleted;
  return [
    gone(notes, kinds),
    ...(cards.changed > 0 ? [changed(cards.changed)] : []),
    ...(cards.pending > 0 ? [pending(cards.pending)] : []),
    ...(cards.failed > 0 ? [failed(cards.failed)] : []),
    ...(isTeamAsked ? [asked] : []),
    copies,
  ];
}

/** Tells somebody who has been silent for long when everything ends, and how to keep it. */
function farewellCard({ endsOn }: FarewellAnswer, { t, press, view }: Desk): Draft {
  const { title, lines, keep } = t.myData.farewell;
  const date = longDate(new Date(`${endsOn}T12:00:00Z`), view.language, 'UTC');
  return page(title, lines(date), [press('act', { act: 'keep-data' }, keep)]);
}

function page(title: string, lines: readonly string[], actions: Draft['actions']): Draft {
  const body = lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }));
  return { summary: title, head: { title }, body, actions };
}
