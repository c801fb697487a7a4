//! CSV (RFC 4180) as the spreadsheets of the language's country read it: in Danish with `;` and a decimal comma, in English
//! with `,` and a decimal point. Both begin with a byte order mark, for the framework's text is Danish in both.

use super::{
    table::{Cell, Table},
    unwritable,
};
use crate::core::fault::Fault;
use crate::text::export::ExportText;
use csv::{Terminator, WriterBuilder};

/// A table as CSV, in the form of a language's country.
///
/// # Errors
/// Where a row is not as long as the head.
pub fn write(table: &Table, form: &ExportText) -> Result<Vec<u8>, Fault> {
    // Excel takes a file without the mark for one in the code page of the machine.
    let out = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new()
        .delimiter(form.separator)
        .terminator(Terminator::CRLF)
        .from_writer(out);
    let head = table.head.iter().map(|name| words(name)).collect();
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| value(cell, form)).collect());
    for record in std::iter::once::<Vec<String>>(head).chain(rows) {
        writer.write_record(record).map_err(|error| unwritable(&error))?;
    }
    writer.into_inner().map_err(|error| unwritable(&error))
}

fn value(cell: &Cell, form: &ExportText) -> String {
    match cell {
        Cell::Text(text) => words(text),
        Cell::Position(position) => form.numbered(position),
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
