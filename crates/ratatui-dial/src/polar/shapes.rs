//! How much of a pixel the parts of a chart cover. It knows no cell and no colour.

use super::drawing::Drawing;
use super::geometry::{Geometry, Span};
use crate::canvas::{self, HalfPlane, Point, Polygon, direction};

/// The widest piece of a petal that is drawn at once: well within the half circle up to which a piece is convex.
const WIDEST: f32 = 120.0;

/// The length of a dot of the neutral ring and of the space after it, in times its thickness.
const DOT: f32 = 1.6;

/// The least radius of a neutral ring that is dotted, in times its thickness; a smaller one is a line.
const DOTTED: f32 = 14.0;

/// The thickness of the outline in times that of rings.
const OUTLINE: f32 = 0.6;

const MIDDLE: Point = Point::new(0.0, 0.0);

/// A pixel of the chart.
pub(super) struct Pixel {
    /// In units from the middle of the chart.
    base: canvas::Pixel,
    /// From the middle of the chart to its centre.
    pub distance: f32,
}

impl Pixel {
    pub(super) fn new(corner: Point, width: f32, height: f32) -> Pixel {
        let base = canvas::Pixel::new(corner, width, height);
        Pixel {
            base,
            distance: base.centre.dot(base.centre).sqrt(),
        }
    }

    /// The share that lies in the wedge and between the radii; no sides are the whole circle.
    fn share(&self, wedge: &[HalfPlane], inner: f32, outer: f32) -> f32 {
        let (near, far) = (self.distance - self.base.reach, self.distance + self.base.reach);
        if near >= outer || far <= inner {
            return 0.0;
        }
        let within = |part: &Polygon, radius: f32| {
            if far <= radius {
                part.area()
            } else if near >= radius {
                0.0
            } else {
                part.area_in_disc(MIDDLE, radius)
            }
        };
        let band = |part: &Polygon| within(part, outer) - within(part, inner);
        self.base.share(wedge, band).clamp(0.0, 1.0)
    }
}

/// What lies between two directions from the middle, each moved inward by a gap.
pub(super) type Wedge = [HalfPlane; 2];

/// A petal, or a convex piece of one that is too wide.
struct Piece {
    petal: usize,
    wedge: Wedge,
    end: f32,
    /// The inner and the outer radius of the arc.
    earlier: Option<(f32, f32)>,
    /// Whether the arc lies within the petal.
    grown: bool,
    selected: bool,
}

/// A piece of the outline of where the petals ended earlier.
pub(super) struct Stroke {
    /// What it lies between.
    pub planes: Vec<HalfPlane>,
    /// Its inner and its outer radius.
    pub radii: (f32, f32),
}

/// The outline of where the petals ended earlier, `line` thick: an arc for each that has such an end, over all of its angle,
/// and a straight piece along the border of two neighbours that have one.
pub(super) fn outline(drawing: &Drawing, geometry: &Geometry, line: f32) -> Vec<Stroke> {
    let ends = drawing
        .petals
        .iter()
        .map(|petal| petal.earlier.map(|end| geometry.radius(end)));
    let petals: Vec<_> = geometry.petals.iter().zip(ends).collect();
    let mut strokes = Vec::new();
    for (span, end) in &petals {
        let Some(end) = *end else { continue };
        let whole = Span {
            gap_from: 0.0,
            gap_to: 0.0,
            ..**span
        };
        strokes.extend(wedges(&whole, 0.0).map(|wedge| Stroke {
            planes: wedge.to_vec(),
            radii: (end, end + line),
        }));
        let border = span.from + span.sweep;
        let is_next = |other: &Span| ((other.from - border + 180.0).rem_euclid(360.0) - 180.0).abs() < 0.01;
        let next = petals.iter().find(|(other, _)| is_next(other));
        let Some(other) = next.and_then(|(_, end)| *end).filter(|other| *other != end) else {
            continue;
        };
        let (out, across) = (direction(border), direction(border + 90.0));
        let edge = |normal: Point| HalfPlane::new(MIDDLE.plus(normal, -line / 2.0), normal);
        strokes.push(Stroke {
            planes: vec![
                edge(across),
                edge(Point::new(-across.x, -across.y)),
                HalfPlane::new(MIDDLE, out),
            ],
            radii: (end.min(other), end.max(other) + line),
        });
    }
    strokes
}

/// How much of a pixel one petal's parts cover, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Cover {
    /// The petal itself.
    pub petal: f32,
    /// The arc beyond it, where it ended earlier.
    pub earlier: f32,
    /// The arc within it, where it ended earlier.
    pub cut: f32,
    /// The piece of the limit over it, if it is selected.
    pub selected: f32,
    /// The sector it stands in, from the hub to the longest petal; counted only where the petal leaves some of it.
    pub sector: f32,
}

/// The shapes of one chart in one place.
pub(super) struct Shapes {
    pieces: Vec<Piece>,
    hub: f32,
    limit: f32,
    longest: f32,
    neutral: Option<f32>,
    /// Where petals ended earlier, where edges are blended.
    outline: Vec<Stroke>,
    line: f32,
    /// How far inward the piece of the limit over a selected petal reaches from its outer side.
    mark: f32,
    dots: f32,
}

