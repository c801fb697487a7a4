//! A mark: a large dial, what it stands at, and what the framework says of it.

use super::{dial, named, row};
use crate::app::{App, content, layout, role::Role};
use crate::core::{compare::Picture, dial::DialValue};
use crate::ui::course::Course;
use crate::ui::{Look, scroll_bar, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Draws the selected mark.
pub fn mark(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let layout = layout::mark(body);
    dial(app, look, frame, app.cursor, layout.dial);
    words(app, look, frame, layout.words);
    let from = app.body().scroll;
    let page = content::mark(app, app.cursor, layout.text.width);
    frame.render_widget(look.text(&page, from, layout.text.height), layout.text);
    scroll_bar(look, frame, layout.text, page.lines.len(), from);
    let neighbours = layout::neighbours(&layout, page.lines.len(), &app.framework, app.cursor);
    if let Some(area) = layout::course(&layout, page.lines.len(), &neighbours) {
        course(app, look, frame, area);
    }
    for cell in neighbours {
        if cell.dial.height == 1 {
            row(app, look, frame, &cell, false);
            continue;
        }
        dial(app, look, frame, cell.mark, cell.dial);
        named(app, look, frame, &cell, Role::Muted, false);
    }
    Some(layout.dial.as_position())
}

/// Where the mark stood at each bearing and stands now, where there is a bearing.
fn course(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let bearings = &app.profile().bearings;
    if bearings.is_empty() {
        return;
    }
    // no more than there can be room for
    let bearings = &bearings[bearings.len().saturating_sub(area.width.into())..];
    let id = &app.framework.mark(app.cursor).id;
    let value = |bearing| Picture::At(bearing).value(id).get().into();
    let earlier: Vec<i16> = bearings.iter().map(value).collect();
    let course = Course {
        earlier: &earlier,
        last: app.value(app.cursor).get().into(),
        most: DialValue::MAX.get().into(),
        past: look.style(Role::Field(app.field().get())),
        now: look.style(Role::Strong),
        scale: look.style(Role::Muted),
    };
    let text = &app.text().bearings;
    let picture = Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    };
    frame.render_widget(look.line([(Role::Muted, text.over_time)]), area);
    frame.render_widget(&course, picture);
    let place = course.place(picture);
    let shown = &bearings[bearings.len() + 1 - place.shown.max(1)..];
    let since = shown.first().unwrap_or(&bearings[0]).at.date();
    let (bottom, since) = (area.bottom() - 1, text.date(since));
    let now = text.now.width() as u16;
    let buffer = frame.buffer_mut();
    let end = write(
        buffer,
        place.left,
        bottom,
        &since,
        area.width,
        look.style(Role::Muted),
    );
    let right = place.right.max(end + 1 + now);
    write(
        buffer,
        right - now,
        bottom,
        text.now,
        now,
        look.style(Role::Strong),
    );
}

/// What the dial of the selected mark says in words: where it stands, the last bearing, the note, its links.
pub(super) fn words(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (mark, text) = (app.cursor, app.text());
    let value = app.value(mark);
    let share = text.percent(app.weight(mark));
    let stands = look.line([
        (Role::Field(app.framework.field_of(mark).get()), value.text()),
        (Role::Strong, " "),
        (Role::Strong, text.stand(value)),
        (Role::Muted, "   "),
        (Role::Muted, text.weight),
        (Role::Muted, " "),
        (Role::Muted, &share),
    ]);
    frame.render_widget(stands, area);
    let rest = Rect {
        y: area.y + area.height.min(1),
        height: area.height.saturating_sub(1),
        ..area
    };
    let page = content::beside(app, mark, rest.width);
    frame.render_widget(look.text(&page, 0, rest.height), rest);
}
