//! Draws the frame: the bars around the screen that is shown, and the screen.

mod bars;
mod note;
mod reading;
mod search;

use super::{App, screen::Screen};
use crate::screens::layout;
use crate::ui::{Look, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::Text,
};

/// Draws the program. Returns where what is selected stands, for a cursor that is not seen; nothing where the frame has a
/// cursor of its own because a text is being written.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> Option<Position> {
    let area = frame.area();
    let background = look.style(Role::Background);
    for cell in &mut frame.buffer_mut().content {
        cell.set_style(background);
    }
    let selection = match layout::frame(area.width, area.height) {
        Some(parts) => {
            bars::draw(app, look, frame, &parts);
            let selection = body(app, look, frame, parts.body);
            bars::notice(app, look, frame, &parts);
            selection.filter(|_| !app.is_asking())
        }
        None => {
            // says kindly how much room the program needs
            let (columns, rows) = layout::LEAST;
            let notice = app.text().too_small(columns, rows);
            frame.render_widget(Text::styled(notice, look.style(Role::Text)), area);
            None
        }
    };
    crate::ui::finish(frame.buffer_mut(), look);
    selection
}

/// Draws the screen that fills the body.
fn body(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let screen = &app.body().screen;
    if let Some(screen) = screen.itself() {
        return screen.draw(app, look, frame, area);
    }
    match screen {
        Screen::Note(target, input) => {
            note::note(app, look, frame, area, target, input);
            None
        }
        Screen::Search(search) => {
            search::search(app, look, frame, area, search);
            None
        }
        _ => reading::reading(app, look, frame),
    }
}
