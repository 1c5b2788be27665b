/**
 * What an editor is shown: that letters have come, and the letters.
 */
import type { LetterReason } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { container, type Element, plainText, tapRow, textBlock } from '../cards/elements.js';
import { longDate } from '../cards/strings/lists.js';
import { nastyLine } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** A letter as its editor sees it; `about` is what the document is called, `words` undefined where no key opens it. */
export type LetterView = {
  readonly id: string;
  readonly sentAt: Date;
  readonly about?: string | undefined;
  readonly reason: LetterReason;
  readonly words?: string | undefined;
  readonly name?: string | undefined;
};

/** A page of the open letters, the oldest first; `page` counts from 0. `finished`: one was just marked as done. */
export type LettersAnswer = Answered<
  'letters',
  {
    readonly shown: readonly LetterView[];
    readonly total: number;
    readonly page: number;
    readonly pages: number;
    /** IANA name of the zone that its editor reads dates in. */
    readonly zone: string;
    readonly finished?: boolean;
  }
>;

/** How many letters came of one document; `about` is what it is called. */
export type LettersCame = { readonly about?: string | undefined; readonly count: number };

/** That letters came since its editor was told last, and how many will be deleted within so many days without being done. */
export type LettersDueAnswer = Answered<
  'letters-due',
  { readonly came: readonly LettersCame[]; readonly ending: number; readonly days: number }
>;

const zone = 'Europe/Copenhagen';

/** The kind of {@link LettersAnswer}. */
export const lettersKind: Kind<LettersAnswer> = {
  name: 'letters',
  screens: () => 2,
  card: listCard,
  door: ({ total }, { t }) =>
    total === 0
      ? undefined
      : {
          title: t.letters.count(total),
          text: t.letters.door,
          label: t.letters.read,
          open: { do: 'letter', act: { act: 'list-letters' } },
        },
  exhibits: ({ library }) => {
    const about = library.frameworks[0]?.name;
    const on = (day: number) => new Date(`2026-11-${day}T09:00:00Z`);
    return [
      {
        kind: 'letters',
        shown: [
          { id: 'b1', sentAt: on(23), about, reason: 'silent', words: 'Hvad siger grundlaget om natarbejde?' },
          { id: 'b2', sentAt: on(24), reason: 'disliked', words: nastyLine, name: 'Mette Sørensen' },
          { id: 'b3', sentAt: on(24), about, reason: 'asked' },
        ],
        total: 7,
        page: 0,
        pages: 3,
        zone,
        next: [],
      },
      { kind: 'letters', shown: [], total: 0, page: 0, pages: 1, zone, finished: true, next: [] },
    ];
  },
};

/** The kind of {@link LettersDueAnswer}. */
export const lettersDueKind: Kind<LettersDueAnswer> = {
  name: 'letters-due',
  card: dueCard,
  exhibits: ({ library }) => {
    const about = library.frameworks[0]?.name;
    return [
      { kind: 'letters-due', came: [{ about, count: 2 }, { count: 1 }], ending: 0, days: 30, next: [] },
      { kind: 'letters-due', came: [], ending: 3, days: 30, next: [] },
      { kind: 'letters-due', came: [{ about, count: 1 }], ending: 1, days: 30, next: [] },
    ];
  },
};

function listCard(answer: LettersAnswer, desk: Desk): Draft {
  const { shown, total, page, pages, finished } = answer;
  const { t, press } = desk;
  const under = total > 0 ? [t.letters.count(total), pages > 1 && t.page(page + 1, pages)] : [];
  const done: Element[] = finished ? [textBlock(t.letters.finished, { spacing: 'Small' })] : [];
  const none: Element[] = total === 0 ? [textBlock(t.letters.none, { spacing: 'Small' })] : [];
  return {
    summary: t.letters.title,
    head: { title: t.letters.title, under },
    body: [...done, ...none, ...shown.map((each) => letterBox(each, answer, desk))],
    actions: page + 1 < pages ? [press('letter', { act: 'list-letters', page: page + 1 }, t.letters.more, 'alone')] : [],
  };
}

/** What people wrote is never read as Markdown, and each of its lines is one of its own. */
function letterBox(letter: LetterView, { page, zone: of }: LettersAnswer, { t, view, press }: Desk): Element {
  const { id, sentAt, about, reason, words = t.letters.sealed, name } = letter;
  const line = [longDate(sentAt, view.language, of), about ?? t.letters.noFramework, t.letters.reason[reason]].join(' · ');
  const lines = words.split(/\s*[\n\r\u2028\u2029]+\s*/u).filter((each) => each !== '');
  const done = press('letter', { act: 'finish-letter', letter: id, page }, t.letters.done, 'alone');
  return container(
    [
      plainText(line, { size: 'Small', isSubtle: true }),
      ...lines.map((each) => plainText(each, {}, { spacing: 'Small' })),
      plainText(name ?? t.letters.unsigned, { size: 'Small', isSubtle: true }, { spacing: 'Small' }),
      tapRow([textBlock(t.letters.done, { color: 'Accent' })], done, { spacing: 'Small' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

function dueCard({ came, ending, days }: LettersDueAnswer, desk: Desk): Draft {
  const { t, press } = desk;
  const total = came.reduce((sum, { count }) => sum + count, 0);
  const title = total > 0 ? t.letters.came(total) : t.letters.waiting;
  return {
    summary: title,
    head: { title },
    body: [
      ...came.map(({ about, count }) => plainText(`${about ?? t.letters.noFramework}: ${count}`, {}, { spacing: 'Small' })),
      ...(ending > 0 ? [textBlock(t.letters.ending(ending, days), { spacing: 'Medium' })] : []),
    ],
    actions: [press('letter', { act: 'list-letters' }, t.letters.read, 'alone')],
  };
}
