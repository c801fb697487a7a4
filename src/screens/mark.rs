//! A mark: a large dial, what it stands at, and what the framework says of it.

use super::{
    Outcome, Screen, Target,
    action::Action,
    field,
    layout::{MarkCell, dial_size, dials, rows_of},
    links::links,
    list::{self, List},
    marks,
    questions::Asked,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, mark_name, under_home},
};
use crate::core::{
    compare::Picture,
    dial::DialValue,
    framework::{Framework, MarkIndex},
};
use crate::ui::{
    Look,
    course::Course,
    page::{Line, Page, Span},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// The selected mark.
#[derive(Clone, Debug)]
pub struct Mark {
    list: List,
    /// The mark that was selected when it was scrolled; another one is shown from its top.
    of: MarkIndex,
}

impl Mark {
    /// A mark, from the top of its text.
    pub fn new(of: MarkIndex) -> Self {
        Self {
            list: List::default(),
            of,
        }
    }
}

impl Screen for Mark {
    fn scope(&self) -> Scope {
        Scope::Mark
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let field = state.field();
        let parts = [
            (Role::Field(field.get()), field_name(state, field, names).into()),
            (Role::Strong, mark_name(state, names).into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::PageUp | Action::PageDown => self.walk(action, state),
            Action::First | Action::Last => Outcome::Pass,
            Action::Open => Outcome::Act(Action::Note),
            Action::Left => self.act(Action::Previous, state),
            Action::Right => self.act(Action::Next, state),
            action if field::step(action, state) => Outcome::Done,
            _ => Outcome::Pass,
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let layout = layout(body);
        marks::dial(state, look, frame, state.cursor, layout.dial);
        stands(state, look, frame, layout.words);
        let page = page(state, layout.text.width);
        self.list(state).draw(look, frame, layout.text, &page);
        let neighbours = neighbours(&layout, page.lines.len(), state.names(), state.cursor);
        if let Some(area) = course_room(&layout, page.lines.len(), &neighbours) {
            course(state, look, frame, area);
        }
        for cell in neighbours {
            if cell.dial.height == 1 {
                marks::row(state, look, frame, &cell, false);
                continue;
            }
            marks::dial(state, look, frame, cell.mark, cell.dial);
            marks::named(state, look, frame, &cell, Role::Muted, false);
        }
        Some(layout.dial.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let layout = layout(body);
        if layout.dial.contains(at) {
            return Some(Target::Dial(state.cursor, layout.dial));
        }
        let rows = page(state, layout.text.width).lines.len();
        let neighbours = neighbours(&layout, rows, state.names(), state.cursor);
        marks::hit(&neighbours, at)
    }

    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        list::read_to_the_end(self, state)
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        layout(body).text
    }

    fn page(&self, state: &State, width: u16) -> Page {
        page(state, width)
    }

    fn list(&self, state: &State) -> List {
        match self.of == state.cursor {
            true => self.list,
            false => List::default(),
        }
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        (self.list, self.of) = (list, state.cursor);
    }

    fn asked(&self, state: &State) -> Option<Asked> {
        Some(Asked::About(state.cursor))
    }
}

/// Where the mark stood at each bearing and stands now, where there is a bearing.
fn course(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let bearings: Vec<_> = state.profile().bearings.iter().collect();
    if bearings.is_empty() {
        return;
    }
    // no more than there can be room for
    let bearings = &bearings[bearings.len().saturating_sub(area.width.into())..];
    let id = &state.framework.mark(state.cursor).id;
    let value = |bearing| Picture::At(bearing).value(id).get().into();
    let earlier: Vec<i16> = bearings.iter().copied().map(value).collect();
    let course = Course {
        earlier: &earlier,
        last: state.value(state.cursor).get().into(),
        most: DialValue::MAX.get().into(),
        past: look.style(Role::Field(state.field().get())),
        now: look.style(Role::Strong),
        scale: look.style(Role::Muted),
    };
    let text = &state.text().bearings;
    let picture = Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    };
    frame.render_widget(look.line([(Role::Muted, text.over_time)]), area);
    frame.render_widget(&course, picture);
    let place = course.place(picture);
    let shown = &bearings[bearings.len() + 1 - place.shown.max(1)..];
    let since = shown.first().unwrap_or(&bearings[0]).at.date();
    let (bottom, since) = (area.bottom() - 1, text.date(since));
    let now = text.now.width() as u16;
    let buffer = frame.buffer_mut();
    let muted = look.style(Role::Muted);
    let end = write(buffer, place.left, bottom, &since, area.width, muted);
    let right = place.right.max(end + 1 + now);
    write(
        buffer,
        right - now,
        bottom,
        text.now,
        now,
        look.style(Role::Strong),
    );
}

/// What the dial of the selected mark says in words: where it stands, the last bearing, the note, its links.
pub fn stands(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (mark, text) = (state.cursor, state.text());
    let value = state.value(mark);
    let share = text.percent(state.weight(mark));
    let stands = look.line([
        (Role::Field(state.framework.field_of(mark).get()), value.text()),
        (Role::Strong, " "),
        (Role::Strong, text.stand(value)),
        (Role::Muted, "   "),
        (Role::Muted, text.weight),
        (Role::Muted, " "),
        (Role::Muted, &share),
    ]);
    frame.render_widget(stands, area);
    let rest = Rect {
        y: area.y + area.height.min(1),
        height: area.height.saturating_sub(1),
        ..area
    };
    let mut page = Page::new(rest.width);
    if let (Some(bearing), Some(ghost)) = (state.ghost_bearing(), state.ghost(mark)) {
        page.paragraph(Role::Muted, &text.stood(bearing.at.date(), ghost), 0);
    }
    let note = state.profile().note(&state.framework.mark(mark).id);
    if !note.is_empty() {
        page.blank();
        page.paragraph(Role::Muted, text.which_need, 0);
        page.paragraph(Role::Text, note, 0);
    }
    links(state, mark, &mut page);
    if state.profile().last_bearing().is_none() {
        // where a leader first wonders what the per cent are
        page.blank();
        page.paragraph(Role::Muted, &text.weight_is(state.framework.mark_count()), 0);
    }
    frame.render_widget(look.text(&page, 0, rest.height), rest);
}

/// What the selected mark says: its definition and every level, the own one in light.
fn page(state: &State, width: u16) -> Page {
    let mark = state.cursor;
    let text = state.text();
    let field = state.framework.field_of(mark).get();
    let shown = state.framework.mark(mark);
    let english = state.english_mark(mark);
    let mut page = Page::new(width);
    page.paragraph(Role::Text, &shown.definition, 0);
    if let Some(footnote) = &shown.footnote {
        page.paragraph(Role::Muted, &format!("* {footnote}"), 0);
    }
    if let Some(english) = english {
        page.paragraph(
            Role::Muted,
            &format!("{} ({})", english.definition, text.unofficial),
            0,
        );
    }
    page.blank();
    let count = shown.levels.len() as u16;
    let side_by_side = count > 1 && width / count >= 24;
    let gap = 2;
    let room = if side_by_side {
        (width - gap * (count - 1)) / count
    } else {
        width
    };
    // the last line of the own level's text in its frame
    let mut own_end = None;
    let mut frames: Vec<Page> = (0..shown.levels.len())
        .map(|level| {
            let own = level == state.own_level();
            let (edge, role) = if own {
                (Role::Field(field), Role::Text)
            } else {
                (Role::Border, Role::Muted)
            };
            let mut inner = Page::new(room.saturating_sub(4));
            let name = &state.level_names()[level];
            let mut title = vec![(if own { Role::Strong } else { Role::Muted }, name.clone())];
            if own && count > 1 {
                let word = format!(" · {}", text.own_level);
                if name.width() + word.width() + 5 <= usize::from(room) {
                    title.push((Role::Field(field), word));
                } else {
                    inner.paragraph(Role::Field(field), text.own_level, 0);
                }
            }
            inner.paragraph(role, &shown.levels[level], 0);
            if own {
                own_end = Some((level, inner.lines.len()));
            }
            if let Some(english) = english {
                inner.blank();
                inner.paragraph(Role::Muted, &english.levels[level], 0);
            }
            let mut framed = Page::new(room);
            framed.framed(inner, edge, &title, own);
            framed
        })
        .collect();
    if let Some((level, end)) = own_end {
        let before = if side_by_side { 0 } else { level };
        let over: usize = frames.iter().take(before).map(|frame| frame.lines.len()).sum();
        page.own_ends.push((mark, page.lines.len() + over + end));
    }
    if side_by_side {
        even(&mut frames, room);
        let at = usize::from(room + gap);
        let joined = frames.into_iter().reduce(|left, right| {
            let at = left
                .lines
                .first()
                .map_or(at, |line| line_width(line) + usize::from(gap));
            let mut both = Page::new(width);
            both.beside(left, right, at);
            both
        });
        page.lines.extend(joined.unwrap_or_default().lines);
    } else {
        for framed in frames {
            page.lines.extend(framed.lines);
        }
    }
    page
}

fn line_width(line: &Line) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// Makes frames the same height by empty lines before the last one.
fn even(frames: &mut [Page], width: u16) {
    let most = frames.iter().map(|frame| frame.lines.len()).max().unwrap_or(0);
    for frame in frames {
        while frame.lines.len() < most {
            let mut line = frame.lines[1].clone();
            let inner: usize = usize::from(width).saturating_sub(4);
            line.truncate(1);
            let edge = line[0].text.chars().next().unwrap_or(' ');
            line.push(Span {
                role: line[0].role,
                text: format!("{:inner$} {edge}", ""),
            });
            let last = frame.lines.len() - 1;
            frame.lines.insert(last, line);
        }
    }
}

/// Where everything stands on the screen of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The large dial.
    pub dial: Rect,
    /// What the dial says in words, under or beside it.
    pub words: Rect,
    /// Definition, levels, neighbours: one text that scrolls.
    pub text: Rect,
}

/// Where everything stands in `body`.
pub fn layout(body: Rect) -> Layout {
    if body.width >= 68 && body.height >= 12 {
        let left = (body.width / 3).clamp(24, 66);
        let words = (body.height / 2).clamp(4, 9);
        let (w, h) = dial_size(left - 2, body.height - words).unwrap_or((left - 2, 1));
        let dial = Rect::new(body.x + (left - w) / 2, body.y, w, h);
        let top = dial.bottom() + 1;
        let gap = if body.width >= 100 { 4 } else { 2 };
        let text = (body.width - left - gap).min(110);
        Layout {
            dial,
            words: Rect::new(body.x, top, left, body.bottom().saturating_sub(top)),
            text: Rect::new(body.x + left + gap, body.y, text, body.height),
        }
    } else {
        let (w, h) = dial_size(15, body.height / 2).unwrap_or((15.min(body.width), 1));
        let words = Rect::new(body.x + w + 2, body.y, body.width.saturating_sub(w + 2), h);
        let top = body.y + h + u16::from(body.height > 10);
        Layout {
            dial: Rect::new(body.x, body.y, w, h),
            words,
            text: Rect::new(body.x, top, body.width, body.bottom().saturating_sub(top)),
        }
    }
}

/// The other marks of the field, small, under a text of `rows` rows where there is room left for them.
fn neighbours(layout: &Layout, rows: usize, framework: &Framework, cursor: MarkIndex) -> Vec<MarkCell> {
    const HEIGHT: u16 = 8;
    let marks: Vec<MarkIndex> = framework
        .marks_of(framework.field_of(cursor))
        .filter(|mark| *mark != cursor)
        .collect();
    let count = marks.len() as u16;
    let free = usize::from(layout.text.height).saturating_sub(rows + 1) as u16;
    if count == 0 || free < count {
        return Vec::new();
    }
    // right under the text where there is plenty of room, else at the bottom
    let top = layout.text.bottom() - free + u16::from(free > HEIGHT + 1);
    let area = Rect {
        y: top,
        height: free.min(HEIGHT),
        ..layout.text
    };
    let cells = if free >= HEIGHT {
        dials(area, &marks, marks.len(), 1)
    } else {
        None
    };
    cells.unwrap_or_else(|| {
        rows_of(
            Rect {
                height: count,
                ..area
            },
            &marks,
        )
    })
}

/// Where on the mark screen its course over time stands, under all else: heading, picture and dates. `rows` are those of
/// the text, `marks` the other marks of the field under it.
fn course_room(layout: &Layout, rows: usize, marks: &[MarkCell]) -> Option<Rect> {
    // a picture of one row a detent, or of half a row a detent
    const HEIGHTS: [u16; 2] = [11, 7];
    let text = layout.text.y
        + u16::try_from(rows)
            .unwrap_or(layout.text.height)
            .min(layout.text.height);
    let used = marks.iter().map(|cell| cell.area.bottom()).max().unwrap_or(text);
    let free = layout.text.bottom().saturating_sub(used + 1);
    let height = HEIGHTS.into_iter().find(|height| height + 2 <= free)? + 2;
    Some(Rect {
        y: used + 1,
        height,
        ..layout.text
    })
}
