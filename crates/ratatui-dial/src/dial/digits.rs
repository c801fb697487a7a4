//! Digits of more than one cell: the number of a large dial. Owns their shapes and where they stand in a ring; knows no
//! colour.

use super::geometry::Ring;
use super::scale::Label;
use ratatui_core::layout::Rect;

/// Pixels of a digit, which are half a cell high.
const SIZE: (i32, i32) = (3, 5);

/// How many times larger digits can be, largest first.
const LARGER: [i32; 3] = [3, 2, 1];

/// Where a number in large digits stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The first column of the screen, and the first half row.
    x: i32,
    y: i32,
    /// The width and height of a pixel, in columns and half rows.
    size: i32,
    /// How many digits there are.
    count: i32,
}

impl Place {
    /// Where a number of `count` digits stands in the middle of `ring`, of which none has more than `most`; nothing
    /// where there is no room for it beside the needle.
    pub fn new(ring: &Ring, count: usize, most: usize) -> Option<Self> {
        let half = |size: i32, count: usize| {
            let width = columns(count as i32) * size;
            (width as f32 / 2.0, (SIZE.1 * size) as f32 / 2.0 * ring.pixel())
        };
        let fits = |size: &i32| {
            let (x, y) = half(*size, most);
            x.hypot(y) <= ring.needle_from
        };
        let size = LARGER.into_iter().find(fits)?;
        let count = count as i32;
        // as for small digits, a sign hangs out to the left
        let left = (ring.centre.x - (columns(count) * size) as f32 / 2.0).floor() as i32;
        let top = (ring.centre.y / ring.pixel() - (SIZE.1 * size) as f32 / 2.0).round() as i32;
        Some(Self {
            x: ring.x + left,
            y: 2 * ring.y + top,
            size,
            count,
        })
    }

    /// How far from the middle of the ring its corners lie, in units of which a pixel is so high.
    pub fn reach(&self, pixel: f32) -> f32 {
        let (width, height) = (columns(self.count) * self.size, SIZE.1 * self.size);
        (width as f32 / 2.0).hypot(height as f32 / 2.0 * pixel)
    }

    /// The cells of the screen it takes.
    pub fn cells(&self) -> Rect {
        let cell = |at: i32| at.clamp(0, u16::MAX.into()) as u16;
        let (top, bottom) = (
            self.y.div_euclid(2),
            (self.y + SIZE.1 * self.size + 1).div_euclid(2),
        );
        Rect::new(
            cell(self.x),
            cell(top),
            cell(columns(self.count) * self.size),
            cell(bottom - top),
        )
    }

    /// Whether the upper and the lower half of a cell of the screen are lit, where the number is `digits`.
    pub fn lit(&self, digits: &Label, x: u16, y: u16) -> [bool; 2] {
        let column = (i32::from(x) - self.x).div_euclid(self.size);
        [0, 1].map(|half| {
            let row = (2 * i32::from(y) + half - self.y).div_euclid(self.size);
            let digit = digits.chars().nth(column.div_euclid(SIZE.0 + 1).max(0) as usize);
            let inside = column >= 0 && (0..SIZE.1).contains(&row);
            inside && digit.is_some_and(|digit| is_lit(digit, column % (SIZE.0 + 1), row))
        })
    }
}

/// Columns of so many digits, with one between them.
fn columns(count: i32) -> i32 {
    (SIZE.0 + 1) * count - 1
}

/// Whether a pixel of a digit is lit; none is between digits.
fn is_lit(digit: char, column: i32, row: i32) -> bool {
    let rows: [u8; 5] = match digit {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b010, 0b110, 0b010, 0b010, 0b111],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b011, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b010, 0b010, 0b010],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        '+' => [0b000, 0b010, 0b111, 0b010, 0b000],
        '-' | '\u{2212}' => [0b000, 0b000, 0b111, 0b000, 0b000],
        _ => [0; 5],
    };
    let bit = SIZE.0 - 1 - column;
    (0..SIZE.0).contains(&bit) && rows[row as usize] >> bit & 1 == 1
}

#[cfg(test)]
mod tests {
    use crate::{Dial, Marker, Scale};
    use ratatui_core::buffer::Buffer;
    use ratatui_core::layout::Rect;
    use ratatui_core::widgets::Widget;

    /// The rows of a dial of this size.
    fn rows(value: i32, marker: Marker, width: u16, height: u16) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let dial = Dial::new(Scale::bipolar(-5, 5)).value(value);
        dial.marker(marker).large(true).render(buffer.area, &mut buffer);
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        (0..height).map(row).collect()
    }

    #[test]
    fn a_large_number_stands_in_the_middle_where_there_is_room_and_a_small_one_elsewhere() {
        let shown = rows(4, Marker::HalfBlock, 33, 15);
        assert!(!shown.concat().contains("+4"), "{shown:#?}");
        let middle = |row: usize| shown[row].chars().skip(10).take(13).collect::<String>();
        assert_eq!(
            [7, 8, 9].map(middle),
            ["    ▄  █ █   ", "   ▀█▀ ▀▀█   ", "         ▀   "],
            "{shown:#?}"
        );
        for (marker, width, height) in [(Marker::HalfBlock, 9, 4), (Marker::Ascii, 33, 15)] {
            let shown = rows(4, marker, width, height).concat();
            assert!(shown.contains("+4"), "{shown}");
        }
    }

    #[test]
    fn every_value_has_digits_of_its_own_within_the_needle() {
        let mut all: Vec<Vec<String>> = (-5..=5)
            .map(|value| rows(value, Marker::Braille, 27, 12))
            .collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 11);
    }
}
