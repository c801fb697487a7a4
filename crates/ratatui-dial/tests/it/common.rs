//! What the tests of the dial share: its colours, a dial of a value, a drawing as characters.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Style},
    widgets::Widget,
};
use ratatui_dial::{Dial, Marker, Scale};

/// The markers that need no colour, with their names in the pictures' files.
pub const PLAIN: [(Marker, &str); 4] = [
    (Marker::Quadrant, "quadrant"),
    (Marker::HalfBlock, "block"),
    (Marker::Braille, "braille"),
    (Marker::Ascii, "ascii"),
];
pub const SIZES: [(u16, u16); 7] = [(7, 3), (9, 4), (11, 5), (13, 6), (15, 7), (21, 9), (33, 15)];
pub const LINES: [(u16, u16); 4] = [(24, 1), (16, 1), (9, 1), (6, 1)];
pub const VALUES: std::ops::RangeInclusive<i32> = -5..=5;

/// The colours of a dial's parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colors {
    pub track: Color,
    pub fill: Color,
    pub needle: Color,
    pub ghost: Color,
    pub neutral: Color,
    pub text: Color,
    pub background: Color,
}

pub const NONE: Colors = Colors {
    track: Color::Reset,
    fill: Color::Reset,
    needle: Color::Reset,
    ghost: Color::Reset,
    neutral: Color::Reset,
    text: Color::Reset,
    background: Color::Reset,
};

pub trait Colored {
    fn colors(self, colors: Colors) -> Self;
}

impl Colored for Dial<'_> {
    fn colors(self, colors: Colors) -> Self {
        self.style(Style::new().bg(colors.background))
            .track_style(colors.track)
            .fill_style(colors.fill)
            .needle_style(colors.needle)
            .ghost_style(colors.ghost)
            .neutral_style(colors.neutral)
            .number_style(colors.text)
    }
}

/// Each part in a channel of its own, over black, so that a pixel's colour tells what covers it.
pub const CHANNELS: Colors = Colors {
    track: Color::Rgb(255, 0, 0),
    fill: Color::Rgb(0, 255, 0),
    needle: Color::Rgb(0, 0, 255),
    ghost: Color::Rgb(255, 255, 0),
    neutral: Color::Rgb(255, 0, 0),
    text: Color::Rgb(255, 255, 255),
    background: Color::Rgb(0, 0, 0),
};

pub const NAMED: Colors = Colors {
    track: Color::DarkGray,
    fill: Color::Green,
    needle: Color::White,
    ghost: Color::Yellow,
    neutral: Color::Gray,
    text: Color::Cyan,
    background: Color::Black,
};

pub fn dial(value: i32) -> Dial<'static> {
    Dial::new(Scale::bipolar(-5, 5)).value(value)
}

pub fn drawn(dial: impl std::borrow::Borrow<Dial<'static>>, (width, height): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    Widget::render(dial.borrow(), buffer.area, &mut buffer);
    buffer
}

pub fn rows(buffer: &Buffer) -> Vec<String> {
    let Rect { width, height, .. } = buffer.area;
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect();
    (0..height).map(row).collect()
}

/// The colours of the two pixels of a cell, upper first; a cell with any other character counts as its background.
pub fn pixels(cell: &Cell) -> [Color; 2] {
    match cell.symbol() {
        "█" => [cell.fg; 2],
        "▀" => [cell.fg, cell.bg],
        "▄" => [cell.bg, cell.fg],
        _ => [cell.bg; 2],
    }
}

/// How much red, green and blue light a colour holds, each from 0 to 1.
pub fn light(color: Color) -> [f32; 3] {
    let Color::Rgb(r, g, b) = color else {
        panic!("{color} is no RGB colour")
    };
    [r, g, b].map(|v| (f32::from(v) / 255.0).powi(2))
}

/// All the green light of a drawing, in pixels.
pub fn green(buffer: &Buffer) -> f32 {
    buffer
        .content
        .iter()
        .flat_map(pixels)
        .map(|color| light(color)[1])
        .sum()
}

/// A drawing in [`CHANNELS`] as characters, two rows a cell. What covers most of a pixel, in eighths: the track in
/// digits, the fill in small letters, the needle in capitals, nothing as a dot; the number's cells as `"`.
pub fn coverage_rows(buffer: &Buffer) -> Vec<String> {
    let Rect { width, height, .. } = buffer.area;
    let shade = |cell: &Cell, half: usize| {
        if !matches!(cell.symbol(), " " | "█" | "▀" | "▄") {
            return '"';
        }
        let eighths = light(pixels(cell)[half]).map(|share| (share * 8.0).round() as u8);
        let most = (0..3).max_by_key(|part| eighths[*part]).unwrap();
        match (eighths[most], most) {
            (0, _) => '.',
            (n, 0) => char::from(b'0' + n),
            (n, 1) => char::from(b'a' + n - 1),
            (n, _) => char::from(b'A' + n - 1),
        }
    };
    let row = |y: u16| {
        (0..width)
            .map(|x| shade(&buffer[(x, y / 2)], usize::from(y % 2)))
            .collect()
    };
    (0..height * 2).map(row).collect()
}

/// Pictures beside each other, three columns apart, as many in a row as a wide page holds.
pub fn page(pictures: &[Vec<String>]) -> String {
    let width = pictures[0][0].chars().count() + 3;
    let mut page = String::new();
    for line in pictures.chunks((140 / width).max(1)) {
        for y in 0..line[0].len() {
            let row: Vec<_> = line.iter().map(|picture| picture[y].as_str()).collect();
            page += row.join("   ").trim_end();
            page.push('\n');
        }
        page.push('\n');
    }
    page
}

pub fn assert_golden(name: &str, pictures: &[Vec<String>]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../golden/dial");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, page(pictures)));
}
