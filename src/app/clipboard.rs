//! What is put on the clipboard: a mark's text, a note. Owns what the text is; the way to the clipboard is the loop's.

use super::{App, Effect};
use crate::core::sanitise;

impl App {
    /// The selected mark as plain text: title, definition, every level.
    pub(super) fn copy_mark(&mut self) -> Effect {
        let mark = self.state.framework.mark(self.state.cursor);
        let levels = self.state.framework.levels.iter().zip(&mark.levels);
        let mut parts = vec![mark.title.clone(), mark.definition.clone()];
        parts.extend(levels.map(|(name, text)| format!("{name}: {text}")));
        parts.extend(mark.footnote.iter().map(|footnote| format!("* {footnote}")));
        self.copy(
            &parts.join("\n\n"),
            self.state.mark_title(self.state.cursor).to_owned(),
        )
    }

    /// The selected mark's note.
    pub(super) fn copy_note(&mut self) -> Effect {
        let note = self
            .state
            .profile()
            .note(&self.state.framework.mark(self.state.cursor).id)
            .to_owned();
        if note.is_empty() {
            self.state.message = Some(self.state.text().no_note.to_owned());
            return Effect::None;
        }
        let what = format!(
            "{} · {}",
            self.state.text().note,
            self.state.mark_title(self.state.cursor)
        );
        self.copy(&note, what)
    }

    /// Puts a text on the clipboard, without what could surprise where it is pasted, and says so.
    fn copy(&mut self, text: &str, what: String) -> Effect {
        self.state.message = Some(self.state.text().copied(&what));
        Effect::Copy(sanitise::clean_lines(text).into_owned())
    }
}
