//! How a save replaces the profile's file without ever losing what was there, and which backups that leaves. Knows
//! nothing of how the file was read.

use super::{LIMIT, ProfileFile, Saved};
use crate::core::{
    fault::{Cause, Fault},
    profile::Profile,
};
use crate::format::{self, profile::Limits};
use crate::store::{
    backup::{self, Backup},
    fs::ReadError,
    place::{self, read_fault, write_fault},
};
use std::{
    io,
    path::{Path, PathBuf},
};

impl ProfileFile {
    /// Puts `profile` in its file. Returns when the disk has it.
    ///
    /// # Errors
    /// Whatever the fault, the file holds what it held. At [`Fault::Conflict`] another program changed the file;
    /// the profile is on the disk all the same, beside it, and so is every later one until
    /// [`keep_mine`](Self::keep_mine) or [`keep_theirs`](Self::keep_theirs).
    pub fn save(&mut self, profile: &Profile) -> Result<Saved, Fault> {
        self.writable()?;
        let bytes = format::profile::write(profile);
        if bytes.len() > Limits::OWN.bytes {
            let (file, limit) = (self.file.clone(), LIMIT);
            return Err(Fault::TooLarge { file, limit });
        }
        if let Some(kept) = self.conflict.clone() {
            let replaced = self.place.replace(&kept, &self.slug, &bytes);
            replaced.map_err(|error| write_fault(&error, &kept))?;
            return Err(Fault::Conflict { kept });
        }
        if self.is_saved(&bytes) {
            return Ok(self.saved());
        }
        let dir = self.dir();
        let temp = self
            .begin(&dir, &bytes)
            .map_err(|error| write_fault(&error, &self.file))?;
        let saved = self.put_in_place(&temp, &dir, bytes);
        if saved.is_err() {
            // Where it got its place it is gone already; anything else is swept by a later profile_file.
            let _ = self.place.fs.remove(&temp);
        }
        saved
    }

    /// True where this session put exactly this on the disk and it is still there.
    fn is_saved(&self, bytes: &Vec<u8>) -> bool {
        self.saved_before
            && self.attempted.is_none()
            && self.on_disk.as_ref() == Some(bytes)
            && self
                .place
                .fs
                .read(&self.file, LIMIT)
                .is_ok_and(|now| now.as_ref() == Some(bytes))
    }

    /// The new state in a temporary file, on the disk.
    fn begin(&mut self, dir: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        match self.write_temp(dir, bytes) {
            // The folder was taken away under a running program.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make_dirs()?;
                self.write_temp(dir, bytes)
            }
            done => done,
        }
    }

    fn write_temp(&self, dir: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        if !self.saved_before {
            self.place.sync_dirs()?;
        }
        self.place.write_temp(dir, &self.slug, bytes)
    }

    fn put_in_place(&mut self, temp: &Path, dir: &Path, bytes: Vec<u8>) -> Result<Saved, Fault> {
        match self.place.fs.read(&self.file, LIMIT) {
            Ok(Some(now)) if self.is_own(&now) => self.on_disk = Some(now),
            Ok(None) => self.on_disk = None,
            Err(ReadError::Io(error)) => return Err(read_fault(ReadError::Io(error), &self.file, LIMIT)),
            Ok(Some(_)) | Err(ReadError::NotRegular | ReadError::TooLarge) => {
                return Err(self.collide(&bytes));
            }
        }
        let protected = self.place.fs.is_write_protected(&self.file);
        if protected.map_err(|error| read_fault(ReadError::Io(error), &self.file, LIMIT))? {
            return Err(Fault::Write {
                path: self.file.clone(),
                why: Cause::Protected,
            });
        }
        let unbacked = self.back_up();
        self.attempted = Some(bytes);
        self.place
            .fs
            .rename(temp, &self.file)
            .and_then(|()| self.place.fs.sync_dir(dir))
            .map_err(|error| write_fault(&error, &self.file))?;
        self.on_disk = self.attempted.take();
        self.worth_keeping = true;
        self.saved_before = true;
        self.unbacked = unbacked.err().map(|error| Cause::from(&error));
        self.prune();
        Ok(self.saved())
    }

    fn saved(&self) -> Saved {
        Saved {
            unbacked: self.unbacked.clone(),
            no_undo: None,
        }
    }

    fn is_own(&self, now: &[u8]) -> bool {
        [&self.on_disk, &self.attempted]
            .into_iter()
            .flatten()
            .any(|own| own == now)
    }

    /// Keeps the state that is about to be replaced. A state that the newest backup holds already, because the save before
    /// failed after it was made, gets no second one: failures would push the real history out.
    fn back_up(&mut self) -> io::Result<()> {
        if !self.worth_keeping || self.on_disk.is_none() || self.is_backed_up() {
            return Ok(());
        }
        let Some(bytes) = self.on_disk.as_ref() else {
            return Ok(());
        };
        let mut backup = Backup {
            number: self.backups.last().map_or(0, |last| last.number) + 1,
            date: (self.clock)().date(),
            first: !self.kept_first,
        };
        loop {
            // only a file that this program did not make can have the last number
            if backup.number > backup::LAST {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            let path = backup.path(&self.place, &self.slug);
            match self.place.keep_as(&self.file, bytes, &path) {
                // Another program without a lock was here.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => backup.number += 1,
                Err(error) => return Err(error),
                Ok(()) => {
                    self.newest_backup = self.on_disk.clone();
                    self.backups.push(backup);
                    self.kept_first = true;
                    return Ok(());
                }
            }
        }
    }

    /// True where the newest backup holds what the file holds. Where this session began with that state, the backup is
    /// marked as its first.
    fn is_backed_up(&mut self) -> bool {
        let Some(newest) = self.backups.last_mut() else {
            return false;
        };
        if self.newest_backup.is_none() {
            let path = newest.path(&self.place, &self.slug);
            self.newest_backup = self.place.fs.read(&path, LIMIT).ok().flatten();
        }
        if self.newest_backup.is_none() || self.newest_backup != self.on_disk {
            return false;
        }
        if !self.kept_first && !newest.first {
            let first = Backup {
                first: true,
                ..newest.clone()
            };
            let (from, to) = (
                newest.path(&self.place, &self.slug),
                first.path(&self.place, &self.slug),
            );
            // unmarked it is kept all the same, only not for as long
            if self.place.fs.rename(&from, &to).is_ok() {
                *newest = first;
            }
        }
        self.kept_first = true;
        true
    }

    /// Takes away the backups that no rule keeps, once the save is seen to be in its place, the newer backups are on the
    /// disk, and the folder has told which there are. What fails here is tried again after the next save.
    fn prune(&mut self) {
        if backup::superfluous(&self.backups).is_empty()
            || self.place.fs.sync_dir(&self.place.backups()).is_err()
        {
            return;
        }
        let now = place::read(&*self.place.fs, &self.file, LIMIT);
        if !matches!(&now, Ok(Some(_))) || now.as_ref() != Ok(&self.on_disk) {
            return;
        }
        match backup::list(&self.place, &self.slug) {
            Ok(backups) => self.backups = backups,
            Err(_) => return,
        }
        for at in backup::superfluous(&self.backups) {
            let path = self.backups[at].path(&self.place, &self.slug);
            match self.place.fs.remove(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {}
                _ => {
                    self.backups.remove(at);
                }
            }
        }
    }
}
