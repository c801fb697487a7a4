//! The rose as it looks: pictures in text, and what holds for every rose in every rectangle.

use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style, Stylize},
    widgets::{Block, Widget},
};
use ratatui_dial::{Marker, Petal, PolarAreaChart};

const BACKGROUND: Color = Color::Rgb(0x16, 0x17, 0x1f);
const NEUTRAL: f32 = 6.0 / 11.0;

fn share(detent: i32) -> f32 {
    (6 + detent) as f32 / 11.0
}

trait Colored {
    fn colored(self) -> Self;
}

impl Colored for PolarAreaChart<'_> {
    /// In RGB throughout, as far as petals are.
    fn colored(self) -> Self {
        self.style(Style::new().bg(BACKGROUND))
            .limit_style(Color::Rgb(0x34, 0x38, 0x49))
            .neutral_style(Color::Rgb(0x66, 0x6b, 0x83))
            .earlier_style(Color::Rgb(0xff, 0xff, 0xff))
            .selected_style(Color::Rgb(0xf6, 0xf7, 0xfc))
    }
}

/// Four groups of three in one colour each, at these detents.
fn rose(detents: [i32; 12]) -> Vec<Vec<Petal>> {
    let colors = [0x7a9cf5, 0xb0e4af, 0xf3b2d6, 0xe8853f].map(Color::from_u32);
    let petal = |(detent, color): (&i32, Color)| Petal::new(share(*detent)).style(color);
    let group = |(three, color): (&[i32], Color)| three.iter().map(|detent| petal((detent, color))).collect();
    detents.chunks(3).zip(colors).map(group).collect()
}

/// A rose in which petals were turned up, down and not at all, and one is selected.
fn mixed() -> Vec<Vec<Petal>> {
    let mut groups = rose([1, 0, -2, 4, 2, 3, 0, -1, 0, 1, -3, 0]);
    let before = [1, 1, 1, 1, 0, 1, 2, -1, 0, 0, 0, -2];
    for (petal, detent) in groups.iter_mut().flatten().zip(before) {
        *petal = petal.earlier(share(detent));
    }
    groups[1][1] = groups[1][1].selected(true);
    groups
}

fn plain(groups: Vec<Vec<Petal>>) -> Vec<Vec<Petal>> {
    let reset = |petal: Petal| petal.style(Color::Reset);
    groups
        .into_iter()
        .map(|group| group.into_iter().map(reset).collect())
        .collect()
}

fn draw(chart: &PolarAreaChart, width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    chart.render(buffer.area, &mut buffer);
    buffer
}

fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let symbols: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
    symbols
        .chunks(width)
        .map(|row| row.concat().trim_end().to_string() + "\n")
        .collect()
}

/// The colours of the two pixels of each cell, row by row.
fn pixels(buffer: &Buffer) -> Vec<Vec<Color>> {
    let mut rows = Vec::new();
    for y in buffer.area.rows().map(|row| row.y) {
        let halves = buffer.area.columns().map(|column| {
            let cell = &buffer[(column.x, y)];
            match cell.symbol() {
                "█" => (cell.fg, cell.fg),
                "▀" => (cell.fg, cell.bg),
                "▄" => (cell.bg, cell.fg),
                " " => (cell.bg, cell.bg),
                other => panic!("{other:?} is no half block"),
            }
        });
        let (top, bottom): (Vec<Color>, Vec<Color>) = halves.unzip();
        rows.extend([top, bottom]);
    }
    rows
}

