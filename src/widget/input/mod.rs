//! A text field of one line or of many: its text, its cursor, its undo, and what each key does. Owns no look (that is
//! given to [`View`]) and no meaning: keys that keep, leave or move on are the caller's.
//!
//! It is written here because neither `tui-input` 0.15 nor `ratatui-textarea` 0.9 will do: both move and erase by
//! character, which tears an emoji or a combined letter apart, and neither has a limit or folds AltGr.
//!
//! Places in the text are byte offsets on grapheme boundaries, inside; outside there are only cells.

mod history;
mod keys;
mod rows;
mod view;

use history::{History, Kind, Step};
use ratatui::layout::Size;
use rows::{Row, row_of};
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
pub use view::View;

/// What a key or a paste came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The text changed.
    Changed,
    /// The key is the field's, and the text is as it was: the cursor moved, or there was nowhere to go and nothing to
    /// erase.
    Moved,
    /// The key is not the field's; nothing has happened.
    Ignored,
    /// The limit is reached: what fitted is in the text, which may be nothing, and the rest is not.
    Full,
}

/// A text being edited.
#[derive(Clone, Debug)]
pub struct Input {
    text: String,
    /// Characters of the text.
    chars: usize,
    limit: usize,
    one_line: bool,
    cursor: usize,
    /// The column that moving up and down keeps, in cells.
    column: Option<usize>,
    room: Size,
    /// The text laid for the room.
    rows: Vec<Row>,
    /// Rows out of view at the top; in one line, cells out of view at the left.
    scroll: usize,
    history: History,
    first: String,
    /// The whole text is selected, until a key or paste changes that.
    whole: bool,
}

impl Input {
    /// A field of one line that takes up to `limit` characters, with the cursor after `text`. A text that is longer
    /// stays whole and only takes no more. Newlines and tabs become spaces, other control characters go.
    pub fn one_line(text: &str, limit: usize) -> Self {
        Self::new(text, limit, true)
    }

    /// A field of many lines, wrapped to the room it is given; else as [`Input::one_line`]. Newlines and tabs stay.
    pub fn multi_line(text: &str, limit: usize) -> Self {
        Self::new(text, limit, false)
    }

    fn new(text: &str, limit: usize, one_line: bool) -> Self {
        let text: String = clean(text, one_line).collect();
        let mut input = Self {
            chars: text.chars().count(),
            limit,
            one_line,
            cursor: text.len(),
            column: None,
            room: Size::ZERO,
            rows: Vec::new(),
            scroll: 0,
            history: History::default(),
            first: text.clone(),
            whole: false,
            text,
        };
        input.rows = rows::wrap(&input.text, input.text_width(0));
        input
    }

    /// The same with its whole text selected: what is typed or pasted first takes its place, and any other key ends the
    /// selection and does what it does.
    pub fn selected(mut self) -> Self {
        self.whole = !self.text.is_empty();
        self
    }

    /// True where the whole text is selected.
    pub fn is_selected(&self) -> bool {
        self.whole
    }

