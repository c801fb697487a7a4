//! A workbook: a sheet for each table that holds anything, and a chart on the one that is made for it. Text is written as
//! text, never as a formula or a link. Every row has the height of what stands in it, for not every program makes room by
//! itself, and every sheet lies on its side on paper, with all its columns.

use super::{
    colours::colour,
    table::{Cell, Table},
    unwritable,
};
use crate::core::{dial::DialValue, fault::Fault};
use crate::text::export::ExportText;
use jiff::civil::Date;
use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFormat, ChartPoint, ChartSolidFill, ChartType, Color,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most that is put in one cell, in characters: no more than Excel's 32,767 UTF-16 units. The rest goes below it.
const LONGEST: usize = 16_000;
/// The most lines in one cell, for Excel makes no row higher than 409 points. The rest goes below it.
const MOST_LINES: usize = 27;
/// How wide a column becomes, in characters; and one of long texts.
const WIDEST: usize = 16;
const WIDEST_OF_LONG: usize = 30;
/// From how many characters on a text is long.
const LONG: usize = 70;
/// How wide a column becomes for its name alone, in characters.
const NAME: usize = 12;
/// What a sheet of paper holds beside each other and is still read, in characters.
const PAPER: usize = 270;
/// The height of a line of text, in points.
const LINE: f64 = 15.0;
/// The number of A4 in the file format.
const A4: u8 = 9;
/// The margin of a sheet on paper, in inches.
const EDGE: f64 = 0.4;
/// The chart, in pixels, and what is added to its height for each mark.
const CHART: (u32, u32) = (720, 90);
const BAR: u32 = 30;

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
        let sheet = book.add_worksheet();
        fill(sheet, form, table)?;
        if table.name == form.chart {
            chart(sheet, form, table)?;
        }
    }
    book.save_to_buffer()
}

/// Writes a table and names the sheet after it.
fn fill(sheet: &mut Worksheet, form: &ExportText, table: &Table) -> Result<(), XlsxError> {
    let bottom = Format::new().set_text_wrap().set_align(FormatAlign::Bottom);
    let head = bottom.set_bold().set_border_bottom(FormatBorder::Thin);
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let widths: Vec<usize> = (0..table.head.len())
        .map(|column| width_of(table, column))
        .collect();
    let mut lines = 1;
    for ((column, name), width) in (0..).zip(&table.head).zip(&widths) {
        let name = pieces(name, usize::MAX).swap_remove(0);
        sheet.write_string_with_format(0, column, &name, &head)?;
        sheet.set_column_width(column, (width + 2) as f64)?;
        lines = lines.max(textwrap::wrap(&name, *width).len());
    }
    sheet.set_row_height(0, LINE * lines.min(MOST_LINES) as f64)?;
    // on paper: as few sheets beside each other as can be read, with the names of the columns on each
    let across: usize = widths.iter().map(|width| width + 2).sum();
    let sheets = across.div_ceil(PAPER).try_into().unwrap_or(u16::MAX);
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_margins(EDGE, EDGE, EDGE, EDGE, EDGE / 2.0, EDGE / 2.0)
        .set_print_fit_to_pages(sheets, 0)
        .set_repeat_rows(0, 0)?;
    let mut at = 1;
    for (row, cells) in table.rows.iter().enumerate() {
        let formats = Formats::new(form, table.fields.get(row).copied());
        at += fill_row(sheet, &formats, at, cells, &widths)?;
    }
    Ok(())
}

/// Writes a row of a table from row `at` on; gives the number of rows that it took.
fn fill_row(
    sheet: &mut Worksheet,
    formats: &Formats,
    at: u32,
    cells: &[Cell],
    widths: &[usize],
) -> Result<u32, XlsxError> {
    let mut heights = vec![1];
    for ((column, cell), width) in (0..).zip(cells).zip(widths) {
        match cell {
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                for (below, piece) in pieces(text, *width).iter().enumerate() {
                    let lines = lines(piece, *width);
                    match heights.get_mut(below) {
                        Some(height) => *height = lines.max(*height),
                        None => heights.push(lines),
                    }
                    sheet.write_string_with_format(at + below as u32, column, piece, &formats.words)?;
                }
            }
            Cell::Position(text) => {
                _ = sheet.write_string_with_format(at, column, text, &formats.position)?
            }
            Cell::Steps(value) => _ = sheet.write_number_with_format(at, column, *value, &formats.steps)?,
            Cell::Count(value) => _ = sheet.write_number_with_format(at, column, *value, &formats.count)?,
            Cell::Percent(value) => {
                _ = sheet.write_number_with_format(at, column, *value, &formats.percent)?
            }
            Cell::Date(value) => match date(*value) {
                Ok(value) => _ = sheet.write_datetime_with_format(at, column, &value, &formats.day)?,
                Err(_) => _ = sheet.write_string_with_format(at, column, value.to_string(), &formats.day)?,
            },
        }
    }
    for (row, height) in (at..).zip(&heights) {
        sheet.set_row_height(row, LINE * (*height).min(MOST_LINES) as f64)?;
    }
    Ok(heights.len() as u32)
}

