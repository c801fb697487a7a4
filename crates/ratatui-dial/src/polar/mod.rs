//! A polar area chart, also called a rose: petals in groups round a middle, each as long as its value, with rings at
//! neutral and at the limit, and an outline or arcs where the petals ended earlier.
//!
//! This file owns the builders and their styles. `drawing` is a chart ready to be drawn, `geometry` says where its parts
//! lie.

mod ascii;
mod drawing;
mod geometry;
#[cfg(feature = "pixels")]
mod picture;
mod render;
mod shapes;

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::{Position, Rect};
use ratatui_core::style::{Color, Style, Styled};
use ratatui_core::widgets::Widget;

use crate::Marker;
use crate::surround::Surround;
use drawing::Drawing;
use geometry::Geometry;

/// One petal of a [`PolarAreaChart`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Petal {
    value: f32,
    style: Style,
    earlier: Option<f32>,
    selected: bool,
    sector: Option<Color>,
}

impl Petal {
    /// A petal as long as `value`, from 0 in the middle to 1 at the limit. Held within; NaN counts as 0.
    #[must_use]
    pub const fn new(value: f32) -> Self {
        Self {
            value,
            style: Style::new(),
            earlier: None,
            selected: false,
            sector: None,
        }
    }

    /// The petal's style, patched over the chart's, of which the foreground is drawn.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn style(mut self, style: impl Into<Style>) -> Self {
        self.style = style.into();
        self
    }

    /// Where the petal ended earlier, as [`Petal::new`]'s value. In pixels and where it is drawn smooth, the ends of all petals
    /// make one outline, broken where a petal has none; elsewhere an arc is drawn where the petal has moved. NaN counts as
    /// absent.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn earlier(mut self, earlier: impl Into<Option<f32>>) -> Self {
        self.earlier = earlier.into().filter(|earlier| !earlier.is_nan());
        self
    }

    /// The colour of the sector that the petal stands in, in place of the ring at the limit, where it is drawn in blocks of
    /// colours that cannot be blended. In pixels and smooth it is blended of the petal's own.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn sector(mut self, color: impl Into<Option<Color>>) -> Self {
        self.sector = color.into();
        self
    }

    /// Whether the petal is marked: lighter where colours allow, and under a heavier piece of the limit.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }
}

impl Styled for Petal {
    type Item = Self;

    fn style(&self) -> Style {
        self.style
    }

    fn set_style<S: Into<Style>>(self, style: S) -> Self {
        self.style(style)
    }
}

/// A polar area chart, also called a rose: petals of equal angle, each as long as its value.
///
/// Four groups lie as a grid of two by two does: the first left above, the second right above, the third left below,
/// the fourth right below; in each the petals go from the top down, so that names beside them read as a list. Any
/// other number of groups goes clockwise from nine o'clock, its petals too. All groups have the same angle, and all
/// petals of a group.
///
/// # Styles
///
/// Each part has a style, patched over the [`style`](PolarAreaChart::style) of the whole, of which the foreground is
/// drawn. A part without a colour has the terminal's own. The background is the one of `style`, else the one that the
/// buffer has in the left top cell of the area. The chart fills all of its area.
///
/// # Example
///
/// ```
/// use ratatui::{buffer::Buffer, layout::Rect, style::Stylize, widgets::Widget};
/// use ratatui_dial::{Marker, Petal, PolarAreaChart};
///
/// let chart = PolarAreaChart::new([
///     vec![Petal::new(0.2).blue(), Petal::new(1.0).blue()],
///     vec![Petal::new(0.6).green().earlier(0.5)],
/// ])
/// .neutral(0.5)
/// .marker(Marker::Braille);
/// let mut buffer = Buffer::empty(Rect::new(0, 0, 34, 17));
/// (&chart).render(buffer.area, &mut buffer);
/// assert_eq!(chart.petal_at(buffer.area, (17, 4)), Some(1));
/// ```
#[doc(alias("rose", "coxcomb", "nightingale"))]
#[derive(Debug, Clone, PartialEq)]
pub struct PolarAreaChart<'a> {
    surround: Surround<'a>,
    groups: Vec<Vec<Petal>>,
    neutral: Option<f32>,
    marker: Marker,
    aspect: f32,
    ground: Option<Color>,
    style: Style,
    limit_style: Style,
    neutral_style: Style,
    earlier_style: Style,
    selected_style: Style,
}

