/**
 * The page to look a document through on: it opens from disk, needs nothing else, and prints.
 */
import { type Html, html, raw } from '../web/html.js';
import { type Doubt, doubts as gravest } from './place.js';
import type { Review, Row, Written } from './review.js';
import type { Words } from './strings/da.js';
import type { Conflict } from './write.js';

/** All that the page shows. */
export type Reviewed = {
  readonly id: string;
  readonly name: string;
  readonly language: 'da' | 'en';
  readonly review: Review;
  readonly written: Written | undefined;
  readonly conflicts: readonly Conflict[];
  /** What keeps the file from being used, in words. */
  readonly faults: readonly string[];
};

const STYLE = `
:root{color-scheme:light}body{font:16px/1.45 system-ui,sans-serif;color:#1c2b33;background:#fff;max-width:72rem;margin:2rem auto;padding:0 1.25rem}
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.2rem 0 .4rem}h3{font-size:1rem;font-weight:600;margin:1.4rem 0 .2rem;color:#7a3e00;max-width:48rem}p{margin:.3rem 0;max-width:48rem}
.counts{font-weight:600}table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #cfd8dc}th{background:#eef3f5}
td:first-child{white-space:nowrap;color:#52636b}td:nth-child(2){width:46%}.why{color:#7a3e00}.out td:nth-child(2){color:#52636b}
pre{white-space:pre-wrap;background:#f6f8f9;padding:.5rem .7rem;margin:.3rem 0;font-size:.85rem}li{margin:.2rem 0}
@media print{body{font-size:10pt;margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}}`;

/** Draws the page. */
export function reviewPage(reviewed: Reviewed, words: Words): string {
  const { id, name, language, review, written, conflicts, faults } = reviewed;
  const { page } = words;
  const statements = written ? written.common.statements.length + written.statements.reduce((sum, { items }) => sum + items.length, 0) : 0;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title(name)}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<h1>${page.title(name)}</h1>
<p>${page.lead}</p>
<p class="counts">${page.counts(statements, review.doubtful.length, review.rows.filter(({ isOut }) => isOut).length)}</p>
${listed(page.faults, undefined, faults)}
${conflicts.length > 0 && html`<h2>${page.conflicts}</h2><p>${page.conflictsLead}</p>${conflicts.map((each) => conflict(each, words))}`}
${listed(page.foreign, page.foreignLead, review.foreign)}
<h2>${page.check}</h2>
${review.doubtful.length > 0 ? doubtful(review.doubtful, words) : html`<p>${page.checkNone}</p>`}
${written && roles(written, words)}
<h2>${page.all}</h2>
${table(review.rows, words)}
${written && prompts(written, id, words)}
<p>${page.next(id)}</p>
</body>
</html>
`.html;
}

function listed(title: string, lead: string | undefined, lines: readonly string[]): Html | false {
  return (
    lines.length > 0 &&
    html`<h2>${title}</h2>${lead !== undefined && html`<p>${lead}</p>`}<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  );
}

function conflict({ yours, ours }: Conflict, { page }: Words): Html {
  return html`<p>${page.yours}</p><pre>${yours}</pre><p>${page.ours}</p><pre>${ours}</pre>`;
}

/** What is doubtful, under its gravest reason, which is said once. */
function doubtful(rows: readonly Row[], words: Words): readonly Html[] {
  return gravest.flatMap((doubt) => {
    const same = rows.filter((row) => reasonsOf(row)[0] === doubt).map((row) => ({ ...row, doubts: reasonsOf(row).slice(1) }));
    return same.length === 0 ? [] : [html`<h3>${words.doubts[doubt]} (${same.length})</h3>`, table(same, words)];
  });
}

/** The reasons of a row, the gravest first; how words were joined is said only where nothing graver is. */
function reasonsOf({ doubts }: Row): Doubt[] {
  const sorted = [...doubts].sort((a, b) => gravest.indexOf(a) - gravest.indexOf(b));
  return sorted.filter((doubt, at) => at === 0 || (doubt !== 'ocr' && doubt !== 'gap' && doubt !== 'hyphen'));
}

function table(rows: readonly Row[], words: Words): Html {
  const line = (row: Row) => {
    const why = reasonsOf(row)
      .map((doubt) => words.doubts[doubt])
      .join(' ');
    return html`<tr${row.isOut && raw(' class="out"')}><td>${row.page}</td><td>${row.text}</td><td>${row.where}</td><td class="why">${why}</td></tr>
`;
  };
  return html`<table><thead><tr>${words.page.heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>
${rows.map(line)}</tbody></table>`;
}

function roles(written: Written, { page }: Words): Html {
  const count = (id: string) => written.statements.filter(({ role }) => role === id).reduce((sum, { items }) => sum + items.length, 0);
  return html`<h2>${page.roles}</h2><p>${page.rolesLead}</p>
<table><thead><tr>${page.roleHeads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>
${written.roles.map(
  (role) => html`<tr><td>${role.label}</td><td>${role.level}</td><td>${role.aliases.join(', ')}</td><td>${count(role.id)}</td></tr>
`,
)}</tbody></table>`;
}

function prompts(written: Written, id: string, { page }: Words): Html {
  const all = [...written.common.statements, ...written.statements.flatMap(({ items }) => items)];
  return html`<h2>${page.prompts}</h2><p>${page.promptsLead(`${id}.yaml`)}</p>
<ul>${all.map(
    (each) => html`<li><code>${each.id}</code> ${each.text}</li>
`,
  )}</ul>`;
}
