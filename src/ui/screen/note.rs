//! A note being written: what it is on, the question it answers, and the text.

use crate::app::{App, layout, role::Role};
use crate::ui::{Look, Painter, text_field, write};
use crate::widget::input::Input;
use ratatui::layout::Rect;

/// Draws the note of the selected mark.
pub fn note(app: &App, look: &Look, painter: &mut Painter, body: Rect, input: &Input) {
    let area = layout::note(body);
    let frame = Rect {
        x: area.x - 2,
        y: body.y,
        width: area.width + 4,
        height: body.height,
    };
    let field = app.field().get();
    let title = app.mark_title(app.cursor);
    painter.panel(frame, (title, app.lang), |buffer, frame| {
        write(
            buffer,
            frame.x,
            frame.y,
            title,
            frame.width,
            look.theme.style(Role::Strong),
        );
        let question = app.text().which_need;
        write(
            buffer,
            frame.x,
            frame.y + 1,
            question,
            frame.width,
            look.theme.style(Role::Notice),
        );
        for y in area.top()..area.bottom() {
            write(buffer, frame.x, y, "▌", 1, look.theme.style(Role::Field(field)));
        }
    });
    text_field(look, painter, area, input, app.text().note_placeholder);
}