    /// Tells how large the field is on screen, in cells: rows, pages and scrolling go by it.
    pub fn resize(&mut self, room: Size) {
        if room.width != self.room.width {
            self.rows = rows::wrap(&self.text, self.text_width(room.width));
        }
        self.room = room;
        self.scroll_to_cursor();
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many characters the text has.
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// True where the text differs from what it was at first.
    pub fn is_changed(&self) -> bool {
        self.text != self.first
    }

    /// True for a field of one line.
    pub fn is_one_line(&self) -> bool {
        self.one_line
    }

    /// Puts text in at the cursor, as one step of undo: as much of it as the limit leaves room for, in whole graphemes.
    /// Every kind of line break becomes a newline, or a space in one line; control characters are left out.
    pub fn paste(&mut self, text: &str) -> Outcome {
        if std::mem::take(&mut self.whole) {
            self.erase(0..self.text.len(), Kind::Whole);
        }
        self.insert(text, Kind::Whole)
    }

    fn insert(&mut self, text: &str, kind: Kind) -> Outcome {
        let free = self.limit.saturating_sub(self.chars);
        // One more than fits, to see whether the last one that fits ends a grapheme.
        let mut put: String = clean(text, self.one_line).take(free.saturating_add(1)).collect();
        let full = put.chars().count() > free;
        if full {
            let most = put.char_indices().nth(free).map_or(put.len(), |(at, _)| at);
            let ends = put.grapheme_indices(true).map(|(at, _)| at);
            let cut = ends.take_while(|at| *at <= most).last().unwrap_or(0);
            put.truncate(cut);
        }
        if !put.is_empty() {
            self.replace(self.cursor..self.cursor, &put, kind);
        }
        match (full, put.is_empty()) {
            (true, _) => Outcome::Full,
            (false, true) => Outcome::Moved,
            (false, false) => Outcome::Changed,
        }
    }

    /// Takes a part of the text out.
    fn erase(&mut self, range: Range<usize>, kind: Kind) -> Outcome {
        if range.is_empty() {
            return Outcome::Moved;
        }
        self.replace(range, "", kind);
        Outcome::Changed
    }

    fn replace(&mut self, range: Range<usize>, put: &str, kind: Kind) {
        let step = Step::new(kind, range.start, &self.text[range.clone()], put, self.cursor);
        self.history.push(step);
        self.exchange(range.clone(), put);
        self.place(range.start + put.len());
    }

    fn undo(&mut self) -> Outcome {
        let Some(step) = self.history.undo() else {
            return Outcome::Moved;
        };
        self.exchange(step.put(), &step.removed);
        self.place(step.cursor);
        Outcome::Changed
    }

    fn redo(&mut self) -> Outcome {
        let Some(step) = self.history.redo() else {
            return Outcome::Moved;
        };
        self.exchange(step.taken(), &step.inserted);
        self.place(step.put().end);
        Outcome::Changed
    }

    /// Exchanges a part of the text and lays the rows again that it changes.
    fn exchange(&mut self, range: Range<usize>, put: &str) {
        self.chars -= self.text[range.clone()].chars().count();
        self.chars += put.chars().count();
        self.text.replace_range(range.clone(), put);
        let room = self.text_width(self.room.width);
        rows::rewrap(
            &mut self.rows,
            &self.text,
            room,
            range.start,
            range.len(),
            put.len(),
        );
    }

    /// Puts the cursor at a byte, or after the grapheme that a change has closed around it.
    fn place(&mut self, at: usize) {
        let mut boundary = GraphemeCursor::new(at, self.text.len(), true);
        self.cursor = match boundary.is_boundary(&self.text, 0) {
            Ok(true) => at,
            _ => boundary
                .next_boundary(&self.text, 0)
                .ok()
                .flatten()
                .unwrap_or(self.text.len()),
        };
        self.column = None;
        self.scroll_to_cursor();
    }

    /// Moves the cursor, which ends a run of typing.
    fn go(&mut self, at: usize) -> Outcome {
        self.history.close();
        self.place(at);
        Outcome::Moved
    }

    /// Moves by rows up (negative) or down, in the column it started from.
    fn go_rows(&mut self, by: isize) -> Outcome {
        let row = row_of(&self.rows, self.cursor);
        let now = || rows::width(&self.text[self.rows[row].start..self.cursor]);
        let column = self.column.unwrap_or_else(now);
        let target = row.saturating_add_signed(by).min(self.rows.len() - 1);
        let outcome = self.go(self.at_column(self.rows[target], column));
        self.column = Some(column);
        outcome
    }

    /// Rows of a page, one kept in view.
    fn page(&self) -> isize {
        isize::try_from(self.room.height.saturating_sub(1).max(1)).unwrap_or(isize::MAX)
    }

    /// The place in a row that stands at a column or, where none does, nearest before it.
    fn at_column(&self, row: Row, column: usize) -> usize {
        let mut used = 0;
        let mut at = row.start;
        for grapheme in self.text[row.range()].graphemes(true) {
            used += rows::cells(grapheme);
            if used > column {
                return at;
            }
            at += grapheme.len();
        }
        self.end_of(row)
    }

    /// The last place that shows on a row: the place after a soft row is the next one's first.
    fn end_of(&self, row: Row) -> usize {
        match row.hard {
            true => row.end,
            false => self.before(row.end).max(row.start),
        }
    }

    fn row(&self) -> Row {
        self.rows[row_of(&self.rows, self.cursor)]
    }

    /// The start of the grapheme before a place.
    fn before(&self, at: usize) -> usize {
        let last = self.text[..at].grapheme_indices(true).next_back();
        last.map_or(0, |(at, _)| at)
    }

    /// The end of the grapheme after a place.
    fn after(&self, at: usize) -> usize {
        at + self.text[at..].graphemes(true).next().map_or(0, str::len)
    }

    /// Where the word before the cursor begins, past spaces but never past a newline that does not stand right before.
    fn word_before(&self) -> usize {
        let mut at = self.cursor;
        let mut of = Class::Space;
        for (start, grapheme) in self.text[..self.cursor].grapheme_indices(true).rev() {
            match Class::of(grapheme) {
                Class::Newline if at == self.cursor => return start,
                class if of == Class::Space && class != Class::Newline => of = class,
                class if class == of => {}
                _ => break,
            }
            at = start;
        }
        at
    }

    /// Where the word after the cursor ends; as [`Self::word_before`].
    fn word_after(&self) -> usize {
        let mut at = self.cursor;
        let mut of = Class::Space;
        for grapheme in self.text[self.cursor..].graphemes(true) {
            match Class::of(grapheme) {
                Class::Newline if at == self.cursor => return at + grapheme.len(),
                class if of == Class::Space && class != Class::Newline => of = class,
                class if class == of => {}
                _ => break,
            }
            at += grapheme.len();
        }
        at
    }

    /// The start of the line, not of the row.
    fn line_start(&self) -> usize {
        self.text[..self.cursor]
            .rfind('\n')
            .map_or(0, |newline| newline + 1)
    }

    /// The cells of a row of text in a room of this width: in one line as many as it takes, else one less than the
    /// room, for the cursor after the last letter.
    fn text_width(&self, room: u16) -> usize {
        match self.one_line {
            true => usize::MAX,
            false => usize::from(room).saturating_sub(1).max(1),
        }
    }

    fn scroll_to_cursor(&mut self) {
        self.scroll = if self.one_line {
            let column = rows::width(&self.text[..self.cursor]);
            let all = column + rows::width(&self.text[self.cursor..]) + 1;
            keep_in_view(self.scroll, column, all, usize::from(self.room.width))
        } else {
            let row = row_of(&self.rows, self.cursor);
            keep_in_view(self.scroll, row, self.rows.len(), usize::from(self.room.height))
        };
    }
}

/// What a grapheme is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Newline,
    Space,
    Word,
    Other,
}

impl Class {
    fn of(grapheme: &str) -> Self {
        match grapheme.chars().next() {
            Some('\n') => Self::Newline,
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphanumeric() || c == '_' => Self::Word,
            _ => Self::Other,
        }
    }
}

/// The scroll nearest to `scroll` that shows `at`, of `all` in a room of `room`, without room left over at the end.
fn keep_in_view(scroll: usize, at: usize, all: usize, room: usize) -> usize {
    let room = room.max(1);
    let first = (at + 1).saturating_sub(room);
    scroll.min(all.saturating_sub(room)).clamp(first, at)
}

/// The characters of a text that a field keeps: line breaks of every kind as newlines, or as spaces in one line, tabs
/// likewise, and no other control character.
fn clean(text: &str, one_line: bool) -> impl Iterator<Item = char> {
    let mut after_return = false;
    text.chars().filter_map(move |character| {
        let second = std::mem::replace(&mut after_return, character == '\r');
        match character {
            '\n' if second => None,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(if one_line { ' ' } else { '\n' }),
            '\t' => Some(if one_line { ' ' } else { '\t' }),
            control if control.is_control() => None,
            other => Some(other),
        }
    })
}

#[cfg(test)]
mod tests;
