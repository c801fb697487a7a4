//! One mark as the team sees it: everyone on a large scale over the width, where they come from by level and unit, and the
//! mark's own text. Owns the page; whom it looks at and whether names are shown is the state's.

use super::{
    Outcome, Route, Screen,
    action::Action,
    list::List,
    scope::Scope,
    state::State,
    team::{brackets, detents},
    trail::{Names, Trail, mark_name, under_home},
};
use crate::core::{
    dial::DialValue,
    sanitise::clean,
    team::{Filter, LEAST_HIDDEN, Leader, Row},
};
use crate::ui::{
    page::{Line, Page, Span, cut},
    theme::Role,
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The most leaders that stand on the scale by name.
const NAMED: usize = 40;
/// The most rows of dots or names over the scale.
const ROWS: usize = 12;
/// The least columns in which what belongs together stands in boxes, and in which the boxes stand beside each other.
const BOXED: u16 = 60;
const BESIDE: u16 = 100;

/// The selected mark as the team sees it.
#[derive(Clone, Debug, Default)]
pub struct TeamMark {
    list: List,
}

impl TeamMark {
    /// To the mark before or after in the team's order, round at the ends.
    fn step(&mut self, by: isize, state: &mut State) {
        let rows = &state.team.view.rows;
        let at = rows.iter().position(|row| row.mark == state.cursor);
        if let Some(at) = at {
            let to = (at as isize + by).rem_euclid(rows.len() as isize);
            state.cursor = rows[to as usize].mark;
            self.list = List::default();
        }
    }
}

impl Screen for TeamMark {
    fn scope(&self) -> Scope {
        Scope::TeamMark
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let parts = [
            (Role::Muted, state.text().export.team.into()),
            (Role::Strong, mark_name(state, names).into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left => self.step(-1, state),
            Action::Right => self.step(1, state),
            Action::Open => return Outcome::Go(Route::Mark),
            Action::HideNames => {
                if let Err(fault) = state.team.toggle_names() {
                    state.refused(&fault);
                }
            }
            action => return self.walk(action, state),
        }
        self.settle(state);
        Outcome::Done
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        Rect {
            width: body.width.saturating_sub(1),
            ..body
        }
    }

    /// What is on the page, and room to spare in the boxes where the window has it.
    fn page(&self, state: &State, width: u16) -> Page {
        let rows = usize::from(state.body().height);
        let page = set(state, width, (0, 0));
        let spare = rows.saturating_sub(page.lines.len());
        match width >= BOXED && spare > 0 {
            // two thirds of it over the scale
            true => set(state, width, (spare * 2 / 3, spare - spare * 2 / 3)),
            false => page,
        }
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// The page, with so many empty rows over the scale and in the last boxes.
fn set(state: &State, width: u16, (over, under): (usize, usize)) -> Page {
    let mut page = Page::new(width);
    if let Some(fault) = state.team.is_too_few() {
        page.paragraph(Role::Text, &state.lang.fault(&fault), 0);
        return page;
    }
    let Some(row) = state.team.view.rows.iter().find(|row| row.mark == state.cursor) else {
        return page;
    };
    let field = Role::Field(state.field().get());
    let title = cut(state.mark_title(row.mark), usize::from(width).saturating_sub(6));
    let boxed = width >= BOXED;
    let inner = if boxed { width - 4 } else { width };
    page.lines = everyone(state, row, inner, over).lines;
    match boxed {
        true => page.enclose(0, field, &[(field, title)]),
        false => page.lines.insert(0, vec![span(field, title)]),
    }
    let words = state.text().team;
    let framed = |width: u16, heading: &str, part: &dyn Fn(u16) -> Page, rows: usize| {
        let mut page = Page::new(width);
        match boxed {
            true => {
                let mut inner = part(width - 4);
                let rows = rows.max(inner.lines.len());
                inner.lines.resize(rows, Line::new());
                page.framed(inner, Role::Border, &[(Role::Strong, heading.to_owned())], false);
            }
            false => {
                page.blank();
                page.line([(Role::Strong, heading.to_owned())]);
                page.lines.extend(part(width).lines);
            }
        }
        page
    };
    let groups = |width: u16| groups(state, row, width);
    let text = |width: u16| text(state, width);
    if width >= BESIDE {
        let left = width * 2 / 5;
        let right = width - left - 1;
        let rows = groups(left - 4).lines.len().max(text(right - 4).lines.len()) + under;
        page.beside(
            framed(left, words.from_where, &groups, rows),
            framed(right, words.its_text, &text, rows),
            usize::from(left) + 1,
        );
    } else {
        let last = text(width.saturating_sub(4)).lines.len() + under;
        page.lines
            .extend(framed(width, words.from_where, &groups, 0).lines);
        page.lines
            .extend(framed(width, words.its_text, &text, last).lines);
    }
    page
}

fn span(role: Role, text: String) -> Span {
    Span { role, text }
}

/// Everyone over the detent they stand at, by name where there is room for that, and the scale under them; with so many empty
/// rows over them.
fn everyone(state: &State, row: &Row, width: u16, over: usize) -> Page {
    let mut page = Page::new(width);
    let exports = state.text().export;
    page.line([(
        Role::Strong,
        exports.figures(row.spread, &exports.steps(row.median)),
    )]);
    (0..=over).for_each(|_| page.blank());
    let cell = (usize::from(width) / row.at.len()).max(1);
    let field = Role::Field(state.field().get());
    let stacks = stacks(state, row, cell);
    let rows = stacks.iter().map(Vec::len).max().unwrap_or(0);
    for at in (0..rows).rev() {
        let cells = stacks.iter().map(|stack| match stack.get(at) {
            Some((role, sign)) => span(role.unwrap_or(field), middle(sign, cell)),
            None => span(Role::Text, " ".repeat(cell)),
        });
        page.lines.push(cells.collect());
    }
    let ticks = (0..row.at.len()).map(|_| {
        let left = (cell - 1) / 2;
        format!("{}┼{}", "─".repeat(left), "─".repeat(cell - 1 - left))
    });
    page.line([(Role::Border, ticks.collect())]);
    let numbers = row.at.iter().enumerate().map(|(at, count)| {
        let value = DialValue::new(at as i64 + i64::from(DialValue::MIN.get()));
        let value = value.map_or_else(String::new, |value| value.to_string());
        let (open, close) = brackets(row, at);
        let is_end = at == 0 || at + 1 == row.at.len() || at == row.at.len() / 2;
        let said = match (cell, is_end) {
            (5.., _) => {
                let side = |sign: &'static str, on: bool| if on { sign } else { " " };
                format!("{}{value}{}", side("[", open), side("]", close))
            }
            (3.., _) => value,
            (2, true) => value,
            (1, true) => value.chars().take(1).collect(),
            _ => String::new(),
        };
        let role = if *count > 0 { Role::Strong } else { Role::Muted };
        span(role, middle(&said, cell))
    });
    page.lines.push(numbers.collect());
    let (low, high) = state.text().ends;
    let air = (cell * row.at.len()).saturating_sub(low.width() + high.width());
    page.line([(Role::Muted, format!("{low}{:air$}{high}", ""))]);
    page
}

/// What stands over each detent, from the scale up: names, or dots; where they are too many for that a bar and its number.
fn stacks(state: &State, row: &Row, cell: usize) -> Vec<Vec<(Option<Role>, String)>> {
    let most = row.at.iter().copied().max().unwrap_or(0);
    let own = state.team.you().map(|you| you.values[row.mark.get()]);
    let mut stacks = vec![Vec::new(); row.at.len()];
    let place = |value: DialValue| usize::from((value.get() - DialValue::MIN.get()).unsigned_abs());
    let named = !state.team.hide_names && row.count() <= NAMED && most <= ROWS && cell >= 7;
    if let (true, Some(team)) = (named, &state.team.team) {
        for (value, leaders) in state.team.view.standing(team, row.mark) {
            let (you, others): (Vec<&Leader>, Vec<&Leader>) =
                leaders.into_iter().partition(|leader| leader.you);
            let said = you
                .iter()
                .map(|_| (Some(Role::Strong), format!("◆ {}", state.text().team.reader)));
            let others = others
                .iter()
                .map(|leader| (None, format!("● {}", short(&clean(&leader.name), cell - 3))));
            // the signs of one detent stand over each other
            let left = (cell / 2).saturating_sub(4);
            let said = said.chain(others).map(|(role, said)| {
                let said = format!("{:left$}{said}", "");
                (role, super::team::fit(&said, cell))
            });
            stacks[place(value)] = said.collect();
        }
        return stacks;
    }
    for (at, count) in row.at.iter().enumerate() {
        let is_own = own.is_some_and(|own| place(own) == at);
        let height = match most > ROWS {
            true => (count * ROWS).div_ceil(most),
            false => *count,
        };
        let sign = if most > ROWS { "█" } else { "●" };
        stacks[at] = vec![(None, sign.repeat(if most > ROWS { (cell / 2).max(1) } else { 1 })); height];
        if is_own && let Some(first) = stacks[at].first_mut() {
            *first = (Some(Role::Strong), "◆".to_owned());
        }
        if most > ROWS && *count > 0 {
            stacks[at].push((Some(Role::Strong), count.to_string()));
        }
    }
    stacks
}

/// A small scale for each level and each unit; where names are hidden only for groups that are large enough, and no units.
fn groups(state: &State, row: &Row, width: u16) -> Page {
    let mut page = Page::new(width);
    let Some(team) = &state.team.team else {
        return page;
    };
    let hidden = state.team.hide_names;
    let filter = &state.team.filter;
    let of_level = team.levels().into_iter().map(|level| {
        let name = state
            .level_names()
            .get(usize::from(level).saturating_sub(1))
            .cloned();
        let filter = Filter {
            level: Some(level),
            ..filter.clone()
        };
        (name.unwrap_or_else(|| level.to_string()), filter)
    });
    let of_unit = team.units().into_iter().filter(|_| !hidden).map(|unit| {
        let filter = Filter {
            unit: Some(unit.to_owned()),
            ..filter.clone()
        };
        (clean(unit).into_owned(), filter)
    });
    let levels = of_level.filter(|(_, of)| filter.level.is_none_or(|level| of.level == Some(level)));
    let units = of_unit.filter(|(_, of)| filter.unit.is_none() || of.unit == filter.unit);
    let all = [(state.text().team.everyone.to_owned(), filter.clone())];
    let rows: Vec<(String, Row)> = all
        .into_iter()
        .chain(levels)
        .chain(units)
        .map(|(name, filter)| (name, team.row(row.mark, &filter)))
        .filter(|(_, row)| row.count() >= if hidden { LEAST_HIDDEN } else { 1 })
        .collect();
    let most = rows.iter().map(|(_, row)| row.count()).max().unwrap_or(0);
    let room = usize::from(width);
    let detent = (room.saturating_sub(14) / 11).clamp(1, most.to_string().len() + 2);
    let name = room.saturating_sub(11 * detent + 1);
    for (said, row) in rows {
        let mut line: Line = vec![span(
            Role::Text,
            super::team::fit(&format!("{said} ({})", row.count()), name),
        )];
        line.push(span(Role::Text, " ".to_owned()));
        line.extend(detents(&row, None, detent, state.field().get()));
        page.lines.push(line);
    }
    page
}

/// The mark's definition and what it asks at each level.
fn text(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let mark = state.framework.mark(state.cursor);
    let english = state.english_mark(state.cursor);
    let beside = |page: &mut Page, english: Option<&String>| {
        if let Some(english) = english {
            let said = format!("{english} ({})", state.text().unofficial);
            page.paragraph(Role::Unofficial, &said, 0);
        }
    };
    page.paragraph(Role::Text, &mark.definition, 0);
    beside(&mut page, english.map(|english| &english.definition));
    let level = |at: usize, width: u16| {
        let mut page = Page::new(width);
        page.blank();
        let name = state.level_names().get(at).map_or("", String::as_str);
        page.paragraph(Role::Strong, name, 0);
        page.paragraph(Role::Text, state.level_text(state.cursor, at), 0);
        beside(&mut page, english.and_then(|english| english.levels.get(at)));
        page
    };
    let levels = mark.levels.len();
    if width >= 84 && levels == 2 {
        let half = width / 2 - 2;
        page.beside(level(0, half), level(1, half), usize::from(half) + 4);
    } else {
        for at in 0..levels {
            page.lines.extend(level(at, width).lines);
        }
    }
    page
}

/// A name in so many cells: whole, else its first word, else cut.
fn short(name: &str, cells: usize) -> String {
    let first = name.split(' ').next().unwrap_or_default();
    match (name.width() <= cells, first.width() <= cells) {
        (true, _) => name.to_owned(),
        (false, true) => first.to_owned(),
        (false, false) => cut(first, cells),
    }
}

/// A text in the middle of so many cells.
fn middle(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    let air = cells.saturating_sub(text.width());
    let left = air / 2;
    format!("{:left$}{text}{:2$}", "", "", air - left)
}
