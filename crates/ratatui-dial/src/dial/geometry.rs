//! Where a dial's parts lie in a rectangle: which form fits, and the sizes and places of ring, needle and number.
//!
//! It owns every measure of the dial and the way between cells and values. It draws nothing.
//!
//! Lengths are in units, the width of one cell; angles in degrees, clockwise from twelve o'clock.

use ratatui_core::layout::Rect;

use super::scale::Scale;
use crate::canvas::{Point, direction};

/// How far the ring reaches to either side of twelve o'clock, in degrees.
pub const REACH: f32 = 135.0;

/// The cosine of the 45 degrees at which the ring ends above six o'clock.
const END: f32 = std::f32::consts::FRAC_1_SQRT_2;

/// The smallest outer radius of a ring that can be told from a blot.
const LEAST_RADIUS: f32 = 2.5;

/// Where the parts of a dial lie in an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geometry {
    area: Rect,
    form: Form,
}

/// The form that fits the rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// There is no room at all.
    Empty,
    /// One line.
    Line(Line),
    /// The ring.
    Ring(Ring),
}

/// What lies at a place of the dial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The ring, or the line in the one-line form: a place on it stands for a value.
    Track,
    /// The middle with the number.
    Centre,
}

/// The one-line form, in cells of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The line's first column.
    pub x: i32,
    /// Its row.
    pub y: i32,
    /// How many columns it takes; 0 where only the number fits.
    pub cells: i32,
    /// Whether a sign before and one after them closes the line.
    pub closed: bool,
    /// The column after the number, which ends there; `None` where the number does not fit.
    pub text_end: Option<i32>,
}

/// The ring, in units from the left top corner of the cell at `x`, `y`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// The first column of the screen that it was laid out in.
    pub x: i32,
    /// The first row.
    pub y: i32,
    /// A cell's height in units.
    pub aspect: f32,
    /// The middle.
    pub centre: Point,
    /// The outer radius.
    pub outer: f32,
    /// The inner radius.
    pub inner: f32,
    /// How far from the middle the needle begins.
    pub needle_from: f32,
    /// The needle's width.
    pub needle_width: f32,
    /// How far below the middle the bar begins that shows focus.
    pub foot: f32,
    /// The row of the screen with the number.
    pub text_y: i32,
}

impl Geometry {
    /// Lays a dial of `scale` out in `area`, in cells `aspect` times as high as wide.
    ///
    /// The ring takes the place where it can be drawn round its widest number; else the line does.
    pub fn new(area: Rect, scale: Scale, aspect: f32) -> Self {
        let aspect = crate::known_aspect(aspect);
        let text = scale.label_width() as i32;
        let form = if area.is_empty() {
            Form::Empty
        } else if let Some(ring) = Ring::new(area, text, aspect) {
            Form::Ring(ring)
        } else {
            Form::Line(Line::new(area, text, scale))
        };
        Self { area, form }
    }

    /// The same with a needle that begins no nearer to the middle, within what the ring allows.
    pub fn with_needle_from(mut self, least: f32) -> Self {
        if let Form::Ring(ring) = &mut self.form {
            ring.needle_from = ring.needle_from.max(least).min(ring.inner - 0.5);
        }
        self
    }

    /// The form that was chosen.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The part at the screen's cell `x`, `y`, if the dial has one there.
    pub fn part_at(&self, x: u16, y: u16) -> Option<Part> {
        if !self.area.contains((x, y).into()) {
            return None;
        }
        match &self.form {
            Form::Empty => None,
            Form::Line(line) => {
                let end = i32::from(line.closed);
                let on_line = (line.x - end..line.x + line.cells + end).contains(&i32::from(x));
                (i32::from(y) == line.y).then_some(if on_line { Part::Track } else { Part::Centre })
            }
            Form::Ring(ring) => {
                let distance = ring.offset_at(x, y).dot(ring.offset_at(x, y)).sqrt();
                // Half a unit of tolerance: a finger points at cells, not at their middles.
                if distance > ring.outer + 0.5 {
                    None
                } else if distance >= ring.inner - 0.5 {
                    Some(Part::Track)
                } else {
                    Some(Part::Centre)
                }
            }
        }
    }

    /// Where on the ring the screen's cell `x`, `y` points, in degrees; `None` in any other form, and in the very
    /// middle, which points nowhere. Any cell points somewhere, on the dial or not.
    #[cfg(feature = "crossterm")]
    pub fn angle_at(&self, x: u16, y: u16) -> Option<f32> {
        let Form::Ring(ring) = &self.form else { return None };
        let p = ring.offset_at(x, y);
        (p.dot(p) > 0.5).then(|| p.x.atan2(-p.y).to_degrees())
    }

    /// Where along the line column `x` of the screen lies, from -1 to 1; `None` in any other form.
    #[cfg(feature = "crossterm")]
    pub fn share_at(&self, x: u16) -> Option<f32> {
        let Form::Line(line) = &self.form else { return None };
        (line.cells > 1)
            .then(|| ((i32::from(x) - line.x) as f32 * 2.0 / (line.cells - 1) as f32 - 1.0).clamp(-1.0, 1.0))
    }
}

