//! The rose: the whole profile as one picture, now or at a bearing, and in words beside it what the selected mark says.
//! Where the window is low or narrow it is a list of scales.

use super::{
    Outcome, Route, Screen, Target,
    action::Action,
    list::List,
    marks,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::Picture,
    dial::DialValue,
    framework::{FieldIndex, MarkIndex},
};
use crate::ui::{
    Look,
    page::{Page, wrap_title},
    panel::{self, Panel},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
};
use ratatui_dial::{Marker, Petal, PolarAreaChart};
use unicode_width::UnicodeWidthStr;

/// The whole profile as one picture.
#[derive(Clone, Debug, Default)]
pub struct Rose {
    /// The id of the bearing that is shown; nothing is the dials now.
    at: Option<String>,
    /// Rows of the list scrolled away.
    scroll: usize,
}

impl Rose {
    /// The place of the bearing that is shown, where one is.
    fn place(&self, state: &State) -> Option<usize> {
        let id = self.at.as_ref()?;
        let bearings = &state.profile().bearings;
        bearings.iter().position(|bearing| bearing.id == *id)
    }

    /// What is shown.
    fn picture<'a>(&self, state: &'a State) -> Picture<'a> {
        match self.place(state) {
            Some(at) => Picture::At(&state.profile().bearings[at]),
            None => Picture::Now(state.profile()),
        }
    }

    /// What its outline is: the bearing before.
    fn outline<'a>(&self, state: &'a State) -> Option<Picture<'a>> {
        let before = match self.place(state) {
            Some(at) => state.profile().bearings.get(at.checked_sub(1)?),
            None => state.ghost_bearing(),
        };
        before.map(Picture::At)
    }

    /// To the bearing before or after; after the last come the dials now.
    fn step(&mut self, by: isize, state: &mut State) {
        let bearings = &state.profile().bearings;
        let at = self.place(state).unwrap_or(bearings.len());
        let Some(to) = at.checked_add_signed(by).filter(|to| *to <= bearings.len()) else {
            return;
        };
        self.at = bearings.get(to).map(|bearing| bearing.id.clone());
        state.looking_at.clone_from(&self.at);
    }
}

impl Screen for Rose {
    fn scope(&self) -> Scope {
        Scope::Rose
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let mut trail = under_home(state, [(Role::Strong, state.text().rose.into())]);
        if let Picture::At(bearing) = self.picture(state) {
            trail.push((Role::Muted, " · ".into()));
            let name = state.text().bearing_name(&bearing.name());
            trail.push((Role::Accent, name.into()));
        }
        trail
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let mut marks = state.framework.mark_indices();
        let dated = !state.profile().bearings.is_empty();
        match action {
            Action::Left if dated => self.step(-1, state),
            Action::Right if dated => self.step(1, state),
            Action::Up | Action::Left | Action::Previous => state.cycle_marks(-1),
            Action::Down | Action::Right | Action::Next => state.cycle_marks(1),
            Action::First => state.cursor = marks.next().unwrap_or(state.cursor),
            Action::Last => state.cursor = marks.next_back().unwrap_or(state.cursor),
            Action::Open => return Outcome::Go(Route::Mark),
            Action::PageUp | Action::PageDown => return self.walk(action, state),
            // what is turned are the dials now
            action if super::turn(action).is_some() => {
                self.at = None;
                state.looking_at = None;
                return Outcome::Pass;
            }
            _ => return Outcome::Pass,
        }
        self.settle(state);
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body, state);
        let shares = self.picture(state).field_weights(&state.framework);
        if let Some(area) = layout.rose {
            let stands = |mark| Stand {
                selected: mark == state.cursor,
                ..Stand::of(state, mark, self.picture(state), self.outline(state))
            };
            frame.render_widget(picture(state, look, stands), area);
        }
        for cell in &layout.corners {
            self.corner(state, look, frame, cell, &shares);
        }
        if !layout.list.is_empty() {
            let page = self.page(state, layout.list.width);
            self.list(state).draw(look, frame, layout.list, &page);
            let stands = |mark| {
                let id = &state.framework.mark(mark).id;
                let earlier = self.outline(state).map(|picture| picture.value(id));
                (self.picture(state).value(id), earlier)
            };
            marks::scales(state, look, frame, layout.list, (&page, self.scroll), stands);
        }
        self.selected(state, look, frame, layout.selected, !layout.corners.is_empty());
        self.legend(state, look, frame, layout.legend);
        Some(layout.rose.unwrap_or(layout.list).as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let layout = layout(body, state);
        if let Some(area) = layout.rose.filter(|area| area.contains(at)) {
            let fields = state.framework.fields.iter();
            let petals = fields.map(|field| vec![Petal::default(); field.marks.len()]);
            let chart = PolarAreaChart::new(petals).aspect(state.aspect);
            let petal = chart.petal_at(area, at)?;
            return state.framework.mark_at(petal).map(Target::Mark);
        }
        if let Some(words) = layout.corners.iter().find(|words| words.area.contains(at)) {
            return Some(Target::Field(words.field));
        }
        let page = self.page(state, layout.list.width);
        let entry = self.list(state).hit(&page, layout.list, at)?;
        state.framework.mark_at(entry).map(Target::Mark)
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        layout(body, state).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let shares = self.picture(state).field_weights(&state.framework);
        marks::scale_rows(state, width, &shares, Some(state.cursor))
    }

