//! What keys and the mouse of crossterm do to a dial.
//!
//! It owns the rules from an event to a new value, and what a drag has to remember. It reads no clock: the caller says
//! what time it is.

use std::time::Duration;

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui_core::layout::Rect;

use super::geometry::{Form, Geometry, Part, REACH};
use super::{Dial, DialState};

/// The longest time between the presses of a double click.
pub const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// A scale of more steps than this has a coarse and a fine way of turning; any other has only the fine one.
const FINE_ABOVE: u32 = 100;

/// How much slower the fine way turns along the ring.
const FINE: f32 = 0.1;

/// What an event did to a dial. The value is in the [`DialState`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DialEvent {
    /// It was turned at once. At an end of its scale it may have the value that it had.
    Turned,
    /// A drag begins, the value is as before. Until [`DialEvent::DragEnded`] all is one change. It ends any drag before
    /// it.
    DragStarted,
    /// The drag has come to another value.
    Dragged,
    /// The drag is over.
    DragEnded,
}

impl Dial<'_> {
    /// Turns the dial by a key; `None` where the key is not one of a dial's.
    ///
    /// | keys | |
    /// | --- | --- |
    /// | Up, Right, `+`, `=` | one step up |
    /// | Down, Left, `-` | one step down |
    /// | PgUp, PgDn | a tenth of the scale, two steps at least |
    /// | Home, End | the least, the greatest value |
    /// | Delete, `0` | neutral |
    ///
    /// ```
    /// use ratatui::crossterm::event::{KeyCode, KeyEvent};
    /// use ratatui_dial::{Dial, DialEvent, DialState, Scale};
    ///
    /// let dial = Dial::new(Scale::bipolar(-5, 5));
    /// let mut state = DialState::new(3);
    /// let event = dial.handle_key(KeyEvent::from(KeyCode::Up), &mut state);
    /// assert_eq!((event, state.value()), (Some(DialEvent::Turned), 4));
    /// ```
    pub fn handle_key(&self, key: KeyEvent, state: &mut DialState) -> Option<DialEvent> {
        // AltGr arrives as Control and Alt on some systems, and no key of a dial needs it.
        let chord = key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER);
        if key.kind == KeyEventKind::Release || chord {
            return None;
        }
        let page = i32::try_from(self.scale.steps() / 10).unwrap_or(i32::MAX).max(2);
        let by = |steps: i32| self.scale.clamp(state.value()).saturating_add(steps);
        let value = match key.code {
            KeyCode::Up | KeyCode::Right | KeyCode::Char('+' | '=') => by(1),
            KeyCode::Down | KeyCode::Left | KeyCode::Char('-') => by(-1),
            KeyCode::PageUp => by(page),
            KeyCode::PageDown => by(-page),
            KeyCode::Home => self.scale.min(),
            KeyCode::End => self.scale.max(),
            KeyCode::Delete | KeyCode::Char('0') => self.scale.neutral(),
            _ => return None,
        };
        Some(self.turn(value, state))
    }

    /// Turns the dial by the mouse, where it is drawn in `area`; `None` where the event is none of this dial's.
    /// `now` is the time since any fixed moment.
    ///
    /// The wheel turns a focused dial under the pointer. A press begins a drag: along the ring or the line to where it
    /// points, or up and down from the middle, a step a row. A second press in the same cell within [`DOUBLE_CLICK`]
    /// turns to neutral. On a scale of more than 100 steps the right button or Shift turns finely.
    pub fn handle_mouse(
        &self,
        mouse: MouseEvent,
        now: Duration,
        area: Rect,
        state: &mut DialState,
    ) -> Option<DialEvent> {
        let geometry = self.geometry(area);
        let (x, y) = (mouse.column, mouse.row);
        let many = self.scale.steps() > FINE_ABOVE;
        let fine =
            |button| many && (button == MouseButton::Right || mouse.modifiers.contains(KeyModifiers::SHIFT));
        match mouse.kind {
            MouseEventKind::ScrollUp | MouseEventKind::ScrollDown => {
                geometry.part_at(x, y).filter(|_| self.focused)?;
                let coarse = i32::try_from(self.scale.steps() / 50).unwrap_or(i32::MAX);
                let steps = if many && !fine(MouseButton::Left) {
                    coarse
                } else {
                    1
                };
                let steps = if mouse.kind == MouseEventKind::ScrollUp {
                    steps
                } else {
                    -steps
                };
                let value = self.scale.clamp(state.value());
                Some(self.turn(value.saturating_add(steps), state))
            }
            MouseEventKind::Down(button) => {
                let part = geometry.part_at(x, y)?;
                if button == MouseButton::Middle || (button == MouseButton::Right && !many) {
                    return None;
                }
                let first = state.press.take().filter(|_| button == MouseButton::Left);
                if first
                    .is_some_and(|press| press.cell == (x, y) && now.saturating_sub(press.at) <= DOUBLE_CLICK)
                {
                    state.drag = None;
                    return Some(self.turn(self.scale.neutral(), state));
                }
                state.press = (button == MouseButton::Left).then_some(Press {
                    at: now,
                    cell: (x, y),
                });
                let value = self.scale.clamp(state.value());
                state.drag = Some(Drag {
                    button,
                    grip: Grip::new(part, (x, y), fine(button), (self, value), &geometry),
                });
                Some(DialEvent::DragStarted)
            }
            MouseEventKind::Drag(button) => {
                let drag = state.drag.as_mut().filter(|drag| drag.button == button)?;
                state.press = None;
                let position = drag.grip.pull(x, y, fine(button), self, &geometry)?;
                // An `as` from float to integer saturates.
                let value = self.scale.clamp(position.round() as i32);
                (value != state.value()).then(|| {
                    state.set_value(value);
                    DialEvent::Dragged
                })
            }
            MouseEventKind::Up(button) => state
                .drag
                .take_if(|drag| drag.button == button)
                .map(|_| DialEvent::DragEnded),
            // Moved without a button: the release was lost, outside the window for instance.
            MouseEventKind::Moved => state.drag.take().map(|_| DialEvent::DragEnded),
            MouseEventKind::ScrollLeft | MouseEventKind::ScrollRight => None,
        }
    }

    fn turn(&self, value: i32, state: &mut DialState) -> DialEvent {
        state.set_value(self.scale.clamp(value));
        DialEvent::Turned
    }
}

/// The first press of what may become a double click.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Press {
    at: Duration,
    cell: (u16, u16),
}

/// A drag that is under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
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

impl Grip {
    /// Takes hold of `part` at the cell `x`, `y` of a dial at a value.
    fn new(
        part: Part,
        (x, y): (u16, u16),
        fine: bool,
        (dial, value): (&Dial, i32),
        geometry: &Geometry,
    ) -> Self {
        match track_share(x, y, geometry) {
            Some(pointer) if part == Part::Track => {
                // Coarsely the needle comes to the pointer, finely it starts from where it is.
                let needle = if fine {
                    dial.scale.share(value as f32)
                } else {
                    pointer
                };
                Self::Track { pointer, needle }
            }
            _ => Self::Centre {
                row: y,
                position: value as f32,
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
