//! JSON as a tree that knows where everything stands, for saying all that is wrong with a file at once. `jsonc_parser`
//! makes the tree, and is given only what serde_json has read, which holds to the grammar where this one is lenient.

use super::json;
use crate::core::problem::{Kind, Path, Position, Problem, ProblemKind};
use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{NullKeyword, ObjectPropName},
    common::{Range, Ranged},
    parse_to_ast,
};
use std::collections::HashSet;

pub(super) use jsonc_parser::ast::Value;

/// How many repeated keys are listed before the rest are left out.
pub const DUPLICATES_LISTED: usize = 100;

/// The way down to a value, each part pointing to the one above: made for every value that is looked at, and written out
/// as a [`Path`] only where there is something to say of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum PathRef<'a> {
    /// The root.
    Root,
    /// The member of this name.
    Key(&'a PathRef<'a>, &'a str),
    /// The item at this index, counted from 0.
    Index(&'a PathRef<'a>, usize),
}

impl<'a> PathRef<'a> {
    /// The member `key` of this object.
    pub(super) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    /// The item `index`, counted from 0, of this array.
    pub(super) fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// The value at the end of the way.
    fn find<'v, 't>(&self, root: &'v Value<'t>) -> Option<&'v Value<'t>> {
        match self {
            Self::Root => Some(root),
            Self::Key(above, key) => member(above.find(root)?, key),
            Self::Index(above, index) => above.find(root)?.as_array()?.elements.get(*index),
        }
    }

    /// Written out.
    pub(super) fn path(&self) -> Path {
        match self {
            Self::Root => Path::default(),
            Self::Key(above, key) => above.path().key(key),
            Self::Index(above, index) => above.path().index(*index),
        }
    }
}

/// The values of one text.
pub(super) struct Document<'t> {
    text: &'t str,
    /// The one value of the text.
    pub(super) root: Value<'t>,
}

impl<'t> Document<'t> {
    /// The values of `text`.
    ///
    /// # Errors
    /// It is no JSON, or too deep.
    pub(super) fn read(text: &'t str) -> Result<Self, Problem> {
        if let Some(problem) = json::too_deep(text) {
            return Err(problem);
        }
        if let Err(error) = serde_json::from_str::<serde_json::Value>(text)
            && let Some(problem) = json::syntax::<serde_json::Value>(text, &error)
        {
            return Err(problem);
        }
        Ok(Self::read_again(text))
    }

    /// The values of a `text` that serde_json has read already.
    pub(super) fn read_again(text: &'t str) -> Self {
        let strict = ParseOptions {
            allow_comments: false,
            ..ParseOptions::default()
        };
        let read = parse_to_ast(text, &CollectOptions::default(), &strict);
        // a test holds the two to the same texts; a hostile one that tells them apart is taken for nothing
        let nothing = || {
            Value::NullKeyword(NullKeyword {
                range: Range::new(0, 0),
            })
        };
        let root = read.ok().and_then(|read| read.value).unwrap_or_else(nothing);
        Self { text, root }
    }

    /// A problem with the value, or the key, that stands at `at`.
    pub(super) fn problem(&self, at: &impl Ranged, path: Path, kind: ProblemKind) -> Problem {
        Problem {
            position: Position::after(&self.text[..at.start()]),
            path,
            kind,
        }
    }

    /// A problem with the value at the end of `path`; of one that is not there, at the beginning.
    pub(super) fn problem_at(&self, path: &PathRef, kind: ProblemKind) -> Problem {
        let value = path.find(&self.root).unwrap_or(&self.root);
        self.problem(value, path.path(), kind)
    }

    /// Every key that its object had before, in the order of the file; at most [`DUPLICATES_LISTED`].
    pub(super) fn duplicates(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        self.find_duplicates(&self.root, &PathRef::Root, &mut found);
        found
    }

