//! JSON as it comes from a file: its size, encoding and depth, and what serde_json says against it as a [`Problem`] with
//! line, column and path. Knows no format.

use crate::core::problem::{Expected, Path, Position, Problem, ProblemKind, SyntaxErrorKind};
use serde::Deserialize;
use serde_path_to_error::Segment;

/// How many arrays and objects may stand inside each other.
pub(super) const DEPTH: usize = 32;

/// The text that `bytes` hold, at most `limit` of them.
///
/// # Errors
/// They are more, or no UTF-8.
pub(super) fn text(bytes: &[u8], limit: usize) -> Result<&str, Problem> {
    let problem = |before: &str, kind| Problem {
        position: Position::after(before),
        path: Path::default(),
        kind: ProblemKind::Syntax(kind),
    };
    if bytes.len() > limit {
        return Err(problem("", SyntaxErrorKind::TooLarge { limit }));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        problem(&good, SyntaxErrorKind::NotUtf8)
    })
}

/// Where `text` goes deeper than [`DEPTH`]. Brackets are counted as they come, so it holds for a text that is no JSON too.
pub(super) fn too_deep(text: &str) -> Option<Problem> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    let at = text.bytes().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEPTH
    })?;
    Some(Problem {
        position: Position::after(&text[..at]),
        path: Path::default(),
        kind: ProblemKind::Syntax(SyntaxErrorKind::TooDeep { limit: DEPTH }),
    })
}

/// What the grammar has against `text`, which was read as a `T` when `error` came; nothing where the grammar has nothing
/// against it.
pub(super) fn syntax<'t, T: Deserialize<'t>>(text: &'t str, error: &serde_json::Error) -> Option<Problem> {
    if error.is_data() {
        return None;
    }
    let message = error.to_string();
    if message.starts_with("recursion limit") {
        return too_deep(text);
    }
    let offset = match error.is_eof() {
        true => text.len(),
        false => offset(text, error.line(), error.column()),
    };
    Some(Problem {
        position: Position::after(&text[..offset]),
        path: path(&segments::<T>(text)),
        kind: ProblemKind::Syntax(syntax_kind(&message, text[offset..].chars().next())),
    })
}

/// What serde_json's words mean; `found` is the character that they are about. Words of a later version that are not known
/// here say of that character that it cannot stand there.
fn syntax_kind(message: &str, found: Option<char>) -> SyntaxErrorKind {
    let begins = |words: &[&str]| words.iter().any(|words| message.starts_with(words));
    let Some(found) = found else {
        return SyntaxErrorKind::UnexpectedEnd;
    };
    if begins(&["control character"]) {
        return SyntaxErrorKind::ControlInString;
    }
    if begins(&["invalid number", "number out of range"]) {
        return SyntaxErrorKind::BadNumber;
    }
    if begins(&[
        "invalid escape",
        "invalid unicode code point",
        "lone leading surrogate",
        "unexpected end of hex escape",
    ]) {
        return SyntaxErrorKind::BadEscape;
    }
    if found == '\u{feff}' {
        return SyntaxErrorKind::ByteOrderMark;
    }
    let key = begins(&["key must be a string"]) || begins(&["trailing comma"]) && found == '}';
    let expected = match message {
        _ if key => Expected::Key,
        _ if begins(&["expected `:`"]) => Expected::Colon,
        _ if begins(&["expected `,` or `]`"]) => Expected::CommaOrBracket,
        _ if begins(&["expected `,` or `}`"]) => Expected::CommaOrBrace,
        _ if begins(&["trailing characters"]) => Expected::End,
        _ => Expected::Value,
    };
    SyntaxErrorKind::Unexpected { found, expected }
}

/// The offset in bytes of the character at serde_json's line and column, which counts bytes and calls the first of a line 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let line = text.split_inclusive('\n').take(line.saturating_sub(1));
    let line_start: usize = line.map(str::len).sum();
    let at = (line_start + column).saturating_sub(1).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The way to the value that a `T` was being read from when the reading of `text` failed; the root where it does not fail.
pub(super) fn segments<'t, T: Deserialize<'t>>(text: &'t str) -> Vec<Segment> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize::<_, T>(&mut reader);
    read.err()
        .map_or_else(Vec::new, |error| error.path().iter().cloned().collect())
}

