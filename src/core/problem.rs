//! What is wrong in a file, with its place: one list of faults for every file this program reads. The readers find
//! them, `text` has the words.

use super::json::{self, Path, Place, SyntaxErrorKind};

/// How many characters of a wrong value are kept for showing it.
pub const FOUND_SHOWN: usize = 40;

/// One fault of a file, a framework's or a profile's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands. A missing key is shown at the object that should have had it.
    pub place: Place,
    /// The value it is about, such as `fields[1].marks[0].id`; empty for the file as a whole.
    pub path: Path,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// Puts them in the order of the file; what stands at one place keeps the order it was found in.
    pub fn sort(problems: &mut [Self]) {
        problems.sort_by_key(|problem| problem.place);
    }
}

/// What is wrong. Every `found` is at most [`FOUND_SHOWN`] characters of the file and may hold any of them: escape it before
/// printing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It is no JSON.
    Syntax(SyntaxErrorKind),
    /// It is no TOML.
    NotToml,
    /// The key means nothing; it is kept.
    UnknownKey {
        /// What can stand there, or what comes close where there is much; may be empty.
        known: Vec<String>,
    },
    /// Not the name of a key on the keyboard.
    NotAKey {
        /// What it says.
        found: String,
    },
    /// The key on the keyboard does something else in the same place.
    KeyTaken {
        /// The key.
        found: String,
        /// The action that has it.
        by: &'static str,
    },
    /// Not a colour.
    NotAColor {
        /// What it says.
        found: String,
    },
    /// The object had this key already.
    DuplicateKey,
    /// The key must be there.
    Missing,
    /// Another kind of value is needed.
    WrongType {
        /// What is needed.
        expected: json::Kind,
        /// What stands there.
        found: json::Kind,
    },
    /// A text of nothing, or of blanks only.
    Empty,
    /// A text of too many characters.
    TooLong {
        /// The most it may have.
        max: usize,
        /// What it has.
        found: usize,
    },
    /// A text with a character that steers a terminal or is not seen: a line break, an escape, a direction mark.
    /// A new paragraph is a new entry of the list.
    Invisible {
        /// The first of them.
        found: char,
    },
    /// A file of another kind.
    UnknownFormat {
        /// What `format` says.
        found: String,
        /// What it must say.
        expected: &'static str,
    },
    /// `version` is not two numbers with a dot between, or an older format than the first.
    BadVersion {
        /// What it says.
        found: String,
    },
    /// The file was made for a newer program.
    NewerVersion {
        /// What `version` says.
        found: String,
    },
    /// An id may have a–z, 0–9 and `-`, begins with one of the first two, and has at least one letter, so that it
    /// is never taken for a position or an option.
    BadId {
        /// The id.
        found: String,
    },
    /// Another field or mark has this id.
    DuplicateId {
        /// Where the first of them is.
        first: Path,
    },
    /// Another word than the allowed.
    UnknownChoice {
        /// The word.
        found: String,
        /// The allowed ones.
        allowed: Vec<String>,
    },
    /// A list with too many or too few entries. Of too many, only the first `max` are looked into.
    Count {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// Not an integer, or not one between these.
    OffScale {
        /// The number, in its own digits.
        found: String,
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// Not a date such as 2026-11-23.
    NotADate,
    /// Not a date and time with an offset, such as 2026-11-23T08:15:00+01:00.
    NotAMoment,
}
