//! Draws the dial at every value, size and tier, and holds what it shows against pictures and rules.
//!
//! The pictures are in `golden/dial`; `INSTA_UPDATE=always cargo test --test it dial_pictures` draws them anew, and
//! the difference is then to be looked at, not waved through.

use pejl::widget::dial::geometry::{Form, Part};
use pejl::widget::dial::{Dial, DialStyle, Scale, State, Tier};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::widgets::Widget;

const TIERS: [Tier; 4] = [Tier::Smooth, Tier::Block, Tier::Braille, Tier::Ascii];
/// The tiers that need no colour, with their names in the pictures' files.
const PLAIN: [(Tier, &str); 3] = [
    (Tier::Block, "block"),
    (Tier::Braille, "braille"),
    (Tier::Ascii, "ascii"),
];
const SIZES: [(u16, u16); 7] = [(7, 3), (9, 4), (11, 5), (13, 6), (15, 7), (21, 9), (33, 15)];
const LINES: [(u16, u16); 4] = [(24, 1), (16, 1), (9, 1), (6, 1)];
const VALUES: std::ops::RangeInclusive<i32> = -5..=5;

/// Each part in a channel of its own, over black, so that a pixel's colour tells what covers it.
const CHANNELS: DialStyle = DialStyle {
    track: Color::Rgb(255, 0, 0),
    fill: Color::Rgb(0, 255, 0),
    needle: Color::Rgb(0, 0, 255),
    ghost: Color::Rgb(255, 255, 0),
    neutral: Color::Rgb(255, 0, 0),
    text: Color::Rgb(255, 255, 255),
    background: Color::Rgb(0, 0, 0),
};

const NAMED: DialStyle = DialStyle {
    track: Color::DarkGray,
    fill: Color::Green,
    needle: Color::White,
    ghost: Color::Yellow,
    neutral: Color::Gray,
    text: Color::Cyan,
    background: Color::Black,
};

fn dial(value: i32) -> Dial {
    Dial::new(Scale::bipolar(-5, 5)).value(value)
}

fn drawn(dial: Dial, (width, height): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    dial.render(buffer.area, &mut buffer);
    buffer
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let Rect { width, height, .. } = buffer.area;
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect();
    (0..height).map(row).collect()
}

/// The colours of the two pixels of a cell, upper first; a cell with any other character counts as its background.
fn pixels(cell: &Cell) -> [Color; 2] {
    match cell.symbol() {
        "█" => [cell.fg; 2],
        "▀" => [cell.fg, cell.bg],
        "▄" => [cell.bg, cell.fg],
        _ => [cell.bg; 2],
    }
}

/// How much red, green and blue light a colour holds, each from 0 to 1.
fn light(color: Color) -> [f32; 3] {
    let Color::Rgb(r, g, b) = color else {
        panic!("{color} is no RGB colour")
    };
    [r, g, b].map(|v| (f32::from(v) / 255.0).powi(2))
}

/// All the green light of a drawing, in pixels.
fn green(buffer: &Buffer) -> f32 {
    buffer
        .content
        .iter()
        .flat_map(pixels)
        .map(|color| light(color)[1])
        .sum()
}

