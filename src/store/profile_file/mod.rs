//! One profile, open: what it is called, whether it can be saved, its lock and what can be undone in it. How it is read and
//! rescued is in `reading`, how it is saved in `saving`, and what becomes of it where another program changed the file in
//! `conflict`. Knows no thread.

mod conflict;
mod reading;
mod saving;

use super::{
    backup::Backup,
    place::{self, Place},
};
use crate::core::{
    fault::{Cause, Fault, Notice, ReadOnly},
    moment::Moment,
    profile::{Edit, Profile},
};
use crate::format::{
    profile::Limits,
    undo::{self, Undo},
};
pub(super) use reading::Neutral;
use std::{
    any::Any,
    cell::Cell,
    io,
    path::{Path, PathBuf},
};

const LIMIT: u64 = Limits::OWN.bytes as u64;

/// What opening a profile gives.
pub struct Opened {
    /// The profile as it is to be shown.
    pub profile: Profile,
    /// What must be said about it.
    pub notices: Vec<Notice>,
    /// True where no profile was there and this is the first start.
    pub fresh: bool,
    /// What saves it.
    pub file: ProfileFile,
}

/// What a save came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// Why the state that was replaced could not be kept as a backup; the save itself is on the disk.
    pub unbacked: Option<Cause>,
    /// Why the step that was saved cannot be taken back later; only where a step was to be kept.
    pub no_undo: Option<Fault>,
}

impl Saved {
    /// What must be said about it.
    pub fn notices(self) -> impl Iterator<Item = Notice> {
        let unbacked = self.unbacked.map(|why| Notice::Unbacked { why });
        let no_undo = self.no_undo.map(|fault| Notice::UndoUnread { fault });
        unbacked.into_iter().chain(no_undo)
    }
}

/// A profile that is open. Holds its lock until dropped.
pub struct ProfileFile {
    place: Place,
    clock: fn() -> Moment,
    slug: String,
    file: PathBuf,
    read_only: Option<ReadOnly>,
    /// What the file holds as far as this session knows; nothing where there is no file.
    on_disk: Option<Vec<u8>>,
    /// Whose the profile is.
    owner: Option<String>,
    /// What a save that failed half-way may have put there.
    attempted: Option<Vec<u8>>,
    /// True where what the file holds is a good profile that is kept nowhere else.
    worth_keeping: bool,
    /// Oldest first.
    backups: Vec<Backup>,
    /// True once this session has kept the state it began with.
    kept_first: bool,
    saved_before: bool,
    /// Where this session's states are kept while another program's file stands in their place.
    conflict: Option<PathBuf>,
    /// What the newest backup holds, once it was looked at.
    newest_backup: Option<Vec<u8>>,
    /// Why the state before the last one saved could not be kept.
    unbacked: Option<Cause>,
    /// True once the file of what can be undone could not be read: it is left as it is.
    undo_unread: Cell<bool>,
    _lock: Option<Box<dyn Any + Send>>,
}

impl ProfileFile {
    fn make_dirs(&self) -> io::Result<()> {
        self.place.make_dir(&self.place.profiles())?;
        self.place.make_dir(&self.place.backups())
    }

    /// What could be undone when this state of the profile was left; nothing where none is kept for this state.
    ///
    /// # Errors
    /// [`Fault::Unreadable`]: it is not known, and what is kept is left as it is.
    pub fn undo(&self) -> Result<Undo, Fault> {
        let Some(profile) = &self.on_disk else {
            return Ok(Undo::default());
        };
        let file = self.place.undo(&self.slug);
        match place::read(&*self.place.fs, &file, undo::BYTES_MAX) {
            Err(fault @ Fault::Unreadable { .. }) => {
                self.undo_unread.set(true);
                Err(fault)
            }
            // what is no file, or is too large, was not written by this program
            read => {
                let bytes = read.ok().flatten();
                Ok(bytes
                    .and_then(|bytes| undo::read(&bytes, profile))
                    .unwrap_or_default())
            }
        }
    }

    /// Keeps what can be undone in the state that is on the disk. Where that cannot be done there is nothing to undo
    /// next time: the profile is safe all the same, and nobody need be told.
    pub fn keep_undo(&self, undo: &Undo) {
        if self.read_only.is_some()
            || self.conflict.is_some()
            || self.attempted.is_some()
            || self.undo_unread.get()
        {
            return;
        }
        let Some(profile) = &self.on_disk else {
            return;
        };
        let file = self.place.undo(&self.slug);
        let dir = place::folder(&file);
        let _ = self
            .place
            .make_dir(dir)
            .and_then(|()| self.place.replace(&file, &self.slug, &undo::write(undo, profile)));
    }

    /// Puts `profile` in its file as [`save`](Self::save) does, and keeps the change as one step of undo, which `back`
    /// takes back. Where the steps before it cannot be read, none is kept, and [`Saved::no_undo`] says so.
    ///
    /// # Errors
    /// As [`save`](Self::save); then no step is kept.
    pub fn save_step(&mut self, profile: &Profile, back: Edit) -> Result<Saved, Fault> {
        let undo = self.undo();
        let saved = self.save(profile)?;
        match undo {
            Ok(mut undo) => {
                undo.push(back);
                self.keep_undo(&undo);
                Ok(saved)
            }
            Err(fault) => Ok(Saved {
                no_undo: Some(fault),
                ..saved
            }),
        }
    }

    /// Why nothing can be saved; nothing where it can.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// The profile's file.
    pub fn path(&self) -> &Path {
        &self.file
    }

    /// The folder of the file, which a link may have led to.
    fn dir(&self) -> PathBuf {
        place::folder(&self.file).to_owned()
    }

    /// The profile's slug.
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// Why nothing can be saved, as the fault that a save would give.
    pub fn writable(&self) -> Result<(), Fault> {
        match &self.read_only {
            Some(reason) => Err(self.refusal(reason)),
            None => Ok(()),
        }
    }

    fn refusal(&self, reason: &ReadOnly) -> Fault {
        let file = self.file.clone();
        match reason.clone() {
            ReadOnly::Asked => Fault::Write {
                path: file,
                why: Cause::ReadOnly,
            },
            ReadOnly::Locked => Fault::Locked { path: file },
            ReadOnly::Newer { version } => Fault::Newer { file, version },
            ReadOnly::Unreadable { file, why } => Fault::Unreadable { file, why },
            ReadOnly::NotWritable { file, why } => match self.place.fs.list(&self.place.profiles()) {
                Ok(Some(_)) => Fault::Write { path: file, why },
                // it is the folder that could not be made
                Ok(None) | Err(_) => Fault::CannotCreate {
                    path: self.place.profiles(),
                    why,
                },
            },
        }
    }
}