    fn list(&self, state: &State) -> List {
        List {
            selected: state.cursor.get(),
            scroll: self.scroll,
        }
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        self.scroll = list.scroll;
        state.cursor = state.framework.mark_at(list.selected).unwrap_or(state.cursor);
    }
}

impl Rose {
    /// A field in words in its corner: title, share, marks with their values; set to the right where it stands right.
    fn corner(&self, state: &State, look: &Look, frame: &mut Frame<'_>, cell: &Corner, shares: &[f64]) {
        let shown = state.names().field(cell.field);
        let color = Role::Field(cell.field.get());
        let area = cell.area;
        let share = state.text().percent(shares[cell.field.get()]);
        let title = wrap_title(&shown.title, area.width.into()).into_iter();
        let mut lines: Vec<(Role, String)> = title.map(|line| (color, line)).collect();
        lines.push((Role::Strong, share));
        let picture = self.picture(state);
        for mark in state.framework.marks_of(cell.field) {
            let role = match mark == state.cursor {
                true => Role::Strong,
                false => Role::Muted,
            };
            let name = &state.names().mark(mark).short;
            let value = picture.value(&state.framework.mark(mark).id);
            lines.push(match cell.right {
                true => (role, format!("{name} {value:>3}")),
                false => (role, format!("{value:>3} {name}")),
            });
        }
        for (y, (role, line)) in (area.top()..area.bottom()).zip(lines) {
            let indent = match cell.right {
                true => area.width.saturating_sub(line.width() as u16),
                false => 0,
            };
            let (x, room) = (area.x + indent, area.width - indent);
            write(frame.buffer_mut(), x, y, &line, room, look.style(role));
        }
    }

    /// The selected mark: title, where it stands, its share, where it stood, what it is about; as much as there is room for.
    fn selected(&self, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect, boxed: bool) {
        let room = if boxed { panel::inner(area) } else { area };
        if room.is_empty() || area.is_empty() {
            return;
        }
        let (mark, text) = (state.cursor, state.text());
        let id = &state.framework.mark(mark).id;
        let field = Role::Field(state.framework.field_of(mark).get());
        let picture = self.picture(state);
        let value = picture.value(id);
        let mut parts: Vec<Page> = Vec::new();
        let mut part = |put: &dyn Fn(&mut Page)| {
            let mut page = Page::new(room.width);
            put(&mut page);
            parts.push(page);
        };
        part(&|page| {
            for line in wrap_title(state.mark_title(mark), page.width) {
                page.line([(Role::Strong, line)]);
            }
            page.line([
                (field, value.text().to_owned()),
                (Role::Strong, format!(" {}", text.stand(value))),
            ]);
        });
        let weights = state.framework.weights(picture.values(&state.framework));
        let share = text.percent(weights[mark.get()]);
        part(&|page| page.paragraph(Role::Muted, &text.attention(&share), 0));
        if let Some(Picture::At(bearing)) = self.outline(state) {
            let told = text.stood(bearing.at.date(), Picture::At(bearing).value(id));
            part(&|page| page.paragraph(Role::Muted, &told, 0));
        }
        part(&|page| {
            page.blank();
            match state.english_mark(mark) {
                Some(english) => page.paragraph(Role::Unofficial, &english.definition, 0),
                None => page.paragraph(Role::Text, &state.framework.mark(mark).definition, 0),
            }
        });
        let mut page = Page::new(room.width);
        for mut part in parts {
            if page.lines.len() + part.lines.len() <= room.height.into() {
                page.lines.append(&mut part.lines);
            }
        }
        if boxed {
            let height = page.lines.len() as u16 + 2;
            let area = Rect {
                y: area.y + (area.height - height) / 2,
                height,
                ..area
            };
            let room = Panel::new(&[]).edge(field).heavy(true).draw(look, frame, area);
            frame.render_widget(look.text(&page, 0, room.height), room);
        } else {
            frame.render_widget(look.text(&page, 0, room.height), room);
        }
    }