impl Line {
    fn new(area: Rect, text: i32, scale: Scale) -> Self {
        let (mut x, width) = (i32::from(area.x), i32::from(area.width));
        let y = i32::from(area.y) + i32::from(area.height - 1) / 2;
        // Three cells tell left, middle and right apart; fewer say less than the number alone.
        let (mut cells, text_end) = match width - text - 1 {
            cells @ 3.. => (cells, Some(x + width)),
            _ if width >= text => (0, Some(x + width)),
            _ => (width, None),
        };
        if scale.is_bipolar() && cells % 2 == 0 {
            cells -= cells.min(1);
        }
        // its ends are closed where that takes no value its own column
        let (values, all) = (i64::from(scale.steps()) + 1, i64::from(cells));
        let closed = all >= 7 && (values <= all - 2 || values > all);
        if closed {
            (x, cells) = (x + 1, cells - 2);
        }
        Self {
            x,
            y,
            cells,
            closed,
            text_end,
        }
    }

    /// The column of the screen at `share` of the way, -1 to 1.
    pub fn column(&self, share: f32) -> i32 {
        // From the middle, and half away from it, so that both sides mirror each other.
        let half = (self.cells - 1) as f32 / 2.0;
        let middle = self.x as f32 + half;
        if half.fract() == 0.0 {
            middle as i32 + (share * half).round() as i32
        } else {
            (middle + share * half).round() as i32
        }
    }
}

impl Ring {
    fn new(area: Rect, text: i32, aspect: f32) -> Option<Self> {
        // An odd number of columns gives the needle a column of its own at twelve; an even one leaves the last empty.
        let width = (area.width - 1) / 2 * 2 + 1;
        let (width, height) = (f32::from(width), f32::from(area.height) * aspect);
        // What the round ends lose to the area's edge, a third of a pixel at most, is not seen.
        let fits = |outer: f32| Self::height(outer) <= height + 0.35;
        // Half a unit over whole ones, so that the ring's top and sides fall on edges of pixels.
        let mut outer = (width / 2.0).min((height / (1.0 + END)).ceil() + 0.5);
        while outer >= LEAST_RADIUS && !fits(outer) {
            outer -= 1.0;
        }
        let inner = outer - Self::thickness(outer);
        if outer < LEAST_RADIUS || 2.0 * inner < text as f32 {
            return None;
        }
        let pixel = aspect / 2.0;
        // By whole rows, so that a ring looks the same wherever it stands.
        let top = ((height - Self::height(outer)).max(0.0) / 2.0 / aspect).floor() * aspect;
        let centre = Point::new(width / 2.0, top + outer);
        let text_row = (centre.y / aspect) as i32;
        Some(Self {
            x: i32::from(area.x),
            y: i32::from(area.y),
            aspect,
            centre,
            outer,
            inner,
            // One cell stays free beside the number, whose sign may hang out to the left.
            needle_from: (inner - outer * 0.3)
                .max((text / 2) as f32 + 1.5)
                .min(inner - 0.5),
            needle_width: (outer / 8.0).round().max(1.0),
            foot: ((centre.y + inner * END) / pixel).floor() * pixel - centre.y,
            text_y: i32::from(area.y) + text_row.min(i32::from(area.height) - 1),
        })
    }

    /// How thick a ring of this outer radius looks well: thin where it is small, so that the number has room.
    fn thickness(outer: f32) -> f32 {
        match outer {
            ..5.0 => 1.0,
            ..7.0 => 1.5,
            ..9.0 => 2.0,
            ..12.0 => 2.5,
            _ => (outer / 4.0).round(),
        }
    }

    /// How high a ring of this outer radius is, from its top to its round ends.
    fn height(outer: f32) -> f32 {
        let half = Self::thickness(outer) / 2.0;
        outer + (outer - half) * END + half
    }

    /// The cells of the screen that the ring lies in.
    #[cfg(feature = "pixels")]
    pub fn cells(&self) -> Rect {
        let cell = |first: i32, at: f32| (first + at as i32).clamp(0, u16::MAX.into()) as u16;
        let (left, top) = (self.centre.x - self.outer, self.centre.y - self.outer);
        let bottom = top + Self::height(self.outer);
        let (x, y) = (
            cell(self.x, left.floor()),
            cell(self.y, (top / self.aspect).floor()),
        );
        let right = cell(self.x, (self.centre.x + self.outer).ceil());
        Rect::new(x, y, right - x, cell(self.y, (bottom / self.aspect).ceil()) - y)
    }

    /// Whether the column `x` of the screen lies between the inner sides of the ring.
    pub fn is_inside(&self, x: i32) -> bool {
        ((x - self.x) as f32 + 0.5 - self.centre.x).abs() + 0.5 <= self.inner
    }

    /// The column of the screen where a number of `len` characters begins: an even number lets its sign hang to
    /// the left, so that the last digit but one, or the only one, stands in the middle.
    pub fn text_x(&self, len: usize) -> i32 {
        self.x + self.centre.x as i32 - len as i32 / 2
    }

    /// The height of a half block.
    pub fn pixel(&self) -> f32 {
        self.aspect / 2.0
    }

    /// Where the left top corner of the screen's cell `x`, `y` lies, in units.
    pub fn place(&self, x: u16, y: u16) -> (f32, f32) {
        (
            (i32::from(x) - self.x) as f32,
            (i32::from(y) - self.y) as f32 * self.aspect,
        )
    }

    /// The cell of the screen at `angle` and `radius` from the middle.
    pub fn cell_at(&self, angle: f32, radius: f32) -> (i32, i32) {
        let p = self.centre.plus(direction(angle), radius);
        (
            self.x + p.x.floor() as i32,
            self.y + (p.y / self.aspect).floor() as i32,
        )
    }

    /// The vector from the middle of the ring to the middle of the screen's cell `x`, `y`.
    pub fn offset_at(&self, x: u16, y: u16) -> Point {
        let (left, top) = self.place(x, y);
        Point::new(left + 0.5, top + self.pixel()).plus(self.centre, -1.0)
    }
}
