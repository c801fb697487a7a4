//! Letters and discs of several cells, for what is read from the back row of a room: Inter's outlines in quadrants, four
//! pixels a cell, each cell in the two colours that fit it best. Owns how they are set and drawn; knows no screen.

use super::{
    Look,
    theme::{Role, color::Rgb},
};
use crate::core::sanitise::clean;
use ratatui::{buffer::Buffer, layout::Rect, style::Color};
use ratatui_dial::Marker;
use std::sync::OnceLock;
use ttf_parser::{Face, OutlineBuilder};
use unicode_width::UnicodeWidthStr;
use zeno::{Command, Mask, PathBuilder};

/// The least rows of a line of letters that can be read.
const LEAST: u16 = 4;
/// How narrow letters may be made, as a part of their own width, so that they are taller.
const NARROWEST: f32 = 0.66;
/// The size of letters in a line of one row, in rows: what stands over and under them is room for Å and g.
const EM: f32 = 1.0 / 1.17;
/// How far the line that letters stand on is below the top of theirs, in sizes.
const BASELINE: f32 = 0.95;
/// How high x is, in sizes: whole pixels make it sharp.
const X_HEIGHT: f32 = 0.546;
/// From this coverage on a pixel is drawn where there is no colour between two.
const DRAWN: u8 = 112;
/// The signs of all four pixels of a cell: left and right above, left and right below.
const QUADRANTS: [&str; 16] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
];

/// A text in large letters, set for a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Big {
    lines: Vec<String>,
    /// How many rows a line takes; letters of one row are the terminal's own.
    rows: u16,
    /// The width of letters as a part of their own.
    narrow: f32,
}

impl Big {
    /// The text in the largest letters, of at most `most` rows, in which it stands on one line of so many cells; in the
    /// terminal's own where none do, or `look` draws in ASCII alone.
    pub fn line(look: &Look, text: &str, width: u16, most: u16) -> Self {
        let text = clean(text).into_owned();
        let most = if look.marker == Marker::Ascii { 0 } else { most };
        let fitting = (LEAST..=most).rev().find_map(|rows| {
            let narrow = f32::from(width) / natural(&text, rows);
            (narrow >= NARROWEST).then_some((rows, narrow.min(1.0)))
        });
        let (rows, narrow) = fitting.unwrap_or((1, 1.0));
        Self {
            lines: vec![text],
            rows,
            narrow,
        }
    }

    /// The text in letters of `rows` rows, on as many lines of so many cells as it takes; nothing where they cannot be drawn,
    /// or a word is wider than a line.
    pub fn paragraph(look: &Look, text: &str, width: u16, rows: u16) -> Option<Self> {
        if look.marker == Marker::Ascii || rows < LEAST {
            return None;
        }
        const NARROW: f32 = 0.8;
        let wide = f32::from(width) / NARROW;
        let mut lines = vec![String::new()];
        for word in clean(text).split_whitespace() {
            let line = lines.last_mut()?;
            let longer = match line.as_str() {
                "" => word.to_owned(),
                line => format!("{line} {word}"),
            };
            if natural(&longer, rows) <= wide {
                *line = longer;
            } else if natural(word, rows) <= wide {
                lines.push(word.to_owned());
            } else {
                return None;
            }
        }
        Some(Self {
            lines,
            rows,
            narrow: NARROW,
        })
    }

    /// How many rows it takes.
    pub fn height(&self) -> u16 {
        self.lines.len() as u16 * self.rows
    }

    /// True where the letters are larger than the terminal's own.
    pub fn is_large(&self) -> bool {
        self.rows > 1
    }

    /// Draws it from the upper left corner of `area` on.
    pub fn draw(&self, look: &Look, buffer: &mut Buffer, area: Rect, role: Role) {
        let rows = (area.y..area.bottom()).step_by(self.rows.max(1).into());
        for (line, y) in self.lines.iter().zip(rows) {
            if !self.is_large() {
                super::write(buffer, area.x, y, line, area.width, look.style(role));
                continue;
            }
            let height = self.rows.min(area.bottom() - y);
            let room = Rect { y, height, ..area };
            self.draw_line(line).paint(look, buffer, room, role);
        }
    }

