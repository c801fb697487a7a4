//! What each action does to the state. Owns no keys (`keymap`) and no drawing; what must be done outside the state is
//! returned as an [`Effect`].

use super::{
    App, content,
    keymap::{Key, Scope},
    layout,
    screen::{Ask, Links, Place, Screen, TextTarget, Walk},
    search::Source,
};
use crate::core::{framework::MarkIndex, profile::MOST_LABEL, sanitise::clean_lines, session::Turn};
use crate::screens::action::Action;
use crate::screens::{
    self, Effect, Outcome, Route, bearing::Bearing, bearings::Bearings, decision::Decision,
    decisions::Decisions, field::Field, foreword::Foreword, levels::Levels, mark::Mark, rose::Rose,
    settings::Settings,
};
use crate::ui::page::Page;
use crate::widget::input::{self, Input};
use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};

/// The longest line of paths, in characters.
const PATHS: usize = 4000;

impl App {
    /// Takes a key in: a text that is being written has it first, then the bindings of this place.
    pub fn key(&mut self, event: KeyEvent) -> Effect {
        let key = Key::pressed(event);
        if let Some(action) = self.keymap.action(self.scope(), key) {
            return self.act(action);
        }
        let Some(input) = self.input_mut() else {
            return Effect::None;
        };
        let outcome = input.handle(event);
        self.typed(outcome);
        Effect::None
    }

    /// Takes pasted text in, where a text is being written.
    pub fn paste(&mut self, text: &str) {
        if let Some(input) = self.input_mut() {
            // whole sequences go here; in the field only their first sign would
            let outcome = input.paste(&clean_lines(text));
            self.typed(outcome);
        }
    }

    /// What became of a key in a text.
    fn typed(&mut self, outcome: input::Outcome) {
        if matches!(outcome, input::Outcome::Changed | input::Outcome::Full) {
            self.search_typed();
        }
        self.message = (outcome == input::Outcome::Full).then(|| self.text().full.to_owned());
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        match &mut self.place_mut().screen {
            Screen::Note(_, input) | Screen::Prompt(_, input) => Some(input),
            Screen::Search(search) => Some(&mut search.input),
            _ => None,
        }
    }

    /// Carries out an action: as the screen does, or what it means everywhere.
    pub fn act(&mut self, action: Action) -> Effect {
        self.message = None;
        if self.scope() == Scope::Mirror {
            // keys may come faster than frames, and what is answered must be what is raised now
            self.reflect();
        }
        if let Some(screen) = self.places.last_mut().and_then(|place| place.screen.itself_mut()) {
            match screen.act(action, &mut self.state) {
                Outcome::Pass => {}
                Outcome::Done => return Effect::None,
                Outcome::Go(route) => {
                    self.open_route(route);
                    return Effect::None;
                }
                Outcome::Back => {
                    self.leave();
                    return Effect::None;
                }
                Outcome::Do(effect) => return effect,
            }
        }
        if let Some(turn) = screens::turn(action) {
            self.turn_selected(turn);
            return Effect::None;
        }
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::Left | Action::Right => {}
            Action::Open => return self.open(),
            Action::Back if matches!(self.screen(), Screen::Search(_)) => self.leave_search(),
            Action::Back => self.leave(),
            Action::TurnUp | Action::TurnDown | Action::ToMin | Action::ToMax | Action::Neutral => {}
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
            Action::Order | Action::ReadAgain | Action::Unit | Action::HideNames => {}
            Action::Rose => self.open_route(Route::Rose),
            Action::Note => self.write_note(),
            Action::SaveBearing => self.ask(Ask::BearingLabel, ""),
            Action::Bearings => self.open_route(Route::Bearings),
            Action::Compare => self.compare(),
            Action::Ghost => return self.choose_ghost(),
            Action::Restore => self.restore_bearing(),
            Action::Rename => self.rename_bearing(),
            Action::Delete => self.delete_bearing(),
            Action::Review => self.ask_review(),
            Action::Decisions => self.open_route(Route::Decisions),
            Action::NewDecision => self.write(TextTarget::NewDecision),
            Action::Documents => self.pick_list(Links::Documents),
            Action::Enriches => self.pick_list(Links::Enriches),
            Action::Pick => {}
            Action::Keep => return self.keep(),
            Action::Leave => self.back(),
            Action::Foreword => self.open_route(Route::Foreword),
            Action::KeepMine => return self.choose_version(true),
            Action::KeepTheirs => return self.choose_version(false),
            Action::Merge => return self.merge(),
            Action::Welcome => self.welcome(),
            Action::Profiles => return self.profiles(),
            Action::Export => return self.open_export(),
            Action::Team => return self.open_team(),
            Action::Settings => {
                self.open_route(Route::Settings);
                return Effect::LookAround;
            }
            Action::Help => self.open_search(Source::Help),
            Action::Palette => self.open_search(Source::Palette),
            Action::Find => self.open_search(Source::Find),
            Action::Choose => return self.choose_entry(),
            Action::Copy => return self.copy_what_is_here(),
            Action::CopyNote => return self.copy_note(),
            Action::Mirror => {
                self.go(Screen::Mirror);
                self.reflect();
            }
            Action::PutAway => self.put_away(),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
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
        match self.screen().itself() {
            Some(_) => self.show_selected(),
            None => self.scroll_to(self.place().scroll),
        }
        self.fit_input();
    }

