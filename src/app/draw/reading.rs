//! Pages to read, as the screens that the app still does have them.

use crate::app::App;
use crate::ui::{Look, scroll_bar};
use ratatui::{Frame, layout::Position};

/// Draws the page of this screen, scrolled as far as it is. Returns where what is selected in it stands.
pub fn reading(app: &App, look: &Look, frame: &mut Frame<'_>) -> Option<Position> {
    let (page, area) = app.page_in_view()?;
    let from = app.body().scroll;
    frame.render_widget(look.text(&page, from, area.height), area);
    scroll_bar(look, frame, area, page.lines.len(), from);
    let row = page
        .anchors
        .get(app.selected())
        .map_or(0, |line| line.saturating_sub(from));
    let row = (row as u16).min(area.height.saturating_sub(1));
    Some(Position::new(area.x, area.y + row))
}
