//! Gatherings of a leadership group, kept in the presenter's own folder of data: one file each, `<date>-<number>.json`.
//! Written whole and on the disk as profiles are, readable by the owner alone. A file that another program has changed
//! meanwhile is left as it is, and what is kept here goes on in a file beside it.

use super::{
    Store,
    fs::Lock,
    place::{self, Place, write_fault},
    unusable,
};
use crate::core::{
    fault::{Cause, Fault},
    gathering::Gathering,
};
use crate::format::gathering::{self as format, BYTES_MAX};
use jiff::civil::Date;
use std::{
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// What temporary files are called after.
const TEMPORARY: &str = "gathering";
/// The lock that is held while a file is compared and replaced.
const LOCK: &str = ".lock";
/// How often the lock is asked for, and how long is waited between: another program holds it for one save.
const TRIES: u32 = 100;
const BETWEEN: Duration = Duration::from_millis(20);

/// The gatherings in one folder of data.
#[derive(Clone)]
pub struct Gatherings {
    place: Place,
}

/// A gathering that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptGathering {
    /// What it is called: the name of its file, `2026-11-28-1`.
    pub id: String,
    /// Its file.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub gathering: Result<Gathering, Fault>,
}

/// Where a gathering is kept, and what its file is known to hold.
pub struct GatheringFile {
    place: Place,
    date: Date,
    /// The file, and its bytes as they were last read or written; none before the first save.
    known: Option<(PathBuf, Vec<u8>)>,
}

impl Store {
    /// The gatherings that are kept here.
    pub fn gatherings(&self) -> Gatherings {
        Gatherings {
            place: self.place.clone(),
        }
    }
}

impl Gatherings {
    /// Every gathering, the oldest first; one that cannot be read too.
    ///
    /// # Errors
    /// [`Fault::Unreadable`]: which there are is not known. Where there is no folder there are none.
    pub fn list(&self) -> Result<Vec<KeptGathering>, Fault> {
        let names = place::names(&*self.place.fs, &self.place.gatherings())?;
        let mut ids: Vec<(Date, u32)> = names.iter().filter_map(|name| parse(name)).collect();
        ids.sort_unstable();
        let kept = |(date, number)| {
            let file = self.place.gatherings().join(file_name(date, number));
            KeptGathering {
                id: id(date, number),
                gathering: self.read(&file).map(|(gathering, _)| gathering),
                file,
            }
        };
        Ok(ids.into_iter().map(kept).collect())
    }

    /// The newest gathering of this framework before this day at which anybody was; one that cannot be read is passed over.
    pub fn before(&self, framework: &str, day: Date) -> Option<Gathering> {
        let listed = self.list().unwrap_or_default().into_iter().rev();
        let mut gatherings = listed.filter_map(|kept| kept.gathering.ok());
        gatherings.find(|one| one.framework == framework && one.at.date() < day && !one.leaders.is_empty())
    }

    /// A gathering to go on with: the newest of this framework that began on this day and is not ended, with its file.
    ///
    /// # Errors
    /// Why one of that day cannot be read, or which there are; then a new one is begun with [`new_file`](Self::new_file).
    pub fn current(&self, framework: &str, date: Date) -> Result<Option<(Gathering, GatheringFile)>, Fault> {
        let names = place::names(&*self.place.fs, &self.place.gatherings())?;
        let mut ids: Vec<(Date, u32)> = names.iter().filter_map(|name| parse(name)).collect();
        ids.retain(|(day, _)| *day == date);
        ids.sort_unstable();
        for (date, number) in ids.into_iter().rev() {
            let path = self.place.gatherings().join(file_name(date, number));
            let (gathering, bytes) = self.read(&path)?;
            if gathering.framework == framework && gathering.ended.is_none() {
                let file = self.file(date, Some((path, bytes)));
                return Ok(Some((gathering, file)));
            }
        }
        Ok(None)
    }

    /// The file of a gathering that begins on this day.
    pub fn new_file(&self, date: Date) -> GatheringFile {
        self.file(date, None)
    }

