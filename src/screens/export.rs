//! Print and share: what something goes out for, in which format, what goes along; and beside or under that, what comes out.
//! Owns the choice; what is made of it, what reaches the disk and what opens it is an [`Effect`].

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
    format::{Format, Part, What},
    purpose::{Item, Purpose, Selection},
    sanitise::clean,
};
use crate::ui::{
    Look,
    page::{Page, cut, wrap_message},
    scroll_bar,
    theme::Role,
    thumbnail::Thumbnail,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// How many lines of what comes out are shown.
const SHOWN: usize = 500;
/// The least room for a drawing of what comes out.
const DRAWN: (u16, u16) = (16, 8);
/// From how many rows on there is room for more than the choices.
const AIRY: u16 = 28;
/// How wide words beside a drawing are.
const WORDS: u16 = 26;

/// What comes out, as far as it is seen here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Its words, where it is text, or the words for what it is.
    pub text: Option<String>,
    /// Its first page, where it is drawn.
    pub drawn: Option<Thumbnail>,
    /// How many pages it has, where it has pages.
    pub pages: Option<usize>,
}

/// What is chosen, one choice of it selected.
#[derive(Clone, Debug)]
pub struct Export {
    selection: Selection,
    /// What comes out.
    pub preview: Preview,
    /// The file it was written to, until another choice is made.
    pub written: Option<PathBuf>,
    list: List,
    /// Rows of what comes out that are scrolled away, where it has a box of its own.
    scroll: usize,
}

impl Export {
    /// This choice, of which it is not seen yet what comes out.
    pub fn new(selection: Selection) -> Self {
        let mut export = Self {
            selection,
            preview: Preview::default(),
            written: None,
            list: List::default(),
            scroll: 0,
        };
        export.list.selected = export.chosen();
        export
    }

