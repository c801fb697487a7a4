//! Text in HTML and XML: what it may not hold, and how its own signs are written.

/// The two characters that XML 1.0 (section 2.2) forbids and that `core::sanitise` lets through.
pub const FORBIDDEN: [char; 2] = ['\u{fffe}', '\u{ffff}'];

/// `text`, of which the [`FORBIDDEN`] is gone already, for an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
