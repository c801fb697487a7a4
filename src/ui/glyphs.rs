//! The signs the interface draws with, and their ASCII stand-ins for terminals that can do no better. Letters of any
//! language are left alone: they belong to the framework's and the reader's own text.

use ratatui::{buffer::Buffer, layout::Rect};

/// The ASCII stand-in for a sign of the interface.
fn ascii(sign: char) -> Option<&'static str> {
    Some(match sign {
        '─' | '╌' => "-",
        '━' => "=",
        '│' | '╎' => "|",
        '┃' | '▌' | '▐' => "#",
        '╭' | '╮' | '╰' | '╯' | '┌' | '┐' | '└' | '┘' => "+",
        '┏' | '┓' | '┗' | '┛' => "#",
        '›' | '→' => ">",
        '←' | '‹' => "<",
        '↑' | '▲' => "^",
        '↓' | '▼' => "v",
        '▁' => "_",
        '▂' => ".",
        '▃' => ",",
        '▀' => "\"",
        '▄' => "-",
        '▅' => "=",
        '▆' => "+",
        '▇' => "*",
        '█' => "#",
        '●' => "*",
        '✓' => "+",
        '·' => "-",
        '−' => "-",
        '…' => "~",
        '–' | '—' => "-",
        _ => return None,
    })
}

/// Puts ASCII stand-ins in place of the interface's signs.
pub fn fold(buffer: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buffer[(x, y)];
            if let Some(sign) = cell.symbol().chars().next().filter(|sign| !sign.is_ascii())
                && let Some(stand_in) = ascii(sign)
            {
                cell.set_symbol(stand_in);
            }
        }
    }
}
