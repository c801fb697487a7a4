//! Draws the ring in pixels: smooth, in whole blocks, or in braille.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::geometry::Ring;
use super::shapes::{Class, Coverage, Shapes};
use super::{Dial, State, Tier};
use crate::widget::canvas::{Curve, Light, braille, half_blocks};

impl Dial {
    /// Draws `ring` into those cells of `visible`, which lies in the buffer, that are `wanted`. Returns the smallest part
    /// that has them all.
    pub(super) fn draw_ring(
        &self,
        ring: &Ring,
        tier: Tier,
        visible: Rect,
        buffer: &mut Buffer,
        wanted: impl Fn(u16, u16) -> bool,
    ) -> Rect {
        let blank = self.blank();
        let mut drawn: Option<Rect> = None;
        let palette = if tier == Tier::Smooth {
            Palette::new(self)
        } else {
            None
        };
        let shapes = Shapes::new(self, ring, tier);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                if !wanted(x, y) {
                    continue;
                }
                let here = Rect::new(x, y, 1, 1);
                drawn = Some(drawn.map_or(here, |drawn| drawn.union(here)));
                let cell = &mut buffer[(x, y)];
                cell.set_char(' ').set_style(blank);
                let (left, top) = ring.place(x, y);
                let pixel = |row: f32| shapes.coverage(left, top + row * ring.pixel(), 1.0, ring.pixel());
                match (tier, &palette) {
                    (Tier::Braille, _) => self.draw_braille(&shapes, left, top, ring.aspect, cell),
                    (_, Some(palette)) => {
                        half_blocks(
                            cell,
                            palette.mix(&pixel(0.0)),
                            palette.mix(&pixel(1.0)),
                            self.style.background,
                        );
                    }
                    _ => self.draw_block([pixel(0.0), pixel(1.0)], cell),
                }
            }
        }
        drawn.unwrap_or_default()
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
                cell.set_char('░').set_fg(self.style.track);
                return;
            }
        }
        let [top, bottom] = [top, bottom].map(|class| class.map(|class| self.color(class)));
        half_blocks(cell, top, bottom, self.style.background);
    }

    fn draw_braille(&self, shapes: &Shapes, left: f32, top: f32, aspect: f32, cell: &mut Cell) {
        let mut bits = 0;
        let mut dots = [0_u8; Class::ALL.len()];
        for bit in 0..8_u8 {
            let (column, row) = (f32::from(bit % 2) * 0.5, f32::from(bit / 2) * aspect / 4.0);
            if let Some(class) = shapes
                .coverage(left + column, top + row, 0.5, aspect / 4.0)
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
            Class::Track => self.style.track,
            Class::Neutral => self.style.neutral,
            Class::Fill => self.style.fill,
            Class::Ghost => self.style.ghost,
            Class::Foot | Class::Needle => self.style.needle,
        }
    }
}

/// The light of each part.
struct Palette {
    curve: Curve,
    background: Light,
    track: Light,
    fill: Light,
    neutral: Light,
    ghost: Light,
    needle: Light,
}

impl Palette {
    /// `None` unless all colours are RGB.
    fn new(dial: &Dial) -> Option<Self> {
        let style = &dial.style;
        let curve = Curve::on(style.background);
        let background = curve.light(style.background)?;
        let light = |color| {
            let light = curve.light(color)?;
            Some(if dial.state == State::Disabled {
                background.under(light, 0.4)
            } else {
                light
            })
        };
        Some(Self {
            curve,
            background,
            track: light(style.track)?,
            fill: light(style.fill)?,
            neutral: light(style.neutral)?,
            ghost: light(style.ghost)?,
            needle: light(style.needle)?,
        })
    }

    /// The colour of a pixel; `None` where nothing covers as much of it as could be seen.
    fn mix(&self, cover: &Coverage) -> Option<Color> {
        // In eighths: finer shades nobody sees, and nearly every pixel would have one of its own, to be sent as such.
        let share = |cover: f32| f32::from((cover * 8.0 + 0.5) as u8) / 8.0;
        let whole = cover.track + cover.fill;
        let [ring, ghost, needle, foot] = [whole, cover.ghost, cover.needle, cover.foot].map(share);
        if ring.max(ghost).max(needle).max(foot) == 0.0 {
            return None;
        }
        let filled = if whole > 0.0 { cover.fill / whole } else { 0.0 };
        let band = self
            .track
            .under(self.fill, share(filled))
            .under(self.neutral, share(cover.neutral));
        let light = self
            .background
            .under(band, ring)
            .under(self.background, share(cover.gap))
            .under(self.ghost, ghost)
            .under(self.needle, foot)
            .under(self.needle, needle);
        Some(self.curve.color(light))
    }
}
