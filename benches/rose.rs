//! How long a rose takes to draw: twelve petals of which most have moved.

use divan::{Bencher, black_box};
use pejl::widget::rose::{Petal, Rose, RoseStyle, Tier};
use ratatui::{buffer::Buffer, layout::Rect, style::Color, widgets::Widget};

fn main() {
    divan::main();
}

const TIERS: [Tier; 4] = [Tier::Smooth, Tier::Block, Tier::Braille, Tier::Ascii];

/// In a terminal of 80 columns and 24 rows.
#[divan::bench(args = TIERS)]
fn small_34x17(bencher: Bencher, tier: Tier) {
    draw(bencher, tier, 34, 17);
}

/// In a terminal that fills a screen.
#[divan::bench(args = TIERS)]
fn large_110x55(bencher: Bencher, tier: Tier) {
    draw(bencher, tier, 110, 55);
}

fn draw(bencher: Bencher, tier: Tier, width: u16, height: u16) {
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
    let rose = Rose::new(groups).neutral(0.55).style(style).tier(tier);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    bencher.bench_local(|| (&rose).render(black_box(buffer.area), &mut buffer));
}
