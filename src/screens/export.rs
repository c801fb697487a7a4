//! The export: in which format what goes out, what of it, and under that what comes out. Owns the choice; what is made of it
//! and what reaches the disk is an [`Effect`].

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    list::List,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::format::{Format, Item, Selection};
use crate::ui::{page::Page, theme::Role};
use ratatui::layout::Rect;
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
}

impl Export {
    /// This choice, of which it is not seen yet what comes out.
    pub fn new(selection: Selection) -> Self {
        Self {
            selection,
            preview: None,
            list: List::default(),
        }
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
        let (slug, team) = (&state.library.slug, state.text().share.team_file);
        let name = self.selection.file_name(slug, team);
        let file = state.library.folder.join(name);
        let ask = Ask::ExportFile {
            selection: self.selection,
            there: None,
        };
        Route::Prompt(ask, file.to_string_lossy().into_owned())
    }
}

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
            action => return self.walk(action, state),
        }
        Outcome::Do(Effect::Preview(self.selection))
    }

    fn page(&self, state: &State, width: u16) -> Page {
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
            entry.line([
                (role, format!(" {:column$}", name(state, *item))),
                (Role::Muted, format!("{} ", sign("‹"))),
                (value_role, value(state, selection, *item)),
                (Role::Muted, format!(" {}", sign("›"))),
            ]);
            if *item == Item::Format {
                entry.paragraph(Role::Muted, words.made(selection.format, selection.team), 1);
            }
            page.entry(entry, Role::Accent, selected);
        }
        page.close();
        page.blank();
        match &self.preview {
            Some(preview) => shown(state, &mut page, preview, selection.format),
            None => page.paragraph(Role::Muted, words.not_shown, 1),
        }
        page
    }

    /// The lines of a file are not set anew, so it takes more width than running text.
    fn room(&self, _: &State, body: Rect) -> Rect {
        // what a row of an exported table takes
        const TABLE_ROW: u16 = 116;
        let width = body.width.min(TABLE_ROW);
        Rect::new(body.x + (body.width - width) / 2, body.y, width, body.height)
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
    let rule = page.width.saturating_sub(state.text().share.preview.width() + 5);
    page.line([
        (Role::Border, " ── ".to_owned()),
        (Role::Muted, state.text().share.preview.to_owned()),
        (Role::Border, format!(" {}", "─".repeat(rule.min(40)))),
    ]);
    let lines: Vec<&str> = preview.trim_start_matches('\u{feff}').lines().collect();
    for line in lines.iter().take(SHOWN) {
        match line.is_empty() {
            true => page.blank(),
            // sentences are set in lines, tables and braces stand as they are
            false if format == Format::Markdown && !line.starts_with('|') => {
                page.paragraph(Role::Text, line, 1);
            }
            false => page.line([(Role::Text, format!(" {line}"))]),
        }
    }
    if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        page.paragraph(Role::Muted, &state.text().share.more_lines(more), 1);
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
        Item::Format => selection.format.extension().to_owned(),
        Item::Part(part) => goes(selection.parts.has(part)),
        Item::Names => goes(!state.team.hide_names),
    }
}
