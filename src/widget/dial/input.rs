//! What keys and the mouse ask of a dial.
//!
//! It owns the rules from an event to a [`Command`], and the little that a drag or a half-typed number has to
//! remember, in plain structs that the caller keeps. It changes no value and reads no clock: the caller carries the
//! commands out and says what time it is.
//!
//! ```
//! use pejl::widget::dial::{Dial, Scale, input};
//! use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
//!
//! let dial = Dial::new(Scale::bipolar(-5, 5)).value(4);
//! let key = KeyEvent::new(KeyCode::Up, KeyModifiers::NONE);
//! let command = input::key(key, &dial, None).unwrap();
//! assert_eq!(command.value(&dial), Some(5));
//! ```

use std::time::Duration;

use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Rect;

use super::geometry::{Form, Geometry, Part, REACH};
use super::{Dial, Scale, State};

/// The longest time between the presses of a double click.
pub const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// A scale of more steps than this has a coarse and a fine way of turning; any other has only the fine one.
pub const FINE_ABOVE: u32 = 100;

/// How much slower the fine way turns along the ring.
const FINE: f32 = 0.1;

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Turn by so many steps.
    Step(i32),
    /// Turn to this value, which lies on the scale.
    To(i32),
    /// A drag begins: what follows until [`Command::End`] is one change. It ends any drag before it.
    Begin,
    /// The drag has come to this value, which lies on the scale.
    Drag(i32),
    /// The drag is over.
    End,
}

impl Command {
    /// The value that the command gives `dial`; `None` where it gives none.
    pub fn value(self, dial: &Dial) -> Option<i32> {
        match self {
            Self::Step(steps) => Some(dial.scale.clamp(dial.value.saturating_add(steps))),
            Self::To(value) | Self::Drag(value) => Some(value),
            Self::Begin | Self::End => None,
        }
    }
}

/// What a key asks of `dial`; nothing of a disabled one.
///
/// Up, Right, `+` and `=` turn one step up; Down, Left and `-` one down; PgUp and PgDn a tenth of the scale, two
/// steps at least; Home and End to the ends; Delete and `0` to neutral. With `typed`, digits and signs gather there
/// to a number instead, which goes off with Enter or as soon as no further digit could belong to it.
pub fn key(key: KeyEvent, dial: &Dial, typed: Option<&mut Typed>) -> Option<Command> {
    // AltGr arrives as Control and Alt on some systems, and no key of a dial needs it.
    let chord = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER);
    if key.kind == KeyEventKind::Release || chord || dial.state == State::Disabled {
        return None;
    }
    if let Some(typed) = typed {
        match key.code {
            KeyCode::Char(char @ ('0'..='9' | '+' | '-' | '\u{2212}')) => {
                return typed.push(char, dial.scale);
            }
            KeyCode::Enter => return typed.take(dial.scale),
            KeyCode::Backspace => {
                typed.pop();
                return None;
            }
            _ => *typed = Typed::default(),
        }
    }
    let page = i32::try_from(dial.scale.steps() / 10).unwrap_or(i32::MAX).max(2);
    Some(match key.code {
        KeyCode::Up | KeyCode::Right | KeyCode::Char('+' | '=') => Command::Step(1),
        KeyCode::Down | KeyCode::Left | KeyCode::Char('-') => Command::Step(-1),
        KeyCode::PageUp => Command::Step(page),
        KeyCode::PageDown => Command::Step(-page),
        KeyCode::Home => Command::To(dial.scale.min()),
        KeyCode::End => Command::To(dial.scale.max()),
        KeyCode::Delete | KeyCode::Char('0') => Command::To(dial.scale.neutral()),
        _ => return None,
    })
}

/// A number that is being typed. Written with `{}` it shows what is there so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Typed {
    negative: Option<bool>,
    magnitude: Option<u32>,
}

