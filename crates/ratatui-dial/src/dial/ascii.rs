//! Draws the ring in ASCII characters: the track as a thin line, the fill as a heavy one.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;

use super::face::{Face, cell_at};
use super::geometry::{REACH, Ring};
use super::shapes::{Class, Shapes};
use crate::Marker;

impl Face {
    /// Draws `ring` into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_ascii(&self, ring: &Ring, visible: Rect, buffer: &mut Buffer) {
        let shapes = Shapes::new(self, ring, Marker::Ascii);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let (left, top) = ring.place(x, y);
                let half = |down| shapes.coverage((left, top + down), (1.0, ring.pixel()), None);
                let (upper, lower) = (half(0.0), half(ring.pixel()));
                let (class, glyph) = if upper.foot.max(lower.foot) >= 0.5 {
                    (Class::Foot, '=')
                } else if upper.fill.max(lower.fill) >= 0.5 {
                    (Class::Fill, '#')
                } else if let Some(glyph) = stroke(ring, x, y) {
                    (Class::Track, glyph)
                } else {
                    continue;
                };
                self.draw_glyph(glyph, class, x.into(), y.into(), buffer);
            }
        }
        let middle = (ring.inner + ring.outer) / 2.0;
        if self.scale.is_bipolar() {
            let (x, y) = ring.cell_at(0.0, middle);
            self.draw_glyph('|', Class::Neutral, x, y, buffer);
        }
        if let Some(ghost) = self.ghost_at {
            let (x, y) = ring.cell_at(self.angle(ghost), middle);
            self.draw_glyph('x', Class::Ghost, x, y, buffer);
        }
        let needle = self.angle(self.needle_at);
        // In steps of half a cell's width no cell on the way is passed over.
        for step in 0..(2.0 * (middle - ring.needle_from)) as i32 {
            let (x, y) = ring.cell_at(needle, ring.needle_from + step as f32 / 2.0);
            self.draw_glyph('*', Class::Needle, x, y, buffer);
        }
        let (x, y) = ring.cell_at(needle, middle);
        self.draw_glyph('o', Class::Needle, x, y, buffer);
    }

    fn draw_glyph(&self, glyph: char, class: Class, x: i32, y: i32, buffer: &mut Buffer) {
        if let Some(cell) = cell_at(buffer, x, y) {
            cell.set_char(glyph).set_fg(self.color(class));
        }
    }
}

/// The character with which the circle in the middle of the ring's thickness runs through the screen's cell `x`,
/// `y`: one a column where it runs flat and one a row where it runs steep, so that the line is thin all round.
fn stroke(ring: &Ring, x: u16, y: u16) -> Option<char> {
    let p = ring.offset_at(x, y);
    // Up to 4 degrees beyond its end a ring this coarse still closes better than it breaks off.
    if p.x.atan2(-p.y).to_degrees().abs() > REACH + 4.0 {
        return None;
    }
    let radius = (ring.inner + ring.outer) / 2.0;
    let other_leg = |leg: f32| (radius * radius - leg * leg).max(0.0).sqrt();
    // How many rows the circle falls in a column.
    let slope = |x: f32, y: f32| x.abs() / y.abs().max(0.01) / ring.aspect;
    let diagonal = if (p.x > 0.0) == (p.y < 0.0) { '\\' } else { '/' };
    let (flat, steep) = (other_leg(p.x).copysign(p.y), other_leg(p.y).copysign(p.x));
    let (down, along) = ((flat - p.y) / ring.aspect + 0.5, steep - p.x + 0.5);
    if slope(p.x, flat) <= 1.0 && (0.0..1.0).contains(&down) {
        Some(match down {
            _ if slope(p.x, flat) > 0.6 => diagonal,
            ..0.36 => '\'',
            ..0.64 => '-',
            _ => '.',
        })
    // A little less than 1, as both are measured at different points and would leave a hole between them.
    } else if slope(steep, p.y) > 0.9 && (0.0..1.0).contains(&along) {
        Some(if slope(steep, p.y) > 2.5 { '|' } else { diagonal })
    } else {
        None
    }
}
