//! Everything that can go wrong for a caller, as data. Owns the exit statuses; the words are made in `text`, by
//! language.

mod usage;

pub use usage::UsageTrouble;

use super::problem::Problem;
use jiff::civil::Date;
use std::{io, path::PathBuf};

/// What went wrong, with all that a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// No mark goes by this id, title or position.
    UnknownMark {
        /// What was asked for.
        given: String,
        /// Ids that come close, nearest first.
        near: Vec<String>,
    },
    /// Neither a field nor a mark goes by this id, title or position.
    UnknownTarget {
        /// What was asked for.
        given: String,
        /// Ids that come close, nearest first.
        near: Vec<String>,
    },
    /// Several marks begin like this; or fields and marks, where both may be named.
    Ambiguous {
        /// What was asked for.
        given: String,
        /// The ids it may mean.
        candidates: Vec<String>,
    },
    /// This is no value on the dial's scale.
    Value {
        /// What was given.
        given: String,
    },
    /// No profile goes by this name.
    UnknownProfile {
        /// What was asked for.
        given: String,
        /// The slugs there are.
        known: Vec<String>,
    },
    /// This cannot be the name of a new profile.
    BadName {
        /// What was given.
        given: String,
        /// What is wrong with it.
        why: NameTrouble,
    },
    /// No bearing goes by this id.
    UnknownBearing {
        /// What was asked for.
        given: String,
        /// The ids there are, oldest first.
        known: Vec<String>,
    },
    /// No gathering goes by this id, or there is none yet.
    UnknownGathering {
        /// What was asked for; empty for the newest.
        given: String,
        /// The ids there are, oldest first.
        known: Vec<String>,
    },
    /// No decision goes by this id.
    UnknownDecision {
        /// What was asked for.
        given: String,
        /// The ids there are, oldest first.
        known: Vec<String>,
    },
    /// The file's contents are not what they must be.
    Damaged {
        /// The file.
        file: PathBuf,
        /// At least one.
        problems: Vec<Problem>,
    },
    /// The file was written by a later major version.
    Newer {
        /// The file.
        file: PathBuf,
        /// The version it says it has.
        version: String,
    },
    /// There is no such file.
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// The file is there and the system would not give it.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        why: Cause,
    },
    /// The name of the file is no text, so nobody can choose it.
    NameNotUtf8 {
        /// The file.
        file: PathBuf,
    },
    /// A folder, a device, a pipe or a loop of links stands where a file is needed.
    NotRegular {
        /// The file.
        file: PathBuf,
    },
    /// The file is larger than is read or written.
    TooLarge {
        /// The file.
        file: PathBuf,
        /// The most that is allowed, in bytes.
        limit: u64,
    },
    /// The output could not be created, or is there already.
    CannotCreate {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Cause,
    },
    /// The file is there already, and this call never replaces it.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Writing failed; what was on disk before is still there.
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Cause,
    },
    /// Another pejl has the profile open.
    Locked {
        /// The profile's file.
        path: PathBuf,
    },
    /// Another program changed the profile's file meanwhile. Its file stands untouched.
    Conflict {
        /// Where this program's state was kept.
        kept: PathBuf,
    },
    /// The profile could not be saved in its place and was kept in another.
    SavedElsewhere {
        /// Why.
        fault: Box<Fault>,
        /// Where it is.
        kept: PathBuf,
    },
    /// The profile could be saved neither in its place nor in another: what came last is lost.
    SavedNowhere {
        /// Why not in its place.
        fault: Box<Fault>,
    },
    /// The command line is no call of this program.
    Usage {
        /// The command as far as it was understood, such as `pejl bearing`.
        command: String,
        /// What is wrong with the rest.
        trouble: UsageTrouble,
    },
    /// Names are to be hidden of so few that it can be guessed who is who.
    TooFewToHide {
        /// The fewest of whom they can be.
        least: usize,
        /// How many there are.
        found: usize,
    },
    /// A calendar is to have the day to look again, and the profile has none.
    NoReviewDate,
    /// The interface was asked for and there is no terminal.
    NoTerminal,
    /// The interface was asked for in a terminal that cannot move its cursor.
    DumbTerminal {
        /// What the terminal calls itself; may be empty.
        name: String,
    },
    /// The profile in this file belongs to another framework than the one it should be merged into or come in beside.
    OtherFramework {
        /// The file.
        file: PathBuf,
        /// The id the profile names.
        framework: String,
    },
    /// After a conflict: the version that another program wrote is not there any more.
    VersionGone,
    /// The open profile cannot be changed.
    ReadOnly {
        /// Why.
        why: ReadOnly,
    },
    /// More text than is kept.
    TooLong {
        /// The most, in characters.
        max: usize,
        /// How many there were.
        found: usize,
    },
    /// A control character where a text is kept.
    ControlCharacter,
    /// A date that is to come is asked for, and this one is not.
    NotAhead {
        /// One that is.
        example: Date,
    },
    /// A date so far ahead that nobody lives to it.
    TooFarAhead {
        /// One that is near enough.
        example: Date,
    },
    /// Standard input is no UTF-8 text.
    NotUtf8Input,
    /// The reader's editor could not be started or failed; nothing was changed.
    Editor {
        /// The command that was run; empty where there is none to run.
        command: String,
    },
    /// What was written in the editor could not be kept in its place, and lies in a file.
    LeftInFile {
        /// Why.
        fault: Box<Fault>,
        /// The file.
        kept: PathBuf,
    },
    /// Standard output could not be written to.
    Output {
        /// Why.
        why: Cause,
    },
    /// Anything else that the system refused.
    Other {
        /// Why.
        why: Cause,
    },
}

