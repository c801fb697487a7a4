//! All marks over time: a bar for each bearing, up or down from a line at neutral, and one for the dials now. Owns that
//! picture; the list of bearings beside it is the screen's.

use super::{
    spark::{self, Cell},
    state::State,
};
use crate::core::{compare::Picture, dial::DialValue, framework::MarkIndex};
use crate::ui::{Look, page::cut, theme::Role, write};
use ratatui::{
    Frame,
    layout::Rect,
    style::{Color, Modifier, Style},
};
use ratatui_dial::Marker;
use unicode_width::UnicodeWidthStr;

/// Which bearings are shown, and where.
struct Columns {
    /// The first that is shown, counted from the oldest.
    start: usize,
    /// How many are shown, the dials now among them.
    shown: usize,
    /// Cells each is wide.
    each: u16,
    /// The column of the screen where they begin.
    left: u16,
    /// The selected one.
    selected: usize,
}

/// Cells for `+1 → +3` with air before it.
const MOVE: u16 = 9;

/// Draws all marks over time in `area`; the bearing at the place `selected`, counted from the oldest, stands out, and at the
/// right stands how it moved each mark, or the value at which the bars of the mark end.
pub fn draw(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect, selected: usize) {
    let framework = state.names();
    let (fields, marks) = (framework.field_count() as u16, framework.mark_count() as u16);
    // the dates stand under it
    let rows = area.height.saturating_sub(1);
    if rows < marks {
        return;
    }
    let heads = rows >= marks + fields;
    let room = rows - if heads { fields } else { 0 };
    let each = (room / marks).min(6);
    let (bar, air) = (if each < 2 { 1 } else { each / 2 * 2 }, each % 2);
    let air = if each < 3 { 0 } else { air };
    let said = if area.width >= 40 { MOVE } else { 4 };
    let names = framework.marks().map(|(.., mark)| mark.short.width());
    let names =
        (names.max().unwrap_or(0) as u16).min((area.width / 2).max(area.width.saturating_sub(said + 9)));
    let columns = columns(
        state,
        selected,
        area.x + names + 1,
        area.width.saturating_sub(names + 1 + said),
    );
    let mut y = area.y;
    for field in framework.field_indices() {
        let role = Role::Field(field.get());
        if heads {
            let name = cut(&framework.field(field).short, area.width.into());
            write(frame.buffer_mut(), area.x, y, &name, area.width, look.style(role));
            y += 1;
        }
        for mark in framework.marks_of(field) {
            let row = Rect::new(area.x, y, area.width, bar);
            line(state, look, frame, (mark, row), &columns, (names, said));
            y += bar + air;
        }
    }
    dates(state, look, frame, area, &columns);
}

/// Which bearings there is room for in `room` cells from the column `left`: the selected one among them.
fn columns(state: &State, selected: usize, left: u16, room: u16) -> Columns {
    let count = state.profile().bearings.len() + 1;
    let each = (room / (count.min(u16::MAX.into()) as u16)).clamp(1, 6);
    let shown = usize::from(room / each).clamp(1, count);
    Columns {
        start: (count - shown).min(selected.saturating_sub(shown / 3)),
        shown,
        each,
        left,
        selected,
    }
}

/// The picture at a place, counted from the oldest bearing; after the last come the dials now.
fn picture(state: &State, at: usize) -> Picture<'_> {
    match state.profile().bearings.get(at) {
        Some(bearing) => Picture::At(bearing),
        None => Picture::Now(state.profile()),
    }
}

