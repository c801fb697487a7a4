//! Two versions of a profile side by side: whose column is whose over the list of differences.

use super::reading::reading;
use crate::app::{App, content, layout};
use crate::ui::Look;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Draws the merge in `body`.
pub fn merge(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let room = layout::merge(body);
    let head = content::merge::head(app, &room);
    frame.render_widget(look.text(&head, 0, room.head.height), room.head);
    reading(app, look, frame)
}
