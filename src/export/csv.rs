//! CSV (RFC 4180) as the spreadsheets of the language's country read it: in Danish with a byte order mark, `;` and a
//! decimal comma, in English with `,` and a decimal point.

use super::{
    report::Report,
    table::{Cell, dials},
};
use crate::text::export::ExportText;

/// The table of dials as CSV.
pub fn write(report: &Report) -> String {
    let table = dials(report);
    // Excel takes a file without the mark for one in the code page of the machine.
    let mut out = String::from("\u{feff}");
    if report.words.decimal == '.' {
        out.clear();
    }
    line(&mut out, report.words, table.head.iter().map(|name| words(name)));
    for row in &table.rows {
        line(
            &mut out,
            report.words,
            row.iter().map(|cell| value(cell, report.words)),
        );
    }
    out
}

fn line(out: &mut String, words: &ExportText, cells: impl Iterator<Item = String>) {
    let quoted = |cell: String| {
        let special = [words.separator, '"', '\n', '\r'];
        match cell.contains(special) || cell.starts_with(' ') || cell.ends_with(' ') {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        }
    };
    let cells: Vec<String> = cells.map(quoted).collect();
    out.push_str(&cells.join(&words.separator.to_string()));
    out.push_str("\r\n");
}

fn value(cell: &Cell, form: &ExportText) -> String {
    match cell {
        Cell::Text(text) => words(text),
        Cell::Steps(steps) => steps.to_string(),
        Cell::Percent(percent) => format!("{percent:.2}").replace('.', &form.decimal.to_string()),
        Cell::Date(date) => date.to_string(),
    }
}

/// Text that no spreadsheet takes for a formula: one that begins like a formula, after blanks and in wide letters too,
/// gets an apostrophe before it.
fn words(text: &str) -> String {
    let begins = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']);
    if begins {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
