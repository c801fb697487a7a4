//! Carries out what is to be done with the profiles' files: the one place where a command makes, opens, names, deletes or
//! brings in a profile. What is to be done comes from `core::session`.

use crate::core::{
    fault::{Cause, Fault},
    framework::Framework,
    session::ProfileCommand,
};
use crate::store::{Imported, Limits, Store};
use std::{
    io::{self, Read},
    path::{Path, PathBuf},
};

/// What came of a command to the profiles' files.
#[derive(Default)]
pub struct Done {
    /// What the profile's file is called now.
    pub slug: String,
    /// The profile's name, or what its file is called where it cannot be read.
    pub name: String,
    /// The id of its framework, where it came in from a file.
    pub framework: String,
    /// The file that keeps what was deleted.
    pub kept: PathBuf,
}

/// Carries a command to the profiles' files out; what it does to the open profile is done to the one with this slug.
pub fn perform(
    store: &Store,
    framework: &Framework,
    slug: &str,
    command: ProfileCommand,
) -> Result<Done, Fault> {
    let done = match command {
        ProfileCommand::Open(slug) => {
            store.set_current(&slug)?;
            let name = name_of(store, &slug)?;
            Done {
                slug,
                name,
                ..Done::default()
            }
        }
        ProfileCommand::Create(profile) => Done {
            slug: store.create(&profile)?,
            name: profile.name,
            ..Done::default()
        },
        ProfileCommand::Import { file, name } => {
            let name = name.as_deref();
            let Imported { slug, profile } = match file == Path::new("-") {
                true => store.import_bytes(&from_standard_input()?, &file, name)?,
                false => store.import(&file, name)?,
            };
            Done {
                slug,
                name: profile.name,
                framework: profile.framework,
                ..Done::default()
            }
        }
        ProfileCommand::Rename { name, .. } => Done {
            slug: store.rename(slug, &framework.id, &name)?,
            name,
            ..Done::default()
        },
        ProfileCommand::Delete(other) => {
            let slug = other.unwrap_or_else(|| slug.to_owned());
            let name = name_of(store, &slug)?;
            let kept = store.delete(&slug, &framework.id)?;
            Done {
                slug,
                name,
                kept,
                ..Done::default()
            }
        }
        ProfileCommand::BringBack { file, name } => Done {
            slug: store.restore(&file, &name)?,
            name,
            ..Done::default()
        },
        // no command merges: the two versions must be seen
        ProfileCommand::Merge(_) | ProfileCommand::KeepMerged | ProfileCommand::Version { .. } => {
            Done::default()
        }
    };
    Ok(done)
}

/// The name of a profile, which may be its slug where its file is no good.
pub fn name_of(store: &Store, slug: &str) -> Result<String, Fault> {
    let listed = store.list()?.into_iter().find(|listed| listed.slug == slug);
    let profile = listed.and_then(|listed| listed.profile.ok());
    Ok(profile.map_or_else(|| slug.to_owned(), |profile| profile.name))
}

/// Standard input up to one byte more than a profile may have, so that a longer one is noticed.
fn from_standard_input() -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(Limits::FOREIGN.bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::Other {
            why: Cause::from(&error),
        })?;
    Ok(bytes)
}
