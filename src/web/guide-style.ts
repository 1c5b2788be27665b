/**
 * The stylesheet of the printed guide: one A4 sheet, in black ink, whose lines to write on share the room that is left.
 */

/** The stylesheet. After a change the test of the guide says what {@link guideStyleHash} must be. */
export const guideStyle = `@page{size:A4;margin:11mm 14mm}
*{box-sizing:border-box}
:root{color-scheme:light}
body{margin:0;background:#e8eced;color:#1c2a30;font:10.5pt/1.32 "Segoe UI",system-ui,-apple-system,Roboto,Arial,sans-serif;overflow-wrap:break-word}
main{max-width:210mm;min-height:297mm;margin:6mm auto;padding:11mm 14mm;background:#fff;display:flex;flex-direction:column}
.dense{font-size:9.5pt}
.tight{font-size:8.5pt;line-height:1.25}
h1{font-size:1.75em;line-height:1.15;margin:0}
h2{font-size:1.1em;margin:0}
p{margin:0}
.place{font-size:1.1em;color:#41525a;margin-top:1mm}
.blanks{display:flex;gap:5mm;margin:3mm 0 2mm;padding:0;list-style:none}
.blanks li{flex:1;display:flex;gap:1.5mm;white-space:nowrap}
.blanks li::after{content:"";flex:1;border-bottom:.3mm solid #6b7a80}
.how{margin-top:1mm}
main>blockquote{margin-top:2mm}
.items{flex:1 1 auto;display:flex;flex-direction:column;list-style:none;margin:2mm 0 0;padding:0}
.items>li{flex:1 1 auto;display:flex;flex-direction:column;padding-top:1.5mm;margin-top:1mm;border-top:.2mm solid #b7c3c7}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:0 4mm}
.top h2{font-size:.9em;font-weight:600;color:#41525a}
.scale{display:flex;gap:1.6mm;align-items:center;font-size:.85em;color:#41525a;margin-left:auto}
.scale b{width:1.75em;height:1.75em;line-height:1.65em;text-align:center;border:.2mm solid #6b7a80;border-radius:50%;color:#1c2a30}
blockquote{margin:1mm 0;padding-left:3mm;border-left:.8mm solid #123c4d}
blockquote p+p{margin-top:.6mm}
.doubt{font-size:.85em;font-style:italic}
.lines{flex:1 1 7mm;min-height:7mm;overflow:hidden}
.lines i{display:block;height:6.8mm;border-bottom:.2mm solid #93a1a6}
.next{margin-top:2mm;padding:2mm 3mm 2.5mm;border:.3mm solid #123c4d;border-radius:1.5mm}
.next .lines{flex:none}
.source{margin-top:2mm;font-size:7.5pt;line-height:1.3;color:#41525a}
@media screen and (max-width:210mm){main{margin:0;padding:5mm;min-height:0}.blanks{flex-direction:column;gap:2mm}.lines{flex:none;height:14mm}}
@media print{body{background:#fff}main{max-width:none;margin:0;padding:0;min-height:0;height:274mm}.items{min-height:0}}
`;

/** The SHA-256 of {@link guideStyle} as a Content-Security-Policy names it. */
export const guideStyleHash = 'sha256-yvQsRIxnVaMYAXYokWax+Hyls5/rM3gdqBwUk0ykxI8=';
