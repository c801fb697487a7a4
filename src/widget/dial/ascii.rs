//! Draws the ring in ASCII characters: a thin line for the track, a heavy one for the fill.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Dial;
use super::geometry::Ring;
use super::shapes::{Class, Shapes};

impl Dial {
    /// Draws `ring` into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_ascii(&self, ring: &Ring, visible: Rect, buffer: &mut Buffer) {
        let shapes = Shapes::new(self, ring, Some(1.0));
        let knob = ring.cell_at(self.angle(self.needle_position()));
        let ghost = self.ghost_position().map(|ghost| ring.cell_at(self.angle(ghost)));
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let (left, top) = ring.place(x, y);
                let [upper, lower] = [0.0, ring.pixel()]
                    .map(|down| shapes.coverage(left, top + down, 1.0, ring.pixel()).class());
                let class = upper.max(lower);
                let (glyph, class) = if (i32::from(x), i32::from(y)) == knob {
                    ('O', Some(Class::Needle))
                } else if ghost == Some((i32::from(x), i32::from(y))) {
                    ('x', Some(Class::Ghost))
                } else {
                    let glyph = match class {
                        None => continue,
                        Some(Class::Ghost) => continue,
                        Some(Class::Needle) => '*',
                        Some(Class::Foot) => '~',
                        Some(Class::Fill) => '#',
                        Some(Class::Neutral) => '|',
                        Some(Class::Track) => {
                            stroke(ring.from_centre(x, y), upper.is_some(), lower.is_some())
                        }
                    };
                    (glyph, class)
                };
                let color = self.color(class).unwrap_or_default();
                buffer[(x, y)].set_char(glyph).set_fg(color);
            }
        }
    }
}

/// The character that looks most like a circle's line in a cell that lies `from` its centre, with the line in its
/// upper half, its lower half or both.
fn stroke(from: crate::widget::canvas::Point, upper: bool, lower: bool) -> char {
    let steep = from.x.abs() > 2.2 * from.y.abs();
    match (upper, lower) {
        _ if steep => '|',
        (true, false) => '\'',
        (false, true) => '.',
        _ if from.y.abs() > 2.2 * from.x.abs() => '-',
        _ if (from.x > 0.0) == (from.y < 0.0) => '\\',
        _ => '/',
    }
}
