//! The only code that touches a profile's files. Its promise: what was reported as saved is on the disk, whole, and
//! nothing that a leader wrote is ever overwritten by a default or dropped in silence.
//!
//! [`Store`] finds, makes, renames and deletes profiles in one data folder. Opening one gives a [`ProfileFile`], which
//! holds its lock and saves; a [`Writer`] saves in the background. Words are made elsewhere, from
//! [`Fault`] and [`Notice`].

mod backup;
mod copies;
mod elsewhere;
mod examine;
mod files;
pub mod fs;
mod gathering;
mod import;
pub mod log;
pub mod name;
mod opener;
mod output;
mod own;
mod owner;
mod place;
mod profile_file;
mod same;
mod share;
mod team;
mod trash;
mod writer;

pub use crate::format::{profile::Limits, undo::Undo};
pub use copies::{Copied, Stranger};
pub use elsewhere::{Elsewhere, places_elsewhere};
pub use examine::{Backups, Examined, Folder, Held};
pub use files::{create_file, names_in, read_text, replace_file};
pub use gathering::{GatheringFile, Gatherings, KeptGathering};
pub use import::Imported;
pub use name::{DEFAULT_NAME, DEFAULT_SLUG, slug};
pub use opener::open_file;
pub use output::{expand, places_to_write, write_beside, write_output};
pub use own::Own;
use profile_file::Neutral;
pub use profile_file::{Opened, ProfileFile, Saved};
pub use share::{Shared, shared_slug};
pub use team::{MOST_FILES, OwnProfile, read_team};
pub use trash::Deleted;
pub use writer::{Report, Watched, Writer};

use crate::core::{
    fault::{Cause, Fault, NameTrouble, Notice},
    framework::Framework,
    moment::Moment,
    order::sort_key,
    profile::{Edit, Profile},
};
use crate::format::{self, profile::Unusable};
use fs::{Disk, Fs, ReadError};
use jiff::tz::TimeZone;
use place::{Place, read_fault, write_fault};
use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

/// Tells the time that dates in file names are taken from.
pub type Clock = fn() -> Moment;

/// The latest second that a date is made of, the first of the year 9999: a clock that is past it stands there.
const LATEST: i64 = 253_370_764_800;

/// This machine's clock to the second, in its own time zone; at most 1 January 9999.
pub fn system_clock() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(LATEST));
    let now = jiff::Timestamp::from_second(seconds.min(LATEST)).expect("the seconds are in range");
    Moment::new(now, zone().to_offset(now))
}

/// This machine's time zone as the program started.
fn zone() -> &'static TimeZone {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    ZONE.get_or_init(|| {
        // a zone that is looked up by its name has the whole database listed first; its own file needs no name
        let file = match std::env::var_os("TZ") {
            None if cfg!(unix) => std::fs::read("/etc/localtime").ok(),
            _ => None,
        };
        let zone = file.and_then(|file| TimeZone::tzif("", &file).ok());
        zone.unwrap_or_else(TimeZone::system)
    })
}

/// What a profile is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To be changed: takes the lock, rescues what is damaged.
    Edit,
    /// To be looked at: writes nothing at all.
    Read,
}

/// The profiles in one data folder.
#[derive(Clone)]
pub struct Store {
    place: Place,
    clock: Clock,
    /// The level of a profile that begins here, counted from 1.
    level: u8,
}

/// One profile in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// What its file is called.
    pub slug: String,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

impl Store {
    /// The profiles in `data_dir`, which need not exist yet.
    pub fn new(data_dir: PathBuf, clock: Clock) -> Self {
        Self::on(Arc::new(Disk), data_dir, clock)
    }

    /// The same on another file system than the machine's own.
    pub fn on(fs: Arc<dyn Fs>, data_dir: PathBuf, clock: Clock) -> Self {
        let place = Place::new(fs, data_dir);
        Self {
            place,
            clock,
            level: 1,
        }
    }

    /// The same, where a profile that begins, on a first start or because nothing could be rescued, is at this level,
    /// counted from 1.
    pub fn beginning_at(self, level: u8) -> Self {
        Self { level, ..self }
    }

    /// What is the program's own where its profiles are these, its config file this and its themes in this folder.
    pub fn own(&self, config: &Path, themes: &Path) -> Own {
        Own::new(self.place.data(), config, themes)
    }

