//! Draws the ring in pixels: smooth, in whole blocks, or in braille.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::geometry::Ring;
use super::shapes::{Class, Coverage, Shapes};
use super::{Dial, State, Tier};
use crate::widget::canvas::{Light, braille, half_blocks};

impl Dial {
    /// Draws `ring` into the cells of `visible`, which lies in the buffer.
    pub(super) fn draw_ring(&self, ring: &Ring, tier: Tier, visible: Rect, buffer: &mut Buffer) {
        let palette = if tier == Tier::Smooth {
            Palette::new(self)
        } else {
            None
        };
        let thin = match tier {
            Tier::Braille => Some(0.5),
            _ => None,
        };
        let shapes = Shapes::new(self, ring, thin);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let cell = &mut buffer[(x, y)];
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
    }

    fn draw_block(&self, pixels: [Coverage; 2], cell: &mut Cell) {
        let [top, bottom] = pixels.map(|pixel| pixel.class());
        let is_track = |class| class == Some(Class::Track);
        if self.is_plain() && (is_track(top) || is_track(bottom)) {
            // Without a colour of its own the track is a shade; the shade comes in whole cells only.
            let other = if is_track(top) { bottom } else { top };
            if other.is_none() || is_track(other) {
                cell.set_char('░').set_fg(self.style.track);
                return;
            }
            let [top, bottom] = [top, bottom].map(|class| class.filter(|_| !is_track(class)));
            half_blocks(cell, self.color(top), self.color(bottom), self.style.background);
            return;
        }
        half_blocks(cell, self.color(top), self.color(bottom), self.style.background);
    }

    fn draw_braille(&self, shapes: &Shapes, left: f32, top: f32, aspect: f32, cell: &mut Cell) {
        let (mut bits, mut class) = (0, None);
        for bit in 0..8_u8 {
            let (column, row) = (f32::from(bit % 2) * 0.5, f32::from(bit / 2) * aspect / 4.0);
            let dot = shapes
                .coverage(left + column, top + row, 0.5, aspect / 4.0)
                .class();
            if dot.is_some() {
                bits |= 1 << bit;
                class = class.max(dot);
            }
        }
        if let Some(color) = self.color(class) {
            cell.set_char(braille(bits)).set_fg(color);
        }
    }

    /// The colour of a part.
    pub(super) fn color(&self, class: Option<Class>) -> Option<Color> {
        Some(match class? {
            Class::Track => self.style.track,
            Class::Neutral => self.style.neutral,
            Class::Fill => self.style.fill,
            Class::Ghost => self.style.ghost,
            Class::Foot | Class::Needle => self.style.needle,
        })
    }
}

/// The light of each part.
struct Palette {
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
        let background = Light::of(style.background)?;
        let light = |color| {
            let light = Light::of(color)?;
            Some(if dial.state == State::Disabled {
                background.under(light, 0.4)
            } else {
                light
            })
        };
        Some(Self {
            background,
            track: light(style.track)?,
            fill: light(style.fill)?,
            neutral: light(style.neutral)?,
            ghost: light(style.ghost)?,
            needle: light(style.needle)?,
        })
    }

    /// The colour of a pixel; `None` where nothing covers it.
    fn mix(&self, cover: &Coverage) -> Option<Color> {
        let ring = cover.track + cover.fill;
        if ring <= 0.0 && cover.ghost <= 0.0 && cover.needle <= 0.0 && cover.foot <= 0.0 {
            return None;
        }
        let filled = if ring > 0.0 { cover.fill / ring } else { 0.0 };
        let band = self
            .track
            .under(self.fill, filled)
            .under(self.neutral, cover.neutral);
        let light = self
            .background
            .under(band, ring)
            .under(self.background, cover.gap)
            .under(self.ghost, cover.ghost)
            .under(self.needle, cover.foot)
            .under(self.needle, cover.needle);
        Some(light.color())
    }
}