    /// The purposes there are, each an entry of the list.
    fn purposes(&self) -> &'static [Purpose] {
        Purpose::of(self.selection.team)
    }

    /// The entry of the purpose that is chosen.
    fn chosen(&self) -> usize {
        let chosen = |purpose: &Purpose| *purpose == self.selection.purpose;
        self.purposes().iter().position(chosen).unwrap_or(0)
    }

    /// The choice that is selected among those of what goes along; none where a purpose is.
    fn item(&self) -> Option<Item> {
        let at = self.list.selected.checked_sub(self.purposes().len())?;
        self.selection.items().get(at).copied()
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
        let words = state.text().purpose;
        let Selection { team, purpose, .. } = self.selection;
        let slug = if team {
            words.team_file
        } else {
            &state.library.slug
        };
        let purpose = words.in_file_names(purpose, team);
        self.selection.file_name(slug, purpose, state.session.today())
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

    /// The next value of the selected choice, or the one before; at a purpose of its format.
    fn change(&mut self, by: isize, state: &mut State) {
        match self.item() {
            Some(Item::Names) => state.team.hide_names = !state.team.hide_names,
            Some(item) => self.selection.turn(item, by),
            None => self.selection.turn_format(by),
        }
    }

    /// Chooses the purpose that is selected, as it is suggested; false where another choice is selected, or it is chosen.
    fn choose(&mut self) -> bool {
        let selected = self.purposes().get(self.list.selected);
        let Some(purpose) = selected.filter(|purpose| **purpose != self.selection.purpose) else {
            return false;
        };
        self.selection = Selection::of(self.selection.team, *purpose);
        true
    }

    /// From the purposes to what goes along, or back to the one that is chosen.
    fn cross(&mut self, state: &mut State) {
        let first = self.purposes().len();
        let to = match self.list.selected < first && !self.selection.items().is_empty() {
            true => first,
            false => self.chosen(),
        };
        self.select(to, state);
    }

    /// Asks for the file, with one that is suggested.
    fn ask_file(&self, state: &State) -> Route {
        let ask = Ask::ExportFile {
            selection: self.selection,
            there: None,
        };
        Route::Prompt(ask, self.file(state).to_string_lossy().into_owned())
    }

    /// The path of what was written goes to the clipboard.
    fn copy_path(&self, state: &mut State) -> Outcome {
        let words = state.text().purpose;
        let Some(file) = &self.written else {
            state.message = Some(words.not_written.to_owned());
            return Outcome::Done;
        };
        state.message = Some(state.text().copied(words.path));
        Outcome::Do(Effect::Copy(clean(&file.to_string_lossy()).into_owned()))
    }

    /// The choices, each an entry: the purposes, and what goes along for the one that is chosen.
    fn choices(&self, state: &State, width: u16) -> Page {
        let words = state.text().purpose;
        let team = self.selection.team;
        let items = self.selection.items();
        let purposes = self.purposes().iter();
        let column = purposes.map(|purpose| words.name(*purpose, team).width()).max();
        let column = column.unwrap_or(0) + 2;
        let mut page = Page::new(width);
        for (at, purpose) in self.purposes().iter().enumerate() {
            let (selected, chosen) = (at == self.list.selected, at == self.chosen());
            let called = words.name(*purpose, team);
            let line = match chosen {
                true => vec![
                    (Role::Strong, format!(" {called:column$}")),
                    (Role::Muted, "‹ ".to_owned()),
                    (Role::Accent, self.selection.format.extension().to_owned()),
                    (Role::Muted, " ›".to_owned()),
                ],
                false => vec![
                    (Role::Text, format!(" {called:column$}")),
                    (Role::Muted, format!("  {}", extensions(*purpose))),
                ],
            };
            entry(&mut page, width, line, selected);
        }
        page.close();
        let airy = state.body().height >= AIRY;
        if !items.is_empty() {
            if airy {
                page.blank();
            }
            page.line([(Role::Muted, format!(" ── {}", words.along))]);
        }
        for (at, item) in (self.purposes().len()..).zip(&items) {
            let selected = at == self.list.selected;
            let role = if selected { Role::Strong } else { Role::Text };
            let line = match self.ticked(state, *item) {
                Some(goes) => {
                    let sign = if goes { "[x]" } else { "[ ]" };
                    vec![
                        (Role::Accent, format!(" {sign} ")),
                        (role, name(state, *item).to_owned()),
                    ]
                }
                None => vec![
                    (role, format!(" {:column$}", name(state, *item))),
                    (Role::Muted, "‹ ".to_owned()),
                    (Role::Accent, self.value(state, *item)),
                    (Role::Muted, " ›".to_owned()),
                ],
            };
            entry(&mut page, width, line, selected);
        }
        page.close();
        if airy && items.iter().any(|item| matches!(item, Item::Part(_))) {
            page.blank();
            page.paragraph(Role::Muted, words.private, 1);
        }
        page
    }

    /// Whether what is chosen with a tick goes along; nothing where the choice has other values.
    fn ticked(&self, state: &State, item: Item) -> Option<bool> {
        match item {
            Item::Part(part) => Some(self.selection.parts.has(part)),
            Item::Names => Some(!state.team.hide_names),
            Item::Size | Item::Ground => None,
        }
    }

    /// The value of a choice that has other values than a tick.
    fn value(&self, state: &State, item: Item) -> String {
        let words = state.text().purpose;
        let picture = self.selection.picture;
        match item {
            Item::Size => words.pixels(picture.size),
            Item::Ground => {
                let (transparent, paper) = words.grounds;
                let ground = if picture.transparent { transparent } else { paper };
                ground.to_owned()
            }
            Item::Part(_) | Item::Names => String::new(),
        }
    }

    /// What comes out in words: what it is, where it goes or went, and its own words.
    fn comes_out(&self, state: &State, width: u16) -> Page {
        let words = state.text().purpose;
        let Selection {
            team,
            purpose,
            format,
            ..
        } = self.selection;
        let mut page = Page::new(width);
        let mut about = words.about(purpose, format, team).to_owned();
        if let Some(pages) = self.preview.pages {
            about += &format!(" {}.", words.pages(pages));
        }
        page.paragraph(Role::Text, &about, 0);
        let key = |action| {
            state
                .keymap
                .key_of(action)
                .map_or(String::new(), |key| key.to_string())
        };
        let (open, copy) = (key(Action::Open), key(Action::Copy));
        let (role, said) = match &self.written {
            Some(file) => (
                Role::Accent,
                words.then(&open, &copy, &clean(&file.to_string_lossy())),
            ),
            None => (
                Role::Muted,
                words.suggested(&open, &clean(&self.file(state).to_string_lossy())),
            ),
        };
        for line in wrap_message(&said, usize::from(width)) {
            page.line([(role, line)]);
        }
        if let Some(text) = &self.preview.text {
            page.blank();
            shown(state, &mut page, text, format);
        }
        page
    }

    /// Draws what comes out in its box: its words, and its first page beside them where that is higher than wide, else under
    /// them.
    fn draw_preview(&self, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
        let Some(outer) = rooms.other else { return };
        let file = self.file_name(state);
        let preview = state.text().purpose.preview;
        let room = usize::from(outer.width.saturating_sub(8)).saturating_sub(preview.width());
        let title = [
            (Role::Strong, preview),
            (Role::Text, "  "),
            (Role::Muted, &*cut(&file, room)),
        ];
        let Some(area) = rooms.frame_other(look, frame, &title) else {
            return;
        };
        let drawn = self.preview.drawn.as_ref();
        if let Some(drawn) = drawn.filter(|_| Thumbnail::is_seen(look) && area.height >= DRAWN.1) {
            let left = area.width.saturating_sub(WORDS + 2);
            let beside = drawn.room(Rect { width: left, ..area });
            if left >= DRAWN.0 && drawn.is_upright() {
                drawn.draw(look, beside, frame.buffer_mut());
                let words = Rect {
                    x: beside.right() + 2,
                    width: area.right().saturating_sub(beside.right() + 2),
                    ..area
                };
                return self.draw_words(state, look, frame, words);
            }
            let used = self.comes_out(state, area.width).lines.len() as u16 + 1;
            let under = Rect {
                y: area.y + used,
                height: area.height.saturating_sub(used),
                ..area
            };
            self.draw_words(
                state,
                look,
                frame,
                Rect {
                    height: used.min(area.height),
                    ..area
                },
            );
            if under.height >= DRAWN.1 {
                drawn.draw(look, under, frame.buffer_mut());
            }
            return;
        }
        self.draw_words(state, look, frame, area);
        self.draw_rose(state, look, frame, area);
    }

    /// Draws what comes out in words.
    fn draw_words(&self, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let page = self.comes_out(state, area.width);
        let scroll = self.scroll.min(page.last_scroll(area.height));
        frame.render_widget(look.text(&page, scroll, area.height), area);
        scroll_bar(look, frame, area, page.lines.len(), scroll);
    }

    /// Draws the rose under the words where it comes out and the terminal shows no drawing of the page.
    fn draw_rose(&self, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let Selection { team, purpose, .. } = self.selection;
        let has_rose = self.preview.drawn.is_some() && purpose.what() != What::Cards;
        let used = self.comes_out(state, area.width).lines.len() as u16 + 1;
        if !has_rose || team || area.height <= used + LEAST_ROSE {
            return;
        }
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

/// The least rows in which the rose is shown.
const LEAST_ROSE: u16 = 6;

impl Screen for Export {
    fn scope(&self) -> Scope {
        Scope::Export
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().purpose.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let first = self.purposes().len();
        match action {
            Action::Left => self.change(-1, state),
            Action::Right => self.change(1, state),
            // a click on a purpose chooses it; a tick is set or taken away
            Action::Pick if self.item().is_some() => self.change(1, state),
            Action::Pick => _ = self.choose(),
            Action::Open => {
                return match &self.written {
                    Some(file) => Outcome::Do(Effect::OpenFile(file.clone())),
                    None => Outcome::Go(self.ask_file(state)),
                };
            }
            Action::Copy => return self.copy_path(state),
            Action::Next | Action::Previous => {
                self.cross(state);
                return Outcome::Done;
            }
            Action::Up if self.list.selected == first => {
                self.cross(state);
                return Outcome::Done;
            }
            Action::PageUp if self.page_preview(-1, state) => return Outcome::Done,
            Action::PageDown if self.page_preview(1, state) => return Outcome::Done,
            action => {
                let outcome = self.walk(action, state);
                if !self.choose() {
                    return outcome;
                }
            }
        }
        (self.scroll, self.written) = (0, None);
        self.settle(state);
        Outcome::Do(Effect::Preview(self.selection))
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().purpose.title)]);
        self.draw_preview(state, look, frame, &rooms);
        Some(self.draw_page(state, look, frame, body))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = self.choices(state, width);
        if !self.rooms(state, state.body()).is_seen() {
            page.blank();
            let words = state.text().purpose;
            page.line([(Role::Muted, format!("── {}", words.preview))]);
            page.lines.append(&mut self.comes_out(state, width).lines);
        }
        page
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let target = list::hit_value(self, state, body, at)?;
        Some(match target {
            Target::Entry(entry) => Target::Action(entry, Action::Pick),
            target => target,
        })
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

/// A choice, as an entry of one line.
fn entry(page: &mut Page, width: u16, line: Vec<(Role, String)>, selected: bool) {
    let mut entry = Page::new(width.saturating_sub(1));
    entry.line(line);
    page.entry(entry, Role::Accent, selected);
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
        page.paragraph(Role::Muted, &state.text().purpose.more_lines(more), 0);
    }
}

/// The formats of a purpose.
fn extensions(purpose: Purpose) -> String {
    let formats: Vec<&str> = purpose
        .formats()
        .iter()
        .map(|format| format.extension())
        .collect();
    formats.join(", ")
}

/// What a choice is called.
fn name(state: &State, item: Item) -> &'static str {
    let words = state.text().purpose;
    match item {
        Item::Part(part) => words.part_name(part),
        Item::Names => words.names,
        Item::Size => words.size,
        Item::Ground => words.ground,
    }
}
