/**
 * The one stylesheet of all pages. It stands in the page, and the Content-Security-Policy allows it by its hash and
 * nothing else, so no page can be given another.
 */

/** The stylesheet. After a change the test of the pages says what {@link styleHash} must be. */
export const style = `:root{color-scheme:light dark;--back:#fff;--text:#1c2a30;--soft:#4f5f66;--line:#c9d3d6;--link:#0b5570;--panel:#f3f6f6}
@media (prefers-color-scheme:dark){:root{--back:#14201f;--text:#eaf0ef;--soft:#b3c2c3;--line:#435557;--link:#8fd0e4;--panel:#1d2c2c}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1.0625rem/1.6 "Segoe UI",system-ui,-apple-system,Roboto,Arial,sans-serif;overflow-wrap:break-word;hyphens:auto}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between}
.brand{display:flex;gap:.625rem;align-items:center;color:inherit;font-weight:600;text-decoration:none;min-width:0;overflow-wrap:anywhere}
.brand span{min-width:0}
.brand svg{width:2.25rem;height:2.25rem;border-radius:.375rem;flex:none}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
h1{font-size:2rem;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.3125rem;line-height:1.3;margin:2.25rem 0 .5rem}
h3{font-size:1.0625rem;line-height:1.4;margin:0 0 .25rem}
p,ul{margin:.5rem 0}
ul{padding-left:1.25rem}
li{margin:.25rem 0}
.lead{font-size:1.1875rem;color:var(--soft)}
.entry{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.875rem 1rem;margin:.75rem 0}
dl{margin:.5rem 0 0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem}
dt{color:var(--soft)}
dd{margin:0}
blockquote{margin:.75rem 0;padding-left:1rem;border-left:4px solid var(--link)}
blockquote p{margin:.25rem 0}
.entry h2{margin-top:0}
section+.entry{margin-top:2rem}
.note{color:var(--soft);font-size:.9375rem}
footer{margin-top:2rem;border-top:1px solid var(--line)}
footer ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
@media (max-width:30rem){h1{font-size:1.625rem}dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.5rem}}
@media (forced-colors:active){.entry{border-color:CanvasText}}
@media print{:root{--back:#fff;--text:#000;--soft:#333;--line:#999;--link:#000;--panel:#fff}body{font-size:11pt}.language,footer{display:none}.entry,blockquote{break-inside:avoid}h2,h3{break-after:avoid}main a[href^=http]::after{content:" (" attr(href) ")"}}
`;

/** The SHA-256 of {@link style} as a Content-Security-Policy names it. */
export const styleHash = 'sha256-9W7oyGZ9H+Gp8YQeUVl7ToytYkTcU8URDo821F1kqLo=';
