//! Home: the fields as a grid, each with its share and its dials.

use super::{dial, named, row};
use crate::app::{App, role::Role};
use crate::core::framework::Kind;
use crate::ui::{Look, Painter, write};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_width::UnicodeWidthStr;

/// Draws home.
pub fn home(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let home = app.home_layout(body);
    // two digits, so that the border beside them stays; all the focus there is only where there is one field
    let widest = app.text().percent(1.0).width() as u16;
    let share_width = widest + 2 - u16::from(home.fields.len() > 1);
    let all = app.pull(app.framework.mark_indices());
    for (column, area) in home.captions.iter().enumerate() {
        let kinds = || {
            app.framework
                .fields
                .iter()
                .skip(column)
                .step_by(home.columns)
                .map(|field| field.kind)
        };
        painter.panel(*area, (column, app.lang), |buffer, area| {
            let (word, asks) = match kinds().next() {
                Some(Kind::Known) if kinds().all(|kind| kind == Kind::Known) => app.text().known,
                Some(Kind::New) if kinds().all(|kind| kind == Kind::New) => app.text().new,
                _ => return,
            };
            let strong = look.theme.style(Role::Strong);
            let x = write(buffer, area.x + 1, area.y, word, area.width, strong);
            if usize::from(area.right() - x) >= asks.width() + 2 {
                let muted = look.theme.style(Role::Muted);
                write(buffer, x + 2, area.y, asks, area.right() - x, muted);
            }
        });
    }
    for cell in &home.fields {
        let selected = app.field() == cell.field;
        let field = cell.field.get();
        let share = app.pull(app.framework.marks_of(cell.field)) / all;
        let edge = || {
            look.theme.style(if selected {
                Role::Field(field)
            } else {
                Role::FieldDim(field)
            })
        };
        let [top, sides @ ..] = edges(cell.area);
        painter.panel(top, (field, selected), |buffer, top| {
            let (area, edge) = (cell.area, edge());
            let name = look.theme.style(if selected {
                Role::Strong
            } else {
                Role::Field(field)
            });
            let room = area.width.saturating_sub(share_width + 6);
            let text = heading(app, cell.field, room);
            if cell.bordered {
                border(buffer, area, top, edge, selected);
                let x = write(buffer, area.x + 2, area.y, " ", 1, edge);
                let x = write(buffer, x, area.y, text, room, name);
                write(buffer, x, area.y, " ", 1, edge);
            } else {
                write(buffer, area.x, area.y, if selected { "▌" } else { " " }, 1, edge);
                write(buffer, area.x + 1, area.y, text, room + 3, name);
            }
        });
        for side in sides.into_iter().filter(|_| cell.bordered) {
            painter.panel(side, (field, selected), |buffer, side| {
                border(buffer, cell.area, side, edge(), selected);
            });
        }
        let right = cell
            .area
            .right()
            .saturating_sub(if cell.bordered { 2 } else { 0 });
        let share_area = Rect::new(right.saturating_sub(share_width), cell.area.y, share_width, 1);
        painter.panel(share_area, (share.to_bits(), field, app.lang), |buffer, area| {
            let share = app.text().percent(share);
            let x = (area.right() - 1).saturating_sub(share.width() as u16);
            let style = look.theme.style(Role::Field(field));
            write(buffer, x, area.y, &share, area.right() - x, style);
        });
        for mark in &cell.marks {
            if mark.dial.height == 1 {
                row(app, look, painter, mark, selected);
                continue;
            }
            dial(app, look, painter, mark.mark, mark.dial);
            let role = if selected { Role::Strong } else { Role::Text };
            named(app, look, painter, mark, role, true);
        }
        if selected {
            painter.point(cell.area.x, cell.area.y);
        }
    }
}

/// A field's title, or its short one where that is all there is room for.
fn heading(app: &App, field: crate::core::framework::FieldIndex, room: u16) -> &str {
    let field = app.framework.field(field);
    if field.title.width() <= usize::from(room) {
        &field.title
    } else {
        &field.short
    }
}

/// The four edges of `area`: top, bottom, left, right. Each is a panel of its own, so that what stands between them is
/// not drawn again with them.
fn edges(area: Rect) -> [Rect; 4] {
    let side = |x| Rect::new(x, area.y + 1, 1, area.height.saturating_sub(2));
    let row = |y| Rect { y, height: 1, ..area };
    [
        row(area.y),
        row(area.bottom().saturating_sub(1)),
        side(area.x),
        side(area.right().saturating_sub(1)),
    ]
}

/// The part of the border around `area` that is in `edge`.
fn border(buffer: &mut Buffer, area: Rect, edge: Rect, style: Style, heavy: bool) {
    let [tl, tr, bl, br, h, v] = if heavy {
        ["┏", "┓", "┗", "┛", "━", "┃"]
    } else {
        ["╭", "╮", "╰", "╯", "─", "│"]
    };
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for position in edge.positions() {
        let sign = match (position.x, position.y) {
            (x, y) if (x, y) == (area.x, area.y) => tl,
            (x, y) if (x, y) == (right, area.y) => tr,
            (x, y) if (x, y) == (area.x, bottom) => bl,
            (x, y) if (x, y) == (right, bottom) => br,
            (_, y) if y == area.y || y == bottom => h,
            _ => v,
        };
        buffer[position].set_symbol(sign).set_style(style);
    }
}
