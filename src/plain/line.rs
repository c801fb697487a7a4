//! Reads what was typed, line by line. Never holds more than [`MOST`] bytes of it, however long a line is.

use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes.
pub const MOST: usize = 64 * 1024;

/// A line that was typed.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// What it says, without its end.
    Text(String),
    /// It is no UTF-8.
    NotUtf8,
    /// It is longer than [`MOST`].
    TooLong,
    /// There is no more.
    End,
}

/// The next line. What follows the last line end is a line too, where there is any.
///
/// # Errors
/// As the input has them.
pub fn next(input: &mut impl BufRead) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let read = input
        .by_ref()
        .take(MOST as u64 + 1)
        .read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if bytes.len() > MOST {
        input.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(match String::from_utf8(bytes) {
        // what some shells put before everything they pipe
        Ok(text) => Line::Text(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(_) => Line::NotUtf8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<Line> {
        let mut input = io::BufReader::with_capacity(7, input);
        let next = || Some(next(&mut input).unwrap()).filter(|line| *line != Line::End);
        std::iter::from_fn(next).collect()
    }

    fn text(text: &str) -> Line {
        Line::Text(text.into())
    }

    #[test]
    fn lines_end_as_unix_and_windows_end_them_and_the_last_may_lack_its_end() {
        assert_eq!(lines(b"a\nb\r\n\nc"), [text("a"), text("b"), text(""), text("c")]);
        assert_eq!(lines(b""), []);
        assert_eq!(lines("\u{feff}2\n".as_bytes()), [text("2")]);
    }

    #[test]
    fn a_line_that_is_too_long_or_no_utf_8_is_passed_over_whole() {
        let longest = "a".repeat(MOST);
        let input = format!("{longest}\n{longest}b\nc");
        assert_eq!(
            lines(input.as_bytes()),
            [text(&longest), Line::TooLong, text("c")]
        );
        assert_eq!(lines(b"\xff\xfe\nc\n"), [Line::NotUtf8, text("c")]);
    }
}
