//! Changing the profile and saving it, and what is said of that; the end of the dialogue.

use super::{Plain, sentence, write::Asking};
use crate::core::{
    fault::{Fault, Notice},
    session::{Deed, Outcome},
};
use crate::store::{Saved, Undo};

impl Plain {
    /// Saves what came of a deed and says both; or what must be done with the files is done, or why nothing was. Returns
    /// whether the profile was changed.
    pub(super) fn did(&mut self, deed: Deed) -> bool {
        match deed {
            Ok(Outcome::Changed(step)) => {
                let names = self.session.names(&step);
                self.say_saved(self.told(&names));
                return true;
            }
            Ok(Outcome::Unchanged) => self.say(self.words().unchanged),
            Ok(Outcome::Files(command)) => self.run(command),
            Err(fault) => self.say_fault(&fault),
        }
        false
    }

    /// Says why nothing can be changed, where that is so.
    pub(super) fn say_read_only(&mut self) -> bool {
        let Some(why) = self.session.read_only() else {
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
        match self.file.save(self.session.profile()) {
            Ok(Saved { unbacked, .. }) => {
                self.unsaved = None;
                self.unkept = true;
                let told = self.session.unbacked() == unbacked.as_ref();
                self.session.saved(self.session.changes(), unbacked.clone());
                match unbacked {
                    Some(why) if !told => sentence(self.lang.notice(&Notice::Unbacked { why })),
                    _ => words.saved.to_owned(),
                }
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
            let (back, again) = self.session.undo_steps();
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
        match (&self.unsaved, self.session.read_only()) {
            (None, None) => self.say(words.end_saved),
            _ => self.say(words.end),
        }
    }
}
