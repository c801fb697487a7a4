//! The program as a machine: an event goes in, bytes for the terminal come out. Owns the state, the look and the frame.
//! What must reach the disk goes over its [`EffectRunner`]; without one it does no input or output.

use super::{EffectRunner, Event, InputEvent, backend::FrameBackend, graphics::Discovery, guard, osc};
use crate::app::{self, App, Effect};
use crate::core::fault::Notice;
use crate::screens::action::Action;
use crate::screens::preferences::{AUTO, Setting};
use crate::store::{Clock, Report, Undo, log::Log};
use crate::ui::theme::color::Rgb;
use crate::ui::{
    Look,
    theme::{Depth, Theme},
};
use ratatui::{
    Terminal,
    backend::{Backend, TestBackend},
    buffer::Buffer,
    layout::{Position, Rect, Size},
};
use ratatui_dial::{CellSize, Graphics, Marker, Protocol};
use std::time::{Duration, Instant};

/// A second Ctrl+C within this time leaves.
const TWICE: Duration = Duration::from_secs(2);

/// What the loop does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    Go,
    /// Leaves.
    Quit,
    /// Leaves because of this signal.
    End(i32),
    /// Gives the terminal back and stops until it is continued.
    Stop,
    /// Takes the terminal again after a stop.
    Resume,
}

/// Everything the running program is.
pub struct Program {
    /// The state.
    pub app: App,
    /// How it looks here.
    pub look: Look,
    /// The finest marker that the terminal shows.
    pub auto_marker: Marker,
    /// What is known of the terminal's own pixels.
    pub graphics: Discovery,
    /// The size of a cell by the window; asked at each new size.
    pub cell_size: fn() -> Option<CellSize>,
    /// The pictures that the terminal shows, by their first cells.
    pictures: Vec<(Graphics, Position)>,
    terminal: Terminal<FrameBackend>,
    /// The terminal shows something else than the last frame: the next one is written whole.
    repaint: bool,
    /// Where there is none, nothing reaches the disk.
    pub effects: Option<EffectRunner>,
    follow_background: bool,
    /// The background's question goes out with the next frame.
    ask: bool,
    /// The question for the size of a cell goes out with the next frame.
    ask_cell: bool,
    /// What the terminal said of its background.
    background: Option<Rgb>,
    interrupted: Option<Instant>,
    /// When leaving was asked for and would have lost something.
    left: Option<Instant>,
    /// The log of messages.
    log: Option<Log>,
    /// Something may have changed since the last frame.
    stale: bool,
    /// Something was in motion at the last frame.
    moving: bool,
    /// Something changed while colleagues' profiles were being read.
    pub(super) read_team_again: bool,
    /// A text on its way to the clipboard.
    copied: Option<String>,
    pub(super) clock: Clock,
    started: Instant,
}

impl Program {
    /// The program in a terminal; `clock` dates what is saved. Where `follow_background`, the theme follows what the terminal says of itself.
    pub fn new(mut app: App, look: Look, follow_background: bool, clock: Clock) -> Self {
        app.state.session.set_now(clock());
        let terminal = Terminal::new(FrameBackend::new(app.state.size)).expect("the backend knows its size");
        Self {
            app,
            auto_marker: look.theme.depth().marker(),
            look,
            graphics: Discovery::default(),
            cell_size: || None,
            pictures: Vec::new(),
            terminal,
            repaint: false,
            effects: None,
            follow_background,
            ask: follow_background,
            ask_cell: false,
            background: None,
            interrupted: None,
            left: None,
            log: None,
            stale: true,
            moving: false,
            read_team_again: false,
            copied: None,
            clock,
            started: Instant::now(),
        }
    }

    /// Writes every message to `log` from now on, beginning with the one on the screen.
    pub fn log_to(&mut self, log: Log) {
        self.log = Some(log);
        self.log_message();
    }

    /// Takes on what could be undone when the profile was left: before the first thing that the reader does, as no frame
    /// shows anything of it until then.
    pub(super) fn remember(&mut self) {
        if let Some(effects) = &self.effects {
            match effects.undo() {
                Ok(Undo { back, again }) => self.app.state.session.remember(back, again),
                Err(fault) => {
                    let unread = Notice::UndoUnread { fault };
                    self.app.state.message = Some(self.app.state.lang.notice(&unread));
                }
            }
        }
    }

