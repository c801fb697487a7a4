//! How long a rose takes to draw: twelve petals of which most have moved.

use divan::{Bencher, black_box};
use pejl::widget::rose::{Petal, Rose, RoseStyle, Tier};
use ratatui::{buffer::Buffer, layout::Rect, style::Color, widgets::Widget};

fn main() {
    divan::main();
}

#[divan::bench(args = [(34, 17), (110, 55)], consts = [0, 1, 2, 3])]
fn draw<const TIER: usize>(bencher: Bencher, (width, height): (u16, u16)) {
    let color = Color::Rgb(0x7a, 0x9c, 0xf5);
    let petal = |place: usize| Petal {
        value: (place % 5 + 3) as f32 / 8.0,
        color,
        earlier: Some((place % 7 + 2) as f32 / 9.0),
        selected: place == 4,
    };
    let groups = (0..4)
        .map(|group| (0..3).map(|place| petal(3 * group + place)).collect())
        .collect();
    let style = RoseStyle {
        limit: color,
        neutral: color,
        earlier: color,
        selected: color,
        background: color,
    };
    let tier = [Tier::Smooth, Tier::Block, Tier::Braille, Tier::Ascii][TIER];
    let rose = Rose::new(groups).neutral(0.55).style(style).tier(tier);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    bencher.bench_local(|| (&rose).render(black_box(buffer.area), &mut buffer));
}
