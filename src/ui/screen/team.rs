//! The team: the numbers of the scale over a list with everyone on it, and beside or under it the selected mark.

use super::reading;
use crate::app::{App, content, layout};
use crate::ui::{Look, Painter, write_page};
use ratatui::layout::Rect;

/// Draws the team.
pub fn team(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::team(body, app.framework.mark_count());
    let head = content::team::head(app, layout.list.width);
    painter.panel(layout.head, head.fingerprint(), |buffer, area| {
        write_page(buffer, area, &head, 0, &look.theme);
    });
    reading(app, look, painter);
    if let Some(area) = layout.detail {
        let detail = content::team::detail(app, area.width, area.height);
        painter.panel(area, detail.fingerprint(), |buffer, area| {
            write_page(buffer, area, &detail, 0, &look.theme);
        });
    }
}