    fn log_message(&mut self) {
        if let (Some(log), Some(message)) = (&mut self.log, &self.app.state.message) {
            log.say(message);
        }
    }

    /// Writes a message to the log that the screen does not show.
    pub fn log(&mut self, message: &str) {
        if let Some(log) = &mut self.log {
            log.say(message);
        }
    }

    /// Waits until what the reader was told is written, at most for `within`.
    pub fn end_log(&mut self, within: Duration) {
        if let Some(log) = self.log.take() {
            log.end(within);
        }
    }

    /// Takes an event in; `now` is when it came.
    pub fn handle(&mut self, event: Event, now: Instant) -> Flow {
        let before = self.app.state.message.clone();
        let flow = self.take_in(event, now);
        if matches!(flow, Flow::Quit | Flow::End(_)) {
            let effect = self.app.keep_text();
            self.perform(effect, now);
        }
        self.leave_team();
        self.keep_gathering();
        if self.app.state.message != before {
            self.log_message();
        }
        flow
    }

    fn take_in(&mut self, event: Event, now: Instant) -> Flow {
        self.stale = true;
        match event {
            Event::Input(InputEvent::Key(key)) => {
                self.app.state.session.set_now((self.clock)());
                let effect = self.app.key(key);
                return self.perform(effect, now);
            }
            Event::Input(InputEvent::Osc(command)) => {
                if let Some((red, green, blue)) = osc::background(&command) {
                    self.background = Some(Rgb(red, green, blue));
                    if self.follow_background {
                        self.follow();
                    }
                    self.mark();
                }
            }
            Event::Input(InputEvent::Answer(answer)) => {
                self.graphics.hear(&answer);
                self.mark();
            }
            Event::Input(InputEvent::Resize(width, height)) => {
                self.app.resize(Size::new(width, height));
                // a new font can leave columns and rows as they were
                self.graphics.window = (self.cell_size)();
                self.mark();
                self.ask_cell = true;
                // a window made smaller and larger again at once sends one resize, and has lost what it cut off
                self.repaint();
            }
            Event::Input(InputEvent::Paste(text)) => self.app.paste(&text),
            Event::Input(InputEvent::Mouse(event)) => {
                self.app.state.session.set_now((self.clock)());
                let effect = self.app.mouse(event, now.saturating_duration_since(self.started));
                return self.perform(effect, now);
            }
            Event::Team(team) => self.team_read(*team),
            Event::TeamChanged => self.read_team(),
            Event::Shared { put, outcome } => self.shared(put, outcome),
            Event::Gathering(kept) => self.gathering_kept(kept),
            Event::Store(Report::Saved { generation, unbacked }) => {
                self.app.state.saved(generation, unbacked);
            }
            Event::Store(Report::Failed { fault, .. }) => self.app.state.not_saved(fault),
            Event::Store(Report::Conflict { kept, .. }) => self.app.state.session.contested(kept),
            Event::End(signal) => return Flow::End(signal),
            Event::Stop => return Flow::Stop,
            Event::Continue => {
                self.repaint();
                return Flow::Resume;
            }
            Event::Broken => return Flow::End(super::HANGUP),
        }
        Flow::Go
    }

    /// Does an action by its name instead of a key; `now` is when it was asked for.
    pub fn act(&mut self, action: Action, now: Instant) -> Flow {
        self.stale = true;
        self.app.state.session.set_now((self.clock)());
        let effect = self.app.act(action);
        self.perform(effect, now)
    }

