//! Puts what a leader shares into the group's folder: one file a leader, under her name. Replaces no file but her own, also
//! where others put theirs there at the same moment; makes no folder.

use super::{
    Limits, Own,
    files::{TEMPORARY, folder_of},
    fs::{Disk, Fs, Readers, is_own_user},
    name, read_colleague,
};
use crate::core::{
    copies::originals,
    fault::{Cause, Fault, NameTrouble},
    moment::Moment,
    share::{ENDING, Share},
};
use crate::format;
use std::{
    io,
    path::{Path, PathBuf},
};

/// A group's folder.
pub struct Shared {
    folder: PathBuf,
    files: Vec<PathBuf>,
    /// Files that other programs have named as copies of shared ones.
    copies: Vec<PathBuf>,
}

impl Shared {
    /// Looks into `folder`, which is none of the program's `own`.
    ///
    /// # Errors
    /// [`Fault::CannotCreate`] where there is no such folder, it cannot be read, or it is the program's own.
    pub fn open(folder: &Path, own: &Own) -> Result<Self, Fault> {
        own.refuse(&folder.join(TEMPORARY))?;
        let cannot = |why| Fault::CannotCreate {
            path: folder.to_owned(),
            why,
        };
        let names = Disk.list(folder).map_err(|error| cannot(Cause::from(&error)))?;
        let names = names.ok_or_else(|| cannot(Cause::Gone))?;
        let mut shared = Self {
            folder: folder.to_owned(),
            files: Vec::new(),
            copies: Vec::new(),
        };
        for name in names {
            let of = name
                .to_str()
                .map(|name| originals(name).any(|of| of.ends_with(ENDING)));
            match name.as_encoded_bytes() {
                bytes if bytes.starts_with(b".") => {}
                bytes if bytes.ends_with(ENDING.as_bytes()) => shared.files.push(folder.join(name)),
                _ if of == Some(true) => shared.copies.push(folder.join(name)),
                _ => {}
            }
        }
        Ok(shared)
    }

    /// What this owner has shared here: the files, each with its moment. Whole profiles are left alone, whoever they are of.
    pub fn of(&self, owner: &str) -> Vec<(PathBuf, Moment)> {
        of_owner(&self.files, owner)
    }

    /// Refuses where a file that may be this leader's own, by its name and by who made it, cannot be read.
    fn readable(&self, slug: &str) -> Result<(), Fault> {
        let numbered = format!("{slug}-");
        let is_named = |file: &&PathBuf| {
            let name = file.file_name().and_then(|name| name.to_str());
            let stem = name
                .and_then(|name| name.strip_suffix(ENDING))
                .unwrap_or_default();
            let number = stem.strip_prefix(&numbered);
            stem == slug || number.is_some_and(|number| number.parse::<u32>().is_ok())
        };
        for file in self
            .files
            .iter()
            .filter(is_named)
            .filter(|file| is_own_user(file))
        {
            if let Err(Fault::Unreadable { file: path, why }) = read_colleague(file, Limits::FOREIGN) {
                return Err(Fault::CannotCreate { path, why });
            }
        }
        Ok(())
    }

    /// Puts `share` here, in the place of what the same owner shared before, under whatever name. Returns the file:
    /// `<slug of the name>.pejl.json`, with a number where another leader of the name has that.
    ///
    /// # Errors
    /// [`Fault::BadName`] as [`shared_slug`]; [`Fault::CannotCreate`], [`Fault::Write`] where the disk does not take it. Then
    /// every file is as it was.
    pub fn put(&self, share: &Share) -> Result<PathBuf, Fault> {
        let slug = shared_slug(&share.name)?;
        self.readable(&slug)?;
        let before = self.of(&share.owner);
        let is_own = |file: &Path| before.iter().any(|(own, _)| own == file);
        let bytes = format::share::write(share);
        let place = folder_of(&self.folder.join(TEMPORARY)).readable_by(Readers::Usual);
        let mut number = 1_u32;
        let file = loop {
            let file = self.folder.join(match number {
                1 => format!("{slug}{ENDING}"),
                _ => format!("{slug}-{number}{ENDING}"),
            });
            let put = match is_own(&file) {
                true => place.replace(&file, TEMPORARY, &bytes),
                false => place.create(&file, TEMPORARY, &bytes),
            };
            match put {
                // somebody else's, also where it came there just now
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(fault(&error, &file)),
                Ok(()) => break file,
            }
        };
        for (old, _) in before.iter().filter(|(old, _)| *old != file) {
            // of two files of one owner the newer counts, so one that stays does no harm
            let _ = Disk.remove(old);
        }
        Ok(file)
    }

    /// Takes back what this owner of this name has shared here, and the copies that other programs have made of it. Returns the
    /// files that are gone.
    ///
    /// # Errors
    /// [`Fault::CannotCreate`], [`Fault::Write`] where one cannot be taken away, or read where it may be the owner's.
    pub fn take_back(&self, owner: &str, name: &str) -> Result<Vec<PathBuf>, Fault> {
        if let Ok(slug) = shared_slug(name) {
            self.readable(&slug)?;
        }
        let shared = [of_owner(&self.files, owner), of_owner(&self.copies, owner)].concat();
        let files: Vec<_> = shared.into_iter().map(|(file, _)| file).collect();
        for file in &files {
            Disk.remove(file).map_err(|error| fault(&error, file))?;
        }
        Ok(files)
    }
}

/// Those of these files that this owner has shared, each with its moment.
fn of_owner(files: &[PathBuf], owner: &str) -> Vec<(PathBuf, Moment)> {
    let shared = |file: &PathBuf| {
        let colleague = read_colleague(file, Limits::FOREIGN).ok()?;
        let is_own = colleague.profile.owner.as_deref() == Some(owner);
        Some((file.clone(), colleague.shared.filter(|_| is_own)?))
    };
    files.iter().filter_map(shared).collect()
}

/// The slug of the name under which a leader shares.
///
/// # Errors
/// [`Fault::BadName`], also for the name that a profile has before its leader gave it one.
pub fn shared_slug(name: &str) -> Result<String, Fault> {
    match name::slug(name)? {
        slug if slug == name::DEFAULT_SLUG => Err(Fault::BadName {
            given: name.to_owned(),
            why: NameTrouble::Nobody,
        }),
        slug => Ok(slug),
    }
}

fn fault(error: &io::Error, file: &Path) -> Fault {
    let (path, why) = (file.to_owned(), Cause::from(error));
    match why {
        Cause::Gone | Cause::NotAFolder | Cause::Denied | Cause::ReadOnly => {
            Fault::CannotCreate { path, why }
        }
        _ => Fault::Write { path, why },
    }
}
