//! Dials and charts in the terminal's own pixels: what lies in the buffer, and that nothing panics.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget;
use ratatui_dial::{CellSize, Dial, Graphics, Marker, Petal, PolarAreaChart, Protocol, Scale};

const PROTOCOLS: [Protocol; 3] = [Protocol::Kitty, Protocol::Sixel, Protocol::Iterm2];

fn graphics(protocol: Protocol) -> Graphics {
    Graphics {
        protocol,
        cell: CellSize::new(10, 20).unwrap(),
    }
}

fn dial(value: i32, graphics: Graphics) -> Dial<'static> {
    Dial::new(Scale::bipolar(-5, 5))
        .value(value)
        .marker(Marker::Pixels(graphics))
        .style(Style::new().bg(Color::Rgb(0x16, 0x17, 0x1f)))
        .track_style(Color::Rgb(0x56, 0x5b, 0x78))
        .fill_style(Color::Rgb(0xa6, 0xe3, 0xa1))
        .needle_style(Color::Rgb(255, 255, 255))
        .ghost_style(Color::Rgb(0xf9, 0xe2, 0xaf))
        .neutral_style(Color::Rgb(0xb7, 0xbc, 0xce))
}

fn chart(graphics: Graphics) -> PolarAreaChart<'static> {
    let colors = [0x007a_9cf5, 0x00b0_e4af, 0x00f3_b2d6, 0x00e8_853f].map(Color::from_u32);
    let group = |color| {
        [0.3, 0.6, 1.0]
            .map(|value| Petal::new(value).style(color).earlier(0.7))
            .to_vec()
    };
    PolarAreaChart::new(colors.map(group))
        .neutral(0.5)
        .marker(Marker::Pixels(graphics))
        .style(Style::new().bg(Color::Rgb(0x16, 0x17, 0x1f)))
        .limit_style(Color::Rgb(0x34, 0x38, 0x49))
        .neutral_style(Color::Rgb(0x66, 0x6b, 0x83))
        .earlier_style(Color::Rgb(255, 255, 255))
        .selected_style(Color::Rgb(255, 255, 255))
}

fn drawn(widget: impl Widget, width: u16, height: u16, area: Rect) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    widget.render(area, &mut buffer);
    buffer
}

fn pictures(buffer: &Buffer) -> Vec<Position> {
    Graphics::pictures(buffer).collect()
}

#[test]
fn a_picture_lies_in_its_first_cell_and_the_number_in_front_of_it() {
    let area = Rect::new(2, 1, 15, 7);
    let buffer = drawn(dial(3, graphics(Protocol::Sixel)), 20, 10, area);
    assert_eq!(pictures(&buffer), [(2, 1).into()]);
    assert!(buffer[(2, 1)].symbol().starts_with("\x1bP0;1;0q"));
    assert_eq!(buffer[(3, 1)].diff_option, CellDiffOption::Skip);
    for (x, sign) in [(8, "+"), (9, "3")] {
        let cell = &buffer[(x, 4)];
        assert_eq!(
            (cell.symbol(), cell.diff_option),
            (sign, CellDiffOption::AlwaysUpdate)
        );
    }
    let kitty = drawn(dial(3, graphics(Protocol::Kitty)), 20, 10, area);
    assert!(kitty[(2, 1)].symbol().starts_with("\x1b_Ga=T,f=100,"));
    assert!(kitty[(2, 1)].symbol().ends_with("\x1b\\ "));
    // the cells are blank under it, as it is see-through
    assert_eq!(kitty[(3, 1)].diff_option, CellDiffOption::None);
    assert_eq!((kitty[(8, 4)].symbol(), kitty[(9, 4)].symbol()), ("+", "3"));
}

#[test]
fn only_a_picture_that_changed_is_written() {
    for protocol in PROTOCOLS {
        let area = Rect::new(0, 0, 15, 7);
        let picture = |value| drawn(dial(value, graphics(protocol)), 20, 10, area);
        let written = |before: &Buffer, after: &Buffer| {
            let cells = before.diff_iter(after).map(|(_, _, cell)| cell.symbol().len());
            cells.sum::<usize>()
        };
        assert!(
            written(&picture(2), &picture(2)) <= 2,
            "{protocol:?}: the number alone"
        );
        let turned = written(&picture(2), &picture(3));
        assert!((500..6_000).contains(&turned), "{protocol:?}: {turned} bytes");
    }
}

#[test]
fn bytes_are_few() {
    for (protocol, small, large) in [
        (Protocol::Sixel, 5_000, 20_000),
        (Protocol::Kitty, 4_000, 14_000),
        (Protocol::Iterm2, 4_000, 14_000),
    ] {
        let bytes =
            |buffer: &Buffer| -> usize { pictures(buffer).iter().map(|at| buffer[*at].symbol().len()).sum() };
        let one = bytes(&drawn(
            dial(3, graphics(protocol)).ghost(-1.0),
            20,
            10,
            Rect::new(0, 0, 15, 7),
        ));
        let great = bytes(&drawn(
            dial(3, graphics(protocol)).ghost(-1.0),
            70,
            40,
            Rect::new(0, 0, 61, 29),
        ));
        assert!(one < small && great < large, "{protocol:?}: {one} and {great}");
    }
}