    /// The page that is read on this screen and the room it is read in, where there is one.
    pub fn page_in_view(&self) -> Option<(Page, Rect)> {
        let body = layout::frame(self.size.width, self.size.height)?.body;
        let (area, page): (Rect, fn(&App, u16) -> Page) = match &self.body().screen {
            Screen::Mirror => (layout::reading(body), content::mirror),
            Screen::Search(search) => {
                let area = layout::search(body).1;
                return Some((content::search(self, search, area.width), area));
            }
            _ => return None,
        };
        Some((page(self, area.width), area))
    }

    pub(super) fn go(&mut self, screen: Screen) {
        if std::mem::discriminant(self.screen()) != std::mem::discriminant(&screen) {
            self.places.push(Place::new(screen));
        }
    }

    fn open(&mut self) -> Effect {
        if matches!(self.screen(), Screen::Mirror) {
            self.answer_question();
        }
        Effect::None
    }

    /// Asks for a line, which starts as `line`.
    pub(super) fn ask(&mut self, ask: Ask, line: &str) {
        let limit = match ask {
            Ask::Team | Ask::ImportFile | Ask::ExportFile(_) => PATHS,
            _ => MOST_LABEL,
        };
        self.go(Screen::Prompt(ask, Input::one_line(line, limit)));
        self.fit_input();
    }

    /// Gives the text that is being written the room it is written in.
    pub(super) fn fit_input(&mut self) {
        let Some(frame) = layout::frame(self.size.width, self.size.height) else {
            return;
        };
        let room = match self.screen() {
            Screen::Prompt(ask, _) => layout::prompt(frame.notice, ask.question(self.text())).1,
            Screen::Search(_) => layout::search(frame.body).0,
            _ => layout::note(frame.body),
        };
        if let Some(input) = self.input_mut() {
            input.resize(room.as_size());
        }
    }

    /// Keeps what was written and goes back.
    fn keep(&mut self) -> Effect {
        if let Some(effect) = self.submit_profile_line().or_else(|| self.submit_export_line()) {
            return effect;
        }
        let Some(place) = self.places.pop() else {
            return Effect::None;
        };
        let effect = match place.screen {
            Screen::Note(_, input) if !input.is_changed() => Effect::None,
            Screen::Note(target, input) => {
                self.keep_text(&target, input.text());
                Effect::None
            }
            Screen::Prompt(ask, input) => self.keep_line(ask, input.text().trim()),
            _ => {
                self.places.push(place);
                Effect::None
            }
        };
        self.reflect();
        self.show_selected();
        effect
    }

    /// Leaves the screen, as each is left.
    fn leave(&mut self) {
        match self.screen() {
            Screen::Welcome(_) => self.leave_welcome(),
            _ => self.back(),
        }
    }

    pub(super) fn back(&mut self) {
        if self.places.len() > 1 {
            self.places.pop();
            self.reflect();
            self.refresh_search();
            self.resize(self.size);
            self.show_selected();
        }
    }

    /// An arrow up or down: `down` is −1 or 1.
    fn step(&mut self, down: isize) {
        match self.screen().walk() {
            Walk::List => {
                let to = self.selected().checked_add_signed(down);
                if !to.is_some_and(|at| self.select(at)) {
                    self.scroll_by(down);
                }
            }
            Walk::Stay => {}
        }
    }

    /// To the next or previous entry of the list, round at the ends.
    fn through(&mut self, by: isize) {
        let round = |at: usize, count: usize| (at as isize + by).rem_euclid(count.max(1) as isize) as usize;
        match self.screen().walk() {
            Walk::List => _ = self.select(round(self.selected(), self.entries())),
            Walk::Stay => {}
        }
    }

    /// Selects a mark, which is shown from its top.
    pub(super) fn go_mark(&mut self, mark: MarkIndex) {
        self.state.cursor = mark;
        self.place_mut().scroll = 0;
    }

    /// Turns the selected dial. Where no dial is to be seen it is said.
    fn turn_selected(&mut self, turn: Turn) {
        if self.scope().is_text() {
            return;
        }
        let mark = self.cursor;
        let before = self.value(mark);
        self.state.turn([mark], turn);
        if !self.scope().has_dial() {
            let said = format!("{} {before} → {}", self.mark_title(mark), self.value(mark));
            self.message.get_or_insert(said);
        }
    }

