//! Draws a chart in ASCII characters: petals solid, rings and arcs as lines one character thick.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;

use super::drawing::Drawing;
use super::geometry::Geometry;
use crate::canvas::Point;

impl Drawing {
    /// Draws into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_ascii(&self, geometry: &Geometry, visible: Rect, buffer: &mut Buffer) {
        let petals: Vec<_> = self.petals.iter().zip(&geometry.petals).collect();
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let p = geometry
                    .place(x, y)
                    .plus(Point::new(0.5, geometry.aspect / 2.0), 1.0);
                let (distance, angle) = (p.dot(p).sqrt(), p.x.atan2(-p.y).to_degrees());
                let on = |radius: f32| runs_through(p, radius, geometry.aspect);
                let petal = petals.iter().find(|(_, span)| span.contains(angle));
                let drawn = petal.and_then(|(petal, span)| {
                    // About half a character from the petal's borders is a gap; where the petal is too thin for
                    // one, only what belongs to no petal more than to its neighbour.
                    let wide = distance * span.sweep.to_radians() > 2.0;
                    let gap = if wide { 0.6 } else { 0.01 };
                    let beside = |border: f32| distance * (angle - border).to_radians().sin().abs() < gap;
                    let between = petals.len() > 1 && (beside(span.from) || beside(span.from + span.sweep));
                    let earlier = geometry
                        .earlier(petal.value, petal.earlier, 1.0)
                        .map(|(inner, outer)| (inner + outer) / 2.0);
                    let end = geometry.radius(petal.value);
                    if petal.selected && on(geometry.limit) {
                        Some(('*', self.colors.selected))
                    } else if between {
                        None
                    } else if earlier.is_some_and(on) {
                        Some(('o', self.colors.earlier))
                    } else {
                        (geometry.hub..end)
                            .contains(&distance)
                            .then_some(('#', petal.color))
                    }
                });
                let ring = || {
                    let neutral = self.neutral.is_some_and(|neutral| on(geometry.radius(neutral)));
                    let dot = neutral.then_some((':', self.colors.neutral));
                    dot.or_else(|| on(geometry.limit).then_some(('.', self.colors.limit)))
                };
                if let Some((glyph, color)) = drawn.or_else(ring) {
                    buffer[(x, y)].set_char(glyph).set_fg(color);
                }
            }
        }
    }
}

/// Whether a circle round the middle is drawn in the cell whose centre is `p`: one cell a column where it runs flat
/// and one a row where it runs steep, so that the line is thin all round.
fn runs_through(p: Point, radius: f32, aspect: f32) -> bool {
    let other_leg = |leg: f32| (radius * radius - leg * leg).max(0.0).sqrt();
    let (x, y) = (p.x.abs(), p.y.abs());
    if radius <= 0.0 {
        false
    } else if x <= other_leg(x) * aspect {
        x < radius && (0.0..aspect).contains(&(other_leg(x) - y + aspect / 2.0))
    } else {
        y < radius && (0.0..1.0).contains(&(other_leg(y) - x + 0.5))
    }
}