    /// What the signs of the picture mean, one a row, or all in one where there is only one.
    fn legend(&self, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let words = state.text().bearings;
        let date = |picture: Picture| match picture {
            Picture::At(bearing) if bearing.label.trim().is_empty() => {
                words.bearing_of(&words.date(bearing.at.date()))
            }
            Picture::At(bearing) => {
                let name = state.text().bearing_name(&bearing.name());
                format!("{name} {}", words.day(bearing.at.date()))
            }
            Picture::Now(_) => words.now.to_owned(),
        };
        let field = Role::Field(state.field().get());
        // the signs that the picture is drawn in
        let [filled, dashed, line] = match look.marker {
            Marker::Ascii => ["##", "::", "oo"],
            _ => ["██", "╌╌", "━━"],
        };
        let shown = (field, filled, date(self.picture(state)));
        let neutral = (
            Role::Border,
            dashed,
            state.text().stand(DialValue::NEUTRAL).to_owned(),
        );
        let outline = self.outline(state);
        let outline = outline.map(|picture| (Role::Ghost, line, date(picture)));
        let parts = [Some(shown), outline, Some(neutral)].into_iter().flatten();
        let (mut x, mut y) = (area.x, area.y);
        for (role, sign, word) in parts {
            let width = (sign.width() + 1 + word.width()) as u16;
            if area.height == 1 && x + width > area.right() {
                break;
            }
            if y >= area.bottom() {
                break;
            }
            let line = look.line([(role, sign), (Role::Muted, " "), (Role::Muted, &word)]);
            let row = Rect::new(x, y, (area.right() - x).min(width), 1);
            frame.render_widget(line, row);
            match area.height {
                1 => x += width + 3,
                _ => y += 1,
            }
        }
        crate::ui::close_gaps(frame.buffer_mut(), area);
    }
}

/// A mark in a rose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// Where it stands, in detents; between two where it is on its way.
    pub value: f32,
    /// Where it stood earlier.
    pub earlier: Option<DialValue>,
    /// True where it is the selected one.
    pub selected: bool,
}

impl Stand {
    /// The mark as it stands in a picture, on its way there where that is the one that is looked at, with where it stands
    /// in another as its outline.
    pub fn of(state: &State, mark: MarkIndex, shown: Picture, outline: Option<Picture>) -> Self {
        let id = &state.framework.mark(mark).id;
        let glides = match shown {
            Picture::At(bearing) => state.looking_at.as_ref() == Some(&bearing.id),
            Picture::Now(_) => state.looking_at.is_none(),
        };
        let on_its_way = state.motion.petal(mark.get()).filter(|_| glides);
        Self {
            value: on_its_way.unwrap_or(shown.value(id).get().into()),
            earlier: outline.map(|picture| picture.value(id)),
            selected: false,
        }
    }

    /// The mark as its dial stands now.
    pub fn now(state: &State, mark: MarkIndex) -> Self {
        let value = f32::from(state.value(mark).get());
        Self {
            value: state.motion.needle(mark.get()).unwrap_or(value),
            earlier: state.ghost(mark),
            selected: mark == state.cursor,
        }
    }
}

/// How far out a value reaches, in detents: its pull beside that of the highest detent.
fn reach(value: f32) -> f32 {
    let neutral = DialValue::NEUTRAL.raw_weight() as f32;
    (neutral + value) / DialValue::MAX.raw_weight() as f32
}

/// The rose of all marks.
pub fn picture(state: &State, look: &Look, stands: impl Fn(MarkIndex) -> Stand) -> PolarAreaChart<'static> {
    let color = |role| look.drawing_color(role);
    let groups = state.framework.field_indices().map(|field| {
        let marks = state.framework.marks_of(field);
        let petal = |mark| {
            let stand = stands(mark);
            Petal::new(reach(stand.value))
                .style(color(Role::Field(field.get())))
                .sector(look.theme.sector_color(field.get()))
                .earlier(stand.earlier.map(|earlier| reach(earlier.get().into())))
                .selected(stand.selected)
        };
        marks.map(petal).collect::<Vec<_>>()
    });
    PolarAreaChart::new(groups)
        .neutral(reach(DialValue::NEUTRAL.get().into()))
        .marker(look.marker)
        .aspect(state.aspect)
        .ground(look.theme.picture_ground())
        .style(Style::new().bg(look.theme.color(Role::Background)))
        .limit_style(color(Role::Track))
        .neutral_style(color(Role::Border))
        .earlier_style(color(Role::Ghost))
        .selected_style(color(Role::Strong))
}