    /// Opens the profile `slug` for a leader who works with the framework of this id.
    ///
    /// Where there is no such profile, [`DEFAULT_SLUG`] opens as a fresh one, on the disk from its first save on.
    ///
    /// # Errors
    /// [`Fault::Missing`] for any other slug; for [`Access::Read`] also [`Fault::Unreadable`]. Everything else is
    /// told by the notices and by [`ProfileFile::read_only`].
    pub fn open(&self, slug: &str, framework: &str, access: Access) -> Result<Opened, Fault> {
        let slug = own(slug)?;
        let neutral = Neutral {
            framework,
            level: self.level,
        };
        let mut opened = ProfileFile::open(self.place.clone(), self.clock, slug, neutral, access)?;
        let now = (self.clock)();
        if now.timestamp().as_second() >= LATEST {
            opened.notices.push(Notice::ClockOff { date: now.date() });
        }
        Ok(opened)
    }

    /// Opens a profile for a command, which cannot ask anything: where what is shown would be neither what the file says
    /// nor a backup, it is a fault, and nothing is changed.
    ///
    /// # Errors
    /// As [`open`](Self::open); what is wrong with the file, or, where a backup could not be read, with that.
    pub fn open_sound(&self, slug: &str, framework: &str, access: Access) -> Result<Opened, Fault> {
        let looked_at = self.open(slug, framework, Access::Read)?;
        for notice in &looked_at.notices {
            if let Notice::Recovered {
                damage,
                backup: None,
                unread,
                ..
            } = notice
            {
                return Err(unread.as_ref().unwrap_or(damage).clone());
            }
        }
        match access {
            Access::Read => Ok(looked_at),
            Access::Edit => self.open(slug, framework, Access::Edit),
        }
    }

    /// All profiles in the order of their names, also those of which only a backup is left.
    pub fn list(&self) -> Result<Vec<Listed>, Fault> {
        Ok(self.listed(self.slugs()?))
    }

    /// These profiles in the order of their names.
    fn listed(&self, slugs: BTreeSet<String>) -> Vec<Listed> {
        let listed = |slug: String| {
            let profile = read_file(&*self.place.fs, &self.place.profile(&slug), Limits::OWN);
            Listed { slug, profile }
        };
        let mut listed: Vec<Listed> = slugs.into_iter().map(listed).collect();
        listed.sort_by_cached_key(|listed| {
            let named = listed.profile.as_ref().map(|profile| &*profile.name);
            sort_key(named.unwrap_or(&listed.slug))
        });
        listed
    }

    /// When the file of this profile was last written, in this machine's time zone; nothing where the disk does not say.
    pub fn changed(&self, slug: &str) -> Option<Moment> {
        let at = self.place.fs.modified(&self.place.profile(slug))?;
        let at = jiff::Timestamp::try_from(at).ok()?;
        Some(Moment::new(at, zone().to_offset(at)))
    }

    /// The slugs of the profiles whose files are there.
    fn slugs_of_files(&self) -> Result<BTreeSet<String>, Fault> {
        let entries = place::names(&*self.place.fs, &self.place.profiles())?;
        let files = entries.iter().filter_map(|name| name.strip_suffix(".json"));
        Ok(files
            .filter(|slug| name::is_slug(slug))
            .map(str::to_owned)
            .collect())
    }

    fn slugs(&self) -> Result<BTreeSet<String>, Fault> {
        let mut slugs = self.slugs_of_files()?;
        let backups = backup::all(&self.place)?;
        slugs.extend(backups.into_iter().map(|(slug, _)| slug));
        Ok(slugs)
    }

