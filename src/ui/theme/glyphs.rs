//! What a reader can choose of how things are drawn, by name. Owns the names; what a terminal can do is `depth`'s.

use ratatui_dial::Marker;

/// The name of the theme that follows the terminal's background.
pub const AUTO: &str = "auto";

/// How finely dials are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// As finely as the terminal can.
    #[default]
    Auto,
    /// In this marker.
    Marker(Marker),
}

impl Glyphs {
    /// Every choice.
    pub const ALL: [Self; 5] = [
        Self::Auto,
        Self::Marker(Marker::Smooth),
        Self::Marker(Marker::HalfBlock),
        Self::Marker(Marker::Braille),
        Self::Marker(Marker::Ascii),
    ];

    /// Its name, as the option and the config file write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => AUTO,
            Self::Marker(Marker::Smooth) => "smooth",
            Self::Marker(Marker::HalfBlock) => "block",
            Self::Marker(Marker::Braille) => "braille",
            Self::Marker(Marker::Ascii) => "ascii",
        }
    }

    /// The marker that is drawn with, where `auto` is the finest that the terminal shows.
    pub fn marker(self, auto: Marker) -> Marker {
        match self {
            Self::Auto => auto,
            Self::Marker(marker) => marker,
        }
    }

    /// The choice of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|glyphs| glyphs.name() == name)
    }
}
