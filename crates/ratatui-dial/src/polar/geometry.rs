//! Where a chart's parts lie in a rectangle: its middle, its radii, and the angles of its petals. It draws nothing.
//!
//! Lengths are in units, the width of one cell; angles in degrees, clockwise from twelve o'clock.

use ratatui_core::layout::Rect;

use crate::canvas::{Point, direction};

/// Where the parts of a chart lie in an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    /// The left top corner of the area, in cells of the screen.
    pub origin: (u16, u16),
    /// A cell's height in units.
    pub aspect: f32,
    /// The middle, in units from the origin. It lies on the corner of a cell's half, so that the gaps between
    /// quadrants are as sharp as can be.
    pub centre: Point,
    /// The radius of the middle of the line at the limit.
    pub limit: f32,
    /// The radius of a petal of value 1.
    pub longest: f32,
    /// The radius at which petals begin.
    pub hub: f32,
    /// The thickness of rings and arcs.
    pub line: f32,
    /// The angles of the petals, of all groups one after the other.
    pub petals: Vec<Span>,
}

/// The angles of one petal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it begins, clockwise; from 0 to 360.
    pub from: f32,
    /// How far it reaches.
    pub sweep: f32,
    /// Half the gap that it leaves at its begin, in units.
    pub gap_from: f32,
    /// Half the gap that it leaves at its end, in units.
    pub gap_to: f32,
    /// The most that half a gap may take, in units, for the petal to keep most of its width at its end.
    pub gap_most: f32,
    /// Whether it is the second, fourth and so on of its group.
    pub even: bool,
}

impl Span {
    /// The angle in the middle, from 0 to 360.
    pub fn middle(&self) -> f32 {
        (self.from + self.sweep / 2.0).rem_euclid(360.0)
    }

    /// It with its gaps beside upright and level borders as wide as whole pixels of half a cell's height, of which one is
    /// `row` high, so that the axes are sharp. Gaps much thinner than one stay as they are.
    fn on_whole_pixels(self, row: f32) -> Span {
        let whole = |gap: f32, border: f32| {
            let pixel = match border.rem_euclid(180.0) {
                turn if !(0.01..179.99).contains(&turn) => 1.0,
                turn if (turn - 90.0).abs() < 0.01 => row,
                _ => return gap,
            };
            if gap < pixel * 0.4 {
                gap
            } else {
                (gap / pixel).round().max(1.0) * pixel
            }
        };
        Span {
            gap_from: whole(self.gap_from, self.from),
            gap_to: whole(self.gap_to, self.from + self.sweep),
            ..self
        }
    }

    /// Whether a direction lies in it.
    pub fn contains(&self, angle: f32) -> bool {
        (angle - self.from).rem_euclid(360.0) < self.sweep
    }
}

impl Geometry {
    /// Lays a chart whose groups have these numbers of petals out in `area`, in cells `aspect` times as high as wide.
    pub fn new(area: Rect, counts: &[usize], aspect: f32) -> Geometry {
        let aspect = crate::known_aspect(aspect);
        let (width, height) = (f32::from(area.width), f32::from(area.height) * aspect);
        let centre = Point::new((width / 2.0).floor().max(0.5), height / 2.0);
        let reach = centre.x.min(height / 2.0);
        let line = (reach * 0.025).clamp(0.8, 1.6);
        let limit = (reach - line / 2.0).max(0.0);
        let longest = (limit - line * 1.75).max(limit * 0.7);
        // Whole pixels on either side of the axes.
        let least = if reach < 8.0 { 0.0 } else { 1.0 };
        let group_gap = (reach / 24.0).round().clamp(least, 3.0);
        let petal_gap = (reach * 0.012 + 0.05).min(reach * 0.05);
        let petals = spans(counts, petal_gap, group_gap.max(petal_gap), longest);
        let petals = petals.into_iter().map(|span| span.on_whole_pixels(aspect / 2.0));
        let petals = petals.collect();
        Geometry {
            origin: (area.x, area.y),
            aspect,
            centre,
            limit,
            longest,
            hub: longest * 0.16,
            line,
            petals,
        }
    }

