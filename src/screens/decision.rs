//! A decision: its text, and each raised mark as a question to it, with the selected mark beside them.

use super::{
    Outcome, Route, Screen,
    action::Action,
    beside::Beside,
    list::List,
    mark_box,
    rose::{self, Stand},
    scope::Scope,
    state::State,
    texts::{Texts, says},
    trail::{Names, Trail, under_home},
};
use crate::core::{dial::DialValue, framework::MarkIndex, session::TextTarget};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// What the framework is for, where it says so.
const DECIDING: &str = "hjælper os som ledere til at træffe nye beslutninger";

/// A decision at its place of the profile's list, counted from 0.
#[derive(Clone, Debug)]
pub struct Decision {
    at: usize,
    list: List,
}

impl Decision {
    /// The decision at this place.
    pub fn new(at: usize) -> Self {
        Self {
            at,
            list: List::default(),
        }
    }

    /// The texts that can be written, in the order of the page: the decision, and an answer of each mark that is turned up
    /// or has one.
    fn texts(&self, state: &State) -> Vec<TextTarget> {
        let Some(decision) = state.profile().decisions.get(self.at) else {
            return Vec::new();
        };
        let asked = |mark: &MarkIndex| {
            let answered = decision.answers.contains_key(&state.framework.mark(*mark).id);
            answered || state.value(*mark) > DialValue::NEUTRAL
        };
        let marks = state.framework.mark_indices().filter(asked);
        let answers = marks.map(|mark| TextTarget::Answer(self.at, mark));
        std::iter::once(TextTarget::Decision(self.at))
            .chain(answers)
            .collect()
    }
}

impl Screen for Decision {
    fn scope(&self) -> Scope {
        Scope::Decision
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let words = state.text().bearings;
        let parts = [
            (Role::Muted, words.decisions.into()),
            (Role::Strong, words.decision.into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Open => {
                let text = self.texts(state).into_iter().nth(self.list.selected);
                let text = text.unwrap_or(TextTarget::Decision(self.at));
                return Outcome::Go(Route::Note(text));
            }
            Action::Delete => {
                let deed = state.session.delete_decision(self.at);
                if state.did(deed).is_some() {
                    state.message = Some(state.text().bearings.decision_deleted.to_owned());
                    return Outcome::Back;
                }
            }
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = rooms(body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().bearings.decision)]);
        match self.texts(state).get(self.list.selected) {
            Some(TextTarget::Answer(_, mark)) => mark_box::draw(state, look, frame, &rooms, *mark),
            // the decision itself: all that it is held against
            _ => {
                let title = [(Role::Strong, state.text().rose)];
                if let Some(area) = rooms.frame_other(look, frame, &title) {
                    let stands = |mark| Stand {
                        selected: false,
                        ..Stand::now(state, mark)
                    };
                    frame.render_widget(rose::picture(state, look, stands), area);
                }
            }
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        rooms(body).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let seen = rooms(state.body()).is_seen();
        let mut page = Page::new(width);
        let words = state.text().bearings;
        let mut texts = Texts::new(state, self.list.selected);
        if let Some(decision) = state.profile().decisions.get(self.at) {
            page.paragraph(Role::Muted, &state.text().date(decision.at.date()), 0);
        }
        for subject in self.texts(state) {
            let TextTarget::Answer(_, mark) = subject else {
                texts.put(&mut page, words.decision, &subject, Role::Accent, width);
                page.blank();
                page.paragraph(Role::Strong, words.held_against, 0);
                if says(&state.framework, DECIDING) {
                    page.paragraph(Role::Notice, &state.text().mirror.quoted(DECIDING), 0);
                }
                continue;
            };
            page.blank();
            let field = state.framework.field_of(mark).get();
            let value = state.value(mark);
            let done = if state.session.written(&subject).is_empty() {
                "[ ]"
            } else {
                "[x]"
            };
            page.paragraph(
                Role::Field(field),
                &format!("{done} {}  {value}", state.mark_title(mark)),
                0,
            );
            if !seen {
                page.paragraph(Role::Muted, state.level_text(mark, state.own_level()), 4);
            }
            texts.put(&mut page, words.answer, &subject, Role::Field(field), width);
        }
        if texts.count < 2 {
            page.blank();
            page.paragraph(Role::Muted, words.none_raised, 0);
        }
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn is_there(&self, state: &State) -> bool {
        self.at < state.profile().decisions.len()
    }
}

/// Where the texts and the selected mark stand.
fn rooms(body: Rect) -> Beside {
    Beside::of(body, |_| usize::MAX)
}
