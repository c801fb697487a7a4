//! How finely the widgets are drawn.

#[cfg(feature = "pixels")]
use crate::picture::Graphics;
use ratatui_core::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};

/// The characters that a widget is drawn with, named as in [`ratatui_core::symbols::Marker`] where that has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[non_exhaustive]
pub enum Marker {
    /// The terminal's own pixels, as a picture.
    ///
    /// Needs RGB colours for everything that is drawn and for the background, or those of the 256 that are not the user's
    /// own. With any other colour, on one line, with more than eight million pixels, and with Sixel or inline images in
    /// the last row of the buffer the widget is drawn as [`Marker::Smooth`], or [`Marker::Quadrant`] without RGB. Cells have the size that [`Graphics`] says,
    /// whatever the widget's `aspect` is.
    #[cfg(feature = "pixels")]
    Pixels(Graphics),
    /// Half blocks, two pixels a cell, with edges blended from the exact area that each shape covers.
    ///
    /// Needs RGB colours for everything that is drawn, and for the background. With any other colour (indexed, named,
    /// [`Reset`](ratatui_core::style::Color::Reset)) the widget is drawn as [`Marker::HalfBlock`].
    #[default]
    Smooth,
    /// Half blocks in whole colours.
    HalfBlock,
    /// Quadrants, four pixels a cell, in the two colours that fit best.
    Quadrant,
    /// Sextants of Unicode 13, six pixels a cell, in the two colours that fit best: for terminals that draw them
    /// themselves, as few fonts have them.
    Sextant,
    /// Octants of Unicode 16, eight pixels a cell, in the two colours that fit best: for terminals that draw them
    /// themselves, as hardly any font has them.
    Octant,
    /// Braille, eight dots a cell.
    Braille,
    /// ASCII characters alone.
    Ascii,
}

impl Marker {
    /// All markers of characters, from the finest to the coarsest.
    pub const ALL: [Self; 7] = [
        Self::Smooth,
        Self::Octant,
        Self::Sextant,
        Self::Quadrant,
        Self::HalfBlock,
        Self::Braille,
        Self::Ascii,
    ];
}

impl Marker {
    /// The rows of two parts that a cell is drawn in, and the signs of all their combinations.
    pub(crate) fn mosaic(self) -> Option<(u8, &'static [char])> {
        match self {
            Self::Quadrant => Some((2, &QUADRANTS)),
            Self::Sextant => Some((3, &SEXTANTS)),
            Self::Octant => Some((4, &OCTANTS)),
            _ => None,
        }
    }

    /// A cell's height divided by its width, as far as the marker knows it; else `aspect`.
    pub(crate) fn aspect(self, aspect: f32) -> f32 {
        match self {
            #[cfg(feature = "pixels")]
            Self::Pixels(graphics) => graphics.cell.aspect(),
            _ => aspect,
        }
    }
}