impl Fault {
    /// The same with the name of the file that was read in the place of its path, for where there is little room.
    pub fn by_file_name(&self) -> Self {
        let mut fault = self.clone();
        if let Self::Damaged { file, .. }
        | Self::Newer { file, .. }
        | Self::Missing { file }
        | Self::Unreadable { file, .. }
        | Self::NotRegular { file }
        | Self::OtherFramework { file, .. }
        | Self::TooLarge { file, .. } = &mut fault
            && let Some(name) = file.file_name().map(PathBuf::from)
        {
            *file = name;
        }
        fault
    }

    /// The exit status scripts rely on.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Other { .. } | Self::Editor { .. } => 1,
            Self::UnknownMark { .. }
            | Self::UnknownTarget { .. }
            | Self::Ambiguous { .. }
            | Self::Value { .. }
            | Self::BadName { .. }
            | Self::UnknownBearing { .. }
            | Self::UnknownDecision { .. }
            | Self::Usage { .. }
            | Self::NoReviewDate
            | Self::TooFewToHide { .. }
            | Self::TooLong { .. }
            | Self::ControlCharacter
            | Self::NotAhead { .. }
            | Self::TooFarAhead { .. }
            | Self::NoTerminal
            | Self::DumbTerminal { .. } => 2,
            Self::Damaged { .. }
            | Self::Newer { .. }
            | Self::TooLarge { .. }
            | Self::OtherFramework { .. }
            | Self::NameNotUtf8 { .. }
            | Self::NotUtf8Input => 65,
            Self::UnknownProfile { .. }
            | Self::UnknownGathering { .. }
            | Self::Missing { .. }
            | Self::VersionGone
            | Self::Unreadable { .. }
            | Self::NotRegular { .. } => 66,
            Self::CannotCreate { .. } | Self::Exists { .. } => 73,
            Self::Write { .. } | Self::Conflict { .. } | Self::Output { .. } => 74,
            Self::Locked { .. } => 75,
            Self::SavedElsewhere { fault, .. }
            | Self::SavedNowhere { fault }
            | Self::LeftInFile { fault, .. } => fault.exit_code(),
            Self::ReadOnly { why } => match why {
                ReadOnly::Asked => 1,
                ReadOnly::Newer { .. } => 65,
                ReadOnly::Unreadable { .. } => 66,
                ReadOnly::NotWritable { .. } => 73,
                ReadOnly::Locked => 75,
            },
        }
    }
}

/// Why a name cannot be a profile's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameTrouble {
    /// Nothing in it that a file could be named after.
    Empty,
    /// A character in it that nobody sees, or that steers a terminal.
    Unseen,
    /// More than [`MAX_NAME`] graphemes.
    TooLong,
    /// A name that Windows keeps for a device.
    Reserved,
    /// Another profile has it, or one that differs in case, accents or punctuation only.
    Taken,
    /// The name that a profile has before its leader gave it one: nobody could tell whose it is.
    Nobody,
}

/// The longest name, in graphemes.
pub const MAX_NAME: usize = 64;

/// Why the system refused, so that it can be said in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The disk, or the room given to this user, is full.
    Full,
    /// The file system is read-only.
    ReadOnly,
    /// No permission.
    Denied,
    /// The device failed.
    Device,
    /// Too many files are open.
    TooManyOpen,
    /// The file grew past what this process may write.
    TooBig,
    /// A folder on the way is gone.
    Gone,
    /// It is there already.
    Exists,
    /// A folder, a pipe or a device is there.
    NotAFile,
    /// Something else than a folder has the name of one.
    NotAFolder,
    /// The file is marked as one that nobody may write.
    Protected,
    /// The program's own files are there.
    Own,
    /// No answer in time.
    Slow,
    /// Anything else, in the system's own words.
    Other(String),
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        #[cfg(unix)]
        if let Some(errno) = rustix::io::Errno::from_io_error(error) {
            use rustix::io::Errno;
            match errno {
                Errno::IO | Errno::NXIO | Errno::NODEV => return Self::Device,
                Errno::MFILE | Errno::NFILE => return Self::TooManyOpen,
                _ => {}
            }
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::PermissionDenied => Self::Denied,
            Kind::FileTooLarge => Self::TooBig,
            Kind::NotFound => Self::Gone,
            Kind::NotADirectory => Self::NotAFolder,
            Kind::AlreadyExists => Self::Exists,
            Kind::TimedOut => Self::Slow,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// Why an open profile cannot be saved.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadOnly {
    /// It was opened for reading.
    Asked,
    /// Another pejl has it open.
    Locked,
    /// A later major version wrote it.
    Newer {
        /// The version it says it has.
        version: String,
    },
    /// The system would not give the profile's file or its backups; what is shown may be older than what they hold.
    Unreadable {
        /// What could not be read: the file, a backup, or the folder of backups.
        file: PathBuf,
        /// Why.
        why: Cause,
    },
    /// The profile can be read and not written.
    NotWritable {
        /// What cannot be written: the file, or one of the folders.
        file: PathBuf,
        /// Why.
        why: Cause,
    },
}

