//! A dial: a ring of 270 degrees, open at the bottom, with a needle, a number in the middle and a mark for an
//! earlier value.
//!
//! This file owns the builder and its styles. `face` is a dial ready to be drawn, `geometry` says where its parts lie,
//! `input` what keys and the mouse do to it.

mod ascii;
mod digits;
mod drawn;
mod face;
mod geometry;
#[cfg(feature = "crossterm")]
mod input;
mod line;
#[cfg(feature = "pixels")]
mod picture;
mod render;
mod scale;
mod shapes;
mod state;
mod stencil;
#[cfg(test)]
mod tests;

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::{Position, Rect};
use ratatui_core::style::{Color, Style, Styled};
use ratatui_core::widgets::{StatefulWidget, Widget};

use crate::Marker;
use crate::surround::Surround;
use face::Face;
use geometry::Geometry;
#[cfg(feature = "crossterm")]
pub use input::{DOUBLE_CLICK, DialEvent};
pub use scale::Scale;
pub use state::DialState;

/// A dial that is turned from one integer to another, drawn as large as its area allows.
///
/// The ring is drawn where there is room for one round the widest number of the scale, from 7×3 cells up. In less room
/// the dial is a straight gauge on one line, with the number after it.
///
/// # Value
///
/// As a [`Widget`] a dial shows the [`value`](Dial::value) it was given. As a [`StatefulWidget`] it shows the value of a
/// [`DialState`], which `handle_key` and `handle_mouse` (feature `crossterm`) change. The needle stands at
/// [`position`](Dial::position) while it glides from one value to another.
///
/// # Styles
///
/// Each part has a style, patched over the [`style`](Dial::style) of the whole. Pixels take its foreground; the number
/// takes its modifiers too. A part without a colour has the terminal's own. The background is the one of `style`, else
/// the one that the buffer has in the left top cell of the area. The dial fills all of its area.
///
/// Where fill and track have one colour, as without any, they differ in shape. [`Modifier::DIM`] in `style` fades the
/// whole dial, for one that cannot be turned.
///
/// [`Modifier::DIM`]: ratatui_core::style::Modifier::DIM
///
/// # Example
///
/// ```
/// use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};
/// use ratatui_dial::{Dial, Marker, Scale};
///
/// let dial = Dial::new(Scale::bipolar(-5, 5))
///     .value(3)
///     .ghost(1.0)
///     .marker(Marker::Ascii);
/// let mut buffer = Buffer::empty(Rect::new(0, 0, 11, 5));
/// (&dial).render(buffer.area, &mut buffer);
/// assert_eq!(
///     buffer,
///     Buffer::with_lines([
///         "  .--|#x#  ",
///         " /      ###",
///         "|   +3 ***o",
///         "\\         /",
///         " \\       / ",
///     ])
/// );
///
/// let mut line = Buffer::empty(Rect::new(0, 0, 16, 1));
/// dial.render(line.area, &mut line);
/// assert_eq!(line, Buffer::with_lines(["[-----|x=o--] +3"]));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Dial<'a> {
    surround: Surround<'a>,
    scale: Scale,
    value: i32,
    position: Option<f32>,
    ghost: Option<f32>,
    focused: bool,
    large: bool,
    marker: Marker,
    aspect: f32,
    ground: Option<Color>,
    style: Style,
    track_style: Style,
    fill_style: Style,
    needle_style: Style,
    ghost_style: Style,
    neutral_style: Style,
    number_style: Style,
}

impl<'a> Dial<'a> {
    /// A dial at neutral, without ghost or colour.
    #[must_use]
    pub const fn new(scale: Scale) -> Self {
        Self {
            surround: Surround::NONE,
            scale,
            value: scale.neutral(),
            position: None,
            ghost: None,
            focused: false,
            large: false,
            marker: Marker::Smooth,
            aspect: crate::ASPECT,
            ground: None,
            style: Style::new(),
            track_style: Style::new(),
            fill_style: Style::new(),
            needle_style: Style::new(),
            ghost_style: Style::new(),
            neutral_style: Style::new(),
            number_style: Style::new(),
        }
    }

