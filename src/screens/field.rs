//! A field: its marks side by side or one under the other, each with dial and definition.

use super::{
    Outcome, Route, Screen, Target,
    action::Action,
    layout::{MarkCell, dial_size, part},
    marks,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, under_home},
};
use crate::core::framework::{Framework, MarkIndex};
use crate::ui::{
    Look,
    page::{Page, wrap_title},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    symbols::border,
    widgets::{Block, Borders},
};
use unicode_width::UnicodeWidthStr;

/// The field of the selected mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field;

/// Selects another mark of the selected field by an action; false where it moves nothing.
pub(super) fn step(action: Action, state: &mut State) -> bool {
    let field = state.field();
    let mut marks = state.framework.marks_of(field);
    match action {
        Action::Up | Action::Left => state.step_in_field(-1),
        Action::Down | Action::Right => state.step_in_field(1),
        Action::Next => state.cycle_marks(1),
        Action::Previous => state.cycle_marks(-1),
        Action::First => state.cursor = marks.next().unwrap_or(state.cursor),
        Action::Last => state.cursor = marks.next_back().unwrap_or(state.cursor),
        _ => return false,
    }
    true
}

impl Screen for Field {
    fn scope(&self) -> Scope {
        Scope::Field
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let name = field_name(state, state.field(), names);
        under_home(state, [(Role::Strong, name.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Open => Outcome::Go(Route::Mark),
            action if step(action, state) => Outcome::Done,
            _ => Outcome::Pass,
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body, state.names(), state.cursor);
        let page = |cell: &MarkCell, with_level| {
            about(state, cell.mark, cell.text.width, layout.side_by_side, with_level)
        };
        // what the own level asks stands under every mark or under none
        let fits = |(cell, page): (&MarkCell, &Page)| page.lines.len() <= usize::from(cell.text.height);
        let pages = |with_level| -> Vec<Page> {
            let cells = layout.marks.iter();
            cells.map(|cell| page(cell, with_level)).collect()
        };
        let mut set = pages(true);
        if !layout.marks.iter().zip(&set).all(fits) {
            set = pages(false);
        }
        for (cell, page) in layout.marks.iter().zip(&set) {
            bar(state, look, frame, cell, layout.side_by_side);
            marks::dial(state, look, frame, cell.mark, cell.dial);
            text(state, look, frame, cell, page);
        }
        let mut selected = layout.marks.iter().filter(|cell| cell.mark == state.cursor);
        selected.next().map(|cell| cell.area.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        marks::hit(&layout(body, state.names(), state.cursor).marks, at)
    }
}

/// What stands under or beside a dial.
fn text(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, page: &Page) {
    let area = cell.text;
    frame.render_widget(look.text(page, 0, area.height), area);
    if page.lines.len() > usize::from(area.height) && !area.is_empty() {
        // in place of the hyphen where a word was divided
        let last = page.lines[usize::from(area.height) - 1].iter();
        let text: String = last.map(|span| span.text.as_str()).collect();
        let end = text.trim_end_matches('-').width() as u16;
        let x = area.x + end.min(area.width - 1);
        let style = look.style(Role::Muted);
        write(frame.buffer_mut(), x, area.bottom() - 1, "…", 1, style);
    }
    let stands_in = page.anchors.first().filter(|line| **line < area.height.into());
    if let Some(line) = stands_in {
        let row = Rect {
            y: area.y + *line as u16,
            height: 1,
            ..area
        };
        stands(state, look, frame, cell.mark, row);
    }
}

/// The line over or beside a mark that shows whether it is selected.
fn bar(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, side_by_side: bool) {
    let selected = cell.mark == state.cursor;
    let role = if selected {
        Role::Field(state.field().get())
    } else {
        Role::Track
    };
    let (side, set, area) = match (side_by_side, selected) {
        (true, true) => (Borders::TOP, border::THICK, cell.area),
        (true, false) => (Borders::TOP, border::PLAIN, cell.area),
        (false, true) => {
            let height = cell.area.height - 1;
            (Borders::LEFT, crate::ui::BAR, Rect { height, ..cell.area })
        }
        (false, false) => return,
    };
    let block = Block::new()
        .borders(side)
        .border_set(set)
        .border_style(look.style(role));
    frame.render_widget(block, area);
}

/// Where a mark's dial stands and its share, in the middle of a row; the word alone where there is little room.
fn stands(state: &State, look: &Look, frame: &mut Frame<'_>, mark: MarkIndex, row: Rect) {
    let text = state.text();
    let share = text.percent(state.weight(mark));
    let parts = [text.stand(state.value(mark)), " · ", text.weight, " ", &share];
    let whole = look.line(parts.map(|part| (Role::Muted, part)));
    let line = if whole.width() <= row.width.into() {
        whole
    } else {
        look.line([(Role::Muted, parts[0])])
    };
    frame.render_widget(line.centered(), row);
}

/// A mark in its field: title, definition, and `with_level` what it asks at the own level. Where its dial is over it the
/// title stands in the middle, and its anchor is the empty line that is kept for where that dial stands.
fn about(state: &State, mark: MarkIndex, width: u16, centred: bool, with_level: bool) -> Page {
    let text = state.text();
    let shown = state.framework.mark(mark);
    let field = state.framework.field_of(mark).get();
    let (role, own) = match mark == state.cursor {
        true => (Role::Strong, Role::Text),
        false => (Role::Text, Role::Muted),
    };
    let mut page = Page::new(width);
    for line in wrap_title(state.mark_title(mark), width.into()) {
        if centred {
            page.centred(role, &line)
        } else {
            page.line([(role, line)])
        }
    }
    if centred {
        page.anchor();
        page.blank();
        page.blank();
    }
    page.paragraph(own, &shown.definition, 0);
    if let Some(english) = state.english_mark(mark) {
        let definition = format!("{} ({})", english.definition, text.unofficial);
        page.paragraph(Role::Unofficial, &definition, 0);
    }
    if with_level {
        let level = state.own_level();
        page.blank();
        page.paragraph(Role::Field(field), &state.level_names()[level], 0);
        page.paragraph(own, state.level_text(mark, level), 0);
    }
    page
}

/// Where everything stands: the marks side by side, or one under the other where it is narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layout {
    /// True where the marks stand side by side.
    side_by_side: bool,
    /// The marks that are in view.
    marks: Vec<MarkCell>,
}

/// Narrowest column for a mark with its definition.
const COLUMN: u16 = 24;

/// Where everything stands in `body`, with `cursor` in view.
fn layout(body: Rect, framework: &Framework, cursor: MarkIndex) -> Layout {
    let marks = framework.marks_of(framework.field_of(cursor));
    let count = marks.len() as u16;
    let side_by_side = count > 0 && body.width / count >= COLUMN && body.height >= 12;
    if side_by_side {
        let gap = if body.width >= 100 { 3 } else { 1 };
        let cells = marks.enumerate().map(|(place, mark)| {
            let (left, width) = part(body.width + gap, count.into(), place);
            let area = Rect::new(body.x + left, body.y, width - gap, body.height);
            let inner = Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2);
            let room = (inner.height / 2).saturating_sub(1);
            let (w, h) = dial_size(inner.width, room).unwrap_or((inner.width.min(24), 1));
            let air = u16::from(body.height >= 26);
            let dial = Rect::new(inner.x + (inner.width - w) / 2, inner.y + air, w, h);
            let top = dial.bottom() + air;
            let text = Rect::new(inner.x, top, inner.width, inner.bottom().saturating_sub(top));
            MarkCell {
                mark,
                area,
                dial,
                text,
            }
        });
        return Layout {
            side_by_side,
            marks: cells.collect(),
        };
    }
    // one under the other, as many as fit, the selected one among them
    let height = (body.height / count.max(1)).clamp(6.min(body.height), 18);
    let fit = (body.height / height.max(1)).max(1);
    let first_mark = framework.marks_of(framework.field_of(cursor)).next();
    let place = first_mark.map_or(0, |first| cursor.get() - first.get()) as u16;
    let first = place.saturating_sub(fit - 1);
    let cells = marks
        .skip(first.into())
        .take(fit.into())
        .enumerate()
        .map(|(row, mark)| {
            let area = Rect::new(body.x, body.y + row as u16 * height, body.width, height);
            let (w, h) = dial_size((body.width / 3).max(9), height.saturating_sub(1)).unwrap_or((9, 1));
            let dial = Rect::new(area.x + 2, area.y, w, h);
            let text = Rect::new(
                area.x + w + 4,
                area.y,
                area.width.saturating_sub(w + 4),
                height - 1,
            );
            MarkCell {
                mark,
                area,
                dial,
                text,
            }
        });
    Layout {
        side_by_side,
        marks: cells.collect(),
    }
}
