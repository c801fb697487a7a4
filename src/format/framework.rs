//! The file of a framework: reads one, and says everything that is wrong with it, each fault with its line, column and
//! path. Owns the format's limits and rules; the type is `core`'s, and the words for the faults are `text`'s. The file may be
//! a stranger's: what it says is kept out of memory beyond its limits and out of reach of a terminal.

mod question;

pub use question::{ASK_MAX, QUESTIONS_MAX};

use super::{
    document::{Document, PathRef, Value, kind, member},
    fault, json,
};
use crate::core::{
    framework::{Framework, TITLE_MAX},
    problem::{FOUND_SHOWN, Kind, Path, Problem, ProblemKind, shortened},
    sanitise::is_invisible,
};
use std::{collections::HashMap, ops::RangeInclusive};

/// The JSON Schema (2020-12) of the format, as `pejl framework schema` prints it.
pub const SCHEMA: &str = include_str!("../../assets/framework.schema.json");

/// The `format` of a framework file.
pub const FORMAT: &str = "pejl.framework";
/// The major version of the format that is read; every minor one is.
pub const MAJOR: u64 = 1;

/// The largest file that is read, in bytes.
pub const BYTES_MAX: usize = 1024 * 1024;
/// The most fields a framework may have; the fewest is 1.
pub const FIELDS_MAX: usize = 12;
/// The most marks a field may have; the fewest is 1.
pub const MARKS_MAX: usize = 12;
/// The most levels; the fewest is 0.
pub const LEVELS_MAX: usize = 6;
/// The most named columns of the grid; the fewest is 0.
pub const COLUMNS_MAX: usize = 4;
/// The most entries in the foreword, the documents, the notes and a mark's title variants; the fewest is 0.
pub const LIST_MAX: usize = 200;

/// The longest id, in characters.
pub const ID_MAX: usize = 64;
/// The longest short title or language tag, in characters.
pub const SHORT_MAX: usize = 40;
/// The longest name of a level or a column, and what a column asks, in characters.
pub const NAME_MAX: usize = 60;
/// The longest paragraph, in characters.
pub const TEXT_MAX: usize = 10_000;

/// The words that `kind` may be.
const KINDS: &[&str] = &["known", "new"];
/// The words that `equal` may be.
const EQUALS: &[&str] = &["marks", "fields"];

/// Reads a framework file. Unknown keys are passed over.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file: a framework is used whole or not at all. A fault that makes
/// the rest meaningless, such as bad syntax or another format, stands alone.
pub fn read(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let text = json::text(bytes, BYTES_MAX).map_err(|problem| vec![problem])?;
    check(text, FORMAT)?;
    let framework: Framework =
        serde_json::from_str(text).map_err(|error| vec![fault::first::<Framework>(text, &error)])?;
    Ok(framework.with_short_names())
}

/// Checks a file of this `format`.
fn check(text: &str, format: &'static str) -> Result<(), Vec<Problem>> {
    let document = Document::read(text).map_err(|problem| vec![problem])?;
    let mut check = Check {
        document: &document,
        problems: Vec::new(),
        ids: HashMap::new(),
    };
    let root = At {
        value: &document.root,
        path: PathRef::Root,
    };
    // a file of another kind or time would only get a long list of faults that are none
    check.header(&root, format);
    if check.problems.is_empty() {
        check.framework(&root);
        check.problems.extend(document.duplicates());
    }
    if check.problems.is_empty() {
        return Ok(());
    }
    Problem::sort(&mut check.problems);
    Err(check.problems)
}

/// A value and the way to it.
struct At<'a> {
    value: &'a Value<'a>,
    path: PathRef<'a>,
}

impl At<'_> {
    fn get<'a>(&'a self, key: &'a str) -> Option<At<'a>> {
        Some(At {
            value: member(self.value, key)?,
            path: self.path.key(key),
        })
    }
}

/// Collects the faults.
struct Check<'d> {
    document: &'d Document<'d>,
    problems: Vec<Problem>,
    /// Where each id of a field or a mark stood first.
    ids: HashMap<String, Path>,
}