    fn find_duplicates(&self, value: &Value, path: &PathRef, found: &mut Vec<Problem>) {
        match value {
            Value::Object(object) => {
                let mut keys = HashSet::new();
                for member in &object.properties {
                    let (key, path) = (member.name.as_str(), path.key(member.name.as_str()));
                    if !keys.insert(key) && found.len() < DUPLICATES_LISTED {
                        let name: &dyn Ranged = match &member.name {
                            ObjectPropName::String(name) => name,
                            ObjectPropName::Word(name) => name,
                        };
                        found.push(self.problem(&name.range(), path.path(), ProblemKind::DuplicateKey));
                    }
                    self.find_duplicates(&member.value, &path, found);
                }
            }
            Value::Array(array) => {
                for (index, item) in array.elements.iter().enumerate() {
                    self.find_duplicates(item, &path.index(index), found);
                }
            }
            _ => {}
        }
    }
}

/// The member `key` of an object; of a repeated key, the first. `None` for anything but an object too.
pub(super) fn member<'a, 't>(value: &'a Value<'t>, key: &str) -> Option<&'a Value<'t>> {
    Some(&value.as_object()?.get(key)?.value)
}

/// What kind of value it is.
pub(super) fn kind(value: &Value) -> Kind {
    match value {
        Value::NullKeyword(_) => Kind::Null,
        Value::BooleanLit(_) => Kind::Bool,
        Value::NumberLit(_) => Kind::Number,
        Value::StringLit(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<(u32, u32, String)> {
        let document = Document::read(text).unwrap();
        let duplicates = document.duplicates();
        duplicates
            .iter()
            .map(|problem| {
                (
                    problem.position.line,
                    problem.position.column,
                    problem.path.to_string(),
                )
            })
            .collect()
    }

    #[test]
    fn every_repeated_key_is_told_with_its_position_and_path() {
        let found =
            places("{\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}],\r\n \"\\u0061\": 3, \"æ\": 4, \"æ\": 4}");
        let expected = [(1, 25, "b[0].c"), (2, 2, "a"), (2, 23, "æ")];
        assert_eq!(
            found,
            expected.map(|(line, column, path)| (line, column, path.to_owned()))
        );
        let many = format!("{{{}\"k\":0}}", "\"k\":0,".repeat(100_000));
        assert_eq!(places(&many).len(), DUPLICATES_LISTED);
    }

    #[test]
    fn a_stranger_s_keys_make_no_path_long_or_dangerous() {
        let (fields, blank, turned) = (PathRef::Root.key("fields"), "a b", "\u{202e}");
        let (fields, long) = (fields.index(3), "k".repeat(100_000));
        let (blank, empty) = (fields.key(blank), "");
        let (empty, turned) = (blank.key(empty), turned);
        assert_eq!(
            empty.key(turned).key("ø-1_a").path().as_str(),
            "fields[3][\"a b\"][\"\"][\"\\u{202e}\"].ø-1_a"
        );
        assert_eq!(PathRef::Root.key(&long).path().as_str(), "k".repeat(40) + "…");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

        #[test]
        fn whatever_serde_json_reads_becomes_a_tree(text in r#"[\[\]{}",:\\u0-9eE+.tfn æ/-]{0,60}"#) {
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            proptest::prop_assert_eq!(Document::read(&text).is_ok(), theirs.is_ok());
        }

        #[test]
        fn whatever_serde_json_writes_becomes_a_tree(keys: Vec<String>, words: Vec<String>, number: f64) {
            let members = keys.into_iter().map(|key| (key, serde_json::json!([words, number, null, true])));
            let value = serde_json::Value::Object(members.collect());
            let text = serde_json::to_string_pretty(&value).unwrap();
            let document = Document::read(&text).unwrap();
            let text_of = |value: &Value| value.as_string_lit().map(|text| text.value.to_string());
            for (key, items) in value.as_object().unwrap() {
                let read = member(&document.root, key).unwrap().as_array().unwrap();
                let read: Vec<_> = read.elements[0].as_array().unwrap().elements.iter().map(text_of).collect();
                let written = items[0].as_array().unwrap().iter().map(|word| word.as_str().map(str::to_owned));
                proptest::prop_assert_eq!(read, written.collect::<Vec<_>>());
            }
        }
    }
}