    /// Does what the state asks to be done outside it.
    fn perform(&mut self, effect: Effect, now: Instant) -> Flow {
        let (before, left) = (self.interrupted.take(), self.left.take());
        match effect {
            Effect::None => {}
            Effect::Quit if left.is_some_and(|before| now.duration_since(before) < TWICE) => {
                return Flow::Quit;
            }
            Effect::Quit => return self.leave(now),
            Effect::Interrupt if before.is_some_and(|before| now.duration_since(before) < TWICE) => {
                return Flow::Quit;
            }
            Effect::Interrupt => self.interrupted = Some(now),
            Effect::Copy(text) => self.copied = Some(text),
            Effect::CopyProfile => self.copied = self.profile_as_markdown(),
            Effect::LookAround => {
                if let Some(effects) = &self.effects
                    && let Err(fault) = effects.look_around(&mut self.app.state.library)
                {
                    self.app.state.refused(&fault);
                }
            }
            Effect::Set(setting) => self.set(setting),
            Effect::Profile(command) => {
                if let Some(effects) = &mut self.effects {
                    effects.run(&mut self.app, command);
                }
            }
            Effect::Preview(selection) => self.preview(&selection),
            Effect::WriteCalendar => self.write_calendar(),
            Effect::OpenFile(file) => self.open_file(&file),
            Effect::ReadTeam => self.read_team(),
            Effect::Share(name) => self.share(name),
            Effect::TakeBack => self.take_back(),
            Effect::Present => self.present(),
            Effect::Sheet {
                format,
                file,
                replace,
            } => self.write_sheet(format, &file, replace),
            Effect::Export {
                selection,
                file,
                replace,
            } => self.export(&selection, &file, replace),
        }
        Flow::Go
    }

    /// Leaves where nothing is lost by it; else that is said, and the same again leaves.
    fn leave(&mut self, now: Instant) -> Flow {
        self.app.keep_text();
        let secured = match &mut self.effects {
            Some(effects) => effects.secure(&self.app),
            None => Ok(()),
        };
        let Err(fault) = secured else {
            return Flow::Quit;
        };
        self.left = Some(now);
        let state = &mut self.app.state;
        let key = state.keymap.key_of(Action::Quit);
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        let why = state.lang.fault(&fault.by_file_name());
        state.message = Some(state.text().leaves_unsaved(&why, &key));
        Flow::Go
    }

