//! Deleted profiles: how one gets there, and back. Owns the folder `deleted`.

use super::{
    Access, Limits, Store, backup, name,
    place::{self, write_fault},
    read_file,
};
use crate::core::{fault::Fault, order::sort_key, profile::Profile};
use crate::format;
use std::path::{Path, PathBuf};

/// A deleted profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// The file that keeps it.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

impl Store {
    /// Takes the profile `slug` and its backups away. Its last state is kept, in the file that is answered, outside
    /// the profiles. Where nothing of it can be read that is a new one of the framework with this id.
    ///
    /// # Errors
    /// Everything that opening it can meet; nothing is taken away before the last state is on the disk.
    pub fn delete(&self, slug: &str, framework: &str) -> Result<PathBuf, Fault> {
        let opened = self.open(slug, framework, Access::Edit)?;
        opened.file.writable()?;
        let kept = self.keep_deleted(slug, &format::profile::write(&opened.profile))?;
        // Backups first: a backup without its file is a file that was lost.
        for backup in backup::list(&self.place, slug)? {
            let path = backup.path(&self.place, slug);
            let removed = self.place.fs.remove(&path);
            removed.map_err(|error| write_fault(&error, &path))?;
        }
        self.sync(&self.place.backups())?;
        self.remove_file(slug)?;
        if self.chosen().is_ok_and(|chosen| chosen.as_deref() == Some(slug)) {
            // where it stays it is told of as one that is gone
            let _ = self.place.fs.remove(&self.place.current());
        }
        Ok(kept)
    }

    /// Keeps a state of the profile `slug` among the deleted, on the disk; answers the file.
    pub(super) fn keep_deleted(&self, slug: &str, bytes: &[u8]) -> Result<PathBuf, Fault> {
        let dir = self.place.deleted();
        let made = self.place.make_dir(&dir).and_then(|()| self.place.sync_dirs());
        made.and_then(|()| {
            let name = |number| format!("{slug}.{number:06}.json");
            self.place.write_numbered(&dir, name, bytes)
        })
        .map_err(|error| write_fault(&error, &dir))
    }

    /// The deleted profiles that are kept, in the order of their names, and of one name the oldest first.
    pub fn deleted(&self) -> Result<Vec<Deleted>, Fault> {
        let dir = self.place.deleted();
        let mut names = place::names(&*self.place.fs, &dir)?;
        names.retain(|name| is_deleted(name));
        names.sort_unstable();
        let read = |name| {
            let file = dir.join(name);
            let profile = read_file(&*self.place.fs, &file, Limits::OWN);
            Deleted { file, profile }
        };
        let mut deleted: Vec<Deleted> = names.into_iter().map(read).collect();
        deleted.sort_by_cached_key(|deleted| {
            let name = deleted.profile.as_ref().map(|profile| &*profile.name);
            sort_key(name.unwrap_or(&deleted.file.to_string_lossy()))
        });
        Ok(deleted)
    }

    /// Brings a deleted profile back under a name that is free, and gives its slug. Its file in the folder of the
    /// deleted goes.
    ///
    /// # Errors
    /// [`Fault::BadName`] as [`Store::create`]; whatever reading the file can meet.
    pub fn restore(&self, file: &Path, name: &str) -> Result<String, Fault> {
        let mut profile = read_file(&*self.place.fs, file, Limits::OWN)?;
        profile.name = name.to_owned();
        let slug = self.create(&profile)?;
        let removed = self.place.fs.remove(file);
        removed.map_err(|error| write_fault(&error, file))?;
        self.sync(&self.place.deleted())?;
        Ok(slug)
    }
}

/// True for a file that [`Store::delete`] made: `<slug>.<number>.json`.
fn is_deleted(file: &str) -> bool {
    let parts = file.strip_suffix(".json").and_then(|file| file.rsplit_once('.'));
    parts.is_some_and(|(slug, number)| name::is_slug(slug) && number.bytes().all(|b| b.is_ascii_digit()))
}
