//! What the welcome and the monthly review share: a path of steps, each of which takes the whole window. Owns where picture
//! and text of a step stand, the dots that say how far it is, and all marks in a few rows; what a step says is its screen's.

use super::{
    layout::{MEASURE, dial_size, part},
    mark::bar,
    marks,
    state::State,
};
use crate::core::{dial::DialValue, framework::MarkIndex};
use crate::ui::{
    Look,
    page::{Page, cut, wrap_title},
    panel::Panel,
    theme::Role,
    write,
};
use ratatui::{Frame, layout::Rect};
use unicode_width::UnicodeWidthStr;

/// The columns and rows from which a picture stands beside the text.
pub const BESIDE: (u16, u16) = (68, 12);

/// The room for a picture and, right of it, the one for a text, where `body` has room for both.
pub fn beside(body: Rect) -> Option<(Rect, Rect)> {
    if body.width < BESIDE.0 || body.height < BESIDE.1 {
        return None;
    }
    let (left, gap) = match body.width {
        ..100 => (body.width * 2 / 5, 2),
        _ => (body.width * 9 / 20, 4),
    };
    let picture = Rect { width: left, ..body };
    let text = Rect {
        x: body.x + left + gap,
        width: (body.width - left - gap - bar(body)).min(MEASURE),
        ..body
    };
    Some((picture, text))
}

/// So many rows in the middle of a room; all of it where they are more.
pub fn middle(room: Rect, rows: usize) -> Rect {
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(room.height);
    Rect {
        y: room.y + (room.height - height) / 2,
        height,
        ..room
    }
}

/// Where the largest dial stands in the middle of a room that keeps so many rows under it, and those rows.
pub fn dial_over(room: Rect, under: u16) -> (Rect, Rect) {
    let most = room.height.saturating_sub(under);
    let (width, height) = dial_size(room.width, most).unwrap_or((room.width, 1));
    let air = u16::from(under > 0 && room.height > height + under);
    let block = middle(room, usize::from(height + air + under));
    let dial = Rect::new(room.x + (room.width - width) / 2, block.y, width, height);
    let y = (dial.bottom() + air).min(room.bottom());
    let words = Rect {
        y,
        height: room.bottom() - y,
        ..room
    };
    (dial, words)
}

/// The dots that say which step it is, counted from 1, of how many.
fn dots(step: usize, of: usize) -> String {
    let dot = |at| if at < step { "●" } else { "○" };
    (0..of).map(dot).collect::<Vec<_>>().join(" ")
}

/// Puts the heading of a step on a page, with its dots before it where a line has room for both.
pub fn heading(page: &mut Page, step: usize, of: usize, words: &str) {
    let dots = dots(step, of) + "  ";
    if dots.width() + words.width() <= page.width {
        page.line([(Role::Accent, dots), (Role::Accent, words.to_owned())]);
    } else {
        page.paragraph(Role::Accent, words, 0);
    }
}

/// The narrowest box of a field, in cells.
const NARROWEST: u16 = 16;

/// Draws the fields as they lie, each a box with its marks; `of` stands out.
pub fn fields(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect, of: Option<MarkIndex>) {
    let names = state.names();
    let count = names.field_count();
    let columns = state.framework.grid_columns();
    let narrowest = area.width / columns as u16;
    // names that are cut say nothing
    if narrowest < NARROWEST {
        return;
    }
    // all names long or all short
    let long = names.fields.iter().map(|field| field.title.width()).max();
    let is_long = long.unwrap_or(0) + 6 <= narrowest.into();
    for field in state.framework.field_indices() {
        let at = field.get();
        let (x, width) = part(area.width, columns, at % columns);
        let (y, height) = part(area.height, count.div_ceil(columns), at / columns);
        let role = Role::Field(at);
        let named = names.field(field);
        let title = if is_long { &named.title } else { &named.short };
        let title = cut(title, usize::from(width).saturating_sub(6));
        let title = [(role, title.as_str())];
        let room = Rect::new(area.x + x, area.y + y, width, height);
        let inner = Panel::new(&title).edge(role).draw(look, frame, room);
        let marks: Vec<MarkIndex> = state.framework.marks_of(field).collect();
        for (place, mark) in marks.iter().enumerate() {
            let (y, height) = part(inner.height, marks.len(), place);
            let room = Rect {
                y: inner.y + y,
                height,
                ..inner
            };
            let role = if of == Some(*mark) {
                Role::Strong
            } else {
                Role::Text
            };
            named_mark(state, look, frame, room, *mark, role);
        }
    }
}

