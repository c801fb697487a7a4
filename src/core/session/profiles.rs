//! The open profile's own fields, and what is to be done with the files of profiles: made, opened, named, deleted, brought
//! back, brought in, merged. What reaches the disk is a [`ProfileCommand`], which a face carries out.

use super::{Deed, Outcome, Session, texts};
use crate::core::{
    fault::Fault,
    framework::Framework,
    history::Way,
    merge::{self, Difference, Merging},
    profile::{Edit, Profile},
    share::Share,
};
use jiff::{ToSpan, civil::Date};
use std::{path::PathBuf, sync::Arc};

/// How far ahead a profile can be looked at again, in years.
const FURTHEST: i64 = 200;

/// What must be done with the profiles' files.
#[derive(Clone, Debug, PartialEq)]
pub enum ProfileCommand {
    /// Open the profile with this slug.
    Open(String),
    /// Put this new profile in a file of its own, and open it.
    Create(Box<Profile>),
    /// Make the profile in a file a new one here.
    Import {
        /// The file.
        file: PathBuf,
        /// Its name; nothing where it keeps its own.
        name: Option<String>,
    },
    /// Give the open profile this name; then [`Session::renamed`].
    Rename {
        /// Its name.
        name: String,
        /// As a step of its own, or back or forth over one.
        way: Way,
    },
    /// Delete the profile with this slug; nothing is the open one.
    Delete(Option<String>),
    /// Bring a deleted profile back.
    BringBack {
        /// The file that keeps it.
        file: PathBuf,
        /// The name it gets.
        name: String,
    },
    /// Show two versions of a profile side by side: the open one and what another program wrote, or the profile with this
    /// slug and the copy of it in this file.
    Merge(Option<(String, PathBuf)>),
    /// Keep what the merge on the screen makes of the two, and put the other version away.
    KeepMerged,
    /// After another program changed the file: go on with what is open here, or with what the other one wrote.
    Version {
        /// True for what is open here.
        mine: bool,
    },
}

impl ProfileCommand {
    /// A new profile of this name, as one begins.
    pub fn create(name: &str, framework: &Framework) -> Self {
        Self::Create(Box::new(neutral(name.trim(), framework)))
    }

    /// A new profile of this name that stands as `profile` does.
    pub fn copy(profile: &Profile, name: &str) -> Self {
        Self::Create(Box::new(Profile {
            name: name.trim().to_owned(),
            ..profile.clone()
        }))
    }

    /// The profile in a file comes in, under this name where one is given.
    pub fn import(file: PathBuf, name: Option<&str>) -> Self {
        let name = name.map(|name| name.trim().to_owned());
        Self::Import { file, name }
    }

    /// The open profile gets this name, as a step of its own.
    pub fn rename(name: &str) -> Self {
        Self::Rename {
            name: name.trim().to_owned(),
            way: Way::New,
        }
    }

    /// The deleted profile in this file comes back under this name.
    pub fn bring_back(file: PathBuf, name: &str) -> Self {
        let name = name.trim().to_owned();
        Self::BringBack { file, name }
    }
}

/// A profile of this name as it begins: every dial at neutral, at the framework's last level, which is the one that is
/// closest to a unit.
pub fn neutral(name: impl Into<String>, framework: &Framework) -> Profile {
    let level = framework.levels.len().max(1) as u8;
    Profile::new(name, framework.id.clone(), level)
}

impl Session {
    /// The own level is this one, counted from 0.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`].
    pub fn set_level(&mut self, level: usize) -> Deed {
        match level == self.own_level() || level >= self.framework.levels.len() {
            true => Ok(Outcome::Unchanged),
            false => self.change(Edit::Level(level as u8 + 1)),
        }
    }

    /// The unit is this.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`]; [`Fault::TooLong`]; [`Fault::ControlCharacter`].
    pub fn set_unit(&mut self, unit: &str) -> Deed {
        let unit = texts::kept_label(unit)?.to_owned();
        self.change(Edit::Unit(unit))
    }

    /// The challenge is this.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`]; [`Fault::TooLong`].
    pub fn set_challenge(&mut self, challenge: &str) -> Deed {
        let challenge = texts::label(challenge)?.to_owned();
        self.change(Edit::Challenge(challenge))
    }

    /// When to look at the profile again; nothing takes the date away.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`]; [`Fault::NotAhead`] for a date that is not after today; [`Fault::TooFarAhead`].
    pub fn set_review(&mut self, date: Option<Date>) -> Deed {
        let last = self.today().saturating_add(FURTHEST.years());
        let example = self.date_ahead();
        if date.is_some_and(|date| date <= self.today()) {
            return Err(Fault::NotAhead { example });
        }
        if date.is_some_and(|date| date > last) {
            return Err(Fault::TooFarAhead { example });
        }
        self.change(Edit::Review(date))
    }

    /// A date ahead, as an example of one: half a year from today.
    pub fn date_ahead(&self) -> Date {
        self.today().saturating_add(6.months())
    }

    /// What the group sees of the open profile now. The owner in it must be on the disk too, so the profile is to be saved.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`] where a profile without an owner cannot be given one; otherwise as [`Share::of`].
    pub fn share(&mut self) -> Result<Share, Fault> {
        match self.read_only() {
            Some(why) if self.profile.owner.is_none() => return Err(Fault::ReadOnly { why: why.clone() }),
            Some(_) => {}
            None => self.changed(),
        }
        Share::of(&self.profile, self.now)
    }

    /// A new profile of this name: neutral, or as the open one stands.
    pub fn create(&self, name: &str, copy: bool) -> ProfileCommand {
        match copy {
            true => ProfileCommand::copy(&self.profile, name),
            false => ProfileCommand::create(name, &self.framework),
        }
    }

    /// Gives the profile another name, and its file with it. Where this is done, [`renamed`](Self::renamed) makes the
    /// step.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`].
    pub fn rename(&self, name: &str) -> Result<ProfileCommand, Fault> {
        self.writable()?;
        Ok(ProfileCommand::rename(name))
    }

    /// The open profile's file has this name now, and the disk has it: the session follows, as a step of its own or back
    /// or forth over one. After a merge the rest of the step is still to be saved, which [`changes`](Self::changes) tells.
    pub fn renamed(&mut self, name: &str, way: Way) -> Outcome {
        if way == Way::New {
            let edit = Edit::Name(name.to_owned());
            let step = self.history.make(Arc::make_mut(&mut self.profile), edit);
            return step.map_or(Outcome::Unchanged, |step| Outcome::Changed(step.clone()));
        }
        let merged = matches!(self.history.next(way), Some(Edit::Whole(_)));
        let (changes, saving) = (self.changes, self.saving.clone());
        let outcome = self.step_over(way);
        if !merged {
            (self.changes, self.saving) = (changes, saving);
        }
        outcome
    }

    /// What a merge makes of the open profile.
    pub fn merged(&self, merging: &Merging) -> Profile {
        let keep = |difference: &Difference| merging.keep(difference);
        merge::merged(&self.profile, &merging.theirs, &self.framework, keep)
    }

    /// What the open profile and the other version of a merge say differently.
    pub fn differences(&self, merging: &Merging) -> Vec<Difference> {
        merge::differences(&self.profile, &merging.theirs, &self.framework)
    }

    /// Takes on what a merge makes of the open profile, as one step of undo.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`].
    pub fn merge(&mut self, merging: &Merging) -> Deed {
        let merged = self.merged(merging);
        self.change(Edit::Whole(Box::new(merged)))
    }
}