impl Shapes {
    /// `gap` is the least width of a gap between petals, `line` the least thickness of lines, in units; both 0 where
    /// edges are blended. Where they are not, a mark is twice as thick as the limit.
    pub(super) fn new(drawing: &Drawing, geometry: &Geometry, gap: f32, line: f32) -> Shapes {
        let coarse = line > 0.0;
        let line = geometry.line.max(line);
        let mut pieces = Vec::with_capacity(geometry.petals.len());
        for (petal, (span, what)) in geometry.petals.iter().zip(&drawing.petals).enumerate() {
            let end = geometry.radius(what.value);
            // blended, it is one outline round all petals
            let earlier = what.earlier.filter(|_| coarse);
            let earlier = geometry.earlier(what.value, earlier, line);
            let grown = earlier.is_some_and(|(_, outer)| outer < end);
            let piece = |wedge| Piece {
                petal,
                wedge,
                end,
                earlier,
                grown,
                selected: what.selected,
            };
            pieces.extend(wedges(span, gap / 2.0).map(piece));
        }
        let neutral = drawing.neutral.map(|neutral| geometry.radius(neutral));
        let dotted = neutral.filter(|radius| *radius >= DOTTED * line).unwrap_or(0.0);
        Shapes {
            pieces,
            hub: geometry.hub,
            limit: geometry.limit,
            longest: geometry.longest,
            neutral,
            outline: match coarse {
                true => Vec::new(),
                false => outline(drawing, geometry, line * OUTLINE),
            },
            line,
            mark: if coarse { 2.0 * line } else { line },
            // A multiple of four keeps the quadrants alike.
            dots: (std::f32::consts::TAU * dotted / (2.0 * DOT * line) / 4.0).round() * 4.0,
        }
    }

    /// Whether nothing at all reaches the pixel.
    pub(super) fn misses(&self, pixel: &Pixel) -> bool {
        pixel.distance - pixel.base.reach > self.limit + self.line
    }

    /// The petals that have a part in the pixel.
    pub(super) fn petals<'s>(&'s self, pixel: &'s Pixel) -> impl Iterator<Item = (usize, Cover)> + 's {
        let near = |piece: &&Piece| pixel.base.touches(&piece.wedge);
        let covers = self.pieces.iter().filter(near).map(|piece| {
            let band = |inner: f32, outer: f32| pixel.share(&piece.wedge, inner, outer);
            let arc = piece.earlier.map_or(0.0, |(inner, outer)| band(inner, outer));
            let (earlier, cut) = if piece.grown { (0.0, arc) } else { (arc, 0.0) };
            let rim = self.limit + self.line / 2.0;
            let selected = if piece.selected {
                band(rim - self.mark, rim)
            } else {
                0.0
            };
            let petal = band(self.hub, piece.end);
            let sector = if petal < 1.0 {
                band(self.hub, self.longest)
            } else {
                0.0
            };
            let cover = Cover {
                petal,
                earlier,
                cut,
                selected,
                sector,
            };
            (piece.petal, cover)
        });
        covers.filter(|(_, cover)| *cover != Cover::default())
    }

    /// How much of the pixel the ring at the limit covers.
    pub(super) fn limit(&self, pixel: &Pixel) -> f32 {
        pixel.share(&[], self.limit - self.line / 2.0, self.limit + self.line / 2.0)
    }

    /// How much of the pixel the outline covers.
    pub(super) fn outline(&self, pixel: &Pixel) -> f32 {
        let shares = self
            .outline
            .iter()
            .map(|stroke| pixel.share(&stroke.planes, stroke.radii.0, stroke.radii.1));
        shares.sum::<f32>().min(1.0)
    }

    /// How much of the pixel the ring at neutral covers. A petal of that value fills it exactly.
    pub(super) fn neutral(&self, pixel: &Pixel) -> f32 {
        let Some(radius) = self.neutral else { return 0.0 };
        let ring = pixel.share(&[], radius, radius + self.line);
        if ring <= 0.0 || self.dots < 1.0 {
            return ring;
        }
        // A wave along the ring, cut off to dots with soft ends; a space lies on the axes.
        let turn = pixel.base.centre.x.atan2(-pixel.base.centre.y);
        ring * (0.5 - 1.5 * (turn * self.dots).cos()).clamp(0.0, 1.0)
    }
}

/// The wedges of a petal: one, or several side by side where it is too wide for one.
pub(super) fn wedges(span: &Span, gap: f32) -> impl Iterator<Item = Wedge> + use<> {
    let span = *span;
    let gap = gap.min(span.gap_most);
    let count = (span.sweep / WIDEST).ceil().max(1.0);
    (0..count as usize).map(move |piece| {
        let border = |at: usize| span.from + span.sweep * at as f32 / count;
        // A whole gap belongs to the petal's own borders only.
        let gap_from = if piece == 0 && span.gap_from > 0.0 {
            span.gap_from.max(gap)
        } else {
            0.0
        };
        let gap_to = if piece + 1 == count as usize && span.gap_to > 0.0 {
            span.gap_to.max(gap)
        } else {
            0.0
        };
        let side = |normal: Point, gap: f32| HalfPlane::new(MIDDLE.plus(normal, gap), normal);
        [
            side(direction(border(piece) + 90.0), gap_from),
            side(direction(border(piece + 1) - 90.0), gap_to),
        ]
    })
}
