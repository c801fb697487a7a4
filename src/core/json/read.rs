//! The reading itself: a descent through the grammar of RFC 8259. What needs no attention, such as the plain characters
//! of a string, is passed over in one go and kept as a piece of the input.

use std::{borrow::Cow, collections::HashSet};

use super::{DUPLICATES_LISTED, Document, Duplicate, Limits, Member, Node, SyntaxError, Trail, Value};
use crate::core::problem::{Expected, Path, Position as Place, SyntaxErrorKind};

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
mod tests;
