//! The bearings: the list with the lines over time beside it, and two of them compared with the rose beside.

use super::{reading, rose::picture};
use crate::app::{App, content, layout, screen::Comparison};
use crate::ui::{Look, Painter, write_page};
use ratatui::{layout::Rect, widgets::Widget};

/// Draws the list of bearings.
pub fn bearings(app: &App, look: &Look, painter: &mut Painter, body: Rect) {
    reading(app, look, painter);
    if let Some(area) = layout::bearings(body).lines {
        let page = content::bearings::over_time(app, area.width, area.height);
        painter.panel(area, page.fingerprint(), |buffer, area| {
            write_page(buffer, area, &page, 0, &look.theme);
        });
    }
}

/// Draws two pictures compared.
pub fn compare(app: &App, look: &Look, painter: &mut Painter, body: Rect, comparison: &Comparison) {
    reading(app, look, painter);
    let Some((area, (from, to))) = layout::compare(body)
        .rose
        .zip(content::bearings::pictures(app, comparison))
    else {
        return;
    };
    let (earlier, values) = (from.values(&app.framework), to.values(&app.framework));
    painter.panel(area, (&earlier, &values), |buffer, area| {
        let petal =
            |mark: crate::core::framework::MarkIndex| (values[mark.get()], Some(earlier[mark.get()]), false);
        picture(app, look, petal).render(area, buffer);
    });
}
