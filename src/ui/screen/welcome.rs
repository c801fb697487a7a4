//! The last step of the welcome: a large dial to turn, and what its mark is about.

use super::{dial, reading};
use crate::app::{App, content, layout};
use crate::ui::{Look, Painter, write_page};
use ratatui::layout::Rect;

/// Draws the first dial.
pub fn first_dial(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::mark(body);
    let words = content::stand(app, app.cursor, layout.words.width);
    dial(app, look, painter, app.cursor, layout.dial);
    painter.panel(layout.words, words.fingerprint(), |buffer, area| {
        write_page(buffer, area, &words, 0, &look.theme);
    });
    reading(app, look, painter);
    painter.point(layout.dial.x, layout.dial.y);
}
