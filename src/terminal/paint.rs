//! Turns what changed on the frame into the fewest bytes a terminal needs. Owns the memory of what the terminal shows;
//! writes nothing itself.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// What the terminal shows, and what writes to it.
#[derive(Clone, Debug, Default)]
pub struct Paint {
    area: Rect,
    shown: Vec<Shown>,
    hand: Hand,
    cursor_shown: bool,
}

/// What is remembered of a cell: as much as tells whether another one looks the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// The bytes of the sign, of which nearly all have four at most.
    sign: u32,
    fg: Hue,
    bg: Hue,
    modifier: Modifier,
}

/// A colour in one number, which is compared at once: 0xRRGGBB, or [`Hue::INDEXED`] and its place in the palette, or
/// [`Hue::NAMED`] and what its SGR code is over that of black.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hue(u32);

/// Where the terminal's cursor is, and the state its pen is in.
#[derive(Clone, Debug, Default)]
struct Hand {
    cursor: Option<Position>,
    pen: Option<Pen>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pen {
    fg: Hue,
    bg: Hue,
    modifier: Modifier,
}

/// Stands in the memory where nothing is known, and where the right half of a wide sign is: no cell has it.
const COVERED: u32 = 0;
/// A sign of more bytes than are remembered; it is written again whenever it may have changed.
const LONG: u32 = u32::MAX;
const BLANK: u32 = sign(b" ");
const FULL: u32 = sign("█".as_bytes());

/// The bytes of a sign as a number. No UTF-8 has four bytes of ones, which is what [`LONG`] is.
const fn sign(bytes: &[u8]) -> u32 {
    match *bytes {
        [] => sign(b" "),
        [a] => u32::from_le_bytes([a, 0, 0, 0]),
        [a, b] => u32::from_le_bytes([a, b, 0, 0]),
        [a, b, c] => u32::from_le_bytes([a, b, c, 0]),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
        _ => LONG,
    }
}

impl Shown {
    const NOTHING: Self = Self {
        sign: COVERED,
        fg: Hue::RESET,
        bg: Hue::RESET,
        modifier: Modifier::empty(),
    };

    fn of(cell: &Cell) -> Self {
        let sign = sign(cell.symbol().as_bytes());
        // a blank shows its background alone, unless there are lines on it
        if sign == BLANK && !cell.modifier.intersects(LINES) {
            return Self {
                sign,
                bg: Hue::of(cell.bg),
                ..Self::NOTHING
            };
        }
        Self {
            sign,
            fg: Hue::of(cell.fg),
            bg: Hue::of(cell.bg),
            modifier: cell.modifier,
        }
    }

    fn is_blank(self) -> bool {
        self.sign == BLANK && self.modifier.is_empty()
    }
}

impl Paint {
    /// Forgets what the terminal shows, so that the next frame is written whole.
    pub fn forget(&mut self) {
        *self = Self::default();
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
        if self.area == frame.area {
            for area in touched {
                self.changes(frame, area.intersection(frame.area), out);
            }
        } else {
            // not every terminal erases in the pen's colour, so every cell is written
            self.area = frame.area;
            self.shown.clear();
            self.shown.resize(frame.content.len(), Shown::NOTHING);
            self.changes(frame, frame.area, out);
        }
        if let Some(cursor) = cursor {
            self.hand.go(cursor, out);
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
        let columns = usize::from(frame.area.width);
        let (left, right) = (area.left() - frame.area.x, area.right() - frame.area.x);
        for y in area.top()..area.bottom() {
            let row = usize::from(y - frame.area.y) * columns;
            let cells = &frame.content[row..row + usize::from(right)];
            let shown = &mut self.shown[row..row + columns];
            let mut x = usize::from(left);
            while let Some(cell) = cells.get(x) {
                let now = Shown::of(cell);
                let width = width(now.sign, cell);
                if shown[x] != now || now.sign == LONG {
                    let at = Position::new(frame.area.x + x as u16, y);
                    self.hand.put(at, cell, now, out);
                    // after the last column terminals differ in where the cursor is
                    let next = x + width;
                    self.hand.cursor =
                        (next < columns).then_some(Position::new(frame.area.x + next as u16, y));
                    shown[x] = now;
                    shown[(x + 1)..next.min(columns)].fill(Shown::NOTHING);
                }
                x += width;
            }
        }
    }
}

impl Hand {
    fn put(&mut self, at: Position, cell: &Cell, now: Shown, out: &mut Vec<u8>) {
        self.go(at, out);
        let mut pen = Pen {
            fg: now.fg,
            bg: now.bg,
            modifier: now.modifier,
        };
        if let Some(before) = self.pen {
            // a colour that is not seen stays what it was
            if now.is_blank() && !before.modifier.intersects(LINES) {
                (pen.fg, pen.modifier) = (before.fg, before.modifier);
            } else if now.sign == FULL && !pen.modifier.contains(Modifier::REVERSED) {
                pen.bg = before.bg;
            }
        }
        self.set_pen(pen, out);
        match cell.symbol().as_bytes() {
            [] => out.push(b' '),
            [byte] => out.push(*byte),
            bytes => out.extend_from_slice(bytes),
        }
    }

