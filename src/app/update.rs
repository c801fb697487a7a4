//! What each action does to the state. Owns no keys (`keymap`) and no drawing; what must be done outside the state is
//! returned as an [`Effect`].

use super::{App, LevelView, Place, Screen, action::Action, content, layout, page::Page};
use crate::model::{
    dial::DialValue,
    framework::{FieldIndex, MarkIndex},
    profile::Edit,
};
use ratatui::layout::{Rect, Size};
use std::sync::Arc;

/// What the loop must do after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Leave the program.
    Quit,
    /// Ctrl+C: leave where the one before was less than two seconds ago.
    Interrupt,
}

impl App {
    /// Carries out an action.
    pub fn act(&mut self, action: Action) -> Effect {
        self.message = None;
        match action {
            Action::Up => self.step(0, -1),
            Action::Down => self.step(0, 1),
            Action::Left => self.step(-1, 0),
            Action::Right => self.step(1, 0),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::TurnUp => self.turn(|value| value.turned(1)),
            Action::TurnDown => self.turn(|value| value.turned(-1)),
            Action::ToMin => self.turn(|_| DialValue::MIN),
            Action::ToMax => self.turn(|_| DialValue::MAX),
            Action::Neutral => self.turn(|_| DialValue::NEUTRAL),
            Action::First => self.end(false),
            Action::Last => self.end(true),
            Action::PageUp => self.page(-1),
            Action::PageDown => self.page(1),
            Action::GoField(number) => {
                if let Some(field) = usize::from(number)
                    .checked_sub(1)
                    .and_then(|at| self.framework.field_at(at))
                {
                    self.go_field(field);
                }
            }
            Action::Next => self.through(1),
            Action::Previous => self.through(-1),
            Action::Levels => self.levels(),
            Action::Order => {
                if let Some(view) = self.level_view() {
                    view.raised_first = !view.raised_first;
                    self.show_cursor();
                }
            }
            Action::Foreword => self.go(Screen::Foreword),
            Action::Help => self.go(Screen::Help),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Quit => return Effect::Quit,
            Action::Interrupt => {
                self.message = Some(self.text().interrupt_hint.to_owned());
                return Effect::Interrupt;
            }
        }
        Effect::None
    }

