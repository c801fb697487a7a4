//! How a profile is found, read and rescued. Owns what is shown where the file itself cannot be; writes nothing but what a
//! rescue needs, and nothing at all where anything on the way could not be read.

use super::{LIMIT, Opened, ProfileFile};
use crate::core::{
    fault::{Cause, Fault, Notice, ReadOnly},
    moment::Moment,
    profile::Profile,
};
use crate::format::{
    self,
    profile::{Limits, Unusable},
};
use crate::store::{
    Access, backup,
    fs::{Lock, ReadError, is_loop},
    name::{DEFAULT_NAME, DEFAULT_SLUG},
    owner::new_owner,
    place::{self, Place, dated, read_fault},
};
use std::{
    cell::Cell,
    io,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

/// How long another program may hold the lock before the profile counts as open elsewhere.
const PATIENCE: Duration = Duration::from_secs(1);
/// The same where one program after the other holds it and saves.
const LONGEST: Duration = Duration::from_secs(10);

/// What a profile is where none can be read.
#[derive(Clone, Copy)]
pub(in crate::store) struct Neutral<'a> {
    /// The id of the framework it belongs to.
    pub(in crate::store) framework: &'a str,
    /// Its level, counted from 1.
    pub(in crate::store) level: u8,
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
    Unreadable(Fault),
    Absent,
}

/// What the backups hold.
struct Rescue {
    /// The newest good one that can be read, and its file.
    good: Option<(PathBuf, Profile)>,
    /// Why a newer one, or all of them, could not be read.
    unread: Option<Fault>,
}

