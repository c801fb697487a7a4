//! What each action does to the state. Owns no keys (`keymap`) and no drawing; what must be done outside the state is
//! returned as an [`Effect`].

use super::{
    App,
    action::Action,
    content,
    keymap::{Key, Scope},
    layout,
    page::Page,
    preferences::Setting,
    screen::{Ask, LevelView, Links, Place, Screen, TextTarget, Walk, WelcomeStep},
    search::Source,
};
use crate::core::{
    dial::DialValue,
    framework::{FieldIndex, MarkIndex},
    merge::Keep,
    profile::MOST_LABEL,
    sanitise::clean_lines,
    session::{ProfileCommand, Turn},
};
use crate::widget::input::{Input, Outcome};
use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};
use std::path::PathBuf;

/// What the loop must do after an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Nothing, and the state is what it was: there is not even a frame to draw.
    Unchanged,
    /// Leave the program.
    Quit,
    /// Ctrl+C: leave where the one before was less than two seconds ago.
    Interrupt,
    /// Put this text on the clipboard.
    Copy(String),
    /// Look at what lies on the disk around the profile.
    LookAround,
    /// Put the profile on the clipboard, as Markdown.
    CopyProfile,
    /// Do this with the profiles' files.
    Profile(ProfileCommand),
    /// Read colleagues' profiles.
    ReadTeam,
    /// Show what an export would be.
    Preview,
    /// Write what is chosen for export.
    Export {
        /// To this file.
        file: PathBuf,
        /// Also where it is there already.
        replace: bool,
    },
    /// A setting is another: everything must look and behave so, and the config file must say so.
    Set(Setting),
}

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
            return Effect::Unchanged;
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
    fn typed(&mut self, outcome: Outcome) {
        if matches!(outcome, Outcome::Changed | Outcome::Full) {
            self.search_typed();
        }
        self.message = (outcome == Outcome::Full).then(|| self.text().full.to_owned());
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        match &mut self.place_mut().screen {
            Screen::Note(_, input) | Screen::Prompt(_, input) => Some(input),
            Screen::Search(search) => Some(&mut search.input),
            _ => None,
        }
    }

    /// Carries out an action.
    pub fn act(&mut self, action: Action) -> Effect {
        let before = self.stand(action);
        let effect = self.carry_out(action);
        match effect {
            Effect::None if before.is_some() && before == self.stand(action) => Effect::Unchanged,
            effect => effect,
        }
    }

    /// All that an action can change: told for those that move or turn, where dials are, while no message stands.
    fn stand(&self, action: Action) -> Option<impl PartialEq + use<>> {
        use Action::*;
        let dials = matches!(
            self.screen(),
            Screen::Home | Screen::Field | Screen::Mark | Screen::Rose
        );
        let known = matches!(
            action,
            Up | Down
                | Left
                | Right
                | First
                | Last
                | Next
                | Previous
                | GoField(_)
                | PageUp
                | PageDown
                | TurnUp
                | TurnDown
                | ToMin
                | ToMax
                | Neutral
                | Back
        );
        let place = (self.cursor, self.place().scroll, self.places.len());
        (dials && known && self.message.is_none()).then_some((place, self.changes()))
    }

    fn carry_out(&mut self, action: Action) -> Effect {
        self.message = None;
        if self.scope() == Scope::Mirror {
            // keys may come faster than frames, and what is answered must be what is raised now
            self.reflect();
        }
        match action {
            Action::Up => self.step(0, -1),
            Action::Down => self.step(0, 1),
            Action::Left if self.is_setting() => return self.change_setting(-1),
            Action::Right if self.is_setting() => return self.change_setting(1),
            Action::Left if self.scope() == Scope::Team => self.order_team(-1),
            Action::Right if self.scope() == Scope::Team => self.order_team(1),
            Action::Left if self.export().is_some() => return self.change_export(-1),
            Action::Right if self.export().is_some() => return self.change_export(1),
            Action::Left if self.scope() == Scope::Merge => self.choose_side(Keep::Mine),
            Action::Right if self.scope() == Scope::Merge => self.choose_side(Keep::Theirs),
            Action::Left => self.step(-1, 0),
            Action::Right => self.step(1, 0),
            Action::Open => return self.open(),
            Action::Back if self.scope() == Scope::Search => self.leave_search(),
            Action::Back if matches!(self.screen(), Screen::Welcome(_)) => self.leave_welcome(),
            Action::Back if self.scope() == Scope::Merge => self.leave_merge(),
            Action::Back => self.back(),
            Action::TurnUp => self.turn(Turn::By(1)),
            Action::TurnDown => self.turn(Turn::By(-1)),
            Action::ToMin => self.turn(Turn::To(DialValue::MIN)),
            Action::ToMax => self.turn(Turn::To(DialValue::MAX)),
            Action::Neutral => self.turn(Turn::RESET),
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
            Action::Levels if self.scope() == Scope::Team => self.level_of_team(),
            Action::Levels => self.levels(),
            Action::Order => {
                if let Some(view) = self.level_view() {
                    view.raised_first = !view.raised_first;
                    self.show_selected();
                }
            }
            Action::Rose => self.go(Screen::Rose),
            Action::Note => self.write_note(),
            Action::SaveBearing => self.ask(Ask::BearingLabel, ""),
            Action::Bearings => self.bearings(),
            Action::Compare => self.compare(),
            Action::Ghost => return self.choose_ghost(),
            Action::Restore => self.restore_bearing(),
            Action::Rename => self.rename_bearing(),
            Action::Delete => match self.scope() {
                Scope::Decisions | Scope::Decision => self.delete_decision(),
                Scope::Profiles => self.delete_profile(),
                _ => self.delete_bearing(),
            },
            Action::Review => self.ask_review(),
            Action::Decisions => self.go(Screen::Decisions),
            Action::NewDecision => self.write(TextTarget::NewDecision),
            Action::Documents => self.pick_list(Links::Documents),
            Action::Enriches => self.pick_list(Links::Enriches),
            Action::Pick => match self.scope() {
                Scope::Bearings => self.choose_bearing(),
                Scope::Merge => self.choose_side(Keep::Both),
                _ => self.pick(),
            },
            Action::Keep if self.scope() == Scope::Merge => {
                return Effect::Profile(ProfileCommand::KeepMerged);
            }
            Action::Keep => return self.keep(),
            Action::Leave => self.back(),
            Action::Foreword => self.go(Screen::Foreword),
            Action::KeepMine if self.scope() == Scope::Merge => self.choose_all(Keep::Mine),
            Action::KeepTheirs if self.scope() == Scope::Merge => self.choose_all(Keep::Theirs),
            Action::KeepMine => return self.choose_version(true),
            Action::KeepTheirs => return self.choose_version(false),
            Action::Merge => return self.merge(),
            Action::Welcome => self.welcome(),
            Action::Profiles => return self.profiles(),
            Action::Export => return self.open_export(),
            Action::Team => return self.open_team(),
            Action::ReadAgain => return Effect::ReadTeam,
            Action::Unit => self.unit_of_team(),
            Action::HideNames => self.hide_names(),
            Action::Settings => {
                self.go(Screen::Settings);
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
        self.scroll_to(self.place().scroll);
        self.fit_input();
    }

    /// The page that is read on this screen and the room it is read in, where there is one.
    pub fn page_in_view(&self) -> Option<(Page, Rect)> {
        let body = layout::frame(self.size.width, self.size.height)?.body;
        let (area, page): (Rect, fn(&App, u16) -> Page) = match &self.body().screen {
            Screen::Home | Screen::Field | Screen::Rose | Screen::Note(..) | Screen::Prompt(..) => {
                return None;
            }
            Screen::Bearings(_) => (layout::bearings(body).list, content::bearings::timeline),
            Screen::Bearing(_) => (layout::reading(body), content::bearings::bearing),
            Screen::Compare(_) => (layout::compare(body).text, content::bearings::compare),
            Screen::Decisions => (layout::reading(body), content::bearings::decisions),
            Screen::Decision(_) => (layout::reading(body), content::bearings::decision),
            Screen::Picks(_) => (layout::reading(body), content::bearings::picks),
            Screen::Mirror => (layout::reading(body), content::mirror),
            Screen::Mark => {
                let area = layout::mark(body).text;
                return Some((content::mark(self, self.cursor, area.width), area));
            }
            Screen::Levels(view) => {
                let area = layout::reading(body);
                return Some((content::levels(self, view, area.width), area));
            }
            Screen::Foreword => (layout::reading(body), content::foreword),
            Screen::Settings => (layout::reading(body), content::settings),
            Screen::Profiles => (layout::reading(body), content::profiles),
            Screen::Merge(_) => (layout::merge(body).list, content::merge::merge),
            Screen::Export(_) => (layout::preview(body), content::export),
            Screen::Team => (
                layout::team(body, self.framework.mark_count()).list,
                content::team::list,
            ),
            Screen::Welcome(WelcomeStep::About) => (layout::reading(body), content::welcome::about),
            Screen::Welcome(WelcomeStep::Level) => (layout::reading(body), content::welcome::level),
            Screen::Welcome(WelcomeStep::Dial) => (layout::mark(body).text, content::welcome::dial),
            Screen::Search(search) => {
                let area = layout::search(body).1;
                return Some((content::search(self, search, area.width), area));
            }
        };
        Some((page(self, area.width), area))
    }

    pub(super) fn go(&mut self, screen: Screen) {
        if std::mem::discriminant(self.screen()) != std::mem::discriminant(&screen) {
            self.places.push(Place::new(screen));
        }
    }

    fn open(&mut self) -> Effect {
        match self.screen() {
            Screen::Settings => return self.open_setting(),
            Screen::Profiles => return self.open_profile_line(),
            Screen::Merge(_) => self.other_side(),
            Screen::Export(_) => self.ask_export_file(),
            Screen::Team => self.open_in_team(),
            Screen::Welcome(step) => self.next_step(*step),
            Screen::Home => self.go(Screen::Field),
            Screen::Field | Screen::Levels(_) => self.go(Screen::Mark),
            Screen::Rose => self.go(Screen::Mark),
            Screen::Bearings(_) => self.open_bearing(),
            Screen::Bearing(id) => {
                let subject = self.bearing_texts(id).into_iter().nth(self.place().selected);
                if let Some(subject) = subject {
                    self.write(subject);
                }
            }
            Screen::Decisions | Screen::Decision(_) => self.open_decision(),
            Screen::Picks(_) => self.pick(),
            Screen::Mirror => self.answer_question(),
            Screen::Mark
            | Screen::Foreword
            | Screen::Search(_)
            | Screen::Compare(_)
            | Screen::Note(..)
            | Screen::Prompt(..) => {}
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

    pub(super) fn back(&mut self) {
        if self.places.len() > 1 {
            self.places.pop();
            self.reflect();
            self.refresh_search();
            self.resize(self.size);
            self.show_selected();
        }
    }

    /// An arrow: `right` and `down` are −1, 0 or 1.
    fn step(&mut self, right: isize, down: isize) {
        match (self.screen().walk(), self.screen()) {
            (_, Screen::Levels(view)) if right != 0 => {
                if let Some(level) = view.level.checked_add_signed(right)
                    && level < self.framework.levels.len()
                    && let Some(view) = self.level_view()
                {
                    view.level = level;
                    self.show_selected();
                }
            }
            (_, Screen::Bearing(_) | Screen::Compare(_)) if right != 0 => self.older_newer(right),
            (Walk::Fields, _) => {
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
            (Walk::Field, _) => self.within_field(right + down),
            (Walk::Marks, _) => self.around(right + down),
            (Walk::List, _) => {
                let to = self.selected().checked_add_signed(down);
                if !to.is_some_and(|at| self.select(at)) {
                    self.scroll_by(down);
                }
            }
            (Walk::Text, _) => self.scroll_by(down),
            (Walk::Stay, _) => {}
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
        let round = |at: usize, count: usize| (at as isize + by).rem_euclid(count.max(1) as isize) as usize;
        match self.screen().walk() {
            Walk::Fields => {
                let field = self
                    .framework
                    .field_at(round(self.field().get(), self.framework.field_count()));
                self.go_field(field.unwrap_or(self.field()));
            }
            Walk::Field | Walk::Marks => self.around(by),
            Walk::List => _ = self.select(round(self.selected(), self.entries())),
            Walk::Text | Walk::Stay => {}
        }
    }

    pub(super) fn go_field(&mut self, field: FieldIndex) {
        if let Some(first) = self.framework.marks_of(field).next() {
            self.go_mark(first);
        }
    }

    pub(super) fn go_mark(&mut self, mark: MarkIndex) {
        self.cursor = mark;
        self.place_mut().scroll = 0;
    }

    /// Turns the selected dial; at home all the dials of the field, as one step of undo. Where no dial is to be seen it is
    /// said.
    fn turn(&mut self, turn: Turn) {
        let turned: Vec<MarkIndex> = match self.screen() {
            Screen::Home => self.framework.marks_of(self.field()).collect(),
            Screen::Welcome(WelcomeStep::About | WelcomeStep::Level) => return,
            _ if self.scope().is_text() => return,
            _ => vec![self.cursor],
        };
        let is_seen = self.scope().has_dial();
        let before = self.value(self.cursor);
        let deed = self.session.turn(turned, turn);
        self.did(deed);
        if !is_seen {
            let (mark, now) = (self.mark_title(self.cursor), self.value(self.cursor));
            let said = format!("{mark} {before} → {now}");
            self.message.get_or_insert(said);
        }
    }

    fn levels(&mut self) {
        let field = self.field();
        match self.level_view() {
            Some(view) => view.field = if view.field.is_some() { None } else { Some(field) },
            None => {
                let field = (self.scope() != Scope::Home).then_some(field);
                self.go(Screen::Levels(LevelView {
                    field,
                    level: self.own_level(),
                    raised_first: false,
                }));
            }
        }
        self.show_selected();
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

    /// To the first or last of what this screen lists.
    fn end(&mut self, last: bool) {
        match self.screen().walk() {
            Walk::Fields => {
                let mut fields = self.framework.field_indices();
                if let Some(field) = if last { fields.next_back() } else { fields.next() } {
                    self.go_field(field);
                }
            }
            Walk::Field => {
                let mut marks = self.framework.marks_of(self.field());
                if let Some(mark) = if last { marks.next_back() } else { marks.next() } {
                    self.go_mark(mark);
                }
            }
            Walk::Marks => {
                let mut marks = self.framework.mark_indices();
                self.go_mark(if last { marks.next_back() } else { marks.next() }.unwrap_or(self.cursor));
            }
            Walk::List => _ = self.select(if last { self.entries().saturating_sub(1) } else { 0 }),
            Walk::Text => self.scroll_to(if last { usize::MAX } else { 0 }),
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
        self.scroll_to(self.place().scroll.saturating_add_signed(rows));
    }

    /// How many entries the list on this screen has.
    fn entries(&self) -> usize {
        self.page_in_view().map_or(0, |(page, _)| page.anchors.len())
    }

    /// Which entry of the list on this screen is selected.
    pub fn selected(&self) -> usize {
        match &self.body().screen {
            Screen::Levels(view) => {
                let marks = content::level_marks(self, view);
                marks.iter().position(|mark| *mark == self.cursor).unwrap_or(0)
            }
            Screen::Team => {
                let rows = &self.team.view.rows;
                rows.iter().position(|row| row.mark == self.cursor).unwrap_or(0)
            }
            _ => self.body().selected,
        }
    }

    /// Selects an entry without scrolling.
    fn choose(&mut self, at: usize) {
        self.place_mut().selected = at;
        if let Some(view) = self.level_view().copied()
            && let Some(mark) = content::level_marks(self, &view).get(at)
        {
            self.cursor = *mark;
        }
        if let Some(mark) = self.merge_mark(at) {
            self.cursor = mark;
        }
        if let (Screen::Team, Some(row)) = (self.screen(), self.team.view.rows.get(at)) {
            self.cursor = row.mark;
        }
    }

    /// Selects an entry and brings it whole into view; false where there is none of that number.
    pub(super) fn select(&mut self, at: usize) -> bool {
        let there = at < self.entries();
        if there {
            self.choose(at);
            self.show_selected();
        }
        there
    }

    /// Brings the selected entry whole into view, selecting another where it is not in the list any more.
    pub(super) fn show_selected(&mut self) {
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

    /// To the next or previous petal of the rose.
    fn around(&mut self, by: isize) {
        let count = self.framework.mark_count() as isize;
        let to = (self.cursor.get() as isize + by).rem_euclid(count) as usize;
        self.go_mark(self.framework.mark_at(to).unwrap_or(self.cursor));
    }
}