    /// The window has a new size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.scroll_to(self.place().scroll);
    }

    /// The page that is read on this screen and the room it is read in, where there is one.
    pub fn page_in_view(&self) -> Option<(Page, Rect)> {
        let body = layout::frame(self.size.width, self.size.height)?.body;
        let (area, page): (Rect, fn(&App, u16) -> Page) = match self.screen() {
            Screen::Home | Screen::Field => return None,
            Screen::Mark => (layout::mark(body).text, |app, width| {
                content::mark(app, app.cursor, width)
            }),
            Screen::Levels(view) => {
                let area = layout::reading(body);
                return Some((content::levels(self, &view, area.width), area));
            }
            Screen::Foreword => (layout::reading(body), content::foreword),
            Screen::Help => (layout::reading(body), content::help),
        };
        Some((page(self, area.width), area))
    }

    fn go(&mut self, screen: Screen) {
        if self.screen() != screen {
            self.places.push(Place { screen, scroll: 0 });
        }
    }

    fn open(&mut self) {
        match self.screen() {
            Screen::Home => self.go(Screen::Field),
            Screen::Field | Screen::Levels(_) => self.go(Screen::Mark),
            Screen::Mark | Screen::Foreword | Screen::Help => {}
        }
    }

    fn back(&mut self) {
        if self.places.len() > 1 {
            self.places.pop();
            if self.level_view().is_some() {
                self.show_cursor();
            }
        }
    }

    /// An arrow: `right` and `down` are −1, 0 or 1.
    fn step(&mut self, right: isize, down: isize) {
        match self.screen() {
            Screen::Home => {
                let columns = layout::columns(self.framework.fields.len()) as isize;
                let at = self.field().get() as isize;
                let column = at % columns + right;
                let to = usize::try_from(at + right + down * columns).ok();
                if let (true, Some(field)) = (
                    (0..columns).contains(&column),
                    to.and_then(|to| self.framework.field_at(to)),
                ) {
                    self.go_field(field);
                }
            }
            Screen::Field => self.within_field(right + down),
            Screen::Mark => self.within_field(right),
            Screen::Levels(view) => {
                if right == 0 {
                    let marks = content::level_marks(self, &view);
                    let at = marks.iter().position(|mark| *mark == self.cursor).unwrap_or(0);
                    if let Some(mark) = at.checked_add_signed(down).and_then(|at| marks.get(at)) {
                        self.cursor = *mark;
                        self.show_cursor();
                    }
                } else if let Some(level) = view.level.checked_add_signed(right)
                    && level < self.framework.levels.len()
                    && let Some(view) = self.level_view()
                {
                    view.level = level;
                    self.show_cursor();
                }
            }
            Screen::Foreword | Screen::Help => {
                self.scroll_to(self.place().scroll.saturating_add_signed(down));
            }
        }
    }

    /// To a neighbour in the same field, stopping at the ends.
    fn within_field(&mut self, by: isize) {
        if let Some(mark) = self
            .cursor
            .get()
            .checked_add_signed(by)
            .and_then(|to| self.framework.mark_at(to))
            && self.framework.field_of(mark) == self.field()
        {
            self.go_mark(mark);
        }
    }

    /// To the next or previous mark through all, or field at home, round at the ends.
    fn through(&mut self, by: isize) {
        let round = |at: usize, count: usize| (at as isize + by).rem_euclid(count as isize) as usize;
        match self.screen() {
            Screen::Home => {
                let field = self
                    .framework
                    .field_at(round(self.field().get(), self.framework.field_count()));
                self.go_field(field.unwrap_or(self.field()));
            }
            Screen::Field | Screen::Mark => {
                let mark = self
                    .framework
                    .mark_at(round(self.cursor.get(), self.framework.mark_count()));
                self.go_mark(mark.unwrap_or(self.cursor));
            }
            Screen::Levels(view) => {
                let marks = content::level_marks(self, &view);
                let at = marks.iter().position(|mark| *mark == self.cursor).unwrap_or(0);
                self.cursor = marks[round(at, marks.len())];
                self.show_cursor();
            }
            Screen::Foreword | Screen::Help => {}
        }
    }

    fn go_field(&mut self, field: FieldIndex) {
        if let Some(first) = self.framework.marks_of(field).next() {
            self.go_mark(first);
        }
    }

    fn go_mark(&mut self, mark: MarkIndex) {
        self.cursor = mark;
        if let Some(place) = self.places.last_mut() {
            place.scroll = 0;
        }
    }

    /// Turns the selected dial; at home all the dials of the field, as one step of undo.
    fn turn(&mut self, to: impl Fn(DialValue) -> DialValue) {
        let turned: Vec<MarkIndex> = match self.screen() {
            Screen::Home => self.framework.marks_of(self.field()).collect(),
            Screen::Field | Screen::Mark | Screen::Levels(_) => vec![self.cursor],
            Screen::Foreword | Screen::Help => return,
        };
        let values = turned.into_iter().filter_map(|mark| {
            let (before, after) = (self.value(mark), to(self.value(mark)));
            (before != after).then(|| (self.framework.mark(mark).id.clone(), after))
        });
        let values: Vec<_> = values.collect();
        if !values.is_empty() {
            self.change(Edit::Dials(values));
        }
    }

    fn levels(&mut self) {
        let field = self.field();
        match self.screen() {
            Screen::Levels(_) => {
                if let Some(view) = self.level_view() {
                    view.field = if view.field.is_some() { None } else { Some(field) };
                }
            }
            Screen::Home | Screen::Field | Screen::Mark | Screen::Foreword | Screen::Help => {
                let field = (self.screen() != Screen::Home).then_some(field);
                self.go(Screen::Levels(LevelView {
                    field,
                    level: self.own_level(),
                    raised_first: false,
                }));
            }
        }
        self.show_cursor();
    }

    fn level_view(&mut self) -> Option<&mut LevelView> {
        match self.places.last_mut() {
            Some(Place {
                screen: Screen::Levels(view),
                ..
            }) => Some(view),
            _ => None,
        }
    }

    fn undo(&mut self) {
        match self.history.undo(Arc::make_mut(&mut self.profile)).cloned() {
            Some(step) => {
                self.changed();
                self.message = Some((self.text().undone)(&self.step_name(&step)));
            }
            None => self.message = Some(self.text().nothing_to_undo.to_owned()),
        }
    }

    fn redo(&mut self) {
        match self.history.redo(Arc::make_mut(&mut self.profile)).cloned() {
            Some(step) => {
                self.changed();
                self.message = Some((self.text().redone)(&self.step_name(&step)));
            }
            None => self.message = Some(self.text().nothing_to_redo.to_owned()),
        }
    }

    /// To the first or last of what this screen lists.
    fn end(&mut self, last: bool) {
        match self.screen() {
            Screen::Home => {
                let mut fields = self.framework.field_indices();
                if let Some(field) = if last { fields.next_back() } else { fields.next() } {
                    self.go_field(field);
                }
            }
            Screen::Field | Screen::Mark => {
                let mut marks = self.framework.marks_of(self.field());
                if let Some(mark) = if last { marks.next_back() } else { marks.next() } {
                    self.go_mark(mark);
                }
            }
            Screen::Levels(view) => {
                let marks = content::level_marks(self, &view);
                if let Some(mark) = if last { marks.last() } else { marks.first() } {
                    self.cursor = *mark;
                }
                self.show_cursor();
            }
            Screen::Foreword | Screen::Help => self.scroll_to(if last { usize::MAX } else { 0 }),
        }
    }

    /// One page up or down in what is longer than its room.
    fn page(&mut self, by: isize) {
        let Some((_, area)) = self.page_in_view() else {
            return;
        };
        let rows = isize::from(area.height.saturating_sub(2).max(1) as i16);
        self.scroll_to(self.place().scroll.saturating_add_signed(by * rows));
        if let (Screen::Levels(_), Some((page, area))) = (self.screen(), self.page_in_view()) {
            // the selection follows what is in view
            let top = self.place().scroll;
            let bottom = top + usize::from(area.height);
            let in_view = |(_, line): &&(MarkIndex, usize)| (top..bottom).contains(line);
            let anchors = page.anchors.iter();
            let found = if by > 0 && top == page.last_scroll(area.height) {
                anchors.rev().find(in_view)
            } else {
                anchors.clone().find(in_view)
            };
            if let Some((mark, _)) = found {
                self.cursor = *mark;
            }
        }
    }

    fn scroll_to(&mut self, row: usize) {
        let last = self
            .page_in_view()
            .map_or(0, |(page, area)| page.last_scroll(area.height));
        if let Some(place) = self.places.last_mut() {
            place.scroll = row.min(last);
        }
    }

    /// Scrolls the level view so that the selected mark is whole in view, selecting one that is on it first.
    fn show_cursor(&mut self) {
        if let Some(view) = self.level_view().copied() {
            let marks = content::level_marks(self, &view);
            if !marks.contains(&self.cursor)
                && let Some(first) = marks.first()
            {
                self.cursor = *first;
            }
        }
        let Some((page, area)) = self.page_in_view() else {
            return;
        };
        let Some(place) = page.anchors.iter().position(|(mark, _)| *mark == self.cursor) else {
            return;
        };
        let top = if place == 0 { 0 } else { page.anchors[place].1 };
        let end = page
            .anchors
            .get(place + 1)
            .map_or(page.lines.len(), |(_, line)| line - 1);
        let rows = usize::from(area.height);
        let scroll = self.place().scroll;
        if top < scroll {
            self.scroll_to(top.saturating_sub(1));
        } else if end > scroll + rows {
            self.scroll_to(end - rows);
        } else {
            self.scroll_to(scroll);
        }
    }
}