/// A field in words in a corner beside the rose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Corner {
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
    /// The picture, where there is room for it.
    pub rose: Option<Rect>,
    /// Four fields in words, as the quadrants lie.
    corners: Vec<Corner>,
    /// All marks as scales, where the corners do not have them; else empty.
    list: Rect,
    /// What is said of the selected mark.
    selected: Rect,
    /// The legend.
    legend: Rect,
}

/// Where everything stands in `body`.
pub fn layout(body: Rect, state: &State) -> Layout {
    /// Narrowest column of words beside the rose.
    const SIDE: u16 = 26;
    /// Columns of the list beside the rose.
    const LIST: u16 = 34;
    /// The least rows of a rose.
    const ROSE: u16 = 17;
    let framework = state.names();
    let fields = framework.field_count();
    let most = framework.fields.iter().map(|field| field.marks.len()).max();
    let most = most.unwrap_or(0) as u16 + 4;
    if fields == 4 && body.width >= 2 * SIDE + 56 && body.height >= 2 * most + 12 {
        let width = (body.width - 2 * SIDE).min(body.height * 2 + 2);
        let rose = Rect {
            x: body.x + (body.width - width) / 2,
            width,
            ..body
        };
        let side = rose.x - body.x - 1;
        let middle = body.height - 2 * most;
        let right = body.right() - side;
        let corners = framework.field_indices().map(|field| {
            let at = field.get() as u16;
            let (column, row) = (at % 2, at / 2);
            let x = if column == 1 { right } else { body.x };
            // in the upper half from the top, in the lower down to the bottom
            let down = framework.field(field).marks.len() as u16;
            let y = match row {
                0 => body.y,
                _ => body.bottom() - (down + 1 + title_rows(state, field, side)),
            };
            Corner {
                field,
                area: Rect::new(x, y, side, most.min(body.bottom() - y)),
                right: column == 1,
            }
        });
        // the box is right of the rose where it is round, and no wider than it reads well
        let width = side.min(44);
        return Layout {
            rose: Some(rose),
            corners: corners.collect(),
            list: Rect::ZERO,
            selected: Rect::new(body.right() - width, body.y + most, width, middle),
            legend: Rect::new(body.x, body.y + most + middle.saturating_sub(3) / 2, side, 3),
        };
    }
    let rows = (framework.mark_count() + fields) as u16;
    let foot = |room: Rect, height: u16| Rect {
        y: room.bottom() - height.min(room.height),
        height: height.min(room.height),
        ..room
    };
    if body.width >= LIST + 36 && body.height >= ROSE {
        let width = (body.width - LIST - 2).min(body.height * 2 + 2);
        let side = Rect {
            x: body.x + width + 2,
            width: body.width - width - 3,
            ..body
        };
        let legend = foot(side, 1);
        let list = rows.min(side.height - 5);
        let words = side.height - list - 1;
        return Layout {
            rose: Some(Rect { width, ..body }),
            corners: Vec::new(),
            list: Rect { height: list, ..side },
            selected: Rect {
                y: side.y + list + u16::from(words > 5),
                height: words - u16::from(words > 5),
                ..side
            },
            legend,
        };
    }
    let body = Rect {
        width: body.width - 1,
        ..body
    };
    let tall = body.height >= ROSE + rows.min(14) + 5;
    let over = if tall { body.height - rows.min(14) - 5 } else { 0 };
    let rose = tall.then_some(Rect { height: over, ..body });
    let words = match body.height {
        ..12 => 0,
        12..17 => 3,
        _ => 4,
    };
    Layout {
        rose,
        corners: Vec::new(),
        list: Rect {
            y: body.y + over,
            height: body.height - over - words - u16::from(tall),
            ..body
        },
        selected: Rect {
            height: words,
            ..foot(body, words + u16::from(tall))
        },
        legend: foot(body, u16::from(tall)),
    }
}

/// Rows of a field's title in a corner so wide.
fn title_rows(state: &State, field: FieldIndex, width: u16) -> u16 {
    wrap_title(state.field_title(field), width.into()).len() as u16
}
