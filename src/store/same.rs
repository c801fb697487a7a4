//! Whether two paths lead to one file or folder, whatever way each takes. Reads no file and writes none.

use super::place::folder;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// True where both are one file, or would be.
pub(super) fn is_same(file: &Path, other: &Path) -> bool {
    match (identity(file), identity(other)) {
        (Ok(file), Ok(other)) => file == other,
        (Err(_), Err(_)) => real(file) == real(other),
        _ => false,
    }
}

/// The path with no link and no `..` in it, also of a file that is not there yet.
pub(super) fn real(file: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(file) {
        return real;
    }
    let dir = fs::canonicalize(folder(file)).unwrap_or_else(|_| folder(file).to_owned());
    match file.file_name() {
        Some(name) => dir.join(name),
        None => dir,
    }
}

/// What tells a file or folder from every other one, whatever its path.
#[cfg(unix)]
pub(super) fn identity(path: &Path) -> io::Result<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path)?;
    Ok((metadata.dev(), metadata.ino()))
}

/// The same by its path: Windows tells it with the case of the letters that the folder has.
#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}
