//! A chart ready to be drawn: its styles as colours, its petals one after the other.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Modifier, Style};

use super::geometry::Geometry;
use super::{Petal, PolarAreaChart};
use crate::Marker;
use crate::canvas::background;

/// What is drawn of a chart.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    /// Of all groups, one after the other.
    pub petals: Vec<Drawn>,
    pub neutral: Option<f32>,
    pub marker: Marker,
    pub colors: Colors,
    /// What a picture stands on where the background is the terminal's own.
    #[cfg_attr(not(feature = "pixels"), allow(dead_code))]
    pub ground: Option<Color>,
    /// Of every cell.
    modifier: Modifier,
}

/// A petal and its colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    pub value: f32,
    pub earlier: Option<f32>,
    pub selected: bool,
    pub color: Color,
    /// Of the sector it stands in where colours are not blended.
    pub sector: Option<Color>,
}

/// The colours of what is not a petal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colors {
    pub limit: Color,
    pub neutral: Color,
    pub earlier: Color,
    pub selected: Color,
    pub background: Color,
}

impl Drawing {
    /// The drawing of `chart`, of which the cells in `visible` will be drawn.
    pub fn new(chart: &PolarAreaChart, visible: Rect, buffer: &Buffer) -> Self {
        let color = |part: Style| chart.style.patch(part).fg.unwrap_or(Color::Reset);
        let drawn = |petal: &Petal| Drawn {
            value: petal.value,
            earlier: petal.earlier,
            selected: petal.selected,
            color: color(petal.style),
            sector: petal.sector,
        };
        let mut drawing = Self {
            petals: chart.groups.iter().flatten().map(drawn).collect(),
            neutral: chart.neutral,
            marker: chart.marker,
            colors: Colors {
                limit: color(chart.limit_style),
                neutral: color(chart.neutral_style),
                earlier: color(chart.earlier_style),
                selected: color(chart.selected_style),
                background: background(chart.style, visible, buffer),
            },
            ground: chart.ground,
            modifier: chart.style.add_modifier,
        };
        drawing.marker = match drawing.marker {
            #[cfg(feature = "pixels")]
            Marker::Pixels(_) if !drawing.is_known() => drawing.smooth_or(Marker::Quadrant),
            Marker::Smooth => drawing.smooth_or(Marker::HalfBlock),
            marker => marker,
        };
        drawing
    }

    /// What a picture of it stands on; nothing where only the terminal knows that.
    #[cfg(feature = "pixels")]
    pub(super) fn picture_ground(&self) -> Option<Color> {
        let rgb = crate::picture::rgb;
        rgb(self.colors.background).or_else(|| rgb(self.ground?))
    }

    /// Whether all colours of a picture of it are known.
    #[cfg(feature = "pixels")]
    fn is_known(&self) -> bool {
        let background = self.colors.background;
        let rest = |color| color == background || crate::picture::rgb(color).is_some();
        self.picture_ground().is_some() && self.all_colors(rest)
    }

    /// Smooth where the colours can be blended, else another marker.
    fn smooth_or(&self, other: Marker) -> Marker {
        if self.all_colors(|color| matches!(color, Color::Rgb(..))) {
            Marker::Smooth
        } else {
            other
        }
    }

    /// Whether the colours of all that is drawn, and the background, are such.
    fn all_colors(&self, such: impl Fn(Color) -> bool) -> bool {
        let Colors {
            limit,
            neutral,
            earlier,
            selected,
            background,
        } = self.colors;
        let has = |part: fn(&Drawn) -> bool| self.petals.iter().any(part);
        [limit, background]
            .into_iter()
            .chain(self.neutral.map(|_| neutral))
            .chain(has(|petal| petal.earlier.is_some()).then_some(earlier))
            .chain(has(|petal| petal.selected).then_some(selected))
            .chain(self.petals.iter().map(|petal| petal.color))
            .all(such)
    }

    /// Draws into the cells of `visible`, which lies in the buffer.
    pub fn draw(&mut self, geometry: &Geometry, visible: Rect, buffer: &mut Buffer) {
        let blank = Style::reset()
            .bg(self.colors.background)
            .add_modifier(self.modifier);
        for position in visible.positions() {
            buffer[position].reset();
            buffer[position].set_style(blank);
        }
        #[cfg(feature = "pixels")]
        if let Marker::Pixels(graphics) = self.marker {
            let cells = geometry.cells().intersection(visible);
            if graphics.can_show(cells, buffer.area) {
                return self.draw_picture(geometry, graphics, cells, buffer);
            }
            self.marker = self.smooth_or(Marker::Quadrant);
        }
        match self.marker {
            Marker::Ascii => self.draw_ascii(geometry, visible, buffer),
            _ => self.draw_pixels(geometry, visible, buffer),
        }
    }
}
