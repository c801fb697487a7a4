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

use super::{Look, Painter, write, write_page};
use crate::app::{App, kept::About, layout::MarkCell, role::Role, scale};
use crate::core::framework::MarkIndex;
use crate::widget::dial::Dial;
use ratatui::{layout::Rect, widgets::Widget};
use unicode_width::UnicodeWidthStr;

/// A mark's dial.
fn dial(app: &App, look: &Look, painter: &mut Painter, mark: MarkIndex, area: Rect) {
    let value = app.value(mark);
    let ghost = app.ghost(mark);
    let field = app.framework.field_of(mark).get();
    let needle = app.motion.needle(mark.get());
    let at = |value: i8, needle: f32| {
        Dial::new(scale())
            .value(value.into())
            .position(needle)
            .ghost(ghost.map(|ghost| f32::from(ghost.get())))
            .tier(look.tier)
            .aspect(app.aspect)
            .style(look.dial_style(field))
    };
    let needle = needle.unwrap_or(value.get().into());
    let stands = u64::from(needle.to_bits()) << 8 | u64::from(value.get() as u8);
    painter.moving(area, (mark.get(), ghost), stands, |buffer, area, stood| {
        let dial = at(value.get(), needle);
        let Some(stood) = stood else {
            dial.render(area, buffer);
            return area;
        };
        let before = at(stood as u8 as i8, f32::from_bits((stood >> 8) as u32));
        dial.render_moved(&before, area, buffer)
    });
}

/// A mark's title under its dial, in `role`; where it is `defined` and there is plenty of room, what it is about too.
fn named(app: &App, look: &Look, painter: &mut Painter, cell: &MarkCell, role: Role, defined: bool) {
    painter.panel(cell.text, (cell.mark.get(), role), |buffer, area| {
        let about = About::Named {
            height: area.height,
            role,
            defined,
        };
        let page = app.page_about(about, cell.mark, area.width);
        write_page(buffer, area, &page, 0, &look.theme);
    });
}

/// Name and dial of a mark on one row.
fn row(app: &App, look: &Look, painter: &mut Painter, cell: &MarkCell, focused: bool) {
    dial(app, look, painter, cell.mark, cell.dial);
    let mark = app.framework.mark(cell.mark);
    painter.panel(cell.text, (cell.mark.get(), focused), |buffer, area| {
        // full names for all the marks of a field, or short ones for all
        let field = app.framework.field(app.framework.field_of(cell.mark));
        let fit = field
            .marks
            .iter()
            .all(|mark| mark.title.width() <= usize::from(area.width));
        let name = if fit { &mark.title } else { &mark.short };
        let role = if focused { Role::Strong } else { Role::Text };
        write(buffer, area.x, area.y, name, area.width, look.theme.style(role));
    });
}