/// Compares with the picture in `tests/golden/polar`.
fn golden(name: &str, picture: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../golden/polar");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

/// How many pixels show something.
fn inked(buffer: &Buffer) -> usize {
    pixels(buffer)
        .iter()
        .flatten()
        .filter(|color| **color != BACKGROUND)
        .count()
}

#[test]
fn a_mixed_rose_in_ascii() {
    let chart = PolarAreaChart::new(mixed())
        .neutral(NEUTRAL)
        .colored()
        .marker(Marker::Ascii);
    let buffer = draw(&chart, 34, 17);
    assert!(text(&buffer).is_ascii());
    golden("mixed-ascii", &text(&buffer));
}

#[test]
fn a_mixed_rose_in_braille() {
    let chart = PolarAreaChart::new(mixed())
        .neutral(NEUTRAL)
        .colored()
        .marker(Marker::Braille);
    golden("mixed-braille", &text(&draw(&chart, 34, 17)));
}

#[test]
fn a_mixed_rose_in_blocks_without_colour() {
    let chart = PolarAreaChart::new(plain(mixed()))
        .neutral(NEUTRAL)
        .marker(Marker::HalfBlock);
    golden("mixed-plain", &text(&draw(&chart, 34, 17)));
}

#[test]
fn a_large_mixed_rose_in_blocks_without_colour() {
    let chart = PolarAreaChart::new(plain(mixed()))
        .neutral(NEUTRAL)
        .marker(Marker::HalfBlock);
    golden("large-plain", &text(&draw(&chart, 110, 55)));
}

#[test]
fn the_whole_range_of_a_rose() {
    let pictures: String = (-5..=5)
        .map(|detent| {
            let chart = PolarAreaChart::new(rose([detent; 12]))
                .neutral(NEUTRAL)
                .colored()
                .marker(Marker::Ascii);
            format!("{detent:+}\n{}", text(&draw(&chart, 26, 13)))
        })
        .collect();
    golden("range", &pictures);
}

#[test]
fn other_numbers_of_groups_and_petals() {
    let counts: [&[usize]; 6] = [&[1], &[2], &[1, 2], &[2, 2, 2], &[3, 1, 4, 2], &[12; 12]];
    let pictures: String = counts
        .iter()
        .map(|counts| {
            let petal = Petal::new(0.9);
            let groups: Vec<_> = counts.iter().map(|count| vec![petal; *count]).collect();
            format!(
                "{counts:?}\n{}",
                text(&draw(
                    &PolarAreaChart::new(groups).marker(Marker::HalfBlock),
                    30,
                    15
                ))
            )
        })
        .collect();
    golden("counts", &pictures);
}

#[test]
fn small_rectangles() {
    let pictures: String = [(1, 1), (2, 1), (4, 2), (6, 3), (10, 5), (30, 3), (5, 12)]
        .iter()
        .map(|(width, height)| {
            let chart = PolarAreaChart::new(rose([2; 12]))
                .neutral(NEUTRAL)
                .marker(Marker::Braille);
            format!("{width} by {height}\n{}", text(&draw(&chart, *width, *height)))
        })
        .collect();
    golden("small", &pictures);
}

#[test]
fn a_rose_with_equal_petals_is_the_same_in_every_mirror() {
    let groups = vec![vec![Petal::new(0.8).style(Color::from_u32(0x7a9cf5)); 3]; 4];
    for marker in [Marker::Smooth, Marker::HalfBlock] {
        for (width, height) in [(34, 17), (110, 55), (20, 12), (60, 9)] {
            let chart = PolarAreaChart::new(groups.clone())
                .neutral(NEUTRAL)
                .colored()
                .marker(marker);
            let rows = pixels(&draw(&chart, width, height));
            let upside_down: Vec<_> = rows.iter().rev().cloned().collect();
            let left_right: Vec<Vec<_>> = rows
                .iter()
                .map(|row| row.iter().rev().copied().collect())
                .collect();
            for mirrored in [upside_down, left_right] {
                let off = rows
                    .iter()
                    .flatten()
                    .zip(mirrored.iter().flatten())
                    .map(|(a, b)| apart(*a, *b))
                    .max();
                assert!(off <= Some(2), "{marker:?} {width} by {height}: {off:?}");
            }
        }
    }
}

/// The largest difference of two colours' channels.
fn apart(a: Color, b: Color) -> u8 {
    let (Color::Rgb(r1, g1, b1), Color::Rgb(r2, g2, b2)) = (a, b) else {
        return u8::from(a != b) * 255;
    };
    r1.abs_diff(r2).max(g1.abs_diff(g2)).max(b1.abs_diff(b2))
}

#[test]
fn the_limit_is_as_wide_as_high() {
    for (width, height) in [(34, 17), (80, 17), (34, 40), (110, 55)] {
        let rows = pixels(&draw(
            &PolarAreaChart::new(Vec::<Vec<Petal>>::new())
                .colored()
                .marker(Marker::HalfBlock),
            width,
            height,
        ));
        let inked = |color: &Color| *color != BACKGROUND;
        let high = rows.iter().filter(|row| row.iter().any(inked)).count();
        let wide = (0..usize::from(width))
            .filter(|x| rows.iter().any(|row| inked(&row[*x])))
            .count();
        assert_eq!(wide, high, "{width} by {height}");
        assert_eq!(wide, usize::from(width.min(2 * height)), "{width} by {height}");
    }
}

#[test]
fn smooth_petals_stand_in_faint_sectors_of_their_own_colour() {
    let rows = pixels(&draw(&PolarAreaChart::new(rose([-5; 12])).colored(), 34, 17));
    let tinted = |color: &Color| *color != BACKGROUND && apart(*color, BACKGROUND) < 120;
    let far_out = rows[4].iter().filter(|color| tinted(color)).count();
    assert!(far_out > 12, "{far_out}");
}

/// Whether a way leads from the middle to the border through pixels that differ from the background by less than `most`.
fn is_open(rows: &[Vec<Color>], most: u8) -> bool {
    let (width, height) = (rows[0].len(), rows.len());
    let mut seen = vec![false; width * height];
    let mut next = vec![(width / 2, height / 2)];
    while let Some((x, y)) = next.pop() {
        if x == 0 || y == 0 || x + 1 == width || y + 1 == height {
            return true;
        }
        if !std::mem::replace(&mut seen[y * width + x], true) && apart(rows[y][x], BACKGROUND) < most {
            next.extend([(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]);
        }
    }
    false
}

#[test]
fn smooth_the_earlier_ends_of_all_petals_make_one_closed_outline_and_of_eleven_an_open_one() {
    let before = [1, 3, -2, 4, -5, 5, 0, -1, 2, 1, -3, 0];
    for (width, height) in [(26, 13), (34, 17), (70, 34)] {
        // petals and sectors that are not seen
        let outline = |count: usize| {
            let petals = before.iter().enumerate().map(|(at, detent)| {
                let earlier = (at < count).then(|| share(*detent));
                Petal::new(0.0).style(BACKGROUND).earlier(earlier)
            });
            let petals: Vec<Petal> = petals.collect();
            let chart = PolarAreaChart::new(petals.chunks(3).map(<[Petal]>::to_vec)).colored();
            pixels(&draw(&chart, width, height))
        };
        assert!(!is_open(&outline(12), 60), "{width}×{height}");
        assert!(is_open(&outline(11), 60), "{width}×{height}");
    }
}

#[test]
fn the_axes_are_sharp_at_every_height() {
    for height in 9..40 {
        let chart = PolarAreaChart::new(rose([5; 12])).colored();
        let rows = pixels(&draw(&chart, 2 * height, height));
        // across the axes, half-way out
        let (middle, out) = (usize::from(height), usize::from(height / 2));
        let level: Vec<Color> = (middle - 4..middle + 4).map(|y| rows[y][out]).collect();
        let upright: Vec<Color> = (middle - 4..middle + 4).map(|x| rows[out][x]).collect();
        for pixels in [level, upright] {
            let gap = pixels.iter().filter(|color| **color == BACKGROUND).count();
            // a pixel beside the gap that is nearer to the background than the one after it
            let from_gap = |color: Color| apart(color, BACKGROUND);
            let edge = |three: &[Color]| match *three {
                [one, other, gap] | [gap, other, one] if gap == BACKGROUND && other != BACKGROUND => {
                    from_gap(one).saturating_sub(from_gap(other))
                }
                _ => 0,
            };
            let blurred = pixels.windows(3).map(edge).max();
            assert!(gap >= 2 && blurred < Some(30), "{height}: {pixels:?}");
        }
    }
}

#[test]
fn in_blocks_petals_stand_in_sectors_where_there_is_a_colour_for_them() {
    let mut groups = rose([-5; 12]);
    for petal in groups.iter_mut().flatten() {
        *petal = petal.sector(Color::Indexed(237));
    }
    for marker in [Marker::HalfBlock, Marker::Quadrant] {
        let buffer = draw(
            &PolarAreaChart::new(groups.clone()).colored().marker(marker),
            34,
            17,
        );
        let count = |wanted: Color| buffer.content.iter().filter(|cell| cell.bg == wanted).count();
        assert!(count(Color::Indexed(237)) > 150, "{marker:?}");
        let limit = Color::Rgb(0x34, 0x38, 0x49);
        assert!(
            buffer.content.iter().all(|cell| cell.fg != limit),
            "{marker:?}: no ring beside them"
        );
    }
}

#[test]
fn each_detent_makes_a_petal_longer_and_only_that_petal() {
    for marker in [Marker::Smooth, Marker::HalfBlock] {
        let draw_at = |detent| {
            let mut detents = [0; 12];
            detents[4] = detent;
            draw(
                &PolarAreaChart::new(rose(detents)).colored().marker(marker),
                34,
                17,
            )
        };
        // smooth, a petal stands in a faint sector
        let bright = |detent| -> u64 {
            let light = |color: &Color| match color {
                Color::Rgb(r, g, b) => u64::from(*r) + u64::from(*g) + u64::from(*b),
                _ => 0,
            };
            pixels(&draw_at(detent)).iter().flatten().map(light).sum()
        };
        let lengths: Vec<u64> = match marker {
            Marker::Smooth => (-5..=5).map(bright).collect(),
            _ => (-5..=5).map(|detent| inked(&draw_at(detent)) as u64).collect(),
        };
        assert!(
            lengths.windows(2).all(|pair| pair[0] < pair[1]),
            "{marker:?}: {lengths:?}"
        );
        let (low, high) = (pixels(&draw_at(-5)), pixels(&draw_at(5)));
        for (y, (low, high)) in low.iter().zip(&high).enumerate() {
            for (x, (low, high)) in low.iter().zip(high).enumerate() {
                assert!(low == high || (x >= 17 && y < 17), "{marker:?} changes {x}, {y}");
            }
        }
    }
}

#[test]
fn without_colour_selection_and_movement_still_show() {
    for marker in Marker::ALL {
        let draw = |change: fn(Petal) -> Petal| {
            let mut groups = plain(rose([0; 12]));
            groups[1][1] = change(groups[1][1]);
            text(&draw(
                &PolarAreaChart::new(groups).neutral(NEUTRAL).marker(marker),
                34,
                17,
            ))
        };
        let still = draw(|petal| petal);
        let marked = draw(|petal| petal.selected(true));
        let risen = draw(|petal| petal.earlier(share(-2)));
        let fallen = draw(|petal| petal.earlier(share(3)));
        for (index, changed) in [&marked, &risen, &fallen].into_iter().enumerate() {
            assert_ne!(*changed, still, "{marker:?}, change {index}");
        }
        assert_eq!(
            draw(|petal| petal.earlier(share(0))),
            still,
            "{marker:?}: it has not moved"
        );
    }
}

#[test]
fn the_neutral_ring_shows_where_petals_are_shorter() {
    for marker in Marker::ALL {
        let petals = rose([-5; 12]);
        let drawn = |chart: PolarAreaChart| draw(&chart.colored().marker(marker), 34, 17);
        let without = drawn(PolarAreaChart::new(petals.clone()));
        let with = drawn(PolarAreaChart::new(petals).neutral(NEUTRAL));
        let cells = without.content.iter().zip(&with.content);
        let changed = cells.filter(|(without, with)| without != with).count();
        assert!(changed >= 12, "{marker:?}: {changed}");
    }
}

#[test]
fn smooth_is_drawn_in_blocks_where_a_colour_is_not_rgb() {
    let mut groups = mixed();
    let smooth = draw(&PolarAreaChart::new(groups.clone()).colored(), 34, 17);
    groups[2][0] = groups[2][0].style(Color::Indexed(204));
    let chart = PolarAreaChart::new(groups).colored();
    assert_eq!(
        draw(&chart, 34, 17),
        draw(&chart.clone().marker(Marker::HalfBlock), 34, 17)
    );
    assert_ne!(draw(&chart, 34, 17), smooth);
}

#[test]
fn a_drawn_rose_covers_what_was_there_before() {
    for marker in Marker::ALL {
        let chart = PolarAreaChart::new(mixed())
            .neutral(NEUTRAL)
            .colored()
            .marker(marker);
        let mut used = Buffer::empty(Rect::new(0, 0, 34, 17));
        for cell in &mut used.content {
            cell.set_char('X').set_fg(Color::Red).set_bg(Color::Green);
        }
        (&chart).render(used.area, &mut used);
        assert_eq!(used, draw(&chart, 34, 17), "{marker:?}");
    }
}

fn any_number() -> impl Strategy<Value = f32> {
    prop_oneof![4 => 0.0_f32..1.0, 1 => any::<f32>(), 1 => Just(f32::NAN), 1 => Just(f32::INFINITY)]
}

fn any_petal() -> impl Strategy<Value = Petal> {
    let color = prop_oneof![
        Just(Color::Reset),
        Just(Color::Indexed(9)),
        Just(Color::Rgb(9, 200, 80))
    ];
    (any_number(), color, prop::option::of(any_number()), any::<bool>()).prop_map(
        |(value, color, earlier, selected)| {
            Petal::new(value).style(color).earlier(earlier).selected(selected)
        },
    )
}

fn any_chart() -> impl Strategy<Value = PolarAreaChart<'static>> {
    let groups = prop::collection::vec(prop::collection::vec(any_petal(), 0..=12), 0..=12);
    let marker = prop::sample::select(Marker::ALL.to_vec());
    let style = prop_oneof![Just(true), Just(false)];
    (
        groups,
        marker,
        style,
        prop::option::of(any_number()),
        prop_oneof![Just(2.0), any_number()],
    )
        .prop_map(|(groups, marker, style, neutral, aspect)| {
            let chart = PolarAreaChart::new(groups)
                .marker(marker)
                .neutral(neutral)
                .aspect(aspect);
            if style { chart.colored() } else { chart }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_chart_in_any_rectangle_draws_within_it_and_never_panics(
        chart in any_chart(),
        (x, y) in prop_oneof![(0_u16..50, 0_u16..30), any::<(u16, u16)>()],
        (width, height) in prop_oneof![(0_u16..50, 0_u16..30), any::<(u16, u16)>()],
    ) {
        let area = Rect::new(x, y, width, height);
        let mut buffer = Buffer::empty(Rect::new(3, 2, 40, 20));
        for cell in &mut buffer.content {
            cell.set_char('X');
        }
        (&chart).render(area, &mut buffer);
        for y in buffer.area.top()..buffer.area.bottom() {
            for x in buffer.area.left()..buffer.area.right() {
                let untouched = buffer[(x, y)].symbol() == "X";
                prop_assert_eq!(untouched, !area.contains((x, y).into()), "{}, {}", x, y);
                let petal = chart.petal_at(area, (x, y));
                prop_assert!(petal.is_none_or(|petal| chart.anchor(area, petal).is_some()));
            }
        }
    }
}

#[test]
fn a_part_without_a_style_has_that_of_the_whole_and_a_chart_without_a_background_the_one_it_lies_on() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 34, 17));
    buffer.set_style(buffer.area, Style::new().on_blue());
    let chart = PolarAreaChart::new([vec![Petal::new(0.5), Petal::new(0.5).green()]]);
    (&chart.red()).render(buffer.area, &mut buffer);
    let seen = |color: Color| buffer.content.iter().any(|cell| cell.fg == color);
    assert!(seen(Color::Red) && seen(Color::Green));
    assert!(
        buffer
            .content
            .iter()
            .all(|cell| cell.symbol() != " " || cell.bg == Color::Blue)
    );
}

#[test]
fn smooth_needs_rgb_only_for_what_is_drawn() {
    let bare = PolarAreaChart::new([[Petal::new(0.5)]]).style((Color::from_u32(0x7a9cf5), BACKGROUND));
    let reset = bare
        .clone()
        .neutral_style(Color::Reset)
        .earlier_style(Color::Reset)
        .selected_style(Color::Reset);
    assert_eq!(draw(&bare, 34, 17), draw(&reset, 34, 17));
    assert_ne!(
        draw(&reset, 34, 17),
        draw(&reset.clone().marker(Marker::HalfBlock), 34, 17)
    );
}

#[test]
fn a_block_surrounds_the_chart_and_what_it_answers() {
    let chart = PolarAreaChart::new(mixed()).neutral(NEUTRAL).colored();
    let framed = chart.clone().block(Block::bordered());
    let (whole, inner) = (draw(&framed, 36, 19), draw(&chart, 34, 17));
    for at in inner.area.positions() {
        let beside = (at.x + 1, at.y + 1);
        assert_eq!(whole[beside], inner[at]);
        assert_eq!(
            framed.petal_at(whole.area, beside),
            chart.petal_at(inner.area, at)
        );
    }
    assert_eq!(whole[(0, 0)].symbol(), "┌");
}
