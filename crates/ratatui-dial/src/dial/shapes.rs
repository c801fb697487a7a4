//! The shapes of a ring dial, and how much of a pixel each covers: exactly, or nearly where pixels are many. It knows no
//! cell and no colour.

use super::face::Face;
use super::geometry::{REACH, Ring};
use crate::Marker;
use crate::canvas::{HalfPlane, Pixel, Point, Polygon, direction};
#[cfg(feature = "pixels")]
use crate::picture::{side, within};

/// How much of a pixel each part covers, from 0 to 1. `track` and `fill` lie beside each other; the others lie over
/// them, each over the one before.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Coverage {
    pub track: f32,
    pub fill: f32,
    pub neutral: f32,
    /// What is cleared round the ghost, so that it stands apart.
    pub gap: f32,
    pub ghost: f32,
    /// The bar that shows focus.
    pub foot: f32,
    pub needle: f32,
}

/// The part that a pixel of one colour shows; the later lies over the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Track,
    Neutral,
    Fill,
    Ghost,
    Foot,
    Needle,
}

impl Class {
    /// All parts, in their order.
    pub(super) const ALL: [Self; 6] = [
        Self::Track,
        Self::Neutral,
        Self::Fill,
        Self::Ghost,
        Self::Foot,
        Self::Needle,
    ];
}

impl Coverage {
    /// The part that a pixel of one colour shows, if any.
    pub(super) fn class(&self) -> Option<Class> {
        // A bar one pixel wide that runs askew covers no pixel wholly, and is to stay one line all the same.
        const BAR: f32 = 0.43;
        if self.needle >= BAR {
            Some(Class::Needle)
        } else if self.foot >= BAR {
            Some(Class::Foot)
        } else if self.ghost >= BAR {
            Some(Class::Ghost)
        } else if self.gap >= BAR || self.track + self.fill < 0.5 {
            None
        } else if self.neutral >= BAR {
            Some(Class::Neutral)
        } else if self.fill >= self.track {
            Some(Class::Fill)
        } else {
            Some(Class::Track)
        }
    }
}

/// The angles between two rays from the middle, on the same side of twelve o'clock, so that they are convex.
pub(super) type Sector = [HalfPlane; 2];

pub(super) fn sector(centre: Point, from: f32, to: f32) -> Sector {
    [
        HalfPlane::new(centre, direction(from + 90.0)),
        HalfPlane::new(centre, direction(to - 90.0)),
    ]
}

/// A straight bar that points away from the middle.
struct Bar {
    sides: [HalfPlane; 4],
    middle: Point,
    /// Half its diagonal: how far its corners lie from its middle.
    reach: f32,
}

impl Bar {
    fn new(centre: Point, angle: f32, from: f32, to: f32, width: f32) -> Self {
        let (out, right) = (direction(angle), direction(angle + 90.0));
        let (back, left) = (Point::new(-out.x, -out.y), Point::new(-right.x, -right.y));
        let length = to - from;
        Self {
            sides: [
                HalfPlane::new(centre.plus(left, width / 2.0), right),
                HalfPlane::new(centre.plus(right, width / 2.0), left),
                HalfPlane::new(centre.plus(out, from), out),
                HalfPlane::new(centre.plus(out, to), back),
            ],
            middle: centre.plus(out, (from + to) / 2.0),
            reach: (length * length + width * width).sqrt() / 2.0,
        }
    }

    /// The share of a pixel that it covers, of which `area` measures what counts.
    fn over(&self, pixel: &Pixel, area: impl FnOnce(&Polygon) -> f32) -> f32 {
        // Most pixels lie far from it.
        if !pixel.is_near(self.middle, self.reach) {
            return 0.0;
        }
        pixel.share(&self.sides, area)
    }

    /// The same of a square pixel, told from distances alone.
    #[cfg(feature = "pixels")]
    fn near(&self, at: Point, size: f32) -> f32 {
        let offset = at.plus(self.middle, -1.0);
        let reach = self.reach + size;
        if offset.dot(offset) > reach * reach {
            return 0.0;
        }
        self.sides.iter().map(|plane| side(plane, at, size)).product()
    }
}

