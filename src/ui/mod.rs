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
use crate::core::sanitise;
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
    painter.panel(area, view, |buffer, area| {
        (&view).render(area, buffer);
        clean(buffer, area);
    });
}

/// Takes what is not for the eye out of every cell: for text that comes by other ways than [`write`].
fn clean(buffer: &mut Buffer, area: Rect) {
    for position in area.positions() {
        let cell = &mut buffer[position];
        let clean = sanitise::clean(cell.symbol());
        if clean == cell.symbol() {
            continue;
        }
        // a sign that has become wider would stand in the cell beside it too
        let fits = !clean.is_empty() && clean.width() <= cell.symbol().width();
        let clean = if fits { clean.into_owned() } else { " ".to_owned() };
        cell.set_symbol(&clean);
    }
}

/// Writes `text` at most `width` cells wide, ending in `…` where it had to be cut; returns the next free column. The way
/// of all text to the screen: what is not for the eye is left out here.
fn write(buffer: &mut Buffer, x: u16, y: u16, text: &str, width: u16, style: Style) -> u16 {
    if let Some(end) = write_plain(buffer, x, y, text, width, style) {
        return end;
    }
    let text = &*sanitise::clean(text);
    if text.width() <= usize::from(width) {
        return buffer.set_stringn(x, y, text, width.into(), style).0;
    }
    let (end, _) = buffer.set_stringn(x, y, text, usize::from(width).saturating_sub(1), style);
    buffer
        .set_stringn(end, y, "…", usize::from(width.min(1)), style)
        .0
}

/// [`write`] for text that fits and of which every letter takes one cell, as nearly all does; nothing where it does not.
fn write_plain(buffer: &mut Buffer, x: u16, y: u16, text: &str, width: u16, style: Style) -> Option<u16> {
    let room = buffer.area.right().saturating_sub(x).min(width);
    let plain = text.chars().all(takes_one_cell);
    let letters = if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    };
    if !plain || letters > usize::from(room) {
        return None;
    }
    if letters > 0 {
        let start = buffer.index_of(x, y);
        for (cell, letter) in buffer.content[start..].iter_mut().zip(text.chars()) {
            cell.set_char(letter).set_style(style);
        }
    }
    Some(x + letters as u16)
}

/// True for letters that need no looking at, are no part of another letter and take one cell: those of Danish and its
/// neighbours, and what the interface is drawn with.
fn takes_one_cell(letter: char) -> bool {
    matches!(letter,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}'
        | '–' | '—' | '’' | '“' | '”' | '…' | '›' | '‹' | '−' | '✓' | '●'
        | '←'..='↓' | '─'..='▟' | '⠀'..='⣿')
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

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn letters_that_take_one_cell_are_harmless_letters_of_their_own_one_cell_wide() {
        let plain: String = ('\0'..=char::MAX)
            .filter(|letter| takes_one_cell(*letter))
            .collect();
        assert!(plain.chars().all(|letter| letter.to_string().width() == 1));
        assert_eq!(sanitise::clean(&plain), plain);
        assert_eq!(plain.graphemes(true).count(), plain.chars().count());
    }

    #[test]
    fn text_of_plain_letters_is_written_as_any_other() {
        let style = Style::new().add_modifier(ratatui::style::Modifier::BOLD);
        for (x, width) in [(0, 9), (2, 8), (6, 9), (9, 3), (0, 0)] {
            let mut buffers = [
                Buffer::empty(Rect::new(0, 0, 10, 1)),
                Buffer::empty(Rect::new(0, 0, 10, 1)),
            ];
            let end = write(&mut buffers[0], x, 0, "Tørt – 1", width, style);
            let room = usize::from(width);
            let cut = if room < 8 { "…" } else { "" };
            let fits: String = "Tørt – 1"
                .chars()
                .take(if room < 8 { room.max(1) - 1 } else { 8 })
                .collect();
            let (at, _) = buffers[1].set_stringn(x, 0, fits + cut, room, style);
            assert_eq!((end, &buffers[0]), (at, &buffers[1]), "{x} {width}");
        }
    }
}
