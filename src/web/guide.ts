/**
 * A conversation guide as one A4 sheet: its purpose, statements with a question, a scale and lines to write on, and
 * the next step. The adopted words stand beside a line; everything else is ours and says so.
 */
import type { GuideAnswer } from '../answers/guide.js';
import { roleName, sourceLine, themeGloss } from '../cards/names.js';
import { da } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { COMMON } from '../content/framework.js';
import type { Language } from '../content/language.js';
import { guideStyle, guideStyleHash } from './guide-style.js';
import { type Html, html, lined, raw } from './html.js';
import type { Page } from './page.js';
import { daGuide } from './strings/da.js';
import { enGuide } from './strings/en.js';

type Guide = GuideAnswer;
type Item = Guide['items'][number];
type Texts = typeof da & typeof daGuide;

const texts: Readonly<Record<Language, Texts>> = { da: { ...da, ...daGuide }, en: { ...en, ...enGuide } };

/** More lines than ever fit under a statement; the sheet shows as many as there is room for. */
const LINES = 9;

/** Characters of statements and questions from which the letters grow smaller, so that all stays on one sheet. */
const DENSE = 900;
const TIGHT = 1_350;

const policy = `default-src 'none'; style-src '${guideStyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The sheet as a page of its own. */
export function guidePage(guide: Guide, language: Language): Page {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policy,
    'Cache-Control': 'public, max-age=300',
  };
  return { status: 200, headers, html: sheet(guide, language, texts[language]).html };
}

function sheet(guide: Guide, language: Language, t: Texts): Html {
  const { occasion, items } = guide;
  const title = t.guideTitle[occasion];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`${title}: ${headingOf(guide)}`}</title>
<meta name="robots" content="noindex">
<style>${raw(guideStyle)}</style>
</head>
<body>
<main class="${density(guide, language)}">
<h1>${title}</h1>
<p class="place">${placeOf(guide, language)}</p>
<ul class="blanks">${t.blanks[occasion].map((blank) => html`<li>${blank}</li>`)}</ul>
<p>${t.guidePurpose[occasion]}</p>
<p class="how">${`${t.guideHow[occasion]} ${t.scale[occasion].ask} ${t.scaleNote}`}</p>
${leadOf(guide)}
<ol class="items">
${lined(items.map((item) => entry(item, guide, language, t)))}
</ol>
<section class="next"><h2>${t.guideNext}</h2><p>${t.guideNextStep[occasion]}</p>${lines(1)}</section>
<p class="source">${sourceOf(guide, t)}</p>
</main>
</body>
</html>
`;
}

function density(guide: Guide, language: Language): string {
  const words = guide.items.flatMap(({ statement, prompt }) => [statement.text, prompt?.[language] ?? '']);
  const length = [leadOf(guide)?.html ?? '', ...words].join('').length;
  return length >= TIGHT ? 'tight' : length >= DENSE ? 'dense' : 'roomy';
}

/** Whether the statements are those that all leaders share, as in an exercise for a team. */
function isShared({ items }: Guide): boolean {
  return items.every(({ statement }) => statement.role === COMMON);
}

/** The document's heading over the statements. */
function headingOf(guide: Guide): string {
  return isShared(guide) ? guide.framework.common.heading : guide.role.label;
}

function placeOf(guide: Guide, language: Language): string {
  const { role, framework } = guide;
  const gloss = language === 'en' && !isShared(guide) ? [roleName(role, language)] : [];
  return [headingOf(guide), ...gloss, framework.name].join(' · ');
}

/** The adopted words that the shared statements go on from. */
function leadOf(guide: Guide): Html | undefined {
  const lead = isShared(guide) ? guide.framework.common.lead : undefined;
  return lead && html`<blockquote lang="da"><p>${lead.text}</p></blockquote>`;
}

function entry({ statement, theme, prompt }: Item, { occasion }: Guide, language: Language, t: Texts): Html {
  const gloss = theme && themeGloss(theme, language);
  const label = theme && html`<h2><span lang="da">${theme.label.text}</span>${gloss && ` · ${gloss}`}</h2>`;
  const words = statement.text.split('\n').map((line) => html`<p>${line}</p>`);
  const doubt = statement.uncertain && html`<p class="doubt">${t.uncertain}</p>`;
  const question = prompt && html`<p><strong>${t.guideAsk}:</strong> ${prompt[language]}</p>`;
  const top = html`<div class="top">${label}${scale(t.scale[occasion])}</div>`;
  return html`<li>${top}<blockquote lang="da">${words}</blockquote>${doubt}${question}${lines(LINES)}</li>`;
}

function scale({ low, high }: Texts['scale'][Guide['occasion']]): Html {
  const numbers = [1, 2, 3, 4, 5].map((number) => html`<b>${number}</b> `);
  return html`<p class="scale"><span>${low}</span> ${numbers}<span>${high}</span></p>`;
}

function lines(count: number): Html {
  return html`<div class="lines" aria-hidden="true">${raw('<i></i>'.repeat(count))}</div>`;
}

function sourceOf(guide: Guide, t: Texts): string {
  const { framework, items } = guide;
  const mended = items.some(({ statement }) => statement.original !== undefined) ? [t.mended] : [];
  return [sourceLine(framework, headingOf(guide), t), t.adopted, t.ours, ...mended].join(' ');
}
