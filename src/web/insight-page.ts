/**
 * The report of what is asked as one page that needs nothing besides itself. Beside every bar stands its number; the bars are only
 * for the eye.
 */
import type { Language } from '../content/language.js';
import type { Shown } from './few.js';
import { type Html, html, lined, raw } from './html.js';
import type { InsightPart, InsightReport, InsightRow, InsightTable } from './insight-report.js';
import { insightStyle, insightStyleHash } from './insight-style.js';
import { type Page, strings } from './page.js';
import { insightWords } from './strings/insight.js';

/** It is opened as a file, so the policy stands in the page as well. */
const policy = `default-src 'none'; style-src '${insightStyleHash}'; base-uri 'none'; form-action 'none'`;

/** The page. */
export function insightPage(report: InsightReport, language: Language): Page {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': language, 'Content-Security-Policy': policy };
  const { title, scope, parts, notes } = report;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${`${title} · ${strings[language].name}`}</title>
<meta name="robots" content="noindex">
<style>${raw(insightStyle)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">${scope}</p>
${lined(parts.map((part) => renderPart(part, language)))}
${notes.map((note) => html`<p class="note">${note}</p>\n`)}</main>
</body>
</html>
`;
  return { status: 200, headers, html: page.html };
}

/** One part of the report under its heading. */
export function renderPart({ title, total, tables }: InsightPart, language: Language): Html {
  const words = insightWords[language];
  const few = total?.kind === 'few' && html`\n<p>${words.undivided}</p>`;
  const sum = total ? html`<p class="total">${words.total}: ${inWords(total, language)}</p>${few}` : html`<p>${words.none}</p>`;
  return html`<section>\n<h2>${title}</h2>\n${sum}\n${lined(tables.map((table) => renderTable(table, language)))}\n</section>`;
}

function renderTable({ title, rows }: InsightTable, language: Language): Html {
  const words = insightWords[language];
  if (!rows) return html`<h3>${title}</h3>\n<p>${words.undivided}</p>`;
  const most = Math.max(1, ...rows.map(({ count }) => lengthOf(count)));
  return html`<table>
<caption>${title}</caption>
<thead><tr>${column(words.columns.what)}<td class="bar"></td>${column(words.columns.count, 'number')}</tr></thead>
<tbody>
${lined(rows.map((row) => renderRow(row, most, language)))}
</tbody>
</table>`;
}

/** Who sees the table knows what its columns are. */
function column(title: string, name = 'what'): Html {
  return html`<th scope="col" class="${name}"><span class="unseen">${title}</span></th>`;
}

function renderRow({ label, count, weeks }: InsightRow, most: number, language: Language): Html {
  const series = weeks && html`<span class="weeks">${insightWords[language].weekly(weeks.join(', '))}</span>`;
  return html`<tr><th scope="row">${label}${series}</th><td class="bar">${bar(lengthOf(count) / most)}</td><td class="number">${inWords(count, language)}</td></tr>`;
}

/** Of a thousand parts of the width that there is; something is never drawn as nothing. */
function bar(share: number): Html | undefined {
  const width = Math.max(4, Math.round(share * 1000));
  if (share === 0) return undefined;
  return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${width}" height="10"/></svg>`;
}

function lengthOf(count: Shown): number {
  return count.kind === 'count' ? count.count : 0;
}

function inWords(count: Shown, language: Language): string {
  return count.kind === 'count' ? `${count.count}` : insightWords[language][count.kind];
}