/// A mark's name in the middle of its room, with its dial before it where there is room for both.
fn named_mark(state: &State, look: &Look, frame: &mut Frame<'_>, room: Rect, mark: MarkIndex, role: Role) {
    /// The fewest columns for a name beside a dial.
    const NAME: u16 = 11;
    let size = dial_size(room.width.saturating_sub(NAME + 1), room.height);
    let mut text = room;
    if let Some((width, height)) = size {
        let dial = Rect {
            width,
            ..middle(room, height.into())
        };
        marks::dial(state, look, frame, mark, dial);
        text.x += width + 1;
        text.width -= width + 1;
    }
    let name = &state.names().mark(mark).short;
    let mut page = Page::new(text.width);
    for line in wrap_title(name, text.width.into()) {
        page.line([(role, line)]);
    }
    let area = middle(text, page.lines.len());
    frame.render_widget(look.text(&page, 0, area.height), area);
}

/// How many rows all marks take at the bottom of `body`; none where there is no room for them.
pub fn strip_rows(state: &State, body: Rect) -> u16 {
    let framework = state.names();
    let most = framework.fields.iter().map(|field| field.marks.len()).max();
    let most = most.unwrap_or(0) as u16;
    let column = body.width / framework.field_count().max(1) as u16;
    match body.height {
        28.. if column >= 24 && most <= 4 => most + 1,
        16.. if column >= 10 + 3 * most => 1,
        _ => 0,
    }
}

/// Draws all marks in a few rows, a column a field, each with where it stands and in outline where it stood: the one that the step
/// is `at` with a bar before it, those that moved in bold.
pub fn strip(
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
    at: Option<MarkIndex>,
    stands: impl Fn(MarkIndex) -> (DialValue, Option<DialValue>),
) {
    /// The most cells of a scale with its value.
    const SCALE: u16 = 26;
    let names = state.names();
    let widest = names.marks().map(|(.., mark)| mark.short.width()).max();
    let widest = widest.unwrap_or(0) as u16;
    for field in state.framework.field_indices() {
        let (left, width) = part(area.width + 1, names.field_count(), field.get());
        let (x, width) = (area.x + left, width - 1);
        let color = look.style(Role::Field(field.get()));
        let title = &names.field(field).short;
        let mut end = write(frame.buffer_mut(), x, area.y, title, width, color);
        for (place, mark) in state.framework.marks_of(field).enumerate() {
            let (value, before) = stands(mark);
            let is_here = at == Some(mark);
            let role = match before.is_some_and(|before| before != value) || is_here {
                true => Role::Strong,
                false => Role::Muted,
            };
            let (sign, style) = (if is_here { "▌" } else { " " }, look.style(role));
            let buffer = frame.buffer_mut();
            if area.height == 1 {
                let room = (x + width).saturating_sub(end);
                end = write(buffer, end, area.y, sign, room, color);
                end = write(buffer, end, area.y, value.text(), room.saturating_sub(1), style);
                continue;
            }
            let y = area.y + 1 + place as u16;
            // before the name its sign, after it a space and the scale, which has its value beside it
            let room = widest.min(width.saturating_sub(4));
            write(buffer, x, y, sign, 1, color);
            let name = cut(&names.mark(mark).short, room.into());
            write(buffer, x + 1, y, &name, room, style);
            let scale = Rect::new(x + room + 2, y, (width - room - 2).min(SCALE), 1);
            let dial = marks::dial_of(state, look, mark, value, before);
            frame.render_widget(dial, scale);
        }
    }
}
