//! Two pictures of all dials held against each other: what moved in words and as a line a mark, and both roses beside it.

use super::{
    Outcome, Screen,
    action::Action,
    layout::reading,
    list::List,
    rose::{Stand, picture},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::{Picture, moves},
    dial::DialValue,
};
use crate::ui::{
    Look,
    page::{Line, Page, Span, cut},
    panel::Panel,
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// A bearing held against a later one, or the dials as they stand now.
#[derive(Clone, Debug)]
pub struct Compare {
    /// The bearing it starts from, by its id.
    from: String,
    /// The bearing it goes to; nothing is the dials as they stand now.
    to: Option<String>,
    list: List,
}

impl Compare {
    /// The bearing with the id `from` held against the one with the id `to`, or against the dials now.
    pub fn new(from: String, to: Option<String>) -> Self {
        Self {
            from,
            to,
            list: List::default(),
        }
    }

    /// The two pictures; nothing where a bearing is gone.
    fn pictures<'a>(&self, state: &'a State) -> Option<(Picture<'a>, Picture<'a>)> {
        let from = Picture::At(state.profile().bearing(&self.from)?);
        let to = match &self.to {
            Some(id) => Picture::At(state.profile().bearing(id)?),
            None => Picture::Now(state.profile()),
        };
        Some((from, to))
    }

    /// Starts from the bearing after or before, never past the one it goes to.
    fn step(&mut self, by: isize, state: &mut State) {
        let bearings = &state.profile().bearings;
        let place = |id: &String| bearings.iter().position(|bearing| bearing.id == *id);
        let end = match &self.to {
            Some(to) => place(to).unwrap_or(0),
            None => bearings.len(),
        };
        let to = place(&self.from).and_then(|at| at.checked_add_signed(by));
        if let Some(to) = to.filter(|to| *to < end) {
            self.from.clone_from(&bearings[to].id);
            self.list = List::default();
            state.looking_at = Some(self.from.clone());
        } else {
            state.message = Some(state.text().no_further.to_owned());
        }
    }
}

/// What a picture is called.
fn name(state: &State, picture: Picture) -> String {
    let text = state.text();
    match picture {
        Picture::Now(_) => text.bearings.now.to_owned(),
        Picture::At(bearing) if bearing.label.trim().is_empty() => text.date(bearing.at.date()),
        Picture::At(bearing) => {
            let date = text.bearings.date(bearing.at.date());
            format!("{} ({date})", text.bearing_name(&bearing.name()))
        }
    }
}

/// Cells of a line from the lowest value to the highest, with both.
const SCALE: usize = 27;

/// A mark's way from one value to another on a line, indented: `−5 ──●→─◆── +5`.
fn scale(from: DialValue, to: DialValue, field: Role, indent: usize) -> Line {
    let least = DialValue::MIN.get();
    let place = |value: DialValue| 2 * usize::from((value.get() - least).unsigned_abs());
    let (start, end, neutral) = (place(from), place(to), place(DialValue::NEUTRAL));
    let arrow = if start < end { start + 1 } else { start - 1 };
    let span = |role, text: String| Span { role, text };
    let mut line = vec![span(Role::Muted, format!("{:indent$}{} ", "", DialValue::MIN))];
    for at in 0..=place(DialValue::MAX) {
        let between = (start.min(end)..=start.max(end)).contains(&at);
        let (role, sign) = match at {
            at if at == end => (Role::Strong, "◆"),
            at if at == start => (field, "●"),
            at if at == arrow => (field, if start < end { "→" } else { "←" }),
            _ if between => (field, "─"),
            at if at == neutral => (Role::Border, "┼"),
            _ => (Role::Border, "─"),
        };
        line.push(span(role, sign.to_owned()));
    }
    line.push(span(Role::Muted, format!(" {}", DialValue::MAX)));
    line
}

/// The title where there is room for it, else the short one, cut where even that is too long.
fn fitting(title: &str, short: &str, room: usize) -> String {
    cut(if title.width() <= room { title } else { short }, room)
}

