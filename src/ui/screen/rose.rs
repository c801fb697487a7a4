//! The rose: the whole profile as one picture, and the same in words beside it.

use crate::app::{App, layout, page, role::Role};
use crate::core::{dial::DialValue, framework::MarkIndex};
use crate::ui::{Look, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
};
use ratatui_dial::{Petal, PolarAreaChart};
use unicode_width::UnicodeWidthStr;

/// Draws the rose.
pub fn rose(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
    let layout = layout::rose(body, &app.framework);
    let stands = |mark| (app.value(mark), app.ghost(mark), mark == app.cursor);
    frame.render_widget(picture(app, look, stands), layout.rose);
    let all = app.pull(app.framework.mark_indices());
    for cell in &layout.fields {
        let share = app.pull(app.framework.marks_of(cell.field)) / all;
        words(app, look, frame, cell, &app.text().percent(share));
    }
    Some(layout.rose.as_position())
}

/// How far out a value reaches: its pull beside that of the highest detent.
fn reach(value: DialValue) -> f32 {
    value.pull() as f32 / DialValue::MAX.pull() as f32
}

/// The rose of all marks: for each its value, where it stood earlier, and whether it is selected.
pub(super) fn picture(
    app: &App,
    look: &Look,
    stands: impl Fn(MarkIndex) -> (DialValue, Option<DialValue>, bool),
) -> PolarAreaChart<'static> {
    let color = |role| look.theme.color(role);
    let groups = app.framework.field_indices().map(|field| {
        let marks = app.framework.marks_of(field);
        let petal = |mark| {
            let (value, earlier, selected) = stands(mark);
            Petal::new(reach(value))
                .style(color(Role::Field(field.get())))
                .earlier(earlier.map(reach))
                .selected(selected)
        };
        marks.map(petal).collect::<Vec<_>>()
    });
    PolarAreaChart::new(groups)
        .neutral(reach(DialValue::NEUTRAL))
        .marker(look.marker)
        .aspect(app.aspect)
        .style(Style::new().bg(color(Role::Background)))
        .limit_style(color(Role::Track))
        .neutral_style(color(Role::Border))
        .earlier_style(color(Role::Ghost))
        .selected_style(color(Role::Strong))
}

/// A field in words: title, share, marks with their values; set to the right where it stands right of the rose.
fn words(app: &App, look: &Look, frame: &mut Frame<'_>, cell: &layout::RoseWords, share: &str) {
    let shown = app.framework.field(cell.field);
    let color = Role::Field(cell.field.get());
    let count = shown.marks.len() as u16;
    let area = cell.area;
    let mut lines: Vec<(Role, String)> = page::wrap_title(&shown.title, area.width.into())
        .into_iter()
        .map(|line| (color, line))
        .collect();
    lines.push((Role::Strong, share.to_owned()));
    if lines.len() as u16 + count > area.height {
        lines = vec![(color, format!("{} {share}", shown.short))];
    }
    for mark in app.framework.marks_of(cell.field) {
        let role = if mark == app.cursor {
            Role::Strong
        } else {
            Role::Muted
        };
        let (name, value) = (&app.framework.mark(mark).short, app.value(mark));
        let line = if cell.right {
            format!("{name} {value:>3}")
        } else {
            format!("{value:>3} {name}")
        };
        lines.push((role, line));
    }
    for (y, (role, line)) in (area.top()..area.bottom()).zip(lines) {
        let indent = if cell.right {
            area.width.saturating_sub(line.width() as u16)
        } else {
            0
        };
        let (x, room) = (area.x + indent, area.width - indent);
        write(frame.buffer_mut(), x, y, &line, room, look.style(role));
    }
}
