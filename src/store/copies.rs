//! Conflict copies that lie among the profiles: which there are and which profile each belongs to, and how one is put away
//! among the deleted. Changes no profile.

use super::{
    Limits, Store, name,
    place::{self, write_fault},
    read_file,
};
use crate::core::{copies, fault::Fault, profile::Profile};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// A copy of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The profile it belongs to.
    pub slug: String,
    /// Its file.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

impl Store {
    /// The conflict copies of the profiles there are, by file name: those that this program kept, and those that programs
    /// which keep folders alike have made. What was set aside because it was damaged is none.
    pub fn copies(&self) -> Result<Vec<Copied>, Fault> {
        let dir = self.place.profiles();
        let mut names = place::names(&*self.place.fs, &dir)?;
        let slugs = self.slugs()?;
        names.sort_unstable();
        let copy = |name: String| {
            let slug = copy_of(&name, &slugs)?;
            let file = dir.join(name);
            let profile = read_file(&*self.place.fs, &file, Limits::OWN);
            Some(Copied { slug, file, profile })
        };
        Ok(names.into_iter().filter_map(copy).collect())
    }

    /// What is in a copy.
    ///
    /// # Errors
    /// As [`read_profile`](super::read_profile).
    pub fn read_copy(&self, file: &Path) -> Result<Profile, Fault> {
        read_file(&*self.place.fs, file, Limits::OWN)
    }

    /// Puts a copy of the profile `slug` away among the deleted, and answers the file that keeps it there, byte for byte.
    ///
    /// # Errors
    /// Why it could not be read or moved; it is there still, or in both places.
    pub fn put_away(&self, slug: &str, copy: &Path) -> Result<PathBuf, Fault> {
        let bytes = place::read_existing(&*self.place.fs, copy, Limits::OWN.bytes as u64)?;
        let kept = self.keep_deleted(super::own(slug)?, &bytes)?;
        // only now that its bytes are on the disk
        let removed = self.place.fs.remove(copy);
        removed.map_err(|error| write_fault(&error, copy))?;
        self.sync(&self.place.profiles())?;
        Ok(kept)
    }
}

/// The slug of the profile that the file of this name is a copy of.
fn copy_of(file: &str, slugs: &BTreeSet<String>) -> Option<String> {
    let stem = file.strip_suffix(".json")?;
    // what may be a profile's own name is a profile, and what was damaged has nothing to give
    if name::is_slug(stem) || stem.contains(".corrupt-") || stem.starts_with('.') {
        return None;
    }
    let slug = |name: String| {
        let slug = name.strip_suffix(".json")?.to_owned();
        slugs.contains(&slug).then_some(slug)
    };
    // a copy of a copy belongs to the same profile; among one's own profiles nobody else's can lie
    std::iter::successors(copies::original(file), |name| copies::original(name))
        .chain(copies::by_computer(file))
        .find_map(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_belongs_to_the_profile_whose_name_stands_before_it() {
        let slugs = ["anna", "anna-hr", "min-profil"].map(str::to_owned).into();
        for (file, of) in [
            ("anna.conflict-2026-11-01.json", Some("anna")),
            ("anna.conflict-2026-11-01 (1).json", Some("anna")),
            ("anna (Annas modstridende kopi 2026-11-01).json", Some("anna")),
            ("min-profil - Kopi.json", Some("min-profil")),
            ("min-profil-DESKTOP-1A2B3C4.json", Some("min-profil")),
            ("min-profil-Surface.json", Some("min-profil")),
            ("anna-hr-PC17.json", Some("anna-hr")),
            ("anna-HR-PC17.json", Some("anna")),
            ("bo.conflict-2026-11-01.json", None),
            ("anna.corrupt-2026-11-01.json", None),
            ("anna-hr.json", None),
            ("anna-teknik.json", None),
            ("anna.json", None),
            (".anna.0123456789abcdef.tmp", None),
            ("anna (1).txt", None),
        ] {
            assert_eq!(copy_of(file, &slugs).as_deref(), of, "{file}");
        }
    }
}
