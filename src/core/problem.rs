//! What is wrong in a file, with its position: one list of faults for every file this program reads. The readers find
//! them, `text` has the words.

use std::fmt;

/// How many characters of a wrong value are kept for showing it.
pub const FOUND_SHOWN: usize = 40;

/// A position in a file. Both count from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted by line feeds.
    pub line: u32,
    /// The character within the line.
    pub column: u32,
}

impl Position {
    /// The position of what follows `text`, the text before it from the beginning of the file.
    pub fn after(text: &str) -> Self {
        let line_start = text.rfind('\n').map_or(0, |end| end + 1);
        Self {
            line: text.matches('\n').count() as u32 + 1,
            column: text[line_start..].chars().count() as u32 + 1,
        }
    }
}

/// The way from the root to a value, written `fields[1].marks[0].id`. The root's own path is empty.
///
/// A key of other characters than letters, digits, `-` and `_` is quoted and escaped, and a long one is cut, so a
/// path from a stranger's file is always safe to print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(String);

impl Path {
    /// How many characters of one key are shown.
    const KEY_SHOWN: usize = 40;

    /// The path of the member `key` of this object.
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.clone();
        path.push_key(key);
        path
    }

    /// The path of the item `index`, counted from 0, of this array.
    pub fn index(&self, index: usize) -> Self {
        let mut path = self.clone();
        path.push_index(index);
        path
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn push_key(&mut self, key: &str) {
        let shown = shortened(key, Self::KEY_SHOWN);
        let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        if plain {
            if !self.0.is_empty() {
                self.0.push('.');
            }
            self.0.push_str(&shown);
        } else {
            self.0.push_str(&format!("[{shown:?}]"));
        }
    }

    fn push_index(&mut self, index: usize) {
        self.0.push_str(&format!("[{index}]"));
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One fault of a file, a framework's or a profile's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands. A missing key is shown at the object that should have had it.
    pub position: Position,
    /// The value it is about, such as `fields[1].marks[0].id`; empty for the file as a whole.
    pub path: Path,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// Puts them in the order of the file; what stands at one position keeps the order it was found in.
    pub fn sort(problems: &mut [Self]) {
        problems.sort_by_key(|problem| problem.position);
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
        expected: Kind,
        /// What stands there.
        found: Kind,
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
    /// No field, or no mark, has this id.
    UnknownId {
        /// The id.
        found: String,
        /// Whether it should be a mark's; else a field's.
        of_a_mark: bool,
    },
    /// A sentence that does not stand in the framework's text, letter by letter.
    NotInText,
    /// None of the conditions of a question stands there, or more than one.
    Conditions {
        /// How many there are.
        found: usize,
        /// What there can be.
        allowed: &'static [&'static str],
    },
    /// A blank such as `{mark}` that nothing fills here.
    UnknownBlank {
        /// What stands between the braces.
        found: String,
        /// What can stand there; may be empty.
        allowed: Vec<&'static str>,
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

/// The kinds of value a file can hold, for saying what was found and what was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array, `[…]`.
    Array,
    /// An object, `{…}`.
    Object,
}

/// What is wrong with an input that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// Longer than the limit, in bytes.
    TooLarge {
        /// The longest input that is read.
        limit: usize,
    },
    /// Deeper than the limit.
    TooDeep {
        /// How many arrays and objects may stand inside each other.
        limit: usize,
    },
    /// It begins with a UTF-8 byte order mark, which JSON does not allow.
    ByteOrderMark,
    /// A byte that is no UTF-8.
    NotUtf8,
    /// The input ended in the middle of a value.
    UnexpectedEnd,
    /// Another character than the grammar allows here. It may be any character: escape it before printing.
    Unexpected {
        /// The character that stands there.
        found: char,
        /// What could have stood there.
        expected: Expected,
    },
    /// A control character, such as a line break, stands unescaped in a string.
    ControlInString,
    /// A backslash with something after it that is no escape, or half a surrogate pair.
    BadEscape,
    /// A number that JSON cannot have, such as `01`, `.5` or `1.`.
    BadNumber,
}

/// What the grammar wants at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value.
    Value,
    /// A key in quotes.
    Key,
    /// A colon.
    Colon,
    /// A comma or the closing `]`.
    CommaOrBracket,
    /// A comma or the closing `}`.
    CommaOrBrace,
    /// Nothing more.
    End,
}

/// The first `limit` characters of `text`, with an ellipsis where more were left out.
pub fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
