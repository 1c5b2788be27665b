/**
 * The gallery as one HTML page without a file from the network: each card in light, dark, high contrast, and at 320 px.
 */
import type { CardJson } from '../../cards/message.js';
import { html } from '../../web/html.js';
import { hostConfig, palettes, type Theme } from './looks.js';

/** A card with what stands over it. */
export type Exhibit = { readonly title: string; readonly language: string; readonly summary: string; readonly card: CardJson };

type Panel = { readonly id: string; readonly name: string; readonly theme: Theme; readonly width: number };

/** The ways each card is shown. */
export const panels: readonly Panel[] = [
  { id: 'light', name: 'Light', theme: 'light', width: 480 },
  { id: 'dark', name: 'Dark', theme: 'dark', width: 480 },
  { id: 'contrast', name: 'High contrast', theme: 'contrast', width: 480 },
  { id: 'phone', name: 'Phone, 320 px', theme: 'light', width: 320 },
];

/** Builds the page. `renderer` is the text of `adaptivecards/dist/adaptivecards.min.js`. */
export function galleryPage(exhibits: readonly Exhibit[], renderer: string): string {
  const data = {
    cards: exhibits.map(({ card }) => card),
    panels,
    hosts: Object.fromEntries(panels.map(({ theme }) => [theme, hostConfig(theme)])),
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Card gallery, Ledelseskompas</title>
<style>${styles()}</style>
</head>
<body>
<header><h1>Card gallery</h1>
<p>${exhibits.length} cards from the content of this folder. Buttons do nothing here; folded parts unfold.</p>
<nav aria-label="Show">${[{ id: 'all', name: 'All' }, ...panels].map(({ id, name }) => `<a href="#${id}" data-show="${id}">${name}</a>`).join(' ')}</nav></header>
<main>${exhibits.map(exhibitHtml).join('\n')}</main>
<script>${inScript(renderer)}</script>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}

function exhibitHtml({ title, language, summary, card }: Exhibit, at: number): string {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const frames = panels.map(
    ({ id, theme, name }) =>
      html`<div class="panel ${theme}" data-card="${at}" data-panel="${id}" role="group" aria-label="${`${title}, ${name}, card ${at + 1}`}" lang="${language}"></div>`,
  );
  return html`<section aria-labelledby="t${at}"><h2 id="t${at}">${title}</h2><p class="note">${summary} · ${(bytes / 1000).toFixed(1)} kB</p><div class="row">${frames}</div></section>`
    .html;
}

/** Renders each card in each panel with ids of its own, since one page holds the same card several times. */
const script = `
const { cards, panels, hosts } = JSON.parse(document.getElementById('data').textContent);
const rename = (value, prefix) => {
  if (Array.isArray(value)) return value.map((each) => rename(each, prefix));
  if (!value || typeof value !== 'object') return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each, prefix)]));
  if (typeof copy.id === 'string' && copy.type && !copy.intent) copy.id = prefix + copy.id;
  if (copy.targetElements) copy.targetElements = copy.targetElements.map((id) => prefix + id);
  return copy;
};
for (const frame of document.querySelectorAll('[data-card]')) {
  const panel = panels.find(({ id }) => id === frame.dataset.panel);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hosts[panel.theme]);
  card.parse(rename(cards[frame.dataset.card], 'c' + frame.dataset.card + '-' + panel.id + '-'));
  frame.append(card.render());
}
// The renderer marks what was toggled as expanded instead of what toggles it; readers of the page get it right.
new MutationObserver((changes) => {
  for (const { target } of changes) if (!target.matches('button, [role="button"]')) target.removeAttribute('aria-expanded');
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-expanded'] });
const show = () => {
  const wanted = location.hash.slice(1) || 'all';
  document.body.dataset.show = wanted;
  for (const link of document.querySelectorAll('[data-show]')) {
    if (link.dataset.show === wanted) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  }
};
addEventListener('hashchange', show);
show();
`;

function styles(): string {
  const themes = (Object.keys(palettes) as Theme[]).map((theme) => themeStyles(theme)).join('\n');
  const widths = panels
    .map(
      ({ id, width, theme }) =>
        `.panel[data-panel="${id}"]{width:${width}px}body[data-show="${id}"] .panel:not([data-panel="${id}"]){display:none}body[data-show="${id}"]{background:${theme === 'light' ? '#ebebeb' : '#1f1f1f'};color:${theme === 'light' ? '#242424' : '#fff'}}`,
    )
    .join('\n');
  return `body{margin:0;padding:24px;background:#ebebeb;color:#242424;font:14px/1.45 "Segoe UI",system-ui,Arial,sans-serif}
h1{margin:0 0 4px}h2{font-size:16px;margin:40px 0 0}.note{margin:0 0 12px}
nav a{color:inherit;padding:4px 8px;border-radius:4px}nav a[aria-current]{font-weight:600;text-decoration:none;outline:2px solid currentColor}
.row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
.panel{box-sizing:border-box;max-width:100%;border-radius:8px;overflow:hidden;border:1px solid #c7c7c7}
.panel .ac-pushButton{font:600 14px/20px "Segoe UI",system-ui,Arial,sans-serif;padding:5px 12px;border-radius:4px;background:transparent;cursor:pointer;overflow:hidden;text-overflow:ellipsis;max-width:100%}
.panel .ac-actionSet{flex-wrap:wrap;gap:8px}
.panel .ac-actionSet>:not(button){display:none}
.panel .ac-container.ac-selectable:focus-visible,.panel .ac-pushButton:focus-visible{outline:2px solid currentColor;outline-offset:1px}
.panel .ac-container.ac-selectable{cursor:pointer}
.panel .ac-input{font:14px/20px "Segoe UI",system-ui,Arial,sans-serif;padding:5px 10px;border-radius:4px}
.panel textarea.ac-input{min-height:72px}
${themes}
${widths}`;
}

function themeStyles(theme: Theme): string {
  const { back, text, line, accent, subtle } = palettes[theme];
  return `.panel.${theme}{background:${back};border-color:${line}}.panel.${theme} .ac-pushButton{color:${text};border:1px solid ${theme === 'contrast' ? accent : line}}.panel.${theme} .ac-input{background:${back};color:${text};border:1px solid ${subtle}}.panel.${theme} .ac-input::placeholder{color:${subtle};opacity:1}`;
}

/** A closing tag inside a script would end it. */
function inScript(text: string): string {
  return text.replaceAll('</script', '<\\/script');
}
