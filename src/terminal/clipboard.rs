//! The way to the clipboard: the terminal puts it there, so it works over a remote shell too, where the terminal does
//! it at all. It gives no answer.

use crossterm::{Command, clipboard::CopyToClipboard};

/// Appends what asks the terminal to put `text` on the clipboard (xterm, "Operating System Commands", `OSC 52`).
pub fn copy(text: &str, out: &mut Vec<u8>) {
    let mut sequence = String::new();
    // writing to a String cannot fail
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    out.extend_from_slice(sequence.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_goes_out_in_one_sequence_and_nothing_of_it_is_bare() {
        let mut out = Vec::new();
        copy("æ\u{1b}[2J", &mut out);
        let out = String::from_utf8(out).unwrap();
        let (begin, end) = ("\u{1b}]52;c;", "\u{1b}\\");
        let body = out.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end));
        // RFC 4648, section 4, of the bytes c3 a6 1b 5b 32 4a
        assert_eq!(body, Some("w6YbWzJK"));
    }
}
