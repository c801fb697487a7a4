//! What is put on the clipboard: a mark's text, a note. Owns what the text is; the way to the clipboard is the loop's.

use super::{App, Effect, screen::Screen};
use crate::core::sanitise;

impl App {
    /// At home the profile, elsewhere the selected mark.
    pub(super) fn copy_what_is_here(&mut self) -> Effect {
        if let Screen::Home(_) = self.screen() {
            self.message = Some(self.text().copied(&self.profile().name));
            return Effect::CopyProfile;
        }
        self.copy_mark()
    }

    /// The selected mark as plain text: title, definition, every level.
    fn copy_mark(&mut self) -> Effect {
        let mark = self.framework.mark(self.cursor);
        let levels = self.framework.levels.iter().zip(&mark.levels);
        let mut parts = vec![mark.title.clone(), mark.definition.clone()];
        parts.extend(levels.map(|(name, text)| format!("{name}: {text}")));
        parts.extend(mark.footnote.iter().map(|footnote| format!("* {footnote}")));
        self.copy(&parts.join("\n\n"), self.mark_title(self.cursor).to_owned())
    }

    /// The selected mark's note.
    pub(super) fn copy_note(&mut self) -> Effect {
        let note = self
            .profile()
            .note(&self.framework.mark(self.cursor).id)
            .to_owned();
        if note.is_empty() {
            self.message = Some(self.text().no_note.to_owned());
            return Effect::None;
        }
        let what = format!("{} · {}", self.text().note, self.mark_title(self.cursor));
        self.copy(&note, what)
    }

    /// Puts a text on the clipboard, without what could surprise where it is pasted, and says so.
    fn copy(&mut self, text: &str, what: String) -> Effect {
        self.message = Some(self.text().copied(&what));
        Effect::Copy(sanitise::clean_lines(text).into_owned())
    }
}
