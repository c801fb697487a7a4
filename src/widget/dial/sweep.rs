//! Which cells of a ring can look otherwise when the needle has moved: those that it leaves and comes to, the part of the
//! ring between, and the number. It draws nothing, and would rather name a cell too many.

use super::Dial;
use super::geometry::{Ring, direction};
use super::shapes::{Sector, sector};
use crate::widget::canvas::{HalfPlane, Point};

/// The cells between two places of a needle.
pub(super) struct Sweep<'a> {
    ring: &'a Ring,
    /// The needle's two places: the line it lies on, to the side and outward.
    needles: [[HalfPlane; 2]; 2],
    /// How far to each side of that line the needle, or the round end of the ring there, can reach.
    half: f32,
    /// The angles between; `None` where they are too wide to be told from the rest.
    between: Option<Sector>,
    /// The least and the most of where the middle of a cell can lie that the ring's part of it is in.
    bounds: [Point; 2],
    /// The columns of both numbers with what is cleared beside them.
    number: std::ops::RangeInclusive<i32>,
}

impl<'a> Sweep<'a> {
    /// From where the needle of `before` stands on this ring to that of `after`.
    pub(super) fn new(before: &Dial, after: &Dial, ring: &'a Ring) -> Self {
        let angles = [before, after].map(|dial| dial.angle(dial.needle_position()));
        let (from, to) = (angles[0].min(angles[1]), angles[0].max(angles[1]));
        let lines =
            |angle: f32| [angle + 90.0, angle].map(|normal| HalfPlane::new(ring.centre, direction(normal)));
        let columns = [before, after].map(|dial| {
            let len = dial.scale.label(dial.value, false).len();
            let x = ring.text_x(len);
            (x - 1, x + len as i32)
        });
        let half = ring.needle_width.max((ring.outer - ring.inner) / 2.0);
        // needles and band reach furthest where they begin and end, and where the band crosses an axis
        let middle = ring.needle_from.min(ring.inner);
        let ends = [from, to]
            .into_iter()
            .flat_map(|at| [(at, middle), (at, ring.outer)]);
        let axes = [-90.0, 0.0, 90.0]
            .into_iter()
            .filter(|at| (from..=to).contains(at));
        let corners = ends
            .chain(axes.map(|at| (at, ring.outer)))
            .map(|(angle, radius)| ring.centre.plus(direction(angle), radius));
        let pad = half + Self::reach(ring);
        let [mut least, mut most] = [f32::INFINITY, f32::NEG_INFINITY].map(|at| Point::new(at, at));
        for corner in corners {
            least = Point::new(least.x.min(corner.x - pad), least.y.min(corner.y - pad));
            most = Point::new(most.x.max(corner.x + pad), most.y.max(corner.y + pad));
        }
        Self {
            ring,
            needles: angles.map(lines),
            half,
            bounds: [least, most],
            between: (to - from < 180.0).then(|| sector(ring.centre, from, to)),
            number: columns[0].0.min(columns[1].0)..=columns[0].1.max(columns[1].1),
        }
    }

    /// Half a cell's diagonal: how far its corners lie from its middle.
    fn reach(ring: &Ring) -> f32 {
        (1.0 + ring.aspect * ring.aspect).sqrt() / 2.0
    }

    /// Whether the screen's cell `x`, `y` can look otherwise.
    pub(super) fn touches(&self, x: u16, y: u16) -> bool {
        let ring = self.ring;
        if i32::from(y) == ring.text_y && self.number.contains(&x.into()) {
            return true;
        }
        let (left, top) = ring.place(x, y);
        let cell = Point::new(left + 0.5, top + ring.aspect / 2.0);
        let [least, most] = self.bounds;
        if cell.x < least.x || cell.x > most.x || cell.y < least.y || cell.y > most.y {
            return false;
        }
        let reach = Self::reach(ring);
        let offset = cell.plus(ring.centre, -1.0);
        let distance = offset.dot(offset).sqrt();
        let (near, far) = (distance - reach, distance + reach);
        if near > ring.outer || far < ring.needle_from.min(ring.inner) {
            return false;
        }
        let on_needle = |[across, along]: &[HalfPlane; 2]| {
            across.depth(cell).abs() < self.half + reach && along.depth(cell) > -reach
        };
        let in_band = near < ring.outer && far > ring.inner;
        let in_between = || match &self.between {
            Some(sector) => sector.iter().all(|plane| plane.depth(cell) > -reach),
            None => true,
        };
        self.needles.iter().any(on_needle) || in_band && in_between()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DialStyle, Scale, State, Tier};
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Color, widgets::Widget};

    fn style(plain: bool) -> DialStyle {
        let color = |at: u8| Color::Rgb(at, 2 * at, 255 - at);
        DialStyle {
            track: color(60),
            fill: color(if plain { 60 } else { 110 }),
            needle: color(120),
            ghost: color(90),
            neutral: color(70),
            text: color(100),
            background: color(10),
        }
    }

    fn drawn(dial: &Dial, area: Rect) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, area.right() + 1, area.bottom() + 1));
        dial.render(area, &mut buffer);
        buffer
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]
        #[test]
        fn a_needle_that_moved_shows_what_a_dial_drawn_anew_shows(
            steps in prop::collection::vec((-5i32..=5, prop::option::of(-5.0f32..=5.0)), 2..5),
            (width, height) in (1u16..80, 1u16..36),
            ghost in prop::option::of(-5i8..=5),
            (tier, state) in (0usize..4, 0usize..3),
            (bipolar, plain) in any::<(bool, bool)>(),
        ) {
            let area = Rect::new(1, 1, width, height);
            let scale = if bipolar { Scale::bipolar(-5, 5) } else { Scale::unipolar(-5, 5) };
            let dial = Dial::new(scale)
                .ghost(ghost.map(f32::from))
                .tier([Tier::Smooth, Tier::Block, Tier::Braille, Tier::Ascii][tier])
                .state([State::Normal, State::Focused, State::Disabled][state])
                .style(style(plain));
            let at = |(value, position): (i32, Option<f32>)| {
                let dial = dial.value(value);
                position.map_or(dial, |position| dial.position(position))
            };
            let mut before = at(steps[0]);
            let mut buffer = drawn(&before, area);
            for step in &steps[1..] {
                let after = at(*step);
                let stood = buffer.clone();
                let part = after.render_moved(&before, area, &mut buffer);
                prop_assert_eq!(&buffer, &drawn(&after, area));
                for position in buffer.area.positions().filter(|position| !part.contains(*position)) {
                    prop_assert_eq!(&buffer[position], &stood[position]);
                }
                before = after;
            }
        }
    }

    #[test]
    fn one_detent_of_a_large_dial_touches_a_small_part_of_it() {
        let dial = Dial::new(Scale::bipolar(-5, 5));
        let area = Rect::new(0, 0, 33, 15);
        let geometry = dial.geometry(area);
        let super::super::Form::Ring(ring) = geometry.form() else {
            panic!("{geometry:?}")
        };
        let (before, after) = (dial.value(2), dial.value(3));
        let sweep = Sweep::new(&before, &after, ring);
        let touched = area.positions().filter(|at| sweep.touches(at.x, at.y)).count();
        assert!((20..120).contains(&touched), "{touched} of {}", area.area());
    }
}
