//! What lies on the disk around the open profile, as it was last looked at: for the screens that show it. Owns the data;
//! `run` looks.

use super::preferences::AUTO;
use crate::core::{fault::Fault, profile::Profile};
use std::path::PathBuf;

/// What there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// The config file, there or not.
    pub config: PathBuf,
    /// The reader's home folder.
    pub home: PathBuf,
    /// The folder where files that go out are suggested to be.
    pub folder: PathBuf,
    /// What the open profile's file is called.
    pub slug: String,
    /// The names of the themes, without [`AUTO`].
    pub themes: Vec<String>,
    /// The profiles that are not open.
    pub others: Vec<Other>,
    /// Conflict copies of the profiles.
    pub copies: Vec<Copied>,
    /// The profiles that were deleted and are kept.
    pub deleted: Vec<Deleted>,
}

/// A profile that is not open.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// What its file is called.
    pub slug: String,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

/// A conflict copy of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// What the profile's file is called.
    pub slug: String,
    /// The copy's file.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

/// A profile that was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// The file that keeps it.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

impl Around {
    /// The name of the profile with this slug, where it is not the open one.
    pub fn name_of(&self, slug: &str) -> Option<&str> {
        self.others
            .iter()
            .find(|other| other.slug == slug)
            .map(Other::name)
    }

    /// Every choice of a theme.
    pub fn theme_choices(&self) -> impl Iterator<Item = &str> {
        [AUTO].into_iter().chain(self.themes.iter().map(String::as_str))
    }
}

impl Other {
    /// Its name; what its file is called, where it cannot be read.
    pub fn name(&self) -> &str {
        match &self.profile {
            Ok(profile) => &profile.name,
            Err(_) => &self.slug,
        }
    }
}
