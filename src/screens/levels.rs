//! One level through the marks of a field or all of them, as a page to read: in two columns where it is wide, as the grid of
//! the fields has them.

use super::{
    Outcome, Route, Screen, Target,
    action::Action,
    layout::MEASURE,
    list::{self, List},
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, under_home},
};
use crate::core::framework::{FieldIndex, MarkIndex};
use crate::text::capital;
use crate::ui::{
    page::{Page, wrap_title},
    theme::Role,
};
use ratatui::layout::{Position, Rect};
use std::{borrow::Cow, cmp::Reverse};

/// Cells before each line of a mark: the bar of the selected one, and its value.
const GUTTER: usize = 5;

/// Cells between two columns.
const GAP: u16 = 4;

/// The most cells of one of two columns.
const COLUMN: u16 = 80;

/// Rows from which there may be room for more than the one level.
const HIGH: u16 = 40;

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
            None => {
                let all = capital(text.all_fields(state.framework.field_count()));
                (Role::Muted, all.into())
            }
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
            Action::Left | Action::Right => {
                let to = match action {
                    Action::Left => self.level.checked_sub(1),
                    _ => Some(self.level + 1).filter(|to| *to < state.framework.levels.len()),
                };
                match to {
                    Some(to) => self.level = to,
                    None => state.message = Some(state.text().no_further.to_owned()),
                }
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

    fn room(&self, _: &State, body: Rect) -> Rect {
        let most = if self.is_wide(body.width) {
            2 * COLUMN + GAP
        } else {
            MEASURE
        };
        // a column and one of air are the scroll bar's
        let width = (body.width - 1).min(most);
        Rect {
            x: body.x + (body.width - width) / 2,
            width,
            ..body
        }
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let area = self.room(state, body);
        let page = self.page(state, area.width);
        let line = usize::from(at.y.checked_sub(area.y)?) + self.scroll;
        let wide = self.is_wide(area.width);
        let right = wide && at.x >= area.x + (area.width - GAP) / 2 + GAP;
        let rows = self.rows(state, wide);
        let column = |mark: &MarkIndex| rows.iter().any(|row| row[usize::from(right)].contains(mark));
        let marks = self.marks(state).into_iter().zip(&page.anchors).enumerate();
        let over = marks.filter(|(_, (mark, anchor))| column(mark) && **anchor <= line);
        let (entry, _) = over.max_by_key(|(_, (_, anchor))| **anchor)?;
        (area.contains(at) && line < page.lines.len()).then_some(Target::Entry(entry))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let rows = usize::from(state.body().height);
        if self.is_wide(width) && rows >= HIGH.into() {
            let whole = self.set(state, width, true);
            if whole.lines.len() <= rows {
                return whole;
            }
        }
        self.set(state, width, false)
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

impl Levels {
    /// The page; where it is the `whole`, with what each mark is about and the other levels.
    fn set(&self, state: &State, width: u16, whole: bool) -> Page {
        let mut page = Page::new(width);
        if state.rendering().is_some() {
            page.paragraph(Role::Unofficial, state.text().unofficial_beside, 0);
            page.blank();
        }
        let wide = self.is_wide(width);
        let each = if wide { (width - GAP) / 2 } else { width };
        // the line of each mark
        let mut starts: Vec<(MarkIndex, usize)> = Vec::new();
        for row in self.rows(state, wide) {
            let at = page.lines.len();
            let [left, right] = row.map(|marks| {
                let column = self.column(state, &marks, each, whole);
                starts.extend(marks.into_iter().zip(column.anchors.iter().map(|line| at + line)));
                let ends = column.own_ends.iter().map(|(mark, line)| (*mark, at + line));
                page.own_ends.extend(ends);
                column
            });
            page.beside(left, right, (each + GAP).into());
            page.blank();
        }
        page.lines.pop();
        let start = |mark: &MarkIndex| starts.iter().find(|(other, _)| other == mark);
        let anchors = self.marks(state);
        let anchors = anchors.iter().filter_map(start).map(|(_, line)| *line);
        page.anchors = anchors.collect();
        page
    }

    /// Whether a page of so many columns is set in two.
    fn is_wide(&self, width: u16) -> bool {
        width >= 110
    }

    /// What stands side by side, from the top: fields as the grid has them, else the marks in two halves.
    fn rows(&self, state: &State, wide: bool) -> Vec<[Vec<MarkIndex>; 2]> {
        let fields = state.framework.field_indices();
        let marks = self.marks(state);
        if self.raised_first || self.field.is_some() {
            let left = if wide {
                marks.len().div_ceil(2)
            } else {
                marks.len()
            };
            let (left, right) = marks.split_at(left);
            return vec![[left.to_vec(), right.to_vec()]];
        }
        let mut fields: Vec<Vec<MarkIndex>> = fields
            .map(|field| state.framework.marks_of(field).collect())
            .collect();
        if !wide {
            return fields.into_iter().map(|field| [field, Vec::new()]).collect();
        }
        if fields.len() % 2 == 1 {
            fields.push(Vec::new());
        }
        let pairs = fields.chunks(2).map(|pair| [pair[0].clone(), pair[1].clone()]);
        pairs.collect()
    }

    /// These marks one under the other, each an entry; under the name of their field where all fields are shown.
    fn column(&self, state: &State, marks: &[MarkIndex], width: u16, whole: bool) -> Page {
        let mut page = Page::new(width);
        let first = marks
            .first()
            .filter(|_| !self.raised_first && self.field.is_none());
        if let Some(mark) = first {
            let field = state.framework.field_of(*mark);
            page.paragraph(Role::Field(field.get()), state.field_title(field), 0);
            page.blank();
        }
        for mark in marks {
            let field = Role::Field(state.framework.field_of(*mark).get());
            let mut entry = Page::new(width.saturating_sub(1));
            let title = wrap_title(
                state.mark_title(*mark),
                usize::from(width).saturating_sub(GUTTER + 1),
            );
            for (row, line) in title.into_iter().enumerate() {
                let value = match row {
                    0 => format!("{:>3} ", state.value(*mark)),
                    _ => "    ".into(),
                };
                entry.line([(field, value), (Role::Strong, line)]);
            }
            if whole {
                let definition = &state.framework.mark(*mark).definition;
                entry.paragraph(Role::Muted, definition, GUTTER - 1);
            }
            entry.paragraph(Role::Text, state.level_text(*mark, self.level), GUTTER - 1);
            let end = page.lines.len() + entry.lines.len() - 1;
            if self.level == state.own_level() {
                page.own_ends.push((*mark, end));
            }
            let levels = state.level_names().iter().enumerate();
            for (level, name) in levels.filter(|(level, _)| whole && *level != self.level) {
                let text = format!("{name}: {}", state.level_text(*mark, level));
                entry.paragraph(Role::Muted, &text, GUTTER - 1);
                let end = page.lines.len() + entry.lines.len() - 1;
                if level == state.own_level() {
                    page.own_ends.push((*mark, end));
                }
            }
            if let Some(english) = state.english_mark(*mark) {
                let text = english.levels.get(self.level).map_or("", String::as_str);
                entry.paragraph(Role::Unofficial, text, GUTTER - 1);
            }
            page.entry(entry, field, *mark == state.cursor);
            page.blank();
        }
        page.lines.pop();
        page
    }
}
