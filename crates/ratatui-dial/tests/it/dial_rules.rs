//! What holds of every dial, whatever it looks like: values told by shape, mirror images, colours, bounds, any area.

use crate::common::*;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style, Stylize};
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};
use ratatui::widgets::{Block, StatefulWidget, Widget};
use ratatui_dial::{Dial, DialState, Marker, Scale};

#[test]
fn without_colour_the_shape_alone_tells_every_value() {
    for marker in Marker::ALL {
        for size in SIZES {
            let mut shapes: Vec<(i32, Vec<String>)> = Vec::new();
            for value in VALUES {
                // The same number everywhere, so that only the ring differs.
                let rows = rows(&drawn(dial(0).position(value as f32).marker(marker), size));
                if let Some((other, _)) = shapes.iter().find(|(_, shape)| *shape == rows) {
                    panic!(
                        "{marker:?} {size:?}: {value} looks like {other}\n{}",
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
    for (marker, _) in PLAIN {
        for size in SIZES {
            let bare = drawn(dial(3).marker(marker), size);
            for ghost in [-4.0, -2.0, 1.0, 5.0] {
                let with = drawn(dial(3).marker(marker).ghost(ghost), size);
                assert_ne!(with, bare, "{marker:?} {size:?} {ghost}");
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
        '[' => ']',
        ']' => '[',
        '├' => '┤',
        '┤' => '├',
        char => {
            // rows of two pixels: the columns change places
            let glyphs = [&QUADRANTS[..], &SEXTANTS, &OCTANTS]
                .into_iter()
                .find_map(|glyphs| {
                    let bits = glyphs.iter().position(|glyph| *glyph == char)?;
                    Some(glyphs[(bits & 0x55) << 1 | (bits & 0xaa) >> 1])
                });
            glyphs.unwrap_or(char)
        }
    }
}

#[test]
fn a_value_and_its_negative_mirror_each_other() {
    let styles = [CHANNELS, NAMED, NONE];
    for (marker, style) in Marker::ALL
        .into_iter()
        .flat_map(|marker| styles.map(|style| (marker, style)))
    {
        for (size, value) in SIZES
            .into_iter()
            .flat_map(|size| (0..=5).map(move |value| (size, value)))
        {
            // The number stands still: it is no part of the ring's symmetry.
            let of = |at: f32| {
                drawn(
                    dial(0).position(at).ghost(at / 2.0).marker(marker).colors(style),
                    size,
                )
            };
            let (plus, minus) = (of(value as f32), of(-value as f32));
            for (x, y) in plus.area.positions().map(|p| (p.x, p.y)) {
                let (a, b) = (&plus[(x, y)], &minus[(size.0 - 1 - x, y)]);
                let at = format!("{marker:?} {size:?} {value} at {x},{y}");
                if marker == Marker::Smooth && style == CHANNELS {
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
fn an_aspect_that_no_font_has_counts_as_two() {
    let usual = drawn(dial(3), (15, 7));
    for aspect in [f32::NAN, f32::INFINITY, 0.0, -2.0, 0.9, 4.1] {
        assert_eq!(drawn(dial(3).aspect(aspect), (15, 7)), usual, "{aspect}");
    }
    assert_ne!(drawn(dial(3).aspect(1.7), (15, 7)), usual);
}

#[test]
fn the_needle_stands_at_the_position_and_the_number_says_the_value() {
    let standing = drawn(dial(4).colors(CHANNELS), (15, 7));
    let gliding = drawn(dial(4).position(1.5).colors(CHANNELS), (15, 7));
    assert!(rows(&gliding)[3].contains("+4"));
    assert_ne!(gliding, standing);
    let nearly = drawn(dial(4).position(3.999).colors(CHANNELS), (15, 7));
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
        drawn(dial(3).position(f32::NAN).ghost(f32::NAN), size),
        drawn(dial(3), size)
    );
    assert_eq!(drawn(dial(5).position(f32::INFINITY), size), drawn(dial(5), size));
    assert_eq!(drawn(dial(99), size), drawn(dial(5), size));
}

#[test]
fn the_number_has_a_true_minus_but_a_hyphen_in_ascii() {
    assert!(rows(&drawn(dial(-2), (9, 4)))[2].contains("\u{2212}2"));
    assert!(rows(&drawn(dial(-2).marker(Marker::Ascii), (9, 4)))[2].contains("-2"));
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
fn smooth_blends_only_rgb_and_falls_back_to_whole_blocks() {
    let mixed = Colors {
        track: Color::Indexed(240),
        ..CHANNELS
    };
    for style in [mixed, NAMED, NONE] {
        let dial = dial(3).colors(style);
        assert_eq!(
            drawn(dial.clone().marker(Marker::Smooth), (15, 7)),
            drawn(dial.marker(Marker::HalfBlock), (15, 7))
        );
    }
    let smooth = drawn(dial(3).colors(CHANNELS), (15, 7));
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
    let buffer = drawn(
        dial(-3).ghost(2.0).colors(NAMED).marker(Marker::HalfBlock),
        (15, 7),
    );
    let seen: Vec<Color> = buffer
        .content
        .iter()
        .flat_map(|cell| [cell.fg, cell.bg])
        .collect();
    let Colors {
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
        let style = Colors {
            background,
            track: grey,
            fill: grey,
            neutral: grey,
            ..CHANNELS
        };
        let buffer = drawn(dial(5).colors(style), (21, 9));
        pixels(&buffer[(10, 1)])[0]
    };
    assert_eq!(edge(Color::Rgb(0, 0, 0)), Color::Rgb(91, 91, 91));
    assert_eq!(edge(Color::Rgb(228, 228, 228)), Color::Rgb(178, 178, 178));
}

#[test]
fn focus_is_a_bold_number_and_a_bar_under_it() {
    for (marker, size) in Marker::ALL
        .into_iter()
        .flat_map(|marker| SIZES.map(|size| (marker, size)))
    {
        let [normal, focused] =
            [false, true].map(|focused| drawn(dial(2).marker(marker).focused(focused), size));
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
            "{marker:?} {size:?}: it shows without bold as well"
        );
    }
    let line = drawn(dial(2).focused(true), (24, 1));
    assert_eq!(line[(23, 0)].modifier, Modifier::BOLD | Modifier::UNDERLINED);
}

#[test]
fn a_dim_dial_is_dim_all_over() {
    for (marker, size) in Marker::ALL
        .into_iter()
        .flat_map(|marker| [(15, 7), (24, 1)].map(|size| (marker, size)))
    {
        let buffer = drawn(dial(2).marker(marker).colors(NAMED).dim(), size);
        assert!(
            buffer.content.iter().all(|cell| cell.modifier == Modifier::DIM),
            "{marker:?} {size:?}"
        );
    }
    let bright = dial(5).colors(CHANNELS);
    let dim = green(&drawn(bright.clone().dim(), (15, 7)));
    assert!(dim < green(&drawn(bright, (15, 7))) / 2.0, "smooth colours fade");
}

#[test]
fn the_ascii_marker_is_ascii_at_any_size() {
    let dial = dial(-3).ghost(1.0).focused(true).marker(Marker::Ascii);
    for (width, height) in (0..40).flat_map(|width| (0..20).map(move |height| (width, height))) {
        assert!(
            rows(&drawn(&dial, (width, height)))
                .iter()
                .all(|row| row.is_ascii()),
            "{width}x{height}"
        );
    }
}

#[test]
fn an_even_width_leaves_its_last_column_empty() {
    for marker in Marker::ALL {
        let dial = dial(4).ghost(-2.0).marker(marker).colors(CHANNELS);
        let (odd, even) = (drawn(&dial, (15, 7)), drawn(&dial, (16, 7)));
        for (x, y) in even.area.positions().map(|p| (p.x, p.y)) {
            match odd.cell((x, y)) {
                Some(cell) => assert_eq!(&even[(x, y)], cell, "{marker:?} {x},{y}"),
                None => assert_eq!(even[(x, y)].symbol(), " ", "{marker:?} {x},{y}"),
            }
        }
    }
}

#[test]
fn a_one_sided_line_fills_from_its_start_and_has_no_neutral_mark() {
    let dial = Dial::new(Scale::unipolar(0, 100)).ghost(90.0);
    let line = |value| rows(&drawn(dial.clone().value(value), (15, 1))).concat();
    assert_eq!(line(0), "├●──────○─┤   0");
    assert_eq!(line(40), "├━━━●───○─┤  40");
    assert_eq!(line(100), "├━━━━━━━○●┤ 100");
}

fn any_color() -> impl Strategy<Value = Color> {
    prop_oneof![
        any::<[u8; 3]>().prop_map(Color::from),
        any::<u8>().prop_map(Color::Indexed),
        Just(Color::Reset)
    ]
}

fn any_style() -> impl Strategy<Value = Colors> {
    let colors = prop_oneof![
        any::<[[u8; 3]; 7]>().prop_map(|colors| colors.map(Color::from)),
        proptest::array::uniform7(any_color()),
    ];
    colors.prop_map(|[track, fill, needle, ghost, neutral, text, background]| Colors {
        track,
        fill,
        needle,
        ghost,
        neutral,
        text,
        background,
    })
}

fn any_dial() -> impl Strategy<Value = Dial<'static>> {
    let marker = prop::sample::select(Marker::ALL.to_vec());
    let state = any::<(bool, bool)>();
    let scale = prop_oneof![
        Just(Scale::bipolar(-5, 5)),
        any::<[i32; 3]>().prop_map(|[min, max, neutral]| Scale::new(min, max, neutral)),
        any::<i32>().prop_map(|only| Scale::unipolar(only, only)),
    ];
    let position = || prop_oneof![-6.0_f32..6.0, any::<f32>()];
    let aspect = prop_oneof![1.0_f32..4.0, any::<f32>()];
    let places = (any::<i32>(), position(), proptest::option::of(position()));
    (scale, places, state, marker, aspect, any_style()).prop_map(
        |(scale, places, (focused, dim), marker, aspect, style)| {
            let (value, position, ghost) = places;
            let dial = Dial::new(scale).value(value).position(position).ghost(ghost);
            let dial = dial.focused(focused).marker(marker).aspect(aspect).colors(style);
            if dim { dial.dim() } else { dial }
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
        Widget::render(&dial, area, &mut buffer);
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
        Widget::render(&dial, area, &mut whole);
        Widget::render(&dial, area, &mut part);
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
        Widget::render(&dial, area, &mut buffer);
        let inside = area.contains((x, y).into());
        prop_assert!(inside || !dial.hit_test(area, (x, y)));
    }

    #[test]
    fn no_area_and_no_value_of_a_state_upsets_it(
        dial in any_dial(),
        area in any::<[u16; 4]>(),
        value: i32,
        at in any::<(u16, u16)>(),
        block: bool,
    ) {
        let [x, y, width, height] = area;
        let area = Rect { x, y, width, height };
        let dial = if block { dial.block(Block::bordered().title("a title")) } else { dial };
        let mut buffer = Buffer::empty(Rect::new(x.saturating_sub(3), y.saturating_sub(3), 40, 20));
        StatefulWidget::render(&dial, area, &mut buffer, &mut DialState::new(value));
        dial.hit_test(area, at);
    }
}

#[test]
fn a_part_without_a_style_has_that_of_the_whole_and_a_dial_without_a_background_the_one_it_lies_on() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 15, 7));
    buffer.set_style(buffer.area, Style::new().on_blue());
    Widget::render(dial(2).red().needle_style(Color::White), buffer.area, &mut buffer);
    let seen = |color: Color| buffer.content.iter().any(|cell| cell.fg == color);
    assert!(seen(Color::Red) && seen(Color::White));
    assert!(
        buffer
            .content
            .iter()
            .all(|cell| cell.symbol() != " " || cell.bg == Color::Blue)
    );
}

#[test]
fn smooth_needs_rgb_only_for_what_is_drawn() {
    let colors = Colors {
        ghost: Color::Reset,
        text: Color::Reset,
        ..CHANNELS
    };
    let bare = drawn(dial(3).colors(colors), (15, 7));
    assert_eq!(
        coverage_rows(&bare),
        coverage_rows(&drawn(dial(3).colors(CHANNELS), (15, 7)))
    );
}

#[test]
fn a_block_surrounds_the_dial_and_what_it_answers() {
    let area = Rect::new(0, 0, 17, 9);
    let framed = dial(3).block(Block::bordered());
    let (whole, inner) = (drawn(framed.clone(), (17, 9)), drawn(dial(3), (15, 7)));
    for at in inner.area.positions() {
        assert_eq!(whole[(at.x + 1, at.y + 1)], inner[at]);
        assert_eq!(
            framed.hit_test(area, (at.x + 1, at.y + 1)),
            dial(3).hit_test(inner.area, at)
        );
    }
    assert_eq!(whole[(0, 0)].symbol(), "┌");
}

#[test]
fn a_stateful_dial_shows_the_value_of_its_state_held_within_the_scale() {
    for (value, shown) in [(2, 2), (99, 5), (i32::MIN, -5)] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 15, 7));
        StatefulWidget::render(&dial(0), buffer.area, &mut buffer, &mut DialState::new(value));
        assert_eq!(buffer, drawn(dial(shown), (15, 7)), "{value}");
    }
}
