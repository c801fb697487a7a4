//! Reads a framework file and says everything that is wrong with it, each fault with its line, column and path.
//!
//! It owns the format's limits and rules; the words for the faults are made elsewhere, from [`ProblemKind`]. The
//! file may be a stranger's: what it says is kept out of memory beyond its limits and out of reach of a terminal.

use std::collections::HashMap;

use super::{Field, Framework, Kind, Mark};
use crate::core::json::{self, Limits, Node, Path, Place, Trail, Value, shortened};
use crate::core::problem::{FOUND_SHOWN, Problem, ProblemKind};
use crate::core::sanitise::is_invisible;

/// The `format` of a framework file.
pub const FORMAT: &str = "pejl.framework";
/// The `format` of a translation that is laid over a framework.
pub const TRANSLATION_FORMAT: &str = "pejl.translation";
/// The major version of the format that is read; every minor one is.
pub const MAJOR: u64 = 1;

/// The most fields a framework may have; the fewest is 1.
pub const FIELDS_MAX: usize = 12;
/// The most marks a field may have; the fewest is 1.
pub const MARKS_MAX: usize = 12;
/// The most levels; the fewest is 1.
pub const LEVELS_MAX: usize = 3;
/// The most entries in the foreword, the documents, the notes and a mark's title variants; the fewest is 0.
pub const LIST_MAX: usize = 200;

/// The longest id, in characters.
pub const ID_MAX: usize = 64;
/// The longest short title, level name or language tag, in characters.
pub const SHORT_MAX: usize = 40;
/// The longest title or organisation, in characters.
pub const TITLE_MAX: usize = 200;
/// The longest paragraph, in characters.
pub const TEXT_MAX: usize = 10_000;

/// The words that `kind` may be.
const KINDS: &[&str] = &["known", "new"];

/// Reads a file of the given format.
pub(super) fn read(bytes: &[u8], format: &'static str) -> Result<Framework, Vec<Problem>> {
    let document = json::parse(bytes, Limits::FILE).map_err(|e| {
        vec![Problem {
            place: e.place,
            path: e.path,
            kind: ProblemKind::Syntax(e.kind),
        }]
    })?;
    let mut check = Check::default();
    let root = At {
        node: &document.root,
        trail: Trail::Root,
    };
    // A file of another kind or time would only get a long list of faults that are none.
    check.header(&root, format);
    if !check.problems.is_empty() {
        return Err(check.problems);
    }
    let framework = check.framework(&root);
    for duplicate in document.duplicates {
        check.report(duplicate.place, duplicate.path, ProblemKind::DuplicateKey);
    }
    if check.problems.is_empty() {
        Ok(framework)
    } else {
        Problem::sort(&mut check.problems);
        Err(check.problems)
    }
}

/// A value and the way to it.
struct At<'a> {
    node: &'a Node<'a>,
    trail: Trail<'a>,
}

impl At<'_> {
    fn get<'a>(&'a self, key: &'a str) -> Option<At<'a>> {
        Some(At {
            node: self.node.get(key)?,
            trail: self.trail.key(key),
        })
    }
}

/// Collects the faults. Where something is wrong, the reading goes on with an empty stand-in: with any fault
/// collected, nothing of what was read is handed out.
#[derive(Default)]
struct Check {
    problems: Vec<Problem>,
    ids: HashMap<String, Path>,
}

impl Check {
    fn report(&mut self, place: Place, path: Path, kind: ProblemKind) {
        self.problems.push(Problem { place, path, kind });
    }

    fn at(&mut self, at: &At, kind: ProblemKind) {
        self.report(at.node.place, at.trail.path(), kind);
    }

    fn header(&mut self, root: &At, format: &'static str) {
        if root.node.kind() != json::Kind::Object {
            let found = root.node.kind();
            return self.at(
                root,
                ProblemKind::WrongType {
                    expected: json::Kind::Object,
                    found,
                },
            );
        }
        if let Some((at, found)) = self.string(root, "format")
            && found != format
        {
            return self.at(
                &at,
                ProblemKind::UnknownFormat {
                    found: shortened(found, FOUND_SHOWN),
                    expected: format,
                },
            );
        }
        if let Some((at, version)) = self.string(root, "version") {
            let found = shortened(version, FOUND_SHOWN);
            match major(version) {
                Some(MAJOR) => {}
                Some(newer) if newer > MAJOR => self.at(&at, ProblemKind::NewerVersion { found }),
                _ => self.at(&at, ProblemKind::BadVersion { found }),
            }
        }
    }

