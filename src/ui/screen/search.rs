//! A list that is filtered by typing: the line on top, the list under it.

use super::reading;
use crate::app::{App, layout, role::Role, search::Search};
use crate::ui::{Look, Painter, text_field, write};
use ratatui::layout::Rect;

/// Draws the line and the list.
pub fn search(app: &App, look: &Look, painter: &mut Painter, body: Rect, search: &Search) {
    let (line, _) = layout::search(body);
    let sign = Rect {
        x: line.x - 2,
        width: 2,
        ..line
    };
    painter.panel(sign, (), |buffer, area| {
        write(
            buffer,
            area.x,
            area.y,
            "›",
            area.width,
            look.theme.style(Role::Accent),
        );
    });
    text_field(
        look,
        painter,
        line,
        &search.input,
        search.source.placeholder(app.text()),
    );
    reading(app, look, painter);
}
