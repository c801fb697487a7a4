//! Draws a chart in cells: smooth, in whole blocks, or in braille. Smooth, every petal stands in a faint sector in place of
//! the ring at the limit; in blocks where it has a colour for one.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::Color;

use super::drawing::{Drawing, Drawn};
use super::geometry::Geometry;
use super::shapes::{Cover, Pixel, Shapes};
use crate::Marker;
use crate::canvas::{Curve, Light, Point, braille, half_blocks, mosaic};

/// How much of its colour a petal has in the middle; it grows to all of it at the limit.
const FAINTEST: f32 = 0.78;

/// How much of its colour every other petal of a group has, so that neighbours differ where gaps are thin.
const OTHER: f32 = 0.84;

/// The most petals of which a pixel shows a part; where more meet, round the hub, the rest is not seen.
const MEET: usize = 16;

/// How much of a petal's colour the sector it stands in has, by how colours are mixed.
pub(super) fn tint(curve: Curve) -> f32 {
    match curve {
        Curve::Square => 0.07,
        Curve::Straight => 0.2,
    }
}

/// What a pixel of one colour shows; the later lies over the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// The sector that a petal stands in.
    Sector(usize),
    Limit,
    Neutral,
    /// The arc of an earlier value.
    Earlier,
    Petal(usize),
    Selected,
}

impl Class {
    /// How far up it lies.
    fn rank(self) -> usize {
        match self {
            Class::Sector(_) => 0,
            Class::Limit => 1,
            Class::Neutral => 2,
            Class::Earlier => 3,
            Class::Petal(_) => 4,
            Class::Selected => 5,
        }
    }

    /// Whether it is drawn solid where there is no colour.
    fn is_solid(&self) -> bool {
        matches!(self, Class::Petal(_) | Class::Selected)
    }
}

