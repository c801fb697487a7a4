//! What holds for every frame, whatever drew it: nothing in it that is not for the eye, and ASCII alone where the terminal
//! can do no better. Owns the signs' stand-ins; letters of any language are left alone, as they belong to the framework's
//! and the reader's own text.

use crate::core::sanitise;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use unicode_width::UnicodeWidthStr;

/// Goes over a finished frame.
pub fn finish(buffer: &mut Buffer, ascii: bool) {
    for cell in &mut buffer.content {
        match cell.diff_option {
            // a picture, which no text can be: its widget made it
            CellDiffOption::ForcedWidth(_) => continue,
            // written over a picture
            CellDiffOption::Skip if cell.symbol() != " " => {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
            _ => {}
        }
        // nearly all cells; a byte alone can be a control character
        if matches!(cell.symbol().as_bytes(), [b' '..=b'~']) {
            continue;
        }
        clean(cell);
        if ascii && let Some(stand_in) = to_ascii(cell.symbol()) {
            cell.set_symbol(stand_in);
        }
    }
}

/// Takes what is not for the eye out of a cell.
fn clean(cell: &mut Cell) {
    let clean = sanitise::clean(cell.symbol());
    if clean == cell.symbol() {
        return;
    }
    // a sign that has become wider would stand in the cell beside it too
    let fits = !clean.is_empty() && clean.width() <= cell.symbol().width();
    let clean = if fits { clean.into_owned() } else { " ".to_owned() };
    cell.set_symbol(&clean);
}

/// The ASCII stand-in for a sign of the interface.
fn to_ascii(symbol: &str) -> Option<&'static str> {
    Some(match symbol.chars().next()? {
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
        '○' => "o",
        '◆' => "@",
        '┼' => "+",
        '✓' => "+",
        '·' => "-",
        '−' => "-",
        '…' => "~",
        '–' | '—' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A finished row of these cells.
    fn finished(cells: &[&str], ascii: bool) -> Vec<String> {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, cells.len() as u16, 1));
        for (cell, symbol) in buffer.content.iter_mut().zip(cells) {
            cell.set_symbol(symbol);
        }
        finish(&mut buffer, ascii);
        buffer
            .content
            .iter()
            .map(|cell| cell.symbol().to_owned())
            .collect()
    }

    #[test]
    fn no_widget_gets_anything_to_the_terminal_that_is_not_for_the_eye() {
        let cells = [
            "a",
            "\u{1b}[31m",
            "\u{7}",
            "\u{202e}",
            "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
            "æ",
        ];
        let clean = ["a", " ", " ", " ", "e\u{301}\u{301}\u{301}\u{301}", "æ"];
        assert_eq!(finished(&cells, false), clean);
        assert_eq!(finished(&clean, false), clean);
    }

    #[test]
    fn signs_have_stand_ins_in_ascii_and_letters_are_left_alone() {
        assert_eq!(
            finished(&["█", "─", "Å", "漢", "x"], true),
            ["#", "-", "Å", "漢", "x"]
        );
        assert_eq!(finished(&["█", "─"], false), ["█", "─"]);
    }
}
