/**
 * The gallery as one HTML page without a file from the network: each card in light, dark, high contrast, and at 320 px.
 */
import type { CardJson } from '../../cards/message.js';
import { metrics } from '../../cards/phone.js';
import { html } from '../../web/html.js';
import type { Tags } from './exhibits.js';
import { hostConfig, palettes, scaled, type Theme } from './looks.js';

/** A card with what stands over it, what it is told apart by, and how it was before; null: there is none now, or was none. */
export type Exhibit = {
  readonly title: string;
  readonly language: string;
  readonly summary: string;
  readonly card: CardJson | null;
  readonly tags?: Tags;
  readonly before?: CardJson | null;
  /** The title of the dialog that it is shown in. */
  readonly dialogTitle?: string;
};

type Panel = {
  readonly id: string;
  readonly name: string;
  readonly theme: Theme;
  readonly width: number;
  /** How much larger than usual text is. */
  readonly scale: number;
};

/** The ways each card is shown. */
export const panels: readonly Panel[] = [
  { id: 'light', name: 'Light', theme: 'light', width: 480, scale: 1 },
  { id: 'dark', name: 'Dark', theme: 'dark', width: 480, scale: 1 },
  { id: 'contrast', name: 'High contrast', theme: 'contrast', width: 480, scale: 1 },
  { id: 'phone', name: 'Phone, 320 px', theme: 'light', width: 320, scale: 1 },
  { id: 'large', name: 'Phone, large text', theme: 'light', width: 320, scale: 1.5 },
];

