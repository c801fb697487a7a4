//! The reading itself: a descent through the grammar of RFC 8259. What needs no attention, such as the plain characters
//! of a string, is passed over in one go and kept as a piece of the input.

use std::{borrow::Cow, collections::HashSet};

use super::{
    DUPLICATES_LISTED, Document, Duplicate, Expected, Limits, Member, Node, Path, Place, SyntaxError,
    SyntaxErrorKind, Trail, Value,
};

/// Reads one JSON value.
///
/// # Errors
/// The first fault, with its place: nothing after it can be trusted.
pub fn parse(bytes: &[u8], limits: Limits) -> Result<Document<'_>, SyntaxError> {
    read(bytes, limits, None)
}

/// Reads one JSON value as [`parse`] does, but keeps no items of the array that is the member `of` of the whole: each is
/// handed to `take`, with how many came before it, as soon as it is read. A long file is so never in memory as a tree.
///
/// # Errors
/// As [`parse`]; what was handed over until then is worth nothing.
pub fn parse_each<'t>(
    bytes: &'t [u8],
    limits: Limits,
    of: &str,
    take: &mut dyn FnMut(usize, Node<'t>),
) -> Result<Document<'t>, SyntaxError> {
    read(bytes, limits, Some((of, take)))
}

/// The array whose items are handed over, and who takes them.
type Taker<'r, 't> = (&'r str, &'r mut dyn FnMut(usize, Node<'t>));

fn read<'t>(
    bytes: &'t [u8],
    limits: Limits,
    taker: Option<Taker<'_, 't>>,
) -> Result<Document<'t>, SyntaxError> {
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
        at(Place::after(&good), SyntaxErrorKind::NotUtf8)
    })?;
    let mut reader = Reader {
        text,
        at: 0,
        line: 1,
        line_start: 0,
        hidden: 0,
        depth: 0,
        limits,
        duplicates: Vec::new(),
        items: Vec::new(),
        members: Vec::new(),
        taker,
    };
    reader.space();
    let root = reader.value(&Trail::Root)?;
    reader.space();
    match reader.peek() {
        None => Ok(Document {
            root,
            duplicates: reader.duplicates,
        }),
        Some(_) => Err(reader.unexpected(&Trail::Root, Expected::End)),
    }
}

/// How many of the first bytes stand for themselves in a string, alone or as parts of characters: up to a control
/// character, a quote or a backslash. Eight bytes are looked at together, each in a lane of a word: the lowest lane that
/// one of the three subtractions borrows in is the first such byte.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let below = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word;
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk() {
        let word = u64::from_le_bytes(*eight);
        let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        let special = (below(word, 0x20) | is(b'"') | is(b'\\')) & (ONES * 0x80);
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes[at..].iter();
    at + rest
        .take_while(|byte| !matches!(byte, ..0x20 | b'"' | b'\\'))
        .count()
}

/// The most members of an object that a key is compared with one by one; among more it is looked up.
const FEW: usize = 16;

struct Reader<'r, 't> {
    text: &'t str,
    /// What is read next, in bytes.
    at: usize,
    line: u32,
    /// Where the line begins, in bytes.
    line_start: usize,
    /// How many more bytes than characters the line has had.
    hidden: usize,
    depth: usize,
    limits: Limits,
    duplicates: Vec<Duplicate>,
    /// The items of the arrays that are open, the outermost first. Each array takes its own when it ends, so that none
    /// has room for more than it holds.
    items: Vec<Node<'t>>,
    /// The members of the objects that are open, likewise.
    members: Vec<Member<'t>>,
    taker: Option<Taker<'r, 't>>,
}

