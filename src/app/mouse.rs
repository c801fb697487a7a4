//! What the mouse does: it points at what `layout` has put there. Owns the way from a cell to what stands in it; the
//! rules of turning a dial by mouse are the dial's own.

use super::{App, draw::bars};
use crate::core::{dial::DialValue, framework::MarkIndex, session::Turn};
use crate::screens::action::Action;
use crate::screens::{Effect, Target, scale, scope::Scope};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};
use ratatui_dial::{DOUBLE_CLICK, Dial, DialEvent, DialState};
use std::time::Duration;

/// What is clicked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Click {
    /// Something on the screen.
    On(Target),
    /// A hint or what is said under the screen, and what it does.
    Hint(Action),
}

/// What is remembered between the mouse's events.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mouse {
    /// The dial that the last event was for.
    dial: DialState,
    /// The dial that is being dragged, where it is drawn, and where it stood before.
    dragged: Option<(MarkIndex, Rect, DialValue)>,
    /// When and on what the last click was.
    clicked: Option<(Duration, Click)>,
}

impl App {
    /// Takes an event of the mouse in; `now` is the time since the program started.
    pub fn mouse(&mut self, event: MouseEvent, now: Duration) -> Effect {
        if let Some((mark, area, _)) = self.mouse.dragged {
            self.turn_by_mouse(event, now, mark, area);
            return Effect::None;
        }
        let at = Position::new(event.column, event.row);
        let pressed = event.kind == MouseEventKind::Down(MouseButton::Left);
        if let Some(crumb) = self.crumb_under(at).filter(|_| pressed) {
            self.state.message = None;
            return self.go_to_crumb(&crumb);
        }
        let target = match self.action_under(at) {
            Some(action) => Some(Click::Hint(action)),
            None => self.target(at).map(Click::On),
        };
        match (event.kind, target) {
            (MouseEventKind::Down(MouseButton::Left), Some(target)) => return self.click(event, now, target),
            (
                MouseEventKind::ScrollUp | MouseEventKind::ScrollDown,
                Some(Click::On(Target::Dial(mark, area))),
            ) => {
                self.turn_by_mouse(event, now, mark, area);
            }
            (MouseEventKind::ScrollUp, _) => self.scroll_by(-WHEEL),
            (MouseEventKind::ScrollDown, _) => self.scroll_by(WHEEL),
            _ => {}
        }
        Effect::None
    }

    /// A press of the left button selects; the second in time opens, or turns a dial to neutral.
    fn click(&mut self, event: MouseEvent, now: Duration, click: Click) -> Effect {
        self.state.message = None;
        let again = self
            .mouse
            .clicked
            .take_if(|(at, on)| *on == click && now.saturating_sub(*at) <= DOUBLE_CLICK);
        let target = match click {
            Click::Hint(action) => return self.act(action),
            Click::On(target) => target,
        };
        match target {
            Target::Field(field) if field != self.state.field() => self.state.go_field(field),
            Target::Mark(mark) | Target::Dial(mark, _) if mark != self.state.cursor => {
                self.state.cursor = mark
            }
            Target::Entry(entry) => self.select(entry),
            Target::Action(entry, action) => {
                self.select(entry);
                return self.act(action);
            }
            Target::Field(_) | Target::Mark(_) | Target::Dial(..) => {}
        }
        if let Target::Dial(mark, area) = target {
            self.turn_by_mouse(event, now, mark, area);
        } else if again.is_some() {
            return self.act(Action::Open);
        } else {
            self.mouse.clicked = Some((now, click));
        }
        Effect::None
    }

    fn turn_by_mouse(&mut self, event: MouseEvent, now: Duration, mark: MarkIndex, area: Rect) {
        let value = self.state.value(mark);
        // at home the field is what is selected, with all its dials
        let state = &self.state;
        let selected = match self.scope() {
            Scope::Home => state.framework.field_of(mark) == state.field(),
            _ => mark == state.cursor,
        };
        let dial = Dial::new(scale()).focused(selected).aspect(self.state.aspect);
        let state = &mut self.mouse.dial;
        state.set_value(value.get().into());
        let Some(event) = dial.handle_mouse(event, now, area, state) else {
            return;
        };
        let to = DialValue::new(state.value().into()).unwrap_or(value);
        match event {
            DialEvent::Turned => {
                self.mouse.dragged = None;
                let deed = self.state.session.turn([mark], Turn::To(to));
                self.state.did(deed);
            }
            DialEvent::DragStarted => self.mouse.dragged = Some((mark, area, value)),
            DialEvent::Dragged => self.state.session.preview(mark, to),
            DialEvent::DragEnded => {
                if let Some((_, _, before)) = self.mouse.dragged.take() {
                    self.state.session.commit(mark, before);
                }
            }
        }
    }

    /// The part of the trail at this cell, where it leads anywhere.
    fn crumb_under(&self, at: Position) -> Option<String> {
        let header = self.state.frame()?.header;
        header.contains(at).then(|| bars::crumb_at(self, header, at.x))?
    }

    /// What the hint at this cell does, the profile's name on top, or what is said there.
    fn action_under(&self, at: Position) -> Option<Action> {
        let parts = self.state.frame()?;
        if parts.header.contains(at) {
            let free = !self.scope().is_text() && !self.scope().is_welcome();
            return (free && bars::is_name_at(self, parts.header, at.x)).then_some(Action::Profiles);
        }
        match parts.hints.contains(at) {
            true => self.hint_at(parts.hints, at.x),
            false => self.said_at(&parts, at),
        }
    }

    /// What stands at this cell.
    fn target(&self, at: Position) -> Option<Target> {
        let body = self.state.frame()?.body;
        self.screen().hit(&self.state, body, at)
    }

    /// Selects an entry of the list on the screen.
    fn select(&mut self, entry: usize) {
        let (state, screens) = (&mut self.state, &mut self.screens);
        screens
            .last_mut()
            .expect("home is never left")
            .select(entry, state);
    }

    /// Scrolls the screen by so many rows.
    fn scroll_by(&mut self, rows: isize) {
        let (state, screens) = (&mut self.state, &mut self.screens);
        screens
            .last_mut()
            .expect("home is never left")
            .scroll_by(rows, state);
    }
}

/// Rows that a turn of the wheel scrolls.
const WHEEL: isize = 3;
