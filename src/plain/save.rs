//! Changing the profile and saving it, and what is said of that; the end of the dialogue.

use super::{Plain, sentence, write::Asking};
use crate::core::{
    fault::{Cause, Fault, Notice},
    sanitise::clean,
    session::{Deed, Outcome},
};
use crate::store::{ProfileFile, Saved, Undo, Writer};
use crate::text::capital;
use std::{
    io::{self, Write},
    sync::{PoisonError, atomic::AtomicBool},
    time::Duration,
};

/// How long a slow disk is waited for before the dialogue goes on.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same where the profile is left for another one, or the dialogue ends.
pub(super) const LONG_PATIENCE: Duration = Duration::from_secs(10);
/// The same where a signal ends it.
const SHORT_PATIENCE: Duration = Duration::from_millis(500);
/// The same for what was being written then, before the last words.
const NO_PATIENCE: Duration = Duration::from_millis(300);

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

    /// Saves the profile and says in a sentence what came of it. Where the disk takes long the saving goes on.
    pub(super) fn save(&mut self) -> String {
        self.file
            .save(self.session.profile().clone(), self.session.changes());
        // at the end nothing breaks the waiting off, and it is short
        let (within, hurried) = match self.over && self.hurry.has_begun() {
            true => (NO_PATIENCE, &AtomicBool::new(false)),
            false => (PATIENCE, &self.hurry.hurried),
        };
        let saved = self.file.flush_unless(hurried, within);
        match saved.and_then(|()| self.file.outcome()) {
            Err(fault @ Fault::Write { why: Cause::Slow, .. }) => {
                self.unsaved = Some(fault);
                self.still_saving()
            }
            saved => self.told_of_saving(saved),
        }
    }

    /// Has the profile saved as it is while a text is written, without waiting.
    pub(super) fn save_draft(&mut self) {
        let (profile, changes) = (self.session.profile().clone(), self.session.changes());
        self.file.save_draft(profile, changes);
    }

    /// Takes in what came of saving and says it in a sentence.
    fn told_of_saving(&mut self, saved: Result<Saved, Fault>) -> String {
        let words = self.words();
        match saved {
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

    fn still_saving(&self) -> String {
        let file = self.file.path().to_string_lossy();
        capital(&self.text().still_saving(&clean(&file)))
    }

    /// Another file is saved to from now on. The one before is let go of, with its lock.
    pub(super) fn take_file(&mut self, file: ProfileFile) {
        // what it held is on the disk, or the profile was not left
        let _ = self.file.close_unless(&self.hurry.hurried, LONG_PATIENCE);
        self.file = Writer::start(file, |_| {});
        self.watch();
    }

    /// Lets the thread that hears signals see what is open.
    pub(super) fn watch(&self) {
        let mut open = self.hurry.open.lock().unwrap_or_else(PoisonError::into_inner);
        *open = self.file.watch();
    }

    /// Keeps what can be undone beside the profile, where that is on the disk: before the profile is left.
    pub(super) fn keep_undo(&mut self) {
        if self.unsaved.is_none() && std::mem::take(&mut self.unkept) {
            let (back, again) = self.session.undo_steps();
            self.file.keep_undo(&Undo { back, again });
        }
    }

    /// Ends the dialogue: keeps what is being written.
    pub(super) fn end(&mut self) {
        self.over = true;
        if let Some(Asking::Lines(draft) | Asking::Keep(draft)) = self.asking.take() {
            self.keep_at_the_end(draft);
        }
    }

    /// The last words of the dialogue, after trying once more what was not saved: a slow disk is waited for as long as may be,
    /// and that is said first.
    ///
    /// # Errors
    /// Where nobody is listening any more.
    pub(super) fn leave(&mut self, output: &mut impl Write) -> io::Result<()> {
        if self.unsaved.is_some() {
            let (within, hurried) = match self.hurry.has_begun() {
                true => (SHORT_PATIENCE, &AtomicBool::new(false)),
                false => (LONG_PATIENCE, &self.hurry.hurried),
            };
            self.file
                .save(self.session.profile().clone(), self.session.changes());
            let waiting = self.still_saving();
            let out = &mut self.out;
            let left = self.file.leave(hurried, within, |_| {
                *out += &format!("{waiting}\n\n");
                let _ = output.write_all(out.as_bytes()).and_then(|()| output.flush());
                out.clear();
            });
            let saved = left.and_then(|()| self.file.outcome());
            let outcome = self.told_of_saving(saved);
            self.say(&outcome);
        }
        self.keep_undo();
        let words = self.words();
        match (&self.unsaved, self.session.read_only()) {
            (None, None) => self.say(words.end_saved),
            _ => self.say(words.end),
        }
        self.speak(output)
    }
}
