//! The decisions since the last bearing, newest first.

use super::{
    Outcome, Route, Screen,
    action::Action,
    list::List,
    scope::Scope,
    state::State,
    texts::empty,
    trail::{Names, Trail, under_home},
};
use crate::ui::{page::Page, theme::Role};

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
}

impl Screen for Decisions {
    fn scope(&self) -> Scope {
        Scope::Decisions
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
            (Action::Open | Action::Delete, None) => {}
            (action, _) => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().bearings;
        if state.profile().decisions.is_empty() {
            return empty(words.no_decisions, width);
        }
        let mut page = Page::new(width);
        for (at, decision) in state.profile().decisions.iter().rev().enumerate() {
            let selected = at == self.list.selected;
            let mut entry = Page::new(width.saturating_sub(2));
            let answers = decision
                .answers
                .values()
                .filter(|answer| !answer.is_empty())
                .count();
            let date = state.text().date(decision.at.date());
            entry.line([(Role::Muted, format!(" {date} · {}", words.answers(answers)))]);
            let role = if selected { Role::Strong } else { Role::Text };
            entry.paragraph(role, &decision.text, 1);
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        page.lines.pop();
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}