impl Drawing {
    /// Draws into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_pixels(&self, geometry: &Geometry, visible: Rect, buffer: &mut Buffer) {
        let (gap, line) = match self.marker {
            Marker::Smooth => (0.0, 0.0),
            Marker::Braille => (0.7, 0.6),
            Marker::Quadrant | Marker::Sextant | Marker::Octant => (0.8, 0.7),
            _ => (1.1, 1.0),
        };
        let shapes = Shapes::new(self, geometry, gap, line);
        let palette = if self.marker == Marker::Smooth {
            Palette::new(self)
        } else {
            None
        };
        let half = geometry.aspect / 2.0;
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let corner = geometry.place(x, y);
                let cell = &mut buffer[(x, y)];
                let pixel = |row: f32| Pixel::new(corner.plus(Point::new(0.0, half), row), 1.0, half);
                if let Some((rows, glyphs)) = self.marker.mosaic() {
                    self.draw_mosaic(&shapes, corner, geometry.aspect / f32::from(rows), glyphs, cell);
                    continue;
                }
                match (self.marker, &palette) {
                    (Marker::Braille, _) => self.draw_braille(&shapes, geometry, corner, cell),
                    (_, Some(palette)) => {
                        let [top, bottom] = [0.0, 1.0].map(|row| palette.mix(&shapes, geometry, &pixel(row)));
                        half_blocks(cell, top, bottom, self.colors.background);
                    }
                    _ => {
                        let classes = [0.0, 1.0].map(|row| self.class(&shapes, &pixel(row)));
                        self.draw_block(classes, cell);
                    }
                }
            }
        }
    }

    /// Takes lines out of a cell where colour does not tell them from petals. As solid as those they would drown them:
    /// they are dots and rings in cells of their own, and give way where a petal needs the cell. Returns whether such a
    /// cell was drawn.
    fn draw_plain(&self, classes: &mut [Option<Class>], cell: &mut Cell) -> bool {
        if !self.is_plain() {
            return false;
        }
        let line = classes.iter().flatten().max().copied();
        for class in &mut *classes {
            *class = class.filter(Class::is_solid);
        }
        let has_line = classes.iter().all(Option::is_none);
        if let Some(line) = line.filter(|_| has_line) {
            let glyph = if line == Class::Earlier { 'o' } else { '·' };
            cell.set_char(glyph).set_fg(self.color(line));
        }
        has_line
    }

    fn draw_mosaic(
        &self,
        shapes: &Shapes,
        corner: Point,
        height: f32,
        glyphs: &'static [char],
        cell: &mut Cell,
    ) {
        let count = glyphs.len().ilog2() as usize;
        let mut classes = [None; 8];
        for (at, class) in classes.iter_mut().enumerate().take(count) {
            let at = Point::new((at % 2) as f32 * 0.5, (at / 2) as f32 * height);
            *class = self.class(shapes, &Pixel::new(corner.plus(at, 1.0), 0.5, height));
        }
        if self.draw_plain(&mut classes[..count], cell) {
            return;
        }
        let part = |class: Class| (class.rank(), self.color(class));
        let parts = classes.map(|class| class.map(part));
        mosaic(cell, glyphs, &parts[..count], self.colors.background);
    }

    fn draw_block(&self, mut classes: [Option<Class>; 2], cell: &mut Cell) {
        if self.draw_plain(&mut classes, cell) {
            return;
        }
        let [top, bottom] = classes;
        let [top, bottom] = [top, bottom].map(|class| class.map(|class| self.color(class)));
        half_blocks(cell, top, bottom, self.colors.background);
    }

    fn draw_braille(&self, shapes: &Shapes, geometry: &Geometry, corner: Point, cell: &mut Cell) {
        let height = geometry.aspect / 4.0;
        let mut bits = 0;
        let mut classes: [Option<Class>; 8] = [None; 8];
        for bit in 0..8_u8 {
            let at = Point::new(f32::from(bit % 2) * 0.5, f32::from(bit / 2) * height);
            let class = self.class(shapes, &Pixel::new(corner.plus(at, 1.0), 0.5, height));
            if class.is_some() {
                bits |= 1 << bit;
                classes[usize::from(bit)] = class;
            }
        }
        // A cell has one colour: that of the part with the most dots.
        let count = |class: Option<Class>| classes.iter().filter(|other| **other == class).count();
        let most = classes
            .into_iter()
            .flatten()
            .max_by_key(|class| count(Some(*class)));
        if let Some(class) = most {
            cell.set_char(braille(bits)).set_fg(self.color(class));
        }
    }

    /// The part that a pixel of one colour shows, if any.
    fn class(&self, shapes: &Shapes, pixel: &Pixel) -> Option<Class> {
        // A line one pixel wide that runs askew covers no pixel wholly, and is to stay one line all the same.
        const LINE: f32 = 0.45;
        // Not one half, which borders through a pixel's corners meet exactly and rounding would decide.
        const BODY: f32 = 0.48;
        if shapes.misses(pixel) {
            return None;
        }
        // Where petals are thinner than pixels many together make a body.
        let (mut body, mut most, mut class) = (0.0, 0.0, None);
        let mut sector = None;
        for (petal, cover) in shapes.petals(pixel) {
            if cover.selected >= LINE {
                return Some(Class::Selected);
            } else if cover.earlier >= LINE {
                return Some(Class::Earlier);
            } else if cover.cut >= LINE {
                return (!self.is_plain()).then_some(Class::Earlier);
            }
            if cover.sector >= BODY && self.is_tinted(petal) {
                sector = Some(Class::Sector(petal));
            }
            body += cover.petal;
            if cover.petal > most {
                (most, class) = (cover.petal, Some(Class::Petal(petal)));
            }
        }
        class = class.filter(|_| body >= BODY);
        let ring = || {
            if shapes.neutral(pixel) >= LINE {
                Some(Class::Neutral)
            } else if sector.is_some() || (0..self.petals.len()).any(|petal| self.is_tinted(petal)) {
                sector
            } else {
                (shapes.limit(pixel) >= LINE).then_some(Class::Limit)
            }
        };
        class.or_else(ring)
    }

    /// Whether a petal stands in a sector of a colour of its own, which in braille would be as thick as the petal.
    fn is_tinted(&self, petal: usize) -> bool {
        self.marker != Marker::Braille && self.petals.get(petal).is_some_and(|petal| petal.sector.is_some())
    }

    /// The colour of a part.
    fn color(&self, class: Class) -> Color {
        match class {
            Class::Limit => self.colors.limit,
            Class::Neutral => self.colors.neutral,
            Class::Selected => self.colors.selected,
            Class::Earlier => self.colors.earlier,
            Class::Petal(petal) => self.petals.get(petal).map_or(Color::Reset, |petal| petal.color),
            Class::Sector(petal) => {
                let petal = self.petals.get(petal);
                petal.and_then(|petal| petal.sector).unwrap_or(Color::Reset)
            }
        }
    }

    /// Whether colour does not tell petals from rings.
    fn is_plain(&self) -> bool {
        self.petals
            .iter()
            .any(|petal| petal.color == self.colors.limit || petal.color == self.colors.neutral)
    }
}

