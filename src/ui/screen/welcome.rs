//! The last step of the welcome: a large dial to turn, and what its mark is about.

use super::{dial, mark::words, reading};
use crate::app::{App, layout};
use crate::ui::{Look, Painter};
use ratatui::layout::Rect;

/// Draws the first dial.
pub fn first_dial(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::mark(body);
    dial(app, look, painter, app.cursor, layout.dial);
    words(app, look, painter, layout.words);
    reading(app, look, painter);
    painter.point(layout.dial.x, layout.dial.y);
}
