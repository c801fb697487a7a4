//! Turns what changed on the frame into the fewest bytes a terminal needs. Owns the memory of what the terminal shows;
//! writes nothing itself.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// What the terminal shows, and the state its pen is in.
#[derive(Clone, Debug, Default)]
pub struct Paint {
    shown: Buffer,
    pen: Option<Pen>,
    cursor: Option<Position>,
    cursor_shown: bool,
}

/// Stands in the memory where the right half of a wide sign is shown; no cell of a frame is the same as it.
const COVERED: &str = "\0";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Paint {
    /// Forgets what the terminal shows, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
        self.pen = None;
        self.cursor = None;
        self.cursor_shown = false;
    }

    /// Appends to `out` what makes the terminal show `frame`, where only `touched` can have changed since the last call.
    /// Nothing is appended where nothing changed.
    ///
    /// The cursor goes to `cursor`, and is shown there where `show_cursor`.
    pub fn update(
        &mut self,
        frame: &Buffer,
        touched: &[Rect],
        cursor: Option<Position>,
        show_cursor: bool,
        out: &mut Vec<u8>,
    ) {
        let start = out.len();
        out.extend_from_slice(b"\x1b[?2026h");
        let opened = out.len();
        let whole = self.shown.area != frame.area;
        if whole {
            // not every terminal erases in the pen's colour, so every cell is written
            self.shown = Buffer::filled(frame.area, Cell::new(COVERED));
            self.changes(frame, frame.area, out);
        } else {
            for area in touched {
                self.changes(frame, area.intersection(frame.area), out);
            }
        }
        if let Some(cursor) = cursor
            && self.cursor != Some(cursor)
        {
            self.go(cursor, out);
        }
        if self.cursor_shown != show_cursor {
            self.cursor_shown = show_cursor;
            out.extend_from_slice(if show_cursor { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        if out.len() == opened {
            out.truncate(start);
        } else {
            out.extend_from_slice(b"\x1b[?2026l");
        }
    }

    fn changes(&mut self, frame: &Buffer, area: Rect, out: &mut Vec<u8>) {
        for y in area.top()..area.bottom() {
            let row = usize::from(y - frame.area.y) * usize::from(frame.area.width);
            let mut x = area.left();
            let end = row + usize::from(frame.area.width);
            while x < area.right() {
                let at = row + usize::from(x - frame.area.x);
                let cell = &frame.content[at];
                let symbol = cell.symbol();
                let width = width(symbol);
                if !same(&self.shown.content[at], cell, symbol) {
                    self.put(Position::new(x, y), cell, width, frame.area, out);
                    self.shown.content[at].clone_from(cell);
                    for covered in (at + 1)..(at + usize::from(width)).min(end) {
                        self.shown.content[covered].set_symbol(COVERED);
                    }
                }
                x += width;
            }
        }
    }

    fn put(&mut self, at: Position, cell: &Cell, width: u16, area: Rect, out: &mut Vec<u8>) {
        if self.cursor != Some(at) {
            self.go(at, out);
        }
        let mut pen = Pen {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        // a colour that is not seen stays what it was
        if let Some(before) = self.pen {
            match cell.symbol() {
                " " if is_blank(cell) && !before.modifier.intersects(LINES) => {
                    (pen.fg, pen.modifier) = (before.fg, before.modifier);
                }
                "█" if !cell.modifier.contains(Modifier::REVERSED) => pen.bg = before.bg,
                _ => {}
            }
        }
        self.set_pen(pen, out);
        out.extend_from_slice(cell.symbol().as_bytes());
        // after the last column terminals differ in where the cursor is
        let next = Position::new(at.x + width, at.y);
        self.cursor = (next.x < area.right()).then_some(next);
    }

    fn go(&mut self, to: Position, out: &mut Vec<u8>) {
        match self.cursor {
            Some(from) if from.y == to.y && to.x == from.x + 1 => out.extend_from_slice(b"\x1b[C"),
            Some(from) if from.y == to.y && to.x > from.x => {
                out.extend_from_slice(b"\x1b[");
                number(to.x - from.x, out);
                out.push(b'C');
            }
            _ => {
                out.extend_from_slice(b"\x1b[");
                number(to.y + 1, out);
                out.push(b';');
                number(to.x + 1, out);
                out.push(b'H');
            }
        }
        self.cursor = Some(to);
    }

    fn set_pen(&mut self, pen: Pen, out: &mut Vec<u8>) {
        if self.pen == Some(pen) {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        let start = out.len();
        // what the pen was like is known only after it was made plain
        let before = self.pen.unwrap_or_else(|| {
            out.extend_from_slice(b"0;");
            Pen {
                fg: Color::Reset,
                bg: Color::Reset,
                modifier: Modifier::empty(),
            }
        });
        let mut left = before.modifier;
        for (modifier, _, off) in MODIFIERS {
            if left.contains(*modifier) && !pen.modifier.contains(*modifier) {
                // bold and dim go together
                left -= if *off == 22 {
                    Modifier::BOLD | Modifier::DIM
                } else {
                    *modifier
                };
                number((*off).into(), out);
                out.push(b';');
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if pen.modifier.contains(*modifier) && !left.contains(*modifier) {
                number((*on).into(), out);
                out.push(b';');
            }
        }
        for (now, then, base) in [(pen.fg, before.fg, 30), (pen.bg, before.bg, 40)] {
            if now != then {
                color(now, base, out);
                out.push(b';');
            }
        }
        // the last semicolon; attributes that have no code make no difference
        if out.pop() == Some(b';') {
            out.push(b'm');
        } else {
            out.truncate(start - 2);
        }
        self.pen = Some(pen);
    }
}

/// Attributes and the SGR codes that set and end them (ECMA-48, 8.3.117).
const MODIFIERS: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The SGR parameters of a colour; `base` is 30 for the foreground, 40 for the background.
fn color(color: Color, base: u8, out: &mut Vec<u8>) {
    let named = |index: u8| {
        if index < 8 {
            base + index
        } else {
            base + 52 + index
        }
    };
    let code = match color {
        Color::Reset => base + 9,
        Color::Rgb(r, g, b) => {
            number((base + 8).into(), out);
            out.extend_from_slice(b";2");
            for part in [r, g, b] {
                out.push(b';');
                number(part.into(), out);
            }
            return;
        }
        Color::Indexed(index) => {
            number((base + 8).into(), out);
            out.extend_from_slice(b";5;");
            return number(index.into(), out);
        }
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
    };
    number(code.into(), out);
}

/// Appends a number in decimal digits.
fn number(mut number: u16, out: &mut Vec<u8>) {
    let mut digits = [0; 5];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return out.extend_from_slice(&digits[at..]);
        }
    }
}

/// True where two cells look the same: a blank shows no foreground.
fn same(shown: &Cell, cell: &Cell, symbol: &str) -> bool {
    shown.bg == cell.bg
        && shown.symbol() == symbol
        && (shown.fg == cell.fg && shown.modifier == cell.modifier || is_blank(shown) && is_blank(cell))
}

/// True where a cell shows its background alone.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(LINES)
}

/// Attributes that are seen where there is no letter.
const LINES: Modifier = Modifier::UNDERLINED
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::REVERSED);

/// Columns a symbol takes: 1 or 2.
fn width(symbol: &str) -> u16 {
    match symbol.as_bytes() {
        // no letter of two bytes is wide; lines, blocks and braille are not
        [_] | [_, _] | [0xe2, 0x94..=0x96 | 0xa0..=0xa3, _] => 1,
        _ => symbol.width().clamp(1, 2) as u16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn shown(frames: &[Buffer]) -> (vt100::Parser, Vec<usize>) {
        let area = frames[0].area;
        let size = |cells| std::num::NonZero::new(cells).unwrap();
        let mut terminal = vt100::Parser::new(size(area.height), size(area.width), 0);
        let mut paint = Paint::default();
        let mut sizes = Vec::new();
        for frame in frames {
            let mut out = Vec::new();
            paint.update(frame, &[frame.area], None, false, &mut out);
            sizes.push(out.len());
            terminal.process(&out);
        }
        (terminal, sizes)
    }

    #[test]
    fn the_terminal_shows_the_last_frame_whatever_was_there() {
        let frames = [
            Buffer::with_lines(["漢字 og æøå", "abc"]),
            Buffer::with_lines(["a漢字gæøå  ", "漢bc"]),
            Buffer::with_lines(["abcdefghi  ", "a b"]),
        ];
        for end in 1..=frames.len() {
            let (terminal, _) = shown(&frames[..end]);
            let rows: Vec<String> = terminal
                .screen()
                .rows(0, 20)
                .map(|row| row.trim_end().to_owned())
                .collect();
            let wanted: Vec<String> = (0..2u16)
                .map(|y| {
                    let mut x = 0;
                    let mut row = String::new();
                    while x < frames[end - 1].area.width {
                        let symbol = frames[end - 1][(x, y)].symbol();
                        row.push_str(symbol);
                        x += width(symbol);
                    }
                    row.trim_end().to_owned()
                })
                .collect();
            assert_eq!(rows, wanted);
        }
    }

    #[test]
    fn a_frame_that_shows_the_same_writes_nothing() {
        let frame = Buffer::with_lines(["abc"]);
        let (_, sizes) = shown(&[frame.clone(), frame]);
        assert_eq!(sizes[1], 0);
    }

    #[test]
    fn a_changed_cell_costs_a_few_bytes() {
        let before = Buffer::with_lines(["abcdefgh"]);
        let mut after = before.clone();
        after[(3, 0)].set_symbol("X");
        let (terminal, sizes) = shown(&[before, after]);
        assert!(sizes[1] <= 8 + 8 + 7 + 1, "{sizes:?}");
        assert_eq!(terminal.screen().contents(), "abcXefgh");
    }

    #[test]
    fn attributes_are_set_and_ended_one_by_one() {
        let all = [
            Modifier::BOLD,
            Modifier::DIM,
            Modifier::ITALIC,
            Modifier::UNDERLINED,
            Modifier::REVERSED,
        ];
        let sets: Vec<Modifier> = (0..1 << all.len())
            .map(|bits: usize| {
                let of = all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
                of.fold(Modifier::empty(), |set, (_, one)| set | *one)
            })
            .collect();
        let frame = |sets: &[Modifier]| {
            let mut frame = Buffer::with_lines(["a a ".repeat(sets.len() / 2)]);
            for (x, set) in sets.iter().enumerate() {
                let area = Rect::new(2 * x as u16, 0, 1, 1);
                frame.set_style(area, Style::new().fg(Color::Red).add_modifier(*set));
            }
            frame
        };
        // every set after every other, some of the way
        for shift in 0..sets.len() {
            let mut shifted: Vec<_> = sets.iter().flat_map(|set| [*set, sets[shift]]).collect();
            shifted.reverse();
            let (terminal, _) = shown(&[frame(&shifted)]);
            for (x, set) in shifted.iter().enumerate() {
                let cell = terminal.screen().cell(0, 2 * x as u16).unwrap();
                let found = [
                    cell.bold(),
                    cell.dim(),
                    cell.italic(),
                    cell.underline(),
                    cell.inverse(),
                ];
                // the terminal of the test has one strength: bold or dim
                let both = set.contains(Modifier::BOLD | Modifier::DIM);
                assert_eq!(found[2..], all.map(|one| set.contains(one))[2..], "{set:?}");
                assert!(
                    both || found[..2] == all.map(|one| set.contains(one))[..2],
                    "{set:?}"
                );
                let after = terminal.screen().cell(0, 2 * x as u16 + 1).unwrap();
                assert!(!after.underline() && !after.inverse(), "blank after {set:?}");
            }
        }
    }

    #[test]
    fn colours_and_attributes_reach_the_terminal() {
        let mut frame = Buffer::with_lines(["abcd"]);
        let rgb = Color::Rgb(1, 2, 3);
        frame.set_style(
            Rect::new(0, 0, 1, 1),
            Style::new().fg(rgb).add_modifier(Modifier::BOLD),
        );
        frame.set_style(
            Rect::new(1, 0, 1, 1),
            Style::new().fg(rgb).bg(Color::Indexed(200)),
        );
        frame.set_style(Rect::new(2, 0, 1, 1), Style::new().bg(Color::LightBlue));
        let (terminal, _) = shown(&[frame]);
        let cell = |x| terminal.screen().cell(0, x).unwrap();
        assert_eq!(cell(0).fgcolor(), vt100::Color::Rgb(1, 2, 3));
        assert!(cell(0).bold() && !cell(1).bold());
        assert_eq!(cell(1).bgcolor(), vt100::Color::Idx(200));
        assert_eq!(
            (cell(2).fgcolor(), cell(2).bgcolor()),
            (vt100::Color::Default, vt100::Color::Idx(12))
        );
        assert_eq!(cell(3).bgcolor(), vt100::Color::Default);
    }
}
