/**
 * A web page as data: the shared frame of every page that people open in a browser.
 */
import type { Entry, Link, Section, Text } from '../cards/sections.js';
import type { Language } from '../content/language.js';
import type { Document } from './document.js';
import { type Html, html, lined, raw } from './html.js';
import { da } from './strings/da.js';
import { en } from './strings/en.js';
import { style, styleHash } from './style.js';

/** An answer to a browser. `headers` are those that differ from page to page; the server adds its own to all. */
export type Page = { readonly status: 200 | 404; readonly headers: Readonly<Record<string, string>>; readonly html: string };

/** The texts of a language. */
export const strings = { da, en } as const;

/** Images in the page are the icon of its tab; there is no script, form, frame or font, and nobody may frame it. */
const policy = `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const compass = raw(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192" aria-hidden="true" focusable="false"><rect width="192" height="192" fill="#123c4d"/><circle cx="96" cy="96" r="70" fill="none" stroke="#f6efe2" stroke-width="8"/><g transform="rotate(32 96 96)"><path fill="#ffb938" d="M96 34.500a12.500 12.500 0 110 25 12.500 12.500 0 010-25zm0 28.500c7 0 10.500 4 12 9l7 22h-38l7-22c1.500-5 5-9 12-9z"/><path fill="#8fbcc9" d="M96 132.500a12.500 12.500 0 110 25 12.500 12.500 0 010-25zm0-3.500c7 0 10.500-4 12-9l7-22h-38l7 22c1.500 5 5 9 12 9z"/></g></svg>`,
);

/** Lays a document out as a page. `path` is the page's own address, for the link to the other language. */
export function renderPage(document: Document, { language, path }: { readonly language: Language; readonly path: string }): Page {
  const t = strings[language];
  const other = language === 'da' ? 'en' : 'da';
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`${document.title} · ${t.name}`}</title>
<meta name="description" content="${document.lead}">
<meta name="robots" content="noindex">
${renderOpenGraph(document, language)}<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(compass.html)}">
<style>${raw(style)}</style>
</head>
<body>
<header><a class="brand" href="${address('/om', language)}">${compass}<span>${t.name}</span></a>
<a class="language" lang="${other}" hreflang="${other}" href="${address(path, other)}">${t.otherLanguage}</a></header>
<main>
<h1>${document.title}</h1>
<p class="lead">${document.lead}</p>
${renderBody(document)}
</main>
<footer><nav aria-label="${t.navigation}"><ul>${t.pages.map(({ text, href }) => renderNavigation({ text, href }, path, language))}</ul></nav></footer>
</body>
</html>
`;
  return { status: 200, headers: headersOf(language), html: page.html };
}

function headersOf(language: Language): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policy,
    'Cache-Control': 'public, max-age=300',
    Vary: 'Accept-Language',
  };
}

function renderNavigation({ text, href }: Link, path: string, language: Language): Html {
  return html`<li><a href="${address(href, language)}"${href === path && raw(' aria-current="page"')}>${text}</a></li>`;
}

function renderOpenGraph({ title, lead, box, address: url }: Document, language: Language): readonly Html[] {
  if (!url) return [];
  const t = strings[language];
  const facts = {
    title: `${title} · ${t.name}`,
    description: box ? `${lead}. ${box.text}` : lead,
    type: 'article',
    url,
    site_name: t.name,
    locale: language === 'da' ? 'da_DK' : 'en_GB',
  };
  return Object.entries(facts).map(([name, what]) => html`<meta property="og:${name}" content="${what}">\n`);
}

function renderBody({ sections, box }: Document): Html {
  const rendered = sections.map(renderSection);
  if (!box) return lined(rendered);
  const ours = html`<div class="entry"><h2>${box.title}</h2><p>${box.text}</p><p class="note">${box.note}</p></div>`;
  return lined([...rendered.slice(0, -1), ours, ...rendered.slice(-1)]);
}

function renderSection(section: Section): Html {
  const body = renderContent(section);
  return section.title ? html`<section>\n<h2>${section.title}</h2>\n${body}\n</section>` : body;
}

/** What stands under a section's heading. */
export function renderContent({ quotes = [], paragraphs = [], points = [], entries = [] }: Section): Html {
  const list = points.length > 0 ? [html`<ul>${points.map((point) => html`<li>${renderText(point)}</li>`)}</ul>`] : [];
  const adopted = quotes.map((quote) => html`<blockquote lang="da">${quote.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>`);
  return lined([...adopted, ...paragraphs.map((paragraph) => html`<p>${renderText(paragraph)}</p>`), ...list, ...entries.map(renderEntry)]);
}

function renderEntry({ title, facts }: Entry): Html {
  const pairs = facts.map(([word, what]) => html`<dt>${word}</dt><dd>${what}</dd>`);
  return html`<div class="entry"><h3>${title}</h3><dl>${pairs}</dl></div>`;
}

function renderText(text: Text): readonly Html[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.map((part) => (typeof part === 'string' ? html`${part}` : html`<a href="${part.href}">${part.text}</a>`));
}

function address(path: string, language: Language): string {
  return `${path}?sprog=${language}`;
}
