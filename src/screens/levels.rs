//! One level through the marks of a field or all of them, as a page to read.

use super::{
    Outcome, Route, Screen,
    action::Action,
    list::{self, List},
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, under_home},
};
use crate::core::framework::{FieldIndex, MarkIndex};
use crate::ui::{
    page::{Page, wrap_title},
    theme::Role,
};
use std::{borrow::Cow, cmp::Reverse};

/// Cells before each line of a mark: the bar of the selected one, and its value.
const GUTTER: usize = 5;

/// The level view. The selected entry is the selected mark.
#[derive(Clone, Debug)]
pub struct Levels {
    field: Option<FieldIndex>,
    level: usize,
    raised_first: bool,
    scroll: usize,
}

impl Levels {
    /// One level, counted from 0, of a field or of all; in the document's order or the raised marks first.
    pub fn new(field: Option<FieldIndex>, level: usize, raised_first: bool) -> Self {
        Self {
            field,
            level,
            raised_first,
            scroll: 0,
        }
    }

    /// The marks in the order they are shown.
    fn marks(&self, state: &State) -> Vec<MarkIndex> {
        let mut marks: Vec<MarkIndex> = match self.field {
            Some(field) => state.framework.marks_of(field).collect(),
            None => state.framework.mark_indices().collect(),
        };
        if self.raised_first {
            marks.sort_by_key(|mark| Reverse(state.value(*mark)));
        }
        marks
    }
}

impl Screen for Levels {
    fn scope(&self) -> Scope {
        Scope::Levels
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let text = state.text();
        let level = state.level_names().get(self.level);
        let whole = match self.field {
            Some(field) => {
                let field_role = Role::Field(field.get());
                (field_role, Cow::from(field_name(state, field, names)))
            }
            None => (Role::Muted, text.all_fields(state.framework.field_count()).into()),
        };
        let level = (Role::Strong, level.map_or("", String::as_str).into());
        let mut trail = under_home(state, [whole, level]);
        if self.raised_first {
            trail.push((Role::Muted, " · ".into()));
            trail.push((Role::Muted, text.raised_first.into()));
        }
        trail
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left => self.level = self.level.saturating_sub(1),
            Action::Right => {
                let last = state.framework.levels.len().saturating_sub(1);
                self.level = (self.level + 1).min(last);
            }
            Action::Levels => {
                self.field = match self.field {
                    Some(_) => None,
                    None => Some(state.field()),
                }
            }
            Action::Order => self.raised_first = !self.raised_first,
            Action::Open => return Outcome::Go(Route::Mark),
            action => return self.walk(action, state),
        }
        self.settle(state);
        Outcome::Done
    }

    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        list::read_to_the_end(self, state)
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        if state.rendering().is_some() {
            page.paragraph(Role::Unofficial, state.text().unofficial_beside, 0);
            page.blank();
        }
        let mut field_before = None;
        for mark in self.marks(state) {
            let field = state.framework.field_of(mark);
            if !self.raised_first && self.field.is_none() && field_before != Some(field) {
                if field_before.is_some() {
                    page.blank();
                }
                page.paragraph(Role::Field(field.get()), state.field_title(field), 0);
                page.blank();
            }
            field_before = Some(field);
            let mut entry = Page::new(width.saturating_sub(1));
            let title = wrap_title(
                state.mark_title(mark),
                usize::from(width).saturating_sub(GUTTER + 1),
            );
            for (row, line) in title.into_iter().enumerate() {
                let value = if row == 0 {
                    format!("{:>3} ", state.value(mark))
                } else {
                    "    ".into()
                };
                entry.line([(Role::Field(field.get()), value), (Role::Strong, line)]);
            }
            entry.paragraph(Role::Text, state.level_text(mark, self.level), GUTTER - 1);
            let end = page.lines.len() + entry.lines.len() - 1;
            if self.level == state.own_level() {
                page.own_ends.push((mark, end));
            }
            if let Some(english) = state.english_mark(mark) {
                let text = english.levels.get(self.level).map_or("", String::as_str);
                entry.paragraph(Role::Unofficial, text, GUTTER - 1);
            }
            page.entry(entry, Role::Field(field.get()), mark == state.cursor);
            page.blank();
        }
        page.lines.pop();
        page
    }

    /// The selected mark is selected.
    fn list(&self, state: &State) -> List {
        let marks = self.marks(state);
        List {
            selected: marks.iter().position(|mark| *mark == state.cursor).unwrap_or(0),
            scroll: self.scroll,
        }
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        self.scroll = list.scroll;
        if let Some(mark) = self.marks(state).get(list.selected) {
            state.cursor = *mark;
        }
    }
}
