//! What the program told its reader, kept for when a line went by too fast: one dated line each, in two files of
//! bounded size. Written by a thread of its own, so that no key waits for it; where it cannot be written, nothing else
//! suffers.

use super::{Clock, fs::Disk, place::Place};
use crate::core::sanitise;
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

/// The size at which the log becomes the old log, in bytes.
pub const MOST: u64 = 64 * 1024;

/// Where the log of this data folder is.
pub fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("messages.log")
}

/// Where the log before it is.
pub fn old_path(data_dir: &Path) -> PathBuf {
    data_dir.join("messages.old.log")
}

/// The log of a data folder, its lines dated by a clock. Its thread starts with the first line.
pub struct Log {
    data_dir: PathBuf,
    clock: Clock,
    thread: Option<Thread>,
}

struct Thread {
    say: Sender<String>,
    /// Nothing comes; its end says that all is written.
    written: Receiver<()>,
}

impl Log {
    /// The log of this data folder.
    pub fn new(data_dir: PathBuf, clock: Clock) -> Self {
        Self {
            data_dir,
            clock,
            thread: None,
        }
    }

    /// Has a message written, and returns at once. Where the system gives no thread, nothing is kept.
    pub fn say(&mut self, message: &str) {
        if self.thread.is_none() {
            self.thread = self.start().ok();
        }
        if let Some(thread) = &self.thread {
            // a log that has ended keeps nothing, and is missed by no one
            let _ = thread.say.send(message.to_owned());
        }
    }

    fn start(&self) -> io::Result<Thread> {
        let (say, said) = channel::<String>();
        let (end, written) = channel();
        let (data_dir, clock) = (self.data_dir.clone(), self.clock);
        thread::Builder::new().name("log".into()).spawn(move || {
            for message in said {
                // a log that cannot be written is no reason to disturb anyone
                let _ = write(&data_dir, &format!("{} {}\n", clock(), sanitise::clean(&message)));
            }
            drop(end);
        })?;
        Ok(Thread { say, written })
    }

    /// Waits until all that was said is written, at most for `within`. True where it is.
    pub fn end(self, within: Duration) -> bool {
        self.thread.is_none_or(|thread| {
            drop(thread.say);
            thread.written.recv_timeout(within) == Err(RecvTimeoutError::Disconnected)
        })
    }
}

fn write(data_dir: &Path, line: &str) -> io::Result<()> {
    let path = path(data_dir);
    // a link could lead to any file of the reader's, and a pipe would hold the thread
    let size = match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => return Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => 0,
    };
    if size > 0 && size + line.len() as u64 > MOST {
        fs::rename(&path, old_path(data_dir))?;
    }
    Place::new(Arc::new(Disk), data_dir.to_owned()).make_dir(data_dir)?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // asked again by the system, should a link be put there in between
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
        options.mode(0o600).custom_flags(flags.bits() as i32);
    }
    options.open(&path)?.write_all(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(20);

    fn noon() -> crate::core::moment::Moment {
        "2026-11-24T12:00:00+01:00".parse().unwrap()
    }

    fn logged(messages: &[String]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for message in messages {
            write(dir.path(), &format!("{} {}\n", noon(), sanitise::clean(message))).unwrap();
        }
        dir
    }

    #[test]
    fn what_is_said_is_written_in_its_order_with_its_date() {
        let dir = tempfile::tempdir().unwrap();
        let mut log = Log::new(dir.path().join("data"), noon);
        log.say("Gemt");
        log.say("To\nlinjer\u{1b}[31m");
        assert!(log.end(PATIENCE));
        let log = path(&dir.path().join("data"));
        let wanted = "2026-11-24T12:00:00+01:00 Gemt\n2026-11-24T12:00:00+01:00 To linjer\n";
        assert_eq!(fs::read_to_string(&log).unwrap(), wanted);
    }

    #[test]
    fn the_log_and_the_one_before_it_stay_within_their_size() {
        let message = |number| format!("{number:06} {}", "æ".repeat(200));
        let messages: Vec<String> = (0..1000).map(message).collect();
        let dir = logged(&messages);
        let (new, old) = (path(dir.path()), old_path(dir.path()));
        for file in [&new, &old] {
            assert!(fs::metadata(file).unwrap().len() <= MOST);
        }
        let kept = fs::read_to_string(old).unwrap() + &fs::read_to_string(new).unwrap();
        assert!(kept.contains("000999") && !kept.contains("000000"));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn no_line_goes_where_a_link_leads_and_no_folder_is_open_to_others() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("above/data");
        write(&data, "first\n").unwrap();
        for made in [&data, data.parent().unwrap()] {
            assert_eq!(fs::metadata(made).unwrap().permissions().mode() & 0o777, 0o700);
        }
        let elsewhere = dir.path().join("elsewhere");
        fs::write(&elsewhere, "mine").unwrap();
        fs::remove_file(path(&data)).unwrap();
        symlink(&elsewhere, path(&data)).unwrap();
        assert!(write(&data, "second\n").is_err());
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "mine");
        // nor is a file made where a link leads to none
        fs::remove_file(&elsewhere).unwrap();
        assert!(write(&data, "third\n").is_err());
        assert!(!elsewhere.exists());
    }

    #[test]
    fn a_log_that_cannot_be_written_disturbs_no_one() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a file");
        fs::write(&file, "mine").unwrap();
        let mut log = Log::new(file.clone(), noon);
        log.say("Gemt");
        assert!(log.end(PATIENCE));
        assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    }
}
