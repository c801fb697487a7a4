//! Draws an [`Input`] and says where its cursor stands. Owns no state: the same input drawn twice is the same.

use super::{
    Input, keep_in_view,
    rows::{self, Row, row_of},
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
    widgets::Widget,
};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// An [`Input`] with the look it is drawn in. Draws in any area, also in another than it was told of by
/// [`Input::resize`]: it wraps for that one then, and keeps the cursor in view.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The input.
    pub input: &'a Input,
    /// The look of the text and of the empty cells.
    pub style: Style,
    /// What is shown where there is no text.
    pub placeholder: &'a str,
    /// The look of the placeholder.
    pub placeholder_style: Style,
}

/// What is shown in an area: the rows, the first row and the first column in view, and the cursor's row and column in
/// the whole text, in cells.
struct Window<'a> {
    rows: Cow<'a, [Row]>,
    top: usize,
    left: usize,
    cursor: (usize, usize),
}

impl View<'_> {
    /// The cell of the cursor when drawn in `area`; nothing where the area is empty.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let window = self.window(area);
        let (row, column) = window.cursor;
        // Both are in view, so they fit the area; a grapheme wider than the area is the exception.
        let right = (column - window.left).min(usize::from(area.width) - 1) as u16;
        Some(Position::new(
            area.x.saturating_add(right),
            area.y.saturating_add((row - window.top) as u16),
        ))
    }

    fn window(&self, area: Rect) -> Window<'_> {
        let input = self.input;
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let rows = if area.width == input.room.width {
            Cow::Borrowed(&input.rows[..])
        } else {
            Cow::Owned(rows::wrap(&input.text, input.text_width(area.width)))
        };
        let row = row_of(&rows, input.cursor);
        let column = rows::width(&input.text[rows[row].start..input.cursor]);
        let (top, left) = if input.is_one_line() {
            let longest = rows::width(&input.text);
            (0, keep_in_view(input.scroll, column, longest + 1, width))
        } else {
            (keep_in_view(input.scroll, row, rows.len(), height), 0)
        };
        Window {
            rows,
            top,
            left,
            cursor: (row, column),
        }
    }
}

impl Widget for &View<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let visible = area.intersection(buffer.area);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                buffer[(x, y)].set_char(' ').set_style(self.style);
            }
        }
        // Laid for the whole area, so that a cut one shows a part of the same picture.
        let rows = area.top()..area.bottom();
        if self.input.text.is_empty() {
            // The text's bold or underline is not the placeholder's.
            let own = Style::new().remove_modifier(self.style.add_modifier);
            let style = own.patch(self.placeholder_style);
            let laid = rows::wrap(self.placeholder, self.input.text_width(area.width));
            for (y, row) in rows.zip(laid) {
                let text = &self.placeholder[row.range()];
                draw(text, 0, area, y, style, visible, buffer);
            }
        } else {
            let window = self.window(area);
            let style = match self.input.is_selected() {
                true => self.style.add_modifier(Modifier::REVERSED),
                false => self.style,
            };
            for (y, row) in rows.zip(&window.rows[window.top..]) {
                let text = &self.input.text[row.range()];
                draw(text, window.left, area, y, style, visible, buffer);
            }
        }
    }
}

/// Draws one row of text without its first `left` cells. A wide grapheme of which only a part is in view is left out.
fn draw(text: &str, left: usize, area: Rect, y: u16, style: Style, visible: Rect, buffer: &mut Buffer) {
    let mut column = 0;
    for grapheme in text.graphemes(true) {
        let cells = rows::cells(grapheme);
        let (from, to) = (column, column + cells);
        column = to;
        if from >= left + usize::from(area.width) {
            break;
        }
        if cells == 0 || from < left || to > left + usize::from(area.width) {
            continue;
        }
        // Both are below the area's width.
        let x = |column: usize| usize::from(area.x) + column - left;
        let inside = |x: usize| (usize::from(visible.left())..usize::from(visible.right())).contains(&x);
        let rows_hold = (visible.top()..visible.bottom()).contains(&y);
        if !rows_hold || !inside(x(from)) || !inside(x(to) - 1) || grapheme.contains(char::is_control) {
            continue;
        }
        buffer[(x(from) as u16, y)]
            .set_symbol(rows::shown(grapheme))
            .set_style(style);
    }
}
