//! Draws a chart in the terminal's own pixels. The limit is not a ring here: every petal stands in a faint sector that
//! reaches there.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::Color;

use super::drawing::{Drawing, Drawn};
use super::geometry::{Geometry, Span};
use super::render::tint;
use super::shapes::{Stroke, outline, wedges};
use crate::canvas::{Curve, HalfPlane, Point, direction};
use crate::picture::{Graphics, Hue, Palette, Raster, rgb};

/// How much of the gaps between petals there is beside those of characters.
const NARROW: f32 = 0.6;

/// How thick lines are beside those of characters.
const THIN: f32 = 0.25;

impl Drawing {
    /// Draws into `cells`, which lie in the buffer and are blank. Where a colour has no known light nothing is drawn.
    pub(super) fn draw_picture(
        &self,
        geometry: &Geometry,
        graphics: Graphics,
        cells: Rect,
        buffer: &mut Buffer,
    ) {
        if let Some(picture) = self.picture(geometry, graphics, cells) {
            graphics.place(&picture, cells, buffer);
        }
    }

    /// The picture of the part that lies in `cells`.
    fn picture(&self, geometry: &Geometry, graphics: Graphics, cells: Rect) -> Option<Raster> {
        let (palette, hues) = self.palette()?;
        let (width, height) = (graphics.cell.width(), graphics.cell.height());
        let pixels = |cells: u16, size: u16| usize::from(cells) * usize::from(size);
        let picture = Raster::new(pixels(cells.width, width), pixels(cells.height, height), palette);
        let scale = f32::from(width);
        let corner = geometry.place(cells.x, cells.y);
        let mut canvas = Canvas {
            picture,
            centre: Point::new(-corner.x * scale, -corner.y * scale),
            scale,
        };
        let petals = || geometry.petals.iter().zip(&self.petals).zip(&hues.petals);
        for ((span, _), hue) in petals() {
            canvas.draw_sector(span, geometry.hub, geometry.longest, hue.tint);
        }
        let line = geometry.line * THIN;
        if let Some(neutral) = self.neutral {
            canvas.draw_dots(geometry.radius(neutral), line, hues.neutral);
        }
        let outline = outline(self, geometry, line);
        for stroke in &outline {
            canvas.draw_stroke(stroke, hues.earlier);
        }
        for ((span, petal), hue) in petals() {
            let end = geometry.radius(petal.value);
            canvas.draw_sector(span, geometry.hub, end, hue.petal);
            // over a petal the outline is dark as the background is, so that it is seen on every colour
            let earlier = petal.earlier.map(|earlier| geometry.radius(earlier));
            if let Some(earlier) = earlier.filter(|earlier| *earlier < end) {
                canvas.draw_sector(span, earlier, (earlier + line).min(end), Hue::BACKGROUND);
            }
            if petal.selected {
                let rim = geometry.limit + geometry.line / 2.0;
                canvas.draw_sector(span, rim - 2.0 * line, rim, hues.selected);
            }
        }
        Some(canvas.picture)
    }

    /// The colours that are needed, and which of them is which.
    fn palette(&self) -> Option<(Palette, Hues)> {
        let background = self.picture_ground()?;
        let curve = Curve::on(background);
        let selected = rgb(self.colors.selected).and_then(|color| curve.light(color));
        let color = |petal: &Drawn| {
            let color = rgb(petal.color)?;
            Some(match selected.filter(|_| petal.selected) {
                Some(selected) => curve.color(curve.light(color)?.under(selected, 0.25)),
                None => color,
            })
        };
        let mut list: Vec<Color> = Vec::new();
        let mut place = |color: Color| {
            let known = list.iter().position(|known| *known == color);
            known.unwrap_or_else(|| {
                list.push(color);
                list.len() - 1
            })
        };
        let bare = self.petals.iter().map(|petal| Some(place(rgb(petal.color)?)));
        let bare: Vec<usize> = bare.collect::<Option<_>>()?;
        let count = bare.iter().max().map_or(0, |last| last + 1);
        let whole = self.petals.iter().map(|petal| Some(place(color(petal)?)));
        let whole: Vec<usize> = whole.collect::<Option<_>>()?;
        let lines = [self.colors.neutral, self.colors.earlier, self.colors.selected];
        let needed = [
            self.neutral.is_some(),
            self.petals.iter().any(|petal| petal.earlier.is_some()),
            self.petals.iter().any(|petal| petal.selected),
        ];
        let lines: Vec<usize> = lines
            .into_iter()
            .zip(needed)
            .map(|(line, needed)| rgb(line).filter(|_| needed).map_or(usize::MAX, &mut place))
            .collect();
        let blends = [0.6, tint(curve)];
        let blends = |at: usize| if at < count { &blends[..] } else { &[] };
        let list: Vec<_> = list
            .into_iter()
            .enumerate()
            .map(|(at, hue)| (hue, blends(at)))
            .collect();
        let palette = Palette::new(background, &list, 1.0)?;
        let petals = bare.into_iter().zip(whole).map(|(bare, whole)| PetalHues {
            tint: palette.blend(bare, tint(curve)),
            petal: palette.hue(whole),
        });
        let hues = Hues {
            petals: petals.collect(),
            neutral: palette.hue(lines[0]),
            earlier: palette.hue(lines[1]),
            selected: palette.hue(lines[2]),
        };
        Some((palette, hues))
    }
}