impl Screen for Compare {
    fn scope(&self) -> Scope {
        Scope::Compare
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let words = state.text().bearings;
        let parts = [
            (Role::Muted, words.title.into()),
            (Role::Strong, words.compare.into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left => self.step(-1, state),
            Action::Right => self.step(1, state),
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body);
        if let Some(([left, right], (from, to))) = layout.roses.zip(self.pictures(state)) {
            for (area, shown, outline) in [(left, from, None), (right, to, Some(from))] {
                let name = name(state, shown);
                let title = [(Role::Strong, &*name)];
                let inner = Panel::new(&title).draw(look, frame, area);
                let stands = |mark| Stand::of(state, mark, shown, outline);
                frame.render_widget(picture(state, look, stands), inner);
            }
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        let Some((from, to)) = self.pictures(state) else {
            return page;
        };
        let text = state.text();
        page.paragraph(
            Role::Strong,
            &format!("{} → {}", name(state, from), name(state, to)),
            0,
        );
        if moves(&state.framework, from, to).is_empty() {
            page.paragraph(Role::Muted, text.bearings.unmoved, 0);
        }
        let shares = [from, to].map(|picture| picture.field_weights(&state.framework));
        // a value, an arrow, a value
        let values = 9;
        for field in state.framework.field_indices() {
            page.blank();
            let [before, after] = shares.each_ref().map(|shares| text.percent(shares[field.get()]));
            let share = if before == after {
                after
            } else {
                format!("{before} → {after}")
            };
            let room = usize::from(width).saturating_sub(share.width() + 2);
            let shown = state.names().field(field);
            let title = fitting(&shown.title, &shown.short, room);
            let fill = room.saturating_sub(title.width());
            page.line([
                (Role::Field(field.get()), title),
                (Role::Field(field.get()), format!("{:fill$}  {share}", "")),
            ]);
            for index in state.framework.marks_of(field) {
                let mark = state.names().mark(index);
                let (before, after) = (from.value(&mark.id), to.value(&mark.id));
                let (role, said) = if before == after {
                    (Role::Muted, format!("{:5}{after:>3} ", ""))
                } else {
                    (Role::Strong, format!("{before:>3} → {after:>2} "))
                };
                let room = usize::from(width).saturating_sub(values + 1);
                page.line([(role, said), (role, fitting(&mark.title, &mark.short, room))]);
                if before != after && usize::from(width) >= values + SCALE {
                    page.lines
                        .push(scale(before, after, Role::Field(field.get()), values));
                }
            }
        }
        page
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        layout(body).text
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn is_there(&self, state: &State) -> bool {
        self.pictures(state).is_some()
    }
}

/// Two pictures compared: in words, and as roses beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    /// The words.
    text: Rect,
    /// Both roses, where there is room for them.
    roses: Option<[Rect; 2]>,
}

/// Where they stand in `body`.
fn layout(body: Rect) -> Layout {
    const WORDS: u16 = 60;
    const LEAST: u16 = 34;
    const GAP: u16 = 3;
    let rest = body.width.saturating_sub(WORDS + GAP);
    if rest < LEAST || body.height < 14 {
        let text = reading(body);
        return Layout {
            text: Rect {
                width: text.width.min(body.width - 1),
                ..text
            },
            roses: None,
        };
    }
    let area = Rect {
        x: body.x + WORDS + GAP,
        width: rest,
        ..body
    };
    // side by side or one over the other, as they become larger
    let [beside, over] = [(rest / 2, body.height), (rest, body.height / 2)];
    let size = |(width, height): (u16, u16)| width.min(2 * height);
    let roses = if size(beside) >= size(over) {
        let right = Rect {
            x: area.x + rest / 2,
            width: rest - rest / 2,
            ..area
        };
        [
            Rect {
                width: rest / 2,
                ..area
            },
            right,
        ]
    } else {
        let below = Rect {
            y: area.y + area.height / 2,
            height: area.height - area.height / 2,
            ..area
        };
        [
            Rect {
                height: area.height / 2,
                ..area
            },
            below,
        ]
    };
    Layout {
        text: Rect { width: WORDS, ..body },
        roses: Some(roses),
    }
}