    /// Draws its first line in the middle of `area`.
    pub fn draw_centred(&self, look: &Look, buffer: &mut Buffer, area: Rect, role: Role) {
        let wide = match (self.lines.first(), self.is_large()) {
            (Some(line), true) => (natural(line, self.rows) * self.narrow).ceil() as u16,
            (Some(line), false) => line.width() as u16,
            (None, _) => 0,
        };
        let x = area.width.saturating_sub(wide) / 2;
        let y = area.height.saturating_sub(self.rows) / 2;
        let room = Rect {
            x: area.x + x,
            y: area.y + y,
            width: area.width - x,
            height: area.height - y,
        };
        self.draw(look, buffer, room, role);
    }

    fn draw_line(&self, line: &str) -> Picture {
        let Some(face) = face() else {
            return Picture::default();
        };
        let size = size(self.rows);
        let unit = size / f32::from(face.units_per_em());
        let mut pen = Pen {
            path: Vec::new(),
            x: 0.0,
            // two pixels a row
            baseline: (BASELINE * size).round(),
            across: 2.0 * self.narrow * unit,
            up: unit,
        };
        for letter in line.chars() {
            let glyph = face.glyph_index(letter).unwrap_or_default();
            face.outline_glyph(glyph, &mut pen);
            pen.x += f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) * pen.across;
        }
        let (width, height) = (pen.x.ceil() as usize + 1, usize::from(2 * self.rows));
        let mut picture = Picture::new(width, height);
        let (mask, place) = Mask::new(&pen.path).render();
        for (row, covers) in (place.top..).zip(mask.chunks_exact((place.width as usize).max(1))) {
            for (column, cover) in (place.left..).zip(covers) {
                if let (Ok(x), Ok(y)) = (usize::try_from(column), usize::try_from(row)) {
                    picture.set(x, y, *cover);
                }
            }
        }
        picture
    }
}

/// The size of letters in a line of so many rows, in pixels of half a row.
fn size(rows: u16) -> f32 {
    let x_height = (2.0 * f32::from(rows) * EM * X_HEIGHT).round();
    x_height / X_HEIGHT
}

/// How wide a text is in letters of so many rows, in cells.
fn natural(text: &str, rows: u16) -> f32 {
    let Some(face) = face() else { return f32::MAX };
    let advance = |letter| {
        let glyph = face.glyph_index(letter).unwrap_or_default();
        f32::from(face.glyph_hor_advance(glyph).unwrap_or_default())
    };
    let wide: f32 = text.chars().map(advance).sum();
    // of a text in another alphabet nothing could be read
    match text.chars().all(|letter| face.glyph_index(letter).is_some()) && text.width() > 0 {
        true => wide * size(rows) / f32::from(face.units_per_em()),
        false => f32::MAX,
    }
}

