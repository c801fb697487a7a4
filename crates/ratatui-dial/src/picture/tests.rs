//! The formats are read back by readers that are not their writers.

use super::*;
use flate2::read::ZlibDecoder;
use ratatui_core::style::Color;
use std::io::Read as _;

const GROUND: Color = Color::Rgb(0x16, 0x17, 0x1f);

/// A picture of diagonal stripes in every colour of a palette, with lone pixels and long runs.
fn striped(width: usize, height: usize) -> Raster {
    let hues = [
        (Color::Rgb(250, 10, 30), &[0.5][..]),
        (Color::Rgb(0, 200, 90), &[0.3, 0.6]),
    ];
    let palette = Palette::new(GROUND, &hues, 1.0).unwrap();
    let mut picture = Raster::new(width, height, palette);
    for (x, y) in (0..width).flat_map(|x| (0..height).map(move |y| (x, y))) {
        if (x + y) % 7 < 2 || x > 40 {
            let hue = picture.palette().hue((x / 20 + y / 9) % 2);
            picture.cover(x, y, hue, [0.3, 0.6, 1.0][(x + 2 * y) % 3]);
        }
    }
    picture
}

/// The colours of a picture, pixel by pixel.
fn colors(picture: &Raster) -> Vec<Vec<[u8; 3]>> {
    let color = |at: &u8| picture.palette().colors()[usize::from(*at)];
    picture
        .rows()
        .map(|row| row.iter().map(color).collect())
        .collect()
}

/// Reads a Sixel picture as a terminal does; panics where two colours are drawn in a pixel or none is, or where the
/// cursor would end below the last band.
pub(crate) fn read_sixel(text: &str) -> Vec<Vec<[u8; 3]>> {
    let text = text
        .strip_prefix("\x1bP0;1;0q")
        .and_then(|text| text.strip_suffix("\x1b\\"));
    let mut text = text.expect("a device control string").chars().peekable();
    let number = |text: &mut std::iter::Peekable<std::str::Chars<'_>>| {
        let mut digits = String::new();
        while let Some(digit) = text.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        digits.parse::<usize>().expect("a number")
    };
    let mut size = Vec::new();
    assert_eq!(text.next(), Some('"'));
    loop {
        size.push(number(&mut text));
        if text.next_if_eq(&';').is_none() {
            break;
        }
    }
    assert_eq!(size[..2], [1, 1], "square pixels");
    let mut rows = vec![vec![None; size[2]]; size[3]];
    let mut registers = [[0; 3]; 16];
    let (mut color, mut x, mut band) = (0, 0, 0);
    let mut last = ' ';
    while let Some(sign) = text.next() {
        let mut draw = |sixel: char, times: usize, x: &mut usize| {
            let bits = u32::from(sixel) - u32::from('?');
            for _ in 0..times {
                for row in (0..6).filter(|row| bits >> row & 1 == 1) {
                    let pixel: &mut Option<[u8; 3]> = &mut rows[band * 6 + row][*x];
                    assert_eq!(*pixel, None, "one colour a pixel");
                    *pixel = Some(registers[color]);
                }
                *x += 1;
            }
        };
        match sign {
            '#' => {
                color = number(&mut text);
                if text.next_if_eq(&';').is_some() {
                    assert_eq!(number(&mut text), 2, "in RGB");
                    registers[color] = std::array::from_fn(|_| {
                        assert_eq!(text.next(), Some(';'));
                        (number(&mut text) * 255 / 100) as u8
                    });
                }
            }
            '!' => {
                let times = number(&mut text);
                draw(text.next().expect("a sixel"), times, &mut x);
            }
            '$' => x = 0,
            '-' => (x, band) = (0, band + 1),
            '?'..='~' => draw(sign, 1, &mut x),
            _ => panic!("{sign:?}"),
        }
        last = sign;
    }
    assert_ne!(last, '-', "the screen would scroll");
    let whole = |row: Vec<Option<[u8; 3]>>| row.into_iter().map(|pixel| pixel.expect("opaque")).collect();
    rows.into_iter().map(whole).collect()
}

