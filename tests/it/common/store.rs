//! What the tests of the store share: a data folder, a clock that stands still, and profiles that can be told apart.

use pejl::{
    core::{dial::DialValue, moment::Moment, profile::Edit, profile::Profile},
    store::{
        Store,
        fs::{Disk, Fs, Lock, NewFile, ReadError, Readers},
    },
};
use std::{
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

pub const FRAMEWORK: &str = "kalundborg-lsg";

/// A quarter past eight on 23 November 2026, always.
pub fn clock() -> Moment {
    "2026-11-23T08:15:00+01:00".parse().unwrap()
}

/// The state number `n` of a leader's profile: `unit` says so, and a dial has turned with it.
pub fn profile_at(n: u64) -> Profile {
    let mut profile = Profile::new("Min profil", FRAMEWORK, 2);
    profile.owner = Some("5f0c2d7e9b1a4c368e2f7d90a1b3c5d7".into());
    profile.unit = n.to_string();
    let value = DialValue::new(n as i64 % 11 - 5).unwrap();
    profile.apply(Edit::Dials(vec![("evidens".into(), value)]));
    profile
}

/// The number of a state that [`profile_at`] made; 0 for a fresh profile.
pub fn number(profile: &Profile) -> u64 {
    match profile.unit.as_str() {
        "" => 0,
        unit => unit.parse().expect("a state of these tests"),
    }
}

/// A store in a new folder, which goes when the first of the two is dropped.
pub fn store() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::new(dir.path().to_owned(), clock);
    (dir, store)
}

type Hook = Box<dyn Fn(&'static str, &Path) -> io::Result<()> + Send + Sync>;

/// The machine's disk, with a function that is called before each operation and may fail it.
pub struct Hooked(pub Hook);

impl Fs for Hooked {
    fn read(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
        (self.0)("read", path).map_err(ReadError::Io)?;
        Disk.read(path, limit)
    }
    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn NewFile>> {
        (self.0)("create", path)?;
        Disk.create(path, readers)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.0)("link", to)?;
        Disk.link(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.0)("rename", to)?;
        Disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        (self.0)("remove", path)?;
        Disk.remove(path)
    }
    fn list(&self, dir: &Path) -> io::Result<Option<Vec<std::ffi::OsString>>> {
        (self.0)("list", dir)?;
        Disk.list(dir)
    }
    fn is_there(&self, path: &Path) -> io::Result<bool> {
        (self.0)("is_there", path)?;
        Disk.is_there(path)
    }
    fn is_write_protected(&self, path: &Path) -> io::Result<bool> {
        Disk.is_write_protected(path)
    }
    fn modified(&self, path: &Path) -> Option<SystemTime> {
        Disk.modified(path)
    }
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        (self.0)("create_dir", dir)?;
        Disk.create_dir(dir)
    }
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        (self.0)("sync_dir", dir)?;
        Disk.sync_dir(dir)
    }
    fn lock(&self, path: &Path) -> io::Result<Lock> {
        (self.0)("lock", path)?;
        Disk.lock(path)
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.resolve(path)
    }
}