    fn framework(&mut self, root: &At) -> Framework {
        // Where the levels themselves are wrong, the marks cannot be held to their number.
        let level_count = match root.node.get("levels").map(|levels| &levels.value) {
            Some(Value::Array(names)) => Some(names.len()).filter(|n| (1..=LEVELS_MAX).contains(n)),
            _ => None,
        };
        let (id, _) = self.id(root);
        Framework {
            id,
            title: self.text(root, "title", TITLE_MAX),
            title_source: self.optional_text(root, "title_source", TITLE_MAX),
            organisation: self.text(root, "organisation", TITLE_MAX),
            language: self.text(root, "language", SHORT_MAX),
            foreword: self
                .texts(root, "foreword", 0..=LIST_MAX, TEXT_MAX)
                .unwrap_or_default(),
            documents: self.optional_texts(root, "documents", TITLE_MAX),
            levels: self
                .texts(root, "levels", 1..=LEVELS_MAX, SHORT_MAX)
                .unwrap_or_default(),
            fields: self.objects(root, "fields", FIELDS_MAX, |check, at| {
                check.field(at, level_count)
            }),
            notes: self.optional_texts(root, "notes", TEXT_MAX),
        }
    }

    fn field(&mut self, at: &At, level_count: Option<usize>) -> Field {
        Field {
            id: self.unique_id(at),
            title: self.text(at, "title", TITLE_MAX),
            title_source: self.optional_text(at, "title_source", TITLE_MAX),
            short: self.text(at, "short", SHORT_MAX),
            kind: self.kind(at),
            marks: self.objects(at, "marks", MARKS_MAX, |check, at| check.mark(at, level_count)),
        }
    }

    fn mark(&mut self, at: &At, level_count: Option<usize>) -> Mark {
        let levels = level_count.map_or(1..=LEVELS_MAX, |n| n..=n);
        Mark {
            id: self.unique_id(at),
            title: self.text(at, "title", TITLE_MAX),
            title_variants: self.optional_texts(at, "title_variants", TITLE_MAX),
            short: self.text(at, "short", SHORT_MAX),
            definition: self.text(at, "definition", TEXT_MAX),
            levels: self.texts(at, "levels", levels, TEXT_MAX).unwrap_or_default(),
            footnote: self.optional_text(at, "footnote", TEXT_MAX),
        }
    }

    fn kind(&mut self, parent: &At) -> Kind {
        match self.string(parent, "kind") {
            Some((_, "new")) => Kind::New,
            Some((at, found)) if found != "known" => {
                let found = shortened(found, FOUND_SHOWN);
                self.at(
                    &at,
                    ProblemKind::UnknownChoice {
                        found,
                        allowed: KINDS.iter().map(|kind| (*kind).to_owned()).collect(),
                    },
                );
                Kind::Known
            }
            _ => Kind::Known,
        }
    }

