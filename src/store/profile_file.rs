//! One profile, open: how it is found, read and rescued, and how each save replaces its file without ever losing
//! what was there. Owns the lock; knows no thread.

use super::{
    Access,
    backup::{self, Backup},
    fs::{Lock, ReadError, is_loop},
    name::{DEFAULT_NAME, DEFAULT_SLUG},
    owner::new_owner,
    place::{Place, dated, read_fault, write_fault},
};
use crate::core::{
    fault::{Cause, Fault, Notice, ReadOnly},
    moment::Moment,
    profile::{Edit, Profile},
};
use crate::format::{
    self,
    profile::{Limits, Unusable},
    undo::{self, Undo},
};
use std::{
    any::Any,
    io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// How long another program may hold the lock before the profile counts as open elsewhere.
const PATIENCE: Duration = Duration::from_secs(1);

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Why the state that was replaced could not be kept as a backup; the save itself is on the disk.
    pub unbacked: Option<Cause>,
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
    _lock: Option<Box<dyn Any + Send>>,
}

/// What a profile is where none can be read.
#[derive(Clone, Copy)]
pub(super) struct Neutral<'a> {
    /// The id of the framework it belongs to.
    pub(super) framework: &'a str,
    /// Its level, counted from 1.
    pub(super) level: u8,
}

/// What stood in the profile's file.
enum Content {
    Good(Box<Profile>),
    Newer {
        version: String,
        profile: Option<Box<Profile>>,
    },
    /// It can be read and is wrong.
    Damaged(Fault),
    /// It cannot be read and may be well.
    Unreadable(Fault, Cause),
    Absent,
}

impl ProfileFile {
    pub(super) fn open(
        place: Place,
        clock: fn() -> Moment,
        slug: &str,
        neutral: Neutral<'_>,
        access: Access,
    ) -> Result<Opened, Fault> {
        let mut profile_file = Self {
            file: place.profile(slug),
            place,
            clock,
            slug: slug.to_owned(),
            read_only: None,
            on_disk: None,
            owner: None,
            attempted: None,
            worth_keeping: true,
            backups: Vec::new(),
            kept_first: false,
            saved_before: false,
            conflict: None,
            _lock: None,
        };
        let mut notices = Vec::new();
        match access {
            Access::Read => profile_file.read_only = Some(ReadOnly::Asked),
            Access::Edit => profile_file.lock(&mut notices),
        }
        match backup::list(&profile_file.place, slug) {
            Ok(backups) => profile_file.backups = backups,
            // Whether a missing file is a first start or a loss cannot be told without them.
            Err(error) => {
                let why = Cause::from(&error);
                profile_file.read_only.get_or_insert(ReadOnly::Unreadable { why });
            }
        }
        let mut fresh = false;
        let mut profile = match profile_file.content() {
            Content::Good(profile) => *profile,
            Content::Newer { version, profile } => {
                profile_file.read_only = Some(ReadOnly::Newer { version });
                match profile {
                    Some(profile) => *profile,
                    None => profile_file.neutral(neutral),
                }
            }
            Content::Absent if profile_file.backups.is_empty() => {
                if slug != DEFAULT_SLUG {
                    return Err(Fault::Missing {
                        file: profile_file.file,
                    });
                }
                fresh = true;
                profile_file.neutral(neutral)
            }
            Content::Absent => {
                let file = profile_file.file.clone();
                profile_file.recover(Fault::Missing { file }, neutral, &mut notices)
            }
            Content::Damaged(damage) => profile_file.recover(damage, neutral, &mut notices),
            Content::Unreadable(fault, _) if access == Access::Read => return Err(fault),
            Content::Unreadable(fault, why) => {
                profile_file.read_only.get_or_insert(ReadOnly::Unreadable { why });
                profile_file.recover(fault, neutral, &mut notices)
            }
        };
        if profile_file.read_only.is_none() {
            let (dir, locked) = (profile_file.dir(), profile_file._lock.is_some());
            profile_file.place.sweep(&dir, slug, locked, clock().timestamp());
            format::profile::migrate(&mut profile, new_owner);
        }
        profile_file.owner = profile.owner.clone();
        if let Some(version) = &profile.later_version {
            let version = version.clone();
            notices.push(Notice::NewerMinor { version });
        }
        if profile.framework != neutral.framework {
            notices.push(Notice::OtherFramework {
                framework: profile.framework.clone(),
            });
        }
        Ok(Opened {
            profile,
            notices,
            fresh,
            file: profile_file,
        })
    }

