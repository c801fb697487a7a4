//! The bearings: the list with the lines over time beside it.

use super::reading::reading;
use crate::app::{App, content, layout};
use crate::ui::Look;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Draws the list of bearings.
pub fn bearings(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    if let Some(area) = layout::bearings(body).lines {
        let page = content::bearings::over_time(app, area.width, area.height);
        frame.render_widget(look.text(&page, 0, area.height), area);
    }
    reading(app, look, frame)
}
