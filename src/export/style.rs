//! The look of the sheet for a talk and of the team's. A Rust string and no file of its own, so that a checkout cannot change
//! its line ends, and with them its hash.

/// The SHA-256 of [`SHEET`], in base64.
pub const HASH: &str = "WjfgKOQOiyVZxBgLYjMBbif/ueCKkdoSuo/601ow0jI=";

/// The style.
pub const SHEET: &str = r#"
@page { size: A4; margin: 12mm 14mm 12mm; }
* { box-sizing: border-box; }
:root { color-scheme: light dark; --paper: #fff; --desk: #e9e6df; --ink: #1b1b22; --faint: #5f5d66; --line: #d8d3c8; --write: #8c877c;
  --f0: #2a44bc; --f1: #1a8060; --f2: #5c2551; --f3: #994c11; }
html { background: var(--desk); }
body {
  margin: 8mm auto; padding: 12mm 14mm; width: 210mm; max-width: 100%; background: var(--paper);
  color: var(--ink); font: 10pt/1.36 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
h1, h2, h3, h4, p, ul, dl, dd, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
h1, .field > .name h3, blockquote { font-family: Georgia, "Times New Roman", serif; font-weight: 400; }
h1 { font-size: 23pt; line-height: 1.15; overflow-wrap: anywhere; }
h2 { font-size: 9pt; font-weight: 600; color: var(--faint); margin-bottom: 1.4mm; break-after: avoid; }
h3, h4 { font-size: 1.06em; font-weight: 600; overflow-wrap: anywhere; break-after: avoid; }
small, dt, .kicker { font-size: 8.4pt; color: var(--faint); }
p, dd { overflow-wrap: anywhere; }
.kicker { margin-bottom: .6mm; display: flex; justify-content: space-between; gap: 6mm; }
.frame { display: flex; flex-wrap: wrap; gap: 1mm 6mm; margin-top: 2mm; }
.frame dd { font-weight: 600; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; }
.whole { margin-bottom: 2.4mm; }
.top { display: flex; gap: 10mm; align-items: center; margin: 2mm 0; }
.top section { border: 0; flex: 1; min-width: 0; }
figure { margin: 0; flex: none; width: 50mm; }
figure svg { display: block; width: 100%; }
figcaption { text-align: center; }
.name { display: flex; justify-content: space-between; gap: 4mm; align-items: baseline; }
.name h3 small, .name h4 small { display: block; font-weight: 400; }
.name > b { white-space: nowrap; }
.stand { white-space: nowrap; text-align: right; color: var(--ink); }
.stand b { font-size: 1.15em; }
.focus { border-left: .8mm solid currentColor; padding-left: 3mm; margin-bottom: 3mm; break-inside: avoid; }
.focus p, .one p { color: var(--ink); }
.smaller { font-size: 9.5pt; } .smallest { font-size: 9pt; }
.invitation { margin-bottom: 2mm; font-size: 11pt; }
.all { font-size: 9pt; line-height: 1.32; }
.all .two { columns: 2; column-gap: 9mm; }
.field > .name { border-bottom: .4mm solid currentColor; padding-bottom: .6mm; margin-bottom: 1.2mm; }
.field > .name h3, .field > .name b { font-size: 12pt; line-height: 1.2; }
.field > .name { break-after: avoid; }
.field + .field { margin-top: 4mm; }
.field { break-inside: avoid-column; }
.one { padding-bottom: 2.4mm; break-inside: avoid; }
.one .name { display: block; }
.one .stand { text-align: left; }
.v { white-space: nowrap; }
.field0 { color: var(--f0); } .field1 { color: var(--f1); } .field2 { color: var(--f2); } .field3 { color: var(--f3); }
section { border-top: .2mm solid var(--line); padding-top: 2mm; margin-top: 2mm; }
ul.two { columns: 2; column-gap: 8mm; }
li { break-inside: avoid-page; }
.two > li, .list > li { padding-bottom: 1.4mm; }
blockquote { color: var(--faint); font-style: italic; font-size: .95em; line-height: 1.3; }
.agreed { break-inside: avoid; }
hr { border: 0; border-bottom: .2mm solid var(--write); margin: 0; height: 8mm; }
.team { margin: 4mm 0; }
.mark { display: grid; grid-template-columns: minmax(0, 1fr) 64mm 36mm; gap: 4mm; align-items: center; padding: .9mm 0; line-height: 1.28; border-top: .2mm solid var(--line); break-inside: avoid; }
.team { font-size: 9pt; } .team small { display: block; }
.mark svg { display: block; width: 100%; background: #fff; }
.mark:first-child { border: 0; padding: 0; }
.mark h2 { font-size: 9.6pt; color: inherit; margin: 0; }
.mark b { color: var(--ink); font-weight: 400; }
.mark small { overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 78mm), 1fr)); margin-top: 4mm; }
.card { border: .2mm dashed var(--write); border-top: 3mm solid currentColor; padding: 3mm 4mm 4mm; break-inside: avoid; }
.card h2 { font-size: 12pt; color: var(--ink); } .card p { color: var(--ink); margin-bottom: 1.6mm; } .card small { color: inherit; }
@media print {
  html { background: #fff; } body { margin: 0; padding: 0; width: auto; }
  .first { min-height: 270mm; display: flex; flex-direction: column; break-after: page; }
  .first .agreed { margin-top: auto; }
  .all { border: 0; padding: 0; margin: 0; }
}
@media screen and (max-width: 760px) {
  body { margin: 0; padding: 20px 18px; font-size: 16px; line-height: 1.45; }
  .all, .team, .smaller, .smallest { font-size: 16px; } small, dt, .kicker, h2 { font-size: 14px; } .mark h2 { font-size: 16px; }
  .top, .mark, .focus .name { display: block; } figure { width: 100%; max-width: 420px; margin: 0 auto 4mm; }
  .all .two, ul.two { columns: 1; } .stand { text-align: left; white-space: normal; } h1 { font-size: 28px; }
  .kicker { display: block; } .kicker span { display: block; } .mark { padding: 14px 0; } .mark svg { margin: 8px 0; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #1c1c22; --desk: #121216; --ink: #ecebe6; --faint: #a9a7b0; --line: #3a3a44; --write: #6d6b76;
    --f0: #93a5ff; --f1: #5fcfa8; --f2: #dd9fcf; --f3: #f0a869; }
  figure svg, .mark svg { background: #fdfcf9; border-radius: 3mm; }
}
"#;