    fn go(&mut self, to: Position, out: &mut Vec<u8>) {
        if self.cursor == Some(to) {
            return;
        }
        let mut sequence = Sequence::new();
        match self.cursor {
            Some(from) if from.y == to.y && to.x > from.x => {
                if to.x > from.x + 1 {
                    sequence.number(to.x - from.x);
                }
                sequence.push(b'C');
            }
            _ => {
                sequence.number(to.y + 1);
                sequence.push(b';');
                sequence.number(to.x + 1);
                sequence.push(b'H');
            }
        }
        out.extend_from_slice(sequence.bytes());
        self.cursor = Some(to);
    }

    fn set_pen(&mut self, pen: Pen, out: &mut Vec<u8>) {
        if self.pen == Some(pen) {
            return;
        }
        let mut sequence = Sequence::new();
        // what the pen was like is known only after it was made plain
        let before = self.pen.unwrap_or_else(|| {
            sequence.parameter(0);
            Pen {
                fg: Hue::RESET,
                bg: Hue::RESET,
                modifier: Modifier::empty(),
            }
        });
        let mut left = before.modifier;
        if left != pen.modifier {
            for (modifier, _, off) in MODIFIERS {
                if left.contains(*modifier) && !pen.modifier.contains(*modifier) {
                    // bold and dim go together
                    left -= if *off == 22 {
                        Modifier::BOLD | Modifier::DIM
                    } else {
                        *modifier
                    };
                    sequence.parameter(*off);
                }
            }
            for (modifier, on, _) in MODIFIERS {
                if pen.modifier.contains(*modifier) && !left.contains(*modifier) {
                    sequence.parameter(*on);
                }
            }
        }
        for (now, then, base) in [(pen.fg, before.fg, 30), (pen.bg, before.bg, 40)] {
            if now != then {
                sequence.color(now, base);
            }
        }
        self.pen = Some(pen);
        // attributes that have no code make no difference
        if sequence.end_parameters() {
            out.extend_from_slice(sequence.bytes());
        }
    }
}

/// Every number of a byte as a parameter: its decimal digits and a semicolon, and how many bytes they are.
const PARAMETERS: [([u8; 4], usize); 256] = {
    let mut parameters = [([b';'; 4], 1); 256];
    let mut number = 0;
    while number < parameters.len() {
        let (text, len) = &mut parameters[number];
        let mut unit = 100;
        while unit > 0 {
            if number >= unit || unit == 1 {
                text[*len - 1] = b'0' + (number / unit % 10) as u8;
                *len += 1;
            }
            unit /= 10;
        }
        number += 1;
    }
    parameters
};

/// A control sequence being put together (ECMA-48, 5.4).
struct Sequence {
    bytes: [u8; Self::MOST],
    len: usize,
}

impl Sequence {
    /// More than every attribute ended and set with two colours takes.
    const MOST: usize = 96;

    fn new() -> Self {
        let mut bytes = [0; Self::MOST];
        bytes[..2].copy_from_slice(b"\x1b[");
        Self { bytes, len: 2 }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn push(&mut self, byte: u8) {
        if let Some(next) = self.bytes.get_mut(self.len) {
            *next = byte;
            self.len += 1;
        }
    }

    fn number(&mut self, number: u16) {
        for unit in [10_000, 1_000, 100, 10, 1] {
            if number >= unit || unit == 1 {
                self.push(b'0' + (number / unit % 10) as u8);
            }
        }
    }

    fn parameter(&mut self, number: u8) {
        let (text, len) = &PARAMETERS[usize::from(number)];
        if let Some(room) = self.bytes[self.len..].first_chunk_mut() {
            *room = *text;
            self.len += len;
        }
    }

    /// Ends the parameters of a pen; false where there are none.
    fn end_parameters(&mut self) -> bool {
        let some = self.len > 2;
        if some {
            // in place of the last semicolon
            self.bytes[self.len - 1] = b'm';
        }
        some
    }

    /// The parameters of a colour; `base` is 30 for the foreground, 40 for the background.
    fn color(&mut self, hue: Hue, base: u8) {
        let [low, green, red, kind] = hue.0.to_le_bytes();
        match kind {
            0 => [base + 8, 2, red, green, low]
                .iter()
                .for_each(|number| self.parameter(*number)),
            Hue::INDEXED => [base + 8, 5, low]
                .iter()
                .for_each(|number| self.parameter(*number)),
            _ => self.parameter(base + low),
        }
    }
}

impl Hue {
    const INDEXED: u8 = 1;
    const NAMED: u8 = 2;
    const RESET: Self = Self::named(9);

