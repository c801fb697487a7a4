//! CSV (RFC 4180) as the spreadsheets of the language's country read it: in Danish with a byte order mark, `;` and a
//! decimal comma, in English with `,` and a decimal point.

use super::table::{Cell, Table};
use crate::text::export::ExportText;

/// A table as CSV, in the form of a language's country.
pub fn write(table: &Table, form: &ExportText) -> String {
    // Excel takes a file without the mark for one in the code page of the machine.
    let mut out = String::from("\u{feff}");
    if form.decimal == '.' {
        out.clear();
    }
    line(&mut out, form, table.head.iter().map(|name| words(name)));
    for row in &table.rows {
        line(&mut out, form, row.iter().map(|cell| value(cell, form)));
    }
    out
}

fn line(out: &mut String, form: &ExportText, cells: impl Iterator<Item = String>) {
    let quoted = |cell: String| {
        let special = [form.separator, '"', '\n', '\r'];
        match cell.contains(special) || cell.starts_with(' ') || cell.ends_with(' ') {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        }
    };
    let cells: Vec<String> = cells.map(quoted).collect();
    out.push_str(&cells.join(&form.separator.to_string()));
    out.push_str("\r\n");
}

fn value(cell: &Cell, form: &ExportText) -> String {
    match cell {
        Cell::Text(text) => words(text),
        Cell::Steps(steps) => steps.to_string(),
        Cell::Percent(percent) => format!("{percent:.2}").replace('.', &form.decimal.to_string()),
        Cell::Count(count) => count.to_string().replace('.', &form.decimal.to_string()),
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
