//! A leader at work: the one place where a deed is done. The interface, the dialogue of `--plain` and the commands are
//! faces of it: each deed is a method here that checks what it is given, changes the open profile as one step of undo, and
//! answers what must be done outside as data. Owns the open profile, what can be undone, and how it stands with saving;
//! opens no file, reads no clock, says no word.
//!
//! The deeds are in files of their own: `dials`, `texts`, `bearings`, `decisions`, `mirror`, `monthly`, `profiles`.

mod bearings;
mod decisions;
mod dials;
mod mirror;
mod monthly;
mod profiles;
#[cfg(test)]
mod tests;
mod texts;

use super::{
    fault::{Cause, Fault, ReadOnly},
    framework::Framework,
    history::{History, Step, Way},
    moment::Moment,
    profile::{Edit, Profile},
    step::StepName,
};
pub use dials::{Links, Turn};
use jiff::civil::Date;
pub use profiles::{ProfileCommand, neutral};
use std::{path::PathBuf, sync::Arc};
pub use texts::{NotADate, TextTarget, date, kept_label, kept_text};

/// What came of a deed, and with it what must be done outside the session.
#[must_use]
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Everything is as it was.
    Unchanged,
    /// The profile was changed by this step: it must be saved.
    Changed(Step),
    /// This must be done with the profiles' files; where it is, the session must be told.
    Files(ProfileCommand),
}

impl Outcome {
    /// True where the profile was changed.
    pub fn is_change(&self) -> bool {
        matches!(self, Self::Changed(_))
    }
}

/// What a deed answers. At a fault nothing was changed.
pub type Deed = Result<Outcome, Fault>;

/// How it stands with the profile's way to the disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// The disk has everything.
    #[default]
    Saved,
    /// A change is on its way.
    Underway,
    /// The disk has not got it, and why.
    Failed(Fault),
    /// Another program changed the file; this profile is kept beside it, in the file named.
    Conflict(PathBuf),
    /// Open for reading only, and why.
    ReadOnly(ReadOnly),
}

/// A leader's work with one open profile.
#[derive(Clone, Debug)]
pub struct Session {
    framework: Arc<Framework>,
    profile: Arc<Profile>,
    history: History,
    /// What the last text that was drafted is on.
    drafted: Option<TextTarget>,
    /// How many changes the profile has seen.
    changes: u64,
    saving: Saving,
    /// Why the state before the one saved last could not be kept as a backup.
    unbacked: Option<Cause>,
    now: Moment,
    /// The id of the bearing that was chosen as the ghost; nothing is the last one, whichever that is.
    ghost: Option<String>,
}

impl Session {
    /// The session of a leader who works with this framework on this profile, with nothing to undo.
    pub fn new(framework: impl Into<Arc<Framework>>, profile: Profile, now: Moment) -> Self {
        Self {
            framework: framework.into(),
            profile: Arc::new(profile),
            history: History::default(),
            drafted: None,
            changes: 0,
            saving: Saving::Saved,
            unbacked: None,
            now,
            ghost: None,
        }
    }

    /// Another profile is open: `profile`, which can be read only where there is a reason in `read_only`. There is
    /// nothing to undo until [`remember`](Self::remember).
    pub fn open(&mut self, profile: Profile, read_only: Option<ReadOnly>) {
        self.profile = Arc::new(profile);
        self.history = History::default();
        self.ghost = None;
        self.saving = read_only.map_or(Saving::Saved, Saving::ReadOnly);
        self.unbacked = None;
    }

