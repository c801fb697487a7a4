//! A dial and a polar area chart for [Ratatui](https://ratatui.rs).
//!
//! [`Dial`] shows an integer and is turned by keys and the mouse; [`PolarAreaChart`] shows many values at once. Both are
//! drawn with a [`Marker`]: in the terminal's own pixels, smooth where it has true colour, in
//! quadrants or half blocks, in braille or in ASCII.
//!
//! ```
//! use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};
//! use ratatui_dial::{Dial, Marker, Scale};
//!
//! let mut buffer = Buffer::empty(Rect::new(0, 0, 15, 7));
//! Dial::new(Scale::bipolar(-5, 5))
//!     .value(3)
//!     .marker(Marker::Braille)
//!     .render(buffer.area, &mut buffer);
//! let rows = [
//!     "    ⣀⠤⠴⢾⣿⣷⣶⣄⡀  ",
//!     "  ⡴⠋     ⠉⠙⢿⣿⣆ ",
//!     " ⡜          ⢹⣿⣇",
//!     "⢰⡇    +3  ⠰⠶⠟⢻⡟",
//!     "⠈⡇           ⢸⠁",
//!     " ⠘⣄         ⣠⠃ ",
//!     "  ⠈         ⠁  ",
//! ];
//! assert_eq!(buffer, Buffer::with_lines(rows));
//! ```
//!
//! # Features
//!
//! - `crossterm`: keys and the mouse of crossterm turn a dial (`Dial::handle_key`, `Dial::handle_mouse`).
//! - `pixels`: pictures by Sixel and the protocols of kitty and iTerm2 (`Marker::Pixels`). It needs `flate2` and `base64`.
//! - `block`: a `Block` round the widgets. `Block` lives in `ratatui-widgets`, which is needed for nothing else.
//!
//! Without features `ratatui-core` is all that is depended on.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod canvas;
mod dial;
mod marker;
#[cfg(feature = "pixels")]
mod picture;
mod polar;
mod surround;

#[cfg(feature = "crossterm")]
pub use dial::{DOUBLE_CLICK, DialEvent};
pub use dial::{Dial, DialState, Scale};
pub use marker::Marker;
#[cfg(feature = "pixels")]
pub use picture::{CellSize, Graphics, Protocol};
pub use polar::{Petal, PolarAreaChart};

/// A cell's height divided by its width, in most terminals' fonts.
const ASPECT: f32 = 2.0;

/// `aspect`, or the usual one where no font has it.
fn known_aspect(aspect: f32) -> f32 {
    if (1.0..=4.0).contains(&aspect) {
        aspect
    } else {
        ASPECT
    }
}

/// The examples in the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
