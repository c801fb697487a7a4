//! What the mouse does: it points at what `layout` has put there. Owns the way from a cell to what stands in it; the
//! rules of turning a dial by mouse are the dial's own.

use super::{
    App, Effect,
    action::Action,
    layout,
    screen::{Screen, WelcomeStep},
};
use crate::core::{
    dial::DialValue,
    framework::{FieldIndex, MarkIndex},
    merge::Keep,
    session::Turn,
};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};
use ratatui_dial::{DOUBLE_CLICK, Dial, DialEvent, DialState, Petal, PolarAreaChart, Scale};
use std::time::Duration;

/// What stands in a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// A field.
    Field(FieldIndex),
    /// A mark.
    Mark(MarkIndex),
    /// A mark's dial, and where it is drawn.
    Dial(MarkIndex, Rect),
    /// An entry of a list.
    Entry(usize),
    /// One version of a difference.
    Side(usize, Keep),
    /// A hint, and what it does.
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
    clicked: Option<(Duration, Target)>,
}

/// The scale of every mark's dial.
pub fn scale() -> Scale {
    Scale::bipolar(DialValue::MIN.get().into(), DialValue::MAX.get().into())
}

impl App {
    /// Takes an event of the mouse in; `now` is the time since the program started.
    pub fn mouse(&mut self, event: MouseEvent, now: Duration) -> Effect {
        if let Some((mark, area, _)) = self.mouse.dragged {
            self.turn_by_mouse(event, now, mark, area);
            return Effect::None;
        }
        let at = Position::new(event.column, event.row);
        let target = match self.hint_under(at) {
            Some(action) => Some(Target::Hint(action)),
            // a text that is being written has nothing to point at
            None if self.input().is_some() && !matches!(self.screen(), Screen::Search(_)) => {
                return Effect::None;
            }
            None => self.target(at),
        };
        match (event.kind, target) {
            (MouseEventKind::Down(MouseButton::Left), Some(target)) => return self.click(event, now, target),
            (MouseEventKind::ScrollUp | MouseEventKind::ScrollDown, Some(Target::Dial(mark, area))) => {
                self.turn_by_mouse(event, now, mark, area);
            }
            (MouseEventKind::ScrollUp, _) => self.scroll_by(-WHEEL),
            (MouseEventKind::ScrollDown, _) => self.scroll_by(WHEEL),
            _ => {}
        }
        Effect::None
    }

    /// A press of the left button selects; the second in time opens, or turns a dial to neutral.
    fn click(&mut self, event: MouseEvent, now: Duration, target: Target) -> Effect {
        self.message = None;
        let again = self
            .mouse
            .clicked
            .take_if(|(at, on)| *on == target && now.saturating_sub(*at) <= DOUBLE_CLICK);
        match target {
            Target::Field(field) if field != self.field() => self.go_field(field),
            Target::Mark(mark) | Target::Dial(mark, _) if mark != self.cursor => self.go_mark(mark),
            Target::Entry(entry) => _ = self.select(entry),
            Target::Side(entry, keep) => {
                self.select(entry);
                self.choose_side(keep);
                return Effect::None;
            }
            Target::Hint(action) => return self.act(action),
            Target::Field(_) | Target::Mark(_) | Target::Dial(..) => {}
        }
        if let Target::Dial(mark, area) = target {
            self.turn_by_mouse(event, now, mark, area);
        } else if again.is_some() {
            let lists = matches!(self.screen(), Screen::Search(_));
            return self.act(if lists { Action::Choose } else { Action::Open });
        } else {
            self.mouse.clicked = Some((now, target));
        }
        Effect::None
    }

