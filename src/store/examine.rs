//! What there is in the folder of data and what is wrong with it, for whoever looks after it. Changes nothing; what is made
//! of it is the caller's.

use super::{
    Limits, Listed, Store, backup,
    fs::{Lock, ReadError},
    place::{self, read_fault},
};
use crate::core::{
    fault::{Cause, Fault},
    profile::Profile,
};
use crate::format::{
    self,
    undo::{self, Undo},
};
use jiff::civil::Date;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Less room than this is a full disk, in bytes: a save needs room for the new state beside the old one.
const ROOM: u64 = 64 * 1024;

/// A folder that the program writes in.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// Where it is, there or not.
    pub path: PathBuf,
    /// Whether it is there.
    pub exists: bool,
    /// Who may do what with it, on systems that say so.
    pub mode: Option<u32>,
    /// How many bytes have room on its disk, where that is known.
    pub free: Option<u64>,
    /// Why nothing can be written there.
    pub fault: Option<Fault>,
}

/// The backups of a profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backups {
    /// How many there are.
    pub count: usize,
    /// The day of the newest.
    pub newest: Option<Date>,
    /// What is wrong with those that are no good.
    pub bad: Vec<Fault>,
}

/// That another program has the profile open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The process, where the system tells.
    pub by: Option<u32>,
}

/// One profile with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// What its file is called.
    pub slug: String,
    /// The file.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
    /// True where the file is marked as not to be written.
    pub is_protected: bool,
    /// Why its lock cannot be taken, whoever has it.
    pub lock: Option<Fault>,
    /// Its backups, or why they cannot be listed.
    pub backups: Result<Backups, Fault>,
    /// How many steps can be undone, or why that cannot be read.
    pub undo: Result<usize, Fault>,
    /// Who has it open.
    pub held: Option<Held>,
}

impl Store {
    /// The folder of data.
    pub fn data_folder(&self) -> Folder {
        folder(self.place.data())
    }

    /// The folders in it that a save writes in, as far as they are there.
    pub fn kept_folders(&self) -> Vec<Folder> {
        let undo = self.place.undo(super::DEFAULT_SLUG);
        let dirs = [
            self.place.profiles(),
            self.place.backups(),
            place::folder(&undo).to_owned(),
        ];
        let there = dirs
            .iter()
            .filter(|dir| self.place.fs.is_there(dir).unwrap_or(true));
        there.map(|dir| folder(dir)).collect()
    }

    /// Every profile in the order of [`list`](Store::list), with its backups, its steps of undo and its lock.
    ///
    /// # Errors
    /// Why the profiles cannot be listed.
    pub fn examine(&self) -> Result<Vec<Examined>, Fault> {
        // backups that cannot be listed are told of with each profile
        let slugs = self.slugs().or_else(|_| self.slugs_of_files())?;
        Ok(self
            .listed(slugs)
            .into_iter()
            .map(|Listed { slug, profile }| {
                let file = self.place.profile(&slug);
                Examined {
                    is_protected: self.place.fs.is_write_protected(&file).unwrap_or(false)
                        || is_immutable(&file),
                    lock: self.lock_fault(&slug),
                    backups: self.backups_of(&slug),
                    undo: self.undo_of(&slug),
                    held: self.held(&slug),
                    slug,
                    file,
                    profile,
                }
            })
            .collect())
    }

    fn backups_of(&self, slug: &str) -> Result<Backups, Fault> {
        let listed = backup::list(&self.place, slug)?;
        let bad = listed.iter().filter_map(|backup| {
            let path = backup.path(&self.place, slug);
            super::read_file(&*self.place.fs, &path, Limits::OWN).err()
        });
        Ok(Backups {
            count: listed.len(),
            newest: listed.last().map(|last| last.date),
            bad: bad.collect(),
        })
    }

    fn undo_of(&self, slug: &str) -> Result<usize, Fault> {
        let fs = &*self.place.fs;
        let limit = Limits::OWN.bytes as u64;
        let Some(profile) = place::read(fs, &self.place.profile(slug), limit).ok().flatten() else {
            return Ok(0);
        };
        let steps = place::read(fs, &self.place.undo(slug), undo::BYTES_MAX)?;
        let steps = steps.and_then(|bytes| format::undo::read(&bytes, &profile));
        Ok(steps.map_or(0, |Undo { back, .. }| back.len()))
    }