impl Typed {
    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn push(&mut self, char: char, scale: Scale) -> Option<Command> {
        let Some(digit) = char.to_digit(10) else {
            // A sign stands before the digits, and a minus only where there is something below 0.
            if self.magnitude.is_none() && (char == '+' || scale.min() < 0) {
                self.negative = Some(char != '+');
            }
            return None;
        };
        let end = if self.negative == Some(true) {
            scale.min().min(0)
        } else {
            scale.max().max(0)
        };
        let most = end.unsigned_abs();
        let magnitude = self
            .magnitude
            .unwrap_or(0)
            .saturating_mul(10)
            .saturating_add(digit);
        if magnitude > most {
            return None;
        }
        self.magnitude = Some(magnitude);
        let complete = magnitude == 0 || magnitude.saturating_mul(10) > most;
        if complete { self.take(scale) } else { None }
    }

    fn pop(&mut self) {
        match self.magnitude {
            Some(magnitude) => self.magnitude = Some(magnitude / 10).filter(|rest| *rest > 0),
            None => self.negative = None,
        }
    }

    /// Empties it, and asks for its number where that lies on the scale.
    fn take(&mut self, scale: Scale) -> Option<Command> {
        let Self { negative, magnitude } = std::mem::take(self);
        let magnitude = i64::from(magnitude?);
        let value = i32::try_from(if negative == Some(true) {
            -magnitude
        } else {
            magnitude
        })
        .ok()?;
        (scale.clamp(value) == value).then_some(Command::To(value))
    }
}

impl std::fmt::Display for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.negative {
            Some(true) => f.write_str("\u{2212}")?,
            Some(false) => f.write_str("+")?,
            None => {}
        }
        self.magnitude
            .map_or(Ok(()), |magnitude| write!(f, "{magnitude}"))
    }
}

/// What the mouse has to remember between its events: one for all dials will do, as there is one mouse.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pointer {
    drag: Option<Drag>,
    press: Option<Press>,
}

impl Pointer {
    /// Whether a drag is under way; the caller then sends the mouse's events to the dial that it began on.
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }
}

/// The first press of what may become a double click.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Press {
    at: Duration,
    cell: (u16, u16),
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    button: MouseButton,
    grip: Grip,
}

/// What a drag has hold of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Grip {
    /// The ring or the line: where the pointer was last, and where the needle is, as shares of the way from -1 to 1.
    /// The needle's share runs on beyond the ends, so that crossing the gap of the ring does not leap from one end
    /// to the other, and coming back the same way leads to the same value.
    Track { pointer: f32, needle: f32 },
    /// The middle, pulled up and down: the last row, and the position in scale units, which runs on as well.
    Centre { row: u16, position: f32 },
}

