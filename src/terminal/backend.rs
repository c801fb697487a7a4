//! ratatui's backend: crossterm's, over one buffer that holds a whole frame. Owns the bytes of the frame being drawn, the
//! size of the window and what is known of the terminal's cursor; writes nothing itself.

use crossterm::{
    QueueableCommand,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};
use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};
use std::io;

/// Collects the bytes of a frame; [`take`](Self::take) hands them over, to be written at once.
#[derive(Debug)]
pub struct FrameBackend {
    bytes: Vec<u8>,
    size: Size,
    /// Where the cursor is; unknown after cells were written.
    cursor: Option<Position>,
    /// Unknown before the first frame, and when the terminal was taken anew.
    cursor_shown: Option<bool>,
}

impl FrameBackend {
    /// A backend for a window of `size`.
    pub fn new(size: Size) -> Self {
        // NO_COLOR is the theme's business: crossterm would leave bold and reversed out with the colours
        crossterm::style::force_color_output(true);
        Self {
            bytes: Vec::new(),
            size,
            cursor: None,
            cursor_shown: None,
        }
    }

    /// The window has another size; the next frame is drawn in it.
    pub fn set_size(&mut self, size: Size) {
        self.size = size;
    }

    /// The terminal was taken anew: where its cursor is, and whether it is shown, is unknown.
    pub fn forget_cursor(&mut self) {
        (self.cursor, self.cursor_shown) = (None, None);
    }

    /// Appends the frame to `out` inside a synchronized update; nothing where nothing changed.
    ///
    /// # Errors
    /// Never: memory takes every byte.
    pub fn take(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        if !self.bytes.is_empty() {
            out.queue(BeginSynchronizedUpdate)?;
            out.append(&mut self.bytes);
            out.queue(EndSynchronizedUpdate)?;
        }
        Ok(())
    }

    /// Appends bytes to the frame, which neither move the cursor nor change how the next cells look.
    pub fn append(&mut self, bytes: &str) {
        self.bytes.extend_from_slice(bytes.as_bytes());
    }

    fn crossterm(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.bytes)
    }
}

impl Backend for FrameBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.cursor = None;
        self.crossterm().draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown.replace(false) != Some(false) {
            self.crossterm().hide_cursor()?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown.replace(true) != Some(true) {
            self.crossterm().show_cursor()?;
        }
        Ok(())
    }

    /// Where the cursor was put; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor.replace(position) != Some(position) {
            self.crossterm().set_cursor_position(position)?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.crossterm().clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.crossterm().clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{
        Terminal,
        style::{Modifier, Style},
    };

    /// The bytes of a frame of `text` with the cursor where it says.
    fn drawn(terminal: &mut Terminal<FrameBackend>, text: &str, cursor: Option<Position>) -> String {
        let draw = |frame: &mut ratatui::Frame<'_>| {
            let bold = Style::new().add_modifier(Modifier::BOLD);
            frame.buffer_mut().set_string(0, 0, text, bold);
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        };
        terminal.draw(draw).unwrap();
        let mut bytes = Vec::new();
        terminal.backend_mut().take(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn terminal() -> Terminal<FrameBackend> {
        Terminal::new(FrameBackend::new(Size::new(4, 2))).unwrap()
    }

    #[test]
    fn a_frame_is_one_synchronized_update_and_the_same_frame_again_is_nothing() {
        let mut terminal = terminal();
        let first = drawn(&mut terminal, "ab", None);
        assert!(
            first.starts_with("\x1b[?2026h") && first.ends_with("\x1b[?2026l"),
            "{first:?}"
        );
        assert_eq!(first.matches("\x1b[?2026h").count(), 1);
        assert_eq!(drawn(&mut terminal, "ab", None), "");
        let second = drawn(&mut terminal, "ac", None);
        assert!(second.contains('c') && !second.contains('a'), "{second:?}");
    }

    #[test]
    fn attributes_are_written_whatever_no_color_says() {
        assert!(drawn(&mut terminal(), "a", None).contains("\x1b[1m"));
    }

    #[test]
    fn the_cursor_is_shown_hidden_and_moved_once() {
        let mut terminal = terminal();
        let at = |x| Some(Position::new(x, 1));
        assert!(drawn(&mut terminal, "a", at(1)).contains("\x1b[?25h\x1b[2;2H"));
        assert_eq!(drawn(&mut terminal, "a", at(1)), "");
        assert_eq!(
            drawn(&mut terminal, "a", at(2)),
            "\x1b[?2026h\x1b[2;3H\x1b[?2026l"
        );
        assert_eq!(drawn(&mut terminal, "a", None), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
    }

    #[test]
    fn another_size_is_drawn_whole_and_the_terminal_is_asked_nothing() {
        let mut terminal = terminal();
        drawn(&mut terminal, "ab", None);
        terminal.backend_mut().set_size(Size::new(3, 1));
        let whole = drawn(&mut terminal, "ab", None);
        assert!(whole.contains("\x1b[2J") && whole.contains("ab"), "{whole:?}");
        assert!(!whole.contains("\x1b[6n"), "{whole:?}");
    }
}