    /// The member `id`, and where it stands if it is a good one.
    fn id<'a>(&mut self, parent: &'a At<'_>) -> (String, Option<At<'a>>) {
        let Some((at, id)) = self.string(parent, "id") else {
            return (String::new(), None);
        };
        let length = id.chars().count();
        if id.is_empty() {
            self.at(&at, ProblemKind::Empty);
        } else if length > ID_MAX {
            self.at(
                &at,
                ProblemKind::TooLong {
                    max: ID_MAX,
                    found: length,
                },
            );
        } else if !is_id(id) {
            self.at(
                &at,
                ProblemKind::BadId {
                    found: shortened(id, FOUND_SHOWN),
                },
            );
        } else {
            return (id.to_owned(), Some(at));
        }
        (String::new(), None)
    }

    /// The member `id` of a field or a mark. Both are named in the same places, so no two may share one.
    fn unique_id(&mut self, parent: &At) -> String {
        let (id, at) = self.id(parent);
        if let Some(at) = at {
            match self.ids.get(&id) {
                Some(first) => {
                    let first = first.clone();
                    self.at(&at, ProblemKind::DuplicateId { first });
                }
                None => {
                    self.ids.insert(id.clone(), at.trail.path());
                }
            }
        }
        id
    }

    fn text(&mut self, parent: &At, key: &str, max: usize) -> String {
        match self.member(parent, key) {
            Some(at) => self.text_at(&at, max),
            None => String::new(),
        }
    }

    fn optional_text(&mut self, parent: &At, key: &str, max: usize) -> Option<String> {
        parent.get(key).map(|at| self.text_at(&at, max))
    }

    /// A list of texts; `None` where it is no list.
    fn texts(
        &mut self,
        parent: &At,
        key: &str,
        count: std::ops::RangeInclusive<usize>,
        max: usize,
    ) -> Option<Vec<String>> {
        let at = self.member(parent, key)?;
        let items = self.list(&at, count)?;
        Some(items.iter().map(|item| self.text_at(item, max)).collect())
    }

    fn optional_texts(&mut self, parent: &At, key: &str, max: usize) -> Vec<String> {
        match parent.get(key) {
            Some(_) => self.texts(parent, key, 0..=LIST_MAX, max).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    fn objects<T>(
        &mut self,
        parent: &At,
        key: &str,
        most: usize,
        mut read: impl FnMut(&mut Self, &At) -> T,
    ) -> Vec<T> {
        let Some(at) = self.member(parent, key) else {
            return Vec::new();
        };
        let items = self.list(&at, 1..=most).unwrap_or_default();
        let mut read_items = Vec::with_capacity(items.len());
        for item in &items {
            if item.node.kind() == json::Kind::Object {
                read_items.push(read(self, item));
            } else {
                let found = item.node.kind();
                self.at(
                    item,
                    ProblemKind::WrongType {
                        expected: json::Kind::Object,
                        found,
                    },
                );
            }
        }
        read_items
    }

    /// The items of a list, no more than it may have.
    fn list<'a>(&mut self, at: &'a At<'_>, count: std::ops::RangeInclusive<usize>) -> Option<Vec<At<'a>>> {
        let Value::Array(items) = &at.node.value else {
            let found = at.node.kind();
            self.at(
                at,
                ProblemKind::WrongType {
                    expected: json::Kind::Array,
                    found,
                },
            );
            return None;
        };
        let (min, max) = (*count.start(), *count.end());
        if !count.contains(&items.len()) {
            self.at(
                at,
                ProblemKind::Count {
                    min,
                    max,
                    found: items.len(),
                },
            );
        }
        let items = items.iter().take(max).enumerate();
        Some(
            items
                .map(|(index, node)| At {
                    node,
                    trail: at.trail.index(index),
                })
                .collect(),
        )
    }

    fn text_at(&mut self, at: &At, max: usize) -> String {
        let Value::String(text) = &at.node.value else {
            let found = at.node.kind();
            self.at(
                at,
                ProblemKind::WrongType {
                    expected: json::Kind::String,
                    found,
                },
            );
            return String::new();
        };
        if let Some(found) = text.chars().find(|&c| is_invisible(c)) {
            self.at(at, ProblemKind::Invisible { found });
        } else if text.trim().is_empty() {
            self.at(at, ProblemKind::Empty);
        } else if text.len() > max && text.chars().count() > max {
            let found = text.chars().count();
            self.at(at, ProblemKind::TooLong { max, found });
        }
        text.clone().into_owned()
    }

    fn string<'a>(&mut self, parent: &'a At<'_>, key: &'a str) -> Option<(At<'a>, &'a str)> {
        let at = self.member(parent, key)?;
        match &at.node.value {
            Value::String(text) => Some((at, text)),
            _ => {
                let found = at.node.kind();
                self.at(
                    &at,
                    ProblemKind::WrongType {
                        expected: json::Kind::String,
                        found,
                    },
                );
                None
            }
        }
    }

    fn member<'a>(&mut self, parent: &'a At<'_>, key: &'a str) -> Option<At<'a>> {
        let member = parent.get(key);
        if member.is_none() {
            let path = parent.trail.key(key).path();
            self.report(parent.node.place, path, ProblemKind::Missing);
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
