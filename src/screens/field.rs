//! A field: its marks side by side in boxes, or one under the other where it is narrow, each with its dial and what the
//! framework says of it. What there is no room for is scrolled to.

use super::{
    Outcome, Route, Screen, Target,
    action::Action,
    layout::{MarkCell, dial_size, part},
    list::{self, List},
    marks,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, under_home},
};
use crate::core::framework::{FieldIndex, MarkIndex};
use crate::ui::{
    Look,
    page::{Page, wrap_title},
    panel::{self, Panel},
    scroll_bar,
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// The field of the selected mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field {
    /// Rows scrolled away, and the field they are of; another one is shown from its top.
    scroll: (Option<FieldIndex>, usize),
}

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
            Action::Open => return Outcome::Go(Route::Mark),
            Action::PageUp | Action::PageDown => {
                // the marks side by side are scrolled together, and the selected one stays
                let selected = state.cursor;
                let columns = matches!(layout(state.body(), state), Layout::Columns(_));
                let outcome = self.walk(action, state);
                if columns {
                    state.cursor = selected;
                }
                return outcome;
            }
            action => {
                let before = state.cursor;
                if !step(action, state) {
                    return Outcome::Pass;
                }
                if state.cursor == before {
                    state.message = Some(state.text().no_further.to_owned());
                }
            }
        }
        self.settle(state);
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let scroll = self.list(state).scroll;
        match layout(body, state) {
            Layout::Columns(cells) => {
                let texts = texts(state, &cells);
                for (cell, text) in cells.iter().zip(&texts) {
                    column(state, look, frame, cell);
                    frame.render_widget(look.text(text, scroll, cell.text.height), cell.text);
                }
                let longest = texts.iter().map(|text| text.lines.len()).max().unwrap_or(0);
                if let Some(last) = cells.last() {
                    scroll_bar(look, frame, last.text, longest, scroll);
                }
                let mut selected = cells.iter().filter(|cell| cell.mark == state.cursor);
                selected.next().map(|cell| cell.area.as_position())
            }
            Layout::List(area) => {
                let page = stacked(state, area.width);
                let at = self.list(state).draw(look, frame, area, &page);
                for (cell, row) in lines(state, area, &page, scroll) {
                    marks::dial(state, look, frame, cell, row);
                }
                Some(at)
            }
        }
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        match layout(body, state) {
            Layout::Columns(cells) => marks::hit(&cells, at),
            Layout::List(area) => {
                let page = stacked(state, area.width);
                let rows = lines(state, area, &page, self.list(state).scroll);
                let dial = rows.into_iter().find(|(_, row)| row.contains(at));
                if let Some((mark, row)) = dial {
                    return Some(Target::Dial(mark, row));
                }
                let entry = self.list(state).hit(&page, area, at)?;
                state
                    .framework
                    .marks_of(state.field())
                    .nth(entry)
                    .map(Target::Mark)
            }
        }
    }

    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        match layout(state.body(), state) {
            Layout::Columns(_) => Vec::new(),
            Layout::List(_) => list::read_to_the_end(self, state),
        }
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        match layout(body, state) {
            Layout::Columns(cells) => cells.first().map_or(body, |cell| cell.text),
            Layout::List(area) => area,
        }
    }

    fn page(&self, state: &State, width: u16) -> Page {
        match layout(state.body(), state) {
            Layout::Columns(cells) => {
                let texts = texts(state, &cells).into_iter();
                texts.max_by_key(|text| text.lines.len()).unwrap_or_default()
            }
            Layout::List(_) => stacked(state, width),
        }
    }

    fn list(&self, state: &State) -> List {
        let field = state.field();
        let mut marks = state.framework.marks_of(field);
        List {
            selected: marks.position(|mark| mark == state.cursor).unwrap_or(0),
            scroll: match self.scroll {
                (Some(of), rows) if of == field => rows,
                _ => 0,
            },
        }
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        let field = state.field();
        self.scroll = (Some(field), list.scroll);
        let mark = state.framework.marks_of(field).nth(list.selected);
        state.cursor = mark.unwrap_or(state.cursor);
    }
}

