//! A dial: a ring of 270 degrees, open at the bottom, with a needle, a number in the middle and a mark for an
//! earlier value.
//!
//! It owns what a dial is ([`Scale`], [`Dial`]), where its parts lie ([`geometry`]), how it is drawn and what keys
//! and the mouse ask of it ([`input`]). It owns no value over time, no clock, no colour and no name: the caller
//! passes them in, and changes the value when [`input`] returns a command.
//!
//! ```
//! use pejl::widget::dial::{Dial, Scale, Tier};
//! use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};
//!
//! let dial = Dial::new(Scale::bipolar(-5, 5)).value(3).ghost(Some(1.0)).tier(Tier::Ascii);
//! let mut buffer = Buffer::empty(Rect::new(0, 0, 11, 5));
//! dial.render(buffer.area, &mut buffer);
//! assert_eq!(buffer, Buffer::with_lines([
//!     "  .--|#x#  ",
//!     " /      ###",
//!     "|   +3 ***o",
//!     "\\         /",
//!     " \\       / ",
//! ]));
//!
//! let mut line = Buffer::empty(Rect::new(0, 0, 16, 1));
//! dial.render(line.area, &mut line);
//! assert_eq!(line, Buffer::with_lines(["------|x==o-- +3"]));
//! ```

mod ascii;
pub mod geometry;
pub mod input;
mod line;
mod render;
mod scale;
mod shapes;
mod stencil;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::Widget;

use geometry::{Form, Geometry, Part, Ring};
pub use scale::Scale;

/// How finely a dial is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Tier {
    /// Half blocks, two pixels a cell, with edges blended from the exact area that each shape covers. Needs RGB
    /// colours: with any other (indexed, named, `Reset`) the dial is drawn as [`Tier::Block`].
    #[default]
    Smooth,
    /// Half blocks in whole colours.
    Block,
    /// Braille, eight dots a cell.
    Braille,
    /// ASCII characters alone.
    Ascii,
}

/// What the dial is ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum State {
    /// At rest.
    #[default]
    Normal,
    /// Keys and wheel turn this one: bold number, with a bar under it (an underline in the one-line form).
    Focused,
    /// Cannot be turned: dimmed.
    Disabled,
}

/// The colours of a dial's parts. `Reset`, the default, leaves a part to the terminal.
///
/// Where `fill` equals `track`, as without any colour, the fill is told from the track by shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct DialStyle {
    /// The ring where it is not filled.
    pub track: Color,
    /// The ring from neutral to the needle.
    pub fill: Color,
    /// The needle, and the bar that shows focus.
    pub needle: Color,
    /// The mark at the earlier value.
    pub ghost: Color,
    /// The mark at neutral.
    pub neutral: Color,
    /// The number.
    pub text: Color,
    /// Behind it all; the dial paints its whole area.
    pub background: Color,
}

/// A dial, ready to be drawn in any rectangle; see the [module](self) for an example.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dial {
    scale: Scale,
    value: i32,
    position: Option<f32>,
    ghost: Option<f32>,
    state: State,
    tier: Tier,
    aspect: f32,
    style: DialStyle,
}

impl Dial {
    /// A dial at neutral, without ghost or colour, in the smoothest tier that its colours allow.
    pub fn new(scale: Scale) -> Self {
        Self {
            scale,
            value: scale.neutral(),
            position: None,
            ghost: None,
            state: State::Normal,
            tier: Tier::Smooth,
            aspect: geometry::ASPECT,
            style: DialStyle::default(),
        }
    }

    /// The number in the middle, held within the scale.
    pub fn value(mut self, value: i32) -> Self {
        self.value = self.scale.clamp(value);
        self
    }

    /// Where the needle stands, in scale units, so that a caller can let it glide between detents. Without it the
    /// needle stands at the value. Held within the scale; NaN counts as absent.
    pub fn position(mut self, position: f32) -> Self {
        self.position = (!position.is_nan()).then_some(position);
        self
    }

    /// Where the mark of an earlier value stands, in scale units. Held within the scale; NaN counts as absent.
    pub fn ghost(mut self, ghost: Option<f32>) -> Self {
        self.ghost = ghost.filter(|ghost| !ghost.is_nan());
        self
    }

    /// Focused, disabled or neither.
    pub fn state(mut self, state: State) -> Self {
        self.state = state;
        self
    }

    /// How finely it is drawn.
    pub fn tier(mut self, tier: Tier) -> Self {
        self.tier = tier;
        self
    }

