//! A dial ready to be drawn: its styles as colours, its value and its needle held within the scale.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Modifier, Style};

use super::digits::Place;
use super::geometry::{Form, Geometry, REACH, Ring};
use super::{Dial, Scale};
use crate::Marker;
use crate::canvas::background;

/// What is drawn of a dial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    pub scale: Scale,
    pub value: i32,
    /// Where the needle stands, in scale units.
    pub needle_at: f32,
    /// Where the ghost stands, in scale units.
    pub ghost_at: Option<f32>,
    pub focused: bool,
    /// Whether the number is to be large.
    pub large: bool,
    pub marker: Marker,
    pub colors: Colors,
    /// What a picture stands on where the background is the terminal's own.
    #[cfg_attr(not(feature = "pixels"), allow(dead_code))]
    pub ground: Option<Color>,
    aspect: f32,
    /// Of every cell.
    modifier: Modifier,
    number: Style,
}

/// The colours of a dial's parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colors {
    pub track: Color,
    pub fill: Color,
    pub needle: Color,
    pub ghost: Color,
    pub neutral: Color,
    pub background: Color,
}

impl Face {
    /// The face of `dial` at `value`, of which the cells in `visible` will be drawn.
    pub fn new(dial: &Dial, value: i32, visible: Rect, buffer: &Buffer) -> Self {
        let Dial { scale, style, .. } = *dial;
        let color = |part: Style| style.patch(part).fg.unwrap_or(Color::Reset);
        let colors = Colors {
            track: color(dial.track_style),
            fill: color(dial.fill_style),
            needle: color(dial.needle_style),
            ghost: color(dial.ghost_style),
            neutral: color(dial.neutral_style),
            background: background(style, visible, buffer),
        };
        let mut face = Self {
            scale,
            value,
            needle_at: scale.hold(dial.position.unwrap_or(value as f32)),
            ghost_at: dial.ghost.map(|ghost| scale.hold(ghost)),
            focused: dial.focused,
            large: dial.large,
            marker: dial.marker,
            colors,
            ground: dial.ground,
            aspect: dial.marker.aspect(dial.aspect),
            modifier: style.add_modifier,
            number: style.patch(dial.number_style),
        };
        face.marker = match face.marker {
            #[cfg(feature = "pixels")]
            Marker::Pixels(_)
                if !face
                    .on_ground()
                    .all_colors(|color| crate::picture::rgb(color).is_some()) =>
            {
                face.smooth_or(Marker::Quadrant)
            }
            Marker::Smooth => face.smooth_or(Marker::HalfBlock),
            marker => marker,
        };
        face
    }

    /// The face of a dial at its own value.
    #[cfg(test)]
    pub fn of(dial: &Dial) -> Self {
        Self::new(dial, dial.value, Rect::default(), &Buffer::default())
    }

    /// The same on the ground that a picture stands on.
    #[cfg(feature = "pixels")]
    pub(super) fn on_ground(mut self) -> Self {
        if crate::picture::rgb(self.colors.background).is_none() {
            self.colors.background = self.ground.unwrap_or(self.colors.background);
        }
        self
    }

    /// Smooth where the colours can be blended, else another marker.
    fn smooth_or(&self, other: Marker) -> Marker {
        if self.all_colors(|color| matches!(color, Color::Rgb(..))) {
            Marker::Smooth
        } else {
            other
        }
    }

    /// Whether the colours of all that is drawn in pixels, and the background, are such.
    fn all_colors(&self, such: impl Fn(Color) -> bool) -> bool {
        let Colors {
            track,
            fill,
            needle,
            ghost,
            neutral,
            background,
        } = self.colors;
        let ghost = self.ghost_at.map(|_| ghost);
        let neutral = self.scale.is_bipolar().then_some(neutral);
        [track, fill, needle, background]
            .into_iter()
            .chain(ghost)
            .chain(neutral)
            .all(such)
    }

    /// Where `position` lies on the ring, in degrees.
    pub fn angle(&self, position: f32) -> f32 {
        self.scale.share(position) * REACH
    }

    /// Whether colour does not tell the fill from the track.
    pub fn is_plain(&self) -> bool {
        self.colors.fill == self.colors.track
    }

    /// Whether the whole dial is faded.
    pub fn is_dim(&self) -> bool {
        self.modifier.contains(Modifier::DIM)
    }

    /// Whether it is drawn in the terminal's own pixels.
    pub fn is_picture(&self) -> bool {
        #[cfg(feature = "pixels")]
        return matches!(self.marker, Marker::Pixels(_));
        #[cfg(not(feature = "pixels"))]
        false
    }

    /// The face as it can be shown in `area` of a screen of these cells: in cells where there is no room for a picture.
    #[cfg_attr(not(feature = "pixels"), allow(unused_variables))]
    pub fn shown(self, area: Rect, screen: Rect) -> Self {
        #[cfg(feature = "pixels")]
        if let Marker::Pixels(graphics) = self.marker
            && let Form::Ring(ring) = Geometry::new(area, self.scale, self.aspect).form()
            && !graphics.can_show(ring.cells().intersection(area.intersection(screen)), screen)
        {
            return Self {
                marker: self.smooth_or(Marker::Quadrant),
                ..self
            };
        }
        self
    }

