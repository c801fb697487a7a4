//! A profile that another pejl exported, brought in as a new one. Changes no profile that is there.

use super::{Limits, Store, read_profile, same::is_same, unusable};
use crate::core::{fault::Fault, format::MEMBER, profile::Profile};
use crate::format;
use std::path::Path;

/// A profile that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What its file is called.
    pub slug: String,
    /// What is in it.
    pub profile: Profile,
}

impl Store {
    /// Makes the profile in `file` a new one here, under `name` where one is given, whatever framework it belongs to. One of
    /// the [`strangers`](Store::strangers) among the profiles is put away among the deleted then, byte for byte: it would be
    /// a copy of the new one.
    ///
    /// # Errors
    /// As [`read_profile`] within [`Limits::FOREIGN`], and as [`Store::create`]. Then nothing was made.
    pub fn import(&self, file: &Path, name: Option<&str>) -> Result<Imported, Fault> {
        let profile = read_profile(file, Limits::FOREIGN)?;
        let strangers = self.strangers()?;
        let is_stranger = strangers.iter().any(|stranger| is_same(&stranger.file, file));
        let imported = self.take_in(profile, name)?;
        if is_stranger {
            self.put_away(&imported.slug, file)?;
        }
        Ok(imported)
    }

    /// Makes the profile in `bytes` a new one here, under `name` where one is given. A fault in it is told with the
    /// name `file`.
    ///
    /// # Errors
    /// As [`Store::import`].
    pub fn import_bytes(&self, bytes: &[u8], file: &Path, name: Option<&str>) -> Result<Imported, Fault> {
        let limit = Limits::FOREIGN.bytes as u64;
        if bytes.len() as u64 > limit {
            let file = file.to_owned();
            return Err(Fault::TooLarge { file, limit });
        }
        let profile = format::profile::read(bytes, Limits::FOREIGN);
        let profile = profile.map_err(|fault| unusable(fault, file.to_owned()))?;
        self.take_in(profile, name)
    }

    fn take_in(&self, mut profile: Profile, name: Option<&str>) -> Result<Imported, Fault> {
        // what follows from a profile is not part of it
        profile.extra.remove(MEMBER);
        if let Some(name) = name {
            profile.name = name.to_owned();
        }
        let slug = self.create(&profile)?;
        Ok(Imported { slug, profile })
    }
}
