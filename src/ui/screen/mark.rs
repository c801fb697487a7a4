//! A mark: a large dial, what it stands at, and what the framework says of it.

use super::{dial, row, title};
use crate::app::{App, content, layout, role::Role};
use crate::ui::{Look, Painter, scroll_bar, write_page};
use ratatui::layout::Rect;

/// Draws the selected mark.
pub fn mark(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::mark(body);
    let words = content::stand(app, app.cursor, layout.words.width);
    dial(app, look, painter, app.cursor, layout.dial);
    painter.panel(layout.words, words.fingerprint(), |buffer, area| {
        write_page(buffer, area, &words, 0, &look.theme);
    });
    let from = app.body().scroll;
    let shows = (app.cursor.get(), app.lang, app.own_level(), from);
    let page = content::mark(app, app.cursor, layout.text.width);
    painter.panel(
        Rect {
            width: layout.text.width + 1,
            ..layout.text
        },
        shows,
        |buffer, area| {
            write_page(buffer, layout.text, &page, from, &look.theme);
            let bar = Rect {
                x: area.right() - 1,
                width: 1,
                ..area
            };
            scroll_bar(buffer, bar, page.lines.len(), from, &look.theme);
        },
    );
    for cell in layout::neighbours(&layout, page.lines.len(), &app.framework, app.cursor) {
        if cell.dial.height == 1 {
            row(app, look, painter, &cell, false);
            continue;
        }
        dial(app, look, painter, cell.mark, cell.dial);
        let neighbour = app.framework.mark(cell.mark);
        painter.panel(cell.text, cell.mark.get(), |buffer, area| {
            title(
                buffer,
                area,
                [&neighbour.title, &neighbour.short],
                area.height,
                look,
                Role::Muted,
            );
        });
    }
    painter.point(layout.dial.x, layout.dial.y);
}
