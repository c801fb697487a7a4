//! A page that is scrolled, with entries one of which may be selected. Owns the selection and the scrolling of every screen
//! that lists or reads; what the page says is the screen's.

use super::{Screen, Target, action::Action, state::State};
use crate::core::framework::MarkIndex;
use crate::ui::{
    Look,
    page::{Line, Page},
    scroll_bar,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Which entry is selected, and how many rows are scrolled away at the top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The selected entry, counted from 0.
    pub selected: usize,
    /// Rows scrolled away.
    pub scroll: usize,
}

/// What stands at a cell of a page of choices: on the signs around the selected value, and on the value, what they do.
pub fn hit_value<S: Screen>(screen: &S, state: &State, body: Rect, at: Position) -> Option<Target> {
    let target = screen.hit_page(state, body, at)?;
    let Target::Entry(entry) = target else {
        return Some(target);
    };
    let area = screen.room(state, body);
    let row = usize::from(at.y - area.y) + screen.list(state).scroll;
    let page = screen.page(state, area.width);
    let action = page
        .lines
        .get(row)
        .and_then(|line| value_at(line, usize::from(at.x - area.x)));
    Some(action.map_or(target, |action| Target::Action(entry, action)))
}

/// What a click on this column of `‹ value ›` does: the first sign goes back, the value and the second sign go on.
pub fn value_at(line: &Line, column: usize) -> Option<Action> {
    let text: String = line.iter().map(|span| span.text.as_str()).collect();
    let column_of = |sign| text.find(sign).map(|at| text[..at].width());
    let first = column_of('‹')?;
    let last = column_of('›').unwrap_or_else(|| text.width());
    match column {
        column if (first..first + 2).contains(&column) => Some(Action::Left),
        column if (first + 2..=last).contains(&column) => Some(Action::Right),
        _ => None,
    }
}

impl List {
    /// Moves by an action, in a room of so many rows; false where it moves nothing here.
    pub fn act(&mut self, action: Action, page: &Page, rows: u16) -> bool {
        let count = page.anchors.len();
        match action {
            Action::Up => self.step(-1, page, rows),
            Action::Down => self.step(1, page, rows),
            Action::Next if count > 0 => self.select((self.selected + 1) % count, page, rows),
            Action::Previous if count > 0 => self.select((self.selected + count - 1) % count, page, rows),
            Action::First => self.end(false, page, rows),
            Action::Last => self.end(true, page, rows),
            Action::PageUp => self.page(-1, page, rows),
            Action::PageDown => self.page(1, page, rows),
            _ => return false,
        }
        true
    }

    /// To the entry before or after; beyond the ends through what stands around the entries.
    fn step(&mut self, by: isize, page: &Page, rows: u16) {
        match self.selected.checked_add_signed(by) {
            Some(to) if to < page.anchors.len() => self.select(to, page, rows),
            _ => self.scroll_by(by, page, rows),
        }
    }

    /// To the first or last entry, or the top or bottom where there is none.
    fn end(&mut self, last: bool, page: &Page, rows: u16) {
        match page.anchors.len().checked_sub(1) {
            Some(end) => self.select(if last { end } else { 0 }, page, rows),
            None => self.scroll = if last { page.last_scroll(rows) } else { 0 },
        }
    }

    /// One page up or down; the selection follows what is in view.
    fn page(&mut self, by: isize, page: &Page, rows: u16) {
        let screenful = isize::from(rows.saturating_sub(2).max(1) as i16);
        self.scroll_by(by * screenful, page, rows);
        let in_view = |line: &usize| (self.scroll..self.scroll + usize::from(rows)).contains(line);
        let found = if by > 0 && self.scroll == page.last_scroll(rows) {
            page.anchors.iter().rposition(in_view)
        } else {
            page.anchors.iter().position(in_view)
        };
        self.selected = found.unwrap_or(self.selected);
    }

    /// Scrolls by so many rows; the selection stays where it is.
    pub fn scroll_by(&mut self, by: isize, page: &Page, rows: u16) {
        self.scroll = self.scroll.saturating_add_signed(by).min(page.last_scroll(rows));
    }

    /// Selects an entry and brings it into view.
    pub fn select(&mut self, at: usize, page: &Page, rows: u16) {
        self.selected = at;
        self.show(page, rows);
    }