/// How thick the parts are that pixels of a marker's size ask for, in units.
struct Sizes {
    /// Whether pixels are so small that lines can be thin.
    fine: bool,
    needle: f32,
    /// The ghost.
    slim: f32,
    /// What is cleared round the ghost, both sides together.
    gap: f32,
    /// The mark at neutral, and the ticks.
    line: f32,
    /// The length of a tick.
    tick: f32,
    /// The bar that shows focus.
    foot: f32,
}

impl Sizes {
    fn new(ring: &Ring, marker: Marker) -> Self {
        let needle = ring.needle_width;
        match marker {
            #[cfg(feature = "pixels")]
            Marker::Pixels(_) => Self {
                fine: true,
                needle: ring.outer * 0.085,
                slim: ring.outer * 0.05,
                gap: ring.outer * 0.06,
                line: (ring.outer * 0.025).max(0.15),
                tick: ring.outer * 0.08,
                foot: ring.outer * 0.05,
            },
            _ => Self {
                fine: false,
                needle,
                slim: (needle / 1.5).max(1.0),
                gap: 1.2,
                line: 1.0,
                tick: 0.0,
                foot: ring.pixel(),
            },
        }
    }
}

/// A part of the ring's thickness.
#[derive(Debug, Clone, Copy)]
struct Band {
    inner: f32,
    outer: f32,
}

/// A part of the ring.
struct Part {
    sector: Sector,
    filled: bool,
}

/// A round end of the ring: what lies beyond the straight line that ends it.
struct End {
    beyond: HalfPlane,
    middle: Point,
    filled: bool,
}

/// The shapes of one dial with its needle at one place.
pub(super) struct Shapes {
    centre: Point,
    band: Band,
    track: Band,
    parts: [Option<Part>; 4],
    ends: [End; 2],
    neutral: Option<Bar>,
    /// Only where there is room for them beside the needle: in pixels.
    #[cfg_attr(not(feature = "pixels"), allow(dead_code))]
    ticks: Option<[Bar; 3]>,
    ghost: Option<[Bar; 2]>,
    foot: Option<Bar>,
    needle: Bar,
    /// No part lies nearer to the middle than this, or further from it than that.
    drawn: Band,
}

impl Shapes {
    /// The shapes of `face` on `ring`, as `marker` needs them.
    pub(super) fn new(face: &Face, ring: &Ring, marker: Marker) -> Self {
        let Ring {
            centre,
            inner,
            outer,
            needle_from,
            needle_width,
            ..
        } = *ring;
        let sizes = Sizes::new(ring, marker);
        let width = sizes.needle;
        let needle = face.angle(face.needle_at);
        let neutral = face.angle(face.scale.neutral() as f32);
        let (from, to) = (needle.min(neutral), needle.max(neutral));
        // Cut at both ends of the fill, and at twelve o'clock, so that each part is convex.
        let mut cuts = [-REACH, from, to, 0.0, REACH];
        cuts.sort_unstable_by(f32::total_cmp);
        let part = |i: usize| {
            let (start, stop) = (cuts[i], cuts[i + 1]);
            let filled = from <= start && stop <= to;
            (start < stop).then(|| Part {
                sector: sector(centre, start, stop),
                filled,
            })
        };
        let middle = (inner + outer) / 2.0;
        let end = |angle: f32| End {
            beyond: HalfPlane::new(centre, direction(angle + 90.0_f32.copysign(angle))),
            middle: centre.plus(direction(angle), middle),
            filled: from < to && (from..=to).contains(&angle),
        };
        let band = Band { inner, outer };
        let track = if marker == Marker::Braille || (sizes.fine && face.is_plain()) {
            // A dot has no shade, and neither have two parts of one colour: the track is told from the fill by its
            // weight.
            let half = ((outer - inner) / 8.0).max(0.3);
            Band {
                inner: middle - half,
                outer: middle + half,
            }
        } else {
            band
        };
        // Askew, one pixel's width spreads over two and fades, or breaks where pixels are not square; there bars are a
        // little wider.
        let fade = if marker == Marker::Smooth || marker.mosaic().is_some() {
            0.3
        } else {
            0.0
        };
        let askew = |angle: f32| 1.0 + fade * angle.to_radians().sin().abs();
        let slim = sizes.slim;
        let first = if face.scale.is_bipolar() { neutral } else { -REACH };
        let tick = |angle| {
            let from = inner - sizes.tick - sizes.gap;
            Bar::new(centre, angle, from, from + sizes.tick, sizes.line)
        };
        Self {
            centre,
            band,
            track,
            parts: [part(0), part(1), part(2), part(3)],
            ends: [end(-REACH), end(REACH)],
            neutral: face
                .scale
                .is_bipolar()
                .then(|| Bar::new(centre, neutral, inner, outer, sizes.line)),
            ticks: sizes.fine.then(|| [-REACH, first, REACH].map(tick)),
            ghost: face.ghost_at.map(|ghost| {
                let (angle, from) = (face.angle(ghost), (inner - slim).max(needle_from));
                let gap = Bar::new(centre, angle, inner, outer + slim, slim + sizes.gap);
                [gap, Bar::new(centre, angle, from, outer, slim * askew(angle))]
            }),
            foot: face.focused.then(|| {
                Bar::new(
                    centre,
                    180.0,
                    ring.foot,
                    ring.foot + sizes.foot,
                    1.0 + 2.0 * needle_width,
                )
            }),
            needle: Bar::new(centre, needle, needle_from, outer, width * askew(needle)),
            drawn: Band {
                inner: if face.focused {
                    0.0
                } else {
                    needle_from.min(inner - sizes.tick - sizes.gap)
                },
                // the corners of the ghost's gap lie furthest out
                outer: outer + 2.0 * slim + sizes.gap,
            },
        }
    }