impl<'a> PolarAreaChart<'a> {
    /// A chart of these groups of petals.
    #[must_use]
    pub fn new<G: Into<Vec<Petal>>>(groups: impl IntoIterator<Item = G>) -> Self {
        Self {
            surround: Surround::NONE,
            groups: groups.into_iter().map(Into::into).collect(),
            neutral: None,
            marker: Marker::Smooth,
            aspect: crate::ASPECT,
            ground: None,
            style: Style::new(),
            limit_style: Style::new(),
            neutral_style: Style::new(),
            earlier_style: Style::new(),
            selected_style: Style::new(),
        }
    }

    /// Surrounds the chart with a block. The areas given to drawing and to the questions below are those of the block.
    #[cfg(feature = "block")]
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn block(mut self, block: ratatui_widgets::block::Block<'a>) -> Self {
        self.surround = block.into();
        self
    }

    /// The value, from 0 to 1, at which a dotted ring lies; without it there is none. NaN counts as absent.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn neutral(mut self, neutral: impl Into<Option<f32>>) -> Self {
        let neutral = neutral.into().filter(|neutral| !neutral.is_nan());
        self.neutral = neutral.map(|neutral| neutral.clamp(0.0, 1.0));
        self
    }

    /// How finely the chart is drawn.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub const fn marker(mut self, marker: Marker) -> Self {
        self.marker = marker;
        self
    }

    /// A cell's height divided by its width, in pixels; 2.0 unless set. A ratio that no font has (outside 1 to 4, or
    /// NaN) counts as 2.0.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub const fn aspect(mut self, aspect: f32) -> Self {
        self.aspect = aspect;
        self
    }

    /// The style of the whole chart: its background, and what a part's own style leaves open.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn style(mut self, style: impl Into<Style>) -> Self {
        self.style = style.into();
        self
    }

    /// The colour of a background that only the terminal knows, where the program has found it out: what a picture in
    /// pixels stands on. Cells keep the terminal's own.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn ground(mut self, ground: impl Into<Option<Color>>) -> Self {
        self.ground = ground.into();
        self
    }

    /// The style of the ring at the limit. In pixels and where it is drawn smooth, petals stand in faint sectors of their own
    /// colour instead, which reach as far; in blocks where [`Petal::sector`] has a colour for them.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn limit_style(mut self, style: impl Into<Style>) -> Self {
        self.limit_style = style.into();
        self
    }

    /// The style of the dotted ring at neutral.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn neutral_style(mut self, style: impl Into<Style>) -> Self {
        self.neutral_style = style.into();
        self
    }

    /// The style of the outline or the arcs where petals ended earlier.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn earlier_style(mut self, style: impl Into<Style>) -> Self {
        self.earlier_style = style.into();
        self
    }

    /// The style of the piece of the limit over a selected petal.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn selected_style(mut self, style: impl Into<Style>) -> Self {
        self.selected_style = style.into();
        self
    }

    /// The cell (column, row) just outside the limit at the middle of a petal, counted from 0 through all groups, for
    /// its name: to begin there where the petal is right of the middle, to end there where it is left. The cell may lie
    /// outside `area`, even left of or above the screen. `None` where there is no such petal.
    pub fn anchor(&self, area: Rect, petal: usize) -> Option<(i32, i32)> {
        self.geometry(area).anchor(petal)
    }

    /// The petal, counted from 0 through all groups, in whose direction a cell lies within the limit, if any.
    pub fn petal_at(&self, area: Rect, at: impl Into<Position>) -> Option<usize> {
        let Position { x, y } = at.into();
        self.geometry(area).petal_at(x, y)
    }

    /// Where the parts lie when the chart is drawn in `area`.
    fn geometry(&self, area: Rect) -> Geometry {
        let counts: Vec<usize> = self.groups.iter().map(Vec::len).collect();
        Geometry::new(
            self.surround.inner(area),
            &counts,
            self.marker.aspect(self.aspect),
        )
    }
}

impl Styled for PolarAreaChart<'_> {
    type Item = Self;

    fn style(&self) -> Style {
        self.style
    }

    fn set_style<S: Into<Style>>(self, style: S) -> Self {
        self.style(style)
    }
}

impl Widget for PolarAreaChart<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        Widget::render(&self, area, buffer);
    }
}

impl Widget for &PolarAreaChart<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.surround.render(area, buffer);
        let visible = self.surround.inner(area).intersection(buffer.area);
        Drawing::new(self, visible, buffer).draw(&self.geometry(area), visible, buffer);
    }
}
