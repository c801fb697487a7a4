//! A mark as several screens show it: its dial, its name under or beside it, what the mouse hits of it.

use super::{Target, layout::MarkCell, state::State};
use crate::core::framework::MarkIndex;
use crate::ui::{
    Look,
    page::{Page, wrap_title},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Draws a mark's dial.
pub fn dial(state: &State, look: &Look, frame: &mut Frame<'_>, mark: MarkIndex, area: Rect) {
    let value = state.value(mark).get();
    let ghost = state.ghost(mark).map(|ghost| f32::from(ghost.get()));
    let needle = state.motion.needle(mark.get()).unwrap_or(value.into());
    let dial = look
        .dial(state.framework.field_of(mark).get())
        .value(value.into())
        .position(needle)
        .ghost(ghost)
        .aspect(state.aspect);
    frame.render_widget(dial, area);
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