    /// Refuses where a link on the way to the folder of data leads nowhere for now, such as to a disk that is not there: what
    /// cannot be reached is not absent.
    fn reachable(&self) -> Result<(), Fault> {
        let fs = &*self.place.fs;
        for dir in self.place.data().ancestors() {
            match fs.resolve(dir) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Err(read_fault(ReadError::Io(error), dir, 0));
                }
                // what else is wrong there is told by whoever reads in it
                Err(_) => return Ok(()),
                Ok(_) if fs.is_there(dir).unwrap_or(true) => return Ok(()),
                Ok(_) => {}
            }
        }
        Ok(())
    }

    /// The slug of the profile that a leader means by `given`: its slug, its name, or a name with the same slug.
    pub fn find(&self, given: &str) -> Result<String, Fault> {
        self.reachable()?;
        let wanted = slug(given)?;
        let slugs = self.slugs()?;
        if slugs.contains(&wanted) || wanted == DEFAULT_SLUG {
            return Ok(wanted);
        }
        let named = |listed: &Listed| {
            let profile = listed.profile.as_ref();
            profile.is_ok_and(|profile| slug(&profile.name).is_ok_and(|slug| slug == wanted))
        };
        let listed = self.list()?;
        if let Some(listed) = listed.iter().find(|listed| named(listed)) {
            return Ok(listed.slug.clone());
        }
        // the name may be that of a profile that could not be read
        let unread = |listed: Listed| {
            listed
                .profile
                .err()
                .filter(|fault| matches!(fault, Fault::Unreadable { .. }))
        };
        Err(listed
            .into_iter()
            .find_map(unread)
            .unwrap_or_else(|| Fault::UnknownProfile {
                given: given.to_owned(),
                known: slugs.into_iter().collect(),
            }))
    }

    /// The profile in use: the one chosen last, else the default, else the first there is.
    ///
    /// # Errors
    /// [`Fault::Unreadable`], [`Fault::NotRegular`], [`Fault::TooLarge`]: which one was chosen, or whether it is there,
    /// could not be read, and no other is used in its place. [`Fault::CannotCreate`]: something else than a folder has the
    /// name of the folder of data, or stands on the way to it.
    pub fn current(&self) -> Result<String, Fault> {
        self.reachable()?;
        let chosen = self.chosen()?;
        // nearly always its file is there, and the folders need not be looked through
        let likely = chosen.as_deref().unwrap_or(DEFAULT_SLUG);
        if name::is_slug(likely) {
            let file = self.place.profile(likely);
            let there = self.place.fs.is_there(&file);
            if there.map_err(|error| read_fault(ReadError::Io(error), &file, 0))? {
                return Ok(likely.to_owned());
            }
        }
        let slugs = self.slugs()?;
        Ok(match chosen {
            Some(slug) if slugs.contains(&slug) => slug,
            _ if slugs.contains(DEFAULT_SLUG) => DEFAULT_SLUG.to_owned(),
            _ => slugs
                .into_iter()
                .next()
                .unwrap_or_else(|| DEFAULT_SLUG.to_owned()),
        })
    }

    /// The profile that was chosen last, where it is gone, so that another one is in use; a deleted one was not lost.
    ///
    /// # Errors
    /// As [`current`](Self::current).
    pub fn chosen_and_gone(&self) -> Result<Option<String>, Fault> {
        let Some(chosen) = self.chosen()?.filter(|chosen| !chosen.is_empty()) else {
            return Ok(None);
        };
        Ok((self.current()? != chosen).then_some(chosen))
    }

    /// What was chosen last, as it is written.
    fn chosen(&self) -> Result<Option<String>, Fault> {
        let read = place::read(&*self.place.fs, &self.place.current(), 1024);
        let chosen = read.map_err(|fault| match fault {
            // something else stands where the folder of data should
            Fault::Unreadable {
                file,
                why: why @ Cause::NotAFolder,
            } => Fault::CannotCreate { path: file, why },
            fault => fault,
        })?;
        let chosen = chosen.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(chosen.map(|text| text.trim().to_owned()))
    }

    /// The file of the profile `slug`, there or not.
    pub fn file(&self, slug: &str) -> Result<PathBuf, Fault> {
        Ok(self.place.profile(own(slug)?))
    }

    /// Makes `slug` the profile in use.
    pub fn set_current(&self, slug: &str) -> Result<(), Fault> {
        let slug = own(slug)?;
        let path = self.place.current();
        let written = self
            .place
            .make_dir(self.place.data())
            .and_then(|()| self.place.replace(&path, slug, format!("{slug}\n").as_bytes()));
        written.map_err(|error| write_fault(&error, &path))
    }

    /// Puts `profile` in a file of its own, named after it, and gives its slug. Where it has no owner it gets a new one; a copy
    /// of another keeps that one's.
    ///
    /// # Errors
    /// [`Fault::BadName`] where no file can have that name or another profile has it.
    pub fn create(&self, profile: &Profile) -> Result<String, Fault> {
        let slug = slug(&profile.name)?;
        let taken = || Fault::BadName {
            given: profile.name.clone(),
            why: NameTrouble::Taken,
        };
        if self.slugs()?.contains(&slug) {
            return Err(taken());
        }
        let (dir, path) = (self.place.profiles(), self.place.profile(&slug));
        let mut profile = profile.clone();
        format::profile::migrate(&mut profile, owner::new_owner);
        let bytes = format::profile::write(&profile);
        let made = self
            .place
            .make_dir(&dir)
            .and_then(|()| self.place.sync_dirs())
            .and_then(|()| self.place.create(&path, &slug, &bytes));
        match made {
            Ok(()) => Ok(slug),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(taken()),
            Err(error) => Err(write_fault(&error, &path)),
        }
    }

    /// Gives the profile `slug` another name, and its file and backups with it, as one step of undo; answers the new
    /// slug. Where nothing of the profile can be read it is a new one of the framework with this id, as in
    /// [`open`](Self::open).
    ///
    /// # Errors
    /// [`Fault::BadName`], and everything that opening and saving it can meet.
    pub fn rename(&self, slug: &str, framework: &str, name: &str) -> Result<String, Fault> {
        let new = name::slug(name)?;
        let mut opened = self.open_sound(slug, framework, Access::Edit)?;
        let edit = Edit::Name(name.to_owned());
        let back = opened.profile.apply(edit.clone());
        if new == slug {
            opened.file.save_step(&opened.profile, back)?;
            return Ok(new);
        }
        opened.file.writable()?;
        let mut undo = opened.file.undo()?;
        // after a merge it has the name already, and only the file has not
        if back != edit {
            undo.push(back);
        }
        let was_current = self.current()? == slug;
        // The new one is on the disk before the old one goes.
        self.create(&opened.profile)?;
        for backup in backup::list(&self.place, slug)? {
            let (from, to) = (backup.path(&self.place, slug), backup.path(&self.place, &new));
            let moved = self.place.fs.rename(&from, &to);
            moved.map_err(|error| write_fault(&error, &from))?;
        }
        self.sync(&self.place.backups())?;
        self.remove_file(slug)?;
        if was_current {
            self.set_current(&new)?;
        }
        // the steps were kept for the file of the old name
        if let Ok(renamed) = self.open(&new, framework, Access::Edit) {
            renamed.file.keep_undo(&undo);
        }
        Ok(new)
    }

    /// Whether the profile `slug` can get this name, as far as is known before it is tried. Changes nothing.
    ///
    /// # Errors
    /// [`Fault::BadName`] where no file can have that name or another profile has it.
    pub fn can_rename(&self, slug: &str, name: &str) -> Result<(), Fault> {
        let new = name::slug(name)?;
        match new != slug && self.slugs()?.contains(&new) {
            true => Err(Fault::BadName {
                given: name.to_owned(),
                why: NameTrouble::Taken,
            }),
            false => Ok(()),
        }
    }

    fn sync(&self, dir: &Path) -> Result<(), Fault> {
        match self.place.fs.sync_dir(dir) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(write_fault(&error, dir)),
            _ => Ok(()),
        }
    }

    fn remove_file(&self, slug: &str) -> Result<(), Fault> {
        // Steps that nothing is left to take back on; a file that stays is known as one for another state.
        let _ = self.place.fs.remove(&self.place.undo(slug));
        let path = self.place.profile(slug);
        match self.place.fs.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(write_fault(&error, &path)),
            _ => self.sync(&self.place.profiles()),
        }
    }
}