impl Check<'_> {
    fn problem(&mut self, at: &At, kind: ProblemKind) {
        let problem = self.document.problem(at.value, at.path.path(), kind);
        self.problems.push(problem);
    }

    fn wrong_type(&mut self, at: &At, expected: Kind) {
        let found = kind(at.value);
        self.problem(at, ProblemKind::WrongType { expected, found });
    }

    fn header(&mut self, root: &At, format: &'static str) {
        if !self.is_object(root) {
            return;
        }
        if let Some((at, found)) = self.string(root, "format")
            && found != format
        {
            let found = shortened(found, FOUND_SHOWN);
            let expected = format;
            return self.problem(&at, ProblemKind::UnknownFormat { found, expected });
        }
        if let Some((at, version)) = self.string(root, "version") {
            let found = shortened(version, FOUND_SHOWN);
            match major(version) {
                Some(MAJOR) => {}
                Some(newer) if newer > MAJOR => self.problem(&at, ProblemKind::NewerVersion { found }),
                _ => self.problem(&at, ProblemKind::BadVersion { found }),
            }
        }
    }

    fn framework(&mut self, root: &At) {
        // where the levels themselves are wrong, the marks cannot be held to their number
        let levels = match member(root.value, "levels") {
            None => Some(0),
            Some(levels) => levels.as_array().map(|levels| levels.elements.len()),
        };
        let levels = levels.filter(|count| (0..=LEVELS_MAX).contains(count));
        self.id(root);
        self.text(root, "title", TITLE_MAX);
        self.optional_text(root, "title_source", TITLE_MAX);
        self.text(root, "organisation", TITLE_MAX);
        self.text(root, "language", SHORT_MAX);
        self.texts(root, "foreword", 0..=LIST_MAX, TEXT_MAX);
        self.optional_texts(root, "documents", TITLE_MAX);
        if root.get("levels").is_some() {
            self.texts(root, "levels", 0..=LEVELS_MAX, NAME_MAX);
        }
        if root.get("columns").is_some() {
            self.objects(root, "columns", 0..=COLUMNS_MAX, |check, at| {
                check.text(at, "title", NAME_MAX);
                check.optional_text(at, "asks", NAME_MAX);
            });
        }
        if root.get("equal").is_some() {
            self.choice(root, "equal", EQUALS);
        }
        self.objects(root, "fields", 1..=FIELDS_MAX, |check, at| {
            check.field(at, levels)
        });
        self.questions(root);
        self.optional_texts(root, "notes", TEXT_MAX);
    }

    fn field(&mut self, at: &At, levels: Option<usize>) {
        self.unique_id(at);
        self.text(at, "title", TITLE_MAX);
        self.optional_text(at, "title_source", TITLE_MAX);
        self.optional_text(at, "short", SHORT_MAX);
        if at.get("kind").is_some() {
            self.choice(at, "kind", KINDS);
        }
        self.objects(at, "marks", 1..=MARKS_MAX, |check, at| check.mark(at, levels));
    }

    fn mark(&mut self, at: &At, levels: Option<usize>) {
        self.unique_id(at);
        self.text(at, "title", TITLE_MAX);
        self.optional_texts(at, "title_variants", TITLE_MAX);
        self.optional_text(at, "short", SHORT_MAX);
        self.text(at, "definition", TEXT_MAX);
        if levels != Some(0) || at.get("levels").is_some() {
            let count = levels.map_or(0..=LEVELS_MAX, |count| count..=count);
            self.texts(at, "levels", count, TEXT_MAX);
        }
        self.optional_text(at, "footnote", TEXT_MAX);
    }

    fn choice(&mut self, parent: &At, key: &str, allowed: &[&str]) {
        if let Some((at, found)) = self.string(parent, key)
            && !allowed.contains(&found)
        {
            let found = shortened(found, FOUND_SHOWN);
            let allowed = allowed.iter().map(|word| (*word).to_owned()).collect();
            self.problem(&at, ProblemKind::UnknownChoice { found, allowed });
        }
    }

    /// The member `id` and where it stands, if it is a good one.
    fn id<'a>(&mut self, parent: &'a At<'_>) -> Option<(At<'a>, &'a str)> {
        let (at, id) = self.string(parent, "id")?;
        let found = id.chars().count();
        if id.is_empty() {
            self.problem(&at, ProblemKind::Empty);
        } else if found > ID_MAX {
            self.problem(&at, ProblemKind::TooLong { max: ID_MAX, found });
        } else if !is_id(id) {
            let found = shortened(id, FOUND_SHOWN);
            self.problem(&at, ProblemKind::BadId { found });
        } else {
            return Some((at, id));
        }
        None
    }

    /// The member `id` of a field or a mark. Both are named in the same places, so no two may share one.
    fn unique_id(&mut self, parent: &At) {
        let Some((at, id)) = self.id(parent) else {
            return;
        };
        match self.ids.get(id) {
            Some(first) => {
                let first = first.clone();
                self.problem(&at, ProblemKind::DuplicateId { first });
            }
            None => {
                self.ids.insert(id.to_owned(), at.path.path());
            }
        }
    }

    fn text(&mut self, parent: &At, key: &str, max: usize) {
        if let Some(at) = self.member(parent, key) {
            self.text_at(&at, max);
        }
    }

    fn optional_text(&mut self, parent: &At, key: &str, max: usize) {
        if let Some(at) = parent.get(key) {
            self.text_at(&at, max);
        }
    }

    fn texts(&mut self, parent: &At, key: &str, count: RangeInclusive<usize>, max: usize) {
        if let Some(at) = self.member(parent, key) {
            for item in self.items(&at, count) {
                self.text_at(&item, max);
            }
        }
    }

    fn optional_texts(&mut self, parent: &At, key: &str, max: usize) {
        if parent.get(key).is_some() {
            self.texts(parent, key, 0..=LIST_MAX, max);
        }
    }

    fn objects(
        &mut self,
        parent: &At,
        key: &str,
        count: RangeInclusive<usize>,
        check: impl Fn(&mut Self, &At),
    ) {
        let Some(at) = self.member(parent, key) else {
            return;
        };
        for item in self.items(&at, count) {
            if self.is_object(&item) {
                check(self, &item);
            }
        }
    }

    fn is_object(&mut self, at: &At) -> bool {
        let is = kind(at.value) == Kind::Object;
        if !is {
            self.wrong_type(at, Kind::Object);
        }
        is
    }

    /// The items of a list, no more than it may have.
    fn items<'a>(&mut self, at: &'a At<'_>, count: RangeInclusive<usize>) -> Vec<At<'a>> {
        let Value::Array(list) = at.value else {
            self.wrong_type(at, Kind::Array);
            return Vec::new();
        };
        let (min, max, found) = (*count.start(), *count.end(), list.elements.len());
        if !count.contains(&found) {
            self.problem(at, ProblemKind::Count { min, max, found });
        }
        let items = list.elements.iter().take(max).enumerate();
        let item = |(index, value)| At {
            value,
            path: at.path.index(index),
        };
        items.map(item).collect()
    }

    fn text_at(&mut self, at: &At, max: usize) {
        let Value::StringLit(text) = at.value else {
            return self.wrong_type(at, Kind::String);
        };
        let text = &text.value;
        if let Some(found) = text.chars().find(|&c| is_invisible(c)) {
            self.problem(at, ProblemKind::Invisible { found });
        } else if text.trim().is_empty() {
            self.problem(at, ProblemKind::Empty);
        } else if text.len() > max && text.chars().count() > max {
            let found = text.chars().count();
            self.problem(at, ProblemKind::TooLong { max, found });
        }
    }

    fn string<'a>(&mut self, parent: &'a At<'_>, key: &'a str) -> Option<(At<'a>, &'a str)> {
        let at = self.member(parent, key)?;
        match at.value {
            Value::StringLit(text) => Some((at, &text.value)),
            _ => {
                self.wrong_type(&at, Kind::String);
                None
            }
        }
    }

    fn member<'a>(&mut self, parent: &'a At<'_>, key: &'a str) -> Option<At<'a>> {
        let member = parent.get(key);
        if member.is_none() {
            let path = parent.path.key(key).path();
            let problem = self.document.problem(parent.value, path, ProblemKind::Missing);
            self.problems.push(problem);
        }
        member
    }
}

/// The first number of a version of the form `1.0`.
fn major(version: &str) -> Option<u64> {
    let (major, minor) = version.split_once('.')?;
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    // A number too large for an integer is newer than any.
    (digits(major) && !major.starts_with('0') && digits(minor)).then(|| major.parse().unwrap_or(u64::MAX))
}

fn is_id(id: &str) -> bool {
    id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !id.starts_with('-')
        && id.bytes().any(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_framework_and_its_translation_are_held_to_the_format() {
        let danish = include_bytes!("../../assets/framework.da.json");
        assert_eq!(read(danish), Ok(Framework::built_in()));
        let english = include_str!("../../assets/framework.en.json");
        assert_eq!(check(english, "pejl.translation"), Ok(()));
    }

    #[test]
    fn a_translation_is_marked_so_in_its_file_and_is_never_taken_for_a_framework() {
        let english = include_bytes!("../../assets/framework.en.json");
        let file: serde_json::Value = serde_json::from_slice(english).unwrap();
        assert_eq!(file["unofficial"], true);
        let problems = read(english).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert!(
            matches!(&problems[0].kind, ProblemKind::UnknownFormat { found, .. } if found == "pejl.translation")
        );
    }
}
