/**
 * What papers have besides the style of all pages: A4, tables that break between rows, and fields that look like fields.
 */
import { style } from '../web/style.js';

/** The stylesheet. After a change the test of the papers says what {@link paperStyleHash} must be. */
export const paperStyle = `${style}@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt Arial,sans-serif;color:#333}@bottom-left{content:"Ledelseskompas";font:8pt Arial,sans-serif;color:#333}}
header,main,footer{max-width:58rem}
main>dl{margin:1rem 0}
.decides{border-left:4px solid var(--link);padding:.5rem 1rem;background:var(--panel)}
table{width:100%;table-layout:fixed;border-collapse:collapse;margin:.75rem 0 1.5rem;font-size:.9375rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;font-weight:400;border-top:1px solid var(--line);overflow-wrap:anywhere;hyphens:manual}
th:last-child,td:last-child{padding-right:0}
thead th{border-top:0;border-bottom:2px solid var(--line);color:var(--soft)}
.w10{width:10%}.w15{width:15%}.w20{width:20%}.w25{width:25%}.w30{width:30%}.w35{width:35%}.w40{width:40%}.w50{width:50%}.w60{width:60%}
tbody th{font-weight:600}
.field{margin:.75rem 0}
.field>span{display:block}
.blank{border:1px dashed var(--soft);border-radius:.25rem;background:var(--panel);color:var(--soft);font-size:.875rem;padding:.125rem .5rem;min-height:1.75rem;margin-top:.125rem}
.lines2{min-height:3.25rem}
.lines4{min-height:6rem}
@media screen and (max-width:40rem){table,tbody,caption,tbody tr,tbody th,tbody td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tbody tr{border-top:1px solid var(--line);padding:.375rem 0}tbody th,tbody td{border:0;padding:.125rem 0}}
@media print{body{font-size:9.5pt;font-family:"Segoe UI",Arial,"Liberation Sans",sans-serif;line-height:1.4}header{display:none}main{max-width:none;padding:0}h1{font-size:20pt;margin-top:0}h2{font-size:13pt;margin-top:7mm}h3{font-size:10.5pt}table{font-size:8.5pt;line-height:1.35}thead{display:table-header-group}tr,.field{break-inside:avoid}caption,thead{break-after:avoid}tbody tr:first-child,tbody tr:nth-last-child(2){break-after:avoid}p,li{orphans:2;widows:2}.blank{background:#fff}}
`;

/** The SHA-256 of {@link paperStyle} as a Content-Security-Policy names it. */
export const paperStyleHash = 'sha256-CJJU59kXPE8pEAsh2PSBXxQqr3J2P3DjRCtY2HBCkao=';
