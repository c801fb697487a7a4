//! The team side by side: one line a mark with everyone on its scale, and beside it the selected mark. Owns what each action
//! does there; what is known of colleagues is the state's, and the reading an [`Effect`].

mod page;

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    colleagues::team_line,
    layout,
    list::List,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// The team. The selected line is that of the selected mark.
#[derive(Clone, Debug, Default)]
pub struct Team {
    list: List,
}

impl Team {
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
            Action::Left => state.team.cycle_order(-1),
            Action::Right => state.team.cycle_order(1),
            Action::Levels => state.team.next_level(state.framework.levels.len()),
            Action::Unit if state.team.team.is_none() => return Outcome::Done,
            Action::Unit => {
                if !state.team.next_unit() {
                    state.message = Some(state.text().team.no_units.to_owned());
                }
            }
            Action::HideNames => state.team.hide_names = !state.team.hide_names,
            Action::ReadAgain => return Outcome::Do(Effect::ReadTeam),
            Action::Open if state.preferences.team.is_empty() => return Outcome::Go(ask_folder(state)),
            Action::Open => return Outcome::Go(Route::Mark),
            action => return self.walk(action, state),
        }
        self.refresh(state)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let room = room(body, state.framework.mark_count());
        let head = page::head(state, room.list.width);
        frame.render_widget(look.text(&head, 0, room.head.height), room.head);
        if let Some(area) = room.detail {
            let detail = page::detail(state, area.width, area.height);
            frame.render_widget(look.text(&detail, 0, area.height), area);
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        room(body, state.framework.mark_count()).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        page::list(state, width)
    }

    /// The line of the selected mark is selected.
    fn list(&self, state: &State) -> List {
        let rows = &state.team.view.rows;
        let at = rows.iter().position(|row| row.mark == state.cursor);
        List {
            selected: at.unwrap_or(0),
            ..self.list
        }
    }

    /// The mark of the selected line is the selected mark.
    fn set_list(&mut self, list: List, state: &mut State) {
        self.list = list;
        if let Some(row) = state.team.view.rows.get(list.selected) {
            state.cursor = row.mark;
        }
    }
}

/// Where the team stands: a list of marks, and the selected one beside or under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    /// Who is looked at, and the numbers of the scale.
    head: Rect,
    /// The marks.
    list: Rect,
    /// The selected mark, where there is room for it.
    detail: Option<Rect>,
}

/// The rooms in `body`, with so many marks.
fn room(body: Rect, marks: usize) -> Room {
    const HEAD: u16 = 2;
    const LEAST_LIST: u16 = 64;
    const MOST_LIST: u16 = 124;
    const LEAST_DETAIL: u16 = 30;
    const GAP: u16 = 4;
    let under = Rect {
        y: body.y + HEAD,
        height: body.height.saturating_sub(HEAD),
        ..body
    };
    let beside = body.width.checked_sub(LEAST_LIST + GAP + LEAST_DETAIL);
    let (list, detail) = match beside {
        Some(rest) => {
            let width = (LEAST_LIST + rest / 2).min(MOST_LIST);
            let x = under.x + width + GAP;
            let detail = Rect {
                x,
                width: (under.right() - x).min(layout::MEASURE),
                ..under
            };
            (Rect { width, ..under }, Some(detail))
        }
        None => {
            const LEAST_ROWS: u16 = 4;
            let list = Rect {
                width: under.width.saturating_sub(1),
                ..under
            };
            let rows = marks as u16 + 1;
            match under.height.checked_sub(rows).filter(|rest| *rest >= LEAST_ROWS) {
                Some(height) => {
                    let detail = Rect {
                        y: under.y + rows,
                        height,
                        ..list
                    };
                    let list = Rect {
                        height: rows - 1,
                        ..list
                    };
                    (list, Some(detail))
                }
                None => (list, None),
            }
        }
    };
    let head = Rect {
        y: body.y,
        height: HEAD.min(body.height),
        ..list
    };
    Room { head, list, detail }
}