    /// How much of the square pixel with its middle at `at` and sides of `size` each part covers, told from distances
    /// alone: quick, and off by less than is seen where pixels are small. All lengths in units.
    #[cfg(feature = "pixels")]
    pub(super) fn near(&self, at: Point, size: f32) -> Option<Coverage> {
        let offset = at.plus(self.centre, -1.0);
        let (square, reach) = (offset.dot(offset), size);
        let (least, most) = (self.drawn.inner - reach, self.drawn.outer + reach);
        if square > most * most || (least > 0.0 && square < least * least) {
            return None;
        }
        let distance = square.sqrt();
        let band =
            |Band { inner, outer }: Band| within(distance, outer, size) - within(distance, inner, size);
        let (mut track, mut fill) = (0.0, 0.0);
        if distance > self.band.inner - reach && distance < self.band.outer + reach {
            for part in self.parts.iter().flatten() {
                let [from, to] = part.sector.each_ref().map(|plane| side(plane, at, size));
                let (sum, band) = if part.filled {
                    (&mut fill, band(self.band))
                } else {
                    (&mut track, band(self.track))
                };
                *sum += from * to * band;
            }
            for end in &self.ends {
                let beyond = side(&end.beyond, at, size);
                if beyond > 0.0 {
                    let to_middle = at.plus(end.middle, -1.0);
                    let disc = within(to_middle.dot(to_middle).sqrt(), self.reach_of(end), size);
                    *(if end.filled { &mut fill } else { &mut track }) += beyond * disc;
                }
            }
        }
        let over = |bar: &Bar| bar.near(at, size);
        let rim = within(distance, self.band.outer, size);
        let [gap, ghost] = self
            .ghost
            .as_ref()
            .map_or([0.0; 2], |[gap, ghost]| [over(gap), over(ghost) * rim]);
        let ticks = self.ticks.iter().flatten().map(over).sum::<f32>();
        Some(Coverage {
            track: track.min(1.0),
            fill: fill.min(1.0),
            neutral: self.neutral.as_ref().map_or(0.0, over) * band(self.band) + ticks,
            gap,
            ghost,
            foot: self.foot.as_ref().map_or(0.0, over),
            needle: over(&self.needle) * rim,
        })
    }

    /// How much of the pixel at `left`, `top` each part covers; all lengths in units. `whole` is how much of it the ring
    /// covers, filled or not, where that is known.
    pub(super) fn coverage(
        &self,
        (left, top): (f32, f32),
        (width, height): (f32, f32),
        whole: Option<f32>,
    ) -> Coverage {
        let pixel = Pixel::new(Point::new(left, top), width, height);
        let offset = pixel.centre.plus(self.centre, -1.0);
        let distance = offset.dot(offset).sqrt();
        if distance + pixel.reach < self.drawn.inner || distance - pixel.reach > self.drawn.outer {
            return Coverage::default();
        }
        let (track, fill) = match whole {
            None => self.in_ring(&pixel, distance),
            Some(0.0) => (0.0, 0.0),
            Some(whole) => {
                let fill = whole * self.filled(&pixel, distance);
                (whole - fill, fill)
            }
        };
        let over = |bar: &Bar| bar.over(&pixel, Polygon::area);
        // What reaches the rim ends with it.
        let over_in_rim = |bar: &Bar| {
            bar.over(&pixel, |part| {
                if distance + pixel.reach <= self.band.outer {
                    part.area()
                } else {
                    part.area_in_disc(self.centre, self.band.outer)
                }
            })
        };
        let [gap, ghost] = self
            .ghost
            .as_ref()
            .map_or([0.0; 2], |[gap, ghost]| [over(gap), over_in_rim(ghost)]);
        Coverage {
            track,
            fill,
            neutral: self.neutral.as_ref().map_or(0.0, over),
            gap,
            ghost,
            foot: self.foot.as_ref().map_or(0.0, over),
            needle: over_in_rim(&self.needle),
        }
    }