    /// Draws the dial in `area`.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let visible = area.intersection(buffer.area);
        let geometry = Geometry::new(area, self.scale, self.aspect);
        let geometry = self.beside_number(geometry);
        match (geometry.form(), self.marker) {
            #[cfg(feature = "pixels")]
            (Form::Ring(ring), Marker::Pixels(graphics)) => {
                let cells = ring.cells().intersection(visible);
                return self.draw_picture(ring, graphics, (cells, visible), buffer);
            }
            (Form::Ring(ring), marker) if marker != Marker::Ascii => {
                self.draw_ring(ring, visible, buffer);
                return self.draw_number(ring, buffer);
            }
            _ => {}
        }
        let blank = self.blank();
        for position in visible.positions() {
            buffer[position].clone_from(&blank);
        }
        match geometry.form() {
            Form::Empty => {}
            Form::Line(line) => self.draw_line(line, visible, buffer),
            Form::Ring(ring) => {
                self.draw_ascii(ring, visible, buffer);
                self.draw_number(ring, buffer);
            }
        }
    }

    /// The style of a cell in which a part has the colour `color`.
    pub fn style(&self, color: Color) -> Style {
        Style::reset()
            .fg(color)
            .bg(self.colors.background)
            .add_modifier(self.modifier)
    }

    /// An empty cell.
    pub fn blank(&self) -> Cell {
        let mut blank = Cell::default();
        blank.set_style(self.style(Color::Reset));
        blank
    }

    /// The column of the screen where the number begins in the middle of the ring.
    pub(super) fn number_x(&self, ring: &Ring) -> i32 {
        ring.text_x(self.scale.label(self.value, false).len())
    }

    /// The cells of the screen with the number in the middle of the ring.
    #[cfg(feature = "pixels")]
    pub(super) fn number_cells(&self, ring: &Ring) -> Rect {
        if let Some(large) = self.large_number(ring) {
            return large.cells();
        }
        let cell = |at: i32| at.clamp(0, u16::MAX.into()) as u16;
        let (x, y) = (self.number_x(ring), ring.text_y);
        let end = x + self.scale.label(self.value, false).len() as i32;
        Rect::new(cell(x), cell(y), cell(end) - cell(x), 1)
    }

    /// Where the number stands in large digits; nothing where it is to be small or there is no room.
    pub(super) fn large_number(&self, ring: &Ring) -> Option<Place> {
        let large = self.large && self.marker != Marker::Ascii;
        let count = self.scale.label(self.value, false).len();
        large.then(|| Place::new(ring, count, self.scale.label_width()))?
    }

    /// The geometry with a needle that ends before large digits begin.
    fn beside_number(&self, geometry: Geometry) -> Geometry {
        let Form::Ring(ring) = geometry.form() else {
            return geometry;
        };
        let reach = self
            .large_number(ring)
            .map(|large| large.reach(ring.pixel()) + 1.2);
        match reach {
            Some(reach) => geometry.with_needle_from(reach),
            None => geometry,
        }
    }

    /// Writes the number in the middle of the ring in large digits. A solid cell has its colour behind it too.
    pub(super) fn draw_large(&self, large: Place, buffer: &mut Buffer) {
        let label = self.scale.label(self.value, false);
        let color = self.number.fg.unwrap_or(Color::Reset);
        for at in large.cells().intersection(buffer.area).positions() {
            let cell = &mut buffer[at];
            cell.clone_from(&self.blank());
            match large.lit(&label, at.x, at.y) {
                [false, false] => continue,
                [true, false] => cell.set_char('▀'),
                [false, true] => cell.set_char('▄'),
                [true, true] => cell.set_char('█'),
            };
            cell.set_fg(color);
            if cell.symbol() == "█" && color != Color::Reset {
                cell.set_bg(color);
            }
        }
    }

    /// Writes the number in the middle of the ring, with an empty cell on each side of it where it is one cell high.
    pub(super) fn draw_number(&self, ring: &Ring, buffer: &mut Buffer) {
        if let Some(large) = self.large_number(ring) {
            return self.draw_large(large, buffer);
        }
        let len = self.scale.label(self.value, false).len();
        let x = self.number_x(ring);
        for beside in [x - 1, x + len as i32].into_iter().filter(|x| ring.is_inside(*x)) {
            if let Some(cell) = cell_at(buffer, beside, ring.text_y) {
                cell.clone_from(&self.blank());
            }
        }
        self.draw_text(x, ring.text_y, Modifier::empty(), buffer);
    }

    /// Writes the value at the cells from `x` in row `y`, where the dial is focused with `focus` too.
    pub fn draw_text(&self, x: i32, y: i32, focus: Modifier, buffer: &mut Buffer) {
        let mut style = self
            .style(self.number.fg.unwrap_or(Color::Reset))
            .add_modifier(self.number.add_modifier);
        if let Some(background) = self.number.bg {
            style = style.bg(background);
        }
        if self.focused {
            style = style.add_modifier(Modifier::BOLD | focus);
        }
        let label = self.scale.label(self.value, self.marker == Marker::Ascii);
        for (x, char) in (x..).zip(label.chars()) {
            if let Some(cell) = cell_at(buffer, x, y) {
                cell.set_char(char).set_style(style);
            }
        }
    }
}

/// The cell at `x`, `y` of the screen, where the buffer has one.
pub(super) fn cell_at(buffer: &mut Buffer, x: i32, y: i32) -> Option<&mut Cell> {
    buffer.cell_mut((u16::try_from(x).ok()?, u16::try_from(y).ok()?))
}
