//! The team side by side: one line a mark with everyone on its scale, and beside it the selected mark. Owns what each action
//! does there; what is known of colleagues is the state's, and the reading an [`Effect`].

mod page;
mod people;

pub(super) use page::{brackets, detents, fit};

use super::{
    Effect, Outcome, Route, Screen, Target,
    action::Action,
    beside::Beside,
    colleagues::team_line,
    layout,
    list::{List, value_at},
    marks,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{sanitise::clean, team::Leader};
use crate::ui::{
    Look,
    page::{Page, cut},
    panel::{self, Panel},
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// The team. The selected line is that of the selected mark, or of a person.
#[derive(Clone, Debug, Default)]
pub struct Team {
    list: List,
    /// The list of people, where they are shown in the place of the marks.
    people: Option<List>,
}

impl Team {
    /// Shows people in the place of marks, or marks again.
    fn turn_over(&mut self, state: &mut State) {
        self.people = match self.people {
            Some(_) => None,
            None if state.team.hide_names => {
                state.message = Some(state.text().team.hidden.to_owned());
                None
            }
            None => Some(List::default()),
        };
    }

    /// The person that is selected, where people are shown.
    fn person<'a>(&self, state: &'a State) -> Option<&'a Leader> {
        let list = self.people?;
        people::shown(state).nth(list.selected)
    }

    /// Lays the selected person over the reader.
    fn lay_over(&self, state: &mut State) -> Outcome {
        match self.person(state).cloned() {
            Some(leader) if leader.you => state.message = Some(state.text().team.yourself.to_owned()),
            Some(leader) => return Outcome::Go(Route::Two(Box::new(leader))),
            None => {}
        }
        Outcome::Done
    }

    /// Whom it looks at, or in which order, has changed.
    fn refresh(&mut self, state: &mut State) -> Outcome {
        state.team.refresh(&state.framework);
        self.settle(state);
        Outcome::Done
    }
}

/// Asks for the folder.
pub fn ask_folder(state: &State) -> Route {
    Route::Prompt(Ask::Team, team_line(&state.preferences.team))
}

impl Screen for Team {
    fn scope(&self) -> Scope {
        Scope::Team
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().export.team.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left
            | Action::Right
            | Action::Levels
            | Action::Unit
            | Action::HideNames
            | Action::Next
            | Action::Previous
                if !is_shown(state) =>
            {
                state.message = Some(state.text().team.nobody_here.to_owned());
                return Outcome::Done;
            }
            Action::ReadAgain if state.preferences.team.is_empty() => {
                state.message = Some(state.text().team.nobody_here.to_owned());
                return Outcome::Done;
            }
            Action::Left => state.team.cycle_order(-1),
            Action::Right => state.team.cycle_order(1),
            Action::Levels => state.team.next_level(state.framework.levels.len()),
            Action::Unit if state.team.team.is_none() => return Outcome::Done,
            Action::Unit => {
                if !state.team.next_unit() {
                    state.message = Some(state.text().team.no_units.to_owned());
                }
            }
            Action::HideNames => match state.team.toggle_names() {
                Ok(()) => self.people = None,
                Err(fault) => state.refused(&fault),
            },
            Action::Next | Action::Previous => self.turn_over(state),
            Action::Open | Action::Compare if self.people.is_some() => return self.lay_over(state),
            Action::ReadAgain => return Outcome::Do(Effect::ReadTeam),
            Action::Share | Action::TakeBack if state.preferences.team.is_empty() => {
                return Outcome::Go(ask_folder(state));
            }
            Action::Share if !state.team.told && state.team.own_share().is_none() => {
                state.tell_what_is_shared();
                return Outcome::Done;
            }
            Action::Share => return Outcome::Do(Effect::Share(None)),
            Action::TakeBack => return Outcome::Do(Effect::TakeBack),
            Action::Open if !is_shown(state) => return Outcome::Go(ask_folder(state)),
            Action::Open => return Outcome::Go(Route::TeamMark),
            action => return self.walk(action, state),
        }
        self.refresh(state)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let title = [(Role::Strong, state.text().export.team)];
        if !is_shown(state) {
            card(state, body).frame_list(look, frame, &title);
            return Some(self.draw_page(state, look, frame, body));
        }
        let room = room(body, state.framework.mark_count());
        if let Some(area) = room.framed {
            Panel::new(&title).draw(look, frame, area);
        }
        let head = match self.people {
            Some(_) => page::people_head(state, room.list.width),
            None => page::head(state, room.list.width),
        };
        frame.render_widget(look.text(&head, 0, room.head.height), room.head);
        if let Some(list) = self.people {
            if let (Some(leader), Some(area)) = (self.person(state), room.boxed) {
                let title = [(Role::Strong, &*cut(&clean(&leader.name), 40))];
                let inner = Panel::new(&title).draw(look, frame, area);
                let page = people::person(state, leader, inner.width);
                frame.render_widget(look.text(&page, 0, inner.height), inner);
            }
            let page = self.page(state, room.list.width);
            return Some(list.draw(look, frame, room.list, &page));
        }
        if let Some(area) = room.boxed {
            let field = Role::Field(state.field().get());
            let name = cut(
                state.mark_title(state.cursor),
                usize::from(area.width).saturating_sub(6),
            );
            Panel::new(&[(field, &*name)]).draw(look, frame, area);
        }
        if let Some(area) = room.detail {
            let detail = page::detail(state, area.width, area.height, room.boxed.is_none());
            frame.render_widget(look.text(&detail, 0, area.height), area);
            // and the reader's own dial, where there is room
            let used = (detail.lines.len() as u16 + 1).min(area.height);
            let left = area.height - used;
            if let Some((width, height)) =
                layout::dial_size(area.width, left).filter(|_| !detail.lines.is_empty())
            {
                let x = area.x + (area.width - width) / 2;
                let dial = Rect::new(x, area.y + used, width, height);
                marks::dial(state, look, frame, state.cursor, dial);
            }
        }
        Some(self.draw_page(state, look, frame, body))
    }

    /// The order in its signs, or a mark.
    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let head = room(body, state.framework.mark_count()).head;
        if !is_shown(state) || self.people.is_some() || !head.contains(at) {
            return self.hit_page(state, body, at);
        }
        let page = page::head(state, head.width);
        let line = page.lines.get(usize::from(at.y - head.y))?;
        let action = value_at(line, usize::from(at.x - head.x))?;
        Some(Target::Action(self.list(state).selected, action))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        match is_shown(state) {
            true => room(body, state.framework.mark_count()).list,
            false => card(state, body).list,
        }
    }

    fn page(&self, state: &State, width: u16) -> Page {
        match self.people {
            Some(list) => people::page(state, width, list),
            None => page::list(state, width),
        }
    }

    /// The line of the selected mark is selected.
    fn list(&self, state: &State) -> List {
        if let Some(people) = self.people {
            return people;
        }
        let rows = &state.team.view.rows;
        let at = rows.iter().position(|row| row.mark == state.cursor);
        List {
            selected: at.unwrap_or(0),
            ..self.list
        }
    }

    /// The mark of the selected line is the selected mark.
    fn set_list(&mut self, list: List, state: &mut State) {
        if self.people.is_some() {
            self.people = Some(list);
            return;
        }
        self.list = list;
        if let Some(row) = state.team.view.rows.get(list.selected) {
            state.cursor = row.mark;
        }
    }
}

