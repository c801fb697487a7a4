//! The few things the store asks of a file system, and the real one. Owns how a file is opened safely; knows no
//! profile. A trait so that `tests/it/crash.rs` can put a disk underneath that loses power at every step.
//!
//! Whatever looks at a file or a folder has three answers, and they are never confused: `Ok(Some)` is what was read,
//! `Ok(None)` is that nothing has the name, `Err` is that the system would not say. Only the second one may lead to a
//! default, because a default may be saved over what could not be read.

use std::{
    any::Any,
    ffi::OsString,
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// A file system.
pub trait Fs: Send + Sync {
    /// The whole of a regular file of at most `limit` bytes; nothing where no file has the name. Never waits for a pipe
    /// or a device.
    fn read(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, ReadError>;
    /// A new file for these readers; an error where anything has that name.
    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn NewFile>>;
    /// A second name for a file.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// A new name, in the place of whatever file has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file's name away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// The names in a folder, text or not, in no order; nothing where there is no folder.
    fn list(&self, dir: &Path) -> io::Result<Option<Vec<OsString>>>;
    /// True where something has this name, be it a link that leads nowhere.
    fn is_there(&self, path: &Path) -> io::Result<bool>;
    /// True where this file is marked as one that nobody may write, whoever asks; false where there is none.
    fn is_write_protected(&self, path: &Path) -> io::Result<bool>;
    /// When a file's contents last changed, where that is known.
    fn modified(&self, path: &Path) -> Option<SystemTime>;
    /// A new folder that only its owner can enter. An error of the kind `AlreadyExists` where there is a folder, and
    /// `NotADirectory` where something else has the name.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;
    /// Returns when names made, changed and removed in `dir` are on the disk.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;
    /// Takes the lock that `path` stands for, without waiting.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
    /// Where a symbolic link leads; any other path is its own answer, and so is one where nothing is.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
}

/// Who may read a new file, on systems that ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its owner.
    Owner,
    /// Whoever may read what its owner makes otherwise.
    Usual,
}

/// A file being written.
pub trait NewFile {
    /// Appends all of `bytes`.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns when the contents are on the disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// Why a file that is there could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// A folder, device, pipe, socket or loop of links.
    NotRegular,
    /// More bytes than the limit.
    TooLarge,
    /// The system refused.
    Io(io::Error),
}

/// What came of asking for a lock.
pub enum Lock {
    /// Held until this is dropped; the kernel lets go of it when the process dies.
    Held(Box<dyn Any + Send>),
    /// Another process has it.
    Busy,
    /// This file system has no locks.
    Unsupported,
}

/// The machine's own file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Fs for Disk {
    fn read(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
        // Asked before opening, because opening a device can do things; asked again of what was opened.
        let Some(metadata) = there(fs::metadata(path)).map_err(read_error)? else {
            return Ok(None);
        };
        if !metadata.is_file() {
            return Err(ReadError::NotRegular);
        }
        let mut options = OpenOptions::new();
        options.read(true);
        never_wait(&mut options);
        let Some(file) = there(options.open(path)).map_err(read_error)? else {
            return Ok(None);
        };
        let metadata = file.metadata().map_err(read_error)?;
        if !metadata.is_file() {
            return Err(ReadError::NotRegular);
        }
        if metadata.len() > limit {
            return Err(ReadError::TooLarge);
        }
        read_whole(file, metadata.len(), limit).map(Some)
    }

    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        if readers == Readers::Owner {
            owner_only(&mut options);
        }
        Ok(Box::new(options.open(path)?))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    #[cfg(not(windows))]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// A scanner or a sync program may hold the old file open for a moment: tried for about a second.
    #[cfg(windows)]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        const SHARING_VIOLATION: i32 = 32;
        for _ in 0..20 {
            match fs::rename(from, to) {
                Err(error)
                    if error.kind() == io::ErrorKind::PermissionDenied
                        || error.raw_os_error() == Some(SHARING_VIOLATION) =>
                {
                    std::thread::sleep(std::time::Duration::from_millis(50));
                }
                done => return done,
            }
        }
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, dir: &Path) -> io::Result<Option<Vec<OsString>>> {
        let entries = match fs::read_dir(dir) {
            // something else has the folder's name
            Err(error)
                // the latter for a link that leads nowhere
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotADirectory | io::ErrorKind::NotFound
                ) && self.is_there(dir)? =>
            {
                return Err(error);
            }
            entries => there(entries)?,
        };
        let Some(entries) = entries else {
            return Ok(None);
        };
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry?.file_name());
        }
        Ok(Some(names))
    }

    fn is_there(&self, path: &Path) -> io::Result<bool> {
        Ok(there(fs::symlink_metadata(path))?.is_some())
    }

    fn is_write_protected(&self, path: &Path) -> io::Result<bool> {
        let metadata = there(fs::metadata(path))?;
        Ok(metadata.is_some_and(|metadata| metadata.permissions().readonly()))
    }

    fn modified(&self, path: &Path) -> Option<SystemTime> {
        fs::symlink_metadata(path).ok()?.modified().ok()
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        #[allow(unused_mut)] // only Unix has a mode to set
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists if !dir.is_dir() => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })
    }

    #[cfg(unix)]
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        match File::open(dir)?.sync_all() {
            // Some network file systems have no such call; there is nothing more to ask of them.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    /// Windows has no such call; NTFS keeps names in its journal.
    #[cfg(not(unix))]
    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        owner_only(&mut options);
        never_wait(&mut options);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock::Held(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(Lock::Busy),
            Err(TryLockError::Error(error)) if has_no_locks(&error) => Ok(Lock::Unsupported),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        match there(fs::symlink_metadata(path))? {
            Some(metadata) if metadata.is_symlink() => fs::canonicalize(path),
            _ => Ok(path.to_owned()),
        }
    }
}

impl NewFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// All of a file that was `length` bytes long a moment ago: in one call where it still is, and one that sees the end.
fn read_whole(mut file: File, length: u64, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = vec![0; length as usize + 1];
    let mut filled = 0;
    loop {
        match file.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(read_error(error)),
        }
        if filled as u64 > limit {
            return Err(ReadError::TooLarge);
        }
        if filled == bytes.len() {
            bytes.resize(2 * filled, 0);
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

/// What the system said of a name; nothing where nothing has it. A file that stands where a folder should is no absence.
fn there<T>(asked: io::Result<T>) -> io::Result<Option<T>> {
    match asked {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        asked => asked.map(Some),
    }
}

fn read_error(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::IsADirectory => ReadError::NotRegular,
        _ if is_loop(&error) => ReadError::NotRegular,
        _ => ReadError::Io(error),
    }
}

/// False for a file that another user of this machine made.
#[cfg(unix)]
pub(super) fn is_own_user(file: &Path) -> bool {
    let metadata = fs::symlink_metadata(file);
    metadata.is_ok_and(|metadata| {
        std::os::unix::fs::MetadataExt::uid(&metadata) == rustix::process::geteuid().as_raw()
    })
}

/// On other systems that is not asked.
#[cfg(not(unix))]
pub(super) fn is_own_user(_: &Path) -> bool {
    true
}

/// True where symbolic links lead round in a circle.
pub(super) fn is_loop(error: &io::Error) -> bool {
    #[cfg(unix)]
    return rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP);
    #[cfg(not(unix))]
    return error.raw_os_error() == Some(1921); // ERROR_CANT_RESOLVE_FILENAME
}

fn has_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::NOLCK) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

#[allow(unused_variables)] // only Unix has a mode to set
fn owner_only(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[allow(unused_variables)] // only Unix has pipes among its files
fn never_wait(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits() as i32);
    }
}
