//! Changing the profile and saving it, and what is said of that; the end of the dialogue.

use super::{Plain, sentence, write::Asking};
use crate::core::{fault::Fault, history::Step, profile::Edit};
use crate::store::Undo;

impl Plain {
    /// Carries `edit` out as one step of undo, saves it and says both. Returns whether anything changed.
    pub(super) fn change(&mut self, edit: Edit) -> bool {
        if self.say_read_only() {
            return false;
        }
        let back = self.profile.apply(edit.clone());
        if back == edit {
            self.say(self.words().unchanged);
            return false;
        }
        let said = self.told(&edit, &back);
        self.history.record(Step { edit, back });
        self.say_saved(said);
        true
    }

    /// Says why nothing can be changed, where that is so.
    pub(super) fn say_read_only(&mut self) -> bool {
        let Some(why) = self.file.read_only() else {
            return false;
        };
        let why = sentence(self.lang.read_only(why));
        self.say(&why);
        true
    }

    /// Says what changed, and that it is saved once the store says so.
    pub(super) fn say_saved(&mut self, said: Vec<String>) {
        self.changed = true;
        let outcome = self.save();
        let last = said.len().saturating_sub(1);
        for (at, line) in said.into_iter().enumerate() {
            match at == last {
                true => self.say(&format!("{line} {outcome}")),
                false => self.say(&line),
            }
        }
    }

    /// Saves the profile and says in a sentence what came of it.
    pub(super) fn save(&mut self) -> String {
        let words = self.words();
        match self.file.save(&self.profile) {
            Ok(_) => {
                self.unsaved = None;
                self.unkept = true;
                words.saved.to_owned()
            }
            Err(fault) => {
                let told = self.unsaved.as_ref() == Some(&fault);
                let said = match (&fault, told) {
                    (Fault::Conflict { .. }, true) => words.saved_beside.to_owned(),
                    (Fault::Conflict { .. }, false) => {
                        let said = sentence(self.lang.fault(&fault));
                        format!("{said} {}", self.text().merge.how)
                    }
                    _ => words.not_saved(&self.lang.fault(&fault)),
                };
                self.unsaved = Some(fault);
                said
            }
        }
    }

    /// Keeps what can be undone beside the profile, where that is on the disk: before the profile is left.
    pub(super) fn keep_undo(&mut self) {
        if self.unsaved.is_none() && std::mem::take(&mut self.unkept) {
            let (back, again) = self.history.edits();
            self.file.keep_undo(&Undo { back, again });
        }
    }

    /// Ends the dialogue: keeps what is being written, tries once more what was not saved.
    pub(super) fn end(&mut self) {
        self.over = true;
        if let Some(Asking::Lines(draft) | Asking::Keep(draft)) = self.asking.take() {
            self.keep_at_the_end(draft);
        }
        let words = self.words();
        if self.unsaved.is_some() {
            let said = self.save();
            self.say(&said);
        }
        self.keep_undo();
        match (&self.unsaved, self.file.read_only()) {
            (None, None) => self.say(words.end_saved),
            _ => self.say(words.end),
        }
    }
}