    /// How much of the pixel at `left`, `top` the ring covers, filled or not.
    pub(super) fn whole(&self, left: f32, top: f32, width: f32, height: f32) -> f32 {
        let pixel = Pixel::new(Point::new(left, top), width, height);
        let offset = pixel.centre.plus(self.centre, -1.0);
        let (track, fill) = self.in_ring(&pixel, offset.dot(offset).sqrt());
        track + fill
    }

    /// How much of a pixel `distance` from the middle the ring covers: what is not filled, and what is.
    fn in_ring(&self, pixel: &Pixel, distance: f32) -> (f32, f32) {
        let (mut track, mut fill) = (0.0, 0.0);
        if distance < self.band.outer + pixel.reach && distance > self.band.inner - pixel.reach {
            for part in self.parts.iter().flatten() {
                *(if part.filled { &mut fill } else { &mut track }) += self.in_part(pixel, distance, part);
            }
            for end in &self.ends {
                *(if end.filled { &mut fill } else { &mut track }) += self.in_end(pixel, end);
            }
        }
        (track, fill)
    }

    /// How much of what the ring covers of a pixel is filled, from 0 to 1.
    fn filled(&self, pixel: &Pixel, distance: f32) -> f32 {
        let parts = self.parts.iter().flatten();
        let parts = parts
            .filter(|part| pixel.touches(&part.sector))
            .map(|part| part.filled);
        let ends = self.ends.iter().filter(|end| pixel.touches(&[end.beyond]));
        let ends = ends
            .filter(|end| pixel.is_near(end.middle, self.reach_of(end)))
            .map(|end| end.filled);
        // Most pixels lie wholly in parts that are alike.
        let (some, all) = parts
            .chain(ends)
            .fold((false, true), |(some, all), filled| (some | filled, all & filled));
        if some == all {
            return f32::from(some);
        }
        let (track, fill) = self.in_ring(pixel, distance);
        if fill > 0.0 { fill / (track + fill) } else { 0.0 }
    }

    fn band(&self, filled: bool) -> Band {
        if filled { self.band } else { self.track }
    }

    fn in_part(&self, pixel: &Pixel, distance: f32, part: &Part) -> f32 {
        let (near, far) = (distance - pixel.reach, distance + pixel.reach);
        let Band { inner, outer } = self.band(part.filled);
        if near >= outer || far <= inner {
            return 0.0;
        }
        pixel.share(&part.sector, |cut| {
            let disc = if far <= outer {
                cut.area()
            } else {
                cut.area_in_disc(self.centre, outer)
            };
            let hole = if near >= inner {
                0.0
            } else {
                cut.area_in_disc(self.centre, inner)
            };
            disc - hole
        })
    }

    /// The radius of a round end.
    fn reach_of(&self, end: &End) -> f32 {
        let Band { inner, outer } = self.band(end.filled);
        (outer - inner) / 2.0
    }

    fn in_end(&self, pixel: &Pixel, end: &End) -> f32 {
        let radius = self.reach_of(end);
        if !pixel.is_near(end.middle, radius) {
            return 0.0;
        }
        pixel.share(&[end.beyond], |part| part.area_in_disc(end.middle, radius))
    }
}

#[cfg(test)]
mod tests {
    use std::f32::consts::PI;

    use ratatui_core::layout::Rect;

    use super::super::geometry::Form;
    use super::super::{Dial, Scale};
    use super::*;

    fn ring(dial: &Dial, width: u16, height: u16) -> Ring {
        match dial.geometry(Rect::new(0, 0, width, height)).form() {
            Form::Ring(ring) => *ring,
            form => panic!("{form:?}"),
        }
    }

