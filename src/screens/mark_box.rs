//! A mark in the box beside a list that is about it: its dial, what it is about, what it asks at the reader's own level.

use super::{beside::Beside, layout, marks, state::State};
use crate::core::framework::MarkIndex;
use crate::ui::{
    Look,
    page::{Page, cut},
    theme::Role,
};
use ratatui::{Frame, layout::Rect};

/// Draws it, where there is room for it.
pub(super) fn draw(state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside, mark: MarkIndex) {
    let Some(inner) = rooms.in_other() else {
        return;
    };
    let field = Role::Field(state.framework.field_of(mark).get());
    let title = cut(state.mark_title(mark), inner.width.saturating_sub(2).into());
    rooms.frame_other(look, frame, &[(field, &*title)]);
    let page = page(state, mark, inner.width);
    let used = (page.lines.len() as u16 + 1).min(inner.height);
    frame.render_widget(look.text(&page, 0, inner.height), inner);
    let room = Rect {
        y: inner.y + used,
        height: inner.height - used,
        ..inner
    };
    if let Some((width, height)) = layout::dial_size(room.width, room.height) {
        let left = (room.width - width) / 2;
        let dial = Rect::new(room.x + left, room.y, width, height);
        marks::dial(state, look, frame, mark, dial);
    }
}

/// The mark in words.
fn page(state: &State, mark: MarkIndex, width: u16) -> Page {
    let text = state.text();
    let mut page = Page::new(width);
    let value = state.value(mark);
    page.line([
        (Role::Strong, value.text().to_owned()),
        (Role::Muted, format!("  {}", text.stand(value))),
    ]);
    page.blank();
    page.paragraph(Role::Text, &state.framework.mark(mark).definition, 0);
    let english = state.english_mark(mark);
    if let Some(english) = english {
        let said = format!("{} ({})", english.definition, text.unofficial);
        page.paragraph(Role::Unofficial, &said, 0);
    }
    let level = state.own_level();
    if let Some(name) = state.level_names().get(level) {
        page.blank();
        page.paragraph(Role::Muted, name, 0);
        page.paragraph(Role::Text, state.level_text(mark, level), 0);
        if let Some(english) = english.and_then(|mark| mark.levels.get(level)) {
            let said = format!("{english} ({})", text.unofficial);
            page.paragraph(Role::Unofficial, &said, 0);
        }
    }
    page
}
