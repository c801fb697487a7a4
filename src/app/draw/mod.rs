//! Draws the frame: the bars around the screen that is shown, and the screen.

pub(super) mod bars;

use super::App;
use crate::screens::layout;
use crate::ui::{Look, theme::Role};
use ratatui::{Frame, layout::Position, text::Text};

/// Draws the program. Returns where what is selected stands, for a cursor that is not seen; nothing where the frame has a
/// cursor of its own because a text is being written.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> Option<Position> {
    let area = frame.area();
    let background = look.style(Role::Background);
    for cell in &mut frame.buffer_mut().content {
        cell.set_style(background);
    }
    let parts = layout::frame(area.width, area.height);
    let selection = match parts.map(|parts| parts.with_notice(app.state.notice_rows)) {
        Some(parts) => {
            bars::draw(app, look, frame, &parts);
            let (state, screen) = (&app.state, app.screen());
            if let Some(around) = app.around() {
                // nothing in it can be done now, so nothing in it stands out
                around.draw(state, &look.in_cells(), frame, parts.body);
                frame.buffer_mut().set_style(parts.body, look.style(Role::Border));
            }
            let mut selection = if bars::covers_body(app, &parts) {
                app.body().draw(state, &look.in_cells(), frame, parts.body)
            } else {
                app.body().draw(state, look, frame, parts.body)
            };
            if screen.is_line() {
                selection = screen.draw(state, look, frame, parts.notice);
            }
            bars::notice(app, look, frame, &parts);
            selection
        }
        None => {
            // says kindly how much room the program needs
            let (columns, rows) = layout::LEAST;
            let notice = app.state.text().too_small(columns, rows);
            frame.render_widget(Text::styled(notice, look.style(Role::Text)), area);
            None
        }
    };
    crate::ui::finish(frame.buffer_mut(), look);
    selection
}
