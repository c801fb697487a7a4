//! The team: the numbers of the scale over a list with everyone on it, and beside or under it the selected mark.

use super::reading::reading;
use crate::app::{App, content, layout};
use crate::ui::Look;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Draws the team.
pub fn team(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let layout = layout::team(body, app.framework.mark_count());
    let head = content::team::head(app, layout.list.width);
    frame.render_widget(look.text(&head, 0, layout.head.height), layout.head);
    if let Some(area) = layout.detail {
        let detail = content::team::detail(app, area.width, area.height);
        frame.render_widget(look.text(&detail, 0, area.height), area);
    }
    reading(app, look, frame)
}
