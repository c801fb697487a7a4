//! The screens, one file each.

mod bearings;
mod field;
mod home;
mod mark;
mod merge;
mod note;
mod reading;
mod rose;
mod search;
mod team;
mod welcome;

pub use bearings::{bearings, compare};
pub use field::field;
pub use home::home;
pub use mark::mark;
pub use merge::merge;
pub use note::note;
pub use reading::{reading, too_small};
pub use rose::rose;
pub use search::search;
pub use team::team;
pub use welcome::first_dial;

use super::{Look, write};
use crate::app::{App, content, layout::MarkCell, role::Role};
use crate::core::framework::MarkIndex;
use ratatui::{Frame, layout::Rect};
use unicode_width::UnicodeWidthStr;

/// A mark's dial.
fn dial(app: &App, look: &Look, frame: &mut Frame<'_>, mark: MarkIndex, area: Rect) {
    let value = app.value(mark).get();
    let ghost = app.ghost(mark).map(|ghost| f32::from(ghost.get()));
    let needle = app.motion.needle(mark.get()).unwrap_or(value.into());
    let dial = look
        .dial(app.framework.field_of(mark).get())
        .value(value.into())
        .position(needle)
        .ghost(ghost)
        .aspect(app.aspect);
    frame.render_widget(dial, area);
}

/// A mark's title under its dial, in `role`; where it is `defined` and there is plenty of room, what it is about too.
fn named(app: &App, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, role: Role, defined: bool) {
    let area = cell.text;
    let page = content::named(app, cell.mark, area.width, area.height, role, defined);
    frame.render_widget(look.text(&page, 0, area.height), area);
}

/// Name and dial of a mark on one row.
fn row(app: &App, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, focused: bool) {
    dial(app, look, frame, cell.mark, cell.dial);
    let (mark, area) = (app.framework.mark(cell.mark), cell.text);
    // full names for all the marks of a field, or short ones for all
    let field = app.framework.field(app.framework.field_of(cell.mark));
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
