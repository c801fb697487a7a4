//! What is wrong with a file that serde could not read into its type: the first fault, with line, column and path. Nothing of
//! this is done while a file is good: the tree that knows the position is made of a bad file alone.

use super::{
    document::{Document, Value, kind, member},
    json,
};
use crate::core::{
    field::{DATE, MOMENT, WHOLE},
    problem::{FOUND_SHOWN, Kind, Problem, ProblemKind, shortened},
};
use serde::Deserialize;
use serde_path_to_error::Segment;

/// The first fault of `text`, which was read as a `T` when `error` came.
pub(super) fn first<'t, T: Deserialize<'t>>(text: &'t str, error: &serde_json::Error) -> Problem {
    if let Some(problem) = json::syntax::<T>(text, error) {
        return problem;
    }
    let document = Document::read_again(text);
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(&*message, |(message, _)| message);
    if message.starts_with("duplicate")
        && let Some(problem) = document.duplicates().into_iter().next()
    {
        return problem;
    }
    let segments = json::segments::<T>(text);
    let path = json::path(&segments);
    let value = segments
        .iter()
        .try_fold(&document.root, |value, segment| match segment {
            Segment::Seq { index } => value.as_array()?.elements.get(*index),
            Segment::Map { key } => member(value, key),
            Segment::Enum { variant } => member(value, variant),
            Segment::Unknown => None,
        });
    let value = value.unwrap_or(&document.root);
    match message.strip_prefix("missing field `") {
        Some(key) => document.problem(value, path.key(key.trim_end_matches('`')), ProblemKind::Missing),
        None => document.problem(value, path, data(message, value)),
    }
}

/// What a `message` of serde means that is about this value. Its last words are what the type expected.
fn data(message: &str, value: &Value) -> ProblemKind {
    let expected = message
        .rsplit_once("expected ")
        .map_or("", |(_, expected)| expected);
    if let (Value::NumberLit(number), Some(bounds)) = (value, expected.strip_prefix(WHOLE))
        && let Some((min, max)) = bounds.split_once(" to ")
        && let (Ok(min), Ok(max)) = (min.parse(), max.parse())
    {
        let found = shortened(number.value, FOUND_SHOWN);
        return ProblemKind::OffScale { found, min, max };
    }
    match (value, expected) {
        (Value::StringLit(_), DATE) => return ProblemKind::NotADate,
        (Value::StringLit(_), MOMENT) => return ProblemKind::NotAMoment,
        _ => {}
    }
    let begins = |words: &[&str]| words.iter().any(|words| expected.starts_with(words));
    let expected = match expected {
        DATE | MOMENT => Kind::String,
        _ if begins(&[WHOLE]) => Kind::Number,
        _ if begins(&["a string", "a borrowed string"]) => Kind::String,
        _ if begins(&["a boolean"]) => Kind::Bool,
        _ if begins(&["a sequence", "a tuple"]) => Kind::Array,
        _ if begins(&["i", "u", "f"]) => Kind::Number,
        _ => Kind::Object,
    };
    let found = kind(value);
    ProblemKind::WrongType { expected, found }
}