/// A framework from a file.
///
/// # Errors
/// As [`read_profile`], with every problem of the framework.
pub fn read_framework(file: &Path) -> Result<Framework, Fault> {
    let limit = format::framework::BYTES_MAX as u64;
    let bytes = place::read_existing(&Disk, file, limit)?;
    format::framework::read(&bytes).map_err(|problems| Fault::Damaged {
        file: file.to_owned(),
        problems,
    })
}

/// A profile from anywhere, such as a colleague's, within these limits. Never waits, never writes.
///
/// # Errors
/// [`Fault::Damaged`] with the line, column and field of the first problem; [`Fault::Newer`], [`Fault::Missing`],
/// [`Fault::Unreadable`], [`Fault::NotRegular`], [`Fault::TooLarge`].
pub fn read_profile(file: &Path, limits: Limits) -> Result<Profile, Fault> {
    read_file(&Disk, file, limits)
}

/// A colleague's file, what she shared or a whole profile, within these limits. Never waits, never writes.
///
/// # Errors
/// As [`read_profile`].
pub fn read_colleague(file: &Path, limits: Limits) -> Result<format::share::Colleague, Fault> {
    let bytes = place::read_existing(&Disk, file, limits.bytes as u64)?;
    format::share::read(&bytes, limits).map_err(|unusable| self::unusable(unusable, file.to_owned()))
}

fn read_file(fs: &dyn Fs, file: &Path, limits: Limits) -> Result<Profile, Fault> {
    let bytes = place::read_existing(fs, file, limits.bytes as u64)?;
    format::profile::read(&bytes, limits).map_err(|unusable| self::unusable(unusable, file.to_owned()))
}

fn unusable(unusable: Unusable, file: PathBuf) -> Fault {
    match unusable {
        Unusable::Damaged(problem) => Fault::Damaged {
            file,
            problems: vec![problem],
        },
        Unusable::Newer { version, .. } => Fault::Newer { file, version },
    }
}

/// A slug as one; anything else could be a path out of the folder.
fn own(slug: &str) -> Result<&str, Fault> {
    match name::is_slug(slug) {
        true => Ok(slug),
        false => Err(Fault::BadName {
            given: slug.to_owned(),
            why: NameTrouble::Empty,
        }),
    }
}
