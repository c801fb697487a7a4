//! How long a dial takes to draw with each marker, beside ratatui's own gauge. The allocator counts: a dial allocates
//! nothing, so no line of allocations stands under its times.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::{Gauge, Widget};
use ratatui_dial::{Dial, Marker, Scale};

#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

const SIZES: [(u16, u16); 3] = [(11, 5), (15, 7), (33, 15)];

fn main() {
    divan::main();
}

/// Draws over and over, as a loop of frames does, with everything that a dial can show.
fn draw(bencher: divan::Bencher, (width, height): (u16, u16), marker: Marker) {
    let dial = |value| {
        Dial::new(Scale::bipolar(-5, 5))
            .value(value)
            .ghost(1.0)
            .focused(true)
            .marker(marker)
            .style((Color::Rgb(230, 233, 245), Color::Rgb(24, 24, 34)))
            .track_style(Color::Rgb(59, 61, 80))
            .fill_style(Color::Rgb(158, 206, 106))
            .needle_style(Color::Rgb(255, 255, 255))
            .ghost_style(Color::Rgb(224, 175, 104))
            .neutral_style(Color::Rgb(138, 143, 168))
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let mut value = -5;
    bencher.bench_local(|| {
        value = if value == 5 { -5 } else { value + 1 };
        divan::black_box(dial(value)).render(buffer.area, &mut buffer);
    });
}

#[divan::bench(args = SIZES)]
fn smooth(bencher: divan::Bencher, size: (u16, u16)) {
    draw(bencher, size, Marker::Smooth);
}

#[divan::bench(args = SIZES)]
fn half_block(bencher: divan::Bencher, size: (u16, u16)) {
    draw(bencher, size, Marker::HalfBlock);
}

#[divan::bench(args = SIZES)]
fn braille(bencher: divan::Bencher, size: (u16, u16)) {
    draw(bencher, size, Marker::Braille);
}

#[divan::bench(args = SIZES)]
fn ascii(bencher: divan::Bencher, size: (u16, u16)) {
    draw(bencher, size, Marker::Ascii);
}

#[divan::bench]
fn line(bencher: divan::Bencher) {
    draw(bencher, (24, 1), Marker::Smooth);
}

#[divan::bench]
fn ratatui_gauge_15x7(bencher: divan::Bencher) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 15, 7));
    let gauge = Gauge::default().percent(60);
    bencher.bench_local(|| divan::black_box(&gauge).render(buffer.area, &mut buffer));
}
