//! The one-line form: a straight gauge with the number after it.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::Modifier;

use super::face::{Face, cell_at};
use super::geometry::Line;
use crate::Marker;

/// The characters of a gauge.
struct Glyphs {
    ends: [char; 2],
    track: char,
    fill: char,
    neutral: char,
    ghost: char,
    needle: char,
}

const UNICODE: Glyphs = Glyphs {
    ends: ['├', '┤'],
    track: '─',
    fill: '━',
    neutral: '╂',
    ghost: '○',
    needle: '●',
};
const ASCII: Glyphs = Glyphs {
    ends: ['[', ']'],
    track: '-',
    fill: '=',
    neutral: '|',
    ghost: 'x',
    needle: 'o',
};

impl Face {
    /// Draws `line` into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_line(&self, line: &Line, visible: Rect, buffer: &mut Buffer) {
        let glyphs = if self.marker == Marker::Ascii {
            ASCII
        } else {
            UNICODE
        };
        let column = |position| line.column(self.scale.share(position));
        let needle = column(self.needle_at);
        let neutral = column(self.scale.neutral() as f32);
        let ghost = self.ghost_at.map(column);
        let (from, to) = (needle.min(neutral), needle.max(neutral));
        let shown = i32::from(visible.left())..i32::from(visible.right());
        for x in line.x.max(shown.start)..(line.x + line.cells).min(shown.end) {
            let (glyph, color) = if x == needle {
                (glyphs.needle, self.colors.needle)
            } else if ghost == Some(x) {
                (glyphs.ghost, self.colors.ghost)
            } else if x == neutral && self.scale.is_bipolar() {
                (glyphs.neutral, self.colors.neutral)
            } else if (from..=to).contains(&x) {
                (glyphs.fill, self.colors.fill)
            } else {
                (glyphs.track, self.colors.track)
            };
            if let Some(cell) = cell_at(buffer, x, line.y) {
                cell.set_char(glyph).set_style(self.style(color));
            }
        }
        let ends = [line.x - 1, line.x + line.cells].into_iter().zip(glyphs.ends);
        for (x, glyph) in ends.filter(|(x, _)| line.closed && shown.contains(x)) {
            if let Some(cell) = cell_at(buffer, x, line.y) {
                cell.set_char(glyph).set_style(self.style(self.colors.track));
            }
        }
        if let Some(end) = line.text_end {
            let len = self.scale.label(self.value, false).len() as i32;
            self.draw_text(end - len, line.y, Modifier::UNDERLINED, buffer);
        }
    }
}
