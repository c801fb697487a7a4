//! A picture in up to sixteen colours, and the drawing of shapes on it with smooth edges.
//!
//! Coverage is told from how far a pixel's middle lies within an edge, not from the exact area: at the size of pixels
//! nobody sees the difference. Places are in pixels from the left top corner.

use ratatui_core::style::Color;

use crate::canvas::{Curve, HalfPlane, Light, Point};

/// The most colours of a picture, the background among them: as many as any Sixel terminal has.
const COLORS: usize = 16;

/// A colour of a palette that shapes are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue(u8);

impl Hue {
    /// What is drawn in the background's colour clears what was there.
    pub const BACKGROUND: Self = Self(0);
}

/// The colours of a picture: the background, and of each hue its blends with it.
#[derive(Debug, Clone)]
pub struct Palette {
    curve: Curve,
    /// The first is the background.
    colors: Vec<[u8; 3]>,
    /// What the colours hold of light.
    lights: Vec<Light>,
    hues: Vec<Hue>,
}

impl Palette {
    /// Colours for shapes in these `hues` over `background`, with how much of a hue its blends hold beside the whole.
    /// Where there are more than sixteen colours in all, blends give way, the first of them first, then the last hues. All
    /// are faded to `strength`. `None` unless all are RGB.
    pub fn new(background: Color, hues: &[(Color, &[f32])], strength: f32) -> Option<Self> {
        let curve = Curve::on(background);
        let ground = curve.light(background)?;
        let faded = |(hue, _): &(Color, _)| Some(ground.under(curve.light(*hue)?, strength));
        let wholes: Vec<Light> = hues.iter().map(faded).collect::<Option<_>>()?;
        let mut palette = Self {
            curve,
            colors: Vec::with_capacity(COLORS),
            lights: Vec::with_capacity(COLORS),
            hues: Vec::with_capacity(hues.len()),
        };
        palette.add(ground);
        for whole in &wholes {
            palette.add(*whole);
        }
        let most = hues.iter().map(|(_, blends)| blends.len()).max().unwrap_or(0);
        for back in 1..=most {
            for ((_, blends), whole) in hues.iter().zip(&wholes) {
                if let Some(blend) = blends.len().checked_sub(back) {
                    palette.add(ground.under(*whole, blends[blend]));
                }
            }
        }
        palette.hues = wholes.iter().map(|whole| Hue(palette.nearest(*whole))).collect();
        Some(palette)
    }

    fn add(&mut self, light: Light) {
        let color = self.curve.color(light);
        let Color::Rgb(r, g, b) = color else { return };
        if self.colors.len() < COLORS && !self.colors.contains(&[r, g, b]) {
            self.colors.push([r, g, b]);
            self.lights.push(light);
        }
    }

    /// The colours, the background first.
    pub fn colors(&self) -> &[[u8; 3]] {
        &self.colors
    }

    /// The hue that was given at this place of the list, or the nearest there is.
    pub fn hue(&self, at: usize) -> Hue {
        self.hues.get(at).copied().unwrap_or(Hue::BACKGROUND)
    }

    /// This much of the same hue over the background.
    pub fn blend(&self, at: usize, amount: f32) -> Hue {
        let whole = self.lights[usize::from(self.hue(at).0)];
        Hue(self.nearest(self.lights[0].under(whole, amount)))
    }

    fn nearest(&self, light: Light) -> u8 {
        let Color::Rgb(r, g, b) = self.curve.color(light) else {
            return 0;
        };
        let distance = |color: &[u8; 3]| {
            let off = |a: u8, b: u8| (i32::from(a) - i32::from(b)).pow(2);
            off(r, color[0]) + off(g, color[1]) + off(b, color[2])
        };
        let nearest = (0_u8..)
            .zip(&self.colors)
            .min_by_key(|(_, color)| distance(color));
        nearest.map_or(0, |(at, _)| at)
    }
}

/// A picture: the number of a colour for each pixel, row after row.
#[derive(Debug, Clone)]
pub struct Raster {
    width: usize,
    height: usize,
    palette: Palette,
    pixels: Vec<u8>,
}

impl Raster {
    /// An empty picture of `width` by `height` pixels, which its maker knows to have room in memory.
    pub fn new(width: usize, height: usize, palette: Palette) -> Self {
        Self {
            width,
            height,
            palette,
            pixels: vec![0; width * height],
        }
    }