    fn turn_by_mouse(&mut self, event: MouseEvent, now: Duration, mark: MarkIndex, area: Rect) {
        let value = self.value(mark);
        // at home the field is what is selected, with all its dials
        let selected = match self.screen() {
            Screen::Home => self.framework.field_of(mark) == self.field(),
            _ => mark == self.cursor,
        };
        let dial = Dial::new(scale()).focused(selected).aspect(self.aspect);
        let state = &mut self.mouse.dial;
        state.set_value(value.get().into());
        let Some(event) = dial.handle_mouse(event, now, area, state) else {
            return;
        };
        let to = DialValue::new(state.value().into()).unwrap_or(value);
        match event {
            DialEvent::Turned => {
                self.mouse.dragged = None;
                let deed = self.session.turn([mark], Turn::To(to));
                self.did(deed);
            }
            DialEvent::DragStarted => self.mouse.dragged = Some((mark, area, value)),
            DialEvent::Dragged => self.session.preview(mark, to),
            DialEvent::DragEnded => {
                if let Some((_, _, before)) = self.mouse.dragged.take() {
                    self.session.commit(mark, before);
                }
            }
        }
    }

    /// What the hint at this cell does.
    fn hint_under(&self, at: Position) -> Option<Action> {
        let area = layout::frame(self.size.width, self.size.height)?.hints;
        area.contains(at).then(|| self.hint_at(area, at.x))?
    }

    /// Which version stands in this column of a difference, in its first line or under that.
    fn side_at(&self, body: Rect, x: u16, under: bool) -> Option<Keep> {
        let Screen::Merge(_) = self.screen() else {
            return None;
        };
        let room = layout::merge(body);
        let beside = room.inline || under;
        (beside && x >= room.mine).then_some(if x < room.theirs { Keep::Mine } else { Keep::Theirs })
    }

    /// What stands at this cell.
    fn target(&self, at: Position) -> Option<Target> {
        let body = layout::frame(self.size.width, self.size.height)?.body;
        let in_marks = |marks: &[layout::MarkCell]| {
            let cell = marks
                .iter()
                .find(|cell| cell.area.contains(at) || cell.dial.contains(at))?;
            let on_dial = cell.dial.contains(at);
            Some(if on_dial {
                Target::Dial(cell.mark, cell.dial)
            } else {
                Target::Mark(cell.mark)
            })
        };
        match self.screen() {
            Screen::Home => {
                let home = layout::home(body, &self.framework);
                let field = home.fields.iter().find(|field| field.area.contains(at))?;
                match in_marks(&field.marks) {
                    Some(dial @ Target::Dial(..)) => Some(dial),
                    _ => Some(Target::Field(field.field)),
                }
            }
            Screen::Field => in_marks(&layout::field(body, &self.framework, self.cursor).marks),
            Screen::Welcome(WelcomeStep::Dial) => {
                let dial = layout::mark(body).dial;
                dial.contains(at).then_some(Target::Dial(self.cursor, dial))
            }
            Screen::Mark => {
                let room = layout::mark(body);
                if room.dial.contains(at) {
                    return Some(Target::Dial(self.cursor, room.dial));
                }
                let rows = self.page_in_view().map_or(0, |(page, _)| page.lines.len());
                in_marks(&layout::neighbours(&room, rows, &self.framework, self.cursor))
            }
            Screen::Rose => {
                let room = layout::rose(body, &self.framework);
                if room.rose.contains(at) {
                    let fields = self.framework.fields.iter();
                    let petals = fields.map(|field| vec![Petal::default(); field.marks.len()]);
                    let chart = PolarAreaChart::new(petals).aspect(self.aspect);
                    let petal = chart.petal_at(room.rose, at)?;
                    return self.framework.mark_at(petal).map(Target::Mark);
                }
                let words = room.fields.iter().find(|words| words.area.contains(at))?;
                Some(Target::Field(words.field))
            }
            _ => {
                let (page, area) = self.page_in_view()?;
                let line = usize::from(at.y.checked_sub(area.y)?) + self.place().scroll;
                let inside = area.contains(at) && line < page.lines.len();
                let entry = page.anchors.iter().rposition(|anchor| *anchor <= line)?;
                if !inside || line >= page.end_of(entry) && matches!(self.screen(), Screen::Merge(_)) {
                    return None;
                }
                Some(match self.side_at(body, at.x, line > page.anchors[entry]) {
                    Some(keep) => Target::Side(entry, keep),
                    None => Target::Entry(entry),
                })
            }
        }
    }
}

/// Rows that a turn of the wheel scrolls.
const WHEEL: isize = 3;