impl<'t> Reader<'_, 't> {
    fn place(&self) -> Place {
        Place {
            line: self.line,
            column: (self.at - self.line_start - self.hidden) as u32 + 1,
        }
    }

    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline(always)]
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// How many of the next bytes are like this.
    fn run(&self, like: impl Fn(u8) -> bool) -> usize {
        let rest = self.rest();
        rest.bytes().position(|byte| !like(byte)).unwrap_or(rest.len())
    }

    /// Takes `length` bytes, all of them ASCII and no line feed.
    fn take(&mut self, length: usize) -> &'t str {
        let start = self.at;
        self.at += length;
        &self.text[start..self.at]
    }

    /// Takes `byte`, an ASCII character, where it comes next.
    #[inline(always)]
    fn take_if(&mut self, byte: u8) -> bool {
        let next = self.peek() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn space(&mut self) {
        const INDENT: &[u8; 8] = b"        ";
        let bytes = self.text.as_bytes();
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = bytes.get(self.at) {
            self.at += 1;
            if *byte == b'\n' {
                self.line += 1;
                (self.line_start, self.hidden) = (self.at, 0);
                while bytes[self.at..].first_chunk() == Some(INDENT) {
                    self.at += INDENT.len();
                }
            }
        }
    }

    fn error(&self, place: Place, trail: &Trail<'_>, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            place,
            path: trail.path(),
            kind,
        }
    }

    fn unexpected(&self, trail: &Trail<'_>, expected: Expected) -> SyntaxError {
        let kind = match self.rest().chars().next() {
            Some(found) => SyntaxErrorKind::Unexpected { found, expected },
            None => SyntaxErrorKind::UnexpectedEnd,
        };
        self.error(self.place(), trail, kind)
    }

    fn value(&mut self, trail: &Trail<'_>) -> Result<Node<'t>, SyntaxError> {
        let place = self.place();
        let value = match self.peek() {
            Some(b'{') => self.nested(trail, Self::object)?,
            Some(b'[') => self.nested(trail, Self::array)?,
            Some(b'"') => Value::String(self.string(trail)?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number(trail)?),
            Some(b't') => self.word(trail, "true", Value::Bool(true))?,
            Some(b'f') => self.word(trail, "false", Value::Bool(false))?,
            Some(b'n') => self.word(trail, "null", Value::Null)?,
            _ => return Err(self.unexpected(trail, Expected::Value)),
        };
        Ok(Node { place, value })
    }

    fn nested(
        &mut self,
        trail: &Trail<'_>,
        inner: impl FnOnce(&mut Self, &Trail<'_>) -> Result<Value<'t>, SyntaxError>,
    ) -> Result<Value<'t>, SyntaxError> {
        if self.depth == self.limits.depth {
            let limit = self.limits.depth;
            return Err(self.error(self.place(), trail, SyntaxErrorKind::TooDeep { limit }));
        }
        self.depth += 1;
        self.at += 1;
        let value = inner(self, trail);
        self.depth -= 1;
        value
    }

    fn array(&mut self, trail: &Trail<'_>) -> Result<Value<'t>, SyntaxError> {
        let first = self.items.len();
        self.space();
        if self.take_if(b']') {
            return Ok(Value::Array(Vec::new()));
        }
        for at in 0.. {
            let item = self.value(&trail.index(at))?;
            match &mut self.taker {
                Some((of, take)) if matches!(trail, Trail::Key(Trail::Root, key) if key == of) => {
                    take(at, item);
                }
                _ => self.items.push(item),
            }
            self.space();
            if self.take_if(b']') {
                break;
            }
            if !self.take_if(b',') {
                return Err(self.unexpected(trail, Expected::CommaOrBracket));
            }
            self.space();
        }
        Ok(Value::Array(self.items.drain(first..).collect()))
    }

    fn object(&mut self, trail: &Trail<'_>) -> Result<Value<'t>, SyntaxError> {
        let first = self.members.len();
        let mut seen = HashSet::new();
        self.space();
        if self.take_if(b'}') {
            return Ok(Value::Object(Vec::new()));
        }
        loop {
            let place = self.place();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected(trail, Expected::Key));
            }
            let key = self.string(trail)?;
            let inner = trail.key(&key);
            let members = &self.members[first..];
            let repeated = if members.len() < FEW {
                members.iter().any(|member| member.key == key)
            } else {
                if seen.is_empty() {
                    seen.extend(members.iter().map(|member| member.key.clone()));
                }
                !seen.insert(key.clone())
            };
            if repeated && self.duplicates.len() < DUPLICATES_LISTED {
                let path = inner.path();
                self.duplicates.push(Duplicate { place, path });
            }
            self.space();
            if !self.take_if(b':') {
                return Err(self.unexpected(&inner, Expected::Colon));
            }
            self.space();
            let node = self.value(&inner)?;
            self.members.push(Member { key, node });
            self.space();
            if self.take_if(b'}') {
                return Ok(Value::Object(self.members.drain(first..).collect()));
            }
            if !self.take_if(b',') {
                return Err(self.unexpected(trail, Expected::CommaOrBrace));
            }
            self.space();
        }
    }

    fn word(&mut self, trail: &Trail<'_>, word: &str, value: Value<'t>) -> Result<Value<'t>, SyntaxError> {
        let there = &self.rest()[..self.run(|byte| byte.is_ascii_alphanumeric())];
        if there == word {
            self.at += word.len();
            return Ok(value);
        }
        let cut = there == self.rest() && word.starts_with(there);
        Err(match cut {
            true => self.error(self.place(), trail, SyntaxErrorKind::UnexpectedEnd),
            false => self.unexpected(trail, Expected::Value),
        })
    }

    fn number(&mut self, trail: &Trail<'_>) -> Result<&'t str, SyntaxError> {
        let start = self.place();
        let length = self.run(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-'));
        let digits = self.take(length);
        match is_number(digits) {
            true => Ok(digits),
            false => Err(self.error(start, trail, SyntaxErrorKind::BadNumber)),
        }
    }

    /// Reads a string from its opening quote to its closing one.
    fn string(&mut self, trail: &Trail<'_>) -> Result<Cow<'t, str>, SyntaxError> {
        self.at += 1;
        let mut text = Cow::Borrowed(self.plain());
        while !self.take_if(b'"') {
            let place = self.place();
            let fault = match self.peek() {
                None => SyntaxErrorKind::UnexpectedEnd,
                Some(b'\\') => match self.escape() {
                    Some(c) => {
                        let text = text.to_mut();
                        text.push(c);
                        text.push_str(self.plain());
                        continue;
                    }
                    // shown at its backslash
                    None => SyntaxErrorKind::BadEscape,
                },
                Some(_) => SyntaxErrorKind::ControlInString,
            };
            return Err(self.error(place, trail, fault));
        }
        Ok(text)
    }

    /// What stands for itself in a string.
    fn plain(&mut self) -> &'t str {
        let rest = self.rest();
        let plain = &rest[..plain(rest.as_bytes())];
        self.at += plain.len();
        self.hidden += plain.len() - plain.chars().count();
        plain
    }

    /// Reads a backslash and what follows it; nothing where that is no escape.
    fn escape(&mut self) -> Option<char> {
        self.at += 1;
        let c = self.rest().chars().next()?;
        let undone = match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                self.at += 1;
                let mut units = vec![self.hex()?];
                // The first half of a pair stands for nothing without its second.
                if (0xD800..0xDC00).contains(&units[0]) && self.rest().starts_with("\\u") {
                    self.at += 2;
                    units.push(self.hex()?);
                }
                let mut decoded = char::decode_utf16(units);
                return match (decoded.next(), decoded.next()) {
                    (Some(Ok(c)), None) => Some(c),
                    _ => None,
                };
            }
            _ => return None,
        };
        self.at += 1;
        Some(undone)
    }

    /// Four hexadecimal digits.
    fn hex(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
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

    fn read(text: &str) -> Document<'_> {
        parse(text.as_bytes(), Limits::FILE).unwrap()
    }

    /// Line, column, path and kind of the first fault.
    fn fault(bytes: impl AsRef<[u8]>) -> (u32, u32, String, SyntaxErrorKind) {
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
    fn the_items_of_one_array_are_handed_over_as_they_stand_and_no_other_ones() {
        let text = "{ \"list\": [1, {\"list\": [2]}], \"in\": {\"list\": [3]}, \"list\": [4] }";
        let whole = read(text).root;
        let mut taken = Vec::new();
        let kept = parse_each(text.as_bytes(), Limits::FILE, "list", &mut |at, node| {
            taken.push((at, node))
        });
        let kept = kept.unwrap();
        let Value::Object(members) = &whole.value else {
            panic!()
        };
        let items = |at: usize| match &members[at].node.value {
            Value::Array(items) => items.iter().cloned().enumerate(),
            value => panic!("{value:?}"),
        };
        assert_eq!(taken, items(0).chain(items(2)).collect::<Vec<_>>());
        let Value::Object(rest) = &kept.root.value else {
            panic!()
        };
        assert_eq!(rest[1], members[1]);
        for emptied in [0, 2] {
            assert_eq!(rest[emptied].node.place, members[emptied].node.place);
            assert_eq!(rest[emptied].node.value, Value::Array(Vec::new()));
        }
        assert_eq!(kept.duplicates.len(), 1);
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
            assert_eq!(root.value, Value::Number(digits));
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
        assert_eq!(document.root.get("a").unwrap().value, Value::Number("1"));
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
        let cases: &[(&str, u32, u32, &str, SyntaxErrorKind)] = &[
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

    #[test]
    fn a_string_ends_at_the_first_byte_that_does_not_stand_for_itself_wherever_it_lies() {
        for byte in 0..=u8::MAX {
            let special = byte < 0x20 || byte == b'"' || byte == b'\\';
            for at in 0..20 {
                for around in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut bytes = [around; 20];
                    bytes[at] = byte;
                    assert_eq!(
                        plain(&bytes),
                        if special { at } else { 20 },
                        "{byte} at {at} among {around}"
                    );
                }
            }
        }
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
