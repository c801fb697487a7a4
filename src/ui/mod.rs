//! Draws the state. The only room that knows colours.

pub mod theme;