/// The light of each part.
struct Palette {
    /// The background's colour.
    ground: Color,
    curve: Curve,
    background: Light,
    neutral: Light,
    earlier: Light,
    selected: Light,
    /// Of each petal, of all groups one after the other.
    petals: Vec<Light>,
}

impl Palette {
    /// `None` unless all that is drawn is in RGB.
    fn new(drawing: &Drawing) -> Option<Palette> {
        let colors = &drawing.colors;
        let curve = Curve::on(colors.background);
        let light = |color| curve.light(color);
        let background = light(colors.background)?;
        // a part that is not drawn may have any colour
        let selected = light(colors.selected).unwrap_or(background);
        let petal = |petal: &Drawn| {
            let color = light(petal.color)?;
            Some(if petal.selected {
                color.under(selected, 0.25)
            } else {
                color
            })
        };
        Some(Palette {
            curve,
            ground: colors.background,
            background,
            neutral: light(colors.neutral).unwrap_or(background),
            earlier: light(colors.earlier).unwrap_or(background),
            selected,
            petals: drawing.petals.iter().map(petal).collect::<Option<_>>()?,
        })
    }

    /// The colour of a pixel; `None` where nothing covers as much of it as could be seen.
    fn mix(&self, shapes: &Shapes, geometry: &Geometry, pixel: &Pixel) -> Option<Color> {
        if shapes.misses(pixel) {
            return None;
        }
        let mut covers = [(0, Cover::default()); MEET];
        let mut count = 0;
        for (place, cover) in covers.iter_mut().zip(shapes.petals(pixel)) {
            *place = cover;
            count += 1;
        }
        let covers = &covers[..count];
        // those of a pixel lie side by side, none over another
        let (mut sectors, mut tinted) = (self.background, 0.0);
        let (mut bodies, mut covered) = (self.background, 0.0);
        for (petal, cover) in covers {
            let hue = self.petals[*petal];
            if cover.sector > 0.0 {
                tinted += cover.sector;
                let tint = self.background.under(hue, tint(self.curve));
                sectors = sectors.under(tint, cover.sector / tinted);
            }
            if cover.petal > 0.0 {
                covered += cover.petal;
                let tone = FAINTEST + (1.0 - FAINTEST) * (pixel.distance / geometry.longest).min(1.0);
                let tone = if geometry.petals[*petal].even {
                    tone * OTHER
                } else {
                    tone
                };
                bodies = bodies.under(self.background.under(hue, tone), cover.petal / covered);
            }
        }
        let mut light = self
            .background
            .under(sectors, tinted.min(1.0))
            .under(self.neutral, shapes.neutral(pixel))
            .under(bodies, covered.min(1.0));
        // over a petal the outline is dark as the background is, so that it is seen on every colour
        let outline = self.earlier.under(self.background, covered);
        light = light.under(outline, shapes.outline(pixel));
        for (_, cover) in covers {
            light = light.under(self.selected, cover.selected);
        }
        let color = self.curve.color(light);
        (color != self.ground).then_some(color)
    }
}
