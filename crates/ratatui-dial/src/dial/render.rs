//! Draws the ring in pixels: smooth, in whole blocks, or in braille.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::Color;

use super::face::Face;
use super::geometry::Ring;
use super::shapes::{Class, Coverage, Shapes};
use super::stencil::Stencil;
use crate::Marker;
use crate::canvas::{Curve, Light, braille, half_blocks, mosaic};

impl Face {
    /// Draws `ring` into `visible`, which lies in the buffer.
    pub(super) fn draw_ring(&self, ring: &Ring, visible: Rect, buffer: &mut Buffer) {
        let shapes = Shapes::new(self, ring, self.marker);
        let blank = self.blank();
        let mut each = |draw: &mut dyn FnMut(&mut Cell, u16, u16)| {
            for y in visible.top()..visible.bottom() {
                for x in visible.left()..visible.right() {
                    let cell = &mut buffer[(x, y)];
                    cell.clone_from(&blank);
                    draw(cell, x, y);
                }
            }
        };
        if self.marker == Marker::Braille {
            each(&mut |cell, x, y| self.draw_braille(&shapes, ring.place(x, y), ring.aspect, cell));
        } else if let Some((rows, glyphs)) = self.marker.mosaic() {
            each(&mut |cell, x, y| {
                self.draw_mosaic(
                    &shapes,
                    ring.place(x, y),
                    ring.aspect / f32::from(rows),
                    glyphs,
                    cell,
                );
            });
        } else {
            let palette = (self.marker == Marker::Smooth)
                .then(|| Palette::new(self))
                .flatten();
            Stencil::with(ring, &shapes, |stencil| {
                each(&mut |cell, x, y| {
                    let (left, top) = ring.place(x, y);
                    let (column, row) = ((i32::from(x) - ring.x) as usize, (i32::from(y) - ring.y) as usize);
                    let pixel = |half| {
                        let whole = stencil.share(column, 2 * row + half);
                        let top = top + half as f32 * ring.pixel();
                        shapes.coverage((left, top), (1.0, ring.pixel()), whole)
                    };
                    match &palette {
                        Some(palette) => {
                            let [top, bottom] = [0, 1].map(|half| palette.mix(&pixel(half)));
                            half_blocks(cell, top, bottom, self.colors.background);
                        }
                        None => self.draw_block([pixel(0), pixel(1)], cell),
                    }
                });
            });
        }
    }

    fn draw_block(&self, pixels: [Coverage; 2], cell: &mut Cell) {
        // A gap of whole pixels would eat the fill; colour sets the ghost apart, and a notch where there is none.
        let [mut top, mut bottom] = pixels.map(|pixel| {
            let class = Coverage { gap: 0.0, ..pixel }.class();
            class.filter(|class| !(self.is_plain() && *class == Class::Ghost && pixel.fill >= 0.5))
        });
        let is_track = |class| class == Some(Class::Track);
        if self.is_plain() && (is_track(top) || is_track(bottom)) {
            // The track is a shade, which comes in whole cells only: it gives way to whatever else is in the cell.
            [top, bottom] = [top, bottom].map(|class| class.filter(|class| *class != Class::Track));
            if top.is_none() && bottom.is_none() {
                cell.set_char('░').set_fg(self.colors.track);
                return;
            }
        }
        let [top, bottom] = [top, bottom].map(|class| class.map(|class| self.color(class)));
        half_blocks(cell, top, bottom, self.colors.background);
    }

    fn draw_mosaic(
        &self,
        shapes: &Shapes,
        (left, top): (f32, f32),
        height: f32,
        glyphs: &'static [char],
        cell: &mut Cell,
    ) {
        let count = glyphs.len().ilog2() as usize;
        let mut classes = [None; 8];
        for (at, class) in classes.iter_mut().enumerate().take(count) {
            let corner = (left + (at % 2) as f32 * 0.5, top + (at / 2) as f32 * height);
            let cover = shapes.coverage(corner, (0.5, height), None);
            // where colour does not set the ghost apart, it is a notch in what is solid
            let notch = self.is_plain() && cover.ghost >= 0.43 && cover.fill >= 0.5;
            *class = cover.class().filter(|class| !(notch && *class == Class::Ghost));
        }
        let classes = &mut classes[..count];
        let is_track = |class: &Option<Class>| *class == Some(Class::Track);
        if self.is_plain() && classes.iter().any(is_track) {
            // the track is a shade, which comes in whole cells only: it gives way to whatever else is in the cell
            for class in classes.iter_mut().filter(|class| is_track(class)) {
                *class = None;
            }
            if classes.iter().all(Option::is_none) {
                cell.set_char('░').set_fg(self.colors.track);
                return;
            }
        }
        let mut parts = [None; 8];
        for (part, class) in parts.iter_mut().zip(&*classes) {
            *part = class.map(|class| (class as usize, self.color(class)));
        }
        mosaic(cell, glyphs, &parts[..count], self.colors.background);
    }

