//! Texts to read: one level through the marks, the foreword, the help; and the notice where the window is too small.

use crate::app::{App, layout, role::Role};
use crate::ui::{Look, Painter, scroll_bar, write, write_page};
use ratatui::layout::Rect;

/// Draws the page of this screen, scrolled as far as it is.
pub fn reading(app: &App, look: &Look, painter: &mut Painter) {
    let Some((page, area)) = app.page_in_view() else {
        return;
    };
    let from = app.body().scroll;
    let with_bar = Rect {
        width: area.width + 1,
        ..area
    };
    painter.panel(with_bar, (page.fingerprint(), from), |buffer, with_bar| {
        write_page(buffer, area, &page, from, &look.theme);
        let bar = Rect {
            x: with_bar.right() - 1,
            width: 1,
            ..with_bar
        };
        scroll_bar(buffer, bar, page.lines.len(), from, &look.theme);
    });
    let row = page
        .anchors
        .get(app.selected())
        .map_or(0, |line| line.saturating_sub(from));
    painter.point(area.x, area.y + (row as u16).min(area.height.saturating_sub(1)));
}

/// Says kindly how much room the program needs.
pub fn too_small(app: &App, look: &Look, painter: &mut Painter, area: Rect) {
    let (columns, rows) = layout::LEAST;
    painter.panel(area, app.lang, |buffer, area| {
        let notice = app.text().too_small(columns, rows);
        for (y, line) in (area.top()..area.bottom()).zip(notice.lines()) {
            write(buffer, area.x, y, line, area.width, look.theme.style(Role::Text));
        }
    });
}