    /// The cells of the screen within the limit.
    #[cfg(feature = "pixels")]
    pub fn cells(&self) -> Rect {
        let rim = self.limit + self.line / 2.0;
        let span = |middle: f32, cell: f32| {
            let first = ((middle - rim) / cell).floor().max(0.0);
            (first as u16, (((middle + rim) / cell).ceil() - first) as u16)
        };
        let ((x, width), (y, height)) = (span(self.centre.x, 1.0), span(self.centre.y, self.aspect));
        let (left, top) = self.origin;
        let from_edge = |first: u16, at: u16| first.saturating_add(at);
        let (x, y) = (from_edge(left, x), from_edge(top, y));
        Rect::new(x, y, width.min(u16::MAX - x), height.min(u16::MAX - y))
    }

    /// The radius of a value from 0 to 1; what lies outside is held within, and not a number counts as 0.
    pub fn radius(&self, value: f32) -> f32 {
        let value = if value.is_nan() {
            0.0
        } else {
            value.clamp(0.0, 1.0)
        };
        self.hub + (self.longest - self.hub) * value
    }

    /// The inner and the outer radius of the arc, `width` thick, where a petal ended earlier: just beyond that end if
    /// the petal is shorter now, just before it if it is longer. `None` where it has not moved.
    pub(super) fn earlier(&self, value: f32, earlier: Option<f32>, width: f32) -> Option<(f32, f32)> {
        let earlier = self.radius(earlier?);
        let moved = self.radius(value) - earlier;
        if moved.abs() < 0.01 {
            None
        } else if moved < 0.0 {
            Some((earlier, earlier + width))
        } else {
            Some(((earlier - width).max(0.0), earlier))
        }
    }

    /// The left top corner of the screen's cell `x`, `y`, in units from the middle.
    pub(super) fn place(&self, x: u16, y: u16) -> Point {
        Point::new(
            f32::from(x) - f32::from(self.origin.0) - self.centre.x,
            (f32::from(y) - f32::from(self.origin.1)) * self.aspect - self.centre.y,
        )
    }

    /// See [`super::PolarAreaChart::anchor`].
    pub fn anchor(&self, petal: usize) -> Option<(i32, i32)> {
        let out = direction(self.petals.get(petal)?.middle());
        let rim = self.limit + self.line / 2.0;
        let at = self.centre.plus(out, rim + self.aspect / 2.0);
        let row = (at.y / self.aspect).floor();
        // As far out as the rim lies in all of the row, and a little more.
        let [top, bottom] = [row, row + 1.0].map(|row| row * self.aspect - self.centre.y);
        let nearest = if top <= 0.0 && bottom >= 0.0 {
            0.0
        } else {
            top.abs().min(bottom.abs())
        };
        let chord = (rim * rim - nearest * nearest).max(0.0).sqrt();
        let side = out.x.abs().mul_add(rim, 0.5).max(chord + 1.5).copysign(out.x);
        let column = (self.centre.x + side).floor();
        Some((
            i32::from(self.origin.0) + column as i32,
            i32::from(self.origin.1) + row as i32,
        ))
    }

    /// See [`super::PolarAreaChart::petal_at`].
    pub fn petal_at(&self, x: u16, y: u16) -> Option<usize> {
        let p = self.place(x, y).plus(Point::new(0.5, self.aspect / 2.0), 1.0);
        if p.dot(p).sqrt() > self.limit {
            return None;
        }
        let angle = p.x.atan2(-p.y).to_degrees();
        self.petals.iter().position(|span| span.contains(angle))
    }
}

