//! Tables for spreadsheets, before they are text or a workbook: cells that know what they are.

use jiff::civil::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, never a formula; perhaps none.
    Text(String),
    /// A mark's number, `2.1`, which no program may take for a date.
    Position(String),
    /// A dial's value.
    Steps(i8),
    /// A number of per cent.
    Percent(f64),
    /// Any other number.
    Count(f64),
    /// A date.
    Date(Date),
}

/// Rows under a head, each as long as it.
pub struct Table {
    /// The table's name.
    pub name: &'static str,
    /// The columns' names.
    pub head: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<Cell>>,
    /// The position of the field that each row is about, for its colour; none where the rows are about no field.
    pub fields: Vec<usize>,
}

impl Table {
    /// A table with these columns.
    pub fn new(
        name: &'static str,
        head: impl IntoIterator<Item = &'static str>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self {
            name,
            head: head.into_iter().map(str::to_owned).collect(),
            rows,
            fields: Vec::new(),
        }
    }
}

/// A cell of words.
pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}
