//! Files that are no profile's: read without waiting, written whole. Owns no format and no place.

use super::{
    fs::{Disk, Fs},
    place::{self, Place, folder, write_fault},
};
use crate::core::{
    fault::{Cause, Fault},
    problem::{Path as FieldPath, Position, Problem, ProblemKind, SyntaxErrorKind},
};
use std::{ffi::OsString, path::Path, sync::Arc};

/// A text from a file of at most `limit` bytes. Never waits, never writes.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::Unreadable`], [`Fault::NotRegular`], [`Fault::TooLarge`]; [`Fault::Damaged`] where it is
/// not UTF-8.
pub fn read_text(file: &Path, limit: u64) -> Result<String, Fault> {
    let bytes = place::read_existing(&Disk, file, limit)?;
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        Fault::Damaged {
            file: file.to_owned(),
            problems: vec![Problem {
                position: Position::after(&String::from_utf8_lossy(good)),
                path: FieldPath::default(),
                kind: ProblemKind::Syntax(SyntaxErrorKind::NotUtf8),
            }],
        }
    })
}

/// The names in a folder, text or not, in no order; none where there is no folder.
///
/// # Errors
/// [`Fault::Unreadable`]: what is in it is not known.
pub fn names_in(dir: &Path) -> Result<Vec<OsString>, Fault> {
    place::all_names(&Disk, dir)
}

/// Makes a file with these contents, whole and on the disk, and the folders it lies in.
///
/// # Errors
/// [`Fault::CannotCreate`], also where there is one already.
pub fn create_file(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let place = folder_of(file);
    let made = place
        .make_dir(place.data())
        .and_then(|()| place.create(file, TEMPORARY, bytes));
    made.map_err(|error| Fault::CannotCreate {
        path: file.to_owned(),
        why: Cause::from(&error),
    })
}

/// Puts these contents in the place of a file, whole and on the disk, or makes it. Where a link stands there, what it
/// leads to is replaced.
///
/// # Errors
/// [`Fault::Write`]; then what was there is there still.
pub fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let written = Disk.resolve(file).and_then(|file| {
        let place = folder_of(&file);
        place.make_dir(place.data())?;
        place.replace(&file, TEMPORARY, bytes)
    });
    written.map_err(|error| write_fault(&error, file))
}

/// What a temporary file beside another than a profile's is called after.
pub(super) const TEMPORARY: &str = "pejl";

pub(super) fn folder_of(file: &Path) -> Place {
    Place::new(Arc::new(Disk), folder(file).to_owned())
}