impl ProfileFile {
    pub(in crate::store) fn open(
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
            newest_backup: None,
            unbacked: None,
            undo_unread: Cell::new(false),
            _lock: None,
        };
        let mut notices = Vec::new();
        match access {
            Access::Read => profile_file.read_only = Some(ReadOnly::Asked),
            Access::Edit => profile_file.lock(&mut notices),
        }
        // Whether a missing file is a first start or a loss cannot be told without them, nor what the next is called.
        let unlisted = match backup::list(&profile_file.place, slug) {
            Ok(backups) => {
                profile_file.backups = backups;
                None
            }
            Err(fault) => {
                profile_file.is_unreadable(&fault);
                Some(fault)
            }
        };
        let mut fresh = false;
        let content = profile_file.content();
        if access == Access::Edit {
            profile_file.heed_write_protection();
        }
        let mut profile = match content {
            Content::Good(profile) => *profile,
            Content::Newer { version, profile } => {
                profile_file.read_only = Some(ReadOnly::Newer { version });
                match profile {
                    Some(profile) => *profile,
                    None => profile_file.neutral(neutral),
                }
            }
            Content::Absent if unlisted.is_none() && profile_file.backups.is_empty() => {
                if slug != DEFAULT_SLUG {
                    return Err(Fault::Missing {
                        file: profile_file.file,
                    });
                }
                fresh = true;
                profile_file.neutral(neutral)
            }
            Content::Absent => {
                if let Some(fault) = &unlisted
                    && (access == Access::Read || slug != DEFAULT_SLUG)
                {
                    return Err(fault.clone());
                }
                let file = profile_file.file.clone();
                profile_file.recover(Fault::Missing { file }, unlisted, neutral, &mut notices)
            }
            Content::Damaged(damage) => profile_file.recover(damage, unlisted, neutral, &mut notices),
            Content::Unreadable(fault) if access == Access::Read => return Err(fault),
            Content::Unreadable(fault) => {
                profile_file.is_unreadable(&fault);
                profile_file.recover(fault, unlisted, neutral, &mut notices)
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
        for dir in [self.place.profiles(), self.place.backups()] {
            if let Err(error) = self.place.make_dir(&dir) {
                return self.is_not_writable(dir, Cause::from(&error));
            }
        }
        match self.wait_for_lock() {
            Ok(Lock::Held(lock)) => self._lock = Some(lock),
            Ok(Lock::Busy) => self.read_only = Some(ReadOnly::Locked),
            Ok(Lock::Unsupported) => notices.push(Notice::NoLocking),
            Err(error) => self.is_not_writable(self.place.profile(&self.slug), Cause::from(&error)),
        }
    }

    /// Nothing is saved from now on, because of what could not be written; the first reason stays.
    fn is_not_writable(&mut self, file: PathBuf, why: Cause) {
        self.read_only.get_or_insert(ReadOnly::NotWritable { file, why });
    }

    /// Nothing is saved from now on, because of what could not be read; the first reason stays, unless it is that
    /// something cannot be written which cannot even be read: that says less.
    fn is_unreadable(&mut self, fault: &Fault) {
        let Fault::Unreadable { file, why } = fault.clone() else {
            return;
        };
        match (&self.read_only, &why) {
            (None, _) | (Some(ReadOnly::NotWritable { .. }), Cause::Denied) => {
                self.read_only = Some(ReadOnly::Unreadable { file, why });
            }
            _ => {}
        }
    }

    /// A file that its owner marked as not to be written stays as it is.
    fn heed_write_protection(&mut self) {
        // why this cannot be asked was told by the reading
        if self.place.fs.is_write_protected(&self.file).unwrap_or(false) {
            self.is_not_writable(self.file.clone(), Cause::Protected);
        }
    }

    /// Asks for the lock until it is free or [`PATIENCE`] is over: commands hold it for some milliseconds each. Where many
    /// of them wait, each save of another's gives the rest more time, at most [`LONGEST`] in all.
    fn wait_for_lock(&self) -> io::Result<Lock> {
        let start = Instant::now();
        let (mut since, mut saved) = (start, self.place.fs.modified(&self.file));
        loop {
            match self.place.lock(&self.slug)? {
                Lock::Busy if since.elapsed() < PATIENCE && start.elapsed() < LONGEST => {
                    thread::sleep(Duration::from_millis(5));
                }
                lock => return Ok(lock),
            }
            let now = self.place.fs.modified(&self.file);
            if now != saved {
                (since, saved) = (Instant::now(), now);
            }
        }
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
                return Content::Unreadable(read_fault(ReadError::Io(error), &self.file, LIMIT));
            }
        }
        let bytes = match self.place.fs.read(&self.file, LIMIT) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Content::Absent,
            Err(ReadError::Io(error)) => {
                return Content::Unreadable(read_fault(ReadError::Io(error), &self.file, LIMIT));
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

    /// Gives the newest good backup, or neutral, and sets the bad file aside where this session may write. It may not
    /// where anything in between could not be read: what that holds may be what the leader wrote last.
    fn recover(
        &mut self,
        damage: Fault,
        unlisted: Option<Fault>,
        neutral: Neutral<'_>,
        notices: &mut Vec<Notice>,
    ) -> Profile {
        let Rescue { good, unread } = self.newest_good_backup();
        let unread = unlisted.or(unread);
        if let Some(fault) = &unread {
            self.is_unreadable(fault);
        }
        let mut aside = None;
        if self.read_only.is_none() && !matches!(damage, Fault::Missing { .. }) {
            match self.set_aside() {
                Ok(path) => aside = Some(path),
                // What cannot be kept must not be overwritten.
                Err(error) => self.is_not_writable(self.place.profiles(), Cause::from(&error)),
            }
        }
        let (backup, profile) = match good {
            Some((path, profile)) => (Some(path), profile),
            None => (None, self.neutral(neutral)),
        };
        notices.push(Notice::Recovered {
            damage,
            aside,
            backup,
            unread,
        });
        self.worth_keeping = false;
        if self.read_only.is_none() {
            // The next start finds a good file. Where this fails, the next save tries again and tells.
            let _ = self.save(&profile);
        }
        profile
    }

    /// Looks through the backups, newest first, past those that are wrong.
    fn newest_good_backup(&self) -> Rescue {
        let mut unread = None;
        for backup in self.backups.iter().rev() {
            let path = backup.path(&self.place, &self.slug);
            match place::read(&*self.place.fs, &path, LIMIT) {
                Ok(Some(bytes)) => {
                    if let Ok(profile) = format::profile::read(&bytes, Limits::OWN) {
                        let good = Some((path, profile));
                        return Rescue { good, unread };
                    }
                }
                Err(fault @ Fault::Unreadable { .. }) => {
                    unread.get_or_insert(fault);
                }
                // taken away meanwhile, or no file of this program's
                Ok(None) | Err(_) => {}
            }
        }
        Rescue { good: None, unread }
    }

    /// Copies the bad file to a name of its own; what is no file, or too large to copy, gets the name itself.
    fn set_aside(&mut self) -> io::Result<PathBuf> {
        let dir = self.place.profiles();
        let date = (self.clock)().date();
        let name = |number| dated(&self.slug, "corrupt", date, number);
        if let Some(bytes) = &self.on_disk {
            // Opened again before the first save, it is the same file that is set aside already.
            for entry in self.place.fs.list(&dir)?.unwrap_or_default() {
                let entry = entry.to_string_lossy();
                let ours = entry.starts_with(&format!("{}.corrupt-", self.slug));
                let path = dir.join(&*entry);
                if ours
                    && self
                        .place
                        .fs
                        .read(&path, LIMIT)
                        .is_ok_and(|kept| kept.as_ref() == Some(bytes))
                {
                    return Ok(path);
                }
            }
            return self.place.write_numbered(&dir, name, bytes);
        }
        let path = self.place.move_numbered(&self.place.profile(&self.slug), name)?;
        // The link that led nowhere good is gone with it.
        self.file = self.place.profile(&self.slug);
        Ok(path)
    }
}