    fn lock_fault(&self, slug: &str) -> Option<Fault> {
        let path = self.place.lock_file(slug);
        let why = match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => Cause::from(&error),
            Ok(metadata) if !metadata.is_file() => Cause::NotAFile,
            Ok(_) => Cause::from(&may_open(&path).err()?),
        };
        Some(Fault::Write { path, why })
    }

    fn held(&self, slug: &str) -> Option<Held> {
        let file = self.place.lock_file(slug);
        // asking makes the file where it is not there
        if !self.place.fs.is_there(&file).unwrap_or(false) {
            return None;
        }
        match self.place.lock(slug) {
            Ok(Lock::Busy) => Some(Held { by: holder(&file) }),
            _ => None,
        }
    }
}

/// A folder and whether it can be written in. One that is not there yet is made where it can be.
fn folder(path: &Path) -> Folder {
    let mut folder = Folder {
        path: path.to_owned(),
        exists: false,
        mode: None,
        free: None,
        fault: None,
    };
    let cannot = |why: Cause| Fault::CannotCreate {
        path: path.to_owned(),
        why,
    };
    let nearest = match fs::metadata(path) {
        Ok(metadata) if !metadata.is_dir() => {
            folder.exists = true;
            folder.fault = Some(cannot(Cause::NotAFolder));
            return folder;
        }
        Ok(metadata) => {
            folder.exists = true;
            folder.mode = mode(&metadata);
            path
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = path.ancestors().skip(1).find(|above| above.is_dir());
            above.unwrap_or(Path::new("."))
        }
        Err(error) => {
            folder.fault = Some(read_fault(ReadError::Io(error), path, 0));
            return folder;
        }
    };
    folder.free = free(nearest);
    folder.fault = match may_write(nearest) {
        Ok(()) if is_immutable(nearest) => Some(cannot(Cause::Protected)),
        Err(error) => Some(cannot(Cause::from(&error))),
        Ok(()) if folder.free.is_some_and(|free| free < ROOM) => Some(Fault::Write {
            path: path.to_owned(),
            why: Cause::Full,
        }),
        Ok(()) => None,
    };
    folder
}

#[cfg(unix)]
fn mode(metadata: &fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::MetadataExt::mode(metadata) & 0o777)
}

#[cfg(not(unix))]
fn mode(_: &fs::Metadata) -> Option<u32> {
    None
}

#[cfg(unix)]
fn free(dir: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(dir).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}

/// Whether files can be made in a folder, as far as the system says before it is tried.
#[cfg(unix)]
fn may_write(dir: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(dir, Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(not(unix))]
fn may_write(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a file can be read and written, as far as the system says before it is tried.
#[cfg(unix)]
fn may_open(file: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(file, Access::READ_OK | Access::WRITE_OK)?)
}

#[cfg(not(unix))]
fn may_open(_: &Path) -> io::Result<()> {
    Ok(())
}

/// True for a file or folder that nobody may change, not even root.
#[cfg(target_os = "linux")]
fn is_immutable(path: &Path) -> bool {
    use rustix::fs::{IFlags, Mode, OFlags, ioctl_getflags, open};
    let is_plain = fs::metadata(path).is_ok_and(|metadata| metadata.is_file() || metadata.is_dir());
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    is_plain
        && open(path, flags, Mode::empty())
            .and_then(ioctl_getflags)
            .is_ok_and(|flags| flags.contains(IFlags::IMMUTABLE))
}

#[cfg(not(target_os = "linux"))]
fn is_immutable(_: &Path) -> bool {
    false
}

/// The process that holds a lock.
#[cfg(target_os = "linux")]
fn holder(lock: &Path) -> Option<u32> {
    let inode = std::os::unix::fs::MetadataExt::ino(&fs::metadata(lock).ok()?);
    let locks = fs::read_to_string("/proc/locks").ok()?;
    // `1: FLOCK ADVISORY WRITE 4711 08:01:131 0 EOF`; who waits for a lock has an arrow after the number
    locks.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (process, file) = (words.get(4)?, words.get(5)?);
        let of = file.rsplit(':').next()?.parse::<u64>().ok()?;
        (of == inode && words[1] == "FLOCK").then(|| process.parse().ok())?
    })
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &Path) -> Option<u32> {
    None
}
