import type { AnswerOf } from '../answers/answer.js';
import type { Deleted } from '../answers/personal.js';
import type { Desk, Draft } from './desk.js';
import { plainText, textBlock } from './elements.js';
import { header } from './frame.js';

/** Part of everything that is stored about the person, as lines to read; a line that is a heading begins with "# ". */
export function exportCard({ part, parts, lines, rest }: AnswerOf<'export'>, desk: Desk): Draft {
  const { t } = desk;
  const title = t.myData.part(part, parts);
  const body = lines.map((line) =>
    line.startsWith('# ')
      ? plainText(line.slice(2), { weight: 'Bolder' }, { spacing: 'Large' })
      : plainText(line, {}, { spacing: 'Small' }),
  );
  const last = part === parts;
  return {
    summary: title,
    body: [
      ...header(title),
      ...(part === 1 ? [textBlock(t.myData.intro, { spacing: 'Small' })] : []),
      ...body,
      ...(rest ? [textBlock(t.myData.rest, { spacing: 'Large' })] : []),
    ],
    actions: last ? desk.lead([{ intent: 'delete-data' }, { intent: 'privacy' }], {}) : [],
  };
}

/** Asks once whether everything shall be deleted, or says what was. */
export function deleteDataCard({ done }: AnswerOf<'delete-data'>, desk: Desk): Draft {
  const { t, ask, press } = desk;
  if (done) return page(t.myData.deleted.title, deletedLines(done, desk), desk.lead([{ intent: 'help' }], {}));
  return page(t.myData.ask.title, t.myData.ask.lines, [
    ask({ intent: 'delete-data', confirmed: true }, t.myData.surely),
    ask({ intent: 'export-data' }, t.myData.first),
    press('act', { act: 'keep-data' }, t.myData.no),
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
export function farewellCard({ endsOn }: AnswerOf<'farewell'>, { t, press, view }: Desk): Draft {
  const { title, lines, keep } = t.myData.farewell;
  const date = new Intl.DateTimeFormat(view.language === 'en' ? 'en-GB' : 'da-DK', { dateStyle: 'long', timeZone: 'UTC' });
  return page(title, lines(date.format(new Date(`${endsOn}T12:00:00Z`))), [press('act', { act: 'keep-data' }, keep)]);
}

function page(title: string, lines: readonly string[], actions: Draft['actions']): Draft {
  const body = lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }));
  return { summary: title, body: [...header(title), ...body], actions };
}
