//! Home: the fields as a grid, each with its share and its dials.

use super::{dial, named, row};
use crate::app::{App, layout, role::Role};
use crate::core::framework::{FieldIndex, Kind};
use crate::ui::{Look, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    symbols::border,
    text::{Line, Span},
    widgets::Block,
};
use unicode_width::UnicodeWidthStr;

/// Draws home.
pub fn home(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let home = layout::home(body, &app.framework);
    // two digits, so that the border beside them stays; all the focus there is only where there is one field
    let widest = app.text().percent(1.0).width() as u16;
    let share_width = widest + 2 - u16::from(home.fields.len() > 1);
    let all = app.pull(app.framework.mark_indices());
    for (column, area) in home.captions.iter().enumerate() {
        caption(app, look, frame, *area, column, home.columns);
    }
    let mut selection = None;
    for cell in &home.fields {
        let selected = app.field() == cell.field;
        let share = app.pull(app.framework.marks_of(cell.field)) / all;
        let share = app.text().percent(share);
        let edge = if selected {
            Role::Field(cell.field.get())
        } else {
            Role::FieldDim(cell.field.get())
        };
        let name = if selected {
            Role::Strong
        } else {
            Role::Field(cell.field.get())
        };
        let area = cell.area;
        let room = area.width.saturating_sub(share_width + 6);
        let title = heading(app, cell.field, room);
        let share = Span::styled(
            format!("{share:>0$} ", usize::from(share_width - 1)),
            look.style(Role::Field(cell.field.get())),
        );
        if cell.bordered {
            let (set, side) = match selected {
                true => (border::THICK, "━"),
                false => (border::ROUNDED, "─"),
            };
            let title = [(edge, side), (edge, " "), (name, title), (edge, " ")];
            let share = Line::from_iter([share, look.span(edge, side)]);
            let block = Block::bordered()
                .border_set(set)
                .border_style(look.style(edge))
                .title(look.line(title))
                .title(share.right_aligned());
            frame.render_widget(block, area);
        } else {
            let bar = if selected { "▌" } else { " " };
            let row = Rect { height: 1, ..area };
            frame.render_widget(look.line([(edge, bar), (name, title)]), row);
            frame.render_widget(Line::from(share).right_aligned(), row);
        }
        for mark in &cell.marks {
            if mark.dial.height == 1 {
                row(app, look, frame, mark, selected);
                continue;
            }
            dial(app, look, frame, mark.mark, mark.dial);
            let role = if selected { Role::Strong } else { Role::Text };
            named(app, look, frame, mark, role, true);
        }
        if selected {
            selection = Some(area.as_position());
        }
    }
    selection
}

/// The word over a column of fields that are of one kind, and what it asks.
fn caption(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect, column: usize, columns: usize) {
    let fields = app.framework.fields.iter().skip(column).step_by(columns);
    let mut kinds = fields.map(|field| field.kind);
    let (word, asks) = match kinds.next() {
        Some(Kind::Known) if kinds.all(|kind| kind == Kind::Known) => app.text().known,
        Some(Kind::New) if kinds.all(|kind| kind == Kind::New) => app.text().new,
        _ => return,
    };
    let buffer = frame.buffer_mut();
    let x = write(
        buffer,
        area.x + 1,
        area.y,
        word,
        area.width,
        look.style(Role::Strong),
    );
    if usize::from(area.right() - x) >= asks.width() + 2 {
        write(
            buffer,
            x + 2,
            area.y,
            asks,
            area.right() - x,
            look.style(Role::Muted),
        );
    }
}

/// A field's title, or its short one where that is all there is room for.
fn heading(app: &App, field: FieldIndex, room: u16) -> &str {
    let field = app.framework.field(field);
    if field.title.width() <= usize::from(room) {
        &field.title
    } else {
        &field.short
    }
}
