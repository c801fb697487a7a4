//! A list that is filtered by typing: the line on top, the list under it.

use super::reading::reading;
use crate::app::{App, layout, search::Search};
use crate::ui::theme::role::Role;
use crate::ui::{Look, text_field};
use ratatui::{Frame, layout::Rect};

/// Draws the line and the list.
pub fn search(app: &App, look: &Look, frame: &mut Frame<'_>, body: Rect, search: &Search) {
    let (line, _) = layout::search(body);
    let sign = Rect {
        x: line.x - 2,
        width: 2,
        ..line
    };
    frame.render_widget(look.span(Role::Accent, "›"), sign);
    reading(app, look, frame);
    let placeholder = search.source.placeholder(app.text());
    text_field(look, frame, line, &search.input, placeholder);
}
