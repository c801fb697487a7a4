//! How finely the widgets are drawn.

/// The characters that a widget is drawn with, named as in [`ratatui_core::symbols::Marker`] where that has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Marker {
    /// Half blocks, two pixels a cell, with edges blended from the exact area that each shape covers.
    ///
    /// Needs RGB colours for everything that is drawn, and for the background. With any other colour (indexed, named,
    /// [`Reset`](ratatui_core::style::Color::Reset)) the widget is drawn as [`Marker::HalfBlock`].
    #[default]
    Smooth,
    /// Half blocks in whole colours.
    HalfBlock,
    /// Braille, eight dots a cell.
    Braille,
    /// ASCII characters alone.
    Ascii,
}

impl Marker {
    /// All markers, from the finest to the coarsest.
    pub const ALL: [Self; 4] = [Self::Smooth, Self::HalfBlock, Self::Braille, Self::Ascii];
}
