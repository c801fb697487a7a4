//! Home: the fields as a grid, each with its share and its dials. `layout` has where they stand.

use super::{
    Effect, Outcome, Route, Screen, Target,
    action::Action,
    layout::{MarkCell, dials, part, rows_of},
    marks,
    questions::Asked,
    scope::Scope,
    state::State,
    trail::{Names, Trail},
    turn,
};
use crate::core::{
    framework::{FieldIndex, Framework, MarkIndex},
    session::TextTarget,
};
use crate::ui::{Look, page::cut, scroll_bar, theme::Role, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    symbols::border,
    text::{Line, Span},
    widgets::Block,
};
use unicode_width::UnicodeWidthStr;

/// The grid of fields. The selected field is the one of the selected mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Home;

impl Screen for Home {
    fn scope(&self) -> Scope {
        Scope::Home
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let framework = state.names();
        vec![
            (Role::Strong, framework.title.as_str().into()),
            (Role::Muted, "  ".into()),
            (Role::Muted, framework.organisation.as_str().into()),
        ]
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        if let Some(turn) = turn(action) {
            let marks: Vec<_> = state.framework.marks_of(state.field()).collect();
            state.turn(marks, turn);
            return Outcome::Done;
        }
        let count = state.framework.field_count();
        match action {
            Action::Up => step(state, 0, -1),
            Action::Down => step(state, 0, 1),
            Action::Left => step(state, -1, 0),
            Action::Right => step(state, 1, 0),
            Action::Next => go(state, (state.field().get() + 1) % count),
            Action::Previous => go(state, (state.field().get() + count - 1) % count),
            Action::First => go(state, 0),
            Action::Last => go(state, count - 1),
            Action::Open => return Outcome::Go(Route::Field),
            Action::Note => return Outcome::Go(Route::Note(TextTarget::Profile)),
            Action::Copy => {
                state.message = Some(state.text().copied(&state.profile().name));
                return Outcome::Do(Effect::CopyProfile);
            }
            _ => return Outcome::Pass,
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let home = layout(body, state.names(), state.cursor);
        // two digits, so that the border beside them stays; all the focus there is only where there is one field
        let widest = state.text().percent(1.0).width() as u16;
        let share_width = widest + 2 - u16::from(home.fields.len() > 1);
        for (column, area) in home.captions.iter().enumerate() {
            caption(state, look, frame, *area, column, home.columns);
        }
        let short = home.fields.iter().any(|cell| {
            let title = &state.names().field(cell.field).title;
            title.width() > heading_room(cell, share_width)
        });
        let marks = || home.fields.iter().flat_map(|cell| &cell.marks);
        let defined = marks().all(|cell| marks::has_room_for_definition(state, cell));
        let shown = Shown {
            share_width,
            short,
            defined,
        };
        for cell in &home.fields {
            field(state, look, frame, cell, &shown);
        }
        let row = home
            .fields
            .first()
            .map_or(0, |cell| usize::from(cell.area.height));
        scroll_bar(look, frame, home.grid, home.rows * row, home.first * row);
        if let Some(row) = home.places {
            for place in places(state, row) {
                let buffer = frame.buffer_mut();
                let x = write(
                    buffer,
                    place.x,
                    row.y,
                    &place.key,
                    row.width,
                    look.style(Role::Key),
                );
                write(
                    buffer,
                    x + 1,
                    row.y,
                    place.name,
                    row.width,
                    look.style(Role::Text),
                );
            }
        }
        let selected = home.fields.iter().find(|cell| cell.field == state.field())?;
        Some(selected.area.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let home = layout(body, state.names(), state.cursor);
        if let Some(row) = home.places.filter(|row| row.contains(at)) {
            let mut places = places(state, row).into_iter();
            let place = places.find(|place| (place.x..place.end()).contains(&at.x))?;
            return Some(Target::Action(0, place.action));
        }
        let field = home.fields.iter().find(|field| field.area.contains(at))?;
        match marks::hit(&field.marks, at) {
            Some(dial @ Target::Dial(..)) => Some(dial),
            _ => Some(Target::Field(field.field)),
        }
    }

    fn asked(&self, _: &State) -> Option<Asked> {
        Some(Asked::First)
    }
}

/// To the field of this number.
fn go(state: &mut State, field: usize) {
    if let Some(field) = state.framework.field_at(field) {
        state.go_field(field);
    }
}

/// To the neighbour in the grid, stopping at its edges.
fn step(state: &mut State, right: isize, down: isize) {
    let columns = layout(state.body(), state.names(), state.cursor).columns as isize;
    let at = state.field().get() as isize;
    let column = at % columns + right;
    if let (true, Ok(to)) = (
        (0..columns).contains(&column),
        usize::try_from(at + right + down * columns),
    ) {
        go(state, to);
    }
}

/// How much of a field is shown: the same of all of them.
struct Shown {
    /// Columns for its share.
    share_width: u16,
    /// True for the short names.
    short: bool,
    /// Whether what each mark is about stands under it.
    defined: bool,
}

/// A place that a letter leads to.
struct Place {
    /// Its column.
    x: u16,
    key: String,
    name: &'static str,
    action: Action,
}

impl Place {
    /// The column after it.
    fn end(&self) -> u16 {
        self.x + (self.key.width() + 1 + self.name.width()) as u16
    }
}

/// Cells between two places.
const APART: u16 = 2;

/// The places that letters lead to from home, as far as there is room in `row`: with their names, then with short ones from
/// the end on, and then without the last ones.
fn places(state: &State, row: Rect) -> Vec<Place> {
    let (long, short) = (state.text().actions, state.text().places);
    let all = [
        (Action::MonthlyReview, long.monthly_review, short.monthly_review),
        (Action::Rose, long.rose, short.rose),
        (Action::Levels, long.levels, short.levels),
        (Action::Bearings, long.bearings, short.bearings),
        (Action::Team, long.team, short.team),
        (Action::Export, long.export, short.export),
    ];
    let set = |shortened: usize, count: usize| {
        let mut x = row.x + 1;
        let shown = all.iter().take(count).enumerate();
        let shown = shown.filter_map(|(at, (action, long, short))| {
            let key = state.keymap.key_of(*action)?.to_string();
            let name = if at + shortened < all.len() { *long } else { *short };
            let place = Place {
                x,
                key,
                name,
                action: *action,
            };
            x = place.end() + APART;
            Some(place)
        });
        shown.collect::<Vec<_>>()
    };
    let shorter = (0..=all.len()).map(|shortened| set(shortened, all.len()));
    let fewer = (0..all.len()).rev().map(|count| set(all.len(), count));
    let fits = |places: &Vec<Place>| places.last().is_none_or(|last| last.end() <= row.right());
    shorter.chain(fewer).find(fits).unwrap_or_default()
}

/// The actions whose letters stand on the screen.
pub fn shown_places(state: &State) -> Vec<Action> {
    let row = layout(state.body(), state.names(), state.cursor).places;
    let places = row.map(|row| places(state, row)).unwrap_or_default();
    places.into_iter().map(|place| place.action).collect()
}

/// The columns there are for a field's name beside its share.
fn heading_room(cell: &FieldCell, share_width: u16) -> usize {
    cell.area.width.saturating_sub(share_width + 6).into()
}

/// A field with its dials.
fn field(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &FieldCell, shown: &Shown) {
    let share_width = shown.share_width;
    let selected = state.field() == cell.field;
    let color = Role::Field(cell.field.get());
    let (edge, name) = match selected {
        true => (color, Role::Strong),
        false => (Role::FieldDim(cell.field.get()), color),
    };
    let area = cell.area;
    let field = state.names().field(cell.field);
    let title = if shown.short { &field.short } else { &field.title };
    let title = cut(title, heading_room(cell, share_width));
    let share = state.text().percent(state.field_weight(cell.field));
    let share = Span::styled(
        format!("{share:>0$} ", usize::from(share_width - 1)),
        look.style(color),
    );
    if cell.bordered {
        let (set, side) = match selected {
            true => (border::THICK, "━"),
            false => (border::ROUNDED, "─"),
        };
        let title = [(edge, side), (edge, " "), (name, title.as_ref()), (edge, " ")];
        let share = Line::from_iter([share, look.span(edge, side)]);
        let block = Block::bordered()
            .border_set(set)
            .border_style(look.style(edge))
            .title(look.line(title))
            .title(share.right_aligned());
        frame.render_widget(block, area);
    } else {
        let bar = if selected { "▌" } else { " " };
        let row = Rect { height: 1, ..area };
        frame.render_widget(look.line([(edge, bar), (name, title.as_ref())]), row);
        frame.render_widget(Line::from(share).right_aligned(), row);
    }
    for mark in &cell.marks {
        if mark.dial.height == 1 {
            marks::row(state, look, frame, mark, selected);
            continue;
        }
        marks::dial(state, look, frame, mark.mark, mark.dial);
        let role = if selected { Role::Strong } else { Role::Text };
        marks::named(state, look, frame, mark, role, shown.defined);
    }
}

/// The word over a column of fields, and what it asks.
fn caption(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect, column: usize, columns: usize) {
    let Some((word, asks)) = state.text().column(&state.framework, column, columns) else {
        return;
    };
    let buffer = frame.buffer_mut();
    let x = write(
        buffer,
        area.x + 1,
        area.y,
        word,
        area.width,
        look.style(Role::Strong),
    );
    if usize::from(area.right() - x) >= asks.width() + 2 {
        let muted = look.style(Role::Muted);
        write(buffer, x + 2, area.y, asks, area.width, muted);
    }
}

/// One field of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldCell {
    /// The field.
    pub field: FieldIndex,
    /// All of its room.
    pub area: Rect,
    /// True where a border is drawn around it; else its title takes the first row.
    pub bordered: bool,
    /// Its marks.
    pub marks: Vec<MarkCell>,
}

/// Where everything stands at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the grid.
    pub columns: usize,
    /// A row over each column for its word; empty where the window is low.
    pub captions: Vec<Rect>,
    /// The fields that are in view.
    pub fields: Vec<FieldCell>,
    /// The rows of fields there are.
    pub rows: usize,
    /// The first of them that is in view.
    pub first: usize,
    /// The room of the fields; beside it that of a scroll bar, where not all are in view.
    pub grid: Rect,
    /// The row of places under them; nothing where the fields need it.
    pub places: Option<Rect>,
}

