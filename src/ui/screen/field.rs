//! A field: its marks side by side or one under the other, each with dial and definition.

use super::dial;
use crate::app::{App, content, layout, page::Page, role::Role};
use crate::ui::{Look, Painter, write, write_page};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the selected field.
pub fn field(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::field(body, &app.framework, app.cursor);
    let field = app.field().get();
    let set = |with_level| -> Vec<Page> {
        let page = |cell: &layout::MarkCell| {
            content::in_field(app, cell.mark, cell.text.width, layout.side_by_side, with_level)
        };
        layout.marks.iter().map(page).collect()
    };
    // what the own level asks stands under every mark or under none
    let fit = |pages: &Vec<Page>| {
        let rooms = layout.marks.iter().map(|cell| usize::from(cell.text.height));
        pages
            .iter()
            .zip(rooms)
            .all(|(page, room)| page.lines.len() <= room)
    };
    let pages = Some(set(true)).filter(fit).unwrap_or_else(|| set(false));
    for (cell, page) in layout.marks.iter().zip(&pages) {
        let selected = cell.mark == app.cursor;
        // the bar alone, so that the dial beside it is not drawn again with it
        let bar = if layout.side_by_side {
            Rect {
                height: 1,
                ..cell.area
            }
        } else {
            Rect {
                width: 1,
                ..cell.area
            }
        };
        painter.panel(bar, (cell.mark.get(), selected), |buffer, area| {
            let style = look
                .theme
                .style(if selected { Role::Field(field) } else { Role::Track });
            if layout.side_by_side {
                let bar = if selected { "━" } else { "─" }.repeat(area.width.into());
                write(buffer, area.x, area.y, &bar, area.width, style);
            } else if selected {
                for y in area.y..area.bottom().saturating_sub(1) {
                    write(buffer, area.x, y, "▌", 1, style);
                }
            }
        });
        dial(app, look, painter, cell.mark, cell.dial);
        painter.panel(cell.text, page.fingerprint(), |buffer, area| {
            write_page(buffer, area, page, 0, &look.theme);
            if page.lines.len() > usize::from(area.height) && !area.is_empty() {
                // in place of the hyphen where a word was divided
                let last = page.lines[usize::from(area.height) - 1].iter();
                let text: String = last.map(|span| span.text.as_str()).collect();
                let end = text.trim_end_matches('-').width() as u16;
                let x = area.x + end.min(area.width - 1);
                write(
                    buffer,
                    x,
                    area.bottom() - 1,
                    "…",
                    1,
                    look.theme.style(Role::Muted),
                );
            }
        });
        if selected {
            painter.point(cell.area.x, cell.area.y);
        }
    }
}