    /// The gathering of this id, with its file; without one the newest of this framework.
    ///
    /// # Errors
    /// [`Fault::UnknownGathering`] where there is none; why it cannot be read.
    pub fn find(
        &self,
        given: Option<&str>,
        framework: &str,
    ) -> Result<(String, Gathering, GatheringFile), Fault> {
        let names = place::names(&*self.place.fs, &self.place.gatherings())?;
        let mut ids: Vec<(Date, u32)> = names.iter().filter_map(|name| parse(name)).collect();
        ids.sort_unstable();
        let unknown = || Fault::UnknownGathering {
            given: given.unwrap_or_default().to_owned(),
            known: ids.iter().map(|(date, number)| id(*date, *number)).collect(),
        };
        for (date, number) in ids.iter().rev().copied() {
            let own = id(date, number);
            // a day alone means its last one
            if given.is_some_and(|given| given != own && given != date.to_string()) {
                continue;
            }
            let path = self.place.gatherings().join(file_name(date, number));
            let (gathering, bytes) = self.read(&path)?;
            if given.is_some() || gathering.framework == framework {
                return Ok((own, gathering, self.file(date, Some((path, bytes)))));
            }
        }
        Err(unknown())
    }

    fn file(&self, date: Date, known: Option<(PathBuf, Vec<u8>)>) -> GatheringFile {
        GatheringFile {
            place: self.place.clone(),
            date,
            known,
        }
    }

    fn read(&self, file: &Path) -> Result<(Gathering, Vec<u8>), Fault> {
        let bytes = place::read_existing(&*self.place.fs, file, BYTES_MAX as u64)?;
        match format::read(&bytes) {
            Ok(gathering) => Ok((gathering, bytes)),
            Err(why) => Err(unusable(why, file.to_owned())),
        }
    }
}

impl GatheringFile {
    /// The file, as soon as there is one.
    pub fn path(&self) -> Option<&Path> {
        self.known.as_ref().map(|(path, _)| &**path)
    }

    /// What the gathering is called, as soon as it has a file.
    pub fn id(&self) -> Option<String> {
        let name = self.path()?.file_stem()?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Puts the gathering in its file, whole and on the disk. True where another program has changed the file meanwhile:
    /// then that one stays, and this is in a file of its own from now on.
    ///
    /// # Errors
    /// [`Fault::Write`], [`Fault::Unreadable`]; then what was there is there still.
    pub fn save(&mut self, gathering: &Gathering) -> Result<bool, Fault> {
        let bytes = format::write(gathering);
        if self.known.as_ref().is_some_and(|(_, known)| *known == bytes) {
            return Ok(false);
        }
        let dir = self.place.gatherings();
        let fault = |error: io::Error| write_fault(&error, &dir);
        self.place.make_dir(&dir).map_err(fault)?;
        let _held = self.lock(&dir)?;
        let Some((path, known)) = &self.known else {
            return self.create(&bytes).map(|()| false);
        };
        match place::read(&*self.place.fs, path, BYTES_MAX as u64)? {
            Some(there) if there != *known => self.create(&bytes).map(|()| true),
            _ => {
                let replaced = self.place.replace(path, TEMPORARY, &bytes);
                replaced.map_err(|error| write_fault(&error, path))?;
                self.known = Some((path.clone(), bytes));
                Ok(false)
            }
        }
    }

    /// Puts it in a file that nothing had the name of.
    fn create(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let dir = self.place.gatherings();
        for number in 1.. {
            let path = dir.join(file_name(self.date, number));
            match self.place.create(&path, TEMPORARY, bytes) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(write_fault(&error, &path)),
                Ok(()) => {
                    self.known = Some((path, bytes.to_vec()));
                    break;
                }
            }
        }
        Ok(())
    }

    /// The lock of the folder, with whatever temporary files a process left that died.
    fn lock(&self, dir: &Path) -> Result<Lock, Fault> {
        let path = dir.join(LOCK);
        for _ in 0..TRIES {
            match self.place.fs.lock(&path) {
                Ok(Lock::Busy) => thread::sleep(BETWEEN),
                Ok(lock) => return Ok(lock),
                Err(error) => return Err(write_fault(&error, &path)),
            }
        }
        Err(Fault::Write {
            path,
            why: Cause::Slow,
        })
    }
}

fn id(date: Date, number: u32) -> String {
    format!("{date}-{number}")
}

fn file_name(date: Date, number: u32) -> String {
    format!("{date}-{number}.json")
}

/// The day and the number in a file's name; nothing where the store did not make the name.
fn parse(name: &str) -> Option<(Date, u32)> {
    let (date, number) = name.strip_suffix(".json")?.rsplit_once('-')?;
    let (date, number) = (date.parse().ok()?, number.parse().ok()?);
    (file_name(date, number) == name && number > 0).then_some((date, number))
}
