//! Where everything stands: a size becomes rectangles. Drawing, the mouse and paging read the same rectangles. Knows no
//! colour and no content beyond how many fields and marks there are.

mod rose;
use crate::core::framework::{FieldIndex, Framework, MarkIndex};
use ratatui::layout::Rect;
pub use rose::{RoseRoom, RoseWords, rose};

/// The smallest window the program works in, columns and rows.
pub const LEAST: (u16, u16) = (40, 12);

/// The parts every screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The trail and the profile, one row.
    pub header: Rect,
    /// What the screen itself shows.
    pub body: Rect,
    /// One row for a message or a question; empty where the window is low.
    pub notice: Rect,
    /// One row of keys.
    pub hints: Rect,
}

/// The parts of a window of this size, or nothing where it is below [`LEAST`].
pub fn frame(width: u16, height: u16) -> Option<Frame> {
    if width < LEAST.0 || height < LEAST.1 {
        return None;
    }
    let margin = if width >= 100 { 2 } else { 1 };
    let row = |y| Rect::new(margin, y, width - 2 * margin, 1);
    let air = u16::from(height >= 30);
    let top = 1 + air;
    let bottom = height - 2 - air;
    Some(Frame {
        header: row(0),
        body: Rect::new(margin, top, width - 2 * margin, bottom - top),
        notice: row(height - 2),
        hints: row(height - 1),
    })
}

/// How one mark is shown inside a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkCell {
    /// The mark.
    pub mark: MarkIndex,
    /// All of its room, for the mouse.
    pub area: Rect,
    /// The dial.
    pub dial: Rect,
    /// Its name, and more text where there is room.
    pub text: Rect,
}

/// One field of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldCell {
    /// The field.
    pub field: FieldIndex,
    /// All of its room.
    pub area: Rect,
    /// True where a border is drawn around it; else its title takes the first row.
    pub bordered: bool,
    /// Its marks.
    pub marks: Vec<MarkCell>,
}

/// The home screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Columns of the grid.
    pub columns: usize,
    /// A row over each column for its word; empty where the window is low.
    pub captions: Vec<Rect>,
    /// The fields.
    pub fields: Vec<FieldCell>,
}

/// Columns of the grid for this many fields: one or two side by side as the framework's 2×2, three from seven on.
pub fn columns(fields: usize) -> usize {
    match fields {
        0 | 1 => 1,
        2..=6 => 2,
        _ => 3,
    }
}

/// Sizes in which a dial looks its best, columns and rows, largest first.
pub const DIAL_SIZES: [(u16, u16); 10] = [
    (63, 28),
    (51, 23),
    (39, 17),
    (33, 15),
    (27, 12),
    (21, 9),
    (15, 7),
    (13, 6),
    (11, 5),
    (9, 4),
];

/// The largest good size for a dial in this room, if it is no smaller than the smallest good size.
pub fn dial_size(width: u16, height: u16) -> Option<(u16, u16)> {
    DIAL_SIZES.into_iter().find(|(w, h)| *w <= width && *h <= height)
}

/// The home screen in `body`.
pub fn home(body: Rect, framework: &Framework) -> Home {
    let count = framework.fields.len();
    let columns = columns(count);
    let rows = count.div_ceil(columns).max(1);
    let with_captions = body.height >= 18;
    let gap = u16::from(body.width >= 100);
    let captions_rows = u16::from(with_captions);
    let column = |c: usize| {
        let (left, width) = part(body.width + gap, columns, c);
        (body.x + left, width.saturating_sub(gap))
    };
    let captions = (0..if with_captions { columns } else { 0 })
        .map(|c| Rect::new(column(c).0, body.y, column(c).1, 1))
        .collect();
    let fields = framework
        .field_indices()
        .map(|field| {
            let position = field.get();
            // all of one height, so that all are laid out alike; what is left over stays at the bottom
            let height = (body.height - captions_rows) / rows as u16;
            let top = body.y + captions_rows + height * (position / columns) as u16;
            let (x, width) = column(position % columns);
            field_cell(Rect::new(x, top, width, height), field, framework)
        })
        .collect();
    Home {
        columns,
        captions,
        fields,
    }
}

/// Start and length of part `index` when `length` is divided into `parts` as evenly as can be.
fn part(length: u16, parts: usize, index: usize) -> (u16, u16) {
    let at = |i: usize| (usize::from(length) * i / parts.max(1)) as u16;
    (at(index), at(index + 1) - at(index))
}

