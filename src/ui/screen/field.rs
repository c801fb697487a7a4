//! A field: its marks side by side or one under the other, each with dial and definition.

use super::dial;
use crate::app::{App, kept::About, layout, role::Role};
use crate::ui::{Look, Painter, write, write_page};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the selected field.
pub fn field(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::field(body, &app.framework, app.cursor);
    let field = app.field().get();
    let page = |cell: &layout::MarkCell, with_level| {
        let about = About::InField {
            selected: cell.mark == app.cursor,
            centred: layout.side_by_side,
            with_level,
        };
        app.page_about(about, cell.mark, cell.text.width)
    };
    // what the own level asks stands under every mark or under none
    let with_level = layout
        .marks
        .iter()
        .all(|cell| page(cell, true).lines.len() <= usize::from(cell.text.height));
    for cell in &layout.marks {
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
            let (sign, length) = match (layout.side_by_side, selected) {
                (true, true) => ("━", area.height),
                (true, false) => ("─", area.height),
                (false, true) => ("▌", area.height - 1),
                (false, false) => return,
            };
            let bar = Rect {
                height: length,
                ..area
            };
            for at in bar.positions() {
                write(buffer, at.x, at.y, sign, 1, style);
            }
        });
        dial(app, look, painter, cell.mark, cell.dial);
        let page = page(cell, with_level);
        let shows = (cell.mark.get(), selected, with_level, app.lang, app.own_level());
        painter.panel(cell.text, shows, |buffer, area| {
            write_page(buffer, area, &page, 0, &look.theme);
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
        let line = page
            .anchors
            .first()
            .filter(|line| **line < cell.text.height.into());
        if let Some(line) = line {
            let area = Rect {
                y: cell.text.y + *line as u16,
                height: 1,
                ..cell.text
            };
            let (value, weight) = (app.value(cell.mark), app.weight(cell.mark));
            painter.panel(area, (value, weight.to_bits(), app.lang), |buffer, area| {
                let text = app.text();
                let share = text.percent(weight);
                let state = [text.stand(value), " · ", text.weight, " ", &share];
                let wide = |parts: &[&str]| parts.iter().map(|part| part.width()).sum::<usize>();
                // the word alone where there is little room
                let state = match wide(&state) <= area.width.into() {
                    true => &state[..],
                    false => &state[..1],
                };
                let mut x = area.x + area.width.saturating_sub(wide(state) as u16) / 2;
                for part in state {
                    let style = look.theme.style(Role::Muted);
                    x = write(buffer, x, area.y, part, area.right() - x, style);
                }
            });
        }
        if selected {
            painter.point(cell.area.x, cell.area.y);
        }
    }
}
