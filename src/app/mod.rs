//! The state of the program and every change to it. Owns what is open, what is selected and what undo remembers; opens
//! no file, reads no clock, knows no colour. Time and everything from outside come in as arguments.

pub mod action;
pub mod around;
mod bearings;
mod clipboard;
pub mod content;
mod decisions;
pub mod export;
pub mod find;
pub mod hints;
pub mod keymap;
pub mod layout;
pub mod merge;
mod mirror;
pub mod motion;
mod mouse;
pub mod page;
pub mod preferences;
pub mod profiles;
pub mod role;
pub mod screen;
pub mod search;
pub mod settings;
pub mod team;
mod update;
mod welcome;

use crate::core::{
    compare::Picture,
    dial::DialValue,
    fault::Fault,
    framework::{FieldIndex, Framework, Mark, MarkIndex, Translation},
    history::Step,
    profile::{Bearing, Profile},
    session::{Deed, Outcome, Session},
};
use crate::text::{Lang, Text};
use crate::widget::input::Input;
use around::Around;
use keymap::{Keymap, Scope};
use motion::Motion;
use mouse::Mouse;
pub use mouse::scale;
use preferences::Preferences;
use ratatui::layout::Size;
use screen::{Place, Screen, WelcomeStep};
use std::{sync::Arc, time::Duration};
use team::TeamState;
pub use update::Effect;

/// What the program is showing and holding.
pub struct App {
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
    /// Height of a cell of the screen over its width.
    pub aspect: f32,
    /// What each key does.
    pub keymap: Keymap,
    /// How the reader wants it.
    pub preferences: Preferences,
    /// What lies on the disk around the profile.
    pub around: Around,
    /// Colleagues, as they were last read.
    pub team: TeamState,
    mouse: Mouse,
    /// Where the needles are.
    pub motion: Motion,
    mirror: mirror::Mirror,
    places: Vec<Place>,
}

impl App {
    /// The program at home, in a window of `size`.
    pub fn new(session: Session, english: Option<Translation>, lang: Lang, size: Size) -> Self {
        let framework = session.framework().clone();
        Self {
            cursor: framework.first_mark(),
            session,
            framework,
            english,
            lang,
            size,
            message: None,
            aspect: 2.0,
            keymap: Keymap::default(),
            preferences: Preferences::default(),
            around: Around::default(),
            team: TeamState::default(),
            mouse: Mouse::default(),
            motion: Motion::default(),
            mirror: mirror::Mirror::default(),
            places: vec![Place::new(Screen::Home)],
        }
    }

    /// The open profile.
    pub fn profile(&self) -> &Profile {
        self.session.profile()
    }

    /// Everything the program says, in the interface's language.
    pub fn text(&self) -> &'static Text {
        self.lang.text()
    }

    /// The place that is shown.
    pub fn place(&self) -> &Place {
        self.places.last().expect("home is never left")
    }

    fn place_mut(&mut self) -> &mut Place {
        self.places.last_mut().expect("home is never left")
    }

    /// The screen that has the keys.
    pub fn screen(&self) -> &Screen {
        &self.place().screen
    }

    /// The place that fills the body: the one under a line that is asked for.
    pub fn body(&self) -> &Place {
        let asked = |place: &&Place| matches!(place.screen, Screen::Prompt(..));
        self.places
            .iter()
            .rev()
            .find(|place| !asked(place))
            .expect("home is never left")
    }

    /// The text that is being written, where there is one: it takes keys first.
    pub fn input(&self) -> Option<&Input> {
        match self.screen() {
            Screen::Note(_, input) | Screen::Prompt(_, input) => Some(input),
            Screen::Search(search) => Some(&search.input),
            _ => None,
        }
    }

    /// True where a line is asked for.
    pub fn is_asking(&self) -> bool {
        matches!(self.screen(), Screen::Prompt(..))
    }

    /// Where bindings are looked up.
    pub fn scope(&self) -> Scope {
        match self.screen() {
            Screen::Home => Scope::Home,
            Screen::Field => Scope::Field,
            Screen::Mark => Scope::Mark,
            Screen::Levels(_) => Scope::Levels,
            Screen::Rose => Scope::Rose,
            Screen::Foreword => Scope::Reading,
            Screen::Bearings(_) => Scope::Bearings,
            Screen::Bearing(_) => Scope::Bearing,
            Screen::Compare(_) => Scope::Compare,
            Screen::Decisions => Scope::Decisions,
            Screen::Decision(_) => Scope::Decision,
            Screen::Picks(_) => Scope::Picks,
            Screen::Mirror => Scope::Mirror,
            Screen::Note(..) => Scope::Note,
            Screen::Settings => Scope::Settings,
            Screen::Profiles => Scope::Profiles,
            Screen::Merge(_) => Scope::Merge,
            Screen::Export(_) => Scope::Export,
            Screen::Team => Scope::Team,
            Screen::Welcome(WelcomeStep::About) => Scope::Welcome,
            Screen::Welcome(WelcomeStep::Level) => Scope::YourLevel,
            Screen::Welcome(WelcomeStep::Dial) => Scope::FirstDial,
            Screen::Search(_) => Scope::Search,
            Screen::Prompt(..) => Scope::Prompt,
        }
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
        let session = &self.session;
        let values = self
            .framework
            .mark_indices()
            .map(|mark| session.value(mark).get());
        self.motion.advance(values, now)
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
    pub fn pull(&self, marks: impl Iterator<Item = MarkIndex>) -> f64 {
        marks.map(|mark| self.value(mark).pull()).sum::<u32>().into()
    }

    /// A mark's share of all focus, in 0..1.
    pub fn weight(&self, mark: MarkIndex) -> f64 {
        self.pull([mark].into_iter()) / self.pull(self.framework.mark_indices())
    }

    /// The reader's own level, counted from 0; the last one where the framework has fewer.
    pub fn own_level(&self) -> usize {
        self.session.own_level()
    }

    /// A field's title.
    pub fn field_title(&self, field: FieldIndex) -> &str {
        &self.framework.field(field).title
    }

    /// A mark's title.
    pub fn mark_title(&self, mark: MarkIndex) -> &str {
        &self.framework.mark(mark).title
    }

    /// What a level asks in a mark, or empty where the framework has no such level.
    pub fn level_text(&self, mark: MarkIndex, level: usize) -> &str {
        self.framework
            .mark(mark)
            .levels
            .get(level)
            .map_or("", String::as_str)
    }

    /// The English rendering of a mark, where the interface is English and there is one.
    pub fn english_mark(&self, mark: MarkIndex) -> Option<&Mark> {
        match self.lang {
            Lang::En => Some(self.english.as_ref()?.mark(mark)),
            Lang::Da => None,
        }
    }

    /// How many changes the profile has seen since the program started; the loop saves when it has grown.
    pub fn changes(&self) -> u64 {
        self.session.changes()
    }

    /// Takes in what came of a deed; what was refused is told. Returns the step where the profile was changed.
    fn did(&mut self, deed: Deed) -> Option<Step> {
        match deed {
            Ok(Outcome::Changed(step)) => Some(step),
            Ok(Outcome::Unchanged | Outcome::Files(_)) => None,
            Err(fault) => {
                self.refused(&fault);
                None
            }
        }
    }

    /// The disk has not got the profile, and why: told in full once for each reason.
    pub fn not_saved(&mut self, fault: Fault) {
        let said = self.text().not_saved(&self.lang.fault(&fault));
        if self.session.not_saved(fault) {
            self.message = Some(said);
        }
    }
}