    /// Brings the selected entry whole into view; selects the last one where it is not in the list any more.
    pub fn show(&mut self, page: &Page, rows: u16) {
        let last = page.last_scroll(rows);
        let Some(end) = page.anchors.len().checked_sub(1) else {
            self.scroll = self.scroll.min(last);
            return;
        };
        self.selected = self.selected.min(end);
        let at = self.selected;
        let top = if at == 0 { 0 } else { page.anchors[at] };
        let bottom = page.end_of(at);
        let rows = usize::from(rows);
        let to = if top < self.scroll {
            top.saturating_sub(1)
        } else if bottom > self.scroll + rows {
            bottom.saturating_sub(rows).min(top)
        } else {
            self.scroll
        };
        self.scroll = to.min(last);
    }

    /// The entry at a cell of the page's room.
    pub fn hit(&self, page: &Page, area: Rect, at: Position) -> Option<usize> {
        let line = usize::from(at.y.checked_sub(area.y)?) + self.scroll;
        let inside = area.contains(at) && line < page.lines.len();
        page.anchors
            .iter()
            .rposition(|anchor| *anchor <= line)
            .filter(|_| inside)
    }

    /// Draws the page as far as it is scrolled. Returns where what is selected stands.
    pub fn draw(&self, look: &Look, frame: &mut Frame<'_>, area: Rect, page: &Page) -> Position {
        frame.render_widget(look.text(page, self.scroll, area.height), area);
        scroll_bar(look, frame, area, page.lines.len(), self.scroll);
        let line = page.anchors.get(self.selected);
        let row = line.map_or(0, |line| line.saturating_sub(self.scroll));
        let row = (row as u16).min(area.height.saturating_sub(1));
        Position::new(area.x, area.y + row)
    }
}

/// Changes what is selected and scrolled on a screen's page; `change` sees the page and the rows there are for it.
pub(super) fn change<S: Screen + ?Sized, T>(
    screen: &mut S,
    state: &mut State,
    change: impl FnOnce(&mut List, &Page, u16) -> T,
) -> T {
    let area = screen.room(state, state.body());
    let (mut list, page) = (screen.list(state), screen.page(state, area.width));
    let outcome = change(&mut list, &page, area.height);
    screen.set_list(list, state);
    outcome
}

/// The marks of which the text at the reader's own level is in view to its end on a screen's page.
pub(super) fn read_to_the_end(screen: &impl Screen, state: &State) -> Vec<MarkIndex> {
    let area = screen.room(state, state.body());
    let from = screen.list(state).scroll;
    let shown = from..from + usize::from(area.height);
    let page = screen.page(state, area.width);
    let ends = page.own_ends.iter().filter(|(_, line)| shown.contains(line));
    ends.map(|(mark, _)| *mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Role;

    /// Ten entries of two lines with a blank line after each, and a line before them.
    fn page() -> Page {
        let mut page = Page::new(10);
        page.line([(Role::Text, "before".to_owned())]);
        for _ in 0..10 {
            page.anchor();
            page.line([(Role::Text, "one".to_owned())]);
            page.line([(Role::Text, "two".to_owned())]);
            page.blank();
        }
        page
    }

    #[test]
    fn what_is_selected_is_whole_in_view_and_the_ends_are_reached() {
        let page = page();
        let mut list = List::default();
        let lines = |list: &mut List, action, times: usize| {
            (0..times).for_each(|_| assert!(list.act(action, &page, 7)));
            let line = page.anchors[list.selected];
            assert!((list.scroll..list.scroll + 6).contains(&line), "{list:?}");
            *list
        };
        assert_eq!(lines(&mut list, Action::Down, 5).selected, 5);
        assert_eq!(lines(&mut list, Action::Last, 1).selected, 9);
        assert_eq!(lines(&mut list, Action::Next, 1).selected, 0);
        assert_eq!(list.scroll, 0);
        assert_eq!(lines(&mut list, Action::Previous, 1).selected, 9);
        assert_eq!(lines(&mut list, Action::PageUp, 20), List::default());
    }

    #[test]
    fn a_list_that_became_shorter_selects_its_last_entry() {
        let mut list = List {
            selected: 30,
            scroll: 90,
        };
        list.show(&page(), 7);
        assert_eq!((list.selected, list.scroll), (9, 24));
        list.show(&Page::new(10), 7);
        assert_eq!(list.scroll, 0);
    }

    #[test]
    fn the_mouse_hits_the_entry_whose_line_is_in_the_cell() {
        let list = List {
            selected: 0,
            scroll: 3,
        };
        let area = Rect::new(2, 1, 10, 7);
        let hit = |x, y| list.hit(&page(), area, Position::new(x, y));
        assert_eq!(hit(2, 1), Some(0), "the blank line after the first");
        assert_eq!(hit(2, 2), Some(1));
        assert_eq!(hit(1, 2), None);
        assert_eq!(hit(2, 8), None);
    }
}