/// What a leader must be told about the profile that was just opened or saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The profile's own file was no good.
    Recovered {
        /// What was wrong: damaged, missing, too large, not a regular file, unreadable.
        damage: Fault,
        /// Where the bad file was put; nothing where there was none, or where nothing may be written.
        aside: Option<PathBuf>,
        /// The backup that was loaded; nothing where none was good and every dial starts at neutral.
        backup: Option<PathBuf>,
        /// Why a newer backup, or all of them, could not be read. Then nothing is saved.
        unread: Option<Fault>,
    },
    /// The profile is saved, and the state before it could not be kept as a backup.
    Unbacked {
        /// Why.
        why: Cause,
    },
    /// The profile that was chosen last is gone, and another one is open.
    ChosenGone {
        /// The one that was chosen, as its file is called.
        chosen: String,
        /// The name of the one that is open.
        opened: String,
    },
    /// What could be undone earlier is not known.
    UndoUnread {
        /// Why it could not be read.
        fault: Fault,
    },
    /// The machine's clock is further on than dates go.
    ClockOff {
        /// The date that is used in its place.
        date: jiff::civil::Date,
    },
    /// An earlier run had put a state in another folder, as the profile's own would not take it.
    Fetched {
        /// Where it was.
        from: PathBuf,
        /// Where it is now, among the profiles, to be merged.
        kept: PathBuf,
    },
    /// Such a state lies there still.
    NotFetched {
        /// Where.
        file: PathBuf,
        /// Why it was not fetched.
        fault: Fault,
    },
    /// Such a state waits for the next start.
    Elsewhere {
        /// Where.
        file: PathBuf,
    },
    /// This file system cannot lock: two programs could write at once. Each still keeps what the other wrote.
    NoLocking,
    /// A later minor version wrote it; what this program does not know is kept.
    NewerMinor {
        /// The version it says it has.
        version: String,
    },
    /// It belongs to another framework than the one on screen.
    OtherFramework {
        /// The id the profile names.
        framework: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_statuses_are_the_ones_scripts_rely_on() {
        let file = || PathBuf::from("x");
        let usage = Fault::Usage {
            command: "pejl".into(),
            trouble: UsageTrouble::NotUtf8,
        };
        let cases = [
            (Fault::Other { why: Cause::Slow }, 1),
            (usage, 2),
            (Fault::NoTerminal, 2),
            (Fault::NoReviewDate, 2),
            (Fault::DumbTerminal { name: "dumb".into() }, 2),
            (Fault::Value { given: "7".into() }, 2),
            (Fault::NotUtf8Input, 65),
            (
                Fault::Damaged {
                    file: file(),
                    problems: Vec::new(),
                },
                65,
            ),
            (Fault::Missing { file: file() }, 66),
            (Fault::NotRegular { file: file() }, 66),
            (
                Fault::CannotCreate {
                    path: file(),
                    why: Cause::Exists,
                },
                73,
            ),
            (
                Fault::Write {
                    path: file(),
                    why: Cause::Full,
                },
                74,
            ),
            (Fault::Output { why: Cause::Full }, 74),
            (Fault::Locked { path: file() }, 75),
        ];
        for (fault, status) in cases {
            assert_eq!(fault.exit_code(), status, "{fault:?}");
        }
    }

    #[test]
    fn the_system_s_refusals_are_told_apart() {
        let cause = |kind: io::ErrorKind| Cause::from(&io::Error::from(kind));
        assert_eq!(cause(io::ErrorKind::StorageFull), Cause::Full);
        assert_eq!(cause(io::ErrorKind::PermissionDenied), Cause::Denied);
        assert!(matches!(cause(io::ErrorKind::BrokenPipe), Cause::Other(_)));
    }

    #[cfg(unix)]
    #[test]
    fn a_failing_device_and_a_lack_of_handles_have_causes_of_their_own() {
        let cause = |errno: rustix::io::Errno| Cause::from(&io::Error::from(errno));
        assert_eq!(cause(rustix::io::Errno::IO), Cause::Device);
        assert_eq!(cause(rustix::io::Errno::MFILE), Cause::TooManyOpen);
        assert_eq!(cause(rustix::io::Errno::NOSPC), Cause::Full);
        assert_eq!(cause(rustix::io::Errno::DQUOT), Cause::Full);
        assert_eq!(cause(rustix::io::Errno::FBIG), Cause::TooBig);
    }
}
