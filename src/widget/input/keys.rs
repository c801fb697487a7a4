//! Which key does what in an [`Input`].

use super::{Input, Outcome, history::Kind};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

impl Input {
    /// Does what a key asks. Enter is the field's only in many lines, up, down and the page keys likewise; Esc, Tab and
    /// every chord it does not know are ignored.
    ///
    /// Windows reports AltGr as Ctrl and Alt together: that is the plain character. Ctrl+H is what most terminals send
    /// for Ctrl+Backspace.
    pub fn handle(&mut self, key: KeyEvent) -> Outcome {
        if key.kind == KeyEventKind::Release {
            return Outcome::Ignored;
        }
        let held = |modifier| key.modifiers.contains(modifier);
        let (control, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
        if held(KeyModifiers::SUPER) || held(KeyModifiers::HYPER) || held(KeyModifiers::META) {
            return Outcome::Ignored;
        }
        let types = matches!(key.code, KeyCode::Char(character) if control == alt && !character.is_control());
        if std::mem::take(&mut self.whole) && types {
            self.erase(0..self.text.len(), Kind::Whole);
        }
        match key.code {
            KeyCode::Char(character) if control == alt => self.typed(character),
            KeyCode::Char(character) if control => self.chord(character),
            KeyCode::Backspace if control || alt => self.erase(self.word_before()..self.cursor, Kind::Whole),
            KeyCode::Backspace => self.erase(self.before(self.cursor)..self.cursor, Kind::Backward),
            KeyCode::Delete if control || alt => self.erase(self.cursor..self.word_after(), Kind::Whole),
            KeyCode::Delete => self.erase(self.cursor..self.after(self.cursor), Kind::Forward),
            KeyCode::Left if control || alt => self.go(self.word_before()),
            KeyCode::Right if control || alt => self.go(self.word_after()),
            KeyCode::Home if control => self.go(0),
            KeyCode::End if control => self.go(self.text.len()),
            _ if control || alt => Outcome::Ignored,
            KeyCode::Left => self.go(self.before(self.cursor)),
            KeyCode::Right => self.go(self.after(self.cursor)),
            KeyCode::Home => self.go(self.row().start),
            KeyCode::End => self.go(self.end_of(self.row())),
            _ if self.one_line => Outcome::Ignored,
            KeyCode::Enter => self.insert("\n", Kind::Whole),
            KeyCode::Up => self.go_rows(-1),
            KeyCode::Down => self.go_rows(1),
            KeyCode::PageUp => self.go_rows(-self.page()),
            KeyCode::PageDown => self.go_rows(self.page()),
            _ => Outcome::Ignored,
        }
    }

    fn typed(&mut self, character: char) -> Outcome {
        if character.is_control() {
            return Outcome::Ignored;
        }
        self.insert(character.encode_utf8(&mut [0; 4]), Kind::Typed)
    }

    fn chord(&mut self, character: char) -> Outcome {
        match character.to_ascii_lowercase() {
            'h' | 'w' => self.erase(self.word_before()..self.cursor, Kind::Whole),
            'u' => self.erase(self.line_start()..self.cursor, Kind::Whole),
            'z' => self.undo(),
            'y' | 'r' => self.redo(),
            _ => Outcome::Ignored,
        }
    }
}