/// Which colours the parts have.
struct Hues {
    petals: Vec<PetalHues>,
    neutral: Hue,
    earlier: Hue,
    selected: Hue,
}

/// Which colours a petal has.
struct PetalHues {
    tint: Hue,
    petal: Hue,
}

/// The picture with its middle.
struct Canvas {
    picture: Raster,
    /// In pixels from the left top corner.
    centre: Point,
    /// Pixels in a unit.
    scale: f32,
}

impl Canvas {
    /// Draws the part of a petal's sector between two radii, in units.
    fn draw_sector(&mut self, span: &Span, inner: f32, outer: f32, hue: Hue) {
        let (inner, outer) = (inner * self.scale, outer * self.scale);
        let bounds = bounds(span, self.centre, inner, outer);
        for wedge in wedges(span, 0.0) {
            let planes = wedge.map(|plane| HalfPlane {
                normal: plane.normal,
                // pieces without a gap between them overlap, so that nothing shows between them
                offset: plane.normal.dot(self.centre)
                    + if plane.offset > 0.0 {
                        plane.offset * self.scale * NARROW
                    } else {
                        -0.5
                    },
            });
            self.picture
                .draw_band((self.centre, inner, outer), bounds, &planes, hue);
        }
    }

    /// Draws a piece of the outline.
    fn draw_stroke(&mut self, stroke: &Stroke, hue: Hue) {
        let scaled = |plane: &HalfPlane| HalfPlane {
            normal: plane.normal,
            offset: plane.normal.dot(self.centre) + plane.offset * self.scale,
        };
        let planes: Vec<_> = stroke.planes.iter().map(scaled).collect();
        let (inner, outer) = (stroke.radii.0 * self.scale, stroke.radii.1 * self.scale);
        let corner = Point::new(outer, outer);
        let bounds = (self.centre.plus(corner, -1.0), self.centre.plus(corner, 1.0));
        self.picture
            .draw_band((self.centre, inner, outer), bounds, &planes, hue);
    }

    /// Draws a ring of dots as thick as `line`, in units, with spaces of their length.
    fn draw_dots(&mut self, radius: f32, line: f32, hue: Hue) {
        let dots = (std::f32::consts::TAU * radius / (3.0 * line) / 4.0).round() * 4.0;
        for dot in 0..dots as u32 {
            let out = direction((dot as f32 + 0.5) * 360.0 / dots);
            let middle = self.centre.plus(out, radius * self.scale);
            self.picture
                .draw_disc(middle, (line * self.scale * 0.65).max(1.0), hue);
        }
    }
}

/// The rectangle round the part of a sector between two radii.
fn bounds(span: &Span, centre: Point, inner: f32, outer: f32) -> (Point, Point) {
    let ends = [span.from, span.from + span.sweep];
    let corners = ends
        .into_iter()
        .flat_map(|angle| [(angle, inner), (angle, outer)]);
    let sides = [0.0, 90.0, 180.0, 270.0].into_iter();
    let sides = sides
        .filter(|angle| span.contains(*angle))
        .map(|angle| (angle, outer));
    let points = corners
        .chain(sides)
        .map(|(angle, radius)| centre.plus(direction(angle), radius));
    let least = Point::new(f32::INFINITY, f32::INFINITY);
    let most = Point::new(f32::NEG_INFINITY, f32::NEG_INFINITY);
    points.fold((least, most), |(least, most), Point { x, y }| {
        (
            Point::new(least.x.min(x), least.y.min(y)),
            Point::new(most.x.max(x), most.y.max(y)),
        )
    })
}