    /// Surrounds the dial with a block. The areas given to drawing and to the mouse are those of the block.
    #[cfg(feature = "block")]
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn block(mut self, block: ratatui_widgets::block::Block<'a>) -> Self {
        self.surround = block.into();
        self
    }

    /// The number in the middle, held within the scale. Drawn with a [`DialState`], the dial shows that one's value.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn value(mut self, value: i32) -> Self {
        self.value = self.scale.clamp(value);
        self
    }

    /// Where the needle stands, in scale units, so that it can glide between two values. Without it the needle stands at
    /// the value. Held within the scale; NaN counts as absent.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn position(mut self, position: impl Into<Option<f32>>) -> Self {
        self.position = position.into().filter(|position| !position.is_nan());
        self
    }

    /// Whether the number is written in digits of several cells, where the ring has room for them. ASCII has none.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub const fn large(mut self, large: bool) -> Self {
        self.large = large;
        self
    }

    /// Where the mark of an earlier value stands, in scale units. Held within the scale; NaN counts as absent.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn ghost(mut self, ghost: impl Into<Option<f32>>) -> Self {
        self.ghost = ghost.into().filter(|ghost| !ghost.is_nan());
        self
    }

    /// Whether keys and the wheel turn this dial: its number is bold, with a bar under it (an underline in the one-line
    /// form).
    #[must_use = "method moves the value of self and returns the modified value"]
    pub const fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// How finely the dial is drawn.
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

    /// The style of the whole dial: its background, and what a part's own style leaves open.
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

    /// The style of the ring where it is not filled.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn track_style(mut self, style: impl Into<Style>) -> Self {
        self.track_style = style.into();
        self
    }

    /// The style of the ring from neutral to the needle.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn fill_style(mut self, style: impl Into<Style>) -> Self {
        self.fill_style = style.into();
        self
    }

    /// The style of the needle, and of the bar that shows focus.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn needle_style(mut self, style: impl Into<Style>) -> Self {
        self.needle_style = style.into();
        self
    }

    /// The style of the mark at the earlier value.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn ghost_style(mut self, style: impl Into<Style>) -> Self {
        self.ghost_style = style.into();
        self
    }

    /// The style of the mark at neutral, which only a bipolar scale has.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn neutral_style(mut self, style: impl Into<Style>) -> Self {
        self.neutral_style = style.into();
        self
    }

    /// The style of the number.
    #[must_use = "method moves the value of self and returns the modified value"]
    pub fn number_style(mut self, style: impl Into<Style>) -> Self {
        self.number_style = style.into();
        self
    }

    /// Whether the dial, drawn in `area`, has a part at this cell: ring, middle, line or number.
    pub fn hit_test(&self, area: Rect, at: impl Into<Position>) -> bool {
        let Position { x, y } = at.into();
        self.geometry(area).part_at(x, y).is_some()
    }

    /// Where this dial's parts lie when it is drawn in `area`.
    fn geometry(&self, area: Rect) -> Geometry {
        Geometry::new(
            self.surround.inner(area),
            self.scale,
            self.marker.aspect(self.aspect),
        )
    }

    fn draw(&self, value: i32, area: Rect, buffer: &mut Buffer) {
        self.surround.render(area, buffer);
        let area = self.surround.inner(area);
        let visible = area.intersection(buffer.area);
        let face = Face::new(self, value, visible, buffer).shown(area, buffer.area);
        drawn::draw(&face, area, buffer);
    }
}

impl Styled for Dial<'_> {
    type Item = Self;

    fn style(&self) -> Style {
        self.style
    }

    fn set_style<S: Into<Style>>(self, style: S) -> Self {
        self.style(style)
    }
}

impl Widget for Dial<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        Widget::render(&self, area, buffer);
    }
}

impl Widget for &Dial<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.draw(self.value, area, buffer);
    }
}

impl StatefulWidget for Dial<'_> {
    type State = DialState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut DialState) {
        StatefulWidget::render(&self, area, buffer, state);
    }
}

impl StatefulWidget for &Dial<'_> {
    type State = DialState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut DialState) {
        self.draw(self.scale.clamp(state.value()), area, buffer);
    }
}
