/**
 * What `npm run import` says, in English.
 */
import type { importing as danish } from './import-da.js';

export const importing: typeof danish = {
  usage: (formats) => `Usage: npm run import -- file.(${formats}) --id nordkoebing-2026 [--name "Nordkøbing 2026"] [--out folder]
       npm run import -- --measure
       Makes a draft of a framework from the document, and a page that shows each sentence and where it was put.
       Change the draft and run the command again: what you wrote stays.
       --id names the file: small letters a–z, digits and hyphens.
       --out is the folder that is written to (out/import without it).
       --measure shows how well the documents in content/ are read.
       Speaks Danish, with --da or without it; English with --en.`,
  badId: (id) => `"${id}" cannot be an id. Write small letters a–z, digits and single hyphens, such as nordkoebing-2026`,
  notOurs: (file) =>
    `"${file}" is there already, and the import does not know what it wrote in it. Choose another --id, or another folder with --out. Nothing was changed`,
  unwritable: (folder) => `Cannot write to "${folder}". Name a folder that you may write to with --out`,
  faults: {
    missing: (file) => `Cannot find "${file}". See whether its name and folder are right, and whether you may read it`,
    unknown: (file) => `Cannot read "${file}". Save the document as docx, pdf, txt, xlsx or html and try again`,
    'too-large': (file) => `"${file}" is too large. Save the document without pictures, or part it, and try again`,
    encrypted: (file) =>
      `"${file}" has a password or is of an old format. Open it, save it without one as docx, xlsx or pdf, and try again`,
    scanned: (file) =>
      `"${file}" is pictures of pages without text. Ask for the document as it was written, or have a scanner recognise its text first`,
    broken: (file) => `"${file}" cannot be read: it is not whole, or it is not what its name says. Get it again, or save it anew`,
    empty: (file) => `There is no text in "${file}". Is it the right file?`,
    tools: (file) => `Cannot read "${file}" here: what reads documents is not installed. Run npm ci on a computer for editing`,
  },
  done: ({ statements, doubtful, conflicts, foreign, faults }) => [
    ...(statements > 0
      ? [`${statements} statements, and ${doubtful} places to look at.`]
      : [`The draft is no framework yet; ${doubtful} places to look at.`]),
    ...(faults > 0 ? [`${faults} things are missing before the file can be used. They stand at the top of the page.`] : []),
    ...(conflicts > 0 ? [`In ${conflicts} places you changed what is new in the source too. What you wrote stays; see the page.`] : []),
    ...(foreign > 0 ? [`${foreign} statements have words that are not in the source. They stand at the top of the page.`] : []),
  ],
  written: ({ draft, source, page }) => [
    `Draft:  ${draft}`,
    `Source: ${source}`,
    `Review: ${page} (open it in a browser)`,
    'Mend the draft and run this again, as often as you like. When it is good, copy it to frameworks/ and the source to sources/ in the folder with your content.',
  ],
  measured: ['framework', 'statements', 'right', 'share', 'wrong without a doubt'],
};
