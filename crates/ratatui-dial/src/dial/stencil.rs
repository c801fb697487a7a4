//! How much of each half block a whole ring covers, kept from one dial to the next: dials that stand side by side are of
//! one size, or one is large and the others small, and so it is when they are drawn again. It knows no needle and no
//! colour.

use super::geometry::Ring;
use super::shapes::Shapes;
use crate::canvas::Point;
use std::cell::RefCell;

/// The shares, from 0 to 1, of the half blocks from the left top corner of the cell that the ring was laid out in.
#[derive(Debug)]
pub(super) struct Stencil {
    /// What the ring's outline depends on.
    ring: Option<(f32, Point, f32, f32)>,
    columns: usize,
    shares: Vec<f32>,
    too_large: bool,
}

/// How many are kept.
const KEPT: usize = 2;

/// The most half blocks of a ring that is kept: more than any screen has. A larger ring is worked out as it is drawn.
const MOST: usize = 1 << 17;

thread_local! {
    /// The one that was used last comes first.
    static LAST: RefCell<[Stencil; KEPT]> = const { RefCell::new([Stencil::NONE; KEPT]) };
}

impl Stencil {
    const NONE: Self = Self {
        ring: None,
        columns: 0,
        shares: Vec::new(),
        too_large: false,
    };

    /// Calls `draw` with the stencil of `ring`, whose shapes are `shapes`. It allocates where it is a new one, and larger
    /// than the one whose place it takes.
    pub(super) fn with<T>(ring: &Ring, shapes: &Shapes, draw: impl FnOnce(&Self) -> T) -> T {
        let outline = Some((ring.aspect, ring.centre, ring.outer, ring.inner));
        LAST.with_borrow_mut(|last| {
            let known = last.iter().position(|stencil| stencil.ring == outline);
            last[..=known.unwrap_or(KEPT - 1)].rotate_right(1);
            if known.is_none() {
                last[0].cut(ring, shapes);
                last[0].ring = outline;
            }
            draw(&last[0])
        })
    }

    fn cut(&mut self, ring: &Ring, shapes: &Shapes) {
        let pixel = ring.pixel();
        self.columns = (ring.centre.x + ring.outer).ceil() as usize;
        let rows = ((ring.centre.y + ring.outer) / pixel).ceil() as usize;
        self.shares.clear();
        self.too_large = rows * self.columns > MOST;
        if self.too_large {
            return;
        }
        self.shares.extend((0..rows * self.columns).map(|at| {
            let (x, y) = (at % self.columns, at / self.columns);
            shapes.whole(x as f32, y as f32 * pixel, 1.0, pixel)
        }));
    }

    /// The share of the half block in `column` and `row`; `None` where it is to be worked out.
    pub(super) fn share(&self, column: usize, row: usize) -> Option<f32> {
        if self.too_large {
            None
        } else if column < self.columns {
            let share = self.shares.get(row * self.columns + column);
            Some(share.copied().unwrap_or(0.0))
        } else {
            Some(0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::Face;
    use super::super::geometry::Form;
    use super::super::{Dial, Scale};
    use super::*;
    use crate::Marker;
    use ratatui_core::layout::Rect;

    #[test]
    fn a_pixel_by_the_stencil_is_covered_as_one_that_is_worked_out_alone() {
        for (width, height, aspect) in [(15, 7, 2.0), (33, 15, 1.8), (15, 7, 2.2), (15, 7, 2.0)] {
            for value in -5..=5 {
                let dial = Dial::new(Scale::bipolar(-5, 5)).aspect(aspect).value(value);
                let geometry = dial.geometry(Rect::new(0, 0, width, height));
                let Form::Ring(ring) = geometry.form() else {
                    panic!("{geometry:?}")
                };
                let shapes = Shapes::new(&Face::of(&dial), ring, Marker::HalfBlock);
                let pixel = ring.pixel();
                Stencil::with(ring, &shapes, |stencil| {
                    for (x, y) in (0..40).flat_map(|x| (0..40).map(move |y| (x, y))) {
                        let place = (x as f32, y as f32 * pixel);
                        let whole = stencil.share(x, y);
                        let found = shapes.coverage(place, (1.0, pixel), whole);
                        let alone = shapes.coverage(place, (1.0, pixel), None);
                        let off = (found.track - alone.track)
                            .abs()
                            .max((found.fill - alone.fill).abs());
                        assert!(off < 1e-3, "{value} at {x},{y}: {found:?} for {alone:?}");
                    }
                });
            }
        }
    }
}
