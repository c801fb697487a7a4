//! Draws the dial at every value, size and marker, and holds it against pictures.
//!
//! The pictures are in `golden/dial`; `INSTA_UPDATE=always cargo test -p ratatui-dial --all-features --test it` draws them anew, and
//! the difference is then to be looked at, not waved through.

use crate::common::*;
use ratatui_dial::{Dial, Marker, Scale};

#[test]
fn every_value_at_every_size_without_colour_is_the_picture_on_file() {
    for (marker, name) in PLAIN {
        for size in SIZES {
            let pictures: Vec<_> = VALUES
                .map(|value| rows(&drawn(dial(value).marker(marker), size)))
                .collect();
            assert_golden(&format!("{name}-{}x{}", size.0, size.1), &pictures);
        }
    }
}

#[test]
fn every_value_at_every_size_in_smooth_covers_as_the_picture_on_file() {
    for size in SIZES {
        let picture = |value| coverage_rows(&drawn(dial(value).colors(CHANNELS), size));
        let pictures: Vec<_> = VALUES.map(picture).collect();
        assert_golden(&format!("smooth-{}x{}", size.0, size.1), &pictures);
    }
}

#[test]
fn every_value_in_one_line_is_the_picture_on_file() {
    for (marker, name) in [(Marker::HalfBlock, "unicode"), (Marker::Ascii, "ascii")] {
        for size in LINES {
            let picture = |value| rows(&drawn(dial(value).marker(marker).ghost(3.0), size));
            let pictures: Vec<_> = VALUES.map(picture).collect();
            assert_golden(&format!("line-{name}-{}", size.0), &pictures);
        }
    }
}

#[test]
fn ghost_focus_a_gliding_needle_and_other_scales_are_the_pictures_on_file() {
    let dials = [
        dial(3).ghost(-2.0),
        dial(3).ghost(1.0),
        dial(0).focused(true),
        dial(4).position(2.5),
        Dial::new(Scale::unipolar(0, 100)).value(62).ghost(80.0),
        Dial::new(Scale::bipolar(-3, 10)).value(5),
    ];
    for size in [(11, 5), (15, 7)] {
        let pictures = dials
            .each_ref()
            .map(|dial| coverage_rows(&drawn(dial.clone().colors(CHANNELS), size)));
        assert_golden(&format!("states-smooth-{}x{}", size.0, size.1), &pictures);
    }
    for (marker, name) in PLAIN {
        for size in [(11, 5), (15, 7)] {
            let pictures = dials
                .each_ref()
                .map(|dial| rows(&drawn(dial.clone().marker(marker), size)));
            assert_golden(&format!("states-{name}-{}x{}", size.0, size.1), &pictures);
        }
    }
}