    /// Its width in pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Its height in pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Its colours.
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    /// Its rows, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.pixels.chunks_exact(self.width.max(1))
    }

    /// The part of it from `left`, `top` on; what lies outside is left out.
    pub fn part(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let (left, top) = (left.min(self.width), top.min(self.height));
        let (width, height) = (width.min(self.width - left), height.min(self.height - top));
        let rows = self.rows().skip(top).take(height);
        let pixels = rows.flat_map(|row| &row[left..left + width]).copied().collect();
        Self {
            width,
            height,
            palette: self.palette.clone(),
            pixels,
        }
    }

    /// Covers this much of a pixel with a hue, from 0 to 1.
    #[inline]
    pub fn cover(&mut self, x: usize, y: usize, hue: Hue, amount: f32) {
        // what is left is nearest to one side or the other, however few blends there are
        const NEARLY: f32 = 0.04;
        if amount <= NEARLY || x >= self.width {
            return;
        }
        let Some(pixel) = self.pixels.get_mut(y * self.width + x) else {
            return;
        };
        if *pixel == hue.0 {
            return;
        }
        *pixel = if amount >= 1.0 - NEARLY {
            hue.0
        } else {
            let lights = &self.palette.lights;
            let light = lights[usize::from(*pixel)].under(lights[usize::from(hue.0)], amount);
            self.palette.nearest(light)
        };
    }

    /// Clears a rectangle of pixels.
    pub fn clear(&mut self, left: usize, top: usize, width: usize, height: usize) {
        let columns = left.min(self.width)..left.saturating_add(width).min(self.width);
        for row in self
            .pixels
            .chunks_exact_mut(self.width.max(1))
            .skip(top)
            .take(height)
        {
            row[columns.clone()].fill(0);
        }
    }

    /// Draws what lies between two radii round `centre`, on the inner side of all `planes`; nothing of that lies outside
    /// of the rectangle from `least` to `most`.
    pub fn draw_band(
        &mut self,
        (centre, inner, outer): (Point, f32, f32),
        (least, most): (Point, Point),
        planes: &[HalfPlane],
        hue: Hue,
    ) {
        let rows = pixels(
            least.y.max(centre.y - outer) - 1.0,
            most.y.min(centre.y + outer) + 1.0,
            self.height,
        );
        for y in rows {
            let down = y as f32 + 0.5 - centre.y;
            let chord = |radius: f32| (radius * radius - down * down).max(0.0).sqrt();
            let (far, hole) = (chord(outer + 1.0), chord(inner - 1.0));
            let hole = if inner > 1.0 { hole } else { 0.0 };
            let sides = [
                (centre.x - far, centre.x - hole),
                (centre.x + hole, centre.x + far),
            ];
            let mut next = 0;
            for (from, to) in sides {
                let columns = pixels(from.max(least.x - 1.0), to.min(most.x + 1.0), self.width);
                for x in columns.start.max(next)..columns.end {
                    let at = Point::new(x as f32 + 0.5, y as f32 + 0.5);
                    let mut amount = 1.0;
                    for plane in planes {
                        amount *= side(plane, at, 1.0);
                        if amount <= 0.0 {
                            break;
                        }
                    }
                    if amount > 0.0 {
                        let offset = at.plus(centre, -1.0);
                        let distance = offset.dot(offset).sqrt();
                        amount *= within(distance, outer, 1.0) - within(distance, inner, 1.0);
                        self.cover(x, y, hue, amount);
                    }
                }
                next = next.max(columns.end);
            }
        }
    }

    /// Draws a disc.
    pub fn draw_disc(&mut self, centre: Point, radius: f32, hue: Hue) {
        let corner = Point::new(radius, radius);
        let bounds = (centre.plus(corner, -1.0), centre.plus(corner, 1.0));
        self.draw_band((centre, -1.0, radius), bounds, &[], hue);
    }
}

/// The pixels of `from` to `to` that there are, of `most`.
fn pixels(from: f32, to: f32, most: usize) -> std::ops::Range<usize> {
    // an `as` from float to integer saturates
    (from.floor().max(0.0) as usize).min(most)..(to.ceil().max(0.0) as usize).min(most)
}

/// How much of a pixel with its middle at `at` and sides of `size` lies on the inner side of a line.
#[inline]
pub fn side(plane: &HalfPlane, at: Point, size: f32) -> f32 {
    (plane.depth(at) / size + 0.5).clamp(0.0, 1.0)
}

/// How much of a pixel `distance` from the middle of a disc lies in it.
#[inline]
pub fn within(distance: f32, radius: f32, size: f32) -> f32 {
    ((radius - distance) / size + 0.5).clamp(0.0, 1.0)
}
