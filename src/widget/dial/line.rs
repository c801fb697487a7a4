//! The one-line form: a straight gauge with the number after it.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::geometry::Line;
use super::{Dial, Tier, cell_at};

/// The characters of a gauge.
struct Glyphs {
    track: char,
    fill: char,
    neutral: char,
    ghost: char,
    needle: char,
}

const UNICODE: Glyphs = Glyphs {
    track: '─',
    fill: '━',
    neutral: '╂',
    ghost: '○',
    needle: '●',
};
const ASCII: Glyphs = Glyphs {
    track: '-',
    fill: '=',
    neutral: '|',
    ghost: 'x',
    needle: 'o',
};

impl Dial {
    pub(super) fn draw_line(&self, line: &Line, buffer: &mut Buffer) {
        let glyphs = if self.tier == Tier::Ascii { ASCII } else { UNICODE };
        let column = |position| line.column(self.scale.share(position));
        let needle = column(self.needle_position());
        let neutral = column(self.scale.neutral() as f32);
        let ghost = self.ghost_position().map(column);
        let (from, to) = (needle.min(neutral), needle.max(neutral));
        for x in line.x..line.x + line.cells {
            let (glyph, color) = if x == needle {
                (glyphs.needle, self.style.needle)
            } else if ghost == Some(x) {
                (glyphs.ghost, self.style.ghost)
            } else if x == neutral && self.scale.is_bipolar() {
                (glyphs.neutral, self.style.neutral)
            } else if (from..=to).contains(&x) {
                (glyphs.fill, self.style.fill)
            } else {
                (glyphs.track, self.style.track)
            };
            if let Some(cell) = cell_at(buffer, x, line.y) {
                let style = Style::reset()
                    .fg(color)
                    .bg(self.style.background)
                    .add_modifier(self.modifier());
                cell.set_char(glyph).set_style(style);
            }
        }
        if let Some(end) = line.text_end {
            let len = self.scale.label(self.value, false).len() as i32;
            self.draw_text(end - len, line.y, true, buffer);
        }
    }
}
