//! How one role looks, before any terminal is known.

use ratatui::style::{Color, Modifier};

/// How one role looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Paint {
    /// Of text and shapes; of the surface itself for the two pages.
    pub color: Color,
    /// The background, for a role that has its own.
    pub bg: Option<Color>,
    /// What stands for `color` where there are only sixteen.
    pub ansi: Option<Color>,
    /// Bold, dim and so on.
    pub modifier: Modifier,
}