/// Reads a PNG of four bits a pixel: its colours, and whether the first is see-through.
fn read_png(file: &[u8]) -> (Vec<Vec<[u8; 3]>>, bool) {
    let mut rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n").expect("a PNG");
    let mut chunks = std::collections::BTreeMap::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let mut sum = flate2::Crc::new();
        sum.update(&rest[4..8 + length]);
        assert_eq!(rest[8 + length..12 + length], sum.sum().to_be_bytes());
        let name = String::from_utf8(rest[4..8].to_vec()).unwrap();
        chunks.insert(name, rest[8..8 + length].to_vec());
        rest = &rest[12 + length..];
    }
    let number = |at: usize| u32::from_be_bytes(chunks["IHDR"][at..at + 4].try_into().unwrap()) as usize;
    let (width, height) = (number(0), number(4));
    assert_eq!(chunks["IHDR"][8..], [4, 3, 0, 0, 0]);
    let mut bytes = Vec::new();
    ZlibDecoder::new(&chunks["IDAT"][..])
        .read_to_end(&mut bytes)
        .unwrap();
    let rows: Vec<_> = bytes.chunks(1 + width.div_ceil(2)).collect();
    assert_eq!(rows.len(), height);
    let color = |row: &[u8], x: usize| {
        let at = usize::from(row[1 + x / 2] >> (4 * (1 - x % 2)) & 15);
        chunks["PLTE"][3 * at..][..3].try_into().unwrap()
    };
    let rows = rows
        .into_iter()
        .map(|row| (0..width).map(|x| color(row, x)).collect());
    (
        rows.collect(),
        chunks.get("tRNS").is_some_and(|alpha| alpha == &[0]),
    )
}

#[test]
fn a_sixel_picture_reads_back_as_it_was_drawn_in_every_pixel() {
    for (width, height) in [(1, 1), (5, 6), (90, 40), (61, 13), (150, 140)] {
        let picture = striped(width, height);
        let read = read_sixel(&sixel::encode(&picture));
        let drawn = colors(&picture);
        assert_eq!(read.len(), height);
        for (read, drawn) in read.iter().flatten().zip(drawn.iter().flatten()) {
            // registers hold hundredths
            let near = read.iter().zip(drawn).all(|(a, b)| a.abs_diff(*b) <= 2);
            assert!(near, "{read:?} for {drawn:?} at {width}×{height}");
        }
    }
}

#[test]
fn a_png_reads_back_as_it_was_drawn_in_every_pixel() {
    for (width, height) in [(1, 1), (5, 6), (90, 40), (61, 13), (150, 140)] {
        let picture = striped(width, height);
        for clear in [false, true] {
            assert_eq!(read_png(&png::encode(&picture, clear)), (colors(&picture), clear));
        }
    }
}

#[test]
fn a_palette_has_room_for_sixteen_colours_and_the_wholes_come_first() {
    let hues: Vec<Color> = (0..40_u16)
        .map(|at| Color::Rgb(at as u8 * 6, 255 - at as u8 * 6, (at * 77 % 256) as u8))
        .collect();
    let hues: Vec<_> = hues
        .into_iter()
        .map(|hue| (hue, &[0.25, 0.5, 0.75][..]))
        .collect();
    let few = Palette::new(GROUND, &hues[..3], 1.0).unwrap();
    assert_eq!(few.colors().len(), 1 + 3 * 4);
    for count in [6, 15, 40] {
        let palette = Palette::new(GROUND, &hues[..count], 1.0).unwrap();
        assert_eq!(palette.colors().len(), 16);
        for (hue, _) in &hues[..count.min(15)] {
            let Color::Rgb(r, g, b) = *hue else { unreachable!() };
            assert!(palette.colors().contains(&[r, g, b]), "{hue} of {count}");
        }
    }
    assert!(Palette::new(Color::Reset, &hues, 1.0).is_none());
    assert!(Palette::new(GROUND, &[(Color::Red, &[])], 1.0).is_none());
}

#[test]
fn only_sizes_that_a_font_can_have_are_cells() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (3, 6),
        (10, 0),
        (10, 9),
        (10, 41),
        (10_000, 10_000),
        (u16::MAX, u16::MAX),
    ] {
        assert_eq!(CellSize::new(width, height), None, "{width}×{height}");
    }
    for (width, height) in [(4, 8), (6, 13), (10, 20), (128, 256)] {
        let cell = CellSize::new(width, height).expect("a font's cell");
        assert_eq!((cell.width(), cell.height()), (width, height));
    }
}

#[test]
fn the_256_colours_that_are_no_users_own_are_known() {
    assert_eq!(rgb(Color::Indexed(16)), Some(Color::Rgb(0, 0, 0)));
    assert_eq!(rgb(Color::Indexed(110)), Some(Color::Rgb(135, 175, 215)));
    assert_eq!(rgb(Color::Indexed(231)), Some(Color::Rgb(255, 255, 255)));
    assert_eq!(rgb(Color::Indexed(232)), Some(Color::Rgb(8, 8, 8)));
    assert_eq!(rgb(Color::Indexed(255)), Some(Color::Rgb(238, 238, 238)));
    for own in [Color::Reset, Color::Red, Color::Indexed(15)] {
        assert_eq!(rgb(own), None);
    }
}
