//! The bearings: the list, newest first, beside it the selected one as a rose with what moved, and all marks over time.
//!
//! The list may be a thousand bearings long, and is made anew for every frame: its entries are all of one height, and
//! only those in view are written out.

use super::{
    Outcome, Route, Screen,
    action::Action,
    list::List,
    marks, over_time,
    rose::{Stand, picture},
    scope::Scope,
    state::State,
    taken,
    texts::empty,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::{Move, Picture, moves, pair},
    profile::Bearing,
    sanitise::clean,
};
use crate::ui::{
    Look,
    page::{Page, cut},
    panel::{self, Panel},
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

    /// The selected bearing: its rose with that of the one before as an outline, what moved, its note.
    fn preview(&self, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let Some(bearing) = self.in_hand(state) else {
            return;
        };
        let bearings = &state.profile().bearings;
        let at = bearings.len() - 1 - self.list.selected;
        let before = at.checked_sub(1).map(|at| &bearings[at]);
        let date = state.text().date(bearing.at.date());
        let label = clean(bearing.label.trim());
        let gap = if label.is_empty() { "" } else { "  " };
        let title = [
            (Role::Strong, &*date),
            (Role::Accent, gap),
            (Role::Accent, &*label),
        ];
        let inner = Panel::new(&title).draw(look, frame, area);
        // beside the rose where that leaves room for words, else under it
        let round = (2 * inner.height).min(inner.width);
        let beside = inner.width - round >= 24;
        let (rose, words) = if beside {
            let words = Rect {
                x: inner.x + round + 2,
                width: inner.width - round - 2,
                ..inner
            };
            (
                Rect {
                    width: round,
                    ..inner
                },
                words,
            )
        } else {
            let high = (inner.width / 2).min(inner.height.saturating_sub(3));
            let words = Rect {
                y: inner.y + high + 1,
                height: inner.height.saturating_sub(high + 1),
                ..inner
            };
            (
                Rect {
                    height: high,
                    ..inner
                },
                words,
            )
        };
        let outline = before.map(Picture::At);
        let stands = |mark| Stand::of(state, mark, Picture::At(bearing), outline);
        frame.render_widget(picture(state, look, stands), rose);
        let page = told_at(state, bearing, before, words.width, words.height);
        frame.render_widget(look.text(&page, 0, words.height), words);
        // all marks as they stood, where there is room under that
        let shown = Picture::At(bearing);
        let shares = shown.field_weights(&state.framework);
        let all = marks::scale_rows(state, words.width, &shares, None);
        let rows = all.lines.len() as u16;
        if words.height > page.lines.len() as u16 + rows {
            let area = Rect {
                y: words.bottom() - rows,
                height: rows,
                ..words
            };
            frame.render_widget(look.text(&all, 0, rows), area);
            let value = |picture: Picture, mark| picture.value(&state.framework.mark(mark).id);
            let stands = |mark| (value(shown, mark), outline.map(|outline| value(outline, mark)));
            marks::scales(state, look, frame, area, (&all, 0), stands);
        }
    }
}

/// What moved at a bearing, a line a mark as far as there is room, and its note.
fn told_at(state: &State, bearing: &Bearing, before: Option<&Bearing>, width: u16, height: u16) -> Page {
    let words = state.text().bearings;
    let mut page = Page::new(width);
    let Some(before) = before else {
        page.paragraph(Role::Muted, words.first, 0);
        note(bearing, &mut page, height);
        return page;
    };
    let moved = moves(&state.framework, Picture::At(before), Picture::At(bearing));
    if moved.is_empty() {
        page.paragraph(Role::Muted, words.unmoved, 0);
    }
    let fit = usize::from(height).saturating_sub(1).max(1);
    let shown = if moved.len() > fit { fit - 1 } else { moved.len() };
    for one in &moved[..shown] {
        let field = Role::Field(state.framework.field_of(one.mark).get());
        let (from, to) = (one.from, one.to);
        let name = cut(
            &state.names().mark(one.mark).short,
            usize::from(width).saturating_sub(9),
        );
        page.line([(Role::Strong, format!("{from:>2} → {to:>2}  ")), (field, name)]);
    }
    if shown < moved.len() {
        page.paragraph(Role::Muted, &words.more(moved.len() - shown), 0);
    }
    note(bearing, &mut page, height);
    page
}

/// Puts the note of a bearing on a page of so many rows, where all of it has room.
fn note(bearing: &Bearing, page: &mut Page, height: u16) {
    let mut note = Page::new(page.width as u16);
    note.blank();
    note.paragraph(Role::Text, bearing.note.trim(), 0);
    if page.lines.len() + note.lines.len() <= height.into() && !bearing.note.trim().is_empty() {
        page.lines.append(&mut note.lines);
    }
}