    fn levels(&mut self) {
        let field = (self.scope() != Scope::Home).then_some(self.field());
        self.open_route(Route::Levels {
            field,
            level: self.own_level(),
            raised_first: false,
        });
    }

    /// Opens a screen.
    pub(super) fn open_route(&mut self, route: Route) {
        let screen = match route {
            Route::Field => Screen::Field(Field),
            Route::Mark => Screen::Mark(Mark::new(self.cursor)),
            Route::Levels {
                field,
                level,
                raised_first,
            } => Screen::Levels(Levels::new(field, level, raised_first)),
            Route::Rose => Screen::Rose(Rose),
            Route::Foreword => Screen::Foreword(Foreword::default()),
            Route::Settings => Screen::Settings(Settings::default()),
            Route::Bearings => Screen::Bearings(Bearings::default()),
            Route::Bearing(id) => Screen::Bearing(Bearing::new(id)),
            Route::Decisions => Screen::Decisions(Decisions::default()),
            Route::Decision(at) => Screen::Decision(Decision::new(at)),
            Route::Note(text) => return self.write(text),
            Route::Prompt(ask, line) => return self.ask(ask, &line),
        };
        self.go(screen);
        self.show_selected();
    }

    /// To the first or last of what this screen lists.
    fn end(&mut self, last: bool) {
        match self.screen().walk() {
            Walk::List => _ = self.select(if last { self.entries().saturating_sub(1) } else { 0 }),
            Walk::Stay => {}
        }
    }

    /// One page up or down in what is longer than its room.
    fn page(&mut self, by: isize) {
        let Some((_, area)) = self.page_in_view() else {
            return;
        };
        let rows = isize::from(area.height.saturating_sub(2).max(1) as i16);
        self.scroll_to(self.place().scroll.saturating_add_signed(by * rows));
        // where there is a list, the selection follows what is in view
        let Some((page, area)) = self.page_in_view() else {
            return;
        };
        let top = self.place().scroll;
        let in_view = |line: &usize| (top..top + usize::from(area.height)).contains(line);
        let found = if by > 0 && top == page.last_scroll(area.height) {
            page.anchors.iter().rposition(in_view)
        } else {
            page.anchors.iter().position(in_view)
        };
        if let Some(at) = found {
            self.choose(at);
        }
    }

    pub(super) fn scroll_to(&mut self, row: usize) {
        let last = self
            .page_in_view()
            .map_or(0, |(page, area)| page.last_scroll(area.height));
        self.place_mut().scroll = row.min(last);
    }

    /// Scrolls by so many rows, the selection staying where it is.
    pub(super) fn scroll_by(&mut self, rows: isize) {
        if let Some(screen) = self.places.last_mut().and_then(|place| place.screen.itself_mut()) {
            return screen.scroll_by(rows, &mut self.state);
        }
        self.scroll_to(self.place().scroll.saturating_add_signed(rows));
    }

    /// How many entries the list on this screen has.
    fn entries(&self) -> usize {
        self.page_in_view().map_or(0, |(page, _)| page.anchors.len())
    }

    /// Which entry of the list on this screen is selected.
    pub fn selected(&self) -> usize {
        self.body().selected
    }

    /// Selects an entry without scrolling.
    fn choose(&mut self, at: usize) {
        self.place_mut().selected = at;
    }

    /// Selects an entry and brings it whole into view; false where there is none of that number.
    pub(super) fn select(&mut self, at: usize) -> bool {
        if let Some(screen) = self.places.last_mut().and_then(|place| place.screen.itself_mut()) {
            screen.select(at, &mut self.state);
            return true;
        }
        let there = at < self.entries();
        if there {
            self.choose(at);
            self.show_selected();
        }
        there
    }

    /// Brings the selected entry whole into view, selecting another where it is not in the list any more.
    pub(super) fn show_selected(&mut self) {
        if let Some(screen) = self.places.last_mut().and_then(|place| place.screen.itself_mut()) {
            return screen.settle(&mut self.state);
        }
        let Some((page, area)) = self.page_in_view() else {
            return;
        };
        let Some(last) = page.anchors.len().checked_sub(1) else {
            return;
        };
        let at = self.selected().min(last);
        let gone = at != self.selected();
        self.choose(at);
        if gone {
            return self.show_selected();
        }
        let top = if at == 0 { 0 } else { page.anchors[at] };
        let end = page.end_of(at);
        let (rows, scroll) = (usize::from(area.height), self.place().scroll);
        let to = if top < scroll {
            top.saturating_sub(1)
        } else if end > scroll + rows {
            end.saturating_sub(rows).min(top)
        } else {
            scroll
        };
        self.place_mut().scroll = to.min(page.last_scroll(area.height));
    }
}