    /// Applies a setting that changed, and writes it to the config file.
    fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme => {
                self.retheme();
                self.mark();
            }
            Setting::Glyphs => self.mark(),
            Setting::Motion => {
                let motion = self.app.state.preferences.motion;
                self.app.state.motion.set(motion);
            }
            Setting::Language | Setting::Mouse | Setting::Level | Setting::Ghost | Setting::Team => {}
        }
        if setting == Setting::Team && self.app.is_looking_at_team() {
            self.read_team();
        }
        if let Some(effects) = &self.effects
            && let Err(fault) = effects.write(&self.app, setting)
        {
            let why = self.app.state.lang.fault(&fault.by_file_name());
            self.app.state.message = Some(self.app.state.text().settings.not_kept(&why));
        }
    }

    /// The marker is the one the reader wants, in pixels where the terminal has them.
    fn mark(&mut self) {
        let glyphs = self.app.state.preferences.glyphs;
        let mut pixels = self.graphics.graphics(glyphs).map(Marker::Pixels);
        if pixels.is_some() && self.look.theme.depth() == Depth::Ansi16 {
            // what a picture stands on is the terminal's own there
            match self.background {
                Some(background) => {
                    self.look.theme = self.look.theme.clone().with_pictures_on(background);
                }
                None => (pixels, self.ask) = (None, true),
            }
        }
        // every frame of a glide is another picture
        let least = if pixels.is_some() { 2 } else { 1 };
        self.app.state.motion.set_least(least);
        self.look.marker = pixels.unwrap_or_else(|| glyphs.marker(self.auto_marker));
    }

    /// The link takes bytes slowly: what only pleases is left out.
    pub fn spare_the_link(&mut self) {
        self.app.state.motion.set(false);
        if !self.pictures.is_empty() {
            self.graphics.give_up();
            self.mark();
            self.stale = true;
        }
    }

    /// Loads the theme that is set; a fault in it becomes the message, and then the background decides.
    fn retheme(&mut self) {
        let name = &self.app.state.preferences.theme;
        let depth = self.look.theme.depth();
        let loaded = match &self.effects {
            _ if name == AUTO => None,
            Some(effects) => Some(effects.themes.load(name, depth)),
            None => Theme::shipped(name, depth).map(Ok),
        };
        self.follow_background = !matches!(loaded, Some(Ok(_)));
        match loaded {
            Some(Ok(theme)) => self.look.theme = theme,
            Some(Err(fault)) => {
                self.app.state.message = Some(self.app.state.lang.fault(&fault.by_file_name()));
                self.follow();
            }
            None => self.follow(),
        }
    }

    /// The theme is dark or light as the background is; where the terminal has not said, it is asked.
    fn follow(&mut self) {
        let depth = self.look.theme.depth();
        self.look.theme = match self.background {
            Some(background) => Theme::for_background(background, depth),
            None => Theme::dark(depth),
        };
        if self.background.is_none() {
            self.ask = true;
        }
    }

    /// The time is `now`. Returns whether anything is in motion, so that another frame is due soon.
    pub fn tick(&mut self, now: Instant) -> bool {
        let moving = self.app.state.tick(now.saturating_duration_since(self.started));
        // where it has just come to rest it is not drawn there yet
        self.stale |= moving | std::mem::replace(&mut self.moving, moving);
        moving
    }

    /// When the frame changes by itself, if it does.
    pub fn changes_in(&self) -> Option<Duration> {
        self.app.changes_in()
    }

    /// Nothing happened until then: the frame shows what time it is.
    pub fn wake(&mut self) {
        self.app.state.session.set_now((self.clock)());
        self.stale = true;
    }

    /// Brings up to date what follows from the events that were taken in. To be called after them, before saving and showing.
    pub fn refresh(&mut self) {
        if self.stale {
            self.app.refresh_derived();
        }
    }

    /// Appends to `out` what the terminal needs to show the state as it is now; nothing where it does already.
    pub fn show(&mut self, out: &mut Vec<u8>) {
        if let Some(text) = self.copied.take() {
            super::clipboard::copy(&text, out);
        }
        if !std::mem::take(&mut self.stale) {
            return;
        }
        self.draw(out).expect("memory takes every byte");
        if std::mem::take(&mut self.ask) {
            out.extend_from_slice(osc::BACKGROUND);
        }
        if std::mem::take(&mut self.ask_cell) {
            out.extend_from_slice(self.graphics.question_of_cell());
        }
        out.extend(self.graphics.questions(self.app.state.preferences.glyphs));
    }

    /// Draws the frame; its bytes are appended to `out`.
    fn draw(&mut self, out: &mut Vec<u8>) -> std::io::Result<()> {
        self.app.state.pictures = self.graphics.pictures();
        let (app, look) = (&self.app, &self.look);
        self.terminal.backend_mut().set_size(app.state.size);
        if std::mem::take(&mut self.repaint) {
            self.terminal.resize(Rect::from(app.state.size))?;
        }
        let mut selection = None;
        let frame = self
            .terminal
            .draw(|frame| selection = app::draw(app, look, frame))?;
        let mut gone = String::new();
        if let Marker::Pixels(graphics) = look.marker {
            let shown = Graphics::pictures(frame.buffer).map(|at| (graphics, at));
            let before = std::mem::replace(&mut self.pictures, shown.collect());
            gone = removal(&before, &self.pictures);
            if graphics.protocol == Protocol::Kitty && !self.pictures.is_empty() {
                guard::has_pictures();
            }
        } else if !self.pictures.is_empty() {
            gone = removal(&std::mem::take(&mut self.pictures), &[]);
        }
        self.terminal.backend_mut().append(&gone);
        let backend = self.terminal.backend_mut();
        if let Some(selection) = selection {
            // unseen, so that a screen reader finds what is selected
            backend.set_cursor_position(selection)?;
        }
        backend.take(out)
    }

    /// The terminal shows something else: the next frame is written whole.
    pub fn repaint(&mut self) {
        self.stale = true;
        self.repaint = true;
        self.terminal.backend_mut().forget_cursor();
    }

    /// A frame of the state as it is now, drawn anew: for pictures and tests.
    pub fn frame(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(
            self.app.state.size.width,
            self.app.state.size.height,
        ))
        .unwrap_or_else(|never| match never {});
        let drawn = terminal.draw(|frame| _ = app::draw(&self.app, &self.look, frame));
        drawn.unwrap_or_else(|never| match never {}).buffer.clone()
    }
}

/// What removes the pictures that are not shown any more.
fn removal(before: &[(Graphics, Position)], shown: &[(Graphics, Position)]) -> String {
    let is_shown = |at: Position| shown.iter().any(|(_, other)| *other == at);
    let gone = before.iter().filter(|(_, at)| !is_shown(*at));
    gone.filter_map(|(graphics, at)| graphics.removal(*at)).collect()
}