    fn draw_braille(&self, shapes: &Shapes, (left, top): (f32, f32), aspect: f32, cell: &mut Cell) {
        let mut bits = 0;
        let mut dots = [0_u8; Class::ALL.len()];
        for bit in 0..8_u8 {
            let (column, row) = (f32::from(bit % 2) * 0.5, f32::from(bit / 2) * aspect / 4.0);
            if let Some(class) = shapes
                .coverage((left + column, top + row), (0.5, aspect / 4.0), None)
                .class()
            {
                bits |= 1 << bit;
                dots[class as usize] += 1;
            }
        }
        // A cell has one colour: the part's with the most dots, and of two alike the upper one's.
        let most = Class::ALL.into_iter().max_by_key(|class| dots[*class as usize]);
        if let Some(most) = most.filter(|_| bits != 0) {
            cell.set_char(braille(bits)).set_fg(self.color(most));
        }
    }

    /// The colour of a part.
    pub(super) fn color(&self, class: Class) -> Color {
        match class {
            Class::Track => self.colors.track,
            Class::Neutral => self.colors.neutral,
            Class::Fill => self.colors.fill,
            Class::Ghost => self.colors.ghost,
            Class::Foot | Class::Needle => self.colors.needle,
        }
    }
}

/// Shades that coverage is told in, besides none: finer ones nobody sees, and nearly every pixel would have one of its
/// own, to be sent as such.
const SHADES: usize = 8;

/// The light of each part.
struct Palette {
    curve: Curve,
    background: Light,
    track: Light,
    fill: Light,
    neutral: Light,
    ghost: Light,
    needle: Light,
    /// The colours of the ring alone, track and fill, in all shades: those of nearly every pixel.
    ring: [[Color; SHADES + 1]; 2],
}

impl Palette {
    /// `None` unless all that is drawn is in RGB.
    fn new(face: &Face) -> Option<Self> {
        let colors = &face.colors;
        let curve = Curve::on(colors.background);
        let background = curve.light(colors.background)?;
        let light = |color| {
            let light = curve.light(color)?;
            Some(if face.is_dim() {
                background.under(light, 0.4)
            } else {
                light
            })
        };
        let (track, fill) = (light(colors.track)?, light(colors.fill)?);
        let shades = |band| {
            std::array::from_fn(|shade| curve.color(background.under(band, shade as f32 / SHADES as f32)))
        };
        Some(Self {
            curve,
            background,
            track,
            fill,
            // a part that is not drawn may have any colour
            neutral: light(colors.neutral).unwrap_or(background),
            ghost: light(colors.ghost).unwrap_or(background),
            needle: light(colors.needle)?,
            ring: [track, fill].map(shades),
        })
    }

    /// The colour of a pixel; `None` where nothing covers as much of it as could be seen.
    fn mix(&self, cover: &Coverage) -> Option<Color> {
        let shade = |cover: f32| (cover * SHADES as f32 + 0.5) as u8;
        let whole = cover.track + cover.fill;
        let ring = shade(whole);
        if cover.neutral + cover.gap + cover.ghost + cover.foot + cover.needle == 0.0
            && (cover.track == 0.0 || cover.fill == 0.0)
        {
            let shades = &self.ring[usize::from(cover.fill > 0.0)];
            return (ring > 0).then(|| shades[usize::from(ring).min(SHADES)]);
        }
        let covered = [cover.neutral, cover.gap, cover.ghost, cover.foot, cover.needle];
        let [neutral, gap, ghost, foot, needle] = covered.map(shade);
        if ring.max(ghost).max(needle).max(foot) == 0 {
            return None;
        }
        let filled = if whole > 0.0 { shade(cover.fill / whole) } else { 0 };
        let share = |shade: u8| f32::from(shade) / SHADES as f32;
        let band = self
            .track
            .under(self.fill, share(filled))
            .under(self.neutral, share(neutral));
        let light = self
            .background
            .under(band, share(ring))
            .under(self.background, share(gap))
            .under(self.ghost, share(ghost))
            .under(self.needle, share(foot))
            .under(self.needle, share(needle));
        Some(self.curve.color(light))
    }
}
