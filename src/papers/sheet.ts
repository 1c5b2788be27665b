/**
 * A paper as one file that needs nothing besides itself and prints on A4. At its top stand what it is of and who decides.
 */
import { type Html, html, lined, raw } from '../web/html.js';
import { renderContent } from '../web/page.js';
import type { Installation } from './installation.js';
import type { Field, Paper, PaperSection, PaperTable } from './paper.js';
import { dayIn, frame } from './strings/frame.js';
import { paperStyle, paperStyleHash } from './style.js';

/** It is opened as a file, so the policy stands in it. */
const policy = `default-src 'none'; style-src '${paperStyleHash}'; base-uri 'none'; form-action 'none'`;

/** The file's text. */
export function renderPaper(paper: Paper, installation: Installation): string {
  const back = paper.id === 'index' ? undefined : html`<header><a href="index.html">${frame.back}</a></header>\n`;
  return html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${`${paper.title} · Ledelseskompas`}</title>
<meta name="robots" content="noindex">
<style>${raw(paperStyle)}</style>
</head>
<body>
${back}<main>
<h1>${paper.title}</h1>
<p class="lead">${paper.lead}</p>
${renderOrigin(installation)}
<p class="decides"><strong>${frame.decidesTitle}</strong> ${paper.decides ?? frame.decides}</p>
${lined(paper.sections.map(renderSection))}
</main>
</body>
</html>
`.html;
}

function renderOrigin({ version, date, municipality, frameworks }: Installation): Html {
  const pairs: [string, string][] = [
    [frame.of, municipality ?? frame.unnamed],
    [frame.version, version],
    [frame.date, dayIn(date)],
    [frame.frameworks, frameworks.map(({ name }) => name).join(', ')],
  ];
  return html`<dl>${pairs.map(([word, what]) => html`<dt>${word}</dt><dd>${what}</dd>`)}</dl>`;
}

function renderSection(section: PaperSection): Html {
  const { title, tables = [], fields = [] } = section;
  const body = lined([renderContent(section), ...tables.map(renderTable), ...fields.map(renderField)]);
  return html`<section>\n${title && html`<h2>${title}</h2>\n`}${body}\n</section>`;
}

function renderTable({ caption, head, widths, rows }: PaperTable): Html {
  const titles = head.map((title, at) => html`<th scope="col" class="w${widths[at] ?? ''}">${title}</th>`);
  const body = rows.map(
    ([name = '', ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>
${lined(body)}
</tbody>
</table>`;
}

/** What is to be filled in looks so on paper too, and is said to those who hear the page. */
function renderField({ label, lines }: Field): Html {
  const size = lines ? ` lines${lines}` : '';
  return html`<p class="field"><span>${label}</span><span class="blank${size}">${frame.blank}</span></p>`;
}
