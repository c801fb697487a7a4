//! Colleagues' profiles, from files and folders anywhere. Only ever reads: takes no lock, waits for no pipe, and what is
//! wrong with one file costs that file only.

use super::{Limits, fs::Disk, fs::Fs, read_profile};
use crate::core::{
    copies,
    fault::Fault,
    framework::Framework,
    merge,
    profile::Profile,
    team::{Team, Why},
};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// How many files are looked at.
pub const MOST_FILES: usize = 10_000;

/// The team of the profiles in these files and folders, in the order of the paths and, within a folder, of the names. Of
/// a folder, everything that ends in `.json` is looked at; the folders in it are not, nor is what is hidden by a point.
pub fn read_team(framework: &Framework, paths: &[PathBuf]) -> Team {
    let candidates = candidates(paths);
    let there: HashSet<&Path> = candidates
        .iter()
        .filter_map(|found| found.as_ref().ok())
        .map(PathBuf::as_path)
        .collect();
    let read = candidates.iter().enumerate().map(|(at, found)| match found {
        Ok(path) => (path.to_string_lossy().into_owned(), profile(path, at, &there)),
        Err((path, fault)) => (path.to_string_lossy().into_owned(), Err(fault.clone().into())),
    });
    Team::new(framework, read)
}

fn profile(path: &Path, at: usize, there: &HashSet<&Path>) -> Result<Profile, Why> {
    if at >= MOST_FILES {
        return Err(Why::Beyond { most: MOST_FILES });
    }
    let name = path.file_name().and_then(|name| name.to_str());
    // a copy of a copy stands beside the first one too
    let originals = std::iter::successors(name.and_then(copies::original), |name| copies::original(name));
    for of in originals {
        if there.contains(&*path.with_file_name(&of)) {
            return Err(Why::Copy { of });
        }
    }
    let profile = read_profile(path, Limits::FOREIGN)?;
    // a colleague may be called what a computer is called: here what is in the two must say that they are one leader's
    for of in name.into_iter().flat_map(copies::by_computer) {
        let path = path.with_file_name(&of);
        let other = there
            .contains(&*path)
            .then(|| read_profile(&path, Limits::FOREIGN));
        if let Some(Ok(other)) = other
            && merge::is_kin(&profile, &other)
        {
            return Err(Why::Copy { of });
        }
    }
    Ok(profile)
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
                names.retain(|name| !name.starts_with('.') && name.to_lowercase().ends_with(".json"));
                names.sort_unstable();
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
