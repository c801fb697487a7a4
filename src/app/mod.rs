//! The running program: the stack of screens over what they all share. Owns which screen has the keys and what an action
//! means everywhere; opens no file, reads no clock, knows no colour. Time and everything from outside come in as arguments.

mod clipboard;
mod crumbs;
mod draw;
mod events;
pub mod hints;
mod mouse;
mod notice;
pub mod screen;
mod update;

pub use crate::screens::{Effect, action, keymap, layout, library, motion, preferences, scale};
pub use draw::draw;

use crate::core::{framework::Translation, merge::Merging, mirror::Question, session::Session};
use crate::screens::{home::Home, questions::Asked, scope::Scope, state::State};
use crate::text::Lang;
use crate::widget::input::Input;
use mouse::Mouse;
use ratatui::layout::Size;
use screen::AnyScreen;
use std::time::Duration;

/// The running program: what all screens share, and the stack of screens.
pub struct App {
    /// What all screens share.
    pub state: State,
    mouse: Mouse,
    /// Home, and over it what was opened; the last one has the keys.
    screens: Vec<AnyScreen>,
}

impl App {
    /// The program at home, in a window of `size`.
    pub fn new(session: Session, english: Option<Translation>, lang: Lang, size: Size) -> Self {
        Self {
            state: State::new(session, english, lang, size),
            mouse: Mouse::default(),
            screens: vec![Home.into()],
        }
    }

    /// The screen that has the keys.
    pub fn screen(&self) -> &AnyScreen {
        self.screens.last().expect("home is never left")
    }

    fn screen_mut(&mut self) -> &mut AnyScreen {
        self.screens.last_mut().expect("home is never left")
    }

    /// The screen that fills the body: the one under a line that is asked for.
    pub fn body(&self) -> &AnyScreen {
        let mut bodies = self.screens.iter().rev().filter(|screen| !screen.is_line());
        bodies.next().expect("home is never left")
    }

    /// The screen that is seen around one that stands over it.
    fn around(&self) -> Option<&AnyScreen> {
        let mut bodies = self.screens.iter().rev().filter(|screen| !screen.is_line());
        bodies.next().filter(|screen| screen.is_overlay())?;
        bodies.find(|screen| !screen.is_overlay())
    }

    /// The text that is being written, where there is one: it takes keys first.
    pub fn input(&self) -> Option<&Input> {
        self.screen().input()
    }

    /// True where a text of the profile is being written that differs from what is stored.
    pub fn is_writing(&self) -> bool {
        let of_profile = match self.screen() {
            AnyScreen::Prompt(prompt) => prompt.ask().is_of_profile(),
            AnyScreen::Note(_) | AnyScreen::Welcome(_) => true,
            _ => false,
        };
        of_profile && self.input().is_some_and(Input::is_changed)
    }

    /// True where a line is asked for.
    pub fn is_asking(&self) -> bool {
        self.screen().is_line()
    }

    /// Where bindings are looked up.
    pub fn scope(&self) -> Scope {
        self.screen().scope()
    }

    /// The merge that is on the screen, or under what is.
    pub fn merging(&self) -> Option<&Merging> {
        self.screens.iter().rev().find_map(|screen| match screen {
            AnyScreen::Merge(merge) => Some(&merge.merging),
            _ => None,
        })
    }

    /// True where the team is on the screen, or under what is.
    pub fn is_looking_at_team(&self) -> bool {
        self.screens
            .iter()
            .any(|screen| matches!(screen, AnyScreen::Team(_)))
    }

    /// True where a group is presented without names: then whose screen it is stands nowhere either.
    fn hides_presenter(&self) -> bool {
        let mut screens = self.screens.iter();
        self.state.team.hide_names
            && screens.any(|screen| matches!(screen, AnyScreen::Present(_) | AnyScreen::PresentEnd(_)))
    }

    /// When the frame changes by itself, if it does: a presentation counts the minutes.
    pub fn changes_in(&self) -> Option<Duration> {
        match self.screen() {
            AnyScreen::Present(present) => {
                Some(Duration::from_secs(present.next_minute(self.state.session.now())))
            }
            _ => None,
        }
    }

    /// The one question of the mirror that is shown unasked: at home the first of all, in a mark one about that mark alone.
    pub fn quiet_question(&self) -> Option<&Question> {
        match self.screen().asked(&self.state)? {
            Asked::First | Asked::About(_) => self.state.questions.open.first(),
            Asked::All => None,
        }
    }

    /// Brings up to date what follows from what is shown and set: which texts were read, which questions are raised. To be
    /// called when the events that there are were taken in, before a frame is drawn; costs nothing where nothing has changed.
    pub fn refresh_derived(&mut self) {
        let read = self.screen().in_view(&self.state);
        if !read.is_empty() {
            self.state.session.mark_read(read);
        }
        if let Some(asked) = self.body().asked(&self.state) {
            self.state.questions.refresh(asked, &self.state.session);
        }
        let size = self.state.size;
        let rows = layout::frame(size.width, size.height).map_or(1, |parts| self.notice_rows(&parts));
        if std::mem::replace(&mut self.state.notice_rows, rows) != rows {
            self.settle();
        }
    }
}