    /// A cell's height divided by its width, in pixels; 2.0 unless told. A ratio that no font has (outside 1 to 4,
    /// or not a number) counts as 2.0.
    pub fn aspect(mut self, aspect: f32) -> Self {
        self.aspect = aspect;
        self
    }

    /// The colours.
    pub fn style(mut self, style: DialStyle) -> Self {
        self.style = style;
        self
    }

    /// Where this dial's parts lie when it is drawn in `area`.
    pub fn geometry(&self, area: Rect) -> Geometry {
        Geometry::new(area, self.scale, self.aspect)
    }

    /// Which part of this dial, drawn in `area`, lies at the screen's cell `x`, `y`, if any.
    pub fn hit_test(&self, area: Rect, x: u16, y: u16) -> Option<Part> {
        self.geometry(area).part_at(x, y)
    }

    fn needle_position(&self) -> f32 {
        self.scale.hold(self.position.unwrap_or(self.value as f32))
    }

    fn ghost_position(&self) -> Option<f32> {
        self.ghost.map(|ghost| self.scale.hold(ghost))
    }

    /// Where `position` lies on the ring, in degrees.
    fn angle(&self, position: f32) -> f32 {
        self.scale.share(position) * geometry::REACH
    }

    /// Whether colour does not tell the fill from the track.
    fn is_plain(&self) -> bool {
        self.style.fill == self.style.track
    }

    /// The tier that the colours allow.
    fn drawn_tier(&self) -> Tier {
        let DialStyle {
            track,
            fill,
            needle,
            ghost,
            neutral,
            text,
            background,
        } = self.style;
        let mut colors = [track, fill, needle, ghost, neutral, text, background].into_iter();
        if self.tier == Tier::Smooth && !colors.all(|color| matches!(color, Color::Rgb(..))) {
            return Tier::Block;
        }
        self.tier
    }

    fn modifier(&self) -> Modifier {
        match self.state {
            State::Disabled => Modifier::DIM,
            _ => Modifier::empty(),
        }
    }

    /// The style of an empty cell.
    fn blank(&self) -> Style {
        Style::reset()
            .bg(self.style.background)
            .add_modifier(self.modifier())
    }

    /// Writes the number in the middle of the ring, with an empty cell on each side of it.
    fn draw_number(&self, ring: &Ring, buffer: &mut Buffer) {
        let len = self.scale.label(self.value, false).len();
        let x = ring.text_x(len);
        for beside in [x - 1, x + len as i32].into_iter().filter(|x| ring.is_inside(*x)) {
            if let Some(cell) = cell_at(buffer, beside, ring.text_y) {
                cell.set_char(' ').set_style(self.blank());
            }
        }
        self.draw_text(x, ring.text_y, false, buffer);
    }

    /// Writes the value at the cells from `x` in row `y`.
    fn draw_text(&self, x: i32, y: i32, bar: bool, buffer: &mut Buffer) {
        let mut modifier = self.modifier();
        if self.state == State::Focused {
            modifier |= Modifier::BOLD;
            if bar {
                modifier |= Modifier::UNDERLINED;
            }
        }
        let style = Style::reset()
            .fg(self.style.text)
            .bg(self.style.background)
            .add_modifier(modifier);
        let label = self.scale.label(self.value, self.tier == Tier::Ascii);
        for (x, char) in (x..).zip(label.chars()) {
            if let Some(cell) = cell_at(buffer, x, y) {
                cell.set_char(char).set_style(style);
            }
        }
    }
}

impl Widget for Dial {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        (&self).render(area, buffer);
    }
}

impl Widget for &Dial {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let visible = area.intersection(buffer.area);
        let geometry = self.geometry(area);
        if let (Form::Ring(ring), tier @ (Tier::Smooth | Tier::Block | Tier::Braille)) =
            (geometry.form(), self.drawn_tier())
        {
            self.draw_ring(ring, tier, visible, buffer);
            return self.draw_number(ring, buffer);
        }
        for position in visible.positions() {
            buffer[position].set_char(' ').set_style(self.blank());
        }
        match geometry.form() {
            Form::Empty => {}
            Form::Line(line) => self.draw_line(line, buffer),
            Form::Ring(ring) => {
                self.draw_ascii(ring, visible, buffer);
                self.draw_number(ring, buffer);
            }
        }
    }
}

/// The cell at `x`, `y` of the screen, where the buffer has one.
fn cell_at(buffer: &mut Buffer, x: i32, y: i32) -> Option<&mut ratatui::buffer::Cell> {
    buffer.cell_mut((u16::try_from(x).ok()?, u16::try_from(y).ok()?))
}