/// A mark over time in its rows: its name, its bars, how the selected bearing moved it.
fn line(
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    (mark, area): (MarkIndex, Rect),
    columns: &Columns,
    (names, said): (u16, u16),
) {
    let id = &state.framework.mark(mark).id;
    let value = |at| picture(state, at).value(id);
    let field = Role::Field(state.framework.field_of(mark).get());
    let here = value(columns.selected);
    let before = columns.selected.checked_sub(1).map(value);
    let moved = before.filter(|before| *before != here);
    let role = if moved.is_some() {
        Role::Strong
    } else {
        Role::Muted
    };
    // the line at neutral lies at the foot of the upper half
    let middle = area.y + (area.height.max(2) / 2 - 1);
    let buffer = frame.buffer_mut();
    let name = &state.names().mark(mark).short;
    write(buffer, area.x, middle, name, names, look.style(role));
    // a number alone is where the bars end beside it
    let end = value(columns.start + columns.shown - 1);
    let told = match moved {
        Some(before) if said >= MOVE => format!("{before:>2} → {here:>2}"),
        _ => format!("{end:>2}"),
    };
    let x = area.right().saturating_sub(told.width() as u16);
    write(buffer, x, middle, &told, said, look.style(role));
    for at in 0..columns.shown {
        let place = columns.start + at;
        let stands = value(place);
        let shown = f32::from(stands.get()) / f32::from(DialValue::MAX.get());
        let style = look.style(if place == columns.selected {
            Role::Strong
        } else {
            field
        });
        let left = columns.left + at as u16 * columns.each;
        if area.height == 1 {
            for x in left..(left + columns.each).min(area.right()) {
                dotted(look, frame, (x, area.y), stands, style);
            }
            continue;
        }
        for row in 0..area.height {
            let cell = spark::cell(shown, row.into(), area.height.into());
            for x in left..(left + columns.each).min(area.right()) {
                put(look, frame, (x, area.y + row), cell, style);
            }
        }
    }
}

/// Draws a value in one cell, as dots over or under its middle: bars would meet those of the rows over and under them.
fn dotted(look: &Look, frame: &mut Frame<'_>, at: (u16, u16), value: DialValue, style: Style) {
    let ascii = look.marker == Marker::Ascii;
    let (sign, style) = match value.get() {
        0 => (if ascii { '.' } else { '·' }, look.style(Role::Track)),
        1.. if ascii => ('+', style),
        _ if ascii => ('-', style),
        3.. => ('⠛', style),
        1..=2 => ('⠒', style),
        -2..=-1 => ('⠤', style),
        _ => ('⣤', style),
    };
    if let Some(target) = frame.buffer_mut().cell_mut(at) {
        target.set_char(sign).set_style(style);
    }
}

/// Draws a cell of a bar. A solid one has its colour behind it too.
fn put(look: &Look, frame: &mut Frame<'_>, at: (u16, u16), cell: Cell, style: Style) {
    let Some(target) = frame.buffer_mut().cell_mut(at) else {
        return;
    };
    match cell {
        Cell::Empty => {}
        Cell::Line => {
            target.set_char('▁').set_style(look.style(Role::Track));
        }
        Cell::Filled(sign) => {
            target.set_char(sign).set_style(style);
            if sign == '█' && target.fg != Color::Reset {
                target.bg = target.fg;
            }
        }
        // what is reversed shows the sign's ground alone in ASCII
        Cell::Hanging(_) if look.marker == Marker::Ascii => {
            target.set_char('▀').set_style(style);
        }
        Cell::Hanging(sign) => {
            target
                .set_char(sign)
                .set_style(style.add_modifier(Modifier::REVERSED));
        }
    }
}

/// Under the bars: the date of the first that is shown, of the selected one, and »now«.
fn dates(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect, columns: &Columns) {
    let words = state.text().bearings;
    let bearings = &state.profile().bearings;
    let y = area.bottom() - 1;
    let at = |place: usize| columns.left + (place - columns.start) as u16 * columns.each;
    let end = at(columns.start + columns.shown);
    let now = columns.start + columns.shown > bearings.len();
    let date = |place: usize| bearings.get(place).map(|bearing| words.date(bearing.at.date()));
    let mut free = end;
    let buffer = frame.buffer_mut();
    if now {
        let width = words.now.width() as u16;
        free = end.saturating_sub(width);
        write(buffer, free, y, words.now, width, look.style(Role::Muted));
    }
    let strong = look.style(Role::Strong);
    let Some(chosen) = date(columns.selected) else {
        return;
    };
    let width = chosen.width() as u16 + 2;
    let first = date(columns.start).filter(|_| columns.selected > columns.start);
    let left = first
        .as_ref()
        .map_or(columns.left, |first| columns.left + first.width() as u16 + 2);
    // under its own bars, as far as there is room between the others
    let x = at(columns.selected).min(free.saturating_sub(width + 1));
    if x >= left {
        if let Some(first) = first {
            write(
                buffer,
                columns.left,
                y,
                &first,
                free - columns.left,
                look.style(Role::Muted),
            );
        }
        write(buffer, x, y, &format!("▲ {chosen}"), free - x, strong);
    } else {
        let room = free.saturating_sub(area.x + 1);
        let x = free.saturating_sub(width + 1).max(area.x);
        write(buffer, x, y, &format!("▲ {chosen}"), room, strong);
    }
}
