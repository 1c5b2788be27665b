/**
 * Everything that the commands say, in English: what is printed unless Danish is asked for.
 */
import type { Texts } from './da.js';
import { editors } from './editors-en.js';
import { importing } from './import-en.js';
import { language, operators } from './operators-en.js';

/** The English texts. */
export const en: Texts = {
  decimal: (value, digits) => value.toFixed(digits),
  ask: {
    usage: `Usage: npm run ask -- "a question" [--framework ID] [--role "a role"] [--explain] [--json]
       npm run --silent ask -- --jsonl < questions.jsonl
${language}`,
    noQuestion: (line) => `line ${line}: not a question. Write {"id": …, "text": …, "profile": {"framework": …, "role": …} or null}`,
    words: 'words',
    readAs: 'read as',
    names: 'names',
    cues: 'cues',
    times: 'times',
    contentWords: 'content words',
    topic: (id) => `topic ${id}`,
    wants: 'what may be wanted, and what speaks for it',
    decision: 'decision',
  },
  cardPicture: {
    noBrowser: (path) => `there is no browser at ${path}. Install chromium, or name another in CHROMIUM`,
    tooBig: (bytes, most) => `the picture has ${bytes} bytes, more than ${most}. Show a shorter card`,
    written: (file, bytes) => `${file}: ${bytes} bytes`,
  },
  /** While what people said is learned; once for each change of the content. */
  learning: 'Learning from what people said, which takes some seconds.',
  checkContent: {
    usage: `Usage: npm run check-content -- [folder] [--strict] [--said]
       Looks over all that stands in content/, or where CONTENT_DIR says: each fault with file, line and what to write instead.
       --strict ends with 1 for remarks too. --said tells how well what people said can be learned.
       --schemas writes what an editor's program completes by (the folder schemas).
       With --da it speaks Danish, as it does anyway; with --en it speaks English.`,
    remarks: 'Worth a second look:',
    onlyRemarks: (n: number) => `No problem, but ${n === 1 ? 'one remark' : `${n} remarks`}.`,
    schemas: (n: number) => `${n} files written into schemas.`,
    saidHead: ['intent', 'lines', 'read right'],
    right: (share, lines) => `${share} of ${lines} lines are read right by a model that never saw their writer`,
    refuse: (from, good, outside) => `no from ${from}: ${good} of good questions refused, ${outside} of those out of scope`,
    act: (from, done, right, offered) => `done from ${from}: ${done} done, ${right} of them right; among the two offered else: ${offered}`,
    confusions: 'confused most often:',
    doubted: 'lines that no other writer would mean so (is the intent right?):',
    head: ['framework', 'roles', 'statements', 'common', 'definitions', 'prompts', 'agreements', 'problems'],
    problems: (n) => `${n} ${n === 1 ? 'problem' : 'problems'} found. Mend them and run this again.`,
    noProblems: (topics, titles, cues) =>
      `${topics} topics, ${titles} titles and ${cues} groups of cues in the lexicon. No problems found.`,
  },
  evaluate: {
    usage: `Usage: npm run evaluate -- [questions.jsonl …] [--wrong] [--reader-requests file] [--reader-answers file]
${language}`,
    intents: (share) => `intents ${share}`,
    goodRefused: (share) => `good questions refused ${share}`,
    outsideRefused: (share) => `out of scope refused ${share}`,
    byIntent: (shares) => `by intent: ${shares}`,
    byStyle: (shares) => `by style:  ${shares}`,
    confused: (pairs) => `confused:  ${pairs}`,
    pair: (wanted, got, times) => `${wanted} as ${got} ${times}`,
    wanted: (intent) => `want ${intent}`,
    got: (intent) => `got ${intent}`,
    latency: (middle, high) => `whole answer with its card: p50 ${middle} ms, p99 ${high} ms`,
    pooled: (lines, turns, good, outside) =>
      `in all: single messages ${lines}, turns of conversations ${turns}, good questions refused ${good}, out of scope refused ${outside}`,
    below: (part, threshold) => `${part} is below its threshold of ${threshold} %`,
    readerAsked: (asked, used, middle, most) =>
      `the second reader: ${asked} questions, ${used} answered; tokens in a question: median ${middle}, most ${most}`,
    readerWritten: (file) => `The questions stand in "${file}". Write the name of your deployment in place of DEPLOYMENT.`,
    readerCurve: (sure, asked, right) =>
      `${sure === 'always' ? 'always' : `sure from ${sure}`}: asked about ${asked}, right in all ${right} if all of that is read right`,
  },
  gallery: {
    usage: `Usage: npm run gallery -- [--framework ID] [--out folder] [--before folder]
--framework opens the page at that framework, --before shows what has changed since a gallery in that folder. ${language}`,
    written: (cards, file) => `${cards} cards in ${file}`,
    changed: (changed, cards, file) => `${changed} cards are new, changed or gone (of ${cards}): ${file}`,
    noFramework: (id, ids) => `"${id}" is no framework here. Write one of these: ${ids}`,
    noBefore: (file) => `"${file}" is not there. First run npm run gallery -- --out folder with what was before`,
  },
  guide: {
    usage: (occasions, languages) =>
      `Usage: npm run guide -- --framework ID --role "a role" [--occasion ${occasions}] [--language ${languages}] [--out file.html]
${language} The sheet's own language is --language.`,
    nothing: (role, framework) => `There is nothing to make a guide of for "${role}" in "${framework}"`,
    written: (file) => `${file}: open it in a browser and print it`,
    missing: (part, known) => `no ${part} is named. Write --${part} with one of: ${known}`,
    unknown: (part, given, known) => `unknown ${part} "${given}". Write --${part} with one of: ${known}`,
  },
  insight: {
    whichTenant: (tenants: string) => `--tenant is missing: each municipality gets its own numbers. Write one of: ${tenants}`,
    usage: `Usage: npm run insight -- [--framework ID] [--from 2026-11-02] [--weeks 8] [--out insight.html] [--tenant ID]
       What is asked, in numbers: week by week, by kind and theme, and what there is no answer to.
       Without --from it is the last weeks. --out writes a page for a browser too. COLUMNS says how wide the terminal is.
${language}`,
    noDate: (from) => `--from "${from}" is not a date. Write it as 2026-11-02.`,
    noWeeks: (weeks, most) => `--weeks "${weeks}" is not a number of weeks. Write 1 to ${most}.`,
    noFramework: (id, ids) => `"${id}" is not a framework here. Use one of: ${ids}`,
    written: (file) => `${file}: open it in a browser`,
    unwritable: (file, code) => `"${file}" cannot be written (${code}). Name a file in a folder that you may write in`,
  },
  trainCare: {
    trained: (messages, kilobytes, file) => `${messages} messages, ${kilobytes} KB of weights in ${file}`,
    part: (percent, all) => `${percent} % of ${all}`,
    from: (threshold) => `from ${threshold}`,
    unwellMissed: (part) => `unwell missed ${part}`,
    othersTaken: (part) => `others taken for it ${part}`,
    wellTaken: (part) => `well taken for it ${part}`,
    othersFound: (part) => `others found ${part}`,
    wellTakenForOthers: (part) => `well taken for others ${part}`,
    ownSent: (part) => `about whoever writes, and would be sent ${part}`,
    askedHeld: (part) => `asks about something else, held back ${part}`,
  },
  importing,
  ...editors,
  ...operators,
};
