//! A mark: a large dial, what it stands at, and what the framework says of it.

use super::{dial, named, row};
use crate::app::{App, kept::About, layout, role::Role};
use crate::core::dial::DialValue;
use crate::ui::{Look, Painter, painter::fingerprint, scroll_bar, write, write_page};
use crate::widget::course::Course;
use ratatui::{layout::Rect, widgets::Widget};
use unicode_width::UnicodeWidthStr;

/// Draws the selected mark.
pub fn mark(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    let layout = layout::mark(body);
    dial(app, look, painter, app.cursor, layout.dial);
    words(app, look, painter, layout.words);
    let from = app.body().scroll;
    let shows = (app.cursor.get(), app.lang, app.own_level(), from);
    let page = app.page_about(About::Mark, app.cursor, layout.text.width);
    painter.panel(
        // no more than the text fills: the neighbours under it come and go by themselves
        Rect {
            width: layout.text.width + 1,
            height: layout.text.height.min(page.lines.len() as u16),
            ..layout.text
        },
        shows,
        |buffer, area| {
            write_page(buffer, layout.text, &page, from, &look.theme);
            let bar = Rect {
                x: area.right() - 1,
                width: 1,
                ..area
            };
            scroll_bar(buffer, bar, page.lines.len(), from, &look.theme);
        },
    );
    let neighbours = layout::neighbours(&layout, page.lines.len(), &app.framework, app.cursor);
    if let Some(area) = layout::course(&layout, page.lines.len(), &neighbours) {
        course(app, look, painter, area);
    }
    for cell in neighbours {
        if cell.dial.height == 1 {
            row(app, look, painter, &cell, false);
            continue;
        }
        dial(app, look, painter, cell.mark, cell.dial);
        named(app, look, painter, &cell, Role::Muted, false);
    }
    painter.point(layout.dial.x, layout.dial.y);
}

/// Where the mark stood at each bearing and stands now, where there is a bearing.
fn course(app: &App, look: &Look, painter: &mut Painter, area: Rect) {
    let bearings = &app.profile.bearings;
    if bearings.is_empty() {
        return;
    }
    let past = app.past(app.cursor);
    // no more than there can be room for
    let hidden = bearings.len().saturating_sub(area.width.into());
    let (bearings, earlier) = (&bearings[hidden..], &past[hidden..]);
    let style = |role| look.theme.style(role);
    let course = Course {
        earlier,
        last: app.value(app.cursor).get().into(),
        most: DialValue::MAX.get().into(),
        past: style(Role::Field(app.field().get())),
        now: style(Role::Strong),
        scale: style(Role::Muted),
    };
    let text = &app.text().bearings;
    let picture = Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    };
    let place = course.place(picture);
    let shown = &bearings[bearings.len() + 1 - place.shown.max(1)..];
    let since = shown.first().unwrap_or(&bearings[0]).at.date();
    painter.panel(
        area,
        (app.cursor.get(), app.lang, earlier, since),
        |buffer, area| {
            write(
                buffer,
                area.x,
                area.y,
                text.over_time,
                area.width,
                style(Role::Muted),
            );
            (&course).render(picture, buffer);
            let (bottom, since) = (area.bottom() - 1, text.date(since));
            let now = text.now.width() as u16;
            let end = write(buffer, place.left, bottom, &since, area.width, style(Role::Muted));
            let right = place.right.max(end + 1 + now);
            write(buffer, right - now, bottom, text.now, now, style(Role::Strong));
        },
    );
    // over it the last value alone, which is all that a turn changes
    let last = Rect {
        x: place.right - place.each,
        width: place.each,
        ..picture
    };
    painter.panel(last, (app.cursor.get(), course.last), |buffer, _| {
        course.render_last(picture, buffer);
    });
}

/// What the dial of the selected mark says in words: where it stands, the last bearing, the note, its links.
pub(super) fn words(app: &App, look: &Look, painter: &mut Painter, area: Rect) {
    let mark = app.cursor;
    let (value, weight) = (app.value(mark), app.weight(mark));
    let stand = Rect {
        height: area.height.min(1),
        ..area
    };
    let shows = (mark.get(), value, weight.to_bits(), app.lang);
    painter.panel(stand, shows, |buffer, area| {
        let text = app.text();
        let parts = [
            (Role::Field(app.framework.field_of(mark).get()), value.text()),
            (Role::Strong, " "),
            (Role::Strong, text.stand(value)),
            (Role::Muted, "   "),
            (Role::Muted, text.weight),
            (Role::Muted, " "),
            (Role::Muted, &*text.percent(weight)),
        ];
        let mut x = area.x;
        for (role, part) in parts {
            x = write(buffer, x, area.y, part, area.right() - x, look.theme.style(role));
        }
    });
    let rest = Rect {
        y: area.y + stand.height,
        height: area.height - stand.height,
        ..area
    };
    let dial = app.profile.dials.get(&app.framework.mark(mark).id);
    let written = dial.map(|dial| (&dial.note, &dial.documents, &dial.enriches));
    let earlier = app.ghost_bearing().map(|bearing| bearing.at.date());
    let said = fingerprint((written, earlier, app.ghost(mark)));
    painter.panel(rest, (mark.get(), app.lang, said), |buffer, area| {
        let page = app.page_about(About::Beside { said }, mark, area.width);
        write_page(buffer, area, &page, 0, &look.theme);
    });
}
