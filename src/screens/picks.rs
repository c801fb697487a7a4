//! A list to pick from: the documents the selected mark is connected with, or the operations marks it enriches; the mark
//! stands beside it.

use super::{
    Outcome, Screen,
    action::Action,
    beside::Beside,
    list::List,
    mark_box,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, mark_name, under_home},
};
use crate::core::session::Links;
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// A list to pick from, about the selected mark.
#[derive(Clone, Debug)]
pub struct Picks {
    links: Links,
    list: List,
}

impl Picks {
    /// The list of what the selected mark can be linked with.
    pub fn new(links: Links) -> Self {
        Self {
            links,
            list: List::default(),
        }
    }

    /// Where the list and the mark stand.
    fn rooms(&self, state: &State, body: Rect) -> Beside {
        Beside::of(body, |width| self.page(state, width).lines.len())
    }

    /// What it is called.
    fn name(&self, state: &State) -> &'static str {
        let actions = state.text().actions;
        match self.links {
            Links::Documents => actions.documents,
            Links::Enriches => actions.enriches,
        }
    }

    /// Picks what is selected, or leaves it.
    fn pick(&self, state: &mut State) {
        let (mark, links) = (state.cursor, self.links);
        let linkable = state.session.linkable(mark, links);
        if let Some(one) = linkable.get(self.list.selected) {
            let deed = state.session.toggle_link(mark, links, one);
            state.did(deed);
        }
    }
}

impl Screen for Picks {
    fn scope(&self) -> Scope {
        Scope::Picks
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let parts = [
            (Role::Strong, field_name(state, state.field(), names).into()),
            (Role::Text, mark_name(state, names).into()),
            (Role::Strong, self.name(state).into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        if matches!(action, Action::Pick | Action::Open) {
            self.pick(state);
            return Outcome::Done;
        }
        self.walk(action, state)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[]);
        mark_box::draw(state, look, frame, &rooms, state.cursor);
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.rooms(state, body).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        let words = state.text().bearings;
        let field = Role::Field(state.field().get());
        page.paragraph(field, state.mark_title(state.cursor), 0);
        let question = match self.links {
            Links::Documents => words.documents,
            Links::Enriches => words.enriches,
        };
        page.paragraph(Role::Strong, question, 0);
        page.blank();
        let picked = state.session.linked(state.cursor, self.links);
        let linkable = state.session.linkable(state.cursor, self.links);
        for (at, id) in linkable.iter().enumerate() {
            let mark = state
                .framework
                .mark_by_id(id)
                .filter(|_| self.links == Links::Enriches);
            let name = mark.map_or(id.as_str(), |mark| state.mark_title(mark));
            let selected = at == self.list.selected;
            let sign = if picked.iter().any(|one| one == id) {
                "[x]"
            } else {
                "[ ]"
            };
            let mut entry = Page::new(width.saturating_sub(1));
            let role = if selected { Role::Strong } else { Role::Text };
            entry.paragraph(role, &format!("{sign} {name}"), 1);
            page.entry(entry, field, selected);
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
