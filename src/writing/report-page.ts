/**
 * How the content is, as one page that needs nothing besides itself and prints well.
 */
import { DateTime } from 'luxon';
import type { Language } from '../content/language.js';
import { type Html, html, lined, raw } from '../web/html.js';
import { renderPart } from '../web/insight-page.js';
import type { InsightPart } from '../web/insight-report.js';
import { insightStyle, insightStyleHash } from '../web/insight-style.js';
import { strings } from '../web/page.js';
import type { Standing } from './standing.js';
import { type ReportWords, reportWords } from './strings/report.js';

/** A file that was changed: how often, where git knows, and on which day last; without a day it is not in git yet. */
export type Changed = { readonly file: string; readonly times?: number | undefined; readonly last?: string | undefined };

/** What the page is made of. `unanswered` is a part of the report of what is asked, with its small numbers hidden, or why there is none. */
export type ContentReport = {
  readonly today: string;
  readonly since: string;
  readonly standings: readonly Standing[];
  readonly unanswered: { readonly part: InsightPart | undefined; readonly notes: readonly string[] } | { readonly why: string };
  readonly changes: { readonly by: 'git' | 'time'; readonly files: readonly Changed[] };
};

/** It is opened as a file, so the policy stands in the page. */
const policy = `default-src 'none'; style-src '${insightStyleHash}'; base-uri 'none'; form-action 'none'`;

/** The page. Days are as 2026-09-01. */
export function contentReportPage(report: ContentReport, language: Language): string {
  const words = reportWords[language];
  const { standings, since, today } = report;
  const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }).setLocale(language).toFormat(words.date);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${`${words.title} · ${strings[language].name}`}</title>
<style>${raw(insightStyle)}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p class="lead">${words.lead(day(today), standings.length)}</p>
${lined([
  section(words.ages, [list(standings.map((each) => ageOf(each, words)))]),
  ...examplesOf(standings, words),
  section(
    words.unasked,
    byFramework(standings, ({ unasked }) => unasked.map(({ id, text }) => `${text} (${localOf(id)})`), words.unaskedNone),
  ),
  section(words.wordless, wordlessOf(standings, words)),
  section(words.unanswered, unansweredOf(report, words, language)),
  section(words.changed(day(since)), changesOf(report, words, day)),
])}
</main>
</body>
</html>
`.html;
}

function section(title: string, body: readonly Html[]): Html {
  return html`<section>\n<h2>${title}</h2>\n${lined(body)}\n</section>`;
}

function list(lines: readonly string[]): Html {
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function localOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function ageOf({ framework: { name, edition }, age, newer }: Standing, words: ReportWords): string {
  const line = age === undefined || edition === null ? words.noAge(name) : words.age(name, edition, age);
  return newer ? words.replaced(line, newer.name) : line;
}

/** What is missing, framework by framework; those that miss nothing are left out. */
function byFramework(standings: readonly Standing[], of: (standing: Standing) => readonly string[], none: string): readonly Html[] {
  const missing = standings.flatMap((each) => (of(each).length > 0 ? [html`<h3>${each.framework.name}</h3>`, list(of(each))] : []));
  return missing.length > 0 ? missing : [html`<p>${none}</p>`];
}

function examplesOf(standings: readonly Standing[], words: ReportWords): readonly Html[] {
  if (standings.every(({ examples }) => examples.length === 0)) return [];
  return [
    section(
      words.examples,
      byFramework(standings, ({ examples }) => examples.map(({ text }) => text), ''),
    ),
  ];
}

function wordlessOf(standings: readonly Standing[], words: ReportWords): readonly Html[] {
  const found = byFramework(standings, ({ wordless }) => wordless.map(({ label }) => label.text), words.wordlessNone);
  const isAny = standings.some(({ wordless }) => wordless.length > 0);
  return isAny ? [html`<p class="note">${words.wordlessWhy}</p>`, ...found] : found;
}

function unansweredOf({ unanswered }: ContentReport, words: ReportWords, language: Language): readonly Html[] {
  if ('why' in unanswered) return [html`<p>${words.noNumbers(unanswered.why)}</p>`];
  const { part, notes } = unanswered;
  if (!part?.total) return [html`<p>${words.noQuestions}</p>`];
  return [renderPart(part, language), ...notes.map((note) => html`<p class="note">${note}</p>`)];
}

function changesOf({ changes }: ContentReport, words: ReportWords, day: (iso: string) => string): readonly Html[] {
  const how = html`<p class="note">${changes.by === 'git' ? words.byGit : words.byTime}</p>`;
  if (changes.files.length === 0) return [how, html`<p>${words.unchanged}</p>`];
  const lineOf = ({ file, times, last }: Changed) => (last === undefined ? words.unsaved(file) : words.change(file, times, day(last)));
  return [how, list(changes.files.map(lineOf))];
}
