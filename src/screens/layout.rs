//! What the layouts of the screens share: the parts of the window, the sizes of dials, marks side by side and under each
//! other. Drawing, the mouse and paging read the same rectangles; where a screen puts what is its own, it says itself.

use crate::core::framework::MarkIndex;
use ratatui::layout::Rect;

/// The smallest window the program works in, columns and rows.
pub const LEAST: (u16, u16) = (40, 12);

/// The parts every screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The trail and the profile, one row.
    pub header: Rect,
    /// What the screen itself shows.
    pub body: Rect,
    /// A row for a message; more for a question that needs them.
    pub notice: Rect,
    /// One row of keys.
    pub hints: Rect,
}

impl Frame {
    /// The same with so many rows for the notice. They are taken from what is free over it, and then from the body.
    #[must_use]
    pub fn with_notice(mut self, rows: u16) -> Self {
        let more = rows.saturating_sub(self.notice.height);
        self.notice.y -= more;
        self.notice.height += more;
        self.body.height = self.body.height.min(self.notice.y - self.body.y);
        self
    }
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

/// Start and length of part `index` when `length` is divided into `parts` as evenly as can be.
pub(super) fn part(length: u16, parts: usize, index: usize) -> (u16, u16) {
    let at = |i: usize| (usize::from(length) * i / parts.max(1)) as u16;
    (at(index), at(index + 1) - at(index))
}

/// Rows kept for a name under a dial at home.
const NAME_ROWS: u16 = 3;

/// Columns for a mark no wider than this need all their cells for its name.
const NARROW: u16 = 24;

/// Marks in so many columns and rows, dial over name, where the room allows.
pub(super) fn dials(inner: Rect, marks: &[MarkIndex], columns: usize, rows: usize) -> Option<Vec<MarkCell>> {
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
pub(super) fn rows_of(inner: Rect, marks: &[MarkIndex]) -> Vec<MarkCell> {
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

/// The most comfortable measure of running text, in cells.
pub const MEASURE: u16 = 76;

/// A text to read in `body`: at most 76 cells wide, in the middle.
pub fn reading(body: Rect) -> Rect {
    // a column and one of air are the scroll bar's
    let width = body.width.saturating_sub(1).min(MEASURE);
    Rect::new(body.x + (body.width - width) / 2, body.y, width, body.height)
}
