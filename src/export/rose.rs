//! The rose: a petal for each mark, as long as its dial is turned up, with the ring at neutral and the outline of
//! the last bearing. Owns the geometry; what stands round it is the picture's or the sheet's.
//!
//! It lies as on screen: four fields as the grid does, the first left above, the second right above, the third left
//! below, the fourth right below, and in each the marks from the top down; any other number of fields clockwise from
//! nine o'clock. All fields have the same angle, and all marks of a field. Angles are in degrees, clockwise from twelve
//! o'clock; lengths in units of the picture.

use super::{
    canvas::{Canvas, Fill, Item, Step, Stroke},
    colours::{INK, colour},
    report::{MarkPart, Report},
};
use crate::core::dial::DialValue;

/// A rose in its place.
pub struct Rose<'a> {
    /// The petals, in the order of the document.
    pub petals: Vec<Petal<'a>>,
    x: f64,
    y: f64,
    radius: f64,
}

/// One petal.
pub struct Petal<'a> {
    /// Its mark.
    pub mark: &'a MarkPart,
    /// The position of its field.
    pub field: usize,
    /// The angle where it begins.
    from: f64,
    /// How far it reaches.
    sweep: f64,
    /// Whether it borders on another field where it begins and where it ends.
    borders: (bool, bool),
}

impl Petal<'_> {
    /// The angle in its middle.
    pub fn middle(&self) -> f64 {
        (self.from + self.sweep / 2.0).rem_euclid(360.0)
    }
}

impl<'a> Rose<'a> {
    /// The report's rose round a point, as far out as `radius`.
    pub fn new(report: &'a Report, x: f64, y: f64, radius: f64) -> Self {
        let fields = report.fields.len();
        let sweep = 360.0 / fields as f64;
        let mut petals = Vec::new();
        for (field, part) in report.fields.iter().enumerate() {
            let (from, clockwise) = match (fields, field) {
                (4, 0) => (270.0, false),
                (4, 1) => (0.0, true),
                (4, 2) => (180.0, false),
                (4, 3) => (90.0, true),
                _ => (270.0 + sweep * field as f64, true),
            };
            let count = part.marks.len();
            let width = sweep / count as f64;
            for (at, mark) in part.marks.iter().enumerate() {
                let place = if clockwise { at } else { count - 1 - at };
                petals.push(Petal {
                    mark,
                    field,
                    from: from + width * place as f64,
                    sweep: width,
                    borders: (place == 0, place + 1 == count),
                });
            }
        }
        Self { petals, x, y, radius }
    }

    /// The angle in the middle of a field.
    pub fn middle_of(&self, field: usize) -> f64 {
        let own = || self.petals.iter().filter(|petal| petal.field == field);
        let first = own().map(|petal| petal.from).fold(f64::MAX, f64::min);
        let reach: f64 = own().map(|petal| petal.sweep).sum();
        (first + reach / 2.0).rem_euclid(360.0)
    }

    /// The point at a distance from the middle in a direction.
    pub fn point(&self, distance: f64, angle: f64) -> (f64, f64) {
        let (sin, cos) = angle.to_radians().sin_cos();
        (self.x + distance * sin, self.y - distance * cos)
    }

    /// How far out a value lies. The lowest has length too: no mark is ever off.
    pub fn reach(&self, value: DialValue) -> f64 {
        let hub = self.hub();
        hub + (self.radius - hub) * f64::from(value.raw_weight()) / f64::from(DialValue::MAX.raw_weight())
    }

    fn hub(&self) -> f64 {
        self.radius * 0.13
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas) {
        let round = self.radius * 0.022;
        for petal in &self.petals {
            canvas.items.push(Item::Path {
                steps: self.wedge(petal, self.radius, round),
                fill: Some(Fill {
                    colour: colour(petal.field),
                    opacity: 0.09,
                }),
                stroke: None,
            });
        }
        for petal in &self.petals {
            let colour = colour(petal.field);
            canvas.items.push(Item::Path {
                steps: self.wedge(petal, self.reach(petal.mark.value), round),
                fill: Some(Fill { colour, opacity: 1.0 }),
                stroke: Some(Stroke {
                    round: true,
                    ..Stroke::new(colour, round)
                }),
            });
        }
        let dotted = Stroke {
            dashes: Some((self.radius * 0.01, self.radius * 0.022)),
            ..Stroke::new(INK, self.radius * 0.005)
        };
        for stroke in [Stroke::new("#ffffff", self.radius * 0.012), dotted] {
            canvas.items.push(Item::Circle {
                middle: (self.x, self.y),
                radius: self.reach(DialValue::NEUTRAL),
                fill: None,
                stroke: Some(stroke),
            });
        }
        if let Some(outline) = self.outline() {
            for (colour, width) in [("#ffffff", 0.018), (INK, 0.008)] {
                let stroke = Stroke {
                    round: true,
                    ..Stroke::new(colour, self.radius * width)
                };
                canvas.stroke(outline.clone(), stroke);
            }
        }
    }

    /// One line round all petals as they stood at the last bearing, if there is one.
    fn outline(&self) -> Option<Vec<Step>> {
        let mut petals: Vec<_> = self.petals.iter().collect();
        petals.sort_unstable_by(|a, b| a.from.rem_euclid(360.0).total_cmp(&b.from.rem_euclid(360.0)));
        let mut path = Vec::new();
        for petal in petals {
            let reach = self.reach(petal.mark.last?);
            // Two arcs, for one of them cannot go all round.
            for (at, angle) in [petal.from, petal.middle(), petal.from + petal.sweep]
                .into_iter()
                .enumerate()
            {
                let to = self.point(reach, angle);
                path.push(match (at, path.is_empty()) {
                    (0, true) => Step::Move(to),
                    (0, false) => Step::Line(to),
                    _ => Step::Arc {
                        radius: reach,
                        large: false,
                        clockwise: true,
                        to,
                    },
                });
            }
        }
        path.push(Step::Close);
        Some(path)
    }

    /// The outline of a petal up to a distance, so much smaller on all sides that a line of width `round` about it
    /// fills it. Its sides are parallel to the borders of its angle, so that gaps are equally wide all along.
    fn wedge(&self, petal: &Petal, to: f64, round: f64) -> Vec<Step> {
        let (inner, outer) = (self.hub() + round / 2.0, to - round / 2.0);
        // A lone petal borders on nothing, and yet an arc cannot end where it begins.
        let lone = self.petals.len() == 1;
        let narrow = if lone {
            inner * 0.005
        } else {
            petal.sweep.to_radians() * inner * 0.3
        };
        let gap = |border: bool| (self.radius * if border { 0.014 } else { 0.006 } + round / 2.0).min(narrow);
        let side = |distance: f64, gap: f64| (gap / distance).asin().to_degrees();
        let (first, last) = (gap(petal.borders.0), gap(petal.borders.1));
        let end = petal.from + petal.sweep;
        let turn = |distance: f64| petal.sweep - side(distance, first) - side(distance, last);
        let arc = |distance: f64, clockwise: bool, to: f64| Step::Arc {
            radius: distance,
            large: turn(distance) > 180.0,
            clockwise,
            to: self.point(distance, to),
        };
        let begin = petal.from + side(inner, first);
        vec![
            Step::Move(self.point(inner, begin)),
            Step::Line(self.point(outer, petal.from + side(outer, first))),
            arc(outer, true, end - side(outer, last)),
            Step::Line(self.point(inner, end - side(inner, last))),
            arc(inner, false, begin),
            Step::Close,
        ]
    }
}
