//! The bearings: the list, newest first, with the lines over time beside it.
//!
//! The list may be a thousand bearings long, and is made anew for every frame: its entries are all of one height, and
//! only those in view are written out.

use super::{
    Outcome, Route, Screen,
    action::Action,
    layout::MEASURE,
    list::List,
    scope::Scope,
    spark,
    state::State,
    taken,
    texts::empty,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::{Move, Picture, moves, pair},
    dial::DialValue,
    profile::Bearing,
    sanitise::clean,
};
use crate::ui::{
    Look, close_gaps,
    page::{Page, cut},
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Lines of one entry of the list of bearings, the empty one after it among them.
const ENTRY: usize = 3;

/// Lines before the first entry of that list.
const HEAD: usize = 2;

/// The list of bearings.
#[derive(Clone, Debug, Default)]
pub struct Bearings {
    /// The id of the one chosen to compare with.
    chosen: Option<String>,
    list: List,
}

impl Bearings {
    /// The selected bearing.
    fn in_hand<'a>(&self, state: &'a State) -> Option<&'a Bearing> {
        let bearings = &state.profile().bearings;
        bearings.get(bearings.len().checked_sub(1 + self.list.selected)?)
    }

    /// What is to be compared: the chosen bearing and the selected one, the older first, or what the selected one alone
    /// is held against.
    fn pair(&self, state: &State) -> Option<(String, Option<String>)> {
        let bearings = &state.profile().bearings;
        let place = |id: &String| bearings.iter().position(|bearing| bearing.id == *id);
        let selected = self.in_hand(state)?;
        let chosen = self.chosen.as_ref().filter(|chosen| **chosen != selected.id);
        Some(match (chosen.and_then(place), place(&selected.id)) {
            (Some(chosen), Some(selected)) => {
                let [from, to] = [chosen.min(selected), chosen.max(selected)];
                (bearings[from].id.clone(), Some(bearings[to].id.clone()))
            }
            _ => pair(&state.framework, state.profile(), &selected.id),
        })
    }

    /// Every mark over time: a bar for each bearing, the oldest to the left, and one for the dials now. The selected bearing
    /// stands out, and its values stand to the right.
    fn over_time(&self, state: &State, width: u16, height: u16) -> Page {
        let mut page = Page::new(width);
        let bearings = &state.profile().bearings;
        let Some(selected) = bearings.len().checked_sub(1 + self.list.selected) else {
            return page;
        };
        let framework = state.names();
        let (fields, marks) = (framework.field_count(), framework.mark_count());
        let names = framework
            .marks()
            .map(|(.., mark)| mark.short.width())
            .max()
            .unwrap_or(0);
        // whole names, as long as there is room for some bars beside them and for the value
        let name_room = names.min((usize::from(width) / 2).max(usize::from(width).saturating_sub(14)));
        let room = usize::from(width).saturating_sub(name_room + 6);
        let columns = bearings.len() + 1;
        let each = (room / columns).clamp(1, 4);
        let shown = (room / each).min(columns);
        let start = (columns - shown).min(selected.saturating_sub(shown / 3));
        let picture = |column: usize| match bearings.get(column) {
            Some(bearing) => Picture::At(bearing),
            None => Picture::Now(state.profile()),
        };
        let heads = usize::from(height) > marks + fields;
        let air = usize::from(height) > marks + 2 * fields;
        // two rows a mark and one of air where there is plenty
        let rows = if usize::from(height) > 3 * marks + 2 * fields {
            2
        } else {
            1
        };
        page.line([
            (
                Role::Muted,
                format!("{:name_room$} ", cut(state.text().bearings.over_time, name_room)),
            ),
            (
                Role::Accent,
                format!("{:1$}", "", (selected - start) * each) + &"▼".repeat(each),
            ),
        ]);
        for field in framework.field_indices() {
            let role = Role::Field(field.get());
            if heads {
                if air && rows == 1 && field.get() > 0 {
                    page.blank();
                }
                page.line([(role, cut(&framework.field(field).short, width.into()))]);
            }
            for index in framework.marks_of(field) {
                let mark = framework.mark(index);
                let bars = |row: usize, columns: std::ops::Range<usize>| -> String {
                    let bar = |column| spark::bar(height_of(picture(column).value(&mark.id)), row, rows);
                    columns
                        .flat_map(|column| std::iter::repeat_n(bar(column), each))
                        .collect()
                };
                let value = picture(selected).value(&mark.id);
                let before = selected.checked_sub(1).map(|at| picture(at).value(&mark.id));
                let moved = before.is_some_and(|before| before != value);
                let said = if moved { Role::Strong } else { Role::Muted };
                let name = cut(&mark.short, name_room);
                let fill = name_room.saturating_sub(name.width());
                for row in 0..rows {
                    let last = row + 1 == rows;
                    let [name, value] = match last {
                        true => [format!("{name}{:fill$} ", ""), format!(" {value:>3}")],
                        false => [format!("{:name_room$} ", ""), String::new()],
                    };
                    page.line([
                        (said, name),
                        (role, bars(row, start..selected)),
                        (Role::Strong, bars(row, selected..selected + 1)),
                        (role, bars(row, selected + 1..start + shown)),
                        (said, value),
                    ]);
                    if last && rows > 1 {
                        page.blank();
                    }
                }
            }
        }
        page
    }
}

