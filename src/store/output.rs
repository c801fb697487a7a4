//! A file that a leader asked for, such as an export: put in its place whole, on the disk, or not at all. Unlike a
//! profile it is for others too, so whoever may read what its owner makes otherwise may read it.

use super::{
    Own,
    files::{TEMPORARY, folder_of},
    fs::{Disk, Fs, Readers},
};
use crate::core::{
    fault::{Cause, Fault},
    place::expanded,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The home folder, and the folder where files that go out are put unless the leader says otherwise.
pub fn places_to_write() -> (PathBuf, PathBuf) {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let home = home.unwrap_or_default();
    // a program that was started from a menu stands anywhere, and nobody looks for files there
    let here = std::env::current_dir().ok();
    let here = here.filter(|here| here.starts_with(&home));
    let folder = here.unwrap_or_else(|| home.clone());
    (home, folder)
}

/// What a path means that a person wrote, on this machine: `~` and variables of the environment are filled in. Every option,
/// variable and setting that is a path goes through here.
pub fn expand(path: &Path) -> PathBuf {
    let written = path.as_os_str().as_encoded_bytes();
    let home = match written.starts_with(b"~") {
        true => places_to_write().0,
        false => PathBuf::new(),
    };
    expanded(path, &home, |name| std::env::var_os(name))
}

/// Puts `bytes` in `file`: a new one, or where `replace`, in the place of the one there is. Where a link stands there,
/// what it leads to is replaced. No folder is made, and nothing goes onto or into what is the program's `own`.
///
/// # Errors
/// [`Fault::CannotCreate`] where there is one already, where none can be, where a folder, a pipe or a device has the
/// name, and as [`Own::refuse`]; [`Fault::Write`] where the disk would not take it. Then what was there is there still.
pub fn write_output(file: &Path, bytes: &[u8], replace: bool, own: &Own) -> Result<(), Fault> {
    own.refuse(file)?;
    let there = fs::metadata(file).ok();
    let refused = match &there {
        Some(metadata) if !metadata.is_file() => Some(Cause::NotAFile),
        // asked here too: some file systems would only notice after the old one is gone
        Some(_) if !replace => Some(Cause::Exists),
        _ => None,
    };
    if let Some(why) = refused {
        let path = file.to_owned();
        return Err(Fault::CannotCreate { path, why });
    }
    let written = match replace {
        false => folder_of(file)
            .readable_by(Readers::Usual)
            .create(file, TEMPORARY, bytes),
        true => Disk.resolve(file).and_then(|file| {
            let readers = there.map_or(Readers::Usual, |metadata| readers(&metadata));
            folder_of(&file)
                .readable_by(readers)
                .replace(&file, TEMPORARY, bytes)
        }),
    };
    written.map_err(|error| fault(&error, file))
}

/// Puts `bytes` in a new file: `file`, or where that is there already, the first of `name-2`, `name-3` and so on that is not.
/// Gives the one it was.
///
/// # Errors
/// As [`write_output`].
pub fn write_beside(file: &Path, bytes: &[u8], own: &Own) -> Result<PathBuf, Fault> {
    /// Names that are tried.
    const MOST: usize = 1000;
    let stem = file.file_stem().unwrap_or_default();
    let numbered = |number: usize| {
        let mut name = stem.to_owned();
        name.push(format!("-{number}"));
        if let Some(extension) = file.extension() {
            name.push(".");
            name.push(extension);
        }
        file.with_file_name(name)
    };
    let mut name = file.to_owned();
    for number in 2..=MOST {
        match write_output(&name, bytes, false, own) {
            Err(Fault::CannotCreate {
                why: Cause::Exists, ..
            }) => name = numbered(number),
            written => return written.map(|()| name),
        }
    }
    write_output(&name, bytes, false, own).map(|()| name)
}

/// A file that its owner closed to others stays so.
#[cfg_attr(not(unix), allow(unused_variables))] // only Unix has a mode
fn readers(metadata: &fs::Metadata) -> Readers {
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::mode(metadata) & 0o077 == 0 {
        return Readers::Owner;
    }
    Readers::Usual
}

/// Whether it was the name or the disk that was no good.
fn fault(error: &io::Error, file: &Path) -> Fault {
    let (path, why) = (file.to_owned(), Cause::from(error));
    match why {
        Cause::Exists | Cause::Gone | Cause::NotAFolder | Cause::Denied | Cause::ReadOnly => {
            Fault::CannotCreate { path, why }
        }
        _ if error.kind() == io::ErrorKind::InvalidFilename => Fault::CannotCreate { path, why },
        _ => Fault::Write { path, why },
    }
}