/// The same as a [`Path`].
pub(super) fn path(segments: &[Segment]) -> Path {
    segments
        .iter()
        .fold(Path::default(), |path, segment| match segment {
            Segment::Seq { index } => path.index(*index),
            Segment::Map { key } => path.key(key),
            Segment::Enum { .. } | Segment::Unknown => path,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Line, column, path and kind of the first fault of a text that is no JSON.
    fn fault(text: &str) -> (u32, u32, String, SyntaxErrorKind) {
        let error = serde_json::from_str::<Value>(text).unwrap_err();
        let problem = syntax::<Value>(text, &error).unwrap();
        let ProblemKind::Syntax(kind) = problem.kind else {
            panic!("{problem:?}");
        };
        let Position { line, column } = problem.position;
        (line, column, problem.path.to_string(), kind)
    }

    fn unexpected(found: char, expected: Expected) -> SyntaxErrorKind {
        SyntaxErrorKind::Unexpected { found, expected }
    }

    #[test]
    fn a_syntax_error_names_the_character_what_was_wanted_and_the_value_it_was_in() {
        use Expected::*;
        let cases: &[(&str, u32, u32, &str, SyntaxErrorKind)] = &[
            ("", 1, 1, "", SyntaxErrorKind::UnexpectedEnd),
            (" \n ", 2, 2, "", SyntaxErrorKind::UnexpectedEnd),
            ("[1,]", 1, 4, "", unexpected(']', Value)),
            ("[1 2]", 1, 4, "", unexpected('2', CommaOrBracket)),
            ("[1", 1, 3, "", SyntaxErrorKind::UnexpectedEnd),
            ("{\"a\": 1,}", 1, 9, "", unexpected('}', Key)),
            ("{a: 1}", 1, 2, "", unexpected('a', Key)),
            ("{\"a\" 1}", 1, 6, "", unexpected('1', Colon)),
            ("{\"a\": 1 \"b\": 2}", 1, 9, "", unexpected('"', CommaOrBrace)),
            (
                "{\"a\":\n [{\"b\": tru}]}",
                2,
                12,
                "a[0].b",
                unexpected('}', Value),
            ),
            ("{\"a\": nul", 1, 10, "a", SyntaxErrorKind::UnexpectedEnd),
            ("{\"a\": \"x", 1, 9, "a", SyntaxErrorKind::UnexpectedEnd),
            ("{} // done", 1, 4, "", unexpected('/', End)),
            ("1 2", 1, 3, "", unexpected('2', End)),
            ("[1, 01]", 1, 6, "[1]", SyntaxErrorKind::BadNumber),
            ("[\"æø\ncd\"]", 1, 5, "[0]", SyntaxErrorKind::ControlInString),
            ("{\"\u{1b}[2J \": x}", 1, 3, "", SyntaxErrorKind::ControlInString),
            (
                "{\"\\u001b[2J\": x}",
                1,
                15,
                "[\"\\u{1b}[2J\"]",
                unexpected('x', Value),
            ),
        ];
        let wrong = cases.iter().filter_map(|(text, line, column, path, kind)| {
            let (found, expected) = (fault(text), (*line, *column, (*path).to_owned(), *kind));
            (found != expected).then(|| format!("{text:?}: {found:?}, not {expected:?}"))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn half_a_surrogate_pair_and_an_unknown_escape_are_told_as_escapes() {
        for text in [
            r#""\uD83D""#,
            r#""\uDE00""#,
            r#""\uD83D\u0041""#,
            r#""\uD83Dx""#,
            r#""\x""#,
            r#""\u12G4""#,
        ] {
            assert_eq!(fault(text).3, SyntaxErrorKind::BadEscape, "{text}");
        }
    }

    #[test]
    fn depth_is_how_far_inside_and_not_how_many_and_brackets_in_texts_are_none() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(too_deep(&nested(DEPTH)), None);
        let at = |text: &str| too_deep(text).unwrap().position.column;
        assert_eq!(at(&nested(DEPTH + 1)), 33);
        assert_eq!(at(&"[".repeat(1_000_000)), 33);
        assert_eq!(too_deep(&format!("[{}[]]", "[],".repeat(1000))), None);
        assert_eq!(too_deep(&format!("[\"\\\"{}\"]", "[".repeat(100))), None);
        assert_eq!(at(&format!("[\"\\\\\"{}]", "[".repeat(100))), 37);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

        #[test]
        fn anything_that_is_no_json_is_told_within_its_lines(text in r#"[\[\]{}",:\\u0-9eE+.tfn æ\n-]{0,60}"#) {
            if let Err(error) = serde_json::from_str::<Value>(&text)
                && let Some(problem) = syntax::<Value>(&text, &error)
            {
                let lines = text.matches('\n').count() as u32 + 1;
                proptest::prop_assert!((1..=lines).contains(&problem.position.line));
                proptest::prop_assert!(problem.position.column >= 1);
            }
        }
    }
}
