//! Draws the state. The only code that knows colours; changes nothing, and says nothing that `text` does not say.

mod bars;
mod glyphs;
mod painter;
mod screen;
pub mod theme;

use crate::app::{
    App, layout,
    page::Page,
    role::Role,
    screen::{Screen, WelcomeStep},
};
use crate::model::sanitise;
use crate::widget::{
    dial::{DialStyle, Tier},
    input::{Input, View},
};
pub use painter::Painter;
use ratatui::{buffer::Buffer, layout::Rect, style::Style, widgets::Widget};
use theme::Theme;
use unicode_width::UnicodeWidthStr;

/// How everything looks in this terminal.
#[derive(Clone, Debug)]
pub struct Look {
    /// The styles.
    pub theme: Theme,
    /// How finely dials are drawn.
    pub tier: Tier,
}

impl Look {
    fn dial_style(&self, field: usize) -> DialStyle {
        let color = |role| self.theme.color(role);
        DialStyle {
            // a line of signs is thin: it needs more contrast than a filled ring
            track: color(if self.tier == Tier::Ascii {
                Role::Border
            } else {
                Role::Track
            }),
            fill: color(Role::Field(field)),
            needle: color(Role::Needle),
            ghost: color(Role::Ghost),
            neutral: color(Role::NeutralMark),
            text: color(Role::Strong),
            background: color(Role::Background),
        }
    }
}

/// Draws the program's state as one frame.
pub fn draw(app: &App, look: &Look, painter: &mut Painter) {
    let area = Rect::new(0, 0, app.size.width, app.size.height);
    let background = look.theme.style(Role::Background);
    let page = (background, look.tier == Tier::Ascii);
    let everything = (look.theme.name(), look.tier, app.lang);
    painter.frame(area, page, everything, |painter| {
        let Some(frame) = layout::frame(area.width, area.height) else {
            return screen::too_small(app, look, painter, area);
        };
        bars::draw(app, look, painter, &frame);
        match &app.body().screen {
            Screen::Home | Screen::Prompt(..) => screen::home(app, look, painter, frame.body),
            Screen::Field => screen::field(app, look, painter, frame.body),
            Screen::Mark => screen::mark(app, look, painter, frame.body),
            Screen::Welcome(WelcomeStep::Dial) => screen::first_dial(app, look, painter, frame.body),
            Screen::Rose => screen::rose(app, look, painter, frame.body),
            Screen::Merge(_) => screen::merge(app, look, painter, frame.body),
            Screen::Team => screen::team(app, look, painter, frame.body),
            Screen::Bearings(_) => screen::bearings(app, look, painter, frame.body),
            Screen::Compare(comparison) => screen::compare(app, look, painter, frame.body, comparison),
            Screen::Note(subject, input) => screen::note(app, look, painter, frame.body, subject, input),
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
            | Screen::Picks(_) => screen::reading(app, look, painter),
            Screen::Search(search) => screen::search(app, look, painter, frame.body, search),
        }
        bars::notice(app, look, painter, &frame);
    });
}

/// A text being written, with the terminal's cursor in it.
fn text_field(look: &Look, painter: &mut Painter, area: Rect, input: &Input, placeholder: &str) {
    let view = View {
        input,
        style: look.theme.style(Role::Strong),
        placeholder,
        placeholder_style: look.theme.style(Role::Muted),
    };
    if let Some(cursor) = view.cursor(area) {
        painter.write_at(cursor.x, cursor.y);
    }
    painter.panel(area, view, |buffer, area| (&view).render(area, buffer));
}

/// Writes `text` at most `width` cells wide, ending in `…` where it had to be cut; returns the next free column. The way
/// of all text to the screen: what is not for the eye is left out here.
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

/// Writes the lines of a page from its line `from` on.
fn write_page(buffer: &mut Buffer, area: Rect, page: &Page, from: usize, theme: &Theme) {
    for (y, line) in (area.top()..area.bottom()).zip(page.lines.iter().skip(from)) {
        let mut x = area.x;
        for span in line {
            x = write(
                buffer,
                x,
                y,
                &span.text,
                area.right().saturating_sub(x),
                theme.style(span.role),
            );
        }
    }
}

/// A thin bar to the right of `area` that shows where in a longer text the reader is.
fn scroll_bar(buffer: &mut Buffer, area: Rect, rows: usize, from: usize, theme: &Theme) {
    let height = usize::from(area.height);
    if rows <= height || height == 0 {
        return;
    }
    let length = (height * height / rows).max(1);
    let start = from * (height - length) / (rows - height);
    for row in 0..height {
        let on = (start..start + length).contains(&row);
        let (sign, role) = if on {
            ("┃", Role::Muted)
        } else {
            ("│", Role::Track)
        };
        buffer.set_string(area.x, area.y + row as u16, sign, theme.style(role));
    }
}
