//! The last step of the welcome: a large dial to turn, and what its mark is about.

use super::reading::reading;
use crate::app::App;
use crate::screens::layout;
use crate::screens::{dial, mark::stands};
use crate::ui::Look;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Draws the first dial.
pub fn first_dial(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let layout = layout::mark(body);
    dial(app, look, frame, app.cursor, layout.dial);
    stands(app, look, frame, layout.words);
    reading(app, look, frame);
    Some(layout.dial.as_position())
}
