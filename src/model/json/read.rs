//! The reading itself: a descent through the grammar of RFC 8259, one character at a time.

use std::collections::HashSet;

use super::{
    DUPLICATES_LISTED, Document, Duplicate, Expected, Limits, Member, Node, Path, Place, SyntaxError,
    SyntaxErrorKind, Value,
};

/// Reads one JSON value.
///
/// # Errors
/// The first fault, with its place: nothing after it can be trusted.
pub fn parse(bytes: &[u8], limits: Limits) -> Result<Document, SyntaxError> {
    let start = Place { line: 1, column: 1 };
    let at = |place, kind| SyntaxError {
        place,
        path: Path::default(),
        kind,
    };
    if bytes.len() > limits.bytes {
        return Err(at(start, SyntaxErrorKind::TooLarge { limit: limits.bytes }));
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(at(start, SyntaxErrorKind::ByteOrderMark));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        at(good.chars().fold(start, after), SyntaxErrorKind::NotUtf8)
    })?;
    let mut reader = Reader {
        rest: text,
        place: start,
        path: Path::default(),
        depth: 0,
        limits,
        duplicates: Vec::new(),
    };
    reader.space();
    let root = reader.value()?;
    reader.space();
    match reader.peek() {
        None => Ok(Document {
            root,
            duplicates: reader.duplicates,
        }),
        Some(_) => Err(reader.unexpected(Expected::End)),
    }
}