    const fn named(code: u8) -> Self {
        Self(u32::from_le_bytes([code, 0, 0, Self::NAMED]))
    }

    fn of(color: Color) -> Self {
        match color {
            Color::Rgb(r, g, b) => Self(u32::from_le_bytes([b, g, r, 0])),
            Color::Indexed(index) => Self(u32::from_le_bytes([index, 0, 0, Self::INDEXED])),
            Color::Reset => Self::RESET,
            Color::Black => Self::named(0),
            Color::Red => Self::named(1),
            Color::Green => Self::named(2),
            Color::Yellow => Self::named(3),
            Color::Blue => Self::named(4),
            Color::Magenta => Self::named(5),
            Color::Cyan => Self::named(6),
            Color::Gray => Self::named(7),
            Color::DarkGray => Self::named(60),
            Color::LightRed => Self::named(61),
            Color::LightGreen => Self::named(62),
            Color::LightYellow => Self::named(63),
            Color::LightBlue => Self::named(64),
            Color::LightMagenta => Self::named(65),
            Color::LightCyan => Self::named(66),
            Color::White => Self::named(67),
        }
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

/// Attributes that are seen where there is no letter.
const LINES: Modifier = Modifier::UNDERLINED
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::REVERSED);

/// Columns a cell's sign takes: 1 or 2.
fn width(sign: u32, cell: &Cell) -> usize {
    match sign.to_le_bytes() {
        // no letter of two bytes is wide; lines, blocks and braille are not
        [_, _, 0, _] | [0xe2, 0x94..=0x96 | 0xa0..=0xa3, _, 0] => 1,
        _ => cell.symbol().width().clamp(1, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
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
                        x += width(sign(symbol.as_bytes()), &frames[end - 1][(x, y)]) as u16;
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

    /// What is seen of a cell: its ground alone, its ink alone, or a sign on its ground.
    #[derive(Debug, PartialEq)]
    enum Seen {
        Plain(vt100::Color),
        Sign(String, vt100::Color, vt100::Color, [bool; 3]),
    }

    fn seen(symbol: &str, fg: vt100::Color, bg: vt100::Color, lines: [bool; 3]) -> Seen {
        match (symbol, lines) {
            ("█", [_, _, false]) => Seen::Plain(fg),
            (" " | "", [_, false, false]) => Seen::Plain(bg),
            _ => Seen::Sign(symbol.into(), fg, bg, lines),
        }
    }

    proptest::proptest! {
        #[test]
        fn the_terminal_shows_every_frame_of_a_walk(
            frames in prop::collection::vec(prop::collection::vec((0usize..9, 0usize..5, 0usize..5, 0usize..6), 24), 1..6),
        ) {
            let area = Rect::new(0, 0, 8, 3);
            let size = |cells| std::num::NonZero::new(cells).unwrap();
            let mut terminal = vt100::Parser::new(size(area.height), size(area.width), 0);
            let mut paint = Paint::default();
            for cells in frames {
                let mut frame = Buffer::empty(area);
                for (cell, (symbol, fg, bg, modifier)) in frame.content.iter_mut().zip(cells) {
                    const COLORS: [Color; 5] = [
                        Color::Rgb(1, 2, 3),
                        Color::Rgb(40, 50, 60),
                        Color::Rgb(1, 2, 30),
                        Color::Indexed(7),
                        Color::Reset,
                    ];
                    const ATTRIBUTES: [Modifier; 6] = [
                        Modifier::empty(),
                        Modifier::empty(),
                        Modifier::empty(),
                        Modifier::BOLD,
                        Modifier::UNDERLINED,
                        Modifier::REVERSED,
                    ];
                    cell.set_symbol([" ", " ", "a", "æ", "▀", "▄", "█", "▀", "a\u{301}\u{302}\u{303}"][symbol])
                        .set_fg(COLORS[fg])
                        .set_bg(COLORS[bg]);
                    cell.modifier = ATTRIBUTES[modifier];
                }
                let mut out = Vec::new();
                paint.update(&frame, &[area], None, false, &mut out);
                terminal.process(&out);
                for position in area.positions() {
                    let color = |color| match color {
                        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
                        Color::Indexed(index) => vt100::Color::Idx(index),
                        _ => vt100::Color::Default,
                    };
                    let wanted = &frame[position];
                    let lines = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED]
                        .map(|one| wanted.modifier.contains(one));
                    let wanted = seen(wanted.symbol(), color(wanted.fg), color(wanted.bg), lines);
                    let found = terminal.screen().cell(position.y, position.x).unwrap();
                    let lines = [found.bold(), found.underline(), found.inverse()];
                    let found = seen(found.contents(), found.fgcolor(), found.bgcolor(), lines);
                    prop_assert_eq!(found, wanted, "at {}", position);
                }
            }
        }
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
