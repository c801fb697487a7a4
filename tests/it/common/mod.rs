//! Drives the program as a leader does: presses named keys and reads the screen. The bytes go through a terminal emulator,
//! so what is read is what a terminal would show.

pub mod home;
#[cfg(target_os = "linux")]
pub mod mount;
#[cfg(unix)]
pub mod pty;
#[cfg(target_os = "linux")]
pub mod shim;
pub mod store;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use pejl::{
    app::{App, action::Action, keymap::Key},
    config::Themes,
    core::{framework::Framework, profile::Profile, session::Session},
    store::{
        Access, Store,
        fs::{Disk, Fs},
    },
    terminal::{EffectRunner, Event, Flow, InputEvent, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use std::{
    num::NonZero,
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

/// What has the state saved.
type Save = Box<dyn Fn(&App)>;

/// True where the screen shows the text: on one row, or broken between words into rows under each other.
pub fn reads(screen: &str, text: &str) -> bool {
    let rows: Vec<Vec<char>> = screen.lines().map(|row| row.chars().collect()).collect();
    let text: Vec<char> = text.chars().collect();
    let starts = |row: &Vec<char>| 0..row.len();
    let begins = |at: usize| starts(&rows[at]).any(|column| reads_from(&rows, at, column, &text));
    screen.contains(&text.iter().collect::<String>()) || (0..rows.len()).any(begins)
}

/// The screens from the top to the bottom of what is scrolled.
pub fn pages(driver: &mut Driver) -> Vec<String> {
    let mut pages = vec![driver.screen()];
    loop {
        let page = driver.press("PgDn").screen();
        if pages.last() == Some(&page) {
            return pages;
        }
        assert!(pages.len() < 300, "{page}");
        pages.push(page);
    }
}

/// True where a screen has the word, whole or divided at the end of a line.
pub fn has_word(screen: &str, word: &str) -> bool {
    if screen.contains(word) {
        return true;
    }
    let rows: Vec<&str> = screen.lines().collect();
    let places = word.char_indices().map(|(at, _)| at).skip(1);
    places.into_iter().any(|at| {
        let (before, after) = word.split_at(at);
        let before = format!("{}-", before.trim_end_matches('-'));
        rows.windows(2)
            .any(|pair| pair[0].contains(&before) && pair[1].contains(after))
    })
}

/// True where the text begins at this cell and goes on, after a break, at most as far to the left as a paragraph does.
fn reads_from(rows: &[Vec<char>], row: usize, column: usize, text: &[char]) -> bool {
    let here = &rows[row][column..];
    let same = here.iter().zip(text).take_while(|(a, b)| a == b).count();
    if same == text.len() {
        return true;
    }
    // nothing but blanks and a border may follow in this column where the line breaks
    let ends = here.get(same).is_none_or(|c| *c == ' ' || is_border(*c));
    let Some(next) = rows.get(row + 1) else {
        return false;
    };
    let breaks = same > 0 && ends && (text[same] == ' ' || same > 1 && text[same - 1] == ' ');
    let rest = match text[same] {
        ' ' => &text[same + 1..],
        _ => &text[same..],
    };
    // a paragraph begins at the screen's edge, at a border or after more than the blank between words
    let blank = |at: usize| next[at] == ' ' || is_border(next[at]);
    let edge = |at: usize| at == 0 || blank(at - 1) && (at == 1 || is_border(next[at - 1]) || blank(at - 2));
    breaks && (0..next.len().min(column + 1)).any(|at| edge(at) && reads_from(rows, row + 1, at, rest))
}

fn is_border(c: char) -> bool {
    ('\u{2500}'..='\u{259f}').contains(&c)
}

#[test]
fn a_sentence_is_read_wherever_its_lines_break() {
    let screen = " left side     │ IKKE GEMT: /tmp/a er\n goes on       │ fuld. Frigør plads";
    for text in [
        "er fuld.",
        "IKKE GEMT: /tmp/a er fuld. Frigør plads",
        "left side goes on",
    ] {
        assert!(reads(screen, text), "{text}");
    }
    for text in ["er plads", "left side fuld.", "goes on left side", "side IKKE"] {
        assert!(!reads(screen, text), "{text}");
    }
}

/// A running program and the terminal it runs in.
pub struct Driver {
    pub program: Program,
    terminal: vt100::Parser,
    now: Instant,
    save: Option<Save>,
    /// What other threads tell the program.
    told: Option<Receiver<Event>>,
    /// What the last key answered.
    pub flow: Flow,
    /// Bytes written by the last key.
    pub written: Vec<u8>,
}

/// A terminal of this size.
pub fn terminal(width: u16, height: u16) -> vt100::Parser {
    let cells = |count: u16| NonZero::new(count.max(1)).unwrap();
    vt100::Parser::new(cells(height), cells(width), 0)
}

/// The built-in framework with an untouched profile.
pub fn app(lang: Lang, width: u16, height: u16) -> App {
    app_with(Framework::built_in(), lang, width, height)
}

/// The same with another framework in its place.
pub fn app_with(framework: Framework, lang: Lang, width: u16, height: u16) -> App {
    let profile = Profile::new("Min profil", framework.id.clone(), 2);
    let session = Session::new(framework, profile, noon());
    let english = Some(Framework::built_in_english());
    App::new(session, english, lang, Size::new(width, height))
}

/// Puts another profile before the leader: the open one after `change`.
pub fn with_profile(app: &mut App, change: impl FnOnce(&mut Profile)) {
    let mut profile = app.state.profile().clone();
    change(&mut profile);
    app.state.session.open(profile, None);
}

/// Noon on 24 November 2026, Danish time.
fn noon() -> pejl::core::moment::Moment {
    "2026-11-24T12:00:00+01:00".parse().unwrap()
}

impl Driver {
    /// At home, in Danish, with every dial at neutral, in a terminal of this size.
    pub fn new(width: u16, height: u16) -> Self {
        Self::with(app(Lang::Da, width, height), Depth::True, Marker::Smooth)
    }

    /// Any state, in a terminal that can do this much.
    pub fn with(app: App, depth: Depth, marker: Marker) -> Self {
        let size = app.state.size;
        let look = Look {
            theme: Theme::dark(depth),
            marker,
        };
        let mut driver = Self {
            program: Program::new(app, look, false, noon),
            terminal: terminal(size.width, size.height),
            now: Instant::now(),
            save: None,
            told: None,
            flow: Flow::Go,
            written: Vec::new(),
        };
        driver.show();
        driver
    }

    /// The program on the profiles and the settings in a folder, in Danish, as it starts there.
    pub fn on_disk(folder: &Path, width: u16, height: u16) -> Self {
        Self::on(Arc::new(Disk), folder, width, height)
    }

    /// The same on another file system than the machine's own.
    pub fn on(fs: Arc<dyn Fs>, folder: &Path, width: u16, height: u16) -> Self {
        let framework = Framework::built_in();
        let store = Store::on(fs, folder.join("data"), noon);
        let slug = store.current().unwrap();
        let opened = store.open(&slug, &framework.id, Access::Edit).unwrap();
        let themes = Themes {
            dir: folder.join("themes"),
        };
        let size = Size::new(width, height);
        let english = Some(Framework::built_in_english());
        let mut session = Session::new(framework, opened.profile, noon());
        // the program goes on without steps that cannot be read, too
        if let Ok(undo) = opened.file.undo() {
            session.remember(undo.back, undo.again);
        }
        let app = App::new(session, english, Lang::Da, size);
        let (tell, told) = channel();
        let tell = move |event| {
            // what became of a save is read from the disk
            if !matches!(event, Event::Store(_)) {
                let _ = tell.send(event);
            }
        };
        let effects = EffectRunner::new(store, opened.file, folder.join("config.toml"), themes, tell);
        let mut driver = Self::with(app, Depth::True, Marker::Smooth);
        driver.save = Some(Box::new(effects.saver()));
        driver.program.effects = Some(effects);
        driver.told = Some(told);
        driver
    }

    /// The first start in a folder.
    pub fn first_start(folder: &Path, width: u16, height: u16) -> Self {
        let mut driver = Self::on_disk(folder, width, height);
        driver.program.app.welcome();
        driver.program.repaint();
        driver.show();
        driver
    }

    /// Leaves the program, with everything on the disk.
    pub fn leave(mut self) {
        let effects = self.program.effects.as_mut().expect("a program on the disk");
        effects.close(&self.program.app, Duration::from_secs(10)).unwrap();
    }

    /// Waits for what another thread has to tell, and takes it in.
    #[track_caller]
    pub fn hear(&mut self) -> &mut Self {
        let told = self.told.as_ref().expect("a program on the disk");
        let event = told
            .recv_timeout(Duration::from_secs(60))
            .expect("something to be told");
        self.send(event)
    }

    /// Takes in what other threads have to tell until the screen shows this, wherever its lines break.
    #[track_caller]
    pub fn hear_until(&mut self, text: &str) -> &mut Self {
        while !reads(&self.screen(), text) {
            self.hear();
        }
        self
    }

    /// Types a text, character by character.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            let key = KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE);
            self.send(Event::Input(InputEvent::Key(key)));
        }
        self
    }

    /// Presses keys by name, separated by spaces: `Right Enter + + Ctrl+Z`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|_| panic!("no key is called {name}"));
            self.send(Event::Input(InputEvent::Key(key.event())));
        }
        self
    }

    /// Does an action by its name.
    pub fn act(&mut self, action: Action) -> &mut Self {
        self.flow = self.program.act(action, self.now);
        self.show();
        self
    }

    /// Sends any event.
    pub fn send(&mut self, event: Event) -> &mut Self {
        let before = self.program.app.state.changes();
        self.flow = self.program.handle(event, self.now);
        if let (Some(save), true) = (&self.save, before != self.program.app.state.changes()) {
            save(&self.program.app);
        }
        self.show();
        self
    }

    /// Sends an event of the mouse at a cell.
    pub fn mouse(&mut self, kind: MouseEventKind, x: u16, y: u16) -> &mut Self {
        let event = MouseEvent {
            kind,
            column: x,
            row: y,
            modifiers: KeyModifiers::NONE,
        };
        self.send(Event::Input(InputEvent::Mouse(event)))
    }

    /// Presses and lets go of the left button at a cell.
    pub fn click(&mut self, x: u16, y: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), x, y).mouse(
            MouseEventKind::Up(MouseButton::Left),
            x,
            y,
        )
    }

    /// Drags with the left button from a cell to others.
    pub fn drag(&mut self, from: (u16, u16), over: &[(u16, u16)]) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), from.0, from.1);
        for (x, y) in over {
            self.mouse(MouseEventKind::Drag(MouseButton::Left), *x, *y);
        }
        let (x, y) = over.last().copied().unwrap_or(from);
        self.mouse(MouseEventKind::Up(MouseButton::Left), x, y)
    }

    /// Lets time pass.
    pub fn wait(&mut self, time: Duration) -> &mut Self {
        self.now += time;
        self
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal = terminal(width, height);
        self.send(Event::Input(InputEvent::Resize(width, height)))
    }

    fn show(&mut self) {
        self.written.clear();
        self.program.refresh();
        self.program.show(&mut self.written);
        self.terminal.process(&self.written);
    }

    /// What the terminal shows, its rows without blanks at the end.
    pub fn screen(&self) -> String {
        let size = self.program.app.state.size;
        let rows = self.terminal.screen().rows(0, size.width);
        rows.map(|row| row.trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What the terminal shows, cell by cell.
    pub fn shown(&self) -> &vt100::Screen {
        self.terminal.screen()
    }

    /// The row at the top: where you are, and how it stands with saving.
    pub fn header(&self) -> String {
        self.screen().lines().next().unwrap_or_default().to_owned()
    }

    /// The row above the keys.
    pub fn notice(&self) -> String {
        self.screen()
            .lines()
            .rev()
            .nth(1)
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// Fails where the screen does not show all of `texts`, wherever their lines break.
    #[track_caller]
    pub fn shows(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        for text in texts {
            assert!(reads(&screen, text), "»{text}« is not on the screen:\n{screen}");
        }
        self
    }

    /// Fails where the screen shows any of `texts`.
    #[track_caller]
    pub fn hides(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        for text in texts {
            assert!(!screen.contains(text), "»{text}« is on the screen:\n{screen}");
        }
        self
    }

    /// The cell at this place of the terminal.
    pub fn cell(&self, x: u16, y: u16) -> Option<vt100::Cell> {
        self.terminal.screen().cell(y, x).cloned()
    }

    /// Where the dial of the mark with this id stands.
    pub fn value(&self, mark: &str) -> i8 {
        self.program.app.state.profile().value(mark).get()
    }
}
