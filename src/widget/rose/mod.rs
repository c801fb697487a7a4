//! A rose: petals in groups round a middle, each as long as its value, with rings at neutral and at the limit, and
//! arcs where the petals ended earlier.
//!
//! It owns what a rose is ([`Rose`], [`Petal`]), where its parts lie ([`geometry`]) and how it is drawn. It owns no
//! name, no number and no colour: the caller passes colours in and lays names round it at [`Rose::anchor`].
//!
//! Four groups lie as a grid of two by two does: the first left above, the second right above, the third left below,
//! the fourth right below; in each the petals go from the top down, so that names beside them read as a list. Any
//! other number of groups goes clockwise from nine o'clock, its petals too. All groups have the same angle, and all
//! petals of a group.
//!
//! ```
//! use pejl::widget::rose::{Petal, Rose};
//! use ratatui::{buffer::Buffer, layout::Rect, style::Color, widgets::Widget};
//!
//! let petal = |value| Petal { value, color: Color::Blue, earlier: Some(0.5), selected: false };
//! let rose = Rose::new(vec![vec![petal(0.2), petal(1.0)], vec![petal(0.6)]]).neutral(0.5);
//! let mut buffer = Buffer::empty(Rect::new(0, 0, 34, 17));
//! rose.render(buffer.area, &mut buffer);
//! assert_eq!(rose.petal_at(buffer.area, 17, 4), Some(1));
//! ```

mod ascii;
pub mod geometry;
mod render;
mod shapes;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget;

pub use super::dial::Tier;
use geometry::Geometry;

/// One petal.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Petal {
    /// Its length, from 0 in the middle to 1 at the limit. Held within; not a number counts as 0.
    pub value: f32,
    /// Its colour.
    pub color: Color,
    /// Where it ended earlier, as `value`; not a number counts as absent.
    pub earlier: Option<f32>,
    /// Whether it is marked: lighter where colours allow, and under a heavier piece of the limit.
    pub selected: bool,
}

/// The colours of what is not a petal. `Reset`, the default, leaves a part to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct RoseStyle {
    /// The ring at the limit.
    pub limit: Color,
    /// The dotted ring at neutral.
    pub neutral: Color,
    /// The arcs of earlier values.
    pub earlier: Color,
    /// The piece of the limit over a selected petal.
    pub selected: Color,
    /// Behind it all; the rose paints its whole area.
    pub background: Color,
}

/// A rose, ready to be drawn in any rectangle; see the [module](self) for an example.
#[derive(Debug, Clone, PartialEq)]
pub struct Rose {
    groups: Vec<Vec<Petal>>,
    neutral: Option<f32>,
    tier: Tier,
    aspect: f32,
    style: RoseStyle,
}

impl Rose {
    /// A rose of these groups of petals, in the smoothest tier that its colours allow.
    pub fn new(groups: Vec<Vec<Petal>>) -> Rose {
        Rose {
            groups,
            neutral: None,
            tier: Tier::Smooth,
            aspect: super::dial::geometry::ASPECT,
            style: RoseStyle::default(),
        }
    }

    /// The value at which the dotted ring lies; without it there is none. Not a number counts as absent.
    pub fn neutral(mut self, neutral: f32) -> Rose {
        self.neutral = (!neutral.is_nan()).then_some(neutral.clamp(0.0, 1.0));
        self
    }

    /// How finely it is drawn. [`Tier::Smooth`] needs RGB colours throughout and is else drawn as [`Tier::Block`].
    pub fn tier(mut self, tier: Tier) -> Rose {
        self.tier = tier;
        self
    }

    /// A cell's height divided by its width, in pixels; 2.0 unless told. A ratio that no font has (outside 1 to 4,
    /// or not a number) counts as 2.0.
    pub fn aspect(mut self, aspect: f32) -> Rose {
        self.aspect = aspect;
        self
    }

    /// The colours.
    pub fn style(mut self, style: RoseStyle) -> Rose {
        self.style = style;
        self
    }

    /// Where the parts lie when the rose is drawn in `area`.
    pub fn geometry(&self, area: Rect) -> Geometry {
        let counts: Vec<usize> = self.groups.iter().map(Vec::len).collect();
        Geometry::new(area, &counts, self.aspect)
    }

    /// The cell (column, row) just outside the limit at the middle of a petal, counted from 0 through all groups,
    /// for its name: to begin there where the petal is right of the middle, to end there where it is left. The cell
    /// may lie outside `area`, even left of or above the screen. `None` where there is no such petal.
    pub fn anchor(&self, area: Rect, petal: usize) -> Option<(i32, i32)> {
        self.geometry(area).anchor(petal)
    }

    /// The petal, counted from 0 through all groups, in whose direction the screen's cell `x`, `y` lies within the
    /// limit, if any.
    pub fn petal_at(&self, area: Rect, x: u16, y: u16) -> Option<usize> {
        self.geometry(area).petal_at(x, y)
    }

    /// The petals of all groups, one after the other.
    fn petals(&self) -> impl Iterator<Item = &Petal> {
        self.groups.iter().flatten()
    }

    /// The tier that the colours allow.
    fn drawn_tier(&self) -> Tier {
        let RoseStyle {
            limit,
            neutral,
            earlier,
            selected,
            background,
        } = self.style;
        let rings = [limit, neutral, earlier, selected, background].into_iter();
        let mut colors = rings.chain(self.petals().map(|petal| petal.color));
        if self.tier == Tier::Smooth && !colors.all(|color| matches!(color, Color::Rgb(..))) {
            return Tier::Block;
        }
        self.tier
    }
}

impl Widget for Rose {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        (&self).render(area, buffer);
    }
}

impl Widget for &Rose {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let visible = area.intersection(buffer.area);
        let blank = Style::reset().bg(self.style.background);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                buffer[(x, y)].set_char(' ').set_style(blank);
            }
        }
        let geometry = self.geometry(area);
        match self.drawn_tier() {
            Tier::Ascii => self.draw_ascii(&geometry, visible, buffer),
            tier => self.draw_pixels(&geometry, tier, visible, buffer),
        }
    }
}
