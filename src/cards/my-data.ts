import type { AnswerOf } from '../answers/answer.js';
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

/** Asks once whether everything shall be deleted, or says that it is. */
export function deleteDataCard({ done }: AnswerOf<'delete-data'>, desk: Desk): Draft {
  const { t, ask, act } = desk;
  const { title, lines } = done ? t.myData.deleted : t.myData.ask;
  return {
    summary: title,
    body: [...header(title), ...lines.map((line, at) => textBlock(line, { spacing: at === 0 ? 'Small' : 'Medium' }))],
    actions: done
      ? desk.lead([{ intent: 'help' }], {})
      : [
          ask({ intent: 'delete-data', confirmed: true }, t.myData.surely),
          ask({ intent: 'export-data' }, t.myData.first),
          act({ act: 'keep-data' }, t.myData.no),
        ],
  };
}
