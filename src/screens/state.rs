//! What every screen sees: the session, the reader's preferences, the window, what is selected. Owns no screen and no word;
//! a deed is the session's.

use super::{
    action::Action,
    colleagues::TeamState,
    gathering::Presented,
    keymap::Keymap,
    layout,
    library::Library,
    motion::Motion,
    preferences::{Pictures, Preferences},
    questions::Questions,
    scope::Scope,
};
use crate::core::{
    compare::Picture,
    dial::DialValue,
    fault::{Cause, Fault},
    framework::{FieldIndex, Framework, Mark, MarkIndex, Translation},
    history::Step,
    profile::{Bearing, Profile},
    session::{Deed, Outcome, Saving, Session, Turn},
};
use crate::text::{Lang, Text};
use ratatui::layout::{Rect, Size};
use std::{sync::Arc, time::Duration};

/// What all screens share.
pub struct State {
    /// The leader's work with the open profile: every deed is done there.
    pub session: Session,
    /// The framework, which the session works with too.
    pub framework: Arc<Framework>,
    /// Its unofficial English rendering, where there is one.
    pub english: Option<Translation>,
    /// The language of the interface.
    pub lang: Lang,
    /// The window, in cells.
    pub size: Size,
    /// The selected mark; the selected field is the one it belongs to.
    pub cursor: MarkIndex,
    /// A line to the reader, until the next key.
    pub message: Option<String>,
    /// Rows under the body: more than one where a question needs them.
    pub notice_rows: u16,
    /// Height of a cell of the screen over its width.
    pub aspect: f32,
    /// What is known of the terminal's own pictures.
    pub pictures: Pictures,
    /// How the reader wants it.
    pub preferences: Preferences,
    /// What each key does.
    pub keymap: Keymap,
    /// What lies on the disk beside the profile.
    pub library: Library,
    /// Colleagues, as they were last read.
    pub team: TeamState,
    /// The gathering that is presented, or was last.
    pub presented: Presented,
    /// The questions of the mirror that are shown.
    pub questions: Questions,
    /// The bearing that is looked at on a screen that goes from date to date, by its id; nothing is the dials now.
    pub looking_at: Option<String>,
    /// Where the needles are.
    pub motion: Motion,
}

impl State {
    /// The state at the start, in a window of `size`.
    pub fn new(session: Session, english: Option<Translation>, lang: Lang, size: Size) -> Self {
        let framework = session.framework().clone();
        Self {
            cursor: framework.first_mark(),
            keymap: Keymap::default().of_framework(&framework),
            session,
            framework,
            english,
            lang,
            size,
            message: None,
            notice_rows: 1,
            aspect: 2.0,
            pictures: Pictures::default(),
            preferences: Preferences::default(),
            library: Library::default(),
            team: TeamState::default(),
            presented: Presented::default(),
            questions: Questions::default(),
            looking_at: None,
            motion: Motion::default(),
        }
    }

    /// The part of the window that the screen has for itself. Where the window is too small nothing is drawn, but keys
    /// work on: as in the smallest window there is room in.
    pub fn body(&self) -> Rect {
        let (width, height) = layout::LEAST;
        layout::frame(self.size.width.max(width), self.size.height.max(height))
            .map_or(Rect::ZERO, |frame| frame.with_notice(self.notice_rows).body)
    }

    /// The parts of the window, or nothing where it is too small.
    pub fn frame(&self) -> Option<layout::Frame> {
        let frame = layout::frame(self.size.width, self.size.height)?;
        Some(frame.with_notice(self.notice_rows))
    }

    /// The open profile.
    pub fn profile(&self) -> &Profile {
        self.session.profile()
    }

