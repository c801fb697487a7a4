//! A field: its marks side by side or one under the other, each with dial and definition.

use super::{dial, title};
use crate::app::{App, layout, page, role::Role};
use crate::ui::{Look, Painter, write};
use ratatui::layout::Rect;

/// Draws the selected field.
pub fn field(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::field(body, &app.framework, app.cursor);
    let field = app.field().get();
    for cell in &layout.marks {
        let selected = cell.mark == app.cursor;
        painter.panel(cell.area, (cell.mark.get(), selected), |buffer, area| {
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
        let mark = app.framework.mark(cell.mark);
        let word = (app.text().stand)(app.value(cell.mark));
        let weight = (app.text().percent)(app.weights()[cell.mark.get()]);
        let english = app.english_mark(cell.mark);
        painter.panel(
            cell.text,
            (
                cell.mark.get(),
                selected,
                word,
                &weight,
                app.lang,
                app.own_level(),
            ),
            |buffer, area| {
                let role = if selected { Role::Strong } else { Role::Text };
                let mut y = area.y;
                if layout.side_by_side {
                    y += title(buffer, area, [&mark.title, &mark.short], 4, look, role);
                    let state = format!("{word} · {} {weight}", app.text().weight);
                    let state = if unicode_width::UnicodeWidthStr::width(state.as_str()) > area.width.into() {
                        word
                    } else {
                        &state
                    };
                    title(buffer, Rect { y, ..area }, [state, word], 1, look, Role::Muted);
                    y += 2;
                } else {
                    for line in page::wrap_title(&mark.title, area.width.into()) {
                        write(buffer, area.x, y, &line, area.width, look.theme.style(role));
                        y += 1;
                    }
                }
                let own = if selected { Role::Text } else { Role::Muted };
                let mut text = page::Page::new(area.width);
                text.paragraph(own, &mark.definition, 0);
                if let Some(english) = english {
                    text.paragraph(Role::Unofficial, &english.definition, 0);
                }
                let level = app.own_level();
                let mut asks = page::Page::new(area.width);
                asks.blank();
                asks.paragraph(Role::Field(field), &app.framework.levels[level], 0);
                asks.paragraph(own, app.level_text(cell.mark, level), 0);
                if text.lines.len() + asks.lines.len() <= usize::from(area.bottom().saturating_sub(y)) {
                    text.lines.extend(asks.lines);
                }
                let rest = Rect {
                    y,
                    height: area.bottom().saturating_sub(y),
                    ..area
                };
                crate::ui::write_page(buffer, rest, &text, 0, &look.theme);
                if text.lines.len() > usize::from(rest.height) && rest.height > 0 {
                    write(
                        buffer,
                        rest.right() - 1,
                        rest.bottom() - 1,
                        "…",
                        1,
                        look.theme.style(Role::Muted),
                    );
                }
            },
        );
        if selected {
            painter.point(cell.area.x, cell.area.y);
        }
    }
}