/// True where there are colleagues to show, or may be soon.
fn is_shown(state: &State) -> bool {
    match &state.team.team {
        Some(team) => !team.leaders.is_empty(),
        None => !state.preferences.team.is_empty(),
    }
}

/// Where what the team is stands while nobody is in it.
fn card(state: &State, body: Rect) -> Beside {
    Beside::card(body, |width| page::list(state, width).lines.len())
}

/// Where the team stands: a list of marks, and the selected one beside or under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    /// The box around head and list, where there is one.
    framed: Option<Rect>,
    /// Who is looked at, and the numbers of the scale.
    head: Rect,
    /// The marks.
    list: Rect,
    /// The box around the selected mark, where there is one; its name stands in the border.
    boxed: Option<Rect>,
    /// The selected mark, where there is room for it.
    detail: Option<Rect>,
}

/// The rooms in `body`, with so many marks.
fn room(body: Rect, marks: usize) -> Room {
    const HEAD: u16 = 2;
    /// The least body in which the two stand beside each other in boxes, columns and rows.
    const WIDE: (u16, u16) = (94, 14);
    const LEAST_LIST: u16 = 60;
    const MOST_LIST: u16 = 128;
    let headed = |area: Rect| {
        let head = Rect {
            height: HEAD.min(area.height),
            ..area
        };
        let list = Rect {
            y: area.y + head.height,
            height: area.height - head.height,
            ..area
        };
        (head, list)
    };
    if body.width >= WIDE.0 && body.height >= WIDE.1 {
        let width = (LEAST_LIST + (body.width - WIDE.0) / 2).min(MOST_LIST);
        let framed = Rect { width, ..body };
        let boxed = Rect {
            x: body.x + width + 1,
            width: body.width - width - 1,
            ..body
        };
        let (head, list) = headed(panel::inner(framed));
        return Room {
            framed: Some(framed),
            head,
            list,
            boxed: Some(boxed),
            detail: Some(panel::inner(boxed)),
        };
    }
    const LEAST_ROWS: u16 = 4;
    let (head, list) = headed(Rect {
        width: body.width.saturating_sub(1),
        ..body
    });
    let rows = marks as u16 + 1;
    let detail = list.height.checked_sub(rows).filter(|rest| *rest >= LEAST_ROWS);
    let detail = detail.map(|height| Rect {
        y: list.y + rows,
        height,
        ..list
    });
    Room {
        framed: None,
        head,
        list: match detail {
            Some(_) => Rect {
                height: rows - 1,
                ..list
            },
            None => list,
        },
        boxed: None,
        detail,
    }
}