/// The place after `c`.
fn after(place: Place, c: char) -> Place {
    if c == '\n' {
        Place {
            line: place.line + 1,
            column: 1,
        }
    } else {
        Place {
            column: place.column + 1,
            ..place
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    place: Place,
    path: Path,
    depth: usize,
    limits: Limits,
    duplicates: Vec<Duplicate>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        self.place = after(self.place, c);
        Some(c)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.bump();
        }
    }

    fn error(&self, place: Place, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            place,
            path: self.path.clone(),
            kind,
        }
    }

    fn unexpected(&self, expected: Expected) -> SyntaxError {
        let kind = match self.peek() {
            Some(found) => SyntaxErrorKind::Unexpected { found, expected },
            None => SyntaxErrorKind::UnexpectedEnd,
        };
        self.error(self.place, kind)
    }

    fn value(&mut self) -> Result<Node, SyntaxError> {
        let place = self.place;
        let value = match self.peek() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::array)?,
            Some('"') => Value::String(self.string()?),
            Some('-' | '0'..='9') => Value::Number(self.number()?),
            Some('t') => self.word("true", Value::Bool(true))?,
            Some('f') => self.word("false", Value::Bool(false))?,
            Some('n') => self.word("null", Value::Null)?,
            _ => return Err(self.unexpected(Expected::Value)),
        };
        Ok(Node { place, value })
    }

    fn nested(
        &mut self,
        inner: impl FnOnce(&mut Self) -> Result<Value, SyntaxError>,
    ) -> Result<Value, SyntaxError> {
        if self.depth == self.limits.depth {
            return Err(self.error(
                self.place,
                SyntaxErrorKind::TooDeep {
                    limit: self.limits.depth,
                },
            ));
        }
        self.depth += 1;
        self.bump();
        let value = inner(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Result<Value, SyntaxError> {
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(']') {
            self.bump();
            return Ok(Value::Array(items));
        }
        let outer = self.path.0.len();
        loop {
            self.space();
            self.path.push_index(items.len());
            items.push(self.value()?);
            self.path.0.truncate(outer);
            self.space();
            match self.peek() {
                Some(',') => self.bump(),
                Some(']') => {
                    self.bump();
                    return Ok(Value::Array(items));
                }
                _ => return Err(self.unexpected(Expected::CommaOrBracket)),
            };
        }
    }

    fn object(&mut self) -> Result<Value, SyntaxError> {
        let mut members: Vec<Member> = Vec::new();
        let mut seen = HashSet::new();
        self.space();
        if self.peek() == Some('}') {
            self.bump();
            return Ok(Value::Object(members));
        }
        let outer = self.path.0.len();
        loop {
            self.space();
            let place = self.place;
            if self.peek() != Some('"') {
                return Err(self.unexpected(Expected::Key));
            }
            let key = self.string()?;
            self.path.push_key(&key);
            if !seen.insert(key.clone()) && self.duplicates.len() < DUPLICATES_LISTED {
                self.duplicates.push(Duplicate {
                    place,
                    path: self.path.clone(),
                });
            }
            self.space();
            if self.peek() != Some(':') {
                return Err(self.unexpected(Expected::Colon));
            }
            self.bump();
            self.space();
            let node = self.value()?;
            self.path.0.truncate(outer);
            members.push(Member { place, key, node });
            self.space();
            match self.peek() {
                Some(',') => self.bump(),
                Some('}') => {
                    self.bump();
                    return Ok(Value::Object(members));
                }
                _ => return Err(self.unexpected(Expected::CommaOrBrace)),
            };
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, SyntaxError> {
        let start = self.place;
        let length = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(self.rest.len());
        if &self.rest[..length] != word {
            let cut = length == self.rest.len() && word.starts_with(self.rest);
            let found = self.peek().unwrap_or_default();
            let kind = if cut {
                SyntaxErrorKind::UnexpectedEnd
            } else {
                SyntaxErrorKind::Unexpected {
                    found,
                    expected: Expected::Value,
                }
            };
            return Err(self.error(start, kind));
        }
        for _ in 0..length {
            self.bump();
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<String, SyntaxError> {
        let start = self.place;
        let length = self
            .rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-')))
            .unwrap_or(self.rest.len());
        let digits = self.rest[..length].to_owned();
        if !is_number(&digits) {
            return Err(self.error(start, SyntaxErrorKind::BadNumber));
        }
        for _ in 0..length {
            self.bump();
        }
        Ok(digits)
    }

    /// Reads a string from its opening quote to its closing one.
    fn string(&mut self) -> Result<String, SyntaxError> {
        let mut text = String::new();
        self.bump();
        loop {
            let place = self.place;
            match self.bump() {
                None => return Err(self.error(place, SyntaxErrorKind::UnexpectedEnd)),
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escape(place)?),
                Some(c) if c < ' ' => return Err(self.error(place, SyntaxErrorKind::ControlInString)),
                Some(c) => text.push(c),
            }
        }
    }

    /// Reads what follows a backslash; a fault is shown at the backslash, `place`.
    fn escape(&mut self, place: Place) -> Result<char, SyntaxError> {
        let bad = |reader: &Self| reader.error(place, SyntaxErrorKind::BadEscape);
        Ok(match self.bump() {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let mut units = vec![self.hex().ok_or_else(|| bad(self))?];
                // The first half of a pair stands for nothing without its second.
                if (0xD800..0xDC00).contains(&units[0]) && self.rest.starts_with("\\u") {
                    self.bump();
                    self.bump();
                    units.push(self.hex().ok_or_else(|| bad(self))?);
                }
                match char::decode_utf16(units)
                    .collect::<Result<Vec<_>, _>>()
                    .as_deref()
                {
                    Ok([c]) => *c,
                    _ => return Err(bad(self)),
                }
            }
            _ => return Err(bad(self)),
        })
    }

    /// Four hexadecimal digits.
    fn hex(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek()?.to_digit(16)?;
            self.bump();
            unit = unit * 16 + u16::try_from(digit).ok()?;
        }
        Some(unit)
    }
}

/// Whether `text` is a number of RFC 8259, section 6.
fn is_number(text: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (rest, exponent) = match text.split_once(['e', 'E']) {
        Some((rest, exponent)) => (rest, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match rest.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (rest, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        parse(text.as_bytes(), Limits::FILE).unwrap()
    }

    /// Line, column, path and kind of the first fault.
    fn fault(bytes: impl AsRef<[u8]>) -> (usize, usize, String, SyntaxErrorKind) {
        let error = parse(bytes.as_ref(), Limits::FILE).unwrap_err();
        (
            error.place.line,
            error.place.column,
            error.path.to_string(),
            error.kind,
        )
    }

    fn unexpected(found: char, expected: Expected) -> SyntaxErrorKind {
        SyntaxErrorKind::Unexpected { found, expected }
    }

    #[test]
    fn every_value_knows_its_line_and_column_in_characters() {
        let root = read("{\r\n  \"æøå\": [1,\t\"é\", {}],\n\"b\":null}").root;
        let place = |node: &Node| (node.place.line, node.place.column);
        assert_eq!(place(&root), (1, 1));
        let Value::Object(members) = &root.value else {
            panic!()
        };
        assert_eq!((members[0].place.line, members[0].place.column), (2, 3));
        let list = root.get("æøå").unwrap();
        assert_eq!(place(list), (2, 10));
        let Value::Array(items) = &list.value else {
            panic!()
        };
        assert_eq!(
            items.iter().map(place).collect::<Vec<_>>(),
            [(2, 11), (2, 14), (2, 19)]
        );
        assert_eq!(place(root.get("b").unwrap()), (3, 5));
    }

    #[test]
    fn numbers_keep_every_digit_they_were_written_with() {
        for digits in [
            "0",
            "-0",
            "123456789012345678901234567890",
            "1.50",
            "-2E+10",
            "1e5",
            "0.1e-999",
        ] {
            let root = read(digits).root;
            assert_eq!(root.value, Value::Number(digits.into()));
            assert_eq!(serde_json::Value::from(&root).to_string(), digits);
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for digits in [
            "01", "-", "1.", ".5", "+1", "1e", "1e+", "0x10", "1.2.3", "--1", "NaN", "1_000", "-a",
        ] {
            assert!(parse(digits.as_bytes(), Limits::FILE).is_err(), "{digits}");
        }
        assert_eq!(fault("[1, 01]"), (1, 5, "[1]".into(), SyntaxErrorKind::BadNumber));
    }

    #[test]
    fn escapes_are_undone_and_half_a_surrogate_pair_is_refused() {
        let text = r#""\"\\\/\b\f\n\r\t\u00e6\uD83D\uDE00é""#;
        assert_eq!(
            read(text).root.value,
            Value::String("\"\\/\u{8}\u{c}\n\r\tæ😀é".into())
        );
        for text in [
            r#""\uD83D""#,
            r#""\uDE00""#,
            r#""\uD83D\u0041""#,
            r#""\uD83Dx""#,
            r#""\x""#,
            r#""\u12G4""#,
            r#""\u12"#,
        ] {
            assert_eq!(
                fault(text),
                (1, 2, String::new(), SyntaxErrorKind::BadEscape),
                "{text}"
            );
        }
    }

    #[test]
    fn a_line_break_within_a_string_is_refused_where_it_stands() {
        assert_eq!(
            fault("[\"ab\ncd\"]"),
            (1, 5, "[0]".into(), SyntaxErrorKind::ControlInString)
        );
        let control = parse(b"\"\x1F\"", Limits::FILE);
        assert!(control.is_err(), "the last control character that JSON forbids");
        assert!(parse(b"\"\x20\x7F\"", Limits::FILE).is_ok());
    }

    #[test]
    fn every_repeated_key_is_reported_with_its_place_and_path_and_the_first_is_read() {
        let document = read("{\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}],\n \"\\u0061\": 3, \"a\": 4}");
        let listed: Vec<_> = document
            .duplicates
            .iter()
            .map(|d| (d.place.line, d.place.column, d.path.as_str()))
            .collect();
        assert_eq!(listed, [(1, 25, "b[0].c"), (2, 2, "a"), (2, 15, "a")]);
        assert_eq!(document.root.get("a").unwrap().value, Value::Number("1".into()));
        assert_eq!(serde_json::Value::from(&document.root)["a"], 1);
    }

    #[test]
    fn members_keep_their_order_on_the_way_to_serde_json() {
        let text = r#"{"z":1,"a":{"y":[true,false,null,"x"],"b":{}}}"#;
        assert_eq!(serde_json::Value::from(&read(text).root).to_string(), text);
    }

    #[test]
    fn a_syntax_error_names_the_character_what_was_wanted_and_the_value_it_was_in() {
        use Expected::*;
        let cases: &[(&str, usize, usize, &str, SyntaxErrorKind)] = &[
            ("", 1, 1, "", SyntaxErrorKind::UnexpectedEnd),
            (" \n ", 2, 2, "", SyntaxErrorKind::UnexpectedEnd),
            ("[1,]", 1, 4, "[1]", unexpected(']', Value)),
            ("[1 2]", 1, 4, "", unexpected('2', CommaOrBracket)),
            ("[1", 1, 3, "", SyntaxErrorKind::UnexpectedEnd),
            ("{\"a\": 1,}", 1, 9, "", unexpected('}', Key)),
            ("{a: 1}", 1, 2, "", unexpected('a', Key)),
            ("{\"a\" 1}", 1, 6, "a", unexpected('1', Colon)),
            ("{\"a\": 1 \"b\": 2}", 1, 9, "", unexpected('"', CommaOrBrace)),
            (
                "{\"a\":\n [{\"b\": tru}]}",
                2,
                9,
                "a[0].b",
                unexpected('t', Value),
            ),
            ("{\"a\": nul", 1, 7, "a", SyntaxErrorKind::UnexpectedEnd),
            ("{\"a\": \"x", 1, 9, "a", SyntaxErrorKind::UnexpectedEnd),
            ("{} // done", 1, 4, "", unexpected('/', End)),
            ("1 2", 1, 3, "", unexpected('2', End)),
            ("{\"\u{1b}[2J \": x}", 1, 3, "", SyntaxErrorKind::ControlInString),
            (
                "{\"\\u001b[2J\": x}",
                1,
                15,
                "[\"\\u{1b}[2J\"]",
                unexpected('x', Value),
            ),
        ];
        for (text, line, column, path, kind) in cases {
            assert_eq!(fault(text), (*line, *column, (*path).into(), *kind), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_refused_at_its_first_bad_byte() {
        assert_eq!(
            fault(b"{\n \"\xC3\xA6\": \"\xE6\"}"),
            (2, 8, String::new(), SyntaxErrorKind::NotUtf8)
        );
        assert_eq!(
            fault(b"\xFF\xFE{\0}\0"),
            (1, 1, String::new(), SyntaxErrorKind::NotUtf8)
        );
    }

    #[test]
    fn a_byte_order_mark_is_refused_by_name() {
        assert_eq!(
            fault("\u{feff}{}"),
            (1, 1, String::new(), SyntaxErrorKind::ByteOrderMark)
        );
    }

    #[test]
    fn depth_and_size_are_accepted_up_to_their_limits_and_refused_beyond() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(nested(32).as_bytes(), Limits::FILE).is_ok());
        assert_eq!(
            fault(nested(33)),
            (1, 33, "[0]".repeat(32), SyntaxErrorKind::TooDeep { limit: 32 })
        );
        assert_eq!(
            fault("[".repeat(1_000_000)).3,
            SyntaxErrorKind::TooDeep { limit: 32 }
        );
        // Depth is how far inside, not how many.
        assert!(parse(format!("[{}[]]", "[],".repeat(1000)).as_bytes(), Limits::FILE).is_ok());
        let filled = |bytes: usize| format!("\"{}\"", "x".repeat(bytes - 2));
        assert!(parse(filled(1024 * 1024).as_bytes(), Limits::FILE).is_ok());
        let limit = 1024 * 1024;
        assert_eq!(
            fault(filled(limit + 1)),
            (1, 1, String::new(), SyntaxErrorKind::TooLarge { limit })
        );
    }

    #[test]
    fn a_stranger_s_keys_make_no_path_long_or_dangerous() {
        let path = Path::default()
            .key("fields")
            .index(3)
            .key("a b")
            .key("")
            .key("\u{202e}")
            .key("ø-1_a");
        assert_eq!(path.as_str(), "fields[3][\"a b\"][\"\"][\"\\u{202e}\"].ø-1_a");
        let long = Path::default().key(&"k".repeat(100_000));
        assert_eq!(long.as_str(), "k".repeat(40) + "…");
        let many = format!("{{{}\"k\":0}}", "\"k\":0,".repeat(100_000));
        assert_eq!(read(&many).duplicates.len(), DUPLICATES_LISTED);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_a_value_or_an_error(bytes: Vec<u8>) {
            let _ = parse(&bytes, Limits::FILE);
        }

        #[test]
        fn anything_like_json_gives_a_value_or_an_error(text in r#"[\[\]{}",:\\u0-9eE+.tfn a-]{0,60}"#) {
            let ours = parse(text.as_bytes(), Limits::FILE);
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            proptest::prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
        }

        #[test]
        fn what_serde_json_writes_is_read_back_the_same(keys: Vec<String>, words: Vec<String>, number: i64) {
            let object: serde_json::Map<_, _> =
                keys.into_iter().map(|key| (key, serde_json::json!([words, number, null, true]))).collect();
            let value = serde_json::Value::Object(object);
            let text = serde_json::to_string_pretty(&value).unwrap();
            let document = read(&text);
            proptest::prop_assert_eq!(serde_json::Value::from(&document.root), value);
            proptest::prop_assert!(document.duplicates.is_empty());
        }
    }
}
