//! Where the files of one data folder stand, and how one of them comes to be there: whole, on the disk, or not at
//! all. Knows nothing of what is in them.
//!
//! ```text
//! <data dir>/current                                    the slug of the profile in use
//! <data dir>/messages.log, messages.old.log             what the reader was told
//! <data dir>/profiles/<slug>.json                       a profile
//! <data dir>/profiles/<slug>.lock                       held by the pejl that edits it; never removed or renamed
//! <data dir>/profiles/<slug>.corrupt-<date>.json        a damaged file, set aside
//! <data dir>/profiles/<slug>.conflict-<date>.json       what this program had when another changed the file
//! <data dir>/profiles/.<slug>.<16 hex digits>.tmp       a save under way
//! <data dir>/backups/<slug>.<number>.<date>[.first].json  a state that a save replaced
//! <data dir>/undo/<slug>.json                           what can be undone in a profile; may be removed at any time
//! <data dir>/deleted/<slug>.<number>.json               a profile the leader deleted
//! <data dir>/gatherings/<date>-<number>.json            a gathering of the leadership group
//! <data dir>/gatherings/.lock                           held while one of them is replaced
//! ```

use super::fs::{Fs, Lock, NewFile, ReadError, Readers};
use crate::core::fault::{Cause, Fault};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::{
    collections::hash_map::RandomState,
    ffi::OsString,
    hash::BuildHasher,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A temporary file that no living process can be writing any more.
const STALE: SignedDuration = SignedDuration::from_hours(1);

/// One data folder on one file system.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) fs: Arc<dyn Fs>,
    data: PathBuf,
    readers: Readers,
}

impl Place {
    pub(super) fn new(fs: Arc<dyn Fs>, data: PathBuf) -> Self {
        Self {
            fs,
            data,
            readers: Readers::Owner,
        }
    }

    /// The same, with new files for these readers.
    pub(super) fn readable_by(self, readers: Readers) -> Self {
        Self { readers, ..self }
    }

    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    pub(super) fn profiles(&self) -> PathBuf {
        self.data.join("profiles")
    }

    pub(super) fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    pub(super) fn deleted(&self) -> PathBuf {
        self.data.join("deleted")
    }

    pub(super) fn gatherings(&self) -> PathBuf {
        self.data.join("gatherings")
    }

    pub(super) fn undo(&self, slug: &str) -> PathBuf {
        self.data.join("undo").join(format!("{slug}.json"))
    }

    pub(super) fn current(&self) -> PathBuf {
        self.data.join("current")
    }

    pub(super) fn profile(&self, slug: &str) -> PathBuf {
        self.profiles().join(format!("{slug}.json"))
    }

    pub(super) fn lock_file(&self, slug: &str) -> PathBuf {
        self.profiles().join(format!("{slug}.lock"))
    }

    pub(super) fn lock(&self, slug: &str) -> io::Result<Lock> {
        self.fs.lock(&self.lock_file(slug))
    }

