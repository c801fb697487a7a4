//! What lies among the profiles and is none: copies, and which profile each belongs to, and what somebody else put there;
//! and how one is put away among the deleted. Changes no profile.

use super::{
    Limits, Listed, Store, name,
    place::{self, write_fault},
    read_file,
};
use crate::core::{copies, fault::Fault, merge, order::sort_key, profile::Profile};
use std::{
    ffi::OsStr,
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

/// A good profile among the profiles whose file is not called as the program calls one, and that is a copy of none of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Stranger {
    /// Its file.
    pub file: PathBuf,
    /// What is in it.
    pub profile: Profile,
}

impl Store {
    /// The copies of the profiles there are, by file name: those that this program kept, and those that programs which keep
    /// folders alike and people have made, whatever they are called. What was set aside because it was damaged is none.
    pub fn copies(&self) -> Result<Vec<Copied>, Fault> {
        Ok(self.beside()?.0)
    }

    /// The good profiles in one's own folder that are neither one of the profiles nor a copy of one, by file name: somebody
    /// put them there under a name of their own. Each can be brought in with [`import`](Store::import).
    pub fn strangers(&self) -> Result<Vec<Stranger>, Fault> {
        Ok(self.beside()?.1)
    }

    /// Both in one look.
    ///
    /// # Errors
    /// Why they cannot be listed.
    pub fn beside(&self) -> Result<(Vec<Copied>, Vec<Stranger>), Fault> {
        let dir = self.place.profiles();
        let (mut copies, mut strangers) = (Vec::new(), Vec::new());
        let mut names = place::all_names(&*self.place.fs, &dir)?;
        names.retain(|name| may_be_copy(name));
        if names.is_empty() {
            return Ok((copies, strangers));
        }
        names.sort_by_cached_key(|name| (sort_key(&name.to_string_lossy()), name.clone()));
        let listed = self.list()?;
        for name in names {
            let file = dir.join(&name);
            let profile = read_file(&*self.place.fs, &file, Limits::OWN);
            let named = name.to_str().and_then(|name| copy_of(name, &listed));
            let of = match &profile {
                Ok(profile) => version_of(profile, named, &listed),
                Err(_) => named,
            };
            match (of, profile) {
                (Some(of), profile) => copies.push(Copied {
                    slug: of.slug.clone(),
                    file,
                    profile,
                }),
                (None, Ok(profile)) => strangers.push(Stranger { file, profile }),
                // no profile, and a copy of none
                (None, Err(_)) => {}
            }
        }
        Ok((copies, strangers))
    }

    /// The files that were set aside because they were damaged, by name, each with the profile it was.
    ///
    /// # Errors
    /// Why they cannot be listed.
    pub fn set_aside(&self) -> Result<Vec<(String, PathBuf)>, Fault> {
        let dir = self.place.profiles();
        let mut names = place::names(&*self.place.fs, &dir)?;
        names.sort_unstable();
        let set_aside = names.into_iter().filter_map(|name| {
            let (slug, _) = name.strip_suffix(".json")?.split_once(".corrupt-")?;
            name::is_slug(slug).then(|| (slug.to_owned(), dir.join(&name)))
        });
        Ok(set_aside.collect())
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

/// False for the names that the store itself gives, and for what is no profile's. What was damaged has nothing to give.
fn may_be_copy(file: &OsStr) -> bool {
    match file.to_str() {
        Some(file) => file.strip_suffix(".json").is_some_and(|stem| {
            !name::is_slug(stem) && !stem.contains(".corrupt-") && !stem.starts_with('.')
        }),
        None => file.as_encoded_bytes().ends_with(b".json"),
    }
}

/// The profile that a file of this name is a copy of, by its name.
fn copy_of<'a>(file: &str, listed: &'a [Listed]) -> Option<&'a Listed> {
    let profile = |name: String| {
        let slug = name.strip_suffix(".json")?;
        listed.iter().find(|listed| listed.slug == slug)
    };
    // a copy of a copy belongs to the same profile; among one's own profiles nobody else's can lie
    copies::originals(file)
        .chain(copies::by_computer(file))
        .find_map(profile)
}

/// The profile that this one is a version of: of those with its owner the one that its file is named after, or the first;
/// else the one that it is named after; else one that it has bearings in common with.
fn version_of<'a>(profile: &Profile, named: Option<&'a Listed>, listed: &'a [Listed]) -> Option<&'a Listed> {
    let is = |listed: &Listed, test: &dyn Fn(&Profile) -> bool| listed.profile.as_ref().is_ok_and(test);
    let owned =
        |listed: &&Listed| profile.owner.is_some() && is(listed, &|other| other.owner == profile.owner);
    let kin = |listed: &&Listed| is(listed, &|other| merge::is_kin(profile, other));
    named
        .filter(owned)
        .or_else(|| listed.iter().find(owned))
        .or(named)
        .or_else(|| listed.iter().find(kin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_belongs_to_the_profile_whose_name_stands_before_it() {
        let listed = ["anna", "anna-hr", "min-profil"].map(|slug| Listed {
            slug: slug.to_owned(),
            profile: Ok(Profile::new(slug, "f", 1)),
        });
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
            ("anna 2.json", Some("anna")),
            ("Kopi af anna.json", Some("anna")),
            ("anna.Conflict.json", Some("anna")),
            ("~$anna.json", Some("anna")),
            (".anna.0123456789abcdef.tmp", None),
            ("anna (1).txt", None),
        ] {
            let found = Some(file).filter(|file| may_be_copy(file.as_ref()));
            let found = found.and_then(|file| copy_of(file, &listed));
            assert_eq!(found.map(|found| &*found.slug), of, "{file}");
        }
    }
}