/// The half bold font, which exports set their headings in too.
fn face() -> Option<&'static Face<'static>> {
    static FACE: OnceLock<Option<Face<'static>>> = OnceLock::new();
    let read = || Face::parse(include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"), 0).ok();
    FACE.get_or_init(read).as_ref()
}

/// Takes the outlines of glyphs, which go up, onto pixels, which go down.
struct Pen {
    path: Vec<Command>,
    x: f32,
    baseline: f32,
    across: f32,
    up: f32,
}

impl Pen {
    fn to(&self, x: f32, y: f32) -> [f32; 2] {
        [self.x + x * self.across, self.baseline - y * self.up]
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.path.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.path.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.to(x1, y1), self.to(x, y));
        self.path.quad_to(by, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.to(x1, y1), self.to(x2, y2), self.to(x, y));
        self.path.curve_to(first, second, to);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// What a shape of several cells is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A disc.
    Disc,
    /// A square on its corner.
    Diamond,
}

/// Draws a shape that fills an area twice as wide as it is high.
pub fn shape(look: &Look, buffer: &mut Buffer, area: Rect, role: Role, shape: Shape) {
    /// How finely a pixel's coverage is counted, each way.
    const FINE: u16 = 6;
    let (width, height) = (2 * area.width, 2 * area.height);
    let mut picture = Picture::new(width.into(), height.into());
    let (a, b) = (f32::from(width) / 2.0, f32::from(height) / 2.0);
    // a little less than its room, so that two beside each other are told apart; a pixel is half as wide as it is high
    let radius = b - 0.3;
    let inner = |x: f32, y: f32| {
        let (x, y) = ((x - a) / (2.0 * radius), (y - b) / radius);
        match shape {
            Shape::Disc => x * x + y * y <= 1.0,
            Shape::Diamond => x.abs() + y.abs() <= 1.0,
        }
    };
    for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
        let fine = (0..FINE).flat_map(|row| (0..FINE).map(move |column| (row, column)));
        let at = |pixel: u16, part: u16| f32::from(pixel) + (f32::from(part) + 0.5) / f32::from(FINE);
        let covered = fine
            .filter(|(row, column)| inner(at(x, *column), at(y, *row)))
            .count();
        let cover = covered * 255 / usize::from(FINE * FINE);
        picture.set(x.into(), y.into(), cover as u8);
    }
    picture.paint(look, buffer, area, role);
}

/// How much of each pixel is covered, four pixels a cell.
#[derive(Default)]
struct Picture {
    width: usize,
    covers: Vec<u8>,
}

impl Picture {
    fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            covers: vec![0; width * height],
        }
    }

    fn set(&mut self, x: usize, y: usize, cover: u8) {
        if x < self.width
            && let Some(pixel) = self.covers.get_mut(y * self.width + x)
        {
            *pixel = cover;
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        match x < self.width {
            true => self.covers.get(y * self.width + x).copied().unwrap_or(0),
            false => 0,
        }
    }

    /// Draws it from the upper left corner of `area` on; cells that nothing covers stay as they are.
    fn paint(&self, look: &Look, buffer: &mut Buffer, area: Rect, role: Role) {
        let colour = look.theme.color(role);
        let blended = match (colour, look.theme.color(Role::Background)) {
            (Color::Rgb(..), Color::Rgb(..)) => {
                Rgb::of(colour).zip(Rgb::of(look.theme.color(Role::Background)))
            }
            _ => None,
        };
        for position in area.intersection(buffer.area).positions() {
            let x = 2 * usize::from(position.x - area.x);
            let y = 2 * usize::from(position.y - area.y);
            let covers = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.at(x + dx, y + dy));
            if covers == [0; 4] {
                continue;
            }
            let Some(cell) = buffer.cell_mut(position) else {
                continue;
            };
            match blended {
                Some((colour, ground)) => {
                    let (pattern, on, off) = two(covers);
                    let mixed = |cover: f32| Color::from(ground.mix(colour, cover / 255.0));
                    cell.set_symbol(QUADRANTS[pattern])
                        .set_fg(mixed(on))
                        .set_bg(mixed(off));
                }
                None => {
                    let pattern = pattern(covers, DRAWN);
                    cell.set_symbol(QUADRANTS[pattern]).set_fg(colour);
                    if pattern == 15 && colour != Color::Reset {
                        // no stripe of the page where a font's block is shorter than its cell
                        cell.set_bg(colour);
                    }
                }
            }
        }
    }
}

/// The pixels that are covered at least so much, as a place among [`QUADRANTS`].
fn pattern(covers: [u8; 4], least: u8) -> usize {
    let bits = covers.iter().enumerate().filter(|(_, cover)| **cover >= least);
    bits.map(|(at, _)| 1 << at).sum()
}

