//! The export: in which format what goes out, what of it and into which file, and beside or under that what comes out. Owns
//! the choice; what is made of it and what reaches the disk is an [`Effect`].

use super::{
    Effect, Outcome, Route, Screen, Target,
    action::Action,
    beside::Beside,
    list::{self, List},
    prompt::Ask,
    rose::{self, Stand},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    format::{Format, Item, Part, Selection},
    sanitise::clean,
};
use crate::ui::{
    Look,
    page::{Page, wrap_message},
    scroll_bar,
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// How many lines of what comes out are shown.
const SHOWN: usize = 500;

/// What is chosen, one choice of it selected.
#[derive(Clone, Debug)]
pub struct Export {
    selection: Selection,
    /// What comes out, where that is text for reading.
    pub preview: Option<String>,
    list: List,
    /// Rows of what comes out that are scrolled away, where it has a box of its own.
    scroll: usize,
}

impl Export {
    /// This choice, of which it is not seen yet what comes out.
    pub fn new(selection: Selection) -> Self {
        Self {
            selection,
            preview: None,
            list: List::default(),
            scroll: 0,
        }
    }

    /// Where the choices and what comes out stand.
    fn rooms(&self, state: &State, body: Rect) -> Beside {
        Beside::of(body, |width| self.choices(state, width).lines.len())
    }

    /// The file that is suggested.
    fn file(&self, state: &State) -> PathBuf {
        state.library.folder.join(self.file_name(state))
    }

    /// What that is called.
    fn file_name(&self, state: &State) -> String {
        let (slug, team) = (&state.library.slug, state.text().share.team_file);
        self.selection.file_name(slug, team)
    }

    /// Scrolls what comes out in its box by so many rows; false where it has none.
    fn scroll_preview(&mut self, by: isize, state: &State) -> bool {
        let Some(room) = self.rooms(state, state.body()).in_other() else {
            return false;
        };
        let last = self.comes_out(state, room.width).last_scroll(room.height);
        self.scroll = self.scroll.saturating_add_signed(by).min(last);
        true
    }

    /// Scrolls what comes out by a screenful, up or down; false where it has no box of its own.
    fn page_preview(&mut self, by: isize, state: &State) -> bool {
        let room = self.rooms(state, state.body()).in_other();
        let rows = room.map_or(0, |room| room.height.saturating_sub(2).max(1));
        self.scroll_preview(by * isize::try_from(rows).unwrap_or(1), state)
    }

    /// The next value of the selected choice, or the one before.
    fn change(&mut self, by: isize, state: &mut State) {
        let selection = &mut self.selection;
        match selection.items().get(self.list.selected) {
            Some(Item::Format) => {
                let formats = Format::of(selection.team);
                let count = formats.len() as isize;
                let at = formats.iter().position(|format| *format == selection.format);
                let to = (at.unwrap_or(0) as isize + by).rem_euclid(count) as usize;
                selection.format = formats[to];
            }
            Some(Item::Part(part)) => selection.parts.toggle(*part),
            Some(Item::Names) => state.team.hide_names = !state.team.hide_names,
            None => {}
        }
    }

    /// Asks for the file, with one that is suggested.
    fn ask_file(&self, state: &State) -> Route {
        let ask = Ask::ExportFile {
            selection: self.selection,
            there: None,
        };
        Route::Prompt(ask, self.file(state).to_string_lossy().into_owned())
    }

    /// The choices, each an entry, and the file that is suggested.
    fn choices(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        let selection = &self.selection;
        let words = state.text().share;
        let items = selection.items();
        let names = items.iter().map(|item| name(state, *item).width());
        let column = names.max().unwrap_or(0) + 3;
        for (at, item) in items.iter().enumerate() {
            let selected = at == self.list.selected;
            let role = if selected { Role::Strong } else { Role::Text };
            let value_role = if selected { Role::Accent } else { Role::Text };
            let sign = |sign: &'static str| if selected { sign } else { " " };
            let mut entry = Page::new(width.saturating_sub(1));
            let (called, value) = (name(state, *item), value(state, selection, *item));
            // a long value has a line of its own where there is little room beside the name
            let under = 1 + column + 4 + value.width() > entry.width;
            let mut line = vec![(role, format!(" {called:column$}"))];
            if under {
                entry.line(std::mem::take(&mut line));
                line.push((Role::Text, " ".to_owned()));
            }
            line.extend([
                (Role::Muted, format!("{} ", sign("‹"))),
                (value_role, value),
                (Role::Muted, format!(" {}", sign("›"))),
            ]);
            entry.line(line);
            if *item == Item::Format {
                entry.paragraph(Role::Muted, words.made(selection.format, selection.team), 1);
            }
            page.entry(entry, Role::Accent, selected);
        }
        page.close();
        page.blank();
        page.paragraph(Role::Muted, words.suggested, 1);
        let file = self.file(state);
        for line in wrap_message(
            &clean(&file.to_string_lossy()),
            usize::from(width.saturating_sub(1)),
        ) {
            page.line([(Role::Text, format!(" {line}"))]);
        }
        page
    }

    /// What comes out, as far as it is shown in words.
    fn comes_out(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        match &self.preview {
            Some(preview) => shown(state, &mut page, preview, self.selection.format),
            None => page.paragraph(Role::Muted, state.text().share.not_shown, 0),
        }
        page
    }

    /// Draws what comes out in its box.
    fn draw_preview(&self, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
        let words = state.text().share;
        let file = self.file_name(state);
        let (said, gap) = match self.preview {
            Some(_) => (words.preview, "  "),
            None => ("", ""),
        };
        let title = [(Role::Strong, said), (Role::Muted, gap), (Role::Muted, &*file)];
        let Some(area) = rooms.frame_other(look, frame, &title) else {
            return;
        };
        let page = self.comes_out(state, area.width);
        let scroll = self.scroll.min(page.last_scroll(area.height));
        frame.render_widget(look.text(&page, scroll, area.height), area);
        scroll_bar(look, frame, area, page.lines.len(), scroll);
        // what is a picture, or begins with one
        let is_picture = matches!(self.selection.format, Format::Svg | Format::Html);
        let used = page.lines.len() as u16 + 1;
        if is_picture && !self.selection.team && area.height > used + LEAST_ROSE {
            let area = Rect {
                y: area.y + used,
                height: area.height - used,
                ..area
            };
            let with_bearing = self.selection.parts.has(Part::Bearings);
            let stands = |mark| {
                let stand = Stand::now(state, mark);
                Stand {
                    earlier: stand.earlier.filter(|_| with_bearing),
                    selected: false,
                    ..stand
                }
            };
            frame.render_widget(rose::picture(state, look, stands), area);
        }
    }
}

/// The least rows in which the rose is shown.
const LEAST_ROSE: u16 = 6;

impl Screen for Export {
    fn scope(&self) -> Scope {
        Scope::Export
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().share.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left => self.change(-1, state),
            Action::Right => self.change(1, state),
            Action::Open => return Outcome::Go(self.ask_file(state)),
            Action::PageUp if self.page_preview(-1, state) => return Outcome::Done,
            Action::PageDown if self.page_preview(1, state) => return Outcome::Done,
            action => return self.walk(action, state),
        }
        self.scroll = 0;
        Outcome::Do(Effect::Preview(self.selection))
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().share.title)]);
        self.draw_preview(state, look, frame, &rooms);
        Some(self.draw_page(state, look, frame, body))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = self.choices(state, width);
        if !self.rooms(state, state.body()).is_seen() {
            page.blank();
            if self.preview.is_some() {
                let words = state.text().share;
                page.line([(Role::Muted, format!("── {}", words.preview))]);
            }
            page.lines.append(&mut self.comes_out(state, width).lines);
        }
        page
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        list::hit_value(self, state, body, at)
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.rooms(state, body).list
    }

    fn scroll_by(&mut self, rows: isize, state: &mut State) {
        if !self.scroll_preview(rows, state) {
            list::change(self, state, |list, page, room| list.scroll_by(rows, page, room));
        }
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// What comes out, as far as it is shown.
fn shown(state: &State, page: &mut Page, preview: &str, format: Format) {
    let lines: Vec<&str> = preview.trim_start_matches('\u{feff}').lines().collect();
    for line in lines.iter().take(SHOWN) {
        match line.is_empty() {
            true => page.blank(),
            // sentences are set in lines, tables and braces stand as they are
            false if format == Format::Ics || format == Format::Markdown && !line.starts_with('|') => {
                page.paragraph(Role::Text, line, 0);
            }
            false => page.line([(Role::Text, (*line).to_owned())]),
        }
    }
    if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        page.paragraph(Role::Muted, &state.text().share.more_lines(more), 0);
    }
}

/// What a choice is called.
fn name(state: &State, item: Item) -> &'static str {
    let words = state.text().share;
    match item {
        Item::Format => words.format_name,
        Item::Part(part) => words.part_name(part),
        Item::Names => words.names,
    }
}

/// What is chosen.
fn value(state: &State, selection: &Selection, item: Item) -> String {
    let goes = |goes: bool| {
        let (with, without) = state.text().share.goes;
        if goes { with } else { without }.to_owned()
    };
    match item {
        Item::Format => {
            let words = state.text().share;
            words.format_called(selection.format, selection.team).to_owned()
        }
        Item::Part(part) => goes(selection.parts.has(part)),
        Item::Names => goes(!state.team.hide_names),
    }
}
