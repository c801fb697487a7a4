//! A mark as several screens show it: its dial, its name under or beside it, what the mouse hits of it.

use super::{Target, layout::MarkCell, state::State};
use crate::core::{dial::DialValue, framework::MarkIndex};
use crate::ui::{
    Look,
    page::{Page, cut, wrap_title},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use ratatui_dial::Dial;
use unicode_width::UnicodeWidthStr;

/// Draws a mark's dial.
pub fn dial(state: &State, look: &Look, frame: &mut Frame<'_>, mark: MarkIndex, area: Rect) {
    let dial = dial_of(state, look, mark, state.value(mark), state.ghost(mark));
    let needle = state.motion.needle(mark.get());
    frame.render_widget(dial.position(needle), area);
}

/// Draws a mark's dial with its number in large digits, where there is room for them.
pub fn large_dial(state: &State, look: &Look, frame: &mut Frame<'_>, mark: MarkIndex, area: Rect) {
    let dial = dial_of(state, look, mark, state.value(mark), state.ghost(mark));
    let needle = state.motion.needle(mark.get());
    frame.render_widget(dial.position(needle).large(true), area);
}

/// A mark's dial as it stands at `value`.
pub fn dial_of(
    state: &State,
    look: &Look,
    mark: MarkIndex,
    value: DialValue,
    ghost: Option<DialValue>,
) -> Dial<'static> {
    look.dial(state.framework.field_of(mark).get())
        .value(value.get().into())
        .ghost(ghost.map(|ghost| f32::from(ghost.get())))
        .aspect(state.aspect)
}

/// All marks as scales, one a row under the names of their fields, each an entry. The scales themselves are drawn by
/// [`scales`], with room for them after the names. `shares` are the fields' own.
pub fn scale_rows(state: &State, width: u16, shares: &[f64], selected: Option<MarkIndex>) -> Page {
    let mut page = Page::new(width);
    let room = scale_names(state, width);
    // all names long or all short
    let titles = state.names().fields.iter().map(|field| field.title.width());
    let fits = titles.max().unwrap_or(0) + 8 <= width.into();
    for field in state.framework.field_indices() {
        let role = Role::Field(field.get());
        let share = state.text().percent(shares[field.get()]);
        let named = state.names().field(field);
        let name = if fits { &named.title } else { &named.short };
        let name = cut(name, usize::from(width).saturating_sub(share.width() + 3));
        page.line([(role, format!(" {name}  ")), (Role::Muted, share)]);
        for mark in state.framework.marks_of(field) {
            let selected = selected == Some(mark);
            let mut entry = Page::new(width);
            let said = if selected { Role::Strong } else { Role::Text };
            entry.line([(said, cut(&state.names().mark(mark).short, room.into()))]);
            page.entry(entry, role, selected);
        }
    }
    page
}

/// Draws the scales of [`scale_rows`] over a page that is scrolled by so many rows.
pub fn scales(
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
    (page, scroll): (&Page, usize),
    stands: impl Fn(MarkIndex) -> (DialValue, Option<DialValue>),
) {
    let left = scale_names(state, area.width) + 2;
    for (mark, line) in state.framework.mark_indices().zip(&page.anchors) {
        let row = line.checked_sub(scroll).filter(|row| *row < area.height.into());
        let Some(row) = row else { continue };
        let (value, ghost) = stands(mark);
        let room = Rect::new(
            area.x + left,
            area.y + row as u16,
            area.width.saturating_sub(left).min(WIDEST_SCALE),
            1,
        );
        frame.render_widget(dial_of(state, look, mark, value, ghost), room);
    }
}

/// The widest a scale gets, in cells.
const WIDEST_SCALE: u16 = 48;

/// Cells for the names before the scales.
fn scale_names(state: &State, width: u16) -> u16 {
    let names = state.names().marks().map(|(.., mark)| mark.short.width());
    (names.max().unwrap_or(0) as u16).min(2 * width / 3)
}

/// Columns narrower than this take the short titles, all of them alike.
const NARROW: u16 = 16;

/// The most rows a title takes under a dial at home.
const TITLE_ROWS: usize = 4;

/// Draws a mark's title in the middle of the room under its dial, in `role`: the short one where the room is narrow or the
/// full one takes too many rows. Where it is `defined`, what the mark is about stands under it.
pub fn named(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, role: Role, defined: bool) {
    let area = cell.text;
    let mut page = name(state, cell, role, defined);
    if defined {
        page.lines.append(&mut definition(state, cell).lines);
    }
    frame.render_widget(look.text(&page, 0, area.height), area);
}

/// True where what the mark is about fits whole under its title.
pub fn has_room_for_definition(state: &State, cell: &MarkCell) -> bool {
    let rows = |page: Page| page.lines.len();
    let needed = || rows(name(state, cell, Role::Text, true)) + rows(definition(state, cell));
    cell.dial.height > 1 && cell.text.width >= 24 && needed() <= cell.text.height.into()
}

/// What a mark is about, after an empty line.
fn definition(state: &State, cell: &MarkCell) -> Page {
    let mut page = Page::new(cell.text.width);
    page.blank();
    page.paragraph(Role::Muted, &state.framework.mark(cell.mark).definition, 0);
    page
}

/// A mark's title in the middle, as [`named`] has it.
fn name(state: &State, cell: &MarkCell, role: Role, defined: bool) -> Page {
    let (area, shown) = (cell.text, state.names().mark(cell.mark));
    let height = usize::from(area.height);
    let rows = if defined { height.min(TITLE_ROWS) } else { height };
    let set = |title| wrap_title(title, area.width.into());
    let full = Some(&shown.title)
        .filter(|_| area.width >= NARROW)
        .map(|title| set(title));
    let full = full.filter(|full| full.len() <= rows);
    let mut page = Page::new(area.width);
    for line in full.unwrap_or_else(|| set(&shown.short)).iter().take(rows) {
        page.centred(role, line);
    }
    page
}

/// Draws name and dial of a mark on one row.
pub fn row(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, focused: bool) {
    dial(state, look, frame, cell.mark, cell.dial);
    let (mark, area) = (state.names().mark(cell.mark), cell.text);
    // full names for all the marks of a field, or short ones for all
    let field = state.names().field(state.framework.field_of(cell.mark));
    let fit = field
        .marks
        .iter()
        .all(|mark| mark.title.width() <= usize::from(area.width));
    let name = if fit { &mark.title } else { &mark.short };
    let role = if focused { Role::Strong } else { Role::Text };
    write(
        frame.buffer_mut(),
        area.x,
        area.y,
        name,
        area.width,
        look.style(role),
    );
}

/// What the mouse hits of these marks.
pub fn hit(marks: &[MarkCell], at: Position) -> Option<Target> {
    let cell = marks
        .iter()
        .find(|cell| cell.area.contains(at) || cell.dial.contains(at))?;
    Some(if cell.dial.contains(at) {
        Target::Dial(cell.mark, cell.dial)
    } else {
        Target::Mark(cell.mark)
    })
}