    /// Makes the folders and takes the lock; where either cannot be had the session becomes read-only.
    fn lock(&mut self, notices: &mut Vec<Notice>) {
        let locked = self.make_dirs().and_then(|()| self.wait_for_lock());
        match locked {
            Ok(Lock::Held(lock)) => self._lock = Some(lock),
            Ok(Lock::Busy) => self.read_only = Some(ReadOnly::Locked),
            Ok(Lock::Unsupported) => notices.push(Notice::NoLocking),
            Err(error) => {
                let why = Cause::from(&error);
                self.read_only = Some(ReadOnly::NotWritable { why });
            }
        }
    }

    /// Asks for the lock until it is free or [`PATIENCE`] is over: commands hold it for some milliseconds each.
    fn wait_for_lock(&self) -> io::Result<Lock> {
        let start = Instant::now();
        loop {
            match self.place.lock(&self.slug)? {
                Lock::Busy if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(5)),
                lock => return Ok(lock),
            }
        }
    }

    fn make_dirs(&self) -> io::Result<()> {
        self.place.make_dir(&self.place.profiles())?;
        self.place.make_dir(&self.place.backups())
    }

    fn neutral(&self, neutral: Neutral<'_>) -> Profile {
        let name = if self.slug == DEFAULT_SLUG {
            DEFAULT_NAME
        } else {
            &self.slug
        };
        Profile::new(name, neutral.framework, neutral.level)
    }

    fn content(&mut self) -> Content {
        match self.place.fs.resolve(&self.file) {
            Ok(file) => self.file = file,
            Err(error) if is_loop(&error) => {
                let file = self.file.clone();
                return Content::Damaged(Fault::NotRegular { file });
            }
            // A link that leads nowhere for now, such as to a disk that is not there.
            Err(error) => {
                let fault = read_fault(ReadError::Io(io::Error::from(error.kind())), &self.file, LIMIT);
                return Content::Unreadable(fault, Cause::from(&error));
            }
        }
        let bytes = match self.place.fs.read(&self.file, LIMIT) {
            Ok(bytes) => bytes,
            Err(ReadError::Missing) => return Content::Absent,
            Err(ReadError::Io(error)) => {
                let why = Cause::from(&error);
                return Content::Unreadable(read_fault(ReadError::Io(error), &self.file, LIMIT), why);
            }
            Err(error) => return Content::Damaged(read_fault(error, &self.file, LIMIT)),
        };
        let content = match format::profile::read(&bytes, Limits::OWN) {
            Ok(profile) => Content::Good(Box::new(profile)),
            Err(Unusable::Newer { version, profile }) => Content::Newer { version, profile },
            Err(Unusable::Damaged(problem)) => {
                let (file, problems) = (self.file.clone(), vec![problem]);
                Content::Damaged(Fault::Damaged { file, problems })
            }
        };
        self.on_disk = Some(bytes);
        content
    }

    /// Sets the bad file aside where this session may write, and gives the newest good backup, or neutral.
    fn recover(&mut self, damage: Fault, neutral: Neutral<'_>, notices: &mut Vec<Notice>) -> Profile {
        let mut aside = None;
        if self.read_only.is_none() && !matches!(damage, Fault::Missing { .. }) {
            match self.set_aside() {
                Ok(path) => aside = Some(path),
                // What cannot be kept must not be overwritten.
                Err(error) => {
                    let why = Cause::from(&error);
                    self.read_only = Some(ReadOnly::NotWritable { why });
                }
            }
        }
        let good = self.backups.iter().rev().find_map(|backup| {
            let path = backup.path(&self.place, &self.slug);
            let bytes = self.place.fs.read(&path, LIMIT).ok()?;
            Some((path, format::profile::read(&bytes, Limits::OWN).ok()?))
        });
        let (backup, profile) = match good {
            Some((path, profile)) => (Some(path), profile),
            None => (None, self.neutral(neutral)),
        };
        notices.push(Notice::Recovered {
            damage,
            aside,
            backup,
        });
        self.worth_keeping = false;
        if self.read_only.is_none() {
            // The next start finds a good file. Where this fails, the next save tries again and tells.
            let _ = self.save(&profile);
        }
        profile
    }

    /// Copies the bad file to a name of its own; what is no file, or too large to copy, gets the name itself.
    fn set_aside(&mut self) -> io::Result<PathBuf> {
        let dir = self.place.profiles();
        let date = (self.clock)().date();
        let name = |number| dated(&self.slug, "corrupt", date, number);
        if let Some(bytes) = &self.on_disk {
            // Opened again before the first save, it is the same file that is set aside already.
            for entry in self.place.fs.list(&dir)? {
                let ours = entry.starts_with(&format!("{}.corrupt-", self.slug));
                let path = dir.join(&entry);
                if ours && self.place.fs.read(&path, LIMIT).is_ok_and(|kept| kept == *bytes) {
                    return Ok(path);
                }
            }
            return self.place.write_numbered(&dir, name, bytes);
        }
        let taken = self.place.fs.list(&dir)?;
        let free = (1..).map(name).find(|name| !taken.contains(name));
        let path = dir.join(free.unwrap_or_default());
        self.place.fs.rename(&self.place.profile(&self.slug), &path)?;
        self.place.fs.sync_dir(&dir)?;
        // The link that led nowhere good is gone with it.
        self.file = self.place.profile(&self.slug);
        Ok(path)
    }

    /// What could be undone when this state of the profile was left. Nothing where that is not known.
    pub fn undo(&self) -> Undo {
        let kept = || {
            let profile = self.on_disk.as_ref()?;
            let file = self.place.undo(&self.slug);
            let bytes = self.place.fs.read(&file, undo::BYTES_MAX).ok()?;
            undo::read(&bytes, profile)
        };
        kept().unwrap_or_default()
    }

    /// Keeps what can be undone in the state that is on the disk. Where that cannot be done there is nothing to undo
    /// next time: the profile is safe all the same, and nobody need be told.
    pub fn keep_undo(&self, undo: &Undo) {
        if self.read_only.is_some() || self.conflict.is_some() || self.attempted.is_some() {
            return;
        }
        let Some(profile) = &self.on_disk else {
            return;
        };
        let file = self.place.undo(&self.slug);
        let dir = file.parent().unwrap_or(Path::new("."));
        let _ = self
            .place
            .make_dir(dir)
            .and_then(|()| self.place.replace(&file, &self.slug, &undo::write(undo, profile)));
    }

    /// Puts `profile` in its file as [`save`](Self::save) does, and keeps the change as one step of undo, which `back`
    /// takes back.
    ///
    /// # Errors
    /// As [`save`](Self::save); then no step is kept.
    pub fn save_step(&mut self, profile: &Profile, back: Edit) -> Result<Saved, Fault> {
        let mut undo = self.undo();
        undo.push(back);
        let saved = self.save(profile)?;
        self.keep_undo(&undo);
        Ok(saved)
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
        self.file.parent().unwrap_or(Path::new(".")).to_owned()
    }

    /// The profile's slug.
    pub fn slug(&self) -> &str {
        &self.slug
    }

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
            return Ok(Saved { unbacked: None });
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
                .is_ok_and(|now| now == *bytes)
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
            ReadOnly::Unreadable { why } => Fault::Unreadable { file, why },
            ReadOnly::NotWritable { why } => match self.place.fs.list(&self.place.profiles()) {
                Ok(_) => Fault::Write { path: file, why },
                // it is the folder that could not be made
                Err(_) => Fault::CannotCreate {
                    path: self.place.profiles(),
                    why,
                },
            },
        }
    }

    /// The new state in a temporary file, on the disk.
    fn begin(&mut self, dir: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        if !self.saved_before {
            self.place.sync_dirs()?;
        }
        match self.place.write_temp(dir, &self.slug, bytes) {
            // The folder was taken away under a running program.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make_dirs()?;
                self.place.write_temp(dir, &self.slug, bytes)
            }
            done => done,
        }
    }

    fn put_in_place(&mut self, temp: &Path, dir: &Path, bytes: Vec<u8>) -> Result<Saved, Fault> {
        match self.place.fs.read(&self.file, LIMIT) {
            Ok(now) if self.is_own(&now) => self.on_disk = Some(now),
            Err(ReadError::Missing) => self.on_disk = None,
            Err(ReadError::Io(error)) => return Err(read_fault(ReadError::Io(error), &self.file, LIMIT)),
            Ok(_) | Err(ReadError::NotRegular | ReadError::TooLarge) => return Err(self.collide(&bytes)),
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
        let unbacked = unbacked.err().map(|error| Cause::from(&error));
        self.prune();
        Ok(Saved { unbacked })
    }

    fn is_own(&self, now: &[u8]) -> bool {
        [&self.on_disk, &self.attempted]
            .into_iter()
            .flatten()
            .any(|own| own == now)
    }

    /// Another program changed the file: its state stays, this one is kept beside it.
    fn collide(&mut self, bytes: &[u8]) -> Fault {
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

    /// Keeps the state that is about to be replaced.
    fn back_up(&mut self) -> io::Result<()> {
        let Some(bytes) = self.on_disk.as_ref().filter(|_| self.worth_keeping) else {
            return Ok(());
        };
        let mut backup = Backup {
            number: self.backups.last().map_or(0, |last| last.number) + 1,
            date: (self.clock)().date(),
            first: !self.kept_first,
        };
        loop {
            let path = backup.path(&self.place, &self.slug);
            match self.place.keep_as(&self.file, bytes, &path) {
                // Another program without a lock was here.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => backup.number += 1,
                Err(error) => return Err(error),
                Ok(()) => {
                    self.backups.push(backup);
                    self.kept_first = true;
                    return Ok(());
                }
            }
        }
    }

    /// Takes away the backups that no rule keeps, once the save is seen to be in its place and the newer backups
    /// are on the disk. What fails here is tried again after the next save.
    fn prune(&mut self) {
        let out = backup::superfluous(&self.backups);
        if out.is_empty() || self.place.fs.sync_dir(&self.place.backups()).is_err() {
            return;
        }
        let now = self.place.fs.read(&self.file, LIMIT).ok();
        if now.is_none() || now != self.on_disk {
            return;
        }
        for at in out {
            let path = self.backups[at].path(&self.place, &self.slug);
            match self.place.fs.remove(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {}
                _ => {
                    self.backups.remove(at);
                }
            }
        }
    }

    /// After a conflict: where this program's states are kept meanwhile.
    pub fn beside(&self) -> Option<&Path> {
        self.conflict.as_deref()
    }

    /// After a conflict: what the other program wrote. Changes nothing.
    ///
    /// # Errors
    /// [`Fault::VersionGone`] where its file is not there any more, else as [`read_profile`](super::read_profile).
    pub fn theirs(&self) -> Result<Profile, Fault> {
        super::read_file(&*self.place.fs, &self.file, Limits::OWN).map_err(|fault| match fault {
            Fault::Missing { .. } => Fault::VersionGone,
            fault => fault,
        })
    }

    /// What lies in the file, whosever it is; nothing where there is no file.
    fn bytes_there(&self) -> Result<Option<Vec<u8>>, Fault> {
        match self.place.fs.read(&self.file, LIMIT) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ReadError::Missing) => Ok(None),
            Err(error) => Err(read_fault(error, &self.file, LIMIT)),
        }
    }

    /// After a conflict: goes on with this program's state, which the next save puts in the file. The other program's is
    /// kept as `<slug>.conflict-<date>.json`, which is answered; nothing where it is not there any more.
    ///
    /// # Errors
    /// Why the other program's state could not be read or kept; then there are still two.
    pub fn keep_mine(&mut self) -> Result<Option<PathBuf>, Fault> {
        let dir = self.place.profiles();
        let date = (self.clock)().date();
        let name = |number| dated(&self.slug, "conflict", date, number);
        let theirs = self.bytes_there()?;
        let kept = theirs
            .as_ref()
            .map(|theirs| self.place.write_numbered(&dir, name, theirs))
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
        let mut profile = format::profile::read(&theirs, Limits::OWN)
            .map_err(|unusable| super::unusable(unusable, file))?;
        format::profile::migrate(&mut profile, || self.owner.clone());
        self.on_disk = Some(theirs);
        self.worth_keeping = true;
        self.conflict = None;
        Ok(profile)
    }
}
