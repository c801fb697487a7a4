//! The look of the sheet for a one-to-one. A Rust string and no file of its own, so that a checkout cannot change its line
//! ends, and with them its hash.

/// The SHA-256 of [`SHEET`], in base64.
pub const HASH: &str = "d4s8qPelxFMMTPkIfLDB+A5o9msYIbRLZtWXsRTFshg=";

/// The style.
pub const SHEET: &str = r#"
@page { size: A4; margin: 10mm 14mm 8mm; }
* { box-sizing: border-box; }
html { background: #e9e6df; }
body {
  margin: 8mm auto; padding: 12mm 14mm; width: 210mm; max-width: 100%; background: #fff;
  color: #1b1b22; font: 8.8pt/1.36 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
h1, h2, h3, p, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1, .name h3, blockquote { font-family: Georgia, "Times New Roman", serif; font-weight: 400; }
h1 { font-size: 23pt; line-height: 1.15; overflow-wrap: anywhere; }
h2 { font-size: 8pt; font-weight: 600; color: #5f5d66; margin-bottom: 1mm; break-after: avoid; }
h3 { font-size: 9pt; font-weight: 600; overflow-wrap: anywhere; }
small, dt, .kicker, .side { font-size: 7.6pt; color: #5f5d66; }
small { display: block; }
.kicker { margin-bottom: .6mm; display: flex; justify-content: space-between; gap: 6mm; }
.frame { display: flex; flex-wrap: wrap; gap: 1mm 6mm; margin-top: 2mm; }
.frame dd { font-weight: 600; overflow-wrap: anywhere; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; }
.said small, .list small { display: inline; }
header .said { margin-top: 2mm; }
.dials { display: grid; grid-template-columns: minmax(0, 1fr) 58mm minmax(0, 1fr); gap: 4mm; align-items: start; margin: 3.5mm 0 3mm; }
.dials svg { display: block; width: 100%; }
.dials figcaption { text-align: center; }
figure { margin: 0; align-self: center; }
.many { display: block; }
.many figure { width: 90mm; margin: auto; }
.many ol { columns: 2; column-gap: 8mm; }
.side { margin-bottom: 1.6mm; }
.field + .field { margin-top: 4mm; }
.name { display: flex; justify-content: space-between; gap: 3mm; align-items: baseline; border-bottom: .4mm solid; padding-bottom: .8mm; margin-bottom: .8mm; }
.name h3 { font-size: 11pt; line-height: 1.2; }
.name b { font-size: 11pt; white-space: nowrap; }
.field li { display: flex; justify-content: space-between; gap: 3mm; padding: .5mm 0; color: #1b1b22; line-height: 1.28; }
.field li div { text-align: right; white-space: nowrap; }
.field li b { font-size: 10pt; }
.v { white-space: nowrap; }
.field0 { color: #2a44bc; } .field1 { color: #1a8060; } .field2 { color: #5c2551; } .field3 { color: #994c11; }
section { border-top: .2mm solid #d8d3c8; padding-top: 1.8mm; margin-top: 1.4mm; }
.two { columns: 2; column-gap: 8mm; }
li { break-inside: avoid; }
.two > li, .list > li { padding-bottom: 1.4mm; }
blockquote { color: #5f5d66; font-style: italic; font-size: 8.2pt; line-height: 1.3; }
.agreed { break-inside: avoid; }
.agreed hr { border: 0; border-bottom: .2mm solid #8c877c; margin: 0; height: 7.2mm; }
header > p { color: #5f5d66; }
.team { margin: 4mm 0; }
.mark { display: grid; grid-template-columns: minmax(0, 1fr) 64mm 34mm; gap: 4mm; align-items: center; padding: .7mm 0; line-height: 1.28; border-top: .2mm solid #d8d3c8; break-inside: avoid; }
.mark svg { display: block; width: 100%; }
.mark:first-child { border: 0; padding: 0; }
.mark h3 { color: inherit; }
.mark b { color: #1b1b22; font-weight: 400; }
.mark small { overflow-wrap: anywhere; }
@media print { html { background: #fff; } body { margin: 0; padding: 0; width: auto; } }
@media screen and (max-width: 700px) { .dials { display: block; } .field { margin-top: 4mm; } .two { columns: 1; } body { margin: 0; } }
"#;