/// A drawing in [`CHANNELS`] as characters, two rows a cell. What covers most of a pixel, in eighths: the track in
/// digits, the fill in small letters, the needle in capitals, nothing as a dot; the number's cells as `"`.
fn coverage_rows(buffer: &Buffer) -> Vec<String> {
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
fn page(pictures: &[Vec<String>]) -> String {
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

fn assert_golden(name: &str, pictures: &[Vec<String>]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../golden/dial");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, page(pictures)));
}

#[test]
fn every_value_at_every_size_without_colour_is_the_picture_on_file() {
    for (tier, name) in PLAIN {
        for size in SIZES {
            let pictures: Vec<_> = VALUES
                .map(|value| rows(&drawn(dial(value).tier(tier), size)))
                .collect();
            assert_golden(&format!("{name}-{}x{}", size.0, size.1), &pictures);
        }
    }
}

#[test]
fn every_value_at_every_size_in_smooth_covers_as_the_picture_on_file() {
    for size in SIZES {
        let picture = |value| coverage_rows(&drawn(dial(value).style(CHANNELS), size));
        let pictures: Vec<_> = VALUES.map(picture).collect();
        assert_golden(&format!("smooth-{}x{}", size.0, size.1), &pictures);
    }
}

#[test]
fn every_value_in_one_line_is_the_picture_on_file() {
    for (tier, name) in [(Tier::Block, "unicode"), (Tier::Ascii, "ascii")] {
        for size in LINES {
            let picture = |value| rows(&drawn(dial(value).tier(tier).ghost(Some(3.0)), size));
            let pictures: Vec<_> = VALUES.map(picture).collect();
            assert_golden(&format!("line-{name}-{}", size.0), &pictures);
        }
    }
}

#[test]
fn ghost_focus_a_gliding_needle_and_other_scales_are_the_pictures_on_file() {
    let dials = [
        dial(3).ghost(Some(-2.0)),
        dial(3).ghost(Some(1.0)),
        dial(0).state(State::Focused),
        dial(4).position(2.5),
        Dial::new(Scale::unipolar(0, 100)).value(62).ghost(Some(80.0)),
        Dial::new(Scale::bipolar(-3, 10)).value(5),
    ];
    for size in [(11, 5), (15, 7)] {
        let pictures = dials.map(|dial| coverage_rows(&drawn(dial.style(CHANNELS), size)));
        assert_golden(&format!("states-smooth-{}x{}", size.0, size.1), &pictures);
    }
    for (tier, name) in PLAIN {
        for size in [(11, 5), (15, 7)] {
            let pictures = dials.map(|dial| rows(&drawn(dial.tier(tier), size)));
            assert_golden(&format!("states-{name}-{}x{}", size.0, size.1), &pictures);
        }
    }
}

#[test]
fn without_colour_the_shape_alone_tells_every_value() {
    for tier in TIERS {
        for size in SIZES {
            let mut shapes: Vec<(i32, Vec<String>)> = Vec::new();
            for value in VALUES {
                // The same number everywhere, so that only the ring differs.
                let rows = rows(&drawn(dial(0).position(value as f32).tier(tier), size));
                if let Some((other, _)) = shapes.iter().find(|(_, shape)| *shape == rows) {
                    panic!(
                        "{tier:?} {size:?}: {value} looks like {other}\n{}",
                        rows.join("\n")
                    );
                }
                shapes.push((value, rows));
            }
        }
    }
}

#[test]
fn the_ghost_shows_without_colour_on_the_track_and_on_the_fill() {
    for (tier, _) in PLAIN {
        for size in SIZES {
            let bare = drawn(dial(3).tier(tier), size);
            for ghost in [-4.0, -2.0, 1.0, 5.0] {
                let with = drawn(dial(3).tier(tier).ghost(Some(ghost)), size);
                assert_ne!(with, bare, "{tier:?} {size:?} {ghost}");
            }
        }
    }
}

/// The mirror image of a cell's character.
fn mirrored(symbol: &str) -> char {
    let char = symbol.chars().next().unwrap();
    match char {
        '/' => '\\',
        '\\' => '/',
        '\u{2800}'..='\u{28ff}' => {
            let dots = u32::from(char) - 0x2800;
            // The left column has the dots 1, 2, 3, 7 and the right one 4, 5, 6, 8.
            let right = (dots & 0x07) << 3 | (dots & 0x40) << 1;
            let left = (dots & 0x38) >> 3 | (dots & 0x80) >> 1;
            char::from_u32(0x2800 + left + right).unwrap()
        }
        char => char,
    }
}

#[test]
fn a_value_and_its_negative_mirror_each_other() {
    let styles = [CHANNELS, NAMED, DialStyle::default()];
    for (tier, style) in TIERS
        .into_iter()
        .flat_map(|tier| styles.map(|style| (tier, style)))
    {
        for (size, value) in SIZES
            .into_iter()
            .flat_map(|size| (0..=5).map(move |value| (size, value)))
        {
            // The number stands still: it is no part of the ring's symmetry.
            let of = |at: f32| {
                drawn(
                    dial(0).position(at).ghost(Some(at / 2.0)).tier(tier).style(style),
                    size,
                )
            };
            let (plus, minus) = (of(value as f32), of(-value as f32));
            for (x, y) in plus.area.positions().map(|p| (p.x, p.y)) {
                let (a, b) = (&plus[(x, y)], &minus[(size.0 - 1 - x, y)]);
                let at = format!("{tier:?} {size:?} {value} at {x},{y}");
                if tier == Tier::Smooth && style == CHANNELS {
                    for (a, b) in pixels(a).into_iter().zip(pixels(b)) {
                        let (a, b) = (light(a), light(b));
                        assert!((0..3).all(|i| (a[i] - b[i]).abs() < 0.02), "{at}: {a:?} {b:?}");
                    }
                } else {
                    assert_eq!(mirrored(a.symbol()), b.symbol().chars().next().unwrap(), "{at}");
                    assert_eq!((a.fg, a.bg), (b.fg, b.bg), "{at}");
                }
            }
        }
    }
}

#[test]
fn the_ring_is_round_in_cells_of_any_shape() {
    let white = Color::Rgb(255, 255, 255);
    let style = DialStyle {
        track: white,
        fill: white,
        neutral: white,
        ..CHANNELS
    };
    for aspect in [1.5, 1.8, 2.0, 2.25, 2.6] {
        let dial = dial(5).style(style).aspect(aspect);
        let buffer = drawn(dial, (41, 25));
        let Form::Ring(ring) = *dial.geometry(buffer.area).form() else {
            panic!()
        };
        assert_eq!(ring.aspect, aspect);
        let lit = |angle: f32, radius: f32| {
            let (sin, cos) = angle.to_radians().sin_cos();
            let (x, y) = (ring.centre.x + radius * sin, ring.centre.y - radius * cos);
            let half = (y / ring.aspect * 2.0) as u16;
            let cell = buffer.cell((x as u16, half / 2)).filter(|_| x >= 0.0 && y >= 0.0);
            cell.is_some_and(|cell| light(pixels(cell)[usize::from(half % 2)])[1] > 0.5)
        };
        for angle in (-125..=115).step_by(10).map(|angle| angle as f32) {
            assert!(
                lit(angle, (ring.inner + ring.outer) / 2.0),
                "{aspect}: a hole at {angle}"
            );
            assert!(!lit(angle, ring.outer + 1.0), "{aspect}: a bulge at {angle}");
            assert!(!lit(angle, ring.inner - 1.0), "{aspect}: too thick at {angle}");
        }
        assert!(
            !lit(180.0, (ring.inner + ring.outer) / 2.0),
            "{aspect}: closed at the bottom"
        );
    }
}

#[test]
fn an_aspect_that_no_font_has_counts_as_two() {
    let usual = drawn(dial(3), (15, 7));
    for aspect in [f32::NAN, f32::INFINITY, 0.0, -2.0, 0.9, 4.1] {
        assert_eq!(drawn(dial(3).aspect(aspect), (15, 7)), usual, "{aspect}");
    }
    assert_ne!(drawn(dial(3).aspect(1.7), (15, 7)), usual);
}

#[test]
fn the_needle_stands_at_the_position_and_the_number_says_the_value() {
    let standing = drawn(dial(4).style(CHANNELS), (15, 7));
    let gliding = drawn(dial(4).position(1.5).style(CHANNELS), (15, 7));
    assert!(rows(&gliding)[3].contains("+4"));
    assert_ne!(gliding, standing);
    let nearly = drawn(dial(4).position(3.999).style(CHANNELS), (15, 7));
    for (a, b) in nearly.content.iter().zip(&standing.content) {
        for (a, b) in pixels(a).into_iter().zip(pixels(b)) {
            let (a, b) = (light(a), light(b));
            assert!(
                (0..3).all(|i| (a[i] - b[i]).abs() < 0.05),
                "a thousandth of a step leaps: {a:?} {b:?}"
            );
        }
    }
}

#[test]
fn what_is_no_number_counts_as_absent_and_what_is_too_great_as_the_end() {
    let size = (15, 7);
    assert_eq!(
        drawn(dial(3).position(f32::NAN).ghost(Some(f32::NAN)), size),
        drawn(dial(3), size)
    );
    assert_eq!(drawn(dial(5).position(f32::INFINITY), size), drawn(dial(5), size));
    assert_eq!(drawn(dial(99), size), drawn(dial(5), size));
}

#[test]
fn the_number_has_a_true_minus_but_a_hyphen_in_ascii() {
    assert!(rows(&drawn(dial(-2), (9, 4)))[2].contains("\u{2212}2"));
    assert!(rows(&drawn(dial(-2).tier(Tier::Ascii), (9, 4)))[2].contains("-2"));
    assert_eq!(
        rows(&drawn(dial(0), (9, 4)))[2].chars().nth(4),
        Some('0'),
        "in the middle column"
    );
    assert_eq!(
        rows(&drawn(dial(-2), (9, 4)))[2].chars().nth(4),
        Some('2'),
        "the sign hangs to the left"
    );
    let unsigned = Dial::new(Scale::unipolar(0, 100)).value(40);
    assert!(rows(&drawn(unsigned, (15, 7)))[3].contains(" 40 "));
}

#[test]
fn a_needle_leaves_a_space_beside_the_number() {
    for (tier, size) in TIERS.into_iter().flat_map(|tier| SIZES.map(|size| (tier, size))) {
        for value in VALUES.filter(|value| *value != 0) {
            let buffer = drawn(dial(value).tier(tier).style(NAMED), size);
            let Form::Ring(ring) = *dial(value).geometry(buffer.area).form() else {
                panic!()
            };
            let row = &rows(&buffer)[ring.text_y as usize];
            let number = Scale::bipolar(-5, 5).label(value, tier == Tier::Ascii);
            assert!(row.contains(&format!(" {number} ")), "{tier:?} {size:?}: {row}");
        }
    }
}

#[test]
fn smooth_blends_only_rgb_and_falls_back_to_whole_blocks() {
    let mixed = DialStyle {
        track: Color::Indexed(240),
        ..CHANNELS
    };
    for style in [mixed, NAMED, DialStyle::default()] {
        let dial = dial(3).style(style);
        assert_eq!(
            drawn(dial.tier(Tier::Smooth), (15, 7)),
            drawn(dial.tier(Tier::Block), (15, 7))
        );
    }
    let smooth = drawn(dial(3).style(CHANNELS), (15, 7));
    let given = [
        CHANNELS.track,
        CHANNELS.fill,
        CHANNELS.needle,
        CHANNELS.background,
    ];
    assert!(
        smooth
            .content
            .iter()
            .flat_map(pixels)
            .any(|color| !given.contains(&color))
    );
}

#[test]
fn whole_blocks_use_all_the_colours_that_were_given_and_no_other() {
    let buffer = drawn(dial(-3).ghost(Some(2.0)).style(NAMED).tier(Tier::Block), (15, 7));
    let seen: Vec<Color> = buffer
        .content
        .iter()
        .flat_map(|cell| [cell.fg, cell.bg])
        .collect();
    let DialStyle {
        track,
        fill,
        needle,
        ghost,
        neutral,
        text,
        background,
    } = NAMED;
    let given = [track, fill, needle, ghost, neutral, text, background];
    for color in given {
        assert!(seen.contains(&color), "{color} is not seen");
    }
    assert!(
        seen.iter()
            .all(|color| given.contains(color) || *color == Color::Reset)
    );
}

#[test]
fn an_edge_half_covered_is_half_the_light_on_a_dark_ground_and_half_the_number_on_a_light_one() {
    // At this size the inner edge of the ring runs through the middle of the third pixel under twelve o'clock.
    let edge = |background| {
        let grey = Color::Rgb(128, 128, 128);
        let style = DialStyle {
            background,
            track: grey,
            fill: grey,
            neutral: grey,
            ..CHANNELS
        };
        let buffer = drawn(dial(5).style(style), (21, 9));
        pixels(&buffer[(10, 1)])[0]
    };
    assert_eq!(edge(Color::Rgb(0, 0, 0)), Color::Rgb(91, 91, 91));
    assert_eq!(edge(Color::Rgb(228, 228, 228)), Color::Rgb(178, 178, 178));
}

#[test]
fn focus_is_a_bold_number_and_a_bar_under_it() {
    for (tier, size) in TIERS.into_iter().flat_map(|tier| SIZES.map(|size| (tier, size))) {
        let of = |state| drawn(dial(2).tier(tier).state(state), size);
        let (normal, focused) = (of(State::Normal), of(State::Focused));
        let digit = |buffer: &Buffer| {
            buffer
                .content
                .iter()
                .find(|cell| cell.symbol() == "2")
                .unwrap()
                .modifier
        };
        assert_eq!(digit(&normal), Modifier::empty());
        assert_eq!(digit(&focused), Modifier::BOLD);
        assert_ne!(
            rows(&normal),
            rows(&focused),
            "{tier:?} {size:?}: it shows without bold as well"
        );
    }
    let line = drawn(dial(2).state(State::Focused), (24, 1));
    assert_eq!(line[(23, 0)].modifier, Modifier::BOLD | Modifier::UNDERLINED);
}

#[test]
fn a_disabled_dial_is_dim_all_over() {
    for (tier, size) in TIERS
        .into_iter()
        .flat_map(|tier| [(15, 7), (24, 1)].map(|size| (tier, size)))
    {
        let buffer = drawn(dial(2).tier(tier).style(NAMED).state(State::Disabled), size);
        assert!(
            buffer.content.iter().all(|cell| cell.modifier == Modifier::DIM),
            "{tier:?} {size:?}"
        );
    }
    let of = |state| green(&drawn(dial(5).style(CHANNELS).state(state), (15, 7)));
    assert!(
        of(State::Disabled) < of(State::Normal) / 2.0,
        "smooth colours fade"
    );
}

#[test]
fn the_ascii_tier_is_ascii_at_any_size() {
    let dial = dial(-3).ghost(Some(1.0)).state(State::Focused).tier(Tier::Ascii);
    for (width, height) in (0..40).flat_map(|width| (0..20).map(move |height| (width, height))) {
        assert!(
            rows(&drawn(dial, (width, height)))
                .iter()
                .all(|row| row.is_ascii()),
            "{width}x{height}"
        );
    }
}

#[test]
fn the_ascii_ring_has_no_hole_in_any_row_at_any_size() {
    for (width, height) in (7..70).flat_map(|width| (3..34).map(move |height| (width, height))) {
        let dial = Dial::new(Scale::unipolar(0, 1)).tier(Tier::Ascii);
        let buffer = drawn(dial, (width, height));
        let Form::Ring(ring) = *dial.geometry(buffer.area).form() else {
            continue;
        };
        let middle = (ring.inner + ring.outer) / 2.0;
        let first = ((ring.centre.y - middle) / ring.aspect) as usize;
        let last = ((ring.centre.y + middle * 0.707) / ring.aspect) as usize;
        for (y, row) in rows(&buffer).iter().enumerate().take(last).skip(first + 1) {
            let axis = ring.text_x(1) as usize;
            let right = row[axis + 2..].trim();
            assert!(
                !right.is_empty(),
                "{width}x{height} row {y}:\n{}",
                rows(&buffer).join("\n")
            );
        }
    }
}

#[test]
fn an_even_width_leaves_its_last_column_empty() {
    for tier in TIERS {
        let dial = dial(4).ghost(Some(-2.0)).tier(tier).style(CHANNELS);
        let (odd, even) = (drawn(dial, (15, 7)), drawn(dial, (16, 7)));
        for (x, y) in even.area.positions().map(|p| (p.x, p.y)) {
            match odd.cell((x, y)) {
                Some(cell) => assert_eq!(&even[(x, y)], cell, "{tier:?} {x},{y}"),
                None => assert_eq!(even[(x, y)].symbol(), " ", "{tier:?} {x},{y}"),
            }
        }
    }
}

#[test]
fn a_one_sided_line_fills_from_its_start_and_has_no_neutral_mark() {
    let dial = Dial::new(Scale::unipolar(0, 100)).ghost(Some(90.0));
    let line = |value| rows(&drawn(dial.value(value), (15, 1))).concat();
    assert_eq!(line(0), "●────────○─   0");
    assert_eq!(line(40), "━━━━●────○─  40");
    assert_eq!(line(100), "━━━━━━━━━○● 100");
}

#[test]
fn where_the_widest_number_does_not_fit_inside_the_ring_the_line_takes_its_place() {
    let form = |dial: Dial, width, height| *dial.geometry(Rect::new(0, 0, width, height)).form();
    let wide = Dial::new(Scale::bipolar(-1000, 1000));
    assert!(matches!(form(wide, 9, 4), Form::Ring(_)));
    assert!(matches!(form(wide, 5, 3), Form::Line(_)));
    assert!(matches!(form(dial(0), 60, 2), Form::Line(_)));
    assert!(matches!(form(dial(0), 0, 9), Form::Empty));
}

#[test]
fn a_click_meets_ring_middle_or_nothing() {
    let (dial, area) = (dial(0), Rect::new(3, 2, 15, 7));
    assert_eq!(dial.hit_test(area, 10, 2), Some(Part::Track));
    assert_eq!(dial.hit_test(area, 3, 5), Some(Part::Track));
    assert_eq!(dial.hit_test(area, 10, 5), Some(Part::Centre));
    assert_eq!(dial.hit_test(area, 3, 2), None, "the corner");
    assert_eq!(dial.hit_test(area, 2, 5), None, "beside it");
    let line = Rect::new(3, 2, 14, 1);
    assert_eq!(dial.hit_test(line, 3, 2), Some(Part::Track));
    assert_eq!(dial.hit_test(line, 16, 2), Some(Part::Centre), "the number");
    assert_eq!(dial.hit_test(line, 17, 2), None);
}

fn any_color() -> impl Strategy<Value = Color> {
    prop_oneof![
        any::<[u8; 3]>().prop_map(Color::from),
        any::<u8>().prop_map(Color::Indexed),
        Just(Color::Reset)
    ]
}

fn any_style() -> impl Strategy<Value = DialStyle> {
    let colors = prop_oneof![
        any::<[[u8; 3]; 7]>().prop_map(|colors| colors.map(Color::from)),
        proptest::array::uniform7(any_color()),
    ];
    colors.prop_map(
        |[track, fill, needle, ghost, neutral, text, background]| DialStyle {
            track,
            fill,
            needle,
            ghost,
            neutral,
            text,
            background,
        },
    )
}

fn any_dial() -> impl Strategy<Value = Dial> {
    let tier = prop::sample::select(TIERS.to_vec());
    let state = prop::sample::select(vec![State::Normal, State::Focused, State::Disabled]);
    let scale = prop_oneof![
        Just(Scale::bipolar(-5, 5)),
        any::<[i32; 3]>().prop_map(|[min, max, neutral]| Scale::new(min, max, neutral)),
        any::<i32>().prop_map(|only| Scale::unipolar(only, only)),
    ];
    let position = || prop_oneof![-6.0_f32..6.0, any::<f32>()];
    let aspect = prop_oneof![1.0_f32..4.0, any::<f32>()];
    let places = (any::<i32>(), position(), proptest::option::of(position()));
    (scale, places, state, tier, aspect, any_style()).prop_map(
        |(scale, places, state, tier, aspect, style)| {
            let (value, position, ghost) = places;
            let dial = Dial::new(scale).value(value).position(position).ghost(ghost);
            dial.state(state).tier(tier).aspect(aspect).style(style)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dial_in_any_rectangle_fills_its_area_and_no_cell_beside_it(
        dial in any_dial(),
        (x, y, width, height) in (0_u16..30, 0_u16..20, 0_u16..60, 0_u16..40),
    ) {
        let mut buffer = Buffer::filled(Rect::new(5, 3, 40, 24), Cell::new("~"));
        let area = Rect::new(x, y, width, height);
        dial.render(area, &mut buffer);
        for position in buffer.area.positions() {
            prop_assert_eq!(buffer[position].symbol() != "~", area.contains(position), "{}", position);
        }
    }

    #[test]
    fn what_shows_of_a_dial_half_outside_is_what_it_shows_whole(
        dial in any_dial(),
        (x, y) in (0_u16..20, 0_u16..10),
    ) {
        let area = Rect::new(x, y, 15, 7);
        let mut whole = Buffer::empty(Rect::new(0, 0, 60, 30));
        let mut part = Buffer::empty(Rect::new(6, 4, 12, 6));
        dial.render(area, &mut whole);
        dial.render(area, &mut part);
        for position in part.area.positions() {
            prop_assert_eq!(&part[position], &whole[position]);
        }
    }

    #[test]
    fn the_far_corner_of_the_screen_does_not_upset_it(
        dial in any_dial(),
        (width, height) in (0_u16..50, 0_u16..30),
        x: u16,
        y: u16,
    ) {
        let area = Rect { x: u16::MAX - 20, y: u16::MAX - 10, width, height };
        let mut buffer = Buffer::empty(Rect::new(u16::MAX - 20, u16::MAX - 10, 20, 10));
        dial.render(area, &mut buffer);
        let geometry = dial.geometry(area);
        prop_assert!(geometry.angle_at(x, y).is_none_or(|angle| angle.abs() <= 180.0));
        prop_assert!(geometry.share_at(x).is_none_or(|share| share.abs() <= 1.0));
        prop_assert!(geometry.part_at(x, y).is_none() || area.contains((x, y).into()));
    }
}
