//! Another program changed the profile's file: both versions are kept, and one of them goes on. Owns what is kept
//! beside the file; what merges two versions is the caller's.

use super::{LIMIT, ProfileFile};
use crate::core::{fault::Fault, profile::Profile};
use crate::format::{self, profile::Limits};
use crate::store::{
    place::{self, dated, write_fault},
    read_file, unusable,
};
use std::path::{Path, PathBuf};

impl ProfileFile {
    /// Another program changed the file: its state stays, this one is kept beside it.
    pub(super) fn collide(&mut self, bytes: &[u8]) -> Fault {
        let date = (self.clock)().date();
        let name = |number| dated(&self.slug, "conflict", date, number);
        match self.place.write_numbered(&self.place.profiles(), name, bytes) {
            Ok(kept) => {
                self.conflict = Some(kept.clone());
                Fault::Conflict { kept }
            }
            Err(error) => write_fault(&error, &self.file),
        }
    }

    /// After a conflict: where this program's states are kept meanwhile.
    pub fn beside(&self) -> Option<&Path> {
        self.conflict.as_deref()
    }

    /// After a conflict: what the other program wrote. Changes nothing.
    ///
    /// # Errors
    /// [`Fault::VersionGone`] where its file is not there any more, else as [`read_profile`](crate::store::read_profile).
    pub fn theirs(&self) -> Result<Profile, Fault> {
        read_file(&*self.place.fs, &self.file, Limits::OWN).map_err(|fault| match fault {
            Fault::Missing { .. } => Fault::VersionGone,
            fault => fault,
        })
    }

    /// What lies in the file, whosever it is; nothing where there is no file.
    fn bytes_there(&self) -> Result<Option<Vec<u8>>, Fault> {
        place::read(&*self.place.fs, &self.file, LIMIT)
    }

    /// After a conflict: goes on with this program's state, which the next save puts in the file. The other program's is
    /// kept as `<slug>.conflict-<date>.json`, which is answered; nothing where it is not there any more. What is no file,
    /// or too large to copy, is kept by giving the name to it.
    ///
    /// # Errors
    /// Why the other program's state could not be read or kept; then there are still two.
    pub fn keep_mine(&mut self) -> Result<Option<PathBuf>, Fault> {
        let dir = self.place.profiles();
        let date = (self.clock)().date();
        let name = |number| dated(&self.slug, "conflict", date, number);
        let (kept, theirs) = match self.bytes_there() {
            Ok(None) => (None, None),
            Ok(Some(theirs)) => {
                let kept = self.place.write_numbered(&dir, name, &theirs);
                (Some(kept), Some(theirs))
            }
            Err(Fault::NotRegular { .. } | Fault::TooLarge { .. }) => {
                (Some(self.place.move_numbered(&self.file, name)), None)
            }
            Err(fault) => return Err(fault),
        };
        let kept = kept
            .transpose()
            .map_err(|error| write_fault(&error, &self.file))?;
        self.on_disk = theirs;
        self.worth_keeping = false;
        self.conflict = None;
        Ok(kept)
    }

    /// After a conflict: goes on with the other program's state, which is returned. This program's stays where it
    /// was kept.
    ///
    /// # Errors
    /// As [`theirs`](Self::theirs); then there are still two.
    pub fn keep_theirs(&mut self) -> Result<Profile, Fault> {
        let theirs = self.bytes_there()?.ok_or(Fault::VersionGone)?;
        let file = self.file.clone();
        let mut profile =
            format::profile::read(&theirs, Limits::OWN).map_err(|unusable| self::unusable(unusable, file))?;
        format::profile::migrate(&mut profile, || self.owner.clone());
        self.on_disk = Some(theirs);
        self.worth_keeping = true;
        self.conflict = None;
        Ok(profile)
    }
}
