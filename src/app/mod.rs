//! The state of the program and every change to it. Owns what is open, what is selected and what undo remembers; opens
//! no file, reads no clock, knows no colour. Time and everything from outside come in as arguments.

pub use crate::screens::{action, keymap, library, motion, preferences};
pub use draw::draw;

mod bearings;
mod clipboard;
pub mod content;
mod draw;
pub mod export;

pub mod hints;

pub mod merge;
mod mirror;
mod mouse;
pub mod profiles;
pub mod screen;
pub mod search;
pub mod settings;
pub mod team;
mod update;
mod welcome;

use crate::core::{framework::Translation, session::Session};
use crate::screens::state::State;
pub use crate::screens::{Effect, layout, scale};
use crate::text::Lang;
use crate::widget::input::Input;
use keymap::{Keymap, Scope};
use mouse::Mouse;
use ratatui::layout::Size;
use screen::{Place, Screen};
use search::Source;
use std::ops::{Deref, DerefMut};

/// The running program: what all screens share, and the stack of screens.
pub struct App {
    /// What all screens share.
    pub state: State,
    /// What each key does.
    pub keymap: Keymap,
    mouse: Mouse,
    mirror: mirror::Mirror,
    places: Vec<Place>,
}

/// What is asked of the app and is no business of the stack is the state's.
impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl DerefMut for App {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.state
    }
}

impl App {
    /// The program at home, in a window of `size`.
    pub fn new(session: Session, english: Option<Translation>, lang: Lang, size: Size) -> Self {
        Self {
            state: State::new(session, english, lang, size),
            keymap: Keymap::default(),
            mouse: Mouse::default(),
            mirror: mirror::Mirror::default(),
            places: vec![Place::home()],
        }
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
        let screen = self.screen();
        if let Some(screen) = screen.itself() {
            return screen.scope();
        }
        match screen {
            Screen::Mirror => Scope::Mirror,
            Screen::Note(..) => Scope::Note,
            Screen::Search(search) => match search.source {
                Source::Find => Scope::Search,
                Source::Help | Source::Palette => Scope::Commands,
            },
            Screen::Prompt(..) => Scope::Prompt,
            _ => Scope::Everywhere,
        }
    }
}
