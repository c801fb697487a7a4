//! Values over time around a middle line: up from it, down from it. Owns that picture; knows nothing of what the values
//! stand for.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, widgets::Widget};
use unicode_width::UnicodeWidthStr;

/// Cells left of the picture, for the scale.
const SCALE: u16 = 4;

/// The widest one value gets, in cells.
const WIDEST: usize = 6;

/// Values from −`most` to `most`, one column each, the oldest to the left; the last is now.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// All values but the last.
    pub earlier: &'a [i16],
    /// The last value.
    pub last: i16,
    /// The highest a value can be, and the lowest below the middle.
    pub most: i16,
    /// How the earlier ones look.
    pub past: Style,
    /// How the last one looks.
    pub now: Style,
    /// The line in the middle and the scale to the left.
    pub scale: Style,
}

/// Where in `area` the values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How many of the latest values there is room for.
    pub shown: usize,
    /// Cells one value is wide.
    pub each: u16,
    /// The column of the first value that is shown.
    pub left: u16,
    /// The column after the last value.
    pub right: u16,
}

impl Course<'_> {
    /// Where the values stand in `area`; as wide as there is room for, and the latest where there is not room for all.
    pub fn place(&self, area: Rect) -> Place {
        let room = area.width.saturating_sub(SCALE);
        let count = self.earlier.len() + 1;
        let each = (usize::from(room) / count).clamp(1, WIDEST) as u16;
        let shown = count.min(usize::from(room / each));
        let left = area.x + SCALE.min(area.width);
        Place {
            shown,
            each,
            left,
            right: left + shown as u16 * each,
        }
    }

    /// Draws a value into its columns.
    fn draw(&self, value: i16, style: Style, columns: Rect, buffer: &mut Buffer) {
        let half = columns.height.saturating_sub(1) / 2;
        let middle = columns.y + half;
        let most = self.most.max(1);
        let mut fill = |y, sign: &str, mut style: Style| {
            // a block that does not fill its cell, as in some fonts, would show stripes
            if sign == "█" {
                style.bg = style.fg.or(style.bg);
            }
            for x in columns.left()..columns.right() {
                buffer[(x, y)].set_symbol(sign).set_style(style);
            }
        };
        // in half rows, so that neighbours on the scale differ
        let full = i32::from(half) * 2;
        let high = (i32::from(value.abs().min(most)) * full + i32::from(most) / 2) / i32::from(most);
        for step in 0..half {
            let filled = (high - i32::from(step) * 2).clamp(0, 2);
            let (y, sign) = match (filled, value > 0) {
                (0, _) => break,
                (1, true) => (middle - 1 - step, "▄"),
                (1, false) => (middle + 1 + step, "▀"),
                (_, true) => (middle - 1 - step, "█"),
                (_, false) => (middle + 1 + step, "█"),
            };
            fill(y, sign, style);
        }
        // neutral looks like nothing
        fill(middle, "─", self.scale);
    }
}

impl Widget for &Course<'_> {
    /// Draws into an odd number of rows: where it is even, the last stays empty. Values differ in the picture where
    /// there are no fewer than `most` rows, and one more.
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let (place, half) = (self.place(area), area.height.saturating_sub(1) / 2);
        let (top, middle, bottom) = (area.y, area.y + half, area.y + 2 * half);
        let most = self.most.max(1);
        let digits = most.to_string();
        for (y, sign, digits) in [(top, "+", &*digits), (bottom, "−", &digits), (middle, "", "0")] {
            let mut x = area.x + (SCALE - 1).saturating_sub((sign.width() + digits.width()) as u16);
            for part in [sign, digits] {
                let room = area.right().saturating_sub(x);
                (x, _) = buffer.set_stringn(x, y, part, room.into(), self.scale);
            }
        }
        let hidden = self.earlier.len() + 1 - place.shown;
        let earlier = self.earlier.iter().map(|value| (*value, self.past));
        let shown = earlier.chain([(self.last, self.now)]).skip(hidden);
        for (column, (value, style)) in shown.enumerate() {
            let columns = Rect {
                x: place.left + column as u16 * place.each,
                width: place.each,
                ..area
            };
            self.draw(value, style, columns, buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Color;

    fn drawn(values: &[i16], width: u16, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let (last, earlier) = values.split_last().unwrap_or((&0, &[]));
        let course = Course {
            earlier,
            last: *last,
            most: 5,
            past: Style::new(),
            now: Style::new(),
            scale: Style::new(),
        };
        course.render(area, &mut buffer);
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn values_stand_up_and_down_from_the_middle_one_row_a_step_where_there_are_eleven() {
        assert_eq!(
            drawn(&[5, 1, 0, -2, -5], 9, 11),
            [
                " +5 █",
                "    █",
                "    █",
                "    █",
                "    ██",
                "  0 ─────",
                "       ██",
                "       ██",
                "        █",
                "        █",
                " −5     █",
            ]
        );
    }

    #[test]
    fn every_value_to_five_has_a_picture_of_its_own_in_seven_rows() {
        let pictures: Vec<_> = (-5..=5).map(|value| drawn(&[value], 5, 7)).collect();
        for (one, picture) in pictures.iter().enumerate() {
            for other in &pictures[one + 1..] {
                assert_ne!(picture, other);
            }
        }
        assert_eq!(
            drawn(&[3], 5, 7),
            [" +5", "    █", "    █", "  0 ─", "", "", " −5"]
        );
    }

    #[test]
    fn where_there_is_not_room_for_all_the_latest_are_shown() {
        assert_eq!(
            drawn(&[5, 0, 0, -5], 6, 7)[3..],
            ["  0 ──", "     █", "     █", " −5  █"]
        );
        assert_eq!(drawn(&[5, -5], 16, 7)[0], " +5 ██████");
    }

    #[test]
    fn a_solid_cell_has_its_colour_behind_it_too() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 11));
        let now = Style::new().fg(Color::Red).bg(Color::Black);
        let course = Course {
            earlier: &[],
            last: 4,
            most: 5,
            past: now,
            now,
            scale: now,
        };
        course.render(buffer.area, &mut buffer);
        let solid = buffer.content.iter().filter(|cell| cell.symbol() == "█");
        assert!(solid.clone().count() >= 4);
        assert!(solid.into_iter().all(|cell| cell.bg == Color::Red));
        assert_eq!(buffer[(1, 0)].bg, Color::Black, "the scale");
    }

    #[test]
    fn no_room_is_too_small() {
        for (width, height) in [(0, 0), (1, 1), (3, 7), (4, 7), (5, 1), (5, 2)] {
            drawn(&[5, -5, 3], width, height);
        }
    }
}