impl Screen for Bearings {
    fn scope(&self) -> Scope {
        Scope::Bearings
    }

    fn idle(&self, state: &State) -> &'static [Action] {
        match state.profile().bearings.is_empty() {
            true => &[
                Action::Up,
                Action::Down,
                Action::Open,
                Action::Pick,
                Action::Compare,
                Action::Note,
                Action::Ghost,
                Action::Restore,
                Action::Rename,
                Action::Delete,
            ],
            false => &[],
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().bearings.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        if self.idle(state).contains(&action) {
            state.message = Some(state.text().bearings.no_bearing.to_owned());
            return Outcome::Done;
        }
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
                if let Some(bearing) = self.in_hand(state).filter(|_| self.chosen.is_some()) {
                    let name = state.text().bearing_name(&bearing.name());
                    let key = state.keymap.keys(Action::Compare, Scope::Bearings);
                    state.message = Some(state.text().bearings.choose_other(&name, &key));
                }
            }
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body, state);
        let bearings = &state.profile().bearings;
        if let Some(area) = layout.framed {
            let count = bearings.len().to_string();
            let title = [
                (Role::Strong, state.text().bearings.title),
                (Role::Muted, "  "),
                (Role::Muted, &*count),
            ];
            Panel::new(&title).draw(look, frame, area);
        }
        if let Some(area) = layout.preview {
            self.preview(state, look, frame, area);
        }
        let selected = bearings.len().checked_sub(1 + self.list.selected);
        if let Some((area, selected)) = layout.lines.zip(selected) {
            let title = [(Role::Muted, state.text().bearings.over_time)];
            let inner = Panel::new(&title).draw(look, frame, area);
            over_time::draw(state, look, frame, inner, selected);
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
        let left = room.saturating_sub(words.since_last.width() + 1);
        let role = if since.is_empty() { Role::Muted } else { Role::Text };
        let beside = told(state, &since, left);
        if beside.width() <= left {
            page.line([(Role::Muted, format!("{} ", words.since_last)), (role, beside)]);
            page.blank();
        } else {
            page.line([(Role::Muted, words.since_last.to_owned())]);
            page.line([(role, told(state, &since, room))]);
        }
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

    fn room(&self, state: &State, body: Rect) -> Rect {
        layout(body, state).list
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        self.list = list;
        state.looking_at = self.in_hand(state).map(|bearing| bearing.id.clone());
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
        (!bearing.note.is_empty(), Role::Muted, words.noted),
        (ghosts, Role::Muted, words.ghosts),
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

/// Where the parts of the screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    /// The list.
    list: Rect,
    /// The box around it, where it has one.
    framed: Option<Rect>,
    /// The selected bearing, where there is room for it.
    preview: Option<Rect>,
    /// All marks over time, where there is room for them.
    lines: Option<Rect>,
}

/// Where they stand in `body`.
fn layout(body: Rect, state: &State) -> Layout {
    /// The least columns of the list, of the lines over time, and of both with the preview beside them.
    const LIST: u16 = 38;
    const LINES: u16 = 32;
    const BESIDE: u16 = 140;
    let alone = Layout {
        list: Rect {
            width: body.width - 1,
            ..body
        },
        framed: None,
        preview: None,
        lines: None,
    };
    let fits = body.width >= LIST + 4 + LINES && body.height >= 16;
    if state.profile().bearings.is_empty() || !fits {
        return alone;
    }
    let column = |x: u16, width: u16| Rect {
        x: body.x + x,
        width,
        ..body
    };
    if body.width < 96 {
        return Layout {
            list: column(0, LIST),
            // air, the scroll bar, air
            lines: Some(column(LIST + 3, body.width - LIST - 3)),
            ..alone
        };
    }
    let list = (body.width * 12 / 25).clamp(46, 60);
    let framed = column(0, list);
    let rest = column(list + 1, body.width - list - 1);
    let (preview, lines) = if body.width >= BESIDE {
        let half = rest.width / 2;
        let left = Rect { width: half, ..rest };
        let right = Rect {
            x: rest.x + half + 1,
            width: rest.width - half - 1,
            ..rest
        };
        (Some(left), Some(right))
    } else {
        // lines for all marks with their dates and border
        let lines = (state.framework.mark_count() as u16 + 3).min(rest.height);
        let over = rest.height - lines;
        let below = Rect {
            y: rest.y + over,
            height: lines,
            ..rest
        };
        let above = (over >= 8).then_some(Rect { height: over, ..rest });
        match above {
            Some(above) => (Some(above), Some(below)),
            None => (None, Some(rest)),
        }
    };
    Layout {
        list: panel::inner(framed),
        framed: Some(framed),
        preview,
        lines,
    }
}