/** Builds the page. `renderer` is the text of `adaptivecards/dist/adaptivecards.min.js`; `framework` is the id it opens at. */
export function galleryPage(
  exhibits: readonly Exhibit[],
  renderer: string,
  { framework }: { framework?: string | undefined } = {},
): string {
  const data = {
    cards: exhibits.flatMap(({ card, before }) => [card, ...(before === undefined ? [] : [before])]),
    panels,
    hosts: Object.fromEntries(panels.map(({ id, theme, scale }) => [id, hostConfig(theme, scale)])),
  };
  let next = 0;
  const sections = exhibits.map((exhibit, at) => {
    const first = next;
    next += exhibit.before === undefined ? 1 : 2;
    return exhibitHtml(exhibit, at, first);
  });
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
<p><span id="count">${exhibits.length} cards</span> from the content of this folder. Buttons do nothing here; folded parts unfold.</p>
<nav aria-label="Show">${[{ id: 'all', name: 'All' }, ...panels].map(({ id, name }) => `<a href="#${id}" data-show="${id}">${name}</a>`).join(' ')}</nav>
${filtersHtml(exhibits, framework)}</header>
<main>${sections.join('\n')}</main>
<script>${inScript(renderer)}</script>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What can be chosen among, each with the values that there are. */
function filtersHtml(exhibits: readonly Exhibit[], framework: string | undefined): string {
  const values = (of: (tags: Tags) => readonly string[]) => [...new Set(exhibits.flatMap(({ tags }) => (tags ? of(tags) : [])))];
  const filters = [
    { name: 'framework', label: 'Framework', chosen: framework, options: values(({ frameworks }) => frameworks).sort() },
    { name: 'role', label: 'Role', chosen: undefined, options: values(({ roles }) => roles).sort() },
    { name: 'kind', label: 'Kind', chosen: undefined, options: values(({ kind }) => [kind]) },
    { name: 'language', label: 'Language', chosen: undefined, options: values(({ language }) => [language]) },
  ];
  if (filters.every(({ options }) => options.length === 0)) return '';
  const selects = filters.map(({ name, label, chosen, options }) => {
    const rows = options.map((value) => (value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`));
    return html`<label>${label} <select data-filter="${name}"><option value="">All</option>${rows}</select></label>`;
  });
  return html`<form aria-label="Choose cards">${selects}</form>`.html;
}

/** What a filter looks for, one value a line. */
function tagLines(values: readonly string[]): string {
  return values.join('\n');
}

function exhibitHtml({ title, language, summary, card, before, tags, dialogTitle }: Exhibit, at: number, first: number): string {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const sides =
    before === undefined
      ? [{ name: '', index: first }]
      : [
          { name: 'before', index: first + 1 },
          { name: 'after', index: first },
        ];
  const bar = dialogTitle ? html`<div class="bar">${dialogTitle}</div>` : '';
  const frames = panels.flatMap(({ id, theme, name }) =>
    sides.map(
      (side) =>
        html`<div class="panel ${theme}" data-card="${side.index}" data-panel="${id}" data-side="${side.name}" role="group" aria-label="${`${title}, ${[name, side.name].filter(Boolean).join(', ')}, card ${at + 1}`}" lang="${language}">${bar}</div>`,
    ),
  );
  const { kind = '', frameworks = [], roles = [] } = tags ?? {};
  return html`<section aria-labelledby="t${at}" data-kind="${kind}" data-language="${language}" data-framework="${tagLines(frameworks)}" data-role="${tagLines(roles)}"><h2 id="t${at}">${title}</h2><p class="note">${summary} · ${(bytes / 1000).toFixed(1)} kB</p><div class="row">${frames}</div></section>`
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
  if (!cards[frame.dataset.card]) { frame.textContent = frame.dataset.side === 'before' ? 'new' : 'gone'; continue; }
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hosts[panel.id]);
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
const filters = [...document.querySelectorAll('[data-filter]')];
const choose = () => {
  const sections = [...document.querySelectorAll('main > section')];
  for (const section of sections)
    section.hidden = filters.some(({ value, dataset }) => value && !section.dataset[dataset.filter].split('\\n').includes(value));
  document.getElementById('count').textContent = sections.filter(({ hidden }) => !hidden).length + ' cards';
};
for (const filter of filters) filter.addEventListener('change', choose);
if (filters.length > 0) choose();
`;

function styles(): string {
  const themes = (Object.keys(palettes) as Theme[]).map((theme) => themeStyles(theme)).join('\n');
  const widths = panels
    .map(
      ({ id, width, theme }) =>
        `.panel[data-panel="${id}"]{width:${width}px}body[data-show="${id}"] .panel:not([data-panel="${id}"]){display:none}body[data-show="${id}"]{background:${theme === 'light' ? '#ebebeb' : '#1f1f1f'};color:${theme === 'light' ? '#242424' : '#fff'}}`,
    )
    .join('\n');
  return `body{margin:0;padding:24px;background:#ebebeb;color:#242424;font:14px/1.45 "Segoe UI","Liberation Sans",Arial,sans-serif}
h1{margin:0 0 4px}h2{font-size:16px;margin:40px 0 0}.note{margin:0 0 12px}
form{display:flex;flex-wrap:wrap;gap:12px;margin-top:12px}select{font:inherit;max-width:260px}[data-side]:not([data-side=""])::before{content:attr(data-side);display:block;padding:2px 16px;font-size:12px}
nav a{color:inherit;padding:4px 8px;border-radius:4px}nav a[aria-current]{font-weight:600;text-decoration:none;outline:2px solid currentColor}
.row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
.panel{box-sizing:border-box;max-width:100%;border-radius:8px;overflow:hidden;border:1px solid #c7c7c7}
.panel .bar{padding:12px 16px;border-bottom:1px solid;font-weight:600;overflow-wrap:anywhere}
.panel .ac-pushButton{font:600 14px/20px "Segoe UI","Liberation Sans",Arial,sans-serif;padding:5px 12px;border-radius:4px;background:transparent;cursor:pointer;overflow:hidden;text-overflow:ellipsis;max-width:100%}
${lineHeights()}
.panel .ac-actionSet{flex-wrap:wrap;gap:8px}
.panel .ac-actionSet>:not(button){display:none}
.panel .ac-container.ac-selectable:focus-visible,.panel .ac-pushButton:focus-visible{outline:2px solid currentColor;outline-offset:1px}
.panel .ac-container.ac-selectable{cursor:pointer}
.panel .ac-input{font:14px/20px "Segoe UI","Liberation Sans",Arial,sans-serif;padding:5px 10px;border-radius:4px}
.panel textarea.ac-input{min-height:72px}
${themes}
${widths}`;
}

/** The renderer gives the lines of a TextBlock the height of the host configuration, and those of a RichTextBlock none. */
function lineHeights(): string {
  const sizes = Object.keys(metrics.fontSizes) as (keyof typeof metrics.fontSizes)[];
  const rules = panels.flatMap(({ id, scale }) => {
    const [fonts, lines] = [scaled(metrics.fontSizes, scale), scaled(metrics.lineHeights, scale)];
    const panel = `.panel[data-panel="${id}"]`;
    return [
      ...sizes.map((size) => `${panel} .ac-textRun[style*="font-size: ${fonts[size]}px"]{line-height:${lines[size]}px}`),
      `${panel} .ac-pushButton,${panel} .ac-input{font-size:${fonts.default}px;line-height:${lines.default}px}`,
    ];
  });
  return ['.panel .ac-richTextBlock{line-height:0}', ...rules].join('\n');
}

function themeStyles(theme: Theme): string {
  const { back, text, line, accent, subtle, bad } = palettes[theme];
  return `.panel.${theme}{background:${back};border-color:${line}}.panel.${theme} .bar{color:${text};border-color:${line}}.panel.${theme} .ac-pushButton{color:${text};border:1px solid ${theme === 'contrast' ? accent : line}}.panel.${theme} .ac-pushButton.style-destructive{color:${bad};border-color:${bad}}.panel.${theme} .ac-input{background:${back};color:${text};border:1px solid ${subtle}}.panel.${theme} .ac-input::placeholder{color:${subtle};opacity:1}`;
}

/** A closing tag inside a script would end it. */
function inScript(text: string): string {
  return text.replaceAll('</script', '<\\/script');
}