impl Screen for Bearings {
    fn scope(&self) -> Scope {
        Scope::Bearings
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().bearings.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let bearing = self.in_hand(state).cloned();
        if let Some(outcome) = taken::act(action, bearing.as_ref(), state) {
            self.settle(state);
            return outcome;
        }
        match action {
            Action::Compare => {
                return match self.pair(state) {
                    Some((from, to)) => Outcome::Go(Route::Compare { from, to }),
                    None => Outcome::Pass,
                };
            }
            Action::Open => {
                let id = self.in_hand(state).map(|bearing| bearing.id.clone());
                return id.map_or(Outcome::Done, |id| Outcome::Go(Route::Bearing(id)));
            }
            Action::Pick => {
                let id = self.in_hand(state).map(|bearing| bearing.id.clone());
                self.chosen = if self.chosen == id { None } else { id };
            }
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body);
        if let Some(area) = layout.lines {
            let page = self.over_time(state, area.width, area.height);
            frame.render_widget(look.text(&page, 0, area.height), area);
            close_gaps(frame.buffer_mut(), area);
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().bearings;
        let bearings = &state.profile().bearings;
        let Some(last) = bearings.last() else {
            return empty(words.none, width);
        };
        let mut page = Page::new(width);
        let room = usize::from(width);
        let since = moves(&state.framework, Picture::At(last), Picture::Now(state.profile()));
        let told = told(state, &since, room.saturating_sub(words.since_last.width() + 1));
        page.line([
            (Role::Muted, format!("{} ", words.since_last)),
            (if since.is_empty() { Role::Muted } else { Role::Text }, told),
        ]);
        page.blank();
        let chosen = self.chosen.as_deref();
        let height = usize::from(state.size.height);
        let in_view = |line: usize| line + ENTRY > self.list.scroll && line < self.list.scroll + height;
        for (at, bearing) in bearings.iter().rev().enumerate() {
            let selected = at == self.list.selected;
            if !in_view(HEAD + at * ENTRY) {
                page.anchor();
                (0..ENTRY).for_each(|_| page.blank());
                continue;
            }
            let before = bearings.len().checked_sub(at + 2).map(|at| &bearings[at]);
            let entry = entry(state, bearing, before, chosen, selected, width.saturating_sub(1));
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        page.lines.pop();
        page
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        layout(body).list
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// One bearing in the list: when, its label, what stands beside it, and what moved.
fn entry(
    state: &State,
    bearing: &Bearing,
    before: Option<&Bearing>,
    chosen: Option<&str>,
    selected: bool,
    width: u16,
) -> Page {
    let words = state.text().bearings;
    let mut page = Page::new(width);
    let date = if width >= 44 {
        state.text().date(bearing.at.date())
    } else {
        words.date(bearing.at.date())
    };
    let mut line = vec![(
        if selected { Role::Strong } else { Role::Text },
        format!(" {date}"),
    )];
    if !bearing.label.trim().is_empty() {
        line.push((Role::Accent, format!("  {}", clean(bearing.label.trim()))));
    }
    let ghosts = state.ghost_bearing().is_some_and(|ghost| ghost.id == bearing.id);
    let beside = [
        (chosen == Some(&bearing.id), Role::Strong, words.chosen),
        (ghosts, Role::Muted, words.ghosts),
        (!bearing.note.is_empty(), Role::Muted, words.noted),
    ];
    for (.., role, said) in beside.into_iter().filter(|(is, ..)| *is) {
        line.push((role, format!(" · {said}")));
    }
    let mut left = usize::from(width);
    for (_, part) in &mut line {
        *part = if left == 0 { String::new() } else { cut(part, left) };
        left = left.saturating_sub(part.width());
    }
    page.line(line);
    let room = usize::from(width).saturating_sub(1);
    let told = match before {
        Some(before) => told(
            state,
            &moves(&state.framework, Picture::At(before), Picture::At(bearing)),
            room,
        ),
        None => words.first.to_owned(),
    };
    page.line([(Role::Muted, format!(" {told}"))]);
    page
}

/// What moved, in one line of at most `room` cells: as many as there is room for, and how many more.
fn told(state: &State, moved: &[Move], room: usize) -> String {
    let words = state.text().bearings;
    if moved.is_empty() {
        return words.unmoved.to_owned();
    }
    let mut line = String::new();
    for (at, one) in moved.iter().enumerate() {
        let name = &state.names().mark(one.mark).short;
        let next = format!("{name} {} → {}", one.from, one.to);
        let left = moved.len() - at - 1;
        let more = if left > 0 {
            format!(" {}", words.more(left))
        } else {
            String::new()
        };
        let gap = if at == 0 { "" } else { " · " };
        if at > 0 && line.width() + gap.width() + next.width() + more.width() > room {
            line.push_str(&format!(" {}", words.more(left + 1)));
            break;
        }
        line.push_str(gap);
        line.push_str(&next);
    }
    line
}

/// How high a value stands, from 0 to 1.
fn height_of(value: DialValue) -> f32 {
    let (least, most) = (DialValue::MIN.get(), DialValue::MAX.get());
    f32::from(value.get() - least) / f32::from(most - least)
}

/// The list of bearings, and the lines over time beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    /// The list.
    list: Rect,
    /// The lines over time, where there is room for them.
    lines: Option<Rect>,
}

/// Where they stand in `body`.
fn layout(body: Rect) -> Layout {
    const LEAST_LIST: u16 = 42;
    const LEAST_LINES: u16 = 32;
    const MOST_LINES: u16 = 120;
    const GAP: u16 = 3;
    let beside = body.width.checked_sub(LEAST_LIST + GAP);
    let Some(rest) = beside.filter(|rest| *rest >= LEAST_LINES && body.height >= 14) else {
        let list = Rect {
            width: body.width - 1,
            ..body
        };
        return Layout { list, lines: None };
    };
    let list = (LEAST_LIST + (rest - LEAST_LINES) / 2).min(MEASURE);
    let lines = (body.width - list - GAP).min(MOST_LINES);
    Layout {
        list: Rect { width: list, ..body },
        lines: Some(Rect {
            x: body.x + list + GAP,
            width: lines,
            ..body
        }),
    }
}
