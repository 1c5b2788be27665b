/**
 * What the page of the report has besides the style of all pages.
 */
import { style } from './style.js';

/** The stylesheet. After a change the test of the page says what {@link insightStyleHash} must be. */
export const insightStyle = `${style}header,main,footer{max-width:52rem}
table{width:100%;border-collapse:collapse;margin:.5rem 0 1.5rem;table-layout:fixed}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{padding:.3125rem .5rem .3125rem 0;text-align:left;vertical-align:top;font-weight:400;border-top:1px solid var(--line)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead th,thead td{padding:0;border:0}
th:first-child{width:42%}
.bar{width:auto}
.number{width:4.5rem;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.bar svg{display:block;width:100%;height:1rem;margin-top:.3125rem;fill:var(--link)}
.weeks{display:block;color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
.total{font-weight:600}
@media (max-width:30rem){table,tbody,caption{display:block}caption{overflow-wrap:anywhere}tbody tr{display:grid;grid-template-columns:minmax(0,1fr) max-content;border-top:1px solid var(--line);padding:.25rem 0 .5rem}tbody th,tbody td{border:0;padding:0;width:auto}th:first-child{width:auto}.bar{grid-row:2;grid-column:1/-1}.number{padding-left:.75rem}.bar svg{margin-top:.125rem}}
@media print{.bar svg{fill:#777;print-color-adjust:exact;-webkit-print-color-adjust:exact}tr{break-inside:avoid}caption{break-after:avoid}}
`;

/** The SHA-256 of {@link insightStyle} as a Content-Security-Policy names it. */
export const insightStyleHash = 'sha256-0hVf/ZxOzkVvyVKuAWPwj61LB6VfVFxrkxRHiZzSzQE=';