    /// The area that each part covers, summed over pixels of all the plane round the ring.
    fn areas(dial: &Dial, ring: &Ring, marker: Marker) -> Coverage {
        let shapes = Shapes::new(&Face::of(dial), ring, marker);
        let mut sum = Coverage::default();
        let pixel = ring.pixel();
        for (x, y) in (-2..80).flat_map(|x| (-2..120).map(move |y| (x, y))) {
            let cover = shapes.coverage((x as f32, y as f32 * pixel), (1.0, pixel), None);
            for (sum, part) in [
                (&mut sum.track, cover.track),
                (&mut sum.fill, cover.fill),
                (&mut sum.neutral, cover.neutral),
                (&mut sum.ghost, cover.ghost),
                (&mut sum.needle, cover.needle),
            ] {
                assert!((-1e-4..=1.0001).contains(&part), "{cover:?} at {x},{y}");
                *sum += part * pixel;
            }
        }
        sum
    }

    #[test]
    fn the_pixels_of_each_part_add_up_to_the_area_that_geometry_gives() {
        for (width, height) in [(7, 3), (9, 4), (15, 7), (33, 15), (75, 35)] {
            for (value, aspect) in [(-5, 2.0), (-2, 2.0), (0, 1.7), (3, 2.3), (5, 2.0)] {
                let dial = Dial::new(Scale::bipolar(-5, 5))
                    .value(value)
                    .ghost(1.0)
                    .aspect(aspect);
                let ring = ring(&dial, width, height);
                let (inner, outer) = (ring.inner, ring.outer);
                let area = areas(&dial, &ring, Marker::HalfBlock);
                let end = PI / 8.0 * (outer - inner).powi(2);
                let sector = |degrees: f32| degrees / 360.0 * PI * (outer * outer - inner * inner);
                let share = value.unsigned_abs() as f32 / 5.0;
                let filled = sector(135.0 * share) + if share == 1.0 { end } else { 0.0 };
                let whole = sector(270.0) + 2.0 * end;
                let near = |name: &str, found: f32, expected: f32| {
                    let off = (found - expected).abs();
                    assert!(
                        off < 0.002 * expected.max(1.0),
                        "{width}x{height} {value} {name}: {found} for {expected}"
                    );
                };
                near("fill", area.fill, filled);
                near("track", area.track, whole - filled);
                // A bar up to the rim's curve: the integral of sqrt(r² - y²) over its width.
                let half = ring.needle_width / 2.0;
                let to_rim =
                    half * (outer * outer - half * half).sqrt() + outer * outer * (half / outer).asin();
                near("needle", area.needle, to_rim - 2.0 * half * ring.needle_from);
                near("neutral", area.neutral, outer - inner);
            }
        }
    }

    #[test]
    fn a_fill_of_more_than_half_a_turn_is_whole_as_well() {
        let dial = Dial::new(Scale::unipolar(0, 100)).value(90);
        let ring = ring(&dial, 15, 7);
        let area = areas(&dial, &ring, Marker::HalfBlock);
        let band = PI * (ring.outer.powi(2) - ring.inner.powi(2));
        let end = PI / 8.0 * (ring.outer - ring.inner).powi(2);
        assert!((area.fill - (0.75 * 0.9 * band + end)).abs() < 0.05, "{area:?}");
        assert!((area.track - (0.75 * 0.1 * band + end)).abs() < 0.05, "{area:?}");
    }

    #[test]
    fn in_dots_the_track_is_thinner_than_the_fill() {
        let dial = Dial::new(Scale::unipolar(0, 2)).value(1);
        let ring = ring(&dial, 33, 15);
        let area = areas(&dial, &ring, Marker::Braille);
        assert!(area.track * 3.0 < area.fill, "{area:?}");
    }

    #[test]
    fn a_smooth_needle_askew_is_wider_than_one_that_stands_on_its_column() {
        let width = |value, marker| {
            let dial = Dial::new(Scale::bipolar(-5, 5)).value(value);
            areas(&dial, &ring(&dial, 15, 7), marker).needle
        };
        assert!((width(0, Marker::Smooth) - width(0, Marker::HalfBlock)).abs() < 0.01);
        assert!(width(3, Marker::Smooth) > width(3, Marker::HalfBlock) * 1.25);
    }
}
