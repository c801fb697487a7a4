//! Colleagues' profiles, from files and folders anywhere. Only ever reads: takes no lock, waits for no pipe, and what is
//! wrong with one file costs that file only.

use super::{Limits, fs::Disk, fs::Fs, read_colleague, same::identity, system_clock};
use crate::core::{
    fault::Fault,
    framework::Framework,
    order::sort_key,
    team::{Team, Why},
    versions::Source,
};
use crate::format::share::Colleague;
use jiff::SignedDuration;
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// How many files are looked at.
pub const MOST_FILES: usize = 10_000;

/// What tells the reader's own profile from colleagues'.
#[derive(Clone, Debug, Default)]
pub struct OwnProfile {
    /// The open profile's owner.
    pub owner: Option<String>,
    /// The open profile's file, which tells where a file in the team has no owner.
    pub file: Option<PathBuf>,
}

/// The team of the profiles in these files and folders, in the order of the paths and, within a folder, of the names. Of
/// a folder, everything that ends in `.json` is looked at, also where its name is no text; the folders in it are not, nor
/// is what is hidden by a point. What is the reader's own is marked.
pub fn read_team(framework: &Framework, paths: &[PathBuf], own: &OwnProfile) -> Team {
    // a moment that has not come yet says nothing of which file is newer
    let latest = system_clock().timestamp() + SignedDuration::from_hours(24);
    let read = candidates(paths).into_iter().enumerate().map(|(at, found)| {
        let (path, colleague) = match found {
            Ok(path) => {
                let colleague = colleague(&path, at);
                (path, colleague)
            }
            Err((path, fault)) => (path, Err(fault.into())),
        };
        let (profile, shared) = match colleague {
            Ok(Colleague { profile, shared }) => (Ok(profile), shared),
            Err(why) => (Err(why), None),
        };
        let source = Source {
            path: path.to_string_lossy().into_owned(),
            written: profile
                .is_ok()
                .then(|| Disk.modified(&path))
                .flatten()
                .and_then(|written| written.try_into().ok()),
            is_ahead: shared.is_some_and(|at| at.timestamp() > latest),
            shared: shared.filter(|at| at.timestamp() <= latest),
        };
        (source, profile)
    });
    let mut team = Team::new(framework, read);
    let file = own.file.as_ref().and_then(|file| identity(file).ok());
    team.mark_you(own.owner.as_deref(), |source| {
        file.is_some() && identity(Path::new(source)).ok() == file
    });
    team
}

fn colleague(path: &Path, at: usize) -> Result<Colleague, Why> {
    if at >= MOST_FILES {
        return Err(Why::Beyond { most: MOST_FILES });
    }
    Ok(read_colleague(path, Limits::FOREIGN)?)
}

/// A file to look at; or a folder that could not be, and why.
type Found = Result<PathBuf, (PathBuf, Fault)>;

/// Every file to look at, each once.
fn candidates(paths: &[PathBuf]) -> Vec<Found> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(Ok(path.clone()));
            continue;
        }
        match Disk.list(path) {
            Ok(names) => {
                let mut names = names.unwrap_or_default();
                names.retain(|name| {
                    let name = name.as_encoded_bytes();
                    let ending = name.len().checked_sub(".json".len()).map(|at| &name[at..]);
                    !name.starts_with(b".") && ending.is_some_and(|e| e.eq_ignore_ascii_case(b".json"))
                });
                names.sort_by_cached_key(|name| (sort_key(&name.to_string_lossy()), name.clone()));
                found.extend(names.iter().map(|name| path.join(name)).map(Ok));
            }
            Err(error) => found.push(Err((
                path.clone(),
                Fault::Unreadable {
                    file: path.clone(),
                    why: (&error).into(),
                },
            ))),
        }
    }
    found.retain(|found| match found {
        Ok(path) => seen.insert(path.clone()),
        Err(_) => true,
    });
    found
}