/// A mark's box with its title, its dial and where that stands; the text under it is scrolled.
fn column(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell) {
    let selected = cell.mark == state.cursor;
    let field = state.field().get();
    let edge = if selected {
        Role::Field(field)
    } else {
        Role::Border
    };
    let inner = Panel::new(&[])
        .edge(edge)
        .heavy(selected)
        .draw(look, frame, cell.area);
    let mut title = Page::new(inner.width);
    let said = if selected { Role::Strong } else { Role::Text };
    for line in wrap_title(state.mark_title(cell.mark), inner.width.into()) {
        title.centred(said, &line);
    }
    frame.render_widget(look.text(&title, 0, inner.height), inner);
    marks::large_dial(state, look, frame, cell.mark, cell.dial);
    let row = Rect {
        y: cell.dial.bottom(),
        height: 1,
        ..inner
    };
    let text = state.text();
    let share = text.percent(state.weight(cell.mark));
    let stand = text.stand(state.value(cell.mark));
    let parts = [stand, " · ", text.weight, " ", &share];
    let whole = look.line(parts.map(|part| (Role::Muted, part)));
    let line = match whole.width() <= row.width.into() {
        true => whole,
        false => look.line([(Role::Muted, stand)]),
    };
    frame.render_widget(line.centered(), row);
}

/// What is said of the marks side by side: with every level and the need where all of it is to be seen at once, else what
/// it asks at the own level.
fn texts(state: &State, cells: &[MarkCell]) -> Vec<Page> {
    let set = |whole| -> Vec<Page> {
        let text = |cell: &MarkCell| about(state, cell.mark, cell.text.width, whole);
        cells.iter().map(text).collect()
    };
    let fits = |(cell, text): (&MarkCell, &Page)| text.lines.len() <= cell.text.height.into();
    let whole = set(true);
    match cells.iter().zip(&whole).all(fits) {
        true => whole,
        false => set(false),
    }
}

/// What the framework says of a mark: its definition, the own level, and where it is the `whole` the other levels and what
/// need it is turned for.
fn about(state: &State, mark: MarkIndex, width: u16, whole: bool) -> Page {
    let text = state.text();
    let shown = state.framework.mark(mark);
    let field = Role::Field(state.framework.field_of(mark).get());
    let said = match mark == state.cursor {
        true => Role::Text,
        false => Role::Muted,
    };
    let english = state.english_mark(mark);
    let mut page = Page::new(width);
    page.paragraph(said, &shown.definition, 0);
    if let Some(english) = english {
        // said once on the screen
        let is_first = state.framework.marks_of(state.field()).next() == Some(mark);
        let definition = match is_first {
            true => format!("{} ({})", english.definition, text.unofficial),
            false => english.definition.clone(),
        };
        page.paragraph(Role::Unofficial, &definition, 0);
    }
    let own = state.own_level();
    for level in 0..shown.levels.len() {
        if level != own && !whole {
            continue;
        }
        page.blank();
        let name = if level == own { field } else { Role::Muted };
        page.paragraph(name, &state.level_names()[level], 0);
        let role = if level == own { said } else { Role::Muted };
        page.paragraph(role, &shown.levels[level], 0);
        if level == own {
            page.own_ends.push((mark, page.lines.len() - 1));
        }
        if let Some(english) = english.filter(|_| level == own) {
            page.paragraph(Role::Unofficial, &english.levels[level], 0);
        }
    }
    let note = state.profile().note(&shown.id);
    if whole && !note.is_empty() {
        page.blank();
        page.paragraph(Role::Muted, text.which_need, 0);
        page.paragraph(said, note, 0);
    }
    page
}