fn field_cell(area: Rect, field: FieldIndex, framework: &Framework) -> FieldCell {
    let marks: Vec<MarkIndex> = framework.marks_of(field).collect();
    let count = marks.len() as u16;
    let bordered = area.height >= count + 2 && area.height >= 5;
    let inner = if bordered {
        Rect::new(
            area.x + 2,
            area.y + 1,
            area.width.saturating_sub(4),
            area.height - 2,
        )
    } else {
        Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1))
    };
    let across = dials(inner, &marks, marks.len(), 1);
    let down = dials(inner, &marks, 1, marks.len());
    let size = |cells: &Vec<MarkCell>| cells.first().map_or(0, |cell| cell.dial.width);
    let larger = across.into_iter().chain(down).max_by_key(size);
    let marks = larger.unwrap_or_else(|| rows_of(inner, &marks));
    FieldCell {
        field,
        area,
        bordered,
        marks,
    }
}

/// Rows kept for a name under a dial at home.
const NAME_ROWS: u16 = 3;

/// Columns for a mark no wider than this need all their cells for its name.
const NARROW: u16 = 24;

/// Marks in so many columns and rows, dial over name, where the room allows.
fn dials(inner: Rect, marks: &[MarkIndex], columns: usize, rows: usize) -> Option<Vec<MarkCell>> {
    let (columns, rows) = (columns.max(1), rows.max(1));
    let height = inner.height / rows as u16;
    // what stands side by side is told apart by room, but no dial is the smaller for it
    let widest = if inner.width / columns as u16 > NARROW {
        3
    } else {
        1
    };
    let fit = |gap: u16| {
        let width = ((inner.width + gap) / columns as u16).saturating_sub(gap);
        dial_size(width, height.saturating_sub(NAME_ROWS)).map(|size| (size, gap))
    };
    let ((dial_width, dial_height), gap) = (1..=widest).filter_map(fit).max_by_key(|(size, _)| size.0)?;
    let text_height = height - dial_height;
    // a little air over and under the dial where there is plenty
    let air = (text_height.saturating_sub(NAME_ROWS) / 3).min(2);
    let cells = marks.iter().enumerate().map(|(place, mark)| {
        let (left, width) = part(inner.width + gap, columns, place % columns);
        let (x, y) = (inner.x + left, inner.y + height * (place / columns) as u16);
        let area = Rect::new(x, y, width - gap, height);
        let dial = Rect::new(
            x + (area.width - dial_width) / 2,
            y + air,
            dial_width,
            dial_height,
        );
        let text_top = dial.bottom() + u16::from(air > 0);
        let text = Rect::new(x, text_top, area.width, area.bottom() - text_top);
        MarkCell {
            mark: *mark,
            area,
            dial,
            text,
        }
    });
    Some(cells.collect())
}

/// Marks one a row, name first, dial in one line.
fn rows_of(inner: Rect, marks: &[MarkIndex]) -> Vec<MarkCell> {
    let count = marks.len() as u16;
    let spacing = if count > 0 && inner.height >= 2 * count {
        2
    } else {
        1
    };
    let dial_width = if inner.width >= 26 {
        (inner.width - 13).min(30)
    } else {
        3.min(inner.width)
    };
    marks
        .iter()
        .enumerate()
        .filter(|(place, _)| (*place as u16) * spacing < inner.height)
        .map(|(place, mark)| {
            let area = Rect::new(inner.x, inner.y + place as u16 * spacing, inner.width, 1);
            let text_width = inner.width.saturating_sub(dial_width + 1);
            MarkCell {
                mark: *mark,
                area,
                dial: Rect::new(inner.x + inner.width - dial_width, area.y, dial_width, 1),
                text: Rect::new(area.x, area.y, text_width, 1),
            }
        })
        .collect()
}

/// The field screen: its marks side by side, or one under the other where it is narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// True where the marks stand side by side.
    pub side_by_side: bool,
    /// The marks that are in view.
    pub marks: Vec<MarkCell>,
}

/// Narrowest column for a mark with its definition.
const COLUMN: u16 = 24;