/// What the mouse asks of `dial`, drawn in `area`; nothing of a disabled one. `now` is the time since any fixed
/// moment.
///
/// The wheel turns a focused dial under the pointer. A press begins a drag: along the ring or the line to where it
/// points, or up and down from the middle, a step a row. A second press in the same cell within [`DOUBLE_CLICK`]
/// turns to neutral. On a scale of more than [`FINE_ABOVE`] steps the right button or Shift turns finely.
pub fn mouse(
    event: MouseEvent,
    now: Duration,
    dial: &Dial,
    area: Rect,
    pointer: &mut Pointer,
) -> Option<Command> {
    if dial.state == State::Disabled {
        *pointer = Pointer::default();
        return None;
    }
    let geometry = dial.geometry(area);
    let (x, y) = (event.column, event.row);
    let many = dial.scale.steps() > FINE_ABOVE;
    let fine =
        |button| many && (button == MouseButton::Right || event.modifiers.contains(KeyModifiers::SHIFT));
    match event.kind {
        MouseEventKind::ScrollUp | MouseEventKind::ScrollDown => {
            geometry.part_at(x, y).filter(|_| dial.state == State::Focused)?;
            let coarse = i32::try_from(dial.scale.steps() / 50).unwrap_or(i32::MAX);
            let steps = if many && !fine(MouseButton::Left) {
                coarse
            } else {
                1
            };
            Some(Command::Step(if event.kind == MouseEventKind::ScrollUp {
                steps
            } else {
                -steps
            }))
        }
        MouseEventKind::Down(button) => {
            let part = geometry.part_at(x, y)?;
            if button == MouseButton::Middle || (button == MouseButton::Right && !many) {
                return None;
            }
            let first = pointer.press.take().filter(|_| button == MouseButton::Left);
            if first.is_some_and(|press| press.cell == (x, y) && now.saturating_sub(press.at) <= DOUBLE_CLICK)
            {
                pointer.drag = None;
                return Some(Command::To(dial.scale.neutral()));
            }
            pointer.press = (button == MouseButton::Left).then_some(Press {
                at: now,
                cell: (x, y),
            });
            pointer.drag = Some(Drag {
                button,
                grip: Grip::new(part, x, y, fine(button), dial, &geometry),
            });
            Some(Command::Begin)
        }
        MouseEventKind::Drag(button) => {
            let drag = pointer.drag.as_mut().filter(|drag| drag.button == button)?;
            pointer.press = None;
            let position = drag.grip.pull(x, y, fine(button), dial, &geometry)?;
            // An `as` from float to integer saturates.
            let value = dial.scale.clamp(position.round() as i32);
            (value != dial.value).then_some(Command::Drag(value))
        }
        MouseEventKind::Up(button) => pointer
            .drag
            .take_if(|drag| drag.button == button)
            .map(|_| Command::End),
        // Moved without a button: the release was lost, outside the window for instance.
        MouseEventKind::Moved => pointer.drag.take().map(|_| Command::End),
        MouseEventKind::ScrollLeft | MouseEventKind::ScrollRight => None,
    }
}

impl Grip {
    fn new(part: Part, x: u16, y: u16, fine: bool, dial: &Dial, geometry: &Geometry) -> Self {
        match track_share(x, y, geometry) {
            Some(pointer) if part == Part::Track => {
                // Coarsely the needle comes to the pointer, finely it starts from where it is.
                let needle = if fine {
                    dial.scale.share(dial.value as f32)
                } else {
                    pointer
                };
                Self::Track { pointer, needle }
            }
            _ => Self::Centre {
                row: y,
                position: dial.value as f32,
            },
        }
    }

    /// Follows the pointer to the cell `x`, `y`, and says which position that gives; `None` where the cell points
    /// nowhere.
    fn pull(&mut self, x: u16, y: u16, fine: bool, dial: &Dial, geometry: &Geometry) -> Option<f32> {
        match self {
            Self::Track { pointer, needle } => {
                let now = track_share(x, y, geometry)?;
                let mut moved = now - *pointer;
                if let Form::Ring(_) = geometry.form() {
                    // Of the two ways round, the shorter is the one that was taken.
                    const TURN: f32 = 360.0 / REACH;
                    moved -= (moved / TURN).round() * TURN;
                }
                *pointer = now;
                *needle += if fine { moved * FINE } else { moved };
                Some(dial.scale.position(*needle))
            }
            Self::Centre { row, position } => {
                let many = dial.scale.steps() > FINE_ABOVE;
                let step = if many && !fine {
                    (dial.scale.steps() / 20) as f32
                } else {
                    1.0
                };
                *position += (i32::from(*row) - i32::from(y)) as f32 * step;
                *row = y;
                Some(*position)
            }
        }
    }
}

/// Where the cell `x`, `y` points on the ring or the line, as a share of the way; beyond -1 and 1 in the ring's gap.
fn track_share(x: u16, y: u16, geometry: &Geometry) -> Option<f32> {
    geometry
        .angle_at(x, y)
        .map(|angle| angle / REACH)
        .or_else(|| geometry.share_at(x))
}

#[cfg(test)]
mod tests;
