//! How things look: themes, pages of text, and the small parts that all screens draw with. The only room that knows
//! colours; knows no screen, and says nothing that `text` does not say.

pub mod big;
pub mod course;
mod finish;
pub mod page;
pub mod panel;
pub mod theme;
pub mod thumbnail;

use crate::core::{dial::DialValue, sanitise};
use crate::widget::input::{Input, View};
use page::Page;
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Margin, Rect},
    style::{Color, Style},
    symbols::border,
    text::{Line, Span, Text},
    widgets::{Block, BorderType, Clear, Scrollbar, ScrollbarOrientation, ScrollbarState},
};
use ratatui_dial::{Dial, Marker, Scale};
use theme::{Role, Theme};
use unicode_width::UnicodeWidthStr;

/// The scale of every mark's dial.
pub fn scale() -> Scale {
    Scale::bipolar(DialValue::MIN.get().into(), DialValue::MAX.get().into())
}

/// How everything looks in this terminal.
#[derive(Clone, Debug)]
pub struct Look {
    /// The styles.
    pub theme: Theme,
    /// How finely dials are drawn.
    pub marker: Marker,
}

impl Look {
    /// A dial in the colours of a field.
    pub fn dial(&self, field: usize) -> Dial<'static> {
        let color = |role| self.drawing_color(role);
        // a line of signs is thin: it needs more contrast than a filled ring
        let track = if self.marker == Marker::Ascii {
            Role::Border
        } else {
            Role::Track
        };
        Dial::new(scale())
            .marker(self.marker)
            .ground(self.theme.picture_ground())
            .style(Style::new().bg(self.theme.color(Role::Background)))
            .track_style(color(track))
            .fill_style(color(Role::Field(field)))
            .needle_style(color(Role::Needle))
            .ghost_style(color(Role::Ghost))
            .neutral_style(color(Role::NeutralMark))
            .number_style(self.theme.color(Role::Strong))
    }

    /// The colour of a role as dials and roses are drawn in it.
    pub fn drawing_color(&self, role: Role) -> Color {
        match self.marker {
            Marker::Pixels(_) => self.theme.picture_color(role),
            _ => self.theme.color(role),
        }
    }

    /// The same with dials in cells, for what something is drawn over: no terminal says what becomes of a picture then.
    pub fn in_cells(&self) -> Self {
        Self {
            marker: match self.marker {
                Marker::Pixels(_) => self.theme.depth().marker(),
                marker => marker,
            },
            theme: self.theme.clone(),
        }
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Text in its role, without what is not for the eye: cleaned whole, as the pieces of a cut escape sequence would
    /// look like text.
    pub fn span<'a>(&self, role: Role, text: &'a str) -> Span<'a> {
        Span::styled(sanitise::clean(text), self.style(role))
    }

    /// Parts of a line, each in its role.
    pub fn line<'a>(&self, parts: impl IntoIterator<Item = (Role, &'a str)>) -> Line<'a> {
        parts
            .into_iter()
            .map(|(role, text)| self.span(role, text))
            .collect()
    }

    /// The lines of a page from its line `from` on, as many as there are rows for.
    pub fn text<'a>(&self, page: &'a Page, from: usize, rows: u16) -> Text<'a> {
        let lines = page.lines.iter().skip(from).take(rows.into());
        lines
            .map(|line| self.line(line.iter().map(|span| (span.role, &*span.text))))
            .collect()
    }
}

/// The bar to the left of what is selected or written.
pub const BAR: border::Set<'static> = border::Set {
    vertical_left: "▌",
    ..border::PLAIN
};

/// Goes over a finished frame; see [`finish`].
pub fn finish(buffer: &mut Buffer, look: &Look) {
    finish::finish(buffer, look.marker == Marker::Ascii);
}

/// Empties a part of the frame, for what stands over what was drawn before.
pub fn clear(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, look.style(Role::Background));
}

/// A box with a heading in its upper edge; returns the room in it, with a column of air at either side.
pub fn boxed(look: &Look, frame: &mut Frame<'_>, area: Rect, edge: Role, heading: &str) -> Rect {
    let heading = format!(" {heading} ");
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.style(edge))
        .title(look.span(Role::Strong, &heading));
    frame.render_widget(block, area);
    in_box(area)
}

/// The room in a box that takes `area`.
pub fn in_box(area: Rect) -> Rect {
    area.inner(Margin::new(2, 1))
}

/// Gives full cells their own colour behind them: many terminals leave a gap between a glyph and its cell's edge, in which
/// the page would be seen. A cell in the terminal's own colour stays as it is.
pub fn close_gaps(buffer: &mut Buffer, area: Rect) {
    for at in area.positions() {
        if let Some(cell) = buffer.cell_mut(at)
            && cell.symbol() == "█"
            && cell.fg != Color::Reset
        {
            cell.bg = cell.fg;
        }
    }
}

/// A text being written, with the terminal's cursor in it.
pub fn text_field(look: &Look, frame: &mut Frame<'_>, area: Rect, input: &Input, placeholder: &str) {
    let view = View {
        input,
        style: look.style(Role::Strong),
        placeholder,
        placeholder_style: look.style(Role::Muted),
    };
    frame.render_widget(&view, area);
    if let Some(cursor) = view.cursor(area) {
        frame.set_cursor_position(cursor);
    }
}

/// Writes `text` at most `width` cells wide, ending in `…` where it had to be cut; returns the next free column.
pub fn write(buffer: &mut Buffer, x: u16, y: u16, text: &str, width: u16, style: Style) -> u16 {
    let text = &*sanitise::clean(text);
    if text.width() <= usize::from(width) {
        return buffer.set_stringn(x, y, text, width.into(), style).0;
    }
    let (end, _) = buffer.set_stringn(x, y, text, usize::from(width).saturating_sub(1), style);
    buffer
        .set_stringn(end, y, "…", usize::from(width.min(1)), style)
        .0
}

/// A thin bar right of `area` and an empty column, on the edge of a box where there is one, that shows where in a longer text
/// of so many rows the reader is.
pub fn scroll_bar(look: &Look, frame: &mut Frame<'_>, area: Rect, rows: usize, from: usize) {
    let height = usize::from(area.height);
    if rows <= height {
        return;
    }
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .thumb_symbol("┃")
        .track_symbol(Some("│"))
        .thumb_style(look.style(Role::Muted))
        .track_style(look.style(Role::Track));
    let mut state = ScrollbarState::new(rows - height + 1)
        .viewport_content_length(height)
        .position(from);
    let beside = Rect {
        x: (area.right() + 1).min(frame.area().right().saturating_sub(1)),
        width: 1,
        ..area
    };
    frame.render_stateful_widget(bar, beside, &mut state);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_cell_has_its_colour_behind_it_and_no_other_cell_has() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "▇█", Style::new().fg(Color::Red).bg(Color::Blue));
        buffer.set_string(2, 0, "█ ", Style::new());
        close_gaps(&mut buffer, Rect::new(0, 0, 9, 1));
        let behind: Vec<Color> = buffer.content.iter().map(|cell| cell.bg).collect();
        assert_eq!(behind, [Color::Blue, Color::Red, Color::Reset, Color::Reset]);
    }
}
