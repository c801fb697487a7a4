//! What a reader can choose of how things are drawn, by name. Owns the names; what a terminal can do is `depth`'s.

use ratatui_dial::Marker;
use serde::{Serialize, Serializer};

/// The name of the theme that follows the terminal's background.
pub const AUTO: &str = "auto";

/// How finely dials are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// As finely as the terminal can.
    #[default]
    Auto,
    /// The terminal's own pixels; in cells where it draws no pictures.
    Pixels,
    /// Half blocks with blended edges.
    Smooth,
    /// Half blocks in whole colours.
    Block,
    /// Braille.
    Braille,
    /// ASCII alone.
    Ascii,
}

impl Glyphs {
    /// Every choice.
    pub const ALL: [Self; 6] = [
        Self::Auto,
        Self::Pixels,
        Self::Smooth,
        Self::Block,
        Self::Braille,
        Self::Ascii,
    ];

    /// Its name, as the option and the config file write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => AUTO,
            Self::Pixels => "pixels",
            Self::Smooth => "smooth",
            Self::Block => "block",
            Self::Braille => "braille",
            Self::Ascii => "ascii",
        }
    }

    /// The marker of characters that is drawn with, where `auto` is the finest that the terminal shows.
    pub fn marker(self, auto: Marker) -> Marker {
        match self {
            Self::Auto | Self::Pixels => auto,
            Self::Smooth => Marker::Smooth,
            Self::Block => Marker::HalfBlock,
            Self::Braille => Marker::Braille,
            Self::Ascii => Marker::Ascii,
        }
    }

    /// The choice of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|glyphs| glyphs.name() == name)
    }
}

/// What is known of the pictures that a terminal draws in its own pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pictures {
    /// It is not asked: it stands within another one, has no colours, or answers no questions.
    #[default]
    NotAsked,
    /// It was asked and has not answered.
    Unanswered,
    /// By its answer it draws none.
    None,
    /// It draws them, but of what size in pixels a cell is it does not say, or nothing that can be true.
    NoSize,
    /// It draws them.
    Draws,
    /// It is known by its name to draw them, and has not said so.
    Named,
    /// Over this link they come too slowly.
    Slow,
}

/// A file writes the name.
impl Serialize for Glyphs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