#[test]
fn a_picture_of_kittys_is_removed_by_its_place_and_the_others_by_writing_over_them() {
    let area = Rect::new(2, 1, 15, 7);
    let buffer = drawn(dial(3, graphics(Protocol::Kitty)), 20, 10, area);
    let removal = graphics(Protocol::Kitty).removal((2, 1)).unwrap();
    let id = removal.split("i=").nth(1).unwrap().split(',').next().unwrap();
    assert!(
        buffer[(2, 1)].symbol().contains(&format!(",i={id},")),
        "{removal}"
    );
    for protocol in [Protocol::Sixel, Protocol::Iterm2] {
        assert_eq!(graphics(protocol).removal((2, 1)), None);
        let picture = drawn(dial(3, graphics(protocol)), 20, 10, area);
        let cells = picture.diff_iter(&Buffer::empty(picture.area)).count();
        assert_eq!(
            cells,
            15 * 7,
            "{protocol:?}: every cell that it covered is written"
        );
    }
}

#[test]
fn nothing_that_scrolls_reaches_the_last_row() {
    for protocol in [Protocol::Sixel, Protocol::Iterm2] {
        for (height, expected) in [(7, 0), (8, 1)] {
            let buffer = drawn(dial(3, graphics(protocol)), 15, height, Rect::new(0, 0, 15, 7));
            assert_eq!(pictures(&buffer).len(), expected, "{protocol:?} in {height} rows");
            let cells = buffer.content.iter().any(|cell| cell.symbol() == "▀");
            assert_eq!(cells, expected == 0, "cells instead");
        }
    }
    let buffer = drawn(dial(3, graphics(Protocol::Kitty)), 15, 7, Rect::new(0, 0, 15, 7));
    assert_eq!(pictures(&buffer).len(), 1);
}

#[test]
fn a_large_picture_is_laid_in_tiles_that_xterm_does_not_cut() {
    let buffer = drawn(
        chart(graphics(Protocol::Sixel)),
        240,
        64,
        Rect::new(0, 0, 240, 63),
    );
    let pictures = pictures(&buffer);
    assert_eq!(pictures.len(), 4, "{pictures:?}");
    for at in pictures {
        let symbol = buffer[at].symbol();
        let size = symbol.split("\"1;1;").nth(1).unwrap().split('#').next().unwrap();
        assert!(
            size.split(';').all(|side| side.parse::<u32>().unwrap() <= 1000),
            "{size}"
        );
    }
}

#[test]
fn colours_that_only_the_terminal_knows_are_drawn_in_cells() {
    let named = dial(3, graphics(Protocol::Sixel)).fill_style(Color::Green);
    assert_eq!(pictures(&drawn(named, 20, 10, Rect::new(0, 0, 15, 7))), []);
    let own = || dial(3, graphics(Protocol::Sixel)).style(Style::new().bg(Color::Reset));
    assert_eq!(pictures(&drawn(own(), 20, 10, Rect::new(0, 0, 15, 7))), []);
    let found = own().ground(Color::Rgb(20, 30, 40));
    let buffer = drawn(found, 20, 10, Rect::new(0, 0, 15, 7));
    assert!(
        buffer[(0, 0)].symbol().contains("#0;2;8;12;16"),
        "{:?}",
        buffer[(0, 0)]
    );
    assert_eq!(
        buffer[(6, 3)].bg,
        Color::Reset,
        "the number stands on the terminal's own"
    );
    let cube = dial(3, graphics(Protocol::Sixel)).fill_style(Color::Indexed(114));
    assert_eq!(pictures(&drawn(cube, 20, 10, Rect::new(0, 0, 15, 7))).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_area_value_or_cell_panics(
        (x, y, width, height) in (0..90_u16, 0..40_u16, 0..100_u16, 0..50_u16),
        (buffer_width, buffer_height) in (0..80_u16, 0..40_u16),
        value in -9..9,
        position in prop::num::f32::ANY,
        (cell_width, cell_height) in (4..24_u16, 4..48_u16),
        protocol in prop::sample::select(&PROTOCOLS[..]),
    ) {
        let Some(cell) = CellSize::new(cell_width, cell_height) else { return Ok(()) };
        let graphics = Graphics { protocol, cell };
        let area = Rect::new(x, y, width, height);
        drawn(dial(value, graphics).position(position).ghost(position), buffer_width, buffer_height, area);
        drawn(chart(graphics), buffer_width, buffer_height, area);
    }
}
