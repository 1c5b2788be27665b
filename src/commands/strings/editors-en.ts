/**
 * What the commands of those who write content say, in English.
 */
import type { editors as danish } from './editors-da.js';

const language = '       With --en the command speaks English. Else it speaks Danish (--da).';

/** The English texts. */
export const editors: typeof danish = {
  newFramework: {
    usage: `Usage: npm run new-framework -- --id nordkoebing-2026 --name "Nordkøbing 2026" [--folder folder]
       npm run new-framework -- --edition-of aarhus-bu-2024 --id aarhus-bu-2027 --name "Aarhus Børn og Unge 2027" --source new-text.txt
       The first writes a new framework that works, with a line on each field. The second writes a new edition of a framework that
       you have: statements that go on keep their id, so that prompts, notes and cards go on too. The new text is a text file
       (--source) or a draft made by npm run import (--from).
${language}`,
    noId: (suggestion) => `--id is missing: it names the files. ${suggestion ? `Write for instance --id ${suggestion}` : ''}`.trim(),
    badId: (id, suggestion) =>
      `--id "${id}" will not do: write small letters a-z, digits and hyphens.${suggestion ? ` Write for instance --id ${suggestion}` : ''}`,
    noName: '--name is missing: it is what cards call the framework. Write for instance --name "Nordkøbing 2026"',
    exists: (file) => `"${file}" is there already, and nothing was written. Choose another --id`,
    noFolder: (folder) => `the folder "${folder}" has no frameworks/. Name a folder of content: --folder content`,
    noOlder: (id, known) => `"${id}" is no framework here. Write --edition-of with one of: ${known}`,
    oneText: 'write either --source with the new text or --from with a draft',
    noFile: (file) => `"${file}" cannot be read. See whether its name is right`,
    notUtf8: (file) => `"${file}" is not stored as UTF-8, which breaks æ, ø and å. Store it again as UTF-8 (in Notepad: Save as, Encoding)`,
    notLike: (id) =>
      `not one statement of "${id}" can be known again in the new text, and nothing was written. See whether it is the right file`,
    unwritable: (file, code) => `"${file}" cannot be written (${code}). See whether you may write in the folder`,
    written: (name) => `"${name}" has begun. The files:`,
    next: (id) => [
      'How to go on:',
      '  1. npm run content                      looks whenever you save, and shows the cards',
      `  2. Write your own words in frameworks/${id}.yaml and the whole text in sources/${id}.txt`,
      '  3. npm run check-content                says what does not fit',
      'The words of the template are examples: the bot shows them until you have written your own.',
    ],
    went: (all, same, close, older) =>
      `${same + close} of ${all} statements of ${older} go on with their id: ${same} in the same words, ${close} in changed ones.`,
    changed: 'Changed. See that it is the same statement; else give it a new id:',
    before: 'before:',
    now: 'now:   ',
    fresh: 'New in the text:',
    freshToPlace: 'New in the text. Write what is a statement into the file in frameworks/; it stands at its end as well:',
    after: (id) => `after ${id}`,
    first: 'first',
    gone: 'Gone. Prompts, notes and cards of these stay with the old edition:',
    doubts: 'Headings that the new text does not have. They were kept: put them right in the file in frameworks/:',
    noteFresh: (text, where) => `New in the text (${where}), not put in: ${text}`,
    noteGone: (text, id) => `Gone since the last edition (${id}): ${text}`,
    nextEdition: [
      'Now: read what has changed, put in what is new, and run npm run check-content. Prompts are borrowed from the old edition;',
      'see whether they still fit, and write some for the new statements.',
    ],
  },
  content: {
    usage: `Usage: npm run content [-- --folder folder] [--port 4180]
       npm run content -- --report [--out report.html] [--since 2026-09-01] [--tenant ID]
       The first goes on until you press Ctrl-C: whenever you save a file it looks for faults, asks three questions and shows the
       cards in your browser. The second writes one page on how the content is.
${language}`,
    noPort: (port) => `--port "${port}" is no port. Write a number from 0 to 65535 (0: a free one)`,
    noDate: (date) => `--since "${date}" is no date. Write it as 2026-09-01`,
    noFolder: (folder) => `the folder "${folder}" has no frameworks/. Name a folder of content: --folder content`,
    watching: (folder) => `Watching "${folder}". Save a file, and I look at it. Ctrl-C stops.`,
    page: (address) => `The cards: ${address} (the page loads itself again when you save)`,
    saved: (time, files) => `${time}: ${files}`,
    noFaults: 'No faults.',
    faults: (count) => (count === 1 ? 'One fault. Correct it, and save again:' : `${count} faults. Correct them, and save again:`),
    moreFaults: (count) => `… and ${count} more. They may be echoes of those above.`,
    asks: (id) => `Three questions to ${id}:`,
    more: '[…]',
    old: 'What people write is understood as it was learned last. New lines in lexicon/said/ count after npm run check-content.',
    questions: {
      role: (role) => `What is expected of a ${role}?`,
      theme: (theme) => `What does it say about ${theme}?`,
      prompt: 'Give me a question to reflect on',
    },
    stopped: 'Stopped.',
    broken: (code) => `the folder cannot be watched (${code}). Begin again with npm run content`,
    reported: (file) => `${file}: open it in a browser`,
    unwritable: (file, code) => `"${file}" cannot be written (${code}). Name a file in a folder where you may write`,
  },
};
