//! How long a polar area chart takes to draw: twelve petals of which most have moved.

use divan::{Bencher, black_box};
use ratatui::{buffer::Buffer, layout::Rect, style::Color, widgets::Widget};
use ratatui_dial::{Marker, Petal, PolarAreaChart};

fn main() {
    divan::main();
}

/// In a terminal of 80 columns and 24 rows.
#[divan::bench(args = Marker::ALL)]
fn small_34x17(bencher: Bencher, marker: Marker) {
    draw(bencher, marker, 34, 17);
}

/// In a terminal that fills a screen.
#[divan::bench(args = Marker::ALL)]
fn large_110x55(bencher: Bencher, marker: Marker) {
    draw(bencher, marker, 110, 55);
}

fn draw(bencher: Bencher, marker: Marker, width: u16, height: u16) {
    let petal = |place: usize| {
        Petal::new((place % 5 + 3) as f32 / 8.0)
            .earlier((place % 7 + 2) as f32 / 9.0)
            .selected(place == 4)
    };
    let groups = (0..4).map(|group| (0..3).map(|place| petal(3 * group + place)).collect::<Vec<_>>());
    let color = Color::Rgb(0x7a, 0x9c, 0xf5);
    let chart = PolarAreaChart::new(groups)
        .neutral(0.55)
        .style((color, color))
        .marker(marker);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    bencher.bench_local(|| (&chart).render(black_box(buffer.area), &mut buffer));
}