    /// Makes a folder and those above it that are missing, each on the disk before the next.
    pub(super) fn make_dir(&self, dir: &Path) -> io::Result<()> {
        let made = match (self.fs.create_dir(dir), dir.parent()) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
                self.make_dir(parent)?;
                self.fs.create_dir(dir)
            }
            (made, _) => made,
        };
        match made {
            Ok(()) => self.sync_parent(dir),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Makes sure that the data folder and those above it are on the disk, also where a process died, or a sync
    /// failed, just after making them.
    pub(super) fn sync_dirs(&self) -> io::Result<()> {
        self.fs.sync_dir(&self.data)?;
        self.data.ancestors().try_for_each(|dir| self.sync_parent(dir))
    }

    fn sync_parent(&self, dir: &Path) -> io::Result<()> {
        match dir.parent() {
            None => Ok(()),
            Some(parent) if parent.as_os_str().is_empty() => self.fs.sync_dir(Path::new(".")),
            Some(parent) => match self.fs.sync_dir(parent) {
                // A folder of someone else's that may be passed through and not opened.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
                done => done,
            },
        }
    }

    /// A file under a random name in `dir` with these contents, on the disk. Nothing is left where that fails.
    ///
    /// Always a fresh file: after a failed sync the kernel may hold the pages of the old one for clean.
    pub(super) fn write_temp(&self, dir: &Path, slug: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let (path, mut file) = loop {
            let random = RandomState::new().hash_one(0);
            let path = dir.join(format!(".{slug}.{random:016x}.tmp"));
            match self.fs.create(&path, self.readers) {
                Ok(file) => break (path, file),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        };
        self.fill(&path, &mut *file, bytes)?;
        Ok(path)
    }

    /// A new file with exactly this name and these contents, on the disk.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.fs.create(path, self.readers)?;
        self.fill(path, &mut *file, bytes)
    }

    fn fill(&self, path: &Path, file: &mut dyn NewFile, bytes: &[u8]) -> io::Result<()> {
        let filled = file.write_all(bytes).and_then(|()| file.sync());
        if filled.is_err() {
            // The failure is what counts; a file that stays is swept by a later session.
            let _ = self.fs.remove(path);
        }
        filled
    }

    /// Puts `bytes` in the place of the file `path`, whole and on the disk.
    pub(super) fn replace(&self, path: &Path, slug: &str, bytes: &[u8]) -> io::Result<()> {
        let dir = folder(path);
        let temp = self.write_temp(dir, slug, bytes)?;
        self.fs.rename(&temp, path).inspect_err(|_| {
            let _ = self.fs.remove(&temp);
        })?;
        self.fs.sync_dir(dir)
    }

    /// Puts `bytes` in a new file, whole and on the disk; an error where the name is taken.
    pub(super) fn create(&self, path: &Path, slug: &str, bytes: &[u8]) -> io::Result<()> {
        let dir = folder(path);
        let temp = self.write_temp(dir, slug, bytes)?;
        let placed = match self.fs.link(&temp, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => self.fs.rename(&temp, path),
            linked => linked,
        };
        // A rename has taken the name along; from a link or a failure it is left.
        let _ = self.fs.remove(&temp);
        placed.and_then(|()| self.fs.sync_dir(dir))
    }

    /// Keeps the file `from`, whose contents are `bytes`, under the name `to` as well: by a link, or by a copy
    /// where the file system has no links. Not yet synced in its folder.
    pub(super) fn keep_as(&self, from: &Path, bytes: &[u8], to: &Path) -> io::Result<()> {
        match self.fs.link(from, to) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => self.write_new(to, bytes),
            done => done,
        }
    }

    /// A new file in `dir`, on the disk, called what `name` makes of the first number from 1 that is free.
    pub(super) fn write_numbered(
        &self,
        dir: &Path,
        name: impl Fn(u64) -> String,
        bytes: &[u8],
    ) -> io::Result<PathBuf> {
        for number in 1.. {
            let path = dir.join(name(number));
            match self.write_new(&path, bytes) {
                Ok(()) => {
                    self.fs.sync_dir(dir)?;
                    return Ok(path);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        unreachable!("numbers do not run out")
    }

    /// Gives what has this path another name in its folder: what `name` makes of the first number from 1 that is free.
    pub(super) fn move_numbered(&self, path: &Path, name: impl Fn(u64) -> String) -> io::Result<PathBuf> {
        let dir = folder(path);
        let taken = self.fs.list(dir)?.unwrap_or_default();
        let free = (1..)
            .map(name)
            .find(|name| !taken.iter().any(|taken| taken == name.as_str()));
        let to = dir.join(free.unwrap_or_default());
        self.fs.rename(path, &to)?;
        self.fs.sync_dir(dir)?;
        Ok(to)
    }

    /// Removes temporary files in `dir` that no process can be writing: those of `slug`, whose lock the caller holds where
    /// `locked`, and any that are older than an hour.
    pub(super) fn sweep(&self, dir: &Path, slug: &str, locked: bool, now: Timestamp) {
        let old = |path: &Path| {
            let modified = self.fs.modified(path).map(Timestamp::try_from);
            matches!(modified, Some(Ok(modified)) if now.duration_since(modified) > STALE)
        };
        // Leftovers cost nothing but room: what cannot be listed or removed stays.
        for name in self.fs.list(dir).ok().flatten().unwrap_or_default() {
            let Some(of) = name.to_str().and_then(temp_of) else {
                continue;
            };
            let path = dir.join(&name);
            if (locked && of == slug) || old(&path) {
                let _ = self.fs.remove(&path);
            }
        }
    }
}

/// The folder that a file lies in, also where its path is its name alone.
pub(super) fn folder(file: &Path) -> &Path {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The slug in the name of a temporary file; nothing where the store did not make the name.
fn temp_of(name: &str) -> Option<&str> {
    let (slug, random) = name.strip_prefix('.')?.strip_suffix(".tmp")?.rsplit_once('.')?;
    let hex = random.len() == 16 && random.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (hex && super::name::is_slug(slug)).then_some(slug)
}

/// `<slug>.<what>-<date>.json`, and from the second on the same day `…-<date>-2.json`.
pub(super) fn dated(slug: &str, what: &str, date: Date, number: u64) -> String {
    match number {
        1 => format!("{slug}.{what}-{date}.json"),
        _ => format!("{slug}.{what}-{date}-{number}.json"),
    }
}

/// The whole of a file of at most `limit` bytes; nothing where there is none.
pub(super) fn read(fs: &dyn Fs, file: &Path, limit: u64) -> Result<Option<Vec<u8>>, Fault> {
    fs.read(file, limit)
        .map_err(|error| read_fault(error, file, limit))
}

/// The whole of a file that must be there.
///
/// # Errors
/// As [`read`], and [`Fault::Missing`].
pub(super) fn read_existing(fs: &dyn Fs, file: &Path, limit: u64) -> Result<Vec<u8>, Fault> {
    let missing = || Fault::Missing {
        file: file.to_owned(),
    };
    read(fs, file, limit)?.ok_or_else(missing)
}

/// The names in a folder, text or not, in no order; none where there is no folder.
///
/// # Errors
/// [`Fault::Unreadable`]: what is in it is not known.
pub(super) fn all_names(fs: &dyn Fs, dir: &Path) -> Result<Vec<OsString>, Fault> {
    match fs.list(dir) {
        Ok(names) => Ok(names.unwrap_or_default()),
        Err(error) => Err(read_fault(ReadError::Io(error), dir, 0)),
    }
}

/// The same without what is no text, for where only names are looked for that the program gave.
///
/// # Errors
/// As [`all_names`].
pub(super) fn names(fs: &dyn Fs, dir: &Path) -> Result<Vec<String>, Fault> {
    let names = all_names(fs, dir)?.into_iter();
    Ok(names.filter_map(|name| name.into_string().ok()).collect())
}

/// A failed reading as a fault.
pub(super) fn read_fault(error: ReadError, file: &Path, limit: u64) -> Fault {
    let file = file.to_owned();
    match error {
        ReadError::NotRegular => Fault::NotRegular { file },
        ReadError::TooLarge => Fault::TooLarge { file, limit },
        ReadError::Io(error) => Fault::Unreadable {
            file,
            why: Cause::from(&error),
        },
    }
}

/// A failed writing as a fault.
pub(super) fn write_fault(error: &io::Error, path: &Path) -> Fault {
    Fault::Write {
        path: path.to_owned(),
        why: Cause::from(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_store_s_own_temporary_files_are_known_as_such() {
        assert_eq!(temp_of(".min-profil.0123456789abcdef.tmp"), Some("min-profil"));
        for other in [
            "min-profil.0123456789abcdef.tmp",
            ".min-profil.0123456789abcde.tmp",
            ".min-profil.0123456789ABCDEF.tmp",
            ".min profil.0123456789abcdef.tmp",
            ".0123456789abcdef.tmp",
            ".min-profil.0123456789abcdef.tmp.json",
            "min-profil.json",
        ] {
            assert_eq!(temp_of(other), None, "{other}");
        }
    }

    #[test]
    fn a_second_copy_on_the_same_day_has_a_number() {
        let date = jiff::civil::date(2026, 11, 23);
        assert_eq!(dated("a", "corrupt", date, 1), "a.corrupt-2026-11-23.json");
        assert_eq!(dated("a", "corrupt", date, 2), "a.corrupt-2026-11-23-2.json");
    }
}
