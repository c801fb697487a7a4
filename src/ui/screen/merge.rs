//! Two versions of a profile side by side: whose column is whose over the list of differences.

use super::reading;
use crate::app::{App, content, layout};
use crate::ui::{Look, Painter, write_page};
use ratatui::layout::Rect;

/// Draws the merge in `body`.
pub fn merge(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let room = layout::merge(body);
    let head = content::merge::head(app, &room);
    painter.panel(room.head, head.fingerprint(), |buffer, area| {
        write_page(buffer, area, &head, 0, &look.theme);
    });
    reading(app, look, painter);
}
