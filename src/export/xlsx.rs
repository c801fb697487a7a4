//! A workbook: a sheet for each table that holds anything. Text is written as text, never as a formula or a link.

use super::{
    table::{Cell, Table},
    unwritable,
};
use crate::core::fault::Fault;
use crate::text::export::ExportText;
use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most that is put in one cell, in characters: no more than Excel's 32,767 UTF-16 units. The rest goes below it.
const LONGEST: usize = 16_000;
/// How wide a column becomes, in characters.
const WIDEST: usize = 48;
/// How wide a column becomes for its name alone, in characters.
const NAME: usize = 12;
/// What a sheet of paper holds beside each other and is still read, in characters.
const PAPER: usize = 200;
/// The height of a line of text, in points.
const LINE: f64 = 15.0;
/// The number of A4 in the file format.
const A4: u8 = 9;

/// The workbook of these tables, made on that day, in the form of a language's country.
pub fn write(tables: &[Table], form: &ExportText, made: Date) -> Result<Vec<u8>, Fault> {
    book(tables, form, made).map_err(|error| unwritable(&error))
}

fn book(tables: &[Table], form: &ExportText, made: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a date the moment of writing would go in.
    let made = date(made).or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        fill(book.add_worksheet(), form, table)?;
    }
    book.save_to_buffer()
}

/// Writes a table and names the sheet after it.
fn fill(sheet: &mut Worksheet, form: &ExportText, table: &Table) -> Result<(), XlsxError> {
    let bottom = Format::new().set_text_wrap().set_align(FormatAlign::Bottom);
    let head = bottom.set_bold().set_border_bottom(FormatBorder::Thin);
    let top = Format::new().set_align(FormatAlign::Top);
    let wrapped = top.clone().set_text_wrap();
    let count = top.clone();
    let steps = top.clone().set_num_format("+0;\u{2212}0;0");
    let percent = top.clone().set_num_format("0.0");
    let day = top.set_num_format(form.date_format).set_align(FormatAlign::Left);
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let (mut across, mut lines) = (0, 1);
    for (column, name) in (0..).zip(&table.head) {
        sheet.write_string_with_format(0, column, pieces(name)[0], &head)?;
        let wanted = table
            .rows
            .iter()
            .map(|row| width(&row[usize::from(column)]))
            .max();
        let width = wanted
            .unwrap_or(0)
            .max(name.chars().count().min(NAME))
            .min(WIDEST);
        sheet.set_column_width(column, (width + 2) as f64)?;
        across += width + 2;
        lines = lines.max(textwrap::wrap(pieces(name)[0], width.max(1)).len());
    }
    // not every program makes room for a name of more than one line by itself
    sheet.set_row_height(0, LINE * lines as f64)?;
    // on paper: as few sheets beside each other as can be read, with the names of the columns on each
    let sheets = across.div_ceil(PAPER).try_into().unwrap_or(u16::MAX);
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(sheets, 0)
        .set_repeat_rows(0, 0)?;
    let mut at = 1;
    for row in &table.rows {
        let mut rows = 1;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    let pieces = pieces(text);
                    rows = rows.max(pieces.len() as u32);
                    for (below, piece) in (at..).zip(pieces) {
                        sheet.write_string_with_format(below, column, piece, &wrapped)?;
                    }
                }
                Cell::Steps(value) => _ = sheet.write_number_with_format(at, column, *value, &steps)?,
                Cell::Count(value) => _ = sheet.write_number_with_format(at, column, *value, &count)?,
                Cell::Percent(value) => _ = sheet.write_number_with_format(at, column, *value, &percent)?,
                Cell::Date(value) => match date(*value) {
                    Ok(value) => _ = sheet.write_datetime_with_format(at, column, &value, &day)?,
                    Err(_) => _ = sheet.write_string_with_format(at, column, value.to_string(), &day)?,
                },
            }
        }
        at += rows;
    }
    Ok(())
}

/// How wide a cell would like to be, in characters.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Steps(_) | Cell::Percent(_) | Cell::Count(_) => 5,
        Cell::Date(_) => 10,
    }
}

/// `text` in pieces that fit in a cell; at least one.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, _)) = rest.char_indices().nth(LONGEST) {
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

/// A date as a workbook holds it; those before 1900 it cannot hold.
fn date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| number.unsigned_abs();
    ExcelDateTime::from_ymd(date.year().unsigned_abs(), part(date.month()), part(date.day()))
}