    /// The framework.
    pub fn framework(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The open profile, to be saved.
    pub fn profile(&self) -> &Arc<Profile> {
        &self.profile
    }

    /// The time, as it was told last.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// Tells the time: what is dated from now on has this date.
    pub fn set_now(&mut self, now: Moment) {
        self.now = now;
    }

    /// The reader's own level, counted from 0; the last one where the framework has fewer.
    pub fn own_level(&self) -> usize {
        usize::from(self.profile.level).clamp(1, self.framework.levels.len().max(1)) - 1
    }

    /// How many changes the profile has seen since the session began; the face saves when it has grown.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// How it stands with saving.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Why nothing can be changed; nothing where it can.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        match &self.saving {
            Saving::ReadOnly(why) => Some(why),
            _ => None,
        }
    }

    /// Nothing can be changed from now on.
    pub fn set_read_only(&mut self, why: ReadOnly) {
        self.saving = Saving::ReadOnly(why);
    }

    /// Why the last save kept no backup of the state before it; nothing where it did.
    pub fn unbacked(&self) -> Option<&Cause> {
        self.unbacked.as_ref()
    }

    /// The disk has the profile as it was after this many changes; `unbacked` is why it has no backup of the state
    /// before.
    pub fn saved(&mut self, changes: u64, unbacked: Option<Cause>) {
        self.unbacked = unbacked;
        if changes == self.changes {
            self.saving = Saving::Saved;
        }
    }

    /// The disk has not got the profile. Returns whether that is news: it was not so already, for the same reason.
    pub fn not_saved(&mut self, fault: Fault) -> bool {
        let known = matches!(&self.saving, Saving::Failed(before) if *before == fault);
        self.saving = Saving::Failed(fault);
        !known
    }

    /// Another program changed the file, and this profile is kept in `kept`.
    pub fn contested(&mut self, kept: PathBuf) {
        self.saving = Saving::Conflict(kept);
    }

    /// After a conflict: the version that is open here goes on, and must be saved.
    pub fn go_on(&mut self) {
        self.saving = Saving::Saved;
        self.changed();
    }

    /// The profile must go to the disk, though no step changed it.
    pub fn changed(&mut self) {
        self.changes += 1;
        if self.saving == Saving::Saved {
            self.saving = Saving::Underway;
        }
    }

    /// The edits that take each step back and that make each undone step again, the next one last.
    pub fn undo_steps(&self) -> (Vec<Edit>, Vec<Edit>) {
        self.history.edits()
    }

    /// Takes on what [`undo_steps`](Self::undo_steps) gave when the profile stood as it does now.
    pub fn remember(&mut self, back: Vec<Edit>, again: Vec<Edit>) {
        self.history = History::of(&self.profile, back, again);
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`].
    pub fn undo(&mut self) -> Deed {
        self.walk(Way::Undo)
    }

    /// Makes the last step that was taken back again.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`].
    pub fn redo(&mut self) -> Deed {
        self.walk(Way::Redo)
    }

    /// What a step that was made or made again changed, in its order; the first is what it is called.
    pub fn names(&self, step: &Step) -> Vec<StepName> {
        StepName::of(&step.edit, &step.back, &self.profile)
    }

    /// What changed where a step was taken back, in that order.
    pub fn names_back(&self, step: &Step) -> Vec<StepName> {
        StepName::of(&step.back, &step.edit, &self.profile)
    }

    /// Carries `edit` out as one step of undo.
    fn change(&mut self, edit: Edit) -> Deed {
        self.writable()?;
        match self.history.make(Arc::make_mut(&mut self.profile), edit) {
            Some(step) => {
                let step = step.clone();
                self.changed();
                Ok(Outcome::Changed(step))
            }
            None => Ok(Outcome::Unchanged),
        }
    }

    fn writable(&self) -> Result<(), Fault> {
        match self.read_only() {
            Some(why) => Err(Fault::ReadOnly { why: why.clone() }),
            None => Ok(()),
        }
    }

    /// Goes a step back or forth. A profile's name is its file's too: that goes by way of the disk, and the step with it.
    fn walk(&mut self, way: Way) -> Deed {
        self.writable()?;
        let step = self.history.next(way);
        if let Some(name) = step.and_then(|edit| edit.renames(&self.profile.name)) {
            return Ok(Outcome::Files(ProfileCommand::Rename {
                name: name.to_owned(),
                way,
            }));
        }
        Ok(self.step_over(way))
    }

    fn step_over(&mut self, way: Way) -> Outcome {
        let profile = Arc::make_mut(&mut self.profile);
        let step = match way {
            Way::Redo => self.history.redo(profile),
            Way::New | Way::Undo => self.history.undo(profile),
        };
        match step.cloned() {
            Some(step) => {
                self.changed();
                Outcome::Changed(step)
            }
            None => Outcome::Unchanged,
        }
    }
}