    /// Everything the program says, in the interface's language.
    pub fn text(&self) -> &'static Text {
        self.lang.text()
    }

    /// The selected field.
    pub fn field(&self) -> FieldIndex {
        self.framework.field_of(self.cursor)
    }

    /// Where a mark's dial stands.
    pub fn value(&self, mark: MarkIndex) -> DialValue {
        self.session.value(mark)
    }

    /// The time is `now`, since the program started. Returns whether anything on the screen is in motion.
    pub fn tick(&mut self, now: Duration) -> bool {
        let (session, framework) = (&self.session, &self.framework);
        let looking_at = self
            .looking_at
            .as_deref()
            .and_then(|id| session.profile().bearing(id));
        let values = framework.mark_indices().map(|mark| session.value(mark).get());
        let picture = framework.mark_indices().map(|mark| match looking_at {
            Some(bearing) => Picture::At(bearing).value(&framework.mark(mark).id).get(),
            None => session.value(mark).get(),
        });
        self.motion.advance(values, (picture, looking_at.is_some()), now)
    }

    /// The bearing whose dials are the ghosts, where there is one.
    pub fn ghost_bearing(&self) -> Option<&Bearing> {
        self.session.ghost().filter(|_| self.preferences.ghost)
    }

    /// Where a mark's dial stood at the bearing that ghosts, where there is one.
    pub fn ghost(&self, mark: MarkIndex) -> Option<DialValue> {
        let bearing = self.ghost_bearing()?;
        Some(Picture::At(bearing).value(&self.framework.mark(mark).id))
    }

    /// How much room these marks ask for together; beside that of all marks it is their share of all focus.
    pub fn raw_weight(&self, marks: impl Iterator<Item = MarkIndex>) -> f64 {
        marks
            .map(|mark| self.value(mark).raw_weight())
            .sum::<u32>()
            .into()
    }

    /// A mark's share of all focus, in 0..1.
    pub fn weight(&self, mark: MarkIndex) -> f64 {
        self.raw_weight([mark].into_iter()) / self.raw_weight(self.framework.mark_indices())
    }

    /// A field's share of all focus, in 0..1.
    pub fn field_weight(&self, field: FieldIndex) -> f64 {
        self.raw_weight(self.framework.marks_of(field)) / self.raw_weight(self.framework.mark_indices())
    }

    /// The reader's own level, counted from 0; the last one where the framework has fewer.
    pub fn own_level(&self) -> usize {
        self.session.own_level()
    }

    /// The framework whose names are on the screen: the English rendering where the interface is English and there is one.
    /// Its shape is the framework's own; what is read of a mark is the framework's, and the rendering beside it.
    pub fn names(&self) -> &Framework {
        match self.rendering() {
            Some(rendering) => rendering.names(),
            None => &self.framework,
        }
    }

    /// A field's title, as it is called on the screen.
    pub fn field_title(&self, field: FieldIndex) -> &str {
        &self.names().field(field).title
    }

    /// A mark's title, as it is called on the screen.
    pub fn mark_title(&self, mark: MarkIndex) -> &str {
        &self.names().mark(mark).title
    }

    /// What a level asks in a mark, or empty where the framework has no such level.
    pub fn level_text(&self, mark: MarkIndex, level: usize) -> &str {
        self.framework
            .mark(mark)
            .levels
            .get(level)
            .map_or("", String::as_str)
    }

    /// The names of the levels, in English where the interface is English and there is a rendering.
    pub fn level_names(&self) -> &[String] {
        match (self.lang, &self.english) {
            (Lang::En, Some(english)) => english.levels(),
            _ => &self.framework.levels,
        }
    }

    /// The English rendering of a mark, where the interface is English and there is one.
    pub fn english_mark(&self, mark: MarkIndex) -> Option<&Mark> {
        match self.lang {
            Lang::En => Some(self.english.as_ref()?.mark(mark)),
            Lang::Da => None,
        }
    }

    /// The rendering of the framework that stands beside it, where the interface is not in its language.
    pub fn rendering(&self) -> Option<&Translation> {
        self.english.as_ref().filter(|_| self.lang == Lang::En)
    }

    /// How many changes the profile has seen since the program started; the loop saves when it has grown.
    pub fn changes(&self) -> u64 {
        self.session.changes()
    }

    /// Takes in the result of a deed; a refusal becomes the message. Returns the step where the profile was changed.
    pub fn did(&mut self, deed: Deed) -> Option<Step> {
        match deed {
            Ok(Outcome::Changed(step)) => Some(step),
            Ok(Outcome::Unchanged | Outcome::Files(_)) => None,
            Err(fault) => {
                self.refused(&fault);
                None
            }
        }
    }

    /// Shows why what was asked for could not be done.
    pub fn refused(&mut self, fault: &Fault) {
        self.message = Some(self.lang.fault(fault));
    }

    /// Something was done with the team that is no step of the profile.
    pub fn did_in_team(&mut self) {
        self.team.done_at = Some(self.changes());
    }

    /// True once after such a deed, while it is the last thing that was done: undo would take back something else.
    pub fn is_team_deed_last(&mut self) -> bool {
        self.team.done_at.take() == Some(self.changes())
    }

    /// A gathering that was begun without names goes on without them. True where they were shown until now.
    pub fn hides_names_as_begun(&mut self) -> bool {
        let hides = self.presented.is_nameless() && !self.team.hide_names;
        self.team.hide_names |= hides;
        hides
    }

    /// Says what goes into the team's folder and what stays, and which key puts it there.
    pub fn tell_what_is_shared(&mut self) {
        self.team.told = true;
        let words = self.text().sharing;
        let key = self.keymap.keys(Action::Share, Scope::Team);
        self.message = Some(format!("{}. {}", words.what_goes, words.key_puts(&key)));
    }

    /// The disk has not got the profile, and why: told in full once for each reason.
    pub fn not_saved(&mut self, fault: Fault) {
        let said = self.text().not_saved(&self.lang.fault(&fault));
        if self.session.not_saved(fault) {
            self.message = Some(said);
        }
    }

    /// The disk has the profile as it was after this many changes; `unbacked` is why it has no backup of the state
    /// before. What was told of its not being there goes.
    pub fn saved(&mut self, changes: u64, unbacked: Option<Cause>) {
        let told = match self.session.saving() {
            Saving::Failed(fault) => Some(self.text().not_saved(&self.lang.fault(fault))),
            _ => None,
        };
        self.session.saved(changes, unbacked);
        if *self.session.saving() == Saving::Saved && told.is_some() && self.message == told {
            self.message = None;
        }
    }

    /// Turns dials as one step of undo.
    pub fn turn(&mut self, marks: impl IntoIterator<Item = MarkIndex>, turn: Turn) {
        let deed = self.session.turn(marks, turn);
        self.did(deed);
    }

    /// The own level is the next or the one before, round at the ends.
    pub fn cycle_level(&mut self, by: isize) {
        let count = self.framework.levels.len().max(1) as isize;
        let level = (self.own_level() as isize + by).rem_euclid(count) as usize;
        let deed = self.session.set_level(level);
        self.did(deed);
    }

    /// Selects a field by its first mark.
    pub fn go_field(&mut self, field: FieldIndex) {
        if let Some(first) = self.framework.marks_of(field).next() {
            self.cursor = first;
        }
    }

    /// Selects a neighbour in the same field, stopping at its ends.
    pub fn step_in_field(&mut self, by: isize) {
        let to = self.cursor.get().checked_add_signed(by);
        if let Some(mark) = to.and_then(|to| self.framework.mark_at(to))
            && self.framework.field_of(mark) == self.field()
        {
            self.cursor = mark;
        }
    }

    /// Selects the next or previous mark through all, round at the ends.
    pub fn cycle_marks(&mut self, by: isize) {
        let count = self.framework.mark_count() as isize;
        let to = (self.cursor.get() as isize + by).rem_euclid(count) as usize;
        self.cursor = self.framework.mark_at(to).unwrap_or(self.cursor);
    }
}
