//! The shipped themes as the program holds them, so that no start reads a theme file. Made of `assets/themes` by
//! `PEJL_UPDATE_THEMES=1 cargo test --lib shipped`; the same test fails where they differ.

use ratatui::style::{Color::*, Modifier};

use super::paint::Paint;
use crate::ui::theme::role::NAMED;

const fn paint(
    color: ratatui::style::Color,
    bg: Option<ratatui::style::Color>,
    ansi: Option<ratatui::style::Color>,
    modifier: u16,
) -> Paint {
    Paint {
        color,
        bg,
        ansi,
        modifier: Modifier::from_bits_retain(modifier),
    }
}

/// The named roles and the fields of each theme, in the order of [`SHIPPED`](super::SHIPPED).
#[rustfmt::skip]
pub(super) const PALETTES: [([Paint; NAMED.len()], &[Paint]); 4] = [
    // dark
    ([
        paint(Rgb(22, 23, 31), None, None, 0), // background
        paint(Rgb(31, 33, 44), None, None, 0), // overlay
        paint(Rgb(211, 214, 228), None, Some(Reset), 0), // text
        paint(Rgb(154, 159, 181), None, Some(Gray), 0), // muted
        paint(Rgb(246, 247, 252), None, Some(White), 1), // strong
        paint(Rgb(134, 207, 210), None, Some(LightCyan), 0), // accent
        paint(Rgb(102, 107, 131), None, Some(DarkGray), 0), // border
        paint(Rgb(211, 214, 228), None, Some(White), 0), // selected-border
        paint(Rgb(86, 91, 120), None, Some(DarkGray), 0), // track
        paint(Rgb(255, 255, 255), None, Some(White), 0), // needle
        paint(Rgb(139, 145, 168), None, Some(Gray), 0), // ghost
        paint(Rgb(183, 188, 206), None, Some(Gray), 0), // neutral-mark
        paint(Rgb(236, 197, 130), None, Some(LightYellow), 0), // notice
        paint(Rgb(155, 212, 160), None, Some(Green), 0), // good
        paint(Rgb(255, 147, 143), None, Some(LightRed), 1), // alarm
        paint(Rgb(246, 247, 252), None, Some(White), 1), // key
        paint(Rgb(22, 23, 31), Some(Rgb(239, 208, 129)), Some(Yellow), 0), // match
        paint(Rgb(255, 255, 255), Some(Rgb(54, 60, 87)), Some(Reset), 1), // selection
        paint(Rgb(179, 170, 208), None, Some(Gray), 4), // unofficial
    ], &[
        paint(Rgb(122, 156, 245), None, Some(LightBlue), 0),
        paint(Rgb(176, 228, 175), None, Some(LightGreen), 0),
        paint(Rgb(243, 178, 214), None, Some(LightMagenta), 0),
        paint(Rgb(232, 133, 63), None, Some(Yellow), 0),
    ]),
    // light
    ([
        paint(Rgb(250, 248, 243), None, None, 0), // background
        paint(Rgb(255, 255, 255), None, None, 0), // overlay
        paint(Rgb(44, 44, 53), None, Some(Reset), 0), // text
        paint(Rgb(95, 93, 102), None, Some(DarkGray), 0), // muted
        paint(Rgb(14, 14, 19), None, Some(Black), 1), // strong
        paint(Rgb(11, 102, 112), None, Some(Cyan), 0), // accent
        paint(Rgb(140, 135, 124), None, Some(DarkGray), 0), // border
        paint(Rgb(44, 44, 53), None, Some(Black), 0), // selected-border
        paint(Rgb(160, 154, 140), None, Some(Gray), 0), // track
        paint(Rgb(14, 14, 19), None, Some(Black), 0), // needle
        paint(Rgb(133, 127, 116), None, Some(DarkGray), 0), // ghost
        paint(Rgb(95, 93, 102), None, Some(DarkGray), 0), // neutral-mark
        paint(Rgb(133, 82, 0), None, Some(Magenta), 0), // notice
        paint(Rgb(36, 104, 58), None, Some(Green), 0), // good
        paint(Rgb(176, 31, 26), None, Some(Red), 1), // alarm
        paint(Rgb(14, 14, 19), None, Some(Black), 1), // key
        paint(Rgb(27, 27, 31), Some(Rgb(255, 215, 94)), Some(Blue), 0), // match
        paint(Rgb(14, 14, 19), Some(Rgb(217, 220, 238)), Some(Reset), 1), // selection
        paint(Rgb(93, 83, 120), None, Some(DarkGray), 4), // unofficial
    ], &[
        paint(Rgb(35, 73, 189), None, Some(Blue), 0),
        paint(Rgb(35, 126, 93), None, Some(Green), 0),
        paint(Rgb(128, 31, 96), None, Some(Magenta), 0),
        paint(Rgb(165, 91, 7), None, Some(Red), 0),
    ]),
    // high-contrast
    ([
        paint(Rgb(0, 0, 0), None, None, 0), // background
        paint(Rgb(10, 10, 12), None, None, 0), // overlay
        paint(Rgb(255, 255, 255), None, Some(White), 0), // text
        paint(Rgb(207, 210, 220), None, Some(White), 0), // muted
        paint(Rgb(255, 255, 255), None, Some(White), 1), // strong
        paint(Rgb(127, 233, 238), None, Some(LightCyan), 0), // accent
        paint(Rgb(154, 156, 166), None, Some(Gray), 0), // border
        paint(Rgb(255, 255, 255), None, Some(White), 0), // selected-border
        paint(Rgb(92, 94, 104), None, Some(DarkGray), 0), // track
        paint(Rgb(255, 255, 255), None, Some(White), 0), // needle
        paint(Rgb(195, 198, 210), None, Some(Gray), 0), // ghost
        paint(Rgb(255, 255, 255), None, Some(White), 0), // neutral-mark
        paint(Rgb(255, 217, 138), None, Some(LightYellow), 0), // notice
        paint(Rgb(168, 245, 172), None, Some(LightGreen), 0), // good
        paint(Rgb(255, 169, 166), None, Some(LightRed), 1), // alarm
        paint(Rgb(255, 255, 255), None, Some(White), 1), // key
        paint(Rgb(0, 0, 0), Some(Rgb(255, 224, 102)), Some(LightYellow), 1), // match
        paint(Rgb(0, 0, 0), Some(Rgb(255, 255, 255)), Some(Reset), 1), // selection
        paint(Rgb(216, 207, 242), None, Some(White), 4), // unofficial
    ], &[
        paint(Rgb(121, 163, 255), None, Some(LightBlue), 0),
        paint(Rgb(189, 248, 176), None, Some(LightGreen), 0),
        paint(Rgb(255, 185, 225), None, Some(LightMagenta), 0),
        paint(Rgb(247, 154, 53), None, Some(Yellow), 0),
    ]),
    // mono
    ([
        paint(Reset, None, None, 0), // background
        paint(Reset, None, None, 0), // overlay
        paint(Reset, None, None, 0), // text
        paint(Reset, None, None, 0), // muted
        paint(Reset, None, None, 1), // strong
        paint(Reset, None, None, 1), // accent
        paint(Reset, None, None, 2), // border
        paint(Reset, None, None, 1), // selected-border
        paint(Reset, None, None, 2), // track
        paint(Reset, None, None, 1), // needle
        paint(Reset, None, None, 0), // ghost
        paint(Reset, None, None, 0), // neutral-mark
        paint(Reset, None, None, 1), // notice
        paint(Reset, None, None, 0), // good
        paint(Reset, None, None, 9), // alarm
        paint(Reset, None, None, 1), // key
        paint(Reset, None, None, 9), // match
        paint(Reset, None, None, 65), // selection
        paint(Reset, None, None, 4), // unofficial
    ], &[
        paint(Reset, None, None, 0),
    ]),
];