/// Rows over the text of a mark in a list: its title and the line of its dial.
fn title_rows(state: &State, mark: MarkIndex, width: u16) -> usize {
    wrap_title(state.mark_title(mark), usize::from(width).saturating_sub(2)).len()
}

/// The marks one under the other, each an entry: title, the line of its dial, what is said of it.
fn stacked(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let field = Role::Field(state.field().get());
    for mark in state.framework.marks_of(state.field()) {
        let selected = mark == state.cursor;
        let mut entry = Page::new(width.saturating_sub(2));
        let said = if selected { Role::Strong } else { Role::Text };
        for line in wrap_title(state.mark_title(mark), entry.width) {
            entry.line([(said, format!(" {line}"))]);
        }
        // here stands the dial
        entry.line([(said, String::new())]);
        let about = about(state, mark, width.saturating_sub(2), false);
        let over = page.lines.len() + entry.lines.len();
        let ends = about.own_ends.iter().map(|(mark, line)| (*mark, line + over));
        page.own_ends.extend(ends);
        for mut line in about.lines {
            if let Some(first) = line.first_mut() {
                first.text.insert(0, ' ');
            }
            entry.lines.push(line);
        }
        page.entry(entry, field, selected);
        page.blank();
    }
    page.lines.pop();
    page
}

/// The lines in view in which dials stand in a list that is scrolled by so many rows.
fn lines(state: &State, area: Rect, page: &Page, scroll: usize) -> Vec<(MarkIndex, Rect)> {
    /// The widest a line gets.
    const WIDEST: u16 = 48;
    let marks = state.framework.marks_of(state.field()).zip(&page.anchors);
    let rows = marks.filter_map(|(mark, line)| {
        let line = line + title_rows(state, mark, area.width);
        let row = line.checked_sub(scroll).filter(|row| *row < area.height.into())?;
        let width = area.width.saturating_sub(3).min(WIDEST);
        Some((mark, Rect::new(area.x + 2, area.y + row as u16, width, 1)))
    });
    rows.collect()
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Layout {
    /// The marks side by side, the text of each under its dial.
    Columns(Vec<MarkCell>),
    /// One under the other.
    List(Rect),
}

/// Narrowest box for a mark.
const COLUMN: u16 = 26;

/// Where everything stands in `body`.
fn layout(body: Rect, state: &State) -> Layout {
    let marks = || state.framework.marks_of(state.field());
    let count = marks().len() as u16;
    let gap = u16::from(body.width >= 100);
    if count == 0 || (body.width + gap) / count < COLUMN || body.height < 17 {
        let width = body.width.saturating_sub(1);
        return Layout::List(Rect { width, ..body });
    }
    let place = |at: usize| {
        let (left, width) = part(body.width + gap, count.into(), at);
        Rect::new(body.x + left, body.y, width - gap, body.height)
    };
    let rows = |(at, mark): (usize, MarkIndex)| {
        wrap_title(state.mark_title(mark), panel::inner(place(at)).width.into()).len() as u16
    };
    // titles stand on as many rows, so that the dials do on one line
    let titles = marks().enumerate().map(rows).max().unwrap_or(0);
    let cells = marks().enumerate().map(|(at, mark)| {
        let area = place(at);
        let inner = panel::inner(area);
        let air = u16::from(body.height >= 26);
        let room = (inner.height - titles.min(inner.height)) * 9 / 20;
        let (w, h) = dial_size(inner.width, room).unwrap_or((inner.width.min(24), 1));
        let y = inner.y + titles + air;
        let dial = Rect::new(inner.x + (inner.width - w) / 2, y, w, h);
        let top = (dial.bottom() + 1 + air).min(inner.bottom());
        let text = Rect::new(inner.x, top, inner.width, inner.bottom() - top);
        MarkCell {
            mark,
            area,
            dial,
            text,
        }
    });
    Layout::Columns(cells.collect())
}
