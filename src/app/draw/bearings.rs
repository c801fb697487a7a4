//! The bearings: the list with the lines over time beside it, and two of them compared with the rose beside.

use super::reading::reading;
use crate::app::{App, content, layout, screen::Comparison};
use crate::core::framework::MarkIndex;
use crate::screens::rose::picture;
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

/// Draws two pictures compared.
pub fn compare(
    app: &App,
    look: &Look,
    frame: &mut Frame<'_>,
    body: Rect,
    comparison: &Comparison,
) -> Option<Position> {
    let pictures = content::bearings::pictures(app, comparison);
    if let Some((area, (from, to))) = layout::compare(body).rose.zip(pictures) {
        let (earlier, values) = (from.values(&app.framework), to.values(&app.framework));
        let stands = |mark: MarkIndex| (values[mark.get()], Some(earlier[mark.get()]), false);
        frame.render_widget(picture(app, look, stands), area);
    }
    reading(app, look, frame)
}
