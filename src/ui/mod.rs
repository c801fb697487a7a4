//! Draws the state as one frame. The only code that knows colours; changes nothing, and says nothing that `text` does
//! not say.

mod bars;
mod course;
mod finish;
mod screen;
pub mod theme;

use crate::app::{
    App, layout,
    page::Page,
    role::Role,
    scale,
    screen::{Screen, WelcomeStep},
};
use crate::core::sanitise;
use crate::widget::input::{Input, View};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span, Text},
    widgets::{Clear, Scrollbar, ScrollbarOrientation, ScrollbarState},
};
use ratatui_dial::{Dial, Marker};
use theme::Theme;
use unicode_width::UnicodeWidthStr;

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
    fn dial(&self, field: usize) -> Dial<'static> {
        let color = |role| self.theme.color(role);
        // a line of signs is thin: it needs more contrast than a filled ring
        let track = if self.marker == Marker::Ascii {
            Role::Border
        } else {
            Role::Track
        };
        Dial::new(scale())
            .marker(self.marker)
            .style(Style::new().bg(color(Role::Background)))
            .track_style(color(track))
            .fill_style(color(Role::Field(field)))
            .needle_style(color(Role::Needle))
            .ghost_style(color(Role::Ghost))
            .neutral_style(color(Role::NeutralMark))
            .number_style(color(Role::Strong))
    }

    fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Text in its role, without what is not for the eye: cleaned whole, as the pieces of a cut escape sequence would
    /// look like text.
    fn span<'a>(&self, role: Role, text: &'a str) -> Span<'a> {
        Span::styled(sanitise::clean(text), self.style(role))
    }

    /// Parts of a line, each in its role.
    fn line<'a>(&self, parts: impl IntoIterator<Item = (Role, &'a str)>) -> Line<'a> {
        parts
            .into_iter()
            .map(|(role, text)| self.span(role, text))
            .collect()
    }

    /// The lines of a page from its line `from` on, as many as there are rows for.
    fn text<'a>(&self, page: &'a Page, from: usize, rows: u16) -> Text<'a> {
        let lines = page.lines.iter().skip(from).take(rows.into());
        lines
            .map(|line| self.line(line.iter().map(|span| (span.role, &*span.text))))
            .collect()
    }
}

/// Draws the program's state. Returns where what is selected stands, for a cursor that is not seen; nothing where the
/// frame has a cursor of its own because a text is being written.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> Option<Position> {
    let area = frame.area();
    frame.buffer_mut().set_style(area, look.style(Role::Background));
    let selection = match layout::frame(area.width, area.height) {
        Some(parts) => {
            bars::draw(app, look, frame, &parts);
            let selection = body(app, look, frame, parts.body);
            bars::notice(app, look, frame, &parts);
            selection.filter(|_| !app.is_asking())
        }
        None => {
            screen::too_small(app, look, frame);
            None
        }
    };
    finish::finish(frame.buffer_mut(), look.marker == Marker::Ascii);
    selection
}

/// Draws the screen that fills the body.
fn body(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    match &app.body().screen {
        Screen::Home | Screen::Prompt(..) => screen::home(app, look, frame, area),
        Screen::Field => screen::field(app, look, frame, area),
        Screen::Mark => screen::mark(app, look, frame, area),
        Screen::Welcome(WelcomeStep::Dial) => screen::first_dial(app, look, frame, area),
        Screen::Rose => screen::rose(app, look, frame, area),
        Screen::Merge(_) => screen::merge(app, look, frame, area),
        Screen::Team => screen::team(app, look, frame, area),
        Screen::Bearings(_) => screen::bearings(app, look, frame, area),
        Screen::Compare(comparison) => screen::compare(app, look, frame, area, comparison),
        Screen::Note(subject, input) => {
            screen::note(app, look, frame, area, subject, input);
            None
        }
        Screen::Search(search) => {
            screen::search(app, look, frame, area, search);
            None
        }
        Screen::Levels(_)
        | Screen::Foreword
        | Screen::Settings
        | Screen::Profiles
        | Screen::Export(_)
        | Screen::Welcome(WelcomeStep::About | WelcomeStep::Level)
        | Screen::Bearing(_)
        | Screen::Decisions
        | Screen::Decision(_)
        | Screen::Mirror
        | Screen::Picks(_) => screen::reading(app, look, frame),
    }
}

/// Empties a part of the frame, for what stands over what was drawn before.
fn clear(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, look.style(Role::Background));
}

/// A text being written, with the terminal's cursor in it.
fn text_field(look: &Look, frame: &mut Frame<'_>, area: Rect, input: &Input, placeholder: &str) {
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
fn write(buffer: &mut Buffer, x: u16, y: u16, text: &str, width: u16, style: Style) -> u16 {
    let text = &*sanitise::clean(text);
    if text.width() <= usize::from(width) {
        return buffer.set_stringn(x, y, text, width.into(), style).0;
    }
    let (end, _) = buffer.set_stringn(x, y, text, usize::from(width).saturating_sub(1), style);
    buffer
        .set_stringn(end, y, "…", usize::from(width.min(1)), style)
        .0
}

/// A thin bar to the right of `area` that shows where in a longer text of so many rows the reader is.
fn scroll_bar(look: &Look, frame: &mut Frame<'_>, area: Rect, rows: usize, from: usize) {
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
        x: area.right(),
        width: 1,
        ..area
    };
    frame.render_stateful_widget(bar, beside, &mut state);
}
