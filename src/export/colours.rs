//! The colours of all that is drawn on paper, as `#rrggbb`.

/// The fields' colours, each at least 4.5:1 on white; from the light theme. They come again after the last.
pub const COLOURS: [&str; 4] = ["#2a44bc", "#1a8060", "#5c2551", "#994c11"];
/// The colour of outlines and of text.
pub const INK: &str = "#1b1b22";
/// The colour of what stands back.
pub const FAINT: &str = "#5f5d66";

/// The colour of a field by its position.
pub fn colour(field: usize) -> &'static str {
    COLOURS[field % COLOURS.len()]
}