/// The angles of the petals of all groups, with these halves of gaps between petals of a length.
fn spans(counts: &[usize], petal_gap: f32, group_gap: f32, longest: f32) -> Vec<Span> {
    let grid = counts.len() == 4;
    let sweep = 360.0 / counts.len().max(1) as f32;
    let lone = counts.iter().sum::<usize>() == 1;
    let mut spans = Vec::with_capacity(counts.iter().sum());
    for (group, count) in counts.iter().enumerate() {
        // On the left of the grid petals go against the clock, to go from the top down.
        let (from, clockwise) = match (grid, group) {
            (true, 0) => (270.0, false),
            (true, 1) => (0.0, true),
            (true, 2) => (180.0, false),
            (true, _) => (90.0, true),
            _ => ((270.0 + sweep * group as f32).rem_euclid(360.0), true),
        };
        let width = sweep / *count as f32;
        for petal in 0..*count {
            let place = if clockwise { petal } else { count - 1 - petal };
            // A lone petal goes all round and borders on nothing.
            // None between petals about as thin as a pixel.
            let gap_most = 0.2 * (width.to_radians() * longest - 1.5).max(0.0);
            let gap = |outermost| match (lone, outermost) {
                (true, _) => 0.0,
                (_, true) => group_gap.min(gap_most),
                (_, false) => petal_gap.min(gap_most),
            };
            spans.push(Span {
                from: (from + width * place as f32).rem_euclid(360.0),
                sweep: width,
                gap_from: gap(place == 0),
                gap_to: gap(place + 1 == *count),
                gap_most,
                even: petal % 2 == 1,
            });
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn middles(counts: &[usize]) -> Vec<f32> {
        Geometry::new(Rect::new(0, 0, 34, 17), counts, 2.0)
            .petals
            .iter()
            .map(|span| span.middle().round())
            .collect()
    }

    #[test]
    fn four_groups_lie_as_the_grid_does_and_their_petals_go_from_the_top_down() {
        let expected = [
            345.0, 315.0, 285.0, 15.0, 45.0, 75.0, 255.0, 225.0, 195.0, 105.0, 135.0, 165.0,
        ];
        assert_eq!(middles(&[3, 3, 3, 3]), expected);
    }

    #[test]
    fn other_numbers_of_groups_go_clockwise_from_nine_o_clock() {
        assert_eq!(middles(&[1, 2]), [0.0, 135.0, 225.0]);
        assert_eq!(middles(&[1, 1, 1]), [330.0, 90.0, 210.0]);
        assert_eq!(middles(&[1]), [90.0]);
        assert_eq!(middles(&[0, 1]), [180.0]);
        assert!(middles(&[]).is_empty());
    }

    #[test]
    fn petals_fill_the_circle_without_overlap() {
        for counts in [
            &[3, 3, 3, 3][..],
            &[1],
            &[2],
            &[12; 12],
            &[1, 5, 2],
            &[4, 1, 2, 7],
        ] {
            let geometry = Geometry::new(Rect::new(0, 0, 34, 17), counts, 2.0);
            for tenth in 0..3600 {
                // Off the borders themselves, which rounding may give to either side.
                let angle = tenth as f32 / 10.0 + 0.043;
                let holders = geometry.petals.iter().filter(|span| span.contains(angle)).count();
                assert_eq!(holders, 1, "{counts:?} at {angle}");
            }
        }
    }

    #[test]
    fn a_longer_value_is_a_longer_petal_within_the_limit() {
        for (width, height) in [(34, 17), (110, 55), (8, 4), (3, 9), (1, 1)] {
            let geometry = Geometry::new(Rect::new(0, 0, width, height), &[3; 4], 2.0);
            let radii = [0.0, 0.1, 0.5, 1.0].map(|value| geometry.radius(value));
            assert!(
                radii.is_sorted() && radii[3] <= geometry.limit,
                "{width}×{height}: {radii:?}"
            );
            assert_eq!(geometry.radius(7.0), geometry.radius(1.0));
            assert_eq!(geometry.radius(f32::NAN), geometry.radius(0.0));
        }
    }

    #[test]
    fn names_lie_outside_the_limit_close_to_their_petals() {
        let area = Rect::new(20, 3, 34, 17);
        let geometry = Geometry::new(area, &[3; 4], 2.0);
        for petal in 0..12 {
            let (x, y) = geometry.anchor(petal).expect("twelve petals");
            let p = geometry.place(x as u16, y as u16).plus(Point::new(0.5, 1.0), 1.0);
            let distance = p.dot(p).sqrt();
            assert!(
                distance > geometry.limit && distance < geometry.limit + 3.0,
                "{petal}: {distance}"
            );
            let angle = p.x.atan2(-p.y).to_degrees();
            assert!(geometry.petals[petal].contains(angle), "{petal}: {angle}");
        }
        assert_eq!(geometry.anchor(12), None);
    }

    #[test]
    fn a_cell_within_the_limit_belongs_to_the_petal_in_its_direction() {
        let geometry = Geometry::new(Rect::new(2, 1, 34, 17), &[3; 4], 2.0);
        assert_eq!(geometry.petal_at(18, 3), Some(0));
        assert_eq!(geometry.petal_at(19, 3), Some(3));
        assert_eq!(geometry.petal_at(4, 10), Some(6));
        assert_eq!(geometry.petal_at(20, 16), Some(11));
        assert_eq!(geometry.petal_at(2, 1), None, "a corner");
        assert_eq!(geometry.petal_at(200, 10), None);
    }
}
