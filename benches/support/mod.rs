//! What benches and measurements share: a profile of a year's use, and the program as the loop drives it.

#![allow(dead_code)] // each of them uses its own part

use crossterm::event::{KeyCode, KeyEvent};
use pejl::{
    app::{App, keymap::Key},
    core::{
        dial::DialValue,
        framework::Framework,
        profile::{Edit, Profile},
        session::Session,
    },
    store::{DEFAULT_NAME, system_clock},
    terminal::{Event, InputEvent, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use std::time::Instant;

/// A profile with so many bearings, a note of so many characters on every mark, and its dials turned.
pub fn profile(bearings: usize, note: usize) -> Profile {
    let framework = Framework::built_in();
    let mut profile = Profile::new(DEFAULT_NAME, framework.id.clone(), 2);
    let value = |steps: usize| DialValue::NEUTRAL.turned(steps as i64 % 7 - 3);
    let words = "Tre aftenvagter står uden afløser, og det mærkes af dem der er tilbage. ";
    for (mark, _, shown) in framework.marks() {
        profile.apply(Edit::Dials(vec![(shown.id.clone(), value(mark.get()))]));
        profile.apply(Edit::Note {
            mark: shown.id.clone(),
            text: words.chars().cycle().skip(mark.get()).take(note).collect(),
        });
    }
    let now = system_clock();
    for week in 0..bearings {
        let turned = framework
            .marks()
            .map(|(mark, _, shown)| (shown.id.clone(), value(mark.get() + week)));
        profile.apply(Edit::Dials(turned.collect()));
        let mut bearing = profile.bearing_of_now(format!("Uge {}", week + 1), now);
        bearing.id = format!("b{}", week + 1);
        profile.apply(Edit::InsertBearing {
            at: week,
            bearing: bearing.into(),
        });
    }
    profile
}

/// A year of weekly bearings with short notes: 86 KB as a file.
pub fn year() -> Profile {
    profile(52, 70)
}

/// The program and the bytes of its last frame.
pub struct Running {
    pub program: Program,
    pub written: Vec<u8>,
}

impl Running {
    /// At home with this profile, in a terminal with 24-bit colour and of this size; nothing glides.
    pub fn new(profile: Profile, (width, height): (u16, u16)) -> Self {
        let session = Session::new(Framework::built_in(), profile, system_clock());
        let english = Some(Framework::built_in_english());
        let mut app = App::new(session, english, Lang::Da, Size::new(width, height));
        app.state.motion.set(false);
        let look = Look {
            theme: Theme::dark(Depth::True),
            marker: Marker::Smooth,
        };
        let mut running = Self {
            program: Program::new(app, look, false, system_clock),
            written: Vec::with_capacity(1 << 20),
        };
        running.show();
        running
    }

    /// Presses keys by name, separated by spaces.
    pub fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|_| panic!("no key is called {name}"));
            self.handle(key.event());
            self.show();
        }
    }

    /// One key in, without a frame.
    pub fn handle(&mut self, key: KeyEvent) {
        let event = Event::Input(InputEvent::Key(key));
        self.program.handle(event, Instant::now());
    }

    /// The frame, as bytes in `written`.
    pub fn show(&mut self) {
        self.written.clear();
        self.program.refresh();
        self.program.show(&mut self.written);
    }

    /// Everything drawn anew and written whole, as the first frame is.
    pub fn show_whole(&mut self) {
        self.program.repaint();
        self.show();
    }
}

/// A letter as a key.
pub fn key(letter: char) -> KeyEvent {
    KeyEvent::from(KeyCode::Char(letter))
}
