//! A JSON reader that remembers where everything stood: line, column and path, so that a fault in a file can be
//! shown to the person who wrote it. Numbers keep their own digits, and every repeated key is reported.
//!
//! It reads and never writes, and knows nothing of what the values mean. It follows RFC 8259 to the letter: no
//! comments, no trailing commas, no byte order mark. It is made for strangers' files, so size and depth are
//! limited and no input can make it panic.

mod read;

use super::problem::{Kind, Path, Position as Place, SyntaxErrorKind};
use std::borrow::Cow;

pub use read::{parse, parse_each};

/// How much a reader accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest input, in bytes.
    pub bytes: usize,
    /// How many arrays and objects may stand inside each other. The recursion is this deep.
    pub depth: usize,
}

impl Limits {
    /// 1 MiB and 32 levels: what every file of this program keeps within.
    pub const FILE: Self = Self {
        bytes: 1024 * 1024,
        depth: 32,
    };
}

/// How many repeated keys are listed before the rest are left out.
pub const DUPLICATES_LISTED: usize = 100;

/// A [`Path`] on the way down, each part pointing to the one above: made for every value that is looked at, and written
/// out only where there is something to say of it.
#[derive(Clone, Copy, Debug)]
pub enum Trail<'a> {
    /// The root.
    Root,
    /// The member of this name.
    Key(&'a Trail<'a>, &'a str),
    /// The item at this place, counted from 0.
    Index(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    /// The trail of the member `key` of this object.
    pub fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    /// The trail of the item `index`, counted from 0, of this array.
    pub fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// Written out.
    pub fn path(&self) -> Path {
        match self {
            Self::Root => Path::default(),
            Self::Key(above, key) => above.path().key(key),
            Self::Index(above, index) => above.path().index(*index),
        }
    }
}

/// A value and where its first character stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Where the value begins.
    pub place: Place,
    /// The value itself.
    pub value: Value<'t>,
}

/// A JSON value. What the input has as it is meant is not copied from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, exactly as it was written.
    Number(&'t str),
    /// A string, its escapes undone.
    String(Cow<'t, str>),
    /// The items in order.
    Array(Vec<Node<'t>>),
    /// The members in order, repeated keys included.
    Object(Vec<Member<'t>>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<'t> {
    /// The key, its escapes undone.
    pub key: Cow<'t, str>,
    /// The value.
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// What kind of value it is.
    pub fn kind(&self) -> Kind {
        match self.value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Bool,
            Value::Number(_) => Kind::Number,
            Value::String(_) => Kind::String,
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        }
    }

    /// The member `key` of an object; of a repeated key, the first. `None` for anything but an object too.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        match &self.value {
            Value::Object(members) => members.iter().find(|m| m.key == key).map(|m| &m.node),
            _ => None,
        }
    }
}

impl From<&Node<'_>> for serde_json::Value {
    /// The same value without its places: numbers keep their digits, members their order; of a repeated key the
    /// first is kept.
    fn from(node: &Node<'_>) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Bool(b) => Self::Bool(*b),
            Value::Number(digits) => {
                Self::Number(serde_json::Number::from_string_unchecked((*digits).to_owned()))
            }
            Value::String(s) => Self::String(s.clone().into_owned()),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                let mut map = serde_json::Map::new();
                for member in members {
                    map.entry(member.key.clone().into_owned())
                        .or_insert_with(|| Self::from(&member.node));
                }
                Self::Object(map)
            }
        }
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'t> {
    /// The one value of the input.
    pub root: Node<'t>,
    /// Every key that repeats an earlier one of its object, in order; at most [`DUPLICATES_LISTED`].
    pub duplicates: Vec<Duplicate>,
}

/// A key that its object already had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// Where the later key stands.
    pub place: Place,
    /// The path of both.
    pub path: Path,
}

/// Why an input is not JSON, and where that showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The first character that cannot be right.
    pub place: Place,
    /// The innermost value that was being read.
    pub path: Path,
    /// What is wrong.
    pub kind: SyntaxErrorKind,
}