/// The pattern that fits best where a cell has two colours, and how much each of them is covered.
fn two(covers: [u8; 4]) -> (usize, f32, f32) {
    let mean = |part: &[f32]| part.iter().sum::<f32>() / part.len().max(1) as f32;
    let mut levels = covers;
    levels.sort_unstable();
    // the best split is one between two coverages in their order
    let splits = levels.into_iter().map(|least| {
        let bits = pattern(covers, least);
        let part = |on: bool| -> Vec<f32> {
            let own = covers
                .iter()
                .enumerate()
                .filter(|(at, _)| (bits >> at & 1 == 1) == on);
            own.map(|(_, cover)| f32::from(*cover)).collect()
        };
        let (on, off) = (part(true), part(false));
        let error = |part: &[f32]| part.iter().map(|cover| (cover - mean(part)).powi(2)).sum::<f32>();
        let behind = if off.is_empty() { mean(&on) } else { mean(&off) };
        (error(&on) + error(&off), (bits, mean(&on), behind))
    });
    let best = splits.min_by(|one, other| one.0.total_cmp(&other.0));
    best.map_or((0, 0.0, 0.0), |(_, best)| best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Depth, Theme};

    fn look(depth: Depth) -> Look {
        Look {
            theme: Theme::dark(depth),
            marker: Marker::Smooth,
        }
    }

    fn drawn(look: &Look, text: &str, width: u16, most: u16) -> (Big, Vec<String>) {
        let big = Big::line(look, text, width, most);
        let area = Rect::new(0, 0, width, big.height());
        let mut buffer = Buffer::empty(area);
        big.draw(look, &mut buffer, area, Role::Strong);
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (big.clone(), (0..big.height()).map(row).collect())
    }

    #[test]
    fn letters_are_as_large_as_the_line_lets_them_be_and_stay_in_it() {
        let look = look(Depth::Indexed256);
        for (text, width, rows) in [
            ("Evidens", 78, 6),
            ("Ressourceopbygning", 78, 6),
            ("Ressourceopbygning", 40, 1),
            ("Målsætning", 196, 12),
        ] {
            let (big, screen) = drawn(&look, text, width, if width > 100 { 12 } else { 6 });
            assert_eq!(big.height(), rows, "{text}");
            if rows > 1 {
                // nothing of it lies beyond the line
                let area = Rect::new(0, 0, width + 8, big.height());
                let mut buffer = Buffer::empty(area);
                big.draw(&look, &mut buffer, area, Role::Strong);
                let beyond = area.positions().filter(|at| at.x >= width);
                assert!(beyond.into_iter().all(|at| buffer[at].symbol() == " "), "{text}");
                assert!(screen.iter().any(|row| row.contains('█')), "{screen:#?}");
            }
        }
    }

    #[test]
    fn what_the_font_has_no_letters_for_and_ascii_stand_in_the_terminal_s_own_letters() {
        let (_, screen) = drawn(&look(Depth::True), "Ω漢", 78, 6);
        assert_eq!(screen.len(), 1);
        assert_eq!(screen[0].trim_end(), "Ω漢");
        let ascii = Look {
            marker: Marker::Ascii,
            ..look(Depth::None)
        };
        assert!(drawn(&ascii, "Evidens", 78, 6).1[0].starts_with("Evidens "));
    }

    #[test]
    fn a_cell_has_the_two_colours_that_fit_it_best() {
        assert_eq!(two([255, 255, 0, 0]), (3, 255.0, 0.0));
        assert_eq!(two([200, 0, 0, 0]), (1, 200.0, 0.0));
        assert_eq!(two([100, 100, 100, 100]).1, 100.0);
        let (bits, on, off) = two([250, 240, 20, 10]);
        assert_eq!((bits, on, off), (3, 245.0, 15.0));
    }

    #[test]
    fn a_disc_is_round_and_as_wide_as_it_is_high() {
        let look = look(Depth::Ansi16);
        let area = Rect::new(0, 0, 6, 3);
        let mut buffer = Buffer::empty(area);
        shape(&look, &mut buffer, area, Role::Field(0), Shape::Disc);
        let row = |y| (0..6).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!([row(0), row(1), row(2)], ["▗▄██▄▖", "▐████▌", "▝▀██▀▘"]);
    }
}
