//! Where the parts of the screen of a mark stand: one rule for drawing, the mouse and paging.

use crate::core::framework::MarkIndex;
use crate::screens::{
    layout::{MarkCell, dial_size, dials},
    state::State,
};
use ratatui::layout::Rect;

/// Where the dial of a mark stands, and what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The large dial.
    pub dial: Rect,
    /// What the dial says in words.
    pub words: Rect,
    /// A text that scrolls: title, definition, levels, the need.
    pub text: Rect,
    /// True where the words stand beside the dial, and the title with them; else they stand under it.
    pub beside: bool,
}

/// Where dial, words and text stand in `body`.
pub fn layout(body: Rect) -> Layout {
    if body.width >= 68 && body.height >= 12 {
        let share = if body.width >= 100 {
            2 * body.width / 5
        } else {
            body.width / 3
        };
        let left = share.clamp(24, 66);
        let words = (body.height / 4).clamp(3, 9);
        let (w, h) = dial_size(left - 2, body.height - words).unwrap_or((left - 2, 1));
        let dial = Rect::new(body.x + (left - w) / 2, body.y, w, h);
        let top = dial.bottom() + u16::from(body.height >= 18);
        let gap = if body.width >= 100 { 4 } else { 2 };
        Layout {
            dial,
            words: Rect::new(body.x, top, left, body.bottom().saturating_sub(top)),
            text: Rect::new(
                body.x + left + gap,
                body.y,
                body.width - left - gap - bar(body),
                body.height,
            ),
            beside: false,
        }
    } else {
        let (w, h) = dial_size(15, body.height / 2).unwrap_or((15.min(body.width), 1));
        let words = Rect::new(body.x + w + 2, body.y, body.width.saturating_sub(w + 2), h);
        let top = body.y + h + u16::from(body.height > 10);
        Layout {
            dial: Rect::new(body.x, body.y, w, h),
            words,
            text: Rect::new(
                body.x,
                top,
                body.width.saturating_sub(1),
                body.bottom().saturating_sub(top),
            ),
            beside: true,
        }
    }
}

/// The column that a scroll bar needs in `body` itself: a margin of one has room for it, and none for air before it.
pub(in crate::screens) fn bar(body: Rect) -> u16 {
    u16::from(body.x < 2)
}

/// Where the parts of the screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// The dial and what is said of it.
    pub layout: Layout,
    /// The rose, where there is room for it.
    pub rose: Option<Rect>,
}

/// Where they stand in `body`.
pub fn places(body: Rect) -> Places {
    /// Columns from which there is room for the rose.
    const WIDE: u16 = 134;
    const GAP: u16 = 3;
    let width = (body.width * 3 / 10).min(2 * body.height);
    let beside = body.width >= WIDE && body.height >= 16;
    let (main, rose) = match beside {
        true => {
            let main = body.width - width - GAP;
            let rose = Rect {
                x: body.x + main + GAP,
                width,
                ..body
            };
            (main, Some(rose))
        }
        false => (body.width, None),
    };
    Places {
        layout: layout(Rect { width: main, ..body }),
        rose,
    }
}

/// What stands in the room that dial, words and text leave.
pub struct Rest {
    /// The marks before and after.
    pub neighbours: Vec<MarkCell>,
    /// The course over time, where there is one.
    pub course: Option<Rect>,
}

impl Rest {
    /// Where it stands where the words take `told` rows and the text `rows`: the course under the text, else under the words; the neighbours under the words.
    pub fn new(state: &State, layout: &Layout, told: usize, rows: usize) -> Self {
        let mut rest = Self {
            neighbours: Vec::new(),
            course: None,
        };
        if layout.beside {
            return rest;
        }
        let under = |area: Rect, rows: usize| {
            let used = u16::try_from(rows)
                .unwrap_or(u16::MAX)
                .saturating_add(1)
                .min(area.height);
            Rect {
                y: area.y + used,
                height: area.height - used,
                ..area
            }
        };
        let (words, text) = (under(layout.words, told), under(layout.text, rows));
        let has_course = !state.profile().bearings.is_empty();
        let course = |room: Rect| course_room(room).filter(|_| has_course);
        rest.course = course(text);
        if rest.course.is_none() {
            rest.course = course(words);
        }
        let free = match rest.course {
            Some(area) if area.x == words.x => Rect {
                y: area.bottom(),
                height: words.bottom() - area.bottom(),
                ..words
            },
            _ => words,
        };
        rest.neighbours = neighbours(state, free);
        rest
    }
}

/// The marks before and after the selected one, with dials where there is room for them, at the bottom of `room`.
fn neighbours(state: &State, room: Rect) -> Vec<MarkCell> {
    /// Rows of a dial with its name.
    const ROWS: std::ops::RangeInclusive<u16> = 8..=13;
    let count = state.framework.mark_count();
    if count < 3 || room.height < 2 {
        return Vec::new();
    }
    let at = state.cursor.get();
    let marks = [(at + count - 1) % count, (at + 1) % count];
    let marks: Vec<MarkIndex> = marks
        .iter()
        .filter_map(|at| state.framework.mark_at(*at))
        .collect();
    let bottom = |height: u16| Rect {
        y: room.bottom() - height,
        height,
        ..room
    };
    let with_dials = ROWS.contains(&room.height.min(*ROWS.end())) && room.width >= 34;
    let cells = with_dials.then(|| dials(bottom(room.height.min(*ROWS.end())), &marks, 2, 1));
    cells.flatten().unwrap_or_else(|| {
        let row = |(place, mark): (usize, &MarkIndex)| {
            let area = Rect {
                y: bottom(2).y + place as u16,
                height: 1,
                ..room
            };
            MarkCell {
                mark: *mark,
                area,
                dial: Rect { width: 0, ..area },
                text: area,
            }
        };
        marks.iter().enumerate().map(row).collect()
    })
}

/// Where in `room` the course over time stands: in all of it, where that is enough.
fn course_room(room: Rect) -> Option<Rect> {
    /// The least rows that tell most values apart, with border and dates.
    const LEAST: u16 = 5 + 3;
    (room.height >= LEAST).then_some(room)
}
