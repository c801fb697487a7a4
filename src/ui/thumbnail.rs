//! A small picture of what a file will be, in cells of two pixels each. Owns how pixels become cells, in as many colours as
//! the terminal shows; where it stands is the screen's, what is on it the caller's.

use super::{
    Look,
    theme::{Depth, Role, color::Rgb},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Color};
use ratatui_dial::Marker;

/// A picture: rows of pixels from the top, each a red, a green and a blue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thumbnail {
    /// The pixels.
    pub pixels: Vec<[u8; 3]>,
    /// How many of them are beside each other.
    pub wide: usize,
}

impl Thumbnail {
    /// Whether such a picture is seen in this terminal: not where there are few colours, or signs of ASCII alone.
    pub fn is_seen(look: &Look) -> bool {
        let many = matches!(look.theme.depth(), Depth::True | Depth::Indexed256);
        many && look.marker != Marker::Ascii
    }

    /// Whether it is higher than wide.
    pub fn is_upright(&self) -> bool {
        self.high() > self.wide
    }

    /// The room that the picture takes within `area`, as large as it can be without being stretched.
    pub fn room(&self, area: Rect) -> Rect {
        let (wide, high) = (self.wide.max(1), self.high().max(1));
        let rows = 2 * usize::from(area.height);
        let across = (rows * wide / high).min(usize::from(area.width));
        let down = (across * high / wide).min(rows);
        Rect {
            width: across as u16,
            height: down.div_ceil(2) as u16,
            ..area
        }
    }

    /// Draws the picture in the left upper corner of `area`.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let room = self.room(area).intersection(buffer.area);
        let rows = 2 * usize::from(room.height);
        let columns = usize::from(room.width);
        let behind = look.theme.color(Role::Background);
        for (y, row) in (room.y..room.bottom()).zip(0..) {
            for (x, column) in (room.x..room.right()).zip(0..) {
                let part = |row| shown(look, self.mean((column, columns), (row, rows)));
                if let Some(cell) = buffer.cell_mut((x, y)) {
                    cell.set_symbol("▀")
                        .set_fg(part(2 * row))
                        .set_bg(part(2 * row + 1));
                    if cell.fg == cell.bg && cell.fg == behind {
                        cell.set_symbol(" ");
                    }
                }
            }
        }
    }

    fn high(&self) -> usize {
        self.pixels.len() / self.wide.max(1)
    }

    /// The mean colour of what lies under the part `at` of so many, across and down.
    fn mean(&self, across: (usize, usize), down: (usize, usize)) -> Rgb {
        let span = |(at, of): (usize, usize), long: usize| {
            let from = at * long / of.max(1);
            from..((at + 1) * long / of.max(1)).max(from + 1).min(long.max(1))
        };
        let (columns, rows) = (span(across, self.wide), span(down, self.high()));
        let pixels = rows.flat_map(|row| columns.clone().map(move |column| row * self.wide + column));
        let (mut sum, mut count) = ([0.0; 3], 0.0);
        for pixel in pixels.filter_map(|at| self.pixels.get(at)) {
            let linear = Rgb(pixel[0], pixel[1], pixel[2]).linear();
            for (sum, part) in sum.iter_mut().zip(linear) {
                *sum += part;
            }
            count += 1.0;
        }
        Rgb::from_linear(sum.map(|part| part / f32::max(count, 1.0)))
    }
}

/// A colour as this terminal shows it.
fn shown(look: &Look, colour: Rgb) -> Color {
    match look.theme.depth() {
        Depth::Indexed256 => Color::Indexed(colour.nearest_256(|_| true)),
        _ => Color::Rgb(colour.0, colour.1, colour.2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Theme;

    fn look(depth: Depth, marker: Marker) -> Look {
        Look {
            theme: Theme::dark(depth),
            marker,
        }
    }

    #[test]
    fn a_picture_is_as_large_as_its_room_and_not_stretched() {
        let page = Thumbnail {
            pixels: vec![[255; 3]; 70 * 99],
            wide: 70,
        };
        assert_eq!(page.room(Rect::new(3, 4, 60, 20)), Rect::new(3, 4, 28, 20));
        assert_eq!(page.room(Rect::new(0, 0, 14, 60)), Rect::new(0, 0, 14, 10));
        assert_eq!(Thumbnail::default().room(Rect::new(0, 0, 0, 9)).width, 0);
    }

    #[test]
    fn its_colours_are_those_of_the_pixels_and_of_the_terminal() {
        let two = Thumbnail {
            pixels: vec![[255, 0, 0], [0, 0, 255]],
            wide: 1,
        };
        for (depth, upper) in [
            (Depth::True, Color::Rgb(255, 0, 0)),
            (Depth::Indexed256, Color::Indexed(196)),
        ] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
            two.draw(&look(depth, Marker::Smooth), buffer.area, &mut buffer);
            assert_eq!(buffer[(0, 0)].fg, upper);
        }
        assert!(!Thumbnail::is_seen(&look(Depth::Ansi16, Marker::Quadrant)));
        assert!(!Thumbnail::is_seen(&look(Depth::True, Marker::Ascii)));
    }
}
