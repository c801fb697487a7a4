//! The rose: the whole profile as one picture, and the same in words beside it.

use super::{
    Outcome, Route, Screen, Target,
    action::Action,
    layout::{columns, part},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    dial::DialValue,
    framework::{FieldIndex, Framework, MarkIndex},
};
use crate::ui::{Look, page::wrap_title, theme::Role, write};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
};
use ratatui_dial::{Petal, PolarAreaChart};
use unicode_width::UnicodeWidthStr;

/// The whole profile as one picture.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rose;

impl Screen for Rose {
    fn scope(&self) -> Scope {
        Scope::Rose
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().rose.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let mut marks = state.framework.mark_indices();
        match action {
            Action::Up | Action::Left | Action::Previous => state.cycle_marks(-1),
            Action::Down | Action::Right | Action::Next => state.cycle_marks(1),
            Action::First => state.cursor = marks.next().unwrap_or(state.cursor),
            Action::Last => state.cursor = marks.next_back().unwrap_or(state.cursor),
            Action::Open => return Outcome::Go(Route::Mark),
            _ => return Outcome::Pass,
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body, state.names());
        let stands = |mark| (state.value(mark), state.ghost(mark), mark == state.cursor);
        frame.render_widget(picture(state, look, stands), layout.rose);
        for cell in &layout.fields {
            words(state, look, frame, cell);
        }
        Some(layout.rose.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let layout = layout(body, state.names());
        if layout.rose.contains(at) {
            let fields = state.framework.fields.iter();
            let petals = fields.map(|field| vec![Petal::default(); field.marks.len()]);
            let chart = PolarAreaChart::new(petals).aspect(state.aspect);
            let petal = chart.petal_at(layout.rose, at)?;
            return state.framework.mark_at(petal).map(Target::Mark);
        }
        let words = layout.fields.iter().find(|words| words.area.contains(at))?;
        Some(Target::Field(words.field))
    }
}

/// How far out a value reaches: its pull beside that of the highest detent.
fn reach(value: DialValue) -> f32 {
    value.raw_weight() as f32 / DialValue::MAX.raw_weight() as f32
}

/// The rose of all marks: for each its value, where it stood earlier, and whether it is selected.
pub fn picture(
    state: &State,
    look: &Look,
    stands: impl Fn(MarkIndex) -> (DialValue, Option<DialValue>, bool),
) -> PolarAreaChart<'static> {
    let color = |role| look.drawing_color(role);
    let groups = state.framework.field_indices().map(|field| {
        let marks = state.framework.marks_of(field);
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
        .aspect(state.aspect)
        .ground(look.theme.picture_ground())
        .style(Style::new().bg(look.theme.color(Role::Background)))
        .limit_style(color(Role::Track))
        .neutral_style(color(Role::Border))
        .earlier_style(color(Role::Ghost))
        .selected_style(color(Role::Strong))
}

/// A field in words: title, share, marks with their values; set to the right where it stands right of the rose.
fn words(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &Words) {
    let shown = state.names().field(cell.field);
    let color = Role::Field(cell.field.get());
    let count = shown.marks.len() as u16;
    let area = cell.area;
    let share = state.text().percent(state.field_weight(cell.field));
    let mut lines: Vec<(Role, String)> = wrap_title(&shown.title, area.width.into())
        .into_iter()
        .map(|line| (color, line))
        .collect();
    lines.push((Role::Strong, share.clone()));
    if lines.len() as u16 + count > area.height {
        lines = vec![(color, format!("{} {share}", shown.short))];
    }
    for mark in state.framework.marks_of(cell.field) {
        let role = if mark == state.cursor {
            Role::Strong
        } else {
            Role::Muted
        };
        let (name, value) = (&state.names().mark(mark).short, state.value(mark));
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

/// A field in words beside the rose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Words {
    /// The field.
    field: FieldIndex,
    /// Its room.
    area: Rect,
    /// True where it stands right of the rose, set to the right.
    right: bool,
}

/// Where everything stands on the screen of the rose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The picture.
    pub rose: Rect,
    /// The fields in words, where the grid has them: to the left and right, or under it where it is narrow.
    fields: Vec<Words>,
}

/// Narrowest column of words beside the rose.
const SIDE: u16 = 24;

/// Where everything stands in `body`.
pub fn layout(body: Rect, framework: &Framework) -> Layout {
    let columns = columns(framework.field_count()) as u16;
    let rows = (framework.field_count() as u16).div_ceil(columns).max(1);
    let beside = body.width >= 2 * SIDE + 20;
    let (rose, words) = if beside {
        let width = (body.width - 2 * SIDE).min(body.height * 2 + 2);
        let rose = Rect {
            x: body.x + (body.width - width) / 2,
            width,
            ..body
        };
        (rose, body)
    } else {
        let most = framework
            .fields
            .iter()
            .map(|field| field.marks.len() as u16 + 1)
            .max()
            .unwrap_or(0);
        let under = (most * rows).min(body.height * 3 / 5);
        let rose = Rect {
            height: body.height - under,
            ..body
        };
        (
            rose,
            Rect {
                y: rose.bottom(),
                height: under,
                ..body
            },
        )
    };
    let side = if beside {
        (rose.x - body.x).saturating_sub(1).max(SIDE - 1)
    } else {
        body.width / columns
    };
    let fields = framework.field_indices().map(|field| {
        let (column, row) = (field.get() as u16 % columns, field.get() as u16 / columns);
        let right = column > 0 && column == columns - 1;
        let (top, height) = part(words.height, rows.into(), row.into());
        let x = if right {
            words.right() - side
        } else {
            words.x + column * side
        };
        // in the upper half from the top, in the lower down to the bottom, as the quadrants lie
        let wanted = (framework.field(field).marks.len() as u16 + 4).min(height);
        let down = if beside && rows > 1 && row == rows - 1 {
            height - wanted
        } else {
            0
        };
        Words {
            field,
            area: Rect::new(x, words.y + top + down, side, wanted),
            right,
        }
    });
    Layout {
        rose,
        fields: fields.collect(),
    }
}