/// The field screen in `body`, with `cursor` in view.
pub fn field(body: Rect, framework: &Framework, cursor: MarkIndex) -> Field {
    let marks = framework.marks_of(framework.field_of(cursor));
    let count = marks.len() as u16;
    let side_by_side = count > 0 && body.width / count >= COLUMN && body.height >= 12;
    if side_by_side {
        let gap = if body.width >= 100 { 3 } else { 1 };
        let cells = marks.enumerate().map(|(place, mark)| {
            let (left, width) = part(body.width + gap, count.into(), place);
            let area = Rect::new(body.x + left, body.y, width - gap, body.height);
            let inner = Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2);
            let room = (inner.height / 2).saturating_sub(1);
            let (w, h) = dial_size(inner.width, room).unwrap_or((inner.width.min(24), 1));
            let air = u16::from(body.height >= 26);
            let dial = Rect::new(inner.x + (inner.width - w) / 2, inner.y + air, w, h);
            let top = dial.bottom() + air;
            let text = Rect::new(inner.x, top, inner.width, inner.bottom().saturating_sub(top));
            MarkCell {
                mark,
                area,
                dial,
                text,
            }
        });
        return Field {
            side_by_side,
            marks: cells.collect(),
        };
    }
    // one under the other, as many as fit, the selected one among them
    let height = (body.height / count.max(1)).clamp(6.min(body.height), 18);
    let fit = (body.height / height.max(1)).max(1);
    let first_mark = framework.marks_of(framework.field_of(cursor)).next();
    let place = first_mark.map_or(0, |first| cursor.get() - first.get()) as u16;
    let first = place.saturating_sub(fit - 1);
    let cells = marks
        .skip(first.into())
        .take(fit.into())
        .enumerate()
        .map(|(row, mark)| {
            let area = Rect::new(body.x, body.y + row as u16 * height, body.width, height);
            let (w, h) = dial_size((body.width / 3).max(9), height.saturating_sub(1)).unwrap_or((9, 1));
            let dial = Rect::new(area.x + 2, area.y, w, h);
            let text = Rect::new(
                area.x + w + 4,
                area.y,
                area.width.saturating_sub(w + 4),
                height - 1,
            );
            MarkCell {
                mark,
                area,
                dial,
                text,
            }
        });
    Field {
        side_by_side,
        marks: cells.collect(),
    }
}

/// The mark screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The large dial.
    pub dial: Rect,
    /// What the dial says in words, under or beside it.
    pub words: Rect,
    /// Definition, levels, neighbours: one text that scrolls.
    pub text: Rect,
}

/// The mark screen in `body`.
pub fn mark(body: Rect) -> Mark {
    if body.width >= 68 && body.height >= 12 {
        let left = (body.width / 3).clamp(24, 66);
        let words = (body.height / 2).clamp(4, 9);
        let (w, h) = dial_size(left - 2, body.height - words).unwrap_or((left - 2, 1));
        let dial = Rect::new(body.x + (left - w) / 2, body.y, w, h);
        let top = dial.bottom() + 1;
        let gap = if body.width >= 100 { 4 } else { 2 };
        let text = (body.width - left - gap).min(110);
        Mark {
            dial,
            words: Rect::new(body.x, top, left, body.bottom().saturating_sub(top)),
            text: Rect::new(body.x + left + gap, body.y, text, body.height),
        }
    } else {
        let (w, h) = dial_size(15, body.height / 2).unwrap_or((15.min(body.width), 1));
        let words = Rect::new(body.x + w + 2, body.y, body.width.saturating_sub(w + 2), h);
        let top = body.y + h + u16::from(body.height > 10);
        Mark {
            dial: Rect::new(body.x, body.y, w, h),
            words,
            text: Rect::new(body.x, top, body.width, body.bottom().saturating_sub(top)),
        }
    }
}

/// The other marks of the field, small, under a text of `rows` rows where there is room left for them.
pub fn neighbours(layout: &Mark, rows: usize, framework: &Framework, cursor: MarkIndex) -> Vec<MarkCell> {
    const HEIGHT: u16 = 8;
    let marks: Vec<MarkIndex> = framework
        .marks_of(framework.field_of(cursor))
        .filter(|mark| *mark != cursor)
        .collect();
    let count = marks.len() as u16;
    let free = usize::from(layout.text.height).saturating_sub(rows + 1) as u16;
    if count == 0 || free < count {
        return Vec::new();
    }
    // right under the text where there is plenty of room, else at the bottom
    let top = layout.text.bottom() - free + u16::from(free > HEIGHT + 1);
    let area = Rect {
        y: top,
        height: free.min(HEIGHT),
        ..layout.text
    };
    let cells = if free >= HEIGHT {
        dials(area, &marks, marks.len(), 1)
    } else {
        None
    };
    cells.unwrap_or_else(|| {
        rows_of(
            Rect {
                height: count,
                ..area
            },
            &marks,
        )
    })
}