/// The narrowest column of the grid: a short name, a value and what stands between.
const NARROWEST: u16 = 18;

/// Where everything stands in `body`; `cursor` is in view.
pub fn layout(body: Rect, framework: &Framework, cursor: MarkIndex) -> Layout {
    let count = framework.fields.len();
    let fitting = usize::from(((body.width + 1) / (NARROWEST + 1)).max(1));
    let columns = framework.grid_columns().min(fitting);
    let rows = count.div_ceil(columns).max(1);
    let with_captions = body.height >= 18;
    let captions_rows = u16::from(with_captions);
    // a title and a row for each mark is the least that a field needs
    let most = framework.fields.iter().map(|field| field.marks.len() as u16 + 1);
    let least = most.max().unwrap_or(1);
    let has_places = (body.height.saturating_sub(captions_rows + 1)) / rows as u16 >= least;
    let height = (body.height - u16::from(has_places)).saturating_sub(captions_rows);
    // where they do not all fit, as many rows as do are turned to like pages
    let in_view = usize::from((height / least).max(1)).min(rows);
    let selected = framework.field_of(cursor).get() / columns;
    let first = selected / in_view * in_view;
    let width = body.width - 2 * u16::from(in_view < rows);
    let grid = Rect::new(
        body.x,
        body.y + captions_rows,
        width,
        height / in_view as u16 * in_view as u16,
    );
    // without a border a value would stand right before the next name
    let gap = u16::from(width >= 100 || height / (in_view as u16) < least + 1);
    let column = |c: usize| {
        let (left, width) = part(width + gap, columns, c);
        (body.x + left, width.saturating_sub(gap))
    };
    let places = has_places.then(|| Rect::new(body.x, body.bottom() - 1, body.width, 1));
    let captions = (0..if with_captions { columns } else { 0 })
        .map(|c| Rect::new(column(c).0, body.y, column(c).1, 1))
        .collect();
    let seen = first * columns..(first + in_view) * columns;
    let fields = framework
        .field_indices()
        .filter(|field| seen.contains(&field.get()))
        .map(|field| {
            let position = field.get() - seen.start;
            // all of one height, so that all are laid out alike; what is left over stays at the bottom
            let height = height / in_view as u16;
            let top = body.y + captions_rows + height * (position / columns) as u16;
            let (x, width) = column(position % columns);
            field_cell(Rect::new(x, top, width, height), field, framework, cursor)
        })
        .collect();
    Layout {
        columns,
        captions,
        fields,
        rows,
        first,
        grid,
        places,
    }
}

fn field_cell(area: Rect, field: FieldIndex, framework: &Framework, cursor: MarkIndex) -> FieldCell {
    let marks: Vec<MarkIndex> = framework.marks_of(field).collect();
    // where not even a row for each has room, those around the cursor are in view
    let fit = usize::from(area.height.saturating_sub(1)).max(1);
    let at = marks.iter().position(|mark| *mark == cursor).unwrap_or(0);
    let marks: Vec<MarkIndex> = marks.into_iter().skip(at / fit * fit).take(fit).collect();
    let count = marks.len() as u16;
    let bordered = area.height >= count + 2 && area.height >= 5;
    let inner = if bordered {
        Rect::new(
            area.x + 2,
            area.y + 1,
            area.width.saturating_sub(4),
            area.height - 2,
        )
    } else {
        Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1))
    };
    let across = dials(inner, &marks, marks.len(), 1);
    let down = dials(inner, &marks, 1, marks.len());
    let size = |cells: &Vec<MarkCell>| cells.first().map_or(0, |cell| cell.dial.width);
    let larger = across.into_iter().chain(down).max_by_key(size);
    let marks = larger.unwrap_or_else(|| rows_of(inner, &marks));
    FieldCell {
        field,
        area,
        bordered,
        marks,
    }
}
