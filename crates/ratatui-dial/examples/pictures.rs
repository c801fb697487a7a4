//! Draws the pictures in the README: `cargo run -p ratatui-dial --example pictures`; with `--check` it says which are
//! stale instead. Names round a chart are laid at its anchors here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget;
use ratatui_dial::{CellSize, Dial, Graphics, Marker, Petal, PolarAreaChart, Protocol, Scale};
use std::{io, path::Path, process::ExitCode};

#[path = "support/svg.rs"]
mod svg;

const GROUND: Color = Color::Rgb(0x16, 0x17, 0x1f);
const TEXT: Color = Color::Rgb(0xd3, 0xd6, 0xe4);
const FAINT: Color = Color::Rgb(0x66, 0x6b, 0x83);

fn canvas(width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    buffer.set_style(buffer.area, (TEXT, GROUND));
    buffer
}

fn dial(scale: Scale, value: i32) -> Dial<'static> {
    Dial::new(scale)
        .value(value)
        .track_style(Color::Rgb(0x56, 0x5b, 0x78))
        .fill_style(Color::Rgb(0x7a, 0x9c, 0xf5))
        .needle_style(Color::Rgb(0xff, 0xff, 0xff))
        .ghost_style(Color::Rgb(0xec, 0xc5, 0x82))
        .neutral_style(Color::Rgb(0xb7, 0xbc, 0xce))
        .number_style(Color::Rgb(0xf6, 0xf7, 0xfc))
}

/// The terminal's pixels, with cells as large as those of the pictures.
fn pixels() -> Marker {
    let cell = CellSize::new(10, 20).expect("a font's cell");
    Marker::Pixels(Graphics {
        protocol: Protocol::Kitty,
        cell,
    })
}

/// A dial with each marker, as a ring and as a line.
fn markers() -> Buffer {
    const BESIDE: usize = 4;
    let markers = [pixels()].into_iter().chain(Marker::ALL);
    let mut buffer = canvas(79, 25);
    for (at, marker) in markers.enumerate() {
        let (column, row) = (3 + 19 * (at % BESIDE) as u16, 1 + 12 * (at / BESIDE) as u16);
        let dial = dial(Scale::bipolar(-5, 5), 3).ghost(-2.0).marker(marker);
        (&dial).render(Rect::new(column, row, 15, 7), &mut buffer);
        dial.render(Rect::new(column, row + 8, 16, 1), &mut buffer);
        let name = format!("{marker:?}");
        let name = name.split('(').next().unwrap_or_default();
        buffer.set_string(column, row + 10, name, Style::new().fg(FAINT));
    }
    buffer
}

/// Dials from the smallest ring up.
fn sizes() -> Buffer {
    let mut buffer = canvas(101, 17);
    let sizes = [(2, 7, 3), (11, 9, 4), (22, 15, 7), (39, 21, 9), (63, 33, 15)];
    let scale = Scale::unipolar(0, 100);
    for ((x, width, height), value) in sizes.into_iter().zip([25, 40, 62, 80, 95]) {
        let dial = dial(scale, value).focused(value == 62);
        dial.render(Rect::new(x, 16 - height, width, height), &mut buffer);
    }
    buffer
}

/// A chart with names round it.
fn chart(marker: Marker) -> Buffer {
    const MONTHS: [&str; 12] = [
        "March",
        "February",
        "January",
        "April",
        "May",
        "June",
        "October",
        "November",
        "December",
        "September",
        "August",
        "July",
    ];
    const HOURS: [f32; 12] = [0.48, 0.3, 0.2, 0.66, 0.85, 0.95, 0.4, 0.25, 0.15, 0.55, 0.75, 0.9];
    let mut buffer = canvas(62, 19);
    let colors = [0x007a_9cf5, 0x00b0_e4af, 0x00f3_b2d6, 0x00e8_853f].map(Color::from_u32);
    let quarters = HOURS.chunks(3).zip(colors).map(|(hours, color)| {
        let petals = hours
            .iter()
            .map(|hours| Petal::new(*hours).style(color).earlier(hours * 0.8 + 0.1));
        petals.collect::<Vec<_>>()
    });
    let chart = PolarAreaChart::new(quarters)
        .neutral(0.5)
        .marker(marker)
        .limit_style(Color::Rgb(0x34, 0x38, 0x49))
        .neutral_style(FAINT)
        .earlier_style(Color::Rgb(0xff, 0xff, 0xff));
    let area = Rect::new(14, 1, 34, 17);
    (&chart).render(area, &mut buffer);
    for (petal, name) in MONTHS.iter().enumerate() {
        let Some((x, y)) = chart.anchor(area, petal) else {
            continue;
        };
        let left = x < i32::from(area.x + area.width / 2);
        let x = if left { x + 1 - name.len() as i32 } else { x };
        if let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) {
            buffer.set_string(x, y, name, Style::new());
        }
    }
    buffer
}

fn main() -> io::Result<ExitCode> {
    let check = std::env::args().any(|arg| arg == "--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let frames = [
        ("markers", markers()),
        ("sizes", sizes()),
        ("chart", chart(Marker::Smooth)),
        ("chart-pixels", chart(pixels())),
    ];
    let fresh = svg::write_all(&folder, check, frames)?;
    Ok(ExitCode::from(u8::from(!fresh)))
}