/// Where on the mark screen its course over time stands, under all else: heading, picture and dates. `rows` are those of
/// the text, `marks` the other marks of the field under it.
pub fn course(layout: &Mark, rows: usize, marks: &[MarkCell]) -> Option<Rect> {
    // a picture of one row a detent, or of half a row a detent
    const HEIGHTS: [u16; 2] = [11, 7];
    let text = layout.text.y
        + u16::try_from(rows)
            .unwrap_or(layout.text.height)
            .min(layout.text.height);
    let used = marks.iter().map(|cell| cell.area.bottom()).max().unwrap_or(text);
    let free = layout.text.bottom().saturating_sub(used + 1);
    let height = HEIGHTS.into_iter().find(|height| height + 2 <= free)? + 2;
    Some(Rect {
        y: used + 1,
        height,
        ..layout.text
    })
}

/// The most comfortable measure of running text, in cells.
pub const MEASURE: u16 = 76;

/// A text to read in `body`: at most 76 cells wide, in the middle.
pub fn reading(body: Rect) -> Rect {
    let width = body.width.min(MEASURE);
    Rect::new(body.x + (body.width - width) / 2, body.y, width, body.height)
}

/// The line that is typed in and the list under it, in `body`.
pub fn search(body: Rect) -> (Rect, Rect) {
    let area = reading(body);
    let line = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        height: area.height.min(1),
        ..area
    };
    let list = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    (line, list)
}

/// The list of bearings, and the lines over time beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bearings {
    /// The list.
    pub list: Rect,
    /// The lines over time, where there is room for them.
    pub lines: Option<Rect>,
}

/// The list of bearings in `body`.
pub fn bearings(body: Rect) -> Bearings {
    const LEAST_LIST: u16 = 42;
    const LEAST_LINES: u16 = 32;
    const MOST_LINES: u16 = 120;
    const GAP: u16 = 3;
    let beside = body.width.checked_sub(LEAST_LIST + GAP);
    let Some(rest) = beside.filter(|rest| *rest >= LEAST_LINES && body.height >= 14) else {
        let list = Rect {
            width: body.width - 1,
            ..body
        };
        return Bearings { list, lines: None };
    };
    let list = (LEAST_LIST + (rest - LEAST_LINES) / 2).min(MEASURE);
    let lines = (body.width - list - GAP).min(MOST_LINES);
    Bearings {
        list: Rect { width: list, ..body },
        lines: Some(Rect {
            x: body.x + list + GAP,
            width: lines,
            ..body
        }),
    }
}

/// Two pictures compared: in words, and as a rose beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The words.
    pub text: Rect,
    /// The rose, where there is room for it.
    pub rose: Option<Rect>,
}

/// Two pictures compared in `body`.
pub fn compare(body: Rect) -> Compare {
    const WORDS: u16 = 60;
    const LEAST: u16 = 36;
    const GAP: u16 = 3;
    let rest = body.width.saturating_sub(WORDS + GAP);
    if rest < LEAST || body.height < 14 {
        let text = reading(body);
        return Compare {
            text: Rect {
                width: text.width.min(body.width - 1),
                ..text
            },
            rose: None,
        };
    }
    let width = rest.min(body.height * 2 + 2);
    let rose = Rect {
        x: body.x + WORDS + GAP + (rest - width) / 2,
        width,
        ..body
    };
    Compare {
        text: Rect { width: WORDS, ..body },
        rose: Some(rose),
    }
}

/// Where a note is written in `body`.
pub fn note(body: Rect) -> Rect {
    let area = reading(body);
    Rect {
        y: area.y + 3,
        height: area.height.saturating_sub(4),
        x: area.x + 2,
        width: area.width.saturating_sub(4),
    }
}

/// Where a question of this width stands in `row`, and the line that is asked for beside it.
pub fn prompt(row: Rect, question: &str) -> (Rect, Rect) {
    let wanted = unicode_width::UnicodeWidthStr::width(question) as u16 + 1;
    let width = wanted.min(row.width / 2);
    (
        Rect { width, ..row },
        Rect {
            x: row.x + width,
            width: row.width - width,
            ..row
        },
    )
}