/// How the cells of a row look.
struct Formats {
    words: Format,
    position: Format,
    steps: Format,
    count: Format,
    percent: Format,
    day: Format,
}

impl Formats {
    /// Those of a row about the field at this position, in its colour; or about none.
    fn new(form: &ExportText, field: Option<usize>) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let strong = match field {
            Some(field) => top.clone().set_bold().set_font_color(colour(field)),
            None => top.clone(),
        };
        Self {
            // a step to the right, or words would touch the number before them
            words: top.clone().set_text_wrap().set_indent(1),
            position: strong.clone(),
            steps: strong.set_num_format("+0;\u{2212}0;0"),
            count: top.clone(),
            percent: top.clone().set_num_format("0.0"),
            day: top.set_num_format(form.date_format).set_align(FormatAlign::Left),
        }
    }
}

/// A bar for each mark beside its row, in its field's colour, from neutral to where its dial stands.
fn chart(sheet: &mut Worksheet, form: &ExportText, table: &Table) -> Result<(), XlsxError> {
    let last = table.rows.len() as u32;
    let points: Vec<ChartPoint> = table
        .fields
        .iter()
        .map(|field| {
            let fill = ChartSolidFill::new()
                .set_color(Color::from(colour(*field)))
                .clone();
            ChartPoint::new()
                .set_format(ChartFormat::new().set_solid_fill(&fill))
                .clone()
        })
        .collect();
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_name(form.value)
        .set_categories((table.name, 1, 1, last, 1))
        .set_values((table.name, 1, 2, last, 2))
        .set_points(&points)
        .set_gap(40)
        .set_data_label(ChartDataLabel::new().show_value());
    chart.legend().set_hidden();
    chart.title().set_name(form.marks);
    // the first mark on top; names at the left, where no bar covers them
    chart
        .x_axis()
        .set_reverse()
        .set_label_position(ChartAxisLabelPosition::Low);
    chart
        .y_axis()
        .set_min(f64::from(DialValue::MIN.get()))
        .set_max(f64::from(DialValue::MAX.get()))
        .set_major_unit(1.0)
        .set_num_format("+0;\u{2212}0;0");
    chart.set_width(CHART.0).set_height(CHART.1 + BAR * last);
    sheet.insert_chart(1, table.head.len() as u16, &chart)?;
    Ok(())
}

/// How wide a column of a table is, in characters; never nothing.
fn width_of(table: &Table, column: usize) -> usize {
    let cells = || table.rows.iter().map(|row| &row[column]);
    let wanted = cells().map(width).max().unwrap_or(0);
    let widest = if wanted > LONG { WIDEST_OF_LONG } else { WIDEST };
    let name = table.head[column].chars().count().min(NAME);
    wanted.max(name).clamp(1, widest)
}

/// How wide a cell would like to be, in characters.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Position(text) => text.chars().count(),
        Cell::Steps(_) | Cell::Percent(_) | Cell::Count(_) => 5,
        Cell::Date(_) => 10,
    }
}

/// How many lines a text has in a column so wide.
fn lines(text: &str, width: usize) -> usize {
    textwrap::wrap(text, width).len().max(1)
}

/// `text` in pieces that fit in a cell of a column so wide; at least one. Nothing between them is lost.
fn pieces(text: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let (mut taken, mut count) = (0, 0);
    // a chunk of words has more lines than one of letters without blanks
    let most = LONGEST.min(width.saturating_mul(MOST_LINES * 2 / 3));
    for line in text.split_inclusive('\n') {
        for chunk in chunks(line, most) {
            let (high, long) = (lines(chunk.trim_end_matches('\n'), width), chunk.chars().count());
            if taken > 0 && (taken + high > MOST_LINES || count + long > LONGEST) {
                pieces.push(String::new());
                (taken, count) = (0, 0);
            }
            (taken, count) = (taken + high, count + long);
            if let Some(piece) = pieces.last_mut() {
                piece.push_str(chunk);
            }
        }
    }
    pieces
}

/// `line` in chunks of at most `most` characters, ended after a blank where there is one near.
fn chunks(line: &str, most: usize) -> Vec<&str> {
    let mut chunks = Vec::new();
    let mut rest = line;
    while let Some((end, _)) = rest.char_indices().nth(most) {
        let blank = rest[..end].rfind(' ').map(|at| at + 1).filter(|at| *at > end / 2);
        let (chunk, after) = rest.split_at(blank.unwrap_or(end));
        chunks.push(chunk);
        rest = after;
    }
    chunks.push(rest);
    chunks
}

/// A date as a workbook holds it; those before 1900 it cannot hold.
fn date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| number.unsigned_abs();
    ExcelDateTime::from_ymd(date.year().unsigned_abs(), part(date.month()), part(date.day()))
}
