//! The decisions since the last bearing, newest first, and the selected one beside them.

use super::{
    Outcome, Route, Screen,
    action::Action,
    beside::Beside,
    list::List,
    rose::{self, Stand},
    scope::Scope,
    state::State,
    texts::empty,
    trail::{Names, Trail, under_home},
};
use crate::core::{profile::Decision, sanitise::clean};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Lines of a decision's text in the list where the whole of it stands beside.
const SHOWN: usize = 2;
/// The least rows of the rose under a decision.
const LEAST_ROSE: u16 = 8;

/// The list of decisions.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    list: List,
}

impl Decisions {
    /// The place of the selected decision in the profile's list.
    fn selected(&self, state: &State) -> Option<usize> {
        state
            .profile()
            .decisions
            .len()
            .checked_sub(1 + self.list.selected)
    }

    /// Where the list and the selected decision stand.
    fn rooms(&self, state: &State, body: Rect) -> Beside {
        let none = state.text().bearings.no_decisions;
        match state.profile().decisions.is_empty() {
            true => Beside::card(body, |width| empty(none, width).lines.len()),
            false => Beside::of(body, |width| self.entries(state, width, true).lines.len()),
        }
    }

    /// Every decision; where the whole of the selected one is `seen` beside the list, with the beginning of its text.
    fn entries(&self, state: &State, width: u16, seen: bool) -> Page {
        let words = state.text().bearings;
        let mut page = Page::new(width);
        for (at, decision) in state.profile().decisions.iter().rev().enumerate() {
            let selected = at == self.list.selected;
            let mut entry = Page::new(width.saturating_sub(2));
            let date = state.text().date(decision.at.date());
            let answers = words.answers(answers(decision).count());
            entry.paragraph(Role::Muted, &format!("{date} · {answers}"), 1);
            let head = entry.lines.len();
            let role = if selected { Role::Strong } else { Role::Text };
            entry.paragraph(role, &decision.text, 1);
            if seen && entry.lines.len() > head + SHOWN {
                entry.lines.truncate(head + SHOWN);
                if let Some(end) = entry.lines.last_mut().and_then(|line| line.last_mut()) {
                    end.text.push('…');
                }
            }
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        page.lines.pop();
        page
    }

    /// Draws the selected decision in its box: its text and what the marks say to it.
    fn draw_selected(&self, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
        let decisions = &state.profile().decisions;
        let Some(decision) = self.selected(state).and_then(|at| decisions.get(at)) else {
            return;
        };
        let date = state.text().date(decision.at.date());
        let title = [(Role::Strong, &*date)];
        if let Some(area) = rooms.frame_other(look, frame, &title) {
            let page = told(decision, state, area.width);
            frame.render_widget(look.text(&page, 0, area.height), area);
            // and what it is held against, where there is room for that
            let used = page.lines.len() as u16 + 1;
            if area.height >= used + LEAST_ROSE {
                let area = Rect {
                    y: area.y + used,
                    height: area.height - used,
                    ..area
                };
                let stands = |mark| Stand {
                    selected: false,
                    ..Stand::now(state, mark)
                };
                frame.render_widget(rose::picture(state, look, stands), area);
            }
        }
    }
}

impl Screen for Decisions {
    fn scope(&self) -> Scope {
        Scope::Decisions
    }

    fn idle(&self, state: &State) -> &'static [Action] {
        match state.profile().decisions.is_empty() {
            // Enter writes the first one
            true => &[Action::Up, Action::Down, Action::Delete],
            false => &[],
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().bearings.decisions.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match (action, self.selected(state)) {
            (Action::Open, Some(at)) => return Outcome::Go(Route::Decision(at)),
            (Action::Delete, Some(at)) => {
                let deed = state.session.delete_decision(at);
                if state.did(deed).is_some() {
                    state.message = Some(state.text().bearings.decision_deleted.to_owned());
                    self.settle(state);
                }
            }
            (Action::Open, None) => return Outcome::Act(Action::NewDecision),
            (Action::Delete, None) => state.message = Some(state.text().bearings.no_decision.to_owned()),
            (action, _) => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().bearings.decisions)]);
        self.draw_selected(state, look, frame, &rooms);
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.rooms(state, body).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        if state.profile().decisions.is_empty() {
            return empty(state.text().bearings.no_decisions, width);
        }
        let seen = self.rooms(state, state.body()).is_seen();
        self.entries(state, width, seen)
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// What marks say to a decision: their ids, and what was written.
fn answers(decision: &Decision) -> impl Iterator<Item = (&String, &String)> {
    decision.answers.iter().filter(|(_, answer)| !answer.is_empty())
}

/// A decision, and what the marks say to it.
fn told(decision: &Decision, state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let text = |page: &mut Page, text: &str| {
        for paragraph in text.lines() {
            page.paragraph(Role::Text, &clean(paragraph), 0);
        }
    };
    text(&mut page, &decision.text);
    for (mark, answer) in answers(decision) {
        page.blank();
        match state.framework.mark_by_id(mark) {
            Some(index) => {
                let field = state.framework.field_of(index).get();
                page.paragraph(Role::Field(field), state.mark_title(index), 0);
            }
            None => page.paragraph(Role::Muted, &clean(mark), 0),
        }
        text(&mut page, answer);
    }
    page
}
