//! A field: its marks side by side or one under the other, each with dial and definition.

use super::dial;
use crate::app::{App, content, layout, page::Page, role::Role};
use crate::ui::{Look, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    widgets::{Block, Borders},
};
use unicode_width::UnicodeWidthStr;

/// Draws the selected field.
pub fn field(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let layout = layout::field(body, &app.framework, app.cursor);
    let page = |cell: &layout::MarkCell, with_level| {
        let selected = cell.mark == app.cursor;
        let centred = layout.side_by_side;
        content::in_field(app, cell.mark, cell.text.width, selected, centred, with_level)
    };
    // what the own level asks stands under every mark or under none
    let fits = |(cell, page): (&layout::MarkCell, &Page)| page.lines.len() <= usize::from(cell.text.height);
    let pages =
        |with_level| -> Vec<Page> { layout.marks.iter().map(|cell| page(cell, with_level)).collect() };
    let mut set = pages(true);
    if !layout.marks.iter().zip(&set).all(fits) {
        set = pages(false);
    }
    let mut selection = None;
    for (cell, page) in layout.marks.iter().zip(&set) {
        if cell.mark == app.cursor {
            selection = Some(cell.area.as_position());
        }
        bar(app, look, frame, cell, layout.side_by_side);
        dial(app, look, frame, cell.mark, cell.dial);
        let area = cell.text;
        frame.render_widget(look.text(page, 0, area.height), area);
        if page.lines.len() > usize::from(area.height) && !area.is_empty() {
            // in place of the hyphen where a word was divided
            let last = page.lines[usize::from(area.height) - 1].iter();
            let text: String = last.map(|span| span.text.as_str()).collect();
            let end = text.trim_end_matches('-').width() as u16;
            let x = area.x + end.min(area.width - 1);
            let style = look.style(Role::Muted);
            write(frame.buffer_mut(), x, area.bottom() - 1, "…", 1, style);
        }
        let stand = page.anchors.first().filter(|line| **line < area.height.into());
        if let Some(line) = stand {
            let row = Rect {
                y: area.y + *line as u16,
                height: 1,
                ..area
            };
            stands(app, look, frame, cell, row);
        }
    }
    selection
}

/// The line over or beside a mark that shows whether it is selected.
fn bar(app: &App, look: &Look, frame: &mut Frame<'_>, cell: &layout::MarkCell, side_by_side: bool) {
    let selected = cell.mark == app.cursor;
    let role = if selected {
        Role::Field(app.field().get())
    } else {
        Role::Track
    };
    let (side, symbols, area) = match (side_by_side, selected) {
        (true, true) => (Borders::TOP, ratatui::symbols::border::THICK, cell.area),
        (true, false) => (Borders::TOP, ratatui::symbols::border::PLAIN, cell.area),
        (false, true) => {
            let bar = ratatui::symbols::border::Set {
                vertical_left: "▌",
                ..Default::default()
            };
            let height = cell.area.height - 1;
            (Borders::LEFT, bar, Rect { height, ..cell.area })
        }
        (false, false) => return,
    };
    let block = Block::new()
        .borders(side)
        .border_set(symbols)
        .border_style(look.style(role));
    frame.render_widget(block, area);
}

/// Where a mark's dial stands and its share, in the middle of a row; the word alone where there is little room.
fn stands(app: &App, look: &Look, frame: &mut Frame<'_>, cell: &layout::MarkCell, row: Rect) {
    let text = app.text();
    let share = text.percent(app.weight(cell.mark));
    let parts = [text.stand(app.value(cell.mark)), " · ", text.weight, " ", &share];
    let whole = look.line(parts.map(|part| (Role::Muted, part)));
    let line = if whole.width() <= row.width.into() {
        whole
    } else {
        look.line([(Role::Muted, parts[0])])
    };
    frame.render_widget(line.centered(), row);
}
