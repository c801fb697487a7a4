//! What reaches the program from its terminal, as one type on all systems. Owns the events; where they come from is
//! [`events`](super::events)' affair.

use crossterm::event::{KeyEvent, MouseEvent};

/// Something that came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputEvent {
    /// A key was pressed or repeats. Releases are never told.
    Key(KeyEvent),
    /// The mouse was pressed, moved or turned.
    Mouse(MouseEvent),
    /// A text was pasted.
    Paste(String),
    /// The window's new size, in columns and rows.
    Resize(u16, u16),
    /// What the terminal says of itself in an operating system command (`ESC ] … ST`): the text between.
    Osc(String),
    /// What the terminal says of what it can do.
    Answer(super::graphics::Answer),
}

/// The console's records as crossterm reads them; `None` for what no part of the program listens to.
#[cfg(not(unix))]
impl InputEvent {
    pub(super) fn from_crossterm(event: crossterm::event::Event) -> Option<Self> {
        use crossterm::event::{Event, KeyEventKind};
        match event {
            Event::Key(key) => (key.kind != KeyEventKind::Release).then_some(Self::Key(key)),
            Event::Mouse(mouse) => Some(Self::Mouse(mouse)),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Resize(width, height) => {
                let (width, height) = super::guard::usable(width, height);
                Some(Self::Resize(width, height))
            }
            Event::FocusGained | Event::FocusLost => None,
        }
    }
}
